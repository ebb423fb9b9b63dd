"""Charts of statements: plain plotly figures, each with a sentence that says all its numbers.

A chart is rows, the label left and the amount beside the bar; it fits 356 pixels and wider.
Filled is paid or kept, hollow is unpaid. The page draws it with
`st.plotly_chart(go.Figure(chart.figure, skip_invalid=True), config=CONFIG, alt=chart.alt)`.
A chart is None where there is nothing to draw; the page then says so in words.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from calc.ledger import Line
from ui.telling.chart_frame import FONT, FONT_SIZE, in_two_lines, still
from ui.telling.numbers import PER, difference, hours, money, signed, wage
from ui.telling.palette import CLEAR, Palette, hatching
from ui.telling.tables import shown_shares, shown_steps, shown_week

CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "doubleClick": False,
    "responsive": True,
    "scrollZoom": False,
    "showAxisDragHandles": False,
    "showTips": False,
}
NARROWEST = 356  # the width of a chart on a phone of 390 pixels
WORD_WIDTH, DIGIT_WIDTH = 7.4, 8.2  # of one character, in pixels, a little generous
GAP = 6  # between a bar and its amount
EDGE = 2  # keeps an outline whole at the side of the plot
LABEL_CHARACTERS = 18
STEP_ROW, HOUR_ROW = 42, 31
BAR_SHARE = 0.68  # of the height of its row
Place = Literal["inside", "left", "right"]


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure for plotly, the sentence that replaces it, and its height in pixels."""

    figure: dict[str, Any]
    alt: str
    height: int


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


def staircase(line: Line, palette: Palette, currency: str = "USD") -> Chart | None:
    """From the fee down to the hour: a sum of its start and of steps, most of them negative.

    A step whose key ends in `.unpaid_time` is hollow. None where the end is not known.
    """
    if not _known(line):
        return None
    rows: list[Row] = []
    level = 0.0
    for part, amount in shown_steps(line):
        before, level = level, round(level + amount, 2)
        text = signed(amount, 2) if rows else wage(amount, currency)
        hover = f"{difference(amount, currency, True) if rows else text} {PER[part.unit]}"
        colour = palette.leaves if rows and amount < 0 else palette.kept
        bar = Bar(before, level, colour, hover, hollow=part.key.endswith(".unpaid_time"))
        rows.append(Row(part.label, (bar,), text, "left" if rows else "inside", not rows))
    text = wage(level, currency)
    bar = Bar(0.0, level, palette.kept, f"{text} {PER[line.unit]}")
    rows.append(Row(line.label, (bar,), text, "inside" if level > 0 else "left", True))
    risers = [
        _stroke(row.bars[0].end, place + BAR_SHARE / 2, place + 1 - BAR_SHARE / 2, palette)
        for place, row in enumerate(rows[:-1])
    ]
    told = "; ".join(f"{row.label} {row.amount}" for row in rows)
    alt = f"From {rows[0].label} to {line.label}, {PER[line.unit]}: {told}."
    return rows_chart(rows, alt, STEP_ROW, palette, risers)


def week(
    line: Line, worked_weeks: float, palette: Palette, own_therapy_hours: float = 0.0
) -> Chart | None:
    """Hours of a worked week by what they go to: paid filled, unpaid hollow.

    Own therapy, hours of a worked week, has a row of its own below them: it is no work.

    The line is the hours of a year, a sum of buckets; each bucket is a sum of two parts whose keys
    end in `.paid` and `.unpaid`. None without hours or without a week of work.
    """
    shown = shown_week(line, worked_weeks) if worked_weeks and _known(line) else []
    if not shown:
        return None
    rows, told = [], []
    for place, (label, paid, unpaid) in enumerate(shown):
        in_all = paid + unpaid
        bars = (
            Bar(0.0, paid, palette.kept, f"{hours(paid)} h a worked week, paid"),
            Bar(paid, in_all, palette.kept, f"{hours(unpaid)} h a worked week, unpaid", True),
        )
        unit = " h" if place in (0, len(shown) - 1) else ""
        filled = tuple(bar for bar in bars if bar.start != bar.end)
        rows.append(Row(label, filled, hours(in_all) + unit, "right"))
        parts = [f"{hours(bar.end - bar.start)} {_kind(bar)}" for bar in filled]
        told.append(f"{label} {' and '.join(parts)}")
    if own_therapy_hours:
        amount = hours(own_therapy_hours)
        bar = Bar(0.0, own_therapy_hours, palette.neutral, f"{amount} h a worked week, not work")
        rows.append(Row("Own therapy", (bar,), f"{amount} of your own", "right"))
        told.append(f"beside them own therapy {amount}, which is no work")
    unpaid = math.fsum(unpaid for _, _, unpaid in shown)
    in_all = math.fsum(paid for _, paid, _ in shown) + unpaid
    alt = f"Of {hours(in_all)} hours in a worked week {hours(unpaid)} are unpaid: "
    alt += "; ".join(told) + "."
    return rows_chart(rows, alt, HOUR_ROW, palette)


