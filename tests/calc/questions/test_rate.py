"""An answer meets every target, is rounded to the right side, and says where none is reached."""

import math

import pytest

from calc import evaluate
from calc.questions.rate import (
    THERAPY,
    Ask,
    find,
    meets,
    plan_for,
    targets_of,
    therapy_cost,
    written,
)
from calc.questions.solve import OutOfReach, Reached, Target, solve_for
from calc.questions.sought import unknown_for
from calc.scenario.targets import Sought
from tests.calc.questions.asks import (
    FULL,
    KIND,
    PLANS,
    RULES,
    SOLO,
    a_little_more,
    answer_to,
    figures_of,
)

REACHED: list[tuple[str, Sought]] = [
    ("own", "fee"),
    ("own", "booked"),
    ("own", "weeks_off"),
    ("two kinds", "fee"),
    ("two kinds", "booked"),
    ("two kinds", "weeks_off"),
    ("split", "fee"),
    ("split", "booked"),
    ("salary", "pay"),
    ("hourly", "pay"),
    ("rates", "pay"),
]


def test_the_answer_is_that_of_the_calculation() -> None:
    """The exact answer is the solver's; the rounded one meets every target and lies above it."""
    found = find(SOLO, FULL)
    assert found is not None
    targets = [
        Target("take_home_per_month", 7500.0),
        Target("hours_per_week", 32.0),
        Target("load_in_100", 25.6),
    ]
    same = solve_for(SOLO, "fee", targets, RULES)
    assert isinstance(same, Reached)
    assert found.answer.value == same.value  # type: ignore[union-attr]
    assert found.value == math.ceil(same.value) == 170.0
    assert found.binding == "load"


def test_therapy_is_paid_for_on_top() -> None:
    """With weekly own therapy the take-home asked for is raised by what it costs."""
    ask = Ask("fee", take_home=6000.0, therapy=True)
    plan = plan_for(SOLO, ask)
    found = find(SOLO, ask)
    assert found is not None
    yearly = float(evaluate(plan, RULES).own_therapy.amount)
    assert found.targets[0].limit == pytest.approx(6000.0 + yearly / 12)


def test_a_fee_of_large_numbers_is_found() -> None:
    """In a currency where a session costs thousands the search goes on beyond them."""
    plan = SOLO.with_values(
        {"currency": "INR", f"{KIND}.fee_per_session": 3000.0, "household.tax": {"mode": "none"}}
    )
    found = find(plan, Ask("fee", take_home=400_000.0))
    assert found is not None
    assert found.reached
    assert found.value > 2_000.0


def test_nothing_to_find() -> None:
    """Without a limit, or for what the work does not have, there is no answer."""
    assert find(SOLO, Ask("fee")) is None
    assert find(SOLO, Ask("fee", weeks_off=5.0, therapy=True)) is None
    assert find(SOLO, Ask("pay", take_home=5_000.0)) is None
    assert find(PLANS["salary"], Ask("fee", take_home=5_000.0)) is None


@pytest.mark.parametrize(("name", "sought"), REACHED)
def test_an_answer_meets_every_target(name: str, sought: Sought) -> None:
    """Worked out again at the value, take-home, hours and load keep their limits to the cent."""
    ask = a_little_more(PLANS[name], sought)
    found = answer_to(PLANS[name], ask)
    assert found.reached
    plan = found.plan.with_values(written(found.unknown, found.value, found.step))
    monthly, hours, load = figures_of(plan)
    assert monthly >= (ask.take_home or 0.0) - 0.01
    assert hours <= (ask.hours or 0.0) + 1e-4
    assert load <= (ask.load or 0.0) + 1e-4
    assert figures_of(found.result.scenario) == (monthly, hours, load)


@pytest.mark.parametrize(("name", "sought"), REACHED)
def test_a_rounded_answer_is_on_the_right_side(name: str, sought: Sought) -> None:
    """It lies less than a step beyond the exact answer, and one step back a target is missed."""
    found = answer_to(PLANS[name], a_little_more(PLANS[name], sought))
    assert isinstance(found.answer, Reached)
    assert found.step is not None
    assert found.value / found.step == pytest.approx(round(found.value / found.step))
    side = 1.0 if found.unknown.prefer == "least" else -1.0
    beyond = side * (found.value - found.answer.value)
    assert -1e-4 < beyond < found.step
    back = found.value - side * found.step
    assert meets(found.plan, found.unknown, found.value, found.targets)
    assert not meets(found.plan, found.unknown, back, found.targets)


@pytest.mark.parametrize(
    ("name", "sought", "step"),
    [
        ("own", "fee", 1.0),
        ("hourly", "pay", 1.0),
        ("rates", "pay", 1.0),
        ("salary", "pay", 100.0),
    ],
)
def test_prices_are_round(name: str, sought: Sought, step: float) -> None:
    """A fee or a rate is in whole money, and a salary in hundreds."""
    assert answer_to(PLANS[name], a_little_more(PLANS[name], sought)).step == step


def test_no_round_value_between_two_limits() -> None:
    """Where 22.03 sessions alone meet both limits no whole number does: both sides are told."""
    plan = SOLO.with_values({f"{KIND}.booked_per_week": 22.03})
    monthly, hours, _ = figures_of(plan)
    found = answer_to(SOLO, Ask("booked", take_home=monthly, hours=hours + 0.01))
    assert isinstance(found.answer, Reached)
    assert found.answer.value == pytest.approx(22.03)
    assert (found.step, found.value, found.reached) == (None, 23.0, False)
    assert found.between is not None
    below, above = found.between
    assert float(below.take_home.amount) / 12 < monthly
    assert float(above.year.hours_per_week.amount) > hours
    booked = [float(one.scenario.work.session_kinds[0].booked_per_week) for one in found.between]
    assert booked == [22.0, 23.0]
    assert found.result.take_home.amount == above.take_home.amount


