"""Packages that could be hired: each a post through the engine."""

import pytest

from calc.staffing import BestPlan, best_plan, packages
from tests.calc.clinics import POSTS, clinic, employee
from tests.calc.staffing.hiring import (
    FACTORS,
    PACKAGES,
    SESSIONS,
    TEMPLATES,
    HaltedError,
    halting,
    wide,
)


def test_half_a_post_has_half_a_caseload() -> None:
    """Caseloads are of full time: half time has half the sessions, for half the pay."""
    salary = {"kind": "salary", "salary_per_year": 62_000}
    plan = clinic(posts=[employee("Full", salary), employee("Half", salary, full_time_share=0.5)])
    full, half = packages(plan, plan.posts, [20.0], [1.0])
    assert (full.sessions_per_week, half.sessions_per_week) == (20.0, 10.0)
    assert half.result.booked_per_week == pytest.approx(10.0)
    assert half.result.pay == pytest.approx(31_000)
    nobody = clinic(posts=[employee("None", salary, full_time_share=0.0)])
    assert packages(nobody, nobody.posts, [20.0], [1.0]) == ()


def test_every_package_is_a_post_through_the_engine() -> None:
    """Each form of pay at each caseload and level; a share is never above all."""
    assert len(PACKAGES) == 6 * 4 * 5
    for package in PACKAGES:
        assert package.result.booked_per_week == pytest.approx(package.sessions_per_week)
    salary = PACKAGES[2]
    assert salary.result.pay == pytest.approx(62_000)
    dear = packages(wide(), TEMPLATES[2:3], (20.0,), (3.0,))[0]
    assert dear.post.work.pay.share == 1.0  # type: ignore[union-attr]


def test_owners_and_posts_without_sessions_make_no_package() -> None:
    """The one has no pay to set, the other no mix of sessions to keep."""
    empty = POSTS[1] | {"work": {"kind": "employee", "session_kinds": []}}
    plan = wide(posts=clinic(posts=[POSTS[0], empty]).posts)
    assert packages(plan, plan.posts, SESSIONS, FACTORS) == ()


def test_without_demand_and_rooms_nothing_is_taken_of_them() -> None:
    """Clients are counted weekly, and no room is."""
    bare = clinic(demand=None, rooms=None)
    one = packages(bare, TEMPLATES[:1], (20.0,), (1.0,))[0]
    assert (one.clients, one.room_hours) == (pytest.approx(20.0), 0.0)
    found = best_plan(bare, (one,))
    assert isinstance(found, BestPlan)
    assert found.binding == ("most_posts",)


def test_packages_can_be_given_up_between_batches() -> None:
    """Employees and contractors are worked out apart, so there is a step between them at least."""
    for steps in range(2):
        with pytest.raises(HaltedError):
            packages(wide(), TEMPLATES, SESSIONS, FACTORS, between=halting(steps))
