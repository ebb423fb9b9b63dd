"""New York: recapture of the lower brackets; household, earned income and child credits.

Form IT-201; Tax Law 601(d), 606(b), 606(c-1) and 606(d).
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, share_of_way, steps_begun
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.pensions import base_without_pension


def tax(r: StateReturn) -> Number:
    """Bracket tax and recapture; all income at the top rate above the last bound (IT-201-I)."""
    starts, rates = r.steps("income_tax_rate")
    by_brackets = r.brackets(r.found["taxable"]) + recapture(r)
    at_top_rate = r.found["taxable"] * rates[-1]
    due: Number = np.where(np.greater(r.found["base"], starts[-1]), at_top_rate, by_brackets)[()]
    return due


def recapture(r: StateReturn) -> Number:
    """What is taken back of the lower brackets: a base, and more over 50,000 of adjusted income."""
    bounds, _ = r.steps("recapture_benefit")
    start: Number = r.amount("recapture_start")
    for bound in bounds[1:]:
        reached = np.greater(r.found["taxable"], bound)
        start = np.where(reached, np.maximum(start, bound), start)[()]
    share = share_of_way(r.found["base"], start, r.amount("recapture_width"))
    benefit = r.step("recapture_benefit", r.found["taxable"], above=True)
    return r.step("recapture_base", r.found["taxable"], above=True) + share * benefit


def household_credit(r: StateReturn) -> Number:
    """Household credit by federal adjusted income, and by people unless the filer is single.

    Of a couple that files apart each has half of it by the income of both: none is left where both
    are above 32,000, and it is not worked out.
    """
    if r.household.is_separate:
        return r.agi * 0.0
    if r.status == "single":
        return r.step("credit_household_single", r.agi, above=True)
    further = r.step("credit_household_further_person", r.agi, above=True)
    return r.step("credit_household_first_person", r.agi, above=True) + further * (r.people - 1)


def paid_out(r: StateReturn) -> Number:
    """A share of the federal earned income credit less the household credit used; child credit."""
    used = np.minimum(r.found["credits"], r.found["tax"])
    earned = r.federal.earned_income_credit * r.amount("credit_eitc_match")
    how = "federal earned income credit x state's share, less the household credit used"
    earned = r.piece("Earned income credit", at_least_zero(earned - used), how)
    how = "an amount for each child, less what each step of income begun takes off"
    return earned + r.piece("Child credit", child_credit(r), how)


def child_credit(r: StateReturn) -> Number:
    """Empire State child credit, each child as one aged 4 to 16 (Form IT-213)."""
    above = r.agi - r.amount("credit_child_phase_out_start", r.household.limits_status)
    steps = steps_begun(above, r.amount("credit_child_phase_out_increment"))
    lost = steps * r.amount("credit_child_phase_out_amount")
    return at_least_zero(r.amount("credit_child_amount") * r.dependents - lost)


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "NY": {
        "base": base_without_pension,
        "tax": tax,
        "credits": household_credit,
        "refundable": paid_out,
    },
}
