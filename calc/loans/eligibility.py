"""Which plans are open to a borrower on a day, and the rule that closes each of the others."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from calc.errors import OtherChairError, Problem, ScenarioError
from calc.loans.borrower import PLANS, Borrower
from calc.loans.formulas import to_cents
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules, loan_rules
from calc.scenario.loans import Plan

Flag: TypeAlias = bool | np.bool_ | NDArray[np.bool_]
NOT_COMPUTED: dict[Plan, str] = {
    "icr": "icr_not_computed",
    "graduated": "graduated_not_computed",
    "save": "save_ended",
}


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
        return bool(np.all(self.open))


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
    return "tiered_standard" if has_new_loan(borrower, loan_rules(as_of)) else "standard_10"


def has_new_loan(borrower: Borrower, rules: LoanRules) -> bool:
    """Whether any loan was made on or after the day the new rules hold for."""
    return borrower.latest >= day_of(rules["new_loans_from"])


def day_of(rule: Parameter) -> datetime.date:
    """The day a rule in words speaks of."""
    return datetime.date.fromisoformat(str(rule.value))


def _of(plan: Plan, borrower: Borrower, as_of: datetime.date, rules: LoanRules) -> Eligibility:
    if plan == "extended" and not has_new_loan(borrower, rules):
        least = rules["extended_more_than"]
        open_to = np.greater(to_cents(borrower.balance), least.number)
        return Eligibility(plan, open_to, None if np.all(open_to) else least)
    closed = NOT_COMPUTED.get(plan) or _closes(plan, borrower, as_of, rules)
    return Eligibility(plan, closed is None, None if closed is None else rules[closed])


def _closes(plan: Plan, borrower: Borrower, as_of: datetime.date, rules: LoanRules) -> str | None:
    """The name of the rule that closes a plan; None where it is open."""
    new_loan = has_new_loan(borrower, rules)
    match plan:
        case "rap":
            return None
        case "tiered_standard":
            return None if new_loan else "tiered_needs_new_loan"
        case _ if new_loan:
            return "new_loans_from"
        case "paye":
            return _closes_paye(borrower, as_of, rules)
        case "ibr_10" | "ibr_15":
            return _closes_ibr(plan, borrower, rules)
        case _:
            return None


def _closes_paye(borrower: Borrower, as_of: datetime.date, rules: LoanRules) -> str | None:
    if as_of > day_of(rules["paye_ends"]):
        return "paye_ends"
    return None if borrower.plan_now == "paye" else "paye_entry"


def _closes_ibr(plan: Plan, borrower: Borrower, rules: LoanRules) -> str | None:
    if borrower.save_payments >= rules["ibr_save_payments"].number:
        return "ibr_save_payments"
    if plan == "ibr_10":
        return None if borrower.new_borrower else "ibr_new_borrower"
    return "ibr_earlier_borrower" if borrower.new_borrower else None
