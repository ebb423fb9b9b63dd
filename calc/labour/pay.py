"""Unpaid work, minimum wages and overtime: what law says of an employee's pay."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from calc.evaluate import Result
from calc.labour.terms import Check, CheckKind, LetterTerms, known
from calc.number import Number, at_least_zero, ratio_of
from calc.parameters import Parameter
from calc.parameters.labour import NATION, exempt_threshold, labour_rule, minimum_wage
from calc.scenario import Bucket, Employee, Hourly, RatePerSession, Salary

# States whose law looks at each hour, where that was read.
EACH_HOUR = {"CA": "each_hour_CA"}
# States whose own least salaries bind executives and administrators only.
OTHERS_ONLY = {"NY": "exempt_salary_not_professionals_NY"}
# Hours that are rounding, not work.
SLACK = 1e-9


def pay_per_hour_counted(pay_per_year: Number, hours_counted_per_year: Number) -> Number:
    """Pay before tax over the hours that count as worked; NaN without hours.

    >>> pay_per_hour_counted(20_700.0, 1_380.0)
    15.0
    """
    return ratio_of(pay_per_year, hours_counted_per_year)


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


@dataclass(frozen=True, slots=True)
class _Job:
    """An employee's year as law looks at it: a worked week's hours that count, and the unpaid."""

    work: Employee
    terms: LetterTerms
    lowest: Parameter
    threshold: Parameter
    wages_per_hour: Number
    hours_per_week: Number
    unpaid: Mapping[Bucket, Number]
    unsettled: Mapping[Bucket, Number]

    @property
    def below_threshold(self) -> bool:
        """Whether a salary is below that of an exempt professional."""
        pay, least = self.work.pay, self.threshold.of("per_year")
        return isinstance(pay, Salary) and bool(np.any(np.less(pay.salary_per_year, least)))

    @property
    def exempt(self) -> bool:
        """Whether pay may leave this employee outside the rules on hours."""
        return isinstance(self.work.pay, Salary) and not self.below_threshold

    @property
    def fee(self) -> tuple[Parameter, ...]:
        """What bears on pay by the session or a share of fees, which may be a fee."""
        by_time = isinstance(self.work.pay, Salary | Hourly)
        return () if by_time else (labour_rule("fee_basis"),)

    @property
    def not_binding(self) -> tuple[Parameter, ...]:
        """A state's least salaries that bind others than professionals."""
        name = OTHERS_ONLY.get(self.terms.state)
        return (labour_rule(name),) if name else ()

    @property
    def each_hour(self) -> Parameter | None:
        """The rule of a state that looks at each hour."""
        name = EACH_HOUR.get(self.terms.state)
        return labour_rule(name) if name else None


def pay_checks(result: Result, terms: LetterTerms, on: datetime.date) -> Iterator[Check]:
    """What to ask of an employee's pay; nothing for other work, nor in another currency."""
    work = result.scenario.work
    if not isinstance(work, Employee) or result.scenario.currency != "USD":
        return
    lowest = minimum_wage(terms.state, on) or minimum_wage(NATION, on)
    threshold = exempt_threshold(terms.state, on) or exempt_threshold(NATION, on)
    if lowest is None or threshold is None:
        return
    job = _job(result, work, terms, lowest, threshold)
    yield from _minimum_wage(job)
    yield from _threshold(job)
    if not job.exempt:
        yield from _unpaid(job)
    if not isinstance(work.pay, Salary):
        yield from _overtime(job)


def _job(
    result: Result, work: Employee, terms: LetterTerms, lowest: Parameter, threshold: Parameter
) -> _Job:
    """The hours of a year, told apart by whether they surely count as worked."""
    year, unsure = result.year, _unsettled(result, terms)
    weeks = year.worked_weeks.amount
    counted: Number = 0.0
    unpaid: dict[Bucket, Number] = {}
    unsettled: dict[Bucket, Number] = {}
    for bucket, line in year.buckets.items():
        beside = line.parts[1].amount * _unpaid_part(work, bucket)
        (unsettled if bucket in unsure else unpaid)[bucket] = ratio_of(beside, weeks)
        if bucket not in unsure:
            counted = counted + line.amount
    return _Job(
        work=work,
        terms=terms,
        lowest=lowest,
        threshold=threshold,
        wages_per_hour=pay_per_hour_counted(result.money.taxable.amount, counted),
        hours_per_week=ratio_of(counted, weeks),
        unpaid=unpaid,
        unsettled=unsettled,
    )


def _unsettled(result: Result, terms: LetterTerms) -> frozenset[Bucket]:
    """Work whose hours may not count: training, travel, and guidance one seeks or buys oneself."""
    bought = np.any(np.greater(result.scenario.support.supervision_price_per_hour, 0.0))
    if terms.licensed or bought:
        return frozenset(("training", "travel", "supervision_received"))
    return frozenset(("training", "travel"))


