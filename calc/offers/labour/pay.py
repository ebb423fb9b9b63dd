"""Unpaid work, minimum wages and overtime: what law says of an employee's pay."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping

import numpy as np

from calc.number import WEEKS_PER_YEAR, Number, added
from calc.offers.labour.formulas import SLACK, at_the_rate, hours_beyond, short_of
from calc.offers.labour.job import Job, job_of, some
from calc.offers.labour.terms import Check, CheckKind, LetterTerms, known
from calc.parameters import Parameter
from calc.parameters.labour import labour_rule, overtime_by_the_day
from calc.scenario import Bucket, Employee, Hourly, Salary
from calc.year.evaluate import Result

# Work there is none of while no client may be seen.
WITH_CLIENTS: tuple[Bucket, ...] = ("sessions", "notes", "billing", "waiting")


def pay_checks(result: Result, terms: LetterTerms, on: datetime.date) -> Iterator[Check]:
    """What to ask of an employee's pay; nothing for other work, nor in another currency."""
    work = result.scenario.work
    if not isinstance(work, Employee) or result.scenario.currency != "USD":
        return
    job = job_of(result, work, terms, on)
    yield from _not_read(job)
    yield from _minimum_wage(job)
    if isinstance(work.pay, Salary):
        yield from _threshold(job, work.pay)
        yield from _exempt_or_not(job, work.pay)
    else:
        yield from _overtime(job)
        yield from _overtime_by_the_day(job)
        yield from _first_weeks(job)
    if not job.exempt:
        yield from _unpaid(job)


def _not_read(job: Job) -> Iterator[Check]:
    """Figures of the day's year that were not read: the nearest there is, and its day."""
    if not job.lowest.covers:
        values: dict[str, Number | str] = {
            "state": job.terms.state,
            "minimum_wage": job.lowest.law.number,
            "since": job.lowest.since.isoformat(),
        }
        yield Check("minimum_wage_not_read", job.lowest.law, values)
    if isinstance(job.work.pay, Salary) and not job.threshold.covers:
        values = {
            "state": job.terms.state,
            "threshold_per_year": job.threshold.law.of("per_year"),
            "since": job.threshold.since.isoformat(),
        }
        yield Check("threshold_not_read", job.threshold.law, values)


def _unpaid(job: Job) -> Iterator[Check]:
    """Work that nothing pays for, with its hours a worked week, by kind."""
    counted: tuple[tuple[CheckKind, str, Mapping[Bucket, Number]], ...] = (
        ("unpaid_work", "hours_worked", job.unpaid),
        ("unpaid_work_unsettled", "hours_unsettled", job.unsettled),
    )
    for kind, law, hours in counted:
        found = some(hours)
        if not found:
            continue
        unsaid = " ".join(sorted(job.terms.unsaid & set(found)))
        values: dict[str, Number | str] = dict(found.items())
        values["hours_per_week"] = added(found.values())
        if unsaid:
            values["unsaid"] = unsaid
        yield Check(kind, labour_rule(law), values, also=(*job.each_hour, *job.fee))


def _first_weeks(job: Job) -> Iterator[Check]:
    """Unpaid work of the weeks before the first client, whose average no later week makes up."""
    weeks = job.terms.credentialing_weeks
    unpaid = added(h for name, h in job.unpaid.items() if name not in WITH_CLIENTS)
    unsettled = added(job.unsettled.values())
    if not np.any(np.greater(weeks, 0.0) & np.greater(unpaid + unsettled, SLACK)):
        return
    values: dict[str, Number | str] = {
        "hours_per_week": unpaid,
        "hours_unsettled": unsettled,
        "weeks": weeks,
    }
    also = (labour_rule("hours_worked"), labour_rule("hours_unsettled"), *job.each_hour, *job.fee)
    yield Check("first_weeks_unpaid", labour_rule("averaging"), values, also=also)


def _minimum_wage(job: Job) -> Iterator[Check]:
    """Pay under the minimum wage: over all hours of the week, and where law asks, for each hour."""
    law = job.lowest_law
    if law is None:
        return
    sure = law.confirmed and job.lowest.covers
    yield from _overall(job, law, sure=sure)
    if not job.exempt:
        yield from _hour_by_hour(job, law, sure=sure)


