"""Fee rises, places at a reduced fee, and the next dollars: against single plans and by hand."""

import math
from datetime import date

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions.fees import (
    fee_of_most_contribution,
    fee_rise,
    loss_that_breaks_even,
    next_dollars,
    peer_fees,
    places_affordable,
)
from calc.questions.solve import Target

RULES = load_rules(2026)
FEE = "work.session_kinds.0.fee_per_session"
OWN = Scenario.parse(
    {
        "work": {
            "kind": "own_practice",
            "session_kinds": [
                {"payer": "private", "fee_per_session": 150.0, "booked_per_week": 20.0},
                {"payer": "insurer", "fee_per_session": 100.0, "booked_per_week": 4.5},
            ],
        },
        "household": {"tax": {"mode": "effective", "rate": 0.25}},
    }
)
RESULT = evaluate(OWN, RULES)
UNPAID = OWN.with_values({FEE: 0.0, "work.session_kinds.1.fee_per_session": 0.0})


def test_there_is_no_best_fee_below_an_elasticity_of_one() -> None:
    """There every higher fee leaves more."""
    found = fee_of_most_contribution(30.0, np.array([0.3, 1.0, 1.4]))
    assert np.isnan(found[:2]).all()  # type: ignore[index]
    assert found[2] == pytest.approx(105.0)  # type: ignore[index]


def test_a_rise_for_all_is_the_plan_at_that_fee() -> None:
    """The full fee rises and loses its share of sessions; the reduced place keeps both."""
    found = fee_rise(RESULT, 165.0, 0.05)
    by_hand = evaluate(
        OWN.with_values(
            {
                FEE: 165.0,
                "work.session_kinds.0.booked_per_week": 19.0,
            }
        ),
        RULES,
    )
    assert (found.now, found.fee) == (150.0, 165.0)
    assert float(found.later.take_home.amount) == pytest.approx(float(by_hand.take_home.amount))
    assert float(found.first_year.take_home.amount) == pytest.approx(
        float(by_hand.take_home.amount)
    )


def test_what_may_be_lost_keeps_the_year() -> None:
    """At that share the year leaves at least what it does today; a step more and it does not."""
    found = fee_rise(RESULT, 165.0)
    for share, enough in ((found.may_lose, True), (found.may_lose + 0.0026, False)):
        then = fee_rise(RESULT, 165.0, share).later.take_home.amount
        assert bool(then >= RESULT.take_home.amount) is enough
    assert 0.0 < found.may_lose < float(loss_that_breaks_even(150.0, 165.0, 0.0))
    assert fee_rise(RESULT, 140.0).may_lose == 0.0


def test_new_clients_only_come_to_it_over_time() -> None:
    """A quarter of the rise in the first year where half the clients are renewed; then all."""
    found = fee_rise(RESULT, 170.0, 0.1, new_clients_only=True)
    plan = found.first_year.scenario
    assert plan.work.session_kinds[0].fee_per_session == pytest.approx(155.0)
    assert plan.work.session_kinds[0].booked_per_week == pytest.approx(20.0 * 0.975)
    assert found.later.scenario.work.session_kinds[0].fee_per_session == pytest.approx(170.0)
    all_new = fee_rise(RESULT, 170.0, new_clients_only=True, renewed_per_year_share=1.0)
    fees = all_new.first_year.scenario.work.session_kinds[0].fee_per_session
    assert fees == pytest.approx(160.0)


def test_places_are_the_most_that_keep_the_floor() -> None:
    """With so many places the floor holds, with one more it does not; the sessions stay."""
    floor = Target("take_home_per_month", float(RESULT.take_home.amount) / 12 - 600.0)
    found = places_affordable(RESULT, 80.0, floor)
    assert 0 < found.places < 20
    assert found.achieved >= floor.limit > found.one_more
    by_hand = OWN.with_values(
        {
            "work.session_kinds": (
                *OWN.work.session_kinds,
                {"payer": "private", "fee_per_session": 80.0, "booked_per_week": found.places},
            )
        }
    ).with_values({"work.session_kinds.0.booked_per_week": 20.0 - found.places})
    assert float(evaluate(by_hand, RULES).take_home.amount) / 12 == pytest.approx(found.achieved)
    assert not found.none


def test_no_place_where_the_floor_is_missed_already() -> None:
    """And all places where even the reduced fee keeps it."""
    out = places_affordable(RESULT, 80.0, Target("take_home_per_month", 1e6))
    assert (out.places, out.none) == (0, True)
    full = places_affordable(RESULT, 149.0, Target("take_home_per_month", 100.0))
    assert full.places == 20
    assert math.isnan(full.one_more)


def test_the_next_dollars_at_a_flat_rate() -> None:
    """A quarter goes in tax; the rest is kept."""
    found = next_dollars(RESULT, 100.0)
    assert found.kept == pytest.approx(75.0)
    assert found.rows == (("All taxes", pytest.approx(25.0)),)


def test_the_next_dollars_across_a_line_of_rap() -> None:
    """A loan line crossed costs more than the dollars bring, and is named."""
    plan = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "session_kinds": [{"payer": "private", "fee_per_session": 120.0}],
            },
            "loans": {
                "kind": "by_plan",
                "federal": [{"balance": 66_000.0, "made_on": date(2026, 9, 1)}],
            },
        }
    )
    fees = np.linspace(80.0, 200.0, 2_000)
    swept = evaluate(plan.with_values({FEE: fees}), RULES)
    jumps = np.flatnonzero(np.diff(np.asarray(swept.find("loans.month").amount)) > 30.0)
    before = evaluate(plan.with_values({FEE: float(fees[jumps[0]])}), RULES)
    found = next_dollars(before, 400.0)
    assert "Student-loan payments" in dict(found.rows)
    assert found.kept < 0.0


def test_no_fee_gives_no_next_dollars() -> None:
    """Without any fee there is nothing that could rise."""
    found = next_dollars(evaluate(UNPAID, RULES), 100.0)
    assert math.isnan(found.kept)
    assert found.rows == ()
    with pytest.raises(ScenarioError) as caught:
        fee_rise(evaluate(UNPAID, RULES), 100.0)
    assert caught.value.problems[0].path == "fee"


def test_two_peers_by_their_own_rules() -> None:
    """The goal and a mark-up, over the sessions held: 1.30 and 1.35."""
    picnic, practitioners = peer_fees(RESULT, 5_000.0)
    held = float(RESULT.year.held.amount)
    assert picnic.fee == pytest.approx(60_000 * 1.30 / held)
    assert practitioners.fee == pytest.approx(60_000 * 1.35 / held)
    assert picnic.parameter.source.title.startswith("Practice Picnic")
