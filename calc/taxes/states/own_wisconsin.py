"""Steps that are Wisconsin's own: a deduction that income takes away, and pensions from 67.

Who leaves out the greater part of a pension has no credits; the way that leaves less tax is taken.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.own_o_to_w import earned_income_credit_by_children, lower_pay
from calc.taxes.states.pensions import base_without_pension, part_left_out

AGE = "aged_retirement_exclusion_from_age"


def wisconsin_deduction(r: StateReturn) -> Number:
    """Standard deduction less a share of income above its start (Form 1)."""
    return _deduction_at(r, r.found["base"])


def _deduction_at(r: StateReturn, income: Number) -> Number:
    lost = r.brackets(income, key="standard_deduction_phase_out_rate")
    return at_least_zero(r.amount("standard_deduction") - lost)


def wisconsin_couple_credit(r: StateReturn) -> Number:
    """Married couple credit: a share of the lower earner's pay, up to a cap (Schedule 2)."""
    share = lower_pay(r) * r.amount("credit_two_earners_rate")
    return np.minimum(share, r.amount("credit_two_earners_max"))


def wisconsin_credits(r: StateReturn) -> Number:
    """The couple credit, or what the greater part of a pension left out takes off the tax."""
    saved = r.found["tax"] - _tax_without_pension(r)
    return np.where(_leaves_out_more(r), saved, wisconsin_couple_credit(r))[()]


def wisconsin_refundable(r: StateReturn) -> Number:
    """A share of the federal earned income credit, unless more of a pension is left out."""
    return np.where(_leaves_out_more(r), 0.0, earned_income_credit_by_children(r))[()]


def _leaves_out_more(r: StateReturn) -> Number:
    """Whether the greater part of a pension, without credits, leaves less to pay (71.05(6)(b)54m).

    It is the practice owner's, from 67 at the end of the year.
    """
    if not r.of_age(AGE)[0]:
        return False
    credit, paid_out = wisconsin_couple_credit(r), earned_income_credit_by_children(r)
    with_credits = at_least_zero(r.found["tax"] - credit) - paid_out
    return np.less(_tax_without_pension(r), with_credits)


def _tax_without_pension(r: StateReturn) -> Number:
    """Tax with the greater part of a pension left out; of the rest the lesser part is."""
    pension = at_least_zero(r.household.pension_income)
    cap = r.amount("aged_retirement_exclusion") * sum(r.of_age(AGE))
    greater = np.minimum(pension, cap)
    income = r.agi - greater - np.minimum(part_left_out(r), pension - greater)
    taxable = income - _deduction_at(r, income) - r.found["exemption"]
    return r.brackets(at_least_zero(taxable))


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "WI": {
        "base": base_without_pension,
        "deduction": wisconsin_deduction,
        "credits": wisconsin_credits,
        "refundable": wisconsin_refundable,
    },
}
