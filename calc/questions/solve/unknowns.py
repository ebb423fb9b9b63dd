"""What may be asked for: one number of a plan, or several that move together."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias, get_args

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.number import WEEKS_PER_YEAR, Number, added
from calc.scenario import Scenario
from calc.scenario.fields import (
    MOST_MINUTES,
    MOST_MONEY,
    MOST_SESSIONS_PER_WEEK,
    bounds_of,
    unit_of,
)
from calc.scenario.sessions import booked_in_all, fees_that_move
from calc.year.costs import costs_per_month, scaled_amounts

Together: TypeAlias = Literal["fee", "booked", "weeks_off", "notes", "missed", "costs"]
TOGETHER: tuple[Together, ...] = get_args(Together)
Prefer: TypeAlias = Literal["least", "most"]
MOST_FEE = 2_000.0  # where the search for a fee ends: more than any session is charged at
TIMES = 20.0  # a field of money without a bound of its own is tried up to so many times itself
KIND = "work.session_kinds"


@dataclass(frozen=True, slots=True)
class Unknown:
    """A number to be found: its name, unit, ends, and how a value of it is written into a plan.

    `current` is its value in the plan. Of several values that do, the least or the most is
    preferred.
    """

    name: str
    unit: str
    current: Number
    low: float
    high: float
    prefer: Prefer
    changes: Callable[[Number], Mapping[str, Any]]

    def within(self, low: float | None, high: float | None) -> Unknown:
        """The same between narrower ends; ends that exclude each other are refused."""
        new_low = self.low if low is None else max(low, self.low)
        new_high = self.high if high is None else min(high, self.high)
        if new_low > new_high:
            raise ScenarioError((Problem(self.name, "too_large", new_low, new_high),))
        return replace(self, low=new_low, high=new_high)


def unknown_of(scenario: Scenario, name: str) -> Unknown:
    """The unknown of a name: several fields together, or the path of any one number field.

    `fee` moves the fees of clients who pay in full (`fees_that_move`) in proportion, stated as that
    of the first: what insurers allow and reduced places stay. `booked` moves all sessions booked a
    week, in all; `weeks_off` the holiday weeks, stated as all weeks off; `notes` all notes, stated
    as those of the first kind; `missed` the share late or missed of all booked; `costs` all cost
    rows, a month. `ScenarioError` where there is nothing to move.
    """
    match name:
        case "fee":
            return _fee(scenario)
        case "booked":
            return _booked(scenario)
        case "weeks_off":
            return _weeks_off(scenario)
        case "notes":
            return _notes(scenario)
        case "missed":
            return _missed(scenario)
        case "costs":
            return _costs(scenario)
    return _field(scenario, name)


def _nothing(name: str) -> ScenarioError:
    return ScenarioError((Problem(name, "missing_field"),))


def _per_kind(
    name: str, unit: str, amounts: Mapping[str, Number], now: Number, high: float, prefer: Prefer
) -> Unknown:
    """Fields that keep their proportion to each other."""
    if not np.any(now):
        raise _nothing(name)

    def changes(value: Number) -> Mapping[str, Any]:
        return {path: amount * (value / now) for path, amount in amounts.items()}

    return Unknown(name, unit, now, 0.0, high, prefer, changes)


def _fee(scenario: Scenario) -> Unknown:
    kinds = scenario.work.session_kinds
    fees = {
        f"{KIND}.{place}.fee_per_session": kinds[place].fee_per_session
        for place in fees_that_move(kinds)
    }
    first = next((fee for fee in fees.values() if np.all(fee)), 0.0)
    return _per_kind("fee", "money_per_session", fees, first, MOST_FEE, "least")


def _booked(scenario: Scenario) -> Unknown:
    rows = {
        f"{KIND}.{index}.booked_per_week": kind.booked_per_week
        for index, kind in enumerate(scenario.work.session_kinds)
    }
    most = max((float(np.max(booked)) for booked in rows.values()), default=0.0)
    if not most:
        raise _nothing("booked")
    together = added(rows.values())
    high = MOST_SESSIONS_PER_WEEK / most * float(np.min(together))
    return _per_kind("booked", "sessions_per_week", rows, together, high, "least")


def _weeks_off(scenario: Scenario) -> Unknown:
    time = scenario.work.time
    others = float(np.max(time.weeks_off - time.holiday_weeks))

    def changes(value: Number) -> Mapping[str, Any]:
        return {"work.time.holiday_weeks": value - others}

    return Unknown(
        "weeks_off", "weeks_per_year", time.weeks_off, others, WEEKS_PER_YEAR, "most", changes
    )


def _notes(scenario: Scenario) -> Unknown:
    rows = {
        f"{KIND}.{index}.notes_minutes_per_session": kind.notes_minutes_per_session
        for index, kind in enumerate(scenario.work.session_kinds)
    }
    first = next((minutes for minutes in rows.values() if np.all(minutes)), 0.0)
    most = max((float(np.max(minutes)) for minutes in rows.values()), default=0.0)
    if not np.any(first):
        raise _nothing("notes")
    high = MOST_MINUTES / most * float(np.min(first))
    return _per_kind("notes", "minutes", rows, first, high, "most")


def _missed(scenario: Scenario) -> Unknown:
    kinds = scenario.work.session_kinds
    rows: dict[str, Number] = {}
    for index, kind in enumerate(kinds):
        rows[f"{KIND}.{index}.late_cancelled_share"] = kind.late_cancelled_share
        rows[f"{KIND}.{index}.missed_share"] = kind.missed_share
    shares = [kind.late_cancelled_share + kind.missed_share for kind in kinds]
    most = max((float(np.max(share)) for share in shares), default=0.0)
    booked = booked_in_all(kinds)
    if not most or not np.all(booked):
        raise _nothing("missed")
    lost = added(share * kind.booked_per_week for share, kind in zip(shares, kinds, strict=True))
    now = lost / booked
    return _per_kind("missed", "share", rows, now, float(np.min(now)) / most, "most")


def _costs(scenario: Scenario) -> Unknown:
    now = costs_per_month(scenario.costs)
    if not np.any(now):
        raise _nothing("costs")

    def changes(value: Number) -> Mapping[str, Any]:
        amounts = scaled_amounts(scenario.costs, value)
        return {f"costs.{index}.amount": amount for index, amount in enumerate(amounts)}

    return Unknown("costs", "money_per_month", now, 0.0, _most_money(now), "most", changes)


def _field(scenario: Scenario, path: str) -> Unknown:
    """Any number field by its path, between its own bounds."""
    now = scenario.value_at(path)
    stem, _, name = path.rpartition(".")
    parent = scenario.value_at(stem) if stem else scenario
    info = type(parent).model_fields.get(name) if hasattr(type(parent), "model_fields") else None
    bounds = bounds_of(info) if info is not None else None
    if info is None or bounds is None or not isinstance(now, float | np.ndarray):
        raise ScenarioError((Problem(path, "wrong_type", None, "number"),))
    unit = unit_of(info)
    high = bounds.most
    if high >= MOST_MONEY:
        high = MOST_FEE if unit == "money_per_session" else _most_money(now)
    return Unknown(path, unit, now, bounds.least, high, "least", lambda value: {path: value})


def _most_money(now: Number) -> float:
    return min(TIMES * float(np.max(now)) or MOST_MONEY, MOST_MONEY)
