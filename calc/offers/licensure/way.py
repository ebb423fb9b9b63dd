"""The way to a licence: how long each of a board's figures takes, and which of them decides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.number import FloatArray, Number, at_least_zero, where
from calc.offers.licensure.asked import Asked
from calc.offers.licensure.formulas import (
    NEVER,
    calendar_weeks,
    months_of_weeks,
    sessions_in_weeks,
    weeks_of_months,
    weeks_of_ramp,
    worked_weeks_in,
    worked_weeks_until,
)
from calc.offers.licensure.pace import Pace
from calc.scenario import FigureName, LicenceInputs, Ramp

TermUnit: TypeAlias = Literal["hours", "months", "weeks"]
MOST_WEEKS_OF_RAMP = 5_200  # a caseload that fills for a century: as it is then, it stays


@dataclass(frozen=True, slots=True)
class Term:
    """One thing a board asks, and the calendar weeks it still takes; None where it never comes.

    `name` is the figure of the board. For `most_other_hours` the term is the direct hours that must
    stand in place of others; for `direct_hours_per_supervision_hour`, the supervision that the
    direct hours need. `per_week` is what a worked week brings once the caseload is full (for
    `least_months`, a week of the calendar).
    """

    name: FigureName
    unit: TermUnit
    needed: float
    done: float
    per_week: float
    weeks: float | None


@dataclass(frozen=True, slots=True)
class LicencePath:
    """The way to a licence, from now on.

    `reached` is False where a term never comes (`never`, and that term is `binding`), or where no
    figure is known; `weeks`, `months` and `worked_weeks` are None then. `unknown` names usual
    figures that nobody stated: with any, the time is `at_least` what is told.
    """

    terms: tuple[Term, ...]
    binding: Term | None
    weeks: float | None
    unknown: tuple[FigureName, ...]
    worked_weeks_per_year: float
    licensed: bool = False

    @property
    def reached(self) -> bool:
        """Whether the way has an end that we know of."""
        return self.weeks is not None

    @property
    def never(self) -> bool:
        """Whether something that is asked never comes at this pace."""
        return not self.reached and self.binding is not None

    @property
    def at_least(self) -> bool:
        """Whether the time may be longer than told, or than nothing where no figure is known."""
        return bool(self.unknown) and not self.never

    @property
    def months(self) -> float | None:
        """The weeks, in months."""
        return None if self.weeks is None else float(months_of_weeks(self.weeks))

    @property
    def worked_weeks(self) -> float | None:
        """How many of the weeks are worked."""
        if self.weeks is None:
            return None
        return float(worked_weeks_in(self.weeks, self.worked_weeks_per_year))


def way_to_licence(
    asked: Asked, pace: Pace, licence: LicenceInputs, ramp: Ramp | None = None
) -> LicencePath:
    """How long the way to a licence still is, and the term that decides: the longest one.

    For a single plan; `weeks_to_licence` is the same for draws. The weeks before the first client
    are weeks of the calendar; the caseload then fills from worked week to worked week.
    """
    worked = float(pace.worked_weeks_per_year)
    if licence.licensed:
        return LicencePath((), None, 0.0, (), worked, licensed=True)
    terms = tuple(_told(term) for term in _terms(asked, pace, licence, ramp or Ramp()))
    never = next((term for term in terms if term.weeks is None), None)
    if never is not None or not terms:
        return LicencePath(terms, never, None, asked.unknown, worked)
    longest = max(terms, key=lambda term: term.weeks or 0.0)
    return LicencePath(
        terms, longest if longest.weeks else None, longest.weeks, asked.unknown, worked
    )


def weeks_to_licence(
    asked: Asked, pace: Pace, licence: LicenceInputs, ramp: Ramp | None = None
) -> Number:
    """The weeks alone, also for draws: infinite where it has no end, NaN where none is known."""
    terms = _terms(asked, pace, licence, ramp or Ramp())
    if licence.licensed:
        return 0.0
    longest: Number = np.nan
    for term in terms:
        longest = np.fmax(longest, term.weeks)
    return longest


@dataclass(frozen=True, slots=True)
class _Term:
    """A term whose weeks may be draws, and infinite."""

    name: FigureName
    unit: TermUnit
    needed: Number
    done: Number
    per_week: Number
    weeks: Number


def _told(term: _Term) -> Term:
    weeks = float(term.weeks)
    return Term(
        term.name,
        term.unit,
        float(term.needed),
        float(term.done),
        float(term.per_week),
        weeks if np.isfinite(weeks) else None,
    )


@dataclass(frozen=True, slots=True)
class _Collected:
    """What counts in each of the first weeks, a row a week, and in every week after them."""

    first_weeks: FloatArray
    then: Number

    def at_most(self, limit: Number) -> _Collected:
        """The same with a limit on each week."""
        return _Collected(np.minimum(self.first_weeks, limit), np.minimum(self.then, limit))

    def plus(self, other: _Collected) -> _Collected:
        """Both together."""
        return _Collected(self.first_weeks + other.first_weeks, self.then + other.then)


_Track: TypeAlias = tuple[Number, _Collected]  # what is done, and what a week brings


def _terms(asked: Asked, pace: Pace, licence: LicenceInputs, ramp: Ramp) -> tuple[_Term, ...]:
    """The terms of a board, in the order of its figures."""
    filled = _share_filled(pace, ramp)
    week_limit = _or(asked.value("most_hours_per_week"), NEVER)
    other_limit = _or(asked.value("most_other_hours"), NEVER)
    ratio = asked.value("direct_hours_per_supervision_hour")

    def filling(hours: Number) -> _Collected:
        return _Collected(filled.first_weeks * hours, filled.then * hours)

    def steady(hours: Number) -> _Collected:
        return _Collected(np.zeros_like(filled.first_weeks) + hours, hours)

    direct = filling(pace.direct)
    other = filling(pace.with_sessions).plus(steady(pace.other))
    done_other = at_least_zero(licence.done_total_hours - licence.done_direct_hours)
    found: list[_Term] = []

    def add(
        name: FigureName,
        needed: Number | None,
        done: Number,
        collected: _Collected,
        unit: TermUnit = "hours",
        also: Sequence[_Track] = (),
    ) -> None:
        """A term that is met once this track, and each of the others, has come to what it needs."""
        if needed is None:
            return
        limit = week_limit if unit == "hours" else NEVER
        tracks = [(had, hours.at_most(limit)) for had, hours in ((done, collected), *also)]
        each, worked = _slowest(needed, tracks)
        weeks = calendar_weeks(worked, pace.worked_weeks_per_year)
        found.append(_Term(name, unit, needed, done, each, weeks))

    def supervised(had: Number, beside: _Collected) -> list[_Track]:
        """The direct hours that supervision allows so far, with the other hours that count."""
        if ratio is None:
            return []
        allowed = steady(ratio * pace.supervision)
        return [(ratio * licence.done_supervision_hours + had, allowed.plus(beside))]

    total, needed = asked.value("total_hours"), asked.value("direct_hours")
    counted_other = np.minimum(done_other, other_limit)
    done_counted = licence.done_direct_hours + counted_other
    limit = supervised(counted_other, other)
    add("total_hours", total, done_counted, direct.plus(other), also=limit)
    add("direct_hours", needed, licence.done_direct_hours, direct)
    add(
        "relational_hours",
        asked.value("relational_hours"),
        licence.done_relational_hours,
        filling(pace.relational),
    )
    done, supervision = licence.done_supervision_hours, steady(pace.supervision)
    add("supervision_hours", asked.value("supervision_hours"), done, supervision)
    if ratio is not None and needed is not None:
        add("direct_hours_per_supervision_hour", needed / ratio, done, supervision)
    months = asked.value("least_months")
    if months is not None:
        rest = weeks_of_months(at_least_zero(months - licence.done_months))
        each = months_of_weeks(1.0)
        found.append(_Term("least_months", "months", months, licence.done_months, each, rest))
    add(
        "least_supervised_weeks",
        asked.value("least_supervised_weeks"),
        worked_weeks_in(weeks_of_months(licence.done_months), pace.worked_weeks_per_year),
        steady(where(np.greater(pace.supervision, 0.0), 1.0, 0.0)),
        "weeks",
    )
    if total is not None and asked.value("most_other_hours") is not None:
        instead = at_least_zero(total - other_limit)
        limit = supervised(0.0, steady(0.0))
        add("most_other_hours", instead, licence.done_direct_hours, direct, also=limit)
    return tuple(found)


def _slowest(needed: Number, tracks: Sequence[_Track]) -> tuple[Number, Number]:
    """What the slowest track brings a week, and the worked weeks until all come to what is needed.

    >>> week = _Collected(np.zeros((0, 1)), 20.0)
    >>> each, weeks = _slowest(100.0, [(0.0, week), (60.0, week)])
    >>> float(each), float(weeks)
    (20.0, 5.0)
    """
    each: Number = NEVER
    weeks: Number = 0.0
    for done, collected in tracks:
        rest = at_least_zero(needed - done)
        weeks = np.maximum(weeks, worked_weeks_until(rest, collected.first_weeks, collected.then))
        each = np.minimum(each, collected.then)
    return each, weeks


def _share_filled(pace: Pace, ramp: Ramp) -> _Collected:
    """How much of the full caseload there is in each of the first worked weeks, and then."""
    added, booked = float(ramp.sessions_added_per_week), pace.booked
    delay = worked_weeks_in(float(ramp.credentialing_weeks), pace.worked_weeks_per_year)
    full = where(np.greater(booked, 0.0), booked, 1.0)
    weeks = weeks_of_ramp(delay, added, full)
    first = sessions_in_weeks(delay, added, full, min(weeks, MOST_WEEKS_OF_RAMP)) / full
    if weeks <= MOST_WEEKS_OF_RAMP:
        return _Collected(first, 1.0)
    return _Collected(first, first[-1] if first.shape[1] > 1 else float(first[-1, 0]))


def _or(value: Number | None, otherwise: float) -> Number:
    return otherwise if value is None else value
