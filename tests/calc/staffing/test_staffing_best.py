"""The best plan under limits, the trade-off with the wage floor, and which limit to relax."""

from collections.abc import Callable
from itertools import count, product

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing import BestPlan, NoPlan, best_plan, packages, trade_off
from calc.staffing.packages import Package
from calc.staffing.programme import Programme, Used, programme_of
from tests.calc.clinics import POSTS, SALARY, clinic, contractor, employee

SESSIONS = (14.0, 18.0, 22.0, 26.0)
FACTORS = (0.8, 0.9, 1.0, 1.1, 1.2)


def wide(**more: object) -> Clinic:
    """Room and demand for more than a few posts."""
    plan = clinic(
        demand={"new_clients_per_week": 9},
        rooms={"rooms": 6, "open_hours_per_week": 50},
        limits={"wage_floor_per_hour": 34, "most_posts": 4},
    )
    return plan.with_values(more)


TEMPLATES = tuple(wide().posts[place] for place in (1, 2, 3, 4, 5, 6))
PACKAGES = packages(wide(), TEMPLATES, SESSIONS, FACTORS)


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


def test_the_best_plan_keeps_every_limit() -> None:
    """Wage, load, numbers, rooms, demand and shares; and it is the clinic evaluated again."""
    plan = wide()
    found = best_plan(plan, PACKAGES, staying=plan.posts[:1])
    assert isinstance(found, BestPlan)
    result = found.result
    assert len(result.posts) == 1 + sum(one.count for one in found.chosen) == 5
    for post in result.posts[1:]:
        assert post.earner.wage >= 34.0
        assert post.earner.load_score <= 60.0
        assert post.scenario.work.kind == "employee"
    assert result.rooms is not None
    assert result.rooms.share <= 1.0
    assert [post.label for post in result.posts[1:]] == ["Post 2", "Post 3", "Post 4", "Post 5"]
    assert "most_posts" in found.binding


def test_no_other_choice_of_two_is_better() -> None:
    """Every pair of packages within the limits, tried one by one, earns no more."""
    plan = wide(**{"limits.most_posts": 2.0, "limits.least_posts": 2.0})
    few = tuple(package for package in PACKAGES if package.sessions_per_week in (18.0, 26.0))
    found = best_plan(plan, few)
    assert isinstance(found, BestPlan)
    best = max(_worth(plan, pair) for pair in product(few, repeat=2) if _within(plan, pair))
    chosen = [one.package for one in found.chosen for _ in range(one.count)]
    assert _worth(plan, chosen) == pytest.approx(best)


def _worth(plan: Clinic, chosen: object) -> float:
    """Contributions less the forgone hours of supervision."""
    fee = float(plan.supervision.forgone_fee_per_hour)
    return sum(
        package.result.contribution
        - (fee * package.result.worked_weeks if package.supervised else 0.0)
        for package in chosen  # type: ignore[attr-defined]
    )


def _within(plan: Clinic, pair: tuple[Package, ...]) -> bool:
    limits = plan.limits
    return (
        all(package.wage >= limits.wage_floor_per_hour for package in pair)
        and all(package.load_score <= limits.load_ceiling_points for package in pair)
        and not any(package.contractor for package in pair)
        and sum(package.supervised for package in pair) <= 0.5 * len(pair)
    )


def test_classes_are_the_directors_choice() -> None:
    """Contractors are cheapest to the clinic; none are chosen until the director allows them."""
    loose = wide(**{"limits.most_contractor_share": 1.0})
    none, all_of_them = best_plan(wide(), PACKAGES), best_plan(loose, PACKAGES)
    assert isinstance(none, BestPlan)
    assert isinstance(all_of_them, BestPlan)
    assert not any(one.package.contractor for one in none.chosen)
    assert any(one.package.contractor for one in all_of_them.chosen)
    assert all_of_them.result.margin.amount >= none.result.margin.amount


def test_administrators_and_groups_come_whole() -> None:
    """Seven posts need two administrators at six for each; three supervised one group of six."""
    plan = wide(
        **{
            "limits.most_posts": 7.0,
            "limits.least_posts": 7.0,
            "limits.most_supervised_share": 1.0,
            "limits.wage_floor_per_hour": 0.0,
            "supervision.group_hours_per_week": 1.0,
            "supervision.forgone_fee_per_hour": 0.0,
            "limits.supervision_hours_per_week": 4.0,
        }
    )
    found = best_plan(plan, PACKAGES)
    assert isinstance(found, BestPlan)
    assert found.result.clinic.administration.administrators == 2.0
    # An hour each and an hour of their group: at most three within four hours.
    assert sum(one.count for one in found.chosen if one.package.supervised) <= 3


def test_the_minimum_wage_leaves_packages_out() -> None:
    """No employee below it, whatever the floor."""
    plan = wide(**{"limits.wage_floor_per_hour": 0.0})
    found = best_plan(plan, PACKAGES, minimum_wage_per_hour=40.0)
    assert isinstance(found, BestPlan)
    assert all(post.earner.gross_per_hour >= 40.0 for post in found.result.posts)
    assert not any(mark.kind == "below_minimum_wage" for mark in found.result.marks)


