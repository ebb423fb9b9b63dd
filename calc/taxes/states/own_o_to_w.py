"""Steps that are a state's own: Oregon to West Virginia."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, share_of_way, steps_begun
from calc.taxes.business import gains_counted, self_employed_gains
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.own_aged import (
    utah_retirement_credit,
    virginia_age_deduction,
    virginia_base,
    west_virginia_base,
)
from calc.taxes.states.pensions import base_without_pension
from calc.taxes.states.pieces import (
    HALF_OF_COUPLE,
    earned_income_piece,
    poverty_guideline,
    spouse_earnings,
    spouse_income,
)


def oregon_deduction(r: StateReturn) -> Number:
    """Standard deduction, and federal tax up to a cap by adjusted income (Form OR-40)."""
    cap = r.step("federal_tax_deduction_cap", r.agi)
    return r.standard_deduction() + np.minimum(r.federal.tax_after_credits, cap)


def oregon_exemption_credit(r: StateReturn) -> Number:
    """Exemption credit for each person, and one for a pension (ORS 316.085, 316.157)."""
    within = np.less_equal(r.agi, r.amount("credit_exemption_income_limit"))
    exemption = within * (r.amount("credit_exemption_each_person") * r.people)
    return exemption + oregon_retirement_credit(r)


def oregon_retirement_credit(r: StateReturn) -> Number:
    """A share of a pension, up to a base that each dollar of income above a start takes from."""
    if r.household.age < r.amount("aged_retirement_credit_from_age"):
        return 0.0
    status = r.household.limits_status
    above = at_least_zero(r.agi - r.amount("aged_retirement_credit_income_start", status))
    most = at_least_zero(r.amount("aged_retirement_credit_base", status) - above)
    part = np.minimum(at_least_zero(r.household.pension_income), most)
    credit = part * r.amount("aged_retirement_credit_rate")
    how = "a share of a pension, up to a base less income above a start"
    return r.piece("Retirement income credit", credit, how)


def pennsylvania_base(r: StateReturn) -> Number:
    """Wages with the 401(k) deferral, and profit; a loss lowers no other income (Form PA-40)."""
    home = r.household
    pay = r.federal.own_wages + home.deferral_401k + r.federal.spouse_wages
    return pay + gains_counted(home) + at_least_zero(home.other_income)


def pennsylvania_deduction(r: StateReturn) -> Number:
    """One's own payments to a health savings account (PA-40 Schedule O)."""
    return r.household.hsa


def pennsylvania_forgiveness(r: StateReturn) -> Number:
    """The share of tax forgiven at low income, a tenth less at each step (PA-40 Schedule SP)."""
    free = r.amount("forgiveness_each_filer") * r.filers
    free += r.amount("forgiveness_each_dependent") * r.dependents
    steps = steps_begun(r.found["base"] - free, r.amount("forgiveness_increment"))
    return r.found["tax"] * at_least_zero(1.0 - steps * r.amount("forgiveness_share_lost"))


def rhode_island_deduction(r: StateReturn) -> Number:
    """Standard deduction, a fifth less at each step of high income (Form RI-1040)."""
    above = r.agi - r.amount("standard_deduction_phase_out_start")
    steps = steps_begun(above, r.amount("standard_deduction_phase_out_increment"))
    kept = at_least_zero(1.0 - steps * r.amount("standard_deduction_phase_out_share"))
    return r.amount("standard_deduction") * kept


def rhode_island_exemption(r: StateReturn) -> Number:
    """Exemption for each person, a fifth less at each step of high income (Form RI-1040)."""
    above = r.agi - r.amount("exemption_reduction_start")
    steps = steps_begun(above, r.amount("exemption_reduction_increment"))
    kept = at_least_zero(1.0 - steps * r.amount("exemption_reduction_rate"))
    return r.amount("exemption_amount") * r.people * kept


