"""The map of fee and caseload against the calculation, and the least fees across it."""

import math
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.rate import Ask, find
from calc.questions.rate_map import Map, least_fees, map_for
from calc.questions.solve import figure_of
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.targets import Sought

ROOT = Path(__file__).parents[3]
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
RULES = load_rules(2026)
KIND = "work.session_kinds.0"
FULL = Ask("fee", take_home=7500.0, hours=32.0, load=25.6)
ASKS = [
    FULL,
    Ask("fee", take_home=6_500.0, weeks_off=8.0, therapy=True),
    Ask("booked", take_home=7_500.0, hours=34.0),
    Ask("weeks_off", take_home=7_000.0, load=50.0),
    Ask("fee", take_home=12_000.0, hours=20.0),
]


def drawn_for(plan: Scenario, ask: Ask) -> Map:
    """The map of a plan that has one."""
    drawn = map_for(plan, ask, find(plan, ask))
    assert drawn is not None
    return drawn


def at(booked: float, fee: float) -> dict[str, float]:
    """The fields of the solo practice at a point of its map."""
    return {f"{KIND}.booked_per_week": booked, f"{KIND}.fee_per_session": fee}


@pytest.mark.parametrize("ask", ASKS)
def test_the_map_is_what_the_calculation_gives(ask: Ask) -> None:
    """At sampled points each figure is that of the plan evaluated alone, and so is what is met.

    The plan has the weeks off and the therapy that are wanted, or the weeks off that were found.
    """
    drawn, found = drawn_for(SOLO, ask), find(SOLO, ask)
    assert found is not None
    plan = found.plan
    if ask.sought == "weeks_off":
        plan = plan.with_values({"work.time.holiday_weeks": found.value})
    for row, column in ((0, 0), (13, 41), (30, 22), (44, 7), (59, 59)):
        point = at(drawn.booked[column], drawn.fees[row])
        result = evaluate(plan.with_values(point), RULES)
        margins = []
        for target in drawn.targets:
            amount = float(figure_of(result, target.figure))
            assert drawn.figure(target)[row, column] == pytest.approx(amount)
            margins.append(float(target.margin(amount)))
        assert (drawn.met[row, column] >= 0.0) == (min(margins) >= 0.0)
        assert drawn.figures.wage[row, column] == pytest.approx(float(result.wage.amount))


@pytest.mark.parametrize("ask", ASKS)
def test_what_is_met_is_the_worst_of_the_targets(ask: Ask) -> None:
    """Each margin is a part of its own widest, so the map's is theirs at worst, within one."""
    drawn = drawn_for(SOLO, ask)
    margins = [target.margin(drawn.figure(target)) for target in drawn.targets]
    parts = [np.asarray(margin) / np.abs(margin).max() for margin in margins]
    assert drawn.met == pytest.approx(np.min(parts, axis=0))
    assert np.abs(drawn.met).max() <= 1.0


@pytest.mark.parametrize(
    ("sought", "place"),
    [("fee", lambda value: (22.0, value)), ("booked", lambda value: (value, 150.0))],
)
def test_the_answer_stands_where_it_was_found(
    sought: Sought, place: Callable[[float], tuple[float, float]]
) -> None:
    """A fee at today's caseload, a caseload at today's fee; today stays where it is."""
    ask = Ask(sought, take_home=7_500.0)
    found, drawn = find(SOLO, ask), drawn_for(SOLO, ask)
    assert found is not None
    assert drawn.answer == place(found.value)
    assert drawn.current == (22.0, 150.0)


def test_an_answer_in_weeks_moves_no_point() -> None:
    """Weeks off are neither fee nor caseload, so the answer stands on today's point."""
    drawn = drawn_for(SOLO, Ask("weeks_off", take_home=7_000.0))
    assert drawn.answer == drawn.current == (22.0, 150.0)


def test_no_answer_stands_nowhere() -> None:
    """Out of reach, or with nothing asked: the map is there and no point of it is the answer."""
    assert drawn_for(SOLO, ASKS[-1]).answer is None
    nothing = drawn_for(SOLO, Ask("fee", weeks_off=8.0))
    assert nothing.answer is None
    assert nothing.targets == ()
    assert np.all(nothing.met > 0.0)
    eight = SOLO.with_values({"work.time.holiday_weeks": 8.0, **at(nothing.booked[9], 150.0)})
    held = float(evaluate(eight, RULES).year.held.amount)
    assert nothing.figures.sessions_held[0, 9] == pytest.approx(held)


