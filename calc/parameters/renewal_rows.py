"""Where the next figures are published: one row for all that renew together."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass

from calc.parameters.files import parameters_of
from calc.parameters.parameter import Parameter, ParameterKind

_FILE = "renewal"


@dataclass(frozen=True, slots=True)
class Renewal:
    """What is known of the successors of figures that renew together.

    A successor begins on the month and day of `begins`, `lag` years after the first such day that
    follows the version last read; or `until` is the last day, where law or the publisher fixed it.
    With neither, `ends` says in words until when the figures hold. `about` is when the successor is
    published, in words; `page` its address, empty where each figure's own source is the place.
    """

    name: str
    label: str
    covers: tuple[str, ...]
    of: str
    begins: tuple[int, int] | None
    lag: int
    until: datetime.date | None
    ends: str
    publisher: str
    publication: str
    about: str
    page: str
    note: str


@functools.cache
def renewals() -> tuple[Renewal, ...]:
    """Every row of `data/renewal.toml`, in the order of the file."""
    return tuple(_renewal(name, row) for name, row in parameters_of(_FILE).items())


def renewal_of(key: str, kind: ParameterKind) -> Renewal | None:
    """The row that covers a figure of a kind; None where none does. The longest pattern holds.

    >>> found = renewal_of("labour.minimum_wage_FL", "law")
    >>> found.begins if found else None
    (9, 30)
    >>> renewal_of("no_file.no_figure", "law") is None
    True
    """
    for pattern, rule in _patterns():
        if rule.of in ("", kind) and pattern.fullmatch(key):
            return rule
    return None


@functools.cache
def _patterns() -> tuple[tuple[re.Pattern[str], Renewal], ...]:
    """What rows cover, the longest first: `*` stands for anything, `?` for one letter."""
    found = sorted(
        ((said, rule) for rule in renewals() for said in rule.covers),
        key=lambda pair: -len(pair[0]),
    )
    return tuple(
        (re.compile(re.escape(said).replace(r"\*", ".*").replace(r"\?", ".")), rule)
        for said, rule in found
    )


def _renewal(name: str, row: Parameter) -> Renewal:
    value = row.value
    assert isinstance(value, Mapping)
    said = {key: str(each) for key, each in value.items() if key not in ("covers", "lag")}
    month, _, day = said.get("next", "").partition("-")
    until = said.get("until")
    return Renewal(
        name=name,
        label=row.label,
        covers=row.words("covers"),
        of=said.get("of", ""),
        begins=(int(month), int(day)) if day else None,
        lag=int(row.of("lag")) if "lag" in value else 0,
        until=datetime.date.fromisoformat(until) if until else None,
        ends=said.get("ends", ""),
        publisher=said["publisher"],
        publication=said["publication"],
        about=said["about"],
        page=said.get("page", ""),
        note=row.note,
    )
