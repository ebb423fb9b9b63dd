"""Rosters and tables as files: CSV and Excel, in and out."""

from __future__ import annotations

import codecs
import csv
import functools
import io
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from openpyxl import Workbook
from openpyxl.styles import Font

from calc.errors import FileFormatError, OtherChairError
from calc.scenario.posts import Post
from calc.staffing import COLUMNS as TEMPLATE
from calc.staffing import rows_of_csv, template_rows, text_of
from calc.staffing.roster_posts import cells_of
from calc.staffing.roster_sheet import COLUMNS, Cell
from ui.clinic.workbook import Book, TooManyRowsError
from ui.clinic.workbook_parts import BrokenError, TooFullError
from ui.shell.uploads import UnreadableError, guarded

Why = Literal["unreadable", "old_workbook", "too_big", "too_full", "too_many_rows"]
Rows = Sequence[Sequence[object]]
MOST_SHEETS = 8
MOSTLY = 0.8  # of every second byte, where a text of two bytes a sign has zeros
OLD = (".xls", ".ods", ".numbers", ".pdf", ".doc", ".docx")
OLD_BEGIN = (b"\xd0\xcf\x11\xe0", b"%PDF")
MOST_BYTES = 1_000_000
RISKY = ("=", "+", "-", "@", "\t", "\r")


class RosterError(OtherChairError):
    """A file that is no table at all, or too much of one."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def rows_of(name: str, data: bytes) -> Rows:
    """The cells of an uploaded file, of its first sheet; `RosterError` where it is no table."""
    return next(iter(sheets_of(name, data, most=1).values()))


def sheets_of(name: str, data: bytes, most: int = MOST_SHEETS) -> dict[str, Rows]:
    """The cells of each sheet of an uploaded file by its name, a text file being one without.

    `RosterError` where it is no table. Sheets that go on past the bounds of a workbook are left
    out where the first is within them.
    """
    if len(data) > MOST_BYTES:
        raise RosterError("too_big")
    if name.lower().endswith(OLD) or data.startswith(OLD_BEGIN):
        raise RosterError("old_workbook")
    is_workbook = data.startswith(b"PK") or name.lower().endswith((".xlsx", ".xlsm"))
    try:
        return guarded(lambda: _of_workbook(data, most) if is_workbook else {"": _of_csv(data)})
    except TooFullError:
        raise RosterError("too_full") from None
    except TooManyRowsError:
        raise RosterError("too_many_rows") from None
    except FileFormatError as error:
        raise RosterError("too_many_rows" if error.kind == "too_big" else "unreadable") from None
    except (BrokenError, UnreadableError):
        raise RosterError("unreadable") from None


def _of_workbook(data: bytes, most: int) -> dict[str, Rows]:
    book = Book(data)
    found: dict[str, Rows] = {}
    for place, name in enumerate(book.names[:most]):
        try:
            found[name if name not in found else f"{name} ({place + 1})"] = book.sheet(place)
        except (TooFullError, TooManyRowsError):
            if not found:
                raise
            break
    return found


def _of_csv(data: bytes) -> list[list[str]]:
    return of_text(_text(data))


def _text(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the code of Windows."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", errors="replace")
    half = max(len(data) // 2, 1)
    for code, zeros in (("utf-16-le", data[1::2]), ("utf-16-be", data[::2])):
        if zeros.count(0) > half * MOSTLY and not len(data) % 2:
            return data.decode(code, errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def of_text(text: str) -> list[list[str]]:
    """The cells of a text, of a file or pasted; `FileFormatError` where it is none."""
    if "\x00" in text:
        raise FileFormatError("binary")
    return [[_unquoted(cell) for cell in row] for row in rows_of_csv(text)]


def _unquoted(cell: str) -> str:
    """A text without the mark that keeps spreadsheets from reckoning it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


@functools.cache  # a workbook holds the time it was made: made anew, its old address would break
def template(kind: Literal["csv", "xlsx"]) -> bytes:
    """The headings and one example row, to fill in and bring back."""
    table = [list(row) for row in template_rows()]
    return as_csv(table) if kind == "csv" else as_excel({"Roster": table})


def roster_table(posts: Sequence[Post]) -> list[list[Any]]:
    """The posts under the headings of the template: a roster that can be brought back."""
    by_title = {column.title: column for column in COLUMNS}
    table: list[list[Any]] = [[column.heading for column in TEMPLATE]]
    for post in posts:
        cells = cells_of(post)
        table.append(
            [_word(by_title, column.heading, cells) for column in TEMPLATE],
        )
    return table


def _word(by_title: Mapping[str, Any], heading: str, cells: Mapping[str, Cell]) -> Cell:
    column = by_title.get(heading)
    value = cells.get(column.name) if column else None
    if column is None or column.choices is None or value is None:
        return value
    return str(column.choices[value]).lower()


def as_csv(table: Sequence[Sequence[Any]]) -> bytes:
    """A table as CSV that spreadsheets read; what they would take for a formula is quoted."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([[_safe(cell) for cell in row] for row in table])
    return out.getvalue().encode("utf-8-sig")


def _safe(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(RISKY):
        return f"'{cell}"
    if isinstance(cell, float):
        return text_of(cell)
    return "" if cell is None else cell


def as_excel(sheets: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    """Tables as sheets of a workbook, headings bold; no text becomes a formula."""
    book = Workbook()
    book.remove(book.active)
    for name, table in sheets.items():
        sheet = book.create_sheet(name[:31])
        for place, row in enumerate(table, start=1):
            for across, value in enumerate(row, start=1):
                cell = sheet.cell(place, across)
                cell.value = value
                if isinstance(value, str):
                    cell.data_type = "s"
                if place == 1:
                    cell.font = Font(bold=True)
        sheet.freeze_panes = "B2"
        for across in range(1, len(table[0]) + 1 if table else 1):
            letter = sheet.cell(1, across).column_letter
            widest = max(len(str(row[across - 1] or "")) for row in table if len(row) >= across)
            sheet.column_dimensions[letter].width = min(max(widest + 2, 9), 42)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
