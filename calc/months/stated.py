"""Amounts that rows of a plan state for its months: of leaves, and what is paid once."""

from __future__ import annotations

import numpy as np

from calc.months.calendar import Windows
from calc.months.weeks import WeeksAhead, first_week_of
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import Leave


def by_leave(plan: WeeksAhead, now: Windows, row: Leave, per_month: float) -> FloatArray:
    """A month's amount for 13 thirds of a leave, in the months its weeks fall into."""
    on = np.zeros(plan.weeks)
    first = first_week_of(row.month)
    on[first : first + row.weeks] = MONTHS_PER_YEAR / WEEKS_PER_YEAR
    return per_month * now.sums(on)


def leave_income(ahead: Ahead, plan: WeeksAhead, now: Windows) -> tuple[FloatArray, FloatArray]:
    """What a leave brings in each month, and the part of it on which income tax is due."""
    every, taxed = np.zeros(plan.months), np.zeros(plan.months)
    for row in ahead.away:
        if isinstance(row, Leave):
            amount = by_leave(plan, now, row, float(row.income_per_month))
            every += amount
            taxed += amount if row.income_taxed else 0.0
    return every, taxed


def set_up_of(ahead: Ahead) -> tuple[FloatArray, FloatArray]:
    """What is paid once in each month, and the part of it that is a cost of the practice."""
    every, business = np.zeros(ahead.months), np.zeros(ahead.months)
    for row in ahead.set_up:
        every[row.month - 1] += float(row.amount)
        business[row.month - 1] += float(row.amount) if row.business else 0.0
    return every, business
