"""Steps that are a state's own: Georgia to Maine (Indiana and Louisiana have none)."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, share_of_way
from calc.taxes.states.engine import StateReturn, Step, StepName, gross_income, steps_begun
from calc.taxes.states.pieces import earned_income_piece, poverty_guideline


def georgia_low_income_credit(r: StateReturn) -> Number:
    """Low-income credit: an amount for each person that falls by steps of income (IT-511)."""
    return r.step("credit_low_income_amount", r.agi) * r.people


def hawaii_income(r: StateReturn) -> Number:
    """Federal adjusted income with loan interest by Hawaii's own phase-out (N-11 instructions)."""
    before_interest = r.agi + r.federal.student_loan_deduction
    paid = np.minimum(
        r.household.student_loan_interest, r.amount("subtraction_student_loan_interest_cap")
    )
    lost = share_of_way(
        before_interest,
        r.amount("subtraction_student_loan_interest_phase_out_start"),
        r.amount("subtraction_student_loan_interest_phase_out_divisor"),
    )
    return before_interest - paid * (1.0 - lost)


def hawaii_refundable(r: StateReturn) -> Number:
    """Earned income credit (N-356) and the food/excise credit for each person (N-311)."""
    food = r.step("credit_food_excise_tax_amount", r.agi) * r.people
    how = "an amount for each person, by adjusted income"
    return earned_income_piece(r, "credit_eitc_match") + r.piece("Food and excise", food, how)


def iowa_exemption_credits(r: StateReturn) -> Number:
    """Exemption credits for filers (a head of household has two) and dependents (IA 1040)."""
    dependents = r.amount("credit_exemption_dependent") * r.dependents
    filers = r.piece("Filers", r.amount("credit_exemption_filers"), "by filing status")
    return filers + r.piece("Dependents", dependents, "an amount for each")


def idaho_tax(r: StateReturn) -> Number:
    """Tax by brackets and the building fund tax of whoever has to file (Idaho Code 63-3082).

    One has to file when gross income reaches the federal standard deduction.
    """
    files = np.greater_equal(gross_income(r), r.federal.deduction)
    fund = np.where(files, r.amount("permanent_building_fund_tax"), 0.0)[()]
    return r.brackets(r.found["taxable"]) + fund


def idaho_grocery_credit(r: StateReturn) -> Number:
    """Grocery credit for each person, at every income (Form 40)."""
    return r.amount("credit_grocery_base_amount") * r.people + r.agi * 0.0


def illinois_exemption(r: StateReturn) -> Number:
    """Exemption for each person, lost in full above an income limit (IL-1040, step 4)."""
    kept = np.less_equal(r.agi, r.amount("exemption_income_limit"))
    return np.where(kept, r.amount("exemption_each_person") * r.people, 0.0)[()]


def illinois_refundable(r: StateReturn) -> Number:
    """Earned income credit, and a child credit that is a share of it (Schedule IL-E/EIC).

    Every child is taken to be under 12, the age limit of the child credit.
    """
    earned = earned_income_piece(r, "credit_eitc_match")
    if not r.dependents:
        return earned
    how = "a share of the state's earned income credit"
    return earned + r.piece("Child credit", earned * r.amount("credit_child_share"), how)


def kansas_earned_income_credit(r: StateReturn) -> Number:
    """A share of the federal earned income credit, first against tax (Form K-40)."""
    return r.federal.earned_income_credit * r.amount("credit_eitc_match")


def kansas_refundable(r: StateReturn) -> Number:
    """What is left of the earned income credit once tax is nil (Form K-40)."""
    return at_least_zero(r.found["credits"] - r.found["tax"])


def kentucky_deduction(r: StateReturn) -> Number:
    """Standard deduction; spouses who compute separately each take one (Form 740).

    Each spouse's reaches as far as that spouse's own income. The rate is flat, so the lower of
    joint and separate tax is that with the greater deduction.
    """
    allowed = r.amount("standard_deduction")
    spouse = r.federal.spouse_wages
    apart: Number = np.minimum(r.agi - spouse, allowed) + np.minimum(spouse, allowed)
    return np.maximum(apart, allowed)


