"""Steps that are a state's own: Minnesota to Oklahoma."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from calc.number import Number, at_least_zero, steps_begun
from calc.taxes.business import gains_counted, profits_counted
from calc.taxes.credit_rules import earned_income_credit
from calc.taxes.states.engine import StateReturn, Step, StepName
from calc.taxes.states.own_aged import minnesota_base, montana_deduction
from calc.taxes.states.pensions import base_without_pension, pension_left_out
from calc.taxes.states.pieces import (
    HALF_OF_COUPLE,
    earned_income_piece,
    gross_income,
    own_part,
    spouse_income,
)


def lower_earnings(r: StateReturn, pension: Number = 0.0) -> Number:
    """Earnings of the spouse who earns less: wages, and profit less half of its own tax.

    The practice owner's pension is one of them where it is given.
    """
    own_half = r.federal.half_tax - r.federal.spouse_half_tax
    own = r.federal.own_wages + r.household.profit - own_half + pension
    return np.minimum(own, spouse_income(r))


def marriage_credit(r: StateReturn, earnings: Number, lower_income: Number) -> Number:
    """Joint tax less the tax of two single persons who share its taxable income, up to a limit."""
    joint = r.found["taxable"]
    lower = at_least_zero(lower_income)
    singles = r.brackets(lower, "single") + r.brackets(at_least_zero(joint - lower), "single")
    most = r.amount("credit_marriage_maximum")
    credit = np.minimum(at_least_zero(r.brackets(joint) - singles), most)
    earned = np.greater_equal(earnings, r.amount("credit_marriage_minimum_individual_income"))
    enough = np.greater_equal(joint, r.amount("credit_marriage_minimum_taxable_income"))
    return np.where(earned & enough, credit, 0.0)[()]


def has_child_or_age(r: StateReturn) -> bool:
    """Whether a credit for low earnings is open: with a child, or at the ages it asks for.

    It is closed to one of a couple that files apart.
    """
    if r.household.is_separate:
        return False
    low = r.amount("credit_work_childless_age_minimum")
    high = r.amount("credit_work_childless_age_maximum")
    ages = (r.household.age, r.household.spouse_age)[: r.filers]
    return r.dependents > 0 or any(low <= age <= high for age in ages)


def earned_income_share(r: StateReturn) -> Number:
    """A share of the federal earned income credit that only lowers tax (MO, OH)."""
    return r.federal.earned_income_credit * r.amount("credit_work_match")


def minnesota_deduction(r: StateReturn) -> Number:
    """Standard deduction, which high income takes away but for a rest (M1, Worksheet B)."""
    whole = r.standard_deduction()
    lost = r.brackets(r.agi, key="standard_deduction_lost_share")
    return whole - np.minimum(lost, whole * r.amount("standard_deduction_lost_at_most"))


def minnesota_exemption(r: StateReturn) -> Number:
    """Exemption for dependents, less a share for each step of high income begun (M1, line 5)."""
    above = r.agi - r.amount("dependent_exemption_phase_out_start")
    steps = steps_begun(above, r.amount("dependent_exemption_phase_out_step"))
    kept = at_least_zero(1.0 - steps * r.amount("dependent_exemption_lost_each_step"))
    return r.amount("dependent_exemption") * r.dependents * kept


def minnesota_tax(r: StateReturn) -> Number:
    """Brackets, or the minimum tax where that is more (Minn. Stat. 290.091, Schedule M1MT)."""
    above = at_least_zero(r.agi - r.amount("minimum_tax_exemption_phase_out_start"))
    lost = above * r.amount("minimum_tax_exemption_lost_share")
    exempt = at_least_zero(r.amount("minimum_tax_exemption") - lost)
    least = at_least_zero(r.agi - exempt) * r.amount("minimum_tax_rate")
    return np.maximum(r.brackets(r.found["taxable"]), least)


def minnesota_credits(r: StateReturn) -> Number:
    """Marriage credit of couples with two incomes, a pension being one (Minn. Stat. 290.0675)."""
    if r.filers == 1:
        return 0.0
    earnings = lower_earnings(r, at_least_zero(r.household.pension_income))
    share = r.amount("credit_marriage_standard_deduction_fraction")
    return marriage_credit(r, earnings, earnings - r.found["deduction"] * share)


def minnesota_refundable(r: StateReturn) -> Number:
    """Child and working family credits, which fall together (Schedule M1CWFC; children of 10)."""
    if not has_child_or_age(r):
        return 0.0
    earned = r.federal.earned_income
    entitled = np.logical_not(r.federal.has_too_much_investment)
    work: Number = entitled * r.brackets(earned, key="credit_work_share_of_earnings")
    work = r.piece("Working family credit in full", work, "a share of earnings, up to a most")
    child = r.amount("credit_child_amount") * r.dependents
    whole = work + r.piece("Child credit in full", child, "an amount for each child")
    start = r.amount("credit_child_and_work_phase_out_start", r.household.limits_status)
    above = at_least_zero(np.maximum(r.agi, earned) - start)
    lost = above * r.amount("credit_child_and_work_lost_share")
    how = "a share of earnings or adjusted income above a start"
    return at_least_zero(whole - r.piece("What income takes off", lost, how))


def missouri_deduction(r: StateReturn) -> Number:
    """Federal deduction, part of federal tax and of profit (RSMo 143.171, 143.022)."""
    share = r.step("deduction_federal_income_tax_rate", r.agi, above=True)
    federal_tax = at_least_zero(r.federal.tax_after_all_credits) * share
    part = np.minimum(federal_tax, r.amount("deduction_federal_income_tax_cap"))
    home = r.household
    gains = gains_counted(home) + home.change_by_election
    profit = gains * r.amount("deduction_business_income_rate")
    left_out = pension_left_out(r, status=r.household.limits_status)
    return r.federal.deduction + part + profit + left_out


def missouri_tax(r: StateReturn) -> Number:
    """Brackets; for couples on each one's share of joint taxable income (MO-1040, line 7)."""
    taxable = r.found["taxable"]
    if r.filers == 1:
        return r.brackets(taxable)
    own, spouse = at_least_zero(own_part(r)), at_least_zero(spouse_income(r))
    own_share = own / np.maximum(own + spouse, 1.0)
    return r.brackets(taxable * own_share) + r.brackets(taxable * (1.0 - own_share))


