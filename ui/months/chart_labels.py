"""Where the words of the charts of months stand: at the right end, above, or inside the plot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from calc.number import FloatArray
from ui.months.chart_axes import DOT, SMALL_WIDTH
from ui.months.chart_parts import LINE_HEIGHT, MIDDLE, Plot, note
from ui.telling.chart_frame import DIGIT_WIDTH
from ui.telling.label_room import LABEL_HEIGHT, Box, Point, Room, Spot, around
from ui.telling.palette import Palette

BETWEEN = 4  # pixels between two points of a line, when labels look for room
FURTHER = 6  # pixels that words go further down at a time
HEAVY = 4  # how much worse words are on the middle than on another line
COARSE = 9  # pixels between two points of a band
TAGS = re.compile("<[^>]*>")


class Tall(Spot):
    """A place for words of two lines."""

    __slots__ = ()

    def box(self, wide: float) -> Box:
        """What they take up."""
        middle = (self.at[0] + self.shift[0], self.at[1] + self.shift[1])
        return around(middle, wide, high_of("<br>"))


def wide_of(text: str) -> float:
    """How wide words are, in pixels, a little generous; bold ones are larger."""
    lines = text.split("<br>")
    return max(
        len(TAGS.sub("", part)) * (DIGIT_WIDTH if "<b>" in part else SMALL_WIDTH) for part in lines
    )


def high_of(text: str) -> float:
    """How high words are, in pixels."""
    return LABEL_HEIGHT + LINE_HEIGHT * text.count("<br>")


def spread(wanted: Sequence[tuple[float, float]], low: float, high: float) -> list[float]:
    """Middles of boxes in a column, each as near to where it is wanted as the others let it.

    `wanted` are middles and heights; the order from below to above is kept.

    >>> spread([(10.0, 20.0), (12.0, 20.0), (80.0, 20.0)], 0.0, 100.0)
    [10.0, 30.0, 80.0]
    >>> spread([(95.0, 20.0), (96.0, 20.0)], 0.0, 100.0)
    [70.0, 90.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place][0])
    found = [0.0] * len(wanted)
    floor = low
    for place in order:
        middle, tall = wanted[place]
        found[place] = max(middle, floor + tall / 2)
        floor = found[place] + tall / 2
    ceiling = high
    for place in reversed(order):
        tall = wanted[place][1]
        found[place] = min(found[place], ceiling - tall / 2)
        ceiling = found[place] - tall / 2
    return found


def at_the_end(
    words: Sequence[tuple[str, float]], plot: Plot, palette: Palette
) -> list[dict[str, Any]]:
    """Words right of the plot, each beside its value, none on another."""
    wanted = [(plot.at(0.0, value)[1], high_of(text)) for text, value in words]
    middles = spread(wanted, -LABEL_HEIGHT / 2, plot.tall + plot.top)
    return [
        note(
            text,
            palette,
            (float(plot.months), value),
            ("left", "middle"),
            (8.0, middle - plot.at(0.0, value)[1]),
        )
        for (text, value), middle in zip(words, middles, strict=True)
    ]


def above(
    words: Sequence[tuple[float, str, str]], plot: Plot, palette: Palette
) -> tuple[list[dict[str, Any]], int]:
    """Words above the plot, each over its month, in as many rows as keep them apart."""
    made: list[dict[str, Any]] = []
    ends: list[list[tuple[float, float]]] = []
    for month, text, colour in words:
        wide, middle = wide_of(text), month * plot.across
        anchor, left = "center", middle - wide / 2
        if left < -plot.left:
            anchor, left = "left", middle
        elif left + wide > plot.width + plot.right:
            anchor, left = "right", middle - wide
        row = next(
            (
                row
                for row, taken in enumerate(ends)
                if all(left > end + DOT or left + wide < start - DOT for start, end in taken)
            ),
            len(ends),
        )
        ends += [[]] if row == len(ends) else []
        ends[row].append((left, left + wide))
        one = note(text, palette, (month, 1.0), (anchor, "bottom"), (0.0, 2.0 + row * LINE_HEIGHT))
        made.append({**one, "yref": "y domain", "font": {**one["font"], "color": colour}})
    return made, len(ends)


def around_it(at: Point, text: str, best: Point = (0.0, 1.0)) -> list[Spot]:
    """Places around a point, on the side that is best first: (0, 1) is above, (1, -1) below right.

    Those nearest to that side come next.
    """
    wide, high = wide_of(text), high_of(text)
    sides = [(x, y) for x in (-1.0, 0.0, 1.0) for y in (-1.0, 0.0, 1.0) if x or y]
    sides.sort(key=lambda side: (side[0] - best[0]) ** 2 + (side[1] - best[1]) ** 2)
    made = Tall if "<br>" in text else Spot
    aside, over = wide / 2 + DOT, high / 2 + DOT
    return [made(at, (x * aside, y * over), float(rank)) for rank, (x, y) in enumerate(sides)]


