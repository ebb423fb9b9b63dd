"""All parameters of one tax year."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, TypeVar

from calc.errors import UnknownKeyError, UnknownYearError
from calc.parameters.ahead import of_year, onward, projected_years
from calc.parameters.by_state import payroll_programmes, state_parameters
from calc.parameters.files import parameter_of, parameters_of, read
from calc.parameters.parameter import Parameter
from calc.parameters.working_life import typical_parameters

T = TypeVar("T")

LAW_FILES = ("us_federal", "practice_taxes", "retirement")
EMPLOYERS = "payroll_tax"


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

    def published(self, *states: str) -> tuple[Parameter, ...]:
        """Law that is known for this year: federal, of practices and employers, and of states.

        >>> rules = load_rules(2027)
        >>> rules["us_federal.social_security_wage_base"] in rules.published()
        True
        """
        return tuple(law for law in self._laws(states) if not law.projected)

    def projected(self, *states: str) -> tuple[Parameter, ...]:
        """What nobody has published for this year yet, projected; empty for a year that was read.

        >>> load_rules(2026).projected("CA")
        ()
        """
        return tuple(law for law in self._laws(states) if law.projected)

    def _laws(self, states: tuple[str, ...]) -> Iterator[Parameter]:
        for key, found in self._parameters.items():
            if key.startswith(tuple(f"{file}." for file in (*LAW_FILES, EMPLOYERS))):
                yield found
        for code in states:
            yield from (self.state(code) or {}).values()
            yield from self.payroll_programmes(code)

    def programme_wages(self, name: str) -> Parameter:
        """What wages mean to a payroll programme: what is taken from pay and still in them."""
        return parameters_of("payroll_wages")[name]

    def __contains__(self, key: object) -> bool:
        """Whether there is such a parameter, without looking for the names that are near it."""
        return key in self._parameters

    def __iter__(self) -> Iterator[str]:
        return iter(self._parameters)

    def __len__(self) -> int:
        return len(self._parameters)


@functools.cache
def years_read() -> tuple[int, ...]:
    """The years whose federal law was read, oldest first."""
    years: set[int] | None = None
    for file in LAW_FILES:
        for entry in read(file)["parameter"].values():
            found = {int(year) for year in entry["years"]}
            years = found if years is None else years & found
    return tuple(sorted(years or ()))


def tax_years() -> tuple[int, ...]:
    """The years that can be asked for, oldest first: those read, and the one that is projected."""
    return (*years_read(), *projected_years())


@functools.cache
def load_rules(tax_year: int) -> Rules:
    """All parameters for one tax year; `UnknownYearError` names the years we have.

    In a year that is projected in part, `Rules.projected` lists what nobody has published.

    >>> load_rules(2026)["us_federal.standard_deduction"].of("single")
    16100.0
    """
    if not isinstance(tax_year, int) or tax_year not in tax_years():
        raise UnknownYearError(tax_year, tax_years())
    found: dict[str, Parameter] = dict(typical_parameters())
    if tax_year in projected_years():
        found.update(_employers(tax_year))
    for file in LAW_FILES:
        data = read(file)
        for name, entry in data["parameter"].items():
            found[f"{file}.{name}"] = parameter_of(
                f"{file}.{name}", of_year(entry, tax_year), tax_year, data["sources"]
            )
    return Rules(tax_year, found)


def _employers(tax_year: int) -> Iterator[tuple[str, Parameter]]:
    """What employers owe in a year that is projected; what is no law stays as it is."""
    data = read(EMPLOYERS)
    for name, entry in data["parameter"].items():
        if entry["kind"] == "law":
            stated = entry.get("years", {}).get(str(tax_year))
            dated = {**entry, **stated} if stated else onward(entry, tax_year)
            key = f"{EMPLOYERS}.{name}"
            yield key, parameter_of(key, dated, tax_year, data["sources"])
