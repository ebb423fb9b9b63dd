"""What a practice collects towards a licence in a worked week."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.number import MINUTES_PER_HOUR, Number, added, at_least_zero, where
from calc.scenario import Bucket, LicenceInputs, Scenario
from calc.statements import Year
from calc.year.evaluate import Result
from calc.year.hours.formulas import hours_of_sessions

# Work that counts beside client hours. Waiting, marketing and travel do not.
OTHER: tuple[Bucket, ...] = (
    "administration",
    "meetings",
    "training",
    "supervision_received",
    "supervision_given",
)
WITH_SESSIONS: tuple[Bucket, ...] = ("notes", "billing")


@dataclass(frozen=True, slots=True)
class Pace:
    """Hours that count, per worked week.

    `direct` are sessions held, a group once, and `relational` the part of them with couples,
    families or groups. `with_sessions` are notes and billing, which follow the sessions; `other`
    are administration, meetings, training, supervision and consultation. `supervision` is the
    supervision received among them. `booked` are the sessions booked of a full caseload.
    """

    direct: Number
    relational: Number
    with_sessions: Number
    other: Number
    supervision: Number
    booked: Number
    worked_weeks_per_year: Number

    @property
    def counted(self) -> Number:
        """All hours that count."""
        return self.direct + self.with_sessions + self.other


def pace_of(result: Result, relational_share: Number, licence: LicenceInputs) -> Pace:
    """What a practice collects towards a licence in a worked week."""
    return pace_of_year(result.scenario, result.year, relational_share, licence)


def pace_of_year(
    scenario: Scenario, year: Year, relational_share: Number, licence: LicenceInputs
) -> Pace:
    """The same from the hours of a year alone, for which no tax is needed.

    A session that counts as an hour takes the missing minutes from its own notes and billing: no
    minute counts twice.
    """
    weeks = year.worked_weeks.amount
    minutes = [kind.minutes_per_session for kind in scenario.work.session_kinds]
    held = [kind.held.amount for kind in year.kinds]
    if licence.session_counts_as_hour:
        minutes = [np.maximum(own, MINUTES_PER_HOUR) for own in minutes]
    direct = added(map(hours_of_sessions, held, minutes))
    beyond = direct - year.buckets["sessions"].amount
    after = _hours(year, WITH_SESSIONS)
    per_week = _per_week(direct, weeks)
    return Pace(
        direct=per_week,
        relational=per_week * relational_share,
        with_sessions=_per_week(at_least_zero(after - beyond), weeks),
        other=_per_week(_hours(year, OTHER), weeks),
        supervision=scenario.support.supervision_hours_per_week,
        booked=_per_week(year.booked.amount, weeks),
        worked_weeks_per_year=weeks,
    )


def _hours(year: Year, buckets: tuple[Bucket, ...]) -> Number:
    return added(year.buckets[name].amount for name in buckets)


def _per_week(amount: Number, weeks: Number) -> Number:
    """An amount a year per worked week; 0 where no week is worked."""
    some = np.greater(weeks, 0.0)
    return where(some, amount / where(some, weeks, 1.0), 0.0)
