"""The cliff of the premium credit as a chart: two lines with a gap, each end named."""

from __future__ import annotations

from typing import Any

import numpy as np

from calc.questions.cover_saving import OverSaving, Way
from ui.telling.chart_frame import FONT, FONT_SIZE, Chart, still
from ui.telling.cover_words import WAYS
from ui.telling.numbers import SYMBOLS, money
from ui.telling.palette import Palette

HEIGHT = 330
SMALL = 13
LINE = 2.6
DOT = 11
HEADROOM = 0.2  # of the span of the curve, above it, for labels
FOOTROOM = 0.28
WIDE = 0.34  # of the axis that the longest label takes, on a phone
RIGHT_HALF = 0.55  # of the axis: a label beyond it stands left of its dot
LOW_TICK = 0.03


def cliff(
    found: OverSaving, palette: Palette, ends: dict[Way, float], currency: str = "USD"
) -> Chart:
    """What is in hand over what is saved. `ends` are ways whose room ends within the axis."""
    last = len(found.saved) - 1
    parts = [(0, last)] if found.step_at is None else [(0, found.before), (found.step_at, last)]
    data = [_line(found, start, end, palette, currency) for start, end in parts]
    data.append(_dot(found, 0, palette, filled=True))
    if found.step_at is not None:
        data[:0] = [_riser(found, palette)]
        data.append(_dot(found, found.before, palette, filled=False))
        data.append(_dot(found, found.step_at, palette, filled=True))
    low, high = float(found.in_hand.min()), float(found.in_hand.max())
    span = max(high - low, 1.0)
    bounds = low - FOOTROOM * span, high + HEADROOM * span
    layout = _layout(float(found.saved[-1]), bounds, palette, currency)
    layout["annotations"] = _labels(found, palette, currency)
    for way, at in ends.items():
        layout["annotations"].append(_ends_here(way, at, bounds[0], palette))
        layout.setdefault("shapes", []).append(_tick(at, bounds, palette))
    return Chart({"data": data, "layout": layout}, alt(found, currency), HEIGHT)


