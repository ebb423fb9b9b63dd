"""Where a figure that may jump reaches a target: looked for on a grid, then closed in on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np

from calc.number import FloatArray

Flags: TypeAlias = np.ndarray[Any, np.dtype[np.bool_]]

POINTS = 257  # of the grid that a crossing is looked for on, and of each closer look
ROUNDS = 4


@dataclass(frozen=True, slots=True)
class Crossing:
    """The least change that reaches a target; where none does, the one that comes nearest.

    `achieved` is the figure worked out again at `at`, never the target itself.
    """

    at: float
    achieved: float
    reached: bool


def edge(good: Callable[[FloatArray], Flags], misses: float, meets: float) -> tuple[float, float]:
    """The two values next to an edge between one that misses and one that meets, in that order.

    `good` says of a row of values which of them meet. Of several edges it is that nearest to the
    value that misses, as far as the grid shows it.

    >>> misses, meets = edge(lambda x: x >= 2.5, 0.0, 10.0)
    >>> round(misses, 6), round(meets, 6), misses < 2.5 <= meets
    (2.5, 2.5, True)
    """
    for _ in range(ROUNDS):
        points = np.linspace(misses, meets, POINTS)
        first = int(np.argmax(good(points)))
        misses, meets = float(points[first - 1]), float(points[first])
    return misses, meets


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
    changes = np.linspace(0.0, most, POINTS)
    figures = figure(changes)
    there = np.flatnonzero(figures >= target)
    if not there.size:
        best = int(np.nanargmax(figures))
        return Crossing(float(changes[best]), float(figures[best]), False)
    first = int(there[0])
    if not first:
        return Crossing(0.0, float(figures[0]), True)
    _, at = edge(lambda row: figure(row) >= target, changes[first - 1], changes[first])
    return Crossing(at, float(figure(np.array([at]))[0]), True)
