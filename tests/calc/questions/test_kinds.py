"""What each kind of session pays: by hand, against a plan without it, and at its edges."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.kinds import KindPays, replaced, what_kinds_pay

RULES = load_rules(2026)
BOOKED = "work.session_kinds.{}.booked_per_week"
PRIVATE: dict[str, Any] = {
    "payer": "private",
    "label": "Individual",
    "fee_per_session": 150.0,
    "booked_per_week": 10.0,
    "minutes_per_session": 50.0,
    "notes_minutes_per_session": 10.0,
    "billing_minutes_per_session": 0.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
    "collected_share": 1.0,
    "card_paid_share": 0.0,
}
PANEL: dict[str, Any] = {
    "payer": "insurer",
    "label": "Panel",
    "fee_per_session": 100.0,
    "booked_per_week": 6.0,
    "minutes_per_session": 50.0,
    "notes_minutes_per_session": 10.0,
    "billing_minutes_per_session": 5.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.1,
    "collected_share": 0.95,
}
TIME = {
    "holiday_weeks": 12.0,
    "sickness_weeks": 0.0,
    "training_weeks": 0.0,
    "waiting_reused_share": 0.5,
}


def of(*kinds: dict[str, Any], tax: str = "none", **work: Any) -> Result:
    """A plan of some kinds, 40 worked weeks and $12,000 of rent."""
    plan = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "health_premium_per_month": 0.0,
                "session_kinds": kinds,
                "time": TIME,
                **work,
            },
            "household": {"tax": {"mode": tax}},
            "costs": [{"kind": "rent", "amount": 1_000.0, "per": "month"}],
        }
    )
    return evaluate(plan, RULES)


def test_by_hand() -> None:
    """Without tax, each kind brings its fees over its own sessions, notes, billing and waiting.

    Individual: 10 x 40 = 400 sessions x 150 = 60,000, each 50 + 10 minutes: 400 hours, 150 each.
    Panel: 6 x 40 = 240 booked, 216 held x 100 x 0.95 = 20,520; 216 x 65 minutes = 234 hours, and
    half of the 24 missed at 50 minutes, 10 hours: 244 in all, 84.0984 each. Rent is in neither.
    """
    result = of(PRIVATE, PANEL)
    individual, panel = what_kinds_pay(result)
    assert (individual.place, panel.place) == (0, 1)
    assert individual.take_home_per_year == pytest.approx(60_000.0)
    assert individual.hours_per_year == pytest.approx(400.0)
    assert individual.per_hour == pytest.approx(150.0)
    assert panel.take_home_per_year == pytest.approx(20_520.0)
    assert panel.hours_per_year == pytest.approx(244.0)
    assert panel.hours_per_week == pytest.approx(6.1)
    assert panel.held_per_week == pytest.approx(5.4)
    assert panel.per_hour == pytest.approx(20_520.0 / 244.0)
    rent = individual.take_home_per_year + panel.take_home_per_year - result.take_home.amount
    assert rent == pytest.approx(12_000.0)


def test_what_replaces_it_by_hand() -> None:
    """20,520 of the panel are 3.42 weekly sessions of 40 x 150 = 6,000 a year; 4 whole ones do.

    They take 4 hours a week. Nothing replaces the only private kind.
    """
    result = of(PRIVATE, PANEL)
    none, by = replaced(result, what_kinds_pay(result))
    assert none is None
    assert by is not None
    assert (by.by, by.whole) == (0, 4)
    assert by.sessions == pytest.approx(3.42, abs=0.0005)
    assert by.hours_per_week == pytest.approx(4.0)


def test_it_is_the_difference_from_a_plan_without_it() -> None:
    """Under the taxes of the United States too: two plans, each worked out alone."""
    result = of(PRIVATE, PANEL, tax="us")
    for found in what_kinds_pay(result):
        without = evaluate(
            result.scenario.with_values({BOOKED.format(found.place): 0.0}), result.rules
        )
        lost = result.take_home.amount - without.take_home.amount
        assert found.take_home_per_year == pytest.approx(float(lost))
        assert found.hours_per_year == pytest.approx(
            float(result.hours.amount - without.hours.amount)
        )


def test_whole_sessions_that_replace_it_are_enough_and_the_fewest() -> None:
    """With them the year brings as much as with the kind; with one less it does not."""
    result = of(PRIVATE, PANEL, tax="us")
    swap = replaced(result, what_kinds_pay(result))[1]
    assert swap is not None
    assert swap.whole is not None

    def brings(more: float) -> float:
        changes = {BOOKED.format(0): 10.0 + more, BOOKED.format(1): 0.0}
        return float(evaluate(result.scenario.with_values(changes), RULES).take_home.amount)

    now = float(result.take_home.amount)
    assert brings(swap.whole - 1) < now <= brings(swap.whole)
    assert brings(swap.sessions - 1e-3) < now <= brings(swap.sessions) + 0.01


def test_a_salary_stays_the_same_without_a_kind() -> None:
    """Its hours go, and no pay does: nothing has to replace it."""
    pay = {"kind": "salary", "salary_per_year": 70_000.0}
    result = of(PRIVATE, {**PRIVATE, "label": "Group"}, kind="employee", pay=pay)
    found = what_kinds_pay(result)
    assert [one.brings_nothing for one in found] == [True, True]
    assert [one.hours_per_year for one in found] == pytest.approx([400.0, 400.0])
    swap = replaced(result, found)[0]
    assert swap is not None
    assert (swap.by, swap.sessions, swap.whole, swap.hours_per_week) == (1, 0.0, 0, 0.0)


def test_a_rate_per_session_is_lost_with_its_sessions() -> None:
    """An employee paid $60 and $40 a session held loses 400 of each: 24,000 and 16,000."""
    pay = {"kind": "per_session", "rates_per_session": [60.0, 40.0]}
    result = of(PRIVATE, {**PRIVATE, "label": "Group"}, kind="employee", pay=pay)
    found = what_kinds_pay(result)
    assert [one.take_home_per_year for one in found] == pytest.approx([24_000.0, 16_000.0])
    assert [one.per_hour for one in found] == pytest.approx([60.0, 40.0])


def test_an_only_kind_keeps_its_own_definition() -> None:
    """Without it the rent is still paid: it brings more than the year's take-home."""
    (found,) = what_kinds_pay(of(PRIVATE))
    assert found.take_home_per_year == pytest.approx(60_000.0)
    assert replaced(of(PRIVATE), (found,)) == (None,)


