"""Filing apart, drawn at random: when it costs nothing, and what never changes by it."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.parameters import load_rules, state_names
from calc.taxes import Household
from calc.taxes.apart import filed_apart, has_community_property, own_return, spouse_return

RULES = load_rules(2026)
MONEY = st.integers(0, 250_000).map(float)
STATES = st.sampled_from(sorted(state_names()))
# No earned income credit, premium credit, IRA, child, loan interest or QBI range is in play.
EQUAL = st.integers(30_000, 190_000).map(float)


@given(EQUAL, st.booleans(), STATES)
def test_two_equal_earners_pay_the_same_federal_tax(
    each: float, practice: bool, state: str
) -> None:
    """Two equal halves fill the brackets of two single persons: the joint ones are their double."""
    earned = {"profit": each, "spouse_profit": each} if practice else {}
    paid = {} if practice else {"wages": each, "spouse_wages": each}
    joint = Household(
        filing_status="joint", state=state, deduction="standard", **{**earned, **paid}
    )
    cost = filed_apart(joint, RULES).cost
    for key in ("federal_income", "additional_medicare", "net_investment_income"):
        assert float(cost.find(f"apart.{key}").amount) == pytest.approx(0.0, abs=0.01)


@given(MONEY, MONEY, MONEY, MONEY, STATES, st.integers(0, 3), st.sampled_from(("you", "spouse")))
def test_both_returns_hold_what_the_joint_one_does(
    wages: float,
    profit: float,
    spouse_wages: float,
    spouse_profit: float,
    state: str,
    children: int,
    claims: str,
) -> None:
    """Adjusted income and taxes on earnings add up, whoever's the earnings are by state law."""
    joint = Household(
        filing_status="joint",
        state=state,
        wages=wages,
        profit=profit,
        spouse_wages=spouse_wages,
        spouse_profit=spouse_profit,
        children_under_17=children,
        other_income=1_000.0,
    )
    found = filed_apart(joint, RULES, "you" if claims == "you" else "spouse")
    for name in ("adjusted_income", "self_employment_tax", "fica"):
        both = [float(getattr(one, name).amount) for one in (found.own, found.spouse)]
        together = float(getattr(found.joint, name).amount)
        assert sum(both) == pytest.approx(together, abs=0.01)
    rows = [part.amount for part in found.cost.parts]
    assert float(found.cost.amount) == pytest.approx(float(sum(rows)))


@given(MONEY, MONEY, STATES)
def test_no_child_is_on_two_returns(wages: float, spouse: float, state: str) -> None:
    """Children are on one return, and earnings move between returns only where both own them."""
    joint = Household(
        filing_status="joint", state=state, wages=wages, spouse_wages=spouse, children_under_17=2
    )
    own, other = own_return(joint, RULES, "spouse"), spouse_return(joint, RULES, "spouse")
    assert (own.children_under_17, other.children_under_17) == (0, 2)
    assert own.community_wages + other.community_wages == 0.0
    moved = (spouse - wages) / 2 if has_community_property(state, RULES) else 0.0
    assert own.community_wages == moved


@given(st.lists(st.tuples(MONEY, MONEY), min_size=2, max_size=5), STATES)
def test_draws_are_the_cases_one_by_one(pairs: list[tuple[float, float]], state: str) -> None:
    """A row of draws gives what each gives alone, whichever deduction each takes."""
    profits, wages = np.array([[a * 4.0, b * 4.0] for a, b in pairs]).T
    joint = Household(filing_status="joint", state=state, profit=profits, spouse_wages=wages)
    drawn = filed_apart(joint, RULES).cost.amount + np.zeros(len(pairs))
    for place, (profit, wage) in enumerate(zip(profits, wages, strict=True)):
        alone = replace(joint, profit=float(profit), spouse_wages=float(wage))
        assert drawn[place] == pytest.approx(float(filed_apart(alone, RULES).cost.amount))
