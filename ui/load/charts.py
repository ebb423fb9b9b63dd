"""Charts of the page Load: a hundred people, the range, and what each factor does."""

from __future__ import annotations

import math
from typing import Any

from calc.burnout import Contribution, Load
from ui.telling import load_words
from ui.telling.chart_frame import FONT, FONT_SIZE, Chart
from ui.telling.chart_rows import STEP_ROW, Bar, Row, rows_chart
from ui.telling.numbers import shown_parts, signed
from ui.telling.palette import CLEAR, Palette
from ui.telling.tables import Table, plain_table

SHOWN_FACTORS = 8
SIDE = 10
SQUARE = 0.84
ICONS_HEIGHT = 320
RANGE_ROW = 70
ROOM = 14  # people of a hundred left free beside the ends of a range


def people(load: Load) -> tuple[int, int, int]:
    """Low end, middle and high end in whole people of 100."""
    assert load.range is not None
    low, high = load.range.low, load.range.high
    return tuple(load_words.whole(float(share)) for share in (low, load.probability, high))  # type: ignore[return-value]


def icons(load: Load, palette: Palette) -> Chart | None:
    """A hundred squares, filled row by row: expected, the range hatched, the rest pale."""
    if load.range is None or not math.isfinite(float(load.probability)):
        return None
    low, middle, high = people(load)
    kinds = [_kind(place, low, middle, high) for place in range(1, SIDE * SIDE + 1)]
    filled = _squares(
        [place for place, kind in enumerate(kinds) if kind != "possible"],
        [palette.not_expected if kind == "pale" else palette.kept for kind in kinds],
        {"shape": ["/" if kind == "expected in range" else "" for kind in kinds]},
        {"fillmode": "overlay", "fgcolor": palette.ground, "fgopacity": 0.9},
    )
    hatched = _squares(
        [place for place, kind in enumerate(kinds) if kind == "possible"],
        [palette.kept] * len(kinds),
        {"shape": ["/"] * len(kinds)},
        {"bgcolor": CLEAR},
    )
    told = (
        f"A hundred squares: {middle} filled, for the people expected; those from {low} to {high} "
        "hatched, for the plausible range; the rest pale."
    )
    layout = bare(ICONS_HEIGHT, palette)
    layout["xaxis"] |= {"range": [-0.6, SIDE - 0.4], "scaleanchor": "y"}
    layout["yaxis"] |= {"range": [SIDE - 0.4, -0.6]}
    return Chart({"data": [filled, hatched], "layout": layout}, told, ICONS_HEIGHT)


