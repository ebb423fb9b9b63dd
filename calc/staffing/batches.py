"""Many scenarios at once: those of the same shape are one batch of the engine."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from calc.number import Number
from calc.parameters import Rules
from calc.scenario import Scenario
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
    found = [_shape_of(scenario) for scenario in scenarios]
    groups: dict[Hashable, list[int]] = {}
    for place, (shape, _) in enumerate(found):
        groups.setdefault(shape, []).append(place)
    for members in groups.values():
        first = scenarios[members[0]]
        if len(members) == 1:
            yield Batch(evaluate(first, rules), tuple(members))
            continue
        columns = np.array([list(found[place][1].values()) for place in members]).T
        rows = {
            path: column
            for path, column in zip(found[members[0]][1], columns, strict=True)
            if (column != column[0]).any()
        }
        together = first.with_values(rows) if rows else first
        yield Batch(evaluate(together, rules), tuple(members))


def _shape_of(scenario: Scenario) -> tuple[Hashable, dict[str, float]]:
    """What a scenario is but for its numbers, and its numbers by path."""
    numbers: dict[str, float] = {}
    choices: list[tuple[str, Hashable]] = []
    for path, value in values_by_path(scenario):
        if isinstance(value, float):
            numbers[path] = value
        elif path.split(".")[-1] not in NAMES:
            choices.append((path, value))
    return (tuple(numbers), tuple(choices)), numbers
