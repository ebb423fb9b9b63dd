"""Where the labels of lines may stand: on their line or at its end, where they hide the least.

All is in pixels from the lower left corner of the plot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Point = tuple[float, float]
LABEL_HEIGHT = 20.0
DOT = 6.0  # around the end of a line
ALONG = [part / 20 for part in range(2, 19)]
AT_AN_END = 0.6  # how much worse than the middle of the line, where both hide nothing


@dataclass(frozen=True, slots=True)
class Place:
    """A point of the line, and on which side of it the label stands."""

    point: Point
    side: Literal["on", "left", "right", "above"] = "on"

    def centre(self, half: float) -> Point:
        """The middle of a label that is twice this wide."""
        x, y = self.point
        match self.side:
            case "left":
                return x - half - DOT, y
            case "right":
                return x + half + DOT, y
            case "above":
                return x, y + LABEL_HEIGHT / 2 + DOT
            case _:
                return x, y


@dataclass(frozen=True, slots=True)
class Room:
    """The lines of a plot, half the width of each one's label, and the size of the plot."""

    paths: Sequence[Sequence[Point]]
    halves: Sequence[float]
    width: float
    height: float


def places(
    paths: Sequence[Sequence[Point]], halves: Sequence[float], width: float, height: float
) -> list[Place]:
    """A place for each line's label: inside the plot, on no other label or end, on few lines."""
    found: list[Place] = []
    room = Room(paths, halves, width, height)
    for index, path in enumerate(paths):
        costs = {
            place: worse + _cost(place, index, room, found) for place, worse in _candidates(path)
        }
        found.append(min(costs, key=costs.__getitem__))
    return found


def _candidates(path: Sequence[Point]) -> list[tuple[Place, float]]:
    """Places along a line, the middle first, and those around its end."""
    along = [(Place(path[round(part * (len(path) - 1))]), abs(part - 0.5)) for part in ALONG]
    around = [(Place(path[-1], side), AT_AN_END) for side in ("right", "above", "left")]
    return [*along, *around]


def _cost(place: Place, index: int, room: Room, found: Sequence[Place]) -> float:
    """How much a label hides there: ends weigh most, and its own line is no harm on the line."""
    paths, halves = room.paths, room.halves
    half = halves[index]
    x, y = place.centre(half)
    outside = x < half or x > room.width - half or not LABEL_HEIGHT / 2 < y < room.height
    over = 0
    for other, wide in zip(found, halves, strict=False):  # only those placed already
        left, top = other.centre(wide)
        over += abs(x - left) < half + wide and abs(y - top) < LABEL_HEIGHT
    own = index if place.side == "on" else -1
    hidden = sum(
        abs(x - left) < half and abs(y - top) < LABEL_HEIGHT / 2
        for line, path in enumerate(paths)
        if line != own
        for left, top in path
    )
    ends = sum(
        abs(x - path[-1][0]) < half + DOT and abs(y - path[-1][1]) < LABEL_HEIGHT / 2 + DOT
        for line, path in enumerate(paths)
        if place.side == "on" or line != index
    )
    return 1000.0 * (outside + over) + 100.0 * ends + hidden