def mississippi_base(r: StateReturn) -> Number:
    """Federal adjusted income without the deduction of student loan interest (Form 80-105)."""
    return r.agi + r.federal.student_loan_deduction - pension_left_out(r)


def mississippi_tax(r: StateReturn) -> Number:
    """Brackets; for couples apart if lower, deductions split to even incomes (Form 80-105)."""
    together = r.brackets(r.found["taxable"])
    if r.filers == 1:
        return together
    own, spouse = own_part(r), spouse_income(r)
    off = r.found["deduction"] + r.found["exemption"]
    own_off = np.minimum(at_least_zero((own - spouse + off) / r.filers), off)
    apart = r.brackets(own - own_off) + r.brackets(spouse - (off - own_off))
    return np.minimum(together, apart)


def north_carolina_deduction(r: StateReturn) -> Number:
    """Standard deduction and a deduction for each child by income (G.S. 105-153.5)."""
    child = r.step("deduction_child", r.agi, above=True)
    return r.amount("standard_deduction") + child * r.dependents


def north_dakota_credits(r: StateReturn) -> Number:
    """Marriage penalty credit of couples with two incomes (Form ND-1, worksheet)."""
    if r.filers == 1:
        return 0.0
    earnings = lower_earnings(r)
    return marriage_credit(r, earnings, earnings - r.amount("credit_marriage_deduction"))


def nebraska_credits(r: StateReturn) -> Number:
    """Personal credit; at least what brings tax down to federal tax (Form 1040N, line 35)."""
    personal = r.amount("personal_credit_each_person") * r.people
    return np.maximum(personal, r.found["tax"] - r.federal.tax_before_credits)


def new_jersey_base(r: StateReturn) -> Number:
    """Gross income; premiums taken from pay count, a loss and the owner's premium do not."""
    home = r.household
    profit = at_least_zero(home.profit)
    from_pay = home.premium_before_tax + home.hsa_through_payroll
    premium = np.minimum(home.self_employed_premium, profit)
    without_losses = gains_counted(home) - profits_counted(home)
    total = gross_income(r) + without_losses + from_pay
    return total - new_jersey_retirement_income(r, total) - premium


def new_jersey_retirement_income(r: StateReturn, total: Number) -> Number:
    """What is left out of a pension, and of other income who earns little (NJ-1040, line 28).

    The latter is what the pension leaves of the cap. A surviving spouse has that of a single
    person.
    """
    status = r.household.limits_status
    pension = pension_left_out(r, total, status)
    cap = r.step("aged_pension_cap_by_age", float(r.household.age), status=status)
    earned = r.federal.own_wages + r.federal.spouse_wages + gains_counted(r.household)
    few = np.less_equal(earned, r.amount("aged_other_income_earnings_limit"))
    share = r.step("aged_pension_share_by_income", total, status=status)
    left = np.minimum(at_least_zero(cap * share - pension), total - pension)
    how = "what the pension leaves of the cap, for who earns little"
    return pension + r.piece("Other retirement income left out", few * left, how)