def test_the_trade_off_falls() -> None:
    """A higher floor never brings more margin; at last there is no plan."""
    plan = wide(**{"limits.least_posts": 2.0})
    points = trade_off(plan, PACKAGES, (25.0, 30.0, 35.0, 40.0, 500.0))
    margins = [point.margin for point in points[:-1]]
    assert all(margin is not None for margin in margins)
    assert margins == sorted(margins, reverse=True)  # type: ignore[type-var]
    assert points[-1].margin is None
    at = best_plan(plan.with_values({"limits.wage_floor_per_hour": 35.0}), PACKAGES)
    assert isinstance(at, BestPlan)
    assert margins[2] == pytest.approx(float(at.result.margin.amount))


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


def test_a_programme_without_packages() -> None:
    """Nobody to hire: no post, if none is asked for."""
    plan = wide(**{"limits.least_posts": 0.0})
    programme = programme_of(plan, (), 50_000.0, Used())
    assert isinstance(programme, Programme)
    found = best_plan(plan, ())
    assert isinstance(found, BestPlan)
    assert found.chosen == ()


def test_associates_who_stay_take_their_supervision_first() -> None:
    """3 hours: two who stay take 1 each and their group 1, so nobody new can be supervised."""
    staying = [
        Post.model_validate(employee(label, SALARY, licence="associate")) for label in ("X", "Y")
    ]
    plan = wide(
        **{
            "limits.most_supervised_share": 1.0,
            "limits.wage_floor_per_hour": 0.0,
            "limits.supervision_hours_per_week": 3.0,
            "supervision.individual_hours_per_week": 1.0,
            "supervision.group_hours_per_week": 1.0,
            "supervision.group_size": 2.0,
        }
    )
    only = tuple(package for package in PACKAGES if package.supervised)
    assert isinstance(best_plan(plan, only), BestPlan)
    found = best_plan(plan, only, staying=staying)
    assert isinstance(found, NoPlan)
    # One more is an hour alone and an hour of a second group: 3 + 2.
    (way,) = (one for one in found.alone if one.limit == "supervision")
    assert (way.asked, way.needed) == (3.0, pytest.approx(5.0))


def test_a_limit_binds_by_what_may_be_chosen() -> None:
    """A tiny post that the floor leaves out would still fit; that does not loosen the rooms."""
    small, large = (
        next(one for one in PACKAGES if one.sessions_per_week == sessions)
        for sessions in (SESSIONS[0], SESSIONS[-1])
    )
    plan = wide(**{"limits.wage_floor_per_hour": 0.0, "limits.most_supervised_share": 1.0})
    room = large.room_hours + small.room_hours
    rows = programme_of(
        plan.with_values({"rooms.rooms": 1.0, "rooms.open_hours_per_week": room}),
        (small, large),
        0.0,
        Used(),
    )
    choice = rows.solve((False, True))
    assert choice is not None
    assert choice.counts == (0, 1)
    assert "rooms" in rows.binding(choice, (False, True))
    assert "rooms" not in rows.binding(choice, (True, True))


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


def test_shares_are_of_those_who_stay_too() -> None:
    """Two contractors there, at most half: of two hired none may be one; owners do not count."""
    staying = [Post.model_validate(contractor(label)) for label in ("X", "Y")]
    plan = wide(
        **{
            "limits.most_posts": 2.0,
            "limits.least_posts": 2.0,
            "limits.wage_floor_per_hour": 0.0,
            "limits.most_contractor_share": 0.5,
        }
    )
    found = best_plan(plan, PACKAGES, staying=staying)
    assert isinstance(found, BestPlan)
    assert sum(one.count for one in found.chosen) == 2
    assert not any(one.package.contractor for one in found.chosen)
    beside = best_plan(plan, PACKAGES, staying=plan.posts[:1])
    alone = best_plan(plan, PACKAGES)
    assert isinstance(beside, BestPlan)
    assert isinstance(alone, BestPlan)
    assert [one.package.post for one in beside.chosen] == [one.package.post for one in alone.chosen]


def test_a_share_that_those_who_stay_break() -> None:
    """Two contractors stay and none are allowed: whoever is hired, that share is named."""
    staying = [Post.model_validate(contractor(label)) for label in ("X", "Y")]
    plan = wide(**{"limits.wage_floor_per_hour": 500.0})
    found = best_plan(plan, PACKAGES, staying=staying)
    assert isinstance(found, NoPlan)
    assert found.classes == ("most_contractor_share",)
    assert found.alone == ()


class HaltedError(Exception):
    """Somebody else's turn, for good."""


def halting(after: int) -> Callable[[], None]:
    """A step between others that gives up at the call after so many."""
    calls = count()

    def between() -> None:
        if next(calls) >= after:
            raise HaltedError

    return between


def test_a_search_can_be_given_up_before_each_step() -> None:
    """A plan is one step, what stands in its way many, a curve one for each floor."""
    reached, out = wide(), wide(**{"limits.wage_floor_per_hour": 300.0})
    best_plan(reached, PACKAGES, between=halting(1))
    for steps in range(8):
        with pytest.raises(HaltedError):
            best_plan(out, PACKAGES, between=halting(steps))
    floors = (10.0, 20.0, 30.0)
    trade_off(reached, PACKAGES, floors, between=halting(len(floors)))
    for steps in range(len(floors)):
        with pytest.raises(HaltedError):
            trade_off(reached, PACKAGES, floors, between=halting(steps))


def test_packages_can_be_given_up_between_batches() -> None:
    """Employees and contractors are worked out apart, so there is a step between them at least."""
    for steps in range(2):
        with pytest.raises(HaltedError):
            packages(wide(), TEMPLATES, SESSIONS, FACTORS, between=halting(steps))
