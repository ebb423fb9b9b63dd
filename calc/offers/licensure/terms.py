"""The terms of a board, one by one: what is done, what a week brings, and the weeks still to go.

All of it also for draws.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.months.filling import sessions_in_weeks, weeks_of_ramp
from calc.number import FloatArray, Number, at_least_zero, where
from calc.offers.licensure.asked import Asked
from calc.offers.licensure.formulas import (
    NEVER,
    calendar_weeks,
    months_of_weeks,
    weeks_of_months,
    worked_weeks_in,
    worked_weeks_until,
)
from calc.offers.licensure.pace import Pace
from calc.scenario import FigureName, LicenceInputs, Ramp

TermUnit: TypeAlias = Literal["hours", "months", "weeks"]
MOST_WEEKS_OF_RAMP = 5_200  # a caseload that fills for a century: as it is then, it stays


@dataclass(frozen=True, slots=True)
class DrawnTerm:
    """A term whose weeks may be draws, and infinite."""

    name: FigureName
    unit: TermUnit
    needed: Number
    done: Number
    per_week: Number
    weeks: Number


@dataclass(frozen=True, slots=True)
class _Collected:
    """What counts in each of the first weeks, a row a week, and in every week after them."""

    first_weeks: FloatArray
    then: Number

    def times(self, amount: Number) -> _Collected:
        """As many times this amount."""
        return _Collected(self.first_weeks * amount, self.then * amount)

    def steady(self, amount: Number) -> _Collected:
        """This amount in each of the same weeks."""
        return _Collected(np.zeros_like(self.first_weeks) + amount, amount)

    def at_most(self, limit: Number) -> _Collected:
        """The same with a limit on each week."""
        return _Collected(np.minimum(self.first_weeks, limit), np.minimum(self.then, limit))

    def plus(self, other: _Collected) -> _Collected:
        """Both together."""
        return _Collected(self.first_weeks + other.first_weeks, self.then + other.then)


_Track: TypeAlias = tuple[Number, _Collected]  # what is done, and what a week brings


def terms_of(asked: Asked, pace: Pace, licence: LicenceInputs, ramp: Ramp) -> tuple[DrawnTerm, ...]:
    """The terms of a board, in the order of its figures; none for a figure that nobody stated."""
    filled = _share_filled(pace, ramp)
    way = _Way(
        asked,
        pace,
        licence,
        filled,
        direct=filled.times(pace.direct),
        other=filled.times(pace.with_sessions).plus(filled.steady(pace.other)),
        supervision=filled.steady(pace.supervision),
    )
    terms = (
        way.total_hours(),
        way.direct_hours(),
        way.relational_hours(),
        way.supervision_hours(),
        way.supervision_of_direct_hours(),
        way.months(),
        way.supervised_weeks(),
        way.direct_in_place_of_other(),
    )
    return tuple(term for term in terms if term is not None)


@dataclass(frozen=True, slots=True)
class _Way:
    """What is asked and done, and the hours that count in each week; a method for each term."""

    asked: Asked
    pace: Pace
    licence: LicenceInputs
    filled: _Collected
    direct: _Collected
    other: _Collected
    supervision: _Collected

    def total_hours(self) -> DrawnTerm | None:
        """Direct hours, and the others as far as a limit lets them count."""
        had = self.licence.done_direct_hours
        done_other = at_least_zero(self.licence.done_total_hours - had)
        counted = np.minimum(done_other, self._limit("most_other_hours"))
        limit = self._allowed_by_supervision(counted, self.other)
        both = self.direct.plus(self.other)
        return self._term("total_hours", self._needed("total_hours"), had + counted, both, limit)

    def direct_hours(self) -> DrawnTerm | None:
        """Hours with clients."""
        needed = self._needed("direct_hours")
        return self._term("direct_hours", needed, self.licence.done_direct_hours, self.direct)

    def relational_hours(self) -> DrawnTerm | None:
        """Hours with couples, families and groups."""
        needed, done = self._needed("relational_hours"), self.licence.done_relational_hours
        return self._term("relational_hours", needed, done, self.filled.times(self.pace.relational))

    def supervision_hours(self) -> DrawnTerm | None:
        """Hours of supervision."""
        needed, done = self._needed("supervision_hours"), self.licence.done_supervision_hours
        return self._term("supervision_hours", needed, done, self.supervision)

    def supervision_of_direct_hours(self) -> DrawnTerm | None:
        """The supervision that the direct hours need."""
        name: FigureName = "direct_hours_per_supervision_hour"
        ratio, direct = self._needed(name), self._needed("direct_hours")
        if ratio is None or direct is None:
            return None
        done = self.licence.done_supervision_hours
        return self._term(name, direct / ratio, done, self.supervision)

    def months(self) -> DrawnTerm | None:
        """Months of the calendar."""
        months, done = self._needed("least_months"), self.licence.done_months
        if months is None:
            return None
        rest = weeks_of_months(at_least_zero(months - done))
        return DrawnTerm("least_months", "months", months, done, months_of_weeks(1.0), rest)

    def supervised_weeks(self) -> DrawnTerm | None:
        """Worked weeks with supervision."""
        name: FigureName = "least_supervised_weeks"
        worked = self.pace.worked_weeks_per_year
        done = worked_weeks_in(weeks_of_months(self.licence.done_months), worked)
        each = self.filled.steady(where(np.greater(self.pace.supervision, 0.0), 1.0, 0.0))
        return self._term(name, self._needed(name), done, each, unit="weeks")

    def direct_in_place_of_other(self) -> DrawnTerm | None:
        """The direct hours that must stand in place of others, above the most that count."""
        total, most = self._needed("total_hours"), self._needed("most_other_hours")
        if total is None or most is None:
            return None
        instead, done = at_least_zero(total - most), self.licence.done_direct_hours
        limit = self._allowed_by_supervision(0.0, self.filled.steady(0.0))
        return self._term("most_other_hours", instead, done, self.direct, limit)

    def _needed(self, name: FigureName) -> Number | None:
        return self.asked.value(name)

    def _limit(self, name: FigureName) -> Number:
        most = self._needed(name)
        return NEVER if most is None else most

    def _allowed_by_supervision(self, had: Number, beside: _Collected) -> tuple[_Track, ...]:
        """The direct hours that supervision allows so far, with the other hours that count."""
        ratio = self._needed("direct_hours_per_supervision_hour")
        if ratio is None:
            return ()
        allowed = self.filled.steady(ratio * self.pace.supervision)
        return ((ratio * self.licence.done_supervision_hours + had, allowed.plus(beside)),)

    def _term(
        self,
        name: FigureName,
        needed: Number | None,
        done: Number,
        collected: _Collected,
        also: Sequence[_Track] = (),
        unit: TermUnit = "hours",
    ) -> DrawnTerm | None:
        """A term that is met once this track, and each of the others, has come to what it needs."""
        if needed is None:
            return None
        limit = self._limit("most_hours_per_week") if unit == "hours" else NEVER
        tracks = [(had, hours.at_most(limit)) for had, hours in ((done, collected), *also)]
        each, worked = _slowest(needed, tracks)
        weeks = calendar_weeks(worked, self.pace.worked_weeks_per_year)
        return DrawnTerm(name, unit, needed, done, each, weeks)


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
