"""The value of an unknown that meets every target: found on a grid, bracketed, and tried again.

Net pay has steps (of tax, credits, loans and quotas), so nothing here follows a slope.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from calc.crossing import POINTS, Flags, edge
from calc.errors import Problem, ScenarioError
from calc.number import FloatArray, Number
from calc.parameters import Rules, load_rules
from calc.questions.solve.targets import Figure, Target, figure_of
from calc.questions.solve.unknowns import Unknown, unknown_of
from calc.scenario import Scenario
from calc.scenario.walk import batches_in
from calc.year.evaluate import Result, evaluate

HALVINGS = 60
HALF = 0.5
Seen: TypeAlias = dict[bytes, dict[Figure, Number]]  # figures at rows of values, by their bytes


@dataclass(frozen=True, slots=True)
class Reached:
    """A value that meets every target, worked out again at that value.

    `ranges` are all spans of values that do, on the grid; `binding` is the target that would be
    missed by going on past the answer, None where an end of the unknown stops it.
    """

    unknown: Unknown
    value: float
    achieved: Mapping[Figure, float]
    ranges: tuple[tuple[float, float], ...]
    binding: Target | None
    result: Result


@dataclass(frozen=True, slots=True)
class OutOfReach:
    """No value meets every target: the one that comes nearest, and what it misses.

    `best` is the figure of the `binding` target at the value `at`; `moves` is False where the
    unknown does not move that figure at all.
    """

    unknown: Unknown
    at: float
    best: float
    binding: Target
    achieved: Mapping[Figure, float]
    moves: bool
    result: Result


def solve_for(
    scenario: Scenario,
    unknown: str | Unknown,
    targets: Target | Sequence[Target],
    rules: Rules | None = None,
    *,
    low: float | None = None,
    high: float | None = None,
    seen: Seen | None = None,
) -> Reached | OutOfReach:
    """The value of one number of a plan at which all targets are met.

    `unknown` is `fee`, `booked`, `weeks_off`, `notes`, `missed`, `costs` or the path of a field;
    of several values the least is taken, or the most where more is kinder (weeks off, notes,
    missed sessions, costs). Crossings closer together than the grid may be passed over.
    The scenario is one plan, not a batch. `seen` is for several questions of one plan and unknown:
    what is worked out for one of them is not for the next.
    """
    wanted = (targets,) if isinstance(targets, Target) else tuple(targets)
    if not wanted:
        raise ScenarioError((Problem("targets", "too_few", None, 1),))
    rules = rules or load_rules(scenario.tax_year)
    found = unknown if isinstance(unknown, Unknown) else unknown_of(scenario, unknown)
    if low is not None or high is not None:
        found = found.within(low, high)
    ask = _Question(scenario, found, wanted, rules, seen)
    grid = ask.grid()
    margins = ask.margins(grid)
    meets = ask.worst_of(margins) >= 0.0
    if not meets.any():
        return ask.nearest(grid, margins)
    return ask.answer(grid, meets)


@dataclass(frozen=True, slots=True)
class _Question:
    """One scenario, unknown and set of targets."""

    scenario: Scenario
    unknown: Unknown
    targets: tuple[Target, ...]
    rules: Rules
    seen: Seen | None = None

    def grid(self) -> FloatArray:
        """Points from end to end, with the plan's own value among them."""
        points = np.linspace(self.unknown.low, self.unknown.high, POINTS)
        now = float(np.max(self.unknown.current))
        if self.unknown.low <= now <= self.unknown.high:
            points = np.union1d(points, [now])
        return points

    def at(self, values: Number) -> Result:
        """The plan with the unknown at one value, or a row of them."""
        changed = self.scenario.with_values(dict[str, Any](self.unknown.changes(values)))
        return evaluate(changed, self.rules)

    def margins(self, values: FloatArray) -> FloatArray:
        """How far each target is met at each value, in its own unit; a figure not known misses."""
        found = {} if self.seen is None else self.seen.setdefault(values.tobytes(), {})
        missing = [target.figure for target in self.targets if target.figure not in found]
        if missing:
            result = self.at(values)
            found.update((figure, figure_of(result, figure)) for figure in missing)
        rows = [
            np.broadcast_to(target.margin(found[target.figure]), values.shape)
            for target in self.targets
        ]
        margins: FloatArray = np.nan_to_num(np.array(rows), nan=-np.inf)
        return margins

    def worst_of(self, margins: FloatArray) -> FloatArray:
        """The margin of the target missed most, as a share of its limit."""
        scale = [max(abs(float(np.max(target.limit))), 1.0) for target in self.targets]
        shares: FloatArray = (margins / np.array(scale)[:, None]).min(axis=0)
        return shares

    def answer(self, grid: FloatArray, meets: Flags) -> Reached:
        """The preferred end of the values that meet all targets, closed in on."""
        least = self.unknown.prefer == "least"
        place = int(np.flatnonzero(meets)[0 if least else -1])
        beyond = place - 1 if least else place + 1
        value = float(grid[place])
        binding = None
        if 0 <= beyond < len(grid):
            looked_at: list[tuple[FloatArray, FloatArray]] = []

            def good(values: FloatArray) -> Flags:
                looked_at.append((values, self.margins(values)))
                return self.worst_of(looked_at[-1][1]) >= 0.0

            missed, value = edge(good, grid[beyond], value)
            values, margins = looked_at[-1]
            binding = self.targets[int(np.argmin(margins[:, values == missed][:, 0]))]
        result = self.at(value)
        return Reached(
            unknown=self.unknown,
            value=value,
            achieved=self._achieved(result),
            ranges=_spans(grid, meets),
            binding=binding,
            result=result,
        )

    def _missed_at(self, value: float) -> int:
        """The place of the target that is missed most."""
        if len(self.targets) == 1:
            return 0
        return int(np.argmin(self.margins(np.array([value]))[:, 0]))

    def nearest(self, grid: FloatArray, margins: FloatArray) -> OutOfReach:
        """The value at which the target missed most is missed least."""
        worst = self.worst_of(margins)
        place = int(np.argmax(worst))
        low, high = grid[max(place - 1, 0)], grid[min(place + 1, len(grid) - 1)]
        points = np.linspace(low, high, POINTS)
        closer = self.worst_of(self.margins(points))
        at = float(points[int(np.argmax(closer))]) if closer.max() > worst[place] else None
        value = float(grid[place]) if at is None else at
        missed = self._missed_at(value)
        binding = self.targets[missed]
        result = self.at(value)
        return OutOfReach(
            unknown=self.unknown,
            at=value,
            best=float(figure_of(result, binding.figure)),
            binding=binding,
            achieved=self._achieved(result),
            moves=_moves(margins[missed]),
            result=result,
        )

    def _achieved(self, result: Result) -> Mapping[Figure, float]:
        return {target.figure: float(figure_of(result, target.figure)) for target in self.targets}


