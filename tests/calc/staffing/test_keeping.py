"""The best plan that keeps everybody: nothing that is not needed, the cheapest that is enough."""

import itertools

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.staffing import Within, evaluate_clinic, keep_everybody
from calc.staffing.sessions import booked_of, times_booked
from tests.calc.clinics import HOURLY, PER_SESSION, SALARY, clinic, contractor, employee, owner

POSTS = [owner(), employee("Post 1", SALARY), employee("Post 2", PER_SESSION), contractor("Post 3")]
BARE = {"demand": None, "rooms": None, "administration": {}, "shared": {}}


def under(floor: float, ceiling: float = 100.0, **more: object) -> Clinic:
    """Three posts beside an owner under a floor and a ceiling."""
    limits = {"wage_floor_per_hour": floor, "load_ceiling_points": ceiling}
    return clinic(**({"posts": POSTS, **BARE, "limits": limits} | more))


def test_who_is_within_the_limits_stays_as_they_are() -> None:
    """Without a limit in the way nothing moves, and the margin is that of today."""
    plan = under(0.0)
    found = keep_everybody(plan)
    assert found.moves == ()
    assert found.reached
    assert found.result.clinic == plan


def test_everybody_stays_and_only_who_must_is_moved() -> None:
    """A floor between two wages: those above it keep sessions and pay, the others pass it."""
    wages = sorted(post.earner.wage for post in evaluate_clinic(under(0.0)).posts[1:])
    floor = wages[0] + 0.5
    found = keep_everybody(under(floor))
    assert found.reached
    assert [post.label for post in found.result.posts] == ["Owner", "Post 1", "Post 2", "Post 3"]
    (moved,) = found.moves
    assert moved.before.earner.wage == pytest.approx(wages[0])
    assert moved.after.earner.wage >= floor
    lost = evaluate_clinic(under(floor)).margin.amount - found.result.margin.amount
    assert moved.cost_of_sessions + moved.cost_of_pay == pytest.approx(float(lost))


@pytest.mark.parametrize(("more", "less"), [(0.7, 0.0), (0.0, 0.4)])
def test_it_is_the_best_of_all_combinations(more: float, less: float) -> None:
    """Every whole caseload at every pay of both posts, worked out one by one."""
    posts = [employee("A", PER_SESSION), employee("B", HOURLY)]
    today = [post.earner for post in evaluate_clinic(under(0.0, posts=posts)).posts]
    floor = min(earner.wage for earner in today) + more
    ceiling = max(earner.load_score for earner in today) - less
    plan = under(floor if more else 0.0, ceiling, posts=posts)
    tried = []
    rates = [(55.0, 56.0, 57.0), (32.0, 32.25, 32.5, 32.75, 33.0, 33.25)]
    names = ("rates_per_session", "rate_per_hour")
    for booked in itertools.product((19.0, 20.0, 21.0), repeat=2):
        for one, other in itertools.product(*rates):
            now = tuple(
                with_changes(times_booked(post, sessions / 20.0), {f"work.pay.{name}": pay})
                for post, sessions, name, pay in zip(
                    plan.posts, booked, names, ((one,), other), strict=True
                )
            )
            result = evaluate_clinic(plan.with_values({"posts": now}))
            if not result.marks:
                tried.append(float(result.margin.amount))
    found = keep_everybody(plan, Within(0.05, 0.05, 0.04))
    assert tried
    assert found.reached
    assert float(found.result.margin.amount) == pytest.approx(max(tried))


def test_out_of_reach_is_as_near_as_can_be() -> None:
    """A floor that no bound reaches: each comes as near as it can, and it is not called reached."""
    found = keep_everybody(under(200.0), Within(0.0, 0.0, 0.1))
    assert not found.reached
    assert [move.label for move in found.moves] == ["Post 1", "Post 2", "Post 3"]
    assert [move.pay[1] for move in found.moves] == pytest.approx([68_000.0, 60.0, 0.66])
    assert all(move.sessions[0] == move.sessions[1] for move in found.moves)


def test_a_split_is_at_most_all_and_rates_keep_their_proportion() -> None:
    """A share of collections ends at the whole; two rates rise alike."""
    two = {"kind": "per_session", "rates_per_session": [50, 40]}
    plan = under(500.0, posts=[contractor("A", 0.95), employee("B", two)])
    found = keep_everybody(plan, Within(0.0, 0.0, 0.2))
    split, rates = (post.work.pay.rate for post in found.result.clinic.posts)
    assert split == pytest.approx(1.0)
    assert rates == pytest.approx((60.0, 48.0))


def test_rooms_are_shared() -> None:
    """Where rooms are short, sessions go where they bring least; out of reach, as far as can be."""
    needed = evaluate_clinic(under(0.0, rooms={"rooms": 3, "open_hours_per_week": 50})).rooms
    assert needed is not None
    for share, reached in ((0.96, True), (0.5, False)):
        hours = needed.hours_needed * share
        plan = under(0.0, rooms={"rooms": 1, "open_hours_per_week": hours})
        found = keep_everybody(plan)
        assert found.reached is reached
        assert found.result.rooms is not None
        assert found.result.rooms.hours_needed < needed.hours_needed
        assert all(move.cost_of_pay == 0.0 for move in found.moves)
    fewest = [move.sessions[1] for move in found.moves]
    assert fewest == [17.0] * 3


def test_the_minimum_wage_is_a_limit_of_employees() -> None:
    """An employee below it is raised to it; a contractor is not an employee."""
    plan = under(0.0, posts=[employee("A", HOURLY), contractor("B", 0.3)])
    least = evaluate_clinic(plan).posts[0].earner.gross_per_hour + 0.3
    found = keep_everybody(plan, minimum_wage_per_hour=least)
    assert [move.label for move in found.moves] == ["A"]
    assert found.result.posts[0].earner.gross_per_hour >= least
    assert found.reached


def test_nobody_to_move() -> None:
    """Owners, posts without sessions, and a clinic of nobody are left as they are."""
    none = employee("A", SALARY)
    none["work"] = none["work"] | {"session_kinds": []}
    away = employee("B", SALARY, unpaid_leave_weeks=52)
    for posts in ([], [owner()], [none], [away]):
        plan = under(30.0, posts=posts)
        assert keep_everybody(plan).result.clinic == plan


def test_unpaid_posts_and_many_posts() -> None:
    """A pay of nothing has no step to take; in a clinic of many each has fewer steps."""
    free = employee("Free", {**HOURLY, "rate_per_hour": 0})
    assert keep_everybody(under(30.0, posts=[free]), Within(0.0)).moves == ()
    many = [employee(f"Post {n}", SALARY) for n in range(60)]
    found = keep_everybody(under(500.0, posts=many), Within(0.0))
    assert len(found.moves) == 60
    assert {move.pay[1] for move in found.moves} == {
        70_500.0
    }  # by 1,500 each, where one alone has steps of 500
    assert {booked_of(post) for post in found.result.clinic.posts} == {20.0}
