"""What the charts of months say: over a point, and as the sentence that stands for a chart."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Sequence

from calc.number import FloatArray
from ui.months.chart_axes import month_name
from ui.months.chart_parts import MIDDLE
from ui.telling import numbers

Write = Callable[[float], str]
EVERY = 6  # months between those that a sentence tells


def clients(amount: float) -> str:
    """Clients, or a half between two of them.

    >>> clients(21.0), clients(19.5), clients(1.0)
    ('21 clients', '19.5 clients', '1 client')
    """
    return f"{plain(amount)} {'client' if amount == 1 else 'clients'}"


def plain(amount: float) -> str:
    """A number without decimals where it is whole.

    >>> plain(21.0), plain(19.5)
    ('21', '19.5')
    """
    return numbers.number(amount, 0 if numbers.same(amount, round(amount)) else 1)


def between(low: float, high: float, write: Write) -> str:
    """Two figures, or one where they read the same.

    >>> between(12.0, 14.5, plain), between(12.0, 12.0, plain)
    ('12 to 14.5', '12')
    """
    first, last = write(low), write(high)
    return first if first == last else f"{first} to {last}"


def over_months(starts_on: datetime.date, bands: FloatArray, write: Write) -> list[str]:
    """The five figures of the end of each month, in words."""
    return [
        f"End of {month_name(starts_on, place + 1)}<br>middle: {write(row[MIDDLE])}"
        f"<br>half of the paths: {between(row[1], row[3], write)}"
        f"<br>eight of ten: {between(row[0], row[4], write)}"
        for place, row in enumerate(bands.tolist())
    ]


def course(starts_on: datetime.date, bands: FloatArray, write: Write) -> Iterator[str]:
    """A fan in sentences: every sixth month and the last."""
    last = len(bands) - 1
    for place, row in enumerate(bands.tolist()):
        if place == last or (place + 1) % EVERY == 0:
            yield (
                f"At the end of {month_name(starts_on, place + 1)} the middle is "
                f"{write(row[MIDDLE])}, half of the paths lie at "
                f"{between(row[1], row[3], write)}, eight of ten at "
                f"{between(row[0], row[4], write)}."
            )


def holds_from(starts_on: datetime.date, dates: Sequence[tuple[int, str]]) -> Iterator[str]:
    """The dates that matter, in sentences."""
    for month, name in dates:
        yield f"From {month_name(starts_on, month)}: {name}."


def in_a_step(starts_on: datetime.date, places: Sequence[float]) -> Iterator[str]:
    """The places, month by month where they change, in sentences."""
    before = None
    for place, amount in enumerate(places):
        if amount != before:
            yield f"Places from {month_name(starts_on, place + 1)}: {plain(amount)}."
        before = amount


def full_range(starts_on: datetime.date, early: int | None, late: int | None, form: str) -> str:
    """From when to when 20 and 80 of 100 paths have been full; a year where it is not plain.

    >>> full_range(datetime.date(2027, 1, 1), 12, 16, "%B")
    'December to April'
    >>> full_range(datetime.date(2027, 1, 1), 12, None, "%B")
    'December or later'
    """
    if early is None or early == late:
        return ""
    first = month_name(starts_on, early, form)
    if late is None:
        return f"{first} or later"
    if late - early >= 12:
        form += " %Y"
        first = month_name(starts_on, early, form)
    last = month_name(starts_on, late, form)
    return f"{first} to {last}"


def full_when(starts_on: datetime.date, full: tuple[int | None, int | None, int | None]) -> str:
    """When half of the paths have been full, and its range, as a sentence."""
    early, middle, late = full
    if middle is None:
        return "Half of the paths are not full in the months shown."
    said = f"Half of the paths have been full by {month_name(starts_on, middle)}"
    around = full_range(starts_on, early, late, "%B %Y")
    return f"{said}; 20 to 80 of 100: {around}." if around else f"{said}."


def job_ends(starts_on: datetime.date, month: int, form: str = "%B") -> str:
    """When a job ends that is gone from a month on.

    >>> job_ends(datetime.date(2027, 1, 1), 9), job_ends(datetime.date(2027, 1, 1), 1)
    ('August', 'now')
    """
    return month_name(starts_on, month - 1, form) if month > 1 else "now"


def sentence(parts: Sequence[str]) -> str:
    """Sentences one after another, without markup."""
    return " ".join(part.replace("<br>", " ") for part in parts if part)
