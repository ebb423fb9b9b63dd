"""Filing apart: both separate returns of a couple, and what they cost beside the joint one.

Both take the standard deduction or both itemise (IRC 63(c)(6)), whichever is lower in sum. Where
property is a couple's in common by state law each reports half of what both earn (IRS Publication
555); self-employment tax stays with whose practice it is (IRC 1402(a)(5)), and half of it is
deducted there: that place is our reading. Who lived apart for the last six months of the year may
be head of household instead, which is not looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any, Literal, TypeAlias

import numpy as np

from calc.ledger import Line, formula, given, less, total
from calc.number import Flag, Number, added, at_least_zero, where
from calc.parameters import Rules
from calc.taxes.bill import TaxBill, tax_bill
from calc.taxes.household import Deduction, Household

KEY = "apart"
HALF = 0.5
ON_EARNINGS = ("taxes.self_employment", "taxes.fica", "taxes.payroll_programmes")
Claimant: TypeAlias = Literal["you", "spouse"]


@dataclass(frozen=True, slots=True)
class FiledApart:
    """A couple's joint return, both separate ones, and what these cost more, line by line.

    `cost` is below zero where filing apart leaves more. What employees and the self-employed pay on
    their own earnings is the same either way, and no row of it. `itemised` says whether the
    separate returns itemise, draw by draw.
    """

    joint: TaxBill
    own: TaxBill
    spouse: TaxBill
    cost: Line
    itemised: Flag
    community: bool


def has_community_property(state: str, rules: Rules) -> bool:
    """Whether what either spouse earns belongs to both by the law of a state."""
    return state in rules["states.community_property"].words("states")


def own_return(joint: Household, rules: Rules, children: Claimant = "you") -> Household:
    """The person's separate return, out of a couple's joint one.

    What is not the spouse's pay or profit stays on it: income from investment, pensions, saving,
    premiums, and what an own corporation leaves.
    """
    wages, profit = moved_to_own(joint, rules)
    return _claiming(
        replace(
            joint,
            filing_status="separate",
            spouse_wages=0.0,
            spouse_profit=0.0,
            community_wages=wages,
            community_profit=profit,
        ),
        children == "you",
    )


def spouse_return(joint: Household, rules: Rules, children: Claimant = "you") -> Household:
    """The spouse's separate return: the spouse's pay and profit, or half of what both earn."""
    wages, profit = moved_to_own(joint, rules)
    found = Household(
        filing_status="separate",
        state=joint.state,
        city=joint.city,
        age=joint.spouse_age,
        spouse_age=joint.age,
        children_under_17=joint.children_under_17,
        older_children=joint.older_children,
        other_dependents=joint.other_dependents,
        children_from_13=joint.children_from_13,
        wages=joint.spouse_wages,
        profit=joint.spouse_profit,
        community_wages=0.0 - wages,
        community_profit=0.0 - profit,
        state_rate=joint.state_rate,
        local_rate=joint.local_rate,
        payroll_programme_rate=joint.payroll_programme_rate,
        deduction=joint.deduction,
        qbi_minimum=joint.qbi_minimum,
    )
    return _claiming(found, children == "spouse")


def _claiming(household: Household, claims: bool) -> Household:
    """A return with the children and other dependants, or with none of them."""
    if claims:
        return household
    return replace(
        household, children_under_17=0, older_children=0, other_dependents=0, children_from_13=0
    )


def moved_to_own(joint: Household, rules: Rules) -> tuple[Number, Number]:
    """Taxable pay and profit that community property moves onto the person's own return."""
    if not has_community_property(joint.state, rules):
        return 0.0, 0.0
    taken = joint.deferral_401k + joint.premium_before_tax + joint.hsa_through_payroll
    wages = joint.spouse_wages - (joint.wages - taken)
    return wages * HALF, (joint.spouse_profit - joint.profit) * HALF