def new_jersey_refundable(r: StateReturn) -> Number:
    """Earned income credit; at another age than the federal one, the most (N.J.S.A. 54A:4-7)."""
    fed, share = r.federal, r.amount("credit_eitc_match")
    due = np.greater(fed.earned_income_credit, 0.0)
    only_age = np.greater(fed.earned_income_credit_at_any_age, 0.0) & ~due
    most = np.where(only_age, r.amount("credit_eitc_at_other_ages"), 0.0)[()]
    found = fed.earned_income_credit * share
    found = r.piece("Earned income credit", found, "federal earned income credit x state's share")
    how = "one amount, where age alone denies the federal credit"
    return found + r.piece("At another age", most, how)


def new_jersey_tax(r: StateReturn) -> Number:
    """Brackets, and nothing up to the filing threshold (N.J.S.A. 54A:2-4)."""
    due = np.greater(r.found["base"], r.amount("filing_threshold"))
    return np.where(due, r.brackets(r.found["taxable"]), 0.0)[()]


def new_mexico_exemption(r: StateReturn) -> Number:
    """Exemptions for low and middle income and for age, and for dependents after the first."""
    above = at_least_zero(r.agi - r.amount("exemption_low_income_phase_out_start"))
    lost = above * r.amount("exemption_low_income_lost_share")
    each = at_least_zero(r.amount("exemption_low_income_each_person") - lost)
    further = r.amount("deduction_further_dependents") * max(r.dependents - 1, 0)
    return each * r.people + further + r.for_aged("exemption_aged")


def new_mexico_refundable(r: StateReturn) -> Number:
    """Working families credit and child credit by income (Form PIT-RC); no low-income rebate."""
    child = r.step("credit_child_amount", r.agi, above=True) * r.dependents
    if r.household.is_separate:
        child = child * HALF_OF_COUPLE  # PIT-RC, section II
    how = "an amount for each child, by adjusted income"
    return earned_income_piece(r, "credit_eitc_match") + r.piece("Child credit", child, how)


def oklahoma_credits(r: StateReturn) -> Number:
    """A share of the federal child credit up to an income (68 O.S. 2357; Form 511, line 15)."""
    near = np.less_equal(r.agi, r.amount("credit_child_agi_limit"))
    credit = r.federal.child_credit * r.amount("credit_child_ctc_fraction")
    return np.where(near, credit, 0.0)[()]


def oklahoma_refundable(r: StateReturn) -> Number:
    """A share of the earned income credit of 2020, and the sales tax relief credit."""
    children = float(r.dependents)
    work = earned_income_credit(
        r.federal.earned_income,
        r.agi,
        float(r.step("credit_work_phase_in_rate", children)),
        float(r.step("credit_work_maximum", children)),
        float(r.step("credit_work_phase_out_start", children)),
        float(r.step("credit_work_phase_out_rate", children)),
    )
    share = r.amount("credit_work_match") if has_child_or_age(r) else 0.0
    others = float(r.dependents + sum(r.of_age()))
    most = r.step("credit_sales_tax_greatest_income", others)
    each = r.amount("credit_sales_tax_each_person")
    relief = np.where(np.less_equal(gross_income(r), most), each * r.people, 0.0)[()]
    how = "federal earned income credit of 2020 x state's share"
    earned = r.piece("Earned income credit", work * share, how)
    return earned + r.piece("Sales tax relief", relief, "an amount a person, up to an income")


RULES: Mapping[str, Mapping[StepName, Step]] = {
    "MN": {
        "base": minnesota_base,
        "deduction": minnesota_deduction,
        "exemption": minnesota_exemption,
        "tax": minnesota_tax,
        "credits": minnesota_credits,
        "refundable": minnesota_refundable,
    },
    "MO": {
        "deduction": missouri_deduction,
        "tax": missouri_tax,
        "credits": earned_income_share,
    },
    "MS": {"base": mississippi_base, "tax": mississippi_tax},
    "MT": {"deduction": montana_deduction},
    "NC": {"deduction": north_carolina_deduction},
    "ND": {"credits": north_dakota_credits},
    "NE": {"credits": nebraska_credits},
    "NJ": {
        "base": new_jersey_base,
        "tax": new_jersey_tax,
        "refundable": new_jersey_refundable,
    },
    "NM": {"exemption": new_mexico_exemption, "refundable": new_mexico_refundable},
    "OK": {
        "base": base_without_pension,
        "credits": oklahoma_credits,
        "refundable": oklahoma_refundable,
    },
}
