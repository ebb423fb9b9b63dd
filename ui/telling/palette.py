"""The colours of charts, one set for each theme, as the theme's name asks for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

CLEAR = "rgba(0, 0, 0, 0)"


@dataclass(frozen=True, slots=True)
class Palette:
    """Marks first, then text. No colour carries a meaning by itself: sign, place or fill does."""

    kept: str  # kept, paid, expected, this plan
    leaves: str  # leaves, or adds load
    as_is: str  # the ring "as it is now"
    neutral: str  # thin lines; typical practice
    not_expected: str  # background of the icon array, carries no figure
    grid: str
    all_met: str  # the region where every target is met
    ground: str
    panel: str
    text: str
    gray_text: str
    blue_text: str
    brown_text: str
    yellow_text: str
    link: str
    text_on_kept: str


LIGHT = Palette(
    kept="#1D5A70",
    leaves="#B9733F",
    as_is="#2B2926",
    neutral="#8B8478",
    not_expected="#E9E2D6",
    grid="#E6DFD3",
    all_met="rgba(29, 90, 112, 0.13)",
    ground="#FBF8F3",
    panel="#F2EDE4",
    text="#2B2926",
    gray_text="#5E584F",
    blue_text="#1D5A70",
    brown_text="#8A4A1F",
    yellow_text="#6A5312",
    link="#1D5A70",
    text_on_kept="#FFFFFF",
)
DARK = Palette(
    kept="#7FBACF",
    leaves="#C9813F",
    as_is="#EDE8E0",
    neutral="#8F887C",
    not_expected="#38332D",
    grid="#37322D",
    all_met="rgba(127, 186, 207, 0.16)",
    ground="#1D1B19",
    panel="#292622",
    text="#EDE8E0",
    gray_text="#B5AEA3",
    blue_text="#8CC3D6",
    brown_text="#E2A678",
    yellow_text="#DCC48A",
    link="#8CC3D6",
    text_on_kept="#1D1B19",
)


def palette(theme_type: str | None) -> Palette:
    """The colours of a theme, by its name; the light ones while it is not known.

    >>> palette("dark").kept
    '#7FBACF'
    >>> palette(None) is palette("light")
    True
    """
    return DARK if theme_type == "dark" else LIGHT


def hatching(hatched: Sequence[bool], colours: Sequence[str]) -> dict[str, Any]:
    """The pattern of marks of which some are hatched on the paper; nothing if none is."""
    if not any(hatched):
        return {}
    return {
        "pattern": {
            "shape": ["/" if item else "" for item in hatched],
            "bgcolor": [
                CLEAR if item else colour for item, colour in zip(hatched, colours, strict=True)
            ],
            "fgcolor": list(colours),
            "size": 7,
            "solidity": 0.35,
        }
    }
