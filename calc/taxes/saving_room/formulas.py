"""How much may go in: arithmetic of the limits, for single numbers and draws."""

from __future__ import annotations

import numpy as np

from calc.number import Flag, Number, at_least_zero, where

HALF = 0.5  # of what a deferral leaves: the employer part lowers the earnings that bound it


def proprietor_share(plan_rate: Number) -> Number:
    """Share of net earnings that a proprietor's employer part comes to at a plan's rate of pay.

    Pay is what is left of net earnings once that part is taken off: rate / (1 + rate), the rate
    table for the self-employed of IRS Publication 560.

    >>> float(proprietor_share(0.25))
    0.2
    """
    return plan_rate / (1.0 + plan_rate)


def own_part_most(pay: Number, limit: float, used: Number) -> Number:
    """Most that a person defers: the limit less what other plans have used, within pay.

    >>> float(own_part_most(80_000.0, 24_500.0, 10_000.0))
    14500.0
    """
    return np.minimum(at_least_zero(limit - used), at_least_zero(pay))


def catch_up_most(
    pay: Number, own_part: Number, further: float, limit: float, used: Number
) -> Number:
    """Most that age adds: what other plans used beyond their limit is gone, and pay bounds both.

    >>> float(catch_up_most(80_000.0, 0.0, 8_000.0, 24_500.0, 26_500.0))
    6000.0
    """
    left = at_least_zero(further - at_least_zero(used - limit))
    return np.minimum(left, at_least_zero(at_least_zero(pay) - own_part))


def corporation_part_most(pay: Number, share: float, counted: float, additions: float) -> Number:
    """Most that a corporation adds: a share of pay up to what counts, within the additions limit.

    >>> float(corporation_part_most(50_000.0, 0.25, 360_000.0, 72_000.0))
    12500.0
    """
    return np.minimum(np.minimum(at_least_zero(pay), counted) * share, additions)


def beside_deferral(employer_part: Number, earnings: Number, own_part: Number) -> Number:
    """A proprietor's employer part beside a deferral: at most half of what the deferral leaves.

    All that is put in may not exceed the earnings that are left after that part (IRC 415(c)(3)(B);
    the deduction worksheet of IRS Publication 560).

    >>> float(beside_deferral(5_576.1, 27_880.6, 24_500.0))
    1690.3
    """
    return np.minimum(employer_part, at_least_zero(earnings - own_part) * HALF)


def together_most(
    own_part: Number, catch_up: Number, employer_part: Number, additions: float, pay: Number
) -> Number:
    """All parts of a 401(k) together: within the additions limit, the catch-up above it, and pay.

    >>> float(together_most(24_500.0, 8_000.0, 46_125.0, 72_000.0, 184_500.0))
    78625.0
    """
    bounded = np.minimum(own_part + catch_up + employer_part, additions + catch_up)
    return np.minimum(bounded, at_least_zero(pay))


def match_most(pay: Number, share: float, deferred: Number) -> Number:
    """A SIMPLE IRA's match: a share of pay, at most what is deferred.

    >>> float(match_most(50_000.0, 0.03, 18_100.0))
    1500.0
    """
    return np.minimum(at_least_zero(pay) * share, deferred)


def after_phase_out(
    limit: float, income: Number, start: float, width: float, step: float, least: float
) -> Number:
    """An IRA limit after income: rounded up to a step, and not below a least until it is nothing.

    What is lost is multiplied before it is divided, so that whole dollars round as the law says.

    >>> float(after_phase_out(7_500.0, 246_321.0, 242_000.0, 10_000.0, 10.0, 200.0))
    4260.0
    >>> float(after_phase_out(7_500.0, 251_999.0, 242_000.0, 10_000.0, 10.0, 200.0))
    200.0
    """
    over = at_least_zero(income - start)
    lost = np.floor(over * limit / width / step) * step
    return where(ends(income, start, width), 0.0, np.maximum(limit - lost, least))


def ends(income: Number, start: float, width: float) -> Flag:
    """Whether an income is at the end of a phase-out, or beyond it.

    >>> bool(ends(252_000.0, 242_000.0, 10_000.0))
    True
    """
    return np.greater_equal(income, start + width)
