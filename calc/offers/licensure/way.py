"""The way to a licence: how long each of a board's figures takes, and which of them decides."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.number import Number
from calc.offers.licensure.asked import Asked
from calc.offers.licensure.formulas import months_of_weeks, worked_weeks_in
from calc.offers.licensure.pace import Pace
from calc.offers.licensure.terms import DrawnTerm, TermUnit, terms_of
from calc.scenario import FigureName, LicenceInputs, Ramp


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
    terms = tuple(_told(term) for term in terms_of(asked, pace, licence, ramp or Ramp()))
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
    terms = terms_of(asked, pace, licence, ramp or Ramp())
    if licence.licensed:
        return 0.0
    longest: Number = np.nan
    for term in terms:
        longest = np.fmax(longest, term.weeks)
    return longest


def _told(term: DrawnTerm) -> Term:
    weeks = float(term.weeks)
    return Term(
        term.name,
        term.unit,
        float(term.needed),
        float(term.done),
        float(term.per_week),
        weeks if np.isfinite(weeks) else None,
    )
