"""What pays for own therapy, for every way of being paid, and where nothing does."""

import math
from pathlib import Path
from typing import Any

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.therapy import (
    PaysForIt,
    TherapyAnswers,
    cost_per_month,
    fee_that_pays,
    pays_by_fee,
    therapy_answers,
)

ROOT = Path(__file__).parents[3]
RULES = load_rules(2026)
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
# 20 booked a week, all held, 40 worked weeks, an hour each: 800 sessions and hours a year.
KIND = {
    "payer": "private",
    "booked_per_week": 20.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 0.0,
    "billing_minutes_per_session": 0.0,
    "fee_per_session": 100.0,
    "collected_share": 1.0,
    "card_paid_share": 0.0,
}
TIME = {
    "holiday_weeks": 12.0,
    "sickness_weeks": 0.0,
    "administration_hours_per_week": 0.0,
    "marketing_hours_per_week": 0.0,
    "meetings_hours_per_week": 0.0,
    "training_hours_per_year": 0.0,
}
# 40 sessions at $100: 4,000 a year.
THERAPY = {"sessions_per_year": 40.0, "full_price_per_session": 100.0}


def answers(work: dict[str, Any] | None = None, **more: Any) -> TherapyAnswers:
    """The answers of a plan without tax: 4,000 a year for 800 sessions."""
    scenario = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "session_kinds": [KIND],
                "time": TIME,
                **(work or {}),
            },
            "household": {"tax": {"mode": "none"}},
            "support": {"consultation_hours_per_week": 0.0, "own_therapy": THERAPY},
            **more,
        }
    )
    return therapy_answers(evaluate(scenario, RULES))


def of(found: TherapyAnswers, what: str) -> PaysForIt | None:
    """One of the things that pay for it; None where it is no choice."""
    return next((item for item in found.pays if item.what == what), None)


def test_a_fee_and_sessions() -> None:
    """4,000 over 800 sessions: $5 more of fee, or 40 sessions more, one a week."""
    found = answers()
    fee, sessions = of(found, "fee"), of(found, "sessions")
    assert fee is not None
    assert sessions is not None
    assert (fee.now, fee.then) == pytest.approx((100.0, 105.0), abs=1e-5)
    assert (sessions.now, sessions.then) == pytest.approx((20.0, 21.0), abs=1e-5)
    assert fee.reached
    assert sessions.reached


def test_only_what_reaches_the_target_is_said_to() -> None:
    """At the answer the year leaves as much over as without therapy; a cent less does not."""
    found = answers()
    fee = of(found, "fee")
    assert fee is not None
    path = "work.session_kinds.0.fee_per_session"
    target = found.without.left_over.amount
    scenario = found.result.scenario
    for then, enough in ((fee.then, True), (fee.then - 0.01, False)):
        left = evaluate(scenario.with_values({path: then}), RULES).left_over.amount
        assert (left >= target) == enough


@pytest.mark.parametrize(
    ("pay", "unit", "now", "then"),
    [
        # A salary: 4,000 more.
        ({"kind": "salary", "salary_per_year": 60_000.0}, "money_per_year", 60_000.0, 64_000.0),
        # Hourly for 800 hours: $5.
        (
            {"kind": "hourly", "rate_per_hour": 40.0, "paid_buckets": ["sessions"]},
            *("money_per_hour", 40.0, 45.0),
        ),
        # A rate for each of 800 sessions: $5.
        ({"kind": "per_session", "rates_per_session": [50.0]}, "money_per_session", 50.0, 55.0),
        # Half of collections: $10 of fee.
        ({"kind": "split", "share": 0.5}, "money_per_session", 100.0, 110.0),
    ],
    ids=["salary", "hourly", "per-session", "split"],
)
def test_pay_of_every_kind(pay: dict[str, Any], unit: str, now: float, then: float) -> None:
    """What must rise is what sets the pay."""
    fee = of(answers({"kind": "employee", "pay": pay}), "fee")
    assert fee is not None
    assert (fee.unit, fee.reached) == (unit, True)
    assert (fee.now, fee.then) == pytest.approx((now, then), abs=1e-3)


def test_sessions_do_not_raise_a_salary() -> None:
    """Out of reach: more sessions bring nothing, so none are asked for."""
    pay = {"kind": "salary", "salary_per_year": 60_000.0}
    sessions = of(answers({"kind": "employee", "pay": pay}), "sessions")
    assert sessions == PaysForIt("sessions", "sessions_per_week", 20.0, 20.0, False)


