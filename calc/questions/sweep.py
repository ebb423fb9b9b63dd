"""Many values of a plan at once: a map of two of them, levers ranked, and what nothing beats."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, Number
from calc.parameters import Parameter, Rules
from calc.scenario import PrivateSessions, Scenario
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK, bounds_of, typical_of
from calc.scenario.sessions import fees_that_move
from calc.scenario.walk import walk
from calc.year.costs import costs_per_month, scaled_amounts
from calc.year.evaluate import Result, evaluate

KIND = "work.session_kinds"
LeverName: TypeAlias = Literal[
    "fee",
    "slot",
    "notes",
    "administration",
    "missed",
    "late_charged",
    "week_off",
    "costs",
    "without",
]
Change: TypeAlias = tuple[LeverName, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of many plans: each an array of the shape asked for."""

    take_home_per_month: FloatArray
    left_over_per_month: FloatArray
    wage: FloatArray
    hours_per_week: FloatArray
    load_in_100: FloatArray
    sessions_held: FloatArray


def figures(scenario: Scenario, rules: Rules, changes: Mapping[str, Number]) -> Figures:
    """The figures of a scenario in which some fields are rows of values, all of one length."""
    result = evaluate(scenario.with_values(changes), rules)
    size = max(np.size(value) for value in changes.values())

    def row(amount: Number) -> FloatArray:
        return np.broadcast_to(np.asarray(amount, dtype=np.float64), (size,))

    return Figures(
        take_home_per_month=row(result.take_home.amount / MONTHS_PER_YEAR),
        left_over_per_month=row(result.left_over.amount / MONTHS_PER_YEAR),
        wage=row(result.wage.amount),
        hours_per_week=row(result.year.hours_per_week.amount),
        load_in_100=row(result.load.in_100),
        sessions_held=row(result.year.held.amount),
    )


def map_of(
    scenario: Scenario,
    rules: Rules,
    across: tuple[str, FloatArray],
    up: tuple[str, FloatArray],
) -> Figures:
    """The figures over two fields: arrays of shape (values up, values across).

    `across` and `up` are the path of a field and its values.
    """
    (x_path, xs), (y_path, ys) = across, up
    grid_x, grid_y = np.meshgrid(xs, ys)
    flat = figures(scenario, rules, {x_path: grid_x.ravel(), y_path: grid_y.ravel()})
    shape = grid_x.shape
    return Figures(
        *(np.reshape(getattr(flat, name), shape) for name in Figures.__dataclass_fields__)
    )


@dataclass(frozen=True, slots=True)
class Lever:
    """One step of a plan and what it does: differences from the plan as it is.

    `take_home` is a month, `hours` a worked week, `wage` an hour, `load` in people of 100.
    `place` is that of the kind of session which is left out, of the step `without` alone.
    """

    name: LeverName
    take_home: float
    hours: float
    wage: float
    load: float
    place: int | None = None


def levers(result: Result) -> tuple[Lever, ...]:
    """Every step there is room for, that which raises the wage most first.

    All steps are worked out in one run, each a draw of it.
    """
    scenario = result.scenario
    steps = list(_steps(scenario, result.rules))
    kinds = [None] * len(steps) + _that_can_go(scenario)
    steps += [
        ("without", {f"{KIND}.{kind}.booked_per_week": 0.0}) for kind in kinds if kind is not None
    ]
    if not steps:
        return ()
    paths = {path for _, changes in steps for path in changes}
    rows = {
        path: np.array(
            [float(scenario.value_at(path))]
            + [float(changes.get(path, scenario.value_at(path))) for _, changes in steps]
        )
        for path in sorted(paths)
    }
    found = figures(scenario, result.rules, rows)

    def moved(row: FloatArray, place: int) -> float:
        return float(row[place] - row[0])

    told = [
        Lever(
            name,
            moved(found.take_home_per_month, place),
            moved(found.hours_per_week, place),
            moved(found.wage, place),
            moved(found.load_in_100, place),
            kind,
        )
        for place, ((name, _), kind) in enumerate(zip(steps, kinds, strict=True), 1)
    ]
    return tuple(sorted(told, key=lambda lever: -np.nan_to_num(lever.wage, nan=-np.inf)))


