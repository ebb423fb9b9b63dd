"""What the charts of months share: the plot in pixels, its axes, its bands, its words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from calc.number import FloatArray
from ui.telling.chart_frame import FONT, FONT_SIZE, NARROWEST, still
from ui.telling.label_room import Point
from ui.telling.palette import CLEAR, Palette

IN_HUNDRED = (10, 25, 50, 75, 90)  # of the paths, the columns of a fan
SMALL = 13
LINE_HEIGHT = 17  # of small words
LEAST_WIDE, LEAST_SMALL = 460, 230  # the narrowest charts of a desk, in pixels
AXIS_ROW, AWAY = 32, 8  # the names of the months, and how far from the plot they are
DASHED, DOTTED = "5px,4px", "2px,3px"
DESK_END, EDGE = 112, 12  # pixels right of a plot, with words at its end and without
ALL, HALF = 0.13, 0.2  # how dense the bands of eight of ten and of half of the paths are
MIDDLE = 2  # its column among the five
LINE = 2.4


@dataclass(frozen=True, slots=True)
class Plot:
    """Where a chart has its plot: months across, values up, and pixels around it.

    `below` is all that lies under the axis. Pixels of a point are those of the narrowest chart,
    from the lower left corner of the plot.
    """

    months: int
    low: float
    high: float
    height: int
    left: int
    right: int
    top: int
    below: int
    phone: bool = False
    least: int = LEAST_WIDE

    @property
    def width(self) -> float:
        """Pixels across the plot of the narrowest chart."""
        return (NARROWEST if self.phone else self.least) - self.left - self.right

    @property
    def tall(self) -> float:
        """Pixels up the plot."""
        return self.height - self.top - self.below

    @property
    def across(self) -> float:
        """Pixels of a month."""
        return self.width / self.months

    @property
    def up(self) -> float:
        """Pixels of one unit of value."""
        return self.tall / (self.high - self.low)

    def with_more(self, above: int, below: int) -> Plot:
        """The same plot with more room around it, in a higher chart."""
        top, low, high = self.top + above, self.below + below, self.height + above + below
        return replace(self, top=top, below=low, height=high)

    def at(self, month: float, value: float) -> Point:
        """A point in pixels."""
        return month * self.across, (value - self.low) * self.up


def level(value: float, colour: str, dash: str, width: float) -> dict[str, Any]:
    """A line across the whole plot."""
    look = {"color": colour, "width": width, "dash": dash}
    ends = {"x0": 0, "x1": 1, "y0": value, "y1": value}
    return {"type": "line", "xref": "x domain", "yref": "y", **ends, "line": look}


def upright(month: float, colour: str) -> dict[str, Any]:
    """A dashed line over the whole plot, where a month begins."""
    look = {"color": colour, "width": 1.4, "dash": DASHED}
    ends = {"x0": month, "x1": month, "y0": 0, "y1": 1}
    return {"type": "line", "xref": "x", "yref": "y domain", **ends, "line": look}


def from_the_start(bands: FloatArray, start: float) -> FloatArray:
    """The bands with a first row for the start, where all paths are at one."""
    first = np.full((1, bands.shape[1]), start)
    return np.concatenate([first, np.asarray(bands, dtype=np.float64)])


def tint(colour: str, share: float) -> str:
    """A colour so dense.

    >>> tint("#1D5A70", 0.13)
    'rgba(29, 90, 112, 0.13)'
    """
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return f"rgba({red}, {green}, {blue}, {share})"


def band(rows: FloatArray, columns: tuple[int, int], share: float, name: str, colour: str) -> Any:
    """The room between two columns, month by month, without an edge."""
    x = list(range(len(rows)))
    low, high = (rows[:, column].round(2).tolist() for column in columns)
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": [*x, *reversed(x)],
        "y": [*high, *reversed(low)],
        "fill": "toself",
        "fillcolor": tint(colour, share),
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def line(
    name: str, x: Sequence[float], y: Sequence[float], look: dict[str, Any], hover: Sequence[str]
) -> dict[str, Any]:
    """A line; without words to hover over it is passed by."""
    told = {"hovertext": list(hover), "hovertemplate": "%{hovertext}<extra></extra>"}
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(x),
        "y": [round(float(value), 2) for value in y],
        "line": look,
        "showlegend": False,
        "cliponaxis": False,
        **(told if hover else {"hoverinfo": "skip"}),
    }


def fan(rows: FloatArray, hover: Sequence[str], palette: Palette) -> list[dict[str, Any]]:
    """Eight of ten paths, half of them above, the middle, and a dot at the start."""
    x = list(range(len(rows)))
    look = {"color": palette.kept, "width": LINE}
    return [
        band(rows, (0, 4), ALL, "eight of ten", palette.kept),
        band(rows, (1, 3), HALF, "half", palette.kept),
        line("middle", x, rows[:, MIDDLE].tolist(), look, hover),
        dot("start", 0.0, float(rows[0, MIDDLE]), palette),
    ]


def dot(
    name: str, month: float, value: float, palette: Palette, symbol: str = "circle"
) -> dict[str, Any]:
    """A mark on a line, whose words the line has."""
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [month],
        "y": [round(value, 2)],
        "marker": {
            "symbol": symbol,
            "size": 9 if symbol == "circle" else 13,
            "color": palette.kept,
            "line": {"color": palette.ground, "width": 1.0},
        },
        "cliponaxis": False,
        "hoverinfo": "skip",
        "showlegend": False,
    }


def layout(
    plot: Plot, palette: Palette, across: tuple[list[float], list[str]], up: dict[float, str]
) -> dict[str, Any]:
    """Axes that cannot be moved, with their words given."""
    small = {"family": FONT, "size": SMALL, "color": palette.gray_text}
    fixed = {"fixedrange": True, "zeroline": False, "tickfont": small, "title": None}
    return {
        **still(palette),
        "height": plot.height,
        "hovermode": "x",
        "margin": {"l": plot.left, "r": plot.right, "t": plot.top, "b": plot.below, "pad": 4},
        "xaxis": {
            **fixed,
            "automargin": False,
            "range": [0.0, float(plot.months)],
            "tickvals": across[0],
            "ticktext": across[1],
            "tickangle": 0,
            "showgrid": False,
            "ticks": "outside",  # clear ones, which keep the names away from the scale
            "ticklen": AWAY,
            "tickcolor": CLEAR,
        },
        "yaxis": {
            **fixed,
            "automargin": False,
            "range": [plot.low, plot.high],
            "tickvals": list(up),
            "ticktext": list(up.values()),
            "gridcolor": palette.grid,
            "ticks": "",
        },
    }


def note(
    text: str, palette: Palette, at: Point, anchor: tuple[str, str], shift: Point = (0.0, 0.0)
) -> dict[str, Any]:
    """Words at a point of the plot: bold ones are of the text's size, the others small and grey."""
    bold = text.startswith("<b>")
    return {
        "text": text,
        "x": at[0],
        "y": round(at[1], 4),
        "xanchor": anchor[0],
        "yanchor": anchor[1],
        "xshift": shift[0],
        "yshift": round(shift[1], 1),
        "align": "left",
        "showarrow": False,
        "borderpad": 0,
        "font": {
            "family": FONT,
            "size": FONT_SIZE if bold else SMALL,
            "color": palette.text if bold else palette.gray_text,
        },
    }
