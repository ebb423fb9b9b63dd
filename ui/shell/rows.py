"""Which row is which in the lists of a document, apart from its label and from its place.

Each row has a number of its own for as long as the document is shown. Fields are keyed by it, so
what was typed into one row can never be taken for another, whatever happened to the list meanwhile;
and the row that is open stays open when it is renamed or moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import streamlit as st

from calc.errors import ScenarioError
from ui.shell import state

VIRTUAL = "virtual."


@dataclass(slots=True)
class Known:
    """The rows of one document: the numbers of each list, and which row of it is open.

    Lists are named by their stable paths; `version` is that of the document they belong to.
    """

    version: int
    numbers: dict[str, list[int]] = field(default_factory=dict)
    opened: dict[str, int] = field(default_factory=dict)
    next: dict[str, int] = field(default_factory=dict)

    def new(self, stable_root: str) -> int:
        """A number that no row of this list had before."""
        number = self.next.get(stable_root, 0)
        self.next[stable_root] = number + 1
        return number


def _known() -> Known:
    key = state.key_beside("rows")
    found: Known | None = st.session_state.get(key)
    if found is None or found.version != state.version():
        st.session_state[key] = found = Known(state.version())
    return found


def _numbers(stable_root: str, rows: int) -> list[int]:
    """The numbers of the rows of a list, as many as there are rows now."""
    known = _known()
    found = known.numbers.setdefault(stable_root, [])
    del found[rows:]
    found += (known.new(stable_root) for _ in range(rows - len(found)))
    return found


def stable(path: str) -> str:
    """A path with the numbers of its rows in place of their places.

    As long as no row came or went, the two are the same.
    """
    virtual = path.startswith(VIRTUAL)
    whole = path.removeprefix(VIRTUAL)
    if not any(part.isdigit() for part in whole.split(".")):
        return path
    names: list[str] = []
    now: list[str] = []
    for part in whole.split("."):
        shown = part
        if part.isdigit():
            there = _length(".".join(now))
            if int(part) < there:
                shown = f"{_numbers('.'.join(names), there)[int(part)]}"
        names.append(shown)
        now.append(part)
    return f"{VIRTUAL if virtual else ''}{'.'.join(names)}"


def placed(known: str) -> str | None:
    """The path that a stable path stands for now; None where its row is gone."""
    virtual = known.startswith(VIRTUAL)
    names: list[str] = []
    now: list[str] = []
    for part in known.removeprefix(VIRTUAL).split("."):
        place = part
        if part.isdigit():
            numbers = _numbers(".".join(names), _length(".".join(now)))
            if int(part) not in numbers:
                return None
            place = str(numbers.index(int(part)))
        names.append(part)
        now.append(place)
    return f"{VIRTUAL if virtual else ''}{'.'.join(now)}"


def _length(root: str) -> int:
    try:
        found = state.document().value_at(root)
    except ScenarioError:
        return 0
    return len(found) if isinstance(found, tuple) else 0


def moved(changes: Mapping[str, Any], before: str, after: str) -> Mapping[str, Any]:
    """Changes below the row of one path, as changes below the row it has become.

    >>> moved({"costs.1.amount": 5.0, "title": "Mine"}, "costs.1.amount", "costs.0.amount")
    {'costs.0.amount': 5.0, 'title': 'Mine'}
    """
    was, now = _stem(before), _stem(after)
    return {
        f"{now}{path.removeprefix(was)}" if path == was or path.startswith(f"{was}.") else path: to
        for path, to in changes.items()
    }


def _stem(path: str) -> str:
    """A path up to its last place in a list."""
    parts = path.removeprefix(VIRTUAL).split(".")
    last = max((index for index, part in enumerate(parts) if part.isdigit()), default=-1)
    return ".".join(parts[: last + 1])


def reshape(
    root: str,
    rows: Sequence[Any],
    also: Mapping[str, Any] | None = None,
    order: Sequence[int | None] | None = None,
) -> bool:
    """Adds, removes or moves rows; says whether it took. A new row opens.

    `order` is for rows that are not the same objects any more: `order_of` them. What was typed and
    not taken goes along with its row.
    """
    before = state.document().value_at(root)
    came_from = order_of(before, rows) if order is None else list(order)
    numbers_of(root, len(before))  # every row has one, also where none was drawn yet
    beside = [path for path in also or {} if _length(path) == len(before) and len(before) > 1]
    for path in beside:
        numbers_of(path, len(before))
    kept = {path: (stable(path), held) for path, held in state.refused().items()}
    if not state.take_rows(root, tuple(rows), also):
        return False
    for path in (root, *beside):  # a list of one value for each row keeps to their order
        follow(path, came_from)
    state.refused().clear()
    for path, (name, held) in kept.items():
        there = placed(name)
        if there is not None and path != root:
            state.refused()[there] = held if there == path else _refused_there(held, path, there)
    return True


def follow(root: str, order: Sequence[int | None]) -> None:
    """The rows of a list are now those that stood at these places; None is a new one, and opens."""
    known, stable_root = _known(), stable(root)
    before = known.numbers.get(stable_root, [])
    now = [
        before[place] if place is not None and place < len(before) else known.new(stable_root)
        for place in order
    ]
    known.numbers[stable_root] = now
    if None in order and len(order) > len(before):
        known.opened[stable_root] = now[order.index(None)]


def order_of(before: Sequence[Any], rows: Sequence[Any]) -> list[int | None]:
    """For each row the place at which it stood before, None for a new one.

    Rows are known by being the same objects; where none came or went, also by their places.
    """
    places = {id(row): place for place, row in enumerate(before)}
    found = [places.get(id(row)) for row in rows]
    if len(rows) == len(before):
        left = set(range(len(before))) - set(found)
        return [
            (place if place in left else None) if was is None else was
            for place, was in enumerate(found)
        ]
    return found


def _refused_there(held: state.Refused, path: str, there: str) -> state.Refused:
    problems = tuple(replace(problem, path=there) for problem in held.problems)
    changes = held.changes and moved(held.changes, path, there)
    return state.Refused(held.shown, problems, changes)


def numbers_of(root: str, rows: int) -> list[int]:
    """The numbers of the rows of a list, in their order."""
    return list(_numbers(stable(root), rows))


def opened(root: str) -> int | None:
    """The number of the row that is open, where one was opened."""
    return _known().opened.get(stable(root))


def open_row(root: str, number: int) -> None:
    """Opens the row of this number, in each part of a page that shows one row of the list."""
    _known().opened[stable(root)] = number
