"""Set a rate: what can be found, the answer against its targets, and what each target costs."""

import math
from pathlib import Path
from typing import Any

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.rate import (
    THERAPY,
    WISHES,
    Ask,
    Found,
    find,
    meets,
    plan_for,
    targets_of,
    therapy_cost,
)
from calc.questions.solve import OutOfReach, Reached, Target, solve_for
from calc.questions.sought import Sought, has_fee, sought_of, unknown_for
from calc.scenario.fields import MOST_MONEY

ROOT = Path(__file__).parents[3]
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
RULES = load_rules(2026)
KIND = "work.session_kinds.0"
FULL = Ask("fee", take_home=7500.0, hours=32.0, load=36.0)
TWO_KINDS = [
    {"payer": "private", "booked_per_week": 14.0, "fee_per_session": 140.0},
    {"payer": "insurer", "booked_per_week": 6.0, "fee_per_session": 100.0},
]
EMPTY = [{"payer": "private", "booked_per_week": 0.0}]
FREE = [{"payer": "private", "booked_per_week": 20.0, "fee_per_session": 0.0}]


def paid(pay: dict[str, Any], kind: str = "employee", kinds: Any = TWO_KINDS) -> Scenario:
    """Somebody's work for a practice that pays so."""
    return SOLO.with_values({"work": {"kind": kind, "session_kinds": kinds, "pay": pay}})


def own(kinds: Any) -> Scenario:
    """A practice of one's own with these kinds of session."""
    return SOLO.with_values({"work": {"kind": "own_practice", "session_kinds": kinds}})


RATES = {"kind": "per_session", "rates_per_session": [0.0, 50.0]}
PLANS = {
    "own": SOLO,
    "two kinds": own(TWO_KINDS),
    "split": paid({"kind": "split", "share": 0.6}, "contractor"),
    "salary": paid({"kind": "salary", "salary_per_year": 65_000.0}),
    "hourly": paid({"kind": "hourly", "rate_per_hour": 35.0}),
    "rates": paid(RATES),
}


def figures_of(plan: Scenario) -> tuple[float, float, float]:
    """Take-home a month, hours a week and load score of a plan."""
    result = evaluate(plan, RULES)
    monthly = float(result.take_home.amount) / 12
    return monthly, float(result.year.hours_per_week.amount), float(result.load.score)


def answer_to(plan: Scenario, ask: Ask) -> Found:
    """The answer to an ask that has one or comes nearest."""
    found = find(plan, ask)
    assert found is not None
    return found


def a_little_more(plan: Scenario, sought: Sought) -> Ask:
    """An ask that a plan nearly meets: 3 % more money, or less where weeks off are sought."""
    monthly, hours, load = figures_of(plan)
    times = 0.97 if sought == "weeks_off" else 1.03
    return Ask(sought, take_home=times * monthly, hours=hours + 2.0, load=load + 8.0)


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
        Target("load_score", 36.0),
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


@pytest.mark.parametrize(
    ("plan", "sought"),
    [
        (PLANS["own"], ("fee", "booked", "weeks_off")),
        (PLANS["split"], ("fee", "booked", "weeks_off")),
        (PLANS["salary"], ("pay", "booked", "weeks_off")),
        (PLANS["hourly"], ("pay", "booked", "weeks_off")),
        (PLANS["rates"], ("pay", "booked", "weeks_off")),
        (own(FREE), ("booked", "weeks_off")),
        (own(EMPTY), ("booked",)),
        (own([]), ()),
        (paid({"kind": "salary"}, kinds=EMPTY), ("pay", "booked", "weeks_off")),
        (paid({"kind": "hourly"}, kinds=[]), ("pay", "weeks_off")),
        (paid({"kind": "per_session"}, kinds=EMPTY), ("booked", "weeks_off")),
        (
            paid({"kind": "per_session", "rates_per_session": [0.0]}),
            ("booked", "weeks_off"),
        ),
    ],
)
def test_what_can_be_found(plan: Scenario, sought: tuple[Sought, ...]) -> None:
    """A fee or rate needs sessions and some price, a salary neither; an empty row can be filled.

    Weeks off need sessions or an employer; a fee is there to set exactly where one can be found.
    """
    assert sought_of(plan) == sought
    assert has_fee(plan) == ("fee" in sought)


