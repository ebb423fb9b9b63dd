"""The roster: rows of cells as posts, posts of a file beside those there, and plans that follow."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from calc.errors import Problem
from calc.scenario import PrivateSessions
from calc.scenario.clinic import MOST_POSTS, Clinic
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing.roster_posts import CellError, FaultKind, cells_of, new_post, with_cells
from calc.staffing.roster_sheet import BY_NAME, Cell, Column

SPLIT_PATH = "pay.share"
FORM = ("kind", "paid")
OF_PAY = (*FORM, "pay")  # pay is of a form, and the form of an arrangement


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that was not taken: its row counted from 1, its column, and why."""

    row: int
    column: Column
    kind: FaultKind
    problem: Problem

    @property
    def unit(self) -> str:
        """The unit that its value is written in."""
        return written_unit(self.problem.path, self.column.unit)


def written_unit(path: str, unit: str) -> str:
    """The unit that a value of the roster is written in; pay has none of its own, but a split."""
    if path.endswith(SPLIT_PATH):
        return "share"
    return "" if unit in ("pay", "text", "choice") else unit


@dataclass(frozen=True, slots=True)
class Pair:
    """A post as it was, if it was there, and as its row has it now."""

    before: Post | None
    after: Post


def read_rows(
    rows: Sequence[Mapping[str, Cell]],
    templates: Sequence[Post | None],
    clinic: Clinic,
    numbers: Sequence[int] = (),
) -> tuple[list[Pair], list[Fault]]:
    """Every row as a post, and why cells of it were not taken.

    A row with a template changes that post; the others make a new one. A cell that breaks a rule
    is left as it was, or as in a new post, and the rest of its row counts; with an arrangement or
    form of pay the pay is left too. A new post whose label is refused gets a free one. `numbers`
    are what the rows are called; without them they count from 1.
    """
    numbers = numbers or range(1, len(rows) + 1)
    taken = {_label(row) for row in rows} | {post.label for post in templates if post is not None}
    pairs: list[Pair] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for place, row, template in zip(numbers, rows, templates, strict=True):
        post, errors = _read(row, template, seen, clinic)
        if template is None and any(error.column == "label" for error in errors):
            post = with_changes(post, {"label": free_label(place, taken)})
        seen[post.label] = place
        taken.add(post.label)
        pairs.append(Pair(template, post))
        faults += [
            Fault(place, BY_NAME[error.column], error.kind, error.problem) for error in errors
        ]
    return pairs, faults


def _read(
    row: Mapping[str, Cell], template: Post | None, seen: Mapping[str, int], clinic: Clinic
) -> tuple[Post, list[CellError]]:
    """A row without the cells that break a rule, and these."""
    cells, errors = dict(row), list[CellError]()
    while True:
        try:
            label = _label(cells)
            if label in seen and (template is None or label != template.label):
                same = Problem("label", "wrong_choice", label, seen[label])
                raise CellError("label", same, "same_label")
            return with_cells(template or new_post(clinic), cells, clinic), errors
        except CellError as error:
            errors.append(error)
            for name in OF_PAY if error.column in FORM else (error.column,):
                cells.pop(name, None)


def _label(row: Mapping[str, Cell]) -> str:
    return str(row.get("label") or "").strip()


def free_label(place: int, taken: Container[str]) -> str:
    """A label that no row has, after the number of the row."""
    while f"Post {place}" in taken:
        place += 1
    return f"Post {place}"


def distinct(labels: Sequence[str]) -> list[str]:
    """Labels told apart: a second "Post 3" is "Post 3 (2)".

    >>> distinct(["Post 3", "Post 4", "Post 3"])
    ['Post 3', 'Post 4', 'Post 3 (2)']
    """
    found: list[str] = []
    for label in labels:
        copies, name = 1, label
        while name in found:
            copies += 1
            name = f"{label} ({copies})"
        found.append(name)
    return found


def imported(posts: Sequence[Post], clinic: Clinic) -> list[Pair]:
    """Posts read from a file beside those of the same label, whose further fields they keep.

    A row that states a payer brings a caseload of its own. Labels are made distinct.
    """
    known = dict(zip(clinic.labels, clinic.posts, strict=True))
    labels = distinct([post.label for post in posts])
    pairs = []
    for label, post in zip(labels, posts, strict=True):
        named = post if label == post.label else with_changes(post, {"label": label})
        before = known.get(label)
        after = named
        if before is not None and not post.work.session_kinds:
            after = with_cells(before, _stated(named), clinic)
        elif not clinic.payer_mix and not post.work.session_kinds:
            after = with_changes(named, _to_a_row(named))
        pairs.append(Pair(before, after))
    return pairs


def _stated(post: Post) -> dict[str, Cell]:
    """The cells that a file stated; those of columns it did not have are left alone."""
    stated = post.model_fields_set | post.work.time.model_fields_set
    cells = cells_of(post)
    always = ("label", "licence", "kind", "paid", "pay", "booked")
    return {
        name: value
        for name, value in cells.items()
        if name in always or BY_NAME[name].path.split(".")[-1] in stated
    }


def _to_a_row(post: Post) -> dict[str, Any]:
    """Sessions of a clinic without a mix, as private pay."""
    kind = PrivateSessions(booked_per_week=post.mix_sessions_per_week)
    return {"work.session_kinds": (kind,), "mix_sessions_per_week": 0.0}


def followed(other: Clinic, pairs: Sequence[Pair], removed: Sequence[Post]) -> tuple[Post, ...]:
    """Another plan's posts after those of A changed: cells that were the same change along."""
    posts = {post.label: post for post in other.posts}
    gone = {post.label for post in removed}
    out: list[Post] = []
    for pair in pairs:
        if pair.before is None:
            out.append(posts.pop(pair.after.label, pair.after))
        elif pair.before.label in posts:
            own = posts.pop(pair.before.label)
            out.append(_along(own, pair.before, pair.after, other))
    return (*out, *(post for label, post in posts.items() if label not in gone))[:MOST_POSTS]


def _along(own: Post, before: Post, after: Post, clinic: Clinic) -> Post:
    if own == before:
        return after
    was, now, mine = cells_of(before), cells_of(after), cells_of(own)
    typed = {name: now[name] for name in now if now[name] != was[name] and mine[name] == was[name]}
    try:
        return with_cells(own, typed, clinic)
    except CellError:
        return own