def along(
    value: float, text: str, plot: Plot, over: tuple[float, float] | None = None
) -> list[Spot]:
    """Places above and below a level line, those above it and near its start first.

    The line goes `over` some months, or over all. None where it is shorter than its words.
    """
    first, last = over or (0.0, float(plot.months))
    high, half = high_of(text) / 2, wide_of(text) / 2
    begins, ends = first * plot.across + half + DOT, last * plot.across - half
    made = Tall if "<br>" in text else Spot
    return [
        made((x, plot.at(0.0, value)[1]), (0.0, side * high), rank * 0.5 + (2.0 - 2.0 * side))
        for rank, x in enumerate(np.arange(begins, ends, 2.0 * DOT).tolist())
        for side in (1.0, -1.0)
    ]


def steps_before(held: Sequence[float]) -> list[tuple[float, float, float]]:
    """Where each level but the last begins and ends, in months, and the level.

    >>> steps_before([12.0, 12.0, 22.0, 22.0])
    [(0.0, 2.0, 12.0)]
    """
    changes = [place for place in range(1, len(held)) if held[place] != held[place - 1]]
    return [(float(first), float(after), held[first]) for first, after in pairwise([0, *changes])]


def dense_steps(held: Sequence[float], plot: Plot) -> list[Point]:
    """A line of steps in pixels, its points close together."""
    count = round(plot.width / BETWEEN)
    levels = [held[min(len(held) - 1, place * len(held) // count)] for place in range(count)]
    return [plot.at(place * len(held) / count, level) for place, level in enumerate(levels)]


def room_of(
    rows: FloatArray, plot: Plot, others: Sequence[Sequence[Point]] = (), above: float = 0.0
) -> Room:
    """The plot with the fan and other lines in it, and so many pixels above it that are free."""
    lines = [*_filled(rows, plot), *others]
    return Room(plot.width + plot.right - DOT, plot.tall + above, lines, [])


def away_from(at: Point, text: str, best: Point, plot: Plot) -> list[Spot]:
    """Places around a point, the best side first, then on and on above and below it."""
    wide, high = wide_of(text), high_of(text)
    made = Tall if "<br>" in text else Spot
    near = [(spot.worse, spot.shift) for spot in around_it(at, text, best)]
    further = [
        (far / FURTHER + (0.0 if up * best[1] > 0.0 else 4.0), (side, up * (high / 2 + DOT + far)))
        for far in range(FURTHER, int(plot.tall), FURTHER)
        for side in (wide / 2 + DOT, -wide / 2 - DOT)
        for up in (1.0, -1.0)
        if side * best[0] >= 0.0
    ]
    return [made(at, shift, worse) for worse, shift in (*near, *further)]


def place_in(
    room: Room,
    text: str,
    spots: Sequence[Spot],
    plot: Plot,
    palette: Palette,
    ground: bool = True,
) -> dict[str, Any]:
    """Words where they hide least, on the ground of the page."""
    return put(text, room.place(spots, wide_of(text)), plot, palette, ground)


def put(text: str, spot: Spot, plot: Plot, palette: Palette, ground: bool = True) -> dict[str, Any]:
    """Words at a place that was found for them; ink may lie on a band, and needs no ground."""
    (x, y), (aside, over) = spot.at, spot.shift
    anchor = "center" if not aside else "left" if aside > 0.0 else "right"
    beside = {"center": 0.0, "left": DOT, "right": -DOT}[anchor]
    at = (round(x / plot.across, 4), plot.low + y / plot.up)
    made = note(text, palette, at, (anchor, "middle"), (beside, over))
    return {**made, "bgcolor": palette.ground} if ground else made


def dense(y: Sequence[float], plot: Plot, x: Sequence[float] | None = None) -> list[Point]:
    """A line over the months in pixels, its points close enough that words hide none unseen."""
    at = np.arange(len(y), dtype=np.float64) if x is None else np.asarray(x)
    months = np.linspace(at[0], at[-1], max(2, round(plot.width / BETWEEN)))
    found = np.interp(months, at, y)
    return [plot.at(float(month), float(value)) for month, value in zip(months, found, strict=True)]


def _filled(rows: FloatArray, plot: Plot) -> Iterator[list[Point]]:
    """The bands as points, on which words should not lie if they can."""
    for _ in range(HEAVY):
        yield dense(rows[:, MIDDLE].tolist(), plot)
    if plot.low <= 0.0 <= plot.high:
        yield dense([0.0] * len(rows), plot)
    for low, high in ((0, 4), (1, 3)):
        bottom, top = dense(rows[:, low].tolist(), plot), dense(rows[:, high].tolist(), plot)
        yield [
            (x, float(y))
            for (x, start), (_, end) in zip(bottom[::2], top[::2], strict=True)
            for y in np.arange(start, end, COARSE)
        ]
