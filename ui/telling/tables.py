"""Statements as rows of words and numbers, and as tables.

Numbers stay numbers under a way of writing, for the page sets numbers right and words left; it
draws a table with `streamlit_ways.table`. Shown parts add up to the shown total; the unit stands on
the first row and on the totals, which are bold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from calc.ledger import Line, Unit
from ui.telling.numbers import hours, money, number, percent, shown, shown_parts
from ui.telling.words import escape

if TYPE_CHECKING:
    import pandas as pd

Cell = Callable[[Any], str]
Pairs = Sequence[tuple[str, float]]  # a label and its amount
HEADERS: dict[Unit, str] = {
    "money_per_year": "A year",
    "money_per_month": "A month",
    "money_per_week": "A week",
    "money_per_hour": "An hour",
    "money_per_session": "Per session",
    "hours_per_year": "Hours a year",
    "hours_per_week": "Hours a week",
    "sessions_per_year": "Sessions a year",
    "weeks_per_year": "Weeks a year",
}


@dataclass(frozen=True, slots=True)
class Table:
    """Heads, rows of words and rounded numbers, and how the numbers of each column are written.

    The first column is words. Each further one has a way of writing, or one for each of its rows;
    columns beyond the ways are words too.
    """

    heads: Sequence[str]
    rows: Sequence[Sequence[Any]]
    ways: Sequence[Cell | Sequence[Cell]] = ()

    def columns(self) -> list[list[Any]]:
        """Words and numbers column by column."""
        return [[row[place] for row in self.rows] for place in range(len(self.heads))]

    def written(self) -> list[list[str]]:
        """What is read, column by column."""
        ways = [None, *self.ways, *[None] * (len(self.heads) - len(self.ways) - 1)]
        return [_written(cells, way) for cells, way in zip(self.columns(), ways, strict=True)]

    def texts(self) -> list[list[str]]:
        """The table as it is read, row by row."""
        return [list(row) for row in zip(*self.written(), strict=True)]

    def first(self, count: int) -> Table:
        """The first columns alone."""
        return Table(self.heads[:count], [row[:count] for row in self.rows], self.ways[: count - 1])

    @property
    def frame(self) -> pd.DataFrame:
        """The same words and numbers for pandas, which no page needs."""
        import pandas as pd

        return pd.DataFrame(dict(zip(self.heads, self.columns(), strict=True)))


def _written(cells: list[Any], way: Cell | Sequence[Cell] | None) -> list[str]:
    """A column as it is read."""
    if way is None:
        return [str(cell) for cell in cells]
    if callable(way):
        return [way(cell) for cell in cells]
    return [write(cell) for write, cell in zip(way, cells, strict=True)]


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statement; `decimals` is None where its unit decides alone how it is written."""

    label: str
    amount: float
    unit: Unit
    decimals: int | None = None
    bold: bool = False


def shown_steps(line: Line) -> list[tuple[Line, float]]:
    """The start of a staircase and its steps with the amounts to show; none is zero but the start.

    The amounts add up to the end, rounded to cents. Unpaid time that adds to the hour is called
    what it is then: the session is shorter.
    """
    amounts = shown_parts([float(part.amount) for part in line.parts], float(line.amount), 2)
    rows = list(zip(line.parts, amounts, strict=True))
    last = line.parts[-1]
    if last.key == "staircase.unpaid_time" and last.amount > 0:
        rows[-1] = (replace(last, label="Session shorter than an hour"), amounts[-1])
    return rows[:1] + [row for row in rows[1:] if row[1]]


def shown_week(line: Line, worked_weeks: float) -> list[tuple[str, float, float]]:
    """Label, paid hours and unpaid hours of a worked week, largest bucket first, none empty.

    The line is the hours of a year, a sum of buckets; each bucket is a sum of two parts whose keys
    end in `.paid` and `.unpaid`. All, to one decimal, add up to the hours of the week.
    """
    if not worked_weeks:
        return []
    buckets = sorted(line.parts, key=lambda bucket: -float(bucket.amount))
    weekly = [float(bucket.amount) / worked_weeks for bucket in buckets]
    in_all = shown_parts(weekly, float(line.amount) / worked_weeks, 1)
    rows = []
    for bucket, amount, rounded in zip(buckets, weekly, in_all, strict=True):
        half = next(part for part in bucket.parts if part.key.endswith(".unpaid"))
        unpaid = float(half.amount) / worked_weeks
        shown_paid, shown_unpaid = shown_parts([amount - unpaid, unpaid], rounded, 1)
        rows.append((bucket.label, shown_paid, shown_unpaid))
    return [(label, paid, unpaid) for label, paid, unpaid in rows if paid or unpaid]


def shown_shares(line: Line) -> list[tuple[str, float]]:
    """What leaves of every hundred that comes in, by label, signed; none is zero.

    The line's first part is what comes in. With the hundred itself the shares add up to what is
    kept, rounded to cents.
    """
    money_in, *others = line.parts
    hundredth = float(money_in.amount) / 100
    shares = [100.0, *(float(part.amount) / hundredth for part in others)]
    rounded = shown_parts(shares, float(line.amount) / hundredth, 2)
    return [(part.label, share) for part, share in zip(others, rounded[1:], strict=True) if share]


