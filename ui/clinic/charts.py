"""Charts of staffing plans: a ring as it is, a dot in the plan shown, a line between them."""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from ui.telling.chart_frame import (
    DIGIT_WIDTH,
    FONT,
    FONT_SIZE,
    GAP,
    NARROWEST,
    WORD_WIDTH,
    Chart,
    still,
)
from ui.telling.chart_rows import HOUR_ROW
from ui.telling.palette import Palette

MARK = 13
BESIDE = MARK / 2 + GAP - 1
LABEL_CHARACTERS, MOST_LINES, LINE = 18, 3, 19  # a line is so many pixels high
APART = 14.0  # pixels from the labels at the left, lest a label and a value read as one
TOP = 30  # room for the name of the floor or the ceiling
SMALL = 13
ROOM = 0.1
BEYOND, BELOW, BREAK = "▸", "◂", "<br>"
Written = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Dot:
    """One person: the figure as it is and in the plan shown; either may be missing."""

    label: str
    before: float | None
    now: float | None

    def most(self) -> float:
        """The larger of the two."""
        return max(value for value in (self.before, self.now) if value is not None)

    def least(self) -> float:
        """The smaller of the two."""
        return min(value for value in (self.before, self.now) if value is not None)

    def told(self, written: Written) -> str:
        """Both values in words."""
        before, now = self.before, self.now
        if now is None:
            return f"{self.label} {written(before or 0.0)} as it is, not in this plan"
        if before is None:
            return f"{self.label} {written(now)}, not there as it is"
        if written(before) == written(now):
            return f"{self.label} {written(now)}"
        return f"{self.label} from {written(before)} to {written(now)}"


