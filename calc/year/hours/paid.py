"""Which hours are paid, under each arrangement's own rule."""

from __future__ import annotations

import numpy as np

from calc.number import Number, added, ratio_of, where
from calc.scenario import Bucket, Contractor, Employee, Hourly, RatePerSession, Salary, Work
from calc.year.hours.formulas import hours_beyond, hours_of_weeks


def paid_hours(
    work: Work, hours: dict[Bucket, Number], worked_weeks: Number
) -> dict[Bucket, Number]:
    """Paid hours of each bucket, under the arrangement's own rule."""
    match work:
        case Employee(pay=Salary() as salary):
            contracted = hours_of_weeks(salary.contracted_hours_per_week, worked_weeks)
            return _paid_by_salary(hours, contracted)
        case Employee(pay=Hourly() as hourly):
            paid_buckets: tuple[Bucket, ...] = hourly.paid_buckets
        case Contractor(pay=RatePerSession() as rate) | Employee(pay=RatePerSession() as rate):
            return _paid_per_session(hours, rate)
        case _:
            paid_buckets = ("sessions",)
    return {
        name: amount if name in paid_buckets else amount * 0.0 for name, amount in hours.items()
    }


def _paid_per_session(hours: dict[Bucket, Number], rate: RatePerSession) -> dict[Bucket, Number]:
    """Sessions are paid, and the other work named where its rate is more than nothing."""
    paid = where(np.greater(rate.administration_rate_per_hour, 0.0), 1.0, 0.0)
    named = rate.administration_rate_buckets
    return {
        name: amount if name == "sessions" else amount * (paid if name in named else 0.0)
        for name, amount in hours.items()
    }


def _paid_by_salary(hours: dict[Bucket, Number], contracted: Number) -> dict[Bucket, Number]:
    """Hours beyond the contract are unpaid, spread over all but the sessions, then over those."""
    beside = added(amount for name, amount in hours.items() if name != "sessions")
    beyond = hours_beyond(beside + hours["sessions"], contracted)
    unpaid_beside = np.minimum(beyond, beside)
    unpaid_sessions = beyond - unpaid_beside
    spread = ratio_of(unpaid_beside, where(np.equal(beside, 0.0), 1.0, beside))
    return {
        name: amount - (unpaid_sessions if name == "sessions" else amount * spread)
        for name, amount in hours.items()
    }
