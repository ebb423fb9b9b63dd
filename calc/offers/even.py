"""Where two offers are level: by the share of sessions missed, by sessions booked, by their pay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, TypeAlias

import numpy as np

from calc.crossing import POINTS, edge
from calc.number import FloatArray
from calc.offers.compare import Compared
from calc.questions.pay import pay_unknown
from calc.questions.solve import Figure, OutOfReach, Reached, Target, figure_of, solve_for
from calc.scenario import Scenario
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import evaluate

By: TypeAlias = Literal["missed", "booked"]
Side: TypeAlias = Literal["one", "other"]
SIDES: Mapping[float, Side] = {1.0: "one", -1.0: "other"}
LEVEL = 1e-9  # of a figure: less is no difference
NEAR = 1e-6  # of a session or a share: less is one point
KIND = "work.session_kinds"


@dataclass(frozen=True, slots=True)
class Level:
    """Where a figure of two offers is the same: from `at` to `to`, mostly one point.

    `ahead_below` and `ahead_above` say which offer is ahead on either side of it. `figure` is that
    of the one at `at`, `other_figure` the other's: the same, but where a tax or a payment jumps and
    the lead with it.
    """

    at: float
    to: float
    figure: float
    other_figure: float
    ahead_below: Side
    ahead_above: Side


@dataclass(frozen=True, slots=True)
class Levels:
    """Every value between the ends at which two offers are level.

    `leads` is the offer that is ahead wherever they are not level; None where either is ahead
    somewhere, where they are level throughout, or where a figure is missing.
    """

    by: By
    points: tuple[Level, ...]
    leads: Side | None


def level_by(
    one: Compared, other: Compared, by: By, figure: Figure = "take_home_per_month"
) -> Levels:
    """Where two offers come level if in both of them so many sessions were missed, or booked.

    Looked for on a grid; gaps of less than a billionth of the figure are none. Two crossings
    between the same two points of the grid hide each other.
    """
    if not (one.result.scenario.work.session_kinds and other.result.scenario.work.session_kinds):
        return Levels(by, (), None)
    most = 1.0 if by == "missed" else MOST_SESSIONS_PER_WEEK

    def side(values: FloatArray) -> FloatArray:
        ours, theirs = (_figures(found, by, values, figure) for found in (one, other))
        scale = np.maximum(np.maximum(np.abs(ours), np.abs(theirs)), 1.0)
        gap = ours - theirs
        sides: FloatArray = np.where(np.abs(gap) < scale * LEVEL, 0.0, np.sign(gap))
        return sides

    grid = np.linspace(0.0, most, POINTS)
    sides = side(grid)
    known = np.isfinite(sides)
    grid, sides = grid[known], sides[known]
    ahead = np.flatnonzero(sides)
    points = tuple(
        _level((one, other), by, figure, side, (float(grid[last]), float(grid[last + 1])), after)
        for last, after in (
            (int(a), (float(grid[b - 1]), float(grid[b])))
            for a, b in pairwise(ahead)
            if b - a > 1 or sides[a] != sides[b]
        )
    )
    leads = {SIDES[float(found)] for found in sides[ahead]}
    return Levels(by, points, leads.pop() if len(leads) == 1 else None)


def _level(
    pair: tuple[Compared, Compared],
    by: By,
    figure: Figure,
    side: Callable[[FloatArray], FloatArray],
    before: tuple[float, float],
    after: tuple[float, float],
) -> Level:
    """Closes in on where one side stops being ahead, and where a side is ahead again."""
    below, above = (float(side(np.array([end]))[0]) for end in (before[0], after[1]))
    _, at = edge(lambda values: side(values) != below, *before)
    _, to = edge(lambda values: side(values) != above, after[1], after[0])
    if to - at < NEAR:  # one point, within what counts as level
        at = to = float(np.mean([at, to]))
    ours, theirs = (float(_figures(found, by, np.array([at]), figure)[0]) for found in pair)
    return Level(at, to, ours, theirs, SIDES[below], SIDES[above])


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
    now = float(booked_in_all(rows))
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
