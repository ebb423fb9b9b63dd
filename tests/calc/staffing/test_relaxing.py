"""Where no plan keeps every limit: which would have to give way, alone or together."""

import pytest

from calc.scenario.clinic import Clinic
from calc.staffing import BestPlan, NoPlan, best_plan
from calc.staffing.packages import Package
from tests.calc.staffing.hiring import PACKAGES, wide

# Where each limit stands in a clinic, and whether rooms are counted there instead of their hours.
FIELDS = {
    "rooms": ("rooms.rooms", True),
    "supervision": ("limits.supervision_hours_per_week", False),
    "most_posts": ("limits.most_posts", False),
    "least_posts": ("limits.least_posts", False),
    "least_sessions_per_week": ("limits.least_sessions_per_week", False),
    "wage_floor": ("limits.wage_floor_per_hour", False),
    "load_ceiling": ("limits.load_ceiling_points", False),
}


def relaxed(plan: Clinic, chosen: tuple[Package, ...] = PACKAGES) -> NoPlan:
    """What would have to give way."""
    found = best_plan(plan, chosen)
    assert isinstance(found, NoPlan)
    return found


def test_a_wage_floor_out_of_reach() -> None:
    """The floor would have to fall to the best wage there is; at just that there is a plan."""
    plan = wide(**{"limits.wage_floor_per_hour": 300.0})
    by_name = {one.limit: one for one in relaxed(plan).alone}
    # To hire nobody would do as well, and is not proposed beside a better way.
    assert set(by_name) == {"wage_floor"}
    floor = by_name["wage_floor"]
    assert floor.asked == 300.0
    assert floor.needed == max(package.wage for package in PACKAGES if not package.contractor)
    again = best_plan(wide(**{"limits.wage_floor_per_hour": floor.needed}), PACKAGES)
    assert isinstance(again, BestPlan)


def test_a_load_ceiling_out_of_reach() -> None:
    """The ceiling would have to rise to the lightest load there is."""
    plan = wide(**{"limits.load_ceiling_points": 5.0, "limits.wage_floor_per_hour": 0.0})
    found = {one.limit: one for one in relaxed(plan).alone}["load_ceiling"]
    again = best_plan(plan.with_values({"limits.load_ceiling_points": found.needed}), PACKAGES)
    assert isinstance(again, BestPlan)


@pytest.mark.parametrize(
    ("limit", "changes", "field"),
    [
        ("rooms", {"rooms.rooms": 0.2}, "rooms"),
        ("demand", {"demand.new_clients_per_week": 0.3}, "demand"),
        ("most_posts", {"limits.most_posts": 1.0, "limits.least_posts": 2.0}, "most_posts"),
    ],
)
def test_the_number_that_is_short_is_named(
    limit: str, changes: dict[str, float], field: str
) -> None:
    """The one limit in the way is listed with what it would have to be, in its own unit."""
    plan = wide(**changes)
    found = {one.limit: one for one in relaxed(plan).alone}
    assert limit in found
    assert found[field].needed > found[field].asked  # type: ignore[index]


def test_two_limits_at_once() -> None:
    """Where no limit alone would do, those that must give way together are listed: and it is so."""
    strict = {
        "limits.wage_floor_per_hour": 300.0,
        "limits.load_ceiling_points": 1.0,
        "limits.least_sessions_per_week": 40.0,
    }
    found = relaxed(wide(**strict))
    assert found.alone == ()
    floor, ceiling = found.together
    assert (floor.limit, ceiling.limit) == ("wage_floor", "load_ceiling")
    wider = strict | {
        "limits.wage_floor_per_hour": floor.needed,
        "limits.load_ceiling_points": ceiling.needed,
    }
    assert isinstance(best_plan(wide(**wider), PACKAGES), BestPlan)
    # With the floor as asked there is none, however high the load.
    alone = strict | {"limits.load_ceiling_points": 100.0}
    assert isinstance(best_plan(wide(**alone), PACKAGES), NoPlan)


