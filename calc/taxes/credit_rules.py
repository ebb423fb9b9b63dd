"""Federal credits: saver's, child and earned income."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.number import Number, at_least_zero, where


def savers_rate(adjusted: Number, above: Sequence[float], rates: Sequence[float]) -> Number:
    """Rate of the saver's credit: it falls by steps, each of them strictly above its income.

    >>> float(savers_rate(24_250.0, (0.0, 24_250.0, 26_250.0), (0.5, 0.2, 0.1)))
    0.5
    """
    rate: Number = rates[0]
    for start, value in zip(above[1:], rates[1:], strict=True):
        rate = where(np.greater(adjusted, start), value, rate)
    return rate


def savers_credit(contribution: Number, cap: float, rate: Number) -> Number:
    """Saver's credit before tax limits it: a rate on contributions up to a cap.

    >>> float(savers_credit(3_000.0, 2_000.0, 0.1))
    200.0
    """
    return np.minimum(contribution, cap) * rate


def child_credit_in_full(
    children: int, per_child: float, others: int = 0, per_other: float = 0.0
) -> float:
    """Credit for children under 17 and for other dependants, before income lowers it.

    >>> child_credit_in_full(2, 2_200.0, 1, 500.0)
    4900.0
    """
    return children * per_child + others * per_other


def child_credit_lost(adjusted: Number, start: float, step: float, loss: float) -> Number:
    """What each step of income begun above the start takes off the child tax credit.

    >>> float(child_credit_lost(200_500.0, 200_000.0, 1_000.0, 50.0))
    50.0
    """
    return np.ceil(at_least_zero(adjusted - start) / step) * loss


def child_credit_by_earnings(earned: Number, floor: float, rate: float) -> Number:
    """The most that earnings let the child tax credit pay out (Schedule 8812).

    >>> float(child_credit_by_earnings(12_500.0, 2_500.0, 0.15))
    1500.0
    """
    return rate * at_least_zero(earned - floor)


def child_credit_paid_out(
    unused: Number, children: int, most_per_child: float, by_earnings: Number
) -> Number:
    """The part of the child tax credit that is paid although no tax is left (Schedule 8812).

    >>> float(child_credit_paid_out(2_200.0, 1, 1_700.0, 1_500.0))
    1500.0
    """
    return np.minimum(np.minimum(unused, children * most_per_child), by_earnings)


def earned_income_credit_rising(earned: Number, rate: float, most: float) -> Number:
    """Earned income credit as it rises with earnings, up to its most.

    >>> round(float(earned_income_credit_rising(5_000.0, 0.0765, 664.0)), 2)
    382.5
    """
    return np.minimum(at_least_zero(earned) * rate, most)


def earned_income_credit_falling(
    earned: Number, adjusted: Number, most: float, start: float, rate: float
) -> Number:
    """Earned income credit as it falls with the greater of two incomes, not below zero.

    >>> round(float(earned_income_credit_falling(11_860.0, 0.0, 664.0, 10_860.0, 0.0765)), 2)
    587.5
    """
    return at_least_zero(most - at_least_zero(np.maximum(earned, adjusted) - start) * rate)


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
    rising = earned_income_credit_rising(earned, rate, most)
    falling = earned_income_credit_falling(earned, adjusted, most, phase_out_start, phase_out_rate)
    return np.minimum(rising, falling)