def steps_table(line: Line, currency: str = "USD") -> Table:
    """The staircase as a table: start, steps, and the end in bold."""
    steps = [Row(part.label, amount, part.unit, 2) for part, amount in shown_steps(line)]
    end = Row(line.label, round(float(line.amount), 2), line.unit, 2, bold=True)
    return _two_columns("Step", [*steps, end], currency)


def week_table(line: Line, worked_weeks: float) -> Table:
    """Hours of a worked week by what they go to: paid, unpaid and in all, with a total."""
    halves = [
        (escape(label), paid, unpaid) for label, paid, unpaid in shown_week(line, worked_weeks)
    ]
    in_all = (_bold("In all"), sum(row[1] for row in halves), sum(row[2] for row in halves))
    rows = [
        (label, round(paid, 1), round(unpaid, 1), round(paid + unpaid, 1))
        for label, paid, unpaid in (*halves, in_all)
    ]
    return Table(("Hours a week", "Paid", "Unpaid", "Both"), rows, (hours,) * 3)


def statement_rows(line: Line, depth: int = 1, currency: str = "USD") -> Table:
    """A statement from its first row to its total in bold, opened `depth` levels deep.

    A ratio shows the line above, "Divided by" the line below, and itself. The first part of a sum
    keeps its own total when it is opened, the others are only listed: so every bold row of a sum is
    what all plain rows above it add up to. A figure made by a formula shows what it was made from.
    """
    rows = _rows(line, depth)
    return _two_columns("Line", rows, currency)


def plain_table(heads: tuple[str, str], rows: Pairs, end: str, cell: Cell) -> Table:
    """Words and amounts that were rounded to add up, and their sum in bold."""
    named = [(escape(label), amount) for label, amount in rows]
    in_all = round(math.fsum(amount for _, amount in named), 6)
    return Table(heads, [*named, (_bold(end), in_all)], (cell,))


def _rows(line: Line, depth: int) -> list[Row]:
    amount = float(line.amount)
    match line.kind:
        case "sum":
            decimals = _decimals(line)
            amount = round(amount, decimals)
            own = Row(line.label, amount, line.unit, decimals, bold=True)
            return [*_addends(line, amount, decimals, depth), own]
        case "ratio":
            above, below = line.parts
            rows = _rows(above, depth - 1) if depth > 1 else [_as_it_is(above)]
            divided = f"Divided by {below.label[:1].lower()}{below.label[1:]}"
            rows.append(replace(_as_it_is(below), label=divided))
        case _:
            rows = [_as_it_is(part) for part in line.parts]
    return [*rows, replace(_as_it_is(line), bold=True)]


def _as_it_is(line: Line) -> Row:
    return Row(line.label, float(line.amount), line.unit)


def _addends(
    line: Line, amount: float, decimals: int, depth: int, subtotal: bool = True
) -> list[Row]:
    """The parts of a sum, rounded to add up to the amount it is shown with, and opened further."""
    rows: list[Row] = []
    rounded = shown_parts([float(part.amount) for part in line.parts], amount, decimals)
    for place, (part, part_amount) in enumerate(zip(line.parts, rounded, strict=True)):
        own = Row(part.label, part_amount, part.unit, decimals)
        if depth > 1 and part.kind == "sum" and len(part.parts) > 1:
            running = subtotal and place == 0
            rows += _addends(part, part_amount, decimals, depth - 1, running)
            rows += [replace(own, bold=True)] if running else []
        else:
            rows.append(own)
    return rows


def _decimals(line: Line) -> int:
    """How many decimals the rows of a sum have, the same for all."""
    amounts = [abs(float(row.amount)) for row in (line, *line.parts)]
    match line.unit:
        case "money_per_hour" | "money_per_session":
            return 2
        case "money_per_year" | "money_per_month" | "money_per_week" | "money":
            return 0 if max(amounts) >= 100 else 2
        case "share":
            return 3
        case "hours_per_year" | "hours_per_week":
            return 1
        case _:
            return 0 if all(amount.is_integer() for amount in amounts) else 1


def _two_columns(first: str, rows: list[Row], currency: str) -> Table:
    """Words and amounts; the second header is the unit if it is the same for all."""
    units = {row.unit for row in rows}
    header = HEADERS.get(rows[0].unit, "Amount") if len(units) == 1 else "Amount"
    ways = [
        _cell(row.unit, row.decimals, place == 0 or row.bold, currency)
        for place, row in enumerate(rows)
    ]
    said = [((_bold if row.bold else escape)(row.label), row.amount) for row in rows]
    return Table((first, header), said, (ways,))


@cache
def _cell(unit: Unit, decimals: int | None, named: bool, currency: str) -> Cell:
    """How an amount is written, with the name of its currency or without."""
    if decimals is None:
        return partial(shown, unit=unit, currency=currency)
    if unit == "share":
        return partial(percent, decimals=1)
    if unit.startswith("money") and named:
        return partial(money, currency=currency, cents=decimals == 2)
    return partial(number, decimals=decimals)


def _bold(label: str) -> str:
    return f"**{escape(label)}**"
