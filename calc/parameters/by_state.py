"""A state's income tax, and what its employees pay to payroll programmes, by year.

A file in `calc/data/states` holds rules in words under `[rules.*]`, a table a year, beside its
parameters; `[shared]` in `states.toml` has the labels and units that several states have in common.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from calc.parameters.ahead import of_year
from calc.parameters.files import Entry, parameter_of, read
from calc.parameters.parameter import Parameter


@functools.cache
def state_parameters(code: str, tax_year: int) -> Mapping[str, Parameter] | None:
    """One state's income-tax parameters by name; None where this year has none recorded."""
    sources = read(f"states/{code}")["sources"]
    found: dict[str, Parameter] = {}
    for name, entry in state_entries(code).items():
        dated = of_year(entry, tax_year)
        if dated:
            found[name] = parameter_of(f"states.{code}.{name}", dated, tax_year, sources)
    return MappingProxyType(found) if found else None


def state_entries(code: str) -> dict[str, Entry]:
    """What a state's file says of each parameter, joined with what states share, by name."""
    data, shared = read(f"states/{code}"), read("states")["shared"]
    found: dict[str, Entry] = {}
    for name, years in _rules(data["rules"], shared).items():
        found[name] = {**data["defaults"], **shared[name], "years": years}
    for name, entry in data["parameter"].items():
        found[name] = {**shared.get(name, {}), **entry}
    return found


def _rules(rules: Mapping[str, Entry], shared: Mapping[str, Entry]) -> dict[str, dict[str, Entry]]:
    """Each rule's years: its words, or a table of them with its own source or note."""
    found: dict[str, dict[str, Entry]] = {}
    for year, table in rules.items():
        common = {key: said for key, said in table.items() if key not in shared}
        for name, said in table.items():
            if name in shared:
                own = said if isinstance(said, dict) else {"value": said}
                found.setdefault(name, {})[year] = {**common, **own}
    return found


@functools.cache
def payroll_programmes(code: str, tax_year: int) -> tuple[Parameter, ...]:
    """What employees of a state pay to its payroll programmes in a year."""
    data = read("payroll_programmes")
    found = []
    for name, entry in data["parameter"].items():
        dated = of_year(entry, tax_year)
        if dated and dated["value"]["state"] == code:
            key = f"payroll_programmes.{name}"
            found.append(parameter_of(key, dated, tax_year, data["sources"]))
    return tuple(found)