@dataclass(frozen=True, slots=True)
class Limit:
    """A floor or ceiling, drawn dashed under its name."""

    value: float
    name: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A ring or a dot in its row, and its value on one side of it."""

    row: int
    x: float
    text: str
    side: int
    ring: bool
    hover: str
    quiet: bool = False

    def reach(self) -> float:
        """Pixels that mark and value take on their side."""
        return len(self.text) * DIGIT_WIDTH + BESIDE + (APART if self.side < 0 else 0.0)


def dots(
    found: Sequence[Dot], limit: Limit | None, written: Written, told: str, palette: Palette
) -> Chart | None:
    """A row for each person; values stand on the outer side of their marks."""
    if not found:
        return None
    labels = [_in_lines(dot.label) for dot in found]
    marks = _marks(found, limit, written)
    left = max(len(line) for lines in labels for line in lines) * WORD_WIDTH + 3 * GAP
    axis = _range(marks, limit, NARROWEST - left)
    notes = [_value(mark, palette) for mark in marks]
    if limit is not None:
        notes.append(_named(limit, axis, palette))
    height = TOP + max(HOUR_ROW, LINE * max(map(len, labels)) + GAP) * len(found)
    layout = {
        **_still(palette),
        "annotations": notes,
        "height": height,
        "shapes": [*_lines(marks, palette), *_dashed(limit, len(found), palette)],
    }
    layout["xaxis"] |= {"range": axis}
    layout["yaxis"] |= {
        "range": [len(found) - 0.5, -0.5],
        "ticktext": list(map(BREAK.join, labels)),
        "tickvals": list(range(len(found))),
    }
    said = "; ".join(dot.told(written) for dot in found)
    said += f". The dashed line is {limit.name}." if limit else "."
    data = [_trace(marks, ring, palette) for ring in (True, False)]
    return Chart({"data": data, "layout": layout}, f"{told}: {said}", height)


def beyond_line(chart: Chart) -> str:
    """Which sign of somebody at the edge means what; nothing where nobody is."""
    notes = "".join(note["text"] for note in chart.figure["layout"]["annotations"])
    signs = [sign for sign in (BELOW, BEYOND) if sign in notes]
    lie = "lies" if len(signs) == 1 else "lie"
    return f" {' and '.join(signs)} {lie} beyond the chart." if signs else ""


def _in_lines(label: str) -> list[str]:
    """A label in as many short lines as it needs, of which only a very long one is cut."""
    lines = textwrap.wrap(label, LABEL_CHARACTERS, max_lines=MOST_LINES, placeholder="…")
    return [html.escape(line, quote=False) for line in lines] or [""]


def _marks(found: Sequence[Dot], limit: Limit | None, written: Written) -> list[Mark]:
    """Rings and dots with their values; one dot where both are written alike."""
    low, high = _edges(found, limit)
    marks: list[Mark] = []
    for row, dot in enumerate(found):
        name = html.escape(dot.label)
        was, now = dot.before, dot.now
        if not low <= dot.least() <= dot.most() <= high:
            hover = f"{name}<br>{html.escape(dot.told(written).removeprefix(dot.label).strip())}"
            text, x, side = f"{BELOW} {_far(dot, written)}", low, 1
            if dot.most() > high:
                text, x, side = f"{_far(dot, written)} {BEYOND}", high, -1
            marks.append(Mark(row, x, text, side=side, ring=now is None, hover=hover))
            continue
        alike = was is not None and now is not None and written(was) == written(now)
        side = 1 if was is None or now is None or now > was else -1
        if was is not None and not alike:
            said = f"{name}<br>{written(was)} as it is"
            of_ring = 1 if now is None else -side
            marks.append(
                Mark(row, was, written(was), side=of_ring, ring=True, hover=said, quiet=True)
            )
        if now is not None:
            said = f"{name}<br>{written(now)} in this plan"
            of_dot = 1 if alike else side
            marks.append(Mark(row, now, written(now), side=of_dot, ring=False, hover=said))
    return marks


def _far(dot: Dot, written: Written) -> str:
    """The figure of somebody beyond the chart, from and to where a plan changes it."""
    said = [written(value) for value in (dot.before, dot.now) if value is not None]
    return " to ".join(dict.fromkeys(said))


def _edges(found: Sequence[Dot], limit: Limit | None) -> tuple[float, float]:
    """Where the chart ends for people far from all others, so that these can be told apart.

    Far is further from the next than that one is from nothing.
    """
    limits = [limit.value] if limit else []
    lows = sorted([*(dot.least() for dot in found), *limits])
    highs = sorted([*(dot.most() for dot in found), *limits], reverse=True)
    low, high = _last_far(lows), _last_far(highs)
    return (
        lows[low] - ROOM * abs(lows[low]) if low else -math.inf,
        highs[high] + ROOM * abs(highs[high]) if high else math.inf,
    )


def _last_far(values: Sequence[float]) -> int:
    """How many values, from the outside in, are each far from the next."""
    count = 0
    for one, beside in pairwise(values):
        if not abs(one - beside) > abs(beside) > 0.0:
            break
        count += 1
    return count


def _range(marks: Sequence[Mark], limit: Limit | None, width: float) -> list[float]:
    """An axis with room for every value beside its mark, on the narrowest chart."""
    points = [mark.x for mark in marks] + ([limit.value] if limit else [])
    least, most = min(points), max(points)
    if least == most:
        least, most = least - 1.0, most + 1.0
    low, high = least, most
    for _ in range(20):
        pixel = (high - low) / max(width, 1.0)
        ends = [mark.x + mark.side * mark.reach() * pixel for mark in marks]
        low = min(least - MARK * pixel, *ends)
        high = max(most + MARK * pixel, *ends)
    return [round(low, 4), round(high, 4)]


def _still(palette: Palette) -> dict[str, Any]:
    """A layout whose axes cannot be moved."""
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    fixed = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    return {
        **still(palette),
        "margin": {"l": 0, "r": 2, "t": TOP, "b": 0, "pad": GAP},
        "xaxis": {**fixed, "showticklabels": False},
        "yaxis": {**fixed, "automargin": True, "tickfont": font, "ticks": ""},
    }


def _value(mark: Mark, palette: Palette) -> dict[str, Any]:
    """A value on the ground of the page, so that a dashed line does not run through it."""
    colour = palette.gray_text if mark.quiet else palette.text
    return {
        "bgcolor": palette.ground,
        "borderpad": 1,
        "font": {"family": FONT, "size": FONT_SIZE, "color": colour},
        "showarrow": False,
        "text": mark.text,
        "x": mark.x,
        "xanchor": "left" if mark.side > 0 else "right",
        "xshift": mark.side * (BESIDE - 1),
        "y": mark.row,
        "yanchor": "middle",
    }


def _named(limit: Limit, axis: Sequence[float], palette: Palette) -> dict[str, Any]:
    """The limit's name above its line, kept inside the plot."""
    part = (limit.value - axis[0]) / (axis[1] - axis[0])
    anchor = "left" if part < 0.25 else "right" if part > 0.75 else "center"
    return {
        "font": {"family": FONT, "size": SMALL, "color": palette.gray_text},
        "showarrow": False,
        "text": limit.name,
        "x": limit.value,
        "xanchor": anchor,
        "y": 1,
        "yanchor": "bottom",
        "yref": "paper",
        "yshift": 2,
    }


def _lines(marks: Sequence[Mark], palette: Palette) -> list[dict[str, Any]]:
    """A thin line from ring to dot."""
    line = {"color": palette.neutral, "width": 1.4}
    pairs = [
        (one, other)
        for one, other in pairwise(marks)
        if one.row == other.row and one.ring and not other.ring
    ]
    return [
        {
            "type": "line",
            "layer": "below",
            "line": line,
            "x0": ring.x,
            "x1": dot.x,
            "y0": ring.row,
            "y1": ring.row,
        }
        for ring, dot in pairs
    ]


def _dashed(limit: Limit | None, rows: int, palette: Palette) -> list[dict[str, Any]]:
    if limit is None:
        return []
    line = {"color": palette.as_is, "width": 1.6, "dash": "dash"}
    ends = {"x0": limit.value, "x1": limit.value, "y0": -0.5, "y1": rows - 0.5}
    return [{"type": "line", "layer": "below", "line": line, **ends}]


def _trace(marks: Sequence[Mark], ring: bool, palette: Palette) -> dict[str, Any]:
    chosen = [mark for mark in marks if mark.ring == ring]
    hollow = {"color": palette.ground, "line": {"color": palette.as_is, "width": 2}}
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(mark.x, 4) for mark in chosen],
        "y": [mark.row for mark in chosen],
        "marker": {"size": MARK, **(hollow if ring else {"color": palette.kept})},
        "hovertext": [mark.hover for mark in chosen],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }
