"""How much longer missed sessions, weeks off and a smaller caseload make the way to a licence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from calc.number import Number
from calc.offers.licensure.asked import Asked
from calc.offers.licensure.pace import pace_of_year
from calc.offers.licensure.way import LicencePath, way_to_licence
from calc.scenario import LicenceInputs, Ramp, Scenario
from calc.year import hours
from calc.year.evaluate import Result

LOST_SHARES = ("late_cancelled_share", "missed_share")
WEEKS_OFF = ("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off")


@dataclass(frozen=True, slots=True)
class Delays:
    """Months on the way to a licence that each of these adds; None where either way has no end.

    `by_missed` is against every session held, `by_weeks_off` against 52 worked weeks, and
    `by_session_fewer` is what one session less booked a week adds (None where none is booked).
    The paths are the ways they were taken from.
    """

    path: LicencePath
    none_missed: LicencePath
    no_weeks_off: LicencePath
    session_fewer: LicencePath | None

    @property
    def by_missed(self) -> float | None:
        """Months added by late-cancelled and missed sessions."""
        return _months_between(self.none_missed, self.path)

    @property
    def by_weeks_off(self) -> float | None:
        """Months added by weeks off."""
        return _months_between(self.no_weeks_off, self.path)

    @property
    def by_session_fewer(self) -> float | None:
        """Months that one session less a week adds."""
        if self.session_fewer is None:
            return None
        return _months_between(self.path, self.session_fewer)


def delays(
    result: Result,
    asked: Asked,
    relational_share: Number,
    licence: LicenceInputs,
    ramp: Ramp | None = None,
) -> Delays:
    """What missed sessions, weeks off and a session fewer do to the way to a licence."""
    scenario = result.scenario

    def way(changes: Mapping[str, Any]) -> LicencePath:
        changed = scenario.with_values(changes)
        pace = pace_of_year(changed, hours.statement(changed), relational_share, licence)
        return way_to_licence(asked, pace, licence, ramp)

    rows = range(len(scenario.work.session_kinds))
    lost = {f"work.session_kinds.{row}.{name}": 0.0 for row in rows for name in LOST_SHARES}
    off = {f"work.time.{name}": 0.0 for name in WEEKS_OFF}
    fewer = _one_session_fewer(scenario)
    return Delays(way({}), way(lost), way(off), None if fewer is None else way(fewer))


def _one_session_fewer(scenario: Scenario) -> dict[str, float] | None:
    """One session a week less, of the kind booked most; None where none is booked."""
    booked = [float(kind.booked_per_week) for kind in scenario.work.session_kinds]
    if not booked or max(booked) < 1.0:
        return None
    place = int(np.argmax(booked))
    return {f"work.session_kinds.{place}.booked_per_week": booked[place] - 1.0}


def _months_between(shorter: LicencePath, longer: LicencePath) -> float | None:
    if shorter.months is None or longer.months is None:
        return None
    return longer.months - shorter.months
