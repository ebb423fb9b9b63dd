"""Which fees "the fee" means."""

import pytest

from calc import evaluate, load_rules
from calc.questions.fees import fee_rise
from calc.questions.pay import pay_now, with_pay
from calc.questions.rate import Ask
from calc.questions.rate_map import map_for
from calc.questions.solve import Reached, Target, solve_for, unknown_of
from calc.questions.sought import sought_of
from calc.questions.sweep import levers
from calc.questions.therapy import fee_that_pays
from calc.scenario.sessions import (
    InsurerSessions,
    PrivateSessions,
    fees_that_move,
    fees_that_usually_move,
)
from tests.calc.questions.asks import SOLO

FULL = PrivateSessions.model_validate({**SOLO.work.session_kinds[0].model_dump()})
REDUCED = FULL.model_copy(update={"fee_per_session": 80.0, "label": "Sliding"})
COUPLE = FULL.model_copy(update={"fee_per_session": 120.0, "minutes_per_session": 80.0})
PANEL = InsurerSessions.model_validate(
    {**FULL.model_dump(), "payer": "insurer", "fee_per_session": 112.0, "label": "Panel"}
)
FREE = FULL.model_copy(update={"fee_per_session": 0.0})


def test_full_private_fees_move_and_no_others() -> None:
    """A panel, a reduced place and a free one stay; another kind of session moves."""
    assert fees_that_move((PANEL, FULL, REDUCED, COUPLE, FREE)) == (1, 3)
    assert fees_that_move((FULL,)) == (0,)
    assert fees_that_move((PANEL, FREE)) == (0,)
    assert fees_that_move(()) == ()


def test_a_choice_goes_before_the_rule() -> None:
    """Of each kind by itself; those of clients who pay in full come first, and free ones never."""
    moves, stays = {"fee_moves": "moves"}, {"fee_moves": "stays"}
    panel, reduced, free = (kind.model_copy(update=moves) for kind in (PANEL, REDUCED, FREE))
    assert fees_that_move((panel, FULL, reduced, COUPLE, free)) == (1, 3, 0, 2)
    assert fees_that_usually_move((panel, FULL, reduced, COUPLE, free)) == (1, 3)
    kept = FULL.model_copy(update=stays)
    assert fees_that_move((PANEL, kept, COUPLE)) == (2,)
    assert fees_that_move((PANEL, kept)) == ()


def test_a_choice_is_kept_in_the_file_and_no_assumption() -> None:
    """A file without one reads as before; the choice is no figure that was assumed."""
    plan = SOLO.with_values({"work.session_kinds.0.fee_moves": "stays"})
    assert type(plan).from_toml(plan.to_toml()) == plan
    assert "fee_moves" not in SOLO.to_toml()
    assert SOLO.work.session_kinds[0].fee_moves == "usual"
    assert not [one for one in SOLO.assumptions() if one.path.endswith("fee_moves")]


def test_every_question_follows_the_choice() -> None:
    """A panel that moves is raised by what is sought, the levers, a rise, pay and own therapy."""
    plan = SOLO.with_values({"work.session_kinds": (FULL, PANEL)})
    moved = plan.with_values({"work.session_kinds.1.fee_moves": "moves"})
    panel = "work.session_kinds.1.fee_per_session"
    for scenario, raised in ((plan, False), (moved, True)):
        result = evaluate(scenario, load_rules(2026))
        fee = scenario.work.session_kinds[0].fee_per_session
        assert (panel in unknown_of(scenario, "fee").changes(200.0)) == raised
        assert (panel in with_pay(scenario, 200.0)) == raised
        assert pay_now(scenario) == fee
        then = fee_rise(result, fee + 10.0).later.scenario
        assert (float(then.value_at(panel)) > 112.0) == raised
        lever = next(found for found in levers(result) if found.name == "fee")
        panel_too = {panel: 122.0} if raised else {}
        stepped = {"work.session_kinds.0.fee_per_session": fee + 10.0, **panel_too}
        after = evaluate(scenario.with_values(stepped), result.rules)
        assert lever.wage == pytest.approx(float(after.wage.amount - result.wage.amount))


def test_where_every_fee_stays_there_is_none_to_ask_for() -> None:
    """No question about a fee then, and no division by nothing."""
    plan = SOLO.with_values({"work.session_kinds.0.fee_moves": "stays"})
    assert sought_of(plan) == ("booked", "weeks_off")
    assert pay_now(plan) == 0.0
    assert with_pay(plan, 100.0) == {}


def test_a_fee_that_is_sought_leaves_the_panel() -> None:
    """The answer raises the private fee alone, and writes no other."""
    plan = SOLO.with_values({"work.session_kinds": (FULL, PANEL)})
    found = solve_for(plan, "fee", Target("take_home_per_month", 12_000.0))
    assert isinstance(found, Reached)
    fees = [float(kind.fee_per_session) for kind in found.result.scenario.work.session_kinds]
    assert fees[1] == 112.0
    assert fees[0] == pytest.approx(found.value)


def test_what_pays_for_own_therapy_and_the_map_leave_the_panel() -> None:
    """The private fee alone leaves as much over as without therapy, and makes the map's wage."""
    therapy = {"support.own_therapy.sessions_per_year": 40.0}
    plan = SOLO.with_values({"work.session_kinds": (FULL, PANEL), **therapy})
    fee = "work.session_kinds.0.fee_per_session"
    rules = load_rules(2026)
    found = fee_that_pays(evaluate(plan, rules))
    raised = evaluate(plan.with_values({fee: found.then}), rules)
    without = evaluate(plan.with_values(dict.fromkeys(therapy, 0.0)), rules)
    assert found.then > FULL.fee_per_session
    assert raised.left_over.amount == pytest.approx(float(without.left_over.amount), abs=0.01)
    drawn = map_for(plan, Ask("fee"), None)
    assert drawn is not None
    booked = {
        f"work.session_kinds.{place}.booked_per_week": drawn.booked[-1] / 2.0 for place in (0, 1)
    }
    corner = evaluate(plan.with_values({fee: float(drawn.fees[-1]), **booked}), rules)
    assert drawn.figures.wage[-1, -1] == pytest.approx(float(corner.wage.amount))
