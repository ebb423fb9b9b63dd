"""The sheets of an Excel workbook, read within hard bounds.

openpyxl, which writes our workbooks, does not read them here: it fills every gap between rows, and
styles, shared formulas and defined names take it far longer than their length, so that a file of a
few kilobytes could hold a session for minutes. Here each byte of a part is seen once.
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from calc.errors import OtherChairError
from calc.scenario.clinic import MOST_POSTS
from calc.staffing.roster_cells import text_of
from calc.staffing.roster_columns import MOST_COLUMNS, MOST_LINES
from calc.staffing.roster_meaning import WRITTEN_SIGN
from calc.staffing.roster_numbers import MERGED
from ui.clinic.workbook_parts import Attributes, BrokenError, Parts, Relations, path_of

MOST_STYLES = 500_000
MOST_TEXT = 1_000
MOST_NAME = 60
MOST_SHEETS = 50
MOST_MERGED = 2_000
FIRST_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - the days of a sheet have no zone
NUMBER = re.compile(r"-?[0-9]{1,400}(?:\.[0-9]{0,400})?(?:[eE][+-]?[0-9]{1,3})?")
REFERENCE = re.compile(r"([A-Z]{1,3})[0-9]{1,10}")
# What a format only writes: texts in quotes, escaped and repeated signs, colours and conditions.
WRITTEN = re.compile(r'"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
LITERAL = re.compile(r'"[^"]*"|\\.')
MOST_FORMAT = 255
BUILT_IN = {
    **dict.fromkeys((9, 10), "percent"),
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)), "day"),
}
Cell = str | float | bool


class TooManyRowsError(OtherChairError):
    """A sheet with something below the last row that is read."""


def first_sheet(data: bytes) -> list[list[Cell]]:
    """The cells of the first sheet; a formula is its own text, to be refused by its row."""
    book = Book(data)
    return book.sheet(0)


class Book:
    """A workbook with the names of its sheets of cells, each read when it is asked for."""

    def __init__(self, data: bytes) -> None:
        self._parts = Parts(data)
        book = path_of(self._parts.relations(""), "officeDocument")
        relations = self._parts.relations(book)
        self._styled = _strings(self._parts, relations), _formats(self._parts, relations)
        self._found = _sheets(self._parts, book, relations)
        if not self._found:
            raise BrokenError

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the sheets, in their order."""
        return tuple(name for name, _ in self._found)

    def sheet(self, place: int) -> list[list[Cell]]:
        """The cells of a sheet."""
        sheet = _Sheet(*self._styled)
        self._parts.walk(self._found[place][1], sheet.start, sheet.end, sheet.text)
        return sheet.table()


def _sheets(parts: Parts, book: str, relations: Relations) -> list[tuple[str, str]]:
    """The name and path of each sheet of cells: a sheet may be a chart alone."""
    found: list[tuple[str, str]] = []

    def start(tag: str, its: Attributes) -> None:
        if tag == "sheet":
            ids = [value for name, value in its.items() if name.endswith(" id")]
            kind, path = relations.get(ids[0] if ids else "", ("", ""))
            if kind == "worksheet":
                found.append((its.get("name", "")[:MOST_NAME], path))

    parts.walk(book, start)
    return found[:MOST_SHEETS]


