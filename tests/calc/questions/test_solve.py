"""Solving: every unknown and figure, ends, what cannot be reached, and what cannot be asked."""

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions.solve import (
    TOGETHER,
    Figure,
    OutOfReach,
    Reached,
    Target,
    figure_of,
    solve_each,
    solve_for,
    unknown_of,
)

RULES = load_rules(2026)
FEE = "work.session_kinds.0.fee_per_session"
OWN = Scenario.parse(
    {
        "work": {
            "kind": "own_practice",
            "session_kinds": [
                {"payer": "private", "fee_per_session": 150.0, "booked_per_week": 16.0},
                {"payer": "private", "fee_per_session": 90.0, "booked_per_week": 4.0},
            ],
        },
        "costs": [{"kind": "rent", "amount": 900.0, "per": "month"}],
        "household": {"needs_per_month": 4_000.0},
    }
)
BARE = Scenario.parse({"work": {"kind": "own_practice", "session_kinds": []}})


@pytest.mark.parametrize("name", [*TOGETHER, FEE, "work.time.administration_hours_per_week"])
def test_the_plan_itself_solves_for_its_own_figures(name: str) -> None:
    """Asked for what a plan already gives, each unknown that moves it answers with its own value.

    Where the figure falls with the unknown the most is asked for, so the answer is the same edge.
    """
    now = figure_of(evaluate(OWN, RULES), "wage")
    found = solve_for(OWN, name, Target("wage", now))
    assert isinstance(found, Reached)
    if name == "work.time.administration_hours_per_week":
        assert found.value == 0.0  # the least that does, and fewer hours do
        assert found.binding is None
    else:
        assert found.value == pytest.approx(float(np.max(found.unknown.current)), abs=1e-6)
        assert found.binding == Target("wage", now)


def test_fees_move_in_proportion() -> None:
    """Fees of unlike sessions keep their mix; the first is the one that is named."""
    plan = OWN.with_values({"work.session_kinds.1.minutes_per_session": 80.0})
    found = solve_for(plan, "fee", Target("take_home_per_month", 8_000.0))
    assert isinstance(found, Reached)
    fees = [kind.fee_per_session for kind in found.result.scenario.work.session_kinds]
    assert fees[0] == pytest.approx(found.value)
    assert fees[1] / fees[0] == pytest.approx(90 / 150)
    assert found.achieved["take_home_per_month"] == pytest.approx(8_000.0, abs=0.01)


def test_joined_targets_name_the_one_that_binds() -> None:
    """The least fee that meets all is that of the hardest; the others are met with room."""
    targets = [
        Target("take_home_per_month", 5_000.0),
        Target("wage_after_loans_and_therapy", 60.0),
        Target("hours_per_week", 36.0),
        Target("load_score", 60.0),
        Target("left_over_per_month", 500.0),
        Target("wage_after_loans", 40.0),
    ]
    found = solve_for(OWN, "fee", targets)
    assert isinstance(found, Reached)
    assert found.binding in targets
    assert all(target.margin(found.achieved[target.figure]) >= -1e-6 for target in targets)
    alone = [solve_for(OWN, "fee", target) for target in targets]
    assert found.value == pytest.approx(
        max(one.value for one in alone if isinstance(one, Reached)), abs=1e-6
    )


def test_contradictory_targets_give_the_nearest() -> None:
    """More money within fewer hours than there is: the value that misses least, and by what."""
    targets = [Target("take_home_per_month", 9_000.0), Target("hours_per_week", 10.0)]
    found = solve_for(OWN, "booked", targets)
    assert isinstance(found, OutOfReach)
    assert found.binding in targets
    assert found.best == pytest.approx(found.achieved[found.binding.figure])
    assert found.moves
    grid = np.linspace(found.unknown.low, found.unknown.high, 4_001)
    swept = evaluate(OWN.with_values(found.unknown.changes(grid)), RULES)
    short = np.minimum(
        (swept.take_home.amount / 12 - 9_000) / 9_000,
        (10 - np.nan_to_num(swept.year.hours_per_week.amount)) / 10,
    )
    at = np.interp(found.at, grid, short)
    assert at >= short.max() - 1e-3
    assert short.max() < 0


def test_an_unknown_that_does_not_move_the_target() -> None:
    """A fee changes no hour: out of reach, and said so."""
    found = solve_for(OWN, "fee", Target("hours_per_week", 5.0))
    assert isinstance(found, OutOfReach)
    assert not found.moves
    assert found.best == pytest.approx(float(evaluate(OWN, RULES).year.hours_per_week.amount))


