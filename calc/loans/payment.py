"""The monthly payment of a plan, for one year's income or year by year."""

from __future__ import annotations

import datetime

import numpy as np

from calc.loans import formulas
from calc.loans.borrower import FIXED, Borrower, Incomes
from calc.loans.eligibility import NOT_COMPUTED, PlanNotOpenError, open_plans
from calc.number import MONTHS_PER_YEAR, Number
from calc.parameters.student_loans import LoanRules, loan_rules
from calc.scenario.loans import Plan


def monthly_payment(
    plan: Plan, borrower: Borrower, incomes: Incomes, as_of: datetime.date
) -> Number:
    """What a plan asks a month, to the cent, whether or not it is open to the borrower.

    Never more than is owed after a month. `incomes` does not matter to plans with a fixed term.
    The cap of IBR and PAYE is the Standard payment on the balance given: the one at entry.
    `PlanNotOpenError` says of a plan that is not computed why not.
    """
    rules = loan_rules(as_of)
    if plan in NOT_COMPUTED:
        closed_by = rules[NOT_COMPUTED[plan]]
        raise PlanNotOpenError(plan, closed_by, open_plans(borrower, as_of))
    if plan in FIXED:
        owed: Number = 0.0
        for payment in fixed_payments(plan, borrower, rules):
            owed = owed + payment
    else:
        owed = income_payment(plan, borrower, incomes, rules)
    return np.minimum(owed, borrower.balance * (1.0 + borrower.rate_per_year / MONTHS_PER_YEAR))


def term_months(plan: Plan, borrower: Borrower, rules: LoanRules) -> Number:
    """Payments of a plan: its fixed term, or those after which the rest is cancelled."""
    match plan:
        case "standard_10":
            return rules["standard_months"].number
        case "extended":
            return rules["extended_months"].number
        case "tiered_standard":
            table = rules["tiered_months"]
            owed = formulas.to_cents(borrower.balance)  # a sum of cents may fall short of a border
            return formulas.tiered_months(owed, table.row("owed_from"), table.row("months"))
        case "rap":
            return rules["rap_months"].number
        case _:
            return rules[plan].of("months")


def fixed_payments(plan: Plan, borrower: Borrower, rules: LoanRules) -> tuple[Number, ...]:
    """The level payment of each loan, to the cent; together at least the least payment."""
    months = term_months(plan, borrower, rules)
    level = [
        formulas.level_payment(loan.balance, loan.rate_per_year, months) for loan in borrower.loans
    ]
    together: Number = 0.0
    for payment in level:
        together = together + payment
    owing = np.greater(together, 0.0)
    least = rules["standard_least_payment"].number
    raised = np.where(owing, np.maximum(least / np.where(owing, together, 1.0), 1.0), 1.0)
    return tuple(formulas.to_cents(payment * raised) for payment in level)


def standard_payment(borrower: Borrower, rules: LoanRules) -> Number:
    """The Standard payment on all that is owed: the cap of IBR and PAYE."""
    return np.minimum(sum_of(fixed_payments("standard_10", borrower, rules)), borrower.balance)


def sum_of(numbers: tuple[Number, ...]) -> Number:
    """Numbers added in order."""
    together: Number = 0.0
    for number in numbers:
        together = together + number
    return together


def income_payment(plan: Plan, borrower: Borrower, incomes: Incomes, rules: LoanRules) -> Number:
    """What RAP, IBR or PAYE asks a month, to the cent, before the limit of what is owed."""
    if plan == "rap":
        bands = rules["rap_rate"]
        base = formulas.rap_base(
            incomes.adjusted_income,
            rules["rap_low_income_amount"].number,
            bands.row("above"),
            bands.row("rates"),
        )
        return formulas.rap_payment(
            base,
            incomes.dependents,
            rules["rap_reduction_per_dependent"].number,
            incomes.share,
            rules["rap_least_payment"].number,
        )
    law, small = rules[plan], rules["small_payment"]
    discretionary = formulas.discretionary_income(
        incomes.adjusted_income, incomes.guideline_per_year, law.of("guideline_multiple")
    )
    return formulas.payment_by_income(
        discretionary,
        law.of("rate"),
        incomes.share,
        standard_payment(borrower, rules),
        small.of("nothing_below"),
        small.of("least"),
    )
