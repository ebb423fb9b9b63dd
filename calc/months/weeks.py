"""The weeks of a plan before anybody comes: places, chances, seasons and weeks away.

All of it is settled here, once; `calc.months.counting` then only counts people through these weeks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.months.closed_forms import (
    WeeklyChances,
    enquiries_to_stand_still,
    mean_stay_weeks,
    weekly_chances,
)
from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK, parts_of
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, added, ratio_of
from calc.scenario import Employee, Scenario, SessionKind, places_of
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import Holiday

PAYERS = ("private", "insurer")
ROUND = 0.5  # half a client is one
HAIR = 1e-9  # sums of shares may miss a whole number by so much


@dataclass(frozen=True, slots=True)
class Payer:
    """The sessions that share a payer: their part of all booked, and how a booked one ends.

    `late_charged_share` is of lost sessions; `missed_charged_share` of those lost sessions that are
    not charged as cancelled late.
    """

    name: str
    share: float
    lost_share: float
    late_charged_share: float
    missed_charged_share: float


@dataclass(frozen=True, slots=True)
class WeeksAhead:
    """What each week holds before chance: rows are weeks, columns of `intakes` are payers.

    `places` are those that can be held, `worked_share` is of a usual week, `sessions_per_client` of
    this one; on leave (`on_leave`, from `leave_begins`, when `leaving_share` go) nobody moves.
    `insurers_from` is the first week, from 0, in which an insurer's client can begin.
    """

    months: int
    payers: tuple[Payer, ...]
    full_places: int
    full_from: float
    clients_at_start: float
    new_share_at_start: float
    chances: WeeklyChances
    intakes: FloatArray
    places: FloatArray
    worked_share: FloatArray
    sessions_per_client: FloatArray
    on_leave: tuple[bool, ...]
    leave_begins: dict[int, float]
    enquiries_kept: tuple[bool, ...]
    waitlist: bool
    give_up_share: float
    insurers_from: int
    illness_chance: float
    illness_weeks: int
    shock_chance: float
    shock_lost_share: float

    @property
    def weeks(self) -> int:
        """How many weeks there are, the last perhaps cut."""
        return len(self.places)


def weeks_ahead(scenario: Scenario, ahead: Ahead) -> WeeksAhead:
    """The weeks of a practice, as its plan and what lies ahead of it say.

    `ScenarioError` for an employee, who holds no places, for a row of numbers, and for a plan
    without a session.
    """
    if isinstance(scenario.work, Employee):
        raise ScenarioError((Problem("ahead", "not_supported", "employee"),))
    return weeks_of_caseload(scenario, ahead)


def weeks_of_caseload(scenario: Scenario, ahead: Ahead) -> WeeksAhead:
    """The weeks of anybody's caseload, of one that an employer fills too.

    `ScenarioError` for a row of numbers, and for a plan without a session.
    """
    payers, booked = _payers_of(scenario)
    frequency = float(ahead.sessions_per_client_per_week)
    full_places = places_of(booked, frequency)
    phases = (ahead.early_ending_share, ahead.weeks_until_settled, ahead.weeks_once_settled)
    early, until, once = map(float, phases)
    stay = mean_stay_weeks(early, until, once)
    weeks = -(-parts_of(ahead.months) // PARTS_PER_WEEK)
    still = enquiries_to_stand_still(full_places, stay, 1.0)
    asking = ahead.enquiries_per_month
    intakes = still if asking is None else float(asking) * float(ahead.intake_share)
    per_week = intakes * MONTHS_PER_YEAR / WEEKS_PER_YEAR * _season(ahead, ahead.enquiry_season)
    on_leave, begins, kept = _leaves(ahead, weeks)
    worked = _worked_share(scenario, ahead, weeks, on_leave)
    now = ahead.clients_at_start
    return WeeksAhead(
        months=ahead.months,
        payers=payers,
        full_places=full_places,
        full_from=float(ahead.full_share) * full_places * (1.0 - HAIR),
        clients_at_start=float(full_places if now is None else now),
        new_share_at_start=until / stay,
        chances=weekly_chances(early, until, once),
        intakes=per_week[:, None] * np.array([payer.share for payer in payers]),
        places=_places(ahead, full_places, weeks),
        worked_share=worked,
        sessions_per_client=booked / full_places * worked * _season(ahead, ahead.booking_season),
        on_leave=on_leave,
        leave_begins=begins,
        enquiries_kept=kept,
        waitlist=ahead.waitlist,
        give_up_share=float(ahead.waiting_leave_share_per_week),
        insurers_from=ahead.credentialing_weeks,
        illness_chance=in_a_week(float(ahead.illness_chance_per_year)),
        illness_weeks=ahead.illness_weeks,
        shock_chance=in_a_week(float(ahead.shock_chance_per_year)),
        shock_lost_share=float(ahead.shock_lost_share),
    )


def first_week_of(month: int) -> int:
    """The first week that begins in a month, weeks from 0 and months from 1.

    >>> first_week_of(1), first_week_of(8)
    (0, 31)
    """
    return -(-PARTS_PER_MONTH * (month - 1) // PARTS_PER_WEEK)


def in_a_week(chance_per_year: float) -> float:
    """A week's chance, by which the year's comes out.

    >>> round(in_a_week(0.25), 6)
    0.005517
    """
    return float(1.0 - (1.0 - chance_per_year) ** (1.0 / WEEKS_PER_YEAR))


def _payers_of(scenario: Scenario) -> tuple[tuple[Payer, ...], float]:
    """The payers there are sessions of, and all sessions booked a week."""
    work = scenario.work
    booked = added(kind.booked_per_week for kind in work.session_kinds)
    if np.ndim(booked) or np.ndim(work.time.weeks_off):
        raise ScenarioError((Problem("work", "not_supported", "a row of numbers"),))
    if not booked:
        raise ScenarioError((Problem("work.session_kinds.0.booked_per_week", "no_sessions", 0.0),))
    return payers_of(work.session_kinds), float(booked)


def payers_of(every: Sequence[SessionKind]) -> tuple[Payer, ...]:
    """The payers of some kinds of session, none of them where nothing is booked."""
    booked = float(added(kind.booked_per_week for kind in every))
    found = []
    for name in PAYERS:
        kinds = [kind for kind in every if kind.payer == name]
        sums = np.zeros(len(PAYERS) + len(PAYERS))
        for kind in kinds:
            late, missed = float(kind.late_cancelled_share), float(kind.missed_share)
            late_charged = late * float(kind.late_cancelled_charged_share)
            missed_charged = missed * float(kind.missed_charged_share)
            sums += float(kind.booked_per_week) * np.array(
                [1.0, late + missed, late_charged, missed_charged]
            )
        of_payer, lost, late_charged, missed_charged = (float(one) for one in sums)
        if of_payer:
            found.append(
                Payer(
                    name,
                    float(of_payer / booked),
                    lost / of_payer,
                    _share(late_charged, lost),
                    _share(missed_charged, lost - late_charged),
                )
            )
    return tuple(found)


def _share(part: float, whole: float) -> float:
    """A part of a whole, at most all; none of nothing."""
    return min(1.0, part / whole) if part else 0.0


def _parts(weeks: int, months: int) -> list[slice]:
    """The thirds of each week that lie in the plan."""
    ends = [min(PARTS_PER_WEEK * week, parts_of(months)) for week in range(weeks + 1)]
    return [slice(start, end) for start, end in pairwise(ends)]


def _season(ahead: Ahead, factors: tuple[object, ...]) -> FloatArray:
    """The factor of each week: the mean of its thirds', each of its calendar month."""
    of_year = np.array(factors, dtype=np.float64)
    of_year = of_year / of_year.mean()
    start = ahead.starts_on.month - 1 if ahead.starts_on else 0
    month = np.arange(parts_of(ahead.months)) // PARTS_PER_MONTH
    by_part = of_year[(month + start) % len(of_year)]
    weeks = -(-len(by_part) // PARTS_PER_WEEK)
    return np.array([by_part[part].mean() for part in _parts(weeks, ahead.months)])


def _places(ahead: Ahead, full_places: int, weeks: int) -> FloatArray:
    """The places that can be held in each week: from a row's month on, so many."""
    share = np.ones(weeks)
    for row in sorted(ahead.job, key=lambda row: (row.month, float(row.places_share))):
        share[first_week_of(row.month) :] = float(row.places_share)
    return np.floor(full_places * share + ROUND + HAIR)


def _holiday_parts(ahead: Ahead, weeks: int) -> FloatArray:
    """The part of each week that is on a dated holiday; what lies after the plan is left out."""
    away = np.zeros(weeks)
    for row in ahead.away:
        if isinstance(row, Holiday):
            every = int(MONTHS_PER_YEAR) if row.every_year else ahead.months
            for month in range(row.month, ahead.months + 1, every):
                since = np.arange(weeks) - first_week_of(month)
                part = np.clip(float(row.weeks) - since, 0.0, 1.0)
                away += np.where(since >= 0, part, 0.0)
    return np.minimum(away, 1.0)


def _worked_share(
    scenario: Scenario, ahead: Ahead, weeks: int, on_leave: tuple[bool, ...]
) -> FloatArray:
    """How much of a usual week is worked: weeks off without a date are spread over the others."""
    dated = _holiday_parts(ahead, weeks)
    year = int(WEEKS_PER_YEAR)
    base = np.empty(weeks)
    for start in range(0, weeks, year):
        left = WEEKS_PER_YEAR - float(dated[start : start + year].sum())
        worked = WEEKS_PER_YEAR - float(scenario.work.time.weeks_off)
        base[start : start + year] = min(1.0, float(np.nan_to_num(ratio_of(worked, left))))
    return np.where(on_leave, 0.0, base * (1.0 - dated))


def _leaves(
    ahead: Ahead, weeks: int
) -> tuple[tuple[bool, ...], dict[int, float], tuple[bool, ...]]:
    """Weeks on leave, the share of clients lost as one begins, and whether enquiries are kept.

    Where two leaves overlap, the first goes on; the second takes its clients as it begins.
    """
    on, kept = [False] * weeks, [True] * weeks
    begins: dict[int, float] = {}
    for row in ahead.away:
        if not isinstance(row, Holiday) and row.weeks:
            first = first_week_of(row.month)
            returning = (1.0 - begins.get(first, 0.0)) * float(row.clients_return_share)
            begins[first] = 1.0 - returning
            for week in range(first, min(weeks, first + row.weeks)):
                on[week] = True
                kept[week] &= row.enquiries_kept
    return tuple(on), begins, tuple(kept)
