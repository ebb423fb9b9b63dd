"""What can be had of an employer: a little more pay, a few sessions fewer, and what each brings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.offers.compare import Compared
from calc.offers.counter import Ask, with_quota
from calc.questions.pay import pay_now, pay_unknown
from calc.questions.solve import unknown_of
from calc.scenario import OwnPractice
from calc.scenario.sessions import booked_in_all
from calc.year.evaluate import Result, evaluate

# Steps of a talk about an offer, as people take them: judgements, and never a forecast.
RAISES = (0.05, 0.10, 0.15)
FEWER_SESSIONS = (2.0, 4.0)
MOST_WEEKS = 2.0
LEAST_PART = 0.5
STEP_OF: Mapping[str, float] = {
    "money_per_year": 100.0,
    "money_per_hour": 0.5,
    "money_per_session": 1.0,
    "share": 0.01,
}


@dataclass(frozen=True, slots=True)
class Step:
    """A step to ask for: from what to what, and what an hour then pays and how heavy it is.

    `raise_share` is by how much pay rises, 0 where sessions fall; `exhausted_share` that of a
    hundred therapists with such a week.
    """

    term: Literal["pay", "cap"]
    current: float
    ask: float
    unit: str
    raise_share: float
    wage_per_hour: float
    exhausted_share: float


def steps(found: Compared) -> tuple[Step, ...]:
    """Pay a little higher and sessions a few fewer, where an hour then pays more: most first."""
    result = found.result
    if isinstance(result.scenario.work, OwnPractice):
        return ()
    every = (*_raises(result), *_fewer(result))
    gains = [step for step in every if step.wage_per_hour > float(result.wage.amount)]
    return tuple(sorted(gains, key=lambda step: -step.wage_per_hour))


def _raises(result: Result) -> list[Step]:
    pay = pay_unknown(result.scenario)
    now = float(np.max(pay.current))
    found = []
    for share in RAISES:
        ask = rounded_to(STEP_OF[pay.unit], now * (1.0 + share))
        there = evaluate(result.scenario.with_values(pay.changes(ask)), result.rules)
        found.append(_step("pay", now, ask, pay.unit, share, there))
    return found


def _fewer(result: Result) -> list[Step]:
    if not np.any(booked_in_all(result.scenario.work.session_kinds)):
        return []
    booked = unknown_of(result.scenario, "booked")
    now = float(np.max(booked.current))
    cap = with_quota(result.scenario, booked)
    found = []
    for fewer in FEWER_SESSIONS:
        if now - fewer <= now * LEAST_PART:
            continue
        there = evaluate(result.scenario.with_values(cap.changes(now - fewer)), result.rules)
        found.append(_step("cap", now, now - fewer, booked.unit, 0.0, there))
    return found


def _step(
    term: Literal["pay", "cap"], now: float, ask: float, unit: str, share: float, there: Result
) -> Step:
    wage, load = float(there.wage.amount), float(there.load.probability)
    return Step(term, now, ask, unit, share, wage, load)


def rounded_to(step: float, amount: float) -> float:
    """An amount as people name it, to the nearest step.

    >>> rounded_to(100.0, 56_730.0)
    56700.0
    """
    return float(np.round(amount / step)) * step


def can_be_had(found: Compared, ask: Ask) -> bool:
    """Whether an employer may well agree to it: a judgement, by how far it is from the letter."""
    match ask.term:
        case "pay":
            return ask.ask <= ask.current * (1.0 + RAISES[-1])
        case "cap":
            return ask.ask >= ask.current - FEWER_SESSIONS[-1]
        case "weeks_off":
            return ask.ask <= ask.current + MOST_WEEKS
        case "meetings" | "administration":
            return ask.ask >= ask.current * LEAST_PART
        case "notes_paid" | "meetings_paid" | "supervision_paid":
            return ask.ask <= most_for_an_hour(found)
        case _:
            return True


def most_for_an_hour(found: Compared) -> float:
    """The pay of an hour, or of a session: nobody pays more for an hour without clients."""
    return float(np.max(pay_now(found.result.scenario)))


def next_better(found: Compared, others: tuple[Compared, ...]) -> Compared | None:
    """The offer whose hour pays the next more than this one's; None where none does."""
    now = float(found.result.wage.amount)
    above = [one for one in others if float(one.result.wage.amount) > now]
    return min(above, key=lambda one: float(one.result.wage.amount)) if above else None
