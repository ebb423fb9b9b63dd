"""What all charts share: the letters, the clear ground, and axes that nobody can move."""

from __future__ import annotations

import html
import textwrap
from typing import Any

from ui.telling.palette import CLEAR, Palette

FONT = '"Source Sans", sans-serif'
FONT_SIZE = 15
AXIS = {"automargin": True, "ticks": "", "title": {"standoff": FONT_SIZE}}
TEMPLATE = {"layout": {"autotypenumbers": "strict", "xaxis": AXIS, "yaxis": AXIS}}


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
