"""What a dollar put into each plan of saving costs in cash, once taxes and loans have followed."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.errors import Problem, ScenarioError
from calc.number import HALF_A_CENT, FloatArray, Number, at_least_zero, is_any, ratio_of
from calc.scenario import Employee
from calc.scenario.household import HouseholdInputs
from calc.taxes import Household, adjusted_income_of
from calc.taxes.saving import half_of_self_employment_tax
from calc.taxes.saving_room import Plan, Room, Saver, saving_room
from calc.taxes.saving_room.saver import Form
from calc.year.evaluate import Result, evaluate

SEP = "work.saving.sep_per_year"
SOLO_OWN = "work.saving.solo_401k_deferral_per_year"
SOLO_EMPLOYER = "work.saving.solo_401k_employer_per_year"
DEFERRAL = "work.saving.deferral_401k_per_year"
ROTH = "work.saving.roth_deferral_per_year"
HEALTH = "work.saving.health_savings.contribution_per_year"
MATCH = "work.benefits.retirement_match_per_year"

Part = Literal["own_part", "roth", "employer_part"]


@dataclass(frozen=True, slots=True)
class Place:
    """A field of a plan that saving goes into: what is in it, and what may still go in.

    `left` is beside all else that is put in; where more than that is in, it is 0. In dollars of the
    year.
    """

    path: str
    plan: Plan
    part: Part
    put_in: float
    left: float


@dataclass(frozen=True, slots=True)
class SavingCost:
    """What it costs to put `amount` more into a place, in dollars of the year.

    `taxes` and `loan_payments` are what the taxes of this work and the year's payments fall by,
    `cash` what is missing from what is left to live on: the amount less both. Where a step of a
    credit or of a loan's rate is crossed, more than the amount may come back: then it is negative.
    """

    place: Place
    amount: float
    taxes: float
    loan_payments: float
    cash: float

    @property
    def cash_per_dollar(self) -> float:
        """Cash for each dollar put in; NaN where nothing may go in."""
        return float(ratio_of(self.cash, self.amount))


def saver_of(result: Result) -> Saver | None:
    """The person of a plan, as the limits of saving see them; None outside United States law.

    A plan at work is known only where something is put into one; a plan of the other job or of the
    spouse is not asked. A practice has no employees here.
    """
    household, home = result.household, result.scenario.household
    if household is None:
        return None
    work = result.scenario.work
    employed = isinstance(work, Employee)
    pay = household.wages - household.premium_before_tax - home.own_other_wages_per_year
    form: Form = "employee" if employed else "sole_proprietor"
    if result.corporation:
        form = "s_corporation"
    return Saver(
        form=form,
        age=home.age,
        filing_status=home.filing_status,
        profit=household.profit if form == "sole_proprietor" else 0.0,
        pay=0.0 if form == "sole_proprietor" else at_least_zero(pay),
        other_wages=home.own_other_wages_per_year,
        adjusted_income=adjusted_income_of(household, result.rules).amount,
        covered=any(is_any(amount) for amount in _put_into_plans(result)),
        spouse_earned=_spouse_earned(home, household, result),
        cover=work.saving.health_savings.cover,
    )


def rooms_of(result: Result) -> tuple[Room, ...]:
    """Every plan's room for the person of a plan; empty outside United States law."""
    saver = saver_of(result)
    return () if saver is None else saving_room(saver, result.rules)


def places_of(result: Result) -> tuple[Place, ...]:
    """The fields of a plan that saving goes into, each with what may still go in.

    Empty outside United States law. Of one plan, not of a batch.
    """
    saver = saver_of(result)
    if saver is None:
        return ()
    rooms = {room.plan: room for room in saving_room(saver, result.rules)}
    health = rooms["health_savings"]
    if saver.form == "employee":
        return tuple(_of_employee(result, float(saver.pay), rooms["employer_401k"], health))
    return tuple(_of_practice(result, rooms["solo_401k"], rooms["sep"], health))


def saving_costs(result: Result, most: float | None = None) -> tuple[SavingCost, ...]:
    """What it costs to fill each place by itself, or to put no more than `most` into it.

    Each is a year worked out anew with that amount more, all in one run, less the year as it is: so
    credits, deductions that hang on income and payments on loans follow.

    >>> from calc.parameters import load_rules
    >>> from calc.scenario import Scenario
    >>> plan = Scenario.parse({"work": {"kind": "own_practice"}})
    >>> roth = saving_costs(evaluate(plan, load_rules(2026)), 100.0)[3]
    >>> roth.place.part, roth.amount
    ('roth', 100.0)
    """
    places = places_of(result)
    amounts = [place.left if most is None else min(place.left, most) for place in places]
    return _costs(result, places, amounts)


