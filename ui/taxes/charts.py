"""What a corporation leaves more over the salary it pays, as a curve with the pay of others."""

from __future__ import annotations

import math
from typing import Any

import numpy as np

from calc.number import FloatArray
from ui.months.chart_axes import left_of, money_short, ticks
from ui.months.chart_labels import around_it, dense, place_in, wide_of
from ui.months.chart_parts import AXIS_ROW, LINE, Plot, dot, layout, level, line, note
from ui.taxes.view import Forms
from ui.telling import numbers
from ui.telling.chart_frame import Chart
from ui.telling.label_room import LABEL_HEIGHT, Point, Room, around
from ui.telling.palette import Palette

BAND_NAME = "middle half of comparable pay"
HEIGHT, TOP, RIGHT = 320, 18, 14
BAND = 7.0  # pixels the grey bar is high
BAND_ROOM = 0.2  # of the scale under the lowest value, for the bar and its name
ABOVE = 0.12
LEAST_SPAN = 100.0
SHOWN = 9  # salaries in the sentence and in the table
POINTS = 60  # of the curve that are sent
MARK = 12.0
BEFORE, BEYOND = 0.6, 1.25  # of the least and the greatest salary that is named


def span(found: Forms) -> tuple[float, float]:
    """The salaries drawn: around those that are named, as far as the practice could pay them."""
    named = [found.salary, float(found.pay.quarter), float(found.pay.three_quarters)]
    named += [] if found.curve.turns_at is None else [found.curve.turns_at]
    high = min(found.most, BEYOND * max(named))
    return min(BEFORE * min(named), high / 2), high


def shown_points(found: Forms, count: int = SHOWN) -> tuple[FloatArray, FloatArray]:
    """Some salaries over the span, with the gain at each as the curve has it."""
    at = np.linspace(*span(found), count)
    return at, np.interp(at, found.curve.salaries, found.gains)


def gain_curve(
    found: Forms, palette: Palette, currency: str, *, phone: bool = False
) -> Chart | None:
    """The curve with a dot at the salary, a ring where both forms are level, and a grey bar.

    None where the practice could pay no salary at all.
    """
    if found.most <= 0.0:
        return None
    at, gains = shown_points(found, POINTS)
    low, high = _scale(gains, found)
    first = float(at[0])
    x = (at - first).tolist()
    up = {value: money_short(value, currency, 2) for value in ticks(low, high, 5)}
    across = max(1, math.ceil(float(at[-1]) - first))
    plot = Plot(across, low, high, HEIGHT, left_of(up), RIGHT, TOP, AXIS_ROW, phone)
    hover = [
        f"Salary {numbers.money(salary, currency, False)}<br>{_more(gain, currency)} a year"
        for salary, gain in zip(at.tolist(), gains.tolist(), strict=True)
    ]
    look = {"color": palette.kept, "width": LINE}
    data = [line("leaves more", x, gains.tolist(), look, hover), *_marks(found, first, palette)]
    marks = ticks(first, float(at[-1]), 4 if phone else 5)
    names = ([mark - first for mark in marks], [money_short(mark, currency, 1) for mark in marks])
    axes = layout(plot, palette, names, up)
    axes["hovermode"] = "closest"
    axes["shapes"] = [level(0.0, palette.text, "solid", 1.4), _band(found, first, plot, palette)]
    curve = dense(gains.tolist(), plot, x)
    axes["annotations"] = _labels(found, curve, first, plot, palette, currency)
    return Chart({"data": data, "layout": axes}, alt(found, currency), plot.height)


def _more(gain: float, currency: str) -> str:
    return numbers.difference(gain, currency, cents=False)


def _scale(gains: FloatArray, found: Forms) -> tuple[float, float]:
    """A scale with 0, the curve and the salary's gain on it, and room below for the grey bar."""
    values = [*gains.tolist(), 0.0, *([found.gain] if found.both else [])]
    low, high = min(values), max(max(values), min(values) + LEAST_SPAN)
    return low - BAND_ROOM * (high - low), high + ABOVE * (high - low)


