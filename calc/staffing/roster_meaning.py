"""What the cells of a row mean, in the words and numbers of the template, or what must be asked."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from calc.staffing.roster_cells import PERCENT
from calc.staffing.roster_numbers import Typed, between, typed
from calc.staffing.roster_words import word

# What a value of each kind is within, else it is asked: one read a thousand times off is outside.
WITHIN: Mapping[str, tuple[float, float]] = {
    "salary": (5_000.0, 1_000_000.0),
    "hourly": (5.0, 500.0),
    "per session": (5.0, 800.0),
    "split": (1.0, 100.0),
    "Sessions a week": (1.0, 60.0),
    "Fee": (10.0, 900.0),
    "Minutes": (5.0, 240.0),
    "Notes minutes": (1.0, 120.0),
    "Administration hours": (0.1, 60.0),
    "Meeting hours": (0.1, 60.0),
    "Supervision given hours": (0.1, 60.0),
    "Holiday weeks": (0.5, 52.0),
    "Benefits cost a year": (50.0, 100_000.0),
    "Starts in month": (1.0, 24.0),
    "Unpaid leave weeks": (0.5, 52.0),
    "Full-time share %": (1.0, 100.0),
    "Telehealth %": (1.0, 100.0),
    "No-shows %": (1.0, 60.0),
}
# What may stand beside the digits of a column, besides nothing.
BESIDE: Mapping[str, re.Pattern[str]] = {
    "Sessions a week": re.compile(
        r"(?:sessions?|sess|clients?|appts?|booked)?\.?\s*(?:(?:/|per|a)?\s*(?:week|wk)\.?|weekly)?"
    ),
    "Fee": re.compile(r"(?:(?:/|per|a)\s*(?:sessions?|sess|client|hour|hr)\.?)?"),
    "Starts in month": re.compile(r"(?:months?)?"),
    "Benefits cost a year": re.compile(r"(?:(?:/|per|a)?\s*(?:year|yr|annual(?:ly)?))?\.?"),
    **dict.fromkeys(("Minutes", "Notes minutes"), re.compile(r"(?:min(?:ute)?s?)?\.?")),
    **dict.fromkeys(
        ("Administration hours", "Meeting hours", "Supervision given hours"),
        re.compile(r"(?:h|hours?|hrs?)?\.?\s*(?:(?:/|per|a)\s*(?:week|wk))?\.?"),
    ),
    **dict.fromkeys(
        ("Holiday weeks", "Unpaid leave weeks"),
        re.compile(r"(?:weeks?|wks?)?\.?\s*(?:(?:/|per|a)\s*(?:year|yr))?\.?"),
    ),
}
PERCENT_SIGN = re.compile(r"(?:%|percent|pct\.?)\s*(?:of\s.*|split|fte)?")
WRITTEN_SIGN = '"%"'  # the format of a cell puts the sign behind whatever number is there
Asked = Literal["about", "either", "unlikely", "share", "form", "monthly", "thousands", "word"]


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt about a cell, to be answered by yes or no: whether `reading` is meant.

    `rows` are all that say the same. `form` is the form of pay meant, where it is in doubt;
    `otherwise` is the form that a no takes, empty where a no leaves the rows out.
    """

    key: str
    rows: tuple[int, ...]
    column: str
    text: str
    reading: float | str
    asked: Asked
    form: str = ""
    otherwise: str = ""


@dataclass(slots=True)
class Asking:
    """The questions of a roster as they come up, and the answers given so far."""

    answers: Mapping[str, bool]
    comma: bool = False  # whether a comma may part decimals in the column of pay
    questions: dict[str, Question] = field(default_factory=dict)

    def sure(
        self,
        row: int,
        column: str,
        text: str,
        reading: float | str,
        asked: Asked,
        form: str = "",
        otherwise: str = "",
    ) -> bool | None:
        """The answer to a question, which is put on the list; None while there is none."""
        key = f"{column}|{text}|{asked}|{form}|{reading}"
        known = self.questions.get(key)
        rows = (*known.rows, row) if known else (row,)
        self.questions[key] = Question(key, rows, column, text, reading, asked, form, otherwise)
        return self.answers.get(key)


class DoubtError(Exception):
    """A cell whose meaning was not answered, or answered by no."""


def plausible(kind: str, value: float) -> bool:
    """Whether a value is one that a kind of figure has; 0 is one of each."""
    low, high = WITHIN[kind]
    return value == 0.0 or low <= value <= high


def chosen(asking: Asking, row: int, column: str, text: str, found: Typed, kind: str) -> float:
    """The one value of a text that makes sense as a kind of figure; else it is asked.

    `DoubtError` where there is no answer yet, or the answer is no to every reading.
    """
    values = found.values
    sensible = [value for value in values if plausible(kind, value)]
    if len(values) > 1 and len(sensible) == 1 and not found.about:
        return sensible[0]
    if len(values) == 1 and sensible and not found.about:
        return values[0]
    if all(value < 0.0 for value in values):
        return values[0]  # refused by its own rule
    asked: Asked = "about" if found.about else "either" if len(values) > 1 else "unlikely"
    for value in sensible or values:
        if asking.sure(row, column, text, value, asked, kind):
            return value
    raise DoubtError


def number(asking: Asking, row: int, heading: str, text: str) -> float | None:
    """A number of a column that is neither pay nor a percent; None where it is none."""
    found = typed(text) or between(text)
    if found is None or not found.values or not BESIDE[heading].fullmatch(found.unit):
        return None
    return chosen(asking, row, heading, text, found, heading)


def share(asking: Asking, row: int, heading: str, text: str, theirs: str) -> float | None:
    """A percent of a column, 58 for 58 %; None where the text is none.

    A number up to 1 is a share under a heading that says so ("FTE"), else it is asked.
    """
    found = typed(text)
    if found is None or not found.values:
        return None
    said = f"{found.unit} {theirs}".casefold()
    if found.unit not in ("", "fte", WRITTEN_SIGN) and not PERCENT_SIGN.fullmatch(found.unit):
        return None
    if "fte" in said and "%" not in said and 0.0 < min(found.values) <= 1.0 and not found.about:
        return min(found.values) * PERCENT
    return percent(asking, row, heading, text, found, heading)


def percent(asking: Asking, row: int, column: str, text: str, found: Typed, kind: str) -> float:
    """A part of 100; a number up to 1 without a sign may be a part of 1, so it is asked."""
    value = min(found.values)
    if value > PERCENT and not found.about:
        return value  # refused by its own rule
    if 0.0 < value <= 1.0 and not PERCENT_SIGN.fullmatch(found.unit):
        answer = asking.sure(row, column, text, value * PERCENT, "share", kind)
        if answer:
            return value * PERCENT
        if answer is None:
            raise DoubtError
    return chosen(asking, row, column, text, found, kind)


def meant_word(asking: Asking, row: int, heading: str, text: str, offered: str) -> str:
    """One of our words for a cell of a column; one that is unknown is asked, if one is offered."""
    known = word(heading, text)
    if known or not offered:
        return known or text
    if asking.sure(row, heading, text, offered, "word"):
        return offered
    raise DoubtError
