"""Questions with an answer in one line, under a flat rate of tax: for checking, and for teaching.

`solve_for` answers them with every tax and step; at a flat rate both agree.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.number import Number, ratio_of, tax_in_brackets, where


def fee_for_take_home(
    take_home: Number,
    effective_tax: Number,
    fixed_costs: Number,
    paid_sessions: Number,
    card_share: Number,
) -> Number:
    """The fee that leaves a take-home: what must come in before tax, over the sessions paid for.

    >>> round(float(fee_for_take_home(72_000.0, 0.28, 14_000.0, 951.28, 0.03)), 6)
    123.54488
    """
    return (take_home / (1.0 - effective_tax) + fixed_costs) / (paid_sessions * (1.0 - card_share))


def sessions_that_fit(
    hours: Number,
    other_hours: Number,
    held_share: Number,
    hours_per_held: Number,
    hours_per_lost: Number,
) -> Number:
    """Sessions a week that can be booked within so many hours, other work taken off first.

    >>> round(float(sessions_that_fit(40.0, 6.5, 0.9, 65.0 / 60.0, 0.5 * 53.0 / 60.0)), 6)
    32.869992
    """
    lost_share = 1.0 - held_share
    return (hours - other_hours) / (held_share * hours_per_held + lost_share * hours_per_lost)


def income_for_net(
    net: Number, deduction: float, floors: Sequence[float], rates: Sequence[float]
) -> Number:
    """The income that leaves a net amount under marginal brackets: the inverse of a bent line.

    >>> floors, rates = (0.0, 12_000.0, 48_000.0), (0.10, 0.12, 0.22)
    >>> float(income_for_net(78_540.0, 15_000.0, floors, rates))
    90000.0
    """
    corners = deduction + np.asarray(floors, dtype=np.float64)
    left = corners - tax_in_brackets(corners - deduction, floors, rates)
    beyond = ratio_of(net - left[-1], 1.0 - rates[-1])
    inside = np.interp(net, np.concatenate([[0.0], left]), np.concatenate([[0.0], corners]))
    found: Number = where(np.greater(net, left[-1]), corners[-1] + beyond, inside)
    return found


def fee_elasticity_of_wage(
    fee: Number, paid_sessions: Number, card_share: Number, fixed_costs: Number
) -> Number:
    """By what percentage the true wage rises for a percent on the fee, at a flat rate of tax.

    >>> round(float(fee_elasticity_of_wage(150.0, 951.28, 0.03, 14_000.0)), 6)
    1.11253
    """
    received = fee * paid_sessions * (1.0 - card_share)
    return ratio_of(received, received - fixed_costs)


def sessions_to_break_even(
    fixed_per_year: Number, weeks: Number, held_share: Number, left_per_session: Number
) -> Number:
    """Sessions booked a week at which what each held session leaves pays for what is fixed.

    >>> round(float(sessions_to_break_even(18_000.0, 46.0, 0.88, 110.0 - 58.0 * 1.09)), 6)
    9.50543
    """
    return ratio_of(fixed_per_year, weeks * held_share * left_per_session)


def sessions_where_pay_meets(
    base: Number, bonus: Number, threshold: Number, rate: Number
) -> Number:
    """Sessions a year at which a salary with a bonus above a threshold pays what a rate pays.

    Below the threshold the salary is flat, so the lines may meet there; NaN where they never do.

    >>> round(float(sessions_where_pay_meets(55_000.0, 30.0, 920.0, 60.0)), 6)
    916.666667
    """
    flat = ratio_of(base, rate)
    steep = ratio_of(base - bonus * threshold, rate - bonus)
    beyond = where(np.greater(rate, bonus) & np.greater_equal(steep, threshold), steep, np.nan)
    return where(np.less_equal(flat, threshold), flat, beyond)
