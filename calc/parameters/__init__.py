"""Figures that come from outside: law, surveys and judgements, each dated and sourced.

The only reader of `calc/data`. A file there holds `[sources.*]` and `[parameter.*]` tables; a law
has one table a year or one for each day it changed, everything else a single value with its
typical band.
"""

from __future__ import annotations

import datetime
import difflib
import functools
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal, TypeAlias, TypeVar

from calc.errors import UnknownKeyError, UnknownYearError

ParameterKind = Literal["law", "survey", "judgement"]
Certainty = Literal["", "confirmed", "second_hand", "conflicting"]
Value: TypeAlias = "float | str | tuple[float, ...] | tuple[str, ...] | Mapping[str, Value]"

T = TypeVar("T")

LAW_FILES = ("us_federal",)
TYPICAL_FILES = (
    "typical",
    "work_costs",
    "states",
    "burnout",
    "stages",
    "levers",
    "crisis_lines",
    "payroll_tax",
    "clinic",
)


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One sourced figure or table, for one year.

    `confirmed` is False where nobody has read it in a source: an assumption the user may edit.
    `low` and `high` are the typical band, where one is known. `certainty` says of a rule whether
    the law itself was read, a public text that quotes it, or texts that disagree.
    """

    key: str
    label: str
    unit: str
    kind: ParameterKind
    value: Value
    year: int | None
    source: Source
    retrieved: datetime.date
    confirmed: bool = True
    low: float | None = None
    high: float | None = None
    note: str = ""
    certainty: Certainty = ""

    @property
    def number(self) -> float:
        """The value as one number."""
        if not isinstance(self.value, float):
            raise TypeError(f"{self.key} is a table, not one number")
        return self.value

    @property
    def percent(self) -> str:
        """A share in words, for the rule of a line: `12.4 %`."""
        return f"{self.number * 100:g} %"

    def percent_of(self, choice: str) -> str:
        """A share for one choice in words: `12.4 %`."""
        return f"{self.of(choice) * 100:g} %"

    def dollars(self, choice: str = "") -> str:
        """An amount in words, for the rule of a line: `$2,500`."""
        return f"${self.of(choice) if choice else self.number:,.0f}"

    def of(self, choice: str) -> float:
        """The number for one choice, such as a filing status."""
        value = self._entry(choice)
        if not isinstance(value, float):
            raise TypeError(f"{self.key}.{choice} is not one number")
        return value

    def row(self, choice: str) -> tuple[float, ...]:
        """The list of numbers for one choice, such as the thresholds of a filing status."""
        value = self._entry(choice)
        if not isinstance(value, tuple):
            raise TypeError(f"{self.key}.{choice} is not a list")
        return tuple(map(float, value))

    def words(self, choice: str) -> tuple[str, ...]:
        """The list of words for one choice."""
        value = self._entry(choice)
        if not isinstance(value, tuple):
            raise TypeError(f"{self.key}.{choice} is not a list")
        return tuple(str(item) for item in value)

    def text(self, choice: str) -> str:
        """The word for one choice."""
        return str(self._entry(choice))

    def _entry(self, choice: str) -> Value:
        if isinstance(self.value, float | str | tuple):
            raise TypeError(f"{self.key} is one number, not a table")
        return self.value[choice]


class Rules(Mapping[str, Parameter]):
    """Every parameter for one tax year, by key (`us_federal.standard_deduction`)."""

    def __init__(self, tax_year: int, parameters: Mapping[str, Parameter]) -> None:
        self.tax_year = tax_year
        self._parameters = MappingProxyType(dict(parameters))
        self._made: dict[Callable[[Rules], Any], Any] = {}

    def once(self, make: Callable[[Rules], T]) -> T:
        """What a function makes of these rules, made at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        made: T = self._made[make]
        return made

    def __getitem__(self, key: str) -> Parameter:
        try:
            return self._parameters[key]
        except KeyError:
            near = difflib.get_close_matches(key, self._parameters, n=3, cutoff=0.4)
            raise UnknownKeyError(key, tuple(near)) from None

    def state(self, code: str) -> Mapping[str, Parameter] | None:
        """One state's income-tax parameters by name; None where this year has none recorded."""
        return _state_parameters(code, self.tax_year)

    def payroll_programmes(self, code: str) -> tuple[Parameter, ...]:
        """What employees of a state pay to its payroll programmes this year."""
        return _payroll_programmes(code, self.tax_year)

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)


def tax_years() -> tuple[int, ...]:
    """The years whose federal law is recorded, oldest first."""
    years: set[int] | None = None
    for file in LAW_FILES:
        for entry in _read(file)["parameter"].values():
            found = {int(year) for year in entry["years"]}
            years = found if years is None else years & found
    return tuple(sorted(years or ()))


