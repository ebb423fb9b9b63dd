"""The roster: a row for each post, from the clinic and back, each cell under its own rule."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from calc.errors import Problem, ScenarioError
from calc.questions.pay import pay_path
from calc.scenario import (
    Contractor,
    Employee,
    OwnPractice,
    PrivateSessions,
    Salary,
    SplitOfCollections,
)
from calc.scenario.clinic import MOST_POSTS, Clinic
from calc.scenario.document import with_changes
from calc.scenario.pay import FORMS, PAYS, Pay
from calc.scenario.posts import Post
from calc.staffing import same_pay
from calc.staffing.plans import booked_of, distinct
from calc.staffing.roster_sheet import BY_NAME, COLUMNS, PERCENT, Cell, Column

WORKS = {"employee": Employee, "contractor": Contractor, "own_practice": OwnPractice}
FaultKind = Literal["problem", "no_label", "same_label", "share_of_one", "no_pay_form", "owner_pay"]
SPLIT_PATH = "pay.share"
CENTS = 2
SPLIT_PLACES = 4
PLACES = 6


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


class CellError(Exception):
    """A cell that breaks a rule."""

    def __init__(self, column: str, problem: Problem, kind: FaultKind = "problem") -> None:
        super().__init__(column)
        self.column, self.problem, self.kind = column, problem, kind


def cells_of(post: Post) -> dict[str, Cell]:
    """A post as its row in the roster."""
    work = post.work
    cells: dict[str, Cell] = {"label": post.label, "licence": post.licence, "kind": work.kind}
    cells |= {"paid": None, "pay": None, "booked": round(booked_of(post), PLACES)}
    if work.pay is not None:
        cells |= {"paid": work.pay.kind, "pay": _pay(work.pay)}
    for column in COLUMNS:
        if column.path:
            value: Any = post
            for name in column.path.split("."):
                value = getattr(value, name)
            times = PERCENT if column.unit == "share" else 1.0
            cells[column.name] = round(float(value) * times, PLACES)
    if post.benefits_cost_share:  # a share of pay has no column of its own
        cells["benefits"] = None
    return {column.name: cells[column.name] for column in COLUMNS}


def _pay(pay: Pay) -> float:
    if isinstance(pay.rate, tuple):
        return round(math.fsum(map(float, pay.rate)) / len(pay.rate), PLACES)
    return round(
        float(pay.rate) * (PERCENT if isinstance(pay, SplitOfCollections) else 1.0), PLACES
    )


def new_post(clinic: Clinic) -> Post:
    """An empty post: an employee on a salary, with the clinic's mix of payers if it has one."""
    kinds = () if clinic.payer_mix else (PrivateSessions(),)
    return Post(label="New post", work=Employee(session_kinds=kinds, pay=Salary()))


def with_cells(post: Post, typed: Mapping[str, Cell], clinic: Clinic) -> Post:
    """The post with the cells that differ; `CellError` names the first that breaks a rule."""
    now = cells_of(post)
    wanted = {name: value for name, value in typed.items() if value != now[name]}
    for name, value in wanted.items():
        choices = BY_NAME[name].choices
        if choices and value not in choices and not (name == "paid" and value is None):
            raise CellError(name, Problem(name, "wrong_choice", value))
    if {"kind", "paid"} & wanted.keys():
        post = _other_work(post, {**now, **wanted}, clinic)
    for name, value in wanted.items():
        if name not in ("kind", "paid"):
            post = _with_cell(post, name, value, clinic)
    return post


def _with_cell(post: Post, name: str, value: Cell, clinic: Clinic) -> Post:
    column = BY_NAME[name]
    if name == "pay" and post.owner:
        raise CellError(name, Problem(name, "wrong_choice", value), "owner_pay")
    if column.unit not in ("text", "choice") and not isinstance(value, float):
        if name == "benefits" and value is None:
            return post
        raise CellError(name, Problem(name, "not_a_number", value))
    if name == "label" and not str(value or "").strip():
        raise CellError(name, Problem(name, "wrong_type", value, "text"), "no_label")
    split = isinstance(post.work.pay, SplitOfCollections)
    of_a_share = name == "share" or (name == "pay" and split)
    if of_a_share and isinstance(value, float) and 0.0 < value <= 1.0:
        raise CellError(name, Problem(name, "too_small", value / PERCENT), "share_of_one")
    try:
        return with_changes(post, _changes(post, column, value, clinic))
    except ScenarioError as error:
        first = error.problems[0]
        raise CellError(name, first) from None


