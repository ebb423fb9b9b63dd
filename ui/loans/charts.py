"""Line charts of loans: what is owed, and what has been paid, plan by plan until the end.

The plan chosen is a thick whole line; the others are thin, told apart by a label on each and by
their dashes. Plans that run alike are one line with both names.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from calc.loans import NAMES, Course, Outlook, Plan, course_of, month_after
from ui.telling import numbers
from ui.telling.chart_frame import FONT, FONT_SIZE, NARROWEST, WORD_WIDTH, Chart, still
from ui.telling.label_room import LABEL_HEIGHT, Point, Room, Spot, around
from ui.telling.loan_words import month
from ui.telling.palette import Palette

What = Literal["balance", "paid"]
DASHES = ("dash", "dot", "dashdot", "longdash", "longdashdot")
HEIGHT = 300
LEFT, RIGHT, TOP, BOTTOM = 48, 10, 8, 30
TWELVE = 12
BETWEEN = 12  # points between two points of a line, when labels look for room
DOT = 6.0  # pixels around the end of a line
ALONG = [part / 20 for part in range(2, 19)]  # where on its line a label may stand
AT_AN_END = 0.6  # how much worse that is than the middle of the line, where both hide nothing


@dataclass(frozen=True, slots=True)
class Curve:
    """One line: its name, its course, whether it is the plan chosen, and what is cancelled."""

    label: str
    course: Course
    chosen: bool

    def amounts(self, what: What) -> tuple[float, ...]:
        """Balances, or payments added up."""
        return self.course.balance if what == "balance" else self.course.paid


def curves(found: Outlook) -> list[Curve]:
    """The open plans in their order; those that run alike share a line."""
    drawn: dict[Course, list[Plan]] = {}
    for projection in found.projections:
        drawn.setdefault(course_of(projection), []).append(projection.plan)
    return [
        Curve(", ".join(NAMES[plan] for plan in plans), course, found.chosen in plans)
        for course, plans in drawn.items()
    ]


def lines(found: Outlook, what: What, palette: Palette, currency: str = "USD") -> Chart | None:
    """What is owed, or what was paid in all, over the years; None where nothing is to be paid."""
    shown = curves(found)
    day = found.loans.as_of
    last = max(curve.course.months[-1] for curve in shown)
    most = max(max(curve.amounts(what)) for curve in shown)
    if not last or not most:
        return None
    dashes = iter(DASHES)
    traces = []
    for curve in sorted(shown, key=lambda curve: curve.chosen):  # the chosen one lies on top
        dash = "solid" if curve.chosen else next(dashes)
        traces += _traces(curve, what, day, palette, currency, dash=dash)
    layout = _layout(day, last, most, palette, currency)
    layout["annotations"] = [
        _label(curve.label, spot, day, palette, curve.chosen)
        for curve, spot in zip(shown, _spots(shown, what, last, most), strict=True)
    ]
    return Chart({"data": traces, "layout": layout}, _alt(shown, what, day, currency), HEIGHT)


def _year(day: datetime.date, months: float) -> float:
    """Where a month lies on the axis of years."""
    return day.year + (day.month - 1 + months) / TWELVE


def _drawn(curve: Curve, what: What) -> tuple[tuple[int, ...], tuple[float, ...]]:
    """The points of a line: what is cancelled at the end falls to nothing at once."""
    months, amounts = curve.course.months, curve.amounts(what)
    if what == "balance" and amounts[-1] > 0:
        return (*months, months[-1]), (*amounts, 0.0)
    return months, amounts


def _traces(
    curve: Curve, what: What, day: datetime.date, palette: Palette, currency: str, *, dash: str
) -> list[dict[str, Any]]:
    """The line, and a dot at its end."""
    colour = palette.kept if curve.chosen else palette.neutral
    months, amounts = _drawn(curve, what)
    word = "owed" if what == "balance" else "paid so far"
    hover = [
        f"{html.escape(curve.label)}<br>{month(month_after(day, m))}: "
        f"{numbers.money(amount, currency)} {word}"
        for m, amount in zip(curve.course.months, amounts, strict=False)
    ]
    x = [_year(day, m) for m in months]
    common: dict[str, Any] = {
        "type": "scatter",
        "showlegend": False,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    if len(x) > len(hover):
        hover = [*hover, f"{hover[-1]}, then cancelled"]
    line: dict[str, Any] = {
        **common,
        "mode": "lines",
        "x": x,
        "y": [round(amount, 2) for amount in amounts],
        "hovertext": hover,
        "line": {"color": colour, "dash": dash, "width": 3.5 if curve.chosen else 1.6},
    }
    end = {
        **common,
        "mode": "markers",
        "x": [line["x"][-1]],
        "y": [line["y"][-1]],
        "hovertext": [line["hovertext"][-1]],
        "marker": {
            "size": 9 if curve.chosen else 7,
            "color": colour if curve.chosen else palette.ground,
            "line": {"color": colour, "width": 1.6},
        },
        "cliponaxis": False,
    }
    return [line, end]


def _layout(
    day: datetime.date, last: int, most: float, palette: Palette, currency: str
) -> dict[str, Any]:
    """Axes that cannot be moved: years below, money on the left."""
    small = {"family": FONT, "size": 13, "color": palette.gray_text}
    fixed = {"fixedrange": True, "zeroline": False, "tickfont": small, "ticks": ""}
    return {
        **still(palette),
        "height": HEIGHT,
        "margin": {"l": LEFT, "r": RIGHT, "t": TOP, "b": BOTTOM},
        "xaxis": {
            **fixed,
            "dtick": 5 if last > 12 * TWELVE else 2,
            "tick0": 2000,
            "tickformat": "d",
            "range": [_year(day, 0), _year(day, last * 1.02)],
            "showgrid": False,
            "showline": True,
            "linecolor": palette.neutral,
        },
        "yaxis": {
            **fixed,
            "tickprefix": numbers.SYMBOLS.get(currency, ""),
            "tickformat": "~s",
            "nticks": 6,
            "range": [0.0, most * 1.06],
            "gridcolor": palette.grid,
        },
    }


def _label(
    label: str, spot: Spot, day: datetime.date, palette: Palette, chosen: bool
) -> dict[str, Any]:
    """A plan's name on its line or at its end, on the ground of the page."""
    (months, amount), (aside, above) = spot.at, spot.shift
    text = html.escape(label)
    anchor = "center" if not aside else "left" if aside > 0.0 else "right"
    return {
        "bgcolor": palette.ground,
        "borderpad": 1,
        "font": {"family": FONT, "size": FONT_SIZE, "color": palette.text},
        "showarrow": False,
        "text": f"<b>{text}</b>" if chosen else text,
        "x": _year(day, months),
        "xanchor": anchor,
        "xshift": {"center": 0, "left": DOT, "right": -DOT}[anchor],
        "y": amount,
        "yanchor": "bottom" if above else "middle",
        "yshift": DOT if above else 0,
    }


