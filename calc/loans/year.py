"""The year's payments on student loans: their statement, and the interest in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.loans import formulas
from calc.loans.borrower import Borrower, Case, Incomes
from calc.loans.from_inputs import borrower_of, files_apart, incomes_of, plan_used
from calc.loans.payment import payment_line
from calc.loans.plans import RECORDS, payment_of
from calc.number import MONTHS_PER_YEAR, Number, added
from calc.parameters.student_loans import loan_rules
from calc.scenario import HouseholdInputs, KnownPayment
from calc.scenario.loans import LoansByPlan, Plan


@dataclass(frozen=True, slots=True)
class LoanYear:
    """The year's loan payments: their statement, and what they were worked out from.

    `owed` is all student debt, `adjusted_income` that of this scenario, whatever return the
    payment looks at.
    `plan` is the plan used: the one chosen, or the plan by law where that is not open. `borrower`
    and `incomes` are None where there are no federal loans, or the payment was simply stated.
    """

    line: Line
    interest: Number
    owed: Number
    adjusted_income: Number = 0.0
    plan: Plan | None = None
    borrower: Borrower | None = None
    incomes: Incomes | None = None


def year_of(
    loans: KnownPayment | LoansByPlan,
    household: HouseholdInputs,
    adjusted_income: Line,
    tax_year: int | None = None,
    apart: Line | None = None,
) -> LoanYear:
    """What is paid on student loans in a year at this adjusted income, and the interest in it.

    `apart` is what filing apart costs in tax, where that is worked out and not stated.
    """
    if isinstance(loans, KnownPayment):
        paid = loans.payment_per_month * MONTHS_PER_YEAR
        line = formula(
            "loans", "Student-loan payments", paid, "money_per_year", "payment a month x 12"
        )
        return LoanYear(line, np.minimum(loans.interest_per_year, paid), loans.owed)
    rows, interest = _private_rows(loans)
    owed = added(loan.balance for loan in loans.private)
    if not loans.federal:
        return LoanYear(_total(rows, loans, household, apart), interest, owed)
    borrower = borrower_of(loans)
    plan = plan_used(loans, borrower)
    own_income = adjusted_income.amount
    last_return = loans.adjusted_income_per_year
    if last_return is not None:
        adjusted_income = given(
            "loans.last_return", "Income on last return", last_return, "money_per_year"
        )
    incomes = incomes_of(loans, household, adjusted_income.amount, tax_year)
    group = _group(plan, loans, borrower)
    case = Case(group, incomes, loan_rules(loans.as_of, tax_year))
    shares = household.filing_status == "joint" and not files_apart(loans, household)
    row, of_it = _federal_row(plan, borrower, case, adjusted_income, shares)
    line = _total((row, *rows), loans, household, apart)
    owed = owed + borrower.balance
    return LoanYear(line, interest + of_it, owed, own_income, plan, borrower, incomes)


def _total(
    rows: tuple[Line, ...], loans: LoansByPlan, household: HouseholdInputs, apart: Line | None
) -> Line:
    """All payments; where a couple files apart, what that costs in tax too."""
    if files_apart(loans, household):
        rows = (*rows, _cost_of_filing_apart(loans, apart))
    return total("loans", "Student-loan payments", *rows, unit="money_per_year")


def _cost_of_filing_apart(loans: LoansByPlan, worked_out: Line | None) -> Line:
    key, label = "loans.filing_apart", "More tax by filing apart"
    stated = loans.separate_cost_per_year
    if stated is not None:
        return given(key, label, stated, "money_per_year")
    if worked_out is not None:
        return worked_out
    how = "no United States return is worked out: give the cost yourself"
    return formula(key, f"{label}: not included", 0.0, "money_per_year", how)


def _group(plan: Plan, loans: LoansByPlan, borrower: Borrower) -> Borrower:
    """The loans as a level payment looks at them: as one, where they are pooled."""
    return borrower.pooled if loans.pooled and not payment_of(plan).by_income else borrower


def _federal_row(
    plan: Plan, borrower: Borrower, case: Case, adjusted: Line, shares: bool
) -> tuple[Line, Number]:
    """The year's federal payments and the interest in them; a couple shares a payment by debt."""
    payment = payment_of(plan)
    month = payment_line(plan, case, adjusted, shares=shares)
    paid: Number = 0.0
    interest: Number = 0.0
    if payment.by_income:
        paid, interest = formulas.paid_in_a_year(
            borrower.balance, borrower.rate_per_year, month.amount
        )
    else:
        for loan, asked in zip(case.borrower.loans, payment.each(case), strict=True):
            one = formulas.paid_in_a_year(loan.balance, loan.rate_per_year, asked)
            paid, interest = paid + one[0], interest + one[1]
    row = formula(
        "loans.federal",
        f"Federal loans, {RECORDS[plan].name}",
        paid,
        "money_per_year",
        "payment a month x 12, at most what is owed",
        (month,),
    )
    return row, interest


def _private_rows(loans: LoansByPlan) -> tuple[tuple[Line, ...], Number]:
    rows: list[Line] = []
    interest: Number = 0.0
    for index, loan in enumerate(loans.private):
        payment = formulas.to_cents(
            formulas.level_payment(loan.balance, loan.rate_per_year, loan.years * MONTHS_PER_YEAR)
        )
        paid, of_it = formulas.paid_in_a_year(loan.balance, loan.rate_per_year, payment)
        interest = interest + of_it
        month = formula(
            f"loans.private.{index}.month",
            "Payment a month",
            payment,
            "money_per_month",
            "the level payment that repays it over its years",
        )
        rows.append(
            formula(
                f"loans.private.{index}",
                loan.label,
                paid,
                "money_per_year",
                "payment a month x 12, at most what is owed",
                (month,),
            )
        )
    return tuple(rows), interest
