"""The pay that work is known by, as one number that can be raised or asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from calc.number import Number
from calc.questions.solve import Unknown
from calc.questions.solve.unknowns import MOST_FEE, TIMES
from calc.scenario import Scenario, SplitOfCollections
from calc.scenario.fields import MOST_MONEY, unit_of
from calc.scenario.pay import Pay
from calc.scenario.sessions import fees_that_move

KIND = "work.session_kinds"
MOST_RATE = 1_000.0  # where the search for an hourly rate ends
MOST_SALARY = 1_000_000.0  # and that for a salary
MOST = {"money_per_year": MOST_SALARY, "money_per_hour": MOST_RATE, "money_per_session": MOST_FEE}


def pay_path(pay: Pay) -> str:
    """The path of the field that pay is headed by.

    >>> from calc.scenario import Hourly
    >>> pay_path(Hourly())
    'work.pay.rate_per_hour'
    """
    return f"work.pay.{pay.headline}"


def pay_unit(pay: Pay) -> str:
    """The unit of the field that pay is headed by."""
    return unit_of(type(pay).model_fields[pay.headline])


def pay_now(scenario: Scenario) -> Number:
    """The fee, salary, hourly rate, rate of a session or share; the first of several.

    The fee is that of clients who pay in full (`fees_that_move`).
    """
    work = scenario.work
    if work.pay is None:
        kinds = work.session_kinds
        return first_paid([kinds[place].fee_per_session for place in fees_that_move(kinds)])
    return paid_by(work.pay)


def paid_by(pay: Pay) -> Number:
    """The salary, hourly rate, rate of a session or share of a form of pay; first of several."""
    return first_paid(pay.rate) if isinstance(pay.rate, tuple) else pay.rate


def first_paid(amounts: Sequence[Number]) -> Number:
    """The first that is more than nothing; 0 where none is."""
    return next((amount for amount in amounts if np.any(amount)), 0.0)


def times_paid(pay: Pay, times: Number) -> Mapping[str, Any]:
    """The change to so many times the pay; a share of collections is at most all of them.

    >>> from calc.scenario import RatePerSession
    >>> times_paid(RatePerSession(rates_per_session=(40.0, 50.0)), 2.0)
    {'work.pay.rates_per_session': (80.0, 100.0)}
    """
    if isinstance(pay.rate, tuple):
        return {pay_path(pay): tuple(rate * times for rate in pay.rate)}
    return {pay_path(pay): _at_most_all(pay, pay.rate * times), **_steps(pay, times)}


def _at_most_all(pay: Pay, amount: Number) -> Number:
    """A share of collections is at most all of them."""
    return np.minimum(amount, 1.0) if isinstance(pay, SplitOfCollections) else amount


def _steps(pay: Pay, times: Number) -> Mapping[str, Any]:
    """The further steps of a split at so many times their share, at most all."""
    if not isinstance(pay, SplitOfCollections) or not pay.steps:
        return {}
    moved = tuple(
        {
            "after_next_per_month": step.after_next_per_month,
            "beyond_share": np.minimum(step.beyond_share * times, 1.0),
        }
        for step in pay.steps
    )
    return {"work.pay.steps": moved}


def with_pay(scenario: Scenario, amount: Number) -> Mapping[str, Any]:
    """The changes that set it; several rates, or fees that move, keep their proportion."""
    work, amount = scenario.work, np.minimum(amount, MOST_MONEY)
    if work.pay is None:
        kinds, places = work.session_kinds, fees_that_move(work.session_kinds)
        times = amount / pay_now(scenario) if places else 1.0
        return {
            f"{KIND}.{place}.fee_per_session": kinds[place].fee_per_session * times
            for place in places
        }
    if isinstance(work.pay.rate, tuple):
        return times_paid(work.pay, amount / pay_now(scenario))
    now = pay_now(scenario)
    steps = _steps(work.pay, amount / now) if np.all(np.greater(now, 0.0)) else {}
    return {pay_path(work.pay): _at_most_all(work.pay, amount), **steps}


def pay_unknown(scenario: Scenario) -> Unknown:
    """The same as a number to be found."""
    pay, now = scenario.work.pay, pay_now(scenario)
    unit = "money_per_session" if pay is None else pay_unit(pay)
    high = 1.0
    if unit in MOST:
        high = min(max(MOST[unit], TIMES * float(np.max(now))), MOST_MONEY)
    return Unknown("pay", unit, now, 0.0, high, "least", lambda amount: with_pay(scenario, amount))
