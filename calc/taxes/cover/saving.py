"""How saving brings a household's premium credit, and what the next dollar earned does to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, assert_never

import numpy as np

from calc.crossing import first_crossing
from calc.number import FloatArray, Number
from calc.parameters import Rules
from calc.taxes.cover.circle import A_CENT
from calc.taxes.cover.marketplace import Marketplace
from calc.taxes.cover.of_household import cover_of
from calc.taxes.household import Household

SavedInto = Literal["self_employed_retirement", "solo_401k_deferral", "deferral_401k", "hsa"]
Earned = Literal["profit", "wages", "spouse_profit", "spouse_wages"]


@dataclass(frozen=True, slots=True)
class SavingForCredit:
    """The least further saving of a year that brings a premium credit, and that credit, in dollars.

    `amount` is 0 where there is a credit already. Where `reached` is False no saving up to the most
    brings one: `amount` is then the one tried that comes nearest, and `credit` less than a cent.
    """

    into: SavedInto
    amount: float
    credit: float
    reached: bool


def with_saved(household: Household, into: SavedInto, more: Number) -> Household:
    """The return with more saved in the year, in one of the ways that lower adjusted income."""
    match into:
        case "self_employed_retirement":
            saved = household.self_employed_retirement + more
            return replace(household, self_employed_retirement=saved)
        case "solo_401k_deferral":
            return replace(household, solo_401k_deferral=household.solo_401k_deferral + more)
        case "deferral_401k":
            return replace(household, deferral_401k=household.deferral_401k + more)
        case "hsa":
            return replace(household, hsa=household.hsa + more)
    assert_never(into)


def with_earned(household: Household, of: Earned, more: Number) -> Household:
    """The return with more earned in the year."""
    match of:
        case "profit":
            return replace(household, profit=household.profit + more)
        case "wages":
            return replace(household, wages=household.wages + more)
        case "spouse_profit":
            return replace(household, spouse_profit=household.spouse_profit + more)
        case "spouse_wages":
            return replace(household, spouse_wages=household.spouse_wages + more)
    assert_never(of)


def saving_for_credit(
    household: Household,
    marketplace: Marketplace,
    rules: Rules,
    into: SavedInto,
    most: float,
    earned_income: float | None = None,
) -> SavingForCredit:
    """The least saving, up to `most`, at which a single household without a credit has one.

    Each saving is worked out with its own deduction of the premium, since that moves too. `most` is
    what the law and the person's means leave: `calc.taxes.contributions` says the former. Saving
    for retirement takes from the earned income that a premium is deducted of, an HSA does not.
    """

    def credit(saved: FloatArray) -> FloatArray:
        then = with_saved(household, into, saved)
        return np.asarray(cover_of(then, marketplace, rules, earned_income).credit)

    found = first_crossing(credit, A_CENT, most)
    return SavingForCredit(into, found.at, found.achieved, found.reached)


def credit_of_more_earned(
    household: Household,
    marketplace: Marketplace,
    rules: Rules,
    of: Earned,
    more: Number = 1.0,
) -> Number:
    """What the credit changes by as more is earned: by one dollar unless `more` says otherwise.

    Negative where the credit shrinks; at the dollar that takes income above the most it is the
    whole credit. Takes an array of incomes, for a curve over them.
    """
    now = cover_of(household, marketplace, rules)
    then = cover_of(with_earned(household, of, more), marketplace, rules)
    return then.credit - now.credit
