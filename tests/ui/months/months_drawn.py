"""Fans for the charts of months: made by hand, and where the words of a chart lie in pixels."""

from __future__ import annotations

import datetime
import re
from typing import Any

import numpy as np

from calc.number import FloatArray
from ui.telling.chart_frame import NARROWEST, Chart

START = datetime.date(2027, 1, 1)
DESK = 460  # the narrowest chart of a desk
SPREAD = np.array([-2.0, -1.0, 0.0, 1.0, 2.0])
SMALL, BOLD = 6.4, 7.8  # pixels of a character

Box = tuple[float, float, float, float]


def bands(middle: Any, wide: float) -> FloatArray:
    """Five columns around a middle, wider from month to month."""
    rows = np.asarray(middle, dtype=np.float64)
    grows = np.sqrt(np.arange(1.0, len(rows) + 1.0))
    found: FloatArray = rows[:, None] + wide * grows[:, None] * SPREAD
    return found


def filling(months: int, most: float) -> FloatArray:
    """A caseload that fills up to its places."""
    middle = np.minimum(most, np.arange(1.0, months + 1.0) * 1.5)
    found: FloatArray = np.clip(np.round(bands(middle, 0.5)), 0.0, most)
    return found


MONTH = np.arange(1.0, 61.0)
DIPS = 14_000.0 - 1_500.0 * MONTH[:24] + 90.0 * MONTH[:24] ** 2
BANKS: dict[str, tuple[float, FloatArray]] = {
    "dips and rises": (14_000.0, bands(DIPS, 900.0)),
    "falls": (6_000.0, bands(6_000.0 - 1_900.0 * MONTH[:36], 3_000.0)),
    "rises for years": (20_000.0, bands(20_000.0 + 1_100.0 * MONTH, 2_000.0)),
    "no chance": (250_000.0, bands(250_000.0 + 2_000.0 * MONTH[:12], 0.0)),
    "stands still at nothing": (0.0, bands(0.0 * MONTH[:12], 0.0)),
    "small": (90.0, bands(90.0 + 2.0 * MONTH[:12], 1.0)),
}
TAXES = [(4, 613.0), (6, 2_006.0), (9, 3_043.0), (13, 4_600.0), (16, 5_900.0), (18, -605.0)]


def words_of(note: dict[str, Any]) -> list[str]:
    """The lines of a label, without markup."""
    return [re.sub("<[^>]*>", "", part) for part in note["text"].split("<br>")]


def boxes(chart: Chart, wide: int) -> list[tuple[str, Box]]:
    """Where the words in and around a plot lie, from the chart's lower left corner."""
    return [(" ".join(words_of(note)), _box(note, chart, wide)) for note in notes(chart)]


def notes(chart: Chart) -> list[dict[str, Any]]:
    """The labels of a chart."""
    found: list[dict[str, Any]] = chart.figure["layout"]["annotations"]
    return found


def _box(note: dict[str, Any], chart: Chart, wide: int) -> Box:
    layout = chart.figure["layout"]
    margin = layout["margin"]
    inner = chart.height - margin["t"] - margin["b"]
    across = wide - margin["l"] - margin["r"]
    if note.get("xref") == "paper":
        x = note["x"] * across
    else:
        first, last = layout["xaxis"]["range"]
        x = (note["x"] - first) / (last - first) * across
    y = _up(note, layout) * inner + note["yshift"]
    x += margin["l"] + note["xshift"]
    lines = words_of(note)
    each = BOLD if "<b>" in note["text"] else SMALL
    half = max(len(line) for line in lines) * each / 2
    high = 8.0 + 8.0 * (len(lines) - 1)
    x += {"left": half, "right": -half, "center": 0.0}[note["xanchor"]]
    y += {"bottom": high, "top": -high, "middle": 0.0}[note["yanchor"]] + margin["b"]
    return x - half, y - high, x + half, y + high


def _up(note: dict[str, Any], layout: dict[str, Any]) -> float:
    """How far up the inner height a label's point is, as a share."""
    low, high = layout["yaxis"].get("domain", (0.0, 1.0))
    ref = note.get("yref", "y")
    if ref == "paper":
        return float(note["y"])
    if ref == "y domain":
        return float(low + (high - low) * note["y"])
    if ref == "y2":
        first, last = layout["yaxis2"]["domain"]
        return float((first + last) / 2)
    least, most = layout["yaxis"]["range"]
    return float(low + (high - low) * (note["y"] - least) / (most - least))


def overlap(one: Box, other: Box) -> bool:
    """Whether two boxes share more than their rims."""
    return (
        min(one[2], other[2]) - max(one[0], other[0]) > 2.0
        and min(one[3], other[3]) - max(one[1], other[1]) > 2.0
    )


WIDTHS = {True: NARROWEST, False: DESK}
