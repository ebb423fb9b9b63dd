"""Overtime: what law adds to pay by the hour, for the hours of a week beyond the fortieth.

One rule for the money of a plan, an offer and a post of a clinic, and for the check of an offer.
Sources: 29 U.S.C. 207; 29 CFR 541.602: whoever is paid by the hour is not exempt.
"""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula
from calc.number import Number, at_least_zero, where
from calc.parameters import Parameter
from calc.parameters.labour import labour_rule

US_CURRENCY = "USD"


def hours_of_overtime(
    hours_per_year: Number, worked_weeks: Number, most_per_week: Number
) -> Number:
    """Hours of a year beyond the most a worked week has at the plain rate, weeks being alike.

    A year without a worked week has none.

    >>> float(hours_of_overtime(2_320.0, 48.0, 40.0))
    400.0
    """
    beyond = at_least_zero(hours_per_year - most_per_week * worked_weeks)
    return where(np.greater(worked_weeks, 0.0), beyond, 0.0)


def overtime_premium(rate_per_hour: Number, hours: Number, times: Number) -> Number:
    """What overtime adds to hours that are paid at the plain rate already.

    >>> overtime_premium(30.0, 400.0, 1.5)
    6000.0
    """
    return rate_per_hour * hours * (times - 1.0)


def pay_of_hours(
    rate_per_hour: Number, hours_per_year: Number, worked_weeks: Number, law: Parameter | None
) -> Number:
    """Pay for hours worked in a year, overtime included.

    >>> float(pay_of_hours(30.0, 2_320.0, 48.0, labour_rule("overtime")))
    75600.0
    """
    plain = rate_per_hour * hours_per_year
    if law is None:
        return plain
    beyond = hours_of_overtime(hours_per_year, worked_weeks, law.of("hours_per_week"))
    return plain + overtime_premium(rate_per_hour, beyond, law.of("times"))


def overtime_law(currency: str) -> Parameter | None:
    """The rule; None in another currency, where labour law of the United States is not asked."""
    return labour_rule("overtime") if currency == US_CURRENCY else None


def overtime_line(
    rate_per_hour: Number, paid_hours: Line, worked_weeks: Line, law: Parameter
) -> Line:
    """What is paid for overtime on top of the rate itself, and for how many hours."""
    beyond = formula(
        "money_in.overtime_hours",
        "Paid hours beyond 40 a week",
        hours_of_overtime(paid_hours.amount, worked_weeks.amount, law.of("hours_per_week")),
        "hours_per_year",
        "paid hours, less 40 in each worked week",
        (paid_hours, worked_weeks),
        law,
    )
    return formula(
        "money_in.overtime",
        "Overtime",
        overtime_premium(rate_per_hour, beyond.amount, law.of("times")),
        "money_per_year",
        "paid hours beyond 40 a week x half the hourly rate, on top of the rate itself",
        (beyond,),
        law,
    )
