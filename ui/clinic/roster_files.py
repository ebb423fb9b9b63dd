"""Rosters and tables as files: CSV and Excel, in and out."""

from __future__ import annotations

import csv
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
from ui.clinic.workbook import TooManyRowsError, first_sheet
from ui.clinic.workbook_parts import BrokenError, TooFullError
from ui.shell.uploads import UnreadableError, guarded

Why = Literal["unreadable", "too_big", "too_full", "too_many_rows"]
MOST_BYTES = 1_000_000
RISKY = ("=", "+", "-", "@", "\t", "\r")


class RosterError(OtherChairError):
    """A file that is no table at all, or too much of one."""

    def __init__(self, why: Why) -> None:
        super().__init__(why)
        self.why = why


def rows_of(name: str, data: bytes) -> Sequence[Sequence[object]]:
    """The cells of an uploaded file; `RosterError` where it is no table."""
    if len(data) > MOST_BYTES:
        raise RosterError("too_big")
    is_workbook = data.startswith(b"PK") or name.lower().endswith((".xlsx", ".xlsm"))
    try:
        return guarded(lambda: first_sheet(data) if is_workbook else _of_csv(data))
    except TooFullError:
        raise RosterError("too_full") from None
    except TooManyRowsError:
        raise RosterError("too_many_rows") from None
    except FileFormatError as error:
        raise RosterError("too_many_rows" if error.kind == "too_big" else "unreadable") from None
    except (BrokenError, UnreadableError):
        raise RosterError("unreadable") from None


def _of_csv(data: bytes) -> list[list[str]]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    if "\x00" in text:
        raise FileFormatError("binary")
    return [[_unquoted(cell) for cell in row] for row in rows_of_csv(text)]


def _unquoted(cell: str) -> str:
    """A text without the mark that keeps spreadsheets from reckoning it."""
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(RISKY) else cell


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