@pytest.mark.parametrize(
    "work",
    [
        {"session_kinds": [{**KIND, "booked_per_week": 10.0}, {**KIND, "fee_per_session": 0.0}]},
        {
            "kind": "contractor",
            "session_kinds": [{**KIND, "booked_per_week": 10.0}, KIND],
            "pay": {"kind": "per_session", "rates_per_session": [100.0, 0.0]},
        },
    ],
    ids=["fees", "rates"],
)
def test_what_is_given_for_nothing_stays_so(work: dict[str, Any]) -> None:
    """400 paid sessions bear all of it: $10 each, and the others stay free."""
    fee = of(answers(work), "fee")
    assert fee is not None
    assert (fee.now, fee.then) == pytest.approx((100.0, 110.0), abs=1e-4)


def test_nothing_but_free_sessions_pays_for_nothing() -> None:
    """All fees 0: no fee to raise, no session that pays; the answers say so."""
    found = answers({"session_kinds": [{**KIND, "fee_per_session": 0.0}]})
    assert of(found, "fee") == PaysForIt("fee", "money_per_session", 0.0, 0.0, False)
    sessions = of(found, "sessions")
    assert sessions is not None
    assert not sessions.reached


def test_therapy_for_nothing_is_paid_already() -> None:
    """A price of 0 asks for no change of anything."""
    free = {**THERAPY, "full_price_per_session": 0.0}
    found = answers(support={"consultation_hours_per_week": 0.0, "own_therapy": free})
    for item in found.pays:
        assert item.reached
        assert item.then == item.now


def test_out_of_reach_is_the_best_there_is() -> None:
    """Therapy dearer than twice the fees, or than all costs: what comes nearest."""
    dear = {**THERAPY, "full_price_per_session": 10_000.0}
    found = answers(
        costs=[{"kind": "rent", "amount": 100.0, "per": "month"}],
        support={"consultation_hours_per_week": 0.0, "own_therapy": dear},
    )
    fee, sessions, costs = (of(found, what) for what in ("fee", "sessions", "costs"))
    assert fee == PaysForIt("fee", "money_per_session", 100.0, 200.0, False)
    assert sessions == PaysForIt("sessions", "sessions_per_week", 20.0, 80.0, False)
    assert costs == PaysForIt("costs", "money_per_month", 100.0, 0.0, False)


def test_what_it_costs_a_month() -> None:
    """44 sessions at $140 are $6,160 a year, a twelfth of it a month; none cost nothing."""
    own = {"sessions_per_year": 44.0, "full_price_per_session": 140.0}
    assert cost_per_month(SOLO.with_values({"support.own_therapy": own})) == pytest.approx(513.3333)
    assert cost_per_month(SOLO) == 0.0


def test_costs_are_a_choice_only_where_there_are_some() -> None:
    """No rows of cost, or only empty ones: nothing to save there."""
    assert of(answers(), "costs") is None
    assert of(answers(costs=[{"kind": "rent", "amount": 0.0}]), "costs") is None
    costs = of(answers(costs=[{"kind": "rent", "amount": 1_000.0, "per": "month"}]), "costs")
    assert costs is not None
    assert costs.then == pytest.approx(1_000.0 - 4_000.0 / 12, abs=1e-5)


def test_without_sessions_none_can_be_added_or_dropped() -> None:
    """Nobody booked: neither more sessions nor one less is an answer."""
    for kinds in ([], [{**KIND, "booked_per_week": 0.0}]):
        found = answers({"session_kinds": kinds})
        assert of(found, "sessions") is None
        assert found.fewer_sessions is None
        assert found.money_less_per_month is None
        assert found.hours_less_per_week is None
    half = answers({"session_kinds": [{**KIND, "booked_per_week": 0.5}]})
    assert half.fewer_sessions is None
    assert of(half, "sessions") is not None


def test_a_session_less_is_of_the_kind_booked_most() -> None:
    """One of ten hours a week goes, at $80: $3,200 a year."""
    few, many = {**KIND, "booked_per_week": 4.0}, {**KIND, "booked_per_week": 10.0}
    found = answers({"session_kinds": [few, {**many, "fee_per_session": 80.0}]})
    assert found.money_less_per_month == pytest.approx(80 * 40 / 12)
    assert found.hours_less_per_week == pytest.approx(1.0)


