"""What of the next $100 stays, over profit or pay, with the steps as marks on the axis."""

from __future__ import annotations

from typing import Any

import numpy as np

from calc.questions.next_dollar import NextDollar
from ui.telling.chart_frame import FONT, FONT_SIZE, Chart, still
from ui.telling.next_dollar_words import STEPS
from ui.telling.numbers import SYMBOLS, money
from ui.telling.palette import Palette

HEIGHT = 300
SMALL = 13
TOP = 120.0  # dollars of the next $100: a low income may keep more than all of it
EVERY = 5  # points of the curve between two that are drawn, away from steps


def curve(found: NextDollar, word: str, palette: Palette, currency: str) -> Chart:
    """The line with gaps at steps, a dot at what is earned now, a mark at each step."""
    now, kept = float(found.earned[found.here]), float(found.kept_of_next[found.here])
    data = [_line(found, word, palette, currency), *_marks(found, word, palette, currency)]
    shown = min(max(kept, 0.0), TOP)
    data.append(
        {
            "type": "scatter",
            "mode": "markers",
            "x": [now],
            "y": [shown],
            "marker": {"size": 11, "color": palette.kept},
            "hoverinfo": "skip",
            "cliponaxis": False,
            "showlegend": False,
        }
    )
    layout = _layout(float(found.earned[-1]), palette, currency)
    half = float(found.earned[-1]) / 2
    layout["annotations"] = [
        {
            "bgcolor": palette.ground,
            "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
            "showarrow": False,
            "text": f"<b>now {money(kept, currency, cents=True)}</b>",
            "x": now,
            "xanchor": "left" if now < half else "right",
            "y": shown,
            "yanchor": "bottom",
            "yshift": 8,
        }
    ]
    return Chart({"data": data, "layout": layout}, alt(found, word, currency), HEIGHT)


def _line(found: NextDollar, word: str, palette: Palette, currency: str) -> dict[str, Any]:
    kept = np.clip(found.smoothed, 0.0, TOP)
    near = np.isnan(kept)
    keep = near | np.roll(near, 1) | np.roll(near, -1)
    keep[::EVERY] = True
    places = np.flatnonzero(keep)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [round(float(found.earned[place])) for place in places],
        "y": [None if near[place] else round(float(kept[place]), 2) for place in places],
        "connectgaps": False,
        "line": {"color": palette.kept, "width": 2.4},
        "hovertext": [
            f"{money(float(found.earned[place]), currency)} of {word}: "
            f"{money(float(kept[place]), currency, cents=True)} of the next "
            f"{money(100, currency)}"
            for place in places
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }


def _marks(found: NextDollar, word: str, palette: Palette, currency: str) -> list[dict[str, Any]]:
    """A diamond on the axis for each step, with its name where the pointer is."""
    if not found.steps:
        return []
    told = [
        f"{money(step.at, currency)} of {word}<br>{STEPS[step.name]}<br>"
        f"{'costs' if step.costs > 0.0 else 'brings'} {money(abs(step.costs), currency)} a year"
        for step in found.steps
    ]
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [round(step.at) for step in found.steps],
            "y": [0.0] * len(found.steps),
            "marker": {"symbol": "diamond", "size": 9, "color": palette.leaves},
            "hovertext": told,
            "hovertemplate": "%{hovertext}<extra></extra>",
            "cliponaxis": False,
            "showlegend": False,
        }
    ]


def _layout(last: float, palette: Palette, currency: str) -> dict[str, Any]:
    small = {"family": FONT, "size": SMALL, "color": palette.gray_text}
    fixed = {
        "fixedrange": True,
        "zeroline": False,
        "tickfont": small,
        "ticks": "",
        "tickprefix": SYMBOLS.get(currency, ""),
        "nticks": 6,
    }
    return {
        **still(palette),
        "height": HEIGHT,
        "margin": {"l": 48, "r": 16, "t": 10, "b": 30},
        "xaxis": {**fixed, "range": [0.0, last * 1.02], "showgrid": False, "tickformat": "~s"},
        "yaxis": {**fixed, "range": [0.0, TOP], "gridcolor": palette.grid},
    }


def alt(found: NextDollar, word: str, currency: str) -> str:
    """The curve in words: what stays now, the least and the most between steps, and the steps."""
    kept = float(found.kept_of_next[found.here])
    between = found.smoothed
    low, high = (
        money(float(each), currency, cents=True)
        for each in (np.nanmin(between), np.nanmax(between))
    )
    said = (
        f"What of the next {money(100, currency)} of {word} stays: "
        f"{money(kept, currency, cents=True)} now, from {low} to {high} between steps."
    )
    if not found.steps:
        return f"{said} There is no step."
    steps = "; ".join(f"{STEPS[step.name]} at {money(step.at, currency)}" for step in found.steps)
    return f"{said} Steps: {steps}."
