"""Why a cell or a file of a roster was not taken: where it stands, the value, the rule, the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from calc.errors import Problem
from calc.scenario.clinic import MOST_POSTS
from calc.scenario.posts import Post
from calc.staffing import Roster, RowProblem
from calc.staffing.roster_columns import MOST_LINES
from calc.staffing.roster_reading import Reading
from calc.staffing.roster_rows import Fault, written_unit
from calc.staffing.roster_sheet import BY_NAME, COLUMNS
from ui.clinic.roster_files import Why
from ui.telling import numbers, refusals
from ui.telling.words import escape

KEPT = "The rest of the row counts; the plan keeps what it had here until you change the cell."
CALLED = "The rest of the row counts, as {label}, until you change the cell."
UNITS = {column.title: column.unit for column in COLUMNS}
FILES: dict[Why, str] = {
    "old_workbook": (
        "This is an older Excel file or another program's. Save it as Excel (.xlsx) or as CSV, and "
        "bring that."
    ),
    "unreadable": "This file is no table that we can read. Save it as CSV or as Excel (.xlsx).",
    "too_big": "This file is too large: a roster has at most 1 MB. Keep the table alone in it.",
    "too_full": (
        "This workbook holds more than any roster does. Copy the rows of the roster into a new "
        "workbook, or save them as CSV."
    ),
    "too_many_rows": (
        f"This file goes on below row {MOST_LINES:,}, and the most a clinic holds is {MOST_POSTS} "
        "posts. Keep the rows of the roster alone in it."
    ),
}
UNCHANGED = "Nothing was changed."
NOBODY = (
    "{value} would be nobody: sessions and pay would count nowhere. Enter more than 0, such as 50 "
    "for half time; whoever left is taken out of the table."
)
CELLS = {
    "no_label": 'The label is empty. Call the post something, such as "Post 3".',
    "same_label": "“{value}” stands in row {bound} already. Give this post another label.",
    "share_of_one": "{value} is too small to be meant. Enter percent: 60 for three fifths.",
    "share_of_nobody": NOBODY,
    "no_pay_form": (
        "A contractor is paid by the session or by a split, not by “{value}”. Choose one of the "
        "two, or Employee."
    ),
    "owner_pay": "An owner earns what the clinic leaves. Empty this cell, or choose Employee.",
}
NO_NUMBER = (
    "**{where}** is {value}, which is no number or may be two. Write it such as 24, 24.5 or 62000."
)
ROWS = {
    "empty_roster": "The file has no posts. Fill in the template, a row for each post.",
    "missing_column": "The column **{column}** is missing. The template has every heading.",
    "unknown_column": "We do not use the column **{column}**; the rest was read.",
    "column_twice": "The column **{column}** stands there twice; the second was left out.",
    "too_many_columns": (
        "The file has more than {bound} columns. Those further to the right were left out."
    ),
    "too_many_cells": (
        "**Row {row}** has more cells than there are headings. Write a number such as 62000 "
        "without a comma, or in quotes."
    ),
    "too_many_rows": (
        "The file has {value} rows, and the most a clinic holds is {bound}. Rows from row {row} on "
        "were left out."
    ),
    "too_many_posts": (
        "There are {value} rows under the headings, and a clinic holds at most {bound} posts. "
        "Nothing was read. Keep the rows of one clinic alone in the sheet."
    ),
    "read_as_empty": "**Row {row}, {column}** is {value}, and was read as empty.",
    "in_doubt": (
        "**Row {row}, {column}** is {value}, which is not sure. The row is left out. Write it such "
        "as 24, $62,000 or 58%."
    ),
    "a_day": (
        "**Row {row}, {column}** is {value}, a day and not a number. A spreadsheet may have made "
        "it of 5-1 or 1.5. Write the number."
    ),
    "formula": (
        "**Row {row}, {column}** holds a formula, {value}. Paste it as a value, for we read no "
        "formulas."
    ),
    "error_value": (
        "**Row {row}, {column}** holds an error of the spreadsheet, {value}. Mend it there, or "
        "type the value."
    ),
    "thousands_or_decimals": (
        "**Row {row}, {column}** is {value}, whose point may part thousands or decimals. Write "
        "{bound}."
    ),
    "not_a_number": (
        "**Row {row}, {column}** is {value}, not a number. Write it such as 24 or 24.5."
    ),
    "unknown_word": "**Row {row}, {column}** is {value}. It can be {bound}.",
    "empty_cell": "**Row {row}, {column}** is empty. Fill it in.",
    "label_twice": (
        "**Row {row}, {column}**: {value} stands there twice. The second is kept under a label of "
        "its own."
    ),
    "pay_does_not_fit": (
        "**Row {row}, {column}** is {value}. With this arrangement it can be {bound}."
    ),
    "owners_pay": (
        "**Row {row}, {column}** is {value}, and was not used: an owner earns what the clinic "
        "leaves. A draw goes under Hiring, cash, leaving."
    ),
    "not_in_percent": (
        "**Row {row}, {column}** is {value}, which may be a share or a percent. Write {bound} % or "
        "{value} %."
    ),
}
MOST_TOLD = 200


def cell(fault: Fault, currency: str, where: str = "") -> str:
    """Why a cell of the table was not taken; `where` it stands, if not by the number of its row."""
    where = where or f"Row {fault.row}, {fault.column.title}"
    typed = fault.problem.value
    if fault.problem.kind == "not_a_number" and isinstance(typed, str):
        return NO_NUMBER.format(where=escape(where), value=refusals.quoted(typed))
    if fault.kind == "problem":
        return refusals.told(fault.problem, where, fault.unit, currency)
    if fault.problem.kind == "too_many":
        return ROWS["too_many_rows"].format(
            value=fault.problem.value, bound=fault.problem.bound, row=MOST_POSTS + 1
        )
    value = fault.problem.value
    shown = numbers.percent(value, 2) if isinstance(value, float) else escape(str(value or ""))
    said = CELLS[fault.kind].format(value=shown, bound=fault.problem.bound)
    return f"**{escape(where)}**: {said}"


def where(fault: Fault, posts: Sequence[Post]) -> str:
    """The row of a cell by number and label, for rows of the table have no numbers, and its column.

    A label that is itself refused says nothing.
    """
    row = f"Row {fault.row}"
    if fault.column.name != "label" and fault.row <= len(posts):
        row = f"{row} ({posts[fault.row - 1].label})"
    return f"{row}, {fault.column.title}"


def kept(fault: Fault, posts: Sequence[Post]) -> str:
    """What counts of the row meanwhile; under which label, where that is what is wrong."""
    if fault.problem.kind == "too_many":
        return UNCHANGED
    if fault.column.name == "label" and fault.row <= len(posts):
        return CALLED.format(label=escape(posts[fault.row - 1].label))
    return KEPT


def too_many(rows: int) -> Fault:
    """More rows than a clinic holds."""
    problem = Problem("label", "too_many", rows, MOST_POSTS)
    return Fault(MOST_POSTS + 1, BY_NAME["label"], "no_label", problem)


def row(problem: RowProblem, currency: str) -> str:
    """Why a row of a file was not taken, or what was made of it."""
    if problem.kind == "refused" and problem.problem is not None:
        where = f"Row {problem.row}, {problem.column}"
        unit = written_unit(problem.problem.path, UNITS.get(problem.column, ""))
        return refusals.told(problem.problem, where, unit, currency)
    bound = problem.bound
    if isinstance(bound, tuple):
        bound = (" or " if problem.kind == "thousands_or_decimals" else ", ").join(map(str, bound))
    elif isinstance(bound, float | int):
        bound = numbers.number(float(bound))
    value = problem.value
    if isinstance(value, int):
        value = numbers.number(value)
    elif isinstance(value, str) and problem.kind != "not_in_percent":
        value = refusals.quoted(value)
    return ROWS[problem.kind].format(
        row=problem.row, column=refusals.shortened(problem.column), value=value, bound=bound
    )


def told(found: Roster, currency: str) -> Iterator[str]:
    """What was wrong with a file, row by row; past the most that anybody reads, how many more."""
    for problem in found.problems[:MOST_TOLD]:
        yield row(problem, currency)
    more = len(found.problems) - MOST_TOLD
    if more > 0:
        yield f"And {more:,} more. Mend these, and bring the file in again."


def left_out(found: Reading, currency: str) -> Iterator[str]:
    """Why each row that is left out is, in the order of the file."""
    wrong = [one for one in found.roster.problems if one.row in found.left_out]
    return told(replace(found.roster, problems=tuple(wrong)), currency)


def told_of(found: Reading, currency: str) -> Iterator[str]:
    """What was wrong with a sheet, without the doubts that are still asked."""
    asked = {(row, one.column) for one in found.unanswered for row in one.rows}
    left = [
        one
        for one in found.roster.problems
        if one.kind != "missing_column"
        and (one.kind != "in_doubt" or (one.row, one.column) not in asked)
    ]
    return told(replace(found.roster, problems=tuple(left)), currency)
