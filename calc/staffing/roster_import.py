"""What becomes of a clinic when a roster is brought in: its posts, its other plans, its example."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_parts import Administration, RosterColumn, SharedCosts
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing.plan_changes import AS_PLAN_A, applied, following
from calc.staffing.roster_rows import imported

OfExample = Literal["shared", "administrators", "cash", "draw"]
Stays = Literal["payers", "rooms", "demand", "supervision", "limits", "household"]
PATHS: Mapping[OfExample, str] = {
    "shared": "shared",
    "administrators": "administration",
    "cash": "hiring.opening_cash",
    "draw": "hiring.owner_draw_per_month",
}
EMPTY: Mapping[OfExample, Any] = {
    "shared": SharedCosts(costs=(), each_clinician_per_month=0.0),
    "administrators": Administration(administrators=0.0),
    "cash": 0.0,
    "draw": 0.0,
}

# What no 0 could stand for: it is told, and stays until the reader changes it.
STAYS: Mapping[Stays, str] = {
    "payers": "payer_mix",
    "rooms": "rooms",
    "demand": "demand",
    "supervision": "supervision",
    "limits": "limits",
    "household": "household",
}


def numbered(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """The posts as Post 1, Post 2 and so on: names of people are not kept."""
    return tuple(
        with_changes(post, {"label": f"Post {place}"}) for place, post in enumerate(posts, start=1)
    )


def still_of(clinic: Clinic, example: Clinic) -> tuple[OfExample, ...]:
    """What a clinic still has of an example besides its posts, and is not empty."""
    return tuple(
        name
        for name, path in PATHS.items()
        if clinic.value_at(path) == example.value_at(path) != EMPTY[name]
    )


def stays_of(clinic: Clinic, example: Clinic) -> tuple[Stays, ...]:
    """What a clinic has of an example that is not cleared, and is not as in a new clinic."""
    new = Clinic()
    return tuple(
        name
        for name, path in STAYS.items()
        if clinic.value_at(path) == example.value_at(path) != new.value_at(path)
    )


def kept_columns(clinic: Clinic) -> dict[str, str]:
    """What headings of a spreadsheet were read as the last time."""
    return {column.theirs: column.ours for column in clinic.roster_columns}


def with_roster(
    plans: Plans,
    posts: tuple[Post, ...],
    *,
    labels: bool,
    columns: Mapping[str, str],
    clear: tuple[OfExample, ...] = (),
) -> dict[str, Any]:
    """The changes that bring posts into plan A; posts keep their labels if `labels` is set.

    Posts of a label that was there keep their further fields. The other plans make their changes of
    the new posts; one without any that comes to be the same as A is called so.
    """
    clinic, *others = plans.plans
    kept = tuple(RosterColumn(theirs=name, ours=ours) for name, ours in columns.items())
    changes: dict[str, Any] = {}
    for place in range(len(plans.plans)):
        changes[f"plans.{place}.roster_columns"] = kept
        changes |= {f"plans.{place}.{PATHS[name]}": EMPTY[name] for name in clear}
    pairs = imported(posts, clinic) if labels else imported(numbered(posts), _bare(clinic))
    now = tuple(pair.after for pair in pairs)
    changes["plans.0.posts"] = now
    stays = {pair.before.label for pair in pairs if pair.before is not None}
    removed = [post for post in clinic.posts if post.label not in stays]
    if labels:
        changes |= following(plans, pairs, removed)
    for place, other in enumerate(others, start=1):
        path = f"plans.{place}.posts"
        changes.setdefault(path, applied(now, other.changes))
        if changes[path] == now and not other.changes:
            changes[f"plans.{place}.title"] = AS_PLAN_A
    return changes


def _bare(clinic: Clinic) -> Clinic:
    """A clinic without its posts, so that a new roster takes nothing from them."""
    return with_changes(clinic, {"posts": ()})
