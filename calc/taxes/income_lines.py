"""Income tax as lines: the deduction, taxable income, tax by brackets and each credit."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, formula, parameter, total
from calc.number import Number, is_any
from calc.parameters import Rules
from calc.taxes.business import corporate_business_income, spouse_profit_rows
from calc.taxes.credit_lines import credit_lines
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
    senior = _senior(household, rules, income)
    before = formula(
        "taxes.before_business_income",
        "Taxable income before the business income deduction",
        figures.before_business_income,
        "money_per_year",
        "adjusted income less the deduction, not below zero",
        (adjusted, deduction, *senior),
    )
    qbi = _qbi(household, rules, earnings, income, before)
    taxable = formula(
        "taxes.taxable_income",
        "Taxable income",
        figures.taxable,
        "money_per_year",
        "adjusted income, less the deduction and the business income deduction, not below zero",
        (adjusted, deduction, *senior, qbi),
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
    credited = credit_lines(household, rules, earnings, adjusted, income.credits)
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
    if not seniors_of(household, rules) or household.is_separate:
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


def _qbi(
    household: Household, rules: Rules, earnings: Earnings, income: Income, before: Line
) -> Line:
    sources = qbi_law(household, rules)
    law, _, _, least_income, *least = sources
    of_corporation = _of_corporation(household)
    if of_corporation:
        sources = (*sources, rules["us_federal.qbi_wage_share"])
    rate, half = law.percent, rules["us_federal.half_se_tax_deduction_share"]
    minimum = (
        f"; at least {least[0].dollars()} from {least_income.dollars()} of it" if least else ""
    )
    saving = household.self_employed_retirement + household.solo_401k_deferral
    base = formula(
        "taxes.business_income",
        "Qualified business income",
        income.figures.business_income,
        "money_per_year",
        "profit less half of self-employment tax, own premium and retirement saving",
        (
            _of_business("profit", "Profit", household.profit),
            *spouse_profit_rows(household),
            *_of_community(household),
            _of_business("half", "Half of self-employment tax", earnings.half_tax),
            _of_business("premium", "Own premium", household.self_employed_premium),
            _of_business("retirement", "Retirement saving", saving),
            *of_corporation,
        ),
        half,
    )
    return formula(
        "taxes.qbi_deduction",
        "Business income deduction",
        income.figures.qbi_deduction,
        "money_per_year",
        f"{rate} of business income, at most {rate} of taxable income before it; of business "
        "income only the share of the range above the threshold that is left, taken twice"
        f"{minimum}",
        (base, before),
        *sources,
    )


def _of_community(household: Household) -> tuple[Line, ...]:
    """Half of both spouses' profit, less the own: a row where community property moves some."""
    if not is_any(household.community_profit):
        return ()
    return (_of_business("community", "Of both spouses' profit", household.community_profit),)


def _of_corporation(household: Household) -> tuple[Line, ...]:
    """What an own corporation leaves, perhaps less the premium: a row where there is one."""
    if not household.has_corporation:
        return ()
    amount = corporate_business_income(household)
    return (_of_business("corporate", "Income of your corporation", amount),)


def _of_business(name: str, label: str, amount: Number) -> Line:
    how = "as in adjusted income"
    return formula(f"taxes.business_income.{name}", label, amount, "money_per_year", how)
