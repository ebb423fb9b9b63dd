"""What to start with by the month a job ends, and a single path beside the middle one."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import numpy as np

from calc.number import FloatArray
from ui.months import chart_words as said
from ui.months.chart_axes import (
    DOT,
    YEAR,
    left_of,
    money_short,
    month_day,
    month_name,
    month_ticks,
    scale_of,
    ticks,
)
from ui.months.chart_labels import (
    along,
    around_it,
    at_the_end,
    away_from,
    dense,
    place_in,
    put,
    room_of,
    wide_of,
)
from ui.months.chart_parts import (
    ALL,
    AXIS_ROW,
    DASHED,
    DESK_END,
    EDGE,
    LINE,
    MIDDLE,
    Plot,
    band,
    dot,
    from_the_start,
    layout,
    level,
    line,
)
from ui.telling import numbers
from ui.telling.chart_frame import Chart
from ui.telling.label_room import LABEL_HEIGHT, Point, Room, around
from ui.telling.palette import Palette

LEAVE, PATH = 240, 260  # pixels high
PATH_END = 84  # pixels right of a path on a phone
LAST_END = 72  # pixels right of the curve, for its last value
AT_THE_END = 4  # months, in which the last figure stands
UNDER = 0.16  # of the scale that is free under the lowest value, for its name
MARK = 12.0  # pixels around a dot


def leave_curve(
    starts_on: datetime.date,
    months: Sequence[int],
    to_start_with: FloatArray,
    have: float,
    palette: Palette,
    currency: str = "USD",
    *,
    chosen: int | None = None,
    phone: bool = False,
) -> Chart:
    """What has to be in the bank at the start, by the month from which the job is gone.

    `months` are the months tried, `to_start_with` the money of each; month 9 of a plan from January
    is a job that ends in August, month 1 one that ends now. `have` is the balance one has. The
    month chosen is marked where it is among those tried.
    """
    write = partial(numbers.money, currency=currency, cents=False)
    amounts = np.asarray(to_start_with, dtype=np.float64).tolist()
    low, high = scale_of(np.asarray(to_start_with), have)
    up = {at: money_short(at, currency, 2) if phone else write(at) for at in ticks(low, high, 5)}
    across = max(1, months[-1] - months[0])
    right = EDGE if phone else LAST_END
    plot = Plot(across, low, high, LEAVE, left_of(up), right, 22, AXIS_ROW, phone)
    x = [float(month - months[0]) for month in months]
    hover = [
        f"{_ends(starts_on, month)}<br>{write(amount)} to start with"
        for month, amount in zip(months, amounts, strict=True)
    ]
    look = {"color": palette.kept, "width": LINE}
    data = [line("to start with", x, amounts, look, hover)]
    marked = months.index(chosen) if chosen in months else None
    if marked is not None:
        data.append(dot("chosen", x[marked], amounts[marked], palette))
    begins = month_day(starts_on, months[0])
    axes = layout(plot, palette, month_ticks(begins, across + 1, plot.across), up)
    form = "%B %Y" if months[-1] - months[0] > YEAR else "%B"
    names = [
        f"{said.job_ends(starts_on, month, form)}: {write(amount)}"
        for month, amount in zip(months, amounts, strict=True)
    ]
    names[-1] = write(amounts[-1]) if len(names) > 1 and marked != len(names) - 1 else names[-1]
    axes["annotations"] = _leave_words(
        list(zip(x, amounts, strict=True)), names, marked, (have, write(have)), plot, palette
    )
    axes["shapes"] = [level(have, palette.as_is, DASHED, 1.4)]
    told = [
        "What has to be in the bank at the start, by the month in which the job ends:",
        "; ".join(words.replace("<br>", ": ") for words in hover) + ".",
        f"You have {write(have)}.",
        f"Marked: {hover[marked].replace('<br>', ', ')}." if marked is not None else "",
    ]
    return Chart({"data": data, "layout": axes}, said.sentence(told), plot.height)


def _ends(starts_on: datetime.date, month: int) -> str:
    """When the job ends, to be read over a point."""
    if month == 1:
        return "Without the job from the start"
    return f"The job ends in {month_name(starts_on, month - 1)}"


def _leave_words(
    points: Sequence[Point],
    names: Sequence[str],
    marked: int | None,
    have: tuple[float, str],
    plot: Plot,
    palette: Palette,
) -> list[dict[str, Any]]:
    """The month chosen by name, the first and the last beside it where they have room, the bank."""
    x, y = [month for month, _ in points], [amount for _, amount in points]
    level_line = dense([have[0], have[0]], plot, [x[0], x[-1]]) if len(x) > 1 else []
    curve = dense(y, plot, x) if len(x) > 1 else []
    room = Room(plot.width + plot.right - DOT, plot.tall + LABEL_HEIGHT, [curve, level_line], [])
    made = []
    if marked is not None:
        at = plot.at(*points[marked])
        room.taken.append(around(at, MARK, MARK))
        text = f"<b>{names[marked]}</b>"
        made.append(place_in(room, text, around_it(at, text), plot, palette))
    for place, side in ((0, (1.0, 1.0)), (len(points) - 1, (-1.0, 1.0))):
        if place != marked and (plot.phone or not place) and (place or len(points) > 1):
            spots = around_it(plot.at(*points[place]), names[place], side)
            found = room.clear(spots, wide_of(names[place]))
            made += [put(names[place], found, plot, palette)] if found else []
    if not plot.phone and marked != len(points) - 1:
        made += at_the_end([(names[-1], y[-1])], plot, palette)
    text = f"you have {have[1]}"
    made.append(place_in(room, text, along(have[0], text, plot), plot, palette))
    return made


def one_path(
    starts_on: datetime.date,
    path: FloatArray,
    bands: FloatArray,
    opening: float,
    palette: Palette,
    currency: str = "USD",
    *,
    phone: bool = False,
) -> Chart:
    """The balance of a single path that was drawn, beside the middle and eight of ten paths.

    The path is the thick line with a dot at its lowest; the middle is thin.
    """
    write = partial(numbers.money, currency=currency, cents=False)
    rows = from_the_start(bands, opening)
    own = [opening, *np.asarray(path, dtype=np.float64).tolist()]
    low, high = scale_of(rows, *own)
    low = min(low, min(own) - UNDER * (high - low))
    up = {at: money_short(at, currency, 2) if phone else write(at) for at in ticks(low, high, 5)}
    right = PATH_END if phone else DESK_END
    plot = Plot(len(bands), low, high, PATH, left_of(up), right, 12, AXIS_ROW, phone)
    middle = rows[:, MIDDLE].tolist()
    names = ["At the start"]
    names += [f"End of {month_name(starts_on, place + 1)}" for place in range(len(bands))]
    hover = [
        f"{name}<br>this path: {write(amount)}<br>middle: {write(other)}"
        for name, amount, other in zip(names, own, middle, strict=True)
    ]
    least = min(range(len(own)), key=lambda place: own[place])
    x = range(len(own))
    data = [
        band(rows, (0, 4), ALL, "eight of ten", palette.kept),
        line("middle", x, middle, {"color": palette.neutral, "width": 1.6}, ()),
        line("this path", x, own, {"color": palette.kept, "width": LINE}, hover),
        dot("start", 0.0, opening, palette),
        dot("lowest", float(least), own[least], palette),
    ]
    axes = layout(plot, palette, month_ticks(starts_on, len(bands), plot.across), up)
    lowest = f"lowest: {write(own[least])}"
    axes["annotations"] = _path_words(own, rows, (least, lowest), plot, palette, write)
    axes["shapes"] = [level(0.0, palette.text, "solid", 1.4)]
    where = names[least][:1].lower() + names[least][1:]
    told = [
        "Money in the bank of one path at the end of each month:",
        "; ".join(words.replace("<br>", ", ") for words in hover) + ".",
        f"Its lowest is {write(own[least])}, {where}.",
    ]
    return Chart({"data": data, "layout": axes}, said.sentence(told), plot.height)


def _path_words(
    own: Sequence[float],
    rows: FloatArray,
    lowest: tuple[int, str],
    plot: Plot,
    palette: Palette,
    write: Callable[[float], str],
) -> list[dict[str, Any]]:
    """The path's end and the middle's by name, and the path's lowest."""
    middle = float(rows[-1, MIDDLE])
    ends = [
        (f"<b>this one:<br>{write(own[-1])}</b>", own[-1]),
        (f"middle:<br>{write(middle)}", middle),
    ]
    room = room_of(rows, plot, [dense(own, plot)])
    zero = [] if plot.phone else [("nothing left", 0.0)]
    made = at_the_end([*ends, *zero], plot, palette)
    if 0 < lowest[0] < len(own) - AT_THE_END:  # else it would lie over the path's end
        at = plot.at(lowest[0], own[lowest[0]])
        spots = away_from(at, lowest[1], (0.0, -1.0), plot)
        made.append(place_in(room, lowest[1], spots, plot, palette))
    return made
