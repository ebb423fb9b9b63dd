"""Plans side by side: what differs, what harms somebody, and what moved a figure."""

import pytest

from calc.scenario.clinic import Plans
from calc.staffing import compare_plans, explain_margin, explain_post
from tests.calc.clinics import POSTS, SALARY, clinic, employee


def test_a_plan_left_as_it_is_is_not_evaluated_again() -> None:
    """One plan of two changes: the other's result is the same object, the changed one is new."""
    plans = Plans(plans=(clinic(), clinic(title="B")))
    before = compare_plans(plans)
    changed = plans.with_values({"plans.1.posts.1.work.pay.salary_per_year": 70_000.0})
    after = compare_plans(changed, known=before.results)
    assert after.results[0] is before.results[0]
    assert after.results[1] is not before.results[1]
    assert after.results[1].margin.amount == compare_plans(changed).results[1].margin.amount


def test_plans_side_by_side() -> None:
    """Only what differs, and a plan that earns by pushing somebody below the floor is marked."""
    before = clinic()
    cut = before.with_values({"posts.1.work.pay.salary_per_year": 40_000.0})
    fewer = before.with_values({"posts": before.posts[:-1], "title": "Fewer"})
    found = compare_plans(Plans(plans=(before, cut, fewer)))
    assert found.differences[0] == ()
    assert [one.path for one in found.differences[1]] == ["posts.Post 1.work.pay.salary_per_year"]
    assert [one.path for one in found.differences[2]] == ["posts.Post 7"]
    assert found.harm[0] is None
    harm = found.harm[1]
    assert harm is not None
    assert harm.more_margin > 20_000
    assert [(mark.kind, mark.label) for mark in harm.marks] == [("below_wage_floor", "Post 1")]
    assert found.harm[2] is None


def test_harm_that_grows_is_harm() -> None:
    """Somebody below the floor already who falls further is marked; one who rises is not."""
    low = clinic(posts=[employee("A", SALARY | {"salary_per_year": 40_000})])
    lower = low.with_values({"posts.0.work.pay.salary_per_year": 39_000.0})
    assert compare_plans(Plans(plans=(low, lower))).harm[1] is not None
    assert compare_plans(Plans(plans=(lower, low))).harm[1] is None
    heavy = low.with_values(
        {
            "limits.wage_floor_per_hour": 0.0,
            "limits.load_ceiling_points": 35.0,
        }
    )
    heavier = heavy.with_values({"posts.0.work.session_kinds.0.booked_per_week": 26.0})
    assert compare_plans(Plans(plans=(heavy, heavier))).harm[1] is not None
    assert compare_plans(Plans(plans=(heavier, heavy))).harm[1] is None


def test_what_moved_the_margin() -> None:
    """A raise of 1,000 costs 1,000 and its load; a cheaper rent, and nobody else's row."""
    before = clinic(posts=[employee("A", SALARY, benefits_cost_share=0), POSTS[2]])
    after = before.with_values(
        {"posts.0.work.pay.salary_per_year": 63_000.0, "shared.costs.0.amount": 3_000.0}
    )
    found = explain_margin(before, after)
    parts = {part.change: part.amount for part in found.parts}
    # 1,000 x (1 + 7.65 % + 1 % of workers' compensation); rent 500 x 12.
    assert parts == {"A": pytest.approx(-1_086.5), "clinic.shared": pytest.approx(6_000)}


def test_what_moved_a_clinician() -> None:
    """Parts of a post and of the clinic come to the whole; an owner's has the margin's part."""
    before = clinic()
    after = before.with_values(
        {
            "posts.1.work.pay.salary_per_year": 70_000.0,
            "posts.1.full_time_share": 0.8,
            "household.filing_status": "head_of_household",
        }
    )
    for label in ("Post 1", "Owner"):
        for figure in ("wage", "load_score", "hours_per_week", "take_home"):
            found = explain_post(before, after, label, figure)  # type: ignore[arg-type]
            whole = sum(part.amount for part in found.parts)
            assert whole == pytest.approx(found.after - found.before, abs=1e-6)
    names = [part.change for part in explain_post(before, after, "Post 1", "wage").parts]
    assert names == ["work", "caseload", "clinic.household"]
    assert explain_post(before, after, "Owner", "wage").parts[-1].change == "margin"
    with pytest.raises(KeyError):
        explain_post(before, after, "Nobody", "wage")


def test_differences_of_the_clinic_itself() -> None:
    """A rent is named by its path; the titles of plans are no difference."""
    before = clinic(posts=[], title="A")
    after = before.with_values({"shared.costs.0.amount": 3_000.0, "title": "B"})
    found = compare_plans(Plans(plans=(before, after))).differences[1]
    assert [(one.path, one.before, one.after) for one in found] == [
        ("shared.costs.0.amount", 3_500.0, 3_000.0)
    ]
