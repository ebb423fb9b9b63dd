"""The best plan that keeps everybody: their sessions and pay are moved within bounds.

Steps are a choice of ours: whole sessions, and pay in amounts that a letter would name.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from calc.number import FloatArray
from calc.parameters import Rules, load_rules
from calc.questions.pay import paid_by, pay_path, times_paid
from calc.scenario import SplitOfCollections
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.pay import Pay
from calc.scenario.posts import Post
from calc.staffing.capacity import clients_of, room_hours_of
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.packages import Package
from calc.staffing.posts import PostResult, post_results
from calc.staffing.programme import TINY, Choice, LimitName, Row
from calc.staffing.receipts_taxes import receipts_tax
from calc.staffing.search import Search, ceiling_of, floor_of, search_of
from calc.staffing.sessions import booked_of, times_booked

MOST_MOVE = 0.15  # of the sessions and of the pay of each, unless another bound is asked for
PAY_STEPS = {"salary": 500.0, "hourly": 0.25, "per_session": 1.0, "split": 0.005}
MOST_STEPS = 20  # of pay
LEAST_STEPS = 3  # of each in a clinic of many
MANY = 24
CENT = 0.01  # by which a step must be better than the one before, so that nothing moves for nothing
SHARED: tuple[LimitName, ...] = ("rooms", "demand", "least_sessions_per_week")


@dataclass(frozen=True, slots=True)
class Within:
    """How far each post may be moved, as shares of its sessions and of its pay today."""

    fewer_sessions_share: float = MOST_MOVE
    more_sessions_share: float = 0.0
    more_pay_share: float = MOST_MOVE


@dataclass(frozen=True, slots=True)
class Moved:
    """One post as it is and as the plan has it.

    Sessions are those really booked in a week; pay is what its form is headed by, the first of
    several rates. `cost_of_sessions` and `cost_of_pay` are what the clinic has less in a year.
    """

    label: str
    before: PostResult
    after: PostResult
    sessions: tuple[float, float]
    pay: tuple[float, float]
    cost_of_sessions: float
    cost_of_pay: float


@dataclass(frozen=True)
class KeptPlan:
    """Everybody stays; `moves` are the posts that change, `result` is the clinic evaluated again.

    Where the limits cannot be kept within the bounds, each post comes as near as it can: `reached`
    says so, and the marks and bindings of `result` say what is missed.
    """

    moves: tuple[Moved, ...]
    result: ClinicResult

    @property
    def reached(self) -> bool:
        """Whether every limit on people, rooms and demand is kept."""
        short = any(one.resource in SHARED for one in self.result.bindings)
        return not self.result.marks and not short


@dataclass(frozen=True, slots=True)
class _Option:
    """One way a post could be: its place, the post, the sessions booked, and its pay."""

    place: int
    post: Post
    sessions: float
    pay: float


def keep_everybody(
    clinic: Clinic,
    within: Within | None = None,
    rules: Rules | None = None,
    *,
    minimum_wage_per_hour: float | None = None,
    between: Callable[[], None] = lambda: None,
) -> KeptPlan:
    """The most margin within the limits with the same people, nobody at a lower rate of pay.

    Owners, and posts without sessions, share or pay, stay as they are. `between` is called at
    each post and each batch, so that a caller can let others go first or give up.
    """
    within = Within() if within is None else within
    rules = load_rules(clinic.tax_year) if rules is None else rules
    movable = [place for place, post in enumerate(clinic.posts) if _movable(post)]
    steps = max(MOST_STEPS * MANY // max(len(movable), MANY), LEAST_STEPS)
    options: list[_Option] = []
    for place in movable:
        between()
        options.extend(_options(clinic.posts[place], place, within, steps))
    made = _packages(clinic, rules, options, between)
    staying = [post for place, post in enumerate(clinic.posts) if place not in movable]
    search = search_of(clinic, made, rules, staying, minimum_wage_per_hour, between)
    chosen = _chosen(_with_everybody(search, movable), movable)
    posts = list(clinic.posts)
    for at in chosen:
        posts[options[at].place] = options[at].post
    found = clinic.with_values({"posts": tuple(posts)})
    result = evaluate_clinic(found, rules, minimum_wage_per_hour=minimum_wage_per_hour)
    rate = _tax_rate(result, [(made[at].result, _as_it_is(options, made, at)) for at in chosen])
    moves = tuple(_moved(clinic, options, made, at, rate) for at in chosen)
    return KeptPlan(tuple(move for move in moves if move is not None), result)


def _movable(post: Post) -> bool:
    has_sessions = bool(booked_of(post) and post.full_time_share)
    return not post.owner and has_sessions and post.work.pay is not None


def _options(post: Post, place: int, within: Within, steps: int) -> Iterator[_Option]:
    """Every caseload at every pay; the first is the post as it is."""
    assert post.work.pay is not None
    booked = booked_of(post) * float(post.full_time_share)
    fewest, most = (
        booked * (1.0 + share)
        for share in (-within.fewer_sessions_share, within.more_sessions_share)
    )
    whole = range(math.ceil(fewest - TINY), math.floor(most + TINY) + 1)
    others = sorted((float(one) for one in whole if one != booked), key=lambda n: abs(n - booked))
    for sessions in (booked, *others):
        same = post if sessions == booked else times_booked(post, sessions / booked)
        for amount, change in _pays(post.work.pay, within.more_pay_share, steps):
            yield _Option(place, with_changes(same, change) if change else same, sessions, amount)


def _pays(pay: Pay, more: float, steps: int) -> Iterator[tuple[float, dict[str, Any]]]:
    """The pay as it is and every step above it, as far as it may go."""
    now = float(paid_by(pay))
    yield now, {}
    step = PAY_STEPS[pay.kind]  # type: ignore[attr-defined]
    most = now * (1.0 + more) + TINY
    if isinstance(pay, SplitOfCollections):
        most = min(most, 1.0)
    step *= max(math.ceil((most - now) / step / steps), 1)
    for count in range(math.floor(now / step + TINY) + 1, math.floor(most / step) + 1):
        amount = count * step
        stepped = isinstance(pay, SplitOfCollections) and bool(pay.steps)
        several = stepped or (isinstance(pay.rate, tuple) and len(pay.rate) > 1)
        one = (amount,) if isinstance(pay.rate, tuple) else amount
        yield amount, dict(times_paid(pay, amount / now)) if several else {pay_path(pay): one}


def _packages(
    clinic: Clinic, rules: Rules, options: Sequence[_Option], between: Callable[[], None]
) -> tuple[Package, ...]:
    """Each option with what it takes and leaves; posts alike but for their label are one."""
    alike = [one.post.model_dump_json(exclude={"label"}) for one in options]
    first = {form: place for place, form in reversed(list(enumerate(alike)))}
    different = sorted(first.values())
    posts = [options[place].post for place in different]
    found = post_results(clinic, rules, posts, [post.label for post in posts], between=between)
    known = dict(zip(different, found, strict=True))
    return tuple(
        Package(
            template=option.place,
            post=option.post,
            result=known[first[form]],
            sessions_per_week=option.sessions,
            pay_factor=1.0,
            clients=clients_of(clinic, known[first[form]]),
            room_hours=room_hours_of(clinic, known[first[form]]),
        )
        for option, form in zip(options, alike, strict=True)
    )


def _with_everybody(search: Search, movable: Sequence[int]) -> Search:
    """The limits that people who stay can miss, and each post exactly once."""
    packages = search.programme.packages
    templates = [package.template for package in packages]
    steps = [at - templates.index(place) for at, place in enumerate(templates)]
    left = [
        package.result.contribution - CENT * step
        for package, step in zip(packages, steps, strict=True)
    ]
    rows = [row for row in search.programme.rows if row.name in SHARED]
    for place in movable:
        one = [float(template == place) for template in templates]
        rows.append(Row("everybody", np.array([*one, 0.0, 0.0]), 1.0, 1.0))
    worth: FloatArray = np.array([*left, 0.0, 0.0])
    return replace(search, programme=replace(search.programme, worth=worth, rows=tuple(rows)))


def _chosen(search: Search, movable: Sequence[int]) -> list[int]:
    """The option of each post: the most margin within the limits, or as near as can be."""
    packages, programme = search.programme.packages, search.programme
    short = [_short(search, package) for package in packages]
    least = dict.fromkeys(movable, math.inf)
    for package, by in zip(packages, short, strict=True):
        least[package.template] = min(least[package.template], by)
    allowed = [
        by <= least[package.template] + TINY for package, by in zip(packages, short, strict=True)
    ]
    found = programme.solve(allowed)
    if found is None:
        slack = programme.solve(allowed, relaxed=SHARED)
        assert slack is not None
        names = [row.name for row in programme.rows if row.name in SHARED]
        wider = programme.widened(dict(zip(names, slack.slack, strict=True)))
        found = wider.solve(allowed)
    assert found is not None
    return _places(found)


def _places(choice: Choice) -> list[int]:
    return [place for place, count in enumerate(choice.counts) if count]


def _short(search: Search, package: Package) -> float:
    """By how much of a limit a post misses it, all limits on one person together."""
    floor, ceiling, least = floor_of(search.clinic), ceiling_of(search), search.minimum_wage
    short = [_below(package.wage, floor), _below(-package.load_score, -ceiling)]
    if least is not None and not package.contractor:
        short.append(_below(package.result.earner.gross_per_hour, least))
    return math.fsum(short)


def _below(value: float, least: float) -> float:
    """How far a figure is below its limit, as a share of it."""
    return max(least - value, 0.0) / max(abs(least), 1.0) if math.isfinite(value) else 0.0


def _as_it_is(options: Sequence[_Option], made: Sequence[Package], at: int) -> PostResult:
    """The post of an option as it is today: the first of its place."""
    place = options[at].place
    return next(
        package.result
        for option, package in zip(options, made, strict=True)
        if option.place == place
    )


def _tax_rate(result: ClinicResult, now_and_was: Sequence[tuple[PostResult, PostResult]]) -> float:
    """What a dollar of receipts moved costs in taxes on them, all moves together."""
    more = math.fsum(now.brings - was.brings for now, was in now_and_was)
    after = float(result.revenue.amount)
    if not more:
        return result.receipts_tax_share
    tax = receipts_tax(result.clinic, result.rules, np.array([after - more, after]))
    return float(np.diff(np.asarray(tax))[0] / more)


def _moved(
    clinic: Clinic, options: Sequence[_Option], made: Sequence[Package], at: int, tax_rate: float
) -> Moved | None:
    """What became of a post; None where it is as it was."""
    place = options[at].place
    mine = [one for one, option in enumerate(options) if option.place == place]
    before = mine[0]
    if at == before:
        return None
    same_pay = next(
        one
        for one in mine
        if (options[one].sessions, options[one].pay) == (options[at].sessions, options[before].pay)
    )
    was, between, now = (
        made[one].result.contribution - tax_rate * made[one].result.brings
        for one in (before, same_pay, at)
    )
    return Moved(
        label=clinic.labels[place],
        before=made[before].result,
        after=made[at].result,
        sessions=(options[before].sessions, options[at].sessions),
        pay=(options[before].pay, options[at].pay),
        cost_of_sessions=was - between,
        cost_of_pay=between - now,
    )
