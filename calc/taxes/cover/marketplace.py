"""What cover from the marketplace costs, as a household states it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from calc.errors import Problem, ProblemKind, ScenarioError
from calc.number import Number

AMOUNTS = ("benchmark_per_year", "premium_per_year", "advance_per_year")
PATH = "cover"
NUMBERS = "iuf"  # NumPy's kinds of them, signed, unsigned and with a point


@dataclass(frozen=True, slots=True, kw_only=True)
class Marketplace:
    """Cover from the marketplace for a year, in dollars, before any credit.

    `benchmark_per_year` is the premium of the second-cheapest silver plan for the people covered,
    `premium_per_year` that of the plan chosen, without extras such as dental cover.
    `advance_per_year` is what the government paid to the insurer ahead. Each is one float or an
    array of draws; how many are covered is a choice. `ScenarioError` names a benchmark that is
    missing where there is a premium or an advance, a negative amount, one that is no number, arrays
    of several lengths, and fewer than one person covered.
    """

    benchmark_per_year: Number | None
    premium_per_year: Number
    advance_per_year: Number = 0.0
    people_covered: int = 1

    def __post_init__(self) -> None:
        if problems := tuple(self._faults()) or tuple(self._contradictions()):
            raise ScenarioError(problems)

    @property
    def benchmark(self) -> Number:
        """The benchmark; nothing where there is neither a premium nor an advance."""
        return 0.0 if self.benchmark_per_year is None else self.benchmark_per_year

    def _faults(self) -> Iterator[Problem]:
        """What is wrong with one amount alone."""
        for name in AMOUNTS:
            amount = getattr(self, name)
            if amount is None and name == "benchmark_per_year":
                continue
            if np.asarray(amount).dtype.kind not in NUMBERS or np.ndim(amount) > 1:
                yield problem(name, "wrong_type", amount, "number")
            elif not np.all(np.isfinite(amount)):
                yield problem(name, "not_a_number", amount, "finite")
            elif np.any(np.less(amount, 0.0)):
                yield problem(name, "too_small", float(np.min(amount)), 0.0)
        if self.people_covered < 1:
            yield problem("people_covered", "too_small", self.people_covered, 1)

    def _contradictions(self) -> Iterator[Problem]:
        """What is wrong with amounts beside one another."""
        sizes = {np.size(getattr(self, name)) for name in AMOUNTS if np.ndim(getattr(self, name))}
        if len(sizes) > 1:
            yield problem("benchmark_per_year", "mixed_lengths", bound=sorted(sizes))
        else:
            needed = np.greater(self.premium_per_year, 0.0) | np.greater(self.advance_per_year, 0.0)
            if np.any(needed & np.equal(self.benchmark, 0.0)):
                yield problem("benchmark_per_year", "missing_field", self.benchmark_per_year)


def problem(name: str, kind: ProblemKind, value: object = None, bound: object = None) -> Problem:
    """A refused field of a household's cover."""
    return Problem(f"{PATH}.{name}", kind, value, bound)