def test_nothing_to_find() -> None:
    """Without a limit, or for what the work does not have, there is no answer."""
    assert find(SOLO, Ask("fee")) is None
    assert find(SOLO, Ask("fee", weeks_off=5.0, therapy=True)) is None
    assert find(SOLO, Ask("pay", take_home=5_000.0)) is None
    assert find(PLANS["salary"], Ask("fee", take_home=5_000.0)) is None


@pytest.mark.parametrize("wish", WISHES)
def test_a_target_switched_off(wish: Any) -> None:
    """The other targets stay as they are; nothing wished is no wish, and 0 is one."""
    ask = Ask("fee", take_home=0.0, hours=30.0, load=40.0, weeks_off=5.0, therapy=True)
    assert ask.wishes() == WISHES
    less = ask.without(wish)
    assert less.wishes() == tuple(other for other in WISHES if other != wish)
    kept = [other for other in WISHES if other != wish]
    assert [getattr(less, name) for name in kept] == [getattr(ask, name) for name in kept]
    assert Ask("fee").wishes() == ()


@pytest.mark.parametrize(("name", "sought"), REACHED)
def test_an_answer_meets_every_target(name: str, sought: Sought) -> None:
    """Worked out again at the value, take-home, hours and load keep their limits to the cent."""
    ask = a_little_more(PLANS[name], sought)
    found = answer_to(PLANS[name], ask)
    assert found.reached
    plan = found.plan.with_values(dict(found.unknown.changes(found.value)))
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
    """Where 22.03 sessions alone meet both limits no step does, and the exact answer stands."""
    plan = SOLO.with_values({f"{KIND}.booked_per_week": 22.03})
    monthly, hours, _ = figures_of(plan)
    found = answer_to(plan, Ask("booked", take_home=monthly, hours=hours))
    assert isinstance(found.answer, Reached)
    assert found.step is None
    assert found.value == found.answer.value == pytest.approx(22.03)


@pytest.mark.parametrize(
    ("ask", "binding"),
    [
        (Ask("fee", take_home=7500.0, hours=40.0, load=90.0), "take_home"),
        (FULL, "load"),
        (Ask("weeks_off", hours=30.0, take_home=1.0), "take_home"),
        (Ask("fee", take_home=1.0, hours=20.0), "hours"),
    ],
)
def test_the_target_that_decides(ask: Ask, binding: str) -> None:
    """It is the one without which the answer is better, or there is an answer at all."""
    found = answer_to(SOLO, ask)
    assert found.binding == binding
    others = {wish: found.relaxed[wish] for wish in ask.wishes()}
    better = others.pop(found.binding)
    assert better is None or better != found.answer
    for answer in others.values():
        assert answer is not None
        assert type(answer) is type(found.answer)


@pytest.mark.parametrize("name", list(PLANS))
def test_relaxing_never_makes_an_answer_worse(name: str) -> None:
    """Without a target the least is no more and the most no less, and what was reached still is."""
    plan = PLANS[name]
    for sought in sought_of(plan):
        ask = a_little_more(plan, sought)
        found = answer_to(plan, ask)
        assert tuple(found.relaxed) == ask.wishes()
        for wish, answer in found.relaxed.items():
            assert answer is not None, wish
            if isinstance(found.answer, Reached):
                assert isinstance(answer, Reached)
                side = 1.0 if answer.unknown.prefer == "least" else -1.0
                assert side * answer.value <= side * found.answer.value + 1e-6


