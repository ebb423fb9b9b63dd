"""Where a figure that may jump first reaches a target: on a grid, then closer and closer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from calc.number import FloatArray

POINTS = 65
ROUNDS = 5


@dataclass(frozen=True, slots=True)
class Crossing:
    """The least change that reaches a target; where none does, the one that comes nearest.

    `achieved` is the figure worked out again at `at`, never the target itself.
    """

    at: float
    achieved: float
    reached: bool


def first_crossing(
    figure: Callable[[FloatArray], FloatArray], target: float, most: float
) -> Crossing:
    """The least change from 0 to `most` at which a figure reaches a target.

    `figure` takes a row of changes at once. Between two points of the grid a rise and a fall may
    hide; a figure that rises but for small steps has none.

    >>> found = first_crossing(lambda x: 2.0 * x, 5.0, 10.0)
    >>> round(found.at, 6), found.reached
    (2.5, True)
    >>> first_crossing(lambda x: 2.0 * x, 50.0, 10.0)
    Crossing(at=10.0, achieved=20.0, reached=False)
    """
    low, high = 0.0, most
    found: Crossing | None = None
    for _ in range(ROUNDS):
        changes = np.linspace(low, high, POINTS)
        figures = np.asarray(figure(changes))
        there = np.flatnonzero(figures >= target)
        if not there.size:
            best = int(np.nanargmax(figures))
            return found or Crossing(float(changes[best]), float(figures[best]), False)
        first = int(there[0])
        found = Crossing(float(changes[first]), float(figures[first]), True)
        if not first:
            break
        low, high = float(changes[first - 1]), float(changes[first])
    assert found is not None
    return found