def _changes(post: Post, column: Column, value: Cell, clinic: Clinic) -> dict[str, Any]:
    match column.name:
        case "label":
            return {"label": str(value).strip()}
        case "licence":
            return {"licence": value}
        case "pay":
            return _pay_change(post, value)
        case "booked":
            return _booked_change(post, float(value or 0.0), clinic)
        case "benefits":
            return {column.path: value, "benefits_cost_share": 0.0}
        case "start":
            whole = isinstance(value, float) and value.is_integer()
            return {column.path: int(value) if whole else value}  # type: ignore[arg-type]
        case _:
            times = PERCENT if column.unit == "share" else 1.0
            return {column.path: float(value or 0.0) / times}


def _pay_change(post: Post, value: Cell) -> dict[str, Any]:
    pay = post.work.pay
    assert pay is not None
    amount: Any = float(value or 0.0)
    amount = {"split": amount / PERCENT, "per_session": (amount,)}.get(pay.kind, amount)
    return {pay_path(pay): amount}


def _booked_change(post: Post, booked: float, clinic: Clinic) -> dict[str, Any]:
    """All rows of a caseload alike; an empty one follows the clinic's mix where there is one."""
    now = booked_of(post)
    kinds = post.work.session_kinds
    if not now:
        if clinic.payer_mix:
            return {"mix_sessions_per_week": booked}
        if not kinds:
            return {"work.session_kinds": (PrivateSessions(booked_per_week=booked),)}
        return {"work.session_kinds.0.booked_per_week": booked}
    changes: dict[str, Any] = {
        f"work.session_kinds.{index}.booked_per_week": kind.booked_per_week * booked / now
        for index, kind in enumerate(kinds)
    }
    if post.mix_sessions_per_week:
        changes["mix_sessions_per_week"] = post.mix_sessions_per_week * booked / now
    return changes


def _other_work(post: Post, cells: Mapping[str, Cell], clinic: Clinic) -> Post:
    """The same caseload and hours under another arrangement or form of pay, at the same pay."""
    kind, paid = str(cells["kind"]), str(cells["paid"] or "salary")
    work = post.work
    kept = {name: getattr(work, name) for name in ("session_kinds", "time", "conditions")}
    if kind == "contractor" and paid not in ("split", "per_session"):
        raise CellError("paid", Problem("paid", "wrong_choice", FORMS[paid]), "no_pay_form")
    if isinstance(work, WORKS[kind]):
        kept = {name: getattr(work, name) for name in work.model_fields_set - {"pay", "kind"}}
    if kind == "own_practice":
        return with_changes(post, {"work": OwnPractice(**kept)})
    same = work.pay is not None and work.pay.kind == paid
    pay = work.pay if same else _same_pay(post, kind, paid, clinic)
    return with_changes(post, {"work": WORKS[kind](**kept, pay=pay)})


def _same_pay(post: Post, kind: str, paid: str, clinic: Clinic) -> Any:
    """Pay of another form at the rate that comes to the same a year; typical where none does."""
    form: Any = f"contractor_{paid}" if kind == "contractor" else paid
    rate = None if post.owner else same_pay(clinic, post, form)
    if not rate:
        return PAYS[paid]()
    rate = round(rate, SPLIT_PLACES if paid == "split" else CENTS)
    return PAYS[paid](**{PAYS[paid].headline: (rate,) if paid == "per_session" else rate})


def read_rows(
    rows: Sequence[Mapping[str, Cell]],
    templates: Sequence[Post | None],
    clinic: Clinic,
    numbers: Sequence[int] = (),
) -> tuple[list[Pair | None], list[Fault]]:
    """Every row as a post, None where a cell of it breaks a rule, and why.

    A row with a template changes that post; the others make a new one. `numbers` are what the rows
    are called; without them they count from 1.
    """
    numbers = numbers or range(1, len(rows) + 1)
    pairs: list[Pair | None] = []
    faults: list[Fault] = []
    seen: dict[str, int] = {}
    for place, row, template in zip(numbers, rows, templates, strict=True):
        try:
            label = str(row.get("label") or "").strip()
            if label in seen and (template is None or label != template.label):
                same = Problem("label", "wrong_choice", label, seen[label])
                raise CellError("label", same, "same_label")
            post = with_cells(template or new_post(clinic), row, clinic)
            seen[post.label] = place
            pairs.append(Pair(template, post))
        except CellError as error:
            column = BY_NAME[error.column]
            faults.append(Fault(place, column, error.kind, error.problem))
            pairs.append(None)
    return pairs, faults


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
