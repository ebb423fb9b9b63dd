"""Steps that are Arkansas's own: tax tables, and couples on one return or two columns of it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, steps_begun
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.pensions import pension_left_out
from calc.taxes.states.pieces import gross_income, spouse_earnings


def arkansas_base(r: StateReturn) -> Number:
    """Gross income less the adjustments of form AR1000ADJ, without half the tax on profit."""
    home = r.household
    saving = home.self_employed_retirement + home.solo_401k_deferral + home.hsa
    interest = r.federal.student_loan_deduction
    deducted = saving + home.self_employed_premium + interest
    return gross_income(r) - deducted - pension_left_out(r)


def arkansas_tax(r: StateReturn) -> Number:
    """Tax on one return, or in two columns where a couple owes less that way."""
    return _lower_return(r)[0]


def arkansas_credits(r: StateReturn) -> Number:
    """Personal credits, one more for a head of household, for age, and at low income."""
    claims = r.people + (1 if r.status == "head_of_household" else 0)
    each = r.amount("credit_personal_amount_base")
    personal = r.piece("Personal credits", each * claims, "an amount for each claim")
    how = "an amount, less what each step of net income begun takes off"
    personal = personal + r.for_aged("credit_aged") - _lost_with_pension(r)
    return personal + r.piece("Low income credit", _lower_return(r)[1], how)


def _lost_with_pension(r: StateReturn) -> Number:
    """The part of the practice owner's credit for age that a pension left out takes away."""
    has_pension = np.greater(r.household.pension_income, 0.0)
    return r.of_age()[0] * (has_pension * r.amount("aged_credit_lost_with_pension"))


def _lower_return(r: StateReturn) -> tuple[Number, Number]:
    """Tax and credit at low income, in the way that leaves less to pay after that credit."""
    one = _one_return(r)
    if r.status != "joint":
        return one
    two = _two_columns(r)
    is_lower = np.less(two[0] - two[1], one[0] - one[1])
    return np.where(is_lower, two[0], one[0])[()], np.where(is_lower, two[1], one[1])[()]


def _one_return(r: StateReturn) -> tuple[Number, Number]:
    """Tax and credit at low income on one return, by the low-income table where that leaves less.

    That table holds the standard deduction already, so its net income is adjusted income. A couple
    or a head of household with two or more dependents has another one.
    """
    joint = r.amount("credit_extra_low_income_joint_multiplier") if r.filers > 1 else 1.0
    has_more = r.dependents > 1 and r.status not in ("single", "separate")
    table = "low_income_table_more_dependents" if has_more else "low_income_table"
    low = r.step(table, r.found["base"], above=True)
    low_credit = _low_income_credit(r, r.found["base"]) * joint
    regular = _regular_tax(r, r.found["taxable"])
    credit = _low_income_credit(r, r.found["taxable"]) * joint
    by_low = np.less(low - low_credit, regular - credit)
    return np.where(by_low, low, regular)[()], np.where(by_low, low_credit, credit)[()]


def _two_columns(r: StateReturn) -> tuple[Number, Number]:
    """Tax and credit at low income of a couple, each with a single person's deduction.

    The low-income table is not for them.
    """
    deduction = r.amount("standard_deduction", "single")
    earnings = spouse_earnings(r)
    own = at_least_zero(r.found["base"] - earnings - deduction)
    spouse = at_least_zero(earnings - deduction)
    return (
        _regular_tax(r, own) + _regular_tax(r, spouse),
        _low_income_credit(r, own) + _low_income_credit(r, spouse),
    )


def _regular_tax(r: StateReturn, net: Number) -> Number:
    """Tax on net income: from the printed table in whole dollars, by the schedules above it."""
    width = r.amount("tax_table_band_width")
    first = r.step("tax_table_band_offset", net)
    start = np.floor((net - first) / width) * width
    # A band ends a dollar short of the next where it starts on the dollar: 75,001 to 75,100.
    middle = (start + first + start + width) / 2.0
    in_table = np.floor(_by_schedules(r, middle) + 0.5)
    small = np.less(net, r.amount("tax_table_threshold"))
    return np.where(small, in_table, _by_schedules(r, net))[()]


def _by_schedules(r: StateReturn, net: Number) -> Number:
    """Tax by brackets; at high income by the second schedule, less an adjustment that runs out."""
    high = r.brackets(net, key="high_income_rate")
    adjusted = high - r.step("high_income_bracket_adjustment", net, above=True)
    is_high = np.greater(net, r.amount("high_income_threshold"))
    return np.where(is_high, adjusted, r.brackets(net))[()]


def _low_income_credit(r: StateReturn, net: Number) -> Number:
    """Additional credit for qualified individuals: falls for each step of net income begun."""
    key = "credit_extra_low_income"
    steps = steps_begun(
        net - r.amount(f"{key}_reduction_start"), r.amount(f"{key}_reduction_increment")
    )
    return at_least_zero(
        r.amount(f"{key}_max_amount") - steps * r.amount(f"{key}_reduction_amount")
    )


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "AR": {"base": arkansas_base, "tax": arkansas_tax, "credits": arkansas_credits}
}