def test_kinds_that_nobody_books_are_left_out() -> None:
    """No session, no row; no sessions at all, or no week worked: nothing, and no NaN."""
    idle = {**PANEL, "booked_per_week": 0.0}
    assert [found.place for found in what_kinds_pay(of(idle, PRIVATE))] == [1]
    assert what_kinds_pay(of(idle)) == ()
    assert what_kinds_pay(of()) == ()
    assert what_kinds_pay(of(PRIVATE, time={**TIME, "holiday_weeks": 52.0})) == ()
    assert replaced(of(idle), ()) == ()


def test_a_kind_that_takes_no_time_has_no_hour() -> None:
    """Money without an hour is told as such, never as infinity."""
    minutes = ("minutes_per_session", "notes_minutes_per_session")
    (found, _) = what_kinds_pay(of({**PRIVATE, **dict.fromkeys(minutes, 0.0)}, PANEL))
    assert found.per_hour is None
    assert not found.brings_nothing


def test_what_no_week_can_hold_replaces_nothing() -> None:
    """At a dollar a session not even a full week of it brings what the panel does."""
    result = of({**PRIVATE, "fee_per_session": 1.0}, PANEL)
    swap = replaced(result, what_kinds_pay(result))[1]
    assert swap is not None
    assert swap.whole is None
    assert str(swap.sessions) == str(swap.hours_per_week) == "nan"


def test_a_reduced_place_replaces_nothing() -> None:
    """The first at the full fee does; where that is left out itself, no reduced place stands in."""
    sliding = {**PRIVATE, "label": "Sliding", "fee_per_session": 80.0, "booked_per_week": 2.0}
    result = of(sliding, PRIVATE, PANEL)
    swaps = replaced(result, what_kinds_pay(result))
    assert [swap and swap.by for swap in swaps] == [1, None, 1]


def test_a_group_replaces_no_single_session() -> None:
    """Single sessions replace the group, and groups replace nothing here."""
    group = {**PRIVATE, "label": "Group", "fee_per_session": 50.0, "clients_per_session": 6.0}
    result = of(group, PRIVATE, PANEL)
    swaps = replaced(result, what_kinds_pay(result))
    assert [swap and swap.by for swap in swaps] == [1, None, 1]


def test_a_loss_can_be_a_gain() -> None:
    """A kind that costs more than it brings: take-home rises without it."""
    found = KindPays(0, 1.0, 50.0, 1.0, -100.0)
    assert found.per_hour == pytest.approx(-2.0)
