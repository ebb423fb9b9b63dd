"""The map of fee and caseload, drawn: a line for each target, and where all of them are met."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from calc.number import FloatArray
from calc.questions.rate import Ask
from calc.questions.rate_map import Map
from calc.questions.solve import Target
from ui.rate import words
from ui.rate.labels import BOTTOM, HEIGHT, LEFT, MARK, RIGHT, SMALL, TOP, Line, labels
from ui.telling import numbers
from ui.telling.chart_frame import FONT, Chart, still
from ui.telling.label_room import Point
from ui.telling.palette import Palette

LINE = 2.4
DASHES: Mapping[str, str] = {
    "hours_per_week": "dash",
    "load_in_100": "dot",
    "left_over_per_month": "dashdot",
}
TEXTURES: Mapping[str, str] = {
    "hours_per_week": "dashed",
    "load_in_100": "dotted",
    "left_over_per_month": "dash-dotted",
}


def line_at(grid: FloatArray, xs: FloatArray, ys: FloatArray, level: float) -> Line:
    """Where a figure over a grid passes a level: points along the line, None where it breaks off.

    The figure rises or falls all the way up each column, or does not change with it at all.

    >>> line_at(np.array([[0.0, 1.0], [1.0, 2.0]]), np.array([0.0, 1.0]), np.array([0.0, 2.0]), 0.5)
    [(0.0, 1.0), (0.5, 0.0)]
    """
    columns = [(float(xs[i]), at) for i in range(len(xs)) for at in _passes(grid[:, i], ys, level)]
    rows = [(at, float(ys[j])) for j in range(len(ys)) for at in _passes(grid[j], xs, level)]
    points = sorted({*columns, *rows}) if columns else sorted(rows, key=lambda point: point[1])
    wide, high = 1.5 * float(xs[1] - xs[0]), 1.5 * float(ys[1] - ys[0])
    line: Line = []
    for point in points:
        last = line[-1] if line else None
        if last and (abs(point[0] - last[0]) > wide or abs(point[1] - last[1]) > high):
            line.append(None)
        line.append(point)
    return line


def _passes(figure: FloatArray, places: FloatArray, level: float) -> list[float]:
    """The places at which a row of figures passes a level, on straight lines between them."""
    above = figure >= level
    first = np.flatnonzero(above[1:] != above[:-1])
    start, end = figure[first], figure[first + 1]
    share = (level - start) / (end - start)
    found = places[first] + share * (places[first + 1] - places[first])
    return [float(place) for place in found if math.isfinite(place)]


def map_chart(found: Map, ask: Ask, palette: Palette, currency: str) -> Chart:
    """Lines of the targets, the tint where all are met, ring and diamond; axes that stay still."""
    lines = [_line(found, target) for target in found.targets]
    data = [*_tint(found, palette)]
    data += [
        _trace(line, target, ask, palette, currency)
        for line, target in zip(lines, found.targets, strict=True)
        if line
    ]
    data += _marks(found, palette, currency)
    made = labels(found, lines, ask, palette, currency)
    figure = {"data": data, "layout": _layout(found, made, palette, currency)}
    return Chart(figure, alt(found, ask, currency), HEIGHT)


def _line(found: Map, target: Target) -> Line:
    return line_at(found.figure(target), found.booked, found.fees, float(target.limit))


def off_the_map(found: Map, ask: Ask, currency: str) -> list[str]:
    """A sentence for each target whose line is not on the map."""
    said = []
    for target in found.targets:
        if not _line(found, target):
            met = bool(np.all(np.asarray(target.margin(found.figure(target))) >= 0.0))
            name = words.limit(target, ask, currency)
            name = name[0].upper() + name[1:]
            said.append(f"{name}: {'met' if met else 'missed'} all over this map.")
    return said


def _tint(found: Map, palette: Palette) -> list[dict[str, Any]]:
    met = found.met >= 0.0
    if not met.any() or not found.targets:
        return []
    tint = {  # plotly fills what a constraint leaves out, so this names what misses a target
        "type": "contour",
        "x": [round(float(x), 3) for x in found.booked],
        "y": [round(float(y), 2) for y in found.fees],
        "z": [[round(float(z), 4) for z in row] for row in np.clip(found.met, -1.0, 1.0)],
        "autocontour": False,
        "contours": {"type": "constraint", "operation": "<", "value": 0.0, "coloring": "none"},
        "fillcolor": palette.all_met,
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
        "showscale": False,
        "name": "all met",
    }
    return [tint]


def _trace(line: Line, target: Target, ask: Ask, palette: Palette, currency: str) -> dict[str, Any]:
    colours = {"hours_per_week": palette.as_is, "load_in_100": palette.leaves}
    name = words.limit(target, ask, currency).replace("\\", "")
    told = [
        None
        if point is None
        else f"{name}<br>{numbers.money(point[1], currency, False)}, {point[0]:.1f} booked a week"
        for point in line
    ]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [None if point is None else round(point[0], 3) for point in line],
        "y": [None if point is None else round(point[1], 2) for point in line],
        "line": {
            "color": colours.get(target.figure, palette.kept),
            "dash": DASHES.get(target.figure, "solid"),
            "width": LINE,
        },
        "hovertext": told,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _marks(found: Map, palette: Palette, currency: str) -> list[dict[str, Any]]:
    """The ring of today, and the diamond of the answer below it or beside it."""

    def mark(name: str, at: Point, marker: dict[str, Any]) -> dict[str, Any]:
        return {
            "type": "scatter",
            "mode": "markers",
            "cliponaxis": False,
            "name": name,
            "x": [at[0]],
            "y": [at[1]],
            "marker": marker,
            "hovertext": [f"{name}<br>{_at(at, currency)}"],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "showlegend": False,
        }

    marks = []
    if found.answer is not None:
        diamond = {
            "symbol": "diamond",
            "size": MARK,
            "color": palette.kept,
            "line": {"color": palette.ground, "width": 1.5},
        }
        marks.append(mark("The answer", found.answer, diamond))
    ring = {
        "symbol": "circle-open",
        "size": MARK + (7 if found.answer == found.current else 0),
        "color": palette.as_is,
        "line": {"color": palette.as_is, "width": 2.6},
    }
    return [mark("As it is today", found.current, ring), *marks]


def _at(point: Point, currency: str) -> str:
    fee = numbers.money(point[1], currency, cents=numbers.has_cents(point[1]))
    return f"{fee}, {words.plain(point[0])} booked a week"


def _layout(
    found: Map, made: list[dict[str, Any]], palette: Palette, currency: str
) -> dict[str, Any]:
    small = {"family": FONT, "size": SMALL, "color": palette.gray_text}
    axis = {
        "fixedrange": True,
        "gridcolor": palette.grid,
        "gridwidth": 1,
        "linecolor": palette.grid,
        "showgrid": True,
        "tickfont": {**small, "size": SMALL},
        "ticks": "",
        "zeroline": False,
    }
    name = {
        "x": 0,
        "y": 1,
        "xref": "paper",
        "yref": "paper",
        "yshift": 18,
        "text": "Fee per session",
        "xanchor": "left",
        "showarrow": False,
        "font": small,
    }
    return {
        **still(palette),
        "annotations": [name, *made],
        "height": HEIGHT,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        "xaxis": {
            **axis,
            "range": [float(found.booked[0]), float(found.booked[-1])],
            "nticks": 7,
            "title": {"text": "Booked sessions a week", "font": small, "standoff": 12},
        },
        "yaxis": {
            **axis,
            "range": [float(found.fees[0]), float(found.fees[-1])],
            "nticks": 8,
            "tickprefix": numbers.SYMBOLS.get(currency, f"{currency} "),
        },
    }


def alt(found: Map, ask: Ask, currency: str) -> str:
    """All of the map in a sentence."""
    parts = [f"Fee by sessions booked a week. As it is today: {_at(found.current, currency)}."]
    if found.answer:
        parts.append(f"The answer: {_at(found.answer, currency)}.")
    for target in found.targets:
        points = [point for point in _line(found, target) if point]
        name = words.limit(target, ask, currency).replace("\\", "")
        if points:
            ends = f"from {_at(points[0], currency)}, to {_at(points[-1], currency)}"
            parts.append(f"The {TEXTURES.get(target.figure, 'solid')} line of {name} runs {ends}.")
    parts += [said.replace("\\", "") for said in off_the_map(found, ask, currency)]
    if found.targets and not (found.met >= 0.0).any():
        parts.append("Nowhere on the map all targets are met.")
    return " ".join(parts)
