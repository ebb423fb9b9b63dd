"""The indicator beside what was seen: a survey its first edition was checked on, and groups."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from calc.burnout.factors import FACTORS, LoadInputs
from calc.burnout.indicator import indicator
from calc.parameters import Parameter, Rules

CHECKS = "load_checks."
SURVEY = ("survey_mental_health", "survey_health", "survey_workers")


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


@dataclass(frozen=True, slots=True)
class Survey:
    """Some people of the survey: how many, and the shares that were exhausted and said to be.

    `said` is what the first edition expected. `ranked` is of 1 how often it placed the exhausted
    one of two people higher, from `low` to `high`; `by_hours` how often their hours alone did.
    """

    parameter: Parameter
    people: int
    observed: float
    said: float
    ranked: float
    low: float
    high: float
    by_hours: float


def surveys(rules: Rules) -> tuple[Survey, ...]:
    """The people of the survey, the narrowest first, in the order of the data.

    >>> from calc.parameters import load_rules
    >>> [found.people for found in surveys(load_rules(2026))]
    [106, 300, 6580]
    """
    return tuple(_survey(rules[f"{CHECKS}{name}"]) for name in SURVEY)


def _survey(found: Parameter) -> Survey:
    return Survey(
        parameter=found,
        people=int(found.of("n")),
        observed=found.of("observed"),
        said=found.of("first_edition"),
        ranked=found.of("ranked"),
        low=found.of("low"),
        high=found.of("high"),
        by_hours=found.of("by_hours"),
    )


def groups(rules: Rules) -> tuple[Group, ...]:
    """Every published group, in the order of the data.

    >>> from calc.parameters import load_rules
    >>> first = groups(load_rules(2026))[0]
    >>> first.people, first.observed, round(first.predicted, 3)
    (9409, 0.4, 0.427)
    """
    return rules.once(_groups)


def _groups(rules: Rules) -> tuple[Group, ...]:
    found = (key for key in rules if key.startswith(CHECKS))
    return tuple(_group(rules[key], rules) for key in found if not key.endswith(SURVEY))


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
