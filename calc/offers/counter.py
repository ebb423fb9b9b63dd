"""The counter-offer: for each term, the smallest change of it alone that reaches a target."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any, Literal, TypeAlias

import numpy as np

from calc.errors import ScenarioError
from calc.number import Number
from calc.offers.compare import Compared
from calc.offers.faults import booked_for_quota
from calc.offers.terms import paid_or_not
from calc.offers.unsaid import with_bucket
from calc.questions.pay import MOST_RATE, pay_unknown
from calc.questions.solve import Reached, Target, Unknown, figure_of, solve_for, unknown_of
from calc.scenario import (
    Bucket,
    Contractor,
    Employee,
    Hourly,
    RatePerSession,
    Salary,
    Scenario,
    Work,
)
from calc.year.evaluate import Result, evaluate

Term: TypeAlias = Literal[
    "pay",
    "notes_paid",
    "meetings_paid",
    "supervision_paid",
    "supervision_provided",
    "lost_paid",
    "cap",
    "weeks_off",
    "meetings",
    "administration",
    "premium",
]
PAID: tuple[tuple[Term, Bucket], ...] = (
    ("notes_paid", "notes"),
    ("meetings_paid", "meetings"),
    ("supervision_paid", "supervision_received"),
)
HALF_A_YEAR = 26.0  # more weeks off than that are no longer the same job


@dataclass(frozen=True, slots=True)
class Ask:
    """One term to ask for: what it is now, what to ask, and what the target's figure becomes.

    `unit` is that of both numbers. A cap on sessions lowers a quota with it. For hours that are
    to be paid, the numbers are rates of an hour; supervision that is to be provided goes from
    its price to 0. Where `reached` is False the term alone does not reach the target and `ask`
    is what comes nearest.
    """

    term: Term
    current: float
    ask: float
    unit: str
    figure: float
    reached: bool


def counter_offer(
    found: Compared, target: Target, *, between: Callable[[], None] = lambda: None
) -> tuple[Ask, ...]:
    """Every term that could be asked for: those that reach the target first.

    Each is changed alone, in the person's favour, and the least change is taken. Empty where the
    offer reaches the target as it is. `between` is called after each term, so that a caller can
    give up on an answer nobody waits for any more.
    """
    result = found.result
    if float(target.margin(figure_of(result, target.figure))) >= 0.0:
        return ()
    changed = []
    for ask in chain(
        _numbers(result, target), _paid_hours(result, target), _supervision(result, target)
    ):
        changed += [ask] if ask.ask != ask.current else []
        between()
    return tuple(sorted(changed, key=lambda ask: not ask.reached))


def _numbers(result: Result, target: Target) -> Iterator[Ask]:
    """Terms that are one number: pay up; sessions, meetings, administration, premium down."""
    scenario = result.scenario
    yield from _asked(result, "pay", _up(pay_unknown(scenario)), target)
    if _paid_by_session(scenario.work):
        lost = unknown_of(scenario, "work.pay.lost_sessions_paid_share")
        yield from _asked(result, "lost_paid", _up(lost), target)
    down: tuple[tuple[Term, str], ...] = (
        ("cap", "booked"),
        ("meetings", "work.time.meetings_hours_per_week"),
        ("administration", "work.time.administration_hours_per_week"),
        ("premium", "work.health_premium_per_month"),
    )
    for term, name in down:
        if term == "premium" and not isinstance(scenario.work, Employee):
            continue
        unknown = _unknown(scenario, name)
        if unknown is not None and np.any(unknown.current):
            found = with_quota(scenario, unknown) if term == "cap" else unknown
            yield from _asked(result, term, _down(found), target)
    weeks = _up(unknown_of(scenario, "weeks_off"))
    yield from _asked(result, "weeks_off", weeks.within(None, max(HALF_A_YEAR, weeks.low)), target)


def with_quota(scenario: Scenario, booked: Unknown) -> Unknown:
    """Fewer sessions to book, and a quota that asks for no more than are then held."""
    work = scenario.work
    if not isinstance(work.pay, Salary):
        return booked
    quota = work.pay.quota_sessions_per_week
    needed = np.maximum(np.nan_to_num(booked_for_quota(work)), booked.low)

    def changes(value: Number) -> Mapping[str, Any]:
        share = np.minimum(value / np.where(needed > 0.0, needed, 1.0), 1.0)
        return {**booked.changes(value), "work.pay.quota_sessions_per_week": quota * share}

    return replace(booked, changes=changes)


def _paid_by_session(work: Work) -> bool:
    return isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession)


def _unknown(scenario: Scenario, name: str) -> Unknown | None:
    try:
        return unknown_of(scenario, name)
    except ScenarioError:
        return None


def _up(unknown: Unknown) -> Unknown:
    """Only more of it, and as little more as does."""
    return replace(unknown, prefer="least").within(float(np.max(unknown.current)), None)


def _down(unknown: Unknown) -> Unknown:
    """Only less of it, and as little less as does."""
    return replace(unknown, prefer="most").within(None, float(np.max(unknown.current)))


def _asked(result: Result, term: Term, unknown: Unknown, target: Target) -> Iterator[Ask]:
    """What to ask of one number; nothing where it does not move the target's figure."""
    answer = solve_for(result.scenario, unknown, target, result.rules)
    figure, now = answer.achieved[target.figure], float(np.max(unknown.current))
    if isinstance(answer, Reached):
        yield Ask(term, now, answer.value, unknown.unit, figure, reached=True)
    elif answer.moves:
        yield Ask(term, now, answer.at, unknown.unit, figure, reached=False)


