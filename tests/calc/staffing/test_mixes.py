"""Which mixes of posts are tried, and that the best of them is what the search finds."""

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing import BestPlan, best_plan, packages, trade_off
from calc.staffing.mixes import MOST_KINDS, PAY_FACTORS, Mixes, kinds_of, mixes
from tests.calc.clinics import SALARY, clinic, contractor, employee, owner

FEW = clinic(posts=[owner(), employee("Post 1", SALARY), contractor("Post 2")])  # 20 sessions each
WAGES = (31.0, 37.5)


def with_floor(floor: float) -> Clinic:
    """The same with another least wage."""
    return FEW.with_values({"limits.wage_floor_per_hour": floor})


def parsed(*rows: dict[str, object]) -> list[Post]:
    """Posts of a roster."""
    return [Post.model_validate(row) for row in rows]


def test_kinds_differ_in_more_than_label_and_caseload() -> None:
    """Owners, posts of no share and posts without sessions are none; at most a few are tried."""
    posts = parsed(
        owner(),
        employee("One", SALARY),
        employee("Alike", SALARY),
        employee("Nobody", SALARY, full_time_share=0.0),
        employee("Half", SALARY, full_time_share=0.5),
        employee("Associate", SALARY, licence="associate"),
        contractor("Contractor"),
    )
    assert [post.label for post in kinds_of(posts)] == ["One", "Half", "Associate", "Contractor"]
    many = parsed(*(contractor(f"Post {place}", 0.4 + place / 100) for place in range(12)))
    assert len(kinds_of(many)) == MOST_KINDS


def tried(floor: float, booked: list[float], floors: list[float]) -> Mixes:
    """The best of packages that are written out, at the pay of today and up to 30 % more."""
    plan = with_floor(floor)
    made = packages(plan, plan.posts[1:], booked, PAY_FACTORS)
    staying = plan.posts[:1]
    return Mixes(
        best_plan(plan, made, staying=staying), trade_off(plan, made, floors, staying=staying)
    )


def told(found: Mixes) -> object:
    """What a mix comes to."""
    assert isinstance(found.found, BestPlan)
    chosen = [(one.package.post.label, one.count) for one in found.found.chosen]
    return chosen, float(found.found.result.margin.amount), found.curve


def test_caseloads_from_fourteen_to_the_fullest_are_tried() -> None:
    """In steps of two, the fullest diary last; the curve lies around the director's floor."""
    booked = [14.0, 16.0, 18.0, 20.0]
    floors = [18.0, 20.0, 22.0, 24.0, 26.0, 28.0, 30.0, 32.0, 34.0, 36.0, 38.0, 40.0, 42.0]
    assert told(mixes(with_floor(30.0), WAGES)) == told(tried(30.0, booked, floors))


@pytest.mark.parametrize(("lowest", "start"), [(31.0, 18.0), (7.0, 0.0)])
def test_without_a_floor_the_curve_lies_around_the_lowest_wage(lowest: float, start: float) -> None:
    """At even dollars, and never below nothing."""
    curve = mixes(with_floor(0.0), (40.0, lowest)).curve
    assert curve[0].wage_floor_per_hour == start
    assert curve[-1].wage_floor_per_hour == lowest // 2 * 2 + 12.0


def test_where_nobody_is_full_the_fullest_diary_is_tried() -> None:
    """A clinic of part-time diaries keeps them."""
    plan = FEW.with_values(
        {
            f"posts.{place}.work.session_kinds.{row}.booked_per_week": 5.0
            for place in (1, 2)
            for row in range(2)
        }
    )
    found = mixes(plan.with_values({"limits.wage_floor_per_hour": 0.0}), WAGES).found
    assert isinstance(found, BestPlan)
    assert {one.package.sessions_per_week for one in found.chosen} == {10.0}
