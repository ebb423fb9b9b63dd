"""Staffing plans A, B and C: made from each other, and what a change of one does to the others."""

from __future__ import annotations

from typing import Any

from calc.errors import ScenarioError
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_changes import PayBy, PlanChange, SessionsAtMost
from calc.scenario.clinic_parts import MixRow, SharedCosts
from calc.staffing import plan_changes
from calc.staffing.sessions import booked_of

LETTERS = "ABC"
AS_IT_IS = "As it is"
COMMON = ("limits.",)  # one director, one set of limits, whatever the plan
EXAMPLE_CAP = 0.85  # of the fullest diary
EXAMPLE_RAISE = 0.10


def plans_of(found: Clinic | Plans) -> Plans:
    """The plans of a file: a clinic alone is plan A.

    A plan that is exactly plan A with one change of all, as files had them before changes were
    kept, is known as that change.
    """
    if isinstance(found, Plans):
        first, *others = map(_labelled, found.plans)
        known = (plan_changes.known(first, other) for other in others)
        return found.with_values({"plans": (first, *known)})
    named = {"title": found.title, "description": found.description}
    if found.began_as:
        named["began_as"] = found.began_as
    kept = {"tax_year": found.tax_year, "currency": found.currency}
    return Plans.model_validate({**named, **kept, "plans": (_titled(_labelled(found), AS_IT_IS),)})


def blank() -> Plans:
    """A clinic to be entered: nobody on its roster, private pay, no costs of its own yet."""
    nothing = SharedCosts(costs=(), each_clinician_per_month=0.0)
    return Plans(
        title="My clinic",
        plans=(Clinic(title=AS_IT_IS, payer_mix=(MixRow(),), shared=nothing),),
    )


def with_examples(found: Plans) -> Plans:
    """A clinic alone with two plans beside it: fewer sessions each, and higher pay."""
    if len(found.plans) > 1:
        return found
    clinic = found.plans[0]
    booked = [booked_of(post) for post in clinic.posts if not post.owner]
    if not any(booked):
        return found
    most = float(round(EXAMPLE_CAP * max(booked)))
    made = (capped(clinic, most), raised(clinic, EXAMPLE_RAISE))
    return found.with_values({"plans": (clinic, *made)})


def capped(clinic: Clinic, most: float) -> Clinic:
    """No clinician but an owner books more a week than this; a part-time share counts."""
    return _made(clinic, SessionsAtMost(sessions_per_week=most))


def raised(clinic: Clinic, share: float) -> Clinic:
    """Everybody's pay so much higher; a share of collections is at most all of them."""
    return _made(clinic, PayBy(more_share=share))


def _made(clinic: Clinic, change: PlanChange) -> Clinic:
    """The clinic with one change more, called by it."""
    changes = plan_changes.with_change(clinic, change)
    return _titled(clinic.with_values(changes), plan_changes.title_of((change,)))


def copied(clinic: Clinic, title: str) -> Clinic:
    """The same clinic under another title."""
    return _titled(clinic, title)


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