def south_carolina_deduction(r: StateReturn) -> Number:
    """Income-adjusted deduction, its fall rounded down (S.C. Code 12-6-1140(15))."""
    start = r.amount("standard_deduction_phase_out_start")
    share = share_of_way(r.agi, start, r.amount("standard_deduction_phase_out_width"))
    unit = r.amount("standard_deduction_rounding")
    lost: Number = np.floor(r.amount("standard_deduction") * share / unit) * unit
    return r.amount("standard_deduction") - lost


def south_carolina_credits(r: StateReturn) -> Number:
    """Two-earner credit and a capped share of the federal earned income credit (SC1040TC)."""
    two_earners = r.brackets(lower_pay(r), key="credit_two_earners_rate")
    earned = r.federal.earned_income_credit * r.amount("credit_eitc_rate")
    two_earners = r.piece("Two-earner credit", two_earners, "a share of the lower earnings")
    earned = np.minimum(earned, r.amount("credit_eitc_max"))
    how = "federal earned income credit x state's share, up to a most"
    return two_earners + r.piece("Earned income credit", earned, how)


def utah_credits(r: StateReturn) -> Number:
    """Taxpayer credit on federal deduction and dependents, for earnings and for age (TC-40).

    That for earnings is at most wages of an employee: profit has none (59-10-1044(2)(b)).
    """
    counted = r.federal.deduction + r.amount("credit_taxpayer_each_dependent") * r.dependents
    above = at_least_zero(r.agi - r.amount("credit_taxpayer_phase_out_start"))
    lost = above * r.amount("credit_taxpayer_phase_out_rate")
    taxpayer = at_least_zero(counted * r.amount("credit_taxpayer_rate") - lost)
    how = "a share of federal deduction and dependents, less a share of income above a start"
    taxpayer = r.piece("Taxpayer credit", taxpayer, how)
    wages = r.federal.own_wages + r.federal.spouse_wages
    earned = np.minimum(earned_income_piece(r, "credit_eitc_not_refundable"), wages)
    return taxpayer + earned + utah_retirement_credit(r)


def vermont_tax(r: StateReturn) -> Number:
    """Bracket tax, at least a share of high income, and child-care contribution (Form IN-111)."""
    least = r.agi * r.step("minimum_tax_rate", r.agi, above=True)
    earnings = self_employed_gains(r.household) * r.amount("net_earnings_factor")
    contribution = earnings * r.amount("child_care_contribution_rate")
    return np.maximum(r.brackets(r.found["taxable"]), least) + contribution


def virginia_tax(r: StateReturn) -> Number:
    """Bracket tax less the spouse adjustment; none below the filing threshold (Form 760)."""
    due = r.brackets(r.found["taxable"]) - virginia_spouse_adjustment(r)
    files = np.greater_equal(r.found["base"], r.amount("filing_requirement"))
    return files * due


def virginia_spouse_adjustment(r: StateReturn) -> Number:
    """What a couple saves when the smaller income, at most half, starts its own brackets."""
    if r.filers == 1:
        return 0.0
    whole = r.found["taxable"]
    deducted, aged = virginia_age_deduction(r), r.of_age()
    incomes = (r.agi - spouse_income(r), spouse_income(r))
    each = r.amount("exemption_each_person")
    own, spouse = (
        income - off - (each + r.amount("exemption_aged") * is_aged)
        for income, off, is_aged in zip(incomes, deducted, aged, strict=True)
    )
    smaller = np.minimum(own, spouse)
    part = np.minimum(at_least_zero(smaller), whole / r.filers)
    saved = r.brackets(whole) - r.brackets(part) - r.brackets(whole - part)
    return np.minimum(at_least_zero(saved), r.amount("spouse_tax_adjustment_cap"))


def virginia_credits(r: StateReturn) -> Number:
    """Earned income credit or that for low income, where it is not paid out (58.1-339.8)."""
    earned, low_income = virginia_choices(r)
    largest = np.maximum(earned, low_income)
    return np.minimum(largest, r.found["tax"]) * np.logical_not(virginia_pays_out(r))


