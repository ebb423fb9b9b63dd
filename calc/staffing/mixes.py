"""Every mix of the kinds of post a clinic has: the best within its limits, and a floor's price.

What is tried is a choice of ours, told on the page: fewer sessions than a full diary, more pay.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing.best import BestPlan, TradeOff, best_plan, trade_off
from calc.staffing.packages import packages
from calc.staffing.relaxing import NoPlan
from calc.staffing.sessions import booked_of

FEWEST_SESSIONS = 14.0  # a week
SESSIONS_STEP = 2.0
PAY_FACTORS = (1.0, 1.05, 1.1, 1.15, 1.2, 1.25, 1.3)
MOST_KINDS = 8
FLOORS = 6  # of the curve, below and above where it starts
FLOOR_STEP = 2.0


@dataclass(frozen=True)
class Mixes:
    """The best mix or what stands in its way, and the most margin under each wage floor."""

    found: BestPlan | NoPlan
    curve: tuple[TradeOff, ...]


def kinds_of(posts: Sequence[Post]) -> list[Post]:
    """Posts that differ in more than their label and caseload, at most a few; owners apart."""
    found: dict[object, Post] = {}
    for post in posts:
        if post.owner or not booked_of(post) or not post.full_time_share:
            continue
        alike = (post.work.kind, post.licence, post.full_time_share, repr(post.work.pay))
        found.setdefault(alike, post)
    return list(found.values())[:MOST_KINDS]


def mixes(
    clinic: Clinic,
    wages_per_hour: Sequence[float],
    *,
    minimum_wage_per_hour: float | None = None,
    between: Callable[[], None] = lambda: None,
) -> Mixes:
    """Each kind of post at each caseload and level of pay, in every number; owners stay.

    `wages_per_hour` are those of today, as far as they are known: without a floor of the director's
    the curve is drawn around the lowest. There must be one, and a post of some kind. `between` is
    called before each step, so that a caller can let others go first or give up.
    """
    kinds = kinds_of(clinic.posts)
    staying = [post for post in clinic.posts if post.owner]
    fullest = max(booked_of(post) for post in kinds)
    fewer = np.arange(FEWEST_SESSIONS, fullest, SESSIONS_STEP)
    made = packages(clinic, kinds, [*map(float, fewer), fullest], PAY_FACTORS, between=between)
    found = best_plan(
        clinic,
        made,
        staying=staying,
        minimum_wage_per_hour=minimum_wage_per_hour,
        between=between,
    )
    start = (
        float(clinic.limits.wage_floor_per_hour) or min(wages_per_hour) // FLOOR_STEP * FLOOR_STEP
    )
    floors = [start + FLOOR_STEP * step for step in range(-FLOORS, FLOORS + 1)]
    curve = trade_off(
        clinic,
        made,
        [one for one in floors if one >= 0.0],
        staying=staying,
        minimum_wage_per_hour=minimum_wage_per_hour,
        between=between,
    )
    return Mixes(found, curve)