def _steps(scenario: Scenario, rules: Rules) -> Iterator[Change]:
    """The steps a reader understands, those there is room for."""

    def step(name: str) -> float:
        return rules[f"levers.{name}"].number

    kinds, time = scenario.work.session_kinds, scenario.work.time
    fees = {
        f"{KIND}.{place}.fee_per_session": float(kinds[place].fee_per_session) + step("fee_step")
        for place in fees_that_move(kinds)
    }
    if fees:
        yield "fee", fees
    if kinds and float(kinds[0].booked_per_week) + step("slot_step") <= MOST_SESSIONS_PER_WEEK:
        more = float(kinds[0].booked_per_week) + step("slot_step")
        yield "slot", {f"{KIND}.0.booked_per_week": more}
    notes = {
        f"{KIND}.{index}.notes_minutes_per_session": max(
            float(kind.notes_minutes_per_session) - step("notes"), 0.0
        )
        for index, kind in enumerate(kinds)
        if kind.notes_minutes_per_session
    }
    if notes:
        yield "notes", notes
    if float(time.administration_hours_per_week) >= step("administration"):
        less = float(time.administration_hours_per_week) - step("administration")
        yield "administration", {"work.time.administration_hours_per_week": less}
    missed = {
        f"{KIND}.{index}.missed_share": float(kind.missed_share) - step("missed_step")
        for index, kind in enumerate(kinds)
        if float(kind.missed_share) >= step("missed_step")
    }
    if missed:
        yield "missed", missed
    charged = dict(_late_charged(scenario))
    if charged:
        yield "late_charged", charged
    if float(time.weeks_off) + step("week_step") <= WEEKS_PER_YEAR:
        more = float(time.holiday_weeks) + step("week_step")
        yield "week_off", {"work.time.holiday_weeks": more}
    yearly = float(costs_per_month(scenario.costs)) * MONTHS_PER_YEAR
    if yearly >= step("costs_step"):
        amounts = scaled_amounts(scenario.costs, (yearly - step("costs_step")) / MONTHS_PER_YEAR)
        yield "costs", {f"costs.{i}.amount": float(amount) for i, amount in enumerate(amounts)}


def _that_can_go(scenario: Scenario) -> list[int]:
    """The kinds of session that are booked, where another would be left."""
    kinds = enumerate(scenario.work.session_kinds)
    booked = [place for place, kind in kinds if float(kind.booked_per_week)]
    return booked if len(booked) > 1 else []


def _late_charged(scenario: Scenario) -> Iterator[tuple[str, float]]:
    """Late cancellations of private clients charged in full, where they are not yet."""
    for index, kind in enumerate(scenario.work.session_kinds):
        if not isinstance(kind, PrivateSessions) or not kind.late_cancelled_share:
            continue
        flat, fee = kind.late_cancelled_fee_per_session, kind.fee_per_session
        less = kind.late_cancelled_fee_part < 1.0 if flat is None else flat < fee
        if kind.late_cancelled_charged_share < 1.0 or less:
            yield f"{KIND}.{index}.late_cancelled_charged_share", 1.0
            if flat is None:
                yield f"{KIND}.{index}.late_cancelled_fee_part", 1.0
            else:
                yield f"{KIND}.{index}.late_cancelled_fee_per_session", float(max(flat, fee))


@dataclass(frozen=True, slots=True)
class Swing:
    """A field at the ends of its typical band, and what the wage is there.

    `source` is the typical value whose band it is; wages are those with the field at its low and
    its high end, everything else as in the plan.
    """

    path: str
    title: str
    source: Parameter
    wage_at_low: float
    wage_at_high: float

    @property
    def width(self) -> float:
        """How far the two wages are apart."""
        return abs(self.wage_at_high - self.wage_at_low)


def tornado(result: Result) -> tuple[Swing, ...]:
    """Each field whose typical band is known, at both ends of it; the widest swing first.

    All low ends are worked out in one run, and all high ends. Fields that move nothing are left
    out.
    """
    scenario = result.scenario
    fields = list(_banded(scenario))
    ends: dict[str, FloatArray] = {}
    for end in ("low", "high"):
        rows = {}
        for place, (path, _, typical) in enumerate(fields):
            row = np.full(len(fields), float(scenario.value_at(path)))
            row[place] = getattr(typical, end)
            rows[path] = row
        ends[end] = figures(scenario, result.rules, rows).wage
    told = [
        Swing(path, title, typical, float(ends["low"][place]), float(ends["high"][place]))
        for place, (path, title, typical) in enumerate(fields)
    ]
    moved = [swing for swing in told if swing.width > 0.0]
    return tuple(sorted(moved, key=lambda swing: -swing.width))


def _banded(scenario: Scenario) -> Iterator[tuple[str, str, Parameter]]:
    """The number fields with a typical band, by path, with their names."""
    for path, _, _, info, _ in walk(scenario.steady_year):
        typical = typical_of(info)
        if typical is not None and None not in (typical.low, typical.high, bounds_of(info)):
            yield path, str(info.title), typical


def best_set(goals: Sequence[FloatArray]) -> NDArray[np.int64]:
    """The places of plans that no other beats in every goal, more being better in each.

    Of two that are equal in all, the first is kept.

    >>> best_set([np.array([3.0, 2.0, 1.0]), np.array([1.0, 2.0, 1.0])]).tolist()
    [0, 1]
    """
    table = np.column_stack(goals)
    order = np.lexsort(tuple(-column for column in table.T[::-1]))
    kept: list[int] = []
    for place in order:
        row = table[place]
        if not any(np.all(table[other] >= row) for other in kept):
            kept.append(int(place))
    return np.array(sorted(kept), dtype=np.int64)