def test_ends_that_exclude_the_answer() -> None:
    """Within narrower ends the nearest end is the best; ends that cross are refused."""
    found = solve_for(OWN, "fee", Target("take_home_per_month", 9_000.0), high=120.0)
    assert isinstance(found, OutOfReach)
    assert found.at == pytest.approx(120.0)
    with pytest.raises(ScenarioError) as caught:
        solve_for(OWN, "fee", Target("take_home_per_month", 9_000.0), low=200.0, high=100.0)
    assert caught.value.problems[0].path == "fee"
    found = solve_for(OWN, "fee", Target("take_home_per_month", 1_000.0), low=100.0)
    assert isinstance(found, Reached)
    assert (found.value, found.binding) == (100.0, None)


def test_nothing_asked_or_nothing_to_move() -> None:
    """No target, a practice without sessions, a field that is no number: each is refused."""
    with pytest.raises(ScenarioError):
        solve_for(OWN, "fee", [])
    for name in ("fee", "booked", "notes", "missed", "costs"):
        with pytest.raises(ScenarioError) as caught:
            unknown_of(BARE, name)
        assert caught.value.problems[0].kind == "missing_field"
    for path in ("household.state", "title", "household.age", "work.session_kinds", "work.wages"):
        with pytest.raises(ScenarioError):
            unknown_of(OWN, path)


def test_no_missed_sessions_leave_nothing_to_scale() -> None:
    """Where nobody misses, or nobody is booked, the share of missed sessions cannot move."""
    never = OWN.with_values(
        {
            f"work.session_kinds.{index}.{name}": 0.0
            for index in (0, 1)
            for name in ("late_cancelled_share", "missed_share")
        }
    )
    nobody = OWN.with_values(
        {f"work.session_kinds.{index}.booked_per_week": 0.0 for index in (0, 1)}
    )
    for plan in (never, nobody):
        with pytest.raises(ScenarioError):
            unknown_of(plan, "missed")


def test_a_figure_that_is_not_known_is_not_met() -> None:
    """Without any hour there is no wage: out of reach, and it does not move."""
    bare = BARE.with_values(
        {
            "work.time": dict.fromkeys(
                (
                    "administration_hours_per_week",
                    "marketing_hours_per_week",
                    "meetings_hours_per_week",
                    "training_hours_per_year",
                ),
                0.0,
            ),
            "support.consultation_hours_per_week": 0.0,
        }
    )
    found = solve_for(bare, "work.health_premium_per_month", Target("wage", 10.0))
    assert isinstance(found, OutOfReach)
    assert not found.moves


def test_a_field_of_money_is_tried_up_to_many_times_itself() -> None:
    """A cost, a salary or a fee have ends that fit them; an insurer's fee ends where fees do."""
    assert unknown_of(OWN, FEE).high == 2_000.0
    assert unknown_of(OWN, "costs.0.amount").high == 18_000.0
    assert unknown_of(OWN, "household.needs_per_month").high == 80_000.0


@pytest.mark.parametrize("figure", ["take_home_per_month", "wage", "left_over_per_month"])
def test_each_draw_is_solved_like_a_plan_of_its_own(figure: Figure) -> None:
    """A row of targets gives what each of them gives alone."""
    now = float(figure_of(evaluate(OWN, RULES), figure))
    limits = now * np.array([0.9, 1.0, 1.1])
    together = solve_each(OWN, "fee", Target(figure, limits), RULES)
    for limit, value in zip(limits, together, strict=True):
        alone = solve_for(OWN, "fee", Target(figure, float(limit)), RULES)
        assert isinstance(alone, Reached)
        assert value == pytest.approx(alone.value, abs=1e-6)


def test_each_draw_of_a_batch_of_plans() -> None:
    """Rows of fees, and one target: each draw's own bookings; none where neither end does."""
    plans = OWN.with_values({FEE: np.array([100.0, 150.0, 200.0])})
    found = solve_each(plans, "booked", Target("take_home_per_month", 5_000.0))
    assert found[0] > found[1] > found[2]
    for fee, booked in zip((100.0, 150.0, 200.0), found, strict=True):
        one = OWN.with_values({FEE: fee})
        then = evaluate(one.with_values(unknown_of(one, "booked").changes(float(booked))), RULES)
        assert float(then.take_home.amount) / 12 == pytest.approx(5_000.0, abs=0.01)
    never = solve_each(OWN, "fee", Target("hours_per_week", np.array([5.0, 60.0])), low=50.0)
    assert np.isnan(never[0])
    assert never[1] == 50.0
