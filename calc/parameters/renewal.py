"""When figures from outside run out, as seen from a day that is passed in.

The last day of a figure is worked out from its row (`renewal_rows`) and from the versions of it
that were read, so that a new version put into the data moves the day by itself.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import resources
from types import MappingProxyType

from calc.parameters.by_state import state_entries
from calc.parameters.files import Entry, read
from calc.parameters.parameter import ParameterKind
from calc.parameters.renewal_rows import Renewal, renewal_of

NOT_DATED = ("limits", "renewal")  # words on this code, which changes them
TAX_LAW = "us_federal"
_A_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a figure: its first day, and whether it was read or stands in for another."""

    starts: datetime.date
    read: bool


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """A figure of `calc/data` with its versions, oldest first, and what is known of the next.

    `stored` says how the data hold it: a version a year, one for each day it changed, or one alone.
    `link` is where the last version was read.
    """

    key: str
    label: str
    kind: ParameterKind
    stored: str
    versions: tuple[Version, ...]
    link: str
    renewal: Renewal

    @property
    def last_day(self) -> datetime.date | None:
        """The last day for which the figure was read; None where it holds until it is changed.

        A figure that was never read for its time ended the day before its first version began.
        """
        rule = self.renewal
        if rule.until is not None or rule.begins is None:
            return rule.until
        read_on = [version.starts for version in self.versions if version.read]
        if not read_on:
            return self.versions[0].starts - _A_DAY
        month, day = rule.begins
        start = max(read_on)
        year = start.year + (datetime.date(start.year, month, day) <= start) + rule.lag
        return datetime.date(year, month, day) - _A_DAY

    @property
    def stands_in(self) -> bool:
        """Whether the last version is an estimate or recalled, where one is published."""
        return self.renewal.begins is not None and not self.versions[-1].read

    def in_force(self, on: datetime.date) -> Version:
        """The version in force on a day; the first of all on a day before it."""
        begun = [version for version in self.versions if version.starts <= on]
        return begun[-1] if begun else self.versions[0]

    def until(self, on: datetime.date) -> datetime.date | None:
        """The last day of the version in force on a day: its own, where a later one is known."""
        if self.last_day is None:
            return None
        now = self.in_force(on).starts
        later = [version.starts for version in self.versions if version.starts > now]
        return min(later) - _A_DAY if later else self.last_day


@dataclass(frozen=True, slots=True)
class OutOfDate:
    """A figure past its last day: the day, and for how many days it has been so."""

    figure: DatedFigure
    last_day: datetime.date
    days: int


@functools.cache
def dated_figures() -> Mapping[str, DatedFigure]:
    """Every figure of `calc/data` that a row covers, by key (`us_federal.income_tax`).

    A test fails on a figure that no row covers.

    >>> len(dated_figures()) > 1_500
    True
    """
    found = {key: dated_figure(key) for file in _files() for key in _keys(file)}
    return MappingProxyType({key: one for key, one in found.items() if one is not None})


@functools.cache
def dated_figure(key: str) -> DatedFigure | None:
    """One figure by its key; None where there is none, or no row covers it.

    >>> found = dated_figure("us_federal.income_tax")
    >>> found.last_day if found else None
    datetime.date(2026, 12, 31)
    >>> dated_figure("us_federal.no_such_figure") is None
    True
    """
    file, _, name = key.rpartition(".")
    entries, sources = _file(file)
    if name not in entries:
        return None
    entry, last = entries[name], _latest(entries[name])
    kind: ParameterKind = last["kind"]
    rule = renewal_of(key, kind)
    if rule is None:
        return None
    stored, versions = _versions(entry)
    link = str(sources[last["source"]]["link"])
    return DatedFigure(key, entry["label"], kind, stored, versions, link, rule)


def out_of_date(day: datetime.date) -> tuple[OutOfDate, ...]:
    """The figures whose last day lies before a day, the longest past first.

    >>> found = {one.figure.key: one for one in out_of_date(datetime.date(2027, 1, 15))}
    >>> late = found["student_loans.poverty_guideline"]
    >>> late.last_day, late.days
    (datetime.date(2027, 1, 14), 1)
    """
    return tuple(one for one in _by_last_day(day) if one.days > 0)


def expiring(day: datetime.date, within: int) -> tuple[OutOfDate, ...]:
    """The figures whose last day is a day or one of the `within` days after it, the next first.

    Their `days` are zero or less: the days to go, with a minus.

    >>> found = expiring(datetime.date(2026, 12, 1), 30)
    >>> {one.last_day.isoformat() for one in found}, found[0].days
    ({'2026-12-31'}, -30)
    """
    return tuple(one for one in _by_last_day(day) if 0 <= -one.days <= within)


@functools.cache
def law_read_to() -> datetime.date:
    """The last day to which all of federal tax law was read.

    >>> law_read_to()
    datetime.date(2026, 12, 31)
    """
    figures = (dated_figure(key) for key in _keys(TAX_LAW))
    return min(one.last_day for one in figures if one is not None and one.last_day is not None)


def _files() -> tuple[str, ...]:
    """The files of `calc/data` but `NOT_DATED`, and those of states (`states.CA`)."""
    folder = resources.files("calc").joinpath("data")
    names = {found.name.removesuffix(".toml") for found in folder.iterdir()}
    states = tuple(f"states.{code}" for code in read("states")["parameter"]["name"]["value"])
    return (*sorted(names - set(NOT_DATED)), *states)


def _keys(file: str) -> Iterator[str]:
    for name in _file(file)[0]:
        yield f"{file}.{name}"


def _file(file: str) -> tuple[Mapping[str, Entry], Entry]:
    """The entries of a file by name, and its sources."""
    if file.startswith("states."):
        code = file.removeprefix("states.")
        return state_entries(code), read(f"states/{code}")["sources"]
    data = read(file)
    return data["parameter"], data["sources"]


def _by_last_day(day: datetime.date) -> list[OutOfDate]:
    """Every figure that has a last day, the earliest first, as seen from a day."""
    found = [
        OutOfDate(one, one.last_day, (day - one.last_day).days)
        for one in dated_figures().values()
        if one.last_day is not None
    ]
    return sorted(found, key=lambda one: one.last_day)


def _versions(entry: Entry) -> tuple[str, tuple[Version, ...]]:
    """How a figure is stored, and its versions, oldest first.

    A value that stands alone begins with its year, else on the day it was read, and was read.
    """
    stored = next((way for way in ("years", "from") if way in entry), "alone")
    found = [
        Version(_first_day(at), {**entry, **said}["kind"] != "judgement")
        for at, said in entry.get(stored, {}).items()
    ]
    if "value" in entry:
        starts = _first_day(str(entry["year"])) if "year" in entry else entry["retrieved"]
        found.append(Version(starts, True))
    return stored, tuple(sorted(found, key=lambda version: version.starts))


def _latest(entry: Entry) -> Entry:
    """The entry with what its last version says of itself."""
    for stored in ("years", "from"):
        if stored in entry:
            return {**entry, **entry[stored][max(entry[stored])]}
    return entry


def _first_day(at: str) -> datetime.date:
    """The first day of a year, or the day itself."""
    return datetime.date.fromisoformat(at if "-" in at else f"{at}-01-01")
