"""The cells of a roster: how each is read, and what is said of one that cannot be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.errors import Problem
from calc.staffing.roster_columns import BY_HEADING

MOST_CELL_CHARACTERS = 200
PERCENT = 100.0
# How an empty cell of a table on screen calls itself.
EMPTY = ("nan", "NaT", "<NA>")
# Commas or spaces may stand between thousands only: "24,5" is refused, never read as 245.
NUMBER = re.compile(
    r"[$€£%]?\s*(?P<sign>-?)\s*[$€£]?\s*"
    r"(?P<whole>\d+|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\s\d{3})+)(?P<decimals>\.\d+)?"
    r"\s*[$€£]?\s*%?"
)
# A point before three digits of money may part thousands: "62.000" is 62 or 62,000.
EITHER = re.compile(r"\D*[1-9]\d{0,2}\.\d{3}\D*")
ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")

RowProblemKind = Literal[
    "empty_roster",
    "missing_column",
    "unknown_column",
    "column_twice",
    "too_many_columns",
    "too_many_cells",
    "too_many_rows",
    "too_many_posts",
    "read_as_empty",
    "in_doubt",
    "a_day",
    "formula",
    "error_value",
    "thousands_or_decimals",
    "not_a_number",
    "unknown_word",
    "empty_cell",
    "label_twice",
    "pay_does_not_fit",
    "owners_pay",
    "not_in_percent",
    "refused",
]

# What is told of a row that is a post all the same.
KEPT_ALL_THE_SAME = frozenset(("read_as_empty", "label_twice", "owners_pay"))


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


def text_of(cell: object) -> str:
    """A cell as text; nothing for an empty one."""
    if cell is None or str(cell) in EMPTY:
        return ""
    if isinstance(cell, float):
        # In full, with a zero past three decimals: else a number might look like thousands.
        text = np.format_float_positional(cell, trim="-")
        return f"{text}0" if EITHER.fullmatch(text) else text[:MOST_CELL_CHARACTERS]
    return str(cell).strip()[:MOST_CELL_CHARACTERS]


@dataclass(slots=True)
class Cells:
    """The cells of one row, read one by one; what is wrong with them gathers here."""

    row: int
    cells: Mapping[str, str]
    problems: list[RowProblem]

    def wrong(self, kind: RowProblemKind, heading: str, bound: object = None) -> None:
        """Puts a fault of a cell on the list."""
        self.problems.append(
            RowProblem(kind, self.row, heading, self.cells.get(heading, ""), bound)
        )

    def has_no_values(self) -> bool:
        """Whether any cell holds a formula or an error in place of a value; each is listed."""
        for heading, cell in self.cells.items():
            if cell.startswith("="):
                self.wrong("formula", heading)
            elif ERROR.fullmatch(cell):
                self.wrong("error_value", heading)
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

    def number(self, heading: str, percent: bool = False) -> float | None:
        """A number with or without thousands marks or currency sign; None if empty."""
        text = self.cells.get(heading, "")
        if not text:
            return None
        found = NUMBER.fullmatch(text)
        # A cell as long as we keep may have been cut.
        if not found or len(text) == MOST_CELL_CHARACTERS or ("%" in text and not percent):
            self.wrong("not_a_number", heading)
            return None
        if BY_HEADING[heading.casefold()].money and not percent and EITHER.fullmatch(text):
            whole, decimals = found["whole"], found["decimals"]
            self.wrong(
                "thousands_or_decimals", heading, (f"{whole}{decimals}0", whole + decimals[1:])
            )
            return None
        whole = re.sub(r"[,\s]", "", found["whole"])
        return float(f"{found['sign']}{whole}{found['decimals'] or ''}")

    def percent(self, heading: str) -> float | None:
        """A share, stated in percent: 0.6 without a sign might be either, so it is refused."""
        value = self.number(heading, percent=True)
        if value is None:
            return None
        if 0.0 < value <= 1.0 and "%" not in self.cells[heading]:
            self.wrong("not_in_percent", heading, value * PERCENT)
        return value / PERCENT
