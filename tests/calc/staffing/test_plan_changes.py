"""Plans as lists of changes: made of whoever is on plan A's roster, and kept in the file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_changes import PayBy, SessionsAtMost, SessionsBy
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing import compare_plans
from calc.staffing import plans as clinic_plans
from calc.staffing.plan_changes import (
    AS_PLAN_A,
    applied,
    following,
    title_of,
    with_change,
    without_change,
)
from calc.staffing.roster_rows import Pair
from calc.staffing.sessions import booked_of
from tests.calc.clinics import PER_SESSION, SALARY, clinic, contractor, employee, owner

FIRST = clinic(
    posts=[
        owner(),
        employee("Post 1", SALARY),
        employee("Post 2", PER_SESSION),
        contractor("Post 3"),
    ]
)
FEWER, MORE_PAY = SessionsBy(more_sessions_per_week=-2.0), PayBy(more_share=0.08)
CHANGES = some.lists(
    some.one_of(
        some.builds(SessionsAtMost, sessions_per_week=some.floats(0, 80)),
        some.builds(SessionsBy, more_sessions_per_week=some.floats(-80, 80)),
        some.builds(PayBy, more_share=some.floats(-0.9, 5.0)),
    ),
    max_size=4,
)


def made(*changes: Any, of: Clinic = FIRST) -> Clinic:
    """A clinic after some changes."""
    for change in changes:
        of = of.with_values(with_change(of, change))
    return of


def edited(first: Clinic, place: int, **fields: Any) -> tuple[Clinic, list[Pair]]:
    """A clinic with one post changed, and the posts as pairs."""
    posts = list(first.posts)
    posts[place] = with_changes(posts[place], {k.replace("__", "."): v for k, v in fields.items()})
    pairs = [Pair(was, now) for was, now in zip(first.posts, posts, strict=True)]
    return first.with_values({"posts": tuple(posts)}), pairs


def test_everybody_but_the_owner_is_changed() -> None:
    """Two sessions fewer and 8 % more pay, each in its form; the title says both."""
    found = made(FEWER, MORE_PAY)
    assert found.posts[0] == FIRST.posts[0]
    assert [booked_of(post) for post in found.posts[1:]] == pytest.approx([18.0] * 3)
    salary, rate, split = (post.work.pay.rate for post in found.posts[1:])
    assert salary == pytest.approx(66_960.0)
    assert rate == pytest.approx((59.4,))
    assert split == pytest.approx(0.648)
    assert title_of(found.changes) == "Sessions \u22122 a week, pay +8 %"


def test_a_part_time_share_counts_and_nobody_books_less_than_none() -> None:
    """A half-time post that books 10 books 9; one that books 1 books none; none stays none."""
    half = employee("Half", SALARY, full_time_share=0.5)
    one, none = employee("One", SALARY), employee("None", SALARY)
    one["work"] = one["work"] | {"session_kinds": [{"payer": "private", "booked_per_week": 1}]}
    none["work"] = none["work"] | {"session_kinds": []}
    found = made(FEWER, of=clinic(posts=[half, one, none]))
    assert [booked_of(post) * float(post.full_time_share) for post in found.posts] == [9, 0, 0]


def test_what_cannot_be_modelled_leaves_a_post_as_it_is() -> None:
    """More than 80 of a kind a week, or a billion of pay: the post stays, the others change."""
    rich = employee("Rich", {**SALARY, "salary_per_year": 1e9})
    found = made(SessionsBy(more_sessions_per_week=80.0), of=clinic(posts=[rich]))
    assert [booked_of(post) for post in found.posts] == [100.0]
    again = made(SessionsBy(more_sessions_per_week=80.0), MORE_PAY, of=found)
    assert again.posts == found.posts


@given(CHANGES)
def test_a_new_roster_gets_the_same_changes(changes: list[Any]) -> None:
    """Whoever is on the roster, the plan is the changes made of them, in order."""
    plans = Plans(plans=(FIRST, made(*changes)))
    now, pairs = edited(FIRST, 1, work__pay__salary_per_year=70_000.0, mix_sessions_per_week=0.0)
    added = Post.model_validate(employee("New", SALARY))
    pairs = [*pairs[:3], Pair(None, added)]
    found = following(plans, pairs, [FIRST.posts[3]])["plans.1.posts"]
    assert found == applied((*now.posts[:3], added), changes)


def test_what_a_plan_has_of_its_own_stays() -> None:
    """A post edited in B keeps that, a post taken out of B stays out, one of B's own stays in."""
    plan = made(FEWER)
    posts = list(plan.posts)
    posts[1] = with_changes(posts[1], {"work.pay.salary_per_year": 90_000.0})
    own = Post.model_validate(employee("Own", SALARY))
    plan = plan.with_values({"posts": (*posts[:3], own)})
    _, pairs = edited(FIRST, 2, work__pay__rates_per_session=(60.0,))
    found = following(Plans(plans=(FIRST, plan)), pairs, [])["plans.1.posts"]
    assert [post.label for post in found] == ["Owner", "Post 1", "Post 2", "Own"]
    assert found[1].work.pay.salary_per_year == 90_000.0
    assert found[2].work.pay.rates_per_session == (60.0,)
    assert booked_of(found[2]) == pytest.approx(18.0)


