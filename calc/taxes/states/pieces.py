"""Pieces of state rules that several states share."""

from __future__ import annotations

from calc.number import Number
from calc.taxes.states.engine import StateReturn


def own_part(r: StateReturn) -> Number:
    """A couple's base without the spouse's wages: what is the practice owner's own."""
    return r.found["base"] - r.federal.spouse_wages


def poverty_guideline(r: StateReturn, people: float) -> float:
    """The poverty guideline for a number of people, dollars a year (HHS)."""
    further = r.amount("poverty_guideline_each_further_person")
    return r.amount("poverty_guideline_first_person") + further * (people - 1.0)


def earned_income_piece(r: StateReturn, share: str) -> Number:
    """A share of the federal earned income credit, as a piece of a state's credits."""
    credit = r.federal.earned_income_credit * r.amount(share)
    return r.piece("Earned income credit", credit, "federal earned income credit x state's share")
