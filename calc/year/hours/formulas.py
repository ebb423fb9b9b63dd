"""Formulas of a year's sessions and hours."""

from __future__ import annotations

import numpy as np

from calc.number import MINUTES_PER_HOUR, WEEKS_PER_YEAR, Number, at_least_zero, where


def worked_weeks_per_year(weeks_off: Number) -> Number:
    """Weeks of the year with clients.

    >>> float(worked_weeks_per_year(6.0))
    46.0
    """
    return at_least_zero(WEEKS_PER_YEAR - weeks_off)


def booked_sessions_per_week(clients: Number, weeks_between_sessions: Number) -> Number:
    """Sessions booked a week from clients who come every so many weeks.

    >>> booked_sessions_per_week(10.0, 2.0)
    5.0
    """
    return clients / weeks_between_sessions


def sessions_per_year(booked_per_week: Number, share: Number, worked_weeks: Number) -> Number:
    """Sessions of a year that end in one way.

    >>> sessions_per_year(22.0, 0.5, 46.0)
    506.0
    """
    return booked_per_week * share * worked_weeks


def hours_of_sessions(sessions: Number, minutes_per_session: Number) -> Number:
    """Hours that a number of sessions takes.

    >>> hours_of_sessions(12.0, 50.0)
    10.0
    """
    return sessions * minutes_per_session / MINUTES_PER_HOUR


def hours_waited(lost_hours: Number, reused_share: Number) -> Number:
    """Time of lost sessions that is not put to other use.

    >>> hours_waited(101.2, 0.5)
    50.6
    """
    return lost_hours * (1.0 - reused_share)


def hours_of_weeks(hours_per_week: Number, worked_weeks: Number) -> Number:
    """Hours of a year from hours of a worked week.

    >>> hours_of_weeks(3.0, 46.0)
    138.0
    """
    return hours_per_week * worked_weeks


def share_of_sessions_that_take_place(held_share: Number, clients_per_session: Number) -> Number:
    """A group meets although some of its members do not come; anybody else's slot is lost.

    >>> float(share_of_sessions_that_take_place(0.9, 1.0))
    0.9
    >>> float(share_of_sessions_that_take_place(0.9, 8.0))
    1.0
    """
    return where(np.greater(clients_per_session, 1.0), 1.0, held_share)


def hours_beyond(hours: Number, contracted_hours: Number) -> Number:
    """Hours a salary does not pay for.

    >>> float(hours_beyond(1_900.0, 1_840.0))
    60.0
    """
    return at_least_zero(hours - contracted_hours)