def test_a_change_is_taken_back() -> None:
    """Without the raise the sessions stay fewer; without both the plan is as plan A."""
    plan = made(FEWER, MORE_PAY).with_values({"title": title_of((FEWER, MORE_PAY))})
    less = plan.with_values(without_change(FIRST, plan, 1))
    assert less == made(FEWER).with_values({"title": "Sessions \u22122 a week"})
    none = less.with_values(without_change(FIRST, less, 0))
    assert none == FIRST.with_values({"title": AS_PLAN_A})
    named = plan.with_values({"title": "Mine"})
    assert named.with_values(without_change(FIRST, named, 0)).title == "Mine"


def test_changes_are_kept_in_the_file() -> None:
    """A saved plan comes back with its changes; they are no difference of a plan by themselves."""
    plans = Plans(plans=(FIRST, made(FEWER, MORE_PAY, SessionsAtMost(sessions_per_week=15.0))))
    assert Plans.from_toml(plans.to_toml()) == plans
    differences = compare_plans(plans).differences[1]
    assert differences
    assert all(change.path.startswith("posts.") for change in differences)


@pytest.mark.parametrize("made_by", [SessionsAtMost(sessions_per_week=17.0), MORE_PAY])
def test_a_plan_of_an_old_file_is_known_where_it_is_exact(made_by: Any) -> None:
    """Exactly a cap or a raise of plan A: known as it; a cent beside it stays a whole plan."""
    old = made(made_by).with_values({"changes": ()})
    found = clinic_plans.plans_of(Plans(plans=(FIRST, old)))
    assert found.plans[1].changes == (made_by,)
    assert found.plans[1].with_values({"changes": ()}) == old
    odd, _ = edited(old, 2, work__pay__rates_per_session=(58.01,))
    assert clinic_plans.plans_of(Plans(plans=(FIRST, odd))).plans[1] == odd


def test_what_is_no_change_of_all_stays_a_whole_plan() -> None:
    """A copy, other people, other pay than any change makes, and caseloads beyond any cap."""
    copy = clinic_plans.copied(FIRST, "Copy")
    fewer = FIRST.with_values({"posts": FIRST.posts[:2]})
    twelve, _ = edited(FIRST, 1, work__pay__salary_per_year=62_000.0 * 12)
    kinds = "work__session_kinds__{}__booked_per_week"
    full, _ = edited(FIRST, 1, **{kinds.format(0): 80.0, kinds.format(1): 40.0})
    for other in (copy, fewer, twelve, full):
        assert clinic_plans.plans_of(Plans(plans=(FIRST, other))).plans[1] == other
