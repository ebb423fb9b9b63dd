"""The tax returns of a scenario: the household's with this work, and without it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.loans import LoanYear, year_of
from calc.number import Number, at_least_zero, is_any
from calc.parameters import Rules
from calc.scenario import Employee, LoansByPlan, Scenario, UsTax
from calc.statements import Costs, Saving
from calc.taxes import Household, adjusted_income_of, taxes_by_law, taxes_by_rate
from calc.year.apart import cost_row, own_income, pays_on_one_income
from calc.year.own_corporation import OwnCorporation


def deducted(scenario: Scenario, costs: Costs, therapy: Line) -> Line:
    """What a self-employed person deducts; an employee's own costs do not lower federal tax."""
    amount: Number = costs.business
    if scenario.support.own_therapy.tax_status == "business_cost":
        amount = amount + therapy.amount
    if isinstance(scenario.work, Employee):
        amount = costs.total.amount * 0.0
    return formula("taxable.costs", "Deducted costs", amount, "money_per_year", "business costs")


def premium_before_tax(scenario: Scenario, taxable: Number, premium: Number) -> Number:
    """An employee's premium that is taken from pay before tax, at most the pay."""
    work = scenario.work
    if isinstance(work, Employee) and work.premium_before_tax:
        return np.minimum(premium, at_least_zero(taxable))
    return premium * 0.0


@dataclass(frozen=True, slots=True)
class TaxAndLoans:
    """The taxes of this work, the year's loan payments, and the household's return behind both.

    `household` is None where tax is not that of a United States return.
    """

    taxes: Line
    loans: LoanYear
    household: Household | None


def taxes_and_loans(
    scenario: Scenario,
    rules: Rules,
    taxable: Line,
    premium: Number,
    saving: Saving,
    own: OwnCorporation | None = None,
) -> TaxAndLoans:
    """Taxes and loan payments, which hang on each other, in the order of the law.

    `own` is the corporation that the practice is: its own taxes are taxes of this work.

    Income before the interest deduction gives a payment and the interest in it; the interest is
    deducted; on the income that is left the payment is set. It is not gone round again.
    """
    mode = scenario.household.tax
    if not isinstance(mode, UsTax):
        income = income_without_return(scenario, taxable)
        loans = year_of(scenario.loans, scenario.household, income, rules.tax_year)
        return TaxAndLoans(taxes_by_rate(mode, taxable), loans, None)
    base = household_without_work(scenario, mode)
    with_work = household_with_work(scenario, base, taxable.amount, premium, saving, own)
    first = _loans_at(scenario, with_work, rules)
    interest = interest_deducted(scenario, first)
    base = replace(base, student_loan_interest=interest)
    with_work = replace(with_work, student_loan_interest=interest)
    others = (base.wages, base.spouse_wages, base.spouse_profit, base.unearned_income)
    alone = not any(map(is_any, others))
    taxes = taxes_by_law(with_work, None if alone else base, rules)
    if own:
        taxes = total("taxes", taxes.label, *taxes.parts, *own.tax_lines)
    cost = cost_row(scenario, with_work, rules)
    return TaxAndLoans(taxes, _loans_at(scenario, with_work, rules, cost), with_work)


def interest_deducted(scenario: Scenario, loans: LoanYear) -> Number:
    """The interest in a year's payments that the return deducts; a separate return deducts none."""
    return loans.interest * 0.0 if pays_on_one_income(scenario) else loans.interest


def _loans_at(
    scenario: Scenario, household: Household, rules: Rules, cost: Line | None = None
) -> LoanYear:
    """The year's loan payments at a return's adjusted income."""
    if not isinstance(scenario.loans, LoansByPlan):
        unused = given("taxes.adjusted_income", "Adjusted income", 0.0, "money_per_year")
        return year_of(scenario.loans, scenario.household, unused, rules.tax_year)
    return loans_on(scenario, household, adjusted_income_of(household, rules), rules, cost=cost)


def loans_on(
    scenario: Scenario,
    household: Household,
    adjusted: Line,
    rules: Rules,
    *,
    cost: Line | None = None,
    of_household: bool = True,
) -> LoanYear:
    """The year's loan payments on an adjusted income, of which a spouse's part may not count.

    `cost` is what filing apart costs in tax, where it is worked out. `of_household` says whether
    the adjusted income is that of `household`.
    """
    if pays_on_one_income(scenario):
        adjusted = own_income(scenario, household, adjusted, rules, of_household=of_household)
    return year_of(scenario.loans, scenario.household, adjusted, rules.tax_year, cost)


def income_without_return(scenario: Scenario, taxable: Line) -> Line:
    """What stands for adjusted income where no United States return is worked out."""
    home = scenario.household
    rows: tuple[Line, ...] = (
        taxable,
        given("loans.wages", "Other wages", home.own_other_wages_per_year, "money_per_year"),
        given("loans.other", "Investment income", home.other_income_per_year, "money_per_year"),
        given("loans.pensions", "Pensions", home.pension_income_per_year, "money_per_year"),
    )
    if home.filing_status == "joint" and not pays_on_one_income(scenario):
        wages = home.spouse_wages_per_year
        profit = home.spouse_profit_per_year
        rows = (
            *rows,
            given("loans.spouse", "Spouse's wages", wages, "money_per_year"),
            given("loans.spouse_profit", "Spouse's profit", profit, "money_per_year"),
        )
    return total("loans.income", "Income before tax", *rows)


def household_without_work(scenario: Scenario, mode: UsTax) -> Household:
    """The household's return without this work, with the other wages of the household."""
    home = scenario.household
    return Household(
        filing_status=home.filing_status,
        state=home.state,
        city=home.city,
        age=home.age,
        spouse_age=home.spouse_age,
        children_under_17=home.children_under_17,
        older_children=home.older_children,
        other_dependents=home.other_dependents,
        children_from_13=home.children_from_13,
        wages=home.own_other_wages_per_year,
        spouse_wages=home.spouse_wages_per_year if home.filing_status == "joint" else 0.0,
        spouse_profit=home.spouse_profit_per_year,
        other_income=home.other_income_per_year,
        pension_income=home.pension_income_per_year,
        state_rate=mode.state_rate,
        local_rate=mode.local_rate,
        payroll_programme_rate=mode.payroll_programme_rate,
        deduction=mode.deduction,
        qbi_minimum=mode.qbi_minimum,
    )


def household_with_work(
    scenario: Scenario,
    base: Household,
    taxable: Number,
    premium: Number,
    saving: Saving,
    own: OwnCorporation | None = None,
) -> Household:
    """The household's return with this work: its profit or pay, premium and saving deducted."""
    work = scenario.work
    if own:
        return own.owner(base)
    if isinstance(work, Employee):
        return replace(
            base,
            wages=base.wages + taxable,
            deferral_401k=saving.deferral_deducted,
            roth_deferral=saving.roth_counted,
            premium_before_tax=premium_before_tax(scenario, taxable, premium),
            hsa_through_payroll=saving.hsa_deducted,
        )
    room = at_least_zero(
        taxable - saving.half_tax - saving.employer_part_deducted - saving.deferral_deducted
    )
    if scenario.household.may_join_employer_plan:
        premium = premium * 0.0
    return replace(
        base,
        profit=taxable,
        self_employed_retirement=saving.employer_part_deducted,
        solo_401k_deferral=saving.deferral_deducted,
        roth_deferral=saving.roth_counted,
        self_employed_premium=np.minimum(premium, room),
        hsa=saving.hsa_deducted,
    )
