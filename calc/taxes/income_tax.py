"""Income tax: deduction, business income deduction, brackets and credits."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from calc.ledger import Line, formula, less, parameter, total
from calc.number import Number, at_least_zero, tax_in_brackets
from calc.parameters import Parameter, Rules
from calc.taxes import credit_rules, federal
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household

Flag: TypeAlias = bool | np.bool_ | NDArray[np.bool_]


class Income(NamedTuple):
    """Income tax after credits and how it came about."""

    tax: Line
    taxable: Line
    qbi: Line
    deduction: Line
    itemised: Flag


def income_tax_of(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Line, salt: Number
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
    return lower_of(np.greater(itemised.deduction.amount, plain.deduction.amount), plain, itemised)


def standard_income(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Line
) -> Income:
    """Income tax under the standard deduction."""
    standard = _standard_deduction(household, rules)
    return _income_tax_after(household, rules, earnings, adjusted, standard, False)


def itemised_income(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    adjusted: Line,
    plain: Income,
    salt: Number,
) -> Income:
    """Income tax where state and local tax are itemised.

    Left as under the standard deduction where that is greater for every draw and the choice is
    free: then nobody itemises.
    """
    deduction = _itemised_deduction(household, rules, adjusted, salt)
    if household.deduction == "lowest":
        standard = plain.deduction
        if not np.any(np.greater(deduction.amount, standard.amount)):
            return plain
        deduction = formula(
            "taxes.deduction",
            "Deduction",
            deduction.amount,
            "money_per_year",
            "the standard deduction, or state and local tax itemised where that leaves less to pay",
            (standard, deduction),
        )
    return _income_tax_after(household, rules, earnings, adjusted, deduction, True)


def lower_of(itemises: Flag, plain: Income, itemised: Income) -> Income:
    """The return of each draw: that with state tax itemised where `itemises`, else the other."""
    if not np.any(itemises):
        return plain
    if np.all(itemises):
        return itemised
    return Income(
        tax=either(itemises, itemised.tax, plain.tax),
        taxable=either(itemises, itemised.taxable, plain.taxable),
        qbi=either(itemises, itemised.qbi, plain.qbi),
        deduction=either(itemises, itemised.deduction, plain.deduction),
        itemised=itemises,
    )


def either(first: Flag, one: Line, other: Line) -> Line:
    """Each line of one tree where `first`, else the same line of the other, draw by draw."""
    if one is other:
        return one
    amount = np.where(first, one.amount, other.amount)[()]
    if len(one.parts) != len(other.parts):
        return replace(one, amount=amount)  # the deduction: both choices are its parts already
    parts = tuple(either(first, *pair) for pair in zip(one.parts, other.parts, strict=True))
    return replace(one, amount=amount, parts=parts)


def _standard_deduction(household: Household, rules: Rules) -> Line:
    law = rules["us_federal.standard_deduction"]
    amount = law.of(household.filing_status)
    seniors = _seniors(household, rules)
    if seniors:
        further = rules["us_federal.aged_deduction"].of(household.filing_status)
        amount = amount + seniors * further
    return parameter("taxes.deduction", "Standard deduction", amount, "money_per_year", law)


def _itemised_deduction(household: Household, rules: Rules, adjusted: Line, salt: Number) -> Line:
    status = household.filing_status
    cap = rules["us_federal.salt_cap"]
    allowed = federal.state_tax_itemised(
        salt,
        adjusted.amount,
        cap.of(status),
        rules["us_federal.salt_cap_phase_down_start"].of(status),
        rules["us_federal.salt_cap_phase_down_rate"].number,
        rules["us_federal.salt_cap_floor"].of(status),
    )
    limited = federal.itemised_after_overall_limit(
        allowed,
        adjusted.amount,
        rules["us_federal.income_tax"].row(status)[-1],
        rules["us_federal.itemised_overall_limit"].number,
    )
    return formula(
        "taxes.deduction",
        "State and local tax itemised",
        limited,
        "money_per_year",
        "state and local income tax, up to the limit of the law",
        (),
        cap,
    )


def _seniors(household: Household, rules: Rules) -> int:
    ages = [household.age]
    if household.filing_status == "joint":
        ages.append(household.spouse_age)
    from_age = rules["us_federal.senior_deduction"].of("from_age")
    return sum(age >= from_age for age in ages)


def _senior_deduction(household: Household, rules: Rules, adjusted: Number) -> tuple[Line, ...]:
    seniors = _seniors(household, rules)
    if not seniors:
        return ()
    law = rules["us_federal.senior_deduction"]
    amount = federal.senior_deduction(
        seniors, law.of("amount"), law.of("rate"), adjusted, law.of(household.filing_status)
    )
    line = formula(
        "taxes.senior_deduction",
        "Deduction from age 65",
        amount,
        "money_per_year",
        "an amount for each person of 65 and over, less a share of adjusted income above the start",
        (),
        law,
    )
    return (line,)


def _income_tax_after(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    adjusted: Line,
    deduction: Line,
    itemised: Flag,
) -> Income:
    status = household.filing_status
    deductions = (deduction, *_senior_deduction(household, rules, adjusted.amount))
    deducted: Number = 0.0
    for line in deductions:
        deducted = deducted + line.amount
    before = at_least_zero(adjusted.amount - deducted)
    qbi = _qbi(household, rules, earnings, before)
    taxable = formula(
        "taxes.taxable_income",
        "Taxable income",
        at_least_zero(before - qbi.amount),
        "money_per_year",
        "adjusted income, less the deduction and the business income deduction, not below zero",
        (adjusted, *deductions, qbi),
    )
    brackets = rules["us_federal.income_tax"]
    before_credits = formula(
        "taxes.income_tax_before_credits",
        "Income tax by brackets",
        tax_in_brackets(taxable.amount, brackets.row(status), brackets.row("rates")),
        "money_per_year",
        "each slice of taxable income at the rate of its bracket",
        (taxable,),
        brackets,
    )
    credited = _credits(household, rules, earnings, adjusted.amount, before_credits.amount)
    tax = total("taxes.federal_income", "Federal income tax", before_credits, *credited)
    return Income(tax, taxable, qbi, deduction, itemised)


def _qbi(household: Household, rules: Rules, earnings: Earnings, before: Number) -> Line:
    law = rules["us_federal.qbi_rate"]
    status = household.filing_status
    income = federal.business_income(
        household.profit,
        earnings.half_tax,
        household.self_employed_premium,
        household.self_employed_retirement + household.solo_401k_deferral,
    )
    minimum = rules["us_federal.qbi_minimum_deduction"].number if household.qbi_minimum else 0.0
    amount = federal.business_income_deduction(
        income,
        before,
        law.number,
        rules["us_federal.qbi_taxable_income_threshold"].of(status),
        rules["us_federal.qbi_phase_in_range"].of(status),
        minimum,
        rules["us_federal.qbi_minimum_income"].number,
    )
    base = formula(
        "taxes.business_income",
        "Qualified business income",
        income,
        "money_per_year",
        "profit less half of self-employment tax, own premium and retirement saving",
    )
    return formula(
        "taxes.qbi_deduction",
        "Business income deduction",
        amount,
        "money_per_year",
        f"{law.percent} of business income, at most {law.percent} of taxable income before it; "
        "shrinks at high income",
        (base,),
        law,
    )


def _credits(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, tax: Number
) -> tuple[Line, ...]:
    """Credits as negative lines, in the order in which they use up the tax."""
    lines: list[Line] = []
    saved = household.deferral_401k + household.solo_401k_deferral
    left = tax
    if np.any(np.greater(saved, 0.0)):
        steps = rules["us_federal.savers_credit"]
        cap = rules["us_federal.savers_credit_contribution_cap_each"].number
        found = credit_rules.savers_credit(
            saved, cap, adjusted, steps.row(household.filing_status), steps.row("rates")
        )
        used = np.minimum(found, left)
        left = left - used
        lines.append(_credit("savers_credit", "Saver's credit", used, steps))
    if household.children_under_17:
        used, paid_out, law = _child_credits(household, rules, earnings, adjusted, left)
        lines.append(_credit("child_credit", "Child tax credit", used, law))
        lines.append(_credit("child_credit_paid_out", "Child tax credit paid out", paid_out, law))
    lines.append(_earned_income_credit(household, rules, earnings, adjusted))
    return tuple(lines)


def _child_credits(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number, tax: Number
) -> tuple[Number, Number, Parameter]:
    law = rules["us_federal.child_tax_credit"]
    children = household.children_under_17
    found = credit_rules.child_credit(
        children,
        law.number,
        adjusted,
        rules["us_federal.child_tax_credit_phase_out_start"].of(household.filing_status),
        rules["us_federal.child_tax_credit_phase_out_increment"].number,
        rules["us_federal.child_tax_credit_phase_out_amount"].number,
    )
    used = np.minimum(found, tax)
    paid_out = credit_rules.child_credit_paid_out(
        found - used,
        children,
        rules["us_federal.child_tax_credit_refundable_maximum"].number,
        earnings.earned,
        rules["us_federal.child_tax_credit_refundable_earnings_floor"].number,
        rules["us_federal.child_tax_credit_refundable_rate"].number,
    )
    return used, paid_out, law


def _earned_income_credit(
    household: Household, rules: Rules, earnings: Earnings, adjusted: Number
) -> Line:
    most = rules["us_federal.earned_income_credit_maximum"]
    by = min(household.children_under_17, len(most.row("by_children")) - 1)
    joint = household.filing_status == "joint"
    ages = (household.age, household.spouse_age) if joint else (household.age,)
    least = rules["us_federal.earned_income_credit_childless_age_minimum"].number
    greatest = rules["us_federal.earned_income_credit_childless_age_maximum"].number
    of_age = any(least <= age <= greatest for age in ages)
    later = rules["us_federal.earned_income_credit_joint_addition"].row("by_children")[by]
    amount = credit_rules.earned_income_credit(
        earnings.earned,
        adjusted,
        rules["us_federal.earned_income_credit_phase_in_rate"].row("by_children")[by],
        most.row("by_children")[by],
        rules["us_federal.earned_income_credit_phase_out_start"].row("by_children")[by]
        + (later if joint else 0.0),
        rules["us_federal.earned_income_credit_phase_out_rate"].row("by_children")[by],
    )
    entitled = 1.0 if household.children_under_17 or of_age else 0.0
    limit = rules["us_federal.earned_income_credit_investment_limit"].number
    amount = np.where(np.greater(household.other_income, limit), 0.0, amount * entitled)[()]
    return _credit("earned_income_credit", "Earned income credit", amount, most)


def _credit(name: str, label: str, amount: Number, source: Parameter) -> Line:
    return less(
        formula(f"taxes.{name}", label, amount, "money_per_year", "by the law's table", (), source)
    )
