"""Plans as lists of changes: applied to plan A's roster, and again whenever that one changes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calc.errors import ScenarioError
from calc.questions.pay import paid_by, times_paid
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_changes import (
    LEAST_SHARE,
    MOST_SHARE,
    PayBy,
    PlanChange,
    SessionsAtMost,
    SessionsBy,
)
from calc.scenario.document import with_changes
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.posts import Post
from calc.staffing.roster_rows import Pair, followed
from calc.staffing.sessions import booked_of, times_booked

AS_PLAN_A = "As plan A"
PERCENT = 100
PLACES = 4  # of a share by which pay was changed


def applied(posts: Sequence[Post], changes: Sequence[PlanChange]) -> tuple[Post, ...]:
    """The posts after each change in turn.

    Owners stay as they are, and so does a post that a change would take beyond what is modelled.
    """
    for change in changes:
        posts = [post if post.owner else _changed(post, change) for post in posts]
    return tuple(posts)


def _changed(post: Post, change: PlanChange) -> Post:
    try:
        if not isinstance(change, PayBy):
            return _with_sessions(post, change)
        pay = post.work.pay
        assert pay is not None
        return with_changes(post, times_paid(pay, 1.0 + float(change.more_share)))
    except ScenarioError:
        return post


def _with_sessions(post: Post, change: SessionsAtMost | SessionsBy) -> Post:
    booked = booked_of(post)  # of full time
    if isinstance(change, SessionsAtMost):
        really, most = booked * float(post.full_time_share), float(change.sessions_per_week)
        return times_booked(post, most / really) if really > most else post
    wanted = max(booked + float(change.more_sessions_per_week), 0.0)
    return times_booked(post, wanted / booked) if booked else post


def with_change(clinic: Clinic, change: PlanChange) -> dict[str, Any]:
    """The fields of a plan after one change more of all its posts.

    A plan that was called by its changes is called by them again.
    """
    changes = (*clinic.changes, change)
    fields = {"posts": applied(clinic.posts, (change,)), "changes": changes}
    return fields | _title_after(clinic, changes)


def without_change(first: Clinic, other: Clinic, index: int) -> dict[str, Any]:
    """The fields of a plan after one of its changes of plan A is taken back.

    What was changed in it otherwise stays.
    """
    left = (*other.changes[:index], *other.changes[index + 1 :])
    was, now = (applied(first.posts, changes) for changes in (other.changes, left))
    pairs = [Pair(*both) for both in zip(was, now, strict=True)]
    return {"posts": followed(other, pairs, ()), "changes": left} | _title_after(other, left)


def following(plans: Plans, pairs: Sequence[Pair], removed: Sequence[Post]) -> dict[str, Any]:
    """The posts of the other plans after those of plan A changed, by paths of the plans.

    A plan's changes are made anew of A's posts; posts that it has otherwise than they come to keep
    what is theirs.
    """
    found: dict[str, Any] = {}
    there = [pair.before for pair in pairs if pair.before is not None]
    after = [pair.after for pair in pairs]
    for place, other in enumerate(plans.plans[1:], start=1):
        was = iter(applied(there, other.changes))
        now = applied(after, other.changes)
        made = [
            Pair(None if pair.before is None else next(was), post)
            for pair, post in zip(pairs, now, strict=True)
        ]
        found[f"plans.{place}.posts"] = followed(other, made, removed)
    return found


def _title_after(clinic: Clinic, changes: Sequence[PlanChange]) -> dict[str, str]:
    """A title that follows the changes, where it did before."""
    if clinic.title not in (title_of(clinic.changes), AS_PLAN_A):
        return {}
    return {"title": title_of(changes) or AS_PLAN_A}


def title_of(changes: Sequence[PlanChange]) -> str:
    """What a plan is called that is made by these changes.

    >>> title_of((SessionsBy(more_sessions_per_week=-2.0), PayBy(more_share=0.08)))
    'Sessions −2 a week, pay +8 %'
    """
    said = [_title(change) for change in changes]
    return ", ".join([*said[:1], *(one[:1].lower() + one[1:] for one in said[1:])])


def _title(change: PlanChange) -> str:
    match change:
        case SessionsAtMost():
            title = f"At most {change.sessions_per_week:g} booked each"
        case SessionsBy():
            title = f"Sessions {change.more_sessions_per_week:+g} a week"
        case _:
            title = f"Pay {change.more_share * PERCENT:+g} %"
    return title.replace("-", "\u2212")


def known(first: Clinic, other: Clinic) -> Clinic:
    """The other plan, known as one change of all posts of the first where it is exactly that."""
    if other.changes or other.posts == first.posts or other.labels != first.labels:
        return other
    for change in _likely(first.posts, other.posts):
        if applied(first.posts, (change,)) == other.posts:
            return other.with_values({"changes": (change,)})
    return other


def _likely(first: Sequence[Post], other: Sequence[Post]) -> list[PlanChange]:
    """Changes that may have made the other posts: a cap at their fullest diary, a raise."""
    found: list[PlanChange] = []
    booked = [booked_of(post) * float(post.full_time_share) for post in other if not post.owner]
    most = round(max(booked, default=0.0), PLACES)
    if most <= MOST_SESSIONS_PER_WEEK:
        found.append(SessionsAtMost(sessions_per_week=most))
    paid = ((_paid(before), _paid(after)) for before, after in zip(first, other, strict=True))
    more = next((round(now / was - 1.0, PLACES) for was, now in paid if was and now != was), 0.0)
    if LEAST_SHARE <= more <= MOST_SHARE:
        found.append(PayBy(more_share=more))
    return found


def _paid(post: Post) -> float:
    pay = post.work.pay
    return 0.0 if pay is None else float(paid_by(pay))