def _moves(figures: FloatArray) -> bool:
    """Whether a figure changes over the grid at all."""
    known = figures[np.isfinite(figures)]
    return bool(known.size and known.max() > known.min())


def _spans(grid: FloatArray, meets: Flags) -> tuple[tuple[float, float], ...]:
    """The runs of points that meet all targets, each from its first to its last."""
    turns = np.diff(np.concatenate([[False], meets, [False]]).astype(np.int8))
    starts, ends = np.flatnonzero(turns > 0), np.flatnonzero(turns < 0) - 1
    return tuple(
        (float(grid[start]), float(grid[end])) for start, end in zip(starts, ends, strict=True)
    )


def solve_each(
    scenario: Scenario,
    unknown: str | Unknown,
    target: Target,
    rules: Rules | None = None,
    *,
    low: float | None = None,
    high: float | None = None,
) -> FloatArray:
    """The value that meets one target in each draw of a batch; NaN where no end of it does.

    For a figure that rises, or falls, all the way: halved between the ends, all draws at once.
    Each answer meets its target; a step is stopped at on its right side.
    """
    rules = rules or load_rules(scenario.tax_year)
    found = unknown if isinstance(unknown, Unknown) else unknown_of(scenario, unknown)
    if low is not None or high is not None:
        found = found.within(low, high)
    ask = _Question(scenario, found, (target,), rules)
    lengths = (len(batch) for _, batch in batches_in(scenario))
    size = max(np.size(target.limit), next(lengths, 1))

    def margin(values: FloatArray) -> FloatArray:
        return np.broadcast_to(ask.margins(values)[0], (size,))

    lows, highs = np.full(size, found.low), np.full(size, found.high)
    at_low, at_high = margin(lows) >= 0.0, margin(highs) >= 0.0
    good = np.where(at_high, highs, lows)
    bad = np.where(at_high, lows, highs)
    for _ in range(HALVINGS):
        middle = (good + bad) * HALF
        meets = margin(middle) >= 0.0
        good, bad = np.where(meets, middle, good), np.where(meets, bad, middle)
    answer = np.where(at_low & at_high, lows if found.prefer == "least" else highs, good)
    return np.where(at_low | at_high, answer, np.nan)
