"""A clinic evaluated in odd cases: nobody there, losses, break-even, marks, access, billions."""

import math

import pytest

from calc.burnout import people_of_score
from calc.staffing import cash_timeline, evaluate_clinic, turnover_of
from tests.calc.clinics import (
    HOURLY,
    KINDS,
    PER_SESSION,
    POSTS,
    RULES,
    SALARY,
    clinic,
    employee,
    owner,
)


def test_an_empty_clinic_has_only_its_costs() -> None:
    """No posts: no revenue, no wage, and a margin of what is paid anyway."""
    result = evaluate_clinic(clinic(posts=[]))
    assert result.posts == ()
    assert float(result.revenue.amount) == 0.0
    assert float(result.margin.amount) == pytest.approx(-result.overhead)
    assert math.isnan(result.margin_share)
    assert math.isnan(result.utilisation)
    assert turnover_of(result).posts == ()
    assert turnover_of(result).feedback is None
    cash = cash_timeline(result)
    assert cash.lowest == pytest.approx(-2 * result.overhead)
    with pytest.raises(KeyError):
        result.post("Post 1")


def test_an_owner_with_sixty_costs_can_have_a_loss() -> None:
    """A practice of the most cost rows still takes the clinic's loss: two rows become one."""
    costs = [{"kind": "other", "amount": 10, "per": "month", "business": False}]
    costs += [{"kind": "other", "amount": 100, "per": "year"} for _ in range(59)]
    rent = {"costs": [{"kind": "rent", "amount": 20_000}]}
    plan = clinic(posts=[owner() | {"costs": costs}], shared=rent, administration={})
    result = evaluate_clinic(plan)
    (held,) = result.owners
    assert held.alone.earner.profit == pytest.approx(held.alone.brings - held.alone.cost)
    assert held.post.earner.profit == pytest.approx(float(result.margin.amount))
    assert held.margin == pytest.approx(held.alone.contribution - 20_000 * 12)


def test_break_even_with_receipts_that_are_not_of_sessions() -> None:
    """With 10,000 of teaching beside 12,000 of rent, sessions need to leave 2,000; beyond, none."""
    rent = [{"kind": "rent", "amount": 1_000, "per": "month"}]
    for teaching, short in ((10_000, 2_000.0), (15_000, 0.0)):
        post = owner(other_receipts_per_year=teaching) | {"costs": rent}
        result = evaluate_clinic(clinic(posts=[post], shared={}, administration={}))
        found = result.break_even(result.posts[0])
        assert found is not None
        one = result.posts[0]
        left = one.brings - teaching - one.processing
        assert found / one.booked_per_week * left == pytest.approx(short)


def test_break_even_where_notes_are_paid_beside_the_session() -> None:
    """At the number found, a post whose notes are paid by the hour leaves nothing and needs it."""
    pay = PER_SESSION | {
        "administration_rate_per_hour": 20,
        "administration_rate_buckets": ["notes", "administration"],
    }
    rent = {"costs": [{"kind": "rent", "amount": 1_500}]}
    plan = clinic(posts=[employee("A", pay)], shared=rent, administration={})
    result = evaluate_clinic(plan)
    found = result.break_even(result.posts[0])
    assert found is not None
    times = found / 20.0
    kinds = [{**kind, "booked_per_week": kind["booked_per_week"] * times} for kind in KINDS]
    post = employee("A", pay)
    post["work"] = post["work"] | {"session_kinds": kinds}
    again = evaluate_clinic(clinic(posts=[post], shared=rent, administration={}))
    assert float(again.margin.amount) == pytest.approx(0.0, abs=0.01)


