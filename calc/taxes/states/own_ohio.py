"""Steps that are Ohio's own: business income apart, and its credits."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero
from calc.taxes.business import gains_counted
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.own_aged import ohio_senior_credit
from calc.taxes.states.pieces import earned_income_piece, spouse_income


def ohio_business_income(r: StateReturn) -> Number:
    """Profit, and the pay of an owner of a fifth and more of a corporation (R.C. 5733.40(A)(7))."""
    home = r.household
    pay = at_least_zero(home.corporate_pay - home.deferral_401k)
    return gains_counted(home) + home.change_by_election + pay


def ohio_business_deduction(r: StateReturn) -> Number:
    """Profit that Ohio does not tax, up to a limit (R.C. 5747.01(A)(28))."""
    return np.minimum(ohio_business_income(r), r.amount("deduction_business_income_cap"))


def ohio_spouse_income(r: StateReturn) -> Number:
    """The spouse's own income without the business income deduction's part on its profit."""
    gain = at_least_zero(r.federal.spouse_profit)
    part = gain / np.maximum(ohio_business_income(r), 1.0)
    return spouse_income(r) - ohio_business_deduction(r) * part


def ohio_base(r: StateReturn) -> Number:
    """Federal adjusted income less the business income deduction."""
    return r.agi - ohio_business_deduction(r)


def ohio_exemption(r: StateReturn) -> Number:
    """Exemption for each person, by income before the business income deduction."""
    return r.step("personal_exemption", r.agi, above=True) * r.people


def ohio_tax(r: StateReturn) -> Number:
    """One rate on business income, brackets on the rest where it is high enough (R.C. 5747.02)."""
    left = ohio_business_income(r) - ohio_business_deduction(r)
    business = np.minimum(left, r.found["taxable"])
    other = r.found["taxable"] - business
    enough = np.greater(other, r.amount("zero_tax_income_limit"))
    on_other = np.where(enough, r.brackets(other), 0.0)[()]
    return business * r.amount("business_income_rate") + on_other


def ohio_retirement_credit(r: StateReturn) -> Number:
    """An amount by the size of a pension, below an income (R.C. 5747.055(B))."""
    if r.household.age < r.amount("aged_retirement_credit_from_age"):
        return 0.0
    credit = r.step("aged_retirement_credit", r.household.pension_income, above=True)
    within = np.less(r.agi - r.found["exemption"], r.amount("aged_credit_income_limit"))
    how = "an amount by the size of the pension, below an income"
    return r.piece("Retirement income credit", within * credit, how)


def ohio_credits(r: StateReturn) -> Number:
    """Retirement, senior, exemption, joint filing and earned income credits (R.C. 5747.98).

    The joint filing credit is a share of the tax that those before it leave.
    """
    income = r.agi - r.found["exemption"]
    senior = ohio_retirement_credit(r) + ohio_senior_credit(r)
    persons = r.step("credit_exemption_amount", income) * r.people
    joint: Number = 0.0
    if r.filers > 1:
        spouse = ohio_spouse_income(r)
        own = r.found["base"] - spouse - r.household.other_income
        lower = np.minimum(own, spouse)
        both = np.greater_equal(lower, r.amount("credit_joint_filing_income_threshold"))
        share = r.step("credit_joint_filing_rate", income, above=True)
        part = at_least_zero(r.found["tax"] - senior - persons) * share
        joint = np.where(both, np.minimum(part, r.amount("credit_joint_filing_cap")), 0.0)[()]
    persons = r.piece("Exemption credit", persons, "an amount for each person, by income")
    joint = r.piece("Joint filing credit", joint, "a share of the tax that is left, up to a most")
    return senior + persons + joint + earned_income_piece(r, "credit_work_match")


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "OH": {
        "base": ohio_base,
        "exemption": ohio_exemption,
        "tax": ohio_tax,
        "credits": ohio_credits,
    },
}
