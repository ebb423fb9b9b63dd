"""What can be found for a plan: its fee or pay, its caseload, or its weeks off."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from calc import Scenario
from calc.errors import Problem, ScenarioError
from calc.number import Number
from calc.questions.pay import pay_path
from calc.questions.solve import Unknown, unknown_of
from calc.questions.solve.unknowns import MOST_FEE
from calc.scenario import Employee, Hourly, RatePerSession, Salary
from calc.scenario.fields import MOST_MONEY
from calc.scenario.sessions import booked_in_all, fees_that_move
from calc.scenario.targets import Sought

BOOKED = "work.session_kinds.0.booked_per_week"
TIMES_TODAY = 5.0  # a fee is searched up to so many times today's


def sought_of(scenario: Scenario) -> tuple[Sought, ...]:
    """What can be found for a plan: its fee or pay, caseload and weeks off."""
    options: list[Sought] = ["pay"] if _has_pay(scenario) else ["fee"]
    options += ["booked", "weeks_off"]
    return tuple(option for option in options if _exists(scenario, option))


def has_fee(scenario: Scenario) -> bool:
    """Whether a fee moves what this work pays: sessions are booked, and no salary is agreed."""
    return not _has_pay(scenario) and _exists(scenario, "fee")


def _has_pay(scenario: Scenario) -> bool:
    return isinstance(scenario.work.pay, Salary | Hourly | RatePerSession)


def _exists(scenario: Scenario, sought: Sought) -> bool:
    kinds = scenario.work.session_kinds
    booked = float(booked_in_all(kinds))
    match sought:
        case "weeks_off":
            return bool(booked) or isinstance(scenario.work, Employee)
        case "booked":
            return bool(kinds)
    try:
        found = unknown_for(scenario, sought)
    except ScenarioError:
        return False
    return bool(booked) or (sought == "pay" and found.unit != "money_per_session")


def unknown_for(scenario: Scenario, sought: Sought) -> Unknown:
    """The unknown of the calculation. A caseload that is empty is that of the first kind."""
    match sought, scenario.work.pay:
        case "booked", _:
            kinds = scenario.work.session_kinds
            empty = not booked_in_all(kinds)
            return unknown_of(scenario, BOOKED if empty else "booked")
        case "weeks_off", _:
            return unknown_of(scenario, "weeks_off")
        case "pay", Salary() | Hourly() as pay:
            return unknown_of(scenario, pay_path(pay))
        case "pay", RatePerSession() as pay:
            return _rates(pay)
        case _:
            return _fee(scenario)


def _fee(scenario: Scenario) -> Unknown:
    """The fee, searched well beyond today's in currencies of large numbers too."""
    found = unknown_of(scenario, "fee")
    now = float(found.current)
    kinds = scenario.work.session_kinds
    top = max(float(kinds[place].fee_per_session) for place in fees_that_move(kinds))
    high = min(max(found.high, TIMES_TODAY * now), MOST_MONEY * now / top)
    return replace(found, high=high)


def _rates(pay: RatePerSession) -> Unknown:
    """All rates per session in proportion, stated as the first that is not nothing."""
    rates = [float(rate) for rate in pay.rates_per_session]
    first = next((rate for rate in rates if rate), 0.0)
    path = pay_path(pay)
    if not first:
        raise ScenarioError((Problem(path, "missing_field"),))

    def changes(value: Number) -> Mapping[str, Any]:
        return {f"{path}.{place}": rate * (value / first) for place, rate in enumerate(rates)}

    return Unknown("pay", "money_per_session", first, 0.0, MOST_FEE, "least", changes)
