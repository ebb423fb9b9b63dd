"""Charts made of rows: the label left, and the amount inside, left of or right of its bars.

Rows fit a phone: `rows_chart` moves an amount where it has room, and gives the axis what it needs.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from ui.telling.chart_frame import (
    DIGIT_WIDTH,
    FONT,
    FONT_SIZE,
    GAP,
    NARROWEST,
    WORD_WIDTH,
    Chart,
    in_two_lines,
    still,
)
from ui.telling.palette import CLEAR, Palette, hatching

EDGE = 2  # keeps an outline whole at the side of the plot
LABEL_CHARACTERS = 18
STEP_ROW, HOUR_ROW = 42, 31
BAR_SHARE = 0.68  # of the height of its row
Place = Literal["inside", "left", "right"]


@dataclass(frozen=True, slots=True)
class Bar:
    """A stretch of a row; what hovering over it says stands below the row's label.

    Hollow is unpaid, hatched is uncertain.
    """

    start: float
    end: float
    colour: str
    hover: str
    hollow: bool = False
    hatched: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A label, its bars, and the amount: inside their end, left of them or right of them.

    A note stands small below the label.
    """

    label: str
    bars: tuple[Bar, ...]
    amount: str
    place: Place
    strong: bool = False
    note: str = ""

    @property
    def ends(self) -> tuple[float, float]:
        """The leftmost and the rightmost point of the bars."""
        points = [point for bar in self.bars for point in (bar.start, bar.end)]
        return min(points), max(points)

    @property
    def amount_width(self) -> float:
        """Pixels the amount needs."""
        return len(self.amount) * DIGIT_WIDTH + 2 * GAP


def rows_chart(
    rows: Sequence[Row],
    alt: str,
    row_height: int,
    palette: Palette,
    shapes: Sequence[dict[str, Any]] = (),
) -> Chart:
    """Rows from the top down, on axes that cannot be moved and that keep room for every amount."""
    labels, longest = _labels(rows)
    if any("<br>" in label for label in labels):
        row_height = STEP_ROW
    labels = [_with_note(label, row, palette) for label, row in zip(labels, rows, strict=True)]
    rows, axis, margin = _with_room(rows, NARROWEST - longest * WORD_WIDTH - 4 * GAP)
    below = any(row.ends[0] < 0 for row in rows)
    zero = [stroke(0.0, -0.5, len(rows) - 0.5, palette)] if below else []
    height = row_height * len(rows)
    fixed = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    layout = {
        **still(palette),
        "annotations": [_amount(place, row, palette) for place, row in enumerate(rows)],
        "barmode": "overlay",
        "height": height,
        "margin": {"l": 0, "r": margin, "t": 0, "b": 0, "pad": GAP},
        "shapes": [*zero, *shapes],
        "xaxis": {**fixed, "range": axis, "showticklabels": False},
        "yaxis": {**fixed, **_ticks(labels, palette)},
    }
    return Chart({"data": [_drawn_bars(rows)], "layout": layout}, alt, height)


def _labels(rows: Sequence[Row]) -> tuple[list[str], int]:
    """Labels, in two lines where they are long, and the characters of the longest line."""
    labels = [
        html.escape(row.label) if row.note else in_two_lines(row.label, LABEL_CHARACTERS)
        for row in rows
    ]
    longest = max(len(line) for label in labels for line in label.split("<br>"))
    return labels, max(longest, *(len(row.note) for row in rows))


def _ticks(labels: Sequence[str], palette: Palette) -> dict[str, Any]:
    """The labels down the side, the first row on top."""
    return {
        "automargin": True,
        "range": [len(labels) - 0.5, -0.5],
        "tickfont": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
        "ticks": "",
        "ticktext": labels,
        "tickvals": list(range(len(labels))),
    }


def _drawn_bars(rows: Sequence[Row]) -> dict[str, Any]:
    """All bars of all rows, in the order of the rows."""
    drawn = [(place, row, bar) for place, row in enumerate(rows) for bar in row.bars]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [place for place, _, _ in drawn],
        "base": [bar.start for _, _, bar in drawn],
        "x": [round(bar.end - bar.start, 2) for _, _, bar in drawn],
        "width": BAR_SHARE,
        "marker": {
            "color": [CLEAR if bar.hollow else bar.colour for _, _, bar in drawn],
            "line": {
                "color": [bar.colour for _, _, bar in drawn],
                "width": [1.6 if bar.hollow or bar.hatched else 0 for _, _, bar in drawn],
            },
            **hatching([bar.hatched for _, _, bar in drawn], [bar.colour for _, _, bar in drawn]),
        },
        "hovertext": [f"{html.escape(row.label)}<br>{bar.hover}" for _, row, bar in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _with_note(label: str, row: Row, palette: Palette) -> str:
    if not row.note:
        return label
    style = f"font-size:13px;color:{palette.gray_text}"
    return f'{label}<br><span style="{style}">{html.escape(row.note)}</span>'


def _with_room(rows: Sequence[Row], width: float) -> tuple[list[Row], list[float], float]:
    """The rows with amounts where they fit, the range of the axis, and the margin right of it.

    Axis and margin together are this many pixels wide. Room beside a bar costs scale, and with it
    room elsewhere; so this is repeated until it holds.
    """
    ends = [row.ends for row in rows]
    widths = [row.amount_width for row in rows]
    least = min(left for left, _ in ends)
    most = max(right for _, right in ends)
    most += least == most
    places = [row.place for row in rows]
    low, margin = least, 0.0
    for _ in range(20):
        pixel = (most - low) / max(width - margin, 1.0)
        needs = [wide * pixel for wide in widths]
        places = [
            _fitting(place, end, need, low)
            for place, end, need in zip(places, ends, needs, strict=True)
        ]
        placed = list(zip(places, ends, needs, strict=True))
        lefts = [end[0] - need if place == "left" else end[0] for place, end, need in placed]
        rights = [end[1] + need if place == "right" else end[1] for place, end, need in placed]
        low = min(least, *lefts) - EDGE * pixel
        margin = max(0.0, max(rights) - most) / pixel + EDGE
    fitted = [
        row if row.place == place else replace(row, place=place)
        for row, place in zip(rows, places, strict=True)
    ]
    return fitted, [low, most], math.ceil(margin)


def _fitting(place: Place, ends: tuple[float, float], need: float, low: float) -> Place:
    """Where the amount goes: to the right if there is no room inside, or between axis and bar."""
    left, right = ends
    if place == "inside":
        return "right" if right - left < need else place
    return "right" if place == "left" and 0 <= left < low + need else place


def _amount(place: int, row: Row, palette: Palette) -> dict[str, Any]:
    """The amount of a row, in its place."""
    left, right = row.ends
    colour = palette.text_on_kept if row.place == "inside" else palette.text
    return {
        "font": {"family": FONT, "size": FONT_SIZE, "color": colour},
        "showarrow": False,
        "text": f"<b>{row.amount}</b>" if row.strong else row.amount,
        "x": left if row.place == "left" else right,
        "xanchor": "left" if row.place == "right" else "right",
        "xshift": GAP if row.place == "right" else -GAP,
        "y": place,
        "yanchor": "middle",
    }


def stroke(x: float, top: float, bottom: float, palette: Palette) -> dict[str, Any]:
    """A thin upright line."""
    ends = {"x0": x, "x1": x, "y0": top, "y1": bottom}
    return {
        **ends,
        "type": "line",
        "layer": "below",
        "line": {"color": palette.neutral, "width": 1},
    }
