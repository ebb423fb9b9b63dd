"""Steps that are a state's own: Delaware and the District of Columbia."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, steps_begun
from calc.taxes.states.engine import StateReturn, Step, StepName, start
from calc.taxes.states.own_aged import delaware_base
from calc.taxes.states.pieces import earned_income_piece, own_part, spouse_income


def district_base(r: StateReturn) -> Number:
    """Federal adjusted income without what an own corporation leaves: it was taxed there."""
    return start(r) - r.household.corporate_income


def delaware_tax(r: StateReturn) -> Number:
    """Brackets; a couple takes the lower of one return and two, each with half the deduction.

    What is deducted for age is that spouse's own.
    """
    together = r.brackets(r.found["taxable"])
    if len(r.of_age()) == 1:
        return together
    half = r.amount("standard_deduction") / r.filers
    incomes = (own_part(r), spouse_income(r))
    apart: Number = 0.0
    for is_aged, income in zip(r.of_age(), incomes, strict=True):
        deducted = half + r.amount("deduction_aged") * is_aged
        apart = apart + r.brackets(at_least_zero(income - deducted))
    return np.minimum(together, apart)


def delaware_credits(r: StateReturn) -> Number:
    """Personal credits, and the earned income credit where it is worth more than if paid out."""
    earned = np.where(_delaware_pays_out(r), 0.0, _delaware_earned_income_credit(r))[()]
    personal = r.piece("Personal credits", _delaware_personal_credits(r), "an amount a person")
    how = "federal earned income credit x state's share, where the other way is not worth more"
    return personal + r.piece("Earned income credit", earned, how)


def delaware_refundable(r: StateReturn) -> Number:
    """The smaller earned income credit that is paid out, where that is worth more."""
    paid_out = r.federal.earned_income_credit * r.amount("credit_eitc_refundable")
    return np.where(_delaware_pays_out(r), paid_out, 0.0)[()]


def _delaware_personal_credits(r: StateReturn) -> float:
    aged = sum(r.of_age("aged_second_personal_credit_from_age"))
    return r.amount("credit_personal_credits_personal") * (r.people + aged)


def _delaware_earned_income_credit(r: StateReturn) -> Number:
    return r.federal.earned_income_credit * r.amount("credit_eitc_non_refundable")


def _delaware_pays_out(r: StateReturn) -> Number:
    """Whether the smaller credit that is paid out beats the greater one limited by tax."""
    left = at_least_zero(r.found["tax"] - _delaware_personal_credits(r))
    paid_out = r.federal.earned_income_credit * r.amount("credit_eitc_refundable")
    return np.greater(paid_out, np.minimum(_delaware_earned_income_credit(r), left))


def district_tax(r: StateReturn) -> Number:
    """Brackets; a couple takes the lower of one return and two (D-40, Calculation J).

    Spouses divide the deduction as suits them: best is what brings their incomes closest together.
    """
    together = r.brackets(r.found["taxable"])
    if r.status != "joint":
        return together
    both = r.found["base"] - r.found["deduction"]
    most = own_part(r)
    own = np.minimum(np.maximum(both / r.filers, most - r.found["deduction"]), most)
    apart = r.brackets(at_least_zero(own)) + r.brackets(at_least_zero(both - own))
    return np.minimum(together, apart)


def district_refundable(r: StateReturn) -> Number:
    """Earned income credit, and the child credit, which falls for each step of income begun."""
    if not r.dependents:
        return _district_childless_credit(r)
    most = r.amount("credit_ctc_amount") * min(r.dependents, r.amount("credit_ctc_most_children"))
    steps = steps_begun(
        r.agi - r.amount("credit_ctc_income_threshold"), r.amount("credit_ctc_phase_out_increment")
    )
    child = at_least_zero(most - steps * r.amount("credit_ctc_phase_out_amount"))
    how = "an amount for each child, less what each step of income begun takes off"
    child = r.piece("Child credit", child, how)
    return child + earned_income_piece(r, "credit_eitc_with_children_match")


def _district_childless_credit(r: StateReturn) -> Number:
    """The federal credit of those without children, with a later phase-out (47-1806.04(f))."""
    key = "credit_eitc_without_children"
    ages = [r.household.age] + [r.household.spouse_age] * (r.filers - 1)
    least, greatest = r.amount(f"{key}_age_minimum"), r.amount(f"{key}_age_maximum")
    of_age = any(least <= age <= greatest for age in ages)
    if not of_age or r.household.is_separate:
        return 0.0
    earned = r.federal.earned_income
    most = r.amount(f"{key}_maximum")
    rising = np.minimum(at_least_zero(earned) * r.amount(f"{key}_phase_in_rate"), most)
    above = at_least_zero(np.maximum(earned, r.agi) - r.amount(f"{key}_phase_out_start"))
    entitled = np.logical_not(r.federal.has_too_much_investment)
    falling = most - above * r.amount(f"{key}_phase_out_rate")
    return entitled * at_least_zero(np.minimum(rising, falling))


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "DC": {"base": district_base, "tax": district_tax, "refundable": district_refundable},
    "DE": {
        "base": delaware_base,
        "tax": delaware_tax,
        "credits": delaware_credits,
        "refundable": delaware_refundable,
    },
}
