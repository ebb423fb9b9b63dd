"""Ways from a job to a practice: leave now, half-time first, keep it; and the day to leave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from calc.months.counting import Counts
from calc.months.course import course_of
from calc.months.expected import expected_counts
from calc.months.paths import Luck, counts_of_paths
from calc.months.risk import SAFE, Reserve, reserve_of
from calc.months.setting import setting_of
from calc.number import MONTHS_PER_YEAR
from calc.parameters import Rules
from calc.scenario import Scenario, ahead_of
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import Job
from calc.scenario.document import with_changes

YEAR = int(MONTHS_PER_YEAR)


def leaving_in(ahead: Ahead, month: int) -> Ahead:
    """The same with the job left from a month on; until then as its rows say, or in full."""
    before = [row for row in ahead.job if row.month < month]
    if month > 1 and not before:
        before = [Job(month=1)]
    return with_changes(ahead, {"job": (*before, Job(month=month, share=0.0))})


def keeping(ahead: Ahead, places_share: float, health_cover: bool) -> Ahead:
    """The same with the whole job kept, and so many of the places beside it."""
    row = Job(month=1, share=1.0, places_share=places_share, health_cover=health_cover)
    return with_changes(ahead, {"job": (row,)})


def not_leaving(ahead: Ahead) -> Ahead:
    """The same with the job as it is before it is left: what the day to leave is asked of."""
    return with_changes(ahead, {"job": tuple(row for row in ahead.job if float(row.share))})


def part_time_until(
    ahead: Ahead, month: int, share: float, places_share: float, health_cover: bool
) -> Ahead:
    """The same with a part of the job until a month, from which on it is left."""
    row = Job(month=1, share=share, places_share=places_share, health_cover=health_cover)
    return with_changes(ahead, {"job": (row, Job(month=month, share=0.0))})


@dataclass(frozen=True, slots=True)
class LeavingIn:
    """The job left from a month on: the chance of ever falling short, and what has to be saved."""

    month: int
    ever_short: float
    reserve: Reserve


@dataclass(frozen=True, slots=True)
class DayToLeave:
    """Every month in which the job can be left so that a year after it is seen.

    `month` is the first from which it and all later ones keep at most 5 of 100 paths from lasting;
    None where there is none.
    """

    candidates: tuple[LeavingIn, ...]
    month: int | None


def leaving_months(ahead: Ahead) -> range:
    """The months in which the job can be left so that a year after it is seen."""
    return range(1, ahead.months - YEAR + 2)


def leaving(scenario: Scenario, rules: Rules, luck: Luck) -> Iterator[LeavingIn]:
    """Each month of leaving in turn, on the same luck; counts are shared where places are."""
    ahead = ahead_of(scenario)
    known: dict[bytes, Counts] = {}
    for month in leaving_months(ahead):
        setting = setting_of(scenario, leaving_in(ahead, month), rules)
        places = setting.plan.places.tobytes()
        if places not in known:
            known[places] = counts_of_paths(setting.plan, luck)
        counts = known[places]
        expected = None
        if ahead.tax_payments != "as_earned":
            expected = course_of(setting, expected_counts(setting.plan)).years
        course = course_of(setting, counts, expected)
        yield LeavingIn(month, float(np.mean(course.ever_short)), reserve_of(course))


def day_to_leave(scenario: Scenario, rules: Rules, luck: Luck) -> DayToLeave:
    """The first month from which leaving the job, then or later, is held by what is in the bank.

    It is a scan: the chance does not fall with every month one waits (places held beside the job,
    April, premium).
    """
    found = tuple(leaving(scenario, rules, luck))
    return DayToLeave(found, first_held(found))


def first_held(candidates: tuple[LeavingIn, ...]) -> int | None:
    """The first of the months from which all keep the chance of falling short small enough."""
    first = None
    for one in reversed(candidates):
        if one.ever_short > SAFE:
            break
        first = one.month
    return first