def kentucky_family_size_credit(r: StateReturn) -> Number:
    """Family size credit: a share of tax by income over the poverty guideline (Schedule ITC)."""
    people = min(r.people, r.amount("credit_family_size_people_maximum"))
    of_guideline = r.agi / poverty_guideline(r, people)
    return r.found["tax"] * r.step("credit_family_size_rate", of_guideline, above=True)


def maryland_income(r: StateReturn) -> Number:
    """Federal adjusted income less the two-income subtraction: the lower income of a couple."""
    spouse = r.federal.spouse_wages
    lower = at_least_zero(np.minimum(r.agi - spouse, spouse))
    return r.agi - np.minimum(lower, r.amount("two_income_subtraction_maximum"))


def maryland_exemption(r: StateReturn) -> Number:
    """Exemption for each person, which falls by steps of federal adjusted income (Form 502)."""
    return r.step("exemption_by_income", r.agi, above=True) * r.people


def unmarried_without_child(r: StateReturn) -> bool:
    """Whether a return has one filer and no child."""
    return r.people == 1


def maryland_credits(r: StateReturn) -> Number:
    """Earned income credit and poverty level credit, up to the tax (Tax-General 10-704, 10-709)."""
    tax = r.found["tax"]
    alone = unmarried_without_child(r)
    key = "credit_eitc_share_married_or_has_child"
    if alone:
        key = "credit_eitc_share_unmarried_childless"
    earned = r.federal.earned_income
    earned_credit = r.federal.earned_income_credit * r.amount(key)
    left = tax if alone else tax - earned_credit
    poverty = np.minimum(left, earned * r.amount("credit_poverty_level_earned_income_share"))
    level = poverty_guideline(r, r.people)
    poor = np.less_equal(np.maximum(r.agi, earned), level) & np.less(earned_credit, tax)
    how = "a share of earnings up to the poverty guideline, at most the tax that is left"
    relief = r.piece("Poverty level credit", np.where(poor, poverty, 0.0)[()], how)
    how = "federal earned income credit x state's share"
    return r.piece("Earned income credit", earned_credit, how) + relief


def maryland_refundable(r: StateReturn) -> Number:
    """What a share of the federal earned income credit exceeds tax by (Form 502, line 42).

    The credit for children under 6 is not counted.
    """
    key = "credit_eitc_refundable_share_married_or_has_child"
    if unmarried_without_child(r):
        key = "credit_eitc_share_unmarried_childless"
    return at_least_zero(r.federal.earned_income_credit * r.amount(key) - r.found["tax"])


def massachusetts_deduction(r: StateReturn) -> Number:
    """Social security, Medicare and self-employment tax paid, capped for each spouse (Form 1)."""
    cap = r.amount("fica_or_se_tax_deduction_cap_each_spouse")
    own = np.minimum(r.federal.own_fica + r.federal.self_employment_tax, cap)
    return own + np.minimum(r.federal.spouse_fica, cap)


def massachusetts_tax(r: StateReturn) -> Number:
    """Tax at the flat rate and the surtax on high taxable income (G.L. c. 62, s. 4)."""
    surtax = r.brackets(r.found["taxable"], key="surtax_rate")
    return r.brackets(r.found["taxable"]) + surtax


def massachusetts_limited_income_credit(r: StateReturn) -> Number:
    """No tax status and limited income credit: tax above a share of income over a limit (Form 1).

    Up to the limit no tax is left; the credit ends at a multiple of the limit.
    """
    income = r.found["base"]
    limit = r.amount("no_tax_limit") + r.amount("no_tax_limit_each_dependent") * r.dependents
    most = at_least_zero(income - limit) * r.amount("credit_limited_income_share")
    entitled = np.less_equal(income, limit * r.amount("credit_limited_income_end"))
    return np.where(entitled, at_least_zero(r.found["tax"] - most), 0.0)[()]