def _strings(parts: Parts, relations: Relations) -> list[str]:
    """The texts that cells share, without the readings that stand above some signs."""
    path = path_of(relations, "sharedStrings")
    found: list[str] = []
    inside: list[str] = []
    pieces: list[str] = []

    def start(tag: str, _: Attributes) -> None:
        inside.append(tag)

    def end(tag: str) -> None:
        inside.pop()
        if tag == "si":
            found.append("".join(pieces)[:MOST_TEXT])
            pieces.clear()

    def text(piece: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside[-2:]:
            pieces.append(piece)

    if path:
        parts.walk(path, start, end, text)
    return found


def _formats(parts: Parts, relations: Relations) -> list[str]:
    """What each style of cell shows: "percent", "day", a sign written behind, or nothing."""
    path = path_of(relations, "styles")
    shown = dict(BUILT_IN)
    ids: list[int] = []
    inside: list[str] = []

    def start(tag: str, its: Attributes) -> None:
        if tag in ("numFmts", "cellXfs"):  # both words have other uses in the same part
            inside.append(tag)
        elif tag == "numFmt" and inside[-1:] == ["numFmts"]:
            shown[_whole(its["numFmtId"])] = _shown(its.get("formatCode", ""))
        elif tag == "xf" and inside[-1:] == ["cellXfs"]:
            ids.append(_whole(its.get("numFmtId", "0")))

    def end(tag: str) -> None:
        if tag in ("numFmts", "cellXfs"):
            inside.pop()

    if path:
        parts.walk(path, start, end, most=MOST_STYLES)
    return [shown.get(number, "") for number in ids]


def _shown(code: str) -> str:
    """What a format of the file's own shows.

    >>> _shown("0.0%"), _shown("yyyy-mm-dd"), _shown('0"%"'), _shown('[Red]0 "days"')
    ('percent', 'day', '"%"', '')
    """
    signs = WRITTEN.sub("", code[:MOST_FORMAT])
    if "%" in signs:
        return "percent"
    if "%" in "".join(LITERAL.findall(code[:MOST_FORMAT])):
        return WRITTEN_SIGN
    return "day" if re.search(r"[dmyhs]", signs, re.IGNORECASE) else ""


class _Sheet:
    """The cells of a sheet as its elements come by; only what holds something is kept."""

    def __init__(self, strings: list[str], formats: list[str]) -> None:
        self._strings, self._formats = strings, formats
        self._rows: dict[int, dict[int, Cell]] = {}
        self._row = self._column = 0
        self._cell: Attributes | None = None
        self._inside = ""
        self._pieces: dict[str, list[str]] = {}
        self._merged: list[str] = []

    def start(self, tag: str, its: Attributes) -> None:
        """A row, a cell, or what is in one."""
        if tag == "row":
            self._row = _whole(its["r"]) if "r" in its else self._row + 1
            self._column = 0
        elif tag == "c":
            self._column = _column(its["r"]) if "r" in its else self._column + 1
            self._cell, self._pieces = its, {}
        elif tag == "mergeCell" and len(self._merged) < MOST_MERGED:
            self._merged.append(its.get("ref", ""))
        elif self._cell is not None and tag in ("v", "f", "t", "rPh"):
            # Readings above signs hold texts of their own, which are not the cell's.
            self._inside = "rPh" if self._inside == "rPh" else tag
            self._pieces.setdefault(tag, [])

    def text(self, piece: str) -> None:
        """Part of a value, a formula or a text."""
        if self._inside:
            self._pieces[self._inside].append(piece)

    def end(self, tag: str) -> None:
        """The end of a cell puts it in its place."""
        if tag == "c" and self._cell is not None:
            value = self._value(self._cell)
            self._cell = None
            if value != "":
                if self._row > MOST_LINES:
                    raise TooManyRowsError
                # One past the most columns is kept, to tell that there were more.
                place = min(self._column, MOST_COLUMNS + 1)
                self._rows.setdefault(self._row, {})[place] = value
        elif tag == "rPh" or self._inside != "rPh":
            self._inside = ""

    def _value(self, its: Attributes) -> Cell:
        pieces = {tag: "".join(found)[:MOST_TEXT] for tag, found in self._pieces.items()}
        text = pieces.get("v", "")
        if "f" in pieces:
            return f"={pieces['f']}"
        match its.get("t", "n"):
            case "s":
                return self._strings[_whole(text)] if text else ""
            case "inlineStr":
                return pieces.get("t", "")
            case "b":
                return text == "1" if text else ""
            case "n":
                return self._number(text.strip(), _whole(its.get("s", "0")))
            case _:  # texts, errors and days as they are written
                return text

    def _number(self, text: str, style: int) -> Cell:
        if not NUMBER.fullmatch(text):
            return text
        value = float(text)
        match self._formats[style] if style < len(self._formats) else "":
            case "percent":
                return f"{value * 100:.6f}".rstrip("0").rstrip(".") + "%"
            case "day":
                return _day(value)
            case shown if shown == WRITTEN_SIGN:
                return f"{text_of(value)}{WRITTEN_SIGN}"
            case _:
                return value

    def _fill(self, reference: str) -> None:
        """Puts what stands in cells merged below one another into each; a number with a doubt."""
        first, _, last = reference.partition(":")
        ends = [re.fullmatch(r"([A-Z]{1,3})([0-9]{1,7})", end) for end in (first, last)]
        if ends[0] is None or ends[1] is None or ends[0][1] != ends[1][1]:
            return
        place, top = min(_column(first), MOST_COLUMNS + 1), int(ends[0][2])
        value = self._rows.get(top, {}).get(place)
        if value is None:
            return
        said = f"{text_of(value)}{MERGED}" if re.search(r"\d", text_of(value)) else value
        for row in range(top + 1, min(int(ends[1][2]), top + MOST_POSTS) + 1):
            if row in self._rows:
                self._rows[row].setdefault(place, said)

    def table(self) -> list[list[Cell]]:
        """Every row down to the last that holds something, gaps filled, all of one length."""
        if 0 in self._rows:
            raise BrokenError
        for reference in self._merged:
            self._fill(reference)
        widest = max((max(cells) for cells in self._rows.values()), default=0)
        empty: list[Cell] = [""] * widest
        table = []
        for row in range(1, max(self._rows, default=0) + 1):
            cells = self._rows.get(row)
            places = range(1, widest + 1)
            table.append([cells.get(place, "") for place in places] if cells else empty)
        return table


def _day(value: float) -> str:
    """A day as people write it; a number of days in a column of numbers would be far off."""
    try:
        return str(FIRST_DAY + timedelta(days=value)).removesuffix(" 00:00:00")
    except OverflowError:
        return "a day out of range"


def _column(reference: str) -> int:
    """The column of a cell, counted from 1.

    >>> _column("A1"), _column("Z3"), _column("AB12")
    (1, 26, 28)
    """
    found = REFERENCE.fullmatch(reference)
    if found is None:
        raise BrokenError
    place = 0
    for letter in found[1]:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def _whole(text: str) -> int:
    """A count or a place; a longer one than any workbook has is refused."""
    if not re.fullmatch(r"[0-9]{1,10}", text):
        raise BrokenError
    return int(text)
