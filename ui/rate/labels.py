"""Labels inside the map of the page Set a rate: beside their lines, where they cover least."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np

from calc.number import FloatArray
from calc.questions.rate import Ask
from calc.questions.rate_map import Map
from calc.questions.solve import Target
from ui.rate import words
from ui.telling.chart_frame import FONT, NARROWEST
from ui.telling.label_room import LABEL_HEIGHT, Point, Room, Spot, around
from ui.telling.palette import Palette

HEIGHT = 430
LEFT, RIGHT, TOP, BOTTOM = 52, 12, 38, 52  # margins of the plot in pixels
MARK = 15
SMALL = 13
CHARACTER = 7.0  # the width of one in a label, in pixels
EACH = 7  # of the points in the tint is tried for its label
AWAY = 7.0  # from a line to its label, in pixels
SIDES = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
Line: TypeAlias = list[Point | None]


def inside(met: FloatArray) -> tuple[int, int] | None:
    """Row and column of the point deepest inside the region that meets every target."""
    left = met >= 0.0
    if not left.any():
        return None
    while True:
        padded = np.pad(left, 1)
        less = (
            padded[1:-1, 1:-1]
            & padded[:-2, 1:-1]
            & padded[2:, 1:-1]
            & padded[1:-1, :-2]
            & padded[1:-1, 2:]
        )
        if not less.any():
            break
        left = less
    rows, columns = np.nonzero(left)
    nearest = int(np.argmin((rows - rows.mean()) ** 2 + (columns - columns.mean()) ** 2))
    return int(rows[nearest]), int(columns[nearest])


def all_met(count: int) -> str:
    """The words in the tint."""
    return {1: "target met", 2: "both met", 3: "all three met", 4: "all four met"}[count]


def labels(
    found: Map, lines: Sequence[Line], ask: Ask, palette: Palette, currency: str
) -> list[dict[str, Any]]:
    """A label at each line, where it covers least, inside the plot always; one in the tint.

    That in the tint lies across no line and no mark: where it does not fit it is left out, for the
    sentence above the map says what the tint is.
    """
    scale = _Scale(found)
    marks = [
        around(scale.pixel(at), 2.0 * MARK, 2.0 * MARK)
        for at in (found.current, found.answer)
        if at
    ]
    drawn = [[scale.pixel(point) for point in line if point] for line in lines]
    room = Room(scale.width, scale.height, drawn, marks)
    made: list[dict[str, Any]] = []
    deep = inside(found.met)
    if found.targets and deep is not None:
        text = all_met(len(found.targets))
        at = room.clear(_in_the_tint(found, deep, scale), len(text) * CHARACTER)
        if at is not None:
            made.append(_label(scale.value(at.at), f"<b>{text}</b>", palette))
    named = [pair for pair in zip(drawn, found.targets, strict=True) if pair[0]]
    for points, target in sorted(named, key=lambda pair: len(pair[0])):  # short lines choose first
        text = _short(target, ask, currency)
        wide = len(text) * CHARACTER
        beside = [
            Spot(point, (side * (wide / 2 + AWAY), up * (LABEL_HEIGHT / 2 + AWAY / 2)))
            for point in points[:: max(len(points) // 24, 1)]
            for side, up in SIDES
        ]
        spot = room.place(beside, wide)
        made.append(_label(scale.value(spot.at), text, palette, spot.shift))
    return made


def _in_the_tint(found: Map, deep: tuple[int, int], scale: _Scale) -> list[Spot]:
    """Points where every target is met, the nearer to the deepest the better."""
    rows, columns = np.nonzero(found.met >= 0.0)
    x, y = scale.pixel((float(found.booked[deep[1]]), float(found.fees[deep[0]])))
    points = [
        scale.pixel((float(found.booked[column]), float(found.fees[row])))
        for row, column in zip(rows[::EACH], columns[::EACH], strict=True)
    ]
    return [Spot((x, y)), *(Spot(point, worse=math.dist(point, (x, y))) for point in points)]


def _short(target: Target, ask: Ask, currency: str) -> str:
    return words.limit(target, ask, currency).replace("\\", "")


class _Scale:
    """From values to pixels of the narrowest plot and back."""

    def __init__(self, found: Map) -> None:
        self.x0, self.x1 = float(found.booked[0]), float(found.booked[-1])
        self.y0, self.y1 = float(found.fees[0]), float(found.fees[-1])
        self.width = float(NARROWEST - LEFT - RIGHT)
        self.height = float(HEIGHT - TOP - BOTTOM)

    def pixel(self, point: Point) -> Point:
        """Pixels from the left and from the bottom."""
        return (
            (point[0] - self.x0) / (self.x1 - self.x0) * self.width,
            (point[1] - self.y0) / (self.y1 - self.y0) * self.height,
        )

    def value(self, pixel: Point) -> Point:
        """The values at a pixel."""
        return (
            self.x0 + pixel[0] / self.width * (self.x1 - self.x0),
            self.y0 + pixel[1] / self.height * (self.y1 - self.y0),
        )


def _label(at: Point, text: str, palette: Palette, shift: Point = (0.0, 0.0)) -> dict[str, Any]:
    """A text so many pixels from a point: it stays beside its line on a wide plot too."""
    return {
        "x": at[0],
        "y": at[1],
        "xshift": shift[0],
        "yshift": shift[1],
        "text": text,
        "font": {"family": FONT, "size": SMALL, "color": palette.text},
        "showarrow": False,
        "borderpad": 0,
    }
