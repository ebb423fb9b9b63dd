"""Where labels may stand in a plot: inside it, on no other label or mark, on few lines.

All is in pixels from the lower left corner of the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

Point: TypeAlias = tuple[float, float]
Box: TypeAlias = tuple[float, float, float, float]

LABEL_HEIGHT = 20.0
BEYOND = 1000.0  # how bad a pixel beyond a side of the plot is
COVERED = 10.0  # a square pixel of another label or of a mark
HIDDEN = 1.0  # a point of a line


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label may stand: at a point, or so far from it; how much worse that is by itself."""

    at: Point
    shift: Point = (0.0, 0.0)
    worse: float = 0.0

    def box(self, wide: float) -> Box:
        """What a label of this width takes up."""
        return around((self.at[0] + self.shift[0], self.at[1] + self.shift[1]), wide)


class Room:
    """A plot with its lines and what is taken in it: its marks, and labels as they get their place.

    Lines are points close enough to each other that a label hides none unseen.
    """

    def __init__(
        self, width: float, height: float, lines: Sequence[Sequence[Point]], marks: Sequence[Box]
    ) -> None:
        self.width, self.height = width, height
        self.lines = [np.array(line, dtype=float).reshape(-1, 2).T for line in lines]
        self.taken = list(marks)

    def place(self, spots: Sequence[Spot], wide: float, own: int | None = None) -> Spot:
        """The spot where a label covers least, which is taken from then on.

        `own` is the line it names, which is not covered by a label that stands on it.
        """
        found = min(spots, key=lambda spot: spot.worse + self._covered(spot, wide, own))
        self.taken.append(found.box(wide))
        return found

    def clear(self, spots: Sequence[Spot], wide: float) -> Spot | None:
        """The best spot where a label covers nothing at all, taken from then on; None without one.

        Spots are looked at from the one that is least worse by itself.
        """
        for spot in sorted(spots, key=lambda spot: spot.worse):
            if not self._covered(spot, wide, None):
                self.taken.append(spot.box(wide))
                return spot
        return None

    def _covered(self, spot: Spot, wide: float, own: int | None) -> float:
        left, low, right, top = spot.box(wide)
        beyond = max(-left, 0) + max(right - self.width, 0) + max(-low, 0)
        beyond += max(top - self.height, 0)
        covered = sum(
            max(min(right, box[2]) - max(left, box[0]), 0)
            * max(min(top, box[3]) - max(low, box[1]), 0)
            for box in self.taken
        )
        hidden = sum(
            int(np.count_nonzero((left < x) & (x < right) & (low < y) & (y < top)))
            for index, (x, y) in enumerate(self.lines)
            if index != own or any(spot.shift)
        )
        return BEYOND * beyond + COVERED * covered + HIDDEN * hidden


def around(middle: Point, wide: float, high: float = LABEL_HEIGHT) -> Box:
    """A box around a point."""
    x, y = middle
    return x - wide / 2, y - high / 2, x + wide / 2, y + high / 2
