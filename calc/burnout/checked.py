"""The indicator beside groups of staff whose exhaustion was published: shown, never fitted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calc.burnout.factors import FACTORS, LoadInputs
from calc.burnout.indicator import indicator
from calc.parameters import Parameter, Rules

CHECKS = "load_checks."


@dataclass(frozen=True, slots=True)
class Group:
    """One published group: how many people, what share was exhausted, and what we would say.

    `low` and `high` are the published interval of the share, None where there is none. What is not
    stated of its practices is taken to be typical, so only the level can be compared.
    """

    parameter: Parameter
    people: int
    observed: float
    low: float | None
    high: float | None
    predicted: float


def groups(rules: Rules) -> tuple[Group, ...]:
    """Every published group, in the order of the data.

    >>> from calc.parameters import load_rules
    >>> first = groups(load_rules(2026))[0]
    >>> first.people, first.observed, round(first.predicted, 3)
    (9409, 0.4, 0.427)
    """
    return rules.once(_groups)


def _groups(rules: Rules) -> tuple[Group, ...]:
    return tuple(_group(rules[key], rules) for key in rules if key.startswith(CHECKS))


def _group(found: Parameter, rules: Rules) -> Group:
    assert isinstance(found.value, Mapping)
    stated = {name: found.of(name) for name in FACTORS if name in found.value}
    return Group(
        parameter=found,
        people=int(found.of("n")),
        observed=found.of("observed"),
        low=found.of("low") if "low" in found.value else None,
        high=found.of("high") if "high" in found.value else None,
        predicted=float(indicator(LoadInputs(**stated), rules).probability),
    )
