"""The colours of both themes."""

import pytest

from ui.telling.palette import DARK, LIGHT, palette


def test_the_theme_decides_the_colours() -> None:
    """Dark where the theme says so, light when nobody knows."""
    assert palette("dark") is DARK
    assert palette("light") is palette(None) is palette("?") is LIGHT


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast of two colours, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
def test_text_and_marks_stand_out(colours) -> None:
    """Text has 4.5 to 1 with its ground, marks have 3 to 1."""
    texts = ("text", "gray_text", "blue_text", "brown_text", "yellow_text", "link")
    for name in texts:
        assert contrast(getattr(colours, name), colours.ground) >= 4.5, name
    assert contrast(colours.text, colours.panel) >= 4.5
    assert contrast(colours.text_on_kept, colours.kept) >= 4.5
    for name in ("kept", "leaves", "as_is", "neutral"):
        assert contrast(getattr(colours, name), colours.ground) >= 3, name
