"""Why one plan leaves more than another: an exact split that does not hang on an order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from typing import Any

import numpy as np

from calc.number import FloatArray, Number
from calc.parameters import Rules
from calc.questions.solve import Figure, figure_of
from calc.scenario import Scenario
from calc.scenario.walk import values_by_path
from calc.year.evaluate import evaluate

# What is told apart: a part of the plan, and the fields that make it up. A changed kind of work is
# one group, since its fields mean other things then.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "clients": ("work.session_kinds",),
    "time": ("work.time", "work.conditions"),
    "pay": (
        "work.pay",
        "work.card_fee_share",
        "work.card_fee_per_charge",
        "work.outside_billing_share",
    ),
    "benefits": (
        "work.benefits",
        "work.employer_type",
        "work.health_premium_per_month",
        "work.premium_before_tax",
        "work.saving",
    ),
    "costs": ("costs",),
    "household": ("household",),
    "loans": ("loans",),
    "support": ("support",),
}
WORK = ("clients", "time", "pay", "benefits")


@dataclass(frozen=True, slots=True)
class Part:
    """What one change, or one group of changes, adds to the difference."""

    change: str
    amount: float


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure of two plans, and what each change adds; the parts are the difference."""

    before: float
    after: float
    parts: tuple[Part, ...]


def shapley(
    changes: Sequence[str], figure: Callable[[frozenset[str]], float]
) -> Iterator[tuple[str, float]]:
    """Each change with what it adds when it is made after some of the others, by their chance.

    `figure` is that once some changes are made. All shares of a change are its mean effect over
    every order in which they could be made (Shapley).

    >>> list(shapley(["fee"], lambda made: 5.0 if made else 3.0))
    [('fee', 2.0)]
    """
    sizes = range(len(changes) + 1)
    sets = [frozenset(made) for size in sizes for made in combinations(changes, size)]
    figures = {made: figure(made) for made in sets}
    for change in changes:
        for made in sets:
            if change not in made:
                others = len(changes) - 1
                orders = math.factorial(len(made)) * math.factorial(others - len(made))
                effect = figures[made | {change}] - figures[made]
                yield change, orders * effect / math.factorial(len(changes))


def parts_of(shares: Iterable[tuple[str, float]]) -> tuple[Part, ...]:
    """The shares of each change added up."""
    found: dict[str, list[float]] = {}
    for change, share in shares:
        found.setdefault(change, []).append(share)
    return tuple(Part(change, math.fsum(amounts)) for change, amounts in found.items())


def why(one: Scenario, other: Scenario, rules: Rules, figure: Figure) -> Explained:
    """How a figure comes to differ between two plans, by groups of changes.

    Each group gets its mean effect over all orders in which the changes could be made (Shapley),
    so the parts add up and no order is preferred. Only numbers in a group: both its states are
    worked out in one run with those of the others; any other change doubles the runs.
    """
    one, other = one.steady_year, other.steady_year
    groups = tuple(_changed_groups(one, other))
    numbers = {name: rows for name, rows in groups if rows is not None}
    choices = tuple(name for name, rows in groups if rows is None)
    figures: dict[frozenset[str], float] = {}
    for taken in product((False, True), repeat=len(choices)):
        chosen = tuple(name for name, on in zip(choices, taken, strict=True) if on)
        plan = one.with_values(_replaced(chosen, other))
        for members, value in _over_numbers(plan, numbers, rules, figure):
            figures[frozenset((*chosen, *members))] = value
    names = [name for name, _ in groups]
    return Explained(
        before=figures[frozenset()],
        after=figures[frozenset(names)],
        parts=parts_of(shapley(names, figures.__getitem__)),
    )


def _changed_groups(
    one: Scenario, other: Scenario
) -> Iterator[tuple[str, Mapping[str, tuple[float, float]] | None]]:
    """The groups that differ: their numbers by path, or None where more than numbers differs."""
    same_kind = one.work.kind == other.work.kind
    ones, others = dict(values_by_path(one)), dict(values_by_path(other))
    if not same_kind:
        yield "work", None
    for name, roots in GROUPS.items():
        if name in WORK and not same_kind:
            continue
        paths = [path for path in {**ones, **others} if _below(path, roots)]
        changed: dict[str, tuple[Any, Any]] = {
            path: (ones.get(path), others.get(path))
            for path in paths
            if ones.get(path) != others.get(path)
        }
        numbers = all(isinstance(value, float) for pair in changed.values() for value in pair)
        if changed:
            yield name, changed if numbers else None


def _below(path: str, roots: Sequence[str]) -> bool:
    """Whether a field is one of these, or below one."""
    return any(path == root or path.startswith(f"{root}.") for root in roots)


def _replaced(chosen: Sequence[str], other: Scenario) -> dict[str, Any]:
    """The parts of the other plan that take the place of this one's."""
    changes: dict[str, Any] = {}
    for name in chosen:
        roots = ("work",) if name == "work" else GROUPS[name]
        for root in roots:
            stem, _, field = root.partition(".")
            if stem != "work" or not field or field in type(other.work).model_fields:
                changes[root] = other.value_at(root)
    return changes


def _over_numbers(
    plan: Scenario,
    numbers: Mapping[str, Mapping[str, tuple[float, float]]],
    rules: Rules,
    figure: Figure,
) -> Iterator[tuple[tuple[str, ...], float]]:
    """The figure for every choice of number groups, all in one run."""
    names = tuple(numbers)
    taken = np.array(list(product((False, True), repeat=len(names))), dtype=bool)
    rows: dict[str, FloatArray] = {}
    for column, name in enumerate(names):
        for path, (before, after) in numbers[name].items():
            rows[path] = np.where(taken[:, column], after, before)
    found: Number = figure_of(evaluate(plan.with_values(rows) if rows else plan, rules), figure)
    for row, value in zip(taken, np.broadcast_to(found, (len(taken),)), strict=True):
        yield tuple(name for name, on in zip(names, row, strict=True) if on), float(value)
