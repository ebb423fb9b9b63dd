"""Many scenarios at once: those of the same shape are one batch of the engine."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from calc.number import Number
from calc.parameters import Rules
from calc.scenario import Scenario
from calc.scenario.fields import Inputs
from calc.scenario.walk import values_by_path
from calc.year.evaluate import Result, evaluate

# What a thing is called has no bearing on any figure.
NAMES = ("label", "title", "description")


@dataclass(frozen=True, slots=True)
class Batch:
    """Scenarios of one shape in one result; `places` says which scenario each draw is.

    With one scenario, or several that differ in names alone, all figures are single.
    """

    result: Result
    places: tuple[int, ...]

    def each(self, amount: Number) -> tuple[float, ...]:
        """A figure of the result for each scenario, in the order of `places`."""
        row = np.broadcast_to(amount, (len(self.places),))
        return tuple(float(value) for value in row)


def batches(scenarios: Sequence[Scenario], rules: Rules) -> Iterator[Batch]:
    """The scenarios in batches: same kinds of work, rows and choices, whatever their numbers.

    Every figure is that of the scenario evaluated alone (to the last bit but where powers enter).
    """
    seen: dict[int, _Shape] = {}
    found = [_shape_of(scenario, seen) for scenario in scenarios]
    groups: dict[Hashable, list[int]] = {}
    for place, (shape, _) in enumerate(found):
        groups.setdefault(shape, []).append(place)
    for members in groups.values():
        first = scenarios[members[0]]
        if len(members) == 1:
            yield Batch(evaluate(first, rules), tuple(members))
            continue
        columns = np.array([found[place][1] for place in members]).T
        paths = (path for path, value in values_by_path(first) if isinstance(value, float))
        rows = {
            path: column
            for path, column in zip(paths, columns, strict=True)
            if (column != column[0]).any()
        }
        together = first.with_values(rows) if rows else first
        yield Batch(evaluate(together, rules), tuple(members))


_Shape: TypeAlias = tuple[Hashable, tuple[float, ...]]


def _shape_of(model: Inputs, seen: dict[int, _Shape]) -> _Shape:
    """What a model is but for its numbers, and its numbers in the order of its fields.

    Parts that many scenarios share, such as a household, are looked at once: a walk through every
    scenario would take twice the time.
    """
    if id(model) in seen:
        return seen[id(model)]
    shape: list[Hashable] = [type(model)]
    numbers: list[float] = []
    for name in type(model).model_fields:
        value = getattr(model, name)
        items = value if isinstance(value, tuple) else (value,)
        shape.append(len(items))
        for item in items:
            if isinstance(item, Inputs):
                below, further = _shape_of(item, seen)
                shape.append(below)
                numbers.extend(further)
            elif isinstance(item, float):
                numbers.append(item)
                shape.append(float)
            elif name not in NAMES:
                shape.append(item)
    seen[id(model)] = tuple(shape), tuple(numbers)
    return seen[id(model)]
