"""What law says of the premium tax credit, by year of cover, and premiums by age."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from types import MappingProxyType

from calc.errors import UnknownYearError
from calc.parameters.files import parameter_of, read
from calc.parameters.parameter import Parameter

_FILE = "premium_credit"


@functools.cache
def premium_credit(cover_year: int) -> Mapping[str, Parameter]:
    """Every figure of the credit for cover of a year, by name; `UnknownYearError` names the years.

    What states pay beside it is missing in a year of which nothing was read.

    >>> premium_credit(2026)["income_limit"].of("most")
    400.0
    >>> "state_money" in premium_credit(2027)
    False
    """
    if cover_year not in cover_years():
        raise UnknownYearError(cover_year, cover_years())
    data = read(_FILE)
    found = {}
    for name, entry in data["parameter"].items():
        years = entry.get("years")
        dated = entry if years is None else years.get(str(cover_year))
        if dated is not None:
            year = None if years is None else cover_year
            key = f"{_FILE}.{name}"
            found[name] = parameter_of(key, {**entry, **dated}, year, data["sources"])
    return MappingProxyType(found)


@functools.cache
def cover_years() -> tuple[int, ...]:
    """The years of cover whose credit was read, oldest first.

    >>> cover_years()
    (2026, 2027)
    """
    years = read(_FILE)["parameter"]["applicable_figure"]["years"]
    return tuple(sorted(map(int, years)))
