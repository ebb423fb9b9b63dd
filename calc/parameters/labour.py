"""What law says of pay for work, and what surveys say it pays: by state, family and day."""

from __future__ import annotations

import datetime
import functools
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from calc.parameters.files import Entry, parameter_of, parameters_of, read
from calc.parameters.parameter import Parameter

Family = Literal["counselor", "lcsw", "mft", "psychologist"]
Effect = Literal["employee_only", "hours_not_counted", "not_independent", "conditions", "argument"]
Occupation = Literal[
    "counselors", "marriage_and_family_therapists", "social_workers", "psychologists"
]

NATION = "US"
FULL_TIME_HOURS = 2_080.0  # of a year: the survey's yearly wage is the hourly one times these
OCCUPATIONS: tuple[Occupation, ...] = get_args(Occupation)
_FILE = "labour"
_WAGES = "wages"


@dataclass(frozen=True, slots=True)
class AsRead:
    """What was read of a law that changes by the day, as seen from one day.

    `law` is the figure that holds on the day as far as was read: the last before it, or the first
    of all where the day is before that. `since` is the day it holds from. `covers` is whether the
    day's year was read: most of these figures are set anew each year.
    """

    law: Parameter
    since: datetime.date
    covers: bool


@functools.cache
def minimum_wage(state: str, on: datetime.date) -> Parameter | None:
    """The minimum wage of a state on a day; None for a day before the first we have read.

    Cities, small employers and some trades have their own: the note says so. `US` is the nation.

    >>> found = minimum_wage("AK", datetime.date(2026, 6, 30))
    >>> found.number if found else None
    13.0
    >>> minimum_wage("AK", datetime.date(2019, 1, 1)) is None
    True
    """
    return _on(f"minimum_wage_{state}", on)


@functools.cache
def exempt_threshold(state: str, on: datetime.date) -> Parameter | None:
    """The least salary of a professional exempt from overtime: the state's own, else the nation's.

    None for a day before the first we have read of it.

    >>> found = exempt_threshold("WA", datetime.date(2026, 11, 22))
    >>> found.of("per_year") if found else None
    80168.4
    """
    return _on(_threshold_name(state), on)


@functools.cache
def minimum_wage_as_read(state: str, on: datetime.date) -> AsRead:
    """The minimum wage read nearest to a day, and whether that day's year was read.

    >>> minimum_wage_as_read("CA", datetime.date(2026, 12, 31)).covers
    True
    >>> minimum_wage_as_read("CA", datetime.date(2027, 1, 1)).covers
    False
    """
    return _as_read(f"minimum_wage_{state}", on)


@functools.cache
def exempt_threshold_as_read(state: str, on: datetime.date) -> AsRead:
    """The same of the least salary of an exempt professional: the state's own, else the nation's.

    >>> exempt_threshold_as_read("WA", datetime.date(2025, 7, 1)).since.isoformat()
    '2026-01-01'
    """
    return _as_read(_threshold_name(state), on)


@functools.cache
def labour_rule(name: str) -> Parameter:
    """A rule that is not dated by day, such as which hours count as worked.

    Its year is that of the text where it was given, else that in which it was read.

    >>> labour_rule("overtime").of("hours_per_week")
    40.0
    """
    entry = _entries()[name]
    return _parameter_of(name, entry, entry.get("year", entry["retrieved"].year))


def overtime_by_the_day(state: str) -> Parameter | None:
    """What a state says of long days, beside the week; None where no such law was read.

    >>> found = overtime_by_the_day("CO")
    >>> found.of("hours_per_day") if found else None
    12.0
    """
    name = f"daily_overtime_{state}"
    return labour_rule(name) if name in _entries() else None


@functools.cache
def labour_rules(on: datetime.date) -> tuple[Parameter, ...]:
    """Every rule of pay for work, in the order of the data, each as read for a day.

    >>> found = {rule.key: rule for rule in labour_rules(datetime.date(2026, 12, 1))}
    >>> found["labour.minimum_wage_AK"].number
    14.0
    """
    return tuple(
        _as_read(name, on).law if "from" in entry else labour_rule(name)
        for name, entry in _entries().items()
    )


@functools.cache
def classification(state: str, family: Family) -> tuple[Parameter, ...]:
    """What a state says of how associates of a family may be paid; empty where none was read.

    That none was read does not mean that there is none: ask the board.

    >>> [rule.text("effect") for rule in classification("UT", "lcsw")]
    ['hours_not_counted']
    """
    names = [name for name in _entries() if name.startswith("classification_")]
    rules = [labour_rule(name) for name in names]
    return tuple(
        rule for rule in rules if rule.text("state") == state and family in rule.words("families")
    )


def wage_table(occupation: Occupation, by: Literal["area", "industry"] = "area") -> Parameter:
    """The wages of an occupation by state (and `US`), or by industry of the nation.

    A row is five hourly and five yearly wages, from the 10th to the 90th percentile.

    >>> wage_table("counselors").row("US")[1]
    22.65
    """
    return parameters_of(_WAGES)[occupation if by == "area" else f"{occupation}_by_industry"]


def wage_names(of: Literal["occupations", "industries", "pre_licensed"]) -> Parameter:
    """The names of occupations or industries in the survey, or what stands for pre-licensed pay."""
    return parameters_of(_WAGES)[of]


def _threshold_name(state: str) -> str:
    own = f"exempt_salary_{state}"
    return own if own in _entries() else f"exempt_salary_{NATION}"


def _on(name: str, on: datetime.date) -> Parameter | None:
    days = [day for day in _days(name) if day <= on]
    return _from(name, max(days)) if days else None


def _as_read(name: str, on: datetime.date) -> AsRead:
    """The last year read is that of reading, or of a later change that was already law."""
    days = _days(name)
    first, last = min(days), max(days)
    since = max((day for day in days if day <= on), default=first)
    last_year = max(_entries()[name]["retrieved"].year, last.year)
    return AsRead(_from(name, since), since, first <= on and on.year <= last_year)


def _days(name: str) -> tuple[datetime.date, ...]:
    return tuple(map(datetime.date.fromisoformat, _entries()[name]["from"]))


def _from(name: str, day: datetime.date) -> Parameter:
    entry = _entries()[name]
    return _parameter_of(name, {**entry, **entry["from"][day.isoformat()]}, day.year)


def _parameter_of(name: str, entry: Entry, year: int | None) -> Parameter:
    return parameter_of(f"{_FILE}.{name}", entry, year, read(_FILE)["sources"])


def _entries() -> Mapping[str, Entry]:
    entries: Mapping[str, Entry] = read(_FILE)["parameter"]
    return entries
