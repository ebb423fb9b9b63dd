"""Steps that are a state's own: Alabama, Arizona, California, Colorado, Connecticut."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, steps_begun
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.pensions import base_without_pension, pension_left_out
from calc.taxes.states.pieces import earned_income_piece, gross_income


def alabama_base(r: StateReturn) -> Number:
    """Gross income less retirement saving, premium and HSA of the self-employed (Form 40).

    Neither half the self-employment tax nor loan interest is deducted.
    """
    home = r.household
    saving = home.self_employed_retirement + home.solo_401k_deferral + home.hsa
    return gross_income(r) - saving - home.self_employed_premium - pension_left_out(r)


def alabama_deduction(r: StateReturn) -> Number:
    """Federal income tax, and the greater of the standard deduction and taxes on earnings.

    Federal income tax is that after credits, with the tax on investment income (line 12).
    The standard deduction falls for each full step of Alabama income above its start (Form 40).
    """
    fed = r.federal
    above = at_least_zero(r.found["base"] - r.amount("standard_deduction_phase_out_threshold"))
    full = np.floor(above / r.amount("standard_deduction_phase_out_increment"))
    standard = np.maximum(
        r.amount("standard_deduction") - full * r.amount("standard_deduction_phase_out_rate"),
        r.amount("standard_deduction_minimum"),
    )
    on_earnings = fed.own_fica + fed.spouse_fica + fed.self_employment_tax + fed.additional_medicare
    federal_tax = at_least_zero(fed.tax_after_all_credits + fed.net_investment_income_tax)
    return np.maximum(standard, on_earnings) + federal_tax


def alabama_exemption(r: StateReturn) -> Number:
    """Personal exemption, and one for each dependent that falls by steps of Alabama income."""
    each = r.step("dependent_exemption", r.found["base"], above=True)
    return r.amount("personal_exemption") + each * r.dependents


def arizona_deduction(r: StateReturn) -> Number:
    """The standard deduction, whatever the federal return does, and the federal one for seniors."""
    return r.amount("standard_deduction") + r.federal.senior_deduction


def arizona_credits(r: StateReturn) -> Number:
    """Dependent credit at the amount under 17, less a share for each step of income (43-1073.01).

    The family credit is not worked out: no tax is left at the incomes that have it.
    """
    steps = steps_begun(
        r.agi - r.amount("credit_dependent_credit_reduction_start"),
        r.amount("credit_dependent_credit_reduction_increment"),
    )
    lost = steps * r.amount("credit_dependent_credit_reduction_percentage")
    return r.amount("credit_dependent_credit_amount") * r.dependents * at_least_zero(1.0 - lost)


def arizona_refundable(r: StateReturn) -> Number:
    """Increased excise tax credit: an amount a person up to a cap, at low income (Form 140)."""
    amount = min(
        r.amount("credit_increased_excise_amount") * r.people,
        r.amount("credit_increased_excise_max_amount"),
    )
    low = np.less_equal(r.agi, r.amount("credit_increased_excise_income_threshold"))
    return np.where(low, amount, 0.0)[()]


def california_base(r: StateReturn) -> Number:
    """Federal adjusted income with saving in an HSA added back (Schedule CA).

    So is the franchise tax of an own corporation (Rev. & Tax. Code 17024.5, 23800 and following).
    """
    home = r.household
    return r.agi + home.hsa + home.hsa_through_payroll + home.tax_added_back


def california_tax(r: StateReturn) -> Number:
    """Brackets, and the mental health services tax on income above a million."""
    found = r.found["taxable"]
    return r.brackets(found) + r.brackets(found, key="surtax_rate")


def california_credits(r: StateReturn) -> Number:
    """Exemption credits, each of which falls for each step of income begun (Form 540).

    A filer of 65 has a second one; a surviving spouse has two as a couple has (line 7).
    """
    steps = steps_begun(
        r.agi - r.amount("exemption_phase_out_start"), r.amount("exemption_phase_out_increment")
    )
    lost = steps * r.amount("exemption_phase_out_amount")
    each_filer = at_least_zero(r.amount("personal_exemption_credit") - lost)
    each_child = at_least_zero(r.amount("dependent_exemption_credit") - lost)
    how = "the credit, less what each step of income begun takes off, for each"
    claims = r.filers + (r.household.filing_status == "surviving_spouse") + sum(r.of_age())
    filers = r.piece("Filers", each_filer * claims, how)
    return filers + r.piece("Children", each_child * r.dependents, how)


def california_refundable(r: StateReturn) -> Number:
    """CalEITC: rises, falls at the same rate to the last stage, then in a line to its end (3514).

    There is none above a limit of income from investment.

    The young child credit, for children under 6, is not worked out. A couple that files apart has
    neither (Form 3514).
    """
    if r.household.is_separate:
        return r.agi * 0.0
    children = float(r.dependents)
    factor = r.amount("credit_earned_income_adjustment_factor")
    full_at = r.step("credit_earned_income_earned_income_amount", children)
    rising = r.step("credit_earned_income_phase_in_rate", children) * factor
    falling = r.step("credit_earned_income_phase_out_rate", children) * factor
    falls_from = r.step("credit_earned_income_phase_out_start", children)
    last_amount = r.step("credit_earned_income_phase_out_final_start", children)
    end = r.amount("credit_earned_income_phase_out_final_end")
    last_from = falls_from + (full_at * rising - last_amount) / falling
    greater = np.maximum(r.federal.earned_income, r.agi)
    up = np.minimum(at_least_zero(r.federal.earned_income), full_at) * rising
    down = full_at * rising - at_least_zero(greater - falls_from) * falling
    last = last_amount * at_least_zero(end - greater) / (end - last_from)
    rising = r.piece("Rising with earnings", up, "earnings x share, up to the most")
    falling = np.where(np.less(greater, last_from), down, last)[()]
    how = "the most, less a share of earnings or adjusted income above a start"
    found = np.minimum(rising, r.piece("Falling with income", falling, how))
    limit = r.amount("credit_earned_income_investment_limit")
    return found * np.less_equal(r.household.other_income, limit)


def colorado_base(r: StateReturn) -> Number:
    """Federal taxable income; above an income, deductions and the business deduction come back.

    Both are added in full as soon as adjusted income exceeds the threshold (Form DR 0104).
    """
    fed = r.federal
    excess = at_least_zero(fed.deduction - r.amount("addition_federal_deductions_exemption"))
    high = np.greater(r.agi, r.amount("addition_federal_deductions_agi_threshold"))
    higher = np.greater(
        r.agi, r.amount("addition_qualified_business_income_deduction_agi_threshold")
    )
    deductions = np.where(high, excess, 0.0)[()]
    added = deductions + np.where(higher, fed.qbi_deduction, 0.0)[()]
    return fed.taxable_income + added - pension_left_out(r)


def colorado_refundable(r: StateReturn) -> Number:
    """Share of the federal earned income credit, and the family affordability credit from age 6.

    The latter loses a share for each step of income begun; the credit for children under 6 is
    not worked out (DR 0104CN).
    """
    steps = steps_begun(
        r.agi - r.amount("credit_family_affordability_reduction_threshold"),
        r.amount("credit_family_affordability_reduction_increment"),
    )
    left = at_least_zero(1.0 - steps * r.amount("credit_family_affordability_reduction_rate"))
    each = r.amount("credit_family_affordability_amount")
    at_school_age = each * r.amount("credit_family_affordability_share_from_age_6")
    earned = earned_income_piece(r, "credit_eitc_match")
    family = at_school_age * r.dependents * left
    how = "an amount for each child, less a share for each step of income begun"
    return earned + r.piece("Family affordability credit", family, how)


def connecticut_exemption(r: StateReturn) -> Number:
    """Personal exemption, which falls for each step of income begun (Table A)."""
    steps = steps_begun(
        r.found["base"] - r.amount("exemption_personal_reduction_start"),
        r.amount("exemption_personal_reduction_increment"),
    )
    lost = steps * r.amount("exemption_personal_reduction_amount")
    return at_least_zero(r.amount("exemption_personal_max_amount") - lost)


def connecticut_tax(r: StateReturn) -> Number:
    """Brackets, the add-back of the lowest rate, and three recaptures (Tables B, C and D)."""
    tax = r.brackets(r.found["taxable"])
    for name in ("add_back", "recapture_low", "recapture_middle", "recapture_high"):
        tax = tax + _connecticut_layer(r, name)
    return tax


def _connecticut_layer(r: StateReturn, name: str) -> Number:
    """An amount for each step of income begun above a start, up to a maximum."""
    above = r.found["base"] - r.amount(f"{name}_start")
    steps = steps_begun(above, r.amount(f"{name}_increment"))
    return np.minimum(steps * r.amount(f"{name}_amount"), r.amount(f"{name}_max_amount"))


def connecticut_credits(r: StateReturn) -> Number:
    """Personal credit: a share of the tax by steps of income (Table E)."""
    return r.found["tax"] * r.step("personal_credit_share_of_tax", r.found["base"], above=True)


def connecticut_refundable(r: StateReturn) -> Number:
    """Share of the federal earned income credit, and an addition for those with a child."""
    bonus = r.amount("credit_eitc_qualifying_child_bonus_amount") if r.dependents else 0.0
    due = np.where(np.greater(r.federal.earned_income_credit, 0.0), bonus, 0.0)[()]
    how = "an amount where there is a child and a federal credit"
    return earned_income_piece(r, "credit_eitc_match") + r.piece("With a child", due, how)


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "AL": {
        "base": alabama_base,
        "deduction": alabama_deduction,
        "exemption": alabama_exemption,
    },
    "AZ": {
        "deduction": arizona_deduction,
        "credits": arizona_credits,
        "refundable": arizona_refundable,
    },
    "CA": {
        "base": california_base,
        "tax": california_tax,
        "credits": california_credits,
        "refundable": california_refundable,
    },
    "CO": {"base": colorado_base, "refundable": colorado_refundable},
    "CT": {
        "base": base_without_pension,
        "exemption": connecticut_exemption,
        "tax": connecticut_tax,
        "credits": connecticut_credits,
        "refundable": connecticut_refundable,
    },
}
