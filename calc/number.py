"""Numbers: one float or a one-dimensional array of draws, and the few operations both share.

Every function here gives the same bits for an array as for its elements one by one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
Number: TypeAlias = float | FloatArray
Flag: TypeAlias = bool | np.bool_ | NDArray[np.bool_]

WEEKS_PER_YEAR = 52.0
MONTHS_PER_YEAR = 12.0
QUARTERS_PER_YEAR = 4.0
MINUTES_PER_HOUR = 60.0
HOURS_PER_WEEK = 168.0
HALF_A_CENT = 0.005  # sums of money that differ by less are written the same


def added(numbers: Iterable[Number]) -> Number:
    """The numbers added up in their order; 0 where there are none.

    >>> added([0.1, 0.2, 0.3]), added([])
    (0.6000000000000001, 0.0)
    """
    together: Number = 0.0
    for number in numbers:
        together = together + number
    return together


def where(flag: Flag, number: Number, otherwise: Number) -> Number:
    """One number where the flag holds, the other where not; a float where all three are single.

    >>> float(where(True, 2.0, 3.0))
    2.0
    """
    single = isinstance(flag, bool | np.bool_) and isinstance(number, float)
    if single and isinstance(otherwise, float):
        return number if flag else otherwise
    return np.where(flag, number, otherwise)[()]


def is_any(number: Number) -> bool:
    """Whether there is any of it: not zero, in one draw at least.

    >>> is_any(0.0), is_any(np.array([0.0, 2.0]))
    (False, True)
    """
    return bool(number != 0.0) if isinstance(number, float) else bool(np.any(number))


def ratio_of(numerator: Number, denominator: Number) -> Number:
    """Numerator over denominator; NaN where the denominator is zero, never infinity.

    >>> ratio_of(90.0, 4.0)
    22.5
    >>> ratio_of(90.0, 0.0)
    nan
    """
    if isinstance(numerator, float) and isinstance(denominator, float):
        return numerator / denominator if denominator else float("nan")
    nothing = np.equal(denominator, 0.0)
    return where(nothing, np.nan, numerator / where(nothing, 1.0, denominator))


def at_least_zero(number: Number) -> Number:
    """The number, or 0 where it is negative.

    What is not known stays so.

    >>> at_least_zero(-3.0), at_least_zero(float("nan"))
    (0.0, nan)
    """
    if isinstance(number, float):
        return 0.0 if number < 0.0 else number + 0.0  # -0 becomes 0; NaN is below nothing
    return np.maximum(number, 0.0)


def share_of_way(number: Number, start: Number, width: Number) -> Number:
    """How far a number has come from `start` over `width`: 0 before, 1 after (a phase-out's share).

    >>> float(share_of_way(90_000.0, 85_000.0, 15_000.0))
    0.3333333333333333
    """
    return np.minimum(np.maximum((number - start) / width, 0.0), 1.0)


def tax_in_brackets(income: Number, thresholds: Sequence[float], rates: Sequence[float]) -> Number:
    """Tax by brackets: each rate applies to the slice of income above its threshold.

    >>> float(tax_in_brackets(20_000.0, (0.0, 12_400.0), (0.10, 0.12)))
    2152.0
    """
    return added(
        np.minimum(np.maximum(income - threshold, 0.0), end - threshold) * rate
        for threshold, end, rate in zip(thresholds, (*thresholds[1:], np.inf), rates, strict=True)
    )


def step_value(number: Number, thresholds: Sequence[float], values: Sequence[float]) -> Number:
    """The value of the last step whose threshold the number has reached.

    >>> float(step_value(30_000.0, (0.0, 24_250.0, 26_250.0), (0.5, 0.2, 0.1)))
    0.1
    """
    result: Number = values[0]
    for threshold, value in zip(thresholds[1:], values[1:], strict=True):
        result = where(np.greater_equal(number, threshold), value, result)
    return result


def steps_begun(excess: Number, increment: float) -> Number:
    """How many increments an excess has begun: "for each 1,000 or part of it"."""
    return np.ceil(at_least_zero(excess) / increment)