def _spots(shown: Sequence[Curve], what: What, last: int, most: float) -> Iterator[Spot]:
    """Where the labels stand, in months and money.

    Worked out for the narrowest chart; a wider one has more room.
    """
    across = (NARROWEST - LEFT - RIGHT) / last
    up = (HEIGHT - TOP - BOTTOM) / most
    paths = [[(x * across, y * up) for x, y in _between(*_drawn(curve, what))] for curve in shown]
    ends = [around(path[-1], 2.0 * DOT, 2.0 * DOT) for path in paths]
    room = Room(last * across, most * up + LABEL_HEIGHT / 2, paths, ends)
    for own, (curve, path) in enumerate(zip(shown, paths, strict=True)):
        wide = len(curve.label) * WORD_WIDTH + 4
        spot = room.place(_candidates(path, wide), wide, own)
        yield replace(spot, at=(spot.at[0] / across, spot.at[1] / up))


def _candidates(path: Sequence[Point], wide: float) -> list[Spot]:
    """Places along a line, the middle first, and those around its end."""
    aside, above = wide / 2 + DOT, LABEL_HEIGHT / 2 + DOT
    along = [Spot(path[round(part * (len(path) - 1))], worse=abs(part - 0.5)) for part in ALONG]
    around_the_end = [
        Spot(path[-1], shift, AT_AN_END) for shift in ((aside, 0.0), (0.0, above), (-aside, 0.0))
    ]
    return [*along, *around_the_end]


def _between(months: Sequence[int], amounts: Sequence[float]) -> list[tuple[float, float]]:
    """Points on a line, close enough to each other that a label hides none unseen."""
    points = [(0.0, amounts[0])]
    for place in range(1, len(months)):
        for step in range(1, BETWEEN + 1):
            part = step / BETWEEN
            x = months[place - 1] + (months[place] - months[place - 1]) * part
            points.append((x, amounts[place - 1] + (amounts[place] - amounts[place - 1]) * part))
    return points


def _alt(shown: Sequence[Curve], what: What, day: datetime.date, currency: str) -> str:
    """Every line in numbers: the start, five years on, and the end."""
    said = [_told(curve, what, day, currency) for curve in shown]
    title = "What is owed" if what == "balance" else "What has been paid in all"
    return f"{title}, by plan: {'; '.join(said)}."


def _told(curve: Curve, what: What, day: datetime.date, currency: str) -> str:
    course, amounts = curve.course, curve.amounts(what)
    end = month(month_after(day, course.months[-1]))
    later = [
        f"{numbers.money(amounts[years], currency)} after {years} years"
        for years in (5, 10, 20)
        if years < len(amounts) - 1
    ]
    if what == "paid":
        parts = [*later, f"{numbers.money(amounts[-1], currency)} by {end}"]
    else:
        last = f"{numbers.money(amounts[-1], currency)} cancelled in {end}"
        parts = [
            f"{numbers.money(amounts[0], currency)} at the start",
            *later,
            last if amounts[-1] > 0 else f"repaid in {end}",
        ]
    return f"{curve.label} {', '.join(parts)}"
