"""Line charts of a clinic: cash month by month, and what a wage floor leaves of the margin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from calc.number import FloatArray
from calc.staffing import CashTimeline, ClinicChance, TradeOff
from ui.telling import numbers
from ui.telling.chart_frame import FONT, FONT_SIZE, Chart, still
from ui.telling.palette import CLEAR, Palette

HEIGHT = 280
LEFT, RIGHT, TOP, BOTTOM = 58, 16, 26, 44
SMALL = 13
DOT = 9
WIDE_BAND, NARROW_BAND = 0.13, 0.2  # how dense the bands of nine of ten and of half of them are
MIDDLE = 2  # its column among those of the paths
ROOM = 0.08  # of the height, above; twice as much below, for the note


def cash(
    shown: CashTimeline, first: CashTimeline | None, letter: str, palette: Palette, currency: str
) -> Chart:
    """Cash at the end of each month; plan A thin and dashed beside another plan."""
    months = list(range(1, len(shown.at_end) + 1))
    ends = [float(amount) for amount in shown.at_end]
    data = []
    if first is not None:
        before = [float(amount) for amount in first.at_end]
        data.append(_line(months, before, palette, currency, name="plan A", behind=True))
    data.append(_line(months, ends, palette, currency, name=f"plan {letter}"))
    low, month = shown.lowest, shown.lowest_month
    data.append(_dot(month, low, f"lowest, month {month}", palette, currency))
    written = numbers.money(low, currency, cents=False)
    note = _note(month, low, f"lowest {written}", palette, months[-1])
    lowest = [min(0.0, *ends)] if low < 0.0 else []
    layout = _layout(palette, currency, "Month")
    layout["annotations"] = [note]
    layout["shapes"] = [_zero(palette)] if lowest else []
    layout["xaxis"] |= {"dtick": 6, "range": [0.5, months[-1] + 0.5]}
    every = [*ends, *(float(amount) for amount in first.at_end)] if first is not None else ends
    room = ROOM * ((max(every) - min(every)) or 1.0)
    bottom = min(0.0, min(every) - 2.0 * room)  # from 0, so that no slope looks steeper than it is
    layout["yaxis"] |= {"range": [bottom, max(every) + room]}
    said = [
        f"month {month} {numbers.money(amount, currency, cents=False)}"
        for month, amount in zip(months, ends, strict=True)
        if month in (1, 6, 12, 18, 24)
    ]
    alt = (
        f"Cash at the end of each month, plan {letter}: {', '.join(said)}. "
        f"The lowest is {written} in month {month}."
    )
    return Chart({"data": data, "layout": layout}, alt, HEIGHT)


def chance(found: ClinicChance, plan: CashTimeline, palette: Palette, currency: str) -> Chart:
    """The middle of the paths in bands of half and of nine of ten; dotted the plan without chance.

    All begin at the opening cash, in month 0.
    """
    first = np.full((1, found.cash.shape[1]), found.opening)
    rows = np.concatenate([first, found.cash])
    months = list(range(len(rows)))
    planned = [found.opening, *(float(amount) for amount in plan.at_end)]
    middle = rows[:, MIDDLE].tolist()
    data = [
        _band(rows, (0, 4), WIDE_BAND, palette),
        _band(rows, (1, 3), NARROW_BAND, palette),
        _line(months, planned, palette, currency, name="if all stays", behind=True, dash="dot"),
        _line(months, middle, palette, currency, name="middle path"),
    ]
    layout = _layout(palette, currency, "Month")
    layout["shapes"] = [_zero(palette)]
    layout["xaxis"] |= {"dtick": 6, "range": [0, months[-1] + 0.5]}
    low, high = min(0.0, float(rows.min()), *planned), max(float(rows.max()), *planned)
    room = ROOM * ((high - low) or 1.0)
    layout["yaxis"] |= {"range": [low - room, high + room]}
    said = [
        f"month {month} {words[0]}, in nine of ten {words[1]} to {words[2]}"
        for month in months[6::6]
        for words in [[numbers.money(rows[month, at], currency, False) for at in (MIDDLE, 0, 4)]]
    ]
    alt = f"Cash at the end of each month by chance, the middle path: {'; '.join(said)}."
    return Chart({"data": data, "layout": layout}, alt, HEIGHT)


def _band(
    rows: FloatArray, columns: tuple[int, int], dense: float, palette: Palette
) -> dict[str, Any]:
    """The room between two columns, without an edge."""
    months = list(range(len(rows)))
    low, high = (rows[:, column].round(2).tolist() for column in columns)
    red, green, blue = (int(palette.kept[place : place + 2], 16) for place in (1, 3, 5))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*months, *reversed(months)],
        "y": [*high, *reversed(low)],
        "fill": "toself",
        "fillcolor": f"rgba({red}, {green}, {blue}, {dense})",
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def trade_off(
    points: Sequence[TradeOff], floor: float, palette: Palette, currency: str, whose: str
) -> Chart | None:
    """The most margin that each wage floor leaves, a ring at the floor that is set.

    `whose` says what that floor is called.
    """
    found = [(point.wage_floor_per_hour, point.margin) for point in points]
    there = [(wage, margin) for wage, margin in found if margin is not None]
    if not there:
        return None
    xs, ys = [wage for wage, _ in there], [margin for _, margin in there]
    line = _line(xs, ys, palette, currency, name="margin", unit="floor")
    line |= {"mode": "lines+markers", "marker": {"size": 7, "color": palette.kept}}
    data = [line]
    for wage, margin in there:
        if wage == floor:
            ring = _dot(wage, margin, whose, palette, currency)
            ring["marker"] = {
                "size": 15,
                "color": CLEAR,
                "line": {"color": palette.as_is, "width": 2.2},
            }
            data.append(ring)
    layout = _layout(palette, currency, "Least true wage an hour")
    symbol = numbers.SYMBOLS.get(currency, "")
    layout["xaxis"] |= {"tickprefix": symbol, "nticks": 7}
    layout["annotations"] = [_title("Margin a year", palette)]
    told = "; ".join(
        f"{numbers.money(wage, currency, False)} leaves {numbers.money(margin, currency, False)}"
        for wage, margin in there
    )
    none = [wage for wage, margin in found if margin is None]
    end = f" From {numbers.money(min(none), currency, False)} on there is no plan." if none else ""
    return Chart({"data": data, "layout": layout}, f"Margin by wage floor: {told}.{end}", HEIGHT)


def _line(
    xs: Sequence[float],
    ys: Sequence[float],
    palette: Palette,
    currency: str,
    *,
    name: str,
    unit: str = "month",
    behind: bool = False,
    dash: str = "dash",
) -> dict[str, Any]:
    """A thick line; thin and dashed, or in another stroke, for what stands behind another."""
    line = {"color": palette.kept, "dash": "solid", "width": 3.0}
    if behind:
        line = {"color": palette.neutral, "dash": dash, "width": 1.6}
    return {
        "type": "scatter",
        "mode": "lines",
        "cliponaxis": False,
        "x": list(xs),
        "y": [round(y, 2) for y in ys],
        "line": line,
        "hovertext": [
            f"{name[:1].upper()}{name[1:]}<br>{unit} {x:g}: {numbers.money(y, currency, False)}"
            for x, y in zip(xs, ys, strict=True)
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _dot(x: float, y: float, said: str, palette: Palette, currency: str) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [x],
        "y": [round(y, 2)],
        "marker": {"size": DOT, "color": palette.kept},
        "hovertext": [f"{said}<br>{numbers.money(y, currency, False)}"],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _note(x: float, y: float, text: str, palette: Palette, most: float) -> dict[str, Any]:
    side = "left" if x < most / 2 else "right"
    return {
        "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
        "showarrow": False,
        "text": text,
        "x": x,
        "xanchor": side,
        "xshift": DOT if side == "left" else -DOT,
        "y": y,
        "yanchor": "top",
        "yshift": -4,
    }


def _title(text: str, palette: Palette) -> dict[str, Any]:
    return {
        "font": {"family": FONT, "size": SMALL, "color": palette.gray_text},
        "showarrow": False,
        "text": text,
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "xshift": -LEFT + 4,
        "y": 1,
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 4,
    }


def _zero(palette: Palette) -> dict[str, Any]:
    line = {"color": palette.neutral, "width": 1}
    ends = {"x0": 0, "x1": 1, "xref": "paper", "y0": 0, "y1": 0}
    return {"type": "line", "layer": "below", "line": line, **ends}


def _layout(palette: Palette, currency: str, title: str) -> dict[str, Any]:
    small = {"family": FONT, "size": SMALL, "color": palette.gray_text}
    fixed = {"fixedrange": True, "zeroline": False, "tickfont": small, "ticks": ""}
    return {
        **still(palette),
        "height": HEIGHT,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        "xaxis": {
            **fixed,
            "showgrid": False,
            "showline": True,
            "linecolor": palette.neutral,
            "title": {"text": title, "font": small, "standoff": 8},
        },
        "yaxis": {
            **fixed,
            "gridcolor": palette.grid,
            "nticks": 5,
            **_written_in(currency),
        },
    }


def _written_in(currency: str) -> dict[str, str]:
    """Ticks of money; the sign of a loss stands before the dollar, which plotly knows alone."""
    if currency == "USD":
        return {"tickformat": "$~s"}
    return {"tickformat": "~s", "tickprefix": numbers.SYMBOLS.get(currency, "")}
