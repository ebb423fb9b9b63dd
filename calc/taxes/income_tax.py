"""Income tax in amounts: deduction, business income deduction, brackets and credits.

The lines that explain it, in `calc.taxes.income_lines`, are made once, when it is known which
deduction each draw takes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from calc.number import Flag, Number, added, at_least_zero, tax_in_brackets, where
from calc.parameters import Parameter, Rules
from calc.taxes import federal
from calc.taxes.business import corporate_business_income, spouse_profit_counted
from calc.taxes.credits import Credits, credits_of
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household


class Figures(NamedTuple):
    """From the deduction that is taken to the tax before credits."""

    deduction: Number
    senior_deduction: Number
    before_business_income: Number
    business_income: Number
    qbi_deduction: Number
    taxable: Number
    before_credits: Number


class Income(NamedTuple):
    """An income tax return in amounts, and the two deductions it chose from.

    `state_tax` is state and local tax as far as it may be itemised; 0 where nobody asked.
    """

    figures: Figures
    credits: Credits
    standard: Number
    state_tax: Number = 0.0
    itemised: Flag = False

    @property
    def tax(self) -> Number:
        """Income tax after credits; below zero where more is paid out."""
        used = self.credits
        left = self.figures.before_credits - used.savers - used.child
        return left - used.child_paid_out - used.earned


def income_tax_of(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, salt: Number
) -> Income:
    """Income tax where state tax does not depend on the choice to itemise it.

    Only state tax is itemised, so more of it than the standard deduction is less tax for certain:
    the total falls with every dollar deducted.
    """
    plain = standard_income(household, rules, earnings, adjusted)
    if household.deduction == "standard":
        return plain
    itemised = itemised_income(household, rules, earnings, adjusted, plain, salt)
    if household.deduction == "itemised":
        return itemised
    return lower_of(np.greater(itemised.state_tax, plain.standard), plain, itemised)


def standard_income(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number
) -> Income:
    """Income tax under the standard deduction."""
    standard = _standard_deduction(household, rules)
    return Income(*_after(household, rules, earnings, adjusted, standard), standard)


def itemised_income(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    adjusted: Number,
    plain: Income,
    salt: Number,
) -> Income:
    """Income tax where state and local tax are itemised.

    Left as under the standard deduction where that is greater for every draw and the choice is
    free: then nobody itemises.
    """
    state_tax = _state_tax_itemised(household, rules, adjusted, salt)
    if household.deduction == "lowest" and not np.any(np.greater(state_tax, plain.standard)):
        return plain._replace(state_tax=state_tax)
    after = _after(household, rules, earnings, adjusted, state_tax)
    return Income(*after, plain.standard, state_tax, True)


def lower_of(itemises: Flag, plain: Income, itemised: Income) -> Income:
    """The return of each draw: that with state tax itemised where `itemises`, else the other."""
    if not np.any(itemises):
        return plain._replace(state_tax=itemised.state_tax)
    if np.all(itemises):
        return itemised
    return Income(
        Figures(*either(itemises, itemised.figures, plain.figures)),
        Credits(*either(itemises, itemised.credits, plain.credits)),
        plain.standard,
        itemised.state_tax,
        itemises,
    )


def either(first: Flag, one: Iterable[Number], other: Iterable[Number]) -> Iterator[Number]:
    """Each amount of one return where `first`, else the same of the other, draw by draw."""
    return (where(first, *pair) for pair in zip(one, other, strict=True))


def _standard_deduction(household: Household, rules: Rules) -> float:
    law, aged, _ = rules.once(standard_law)
    status = household.brackets_status
    return law.of(status) + seniors_of(household, rules) * aged.of(status)


def _state_tax_itemised(
    household: Household, rules: Rules, adjusted: Number, salt: Number
) -> Number:
    status = household.limits_status
    cap, start, rate, floor, overall, brackets = rules.once(state_tax_law)
    allowed = federal.state_tax_itemised(
        salt, adjusted, cap.of(status), start.of(status), rate.number, floor.of(status)
    )
    return federal.itemised_after_overall_limit(
        allowed, adjusted, brackets.row(household.brackets_status)[-1], overall.number
    )


def seniors_of(household: Household, rules: Rules) -> int:
    """How many of the filers are of the age from which more is deducted."""
    ages = [household.age]
    if household.filing_status == "joint":
        ages.append(household.spouse_age)
    from_age = rules["us_federal.senior_deduction"].of("from_age")
    return sum(age >= from_age for age in ages)


def _senior_deduction(household: Household, rules: Rules, adjusted: Number) -> Number:
    seniors = seniors_of(household, rules)
    if not seniors or household.is_separate:
        return 0.0
    law = rules["us_federal.senior_deduction"]
    return federal.senior_deduction(
        seniors, law.of("amount"), law.of("rate"), adjusted, law.of(household.limits_status)
    )


def _after(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, deduction: Number
) -> tuple[Figures, Credits]:
    """What follows from a deduction: taxable income, tax by brackets, and credits."""
    status = household.brackets_status
    senior = _senior_deduction(household, rules, adjusted)
    before = at_least_zero(adjusted - (deduction + senior))
    business, corporate = _business_incomes(household, earnings)
    qbi = _qbi_deduction(household, rules, business, corporate, before)
    business = business + corporate
    taxable = at_least_zero(before - qbi)
    brackets = rules["us_federal.income_tax"]
    tax = tax_in_brackets(taxable, brackets.row(status), brackets.row("rates"))
    figures = Figures(deduction, senior, before, business, qbi, taxable, tax)
    return figures, credits_of(household, rules, earnings, adjusted, tax)


def _business_incomes(household: Household, earnings: Earnings) -> tuple[Number, Number]:
    """Qualified business income of proprietors and of an own corporation, never below nothing.

    A loss of one lowers that of the other (26 CFR 1.199A-1(d)(2)(iii)).
    """
    stated = (
        household.profit + spouse_profit_counted(household) + household.community_profit,
        earnings.half_tax,
        household.self_employed_premium,
        household.self_employed_retirement + household.solo_401k_deferral,
    )
    business = federal.business_income(*stated)
    if not household.has_corporation:
        return business, 0.0
    profit, *deducted = stated
    loss = at_least_zero(added(deducted) - profit)
    corporate = corporate_business_income(household)
    return at_least_zero(business - at_least_zero(-corporate)), at_least_zero(corporate - loss)


def _qbi_deduction(
    household: Household, rules: Rules, business: Number, corporate: Number, before: Number
) -> Number:
    status = household.limits_status
    rate, threshold, width, least_income, *least = qbi_law(household, rules)
    of_corporation = None
    if household.has_corporation:
        share = rules["us_federal.qbi_wage_share"].number
        of_corporation = federal.CorporateIncome(corporate, household.corporate_pay, share)
    return federal.business_income_deduction(
        business,
        before,
        rate.number,
        threshold.of(status),
        width.of(status),
        least[0].number if least else 0.0,
        least_income.number,
        of_corporation,
    )


def standard_law(rules: Rules) -> tuple[Parameter, Parameter, Parameter]:
    """The standard deduction, what is added to it for age, and the rule that has the age."""
    return (
        rules["us_federal.standard_deduction"],
        rules["us_federal.aged_deduction"],
        rules["us_federal.senior_deduction"],
    )


def state_tax_law(rules: Rules) -> tuple[Parameter, ...]:
    """The limit on state tax itemised, how it shrinks, and the limit on all that is itemised."""
    return (
        rules["us_federal.salt_cap"],
        rules["us_federal.salt_cap_phase_down_start"],
        rules["us_federal.salt_cap_phase_down_rate"],
        rules["us_federal.salt_cap_floor"],
        rules["us_federal.itemised_overall_limit"],
        rules["us_federal.income_tax"],
    )


def qbi_law(household: Household, rules: Rules) -> tuple[Parameter, ...]:
    """Rate, start and range of the business income deduction, and its minimum where it counts."""
    if not household.qbi_minimum:
        return rules.once(_qbi_law)
    return (*rules.once(_qbi_law), rules["us_federal.qbi_minimum_deduction"])


def _qbi_law(rules: Rules) -> tuple[Parameter, ...]:
    return (
        rules["us_federal.qbi_rate"],
        rules["us_federal.qbi_taxable_income_threshold"],
        rules["us_federal.qbi_phase_in_range"],
        rules["us_federal.qbi_minimum_income"],
    )