def cost_of_saving(result: Result, path: str, amount: float) -> SavingCost:
    """The same for one place and amount.

    `ScenarioError` where more would be in than the law lets, or where the plan has no such field.
    """
    place = next((one for one in places_of(result) if one.path == path), None)
    if place is None:
        raise ScenarioError((Problem(path, "unknown_field"),))
    if not amount >= 0.0:
        raise ScenarioError((Problem(path, "too_small", amount, 0.0),))
    if amount > place.left + HALF_A_CENT:
        most = math.floor(place.put_in + place.left + HALF_A_CENT)  # whole dollars that are taken
        raise ScenarioError((Problem(path, "over_the_room", place.put_in + amount, float(most)),))
    (cost,) = _costs(result, (place,), (amount,))
    return cost


def _costs(
    result: Result, places: Sequence[Place], amounts: Sequence[float]
) -> tuple[SavingCost, ...]:
    if not places:
        return ()
    more = np.diag(np.asarray(amounts, dtype=np.float64))
    rows = {place.path: place.put_in + more[row] for row, place in enumerate(places)}
    after = evaluate(result.scenario.with_values(rows), result.rules)
    size = len(places)
    taxes = _fallen(result.taxes.amount, after.taxes.amount, size)
    loans = _fallen(result.loans.amount, after.loans.amount, size)
    cash = _fallen(_cash(result), _cash(after), size)
    return tuple(
        SavingCost(place, amounts[row], float(taxes[row]), float(loans[row]), float(cash[row]))
        for row, place in enumerate(places)
    )


def _cash(result: Result) -> Number:
    """What is left to live on: take-home that is neither put by nor paid on loans."""
    return result.take_home.amount - result.set_aside.amount - result.loans.amount


def _fallen(now: Number, then: Number, size: int) -> FloatArray:
    return np.broadcast_to(np.asarray(now - then, dtype=np.float64), (size,))


def _of_practice(result: Result, solo: Room, sep: Room, health: Room) -> Iterator[Place]:
    """A SEP and a solo 401(k) share the employer part, and all together the additions limit."""
    now = {path: _now(result, path) for path in (SEP, SOLO_OWN, SOLO_EMPLOYER, ROTH)}
    own, employer = now[SOLO_OWN] + now[ROTH], now[SEP] + now[SOLO_EMPLOYER]
    in_all = float(solo.total) - own - employer
    own_left = max(min(float(solo.own_part + solo.catch_up) - own, in_all), 0.0)
    employer_left = max(min(float(sep.total) - employer, in_all), 0.0)
    yield Place(SEP, "sep", "employer_part", now[SEP], employer_left)
    yield Place(SOLO_OWN, "solo_401k", "own_part", now[SOLO_OWN], own_left)
    yield Place(SOLO_EMPLOYER, "solo_401k", "employer_part", now[SOLO_EMPLOYER], employer_left)
    yield Place(ROTH, "solo_401k", "roth", now[ROTH], own_left)
    yield _of_health(result, health)


def _of_employee(result: Result, pay: float, plan: Room, health: Room) -> Iterator[Place]:
    """Both kinds of deferral share one limit; they and the account come out of the same pay."""
    now = {path: _now(result, path) for path in (DEFERRAL, ROTH, HEALTH)}
    own = now[DEFERRAL] + now[ROTH]
    of_pay = pay - own - now[HEALTH]
    left = max(min(float(plan.total) - own, of_pay), 0.0)
    yield Place(DEFERRAL, "employer_401k", "own_part", now[DEFERRAL], left)
    yield Place(ROTH, "employer_401k", "roth", now[ROTH], left)
    yield _of_health(result, health, of_pay)


def _of_health(result: Result, room: Room, of_pay: float = math.inf) -> Place:
    now = _now(result, HEALTH)
    left = max(min(float(room.total) - now, of_pay), 0.0)
    return Place(HEALTH, "health_savings", "own_part", now, left)


def _now(result: Result, path: str) -> float:
    return float(result.scenario.value_at(path))


def _put_into_plans(result: Result) -> Iterator[Number]:
    """What goes into plans at work, an employer's match too."""
    employed = isinstance(result.scenario.work, Employee)
    paths = (DEFERRAL, ROTH, MATCH) if employed else (SEP, SOLO_OWN, SOLO_EMPLOYER, ROTH)
    for path in paths:
        yield result.scenario.value_at(path)


def _spouse_earned(home: HouseholdInputs, household: Household, result: Result) -> Number:
    """A spouse's wages, and profit less half its self-employment tax."""
    wages, profit = household.spouse_wages, home.spouse_profit_per_year
    half = half_of_self_employment_tax(profit, wages, result.rules)
    return wages + at_least_zero(profit - half)
