"""Every loan plan in one record: its names, who may choose it, what it asks and how it ends.

A new plan is a record here, its rules in `data/student_loans.toml` (`pslf_plans` there says which
count for public service), and its name in the `Plan` of `scenario/loans.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from calc.loans import gates
from calc.loans.borrower import Borrower
from calc.loans.by_income import ShareAboveGuideline, ShareOfIncome
from calc.loans.gates import Gate
from calc.loans.level import LevelPayment
from calc.number import Number
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules
from calc.scenario.loans import Plan

Payment: TypeAlias = LevelPayment | ShareOfIncome | ShareAboveGuideline


@dataclass(frozen=True, slots=True)
class Waiver:
    """Interest that is not charged where the payment does not cover it.

    `share` is the part of a month's interest, `months` the rule for how long: None for always.
    """

    share: Callable[[Borrower], Number]
    months: str | None = None

    def lasts(self, rules: LoanRules) -> float:
        """For how many months."""
        return np.inf if self.months is None else rules[self.months].number


@dataclass(frozen=True, slots=True)
class GivesWay:
    """The end of a plan by law: the rule with its day, and what may follow, the first open one."""

    ends_on: str
    to: tuple[Plan, ...]


def _no_interest(_borrower: Borrower) -> Number:
    return 0.0


def _all_interest(_borrower: Borrower) -> Number:
    return 1.0


def _subsidised_interest(borrower: Borrower) -> Number:
    return borrower.subsidised_share


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanPlan:
    """One plan by law; every rule is named as in `data/student_loans.toml`.

    `gates` are met by whom it is open to, the first unmet one closes it. `payment` is None where
    it is not computed. `match` is what the government adds to principal a month. `by_law` says
    that a borrower who picks none is put on it where it is open.
    """

    name: str
    full_name: str
    gates: tuple[Gate, ...] = ()
    payment: Payment | None = None
    waiver: Waiver = Waiver(_no_interest)
    match: str | None = None
    gives_way: GivesWay | None = None
    by_law: bool = False

    @property
    def family(self) -> str:
        """The name without what tells plans of one name apart.

        >>> RECORDS["ibr_10"].family, RECORDS["rap"].family
        ('IBR', 'RAP')
        """
        return self.name.partition(" (")[0]

    def sources(self, rules: LoanRules) -> tuple[Parameter, ...]:
        """The rules behind its payment, the weightiest first."""
        return tuple(rules[name] for name in (self.payment.reads if self.payment else ()))

    def matched_at_most(self, rules: LoanRules) -> float:
        """What is added to principal a month, at most."""
        return 0.0 if self.match is None else rules[self.match].number


OLD_LOANS_ONLY = Gate("new_loans_from", gates.with_no_loan_since)
NOT_AFTER_SAVE = Gate("ibr_save_payments", gates.with_fewer_save_payments)
SUBSIDISED_FOR_A_WHILE = Waiver(_subsidised_interest, "subsidised_waiver_months")

RECORDS: Mapping[Plan, LoanPlan] = MappingProxyType(
    {
        "standard_10": LoanPlan(
            name="Standard",
            full_name="Standard (10 years)",
            gates=(OLD_LOANS_ONLY,),
            payment=LevelPayment(ends_after="standard_months"),
            by_law=True,
        ),
        "extended": LoanPlan(
            name="Extended",
            full_name="Extended (25 years)",
            gates=(OLD_LOANS_ONLY, Gate("extended_more_than", gates.who_owes_more)),
            payment=LevelPayment(ends_after="extended_months"),
        ),
        "tiered_standard": LoanPlan(
            name="Tiered Standard",
            full_name="Tiered Standard (10 to 25 years)",
            gates=(Gate("tiered_needs_new_loan", gates.with_a_loan_since),),
            payment=LevelPayment(ends_after="tiered_months"),
            by_law=True,
        ),
        "rap": LoanPlan(
            name="RAP",
            full_name="RAP (Repayment Assistance Plan)",
            payment=ShareOfIncome(
                ends_after="rap_months",
                steps="rap_rate",
                low_income_amount="rap_low_income_amount",
                reduction_per_dependent="rap_reduction_per_dependent",
                least="rap_least_payment",
            ),
            waiver=Waiver(_all_interest),
            match="rap_principal_match",
        ),
        "ibr_10": LoanPlan(
            name="IBR (10 %)",
            full_name="IBR, 10 % (Income-Based Repayment)",
            gates=(
                OLD_LOANS_ONLY,
                NOT_AFTER_SAVE,
                Gate("ibr_new_borrower", gates.new_borrowers),
            ),
            payment=ShareAboveGuideline(law="ibr_10"),
            waiver=SUBSIDISED_FOR_A_WHILE,
        ),
        "ibr_15": LoanPlan(
            name="IBR (15 %)",
            full_name="IBR, 15 % (Income-Based Repayment)",
            gates=(
                OLD_LOANS_ONLY,
                NOT_AFTER_SAVE,
                Gate("ibr_earlier_borrower", gates.earlier_borrowers),
            ),
            payment=ShareAboveGuideline(law="ibr_15"),
            waiver=SUBSIDISED_FOR_A_WHILE,
        ),
        "paye": LoanPlan(
            name="PAYE",
            full_name="PAYE (Pay As You Earn)",
            gates=(
                OLD_LOANS_ONLY,
                Gate("paye_ends", gates.until_its_day),
                Gate("paye_entry", gates.who_is_on("paye")),
            ),
            payment=ShareAboveGuideline(law="paye"),
            waiver=SUBSIDISED_FOR_A_WHILE,
            gives_way=GivesWay("paye_ends", ("ibr_10", "ibr_15", "rap")),
        ),
        "icr": LoanPlan(
            name="ICR",
            full_name="ICR (Income-Contingent Repayment)",
            gates=(Gate("icr_not_computed", gates.nobody),),
        ),
        "graduated": LoanPlan(
            name="Graduated",
            full_name="Graduated",
            gates=(Gate("graduated_not_computed", gates.nobody),),
        ),
        "save": LoanPlan(name="SAVE", full_name="SAVE", gates=(Gate("save_ended", gates.nobody),)),
    }
)
PLANS: tuple[Plan, ...] = tuple(RECORDS)
NAMES: dict[Plan, str] = {plan: record.name for plan, record in RECORDS.items()}
FIXED: tuple[Plan, ...] = tuple(
    plan for plan, record in RECORDS.items() if record.payment and not record.payment.by_income
)
BY_INCOME: tuple[Plan, ...] = tuple(
    plan for plan, record in RECORDS.items() if record.payment and record.payment.by_income
)


def payment_of(plan: Plan) -> Payment:
    """How a plan that is computed sets its payment."""
    payment = RECORDS[plan].payment
    assert payment is not None, f"{plan} is not computed"
    return payment


def counts_for_pslf(plan: Plan, rules: LoanRules) -> bool:
    """Whether payments under a plan count for Public Service Loan Forgiveness."""
    return plan in rules["pslf_plans"].words("plans")


def families_for_pslf(rules: LoanRules) -> tuple[str, ...]:
    """The plans that count for it, by their names, each once.

    >>> from calc.parameters.student_loans import first_day, loan_rules
    >>> families_for_pslf(loan_rules(first_day()))
    ('RAP', 'IBR', 'PAYE', 'Standard')
    """
    families = {str(plan): record.family for plan, record in RECORDS.items()}
    return tuple(dict.fromkeys(families[plan] for plan in rules["pslf_plans"].words("plans")))