def _paid_hours(result: Result, target: Target) -> Iterator[Ask]:
    """Hours that are not paid today, paid: at the rate of the offer, or at the least that does."""
    work = result.scenario.work
    for term, bucket in PAID:
        if not np.any(result.year.buckets[bucket].amount) or paid_or_not(result, bucket) == "paid":
            continue
        if isinstance(work, Employee) and isinstance(work.pay, Hourly):
            yield _switched(result, term, bucket, float(np.max(work.pay.rate_per_hour)), target)
        elif isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession):
            rate = float(np.max(work.pay.administration_rate_per_hour))
            if rate:
                yield _switched(result, term, bucket, rate, target)
            else:
                yield from _asked(result, term, _rate_for(bucket), target)


def _switched(result: Result, term: Term, bucket: Bucket, rate: float, target: Target) -> Ask:
    """Hours paid at a rate the offer already has."""
    changed = evaluate(with_bucket(result.scenario, bucket, paid=True), result.rules)
    figure = figure_of(changed, target.figure)
    reached = float(target.margin(figure)) >= 0.0
    return Ask(term, 0.0, rate, "money_per_hour", float(figure), reached)


def _rate_for(bucket: Bucket) -> Unknown:
    """The rate of an hour for one kind of work, where pay by the session is for no other."""

    def changes(rate: Number) -> dict[str, Any]:
        return {
            "work.pay.administration_rate_buckets": (bucket,),
            "work.pay.administration_rate_per_hour": rate,
        }

    return Unknown("rate", "money_per_hour", 0.0, 0.0, MOST_RATE, "least", changes)


def _supervision(result: Result, target: Target) -> Iterator[Ask]:
    """Supervision that is bought, provided."""
    support = result.scenario.support
    price = float(np.max(support.supervision_price_per_hour))
    if not price or not np.any(support.supervision_hours_per_week):
        return
    provided = {"support.supervision_price_per_hour": 0.0}
    figure = figure_of(evaluate(result.scenario.with_values(provided), result.rules), target.figure)
    reached = float(target.margin(figure)) >= 0.0
    yield Ask("supervision_provided", price, 0.0, "money_per_hour", float(figure), reached)
