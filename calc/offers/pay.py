"""The pay an offer is known by, as one number that can be raised or asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from calc.number import Number
from calc.questions.solve import Unknown
from calc.questions.solve.unknowns import MOST_FEE, TIMES
from calc.scenario import Hourly, OwnPractice, RatePerSession, Salary, Scenario
from calc.scenario.fields import MOST_MONEY

KIND = "work.session_kinds"
MOST_RATE = 1_000.0  # where the search for an hourly rate ends
MOST_SALARY = 1_000_000.0  # and that for a salary


def pay_now(scenario: Scenario) -> Number:
    """The fee, salary, hourly rate, rate of a session or share; the first of several."""
    work = scenario.work
    if isinstance(work, OwnPractice):
        return _first(tuple(kind.fee_per_session for kind in work.session_kinds))
    match work.pay:
        case Salary() as pay:
            return pay.salary_per_year
        case Hourly() as pay:
            return pay.rate_per_hour
        case RatePerSession() as pay:
            return _first(pay.rates_per_session)
        case pay:
            return pay.share


def _first(amounts: Sequence[Number]) -> Number:
    """The first that is more than nothing."""
    return next((amount for amount in amounts if np.any(amount)), 0.0)


def with_pay(scenario: Scenario, amount: Number) -> Mapping[str, Any]:
    """The changes that set it; several fees or rates keep their proportion."""
    amount = np.minimum(amount, MOST_MONEY)
    work, times = scenario.work, amount / pay_now(scenario)
    if isinstance(work, OwnPractice):
        return {
            f"{KIND}.{index}.fee_per_session": kind.fee_per_session * times
            for index, kind in enumerate(work.session_kinds)
        }
    match work.pay:
        case Salary():
            return {"work.pay.salary_per_year": amount}
        case Hourly():
            return {"work.pay.rate_per_hour": amount}
        case RatePerSession() as pay:
            rates = tuple(rate * times for rate in pay.rates_per_session)
            return {"work.pay.rates_per_session": rates}
        case _:
            return {"work.pay.share": np.minimum(amount, 1.0)}


def pay_unknown(scenario: Scenario) -> Unknown:
    """The same as a number to be found."""
    work, now = scenario.work, pay_now(scenario)
    unit, high = "money_per_session", MOST_FEE
    if not isinstance(work, OwnPractice):
        match work.pay:
            case Salary():
                unit, high = "money_per_year", MOST_SALARY
            case Hourly():
                unit, high = "money_per_hour", MOST_RATE
            case RatePerSession():
                pass
            case _:
                unit, high = "share", 1.0
    if unit != "share":
        high = min(max(high, TIMES * float(np.max(now))), MOST_MONEY)
    return Unknown("pay", unit, now, 0.0, high, "least", lambda amount: with_pay(scenario, amount))
