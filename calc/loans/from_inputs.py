"""From the loans of a scenario to a borrower, the incomes ahead, and the year's payments."""

from __future__ import annotations

import numpy as np

from calc.loans import formulas
from calc.loans.borrower import (
    Borrower,
    Incomes,
    Loan,
    grown,
    guideline_of,
    own_share,
    region_of,
    stepped,
)
from calc.loans.eligibility import Eligibility, eligible_plans, open_plans, plan_by_law
from calc.loans.rows import PaidByAward, Terms
from calc.number import MONTHS_PER_YEAR, FloatArray, Number
from calc.parameters.student_loans import loan_rules
from calc.scenario import HouseholdInputs
from calc.scenario.loan_parts import Award
from calc.scenario.loans import LoansByPlan, Plan

YEARS_AHEAD = 30  # the longest plan; the last year's income holds on


def borrower_of(loans: LoansByPlan) -> Borrower:
    """The borrower of a scenario's federal loans, as they stand when repayment starts."""
    federal = tuple(
        Loan(
            balance=formulas.balance_at_start(
                loan.balance, loan.rate_per_year, loan.months_before_repayment
            ),
            rate_per_year=loan.rate_per_year,
            made_on=loan.made_on,
            subsidised=loan.subsidised,
            label=loan.label,
        )
        for loan in loans.federal
    )
    return Borrower(
        loans=federal,
        new_borrower=loans.new_borrower,
        plan_now=loans.plan_now,
        save_payments=loans.save_payments,
    )


def plan_used(loans: LoansByPlan, borrower: Borrower) -> Plan:
    """The plan chosen where it is open, else the one by law."""
    if loans.plan in open_plans(borrower, loans.as_of):
        return loans.plan
    return plan_by_law(borrower, loans.as_of)


def plans_of(loans: LoansByPlan) -> tuple[Eligibility, ...]:
    """Every plan, open or closed to the borrower of a scenario."""
    return eligible_plans(borrower_of(loans), loans.as_of)


def files_apart(loans: LoansByPlan, household: HouseholdInputs) -> bool:
    """Whether payments look at one income of a couple."""
    return loans.filing == "separate" and household.filing_status == "joint"


def path_of(
    loans: LoansByPlan,
    household: HouseholdInputs,
    adjusted_income: Number,
    tax_year: int | None = None,
) -> Incomes:
    """Incomes, guidelines and dependants of the years ahead: shape (years, n).

    The first year looks at the last return where that is stated. A change ahead takes the place of
    income, family and dependants from its year on; income then grows on from there.
    """
    first = incomes_of(loans, household, adjusted_income, tax_year)
    growth = loans.income_growth_per_year
    changes = sorted(loans.steps, key=lambda step: step.years_gone)
    income = stepped(
        grown(adjusted_income, growth, YEARS_AHEAD),
        [(step.years_gone, step.adjusted_income_per_year, growth) for step in changes],
    )
    if loans.adjusted_income_per_year is not None:
        last_return = np.atleast_1d(loans.adjusted_income_per_year)[None, :]
        income = np.concatenate([_wide(last_return, income), _wide(income[1:], last_return)])
    law = loan_rules(loans.as_of, tax_year)
    table, region = law["poverty_guideline"], region_of(household.state)
    prices = grown(1.0, loans.guideline_growth_per_year, YEARS_AHEAD)
    families: FloatArray = grown(first.guideline_per_year, 0.0, YEARS_AHEAD)
    dependents: FloatArray = grown(first.dependents, 0.0, YEARS_AHEAD)
    for step in changes:
        then = guideline_of(float(step.family_size), region, table)
        families[step.years_gone :] = then
        dependents[step.years_gone :] = float(step.dependents)
    return Incomes(
        adjusted_income=income,
        guideline_per_year=families * prices,
        dependents=dependents,
        share=first.share,
    )


def terms_of(loans: LoansByPlan, *, in_public_service: bool) -> Terms:
    """What a projection takes as given of a scenario."""
    return Terms(
        pslf_certified=loans.pslf_months_certified if in_public_service else None,
        credited=loans.credited_months,
        forgiveness_tax_rate=loans.forgiveness_tax_rate,
        pooled=loans.pooled,
        awards=tuple(paid for award in loans.awards for paid in _payments_of(award)),
    )


def _payments_of(award: Award) -> tuple[PaidByAward, ...]:
    twelve = int(MONTHS_PER_YEAR)
    match award.paid:
        case "at_start":
            months = [0]
        case "at_end":
            months = [award.months]
        case _:  # yearly
            months = list(range(twelve, award.months + 1, twelve)) or [award.months]
    each = award.amount / len(months)
    return tuple(PaidByAward(month=m, amount=each, taxable=award.taxable) for m in months)


def _wide(rows: FloatArray, other: FloatArray) -> FloatArray:
    """Rows as wide as those of another path."""
    width = max(rows.shape[1], other.shape[1])
    return np.broadcast_to(rows, (len(rows), width))


def family_of(loans: LoansByPlan, household: HouseholdInputs) -> tuple[int, int]:
    """People in the family and dependants on the return, counted where they are not stated."""
    counted = household.dependents
    size = loans.family_size
    if size is None:
        size = 1 + int(household.filing_status == "joint") + counted
    if files_apart(loans, household) and household.children_claimed_by == "spouse":
        counted = 0
    return size, counted if loans.dependents is None else loans.dependents


def incomes_of(
    loans: LoansByPlan,
    household: HouseholdInputs,
    adjusted_income: Number,
    tax_year: int | None = None,
) -> Incomes:
    """What this year's payment looks at."""
    size, dependents = family_of(loans, household)
    alone = household.filing_status != "joint" or files_apart(loans, household)
    table = loan_rules(loans.as_of, tax_year)["poverty_guideline"]
    return Incomes(
        adjusted_income=adjusted_income,
        guideline_per_year=guideline_of(float(size), region_of(household.state), table),
        dependents=float(dependents),
        share=1.0 if alone else own_share(borrower_of(loans).balance, loans.spouse_balance),
    )
