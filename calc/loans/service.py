"""Public Service Loan Forgiveness: whether a job counts, and what is odd about a loan plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.loans.from_inputs import borrower_of, plan_used, plans_of
from calc.loans.plans import counts_for_pslf
from calc.number import Number
from calc.parameters.student_loans import LoanRules, loan_rules
from calc.scenario import Employee, Hourly, Salary, Scenario, UsTax
from calc.scenario.loans import LoansByPlan
from calc.statements import Remark

WhyNot = Literal["pslf_not_employee", "pslf_employer", "pslf_hours"]


@dataclass(frozen=True, slots=True)
class PublicService:
    """Whether payments count for PSLF; `why_not` says what stands against it where it was asked."""

    asked: bool
    counts: bool
    why_not: WhyNot | None = None
    hours_per_week: Number = 0.0


def public_service(scenario: Scenario, hours_per_week: Number) -> PublicService:
    """Whether payments count: 30 hours a week or more for qualifying employers, in all jobs.

    Law adds the hours of every job that counts (34 CFR 685.219(b): "in one or more jobs").
    Contracted hours are taken where the pay states them, else the hours of a worked week. Of the
    other job only its hours are known: that its employer counts is what the person says.
    """
    loans = scenario.loans
    if not isinstance(loans, LoansByPlan) or loans.pslf_employer == "none":
        return PublicService(asked=False, counts=False)
    rules = loan_rules(loans.as_of)
    against, hours = _against_this_work(scenario, rules), 0.0 * hours_per_week
    if loans.pslf_employer == "this_work" and against is not None:
        return PublicService(True, False, against)
    if against is None:
        hours = hours + _hours_of_this_work(scenario, hours_per_week)
    if loans.pslf_employer != "this_work":
        hours = hours + scenario.household.other_job_hours_per_week
    enough = bool(np.all(np.greater_equal(hours, rules["pslf_hours_per_week"].number)))
    return PublicService(True, enough, None if enough else "pslf_hours", hours)


def _against_this_work(scenario: Scenario, rules: LoanRules) -> WhyNot | None:
    """Why this work does not count whatever its hours; None where it does."""
    work = scenario.work
    if not isinstance(work, Employee):
        return "pslf_not_employee"
    counts = work.employer_type in rules["pslf_employers"].words("types")
    return None if counts else "pslf_employer"


def _hours_of_this_work(scenario: Scenario, hours_per_week: Number) -> Number:
    pay = scenario.work.pay
    return pay.contracted_hours_per_week if isinstance(pay, Salary | Hourly) else hours_per_week


def loan_remarks(scenario: Scenario, hours_per_week: Number) -> Iterator[Remark]:
    """What is odd or left out about a repayment plan."""
    loans = scenario.loans
    if not isinstance(loans, LoansByPlan) or not loans.federal:
        return
    plans = plans_of(loans)
    used = plan_used(loans, borrower_of(loans))
    if used != loans.plan:
        values = {
            "plan": loans.plan,
            "used": used,
            "rule": next(found.closed_by for found in plans if found.plan == loans.plan),
            "open": tuple(found.plan for found in plans if found.for_all),
        }
        yield Remark("plan_not_open", "loans.plan", values)
    if not isinstance(scenario.household.tax, UsTax) and loans.adjusted_income_per_year is None:
        yield Remark("loan_income_before_tax", "loans.adjusted_income_per_year")
    service = public_service(scenario, hours_per_week)
    rules = loan_rules(loans.as_of)
    if service.why_not is not None:
        least = rules["pslf_hours_per_week"].number
        found = {"hours": service.hours_per_week, "least": least}
        yield Remark(service.why_not, "loans.pslf_employer", found)
    elif service.counts and not counts_for_pslf(used, rules):
        yield Remark("pslf_plan", "loans.plan", {"plan": used})
