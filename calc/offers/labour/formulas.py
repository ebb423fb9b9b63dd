"""Formulas of pay as law looks at it: of a worked week, and of an hour in it."""

from __future__ import annotations

from calc.number import WEEKS_PER_YEAR, Number, at_least_zero, ratio_of

# Hours that are rounding, not work.
SLACK = 1e-9


def salary_per_week(salary_per_year: Number) -> Number:
    """A week's part of a salary, which pays for weeks off too.

    >>> salary_per_week(52_000.0)
    1000.0
    """
    return salary_per_year / WEEKS_PER_YEAR


def pay_per_hour_counted(pay: Number, hours_counted: Number) -> Number:
    """Pay before tax over the hours that count as worked; NaN without hours.

    >>> pay_per_hour_counted(450.0, 30.0)
    15.0
    """
    return ratio_of(pay, hours_counted)


def hours_beyond(hours_per_week: Number, most_per_week: Number) -> Number:
    """Hours of a week beyond those that are paid at the plain rate.

    >>> float(hours_beyond(43.5, 40.0))
    3.5
    """
    return at_least_zero(hours_per_week - most_per_week)


def at_the_rate(hours_per_week: Number, rate_per_hour: Number) -> Number:
    """What hours of a week come to at a rate.

    >>> at_the_rate(5.0, 16.9)
    84.5
    """
    return hours_per_week * rate_per_hour


def short_of(least: Number, found: Number) -> Number:
    """How far a figure is below the least it may be.

    >>> float(short_of(684.0, 600.0))
    84.0
    """
    return at_least_zero(least - found)