def test_marks_say_who_and_how_far() -> None:
    """Below the wage floor, above the load ceiling, below the minimum wage: each on its post."""
    heavy = employee("Heavy", SALARY)
    heavy["work"] = heavy["work"] | {"time": {"administration_hours_per_week": 30}}
    poor = employee("Poor", HOURLY | {"rate_per_hour": 9})
    limits = {"wage_floor_per_hour": 12, "load_ceiling_points": 45}
    result = evaluate_clinic(
        clinic(posts=[heavy, poor, POSTS[1]], limits=limits), minimum_wage_per_hour=10.0
    )
    found = {(mark.kind, mark.label): mark for mark in result.marks}
    assert set(found) == {
        ("over_load_ceiling", "Heavy"),
        ("below_wage_floor", "Poor"),
        ("below_minimum_wage", "Poor"),
    }
    mark = found["over_load_ceiling", "Heavy"]
    assert (mark.value, mark.limit) == (result.post("Heavy").earner.load_score, 45.0)
    # The same ceiling as people of 100 marks the same; it goes before the score.
    people = float(people_of_score(45.0, RULES))
    said = {"limits.load_ceiling_people": people, "limits.load_ceiling_points": 100.0}
    (again,) = evaluate_clinic(result.clinic.with_values(said)).marks[:1]
    assert (again.kind, again.label) == ("over_load_ceiling", "Heavy")
    assert again.limit == pytest.approx(45.0)
    # A contractor is outside the minimum wage's law.
    cheap = {"kind": "per_session", "rates_per_session": [1]}
    poor = {"label": "C", "work": {"kind": "contractor", "session_kinds": KINDS, "pay": cheap}}
    marks = evaluate_clinic(clinic(posts=[poor]), minimum_wage_per_hour=10.0).marks
    assert {mark.kind for mark in marks} == {"below_wage_floor"}


def test_nobody_asks_and_nobody_is_there() -> None:
    """Without posts and without demand nobody waits: 0 weeks, never NaN or a warning."""
    found = evaluate_clinic(clinic(posts=[], demand={"new_clients_per_week": 0})).access
    assert found is not None
    assert (found.weeks_to_wait, found.waiting, found.served) == (0.0, 0.0, 0.0)
    posts = evaluate_clinic(clinic(posts=POSTS[1:2], demand={"new_clients_per_week": 0}))
    # Nobody to pass on: no load feeds on leaving, and no tipping load that is infinite.
    assert turnover_of(posts).feedback is None


def test_a_post_of_no_share_has_nobody() -> None:
    """No training hours, no wage or mark, no supervision and no departure of somebody not there."""
    post = employee("A", SALARY, full_time_share=0, licence="associate")
    result = evaluate_clinic(clinic(posts=[post]), minimum_wage_per_hour=10.0)
    assert result.posts[0].earner.hours == 0.0
    assert (result.marks, result.supervision.hours_needed) == ((), 0.0)
    turnover = turnover_of(result)
    assert (turnover.posts, turnover.departures, turnover.feedback) == ((), 0.0, None)
    paid = employee("A", HOURLY | {"paid_leave_weeks": 3}, full_time_share=0)
    assert evaluate_clinic(clinic(posts=[paid])).posts[0].pay == 0.0


def test_clients_of_a_long_leave_and_of_groups() -> None:
    """20 sessions a week at 0.85 a client: 20 / 0.85 clients, half of them beside half a year away.

    A group of eight carries eight clients a session, all of them lost with its leader.
    """
    often = {"new_clients_per_week": 50, "sessions_per_client_per_week": 0.85}
    for weeks, share in ((0, 1.0), (26, 0.5), (52, 0.0)):
        post = employee("A", SALARY, unpaid_leave_weeks=weeks)
        found = evaluate_clinic(clinic(posts=[post], demand=often)).access
        assert found is not None
        assert found.room_for_clients == pytest.approx(20 / 0.85 * share)
    group = employee("A", SALARY)
    kind = {"payer": "private", "booked_per_week": 3, "clients_per_session": 8}
    group["work"] = group["work"] | {"session_kinds": [kind]}
    plan = clinic(posts=[group], demand=often, turnover={"clients_lost_share": 0.4})
    (left,) = turnover_of(evaluate_clinic(plan)).posts
    assert left.clients_lost == pytest.approx(3 * 8 / 0.85 * 0.4)


@pytest.mark.parametrize("sign", [1.0, -1.0])
def test_a_margin_beyond_any_field(sign: float) -> None:
    """Billions earned or lost by two owners are told as they are; their own sides stay finite."""
    owners = [owner("A"), owner("B", other_receipts_per_year=1.0)]
    rent = [{"kind": "rent", "amount": 1e9}]
    rich = [{"payer": "private", "booked_per_week": 60, "fee_per_session": 1e6}]
    post = employee("Post 1", SALARY)
    post["work"] = {**post["work"], "session_kinds": rich}
    posts = [*owners, post]
    result = evaluate_clinic(
        clinic(posts=posts, shared={"costs": rent if sign < 0.0 else []}, payer_mix=[])
    )
    assert sign * float(result.margin.amount) > 2e9
    for one in result.owners:
        assert math.isfinite(one.post.earner.wage)
        assert sign * one.margin > 1e9
