"""Steps that are a state's own: Georgia to Michigan, without Massachusetts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, share_of_way, steps_begun
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.own_aged import (
    georgia_base,
    indiana_refundable,
    maryland_senior_credit,
    michigan_exemption,
)
from calc.taxes.states.pensions import base_without_pension, pension_left_out
from calc.taxes.states.pieces import (
    earned_income_piece,
    gross_income,
    poverty_guideline,
    spouse_income,
)


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
    return before_interest - paid * (1.0 - lost) - pension_left_out(r)


def hawaii_refundable(r: StateReturn) -> Number:
    """Earned income credit (N-356) and the food/excise credit for each person (N-311)."""
    food = r.step("credit_food_excise_tax_amount", r.agi) * r.people
    how = "an amount for each person, by adjusted income"
    return earned_income_piece(r, "credit_eitc_match") + r.piece("Food and excise", food, how)


def iowa_exemption_credits(r: StateReturn) -> Number:
    """Exemption credits for filers (a head of household has two) and dependents (IA 1040)."""
    dependents = r.amount("credit_exemption_dependent") * r.dependents
    filers = r.piece("Filers", r.amount("credit_exemption_filers"), "by filing status")
    people = filers + r.piece("Dependents", dependents, "an amount for each")
    return people + r.for_aged("credit_aged")


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


def illinois_base(r: StateReturn) -> Number:
    """What it starts from without a pension, and an own corporation's replacement tax on top."""
    return base_without_pension(r) + r.household.tax_added_back


def illinois_exemption(r: StateReturn) -> Number:
    """Exemption for each person, lost in full above an income limit (IL-1040, step 4)."""
    kept = np.less_equal(r.agi, r.amount("exemption_income_limit"))
    people = r.amount("exemption_each_person") * r.people
    return np.where(kept, people + r.for_aged("exemption_aged"), 0.0)[()]


def illinois_refundable(r: StateReturn) -> Number:
    """Earned income credit, and a child credit that is a share of it (Schedule IL-E/EIC).

    The former is without the federal limits of age, from 18. Every child is taken to be under 12,
    the age limit of the child credit.
    """
    credit = r.federal.earned_income_credit_at_any_age * r.amount("credit_eitc_match")
    how = "federal earned income credit at any age x state's share"
    earned = r.piece("Earned income credit", credit, how)
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
    spouse = spouse_income(r)
    apart: Number = np.minimum(r.found["base"] - spouse, allowed) + np.minimum(spouse, allowed)
    return np.maximum(apart, allowed)


def kentucky_credits(r: StateReturn) -> Number:
    """Credit for age, and a share of the tax it leaves by income over the poverty guideline.

    The latter is the family size credit (Schedule ITC).
    """
    aged = r.for_aged("credit_aged")
    left = at_least_zero(r.found["tax"] - aged)
    people = min(r.people, r.amount("credit_family_size_people_maximum"))
    of_guideline = r.agi / poverty_guideline(r, people)
    family = left * r.step("credit_family_size_rate", of_guideline, above=True)
    return aged + r.piece("Family size credit", family, "a share of tax by income")


def maryland_income(r: StateReturn) -> Number:
    """Federal adjusted income less the two-income subtraction: the lower income of a couple."""
    spouse = spouse_income(r)
    income = r.agi - pension_left_out(r)
    lower = at_least_zero(np.minimum(income - spouse, spouse))
    return income - np.minimum(lower, r.amount("two_income_subtraction_maximum"))


def maryland_exemption(r: StateReturn) -> Number:
    """Exemption for each person, which falls by steps of income, and for age (Form 502)."""
    people = r.step("exemption_by_income", r.agi, above=True) * r.people
    return people + r.for_aged("exemption_aged")


def unmarried_without_child(r: StateReturn) -> bool:
    """Whether a return has one filer and no child."""
    return r.people == 1


def maryland_credits(r: StateReturn) -> Number:
    """Earned income, poverty level and senior credits (Tax-General 10-704, 10-709, 10-754)."""
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
    earned_credit = r.piece("Earned income credit", earned_credit, how)
    return earned_credit + relief + maryland_senior_credit(r)


def maryland_refundable(r: StateReturn) -> Number:
    """What a share of the federal earned income credit exceeds tax by (Form 502, line 42).

    The credit for children under 6 is not counted.
    """
    key = "credit_eitc_refundable_share_married_or_has_child"
    if unmarried_without_child(r):
        key = "credit_eitc_share_unmarried_childless"
    return at_least_zero(r.federal.earned_income_credit * r.amount(key) - r.found["tax"])


def maine_deduction(r: StateReturn) -> Number:
    """Standard deduction, which shrinks in a straight line with Maine income (Form 1040ME)."""
    lost = share_of_way(
        r.found["base"],
        r.amount("deduction_phase_out_start"),
        r.amount("deduction_phase_out_width"),
    )
    return r.standard_deduction() * (1.0 - lost)


def maine_exemption(r: StateReturn) -> Number:
    """Exemption for each filer, which shrinks in a straight line with Maine income."""
    lost = share_of_way(
        r.found["base"],
        r.amount("exemption_phase_out_start"),
        r.amount("exemption_phase_out_width"),
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
    "GA": {"base": georgia_base, "credits": georgia_low_income_credit},
    "HI": {"base": hawaii_income, "refundable": hawaii_refundable},
    "IA": {"base": base_without_pension, "credits": iowa_exemption_credits},
    "ID": {"tax": idaho_tax, "refundable": idaho_grocery_credit},
    "IL": {
        "base": illinois_base,
        "exemption": illinois_exemption,
        "refundable": illinois_refundable,
    },
    "IN": {"refundable": indiana_refundable},
    "KS": {"credits": kansas_earned_income_credit, "refundable": kansas_refundable},
    "KY": {
        "base": base_without_pension,
        "deduction": kentucky_deduction,
        "credits": kentucky_credits,
    },
    "LA": {"base": base_without_pension},
    "MD": {
        "base": maryland_income,
        "exemption": maryland_exemption,
        "credits": maryland_credits,
        "refundable": maryland_refundable,
    },
    "MI": {"exemption": michigan_exemption},
    "ME": {
        "base": base_without_pension,
        "deduction": maine_deduction,
        "exemption": maine_exemption,
        "tax": maine_tax,
        "refundable": maine_refundable,
    },
}
