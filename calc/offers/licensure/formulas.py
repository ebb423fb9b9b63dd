"""Formulas of the way to a licence: hours collected, how a caseload fills, weeks until enough."""

from __future__ import annotations

import math

import numpy as np

from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, Number, where

NEVER = math.inf


def worked_weeks_until(needed: Number, first_weeks: FloatArray, then_per_week: Number) -> Number:
    """Worked weeks until enough is collected: slowly in the first weeks, then at a steady pace.

    `first_weeks` has one row a week, and none where the pace is steady at once. Within a week the
    hours come evenly. Infinite where the pace is zero and something is still needed.

    >>> float(worked_weeks_until(1_500.0, np.zeros((0, 1)), 20.0))
    75.0
    >>> float(worked_weeks_until(30.0, np.array([[0.0], [10.0]]), 20.0))
    3.0
    """
    moves = np.greater(then_per_week, 0.0)
    pace = np.where(moves, then_per_week, 1.0)
    if not len(first_weeks):
        weeks = np.where(moves, needed / pace, NEVER)
        return where(np.greater(needed, 0.0), weeks, 0.0)
    collected = np.cumsum(first_weeks, axis=0)
    whole = np.less(collected, needed).sum(axis=0)  # weeks after which it is not yet enough
    inside = np.minimum(whole, len(collected) - 1)[None, :]
    hours, end = (np.take_along_axis(rows, inside, axis=0)[0] for rows in (first_weeks, collected))
    within = whole + 1.0 - (end - needed) / np.where(hours > 0.0, hours, 1.0)
    after = np.where(moves, whole + (needed - collected[-1]) / pace, NEVER)
    weeks = np.where(whole < len(collected), within, after)
    found = np.where(np.greater(needed, 0.0), weeks, 0.0)
    single = not np.ndim(needed) and not np.ndim(then_per_week)
    return found[0] if single and found.size == 1 else found


def calendar_weeks(worked_weeks: Number, worked_weeks_per_year: Number) -> Number:
    """Weeks of the calendar in which so many weeks are worked; infinite where none is.

    >>> float(calendar_weeks(75.0, 48.0))
    81.25
    """
    some = np.greater(worked_weeks_per_year, 0.0)
    stretched = worked_weeks * WEEKS_PER_YEAR / where(some, worked_weeks_per_year, 1.0)
    return where(some | np.equal(worked_weeks, 0.0), stretched, NEVER)


def worked_weeks_in(weeks: Number, worked_weeks_per_year: Number) -> Number:
    """Worked weeks in so many weeks of the calendar.

    >>> worked_weeks_in(13.0, 48.0)
    12.0
    """
    return weeks * worked_weeks_per_year / WEEKS_PER_YEAR


def weeks_of_months(months: Number) -> Number:
    """Weeks of so many months.

    >>> weeks_of_months(24.0)
    104.0
    """
    return months * WEEKS_PER_YEAR / MONTHS_PER_YEAR


def months_of_weeks(weeks: Number) -> Number:
    """Months of so many weeks.

    >>> months_of_weeks(104.0)
    24.0
    """
    return weeks * MONTHS_PER_YEAR / WEEKS_PER_YEAR
