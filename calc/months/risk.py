"""What many paths tell: how often money runs short, what has to be in the bank, who beats whom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from calc.months.course import HAIR, Course
from calc.number import FloatArray

SURE = 0.95  # 19 times in 20
SAFE = 0.05  # a chance of falling short that is taken
STEP = 100.0  # a reserve is shown rounded up to so much
TINY = 1e-9  # rounding of a rank and of hundreds
HALF = 0.5  # the distance from the middle of a range to its ends


@dataclass(frozen=True, slots=True)
class Reserve:
    """What has to be in the bank at the start so that it lasts in 19 of 20 paths, in money.

    `error` is how far another draw of as many paths may lie from it. `shown` is rounded up.
    """

    amount: float
    error: float
    paths: int

    @property
    def shown(self) -> float:
        """Rounded up to a hundred."""
        return math.ceil(self.amount / STEP - TINY) * STEP


def rank_of(paths: int, sure: float = SURE) -> int:
    """Which of so many shortfalls, the least first, holds in that share of the paths.

    >>> rank_of(2_000)
    1900
    """
    return max(1, math.ceil(sure * paths - TINY))


def shortfalls(course: Course) -> FloatArray:
    """How far each path's balance falls below what was there at the start, at its lowest."""
    opening = float(course.setting.ahead.opening_balance)
    return np.maximum(0.0, opening - course.lowest_balance)


def reserve_of(course: Course, sure: float = SURE) -> Reserve:
    """The k-th least of the paths' shortfalls, k = 0.95 n rounded up."""
    return reserve_for(shortfalls(course), sure)


def reserve_for(falls: FloatArray, sure: float = SURE) -> Reserve:
    """The k-th least of how far each path falls below its start, k = 0.95 n rounded up.

    Its error is half the distance between the shortfalls one standard deviation of the rank away.

    >>> found = reserve_for(np.arange(100.0))
    >>> found.amount, found.error
    (94.0, 3.0)
    """
    ordered = np.sort(falls)
    paths = ordered.size
    rank = rank_of(paths, sure)
    spread = math.ceil(math.sqrt(paths * sure * (1.0 - sure)))
    low, high = max(1, rank - spread), min(paths, rank + spread)
    error = float(ordered[high - 1] - ordered[low - 1]) * HALF
    return Reserve(float(ordered[rank - 1]), error, paths)


def held_by(course: Course, amount: float) -> float:
    """The share of paths whose balance an amount at the start would hold above 0."""
    return float((shortfalls(course) <= amount + HAIR).mean())


@dataclass(frozen=True, slots=True)
class Risk:
    """How the money of a plan fares over all paths; chances are shares of them.

    `by_month` is the chance that each month ends below 0.
    """

    ever_short: float
    short_months: float
    by_month: FloatArray
    months_below_needs: float
    any_below_needs: float
    reserve: Reserve
    three_months_hold: float


THREE_MONTHS = 3.0


def risk_of(course: Course) -> Risk:
    """The chances of falling short, and the reserve."""
    needs = course.setting.needs_per_month
    below = course.below_needs
    return Risk(
        ever_short=float(course.ever_short.mean()),
        short_months=float(course.short.sum(axis=0).mean()),
        by_month=course.short.mean(axis=1),
        months_below_needs=float(below.sum(axis=0).mean()),
        any_below_needs=float(below.any(axis=0).mean()),
        reserve=reserve_of(course),
        three_months_hold=held_by(course, THREE_MONTHS * needs),
    )


def quantiles(rows: FloatArray, in_hundred: Sequence[float]) -> FloatArray:
    """Of each month, what so many of 100 paths lie at or below: a row a month, a column each."""
    found: FloatArray = np.percentile(rows, in_hundred, axis=1).T
    return found


@dataclass(frozen=True, slots=True)
class Beats:
    """How often one plan ends better than another on the same luck, and by how much on average."""

    chance: float
    mean_difference: float


def beats(one: Course, other: Course) -> Beats:
    """Whether one plan ends with more: balance, less tax owed, with what insurers owe."""
    return beaten(one.worth_at_end, other.worth_at_end)


def beaten(one: FloatArray, other: FloatArray) -> Beats:
    """How often one of two ends on the same luck is the larger, and by how much on average."""
    difference = one - other
    return Beats(float((difference > 0.0).mean()), float(difference.mean()))