def _overall(job: Job, law: Parameter, *, sure: bool) -> Iterator[Check]:
    """Grave only where pay is too low for the hours that surely count."""
    least = law.number
    surely = bool(np.any(np.less(job.week.pay_per_hour, least)))
    week = job.week if surely else job.widest_week
    if not np.any(np.less(week.pay_per_hour, least)):
        return
    values: dict[str, Number | str] = {
        "pay_per_hour": week.pay_per_hour,
        "minimum_wage": least,
        "hours_per_week": week.hours,
        "short_per_week": at_the_rate(week.hours, short_of(least, week.pay_per_hour)),
    }
    also: tuple[Parameter, ...] = (labour_rule("averaging"),)
    if not surely:
        values["hours_unsettled"] = job.perhaps
        also = (*also, labour_rule("hours_unsettled"))
    if job.exempt:
        also = (*also, labour_rule("professional_exemption"))
    grave = surely and sure and not job.exempt
    yield Check("below_minimum_wage_overall", law, known(values), grave, also)


def _hour_by_hour(job: Job, law: Parameter, *, sure: bool) -> Iterator[Check]:
    """Unpaid hours, at the minimum wage; grave only where the rule itself was read."""
    unpaid = some(job.unpaid)
    for rule in job.each_hour if unpaid else ():
        hours = added(unpaid.values())
        values: dict[str, Number | str] = {
            "hours_per_week": hours,
            "minimum_wage": law.number,
            "at_minimum_wage_per_week": at_the_rate(hours, law.number),
        }
        grave = sure and rule.certainty == "confirmed"
        yield Check("below_minimum_wage_unpaid_hours", rule, values, grave, (law, *job.fee))


def _threshold(job: Job, pay: Salary) -> Iterator[Check]:
    """A salary below that of an exempt professional: then hours beyond 40 are overtime."""
    law = job.threshold_law
    if law is None or not job.below_threshold:
        return
    values = _salary_and_hours(job, pay, law)
    values["short_per_year"] = short_of(law.of("per_year"), pay.salary_per_year)
    beyond = bool(np.any(np.greater(values["hours_beyond"], SLACK)))
    grave = law.confirmed and job.threshold.covers and beyond
    also = (labour_rule("professional_exemption"), labour_rule("overtime"), *job.not_binding)
    yield Check("salary_below_exempt_threshold", law, known(values), grave, also)


def _exempt_or_not(job: Job, pay: Salary) -> Iterator[Check]:
    """A salary high enough, of a person not yet licensed: the duties are a test of their own."""
    law = job.threshold_law
    if law is None or job.terms.licensed:
        return
    if np.any(np.greater_equal(pay.salary_per_year, law.of("per_year"))):
        also = (law, labour_rule("overtime"), *job.not_binding)
        values = {**_salary_and_hours(job, pay, law), **_hours_in_all(job)}
        yield Check(
            "exempt_or_not", labour_rule("professional_exemption"), known(values), also=also
        )


def _hours_in_all(job: Job) -> dict[str, Number]:
    """By kind the hours of the week that are not counted, and all it has; empty without such."""
    found: dict[str, Number] = {str(name): hours for name, hours in some(job.not_counted).items()}
    if found:
        found["hours_in_all"] = job.week.hours + added(found.values())
    return found


def _salary_and_hours(job: Job, pay: Salary, law: Parameter) -> dict[str, Number | str]:
    """The salary and its law; a full year at the minimum wage too, where that comes to more."""
    hours, full = job.week.hours, labour_rule("overtime").of("hours_per_week")
    values: dict[str, Number | str] = {
        "salary_per_year": pay.salary_per_year,
        "threshold_per_year": law.of("per_year"),
        "hours_per_week": hours,
        "hours_beyond": hours_beyond(hours, full),
    }
    least = at_the_rate(full, job.lowest.law.number) * WEEKS_PER_YEAR
    if np.greater(least, law.of("per_year")):
        values["minimum_wage_per_year"] = least
    return values


def _overtime(job: Job) -> Iterator[Check]:
    """Hours beyond 40 a worked week of an employee who is not on a salary."""
    law, pay = labour_rule("overtime"), job.work.pay
    beyond = hours_beyond(job.week.hours, law.of("hours_per_week"))
    if not np.any(np.greater(beyond, SLACK)):
        return
    rate = pay.rate_per_hour if isinstance(pay, Hourly) else job.week.pay_per_hour
    values: dict[str, Number | str] = {
        "hours_per_week": job.week.hours,
        "hours_beyond": beyond,
        "overtime_rate_per_hour": at_the_rate(law.of("times"), rate),
    }
    if isinstance(pay, Hourly):  # the money has it for the hours that are paid
        values["hours_in_pay"] = hours_beyond(job.paid_hours, law.of("hours_per_week"))
    yield Check("overtime", law, values, also=job.fee)


def _overtime_by_the_day(job: Job) -> Iterator[Check]:
    """A state that counts the day too, where a week has hours enough for one long day."""
    rule = overtime_by_the_day(job.terms.state)
    if rule is not None and np.any(np.greater(job.week.hours, rule.of("hours_per_day"))):
        yield Check("overtime_by_the_day", rule, also=job.fee)
