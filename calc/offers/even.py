"""Where two offers are level: by the share of sessions missed, by sessions booked, by their pay."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.crossing import POINTS, edge
from calc.evaluate import evaluate
from calc.number import FloatArray
from calc.offers.compare import Compared
from calc.offers.pay import pay_unknown
from calc.scenario import Scenario
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.solve import Figure, OutOfReach, Reached, Target, figure_of, solve_for

By: TypeAlias = Literal["missed", "booked"]
KIND = "work.session_kinds"


@dataclass(frozen=True, slots=True)
class Level:
    """A value at which a figure of two offers is the same, and which one is ahead beyond it."""

    at: float
    figure: float
    ahead_below: Literal["one", "other"]


@dataclass(frozen=True, slots=True)
class Levels:
    """Every value between the ends at which two offers are level; none where one leads throughout.

    `leads` is then the one that does, None where they are level throughout or a figure is missing.
    """

    by: By
    points: tuple[Level, ...]
    leads: Literal["one", "other"] | None


def level_by(
    one: Compared, other: Compared, by: By, figure: Figure = "take_home_per_month"
) -> Levels:
    """Where two offers come level if in both of them so many sessions were missed, or booked."""
    most = 1.0 if by == "missed" else MOST_SESSIONS_PER_WEEK

    def gap(values: FloatArray) -> FloatArray:
        return _figures(one, by, values, figure) - _figures(other, by, values, figure)

    grid = np.linspace(0.0, most, POINTS)
    gaps = gap(grid)
    known = np.isfinite(gaps)
    grid, gaps = grid[known], gaps[known]
    points = tuple(
        _level(one, by, figure, gap, float(grid[place]), float(grid[place + 1]))
        for place in np.flatnonzero(np.sign(gaps[:-1]) * np.sign(gaps[1:]) < 0.0)
    )
    leads: Literal["one", "other"] | None = None
    if not points and gaps.size and np.any(gaps):
        leads = "one" if gaps[np.argmax(np.abs(gaps))] > 0.0 else "other"
    return Levels(by, points, leads)


def _level(
    one: Compared,
    by: By,
    figure: Figure,
    gap: Callable[[FloatArray], FloatArray],
    low: float,
    high: float,
) -> Level:
    """Closes in on the crossing between two values."""
    above = bool(gap(np.array([low]))[0] > 0.0)
    _, at = edge(lambda values: (gap(values) > 0.0) != above, low, high)
    amount = float(_figures(one, by, np.array([at]), figure)[0])
    return Level(at, amount, "one" if above else "other")


def _figures(found: Compared, by: By, values: FloatArray, figure: Figure) -> FloatArray:
    changed = _with(found.result.scenario, by, values)
    amounts = figure_of(evaluate(changed, found.result.rules), figure)
    return np.broadcast_to(np.asarray(amounts, dtype=np.float64), values.shape)


def _with(scenario: Scenario, by: By, values: FloatArray) -> Scenario:
    """A plan with so many sessions missed, all without notice, or booked, in proportion."""
    rows = scenario.work.session_kinds
    if by == "missed":
        changes = {}
        for index in range(len(rows)):
            changes[f"{KIND}.{index}.late_cancelled_share"] = values * 0.0
            changes[f"{KIND}.{index}.missed_share"] = values
        return scenario.with_values(changes)
    now = sum(float(kind.booked_per_week) for kind in rows)
    return scenario.with_values(
        {
            f"{KIND}.{index}.booked_per_week": kind.booked_per_week / now * values
            for index, kind in enumerate(rows)
        }
        if now
        else {f"{KIND}.0.booked_per_week": values}
    )


def equal_pay(one: Compared, other: Compared, figure: Figure = "wage") -> Reached | OutOfReach:
    """What one offer would have to pay for a figure of it to equal that of the other."""
    target = Target(figure, float(figure_of(other.result, figure)))
    return solve_for(
        one.result.scenario, pay_unknown(one.result.scenario), target, one.result.rules
    )