@pytest.mark.parametrize("wish", ["load", "weeks_off", "therapy"])
def test_relaxed_is_what_is_found_without_the_target(wish: Any) -> None:
    """The answer without a target is that of an ask in which it is switched off."""
    ask = Ask("fee", take_home=7_500.0, load=36.0, weeks_off=8.0, therapy=True)
    relaxed, alone = answer_to(SOLO, ask).relaxed[wish], answer_to(SOLO, ask.without(wish)).answer
    assert isinstance(relaxed, Reached)
    assert isinstance(alone, Reached)
    assert relaxed.value == alone.value


def test_the_last_limit_leaves_nothing_to_find() -> None:
    """Without its only limit an ask has no answer, and with therapy beside it that is told too."""
    found = answer_to(SOLO, Ask("fee", take_home=6_000.0, therapy=True))
    assert found.relaxed["take_home"] is None
    cheaper = found.relaxed["therapy"]
    assert isinstance(cheaper, Reached)
    assert isinstance(found.answer, Reached)
    assert cheaper.value < found.answer.value


def test_weeks_off_that_cost_nothing_are_no_relaxation() -> None:
    """As many as today, or as many as can be: there is nothing to give up in either."""
    today = float(SOLO.work.time.weeks_off)
    same = answer_to(SOLO, Ask("fee", take_home=7_000.0, weeks_off=today))
    assert set(same.relaxed) == {"take_home"}
    most = answer_to(SOLO, Ask("weeks_off", take_home=7_000.0, weeks_off=9.0))
    assert set(most.relaxed) == {"take_home"}
    more = answer_to(SOLO, Ask("fee", take_home=7_000.0, weeks_off=today + 2.0))
    assert set(more.relaxed) == {"take_home", "weeks_off"}


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
    """The value that comes nearest, unrounded, with the plan at it and what it misses."""
    ask = Ask("booked", take_home=12_000.0, hours=20.0)
    found = answer_to(SOLO, ask)
    assert isinstance(found.answer, OutOfReach)
    assert not found.reached
    assert (found.value, found.step) == (found.answer.at, None)
    monthly, hours, _ = figures_of(found.result.scenario)
    best = {"take_home": monthly, "hours": hours}[found.binding or ""]
    assert best == pytest.approx(found.answer.best)
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


def test_rates_keep_their_proportion() -> None:
    """50 and 25 move together, stated as the first that is not nothing; one of 0 stays so."""
    rates = {"kind": "per_session", "rates_per_session": [50.0, 25.0]}
    path = "work.pay.rates_per_session"
    moved = unknown_for(paid(rates), "pay")
    assert moved.current == 50.0
    assert moved.changes(60.0) == {f"{path}.0": 60.0, f"{path}.1": 30.0}
    moved = unknown_for(PLANS["rates"], "pay")
    assert moved.current == 50.0
    assert moved.changes(80.0) == {f"{path}.0": 0.0, f"{path}.1": 80.0}


def test_an_empty_caseload_is_that_of_the_first_kind() -> None:
    """No proportion can be kept of nothing, so the first row takes all that is found."""
    plan = own([*EMPTY, *EMPTY])
    assert unknown_for(plan, "booked").changes(18.0) == {f"{KIND}.booked_per_week": 18.0}
    found = answer_to(plan, Ask("booked", take_home=3_000.0))
    assert found.reached
    assert found.value > 0.0


def test_how_far_a_fee_is_searched() -> None:
    """Up to 2,000, or five times a fee of today beyond 400, and never above what a field takes."""
    assert unknown_for(SOLO, "fee").high == 2_000.0
    assert unknown_for(own([{**FREE[0], "fee_per_session": 3_000.0}]), "fee").high == 15_000.0
    steep = own([{**FREE[0], "fee_per_session": 1.0}, {**FREE[0], "fee_per_session": 1e8}])
    high = unknown_for(steep, "fee").high
    assert high == pytest.approx(10.0)
    fees = unknown_for(steep, "fee").changes(high).values()
    assert max(fees) == pytest.approx(MOST_MONEY)


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
        Target("load_score", 40.0),
    )
    assert targets_of(weekly, Ask("fee", therapy=True)) == ()
