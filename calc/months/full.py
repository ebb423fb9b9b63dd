"""When a practice is full, how many enquiries that takes, what a year of clients tells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.months.counting import Counts
from calc.months.expected import expected_counts
from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK, parts_of
from calc.months.weeks import WeeksAhead, weeks_ahead
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.scenario import Scenario
from calc.scenario.ahead import Ahead
from calc.scenario.document import with_changes


@dataclass(frozen=True, slots=True)
class FullWhen:
    """The first week by which a share of the paths has been full; None: not in the weeks shown.

    `never_share` are the paths that are not full in any week.
    """

    weeks: tuple[int | None, ...]
    never_share: float


def full_when(counts: Counts, shares: Sequence[float]) -> FullWhen:
    """When so large shares of the paths have been full; of the expected path, its week."""
    first = np.sort(counts.first_full_week)
    places = [max(0, math.ceil(share * first.size) - 1) for share in shares]
    weeks = tuple(int(first[place]) if np.isfinite(first[place]) else None for place in places)
    return FullWhen(weeks, float(np.isinf(first).mean()))


def full_by_month(counts: Counts) -> tuple[int, ...]:
    """How many of the paths have been full by the end of each month, by its last whole week."""
    first = counts.first_full_week
    lasts = [parts_of(month) // PARTS_PER_WEEK for month in range(1, counts.plan.months + 1)]
    return tuple(int((first <= last).sum()) for last in lasts)


def month_of_week(week: int) -> int:
    """The month that a week begins in, both from 1.

    >>> month_of_week(35), month_of_week(49)
    (8, 12)
    """
    return (week - 1) * PARTS_PER_WEEK // PARTS_PER_MONTH + 1


def enquiries_to_be_full_by(scenario: Scenario, ahead: Ahead, month: int) -> float | None:
    """Enquiries a month with which the expected path is full by the end of a month.

    While places are free the caseload is a straight line in the enquiries. None where no number of
    them does it: no enquiry becomes a client, or fewer places can be held than make it full.
    """
    one = weeks_ahead(scenario, with_changes(ahead, {"enquiries_per_month": 1.0}))
    room = replace(one, places=np.where(one.places < one.full_from, one.places, np.inf))
    none = replace(room, intakes=np.zeros_like(one.intakes))
    most = parts_of(month) // PARTS_PER_WEEK  # whole weeks
    there = expected_counts(none).caseload[:most, 0]
    each = expected_counts(room).caseload[:most, 0] - there
    short = np.maximum(one.full_from - there, 0.0)
    held = one.places[:most] >= one.full_from
    able = held & ((each > 0.0) | (short == 0.0))
    if not able.any():
        return None
    return float((short[able] / np.where(each[able] > 0.0, each[able], 1.0)).min())


def enquiries_meant(plan: WeeksAhead, intake_share: float) -> float | None:
    """Enquiries of a mean month that a plan reckons with; None where none becomes a client."""
    return float(plan.intakes.sum()) / plan.months / intake_share if intake_share else None


@dataclass(frozen=True, slots=True)
class YearOfClients:
    """What starts and endings of twelve months tell, each with its standard error.

    Stays are None where nobody ended: then they are not known. `weeks_once_settled` follows from
    the stay and the two other answers; None where nobody settles, or where the stay is shorter.
    """

    intakes_per_month: float
    intakes_error: float
    stay_weeks: float | None
    stay_error: float | None
    weeks_once_settled: float | None


def year_of_clients(
    starts: int,
    endings: int,
    clients_now: int,
    early_ending_share: float,
    weeks_until_settled: float,
) -> YearOfClients:
    """Intakes and stays from who started and ended in the last twelve months, and who is here now.

    Stay = 52 x the mean of the clients then and now / endings, with an error of stay / sqrt of the
    endings. Present clients are not asked how long they have stayed: they are the long stayers.
    `ScenarioError` where more started than are here or ended.

    >>> found = year_of_clients(24, 25, 20, 0.35, 4.0)
    >>> (found.intakes_per_month, found.stay_weeks)
    (2.0, 42.64)
    """
    then = clients_now - starts + endings
    if then < 0:
        raise ScenarioError((Problem("starts", "too_large", starts, clients_now + endings),))
    per_month, error = starts / MONTHS_PER_YEAR, math.sqrt(starts) / MONTHS_PER_YEAR
    if not endings:
        return YearOfClients(per_month, error, None, None, None)
    ends = (then, clients_now)
    stay = WEEKS_PER_YEAR * sum(ends) / len(ends) / endings
    settled = 1.0 - early_ending_share
    once = (stay - weeks_until_settled) / settled if settled else 0.0
    known = once if once >= 1.0 else None
    return YearOfClients(per_month, error, stay, stay / math.sqrt(endings), known)
