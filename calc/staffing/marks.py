"""Marks: what a plan does to its people, said on the plan itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from calc.burnout import score_of_people
from calc.parameters import Rules
from calc.scenario import Employee
from calc.scenario.clinic import Clinic
from calc.scenario.clinic_ahead import Limits
from calc.staffing.posts import PostResult

MarkKind = Literal["over_load_ceiling", "below_wage_floor", "below_minimum_wage"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One clinician whom a plan puts on the wrong side of a limit: the figure and the limit.

    `over_load_ceiling` is in points of load, the wages in money an hour. A post on leave all year
    has no wage and no mark.
    """

    kind: MarkKind
    label: str
    value: float
    limit: float


def ceiling_points(limits: Limits, rules: Rules) -> float:
    """The highest load as a score: that of so many people of 100 where these are stated."""
    if limits.load_ceiling_people is None:
        return float(limits.load_ceiling_points)
    return float(score_of_people(limits.load_ceiling_people, rules))


def marks_of(
    clinic: Clinic, posts: Sequence[PostResult], rules: Rules, minimum_wage_per_hour: float | None
) -> tuple[Mark, ...]:
    """Every mark of a plan, post by post. The minimum wage is the law of employees alone."""
    ceiling = ceiling_points(clinic.limits, rules)
    return tuple(
        mark
        for post in posts
        for mark in _marks_of_post(clinic, post, ceiling, minimum_wage_per_hour)
    )


def _marks_of_post(
    clinic: Clinic, post: PostResult, ceiling: float, minimum: float | None
) -> Iterator[Mark]:
    earner, floor = post.earner, float(clinic.limits.wage_floor_per_hour)
    if earner.load_score > ceiling:
        yield Mark("over_load_ceiling", post.label, earner.load_score, ceiling)
    if earner.wage < floor:
        yield Mark("below_wage_floor", post.label, earner.wage, floor)
    employed = isinstance(post.scenario.work, Employee)
    if employed and minimum is not None and earner.gross_per_hour < minimum:
        yield Mark("below_minimum_wage", post.label, earner.gross_per_hour, minimum)
