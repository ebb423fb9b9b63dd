"""A post as the cells of its row in the roster and back, each cell under its own rule."""

from __future__ import annotations

import math
from collections.abc import Mapping
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
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.pay import FORMS, PAYS, Pay
from calc.scenario.posts import Post
from calc.staffing import same_pay
from calc.staffing.roster_sheet import BY_NAME, COLUMNS, PERCENT, Cell, Column
from calc.staffing.sessions import booked_of

WORKS = {"employee": Employee, "contractor": Contractor, "own_practice": OwnPractice}
FaultKind = Literal[
    "problem",
    "no_label",
    "same_label",
    "share_of_one",
    "share_of_nobody",
    "no_pay_form",
    "owner_pay",
]
CENTS = 2
SPLIT_PLACES = 4
PLACES = 6


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
    if name == "share" and value == 0.0:
        raise CellError(name, Problem(name, "too_small", value), "share_of_nobody")
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