def test_what_nobody_knows_is_not_met() -> None:
    """Where no week is worked there are no hours to keep, so a limit of them is met nowhere."""
    idle = SOLO.with_values({"work.time.holiday_weeks": 52.0})
    drawn = drawn_for(idle, Ask("fee", hours=60.0))
    assert np.isnan(drawn.figures.hours_per_week).all()
    assert np.all(drawn.met < 0.0)


@pytest.mark.parametrize("booked", [0.01, 22.0, 79.0])
@pytest.mark.parametrize("ask", [FULL, ASKS[2]])
def test_the_ends_of_the_map(ask: Ask, booked: float) -> None:
    """Today and the answer lie within, points rise, and none is beyond what a field takes."""
    plan = SOLO.with_values({f"{KIND}.booked_per_week": booked})
    drawn = drawn_for(plan, ask)
    for x, y in (drawn.current, drawn.answer or drawn.current):
        assert drawn.booked[0] <= x <= drawn.booked[-1]
        assert drawn.fees[0] <= y <= drawn.fees[-1]
    assert np.all(np.diff(drawn.booked) > 0.0)
    assert np.all(np.diff(drawn.fees) > 0.0)
    assert drawn.booked[0] >= 0.0
    assert drawn.booked[-1] <= MOST_SESSIONS_PER_WEEK


def test_no_map_where_a_fee_moves_nothing() -> None:
    """A salary, or nobody booked."""
    salary = SOLO.with_values({"work": {"kind": "employee", "pay": {"kind": "salary"}}})
    for plan in (salary, SOLO.with_values({f"{KIND}.booked_per_week": 0.0})):
        assert map_for(plan, FULL, None) is None


@pytest.mark.parametrize("ask", [FULL, ASKS[1], ASKS[4]])
def test_least_fees_are_those_that_are_found(ask: Ask) -> None:
    """At each caseload the fee is the one found for that caseload alone; none where none is."""
    lowest, *_, top = drawn_for(SOLO, ask).fees
    rows = least_fees(drawn_for(SOLO, ask))
    assert len(rows) > 5
    for row in rows[::2]:
        plan = SOLO.with_values({f"{KIND}.booked_per_week": row.booked})
        found = find(plan, ask)
        assert found is not None
        if math.isnan(row.fee):
            assert not found.reached or found.value > top
            assert math.isnan(row.take_home)
            assert math.isnan(row.load)
            continue
        assert found.reached
        assert row.fee == pytest.approx(max(found.value, math.ceil(lowest)))
        result = evaluate(found.plan.with_values(at(row.booked, row.fee)), RULES)
        assert row.take_home == pytest.approx(float(result.take_home.amount) / 12)
        assert row.hours == pytest.approx(float(result.year.hours_per_week.amount))
        assert row.load == pytest.approx(float(result.load.in_100))


def test_caseloads_of_the_table_are_whole() -> None:
    """From end to end of the map in whole sessions, and today's 22.5 among them in its place."""
    plan = SOLO.with_values({f"{KIND}.booked_per_week": 22.5})
    drawn = drawn_for(plan, FULL)
    booked = [row.booked for row in least_fees(drawn)]
    assert booked == sorted(booked)
    assert [one for one in booked if one != int(one)] == [22.5]
    assert drawn.booked[0] <= booked[0]
    assert booked[-1] <= drawn.booked[-1]
    assert len(booked) <= 11


def test_the_table_of_least_fees() -> None:
    """Every row's fee meets all targets, and a dollar less misses one."""
    drawn = drawn_for(SOLO, FULL)
    rows = least_fees(drawn)
    known = [row for row in rows if math.isfinite(row.fee)]
    assert [row.fee for row in rows if row.booked == 22.0] == [170.0]
    for row in known[:3]:
        for fee, ok in ((row.fee, True), (row.fee - 1.0, False)):
            changes = {f"{KIND}.fee_per_session": fee, f"{KIND}.booked_per_week": row.booked}
            result = evaluate(SOLO.with_values(changes), RULES)
            met = (
                float(result.take_home.amount) / 12 >= 7500.0
                and float(result.year.hours_per_week.amount) <= 32.0
                and float(result.load.in_100) <= 25.6
            )
            assert met is ok
    assert all(row.hours <= 32.0 for row in known)
