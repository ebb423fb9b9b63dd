"""The columns of a roster: the template to fill in, and the cells of a CSV file."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass
from typing import Literal, get_args

from calc.errors import FileFormatError
from calc.scenario.posts import LicenceStatus

Arrangement = Literal["employee", "contractor", "owner"]
PayWord = Literal["salary", "hourly", "per session", "split"]
MOST_LINES = 20_000
MOST_COLUMNS = 100
# Where semicolons part the cells, a comma mostly parts decimals: 41,667 may be either.
EITHER = re.compile(r"[-$€£%\s]*\d{1,3},\d{3}[$€£%\s]*")
# The first line by which a spreadsheet is told what parts the cells.
SEPARATOR = re.compile(r'"?sep=([,;\t|])"?[ \t]*\r?(?:\n|$)', re.IGNORECASE)
MOST_LOOKED_AT = 100_000  # signs
LOOKED_AT = 30  # lines from the top that tell what parts the cells
DOUBT = " (thousands or decimals?)"  # kept with the cell, so that it is refused and shown


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the template: its heading, what it holds, and an example."""

    heading: str
    meaning: str
    example: str
    needed: bool = False
    percent: bool = False
    words: tuple[str, ...] = ()
    path: str = ""
    money: bool = False


COLUMNS: tuple[Column, ...] = (
    Column("Label", 'What you call the post: "Post 3", never a name', "Post 1", needed=True),
    Column(
        "Arrangement",
        "employee, contractor or owner",
        "employee",
        needed=True,
        words=get_args(Arrangement),
    ),
    Column("Pay form", "salary, hourly, per session or split", "salary", words=get_args(PayWord)),
    Column("Pay", "A year, an hour or a session; a split in percent", "62000", money=True),
    Column("Licence", "licensed, associate or intern", "licensed", words=get_args(LicenceStatus)),
    Column("Full-time share %", "100 is full time", "100", percent=True, path="full_time_share"),
    Column("Sessions a week", "Sessions booked a week in a full-time post", "24", needed=True),
    Column("Payer", "private, insurer, or empty for the clinic's mix", ""),
    Column("Fee", "Fee a session, where a payer is stated", "", money=True),
    Column("Minutes", "Minutes a session, where a payer is stated", ""),
    Column("Notes minutes", "Minutes of notes, where a payer is stated", ""),
    Column(
        "Administration hours",
        "Hours a week",
        "3",
        path="work.time.administration_hours_per_week",
    ),
    Column("Meeting hours", "Hours a week", "1", path="work.time.meetings_hours_per_week"),
    Column(
        "Supervision given hours",
        "Hours a week",
        "0",
        path="work.time.supervision_given_hours_per_week",
    ),
    Column("Holiday weeks", "Weeks a year", "5", path="work.time.holiday_weeks"),
    Column(
        "Benefits cost a year",
        "What benefits cost the clinic",
        "6000",
        path="benefits_cost_per_year",
        money=True,
    ),
    Column("Starts in month", "0 if there already", "0", path="start_month"),
    Column("Unpaid leave weeks", "Weeks of the year", "0", path="unpaid_leave_weeks"),
    Column("Telehealth %", "Sessions without a room", "30", percent=True, path="telehealth_share"),
    Column("No-shows %", "Booked, and nobody comes", "", percent=True),
)
BY_HEADING = {column.heading.casefold(): column for column in COLUMNS}


def template_rows() -> tuple[tuple[str, ...], ...]:
    """The headings of a roster and one example row, to fill in and bring back.

    >>> template_rows()[1][:4]
    ('Post 1', 'employee', 'salary', '62000')
    """
    return (
        tuple(column.heading for column in COLUMNS),
        tuple(column.example for column in COLUMNS),
    )


def template_csv() -> str:
    """The template as the text of a CSV file."""
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(template_rows())
    return text.getvalue()


def rows_of_csv(text: str) -> tuple[tuple[str, ...], ...]:
    r"""The cells of a CSV file, whichever of comma, semicolon or tab it is written with.

    A first line "sep=;" says so, and is read as an empty one.

    Raises `FileFormatError` where a cell has no end, or there are more lines than we read. Of the
    columns past the most there may be, one is kept to tell that they were there.

    >>> rows_of_csv("Label;Pay\nPost 1;62000\n")
    (('Label', 'Pay'), ('Post 1', '62000'))
    """
    text = text.removeprefix("\ufeff")
    stated = SEPARATOR.match(text)
    mark = stated[1] if stated else _mark(text)
    lines = io.StringIO(text.replace("\0", ""), newline="")
    reader = csv.reader(lines, delimiter=mark)
    rows: list[tuple[str, ...]] = []
    try:
        for row in reader:
            if reader.line_num > MOST_LINES:
                raise FileFormatError("too_big", found=reader.line_num, bound=MOST_LINES)
            if len(row) > MOST_COLUMNS:
                row = [*row[:MOST_COLUMNS], "".join(row[MOST_COLUMNS:]).strip()[:1]]
            if mark == ";":
                row = [f"{cell}{DOUBT}" if EITHER.fullmatch(cell) else cell for cell in row]
            rows.append(() if stated and not rows else tuple(row))
    except csv.Error:
        raise FileFormatError("broken", line=reader.line_num) from None
    return tuple(rows)


def _mark(text: str) -> str:
    """What parts the cells: a tab or semicolon that half of the first lines have, or a comma."""
    lines = [line for line in text[:MOST_LOOKED_AT].splitlines() if line.strip()][:LOOKED_AT]
    bare = [re.sub(r'"[^"]*"', "", line) for line in lines]
    for mark in "\t;":
        with_it = sum(mark in line for line in bare)
        if with_it and with_it >= len(bare) - with_it:
            return mark
    return ","
