"""Rules that span several rows or fields of what lies ahead of a practice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

from calc.errors import ProblemKind
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.scenario.ahead_rows import Away, FeeChange, Holiday, Job, Leave, SetUp
from calc.scenario.fields import TINY

Row: TypeAlias = Holiday | Leave | Job | SetUp | FeeChange


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule that is broken: its kind, the field below what lies ahead, what it holds, the bound.

    `value` and `bound` are a day as text, a number of factors, months or weeks.
    """

    kind: ProblemKind
    field: str
    value: Any
    bound: Any = None


def faults_of_seasons(seasons: Mapping[str, Sequence[object]]) -> Iterator[Fault]:
    """Seasons without a factor for each month, or of nothing but zeros."""
    for name, factors in seasons.items():
        if len(factors) != MONTHS_PER_YEAR:
            yield Fault("not_twelve", name, len(factors), int(MONTHS_PER_YEAR))
        elif not any(factors):
            yield Fault("no_season", name, 0)


def faults_of_months(rows: Mapping[str, Sequence[Row]], months: int) -> Iterator[Fault]:
    """Rows that begin after the months shown."""
    for name, found in rows.items():
        for place, row in enumerate(found):
            if row.month > months:
                yield Fault("beyond_the_months", f"{name}.{place}.month", row.month, months)


def faults_of_job(rows: Sequence[Job]) -> Iterator[Fault]:
    """Rows of the job of which none says how it begins, or two the same month."""
    order = sorted(range(len(rows)), key=lambda place: rows[place].month)
    if order and rows[order[0]].month != 1:
        yield Fault("job_begins_later", f"job.{order[0]}.month", rows[order[0]].month, 1)
    for one, other in pairwise(order):
        if rows[one].month == rows[other].month:
            yield Fault("same_month", f"job.{max(one, other)}.month", rows[other].month)


def faults_of_away(rows: Sequence[Away], months: int) -> Iterator[Fault]:
    """More time away than there is: in a leave, in the holidays of a year, in all the months."""
    shown = weeks_shown(months)
    for place, row in enumerate(rows):
        if not isinstance(row, Holiday) and row.weeks > shown:
            yield Fault("leave_too_long", f"away.{place}.weeks", row.weeks, shown)
    a_year, in_all = [0.0] * -(-months // int(MONTHS_PER_YEAR)), 0.0
    for row in rows:
        if isinstance(row, Holiday):
            for month in months_of(row, months):
                a_year[(month - 1) // int(MONTHS_PER_YEAR)] += float(row.weeks)
        else:
            in_all += float(row.weeks)
    if max(a_year) > WEEKS_PER_YEAR + TINY:
        yield Fault("holidays_exceed_year", "away", max(a_year), WEEKS_PER_YEAR)
    in_all += sum(a_year)
    if in_all > shown + TINY:
        yield Fault("more_away_than_months", "away", in_all, shown)


def months_of(row: Holiday, months: int) -> range:
    """The months in which a holiday begins, of those shown.

    >>> list(months_of(Holiday(month=8, every_year=True), 24))
    [8, 20]
    """
    return range(row.month, months + 1, int(MONTHS_PER_YEAR) if row.every_year else months)


def weeks_shown(months: int) -> float:
    """How many weeks so many months have; 12 of them have 52.

    >>> weeks_shown(24)
    104.0
    """
    return months * WEEKS_PER_YEAR / MONTHS_PER_YEAR
