"""One idea of filling: weeks in thirds, months of 13 thirds, insurers that pay late, a ramp.

A week has three parts and a month 13, so that twelve months are 52 weeks and every month begins and
ends on a whole part. Two things fill a caseload: sessions added each week (here: offers, clinics),
or people who ask for a place (`calc.months.weeks`).
"""

from __future__ import annotations

import math

import numpy as np

from calc.number import FloatArray, Number, at_least_zero, ratio_of, where

PARTS_PER_WEEK = 3
PARTS_PER_MONTH = 13


def parts_of(months: int) -> int:
    """Thirds of a week in so many months.

    >>> parts_of(12) / PARTS_PER_WEEK
    52.0
    """
    return months * PARTS_PER_MONTH


def by_month(per_part: FloatArray) -> FloatArray:
    """What falls into each month, from what falls into each third of a week, paths side by side.

    >>> by_month(np.full(26, 3.0))
    array([39., 39.])
    """
    months = len(per_part) // PARTS_PER_MONTH
    whole: FloatArray = per_part.reshape(months, PARTS_PER_MONTH, *per_part.shape[1:]).sum(axis=1)
    return whole


def week_of_part(parts_since: FloatArray) -> FloatArray:
    """The week that a third of one lies in, both counted from a start: thirds from 0, weeks from 1.

    >>> week_of_part(np.array([-1.0, 0.0, 2.0, 3.0]))
    array([0., 1., 1., 2.])
    """
    week: FloatArray = np.floor_divide(parts_since, PARTS_PER_WEEK) + 1.0
    return week


def lag_in_parts(lag_weeks: float) -> int:
    """Thirds of a week from a session to its payment.

    >>> lag_in_parts(5.0)
    15
    """
    return round(lag_weeks * PARTS_PER_WEEK)


def straight_share(
    week: Number, full: float, added_per_week: float, delay_weeks: float
) -> FloatArray:
    """The share of a full caseload that is booked in a week since the start, counted from 1.

    Before the first week there is none, and none of a caseload without sessions.

    >>> straight_share(np.array([0.0, 15.0]), 24.0, 2.0, 13.0)
    array([0.        , 0.16666667])
    """
    weeks = np.asarray(week, dtype=np.float64)
    sessions = sessions_in_week(weeks, full, added_per_week, delay_weeks)
    shares: FloatArray = np.asarray(ratio_of(sessions, np.full_like(weeks, full)))
    return np.where(weeks > 0.0, np.nan_to_num(shares), 0.0)


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