def _unpaid_part(work: Employee, bucket: Bucket) -> Number:
    """The part of unpaid hours that nothing pays for: a lost session may be paid in part."""
    if bucket == "waiting" and isinstance(work.pay, RatePerSession):
        return 1.0 - work.pay.lost_sessions_paid_share
    return 1.0


def _some(hours: Mapping[Bucket, Number]) -> dict[Bucket, Number]:
    return {name: amount for name, amount in hours.items() if np.any(np.greater(amount, SLACK))}


def _sum(hours: Mapping[Bucket, Number]) -> Number:
    found: Number = 0.0
    for amount in hours.values():
        found = found + amount
    return found


def _unpaid(job: _Job) -> Iterator[Check]:
    """Work that nothing pays for, with its hours a worked week, by kind."""
    counted: tuple[tuple[CheckKind, str, Mapping[Bucket, Number]], ...] = (
        ("unpaid_work", "hours_worked", job.unpaid),
        ("unpaid_work_unsettled", "hours_unsettled", job.unsettled),
    )
    for kind, law, hours in counted:
        found = _some(hours)
        if not found:
            continue
        unsaid = " ".join(sorted(job.terms.unsaid & set(found)))
        values: dict[str, Number | str] = dict(found.items())
        values["hours_per_week"] = _sum(found)
        if unsaid:
            values["unsaid"] = unsaid
        own = (job.each_hour,) if job.each_hour else ()
        yield Check(kind, labour_rule(law), values, grave=False, also=(*own, *job.fee))


def _minimum_wage(job: _Job) -> Iterator[Check]:
    """Pay under the minimum wage: over all hours of the week, and where law asks, for each hour."""
    least = job.lowest.number
    sure = job.lowest.confirmed
    if np.any(np.less(job.wages_per_hour, least)):
        values: dict[str, Number | str] = {
            "pay_per_hour": job.wages_per_hour,
            "minimum_wage": least,
            "hours_per_week": job.hours_per_week,
            "short_per_week": at_the_rate(job.hours_per_week, short_of(least, job.wages_per_hour)),
        }
        also: tuple[Parameter, ...] = (labour_rule("averaging"),)
        if job.exempt:
            also = (*also, labour_rule("professional_exemption"))
        grave = sure and not job.exempt
        yield Check("below_minimum_wage_overall", job.lowest, known(values), grave, also)
    if job.each_hour is None or job.exempt:
        return
    unpaid = _some({n: hours for n, hours in job.unpaid.items() if n != "supervision_received"})
    if unpaid:
        hours = _sum(unpaid)
        values = {
            "hours_per_week": hours,
            "minimum_wage": least,
            "owed_per_week": at_the_rate(hours, least),
        }
        also = (job.lowest, *job.fee)
        yield Check("below_minimum_wage_unpaid_hours", job.each_hour, values, sure, also)


def _threshold(job: _Job) -> Iterator[Check]:
    """A salary below that of an exempt professional: then hours beyond 40 are overtime."""
    pay = job.work.pay
    if not isinstance(pay, Salary) or not job.below_threshold:
        return
    overtime = labour_rule("overtime")
    beyond = hours_beyond(job.hours_per_week, overtime.of("hours_per_week"))
    values: dict[str, Number | str] = {
        "salary_per_year": pay.salary_per_year,
        "threshold_per_year": job.threshold.of("per_year"),
        "short_per_year": short_of(job.threshold.of("per_year"), pay.salary_per_year),
        "hours_per_week": job.hours_per_week,
        "hours_beyond": beyond,
    }
    grave = job.threshold.confirmed and bool(np.any(np.greater(beyond, SLACK)))
    also = (labour_rule("professional_exemption"), overtime, *job.not_binding)
    yield Check("salary_below_exempt_threshold", job.threshold, known(values), grave, also)


def _overtime(job: _Job) -> Iterator[Check]:
    """Hours beyond 40 a worked week of an employee who is not on a salary."""
    law, pay = labour_rule("overtime"), job.work.pay
    beyond = hours_beyond(job.hours_per_week, law.of("hours_per_week"))
    if not np.any(np.greater(beyond, SLACK)):
        return
    rate = pay.rate_per_hour if isinstance(pay, Hourly) else job.wages_per_hour
    values: dict[str, Number | str] = {
        "hours_per_week": job.hours_per_week,
        "hours_beyond": beyond,
        "overtime_rate_per_hour": at_the_rate(law.of("times"), rate),
    }
    yield Check("overtime", law, values, grave=False, also=job.fee)
