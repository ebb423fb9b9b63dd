"""Income tax as lines: the deduction, taxable income, tax by brackets and each credit."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, formula, parameter, total
from calc.parameters import Rules
from calc.taxes.credits import credit_lines
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household
from calc.taxes.income_tax import (
    Income,
    qbi_law,
    seniors_of,
    standard_law,
    state_tax_law,
)


class IncomeLines(NamedTuple):
    """Income tax after credits and how it came about."""

    tax: Line
    taxable: Line
    qbi: Line
    deduction: Line


def income_lines(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Line, income: Income
) -> IncomeLines:
    """The statement of an income tax return."""
    figures = income.figures
    deduction = _deduction(household, rules, income)
    qbi = _qbi(household, rules, income)
    taxable = formula(
        "taxes.taxable_income",
        "Taxable income",
        figures.taxable,
        "money_per_year",
        "adjusted income, less the deduction and the business income deduction, not below zero",
        (adjusted, deduction, *_senior(household, rules, income), qbi),
    )
    before_credits = formula(
        "taxes.income_tax_before_credits",
        "Income tax by brackets",
        figures.before_credits,
        "money_per_year",
        "each slice of taxable income at the rate of its bracket",
        (taxable,),
        rules["us_federal.income_tax"],
    )
    credited = credit_lines(household, rules, earnings, income.credits)
    tax = total("taxes.federal_income", "Federal income tax", before_credits, *credited)
    return IncomeLines(tax, taxable, qbi, deduction)


def _deduction(household: Household, rules: Rules, income: Income) -> Line:
    """The deduction taken; both that could be are its parts, unless the standard one is asked for.

    The standard deduction stands beside state tax that has to be itemised too: what is itemised is
    the state tax due under it.
    """
    forced = household.deduction == "standard"
    key = "taxes.deduction"
    law, aged, senior = rules.once(standard_law)
    standard = parameter(
        key if forced else f"{key}.standard",
        "Standard deduction",
        income.standard,
        "money_per_year",
        law,
        aged,
        senior,
    )
    if forced:
        return standard
    itemised = formula(
        f"{key}.itemised",
        "State and local tax itemised",
        income.state_tax,
        "money_per_year",
        "state and local income tax, up to the limit of the law",
        (),
        *rules.once(state_tax_law),
    )
    how = "the standard deduction, or state and local tax itemised where that leaves less to pay"
    if household.deduction == "itemised":
        how = "state and local tax itemised, as you chose"
    return formula(
        key,
        "Deduction",
        income.figures.deduction,
        "money_per_year",
        how,
        (standard, itemised),
    )


def _senior(household: Household, rules: Rules, income: Income) -> tuple[Line, ...]:
    """The deduction from age 65, a row where somebody is of that age."""
    if not seniors_of(household, rules):
        return ()
    line = formula(
        "taxes.senior_deduction",
        "Deduction from age 65",
        income.figures.senior_deduction,
        "money_per_year",
        "an amount for each person of 65 and over, less a share of adjusted income above the start",
        (),
        rules["us_federal.senior_deduction"],
    )
    return (line,)


def _qbi(household: Household, rules: Rules, income: Income) -> Line:
    sources = qbi_law(household, rules)
    rate = sources[0].percent
    base = formula(
        "taxes.business_income",
        "Qualified business income",
        income.figures.business_income,
        "money_per_year",
        "profit less half of self-employment tax, own premium and retirement saving",
    )
    return formula(
        "taxes.qbi_deduction",
        "Business income deduction",
        income.figures.qbi_deduction,
        "money_per_year",
        f"{rate} of business income, at most {rate} of taxable income before it; "
        "shrinks at high income",
        (base,),
        *sources,
    )
