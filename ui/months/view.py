"""What the page Months ahead works on: the paths of a plan, found once and shared by readers.

Everybody has the same luck, so that two plans can be compared, and a change of money alone looks at
the same people.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import fields
from functools import lru_cache, partial
from typing import Generic, TypeVar

import numpy as np

from calc import Scenario, load_rules
from calc.errors import ScenarioError
from calc.months import Counts, Luck, WeeksAhead, counts_of_paths, luck_of, weeks_ahead
from calc.months.ahead import MonthsAhead, ahead
from calc.scenario import Employee, ahead_of
from ui.months import begins
from ui.shell import answers, state

PATHS = 2_000
KEPT_COUNTS = 6  # of the plans last looked at by all readers, for each is large
KEPT_MONTHS = 4
Kept = TypeVar("Kept")


class Last(Generic[Kept]):
    """The answers last asked for by anybody, each under its key, and no more than so many."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: OrderedDict[object, Kept] = OrderedDict()

    def of(self, key: object, find: Callable[[], Kept]) -> Kept:
        """The answer under a key, found if it is not held."""
        if key not in self._held:
            self._held[key] = find()
            while len(self._held) > self._most:
                self._held.popitem(last=False)
        self._held.move_to_end(key)
        return self._held[key]

    def get(self, key: object) -> Kept | None:
        """The answer under a key, where it is held."""
        return self._held.get(key)


COUNTS: Last[Counts] = Last(KEPT_COUNTS)
MONTHS: Last[tuple[Scenario, MonthsAhead]] = Last(KEPT_MONTHS)


@lru_cache(maxsize=2)
def luck(weeks: int) -> Luck:
    """The uniforms of everybody's paths; the first weeks are the same however many there are."""
    return luck_of(np.random.default_rng(state.SEED), weeks, PATHS)


def counts_of(plan: WeeksAhead) -> Counts:
    """People and sessions of all paths; a plan that differs in money alone has the same."""
    return COUNTS.of(_key(plan), lambda: counts_of_paths(plan, luck(plan.weeks)))


def _key(plan: WeeksAhead) -> tuple[object, ...]:
    """All that moves people, as one thing that can be compared."""
    held = (getattr(plan, field.name) for field in fields(plan))
    return tuple(one.tobytes() if isinstance(one, np.ndarray) else repr(one) for one in held)


def found(scenario: Scenario) -> MonthsAhead:
    """The months ahead of a plan with their paths.

    `ScenarioError` for an employee, for a plan without a session, and for more clients at the start
    than there are places.
    """

    def find() -> tuple[Scenario, MonthsAhead]:
        shown = scenario if isinstance(scenario.work, Employee) else begins.begun(scenario)
        plan = weeks_ahead(shown, ahead_of(shown))
        rules = load_rules(shown.tax_year)
        return scenario, ahead(shown, rules, counts=counts_of(plan))

    return MONTHS.of(id(scenario), find)[1]  # held with its plan, so no other has its number


def nearest(scenario: Scenario, error: ScenarioError) -> Scenario | None:
    """The plan with as many clients at the start as its places hold, where it has more; else None.

    The same one as long as the plan is the same, so that its months are found once.
    """
    if [problem.kind for problem in error.problems] != ["clients_exceed_places"]:
        return None
    places = error.problems[0].bound
    made = partial(scenario.with_values, {"ahead.clients_at_start": places})
    return answers.kept("months nearest", made, of=(scenario,))
