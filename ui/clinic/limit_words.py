"""Whose a limit is: one that the reader set, or one that the example or the program came with."""

from __future__ import annotations

from typing import Any

from calc.scenario.clinic_ahead import Limits
from ui.shell import examples


def _given() -> list[Limits]:
    """The limits that nobody who reads set: those of a new clinic and of the examples."""
    return [Limits(), *(found.plans[0].limits for found in examples.clinics().values())]


def floor_is_set(limits: Limits) -> bool:
    """Whether the reader set the floor of wages: all but the ceiling is no example's."""
    return _but_ceiling(limits) not in map(_but_ceiling, _given())


def _but_ceiling(limits: Limits) -> dict[str, Any]:
    ceilings = ("load_ceiling_people", "load_ceiling_points")
    return {name: value for name, value in limits if name not in ceilings}


def ceiling_is_set(limits: Limits) -> bool:
    """Whether the reader set the ceiling of load, in people or as a score."""
    given = [(one.load_ceiling_people, one.load_ceiling_points) for one in _given()]
    return (limits.load_ceiling_people, limits.load_ceiling_points) not in given


def has_limits(limits: Limits) -> bool:
    """Whether there is a floor, the reader's or the example's, or a ceiling that the reader set."""
    return bool(limits.wage_floor_per_hour) or ceiling_is_set(limits)


def floor(limits: Limits) -> str:
    """The floor as it is called."""
    return f"{'your' if floor_is_set(limits) else 'the'} floor"


def ceiling(limits: Limits) -> str:
    """The ceiling as it is called."""
    return f"{'your' if ceiling_is_set(limits) else 'the'} ceiling"