def dollar(line: Line, palette: Palette, currency: str = "USD") -> Chart | None:
    """Where every hundred that comes in goes: a row for each part that leaves, then what is kept.

    The line is the take-home statement: money in first, then what is taken away. None where no
    money comes in, for then there are no shares. A take-home below zero stands left of zero.
    """
    if not _known(line) or not _known(line.parts[0]) or line.parts[0].amount <= 0:
        return None
    of_hundred = f" of every {money(100, currency)}"
    rows: list[Row] = []
    kept = 100.0
    for label, share in shown_shares(line):
        kept += share
        whole = difference(share, currency, True)
        colour = palette.leaves if share < 0 else palette.kept
        bar = Bar(0.0, abs(share), colour, whole + of_hundred)
        rows.append(Row(label, (bar,), signed(share, 2) if rows else whole, "right"))
    text = money(kept, currency, True)
    bar = Bar(0.0, round(kept, 2), palette.kept, text + of_hundred)
    rows.append(Row(line.label, (bar,), text, "right" if bar.end >= 0 else "left", True))
    told = "; ".join(f"{row.label} {row.amount}" for row in rows)
    alt = f"Of every {money(100, currency)} that comes in: {told}."
    return rows_chart(rows, alt, STEP_ROW, palette)


def _known(line: Line) -> bool:
    return math.isfinite(float(line.amount))


def _kind(bar: Bar) -> str:
    return "unpaid" if bar.hollow else "paid"


def rows_chart(
    rows: Sequence[Row],
    alt: str,
    row_height: int,
    palette: Palette,
    shapes: Sequence[dict[str, Any]] = (),
) -> Chart:
    """Rows from the top down, on axes that cannot be moved and that keep room for every amount."""
    labels = [
        html.escape(row.label) if row.note else in_two_lines(row.label, LABEL_CHARACTERS)
        for row in rows
    ]
    if any("<br>" in label for label in labels):
        row_height = STEP_ROW
    longest = max(len(line) for label in labels for line in label.split("<br>"))
    longest = max(longest, *(len(row.note) for row in rows))
    labels = [_with_note(label, row, palette) for label, row in zip(labels, rows, strict=True)]
    rows, axis, margin = _with_room(rows, NARROWEST - longest * WORD_WIDTH - 4 * GAP)
    drawn = [(place, row, bar) for place, row in enumerate(rows) for bar in row.bars]
    bars = {
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
    below = any(row.ends[0] < 0 for row in rows)
    zero = [_stroke(0.0, -0.5, len(rows) - 0.5, palette)] if below else []
    height = row_height * len(rows)
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    fixed = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    layout = {
        **still(palette),
        "annotations": [_amount(place, row, palette) for place, row in enumerate(rows)],
        "barmode": "overlay",
        "height": height,
        "margin": {"l": 0, "r": margin, "t": 0, "b": 0, "pad": GAP},
        "shapes": [*zero, *shapes],
        "xaxis": {**fixed, "range": axis, "showticklabels": False},
        "yaxis": {
            **fixed,
            "automargin": True,
            "range": [len(rows) - 0.5, -0.5],
            "tickfont": font,
            "ticks": "",
            "ticktext": labels,
            "tickvals": list(range(len(rows))),
        },
    }
    return Chart({"data": [bars], "layout": layout}, alt, height)


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


def _stroke(x: float, top: float, bottom: float, palette: Palette) -> dict[str, Any]:
    """A thin upright line."""
    ends = {"x0": x, "x1": x, "y0": top, "y1": bottom}
    return {
        **ends,
        "type": "line",
        "layer": "below",
        "line": {"color": palette.neutral, "width": 1},
    }
