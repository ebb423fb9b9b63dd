"""What is in hand at the year's end by what is saved, and the least saving that brings a credit.

Each saving is a year worked out anew: limits, taxes, loan payments and the credit follow.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.crossing import first_crossing
from calc.number import HALF_A_CENT, FloatArray, Number
from calc.questions.cover import CoverYear, cover_year
from calc.questions.saving_room import (
    DEFERRAL,
    HEALTH,
    SEP,
    SOLO_EMPLOYER,
    SOLO_OWN,
    Place,
    places_of,
    rooms_of,
)
from calc.taxes.cover.circle import A_CENT
from calc.year.evaluate import Result, evaluate

GRID = 121  # points of the curve over what is saved, before those at its step
A_DOLLAR = 1.0

Way = Literal["solo_401k", "sep", "employer_401k", "health_savings"]


@dataclass(frozen=True, slots=True)
class WaySaved:
    """A way of saving that lowers adjusted income, and what may still go into it this year.

    `own` goes into the first field before `beside` goes into the second; the latter is a practice's
    part of a solo 401(k), 0 elsewhere. In dollars.
    """

    way: Way
    own: float
    beside: float = 0.0

    @property
    def most(self) -> float:
        """The most that may still go in."""
        return self.own + self.beside


FIELDS: dict[Way, tuple[str, ...]] = {
    "solo_401k": (SOLO_OWN, SOLO_EMPLOYER),
    "sep": (SEP,),
    "employer_401k": (DEFERRAL,),
    "health_savings": (HEALTH,),
}


def ways_of(result: Result) -> tuple[WaySaved, ...]:
    """The ways open to a single plan, those with the most room in a plan of work first.

    A SEP and a solo 401(k) are ways for one practice to choose from: their rooms are not added up.
    """
    places = {place.path: place for place in places_of(result)}
    return tuple(way for way in _ways(result, places) if way.most > HALF_A_CENT)


def _ways(result: Result, places: Mapping[str, Place]) -> Iterator[WaySaved]:
    if SOLO_OWN in places:
        room = next(room for room in rooms_of(result) if room.plan == "solo_401k")
        put_in = sum(place.put_in for path, place in places.items() if path != HEALTH)
        own = places[SOLO_OWN].left
        together = max(float(room.total) - put_in - own, 0.0)
        yield WaySaved("solo_401k", own, min(places[SOLO_EMPLOYER].left, together))
        yield WaySaved("sep", places[SEP].left)
    if DEFERRAL in places:
        yield WaySaved("employer_401k", places[DEFERRAL].left)
    if HEALTH in places:
        yield WaySaved("health_savings", places[HEALTH].left)


def year_with(result: Result, way: WaySaved, more: Number) -> CoverYear | None:
    """The year of cover with more saved in one way; a row of amounts gives a row of draws."""
    first, *others = FIELDS[way.way]
    own = np.minimum(more, way.own)
    changes = {first: result.scenario.value_at(first) + own}
    for path in others:
        changes[path] = result.scenario.value_at(path) + (more - own)
    return cover_year(evaluate(result.scenario.with_values(changes), result.rules))


@dataclass(frozen=True, slots=True)
class SavingForCredit:
    """The least further saving of one way that brings a credit, in whole dollars, and its effect.

    `reached` is False where no saving that may go in brings one: `amount` is then the most.
    `taxes` and `loan_payments` are what these fall by, `cash` what is missing in hand: the amount
    less both and less the credit.
    """

    way: WaySaved
    reached: bool
    amount: float
    credit: float
    taxes: float
    loan_payments: float
    cash: float


def saving_for_credit(result: Result, way: WaySaved) -> SavingForCredit | None:
    """The least saving by which a single plan without a credit has one; None where it has one.

    None too where there is no year of cover. Income before saving may lie anywhere above the most.
    """
    now = cover_year(result)
    if now is None or float(now.cover.credit) >= A_CENT:
        return None

    def credit(more: FloatArray) -> FloatArray:
        then = year_with(result, way, more)
        return np.zeros_like(more) if then is None else np.asarray(then.cover.credit)

    found = first_crossing(credit, A_CENT, way.most)
    amount = min(float(math.ceil(found.at)), way.most) if found.reached else way.most
    return _effect(result, now, way, amount, reached=found.reached)


def _effect(
    result: Result, now: CoverYear, way: WaySaved, amount: float, *, reached: bool
) -> SavingForCredit:
    first, *others = FIELDS[way.way]
    own = min(amount, way.own)
    changes = {first: result.scenario.value_at(first) + own}
    changes |= {path: result.scenario.value_at(path) + amount - own for path in others}
    after = evaluate(result.scenario.with_values(changes), result.rules)
    then = cover_year(after)
    assert then is not None
    taxes = _fallen(result.taxes.amount + now.more_taxes, after.taxes.amount + then.more_taxes)
    loans = _fallen(
        result.loans.amount + now.more_loan_payments, after.loans.amount + then.more_loan_payments
    )
    return SavingForCredit(
        way=way,
        reached=reached,
        amount=amount,
        credit=float(then.cover.credit),
        taxes=taxes,
        loan_payments=loans,
        cash=_fallen(now.in_hand, then.in_hand),
    )


def _fallen(now: Number, then: Number) -> float:
    return float(now) - float(then)


@dataclass(frozen=True, slots=True, eq=False)
class OverSaving:
    """What is in hand, and the credit, by what more is saved in one way, in dollars of the year.

    `step_at` is the place in the row from which there is a credit, where there is none at nothing
    more saved: the curve jumps just before it. None where it does not.
    """

    way: WaySaved
    saved: FloatArray
    in_hand: FloatArray
    credit: FloatArray
    step_at: int | None

    @property
    def before(self) -> int:
        """The last place before the step."""
        assert self.step_at is not None
        return self.step_at - 1


def over_saving(result: Result, way: WaySaved) -> OverSaving | None:
    """The curve from nothing more to the most that may go in, all in one run.

    The dollar before the step and the step itself are among its points. None without a year of
    cover.
    """
    found = saving_for_credit(result, way)
    points = np.linspace(0.0, way.most, GRID)
    if found is not None and found.reached and found.amount >= A_DOLLAR:
        points = np.union1d(points, [found.amount - A_DOLLAR, found.amount])
    years = year_with(result, way, points)
    if years is None:
        return None
    credit = np.broadcast_to(np.asarray(years.cover.credit), points.shape)
    in_hand = np.broadcast_to(np.asarray(years.in_hand), points.shape)
    there = np.flatnonzero(credit >= A_CENT)
    jumps = bool(there.size) and bool(there[0] > 0)
    return OverSaving(way, points, in_hand, credit, int(there[0]) if jumps else None)
