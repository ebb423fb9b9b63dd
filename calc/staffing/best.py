"""The best plan under a director's limits, what a wage floor costs, and which limit to relax."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from calc.hours.paid import summed
from calc.parameters import Rules, load_rules
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.posts import Post
from calc.staffing.capacity import room_use
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.packages import Package
from calc.staffing.posts import PostResult, post_results
from calc.staffing.programme import (
    AT_LEAST,
    AT_MOST,
    TINY,
    Choice,
    LimitName,
    Programme,
    Row,
    Used,
    programme_of,
)

HALVES = 2


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
class Relaxation:
    """One limit as it was asked, and how far it would have to give way."""

    limit: LimitName
    asked: float
    needed: float


@dataclass(frozen=True, slots=True)
class NoPlan:
    """No plan keeps every limit.

    Each of `alone` would be enough by itself. Where none is, `together` are those that would have
    to give way at once. Shares of contractors, associates and interns are the director's to
    choose and never proposed: where they leave nobody, only fewer posts or sessions would do.
    """

    alone: tuple[Relaxation, ...]
    together: tuple[Relaxation, ...]


@dataclass(frozen=True, slots=True)
class TradeOff:
    """The most margin that a least true wage leaves; None where no plan has so high a floor."""

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
) -> BestPlan | NoPlan:
    """How many of each package bring the most margin within the clinic's limits.

    Limits are a least true wage (after the clinician's own taxes), a highest load, rooms, demand,
    supervision hours, numbers of posts and sessions, and the shares of contractors and of
    associates that the director set. `staying` are posts that are there anyway, such as an owner's:
    they use rooms and demand first. No employee is below the minimum wage.
    """
    search = _search(clinic, packages, rules, staying, minimum_wage_per_hour)
    floor, ceiling = _floor(clinic), _ceiling(clinic)
    choice = search.programme.solve(search.allowed(floor, ceiling))
    if choice is None:
        return _no_plan(search, floor, ceiling)
    return BestPlan(
        chosen=_chosen(search.programme, choice),
        result=_achieved(search, choice, minimum_wage_per_hour),
        binding=search.programme.binding(choice),
    )


def trade_off(
    clinic: Clinic,
    packages: Sequence[Package],
    floors: Sequence[float],
    rules: Rules | None = None,
    *,
    staying: Sequence[Post] = (),
    minimum_wage_per_hour: float | None = None,
) -> tuple[TradeOff, ...]:
    """The most margin for each least true wage, all other limits as they are."""
    search = _search(clinic, packages, rules, staying, minimum_wage_per_hour)
    points = []
    for floor in floors:
        choice = search.programme.solve(search.allowed(floor, _ceiling(clinic)))
        if choice is None:
            points.append(TradeOff(floor, None, 0))
        else:
            points.append(TradeOff(floor, search.margin(choice), sum(choice.counts)))
    return tuple(points)


@dataclass(frozen=True)
class _Search:
    clinic: Clinic
    rules: Rules
    programme: Programme
    staying: tuple[Post, ...]
    used: Used
    before: float
    administrator_cost: float
    minimum_wage: float | None

    def allowed(self, floor: float, ceiling: float) -> list[bool]:
        """Which packages keep the limits on a single clinician; no figure keeps none."""
        return [
            package.wage >= floor
            and package.load_score <= ceiling
            and (
                self.minimum_wage is None
                or package.contractor
                or package.result.earner.gross_per_hour >= self.minimum_wage
            )
            for package in self.programme.packages
        ]

    def margin(self, choice: Choice) -> float:
        """The margin in the books: forgone receipts of supervision are no cost there."""
        brought = [
            package.result.contribution * count
            for package, count in zip(self.programme.packages, choice.counts, strict=True)
        ]
        staff = self.administrator_cost * choice.administrators
        return float(summed([*brought, self.before]) - staff)


def _floor(clinic: Clinic) -> float:
    return float(clinic.limits.wage_floor_per_hour)


def _ceiling(clinic: Clinic) -> float:
    return float(clinic.limits.load_ceiling_points)


def _search(
    clinic: Clinic,
    packages: Sequence[Package],
    rules: Rules | None,
    staying: Sequence[Post],
    minimum_wage: float | None,
) -> _Search:
    rules = load_rules(clinic.tax_year) if rules is None else rules
    one = evaluate_clinic(
        clinic.with_values({"posts": (), "administration.administrators": 1.0}), rules
    )
    cost = float(one.administration.amount)
    stay = post_results(clinic, rules, staying, [post.label for post in staying])
    rooms = room_use(clinic, stay)
    used = Used(
        room_hours=rooms.hours_needed if rooms is not None else 0.0,
        clients=float(summed([_clients(clinic, post) for post in stay])),
        full_time_posts=float(summed([float(post.post.full_time_share) for post in stay])),
    )
    before = float(summed([post.contribution for post in stay]) - one.shared.amount)
    programme = programme_of(clinic, packages, cost, used)
    return _Search(clinic, rules, programme, tuple(staying), used, before, cost, minimum_wage)


def _clients(clinic: Clinic, post: PostResult) -> float:
    often = 1.0 if clinic.demand is None else float(clinic.demand.sessions_per_client_per_week)
    kinds = post.scenario.work.session_kinds
    return float(
        summed([kind.booked_per_week * kind.clients_per_session for kind in kinds]) / often
    )


def _chosen(programme: Programme, choice: Choice) -> tuple[Chosen, ...]:
    return tuple(
        Chosen(package, count)
        for package, count in zip(programme.packages, choice.counts, strict=True)
        if count
    )


def _achieved(search: _Search, choice: Choice, minimum_wage: float | None) -> ClinicResult:
    """The chosen posts as a clinic, evaluated as any other."""
    posts = list(search.staying)
    for one in _chosen(search.programme, choice):
        for _ in range(one.count):
            posts.append(with_changes(one.package.post, {"label": f"Post {len(posts) + 1}"}))
    clinic = search.clinic.with_values(
        {"posts": tuple(posts), "administration.administrators": float(choice.administrators)}
    )
    return evaluate_clinic(clinic, search.rules, minimum_wage_per_hour=minimum_wage)


def _no_plan(search: _Search, floor: float, ceiling: float) -> NoPlan:
    """Each limit that alone could give way, and how far; else those that must together."""
    allowed = search.allowed(floor, ceiling)
    alone = [
        *_numbers(search, allowed),
        *_wage(search, floor, ceiling),
        *_load(search, floor, ceiling),
    ]
    if alone:
        return NoPlan(tuple(alone), ())
    return NoPlan((), _together(search, floor, ceiling))


def _numbers(search: _Search, allowed: list[bool]) -> list[Relaxation]:
    """Numbers of rooms, people and hours, each of which alone could give way."""
    found = []
    for row in search.programme.rows:
        if row.name in (*AT_MOST, *AT_LEAST):
            choice = search.programme.solve(allowed, relaxed=(row.name,))
            if choice is not None:
                found.append(_given_way(search, row, choice.slack[0]))
    return found


def _given_way(search: _Search, row: Row, slack: float) -> Relaxation:
    """A limit as the director stated it, and as it would have to be."""
    used = {"rooms": search.used.room_hours, "demand": search.used.clients}.get(row.name, 0.0)
    if row.name in AT_LEAST:
        return Relaxation(row.name, row.low, row.low - slack)
    return Relaxation(row.name, row.high + used, row.high + used + slack)


def _wage(search: _Search, floor: float, ceiling: float) -> list[Relaxation]:
    """The highest least wage below the one asked that leaves a plan."""
    lower = {one.wage for one in search.programme.packages if one.wage < floor}
    found = _first(
        sorted(lower, reverse=True),
        lambda wage: search.programme.solve(search.allowed(wage, ceiling)) is not None,
    )
    return [] if found is None else [Relaxation("wage_floor", floor, found)]


def _load(search: _Search, floor: float, ceiling: float) -> list[Relaxation]:
    """The lowest highest load above the one asked that leaves a plan."""
    higher = {one.load_score for one in search.programme.packages if one.load_score > ceiling}
    found = _first(
        sorted(higher),
        lambda load: search.programme.solve(search.allowed(floor, load)) is not None,
    )
    return [] if found is None else [Relaxation("load_ceiling", ceiling, found)]


def _first(values: Sequence[float], enough: Callable[[float], bool]) -> float | None:
    """The first value that is enough, where all after it are too."""
    if not values or not enough(values[-1]):
        return None
    low, high = 0, len(values) - 1
    while low < high:
        middle = (low + high) // HALVES
        if enough(values[middle]):
            high = middle
        else:
            low = middle + 1
    return values[low]


def _together(search: _Search, floor: float, ceiling: float) -> tuple[Relaxation, ...]:
    """What must give way at once: numbers as little as can be, then the wage, then the load."""
    every = (*AT_MOST, *AT_LEAST)
    choice = search.programme.solve(search.allowed(-np.inf, np.inf), relaxed=every)
    # Nobody at all keeps every other row, and here each number may give way.
    assert choice is not None
    rows = [row for row in search.programme.rows if row.name in every]
    slack = dict(zip((row.name for row in rows), choice.slack, strict=True))
    found = [_given_way(search, row, slack[row.name]) for row in rows if slack[row.name] > TINY]
    wider = replace(search, programme=search.programme.widened(slack))
    wage: list[Relaxation] = []
    if wider.programme.solve(wider.allowed(floor, np.inf)) is None:
        wage = _wage(wider, floor, np.inf)
        floor = wage[0].needed
    load: list[Relaxation] = []
    if wider.programme.solve(wider.allowed(floor, ceiling)) is None:
        load = _load(wider, floor, ceiling)
    return (*found, *wage, *load)