def test_as_many_as_today_need_not_be_whole() -> None:
    """Clients who come every other week make half sessions: today's number is an answer."""
    plan = SOLO.with_values({f"{KIND}.booked_per_week": 22.5})
    monthly, hours, _ = figures_of(plan)
    found = answer_to(plan, Ask("booked", take_home=monthly, hours=hours))
    assert (found.value, found.step, found.between, found.reached) == (22.5, None, None, True)


def test_what_is_left_over_can_be_asked_for() -> None:
    """At the least fee that leaves nothing over, needs, saving and own therapy are paid for."""
    plan = SOLO.with_values(
        {
            "household.needs_per_month": 6_500.0,
            "support.own_therapy.sessions_per_year": 26.0,
            "work.saving.sep_per_year": 1_000.0,
        }
    )
    found = answer_to(plan, Ask("fee", left_over=0.0, therapy=True))
    assert found.binding == "left_over"
    assert found.plan.support.own_therapy.sessions_per_year == 26.0
    paid = found.result
    left = (
        paid.take_home.amount
        - paid.set_aside.amount
        - paid.loans.amount
        - paid.own_therapy.amount
        - 12 * 6_500.0
    )
    assert 0.0 <= float(left) < 1_000.0
    lower = evaluate(plan.with_values(dict(found.unknown.changes(found.value - 1.0))), RULES)
    assert float(lower.left_over.amount) < 0.0


def test_any_fee_does_where_no_money_is_wanted() -> None:
    """Limits that hold even for nothing are met by a fee of 0, and no target holds it back."""
    found = answer_to(SOLO, Ask("fee", hours=60.0, load=100.0))
    assert found.any_does
    assert (found.value, found.binding) == (0.0, None)
    assert not answer_to(SOLO, FULL).any_does
    most = answer_to(SOLO, Ask("weeks_off", hours=60.0))
    assert (most.value, most.any_does) == (51.0, False)  # of no week worked nobody knows the hours
    assert not answer_to(SOLO, Ask("fee", hours=20.0)).any_does


def test_out_of_reach_is_an_answer() -> None:
    """The whole sessions that come nearest, with the plan at them and what they miss."""
    ask = Ask("booked", take_home=12_000.0, hours=20.0)
    found = answer_to(SOLO, ask)
    assert isinstance(found.answer, OutOfReach)
    assert not found.reached
    assert found.value.is_integer()
    assert abs(found.value - found.answer.at) <= 0.5
    assert (found.step, found.between) == (None, None)
    monthly, hours, _ = figures_of(found.result.scenario)
    best = {"take_home": monthly, "hours": hours}[found.binding or ""]
    assert best == pytest.approx(found.answer.best, rel=0.05)
    assert monthly < 12_000.0 or hours > 20.0


@pytest.mark.parametrize(
    "ask",
    [
        Ask("fee", take_home=6_500.0, weeks_off=7.0, therapy=True),
        Ask("booked", take_home=6_500.0, weeks_off=7.0),
        Ask("weeks_off", take_home=6_500.0, therapy=True),
        Ask("weeks_off", take_home=6_500.0, weeks_off=30.0),
    ],
)
def test_what_is_written_gives_the_answer(ask: Ask) -> None:
    """Today's plan with the changes of an answer has the figures of the answer."""
    found = answer_to(SOLO, ask)
    assert found.current == float(unknown_for(SOLO, ask.sought).current)
    written = SOLO.with_values(found.changes())
    assert figures_of(written) == pytest.approx(figures_of(found.result.scenario))
    assert written.support.own_therapy == found.plan.support.own_therapy
    assert written.work.time.weeks_off == pytest.approx(
        found.value if ask.sought == "weeks_off" else 7.0
    )


def test_the_plan_that_is_solved() -> None:
    """It has the weeks off that are wanted, unless they are sought, and therapy in worked weeks."""
    six = float(SOLO.work.time.weeks_off)
    assert plan_for(SOLO, Ask("fee", take_home=1.0)) == SOLO
    assert plan_for(SOLO, Ask("fee", weeks_off=9.0)).work.time.weeks_off == 9.0
    assert plan_for(SOLO, Ask("weeks_off", weeks_off=9.0)).work.time.weeks_off == six
    weekly = plan_for(SOLO, Ask("fee", weeks_off=9.0, therapy=True))
    assert weekly.support.own_therapy.sessions_per_year == 43.0
    often = SOLO.with_values({THERAPY: 90.0})
    assert plan_for(often, Ask("fee", therapy=True)) == often


def test_own_therapy_raises_the_money_asked_for() -> None:
    """By its cost where it is wanted and by nothing where not; hours and load stay as asked."""
    weekly = plan_for(SOLO, Ask("fee", therapy=True))
    assert therapy_cost(weekly, Ask("fee")) == 0.0
    ask = Ask("fee", take_home=6_000.0, hours=30.0, load=40.0, therapy=True)
    cost = therapy_cost(weekly, ask)
    assert cost > 0.0
    assert targets_of(weekly, ask) == (
        Target("take_home_per_month", 6_000.0 + cost),
        Target("hours_per_week", 30.0),
        Target("load_in_100", 40.0),
    )
    assert targets_of(weekly, Ask("fee", therapy=True)) == ()
