"""The editable roster, rosters as files, and the plans themselves."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from calc.scenario.clinic import MOST_POSTS
from calc.scenario.posts import Post
from calc.staffing.plan_changes import following
from calc.staffing.roster_posts import cells_of, new_post
from calc.staffing.roster_rows import OF_PAY, Fault, Pair, read_rows
from calc.staffing.roster_sheet import BY_NAME, COLUMNS, Cell
from calc.staffing.roster_typed import number_in
from ui.clinic import faults as clinic_faults
from ui.clinic import view as clinic_view
from ui.clinic.view import View
from ui.shell import fields, intake, state
from ui.shell import rows as known_rows

STORE = "clinic roster"
TALL = 460
FEW = 12
AT_FULL_TIME = {"booked": "Sessions a week, full time"}  # what is booked of a part is less
NO_EDITS: dict[str, Any] = {"edited_rows": {}, "added_rows": [], "deleted_rows": []}


@dataclass(slots=True)
class Typed:
    """The table as it was typed: its rows as drawn and as they are, and what was not taken.

    `good` has the post that each row is in the plan now, if it is. The widget tells every change
    since it was drawn, so `base` stays while it is there; folded away, it forgets, and what was
    typed is drawn anew.
    """

    key: str
    base: list[dict[str, Cell]]
    rows: list[dict[str, Cell]]
    good: dict[tuple[str, int], Post]
    ids: list[tuple[str, int]]
    faults: list[Fault]
    drawn: int = 0

    def posts(self) -> list[Post]:
        """The posts in the plan, in the order of the rows."""
        return [self.good[row] for row in self.ids if row in self.good]


def editor(view: View) -> None:
    """The roster as a table to type in; a cell that breaks a rule is told, and stays."""
    typed = _typed(view)
    above = st.container()
    key = f"{typed.key} {typed.drawn}"
    if key not in st.session_state:
        _draw_anew(typed)
        key = f"{typed.key} {typed.drawn}"

    def take(edits: Any) -> None:
        _take(clinic_view.view(view.shown), typed, edits)  # another plan may be shown by now

    intake.watch(key, intake.last(key) or NO_EDITS, take)
    st.data_editor(
        _frame(typed.base),
        key=key,
        num_rows="dynamic",
        hide_index=True,
        placeholder="–",
        column_config=_config(cells_of(new_post(view.clinic))),
        height="content" if len(typed.base) <= FEW else TALL,
    )
    with above, fields.place("clinic roster"):
        fields.told_here("virtual.roster")
        posts = typed.posts()
        for fault in typed.faults:
            where = clinic_faults.where(fault, posts)
            said = clinic_faults.cell(fault, view.clinic.currency, where)
            st.warning(f"{said} {clinic_faults.kept(fault, posts)}")


def _typed(view: View) -> Typed:
    """The table of the plan shown, made anew where the posts were changed elsewhere."""
    key = f"roster {state.widget_key(str(view.shown))}"
    found: Typed | None = st.session_state.get(STORE)
    posts = list(view.clinic.posts)
    if found is None or found.key != key or found.posts() != posts:
        rows = [cells_of(post) for post in posts]
        ids = [("drawn", place) for place in range(len(posts))]
        drawn = found.drawn + 1 if found else 1
        good = dict(zip(ids, posts, strict=True))
        found = Typed(key, base=rows, rows=rows, good=good, ids=ids, faults=[], drawn=drawn)
        st.session_state[STORE] = found
    return found


def _draw_anew(typed: Typed) -> None:
    ids = [("drawn", place) for place in range(len(typed.rows))]
    typed.good = {
        new: typed.good[old] for new, old in zip(ids, typed.ids, strict=True) if old in typed.good
    }
    typed.base, typed.ids, typed.drawn = typed.rows, ids, typed.drawn + 1


def _take(view: View, typed: Typed, edits: Mapping[str, Any]) -> None:
    """Rows with everything typed since the table was drawn; good ones go into the plan."""
    gone = {int(place) for place in edits["deleted_rows"]}
    rows: dict[tuple[str, int], dict[str, Cell]] = {
        ("drawn", place): dict(row) for place, row in enumerate(typed.base) if place not in gone
    }
    for place, cells in edits["edited_rows"].items():
        if ("drawn", int(place)) in rows:
            rows[("drawn", int(place))] |= _cells(cells, rows[("drawn", int(place))])
    for place, cells in enumerate(edits["added_rows"]):
        stated = {name: value for name, value in cells.items() if value is not None}
        filled = _cells(stated, {})
        if _is_typed(filled, view):
            rows[("added", place)] = {"label": _free_label(rows.values()), **filled}
    if list(rows) == typed.ids and list(rows.values()) == typed.rows:
        return  # nothing was typed
    if len(rows) > MOST_POSTS:
        typed.faults = [clinic_faults.too_many(len(rows))]
        return
    before = typed.good
    templates = [before.get(row) for row in rows]
    pairs, typed.faults = read_rows(list(rows.values()), templates, view.clinic)
    removed = [post for row, post in before.items() if row not in rows]
    if write_posts(view, pairs, removed):
        typed.good = {row: pair.after for row, pair in zip(rows, pairs, strict=True)}
        wrong = {fault.row for fault in typed.faults if fault.column.name in OF_PAY}
        sure = [row for place, row in enumerate(rows, start=1) if place not in wrong]
        _follow_pay(typed, rows, {row: typed.good[row] for row in sure})
    typed.rows, typed.ids = list(rows.values()), list(rows)


def _is_typed(row: Mapping[str, Cell], view: View) -> bool:
    """Whether anything of a new row was typed: one click lays it with what a new post has in it."""
    new = cells_of(new_post(view.clinic))
    return any(cell != new.get(name) for name, cell in row.items() if cell is not None)


def _follow_pay(
    typed: Typed, rows: dict[tuple[str, int], dict[str, Cell]], now: Mapping[tuple[str, int], Post]
) -> None:
    """Draws the table anew where another form of pay, or a new post, has a pay nobody typed."""
    for row, post in now.items():
        fresh = cells_of(post)
        if any(rows[row].get(name) != fresh[name] for name in ("paid", "pay")):
            rows[row] = fresh
            typed.drawn += 1


def _cells(typed: Mapping[str, Any], row: Mapping[str, Cell]) -> dict[str, Cell]:
    """What was typed into a row, as cells of it: the form of pay first, by which pay is read."""
    names = sorted(typed, key=lambda name: name != "paid")
    made: dict[str, Cell] = {}
    for name in names:
        made[name] = _cell(name, typed[name], {**row, **made})
    return made


def _cell(name: str, value: Any, row: Mapping[str, Cell]) -> Cell:
    """A cell of the table: choices as we know them, texts read as the numbers they mean."""
    column = BY_NAME[name]
    if column.choices and value is not None:
        by_title = {title: key for key, title in column.choices.items()}
        return by_title.get(str(value), str(value))
    if isinstance(value, int | float) and not isinstance(value, bool):
        return float(value) if math.isfinite(value) else None
    if value is None or column.unit in ("text", "choice"):
        return None if value is None else str(value)
    return number_in(column, str(value), row)


def _free_label(rows: Iterable[Mapping[str, Cell]]) -> str:
    taken = [row.get("label") for row in rows]
    number = len(taken) + 1
    while f"Post {number}" in taken:
        number += 1
    return f"Post {number}"


def write_posts(view: View, pairs: Sequence[Pair], removed: Sequence[Post] = ()) -> bool:
    """The posts of the plan shown, and with a change of A those of the plans that go along."""
    plans = state.plans()
    changes: dict[str, Any] = {
        f"plans.{view.shown}.posts": tuple(pair.after for pair in pairs),
    }
    if view.shown == 0:
        changes |= following(plans, pairs, removed)
    called = {pair.after.label: pair.before.label for pair in pairs if pair.before is not None}
    return written(changes, called)


def written(changes: Mapping[str, Any], called: Mapping[str, str]) -> bool:
    """Posts written into plans; each stays the row that it was, by what it was called before.

    `called` has the label before of posts that have another label now.
    """
    before = [plan.labels for plan in state.plans().plans]
    for place, labels in enumerate(before):  # every post has a number, also where none was drawn
        known_rows.numbers_of(f"plans.{place}.posts", len(labels))
    if not state.change("virtual.roster", None, changes):
        return False
    for place, plan in enumerate(state.plans().plans):
        known = {label: at for at, label in enumerate(before[place])}
        order = [known.get(called.get(label, label)) for label in plan.labels]
        known_rows.follow(f"plans.{place}.posts", order)
    return True


def _frame(rows: Sequence[Mapping[str, Cell]]) -> pd.DataFrame:
    table = {
        column.name: [
            _written((column.choices or {}).get(str(row.get(column.name)), row.get(column.name)))
            for row in rows
        ]
        for column in COLUMNS
    }
    return pd.DataFrame(table, dtype="object")


def _written(cell: Cell) -> str | None:
    """A cell as it is shown to be typed over: a number in full, without marks of thousands.

    >>> _written(62000.0), _written(24.5), _written("1,2,3"), _written(None)
    ('62000', '24.5', '1,2,3', None)
    """
    if isinstance(cell, float):
        return None if math.isnan(cell) else f"{cell:.6f}".rstrip("0").rstrip(".")
    return cell


def _config(new: Mapping[str, Cell]) -> dict[str, Any]:
    """How each column is typed in, and what a new row has in it."""
    made: dict[str, Any] = {}
    for column in COLUMNS:
        if column.choices:
            made[column.name] = st.column_config.SelectboxColumn(
                column.title,
                help=column.help,
                options=list(column.choices.values()),
                default=column.choices.get(str(new[column.name])),
            )
        elif column.unit == "text":
            made[column.name] = st.column_config.TextColumn(
                column.title, help=column.help, max_chars=80
            )
        else:
            # A column of numbers would drop a comma without a word: 24,5 became 245.
            made[column.name] = st.column_config.TextColumn(
                AT_FULL_TIME.get(column.name, column.title),
                help=column.help,
                alignment="right",
                default=_written(new[column.name]),
            )
    return made
