"""A projection's rows: each loan under each plan, what it owes, what it pays and when it ends."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import numpy as np

from calc.loans.borrower import Borrower, Case, Incomes, check
from calc.loans.eligibility import open_plans
from calc.loans.gates import day_of
from calc.loans.level import months_by
from calc.loans.plans import RECORDS, GivesWay, counts_for_pslf, payment_of
from calc.number import MONTHS_PER_YEAR, FloatArray, Number, at_least_zero
from calc.parameters.student_loans import LoanRules
from calc.scenario.fields import Bounds
from calc.scenario.loans import MOST_CERTIFIED, Plan

YEARS_BY_DRAWS = len(("years", "draws"))  # the dimensions of a path of incomes


@dataclass(frozen=True, slots=True, kw_only=True)
class PaidByAward:
    """Money from a programme that goes to the loan before one month's payment (0 is the first)."""

    month: int
    amount: Number
    taxable: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a projection takes as given beside loans and incomes.

    `pslf_certified` is None where no payment counts for PSLF, else the months already certified;
    `pslf_stays` are the months more in public service, None for as long as it takes.
    `credited` are payments that count already towards the plan's own forgiveness.
    """

    pslf_certified: int | None = None
    pslf_stays: int | None = None
    credited: int = 0
    forgiveness_tax_rate: Number = 0.0
    pooled: bool = False
    awards: tuple[PaidByAward, ...] = ()

    def __post_init__(self) -> None:
        """Refuses months beyond what the law counts; `ScenarioError` names what is wrong."""
        most = Bounds(0.0, MOST_CERTIFIED)
        check("pslf_certified", float(self.pslf_certified or 0), most)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One loan under one plan: what it owes, what it pays, and when it ends.

    `due` has a row a year. A fixed plan settles what is left in its last month; the others forgive.
    `waiver` is the share of uncovered interest that is not charged, `waiver_months` for how long.
    `after` takes its place once `after_month` payments are made.
    """

    plan: Plan
    principal: FloatArray
    monthly_rate: FloatArray
    due: FloatArray
    settles_at: FloatArray
    forgives_at: FloatArray
    by_pslf: bool
    waiver: Number
    waiver_months: float
    match: float
    after: Row | None = None
    after_month: float = np.inf


def rows_of(
    plan: Plan,
    incomes: Incomes,
    borrower: Borrower,
    as_of: datetime.date,
    rules: LoanRules,
    terms: Terms,
) -> list[Row]:
    """The rows of a plan: one for each loan where the term is fixed, else one for all."""
    if not payment_of(plan).by_income:
        return _fixed_rows(
            plan, incomes, borrower.pooled if terms.pooled else borrower, rules, terms
        )
    row = _income_row(plan, incomes, borrower, rules, terms)
    gives_way = RECORDS[plan].gives_way
    if gives_way is None:
        return [row]
    ends = day_of(rules[gives_way.ends_on])
    years, months = ends.year - as_of.year, ends.month - as_of.month
    after = _income_row(_following(gives_way, borrower, as_of), incomes, borrower, rules, terms)
    return [replace(row, after=after, after_month=years * MONTHS_PER_YEAR + months)]


def _fixed_rows(
    plan: Plan, incomes: Incomes, borrower: Borrower, rules: LoanRules, terms: Terms
) -> list[Row]:
    record, payment = RECORDS[plan], payment_of(plan)
    months = np.atleast_1d(months_by(rules[payment.ends_after], borrower))
    pslf_at = _pslf_month(plan, rules, terms)
    ends = np.inf if pslf_at is None else pslf_at
    return [
        Row(
            plan=plan,
            principal=np.atleast_1d(loan.balance),
            monthly_rate=np.atleast_1d(loan.rate_per_year) / MONTHS_PER_YEAR,
            due=np.atleast_1d(asked)[None, :],
            settles_at=months,
            forgives_at=np.where(ends < months, ends, np.inf),
            by_pslf=pslf_at is not None,
            waiver=record.waiver.share(borrower),
            waiver_months=record.waiver.lasts(rules),
            match=record.matched_at_most(rules),
        )
        for loan, asked in zip(
            borrower.loans, payment.each(Case(borrower, incomes, rules)), strict=True
        )
    ]


def _income_row(
    plan: Plan, incomes: Incomes, borrower: Borrower, rules: LoanRules, terms: Terms
) -> Row:
    """Interest is paid first and principal in proportion: several loans behave as one."""
    record, payment = RECORDS[plan], payment_of(plan)
    own = at_least_zero(months_by(rules[payment.ends_after], borrower) - terms.credited)
    pslf_at = _pslf_month(plan, rules, terms)
    by_pslf = pslf_at is not None and bool(pslf_at <= own)
    (asked,) = payment.each(Case(borrower, incomes, rules))
    due = np.asarray(asked)
    return Row(
        plan=plan,
        principal=np.atleast_1d(borrower.balance),
        monthly_rate=np.atleast_1d(borrower.rate_per_year) / MONTHS_PER_YEAR,
        due=due if due.ndim == YEARS_BY_DRAWS else np.atleast_1d(due)[None, :],
        settles_at=np.array([np.inf]),
        forgives_at=np.atleast_1d(pslf_at if by_pslf and pslf_at is not None else own),
        by_pslf=by_pslf,
        waiver=record.waiver.share(borrower),
        waiver_months=record.waiver.lasts(rules),
        match=record.matched_at_most(rules),
    )


def _following(gives_way: GivesWay, borrower: Borrower, as_of: datetime.date) -> Plan:
    """What a borrower goes on under when a plan ends: PAYE gives way to IBR, else to RAP."""
    found = open_plans(borrower, as_of)
    return next(plan for plan in gives_way.to if plan in found)


def _pslf_month(plan: Plan, rules: LoanRules, terms: Terms) -> float | None:
    """The month PSLF cancels the rest; None where it never does."""
    if terms.pslf_certified is None or not counts_for_pslf(plan, rules):
        return None
    left = rules["pslf_payments"].number - terms.pslf_certified
    return None if terms.pslf_stays is not None and terms.pslf_stays < left else left
