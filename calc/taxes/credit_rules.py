"""Federal credits: saver's, child and earned income."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.number import Number, at_least_zero


def savers_credit(
    contribution: Number,
    cap: float,
    adjusted: Number,
    above: Sequence[float],
    rates: Sequence[float],
) -> Number:
    """Saver's credit: a rate that falls by steps; each step applies strictly above its income.

    >>> float(savers_credit(3_000.0, 2_000.0, 30_000.0, (0.0, 24_250.0, 26_250.0), (0.5, 0.2, 0.1)))
    200.0
    """
    rate: Number = rates[0]
    for start, value in zip(above[1:], rates[1:], strict=True):
        rate = np.where(np.greater(adjusted, start), value, rate)[()]
    return np.minimum(contribution, cap) * rate


def child_credit(
    children: int, per_child: float, adjusted: Number, start: float, step: float, loss: float
) -> Number:
    """Child tax credit before tax limits it; it shrinks for each step of income begun.

    >>> float(child_credit(1, 2_200.0, 200_500.0, 200_000.0, 1_000.0, 50.0))
    2150.0
    """
    steps = np.ceil(at_least_zero(adjusted - start) / step)
    return at_least_zero(children * per_child - steps * loss)


def child_credit_paid_out(
    unused: Number, children: int, most_per_child: float, earned: Number, floor: float, rate: float
) -> Number:
    """The part of the child tax credit that is paid although no tax is left (Schedule 8812).

    >>> float(child_credit_paid_out(2_200.0, 1, 1_700.0, 12_500.0, 2_500.0, 0.15))
    1500.0
    """
    by_earnings = rate * at_least_zero(earned - floor)
    return np.minimum(np.minimum(unused, children * most_per_child), by_earnings)


def earned_income_credit(
    earned: Number,
    adjusted: Number,
    rate: float,
    most: float,
    phase_out_start: float,
    phase_out_rate: float,
) -> Number:
    """Earned income credit: it rises with earnings, then falls with the greater of the two incomes.

    >>> round(float(earned_income_credit(5_000.0, 5_000.0, 0.0765, 664.0, 10_860.0, 0.0765)), 2)
    382.5
    """
    rising = np.minimum(at_least_zero(earned) * rate, most)
    above = at_least_zero(np.maximum(earned, adjusted) - phase_out_start)
    return at_least_zero(np.minimum(rising, most - above * phase_out_rate))