def _line(
    found: OverSaving, start: int, end: int, palette: Palette, currency: str
) -> dict[str, Any]:
    pairs = list(zip(found.saved[start : end + 1], found.in_hand[start : end + 1], strict=True))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(float(x), 2) for x, _ in pairs],
        "y": [round(float(y), 2) for _, y in pairs],
        "line": {"color": palette.kept, "width": LINE},
        "hovertext": [
            f"{money(float(x), currency)} saved<br>{money(float(y), currency)} in hand"
            for x, y in pairs
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _riser(found: OverSaving, palette: Palette) -> dict[str, Any]:
    """The dotted line between the end that is lost and the end that is gained."""
    at = found.step_at
    assert at is not None
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(float(found.saved[at]), 2)] * 2,
        "y": [round(float(found.in_hand[place]), 2) for place in (found.before, at)],
        "line": {"color": palette.as_is, "width": 1.4, "dash": "dot"},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _dot(found: OverSaving, place: int, palette: Palette, *, filled: bool) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "cliponaxis": False,
        "x": [round(float(found.saved[place]), 2)],
        "y": [round(float(found.in_hand[place]), 2)],
        "marker": {
            "size": DOT,
            "color": palette.kept if filled else palette.ground,
            "line": {"color": palette.kept if filled else palette.as_is, "width": 2},
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _labels(found: OverSaving, palette: Palette, currency: str) -> list[dict[str, Any]]:
    """Nothing in, one dollar less, and the step, each beside its dot."""
    start = f"nothing more in: {money(float(found.in_hand[0]), currency)}"
    credit = float(found.credit[0])
    if found.step_at is None:
        beside = f", credit {money(credit, currency)}" if credit > 0.0 else ", no credit"
        return [_label(found, 0, f"<b>{start}{beside}</b>", palette, "left", "bottom")]
    at = found.step_at
    right = float(found.saved[at]) > RIGHT_HALF * float(found.saved[-1])
    side = "right" if right else "left"
    saved, gained = float(found.saved[at]), float(found.credit[at])
    told = f"<b>{money(saved, currency)} in:<br>credit {money(gained, currency)}</b>"
    first = [] if not right else [_label(found, 0, start, palette, "left", "bottom")]
    return [
        *first,
        _label(found, at, told, palette, side, "bottom") | {"y": _above(found, right=right)},
        _label(found, found.before, "one dollar less: none", palette, side, "top"),
    ]


def _above(found: OverSaving, *, right: bool) -> float:
    """The height at which the label of the step lies on no line: the curve falls towards it."""
    assert found.step_at is not None
    own = float(found.in_hand[found.step_at])
    if not right:
        return own
    begins = float(found.saved[found.step_at]) - WIDE * float(found.saved[-1])
    return max(own, float(np.interp(begins, found.saved, found.in_hand)))


def _label(
    found: OverSaving, place: int, text: str, palette: Palette, side: str, edge: str
) -> dict[str, Any]:
    return {
        "bgcolor": palette.ground,
        "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
        "showarrow": False,
        "align": "left",
        "text": text,
        "x": float(found.saved[place]),
        "xanchor": side,
        "xshift": DOT if side == "left" else -DOT,
        "y": float(found.in_hand[place]),
        "yanchor": edge,
        "yshift": 3 if edge == "bottom" else -3,
    }


def _tick(at: float, bounds: tuple[float, float], palette: Palette) -> dict[str, Any]:
    low, high = bounds
    top = low + LOW_TICK * (high - low)
    ink = {"color": palette.as_is, "width": 1.6}
    return {"type": "line", "x0": at, "x1": at, "y0": low, "y1": top, "line": ink}


def _ends_here(way: Way, at: float, low: float, palette: Palette) -> dict[str, Any]:
    return {
        "font": {"family": FONT, "size": SMALL, "color": palette.gray_text},
        "showarrow": False,
        "text": f"{WAYS[way]} ends here",
        "x": at,
        "y": low,
        "yanchor": "bottom",
        "yshift": 10,
    }


def _layout(
    last: float, bounds: tuple[float, float], palette: Palette, currency: str
) -> dict[str, Any]:
    """Axes that cannot be moved: dollars saved below, dollars in hand on the left."""
    small = {"family": FONT, "size": SMALL, "color": palette.gray_text}
    symbol = SYMBOLS.get(currency, "")
    fixed = {
        "fixedrange": True,
        "zeroline": False,
        "tickfont": small,
        "ticks": "",
        "tickprefix": symbol,
        "tickformat": "~s",
        "nticks": 6,
    }
    return {
        **still(palette),
        "height": HEIGHT,
        "margin": {"l": 54, "r": 12, "t": 10, "b": 30},
        "xaxis": {**fixed, "range": [0.0, last * 1.02], "showgrid": False},
        "yaxis": {**fixed, "range": list(bounds), "gridcolor": palette.grid},
    }


def alt(found: OverSaving, currency: str) -> str:
    """The curve in a sentence: its ends, and its step."""
    first, last = float(found.in_hand[0]), float(found.in_hand[-1])
    most = money(float(found.saved[-1]), currency)
    said = (
        f"In hand at the year's end by what goes into {WAYS[found.way.way]}: "
        f"{money(first, currency)} with nothing more in, {money(last, currency)} with {most}"
    )
    if found.step_at is None:
        return f"{said}, without a step."
    below, above = (float(found.in_hand[place]) for place in (found.before, found.step_at))
    at = money(float(found.saved[found.step_at]), currency)
    return (
        f"{said}. At {at} it steps from {money(below, currency)} up to {money(above, currency)}, "
        f"for from there on there is a credit of "
        f"{money(float(found.credit[found.step_at]), currency)}."
    )