@functools.cache
def load_rules(tax_year: int) -> Rules:
    """All parameters for one tax year; `UnknownYearError` names the years we have.

    >>> load_rules(2026)["us_federal.standard_deduction"].of("single")
    16100.0
    """
    if not isinstance(tax_year, int) or tax_year not in tax_years():
        raise UnknownYearError(tax_year, tax_years())
    found: dict[str, Parameter] = dict(_typical_parameters())
    for file in LAW_FILES:
        data = _read(file)
        for name, entry in data["parameter"].items():
            dated = entry["years"][str(tax_year)]
            found[f"{file}.{name}"] = _parameter(
                f"{file}.{name}", {**entry, **dated}, tax_year, data["sources"]
            )
    return Rules(tax_year, found)


def typical(name: str) -> Parameter:
    """A typical value of working life, from `data/typical.toml`, or by file and name from another.

    >>> typical("notes_minutes_per_session").number
    10.0
    >>> typical("clinic.replacement_cost_share").number
    0.25
    """
    return _typical_parameters()[name if "." in name else f"typical.{name}"]


def work_cost(name: str) -> Parameter:
    """The typical amount of one kind of work cost, from `data/work_costs.toml`."""
    return _typical_parameters()[f"work_costs.{name}"]


def work_cost_names() -> tuple[str, ...]:
    """The kinds of work cost we know a typical amount for, in reading order."""
    return tuple(_read("work_costs")["parameter"])


def crisis_lines() -> tuple[Parameter, ...]:
    """Where people in distress can turn, each line as it was read in its source.

    >>> crisis_lines()[0].text("contact")
    'Call or text 988; chat at 988lifeline.org'
    """
    names = _read("crisis_lines")["parameter"]
    return tuple(_typical_parameters()[f"crisis_lines.{name}"] for name in names)


def states() -> Parameter:
    """The states and the District of Columbia, with what their law says of wages."""
    return _typical_parameters()["states.income_tax"]


def state_names() -> Mapping[str, str]:
    """The states' names by their two letters, in the order of the names."""
    names = _typical_parameters()["states.name"].value
    assert isinstance(names, Mapping)
    return {code: str(name) for code, name in sorted(names.items(), key=lambda item: str(item[1]))}


@functools.cache
def _state_parameters(code: str, tax_year: int) -> Mapping[str, Parameter] | None:
    data = _read(f"states/{code}")
    found: dict[str, Parameter] = {}
    for name, entry in data["parameter"].items():
        dated = entry["years"].get(str(tax_year))
        if dated is not None:
            key = f"states.{code}.{name}"
            found[name] = _parameter(key, {**entry, **dated}, tax_year, data["sources"])
    return MappingProxyType(found) if found else None


@functools.cache
def _payroll_programmes(code: str, tax_year: int) -> tuple[Parameter, ...]:
    data = _read("payroll_programmes")
    found = []
    for name, entry in data["parameter"].items():
        dated = entry["years"].get(str(tax_year))
        if dated is not None and dated["value"]["state"] == code:
            key = f"payroll_programmes.{name}"
            found.append(_parameter(key, {**entry, **dated}, tax_year, data["sources"]))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class LocalPreset:
    """A well-known local income tax: a rate to start from, and the span it stands for."""

    name: str
    label: str
    rate: float
    low: float | None
    high: float | None
    note: str


def local_presets() -> tuple[LocalPreset, ...]:
    """Well-known local income taxes that are one rate, in the order of the data file.

    >>> next(preset.rate for preset in local_presets() if preset.name == "columbus")
    0.025
    """
    data = _read("local_taxes")
    found = []
    for name, entry in data["parameter"].items():
        read = _parameter(f"local_taxes.{name}", entry, entry["year"], data["sources"])
        if read.unit == "share" and isinstance(read.value, float):
            preset = LocalPreset(name, read.label, read.number, read.low, read.high, read.note)
            found.append(preset)
    return tuple(found)


@functools.cache
def _typical_parameters() -> Mapping[str, Parameter]:
    found: dict[str, Parameter] = {}
    for file in TYPICAL_FILES:
        data = _read(file)
        for name, entry in data["parameter"].items():
            key = f"{file}.{name}"
            found[key] = _parameter(key, entry, entry.get("year"), data["sources"])
    return MappingProxyType(found)


@functools.cache
def _read(file: str) -> dict[str, Any]:
    text = resources.files("calc").joinpath("data", f"{file}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _parameter(
    key: str, entry: Mapping[str, Any], year: int | None, sources: Mapping[str, Any]
) -> Parameter:
    return Parameter(
        key=key,
        label=entry["label"],
        unit=entry["unit"],
        kind=entry["kind"],
        value=_frozen(entry["value"]),
        year=year,
        source=Source(**sources[entry["source"]]),
        retrieved=entry["retrieved"],
        confirmed=entry.get("confirmed", True),
        low=_optional(entry.get("low")),
        high=_optional(entry.get("high")),
        note=entry.get("note", ""),
        certainty=entry.get("certainty", ""),
    )


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
