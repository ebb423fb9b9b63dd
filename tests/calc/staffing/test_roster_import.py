"""What becomes of a clinic and its plans when a roster is brought in."""

from typing import Any

import pytest

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import evaluate_clinic
from calc.staffing import plans as clinic_plans
from calc.staffing.roster_import import kept_columns, numbered, stays_of, still_of, with_roster
from calc.staffing.roster_reading import reading
from calc.staffing.sessions import booked_of
from tests.calc.clinics import SALARY, clinic, employee, owner

PLAIN = clinic(
    posts=[owner(), employee("Post 1", SALARY)],
    shared={"costs": [{"kind": "rent", "amount": 900, "per": "month"}]},
    hiring={"opening_cash": 60_000, "owner_draw_per_month": 5_000},
)
THREE = Plans(
    plans=(PLAIN, clinic_plans.capped(PLAIN, 15.0), clinic_plans.copied(PLAIN, "My plan"))
)
READ = reading([("Name", "Sessions", "Pay"), ("Ana", 20, 60_000), ("Ben", 22, 65_000)])


def after(plans: Plans, **how: Any) -> Plans:
    """The plans with the roster brought in."""
    given: dict[str, Any] = {"labels": False, "columns": READ.mapping, **how}
    return plans.with_values(with_roster(plans, READ.roster.posts, **given))


def test_names_are_not_kept() -> None:
    """Posts are numbered, and nothing of a post of that number goes into them."""
    found = after(THREE)
    assert [post.label for post in found.plans[0].posts] == ["Post 1", "Post 2"]
    assert [post.work.pay for post in found.plans[0].posts] == [
        post.work.pay for post in numbered(READ.roster.posts)
    ]
    assert "Ana" not in found.to_toml()


def test_a_plan_makes_its_changes_of_whoever_is_there() -> None:
    """The cap holds for the new posts, under its name; a copy of A is called "As plan A"."""
    found = after(THREE)
    assert [plan.title for plan in found.plans[1:]] == ["At most 15 booked each", "As plan A"]
    assert [booked_of(post) for post in found.plans[0].posts] == [20.0, 22.0]
    assert [booked_of(post) for post in found.plans[1].posts] == pytest.approx([15.0, 15.0])
    assert found.plans[2].posts == found.plans[0].posts


def test_no_plan_keeps_a_name_that_it_does_not_earn() -> None:
    """A whole plan, not made by changes, becomes what A is, and is called so."""
    whole = THREE.plans[1].with_values({"changes": ()})
    found = after(THREE.with_values({"plans": (PLAIN, whole)}))
    assert found.plans[1].title == "As plan A"
    assert found.plans[1].posts == found.plans[0].posts


def test_labels_that_are_kept_keep_what_a_post_has() -> None:
    """A post of a label that was there changes; one that is gone goes from every plan."""
    rows = [("Label", "Arrangement", "Sessions", "Pay"), ("Post 1", "W2", 18, 70_000)]
    posts = reading(rows).roster.posts
    changes = with_roster(THREE, posts, labels=True, columns={})
    found = THREE.with_values(changes)
    assert [post.label for post in found.plans[0].posts] == ["Post 1"]
    assert booked_of(found.plans[1].posts[0]) == pytest.approx(15.0)
    assert found.plans[1].title == "At most 15 booked each"
    assert found.plans[2].title == "As plan A"


def test_what_is_still_of_the_example_can_be_cleared() -> None:
    """What is the example's of costs, cash and draw is named, and gone once cleared."""
    every = ("shared", "administrators", "cash", "draw")
    assert still_of(PLAIN, PLAIN) == every
    found = after(THREE, clear=every).plans[0]
    assert still_of(found, PLAIN) == ()
    assert (found.hiring.opening_cash, found.hiring.owner_draw_per_month) == (0.0, 0.0)
    assert found.shared.costs == ()
    assert still_of(after(THREE).plans[0], found) == ()


def test_what_is_said_to_be_cleared_is_cleared() -> None:
    """Administrators too, so that nothing of the overhead stays; what no 0 stands for is told."""
    more = {
        "administration": {"administrators": 1.5, "pay_per_year": 44_000},
        "demand": {"new_clients_per_week": 6},
        "limits.wage_floor_per_hour": 26.0,
    }
    example = PLAIN.with_values(more)
    assert still_of(example, example) == ("shared", "administrators", "cash", "draw")
    of_example = Plans(plans=(example,))
    found = after(of_example, clear=still_of(example, example)).plans[0]
    assert evaluate_clinic(found).overhead == 0.0
    assert evaluate_clinic(after(of_example).plans[0]).overhead > 66_000.0
    assert {"demand", "limits"} <= set(stays_of(found, example))
    changed = found.with_values({"limits.wage_floor_per_hour": 27.0})
    assert "limits" not in stays_of(changed, example)
    assert stays_of(Clinic(), Clinic()) == ()


def test_columns_are_kept_in_the_file() -> None:
    """How the headings were read comes back from a saved file; an old file has none of it."""
    found = Plans.from_toml(after(THREE).to_toml())
    assert kept_columns(found.plans[0]) == READ.mapping
    assert kept_columns(Plans.from_toml(THREE.to_toml()).plans[0]) == {}
    assert "roster_columns" not in THREE.to_toml()
