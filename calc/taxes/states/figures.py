"""From the federal return's lines to the plain numbers that states start from."""

from __future__ import annotations

from calc.ledger import Line
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.business import spouse_profit_counted
from calc.taxes.credits import has_too_much_investment
from calc.taxes.earnings import Earnings, spouse_wages_counted
from calc.taxes.household import Household
from calc.taxes.income_tax import Income
from calc.taxes.investment import net_investment_income_line
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
    found, credited = income.figures, income.credits
    deduction: Number = found.deduction * 0.0 if itemised else found.deduction
    taxable = found.taxable
    if itemised:
        deducted = found.qbi_deduction + found.senior_deduction
        taxable = at_least_zero(adjusted.amount - deducted)
    return FederalFigures(
        adjusted_income=adjusted.amount,
        taxable_income=taxable,
        deduction=deduction,
        qbi_deduction=found.qbi_deduction,
        senior_deduction=found.senior_deduction,
        student_loan_deduction=interest.amount,
        half_tax=earnings.half_tax,
        spouse_half_tax=earnings.spouse_half_tax,
        self_employment_tax=earnings.self_employment_tax.amount,
        spouse_self_employment_tax=earnings.spouse_self_employment_tax,
        own_fica=federal.employee_fica(
            at_least_zero(household.wages - before_tax), base, rate, medicare
        ),
        spouse_fica=federal.employee_fica(spouse, base, rate, medicare),
        additional_medicare=earnings.additional_medicare.amount,
        tax_before_credits=found.before_credits,
        tax_after_credits=found.before_credits - credited.against_tax,
        tax_after_all_credits=income.tax,
        net_investment_income_tax=net_investment_income_line(household, rules, adjusted).amount,
        earned_income_credit=credited.earned,
        child_credit=credited.child + credited.child_paid_out,
        own_wages=household.wages - household.deferral_401k - before_tax,
        spouse_wages=spouse,
        spouse_profit=spouse_profit_counted(household),
        earned_income=earnings.earned,
        earned_income_credit_at_any_age=credited.earned_at_any_age,
        has_too_much_investment=has_too_much_investment(household, rules),
        itemised=itemised,
    )
