"""The table in a sheet: its row of headings, its rows of posts, and what stands around them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.scenario.clinic import MOST_POSTS
from calc.staffing.roster_cells import text_of
from calc.staffing.roster_columns import DOUBT, MOST_COLUMNS
from calc.staffing.roster_headings import fits, normal
from calc.staffing.roster_numbers import plain, typed

LOOKED_AT = 30  # rows from the top among which the headings are
FEWEST_HEADINGS = 2
MOST_SORTED = 2 * MOST_POSTS
TOTAL = re.compile(
    r"(?:grand |sub ?-?)?totals?\b.*|sum|averages?|avg\.?|mean|count|all(?: staff)?:?"
)


@dataclass(frozen=True, slots=True)
class Table:
    """Headings and rows of one sheet; `numbers` are those of the rows in the file, from 1.

    `titles` counts the rows above the headings, `left` names those that are no post: totals,
    headings once more, notes of one cell. `found` is false where no row looks like headings;
    `count` is of all rows, of which no more than a clinic could hold are read on. `commas` are the
    places of columns where a comma may part decimals. `longer` are rows with more cells than there
    are headings: a comma too many shifts what follows, so nothing of them is believed.
    """

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]
    titles: int = 0
    left: tuple[tuple[int, str], ...] = ()
    found: bool = False
    heading_row: int = 1
    too_wide: bool = False
    commas: frozenset[int] = frozenset()
    count: int = 0
    longer: tuple[int, ...] = ()


def table_of(rows: Sequence[Sequence[object]], kept: Mapping[str, str] | None = None) -> Table:
    """The table among the rows of a sheet, without its titles, totals, notes and blank rows."""
    filled = [place for place, row in enumerate(rows, start=1) if any(map(text_of, row))]
    stated = [(place, _texts(rows[place - 1])) for place in filled[:MOST_SORTED]]
    if not stated:
        return Table((), (), ())
    scores = [_score(row, kept or {}) for _, row in stated[:LOOKED_AT]]
    at = scores.index(max(scores))
    found = scores[at] >= FEWEST_HEADINGS
    if not found:
        several = [sum(map(bool, row)) > 1 for _, row in stated[:LOOKED_AT]]
        at = several.index(True) if True in several else 0
    heading_row, headings = stated[at]
    width = len(headings) if found else max(len(row) for _, row in stated[at:])
    headings = (*headings, *[""] * (width - len(headings)))
    posts: list[tuple[int, tuple[str, ...]]] = []
    left: list[tuple[int, str]] = []
    longer: list[int] = []
    again = [plain(cell) for cell in headings]
    several_columns = sum(map(bool, headings)) > FEWEST_HEADINGS
    for place, row in stated[at + 1 :]:
        if _is_no_post(row, again, several_columns):
            left.append((place, next(filter(None, row))))
        elif len(row) > width:
            longer.append(place)
        else:
            posts.append((place, (*row, *[""] * (width - len(row)))))
    return Table(
        headings[:MOST_COLUMNS],
        tuple(row[:MOST_COLUMNS] for _, row in posts),
        tuple(place for place, _ in posts),
        at,
        tuple(left),
        found,
        heading_row,
        any(any(map(text_of, row[MOST_COLUMNS:])) for row in rows),
        _with_commas([rows[place - 1] for place in filled[:MOST_SORTED]]),
        len(posts) + len(filled[MOST_SORTED:]),
        tuple(longer),
    )


def _texts(row: Sequence[object]) -> tuple[str, ...]:
    """The cells of a row as texts, without empty ones at its end."""
    cells = [text_of(cell).removesuffix(DOUBT) for cell in row[:MOST_COLUMNS]]
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _with_commas(rows: Sequence[Sequence[object]]) -> frozenset[int]:
    """Columns in which a comma parts decimals, or may where semicolons part cells."""
    found = set()
    for row in rows:
        for place, cell in enumerate(map(text_of, row[:MOST_COLUMNS])):
            if place not in found and "," in cell:
                number = typed(cell)
                if cell.endswith(DOUBT) or (number is not None and number.mark == ","):
                    found.add(place)
    return frozenset(found)


def _score(row: Sequence[str], kept: Mapping[str, str]) -> int:
    """How many cells of a row are headings that we know."""
    return sum(1 for cell in row if cell and (normal(cell) in kept or fits(cell)))


def _is_no_post(row: Sequence[str], headings: Sequence[str], several_columns: bool) -> bool:
    """Whether a row is a total, a note of one cell among several columns, or headings again."""
    stated = [cell for cell in row if cell]
    again = [plain(cell) for cell in row] == headings[: len(row)]
    note = len(stated) == 1 and several_columns
    return again or note or TOTAL.fullmatch(plain(stated[0])) is not None
