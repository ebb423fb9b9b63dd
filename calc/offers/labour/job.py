"""An employee's year as law looks at it: a worked week, its pay, and the hours that count."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from calc.number import Number, added, at_least_zero, ratio_of
from calc.offers.labour.formulas import SLACK, pay_per_hour_counted, salary_per_week
from calc.offers.labour.terms import LetterTerms
from calc.parameters import Parameter
from calc.parameters.labour import (
    NATION,
    AsRead,
    exempt_threshold,
    exempt_threshold_as_read,
    labour_rule,
    minimum_wage,
    minimum_wage_as_read,
)
from calc.scenario import Bucket, Employee, Hourly, RatePerSession, Salary
from calc.year.evaluate import Result

# States whose law looks at each hour, where that was read.
EACH_HOUR = {"CA": "each_hour_CA"}
# States whose law asks a salary of a professional, where a fee is not enough.
SALARY_ONLY = {"CA": "salary_only_CA"}
# States whose own least salaries bind executives and administrators only.
OTHERS_ONLY = {"NY": "exempt_salary_not_professionals_NY"}
# Work whose hours may not count as working time: that depends, and no text read settles it.
UNSETTLED: tuple[Bucket, ...] = ("training", "travel", "supervision_received")


@dataclass(frozen=True, slots=True)
class Week:
    """Pay of a worked week, and the hours of it that are taken to count."""

    pay: Number
    hours: Number

    @property
    def pay_per_hour(self) -> Number:
        """Pay over those hours."""
        return pay_per_hour_counted(self.pay, self.hours)


@dataclass(frozen=True, slots=True)
class Job:
    """An employee's worked week, its unpaid hours by kind, and the laws of its day.

    `week` holds the hours that surely count, `paid_hours` those that are paid. `perhaps` are those
    of supervision an employer provides to an associate, which may count too; `not_counted` are all
    that are not among those of `week`, by kind. A minimum wage or
    threshold of a day before the state's first that was read is the nation's, the least there is;
    None before that one.
    """

    work: Employee
    terms: LetterTerms
    lowest: AsRead
    lowest_law: Parameter | None
    threshold: AsRead
    threshold_law: Parameter | None
    week: Week
    paid_hours: Number
    perhaps: Number
    unpaid: Mapping[Bucket, Number]
    unsettled: Mapping[Bucket, Number]
    not_counted: Mapping[Bucket, Number]

    @property
    def widest_week(self) -> Week:
        """The week with every hour of it that may count."""
        return Week(self.week.pay, self.week.hours + self.perhaps)

    @property
    def below_threshold(self) -> bool:
        """Whether a salary is below that of an exempt professional."""
        pay, law = self.work.pay, self.threshold_law
        if not isinstance(pay, Salary) or law is None:
            return False
        return bool(np.any(np.less(pay.salary_per_year, law.of("per_year"))))

    @property
    def exempt(self) -> bool:
        """Whether pay may leave this employee outside the rules on hours."""
        return isinstance(self.work.pay, Salary) and not self.below_threshold

    @property
    def fee(self) -> tuple[Parameter, ...]:
        """What bears on pay by the session or a share of fees, which may be a fee.

        By federal law a fee can leave a professional exempt; a state may ask a salary instead.
        """
        by_time = isinstance(self.work.pay, Salary | Hourly)
        name = SALARY_ONLY.get(self.terms.state, "fee_basis")
        return () if by_time else (labour_rule(name),)

    @property
    def not_binding(self) -> tuple[Parameter, ...]:
        """A state's least salaries that bind others than professionals."""
        name = OTHERS_ONLY.get(self.terms.state)
        return (labour_rule(name),) if name else ()

    @property
    def each_hour(self) -> tuple[Parameter, ...]:
        """The rule of a state that looks at each hour."""
        name = EACH_HOUR.get(self.terms.state)
        return (labour_rule(name),) if name else ()


def job_of(result: Result, work: Employee, terms: LetterTerms, on: datetime.date) -> Job:
    """The hours of a year, told apart by whether they surely count as worked."""
    year, weeks = result.year, result.year.worked_weeks.amount
    counted: Number = 0.0
    perhaps: Number = 0.0
    unpaid: dict[Bucket, Number] = {}
    unsettled: dict[Bucket, Number] = {}
    not_counted: dict[Bucket, Number] = {}
    for bucket, line in year.buckets.items():
        if bucket == "unlisted":  # of a contract: whether they are worked nobody has said
            not_counted[bucket] = ratio_of(line.amount, weeks)
            continue
        beside = year.rows[bucket].unpaid.amount * _unpaid_part(work, bucket)
        if bucket not in UNSETTLED:
            counted = counted + line.amount
            unpaid[bucket] = ratio_of(beside, weeks)
            continue
        unsettled[bucket] = ratio_of(beside, weeks)
        paid = _paid_by_name(work, year.rows[bucket].paid.amount)
        counted = counted + paid
        not_counted[bucket] = ratio_of(line.amount - paid, weeks)
        if bucket == "supervision_received" and _provided(result, terms):
            perhaps = line.amount - paid
    return Job(
        work=work,
        terms=terms,
        lowest=minimum_wage_as_read(terms.state, on),
        lowest_law=minimum_wage(terms.state, on) or minimum_wage(NATION, on),
        threshold=exempt_threshold_as_read(terms.state, on),
        threshold_law=exempt_threshold(terms.state, on) or exempt_threshold(NATION, on),
        week=Week(_pay_per_week(result, work), ratio_of(counted, weeks)),
        paid_hours=ratio_of(added(row.paid.amount for row in year.rows.values()), weeks),
        perhaps=ratio_of(perhaps, weeks),
        unpaid=unpaid,
        unsettled=unsettled,
        not_counted=not_counted,
    )


def some(hours: Mapping[Bucket, Number]) -> dict[Bucket, Number]:
    """The kinds of work that take any time."""
    return {name: amount for name, amount in hours.items() if np.any(np.greater(amount, SLACK))}


def _provided(result: Result, terms: LetterTerms) -> bool:
    """Whether supervision is an associate's, and not bought by the associate."""
    bought = np.any(np.greater(result.scenario.support.supervision_price_per_hour, 0.0))
    return not terms.licensed and not bought


def _paid_by_name(work: Employee, paid_hours: Number) -> Number:
    """Hours whose own pay is part of the week's: a salary is for the whole, not for these."""
    return 0.0 if isinstance(work.pay, Salary) else paid_hours


def _unpaid_part(work: Employee, bucket: Bucket) -> Number:
    """The part of unpaid hours that nothing pays for: a lost session may be paid in part."""
    if bucket == "waiting" and isinstance(work.pay, RatePerSession):
        return 1.0 - work.pay.lost_sessions_paid_share
    return 1.0


def _pay_per_week(result: Result, work: Employee) -> Number:
    """Pay of a worked week: no pay for leave, no sign-on bonus, stipend, match or award.

    A salary is that of 52 weeks, as its field says; a bonus or cut by sessions is of the weeks
    worked.
    """
    weeks, pay = result.year.worked_weeks.amount, result.money.earned
    assert pay is not None
    if isinstance(work.pay, Salary):
        return at_least_zero(salary_per_week(pay.main) + ratio_of(pay.beside, weeks))
    return ratio_of(pay.main if isinstance(work.pay, Hourly) else pay.line.amount, weeks)
