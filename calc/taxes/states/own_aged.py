"""What some states take off for the age of filers by a rule of their own.

Where a plain amount for each filer says it, the record has it and the shared steps read it
(`subtraction_aged`, `deduction_aged`, `exemption_aged`, `credit_aged`, from the age `aged_from`).
Age is that at the end of the year; a year of birth in a law is read as such an age.
"""

from __future__ import annotations

import numpy as np

from calc.number import Number, at_least_zero
from calc.taxes.states.engine import StateReturn, refundable, start
from calc.taxes.states.pensions import pension_left_out
from calc.taxes.states.pieces import own_part, spouse_earnings, spouse_income


def earnings_of_each(r: StateReturn) -> tuple[Number, ...]:
    """Taxable wages and profit of each filer, a loss as nothing."""
    own = at_least_zero(r.federal.own_wages + r.household.profit)
    return (own, at_least_zero(spouse_earnings(r)))[: r.filers]


def retirement_income_of_each(r: StateReturn) -> tuple[Number, ...]:
    """Interest, dividends, rents and pensions, all of them the practice owner's.

    What is entered as pensions and the like is taken for a pension at these ages.
    """
    home = r.household
    return (at_least_zero(home.other_income) + at_least_zero(home.pension_income), 0.0)[: r.filers]


def delaware_base(r: StateReturn) -> Number:
    """Federal adjusted income less retirement income of a filer of 60, up to a cap (1106(b)(3)).

    Interest, dividends, net rents and pensions count, together.
    """
    cap = r.amount("aged_retirement_income_cap")
    free = r.of_age("aged_retirement_income_from_age")
    if not any(free):
        return r.agi
    found: Number = 0.0
    for is_of_age, income in zip(free, retirement_income_of_each(r), strict=True):
        found = found + np.minimum(income, cap) * is_of_age
    how = "at most the cap, for each filer of the age"
    return r.agi - r.piece("Retirement income left out", found, how)


def georgia_base(r: StateReturn) -> Number:
    """Federal adjusted income less the retirement income exclusion of each filer (48-7-27(a)(5)).

    Interest, dividends, rents and pensions count as retirement income, and a part of earnings.
    """
    caps = [float(r.step("aged_retirement_income_cap_by_age", float(age))) for age in r.ages]
    if not any(caps):
        return r.agi
    part = r.amount("aged_retirement_income_of_earnings")
    found: Number = 0.0
    incomes = zip(caps, earnings_of_each(r), retirement_income_of_each(r), strict=True)
    for most, earned, retired in incomes:
        found = found + np.minimum(np.minimum(earned, part) + retired, most)
    how = "investment income, pensions and a part of earnings, up to a cap by age, for each filer"
    return r.agi - r.piece("Retirement income exclusion", found, how)


def indiana_refundable(r: StateReturn) -> Number:
    """Earned income credit, and the unified credit for the elderly at low income (SC-40)."""
    earned = refundable(r)
    assert earned is not None
    aged = r.of_age()
    if not any(aged):
        return earned
    key = "aged_credit_both" if all(aged) and len(aged) > 1 else "aged_credit_one"
    elderly = r.step(key, r.agi)
    return earned + r.piece("Unified credit for the elderly", elderly, "an amount by income")


def maryland_senior_credit(r: StateReturn) -> Number:
    """An amount by the number of filers of 65, up to an income (Tax-General 10-754).

    A surviving spouse has that of a head of household.
    """
    if not any(r.of_age()):
        return 0.0
    alone = r.household.filing_status == "surviving_spouse"
    status = "head_of_household" if alone else r.status
    amount = r.step("aged_credit_by_number", float(sum(r.of_age())), status=status)
    within = np.less_equal(r.agi, r.amount("aged_credit_income_limit"))
    how = "an amount by how many filers are of the age, up to an income"
    return r.piece("Senior credit", within * amount, how)


