"""What all charts share: letters and their room, the clear ground, axes that nobody can move.

The page draws a chart with
`st.plotly_chart(go.Figure(chart.figure, skip_invalid=True), config=CONFIG, alt=chart.alt)`.
"""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from typing import Any

from ui.telling.palette import CLEAR, Palette

FONT = '"Source Sans", sans-serif'
FONT_SIZE = 15
NARROWEST = 356  # the width of a chart on a phone of 390 pixels
WORD_WIDTH, DIGIT_WIDTH = 7.4, 8.2  # of one character, in pixels, a little generous
GAP = 6  # between a bar and its amount
CONFIG: dict[str, Any] = {
    "displayModeBar": False,
    "doubleClick": False,
    "responsive": True,
    "scrollZoom": False,
    "showAxisDragHandles": False,
    "showTips": False,
}
AXIS = {"automargin": True, "ticks": "", "title": {"standoff": FONT_SIZE}}
TEMPLATE = {"layout": {"autotypenumbers": "strict", "xaxis": AXIS, "yaxis": AXIS}}


@dataclass(frozen=True, slots=True)
class Chart:
    """A figure for plotly, the sentence that replaces it, and its height in pixels."""

    figure: dict[str, Any]
    alt: str
    height: int


def still(palette: Palette) -> dict[str, Any]:
    """The part of a layout that is the same in every chart: no zoom, no legend, clear ground."""
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    return {
        "dragmode": False,
        "font": font,
        "hoverlabel": {
            "align": "left",
            "bgcolor": palette.panel,
            "bordercolor": palette.neutral,
            "font": font,
        },
        "hovermode": "closest",
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "template": TEMPLATE,
        "uirevision": "same",
    }


def in_two_lines(label: str, characters: int) -> str:
    """A label of at most two lines that cannot be taken for markup."""
    lines = textwrap.wrap(label, characters, max_lines=2, placeholder="…")
    return "<br>".join(html.escape(line, quote=False) for line in lines)
