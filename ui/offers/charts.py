"""Charts of job offers: the wage of each as bars, and the way to a licence on a line of time."""

from __future__ import annotations

import datetime
import html
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from calc.number import MONTHS_PER_YEAR
from calc.offers import Compared
from ui.offers import licence_words, service_words
from ui.offers import words as offer_words
from ui.telling import numbers
from ui.telling.chart_frame import FONT, FONT_SIZE, GAP, Chart, in_two_lines, still
from ui.telling.palette import Palette, hatching

BAR, THIN = 30.0, 8.0  # pixels
CAPTION = 20.0
BETWEEN = 12.0
SMALL = 13
LABEL_CHARACTERS = 13
MOST_YEARS = 10
WIDE = 8.4  # of one character of a label, in pixels, a little generous
CENT = 0.01
SHORT = 0.3  # of the longest bar: too short to hold its amount
DAY_ROOM = 80.0
EDGE = 6.0  # room for a label of two lines beside the first bar
TOP = 26.0  # room for the names of years


@dataclass(frozen=True, slots=True)
class Mark:
    """A bar: from where to where, how high, and where its middle stands, in pixels from the top."""

    start: float
    end: float
    y: float
    height: float
    hover: str
    hatched: bool = False


@dataclass(slots=True)
class Drawing:
    """What is drawn from the top down: bars, words on them, names beside them, lines behind.

    `height` is that of all so far, in pixels; `told` says the same in words.
    """

    height: float
    marks: list[Mark] = field(default_factory=list)
    notes: list[dict[str, Any]] = field(default_factory=list)
    names: list[tuple[float, str]] = field(default_factory=list)
    lines: list[dict[str, Any]] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def wages(ranked: Sequence[Compared], palette: Palette) -> Chart | None:
    """The true hourly wage of each offer; below it the wage after loans, thin, and what is open.

    The hatched strip goes from the wage with every open term read the worse way to the better.
    None where no offer has an hour.
    """
    shown = [one for one in ranked if math.isfinite(float(one.result.wage.amount))]
    if not shown:
        return None
    currency = offer_words.currency_of(shown[0])
    drawing = Drawing(EDGE)
    most = max(_highest(found) for found in shown)
    for found in shown:
        name, wage = offer_words.named(found), float(found.result.wage.amount)
        written = numbers.wage(wage, currency)
        middle = _bar(drawing, name, wage, f"{html.escape(name)}<br>{written} an hour")
        inside = wage > SHORT * most
        drawing.notes.append(_end(wage, middle, written, palette, inside=inside))
        said = f"{name} {written}"
        for start, end, caption, hatched in _below(found, currency):
            hover = f"{html.escape(name)}<br>{caption}"
            y = drawing.height + 3.0
            drawing.marks.append(Mark(start, end, y + THIN / 2, THIN, hover=hover, hatched=hatched))
            drawing.height = y + THIN
            _captioned(drawing, caption, palette)
            said += f", {caption}"
        drawing.told.append(said)
        drawing.height += BETWEEN
    least = min(0.0, *(min(mark.start, mark.end) for mark in drawing.marks))
    across = [least * 1.02, most if most > 0.0 else 1.0]
    alt = f"True hourly wage, best for your goal first: {'; '.join(drawing.told)}."
    return _drawn(drawing, alt, palette, across=across, room=2.0)


def _bar(drawing: Drawing, name: str, end: float, hover: str) -> float:
    """Adds a bar of its name, or the name alone without a hover; gives where its middle is."""
    middle = drawing.height + BAR / 2
    drawing.names.append((middle, name))
    if hover:
        drawing.marks.append(Mark(0.0, end, middle, BAR, hover=hover))
    drawing.height += BAR
    return middle


def _captioned(drawing: Drawing, caption: str, palette: Palette) -> None:
    """Adds a line of small words."""
    drawing.notes.append(_caption(0.0, drawing.height + CAPTION / 2, caption, palette))
    drawing.height += CAPTION


def _highest(found: Compared) -> float:
    """The rightmost point of an offer."""
    ends = [float(found.result.wage.amount), 0.0]
    return max(*ends, *(end for _, end, _, hatched in _below(found, "USD") if hatched))


def _below(found: Compared, currency: str) -> list[tuple[float, float, str, bool]]:
    """The thin marks of an offer: start, end, words, and whether they are hatched."""
    rows = []
    after = float(found.result.wage_after_loans.amount)
    if abs(after - float(found.result.wage.amount)) >= CENT / 2:
        rows.append((0.0, after, f"after loans {numbers.wage(after, currency)}", False))
    band = found.band
    if band is not None:
        low, high = (numbers.wage(end, currency) for end in (band.low, band.high))
        rows.append((band.low, band.high, f"what is not said: {low} to {high}", True))
    if service_words.lifts(found):
        lifted = float(found.wage_with_service or 0.0)
        caption = f"{service_words.wage(found)} with loan forgiveness"
        rows.append((float(found.result.wage.amount), lifted, caption, True))
    return rows


def is_open(found: Compared) -> bool:
    """Whether an answer, or a law, may still bring an offer another wage: its hatched strips."""
    return found.band is not None or service_words.lifts(found)


