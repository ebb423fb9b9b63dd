"""The six figures that decide the months ahead, also of a plan that states none yet."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial
from typing import TypeAlias

from calc.months.closed_forms import enquiries_to_stand_still, mean_stay_weeks
from calc.parameters import typical
from calc.scenario import Ahead, Scenario, places_of
from calc.scenario.sessions import booked_in_all
from ui.months import asks, job
from ui.shell import fields

STAY = ("early_ending_share", "weeks_until_settled", "weeks_once_settled")
Shape: TypeAlias = tuple[float, float, float]


def _shape(early: str, until: str, once: str) -> Shape:
    """A shape to start from, by the judgements of these names."""
    return typical(early).number, typical(until).number, typical(once).number


# Stays as people may know them: who ends early, weeks until settled, weeks once settled.
STAYS: Mapping[str, Shape] = {
    "short work": _shape("stay_short_early_ending_share", STAY[1], "stay_short_weeks_once_settled"),
    "some leave early": _shape(*STAY),
    "long work": _shape("stay_long_early_ending_share", STAY[1], "stay_long_weeks_once_settled"),
}
OWN = "yours"


def six(plan: Scenario) -> None:
    """Enquiries, who starts, needs, bank, job and stay."""
    fields.rows(
        partial(asks.number, plan, "enquiries_per_month", instead=_standing_still(plan)),
        partial(asks.number, plan, "intake_share", label="Become clients, of 100"),
        partial(asks.number, plan, "needs_per_month", instead=_needs(plan)),
        partial(asks.number, plan, "opening_balance", label="In the bank"),
    )
    job.choose(plan)
    _stay(plan)


def _needs(plan: Scenario) -> float:
    """The needs of the plan, which count as long as none of the months are entered."""
    return float(plan.household.needs_per_month)


def _standing_still(plan: Scenario) -> float | None:
    """Enquiries that replace those who leave, which count as long as none are entered."""
    ahead = plan.ahead or Ahead()
    booked = booked_in_all(plan.work.session_kinds)
    places = places_of(booked, ahead.sessions_per_client_per_week)
    stay = mean_stay_weeks(*stay_of(ahead))
    found = enquiries_to_stand_still(places, stay, float(ahead.intake_share))
    return round(found, 1) if math.isfinite(found) else None


def stay_of(ahead: Ahead) -> Shape:
    """Who ends early, weeks until settled, weeks once settled."""
    early, until, once = (float(getattr(ahead, name)) for name in STAY)
    return early, until, once


def _stay(plan: Scenario) -> None:
    """How long clients stay: a shape to start from, or what is typed under Who stays."""
    stated = stay_of(plan.ahead or Ahead())
    now = next((name for name, shape in STAYS.items() if shape == stated), OWN)
    shapes = STAYS if now != OWN else {OWN: stated, **STAYS}
    options = {
        name: f"About {mean_stay_weeks(*shape):.0f} weeks, {name}" for name, shape in shapes.items()
    }
    asks.select(
        "stay",
        "Clients stay",
        options,
        now,
        lambda chosen: asks.changed(plan, dict(zip(STAY, shapes[chosen], strict=True))),
        "How long clients stay on average, from the first session to the last. These are shapes "
        "by our judgement; under Who stays you enter what you know.",
    )
