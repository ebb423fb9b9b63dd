"""Months of a plan in the calendar: which year each lies in, and which weeks fall into it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK
from calc.number import MONTHS_PER_YEAR, FloatArray
from calc.scenario.ahead import Ahead

YEAR = int(MONTHS_PER_YEAR)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A calendar year of a plan: its months before the start, in the plan, and after its end.

    `first` and `end` are months of the plan, from 0, the end not included.
    """

    year: int
    first: int
    end: int

    @property
    def months(self) -> slice:
        """The months of the plan that lie in it, from 0."""
        return slice(max(0, self.first), self.end)

    @property
    def before(self) -> int:
        """Months of the year before the plan begins."""
        return max(0, -self.first)

    @property
    def in_plan(self) -> int:
        """Months of the year in the plan."""
        return self.end - max(0, self.first)

    @property
    def known(self) -> int:
        """Months of the year before the plan's end, those before its start among them."""
        return self.before + self.in_plan

    @property
    def after(self) -> int:
        """Months of the year after the plan's end."""
        return YEAR - self.known


@dataclass(frozen=True, slots=True)
class Calendar:
    """Where a plan lies: it begins on the first of a month of a year, and has so many months."""

    year: int
    month: int
    months: int

    @property
    def years(self) -> tuple[CalendarYear, ...]:
        """The calendar years that the plan touches."""
        years = (self.month - 1 + self.months - 1) // YEAR + 1
        starts = [place * YEAR - (self.month - 1) for place in range(years + 1)]
        return tuple(
            CalendarYear(self.year + place, start, min(end, self.months))
            for place, (start, end) in enumerate(pairwise(starts))
        )

    def plan_month(self, year: int, month: int) -> int:
        """The month of the plan, from 1, that a month of a year is; outside the plan too.

        >>> Calendar(2026, 9, 24).plan_month(2027, 1)
        5
        """
        return (year - self.year) * YEAR + month - self.month + 1


def calendar_of(ahead: Ahead, tax_year: int) -> Calendar:
    """The calendar of a plan: from its start, or else from January of the tax year."""
    start = ahead.starts_on
    if start is None:
        return Calendar(tax_year, 1, ahead.months)
    return Calendar(start.year, start.month, ahead.months)


def added_up(rows: FloatArray) -> FloatArray:
    """Rows added up in their order, so that a path alone has the bits that it has among others.

    >>> added_up(np.array([[1.0, 2.0], [3.0, 4.0]]))
    array([4., 6.])
    """
    found: FloatArray = np.add.accumulate(rows, axis=0)[-1]
    return found


@dataclass(frozen=True, slots=True)
class Windows:
    """Which weeks fall into each month, and what part of each.

    Rows are months; columns are the weeks that reach into one. Weeks count from 0, those before the
    plan are negative.
    """

    weeks: NDArray[np.intp]
    parts: FloatArray

    def sums(self, weekly: FloatArray, before: float | FloatArray = 0.0) -> FloatArray:
        """What falls into each month of what each week has, paths side by side.

        `before` is what every week before the plan has.
        """
        earlier = max(0, -int(self.weeks.min()))
        if earlier:
            head = np.broadcast_to(before, (earlier, *weekly.shape[1:]))
            weekly = np.concatenate([head, weekly])
        found: FloatArray = np.zeros((len(self.weeks), *weekly.shape[1:]))
        tail = (1,) * (weekly.ndim - 1)
        for column in range(self.weeks.shape[1]):
            part = self.parts[:, column].reshape(-1, *tail)
            found += weekly[self.weeks[:, column] + earlier] * part
        return found


def windows_of(months: int, lag_parts: int = 0) -> Windows:
    """The weeks of each month, or of what was earned so many thirds of a week earlier.

    >>> windows_of(1).sums(np.ones(5))
    array([4.33333333])
    """
    starts = np.arange(months) * PARTS_PER_MONTH - lag_parts
    thirds = starts[:, None] + np.arange(PARTS_PER_MONTH)
    weeks = thirds // PARTS_PER_WEEK
    first = weeks[:, :1]
    reach = int((weeks[:, -1:] - first).max()) + 1
    columns = first + np.arange(reach)
    parts = (weeks[:, :, None] == columns[:, None, :]).sum(axis=1) / PARTS_PER_WEEK
    last = -(-months * PARTS_PER_MONTH // PARTS_PER_WEEK) - 1
    return Windows(np.minimum(columns, last), parts)
