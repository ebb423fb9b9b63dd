"""Numbers as people type them: what a cell may mean, with its unit and whatever casts doubt on it.

Nothing is guessed here: a text that may be either of two numbers comes back with both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

THOUSAND = 1_000.0
Mark = Literal[".", ",", ""]
# Spaces of every width, and the dashes that stand for a minus or for nothing.
SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
NOTHING = re.compile(r"(?:n\.?/?a\.?|[-–—.?]+|none|nil|null|tbd|tba|unknown|not known|see notes?)")
DAY = re.compile(
    r"\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[ t].*)?|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})"
    r"|(?:\d{1,2}[- ])?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[-. ]?(?:\d{2,4})?"
)
ABOUT = re.compile(
    r"^(?:about|approx(?:imately|\.)?|around|roughly|circa|ca\.?|c\.|up to|max\.?|min\.?|[~≈<>≤≥])"
    r"|(?:\+|\?|\(merged\)|ish|\bor so)$"
)
MERGED = " (merged)"
CORE = re.compile(r"[-−+]?\s*\d(?:[\d.,'\u2019 ]*\d)?")
BETWEEN = re.compile(
    r"(?P<low>\d+(?:\.\d+)?) ?(?:[-–—]|to) ?(?P<high>\d+(?:\.\d+)?)(?P<unit>[^\d]*)"
)
GROUPED = {
    ",": re.compile(r"\d{1,3}(?:,\d{3})+"),
    ".": re.compile(r"\d{1,3}(?:\.\d{3})+"),
}
SIGNS = re.compile(r"[$€£]|\busd\b|\beur\b")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a text may mean as a number: the values, best first, its unit, and why it is doubtful.

    `unit` is what stands beside the digits in small letters; `money` says whether a currency sign
    does. `about` is set for "about 60", "24+" and the like.
    """

    values: tuple[float, ...] = ()
    unit: str = ""
    money: bool = False
    about: bool = False
    mark: Mark = ""


def plain(text: str) -> str:
    """A text in small letters with single spaces.

    >>> plain("  About\u00a060 ")
    'about 60'
    """
    return SPACES.sub(" ", text).strip().casefold()


def is_nothing(text: str) -> bool:
    """Whether a cell says that it has no value: "-", "N/A", "TBD".

    >>> is_nothing("N/A"), is_nothing("–"), is_nothing("0")
    (True, True, False)
    """
    return NOTHING.fullmatch(plain(text)) is not None


def is_day(text: str) -> bool:
    """Whether a cell is a day of the calendar, which no column of a roster holds.

    >>> is_day("2023-05-01"), is_day("24-Mar"), is_day("24.5")
    (True, True, False)
    """
    return DAY.fullmatch(plain(text)) is not None


def typed(text: str) -> Typed | None:
    """A text as a number with its unit; None where there is no single number in it.

    >>> typed("$31/hr").values, typed("$31/hr").unit
    ((31.0,), '/hr')
    >>> typed("1.234,56").values, typed("68k").values, typed("62.000").values
    ((1234.56,), (68000.0,), (62.0, 62000.0))
    """
    small, about = plain(text), False
    while found := ABOUT.search(small):
        small, about = (small[: found.start()] + small[found.end() :]).strip(), True
    money = SIGNS.search(small) is not None
    small = SIGNS.sub(" ", small).strip()
    found = CORE.search(small)
    if found is None or CORE.search(small, found.end()):
        return None
    core = SPACES.sub("", found[0]).replace("−", "-").removeprefix("+")
    sign, digits = (-1.0, core[1:]) if core.startswith("-") else (1.0, core)
    values, mark = _values(found[0].lstrip("-−+ ").replace("\u2019", "'"), digits)
    before, after = small[: found.start()], small[found.end() :].strip()
    thousands = re.match(r"k(?![a-z])", after)
    times = sign * (THOUSAND if thousands else 1.0)
    unit = SPACES.sub(" ", f"{before} {after.removeprefix('k') if thousands else after}").strip()
    return Typed(tuple(value * times for value in values), unit, money, about, mark)


def between(text: str) -> Typed | None:
    """The middle of a text that names a lower and a higher number, in doubt; None where it is none.

    >>> between("22-24 clients").values, between("22 to 24").about, between("5-1")
    ((23.0,), True, None)
    """
    found = BETWEEN.fullmatch(plain(text))
    if found is None or float(found["low"]) >= float(found["high"]):
        return None
    ends = (float(found["low"]), float(found["high"]))
    return Typed((sum(ends) / len(ends),), found["unit"].strip(), about=True)


def _values(written: str, digits: str) -> tuple[tuple[float, ...], Mark]:
    """The numbers that digits with marks between them may be, and the mark of decimals if sure."""
    spaced = re.search(r"[ ']", written)
    if spaced:
        if not re.fullmatch(r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?", written):
            return (), ""
        digits = re.sub(r"[ ']", "", written)
        mark: Mark = "," if "," in digits else "." if "." in digits else ""
        return (float(digits.replace(",", ".")),), mark
    marks = re.sub(r"\d", "", digits)
    if not marks:
        # "000" is what a comma left of 62,000 where commas part the cells.
        return ((float(digits),), "") if digits == "0" or digits[0] != "0" else ((), "")
    last: Mark = "," if marks[-1] == "," else "."
    other = "." if last == "," else ","
    if len(set(marks)) == 1 and len(marks) > 1:
        whole = GROUPED[last].fullmatch(digits)
        return ((float(digits.replace(last, "")),), other) if whole else ((), "")  # type: ignore[return-value]
    before, _, after = digits.rpartition(last)
    if other in before:
        if not GROUPED[other].fullmatch(before):
            return (), ""
        return (float(f"{before.replace(other, '')}.{after}"),), last
    decimal, whole_number = float(f"{before}.{after}"), float(before + after)
    if GROUPED[last].fullmatch(digits) and not before.startswith("0"):
        both = (whole_number, decimal) if last == "," else (decimal, whole_number)
        return both, ""
    return (decimal,), last
