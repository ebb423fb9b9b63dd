"""A roster from a table: each row checked, bad ones listed by row and column, the rest kept."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from pydantic import ValidationError

from calc.errors import Problem
from calc.scenario.clinic import MOST_POSTS
from calc.scenario.posts import Post
from calc.scenario.reading import problems_of
from calc.staffing.roster_columns import BY_HEADING, COLUMNS, Column, PayWord

MOST_CELL_CHARACTERS = 200
PERCENT = 100.0
# How an empty cell of a table on screen calls itself.
EMPTY = ("nan", "NaT", "<NA>")
# Commas may stand between thousands only: "24,5" is refused, never read as 245.
NUMBER = re.compile(r"-?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")


RowProblemKind = Literal[
    "empty_roster",
    "missing_column",
    "unknown_column",
    "column_twice",
    "too_many_rows",
    "formula",
    "not_a_number",
    "unknown_word",
    "empty_cell",
    "label_twice",
    "pay_does_not_fit",
    "not_in_percent",
    "refused",
]


@dataclass(frozen=True, slots=True)
class RowProblem:
    """What is wrong, where: `row` counts as in the file, headings being 1; 0 is the whole table.

    `value` is what stands there, `bound` what may. A cell that the clinic's own rules refuse has
    their `problem` with it.
    """

    kind: RowProblemKind
    row: int
    column: str = ""
    value: object = None
    bound: object = None
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class Roster:
    """The posts that could be read, in order, and everything that could not."""

    posts: tuple[Post, ...]
    problems: tuple[RowProblem, ...]


def read_roster(rows: Sequence[Sequence[object]]) -> Roster:
    """Posts from the rows of a table, the first of them its headings.

    Cells are texts or numbers, as a table on screen, a CSV file or a spreadsheet gives them. A row
    with anything wrong in it is listed and left out; a second post of the same label, or a column
    we do not know, is listed and the row kept. Rows past the most a clinic holds are listed once.
    """
    table = [tuple(_text(cell) for cell in row) for row in rows]
    if not any(any(row) for row in table):
        return Roster((), (RowProblem("empty_roster", 0),))
    headings, problems = _headings(table[0])
    if any(problem.kind == "missing_column" for problem in problems):
        return Roster((), tuple(problems))
    stated = [(place, row) for place, row in enumerate(table, 1) if any(row)][1:]
    if not stated:
        return Roster((), (*problems, RowProblem("empty_roster", 0)))
    if len(stated) > MOST_POSTS:
        row = stated[MOST_POSTS][0]
        problems.append(RowProblem("too_many_rows", row, value=len(stated), bound=MOST_POSTS))
    posts: list[Post] = []
    seen: set[str] = set()
    for place, cells in stated[:MOST_POSTS]:
        data = dict(zip(headings, cells, strict=False))
        post, found = _post(place, {name: cell for name, cell in data.items() if name})
        problems.extend(found)
        if post is not None:
            if post.label in seen:
                problems.append(RowProblem("label_twice", place, "Label", post.label))
            seen.add(post.label)
            posts.append(post)
    return Roster(tuple(posts), tuple(problems))


def _text(cell: object) -> str:
    """A cell as text; nothing for an empty one."""
    if cell is None or str(cell) in EMPTY:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()[:MOST_CELL_CHARACTERS]


def _headings(row: Sequence[str]) -> tuple[list[str], list[RowProblem]]:
    """The heading of each column as we know it, empty for one we do not."""
    found: list[str] = []
    problems: list[RowProblem] = []
    for text in row:
        column = BY_HEADING.get(text.casefold())
        if column is None:
            if text:
                problems.append(RowProblem("unknown_column", 1, text))
            found.append("")
        elif column.heading in found:
            problems.append(RowProblem("column_twice", 1, column.heading))
            found.append("")
        else:
            found.append(column.heading)
    missing = [
        column.heading for column in COLUMNS if column.needed and column.heading not in found
    ]
    problems.extend(RowProblem("missing_column", 1, heading) for heading in missing)
    return found, problems


@dataclass(slots=True)
class _Cells:
    """The cells of one row, read one by one; what is wrong with them gathers here."""

    row: int
    cells: Mapping[str, str]
    problems: list[RowProblem]

    def wrong(self, kind: RowProblemKind, heading: str, bound: object = None) -> None:
        self.problems.append(
            RowProblem(kind, self.row, heading, self.cells.get(heading, ""), bound)
        )

    def has_formulas(self) -> bool:
        """Whether any cell holds a formula in place of a value; each is listed."""
        for heading, cell in self.cells.items():
            if cell.startswith("="):
                self.wrong("formula", heading)
        return bool(self.problems)

    def word(self, heading: str, default: str) -> str:
        """One of the words a column takes."""
        text = self.cells.get(heading, "").casefold()
        words = BY_HEADING[heading.casefold()].words
        if not text:
            return default
        if text not in words:
            self.wrong("unknown_word", heading, words)
            return default
        return text

    def number(self, heading: str) -> float | None:
        """A number with or without thousands marks, currency sign or percent; None if empty."""
        text = self.cells.get(heading, "")
        if not text:
            return None
        bare = re.sub(r"[\s$€£%]", "", text)
        if not NUMBER.fullmatch(bare):
            self.wrong("not_a_number", heading)
            return None
        return float(bare.replace(",", ""))

    def percent(self, heading: str) -> float | None:
        """A share, stated in percent: 0.6 without a sign might be either, so it is refused."""
        value = self.number(heading)
        if value is None:
            return None
        if 0.0 < value <= 1.0 and "%" not in self.cells[heading]:
            self.wrong("not_in_percent", heading, value * PERCENT)
        return value / PERCENT


def _post(row: int, cells: Mapping[str, str]) -> tuple[Post | None, list[RowProblem]]:
    """The post of a row; None where anything in it is wrong."""
    read = _Cells(row, cells, [])
    if read.has_formulas():
        return None, read.problems
    for heading in ("Label", "Sessions a week"):
        if not cells.get(heading):
            read.wrong("empty_cell", heading)
    work = _work(read)
    licence = read.word("Licence", "licensed")
    data: dict[str, Any] = {"label": cells.get("Label", ""), "licence": licence}
    columns: dict[str, str] = {"label": "Label"}
    for column in COLUMNS:
        reader = read.percent if column.percent else read.number
        value = reader(column.heading) if column.path else None
        if value is not None:
            _put(data, work, column, value)
            columns[column.path] = column.heading
    if data.get("benefits_cost_per_year") is not None:
        data["benefits_cost_share"] = 0.0
    data |= _sessions(read, work, columns)
    if read.problems:
        return None, read.problems
    return _validated(read, {**data, "work": work}, columns)


def _put(data: dict[str, Any], work: dict[str, Any], column: Column, value: float) -> None:
    """A number into the field of its column; a month is a whole number."""
    stem, _, name = column.path.rpartition(".")
    if column.path == "start_month" and value.is_integer():
        data[name] = int(value)
    elif stem:
        work["time"][name] = value
    else:
        data[name] = value


def _work(read: _Cells) -> dict[str, Any]:
    """The arrangement and the pay of a row."""
    arrangement = read.word("Arrangement", "")
    if not read.cells.get("Arrangement"):
        read.wrong("empty_cell", "Arrangement", BY_HEADING["arrangement"].words)
    work: dict[str, Any] = {"time": {}, "session_kinds": []}
    if arrangement in ("owner", ""):
        for column in ("Pay form", "Pay"):
            if arrangement and read.cells.get(column):
                read.wrong("pay_does_not_fit", column, ("empty",))
        return work | {"kind": "own_practice"}
    form = read.word("Pay form", "")
    allowed = ("per session", "split") if arrangement == "contractor" else get_args(PayWord)
    amount = read.percent("Pay") if form == "split" else read.number("Pay")
    if not read.cells.get("Pay form"):
        read.wrong("empty_cell", "Pay form", allowed)
    elif form and form not in allowed:
        read.wrong("pay_does_not_fit", "Pay form", allowed)
    if not read.cells.get("Pay"):
        read.wrong("empty_cell", "Pay")
    pays: dict[str, dict[str, Any]] = {
        "salary": {"kind": "salary", "salary_per_year": amount},
        "hourly": {"kind": "hourly", "rate_per_hour": amount},
        "per session": {"kind": "per_session", "rates_per_session": [amount]},
        "split": {"kind": "split", "share": amount},
    }
    return work | {"kind": arrangement, "pay": pays.get(form)}


def _sessions(read: _Cells, work: dict[str, Any], columns: dict[str, str]) -> dict[str, Any]:
    """Sessions of a row: at the clinic's mix, or of the payer it states."""
    booked = read.number("Sessions a week")
    payer = read.cells.get("Payer", "").casefold()
    if payer not in ("", "private", "insurer"):
        read.wrong("unknown_word", "Payer", ("private", "insurer"))
    stated = {
        "fee_per_session": read.number("Fee"),
        "minutes_per_session": read.number("Minutes"),
        "notes_minutes_per_session": read.number("Notes minutes"),
    }
    if not payer and any(value is not None for value in stated.values()):
        # Else a fee would be dropped without a word: the mix has its own.
        read.wrong("empty_cell", "Payer", ("private", "insurer"))
    if not payer:
        columns["mix_sessions_per_week"] = "Sessions a week"
        return {} if booked is None else {"mix_sessions_per_week": booked}
    kind = {"payer": payer, "booked_per_week": booked, **stated}
    work["session_kinds"] = [{name: value for name, value in kind.items() if value is not None}]
    names = ("Sessions a week", "Fee", "Minutes", "Notes minutes")
    for name, heading in zip(("booked_per_week", *stated), names, strict=True):
        columns[f"work.session_kinds.0.{name}"] = heading
    return {}


def _validated(
    read: _Cells, data: dict[str, Any], columns: Mapping[str, str]
) -> tuple[Post | None, list[RowProblem]]:
    """The post by the clinic's own rules; what they refuse is named by its column."""
    pay = {
        "work.pay.salary_per_year": "Pay",
        "work.pay.rate_per_hour": "Pay",
        "work.pay.rates_per_session.0": "Pay",
        "work.pay.share": "Pay",
    }
    try:
        return Post.model_validate(data), []
    except ValidationError as error:
        found = []
        for problem in problems_of(error):
            heading = {**columns, **pay}.get(problem.path, problem.path)
            value = read.cells.get(heading, problem.value)
            found.append(RowProblem("refused", read.row, heading, value, problem.bound, problem))
        return None, found