def test_a_plan_without_therapy_is_given_a_trial() -> None:
    """No sessions stated: a session in most weeks, 44, is tried beside it."""
    result = evaluate(SOLO, RULES)
    found = therapy_answers(result)
    assert found.is_trial
    assert found.result.scenario.support.own_therapy.sessions_per_year == 44.0
    assert result.scenario.support.own_therapy.sessions_per_year == 0.0
    assert found.without.own_therapy.amount == 0.0


def test_clients_who_leave() -> None:
    """With 800 x 90 % sessions left the fee must bring 84,000: $116.67. The share may be stated."""
    base = answers()
    found = therapy_answers(base.result, lost_share=0.10)
    assert found.lost_share == 0.10
    assert found.pays_with_lost_clients.then == pytest.approx(84_000 / 720, abs=1e-4)
    assert of(found, "fee") == of(base, "fee")
    nobody_left = pays_by_fee(base.result, 0.0, lost_share=1.0)
    assert not nobody_left.reached


def test_its_hours_with_the_way_there() -> None:
    """40 sessions of an hour and half an hour of way: 60 hours over 40 weeks; none from afar."""
    therapy = {**THERAPY, "minutes_per_session": 60.0, "travel_minutes_per_session": 30.0}
    support = {"consultation_hours_per_week": 0.0, "own_therapy": therapy}
    assert answers(support=support).hours_per_week == pytest.approx(1.5)
    near = {**support, "own_therapy": {**therapy, "price_option": "telehealth"}}
    assert answers(support=near).hours_per_week == pytest.approx(1.0)


def test_each_price_is_told_once() -> None:
    """Five ways of paying, the plan's own among them, as if each were chosen."""
    chosen = {**THERAPY, "price_option": "sliding"}
    support = {"consultation_hours_per_week": 0.0, "own_therapy": chosen}
    rows = {row.option: row for row in answers(support=support).options}
    assert list(rows) == ["full", "courtesy", "sliding", "group", "telehealth"]
    assert rows["full"].price == 100.0
    assert rows["sliding"].price == pytest.approx(60.0)
    assert rows["sliding"].per_year == pytest.approx(2_400.0)
    assert rows["sliding"].fee_rise.then == pytest.approx(103.0, abs=1e-5)


def test_no_worked_weeks() -> None:
    """Without a worked week nothing can pay for it, and its hours a week are not known."""
    found = answers({"time": {**TIME, "holiday_weeks": 52.0}})
    assert math.isnan(found.hours_per_week)
    assert not any(item.reached for item in found.pays)


@pytest.mark.parametrize("booked", [0.27, 2.45, 9.9, 79.99, 80.0])
def test_sessions_end_at_the_most_a_week_holds(booked: float) -> None:
    """The search ends at 80 a week, whatever rounding makes of the way there."""
    kind = {**KIND, "booked_per_week": booked, "fee_per_session": 0.01}
    sessions = of(answers({"session_kinds": [kind]}), "sessions")
    assert sessions is not None
    assert sessions.then <= 80.0 + 1e-9
    assert not sessions.reached


def test_fees_end_at_the_most_money_there_is() -> None:
    """A fee next to the bound of all money rises no further than the bound."""
    fee = of(answers({"session_kinds": [{**KIND, "fee_per_session": 9e8}]}), "fee")
    assert fee is not None
    assert fee.reached


def test_the_fee_that_pays_is_the_first_answer() -> None:
    """A plan with own therapy asks the same question alone: the fee that leaves as much over."""
    found = answers(support={"consultation_hours_per_week": 0.0, "own_therapy": THERAPY})
    alone = fee_that_pays(found.result)
    assert alone == found.pays[0]
    assert alone.reached
    assert alone.then > alone.now


def test_each_answer_is_found_once_and_when_it_is_asked_for() -> None:
    """Nothing is searched for before; the price in the plan has the fee that was found already."""
    found = answers()
    assert not {"fee", "pays", "options", "pays_with_lost_clients"} & set(vars(found))
    assert found.pays[0] is found.fee
    own = found.result.scenario.support.own_therapy.price_option
    (row,) = [row for row in found.options if row.option == own]
    assert row.fee_rise is found.fee
    for row in found.options:
        there = found.result.scenario.with_values({"support.own_therapy.price_option": row.option})
        alone = therapy_answers(evaluate(there, found.result.rules))
        assert alone.fee == row.fee_rise
