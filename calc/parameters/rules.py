"""All parameters of one tax year."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from calc.errors import UnknownKeyError, UnknownYearError
from calc.parameters.by_state import payroll_programmes, state_parameters
from calc.parameters.files import parameter_of, parameters_of, read
from calc.parameters.parameter import Parameter
from calc.parameters.working_life import typical_parameters

T = TypeVar("T")

LAW_FILES = ("us_federal", "practice_taxes")


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
        return state_parameters(code, self.tax_year)

    def payroll_programmes(self, code: str) -> tuple[Parameter, ...]:
        """What employees of a state pay to its payroll programmes this year."""
        return payroll_programmes(code, self.tax_year)

    def programme_wages(self, name: str) -> Parameter:
        """What wages mean to a payroll programme: what is taken from pay and still in them."""
        return parameters_of("payroll_wages")[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)


def tax_years() -> tuple[int, ...]:
    """The years whose federal law is recorded, oldest first."""
    years: set[int] | None = None
    for file in LAW_FILES:
        for entry in read(file)["parameter"].values():
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
    found: dict[str, Parameter] = dict(typical_parameters())
    for file in LAW_FILES:
        data = read(file)
        for name, entry in data["parameter"].items():
            dated = entry["years"][str(tax_year)]
            found[f"{file}.{name}"] = parameter_of(
                f"{file}.{name}", {**entry, **dated}, tax_year, data["sources"]
            )
    return Rules(tax_year, found)