def filed_apart(joint: Household, rules: Rules, children: Claimant = "you") -> FiledApart:
    """Both separate returns of a couple, and what they cost more than its joint return.

    `children` says on whose return all the children and other dependants are.
    """
    pair = own_return(joint, rules, children), spouse_return(joint, rules, children)
    itemised: Flag = joint.deduction == "itemised"
    bills = _bills(pair, "itemised" if itemised else "standard", rules)
    if joint.deduction == "lowest" and _may_itemise(bills):
        other = _bills(pair, "itemised", rules)
        itemised = np.less(_due(other), _due(bills))
        bills = _either(itemised, other[0], bills[0]), _either(itemised, other[1], bills[1])
    together = tax_bill(joint, rules)
    return FiledApart(
        joint=together,
        own=bills[0],
        spouse=bills[1],
        cost=_cost(together, *bills),
        itemised=itemised,
        community=has_community_property(joint.state, rules),
    )


def compared(bill: TaxBill) -> tuple[Line, ...]:
    """The taxes of a return that hang on how a couple files."""
    return tuple(line for line in bill.taxes if line.key not in ON_EARNINGS)


Bills: TypeAlias = tuple[TaxBill, TaxBill]


def _bills(pair: tuple[Household, Household], deduction: Deduction, rules: Rules) -> Bills:
    own, spouse = (tax_bill(replace(one, deduction=deduction), rules) for one in pair)
    return own, spouse


def _due(bills: Bills) -> Number:
    """What both returns come to."""
    return added(line.amount for bill in bills for line in compared(bill))


def _may_itemise(bills: Bills) -> bool:
    """Whether state and local tax of either return is more than its standard deduction."""
    return any(
        bool(
            np.any(
                np.greater(
                    at_least_zero(bill.state.amount) + bill.local.amount, bill.deduction.amount
                )
            )
        )
        for bill in bills
    )


def _either(first: Flag, one: TaxBill, other: TaxBill) -> TaxBill:
    """One bill where `first`, else the other, draw by draw."""
    if np.all(first):
        return one
    if not np.any(first):
        return other
    lines: dict[str, Any] = {}
    for each in fields(TaxBill):
        mine, its = getattr(one, each.name), getattr(other, each.name)
        if isinstance(mine, Line):
            lines[each.name] = _either_line(first, mine, its)
        elif isinstance(mine, tuple):
            pairs = zip(mine, its, strict=True)
            lines[each.name] = tuple(_either_line(first, *pair) for pair in pairs)
        else:
            lines[each.name] = first
    return TaxBill(**lines)


def _either_line(first: Flag, one: Line, other: Line) -> Line:
    """The same of two lines; their parts too, as far as both were made of the same."""
    keys = [[part.key for part in line.parts] for line in (one, other)]
    parts = zip(one.parts, other.parts, strict=True) if keys[0] == keys[1] else ()
    return replace(
        one,
        amount=where(first, one.amount, other.amount),
        parts=tuple(_either_line(first, *pair) for pair in parts),
    )


def _cost(joint: TaxBill, own: TaxBill, spouse: TaxBill) -> Line:
    """What both separate returns come to more than the joint one, tax by tax."""
    rows = zip(compared(joint), compared(own), compared(spouse), strict=True)
    return total(KEY, "More tax by filing apart", *(_row(*row) for row in rows))


def _row(together: Line, own: Line, spouse: Line) -> Line:
    """One tax: on the person's and the spouse's return, less that on the joint one."""
    key = f"{KEY}.{together.key.removeprefix('taxes.')}"
    return formula(
        key,
        together.label,
        own.amount + spouse.amount - together.amount,
        "money_per_year",
        "on both separate returns, less that on the joint one",
        (
            given(f"{key}.own", "Your own return", own.amount, "money_per_year"),
            given(f"{key}.spouse", "Your spouse's return", spouse.amount, "money_per_year"),
            less(given(f"{key}.joint", "The joint return", together.amount, "money_per_year")),
        ),
    )
