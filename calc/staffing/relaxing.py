"""Where no plan keeps every limit: which of them to relax, and by how much."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from calc.staffing.programme import AT_LEAST, AT_MOST, CLASSES, TINY, LimitName, Row
from calc.staffing.search import Search

HALVES = 2


@dataclass(frozen=True, slots=True)
class Relaxation:
    """One limit as it was asked, and how far it would have to give way."""

    limit: LimitName
    asked: float
    needed: float


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No plan keeps every limit.

    Each of `alone` would be enough by itself. Where none is, `together` are those that would have
    to give way at once. To hire nobody is never proposed. Shares of contractors, associates and
    interns are the director's to choose and never proposed either: `classes` names those that
    stand in the way by themselves. Where nobody can be hired whatever gives way, all are empty.
    """

    alone: tuple[Relaxation, ...]
    together: tuple[Relaxation, ...]
    classes: tuple[LimitName, ...] = ()


def no_plan(search: Search, floor: float, ceiling: float) -> NoPlan:
    """Each limit that alone could give way, and how far; else those that must together."""
    search = replace(search, programme=search.programme.hiring())
    allowed = search.allowed(floor, ceiling)
    numbers = _numbers(search, allowed)
    alone = (*numbers, *_wage(search, floor, ceiling), *_load(search, floor, ceiling))
    classes = tuple(
        name for name in CLASSES if search.programme.solve(allowed, relaxed=(name,)) is not None
    )
    if alone:
        return NoPlan(alone, (), classes)
    together, shares = _together(search, floor, ceiling)
    return NoPlan((), together, tuple(name for name in CLASSES if name in (*classes, *shares)))


def _numbers(search: Search, allowed: list[bool]) -> list[Relaxation]:
    """Numbers of rooms, people and hours, each of which alone could give way."""
    found: list[Relaxation] = []
    for row in search.programme.rows:
        if row.name in (*AT_MOST, *AT_LEAST):
            choice = search.programme.solve(allowed, relaxed=(row.name,))
            if choice is not None:
                found.append(_given_way(search, row, choice.slack[0]))
    return found


def _given_way(search: Search, row: Row, slack: float) -> Relaxation:
    """A limit as the director stated it, and as it would have to be."""
    plan, use = search.clinic.supervision, search.used
    used = {
        "rooms": use.room_hours,
        "demand": use.clients,
        "supervision": use.supervised * float(plan.individual_hours_per_week),
    }.get(row.name, 0.0)
    if row.name in AT_LEAST:
        return Relaxation(row.name, row.low, row.low - slack)
    return Relaxation(row.name, row.high + used, row.high + used + slack)


def _wage(search: Search, floor: float, ceiling: float) -> list[Relaxation]:
    """The highest least wage below the one asked that leaves a plan."""
    lower = {one.wage for one in search.programme.packages if one.wage < floor}
    found = _first(
        sorted(lower, reverse=True),
        lambda wage: search.programme.solve(search.allowed(wage, ceiling)) is not None,
    )
    return [] if found is None else [Relaxation("wage_floor", floor, found)]


def _load(search: Search, floor: float, ceiling: float) -> list[Relaxation]:
    """The lowest highest load above the one asked that leaves a plan."""
    higher = {one.load_score for one in search.programme.packages if one.load_score > ceiling}
    found = _first(
        sorted(higher),
        lambda load: search.programme.solve(search.allowed(floor, load)) is not None,
    )
    return [] if found is None else [Relaxation("load_ceiling", ceiling, found)]


def _first(values: Sequence[float], enough: Callable[[float], bool]) -> float | None:
    """The first value that is enough, where all after it are too."""
    if not values or not enough(values[-1]):
        return None
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // HALVES
        if enough(values[middle]):
            high = middle
        else:
            low = middle + 1
    return values[low]


def _together(
    search: Search, floor: float, ceiling: float
) -> tuple[tuple[Relaxation, ...], tuple[LimitName, ...]]:
    """What must give way at once: numbers as little as can be, then the wage, then the load.

    Second, the shares that those who stay break already, whoever is hired.
    """
    every: tuple[LimitName, ...] = (*AT_MOST, *AT_LEAST)
    anybody = search.allowed(-np.inf, np.inf)
    choice = search.programme.solve(anybody, relaxed=every)
    if choice is None:
        every = (*every, *CLASSES)
        choice = search.programme.solve(anybody, relaxed=every)
    if choice is None:  # there is nobody to hire
        return (), ()
    rows = [row for row in search.programme.rows if row.name in every]
    slack = dict(zip((row.name for row in rows), choice.slack, strict=True))
    given = [row for row in rows if slack[row.name] > TINY]
    found = [_given_way(search, row, slack[row.name]) for row in given if row.name not in CLASSES]
    shares = tuple(row.name for row in given if row.name in CLASSES)
    wider = replace(search, programme=search.programme.widened(slack))
    wage: list[Relaxation] = []
    if wider.programme.solve(wider.allowed(floor, np.inf)) is None:
        wage = _wage(wider, floor, np.inf)
        floor = wage[0].needed
    load: list[Relaxation] = []
    if wider.programme.solve(wider.allowed(floor, ceiling)) is None:
        load = _load(wider, floor, ceiling)
    return (*found, *wage, *load), shares