def michigan_exemption(r: StateReturn) -> Number:
    """Exemptions, or from 67 on the deduction against all income instead of those of the filers.

    Who was born before 1953 has both (MCL 206.30(9)); the age is that of the older of a couple.
    What is left out of a pension beside the exemptions is taken where it is more (206.30(10)).
    """
    oldest = float(max(r.ages))
    status = r.household.limits_status  # 40,000 is for a joint return alone
    each = r.amount("exemption_each_person")
    filers = each * r.filers
    senior = float(r.step("aged_deduction_by_age", oldest, status=status))
    if oldest >= r.amount("aged_deduction_beside_exemption_from_age"):
        found = filers + senior
    else:
        found = max(filers, senior)
    return np.maximum(found, filers + pension_left_out(r, status=status)) + each * r.dependents


def minnesota_base(r: StateReturn) -> Number:
    """Federal adjusted income less the subtraction for age at low income (Schedule M1R).

    A surviving spouse has that of a single person.
    """
    if not any(r.of_age()):
        return r.agi
    aged = sum(r.of_age())
    above = at_least_zero(r.agi - r.step("aged_subtraction_start", float(aged)))
    lost = above * r.amount("aged_subtraction_lost_share")
    left = at_least_zero(r.amount("aged_subtraction", r.household.limits_status) - lost)
    how = "the amount, less a share of income above a start"
    return r.agi - r.piece("Subtraction for age", left, how)


def montana_deduction(r: StateReturn) -> Number:
    """The federal standard deduction and the federal deduction for seniors (15-30-2101)."""
    return r.federal.deduction + r.federal.senior_deduction


def ohio_senior_credit(r: StateReturn) -> Number:
    """One amount for a return with a filer of 65, below an income (R.C. 5747.055)."""
    if not any(r.of_age()):
        return 0.0
    income = r.agi - r.found["exemption"]
    within = np.less(income, r.amount("aged_credit_income_limit"))
    how = "one amount, below an income"
    return r.piece("Senior citizen credit", within * r.amount("aged_credit"), how)


def utah_retirement_credit(r: StateReturn) -> Number:
    """An amount for each filer born before 1953, less a share of income above a start (TC-40C)."""
    born_early = r.of_age("aged_credit_from_age")
    if not any(born_early):
        return 0.0
    whole = r.amount("aged_credit") * sum(born_early)
    above = at_least_zero(r.agi - r.amount("aged_credit_phase_out_start"))
    left = at_least_zero(whole - above * r.amount("aged_credit_phase_out_rate"))
    how = "an amount for each filer of the age, less a share of income above a start"
    return r.piece("Retirement credit", left, how)


def virginia_age_deduction(r: StateReturn) -> tuple[Number, ...]:
    """The age deduction of each filer, less the dollars of income above a start (Form 760).

    Spouses share what income leaves of theirs alike; who was born before 1939 keeps the whole.
    """
    if not any(r.of_age()):
        return (0.0,) * r.filers
    whole = r.amount("aged_subtraction")
    aged, oldest = r.of_age(), r.of_age("aged_subtraction_whole_from_age")
    sharing = sum(aged) - sum(oldest)
    above = at_least_zero(r.agi - r.amount("aged_subtraction_phase_out_start"))
    left = at_least_zero(whole * sharing - above) / max(sharing, 1)
    ages = zip(aged, oldest, strict=True)
    return tuple(whole if old else left * is_aged for is_aged, old in ages)


def virginia_base(r: StateReturn) -> Number:
    """Federal adjusted income less the age deduction (58.1-322.03)."""
    if not any(r.of_age()):
        return r.agi
    found: Number = 0.0
    for deducted in virginia_age_deduction(r):
        found = found + deducted
    return r.agi - r.piece("Age deduction", found, "less each dollar of income above a start")


def west_virginia_base(r: StateReturn) -> Number:
    """Federal adjusted income less a part of the income of each filer of 65 (Schedule M)."""
    if not any(r.of_age()):
        return r.agi
    r.found["base"] = start(r)
    incomes = (at_least_zero(own_part(r)), at_least_zero(spouse_income(r)))[: r.filers]
    found: Number = 0.0
    for is_aged, income in zip(r.of_age(), incomes, strict=True):
        found = found + np.minimum(income, r.amount("aged_income_left_out")) * is_aged
    how = "a filer's own income up to an amount, for each filer of the age"
    return r.agi - r.piece("Senior citizen deduction", found, how)
