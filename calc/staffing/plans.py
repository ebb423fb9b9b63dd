"""Staffing plans A, B and C: made from each other, and what a change of one does to the others."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from calc.errors import ScenarioError
from calc.questions.pay import times_paid
from calc.scenario import OwnPractice
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.scenario.sessions import booked_in_all

LETTERS = "ABC"
AS_IT_IS = "As it is"
COMMON = ("limits.",)  # one director, one set of limits, whatever the plan
EXAMPLE_CAP = 0.85  # of the fullest diary
EXAMPLE_RAISE = 0.10
PERCENT = 100


def plans_of(found: Clinic | Plans) -> Plans:
    """The plans of a file: a clinic alone is plan A."""
    if isinstance(found, Plans):
        return found.with_values({"plans": tuple(map(_labelled, found.plans))})
    named = {"title": found.title, "description": found.description}
    kept = {"tax_year": found.tax_year, "currency": found.currency}
    return Plans.model_validate({**named, **kept, "plans": (_titled(_labelled(found), AS_IT_IS),)})


def distinct(labels: Sequence[str]) -> list[str]:
    """Labels told apart: a second "Post 3" is "Post 3 (2)".

    >>> distinct(["Post 3", "Post 4", "Post 3"])
    ['Post 3', 'Post 4', 'Post 3 (2)']
    """
    found: list[str] = []
    for label in labels:
        copies, name = 1, label
        while name in found:
            copies += 1
            name = f"{label} ({copies})"
        found.append(name)
    return found


def with_examples(found: Plans) -> Plans:
    """A clinic alone with two plans beside it: fewer sessions each, and higher pay."""
    if len(found.plans) > 1:
        return found
    clinic = found.plans[0]
    booked = [booked_of(post) for post in clinic.posts if not _own(post)]
    if not any(booked):
        return found
    most = float(round(EXAMPLE_CAP * max(booked)))
    made = (capped(clinic, most), raised(clinic, EXAMPLE_RAISE))
    return found.with_values({"plans": (clinic, *made)})


def capped(clinic: Clinic, most: float) -> Clinic:
    """No clinician but an owner books more a week than this; a part-time share counts."""
    posts = []
    for post in clinic.posts:
        booked = booked_of(post) * float(post.full_time_share)
        too_many = booked > most and not _own(post)
        posts.append(times_booked(post, most / booked) if too_many else post)
    title = f"At most {most:g} booked each"
    return _titled(clinic.with_values({"posts": tuple(posts)}), title)


def raised(clinic: Clinic, share: float) -> Clinic:
    """Everybody's pay so much higher; a share of collections is at most all of them."""
    posts = tuple(_times_paid(post, 1.0 + share) for post in clinic.posts)
    title = f"Pay {share * PERCENT:+g} %".replace("-", "\u2212")
    return _titled(clinic.with_values({"posts": posts}), title)


def copied(clinic: Clinic, title: str) -> Clinic:
    """The same clinic under another title."""
    return _titled(clinic, title)


def booked_of(post: Post) -> float:
    """Sessions booked a week as stated, for a full-time post."""
    return float(booked_in_all(post.work.session_kinds) + post.mix_sessions_per_week)


def _labelled(clinic: Clinic) -> Clinic:
    """Posts are told apart by their labels, so no two are alike."""
    changes = {
        f"posts.{place}.label": label
        for place, (label, post) in enumerate(zip(clinic.labels, clinic.posts, strict=True))
        if label != post.label
    }
    return clinic.with_values(changes) if changes else clinic


def _titled(clinic: Clinic, title: str) -> Clinic:
    return clinic.with_values({"title": title})


def _own(post: Post) -> bool:
    return isinstance(post.work, OwnPractice)


def times_booked(post: Post, times: float) -> Post:
    """The same mix of sessions, so many times as often."""
    changes = {
        f"work.session_kinds.{index}.booked_per_week": kind.booked_per_week * times
        for index, kind in enumerate(post.work.session_kinds)
    }
    changes["mix_sessions_per_week"] = post.mix_sessions_per_week * times
    return with_changes(post, changes)


def _times_paid(post: Post, times: float) -> Post:
    return post if post.work.pay is None else with_changes(post, times_paid(post.work.pay, times))


def written(plans: Plans, shown: int, path: str, value: Any) -> dict[str, Any]:
    """A field of a plan, and of the others where the change goes along.

    Limits are the director's own and hold for every plan. What is changed in A changes in B and C
    too where they were the same, for A is the clinic as it is.
    """
    before = plans.plans[shown].value_at(path)
    places = [
        place
        for place, clinic in enumerate(plans.plans)
        if place == shown
        or path.startswith(COMMON)
        or (shown == 0 and _value(clinic, path) == before)
    ]
    return {f"plans.{place}.{path}": value for place in places}


def _value(clinic: Clinic, path: str) -> Any:
    try:
        return clinic.value_at(path)
    except ScenarioError:
        return LETTERS  # no value of any field