def _marks(found: Forms, first: float, palette: Palette) -> list[dict[str, Any]]:
    """A ring where both forms are level, and a dot at the salary asked for."""
    made = []
    if found.curve.turns_at is not None:
        ring = {"color": palette.ground, "line": {"color": palette.as_is, "width": 2.0}}
        made.append(_mark("level", found.curve.turns_at - first, 0.0, ring, palette))
    if found.both is not None:
        filled = {"color": palette.kept, "line": {"color": palette.ground, "width": 1.0}}
        made.append(_mark("salary", found.salary - first, found.gain, filled, palette))
    return made


def _mark(name: str, x: float, y: float, look: dict[str, Any], palette: Palette) -> dict[str, Any]:
    return {**dot(name, x, y, palette), "marker": {"symbol": "circle", "size": MARK, **look}}


def _band(found: Forms, first: float, plot: Plot, palette: Palette) -> dict[str, Any]:
    """A quarter to three quarters of comparable pay, as a bar on the axis."""
    start, end = _band_ends(found, first, plot)
    return {
        "type": "rect",
        "xref": "x",
        "yref": "y",
        "x0": start,
        "x1": end,
        "y0": plot.low,
        "y1": plot.low + BAND / plot.up,
        "fillcolor": palette.neutral,
        "line": {"width": 0},
    }


def _band_ends(found: Forms, first: float, plot: Plot) -> tuple[float, float]:
    """Where the grey bar begins and ends, as far as it is drawn."""
    ends = (float(found.pay.quarter), float(found.pay.three_quarters))
    start, end = (min(max(one - first, 0.0), float(plot.months)) for one in ends)
    return start, end


def _labels(
    found: Forms,
    curve: list[Point],
    first: float,
    plot: Plot,
    palette: Palette,
    currency: str,
) -> list[dict[str, Any]]:
    """The salary's gain in bold, where both forms are level, and the name of the grey bar."""
    level_line = [plot.at(float(x), 0.0) for x in np.linspace(0.0, plot.months, POINTS)]
    room = Room(plot.width, plot.tall, [curve, level_line], [])
    made = [_band_name(found, first, plot, palette, room)]
    named = []
    if found.both is not None:
        salary = numbers.money(found.salary, currency, False)
        text = f"<b>{_more(found.gain, currency)} at {salary}</b>"
        named.append((text, plot.at(found.salary - first, found.gain)))
    if found.curve.turns_at is not None:
        text = f"nothing at {numbers.money(found.curve.turns_at, currency, False)}"
        named.append((text, plot.at(found.curve.turns_at - first, 0.0)))
    room.taken += [around(at, MARK, MARK) for _, at in named]
    made += [
        place_in(room, text, around_it(at, text, (1.0, 1.0)), plot, palette) for text, at in named
    ]
    return made


def _band_name(
    found: Forms, first: float, plot: Plot, palette: Palette, room: Room
) -> dict[str, Any]:
    """What the grey bar is, above it and inside the plot."""
    start, end = _band_ends(found, first, plot)
    half = wide_of(BAND_NAME) / 2.0 + 2.0
    middle = (start + end) / 2.0 * plot.across
    middle = min(max(middle, half), max(plot.width - half, half))
    up = BAND + LABEL_HEIGHT / 2.0
    room.taken.append(around((middle, up), 2.0 * half))
    at = (middle / plot.across, plot.low)
    named = note(BAND_NAME, palette, at, ("center", "middle"), (0.0, up))
    return {**named, "bgcolor": palette.ground}


def alt(found: Forms, currency: str) -> str:
    """All of the chart in a sentence."""
    at, gains = shown_points(found)
    pairs = [
        f"{_more(gain, currency)} at {numbers.money(salary, currency, False)}"
        for salary, gain in zip(at.tolist(), gains.tolist(), strict=True)
    ]
    said = f"What a corporation leaves more a year, over its salary: {', '.join(pairs)}."
    low, high = (
        numbers.money(float(end), currency, False)
        for end in (found.pay.quarter, found.pay.three_quarters)
    )
    said += f" The {BAND_NAME} is {low} to {high}."
    if found.both is not None:
        salary = numbers.money(found.salary, currency, False)
        said += f" Marked: {_more(found.gain, currency)} at {salary}."
    if found.curve.turns_at is not None:
        level_at = numbers.money(found.curve.turns_at, currency, False)
        said += f" Both forms are level at {level_at}."
    return said
