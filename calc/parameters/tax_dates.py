"""When a government asks for tax that nobody withholds: one entry for each state and the nation."""

from __future__ import annotations

import functools

from calc.parameters.files import parameter_of, read
from calc.parameters.parameter import Parameter

NATION = "US"
_FILE = "tax_dates"


@functools.cache
def tax_dates(code: str, tax_year: int) -> tuple[Parameter, bool]:
    """The entry of a state, or of `US`, and whether it is that of the year; else the last we have.

    >>> found, of_year = tax_dates("CA", 2026)
    >>> found.row("shares"), of_year
    ((0.3, 0.4, 0.0, 0.3), True)
    >>> tax_dates("CA", 2025)[1]
    False
    """
    data = read(_FILE)
    entry = data["parameter"][code]
    of_year = str(tax_year) in entry["years"]
    year = tax_year if of_year else max(map(int, entry["years"]))
    dated = {**entry, **entry["years"][str(year)]}
    return parameter_of(f"{_FILE}.{code}", dated, year, data["sources"]), of_year
