"""Pieces of state rules that several states share."""

from __future__ import annotations

from calc.number import Number
from calc.taxes.business import profits_counted
from calc.taxes.states.engine import StateReturn

HALF_OF_COUPLE = 0.5  # what some states leave of a couple's figure on each separate return


def gross_income(r: StateReturn) -> Number:
    """Taxable wages and profit of both, and other income, without deductions above the line."""
    home = r.household
    wages = r.federal.own_wages + r.federal.spouse_wages
    kept = home.corporate_premium - home.corporate_premium_deducted  # a premium above the pay
    return wages + profits_counted(home) + home.unearned_income + kept


def spouse_earnings(r: StateReturn) -> Number:
    """The spouse's taxable wages and own profit."""
    return r.federal.spouse_wages + r.federal.spouse_profit


def spouse_income(r: StateReturn) -> Number:
    """What is the spouse's of federal adjusted income: earnings less half the tax on profit."""
    return spouse_earnings(r) - r.federal.spouse_half_tax


def own_part(r: StateReturn) -> Number:
    """A couple's base without the spouse's income: what is the practice owner's own."""
    return r.found["base"] - spouse_income(r)


def poverty_guideline(r: StateReturn, people: float) -> float:
    """The poverty guideline for a number of people, dollars a year (HHS)."""
    further = r.amount("poverty_guideline_each_further_person")
    return r.amount("poverty_guideline_first_person") + further * (people - 1.0)


def earned_income_piece(r: StateReturn, share: str) -> Number:
    """A share of the federal earned income credit, as a piece of a state's credits."""
    credit = r.federal.earned_income_credit * r.amount(share)
    return r.piece("Earned income credit", credit, "federal earned income credit x state's share")
