"""Statements as rows of words and numbers, and as tables.

Numbers stay numbers under a format, for `st.table` sets numbers right and words left. The page
draws a table with `st.table(table.styled(), border="horizontal")`. Shown parts add up to the shown
total; the unit stands on the first row and on the totals, which are bold.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial

import pandas as pd
from pandas.io.formats.style import Styler

from calc.ledger import Line, Unit
from ui.telling.numbers import hours, money, number, percent, shown, shown_parts
from ui.telling.words import escape

Cell = Callable[[float], str]
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
    """A frame of words and rounded numbers, and how each number of it is written, row by row."""

    frame: pd.DataFrame
    cells: tuple[tuple[Cell, ...], ...]

    def texts(self) -> list[list[str]]:
        """The table as it is read."""
        return [
            [words, *(cell(amount) for cell, amount in zip(cells, amounts, strict=True))]
            for (words, *amounts), cells in zip(
                self.frame.itertuples(index=False, name=None), self.cells, strict=True
            )
        ]

    def styled(self) -> Styler:
        """The frame with its formats, for `st.table` and `st.dataframe`."""
        style = self.frame.style
        for name, cells in zip(self.frame.columns[1:], zip(*self.cells, strict=True), strict=False):
            for cell, rows in _alike(cells).items():
                style = style.format(cell, subset=(rows, [name]))
        return style


def _alike(cells: Sequence[Cell]) -> dict[Cell, list[int]]:
    """The rows of each way of writing in a column; pandas takes long over a row of its own."""
    rows: dict[Cell, list[int]] = {}
    for row, cell in enumerate(cells):
        rows.setdefault(cell, []).append(row)
    return rows


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
    shown = shown_week(line, worked_weeks)
    paid = [*(paid for _, paid, _ in shown), sum(paid for _, paid, _ in shown)]
    unpaid = [*(unpaid for _, _, unpaid in shown), sum(unpaid for _, _, unpaid in shown)]
    frame = pd.DataFrame(
        {
            "Hours a week": [*(escape(label) for label, _, _ in shown), _bold("In all")],
            "Paid": [round(amount, 1) for amount in paid],
            "Unpaid": [round(amount, 1) for amount in unpaid],
            "Both": [round(sum(both), 1) for both in zip(paid, unpaid, strict=True)],
        }
    )
    return Table(frame, ((hours,) * 3,) * len(frame))


def statement_rows(line: Line, depth: int = 1, currency: str = "USD") -> Table:
    """A statement from its first row to its total in bold, opened `depth` levels deep.

    A ratio shows the line above, "Divided by" the line below, and itself. The first part of a sum
    keeps its own total when it is opened, the others are only listed: so every bold row of a sum is
    what all plain rows above it add up to. A figure made by a formula shows what it was made from.
    """
    rows = _rows(line, depth)
    return _two_columns("Line", rows, currency)


def plain_table(
    first: str, second: str, labels: list[str], amounts: list[float], end: str, cell: Cell
) -> Table:
    """Words and amounts that were rounded to add up, and their sum in bold."""
    in_all = round(math.fsum(amounts), 6)
    frame = pd.DataFrame(
        {first: [*(escape(label) for label in labels), _bold(end)], second: [*amounts, in_all]}
    )
    return Table(frame, ((cell,),) * len(frame))


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
    labels = [(_bold if row.bold else escape)(row.label) for row in rows]
    frame = pd.DataFrame({first: labels, header: [row.amount for row in rows]})
    return Table(
        frame,
        tuple(
            (_cell(row.unit, row.decimals, place == 0 or row.bold, currency),)
            for place, row in enumerate(rows)
        ),
    )


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