def way_to_licence(
    ranked: Sequence[Compared], starts_on: datetime.date, palette: Palette
) -> Chart | None:
    """A bar from the first day to the licence; the day bold at its end, the rule below it.

    None where nobody has a way to go: all licensed, or no board's figure known.
    """
    if not any(found.licence.months or found.licence.binding for found in ranked):
        return None
    months = [float(licence_words.whole_months(one.licence)) for one in ranked]
    ends = [min(one, MOST_YEARS * MONTHS_PER_YEAR) for one in months]
    most = max(MONTHS_PER_YEAR * 1.1, *(end * 1.02 for end in ends))
    drawing = Drawing(TOP)
    for found, end in zip(ranked, ends, strict=True):
        name, rule = offer_words.named(found), licence_words.told(found)
        day = licence_words.licence_month(found.licence, starts_on)
        month, hover = licence_words.no_day(found.licence), ""
        if end and day is not None:
            month, hover = f"{day:%b %Y}", f"{html.escape(name)}<br>{rule}"
        middle = _bar(drawing, name, end, hover)
        drawing.notes.append(_end(end, middle, month, palette, inside=False))
        drawing.told.append(f"{name}: {month}, {rule}")
        _captioned(drawing, rule, palette)
        drawing.height += BETWEEN
    for year in range(1, int(most // MONTHS_PER_YEAR) + 1):
        words = f"{year} year{'' if year == 1 else 's'}"
        x = year * MONTHS_PER_YEAR
        drawing.notes.append(_caption(x, TOP / 2 - 3, words, palette, "center"))
        drawing.lines.append(_line(x, TOP, drawing.height, palette))
    alt = f"From {starts_on:%d %B %Y} to the licence: {'; '.join(drawing.told)}."
    return _drawn(drawing, alt, palette, across=[0.0, most], room=DAY_ROOM)


def _drawn(
    drawing: Drawing, alt: str, palette: Palette, *, across: list[float], room: float
) -> Chart:
    """A drawing on axes that cannot be moved, with room to the right of them, in pixels."""
    marks, height = drawing.marks, drawing.height
    wrapped = [in_two_lines(name, LABEL_CHARACTERS) for _, name in drawing.names]
    fixed = {"fixedrange": True, "showgrid": False, "zeroline": False, "showline": False}
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    colours = [palette.kept] * len(marks)
    bars = {
        "type": "bar",
        "orientation": "h",
        "y": [mark.y for mark in marks],
        "base": [mark.start for mark in marks],
        "x": [mark.end - mark.start for mark in marks],
        "width": [mark.height for mark in marks],
        "marker": {
            "color": colours,
            "line": {"color": colours, "width": [1.2 if mark.hatched else 0 for mark in marks]},
            **hatching([mark.hatched for mark in marks], colours),
        },
        "hovertext": [mark.hover for mark in marks],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "showlegend": False,
    }
    layout = {
        **still(palette),
        "annotations": drawing.notes,
        "barmode": "overlay",
        "height": height,
        "margin": {"l": _left(wrapped), "r": math.ceil(room), "t": 0, "b": 0, "pad": GAP},
        "shapes": drawing.lines,
        "xaxis": {**fixed, "range": across, "showticklabels": False},
        "yaxis": {
            **fixed,
            "range": [height, 0.0],
            "tickfont": font,
            "ticklabeloverflow": "allow",
            "ticks": "",
            "ticktext": wrapped,
            "tickvals": [y for y, _ in drawing.names],
        },
    }
    return Chart({"data": [bars], "layout": layout}, alt, math.ceil(height))


def _left(wrapped: Sequence[str]) -> float:
    """Room for the longest line of a label."""
    longest = max(len(html.unescape(line)) for name in wrapped for line in name.split("<br>"))
    return math.ceil(longest * WIDE + 2 * GAP)


def _end(x: float, y: float, text: str, palette: Palette, *, inside: bool) -> dict[str, Any]:
    colour = palette.text_on_kept if inside else palette.text
    return {
        "font": {"family": FONT, "size": FONT_SIZE, "color": colour},
        "showarrow": False,
        "text": f"<b>{text}</b>",
        "x": x if inside else max(x, 0.0),
        "xanchor": "right" if inside else "left",
        "xshift": -GAP if inside else GAP,
        "y": y,
        "yanchor": "middle",
    }


def _caption(
    x: float, y: float, text: str, palette: Palette, anchor: str = "left"
) -> dict[str, Any]:
    return {
        "font": {"family": FONT, "size": SMALL, "color": palette.gray_text},
        "showarrow": False,
        "text": html.escape(text, quote=False),
        "x": x,
        "xanchor": anchor,
        "y": y,
        "yanchor": "middle",
    }


def _line(x: float, top: float, bottom: float, palette: Palette) -> dict[str, Any]:
    """A thin upright line behind the bars."""
    return {
        "type": "line",
        "layer": "below",
        "line": {"color": palette.grid, "width": 1},
        "x0": x,
        "x1": x,
        "y0": top,
        "y1": bottom,
    }
