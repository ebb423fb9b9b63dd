"""The rules of student loans: each by the day from which it holds, for a day that is asked for."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TypeAlias

from calc.errors import UnknownDateError
from calc.parameters.ahead import onward, projected_years
from calc.parameters.files import Entry, parameter_of, read
from calc.parameters.parameter import Parameter

LoanRules: TypeAlias = Mapping[str, Parameter]

_FILE = "student_loans"


@functools.cache
def loan_rules(as_of: datetime.date, tax_year: int | None = None) -> LoanRules:
    """Every rule of student loans in force on a day, by name.

    Days after the last change hold the rules we know last. `UnknownDateError` names the first day
    there are rules for. In a tax year that is projected the poverty guideline is that of the year,
    whatever the day.

    >>> loan_rules(datetime.date(2026, 11, 21))["pslf_payments"].number
    120.0
    """
    if as_of < first_day():
        raise UnknownDateError(as_of, first_day())
    found = {name: _on(name, entry, as_of) for name, entry in _entries().items()}
    if tax_year is not None and tax_year in projected_years():
        found["poverty_guideline"] = poverty_guideline(tax_year)
    return MappingProxyType(found)


@functools.cache
def first_day() -> datetime.date:
    """The first day there are rules for."""
    return max(min(_days(entry)) for entry in _entries().values())


@functools.cache
def poverty_guideline(year: int) -> Parameter:
    """The poverty guideline of a year, for the 48 states, Alaska and Hawaii.

    That of a year that is projected is moved on by prices. `UnknownDateError` where there is none.

    >>> poverty_guideline(2026).of("first_48")
    15960.0
    """
    entry = _entries()["poverty_guideline"]
    days = {day.year: day for day in _days(entry)}
    if year in days:
        return _on("poverty_guideline", entry, days[year])
    if year not in projected_years():
        raise UnknownDateError(datetime.date(year, 1, 1), min(_days(entry)))
    last = entry["from"][days[year - 1].isoformat()]
    dated = onward({**entry, **last}, year)
    return parameter_of(f"{_FILE}.poverty_guideline", dated, year, read(_FILE)["sources"])


def graduate_rate(made_on: datetime.date) -> Parameter | None:
    """The rate of a graduate loan first paid out on a day; None for a school year not recorded.

    >>> found = graduate_rate(datetime.date(2025, 9, 1))
    >>> found.number if found else None
    0.0794
    >>> graduate_rate(datetime.date(2019, 9, 1)) is None
    True
    """
    entry = _entries()["graduate_loan_rate"]
    for day in _days(entry):
        if day <= made_on < day.replace(year=day.year + 1):
            return _on("graduate_loan_rate", entry, made_on)
    return None


def holds_from(rule: Parameter, as_of: datetime.date) -> datetime.date:
    """The day from which the version of a rule holds that is in force on a day.

    >>> day = datetime.date(2026, 11, 21)
    >>> holds_from(loan_rules(day)["poverty_guideline"], day)
    datetime.date(2026, 1, 15)
    """
    entry = _entries()[rule.key.removeprefix(f"{_FILE}.")]
    return max(day for day in _days(entry) if day <= as_of)


def _entries() -> Mapping[str, Entry]:
    entries: Mapping[str, Entry] = read(_FILE)["parameter"]
    return entries


def _days(entry: Entry) -> tuple[datetime.date, ...]:
    return tuple(datetime.date.fromisoformat(day) for day in entry["from"])


def _on(name: str, entry: Entry, as_of: datetime.date) -> Parameter:
    day = max(day for day in _days(entry) if day <= as_of)
    dated = entry["from"][day.isoformat()]
    key = f"{_FILE}.{name}"
    found = parameter_of(key, {**entry, **dated}, day.year, read(_FILE)["sources"])
    return replace(found, confirmed=found.certainty != "conflicting" and found.confirmed)
