"""Own therapy: what it costs, what pays for it, and which hour it takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, TypeAlias, get_args

import numpy as np

from calc.crossing import Crossing, first_crossing
from calc.number import MINUTES_PER_HOUR, MONTHS_PER_YEAR, FloatArray, Number, ratio_of
from calc.questions.pay import pay_path, pay_unit
from calc.scenario import Scenario, SplitOfCollections
from calc.scenario.fields import MOST_MONEY, MOST_SESSIONS_PER_WEEK
from calc.scenario.sessions import booked_in_all, fees_that_move
from calc.scenario.support import PriceOption
from calc.year.costs import costs_per_month
from calc.year.evaluate import Result, evaluate
from calc.year.wage import own_therapy_line

Payer: TypeAlias = Literal["fee", "sessions", "costs"]
OPTIONS: tuple[PriceOption, ...] = get_args(PriceOption)
SESSIONS = "support.own_therapy.sessions_per_year"
OPTION = "support.own_therapy.price_option"


@dataclass(frozen=True, slots=True)
class PaysForIt:
    """One thing that pays for own therapy: what it is now, and what it has to be.

    `now` and `then` are a fee, a rate or salary, sessions booked a week, or costs a month.
    Where it cannot, `reached` is False and `then` is what comes nearest.
    """

    what: Payer
    unit: str
    now: float
    then: float
    reached: bool


@dataclass(frozen=True, slots=True)
class PriceRow:
    """One way of paying for a session, with the rise in the fee that pays for it."""

    option: PriceOption
    price: float
    per_year: float
    fee_rise: PaysForIt
    wage_after: float


@dataclass(frozen=True)
class TherapyAnswers:
    """What own therapy would take, for one practice; each answer is found when it is asked for.

    `result` has the therapy in it and `without` has none; where the plan names no sessions, a
    session in most weeks is tried, and `is_trial` says so. `lost_share` are the clients who leave
    when the fee rises.
    """

    is_trial: bool
    result: Result
    without: Result
    lost_share: float

    @cached_property
    def fee(self) -> PaysForIt:
        """The fee (or rate, or salary) that pays for it."""
        return pays_by_fee(self.result, self._target)

    @cached_property
    def pays(self) -> tuple[PaysForIt, ...]:
        """Each thing that pays for it alone: the fee, then sessions and costs if there are any."""
        found, plan = [self.fee], self.result.scenario
        if float(booked_in_all(plan.work.session_kinds)):
            found.append(_pays_by_sessions(self.result, self._target))
        if float(costs_per_month(plan.costs)):
            found.append(_pays_by_costs(self.result, self._target))
        return tuple(found)

    @cached_property
    def pays_with_lost_clients(self) -> PaysForIt:
        """The fee that pays for it although some clients leave when it rises."""
        return pays_by_fee(self.result, self._target, self.lost_share)

    @cached_property
    def options(self) -> tuple[PriceRow, ...]:
        """What each price option would mean."""
        return tuple(self._option(option) for option in OPTIONS)

    @cached_property
    def fewer_sessions(self) -> Result | None:
        """The practice with a session a week less, whose time then goes to the person."""
        return _one_session_fewer(self.result)

    @property
    def hours_per_week(self) -> float:
        """What it takes of a worked week, with the way there."""
        therapy = self.result.scenario.support.own_therapy
        yearly = therapy.sessions_per_year * therapy.minutes_of_day_per_session / MINUTES_PER_HOUR
        return float(ratio_of(yearly, self.result.year.worked_weeks.amount))

    @property
    def _target(self) -> float:
        """What is left over of a year without therapy, at whatever price it would be."""
        return float(self.without.left_over.amount)

    def _option(self, option: PriceOption) -> PriceRow:
        changed, fee = self.result, None
        if option == changed.scenario.support.own_therapy.price_option:
            fee = self.fee
        else:
            changed = evaluate(changed.scenario.with_values({OPTION: option}), changed.rules)
        return PriceRow(
            option=option,
            price=float(changed.scenario.support.own_therapy.price_per_session),
            per_year=float(changed.own_therapy.amount),
            fee_rise=fee or pays_by_fee(changed, self._target),
            wage_after=float(changed.wage_after_loans_and_therapy.amount),
        )

    @property
    def money_less_per_month(self) -> float | None:
        """What one session a week less costs a month; None where none is booked."""
        if self.fewer_sessions is None:
            return None
        less = self.result.take_home.amount - self.fewer_sessions.take_home.amount
        return float(less) / MONTHS_PER_YEAR

    @property
    def hours_less_per_week(self) -> float | None:
        """How much shorter a worked week is then."""
        if self.fewer_sessions is None:
            return None
        now, then = self.result.year.hours_per_week, self.fewer_sessions.year.hours_per_week
        return float(now.amount - then.amount)


def therapy_answers(result: Result, lost_share: float | None = None) -> TherapyAnswers:
    """What pays for own therapy, which hour it takes, and what each price would mean.

    What pays leaves as much over at the end of the year as there would be without therapy.
    `lost_share` are the clients who leave when the fee rises.
    """
    rules = result.rules
    lost = rules["levers.lost_clients"].number if lost_share is None else lost_share
    scenario = result.scenario
    trial = not np.any(scenario.support.own_therapy.sessions_per_year)
    if trial:
        scenario = scenario.with_values({SESSIONS: rules["levers.own_therapy"].number})
    with_it = evaluate(scenario, rules) if trial else result
    without = evaluate(scenario.with_values({SESSIONS: 0.0}), rules)
    return TherapyAnswers(is_trial=trial, result=with_it, without=without, lost_share=lost)


def fee_that_pays(result: Result) -> PaysForIt:
    """The fee (or rate, or salary) that leaves as much over with own therapy as without it."""
    without = evaluate(result.scenario.with_values({SESSIONS: 0.0}), result.rules)
    return pays_by_fee(result, float(without.left_over.amount))


def cost_per_month(scenario: Scenario) -> Number:
    """What own therapy costs a month, over the year."""
    return own_therapy_line(scenario).amount / MONTHS_PER_YEAR


def pays_by_fee(result: Result, target: float, lost_share: float = 0.0) -> PaysForIt:
    """The fee (or rate, or salary) at which a year leaves as much over as `target`.

    Fees of clients who pay in full rise by the same amount; what insurers allow and reduced places
    stay (`fees_that_move`). Clients are lost of the kinds whose fee rises; rates of an employer
    concern all.
    """
    scenario = result.scenario
    paths, unit = _pay_paths(scenario)
    now = [float(scenario.value_at(path)) for path in paths]
    kinds = scenario.work.session_kinds
    asked = fees_that_move(kinds) if _by_fees(scenario) else range(len(kinds))
    kept = {
        f"work.session_kinds.{place}.booked_per_week": kinds[place].booked_per_week
        * (1.0 - lost_share)
        for place in asked
    }

    def changes(rise: FloatArray) -> Mapping[str, Any]:
        return {**kept, **{path: was + rise for path, was in zip(paths, now, strict=True)}}

    most = max(now, default=0.0)
    found = _least(result, target, changes, min(most, MOST_MONEY - most))
    return PaysForIt("fee", unit, most, most + found.at, found.reached)


def _pays_by_sessions(result: Result, target: float) -> PaysForIt:
    kinds = result.scenario.work.session_kinds
    now = float(booked_in_all(result.scenario.work.session_kinds))
    largest = max(float(kind.booked_per_week) for kind in kinds)

    def changes(more: FloatArray) -> Mapping[str, Any]:
        return {
            f"work.session_kinds.{index}.booked_per_week": np.minimum(
                kind.booked_per_week * (1.0 + more), MOST_SESSIONS_PER_WEEK
            )
            for index, kind in enumerate(kinds)
        }

    found = _least(result, target, changes, MOST_SESSIONS_PER_WEEK / largest - 1.0)
    return PaysForIt("sessions", "sessions_per_week", now, now * (1.0 + found.at), found.reached)


def _pays_by_costs(result: Result, target: float) -> PaysForIt:
    costs = result.scenario.costs
    now = float(costs_per_month(result.scenario.costs))

    def changes(less: FloatArray) -> Mapping[str, Any]:
        return {f"costs.{i}.amount": cost.amount * (1.0 - less) for i, cost in enumerate(costs)}

    found = _least(result, target, changes, 1.0)
    return PaysForIt("costs", "money_per_month", now, now * (1.0 - found.at), found.reached)


def _least(
    result: Result,
    target: float,
    changes: Callable[[FloatArray], Mapping[str, Any]],
    most: float,
) -> Crossing:
    """The least change after which a year leaves as much over as the target."""

    def left_over(change: FloatArray) -> FloatArray:
        changed = evaluate(result.scenario.with_values(changes(change)), result.rules)
        return np.broadcast_to(changed.left_over.amount, change.shape)

    return first_crossing(left_over, target, most)


def _by_fees(scenario: Scenario) -> bool:
    """Whether fees set the pay of this work."""
    return scenario.work.pay is None or isinstance(scenario.work.pay, SplitOfCollections)


def _pay_paths(scenario: Scenario) -> tuple[list[str], str]:
    """The fields that set pay, and the unit of the largest of them."""
    work, pay = scenario.work, scenario.work.pay
    if pay is None or isinstance(pay, SplitOfCollections):  # as `_by_fees`, for the types
        places = fees_that_move(work.session_kinds)
        return [f"work.session_kinds.{place}.fee_per_session" for place in places], (
            "money_per_session"
        )
    path = pay_path(pay)
    if isinstance(pay.rate, tuple):
        paths = [f"{path}.{index}" for index, rate in enumerate(pay.rate) if np.any(rate)]
        return paths, pay_unit(pay)
    return [path], pay_unit(pay)


def _one_session_fewer(result: Result) -> Result | None:
    """The practice with a session a week less, of the kind booked most."""
    kinds = result.scenario.work.session_kinds
    booked = [float(kind.booked_per_week) for kind in kinds]
    if not booked or max(booked) < 1.0:
        return None
    place = booked.index(max(booked))
    path = f"work.session_kinds.{place}.booked_per_week"
    return evaluate(result.scenario.with_values({path: booked[place] - 1.0}), result.rules)