def _squares(
    places: list[int], colours: list[str], by_square: dict[str, list[str]], pattern: dict[str, Any]
) -> dict[str, Any]:
    """Some of the hundred squares, in their colours and with their hatching."""
    chosen = [colours[place] for place in places]
    hatching = {name: [values[place] for place in places] for name, values in by_square.items()}
    return {
        "type": "bar",
        "x": [place % SIDE for place in places],
        "base": [place // SIDE - SQUARE / 2 for place in places],
        "y": [SQUARE] * len(places),
        "width": SQUARE,
        "marker": {
            "color": chosen,
            "line": {"color": chosen, "width": 1.6},
            "cornerradius": 5,
            "pattern": {"size": 7, "solidity": 0.35, **hatching, **pattern},
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _kind(place: int, low: int, middle: int, high: int) -> str:
    if place <= low:
        return "expected"
    if place <= middle:
        return "expected in range"
    return "possible" if place <= high else "pale"


def ranges(load: Load, typical: Load, palette: Palette) -> Chart | None:
    """Two rows on one scale: this practice and a typical one, from low to high with the middle."""
    if load.range is None or typical.range is None or not math.isfinite(float(load.probability)):
        return None
    rows = (
        ("This practice", people(load), palette.kept, palette.kept),
        ("Typical", people(typical), palette.neutral, CLEAR),
    )
    data: list[dict[str, Any]] = []
    notes: list[dict[str, Any]] = []
    for place, (_, (low, middle, high), colour, fill) in enumerate(rows):
        inside = palette.ground if fill == CLEAR else fill
        data.append(dots([low, middle, high], place, [0, 15, 0], colour, inside))
        notes.append(_note(middle, place, f"<b>{middle}</b>", palette, yshift=19))
        notes.append(_note(low, place, str(low), palette, xanchor="right", xshift=-8))
        notes.append(_note(high, place, str(high), palette, xanchor="left", xshift=8))
    ends = [end for _, found, _, _ in rows for end in (found[0], found[2])]
    height = RANGE_ROW * len(rows)
    layout = bare(height, palette)
    layout["annotations"] = notes
    layout["xaxis"] |= {"range": [min(ends) - ROOM, max(ends) + ROOM]}
    layout["yaxis"] |= {
        "automargin": True,
        "range": [len(rows) - 0.5, -0.6],
        "showticklabels": True,
        "ticks": "",
        "tickvals": list(range(len(rows))),
        "ticktext": [row[0] for row in rows],
        "tickfont": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
    }
    told = "; ".join(
        f"{name} {middle} of 100, plausibly {low} to {high}"
        for name, (low, middle, high), _, _ in rows
    )
    return Chart({"data": data, "layout": layout}, f"{told}.", height)


def shown_contributions(load: Load) -> list[tuple[str, str, float, bool]]:
    """Label, evidence, persons of 100 and whether it is a guess: largest first, then the rest.

    Rounded to one decimal, they add up to the rounded difference from a typical practice.
    """
    found = sorted(load.contributions, key=lambda item: -abs(float(item.points)))
    points = [float(item.points) for item in found]
    in_all = float(load.from_typical)
    rounded = shown_parts(points, in_all, 1)
    rows = [
        (load_words.contribution(item), item, amount)
        for item, amount in zip(found, rounded, strict=True)
        if amount
    ]
    shown = [
        (label, load_words.EVIDENCE[item.factor.evidence], amount, _guess(item))
        for label, item, amount in rows[:SHOWN_FACTORS]
    ]
    rest = rows[SHOWN_FACTORS:]
    if rest:
        amount = round(math.fsum(amount for _, _, amount in rest), 1)
        shown.append((f"{len(rest)} smaller parts", "informed guesses among them", amount, True))
    return shown


def _guess(found: Contribution) -> bool:
    return found.factor.evidence == "guess"


def contributions(load: Load, palette: Palette) -> Chart | None:
    """A bar a factor from the typical practice: fewer to the left, more to the right."""
    if not math.isfinite(float(load.probability)):
        return None
    rows = []
    for label, evidence, amount, guess in shown_contributions(load):
        colour = palette.leaves if amount > 0 else palette.kept
        text = signed(amount, 1)
        bar = Bar(0.0, amount, colour, f"{text} people of 100<br>{evidence}", hatched=guess)
        place = "right" if amount > 0 else "left"
        rows.append(Row(label, (bar,), text, place, note=evidence))  # type: ignore[arg-type]
    if not rows:
        return None
    told = "; ".join(f"{row.label} {row.amount} ({row.note})" for row in rows)
    in_all = float(load.from_typical)
    alt = f"People of 100 against a typical practice, {signed(in_all, 1)} in all: {told}."
    return rows_chart(rows, alt, STEP_ROW, palette)


def contributions_table(load: Load) -> Table:
    """Every factor with what it adds, and the sum."""
    found = load.contributions
    in_all = float(load.from_typical)
    rounded = shown_parts([float(item.points) for item in found], in_all, 1)
    rows = [
        (
            f"{load_words.contribution(item)} ({load_words.EVIDENCE[item.factor.evidence]})",
            points,
        )
        for item, points in zip(found, rounded, strict=True)
    ]
    return plain_table(("Factor", "People of 100"), rows, "In all", signed)


def dots(xs: list[int], place: int, sizes: list[int], colour: str, inside: str) -> dict[str, Any]:
    """Points of one row on a line; those of no size are its ends."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": xs,
        "y": [place] * len(xs),
        "line": {"color": colour, "width": 3},
        "marker": {
            "size": sizes,
            "color": inside,
            "line": {"color": colour, "width": 2.5},
            "opacity": 1,
        },
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _note(x: float, y: float, text: str, palette: Palette, **more: Any) -> dict[str, Any]:
    font = {"family": FONT, "size": FONT_SIZE, "color": palette.text}
    return {"x": x, "y": y, "text": text, "font": font, "showarrow": False, **more}


def bare(height: int, palette: Palette) -> dict[str, Any]:
    """A layout whose axes cannot be moved and are not drawn."""
    axis = {
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "showticklabels": False,
    }
    return {
        "barmode": "overlay",
        "dragmode": False,
        "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "paper_bgcolor": CLEAR,
        "plot_bgcolor": CLEAR,
        "showlegend": False,
        "uirevision": "same",
        "xaxis": dict(axis),
        "yaxis": dict(axis),
    }
