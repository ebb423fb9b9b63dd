"""A projection's rows: each loan under each plan, what it owes, what it pays and when it ends."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace

import numpy as np

from calc.loans.borrower import FIXED, Borrower, Incomes, check
from calc.loans.eligibility import day_of, open_plans
from calc.loans.payment import fixed_payments, income_payment, term_months
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
    by_pslf: bool = False
    waiver: Number = 0.0
    waiver_months: float = 0.0
    match: float = 0.0
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
    if plan in FIXED:
        return _fixed_rows(plan, borrower.pooled if terms.pooled else borrower, rules, terms)
    row = _income_row(plan, incomes, borrower, rules, terms)
    if plan != "paye":
        return [row]
    ends = day_of(rules["paye_ends"])
    years, months = ends.year - as_of.year, ends.month - as_of.month
    after = _income_row(_after_paye(borrower, as_of), incomes, borrower, rules, terms)
    return [replace(row, after=after, after_month=years * MONTHS_PER_YEAR + months)]


def _fixed_rows(plan: Plan, borrower: Borrower, rules: LoanRules, terms: Terms) -> list[Row]:
    months = np.atleast_1d(term_months(plan, borrower, rules))
    pslf_at = _pslf_month(plan, rules, terms)
    ends = np.inf if pslf_at is None else pslf_at
    return [
        Row(
            plan=plan,
            principal=np.atleast_1d(loan.balance),
            monthly_rate=np.atleast_1d(loan.rate_per_year) / MONTHS_PER_YEAR,
            due=np.atleast_1d(payment)[None, :],
            settles_at=months,
            forgives_at=np.where(ends < months, ends, np.inf),
            by_pslf=pslf_at is not None,
        )
        for loan, payment in zip(borrower.loans, fixed_payments(plan, borrower, rules), strict=True)
    ]


def _income_row(
    plan: Plan, incomes: Incomes, borrower: Borrower, rules: LoanRules, terms: Terms
) -> Row:
    """Interest is paid first and principal in proportion: several loans behave as one."""
    own = at_least_zero(term_months(plan, borrower, rules) - terms.credited)
    pslf_at = _pslf_month(plan, rules, terms)
    by_pslf = pslf_at is not None and bool(pslf_at <= own)
    due = np.asarray(income_payment(plan, borrower, incomes, rules))
    rap = plan == "rap"
    return Row(
        plan=plan,
        principal=np.atleast_1d(borrower.balance),
        monthly_rate=np.atleast_1d(borrower.rate_per_year) / MONTHS_PER_YEAR,
        due=due if due.ndim == YEARS_BY_DRAWS else np.atleast_1d(due)[None, :],
        settles_at=np.array([np.inf]),
        forgives_at=np.atleast_1d(pslf_at if by_pslf and pslf_at is not None else own),
        by_pslf=by_pslf,
        waiver=1.0 if rap else borrower.subsidised_share,
        waiver_months=np.inf if rap else rules["subsidised_waiver_months"].number,
        match=rules["rap_principal_match"].number if rap else 0.0,
    )


def _after_paye(borrower: Borrower, as_of: datetime.date) -> Plan:
    """What a borrower of PAYE goes on under: IBR, whose payments count on, else RAP."""
    found = open_plans(borrower, as_of)
    return next((plan for plan in found if plan in ("ibr_10", "ibr_15")), "rap")


def _pslf_month(plan: Plan, rules: LoanRules, terms: Terms) -> float | None:
    """The month PSLF cancels the rest; None where it never does."""
    if terms.pslf_certified is None or plan not in rules["pslf_plans"].words("plans"):
        return None
    left = rules["pslf_payments"].number - terms.pslf_certified
    return None if terms.pslf_stays is not None and terms.pslf_stays < left else left