def test_numbers_and_a_wage_at_once() -> None:
    """Rooms for nobody, sessions that must be offered and a floor too high: both give way."""
    strict = {
        "limits.wage_floor_per_hour": 300.0,
        "limits.least_sessions_per_week": 40.0,
        "limits.least_posts": 2.0,
        "rooms.rooms": 0.5,
    }
    found = relaxed(wide(**strict))
    assert found.alone == ()
    names = [one.limit for one in found.together]
    assert set(names) & {"rooms", "least_posts", "least_sessions_per_week"}


def test_numbers_alone_at_once() -> None:
    """Too few rooms and too few who ask: no wage has to give way."""
    strict = {
        "limits.least_sessions_per_week": 60.0,
        "rooms.rooms": 0.5,
        "demand.new_clients_per_week": 0.5,
        "limits.least_posts": 3.0,
    }
    found = relaxed(wide(**strict))
    assert found.alone == ()
    assert {"wage_floor", "load_ceiling"}.isdisjoint(one.limit for one in found.together)
    assert len(found.together) > 1


def test_nothing_helps_against_the_shares_of_classes() -> None:
    """Contractors alone, none allowed, and nobody else: with posts that must be, nothing helps."""
    only = tuple(package for package in PACKAGES if package.contractor)
    plan = wide(**{"limits.least_sessions_per_week": 10.0})
    found = relaxed(plan, only)
    assert {one.limit for one in found.together} <= {"least_posts", "least_sessions_per_week"}


def test_shares_of_classes_are_never_proposed() -> None:
    """With contractors alone on offer and none allowed, that share is named and no limit."""
    only = tuple(package for package in PACKAGES if package.contractor)
    found = relaxed(wide(), only)
    assert (found.alone, found.together) == ((), ())
    assert found.classes == ("most_contractor_share",)


@pytest.mark.parametrize("least_posts", [1.0, 2.0, 6.0])
@pytest.mark.parametrize("floor", [0.0, 300.0])
@pytest.mark.parametrize("rooms", [0.01, 0.5, 100.0])
def test_to_hire_nobody_is_never_proposed(least_posts: float, floor: float, rooms: float) -> None:
    """Whatever gives way, alone or together, leaves a plan with somebody in it."""
    limits = {
        "limits.least_posts": least_posts,
        "limits.wage_floor_per_hour": floor,
        "limits.load_ceiling_points": 20.0,
        "rooms.rooms": rooms,
    }
    plan = wide(**limits)
    found = best_plan(plan, PACKAGES)
    if isinstance(found, BestPlan):
        return
    ways = [(one,) for one in found.alone] or [found.together]
    assert ways[0]
    hours = float(plan.rooms.open_hours_per_week)  # type: ignore[union-attr]
    for way in ways:
        assert all(one.needed >= 1.0 for one in way if one.limit == "least_posts")
        wider = dict(limits)
        for one in way:
            field, scale = FIELDS[one.limit]
            wider[field] = one.needed / (hours if scale else 1.0) * (1.0 + 1e-6)
            if one.limit in {"wage_floor", "least_posts"}:
                wider[field] = one.needed
        again = best_plan(wide(**wider), PACKAGES)
        assert isinstance(again, BestPlan), way
        assert again.chosen


def test_most_posts_gives_way_to_as_many_as_are_needed() -> None:
    """400 sessions at 26 a week are 16 posts, whether one package does it or several."""
    of_one = tuple(one for one in PACKAGES if one.sessions_per_week == 26.0)
    plan = wide(
        **{
            "limits.most_posts": 12.0,
            "limits.least_sessions_per_week": 400.0,
            "limits.wage_floor_per_hour": 0.0,
            "limits.load_ceiling_points": 100.0,
            "limits.most_supervised_share": 1.0,
            "limits.supervision_hours_per_week": 100.0,
            "demand": None,
            "rooms": None,
        }
    )
    for made in (of_one[:1], of_one, PACKAGES):
        (way,) = (one for one in relaxed(plan, made).alone if one.limit == "most_posts")
        assert (way.asked, way.needed) == (12.0, pytest.approx(16.0))


def test_where_there_is_nobody_to_hire_nothing_is_proposed() -> None:
    """Posts are asked for, and there is no package at all."""
    found = relaxed(wide(), ())
    assert (found.alone, found.together, found.classes) == ((), (), ())
