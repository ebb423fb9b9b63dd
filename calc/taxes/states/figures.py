"""From the federal return's lines to the plain numbers that states start from."""

from __future__ import annotations

from calc.ledger import Line
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.earnings import Earnings, spouse_wages_counted
from calc.taxes.household import Household
from calc.taxes.income_tax import Income
from calc.taxes.states.engine import FederalFigures


def federal_figures(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    interest: Line,
    adjusted: Line,
    income: Income,
    *,
    itemised: bool = False,
) -> FederalFigures:
    """What a state takes from the federal return; itemised state tax is added back."""
    base = rules["us_federal.social_security_wage_base"].number
    rate = rules["us_federal.employee_social_security_rate"].number
    medicare = rules["us_federal.employee_medicare_rate"].number
    spouse = spouse_wages_counted(household)
    before_tax = household.premium_before_tax + household.hsa_through_payroll
    credit = {part.key: part.amount for part in income.tax.parts}
    before = credit["taxes.income_tax_before_credits"]
    used = credit.get("taxes.savers_credit", 0.0) + credit.get("taxes.child_credit", 0.0)
    deduction: Number = income.deduction.amount * 0.0 if itemised else income.deduction.amount
    taxable = income.taxable.amount
    if itemised:
        taxable = at_least_zero(adjusted.amount - income.qbi.amount)
    return FederalFigures(
        adjusted_income=adjusted.amount,
        taxable_income=taxable,
        deduction=deduction,
        qbi_deduction=income.qbi.amount,
        student_loan_deduction=interest.amount,
        half_tax=earnings.half_tax,
        self_employment_tax=earnings.self_employment_tax.amount,
        own_fica=federal.employee_fica(
            at_least_zero(household.wages - before_tax), base, rate, medicare
        ),
        spouse_fica=federal.employee_fica(spouse, base, rate, medicare),
        additional_medicare=earnings.additional_medicare.amount,
        tax_before_credits=before,
        tax_after_credits=before + used,
        tax_after_all_credits=income.tax.amount,
        earned_income_credit=0.0 - credit["taxes.earned_income_credit"],
        child_credit=0.0
        - credit.get("taxes.child_credit", 0.0)
        - credit.get("taxes.child_credit_paid_out", 0.0),
        own_wages=household.wages - household.deferral_401k - before_tax,
        spouse_wages=spouse,
        earned_income=earnings.earned,
        itemised=itemised,
    )
