"""Charts of the months ahead: money in the bank and clients as fans, and what to start with.

A fan is given as rows of months and five columns: what 10, 25, 50, 75 and 90 of 100 paths lie at or
below at the end of each month, as `calc.months.risk.quantiles(rows, IN_HUNDRED)` finds them. Months
are counted from 1, the first of the plan; month 1 begins on `starts_on`. A chart has a form for a
desk and, with `phone=True`, one for a phone of 390 pixels.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from calc.number import FloatArray
from ui.months import chart_words as said
from ui.months.chart_axes import (
    left_of,
    money_short,
    month_name,
    month_ticks,
    scale_of,
    ticks,
    year_ticks,
)
from ui.months.chart_curves import leave_curve, one_path
from ui.months.chart_labels import (
    above,
    along,
    around_it,
    at_the_end,
    away_from,
    dense_steps,
    place_in,
    room_of,
    steps_before,
)
from ui.months.chart_parts import (
    AXIS_ROW,
    DASHED,
    DESK_END,
    DOTTED,
    EDGE,
    IN_HUNDRED,
    LEAST_SMALL,
    LINE_HEIGHT,
    MIDDLE,
    SMALL,
    Plot,
    dot,
    fan,
    from_the_start,
    layout,
    level,
    line,
    note,
    upright,
)
from ui.months.chart_taxes import Taxes, add_taxes, tax_row, tax_sentence
from ui.telling import numbers
from ui.telling.chart_frame import Chart, in_two_lines
from ui.telling.label_room import LABEL_HEIGHT, Point, around
from ui.telling.palette import Palette

__all__ = [
    "IN_HUNDRED",
    "Dates",
    "Full",
    "Taxes",
    "bank_fan",
    "clients_fan",
    "leave_curve",
    "one_path",
    "shared_span",
    "small_fan",
]

Dates: TypeAlias = Sequence[tuple[int, str]]  # the month from which something holds, and its name
Full: TypeAlias = tuple[int | None, int | None, int | None]
THREE_MONTHS, NEEDS = 3.0, "needs of 3 months"
BANK, CLIENTS, SMALL_ONE = 300, 240, 170  # pixels high, without what lies above and below
LEAST_PLACES = 5.0  # on the scale of clients, whose marks are whole
MARK = 16.0  # pixels around a diamond
SMALL_END = 62  # pixels right of a small plot
RISE = 5  # months over which the middle rises or falls towards its end


def bank_fan(
    starts_on: datetime.date,
    bands: FloatArray,
    opening: float,
    palette: Palette,
    currency: str = "USD",
    *,
    needs_per_month: float = 0.0,
    dates: Dates = (),
    taxes: Taxes = (),
    phone: bool = False,
) -> Chart:
    """Money in the bank at the end of each month, from the opening balance on.

    `dates` are dashed lines with their names above, as ((9, "the job ends"),) where the job is gone
    from the ninth month on. `taxes` are diamonds below the axis, with amounts on a desk; on a phone
    `chart_tables.tax_sentence` says them. Without needs no line of three months of them is drawn.
    """
    rows, months, needs = from_the_start(bands, opening), len(bands), THREE_MONTHS * needs_per_month
    dates = [(month, name) for month, name in dates if 1 <= month <= months]
    scale = scale_of(rows, needs)
    write = partial(numbers.money, currency=currency, cents=False)
    written = ticks(*scale, 5)
    up = {at: money_short(at, currency, 2) if phone else write(at) for at in written}
    plot = Plot(months, *scale, BANK, left_of(up), EDGE if phone else DESK_END, 8, AXIS_ROW, phone)
    over = [(month - 1.0, name, palette.text) for month, name in dates]
    over += [(float(months), "eight of ten paths lie inside", palette.gray_text)] * phone
    names, lines = above(over, plot, palette)
    row = tax_row(taxes, months, plot.across, phone)
    plot = plot.with_more(lines * LINE_HEIGHT, row.high)
    hover = [f"At the start<br>{write(opening)}", *said.over_months(starts_on, bands, write)]
    axes = layout(plot, palette, month_ticks(starts_on, months, plot.across), up)
    axes["annotations"] = [*names, *_bank_words(rows, needs, plot, palette, write)]
    axes["shapes"] = [
        level(0.0, palette.text, "solid", 1.4),
        *([level(needs, palette.neutral, DOTTED, 1.6)] if needs else []),
        *(upright(month - 1.0, palette.as_is) for month, _ in dates),
    ]
    figure = {"data": fan(rows, hover, palette), "layout": axes}
    add_taxes(figure, row, plot, starts_on, palette, currency)
    told = [
        f"Money in the bank at the end of each month. At the start {write(opening)}.",
        *said.course(starts_on, bands, write),
        *said.holds_from(starts_on, dates),
        f"Three months of needs: {write(needs)}." if needs else "",
        tax_sentence(starts_on, taxes, months, currency),
    ]
    return Chart(figure, said.sentence(told), plot.height)


def _bank_words(
    rows: FloatArray, needs: float, plot: Plot, palette: Palette, write: Callable[[float], str]
) -> list[dict[str, Any]]:
    """The words beside a fan of money: right of it on a desk, in it on a phone."""
    last = rows[-1]
    end = (f"<b>{write(last[MIDDLE])}</b>", float(last[MIDDLE]))
    if not plot.phone:
        words = [("eight of ten<br>paths lie inside", float(last[4])), end, ("nothing left", 0.0)]
        words += [("three months<br>of needs", needs)] if needs else []
        return at_the_end(words, plot, palette)
    room = room_of(rows, plot)
    falls = last[MIDDLE] < rows[-min(RISE, len(rows)), MIDDLE]
    spots = around_it(plot.at(plot.months, end[1]), end[0], (-1.0, -1.0 if falls else 1.0))
    made = [place_in(room, end[0], spots, plot, palette, ground=False)]
    if needs:
        made.append(place_in(room, NEEDS, along(needs, NEEDS, plot), plot, palette))
    return made


def clients_fan(
    starts_on: datetime.date,
    bands: FloatArray,
    clients_at_start: float,
    places: FloatArray,
    palette: Palette,
    *,
    held_back: str = "beside the job",
    full: Full = (None, None, None),
    full_from: float | None = None,
    phone: bool = False,
) -> Chart:
    """Clients at the end of each month, below the places of each month.

    `places` has a number a month. `full` are the months by which 20, 50 and 80 of 100 paths have
    been full, None where so many never are: the second is marked and named, the others are its
    range. `full_from` is the least caseload that is full, where the mark stands; without it that is
    on the middle. Who begins full has no mark. `held_back` says why there are fewer places before
    the last step.
    """
    rows, months = from_the_start(bands, clients_at_start), len(bands)
    held = np.asarray(places, dtype=np.float64).tolist()
    high = max(float(rows.max()), *held, LEAST_PLACES)
    up = {at: said.plain(at) for at in ticks(0.0, high, 5)}
    right = EDGE if phone else DESK_END
    plot = Plot(months, 0.0, high * 1.08, CLIENTS, left_of(up), right, 22, AXIS_ROW, phone)
    hover = [f"At the start<br>{said.clients(clients_at_start)}"]
    for words, amount in zip(said.over_months(starts_on, bands, said.plain), held, strict=True):
        hover.append(f"{words}<br>places: {said.plain(amount)}")
    look = {"color": palette.as_is, "dash": DASHED, "width": 1.4, "shape": "hv"}
    steps = line("places", range(months + 1), [*held, held[-1]], look, ())
    data = [*fan(rows, hover, palette), steps]
    middle, at = full[1], None
    begins_full = full_from is not None and clients_at_start >= full_from
    if middle is not None and middle <= months and not begins_full:
        when = middle - 0.5  # in the midst of the month
        there = float(np.interp(when, range(months + 1), rows[:, MIDDLE]))
        at = (when, there if full_from is None else full_from)
        data.append(dot("full", *at, palette, "diamond"))
    axes = layout(plot, palette, month_ticks(starts_on, months, plot.across), up)
    axes["annotations"] = _clients_words(
        rows, held, held_back, plot, palette, (at, _full(starts_on, full, palette, phone))
    )
    told = [
        f"Clients at the end of each month. At the start {said.plain(clients_at_start)}.",
        *said.course(starts_on, bands, said.plain),
        *said.in_a_step(starts_on, held),
        "Full from the start." if begins_full else said.full_when(starts_on, full),
    ]
    return Chart({"data": data, "layout": axes}, said.sentence(told), plot.height)


def _clients_words(
    rows: FloatArray,
    held: Sequence[float],
    held_back: str,
    plot: Plot,
    palette: Palette,
    full: tuple[Point | None, str],
) -> list[dict[str, Any]]:
    """The places by name, the middle at the end, and the month in which it is full."""
    end, middle = held[-1], float(rows[-1, MIDDLE])
    last = (f"{said.plain(end)} places", end)
    before = steps_before(held)
    begins = before[-1][1] if before else 0.0
    room = room_of(rows, plot, [dense_steps(held, plot)], LABEL_HEIGHT)
    if full[0] is not None:
        room.taken.append(around(plot.at(*full[0]), MARK, MARK))
    if plot.phone:
        spots = along(end, last[0], plot, (begins, float(plot.months)))
        made = [place_in(room, last[0], spots, plot, palette)] if spots else []
    else:
        bold = f"<b>{said.clients(middle)}</b>"
        made = at_the_end([(bold, middle), last], plot, palette)
    for first, after, amount in before:
        text = f"{said.plain(amount)} places"
        longer = (f"{text} {held_back}", f"{text}<br>{held_back}")
        for words in (text,) if plot.phone else (*longer, text):
            spots = along(amount, words, plot, (first, after))
            if spots:
                made.append(place_in(room, words, spots, plot, palette))
                break
    if full[0] is not None:
        spots = away_from(plot.at(*full[0]), full[1], (1.0, -1.0), plot)
        made.append(place_in(room, full[1], spots, plot, palette))
    return made


def _full(starts_on: datetime.date, full: Full, palette: Palette, phone: bool) -> str:
    """When the middle path is full, and its range in a second line."""
    early, middle, late = full
    if middle is None:
        return ""
    month = month_name(starts_on, middle, "%b %Y" if phone else "%B %Y")
    around = said.full_range(starts_on, early, late, "%b" if phone else "%B")
    comma = "," if around else ""
    name = f"<b>full {month}{comma}</b>" if phone else f"<b>full in {month}{comma}</b>"
    small = f'<span style="font-size:{SMALL}px;color:{palette.gray_text}">{around}</span>'
    return f"{name}<br>{small}" if around else name


def shared_span(fans: Sequence[tuple[float, FloatArray]]) -> tuple[float, float]:
    """The least and the most money of several plans, each by its opening balance and its bands."""
    return scale_of(np.concatenate([from_the_start(bands, opening) for opening, bands in fans]))


def small_fan(
    name: str,
    starts_on: datetime.date,
    bands: FloatArray,
    opening: float,
    span: tuple[float, float],
    palette: Palette,
    currency: str = "USD",
) -> Chart:
    """One of several plans side by side, on the scale that `shared_span` gives all of them."""
    rows, months = from_the_start(bands, opening), len(bands)
    write = partial(numbers.money, currency=currency, cents=False)
    up = {at: money_short(at, currency, 2) for at in ticks(*span, 4)}
    plot = Plot(months, *span, SMALL_ONE, left_of(up), SMALL_END, 28, AXIS_ROW, least=LEAST_SMALL)
    hover = [f"At the start<br>{write(opening)}", *said.over_months(starts_on, bands, write)]
    axes = layout(plot, palette, year_ticks(starts_on, months, plot.across), up)
    title = note(f"<b>{in_two_lines(name, 34)}</b>", palette, (0.0, 1.0), ("left", "bottom"))
    end = float(rows[-1, MIDDLE])
    axes["annotations"] = [
        {**title, "xref": "paper", "yref": "paper", "xshift": -plot.left, "yshift": 8},
        *at_the_end([(f"<b>{money_short(end, currency)}</b>", end)], plot, palette),
    ]
    axes["shapes"] = [level(0.0, palette.text, "solid", 1.4)]
    told = [f"{name}: at the start {write(opening)}.", *said.course(starts_on, bands, write)]
    return Chart(
        {"data": fan(rows, hover, palette), "layout": axes}, said.sentence(told), SMALL_ONE
    )