def virginia_refundable(r: StateReturn) -> Number:
    """Earned income credit, paid out where it is more than the tax it could cancel."""
    return virginia_choices(r)[0] * virginia_pays_out(r)


def virginia_pays_out(r: StateReturn) -> Number:
    """1 where the paid-out credit leaves more than either credit against tax, else 0."""
    earned, low_income = virginia_choices(r)
    against_tax = np.minimum(np.maximum(earned, low_income), r.found["tax"])
    return np.greater(earned, against_tax) * 1.0


def virginia_choices(r: StateReturn) -> tuple[Number, Number]:
    """Share of the federal earned income credit, and the credit for low income; one is taken.

    Who takes the age deduction has neither.
    """
    if any(r.of_age()):
        return 0.0, 0.0
    earned = r.federal.earned_income_credit * r.amount("credit_eitc_match")
    is_low = np.less_equal(r.found["base"], poverty_guideline(r, r.people))
    return earned, is_low * (r.amount("credit_low_income_each_person") * r.people)


def washington_refundable(r: StateReturn) -> Number:
    """Working families credit where the federal earned income credit is (RCW 82.08.0206)."""
    children = float(r.dependents)
    most = r.step("credit_working_families", children)
    least = r.amount("credit_working_families_least")
    end = r.step("federal_eitc_income_limit", children)
    width = r.step("credit_working_families_phase_out_width", children)
    share = share_of_way(np.maximum(r.agi, r.federal.earned_income), end - width, width)
    return np.greater(r.federal.earned_income_credit, 0.0) * (most - (most - least) * share)


def west_virginia_exemption(r: StateReturn) -> Number:
    """Exemption for each person, and one more for a surviving spouse (W. Va. Code 11-21-16(c))."""
    people = r.people + (r.household.filing_status == "surviving_spouse")
    return r.amount("exemption_each_person") * people


def west_virginia_family_credit(r: StateReturn) -> Number:
    """A share of tax, less the further income is above the poverty guideline (IT-140)."""
    line = poverty_guideline(r, r.people)
    if r.household.is_separate:
        line = line * HALF_OF_COUPLE  # Schedule FTC-1, table of separate returns
    above = r.agi - line
    return r.found["tax"] * r.step("credit_family_share", above, above=True)


def earned_income_credit_by_children(r: StateReturn) -> Number:
    """A share of the federal earned income credit that the number of children sets."""
    share = r.step("credit_eitc_match_by_children", float(r.dependents))
    return r.federal.earned_income_credit * share


def lower_pay(r: StateReturn) -> Number:
    """The smaller of a couple's earnings: profit and wages, less one's own retirement saving."""
    if r.filers == 1:
        return 0.0
    home = r.household
    saving = home.self_employed_retirement + home.solo_401k_deferral
    own = r.federal.own_wages + home.profit - saving
    return at_least_zero(np.minimum(own, spouse_earnings(r)))


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "OR": {"deduction": oregon_deduction, "credits": oregon_exemption_credit},
    "PA": {
        "base": pennsylvania_base,
        "deduction": pennsylvania_deduction,
        "credits": pennsylvania_forgiveness,
    },
    "RI": {
        "base": base_without_pension,
        "deduction": rhode_island_deduction,
        "exemption": rhode_island_exemption,
    },
    "SC": {
        "base": base_without_pension,
        "deduction": south_carolina_deduction,
        "credits": south_carolina_credits,
    },
    "UT": {"credits": utah_credits},
    "VA": {
        "base": virginia_base,
        "tax": virginia_tax,
        "credits": virginia_credits,
        "refundable": virginia_refundable,
    },
    "VT": {"tax": vermont_tax, "refundable": earned_income_credit_by_children},
    "WA": {"refundable": washington_refundable},
    "WV": {
        "base": west_virginia_base,
        "exemption": west_virginia_exemption,
        "credits": west_virginia_family_credit,
    },
}
