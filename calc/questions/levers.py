"""What might lower the load of a practice, each run through its own hours and money."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from calc.burnout import Difference, Draws, Evidence, Load, difference, factors
from calc.number import HOURS_PER_WEEK, MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.parameters import Rules
from calc.scenario import Scenario
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import Result, evaluate

# The factor that a lever moves most directly, whose evidence stands beside it.
FACTOR_OF: Mapping[str, str] = {
    "after_hours": "after_hours",
    "notes": "doc_hours",
    "administration": "doc_hours",
    "weeks_off": "weeks_off",
    "sessions": "client_hours",
    "trauma_share": "trauma_share",
    "colleagues": "peer_contact",
    "consultation": "supervision",
    "freedom": "autonomy",
}


@dataclass(frozen=True, slots=True)
class LoadLever:
    """One change of a practice: from what to what, and what it does to load, wage and take-home.

    `value` and `changed` are in the unit of the lever. The money differences are what it costs, or
    brings, by the practice's own economics.
    """

    name: str
    value: float
    changed: float
    difference: Difference
    evidence: Evidence
    wage: float
    take_home_per_month: float
    load: Load


def load_levers(result: Result, drawn: Draws) -> tuple[LoadLever, ...]:
    """Every lever there is room for, the strongest first."""
    found = [
        _lever(name, value, changed, changes, result, drawn)
        for name, value, changed, changes in _changes(result.scenario, result.rules)
    ]
    return tuple(sorted(found, key=lambda lever: lever.difference.between_groups))


def _lever(
    name: str,
    value: float,
    changed: float,
    changes: Mapping[str, Any],
    result: Result,
    drawn: Draws,
) -> LoadLever:
    after = evaluate(result.scenario.with_values(changes), result.rules)
    month = (after.take_home.amount - result.take_home.amount) / MONTHS_PER_YEAR
    factor = next(item for item in factors(result.rules) if item.name == FACTOR_OF[name])
    return LoadLever(
        name=name,
        value=value,
        changed=changed,
        difference=difference(result.load, after.load, result.rules, drawn),
        evidence=factor.evidence,
        wage=float(after.wage.amount - result.wage.amount),
        take_home_per_month=float(month),
        load=after.load,
    )


def _changes(
    scenario: Scenario, rules: Rules
) -> Iterator[tuple[str, float, float, Mapping[str, Any]]]:
    """Name, value now, value then and the changes of each lever that has room."""
    for name, path, direction, most in (
        ("after_hours", "work.time.after_hours_per_week", -1.0, 0.0),
        ("administration", "work.time.administration_hours_per_week", -1.0, 0.0),
        ("trauma_share", "work.conditions.trauma_share", -1.0, 0.0),
        ("weeks_off", "work.time.holiday_weeks", 1.0, _most_holiday(scenario, rules)),
        (
            "colleagues",
            "work.conditions.colleagues_points",
            1.0,
            _end("peer_contact", rules),
        ),
        ("freedom", "work.conditions.freedom_points", 1.0, _end("autonomy", rules)),
        ("consultation", "support.consultation_hours_per_week", 1.0, HOURS_PER_WEEK),
    ):
        value = float(scenario.value_at(path))
        changed = value + direction * rules[f"levers.{name}"].number
        if direction * changed <= direction * most:
            yield name, value, changed, {path: changed}
    yield from _changes_of_sessions(scenario, rules)


def _end(factor: str, rules: Rules) -> float:
    """The end of the range studied: a lever does not go beyond it."""
    return rules[f"burnout.{factor}"].row("at")[-1]


def _most_holiday(scenario: Scenario, rules: Rules) -> float:
    """The holiday weeks up to which more of them count, and fit in the year."""
    time = scenario.work.time
    counted = _end("weeks_off", rules) - time.other_weeks_off
    return float(min(counted, WEEKS_PER_YEAR - (time.weeks_off - time.holiday_weeks)))


def _changes_of_sessions(
    scenario: Scenario, rules: Rules
) -> Iterator[tuple[str, float, float, Mapping[str, Any]]]:
    kinds = scenario.work.session_kinds
    stem = "work.session_kinds"
    notes = {
        f"{stem}.{index}.notes_minutes_per_session": float(kind.notes_minutes_per_session)
        for index, kind in enumerate(kinds)
    }
    less = rules["levers.notes"].number
    if notes and max(notes.values()) >= less:
        shorter = {path: max(minutes - less, 0.0) for path, minutes in notes.items()}
        yield "notes", max(notes.values()), max(notes.values()) - less, shorter
    booked = float(booked_in_all(kinds))
    fewer = booked - rules["levers.sessions"].number
    if fewer > 0.0:
        factor = fewer / booked
        rows = {
            f"{stem}.{index}.booked_per_week": kind.booked_per_week * factor
            for index, kind in enumerate(kinds)
        }
        yield "sessions", booked, fewer, rows
