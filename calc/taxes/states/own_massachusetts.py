"""Steps that are Massachusetts's own."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero
from calc.taxes.states.engine import StateReturn, Step, StepName, start
from calc.taxes.states.pieces import earned_income_piece


def massachusetts_income(r: StateReturn) -> Number:
    """Federal adjusted income with half the tax on profit and own retirement saving added back.

    SEP, Keogh and solo 401(k) of the self-employed are not deducted (G.L. c. 62, s. 2(d)(1); Letter
    Ruling 84-97, Directives 99-7 and 08-3); what an employer keeps from pay is not income.
    """
    home = r.household
    return start(r) + home.self_employed_retirement + home.solo_401k_deferral


def massachusetts_deduction(r: StateReturn) -> Number:
    """Social security, Medicare and self-employment tax paid, capped for each spouse (Form 1)."""
    cap = r.amount("fica_or_se_tax_deduction_cap_each_spouse")
    fed = r.federal
    spouse = fed.spouse_fica + fed.spouse_self_employment_tax
    own = fed.own_fica + fed.self_employment_tax - fed.spouse_self_employment_tax
    return np.minimum(own, cap) + np.minimum(spouse, cap)


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
    """Earned income credit, and the child and family credit for each child under 13 (Form 1)."""
    children = r.household.children_under_17 - r.household.children_from_13
    family = r.amount("credit_child_and_family_amount") * children
    earned = earned_income_piece(r, "credit_eitc_match")
    return earned + r.piece("Child and family credit", family, "an amount for each child under 13")


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "MA": {
        "base": massachusetts_income,
        "deduction": massachusetts_deduction,
        "tax": massachusetts_tax,
        "credits": massachusetts_limited_income_credit,
        "refundable": massachusetts_refundable,
    },
}
