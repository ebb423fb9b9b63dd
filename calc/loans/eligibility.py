"""Which plans are open to a borrower on a day, and the rule that closes each of the others."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from calc.errors import OtherChairError, Problem, ScenarioError
from calc.loans.borrower import Borrower
from calc.loans.gates import in_all_draws
from calc.loans.plans import PLANS, RECORDS
from calc.number import Flag
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules, loan_rules
from calc.scenario.loans import Plan


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Whether a plan is open, and where it is not, the rule that closes it.

    `open` is one truth or one a draw (a limit on the balance may be met in some draws only);
    `closed_by` is None where every draw is open.
    """

    plan: Plan
    open: Flag
    closed_by: Parameter | None = None

    @property
    def for_all(self) -> bool:
        """Whether it is open in every draw."""
        return in_all_draws(self.open)


class PlanNotOpenError(OtherChairError):
    """A plan asked for that is not open; `closed_by` is the rule, `open_plans` are the others."""

    def __init__(self, plan: Plan, closed_by: Parameter, open_plans: tuple[Plan, ...]) -> None:
        self.plan = plan
        self.closed_by = closed_by
        self.open_plans = open_plans
        super().__init__(f"{plan} is not open: {closed_by.label}. Open are {list(open_plans)}")


def eligible_plans(borrower: Borrower, as_of: datetime.date) -> tuple[Eligibility, ...]:
    """Every plan, open or closed to a borrower on a day, with the rule that closes it.

    Nothing is derived that only the borrower knows: whether they are a new borrower of IBR, and
    what they repay under now, is stated. Source: 20 U.S.C. 1087e(d), 34 CFR 685.208 and 685.209.
    """
    rules = loan_rules(as_of)
    if not borrower.loans:
        raise ScenarioError((Problem("loans", "too_few", 0, 1),))
    if borrower.latest > as_of:
        days = borrower.latest.isoformat(), as_of.isoformat()
        raise ScenarioError((Problem("made_on", "loan_in_the_future", *days),))
    return tuple(_of(plan, borrower, as_of, rules) for plan in PLANS)


def open_plans(borrower: Borrower, as_of: datetime.date) -> tuple[Plan, ...]:
    """The plans open in every draw."""
    return tuple(found.plan for found in eligible_plans(borrower, as_of) if found.for_all)


def plan_by_law(borrower: Borrower, as_of: datetime.date) -> Plan:
    """The plan of a borrower who picks none: Tiered Standard with a new loan, else Standard."""
    return next(plan for plan in open_plans(borrower, as_of) if RECORDS[plan].by_law)


def _of(plan: Plan, borrower: Borrower, as_of: datetime.date, rules: LoanRules) -> Eligibility:
    for gate in RECORDS[plan].gates:
        rule = rules[gate.rule]
        open_to = gate.lets_in(borrower, as_of, rule)
        if not in_all_draws(open_to):
            return Eligibility(plan, open_to, rule)
    return Eligibility(plan, True)
