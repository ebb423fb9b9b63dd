"""The reader of `calc/data`: what a file says of all its parameters is joined to each of them.

A file holds `[sources.*]` and `[parameter.*]` tables, and `[defaults]` for what its parameters have
in common, each of which may say otherwise. A law has one table a year or one for each day it
changed, everything else a single value with its typical band.
"""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from types import MappingProxyType
from typing import Any, TypeAlias

from calc.parameters.parameter import Parameter, Source, Value

Entry: TypeAlias = Mapping[str, Any]

VERSIONS = ("years", "from", "year", "next")


@functools.cache
def read(file: str) -> dict[str, Any]:
    """A data file's tables; each entry under `parameter` has the file's defaults."""
    text = resources.files("calc").joinpath("data", f"{file}.toml").read_text(encoding="utf-8")
    data = tomllib.loads(text)
    common = data.setdefault("defaults", {})
    entries = data.get("parameter", {})
    data["parameter"] = {name: {**common, **entry} for name, entry in entries.items()}
    return data


@functools.cache
def parameters_of(file: str) -> Mapping[str, Parameter]:
    """Every parameter of a file without versions, by name, in the order of the file."""
    data = read(file)
    return MappingProxyType(
        {
            name: parameter_of(f"{file}.{name}", entry, entry.get("year"), data["sources"])
            for name, entry in data["parameter"].items()
        }
    )


def parameter_of(key: str, entry: Entry, year: int | None, sources: Entry) -> Parameter:
    """An entry of a file as a parameter; an error names one that lacks a key or has an unknown one.

    A judgement counts as not confirmed, a law or survey as confirmed where its entry says no more.
    """
    said = {name: entry[name] for name in entry if name not in VERSIONS}
    try:
        return Parameter(
            **{
                "confirmed": said["kind"] != "judgement",
                **said,
                "key": key,
                "year": year,
                "value": _frozen(said["value"]),
                "source": _source(sources[said["source"]], said.get("method", "")),
                "low": _optional(said.get("low")),
                "high": _optional(said.get("high")),
            }
        )
    except (KeyError, TypeError) as error:
        error.add_note(f"in calc/data: {key}")
        raise


def _source(found: Entry, method: str) -> Source:
    """Where a figure was read; of a projected one, what it was projected from."""
    read_in = Source(**found)
    return replace(read_in, title=f"Projected from: {read_in.title}") if method else read_in


def _frozen(value: Any) -> Value:
    match value:
        case dict():
            return MappingProxyType({name: _frozen(item) for name, item in value.items()})
        case list():
            if all(isinstance(item, str) for item in value):
                return tuple(str(item) for item in value)
            return tuple(float(item) for item in value)
        case str():
            return value
        case _:
            return float(value)


def _optional(value: Any) -> float | None:
    return None if value is None else float(value)
