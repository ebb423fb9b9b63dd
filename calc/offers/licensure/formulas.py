"""Formulas of the way to a licence: hours collected, how a caseload fills, weeks until enough."""

from __future__ import annotations

import math

import numpy as np

from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, Number, at_least_zero, where

NEVER = math.inf


def sessions_in_week(
    week: Number, full: Number, added_per_week: Number, delay_weeks: Number
) -> Number:
    """Sessions in a week since the start, counted from 1; all of them at once without a ramp.

    A week that opens halfway has half of them.

    >>> float(sessions_in_week(15.0, 24.0, 2.0, 13.0))
    4.0
    >>> (
    ...     float(sessions_in_week(14.0, 24.0, 0.0, 13.0)),
    ...     float(sessions_in_week(13.0, 24.0, 0.0, 13.0)),
    ... )
    (24.0, 0.0)
    """
    since = at_least_zero(week - delay_weeks)
    growing = np.minimum(full, added_per_week * since)
    at_once = full * np.minimum(since, 1.0)
    return where(np.greater(added_per_week, 0.0), growing, at_once)


def sessions_in_weeks(
    credentialing_weeks: Number, added_per_week: float, cap: Number, weeks: int
) -> FloatArray:
    """Sessions of each of the first weeks, one row a week: min(cap, added x max(0, week - delay)).

    With 0 added a week the caseload is full at once after the delay.

    >>> sessions_in_weeks(1.0, 2.0, 5.0, 5)[:, 0].tolist()
    [0.0, 2.0, 4.0, 5.0, 5.0]
    """
    week = np.arange(1.0, weeks + 1.0)[:, None]
    rows = sessions_in_week(week, cap, added_per_week, credentialing_weeks)
    return np.asarray(rows, dtype=np.float64)


def ramp_sessions(
    credentialing_weeks: float, added_per_week: float, cap: Number, weeks: int
) -> Number:
    """Sessions of the first weeks of an offer whose caseload fills slowly.

    >>> float(ramp_sessions(13.0, 2.0, 24.0, 52))
    804.0
    """
    total: Number = sessions_in_weeks(credentialing_weeks, added_per_week, cap, weeks).sum(axis=0)
    return total if isinstance(cap, np.ndarray) else float(total[0])  # type: ignore[index]


def sessions_lost_to_ramp(
    credentialing_weeks: float, added_per_week: float, cap: Number, weeks: int
) -> Number:
    """Sessions that a full caseload would have had in those weeks and the ramp has not.

    >>> float(sessions_lost_to_ramp(13.0, 2.0, 24.0, 52))
    444.0
    """
    return cap * weeks - ramp_sessions(credentialing_weeks, added_per_week, cap, weeks)


def weeks_of_ramp(credentialing_weeks: Number, added_per_week: float, cap: Number) -> int:
    """Whole weeks until the caseload is full.

    >>> weeks_of_ramp(13.0, 2.0, 24.0)
    25
    """
    fills = float(np.max(cap)) / added_per_week if added_per_week else 0.0
    return math.ceil(float(np.max(credentialing_weeks)) + fills)


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