def massachusetts_refundable(r: StateReturn) -> Number:
    """Earned income credit, and the child and family credit for each child (Form 1).

    Every child is taken to be under 13, the age limit of the child and family credit.
    """
    family = r.amount("credit_child_and_family_amount") * r.dependents
    earned = earned_income_piece(r, "credit_eitc_match")
    return earned + r.piece("Child and family credit", family, "an amount for each child")


def maine_deduction(r: StateReturn) -> Number:
    """Standard deduction, which shrinks in a straight line with income (Form 1040ME)."""
    lost = share_of_way(
        r.agi, r.amount("deduction_phase_out_start"), r.amount("deduction_phase_out_width")
    )
    return r.amount("standard_deduction") * (1.0 - lost)


def maine_exemption(r: StateReturn) -> Number:
    """Exemption for each filer, which shrinks in a straight line with income (Form 1040ME)."""
    lost = share_of_way(
        r.agi, r.amount("exemption_phase_out_start"), r.amount("exemption_phase_out_width")
    )
    return r.amount("exemption_each_filer") * r.filers * (1.0 - lost)


def maine_tax(r: StateReturn) -> Number:
    """Tax by brackets and the surcharge on high taxable income (P.L. 2025, c. 650)."""
    high = at_least_zero(r.found["taxable"] - r.amount("surcharge_threshold"))
    return r.brackets(r.found["taxable"]) + high * r.amount("surcharge_rate")


def maine_dependent_credit(r: StateReturn) -> Number:
    """Dependent credit, less for each step of income begun (36 M.R.S. 5219-SS).

    Every child is taken to be 6 or older; the credit for a younger one is double.
    """
    begun = steps_begun(
        r.agi - r.amount("credit_dependent_phase_out_start"),
        r.amount("credit_dependent_phase_out_increment"),
    )
    full = r.amount("credit_each_dependent") * r.dependents
    return at_least_zero(full - begun * r.amount("credit_dependent_phase_out_step"))


def maine_sales_tax_credit(r: StateReturn) -> Number:
    """Sales tax fairness credit, less for each step of total income begun (36 M.R.S. 5213-A)."""
    begun = steps_begun(
        gross_income(r) - r.amount("credit_sales_tax_phase_out_start"),
        r.amount("credit_sales_tax_phase_out_increment"),
    )
    children = r.step("credit_sales_tax_addition_for_children", float(r.dependents))
    full = r.amount("credit_sales_tax_amount") + children
    return at_least_zero(full - begun * r.amount("credit_sales_tax_phase_out_step"))


def maine_refundable(r: StateReturn) -> Number:
    """Earned income, dependent and sales tax fairness credits (Form 1040ME, Schedule A)."""
    key = "credit_eitc_match_with_child" if r.dependents else "credit_eitc_match_without_child"
    how = "an amount, less what each step of income begun takes off"
    dependents = r.piece("Dependent credit", maine_dependent_credit(r), how)
    sales_tax = r.piece("Sales tax fairness credit", maine_sales_tax_credit(r), how)
    return earned_income_piece(r, key) + dependents + sales_tax


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "GA": {"credits": georgia_low_income_credit},
    "HI": {"base": hawaii_income, "refundable": hawaii_refundable},
    "IA": {"credits": iowa_exemption_credits},
    "ID": {"tax": idaho_tax, "refundable": idaho_grocery_credit},
    "IL": {"exemption": illinois_exemption, "refundable": illinois_refundable},
    "KS": {"credits": kansas_earned_income_credit, "refundable": kansas_refundable},
    "KY": {"deduction": kentucky_deduction, "credits": kentucky_family_size_credit},
    "MA": {
        "deduction": massachusetts_deduction,
        "tax": massachusetts_tax,
        "credits": massachusetts_limited_income_credit,
        "refundable": massachusetts_refundable,
    },
    "MD": {
        "base": maryland_income,
        "exemption": maryland_exemption,
        "credits": maryland_credits,
        "refundable": maryland_refundable,
    },
    "ME": {
        "deduction": maine_deduction,
        "exemption": maine_exemption,
        "tax": maine_tax,
        "refundable": maine_refundable,
    },
}
