"""Seasons of enquiries and of sessions: named shapes by our judgement, or twelve factors typed."""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from functools import partial

from calc.errors import Problem
from calc.parameters import typical
from calc.scenario import Ahead, Scenario
from calc.scenario.ahead import FLAT
from ui.months import asks
from ui.shell import fields, frame

MOST_FACTOR = 10.0


def _shape_named(name: str) -> tuple[float, ...]:
    """Twelve factors, January first: a shape to try, by our judgement."""
    value = typical(name).value
    assert isinstance(value, tuple)
    return tuple(float(factor) for factor in value)


SHAPES: Mapping[str, tuple[float, ...]] = {
    "Flat": FLAT,
    "A quiet summer": _shape_named("season_quiet_summer"),
    "The school year": _shape_named("season_school_year"),
    "A strong January": _shape_named("season_strong_january"),
}
OWN = "Twelve of your own"
TITLES = {"enquiry_season": "Enquiries", "booking_season": "Sessions of a client"}
NOTE = "No data exists: these are shapes, not forecasts. Each factor is set against their mean."


def shape_of(factors: tuple[float, ...]) -> str:
    """The name of a shape, or that it is one's own."""
    held = tuple(float(factor) for factor in factors)
    return next((name for name, shape in SHAPES.items() if shape == held), OWN)


def draw(plan: Scenario) -> None:
    """A shape for those who ask and one for the sessions of those who come."""
    ahead = plan.ahead or Ahead()
    frame.quiet(NOTE)
    fields.rows(*(partial(_shape, plan, name, getattr(ahead, name)) for name in TITLES))
    for name, title in TITLES.items():
        factors = getattr(ahead, name)
        if shape_of(factors) == OWN:
            frame.quiet(f"{title}, month by month.")
            typed = _plain(factors)
            fields.rows(*(partial(_factor, name, place, typed) for place in range(len(typed))))


def _plain(factors: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(round(float(factor), 4) for factor in factors)


def _shape(plan: Scenario, name: str, factors: tuple[float, ...]) -> None:
    now, typed = shape_of(factors), _plain(factors)
    options = {shape: shape for shape in (*SHAPES, OWN)}

    def write(chosen: str) -> Mapping[str, object]:
        # One's own begins as it is, a hair off, and is then typed over.
        own = (*typed[:-1], round(typed[-1] + 0.01, 4)) if now != OWN else typed
        return asks.changed(plan, {name: SHAPES.get(chosen, own)})

    asks.select(name, TITLES[name], options, now, write)


def _factor(name: str, place: int, typed: tuple[float, ...]) -> None:
    month = calendar.month_name[place + 1]
    path = f"virtual.ahead.{name}.{month}"

    def write(factor: float) -> Mapping[str, object] | Problem:
        if not 0.0 <= factor <= MOST_FACTOR:
            return too_far(path, factor)
        return {f"ahead.{name}": (*typed[:place], factor, *typed[place + 1 :])}

    fields.free_number(path, month, "1 is a usual month.", typed[place], "factor", 0.1, write)


def too_far(path: str, factor: float) -> Problem:
    """That a factor is below nothing or above the most."""
    if factor < 0.0:
        return Problem(path, "too_small", factor, 0.0)
    return Problem(path, "too_large", factor, MOST_FACTOR)
