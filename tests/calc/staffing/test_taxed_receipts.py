"""Questions asked of a clinic whose receipts are taxed: what is best, what can be paid."""

import numpy as np
import pytest

from calc.parameters import load_rules
from calc.scenario.clinic import Clinic
from calc.staffing import (
    Affordable,
    BestPlan,
    best_plan,
    evaluate_clinic,
    keep_everybody,
    packages,
    pay_for_share,
    trade_off,
    turnover_of,
)
from calc.staffing.receipts_taxes import owners_law, pieces_of, receipts_tax
from tests.calc.clinics import HOURLY, PER_SESSION, employee, owner
from tests.calc.clinics import clinic as mixed
from tests.worked.clinics import clinic, salaried, split

RULES = load_rules(2026)
PLACES = [
    ({"state": "HI"}, "HI"),
    ({"state": "WA"}, "WA"),
    ({"state": "OH"}, "OH"),
    ({"state": "PA", "city": "philadelphia"}, "PA"),
    ({"state": "CA", "city": "los_angeles"}, "CA"),
]
# A contractor who brings 100,000 and leaves 2,500; nobody administers.
THIN = {
    "state": "WA",
    "administration": {"pay_per_year": 0},
    "limits": {"most_posts": 11, "most_contractor_share": 1, "load_ceiling_points": 100},
}


@pytest.mark.parametrize(("home", "state"), PLACES)
def test_more_receipts_never_lower_the_tax(home: dict[str, str], state: str) -> None:
    """Up to ten million, and the pieces are the tax on every one of them."""
    plan = clinic(state=state, household=home)
    receipts = np.linspace(0.0, 1e7, 20_001)
    tax = np.asarray(receipts_tax(plan, RULES, receipts))
    assert (np.diff(tax) >= -1e-6).all()
    for piece in pieces_of(plan, RULES):
        inside = (receipts > piece.low) & (receipts < piece.high)
        assert tax[inside] == pytest.approx(piece.fixed + piece.rate * receipts[inside], abs=0.01)


def test_the_law_of_an_owner() -> None:
    """It is that of everybody without the taxes on receipts; those on profit stay."""
    law = owners_law(RULES)
    assert law is owners_law(RULES)
    gone = {key for key in RULES if key not in law}
    assert "practice_taxes.HI_general_excise" in gone
    assert "practice_taxes.philadelphia_receipts" in gone
    assert all(key.startswith("practice_taxes.") for key in gone)
    assert "practice_taxes.new_york_city_unincorporated" in law


def test_the_best_plan_stays_below_a_step_of_the_law() -> None:
    """Nine at 1.5 % leave 22,500 - 13,500 = 9,000; eleven at 1.75 % 27,500 - 19,250 = 8,250.

    Ten bring 1,000,000, where the step begins: 25,000 - 17,500 = 7,500. A price for each dollar
    alone would take all eleven.
    """
    plan = clinic(**THIN)
    made = packages(plan, [clinic(split(share=0.975)).posts[0]], [20.0], [1.0])
    found = best_plan(plan, made)
    assert isinstance(found, BestPlan)
    assert len(found.result.posts) == 9
    assert float(found.result.margin.amount) == pytest.approx(9_000)
    (point,) = trade_off(plan, made, [0.0])
    assert (point.posts, point.margin) == (9, pytest.approx(9_000))


def test_those_who_stay_are_taxed_with_the_rest() -> None:
    """Three who stay bring 300,000: of eight more allowed, six make nine again."""
    limits = {**THIN["limits"], "most_posts": 8}  # type: ignore[dict-item]
    plan = clinic(**{**THIN, "limits": limits})
    post = clinic(split(share=0.975)).posts[0]
    made = packages(plan, [post], [20.0], [1.0])
    found = best_plan(plan, made, staying=[post] * 3)
    assert isinstance(found, BestPlan)
    assert len(found.result.posts) == 9


def test_a_plan_out_of_reach_is_one_in_every_state() -> None:
    """With taxed receipts too, what stands in the way is told: 20 posts, where 11 are allowed."""
    limits = {**THIN["limits"], "least_posts": 20}  # type: ignore[dict-item]
    plan = clinic(**{**THIN, "limits": limits})
    made = packages(plan, [clinic(split(share=0.975)).posts[0]], [20.0], [1.0])
    found = best_plan(plan, made)
    assert not isinstance(found, BestPlan)
    assert {one.limit: one.needed for one in found.alone} == {"most_posts": 20.0, "least_posts": 11}


def kept_in(state: str) -> Clinic:
    """Two posts under a ceiling that takes sessions and a floor that takes pay."""
    posts = [owner(), employee("A", PER_SESSION), employee("B", HOURLY)]
    bare = {"demand": None, "rooms": None, "administration": {}, "shared": {}}
    plan = mixed(**{"posts": posts, **bare, "state": state, "limits": {}})
    today = [post.earner for post in evaluate_clinic(plan).posts[1:]]
    return plan.with_values(
        {
            "limits.wage_floor_per_hour": max(earner.wage for earner in today) + 0.3,
            "limits.load_ceiling_points": max(earner.load_score for earner in today) - 0.3,
        }
    )


@pytest.mark.parametrize("state", ["HI", "WA"])
def test_what_each_move_costs_adds_up(state: str) -> None:
    """Sessions that go take their tax along; the moves together are the margin lost."""
    plan = kept_in(state)
    found = keep_everybody(plan)
    assert found.moves
    lost = evaluate_clinic(plan).margin.amount - found.result.margin.amount
    moved = sum(move.cost_of_sessions + move.cost_of_pay for move in found.moves)
    assert moved == pytest.approx(float(lost))


def test_a_raise_alone_moves_no_tax() -> None:
    """Under a floor alone pay goes up and receipts stay: the cost is that of pay."""
    plan = kept_in("HI").with_values({"limits.load_ceiling_points": 100.0})
    found = keep_everybody(plan)
    lost = evaluate_clinic(plan).margin.amount - found.result.margin.amount
    assert [move.cost_of_sessions for move in found.moves] == [pytest.approx(0.0)] * len(
        found.moves
    )
    assert sum(move.cost_of_pay for move in found.moves) == pytest.approx(float(lost))


def test_pay_leaves_room_for_the_tax() -> None:
    """Of 100,000 a clinic in Hawaii keeps 30 % after 4.5 %: a contractor's split is 65.5 %."""
    for state, share in (("HI", 0.655), ("TX", 0.7)):
        result = evaluate_clinic(clinic(split(), state=state))
        found = {one.form: one for one in pay_for_share(result, "Post 2", 0.3)}
        one = found["contractor_split"]
        assert isinstance(one, Affordable)
        assert (one.amount, one.kept_share) == (pytest.approx(share), pytest.approx(0.3))


def test_receipts_lost_are_lost_after_their_tax() -> None:
    """A vacancy in Hawaii loses 95.5 % of what it loses in Texas."""
    there, here = (
        turnover_of(evaluate_clinic(clinic(salaried(), state=state))).posts[0].receipts_lost
        for state in ("HI", "TX")
    )
    assert there == pytest.approx(0.955 * here)
