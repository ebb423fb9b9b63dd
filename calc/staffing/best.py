"""The best plan under a director's limits, what a wage floor costs, and which limit to relax."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calc.parameters import Rules
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.packages import Package
from calc.staffing.programme import (
    Choice,
    LimitName,
    Programme,
)
from calc.staffing.relaxing import NoPlan, no_plan
from calc.staffing.search import Search, ceiling_of, floor_of, search_of


@dataclass(frozen=True, slots=True)
class Chosen:
    """A package of the best plan, and how many posts of it."""

    package: Package
    count: int


@dataclass(frozen=True)
class BestPlan:
    """The most margin within the limits, evaluated again as a clinic of its own.

    `result` is that clinic, with the administrators its posts need: its margin, wages and loads are
    what is reported. `binding` are the limits used to the last package. Forgone receipts of
    supervision were counted in the choice.
    """

    chosen: tuple[Chosen, ...]
    result: ClinicResult
    binding: tuple[LimitName, ...]


@dataclass(frozen=True, slots=True)
class TradeOff:
    """The most margin that a least true wage leaves; None where no plan has so high a floor.

    Plans are chosen after the receipts that supervision forgoes; `margin` is before them.
    """

    wage_floor_per_hour: float
    margin: float | None
    posts: int


def best_plan(
    clinic: Clinic,
    packages: Sequence[Package],
    rules: Rules | None = None,
    *,
    staying: Sequence[Post] = (),
    minimum_wage_per_hour: float | None = None,
    between: Callable[[], None] = lambda: None,
) -> BestPlan | NoPlan:
    """How many of each package bring the most margin within the clinic's limits.

    Limits are a least true wage (after the clinician's own taxes), a highest load, rooms, demand,
    supervision hours, numbers of posts and sessions, and the shares of contractors and of
    associates that the director set. `staying` are posts that are there anyway, such as an owner's:
    they use rooms, demand and supervision first. No employee is below the minimum wage. `between`
    is called before each step of the search, so that a caller can let others go first or give up.
    """
    search = search_of(clinic, packages, rules, staying, minimum_wage_per_hour, between)
    floor, ceiling = floor_of(clinic), ceiling_of(search)
    allowed = search.allowed(floor, ceiling)
    choice = search.programme.solve(allowed)
    if choice is None:
        return no_plan(search, floor, ceiling)
    return BestPlan(
        chosen=_chosen(search.programme, choice),
        result=_achieved(search, choice, minimum_wage_per_hour),
        binding=search.programme.binding(choice, allowed),
    )


def trade_off(
    clinic: Clinic,
    packages: Sequence[Package],
    floors: Sequence[float],
    rules: Rules | None = None,
    *,
    staying: Sequence[Post] = (),
    minimum_wage_per_hour: float | None = None,
    between: Callable[[], None] = lambda: None,
) -> tuple[TradeOff, ...]:
    """The most margin for each least true wage, all other limits as they are.

    `between` is called before each floor, so that a caller can let others go first or give up.
    """
    search = search_of(clinic, packages, rules, staying, minimum_wage_per_hour, between)
    points = []
    for floor in floors:
        choice = search.programme.solve(search.allowed(floor, ceiling_of(search)))
        if choice is None:
            points.append(TradeOff(floor, None, 0))
        else:
            points.append(TradeOff(floor, search.margin(choice), sum(choice.counts)))
    return tuple(points)


def _chosen(programme: Programme, choice: Choice) -> tuple[Chosen, ...]:
    return tuple(
        Chosen(package, count)
        for package, count in zip(programme.packages, choice.counts, strict=True)
        if count
    )


def _achieved(search: Search, choice: Choice, minimum_wage: float | None) -> ClinicResult:
    """The chosen posts as a clinic, evaluated as any other."""
    posts = list(search.staying)
    for one in _chosen(search.programme, choice):
        for _ in range(one.count):
            posts.append(with_changes(one.package.post, {"label": f"Post {len(posts) + 1}"}))
    clinic = search.clinic.with_values(
        {"posts": tuple(posts), "administration.administrators": float(choice.administrators)}
    )
    return evaluate_clinic(clinic, search.rules, minimum_wage_per_hour=minimum_wage)
