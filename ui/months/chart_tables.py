"""The same months as tables, for whoever does not see the charts."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from functools import partial

from calc.number import FloatArray
from ui.months import chart_words as said
from ui.months.chart_axes import month_name
from ui.months.chart_parts import MIDDLE
from ui.months.chart_taxes import Taxes, of_months, tax_sentence
from ui.telling import numbers
from ui.telling.tables import Table
from ui.telling.words import escape

__all__ = [
    "bank_table",
    "clients_table",
    "leave_table",
    "plans_table",
    "tax_sentence",
]

HALF, EIGHT = "Half of the paths", "Eight of ten"


def bank_table(
    starts_on: datetime.date, bands: FloatArray, currency: str = "USD", taxes: Taxes = ()
) -> Table:
    """Month, middle, tax where there is any, and between what half and eight of ten paths lie."""
    paid = dict(of_months(taxes, len(bands)))
    rows = [
        (name, middle, *([paid.get(place + 1, 0.0)] if paid else []), half, eight)
        for place, (name, middle, half, eight) in enumerate(
            _rows(_months(starts_on, len(bands)), bands, numbers.number)
        )
    ]
    sign = _sign(currency)
    heads = ("End of", f"Middle ({sign})", *([f"Tax, mean ({sign})"] if paid else []), HALF, EIGHT)
    return Table(heads, rows, (numbers.number, *([_or_nothing] if paid else [])))


def clients_table(starts_on: datetime.date, bands: FloatArray, places: FloatArray) -> Table:
    """Month, middle, places, and between what half and eight of ten paths lie."""
    found = _rows(_months(starts_on, len(bands)), bands, said.plain)
    rows = [
        (name, middle, float(held), half, eight)
        for (name, middle, half, eight), held in zip(found, places, strict=True)
    ]
    return Table(("End of", "Middle", "Places", HALF, EIGHT), rows, (said.plain, said.plain))


def plans_table(fans: Sequence[tuple[str, FloatArray]], currency: str = "USD") -> Table:
    """The ends of plans by name: the middle, and between what half and eight of ten paths lie."""
    write = partial(numbers.money, currency=currency, cents=False)
    rows = [row for name, bands in fans for row in _rows([escape(name)], bands[-1:], write)]
    return Table(("Plan", "Middle at the end", HALF, EIGHT), rows, (write,))


def leave_table(
    starts_on: datetime.date,
    months: Sequence[int],
    to_start_with: FloatArray,
    currency: str = "USD",
) -> Table:
    """The month in which the job ends, and what has to be in the bank at the start."""
    rows = [
        (said.job_ends(starts_on, month, "%B %Y"), float(amount))
        for month, amount in zip(months, to_start_with, strict=True)
    ]
    write = partial(numbers.money, currency=currency, cents=False)
    return Table(("The job ends", "To start with"), rows, (write,))


def _months(starts_on: datetime.date, months: int) -> list[str]:
    """The months by name, each short enough for one line of a phone."""
    form = f"%b{numbers.NO_BREAK}%Y"
    return [month_name(starts_on, place + 1, form) for place in range(months)]


def _rows(
    names: Sequence[str], bands: FloatArray, write: Callable[[float], str]
) -> list[tuple[str, float, str, str]]:
    """Name, middle, and two ranges in words."""
    return [
        (
            name,
            float(row[MIDDLE]),
            said.between(float(row[1]), float(row[3]), write),
            said.between(float(row[0]), float(row[4]), write),
        )
        for name, row in zip(names, bands, strict=True)
    ]


def _sign(currency: str) -> str:
    return numbers.SYMBOLS.get(currency, currency)


def _or_nothing(amount: float) -> str:
    """A number, or nothing where nothing is paid."""
    return numbers.number(amount) if amount else ""
