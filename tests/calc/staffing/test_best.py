"""The best plan under limits, with those who stay, and its trade-off with the wage floor."""

from itertools import product

import pytest

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing import BestPlan, NoPlan, best_plan, trade_off
from calc.staffing.packages import Package
from calc.staffing.programme import Programme, Used, programme_of
from tests.calc.clinics import SALARY, contractor, employee
from tests.calc.staffing.hiring import PACKAGES, SESSIONS, HaltedError, halting, wide


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
