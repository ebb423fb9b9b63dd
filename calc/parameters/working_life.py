"""Typical figures of working life, the states by name, and well-known local taxes."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from calc.parameters.files import parameters_of
from calc.parameters.parameter import Parameter

TYPICAL_FILES = (
    "typical",
    "work_costs",
    "states",
    "burnout",
    "load_checks",
    "stages",
    "levers",
    "crisis_lines",
    "payroll_tax",
    "clinic",
    "practice_told",
    "corporation",
    "pass_through",
)


def typical(name: str) -> Parameter:
    """A typical value of working life, from `data/typical.toml`, or by file and name from another.

    >>> typical("notes_minutes_per_session").number
    10.0
    >>> typical("clinic.replacement_cost_share").number
    0.25
    """
    return typical_parameters()[name if "." in name else f"typical.{name}"]


def work_cost(name: str) -> Parameter:
    """The typical amount of one kind of work cost, from `data/work_costs.toml`."""
    return parameters_of("work_costs")[name]


def work_cost_names() -> tuple[str, ...]:
    """The kinds of work cost we know a typical amount for, in reading order."""
    return tuple(parameters_of("work_costs"))


def crisis_lines() -> tuple[Parameter, ...]:
    """Where people in distress can turn, each line as it was read in its source.

    >>> crisis_lines()[0].text("contact")
    'Call or text 988; chat at 988lifeline.org'
    """
    return tuple(parameters_of("crisis_lines").values())


def states() -> Parameter:
    """The states and the District of Columbia, with what their law says of wages."""
    return parameters_of("states")["income_tax"]


def state_names() -> Mapping[str, str]:
    """The states' names by their two letters, in the order of the names."""
    names = parameters_of("states")["name"].value
    assert isinstance(names, Mapping)
    return {code: str(name) for code, name in sorted(names.items(), key=lambda item: str(item[1]))}


@dataclass(frozen=True, slots=True)
class LocalPreset:
    """A well-known local income tax: a rate to start from, and the span it stands for."""

    name: str
    label: str
    rate: float
    low: float | None
    high: float | None
    note: str


def local_presets(state: str | None = None) -> tuple[LocalPreset, ...]:
    """Well-known local income taxes that are one rate, of all states or of one.

    They are in the order of the data file.

    >>> next(preset.rate for preset in local_presets() if preset.name == "columbus")
    0.025
    >>> [preset.label for preset in local_presets("KY")][:1], local_presets("TX")
    (['Louisville, lives and works there'], ())
    """
    taxes = parameters_of("local_taxes")
    places = taxes["places_by_state"]
    assert isinstance(places.value, Mapping)
    there = tuple(taxes)
    if state is not None:
        there = places.words(state) if state in places.value else ()
    found = []
    for name, tax in taxes.items():
        if name in there and tax.unit == "share" and isinstance(tax.value, float):
            found.append(LocalPreset(name, tax.label, tax.number, tax.low, tax.high, tax.note))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class City:
    """A city with a tax of its own: its state, what its income tax is taken of, and that tax.

    `base` is earnings, pay, adjusted or none; `tax` is None where it taxes practices only.
    """

    code: str
    name: str
    state: str
    base: str
    tax: Parameter | None


@functools.cache
def cities() -> Mapping[str, City]:
    """The cities that can be chosen beside the state, by code, in the order of the states.

    >>> cities()["columbus"].name, cities()["columbus"].state
    ('Columbus', 'OH')
    """
    taxes = parameters_of("local_taxes")
    table = taxes["cities"].value
    assert isinstance(table, Mapping)
    found = {}
    for code, row in table.items():
        assert isinstance(row, Mapping)
        name, state, base = (str(row[key]) for key in ("name", "state", "base"))
        found[code] = City(code, name, state, base, taxes[code] if base != "none" else None)
    return MappingProxyType(found)


@functools.cache
def typical_parameters() -> Mapping[str, Parameter]:
    """Every parameter of the typical files, by file and name."""
    return MappingProxyType(
        {
            f"{file}.{name}": found
            for file in TYPICAL_FILES
            for name, found in parameters_of(file).items()
        }
    )
