"""What the page Set a rate asks of the calculation: targets, the answer and its relaxations.

A target of this page is no part of the plan. Weekly own therapy and weeks off change the plan that
is solved; the others are limits of its figures.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

from calc import Result, Scenario, evaluate, load_rules
from calc.errors import Problem, ScenarioError
from calc.number import WEEKS_PER_YEAR, Number
from calc.questions.pay import pay_path
from calc.questions.solve import (
    OutOfReach,
    Reached,
    Target,
    Unknown,
    figure_of,
    solve_for,
    unknown_of,
)
from calc.questions.solve.unknowns import MOST_FEE
from calc.questions.therapy import cost_per_month
from calc.scenario import Employee, Hourly, RatePerSession, Salary
from calc.scenario.fields import MOST_MONEY
from calc.scenario.sessions import booked_in_all

Sought: TypeAlias = Literal["fee", "pay", "booked", "weeks_off"]
Wish: TypeAlias = Literal["take_home", "hours", "load", "weeks_off", "therapy"]
Answer: TypeAlias = Reached | OutOfReach
WISHES: tuple[Wish, ...] = ("take_home", "hours", "load", "weeks_off", "therapy")
THERAPY = "support.own_therapy.sessions_per_year"
BOOKED = "work.session_kinds.0.booked_per_week"
STEPS: Mapping[Sought, tuple[float, ...]] = {
    "fee": (1.0, 0.01),
    "pay": (1.0, 0.01),
    "booked": (1.0, 0.5, 0.1),
    "weeks_off": (1.0, 0.5, 0.1),
}
SALARY_STEPS = (100.0, 1.0, 0.01)
TIMES_TODAY = 5.0  # a fee is searched up to so many times today's
MEETS = 1e-6  # of a limit: what is missed by less is met
ANSWERS_KEPT = 24
PLACES = 8  # of what is written into the plan


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted: limits, None where a target is switched off, and what is to be found."""

    sought: Sought
    take_home: float | None = None
    hours: float | None = None
    load: float | None = None
    weeks_off: float | None = None
    therapy: bool = False

    def without(self, wish: Wish) -> Ask:
        """The same with one target switched off."""
        off: dict[str, Any] = {wish: False if wish == "therapy" else None}
        return replace(self, **off)

    def wishes(self) -> tuple[Wish, ...]:
        """The targets that are switched on."""
        values = {wish: getattr(self, wish) for wish in WISHES}
        return tuple(
            wish for wish, value in values.items() if not (value is None or value is False)
        )


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to an ask: the plan that was solved, its targets and the value to use.

    `value` is the exact answer rounded to a round step on the side that meets every target;
    `step` is that step, None where only the exact value does. `result` is the plan at `value`;
    without an answer they are what comes nearest. `relaxed` is the answer without each target.
    """

    ask: Ask
    plan: Scenario
    targets: tuple[Target, ...]
    answer: Answer
    value: float
    step: float | None
    result: Result
    current: float
    therapy_per_month: float
    relaxed: Mapping[Wish, Answer | None]

    @property
    def reached(self) -> bool:
        """Whether some value meets every target."""
        return isinstance(self.answer, Reached)

    @property
    def unknown(self) -> Unknown:
        """What was sought."""
        return self.answer.unknown

    @property
    def any_does(self) -> bool:
        """Whether even nothing meets every target, so that there is no least to find."""
        least = self.unknown.prefer == "least" and self.value <= self.unknown.low
        return self.reached and least and self.answer.binding is None

    @property
    def binding(self) -> Wish | None:
        """The target that decides."""
        return None if self.answer.binding is None else wish_of(self.answer.binding)

    def changes(self) -> dict[str, Any]:
        """What has to be written into the plan of today to have the answer."""
        changed = dict(self.unknown.changes(self.value))
        wanted = {
            THERAPY: float(self.plan.support.own_therapy.sessions_per_year),
            "work.time.holiday_weeks": float(self.plan.work.time.holiday_weeks),
        }
        return {path: round(float(value), PLACES) for path, value in (wanted | changed).items()}


def wish_of(target: Target) -> Wish:
    """The target of the page that a figure's limit stands for."""
    match target.figure:
        case "hours_per_week":
            return "hours"
        case "load_score":
            return "load"
        case _:
            return "take_home"


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
    top = max(float(kind.fee_per_session) for kind in scenario.work.session_kinds)
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


def plan_for(scenario: Scenario, ask: Ask) -> Scenario:
    """The plan with the weeks off and the weekly own therapy that are wanted."""
    if ask.weeks_off is not None and ask.sought != "weeks_off":
        weeks = unknown_of(scenario, "weeks_off")
        scenario = scenario.with_values(dict(weeks.changes(ask.weeks_off)))
    if ask.therapy:
        now = float(scenario.support.own_therapy.sessions_per_year)
        worked = max(WEEKS_PER_YEAR - float(scenario.work.time.weeks_off), 0.0)
        scenario = scenario.with_values({THERAPY: max(now, worked)})
    return scenario


def targets_of(plan: Scenario, ask: Ask) -> tuple[Target, ...]:
    """The limits, take-home raised by what own therapy costs a month where that is wanted."""
    found = []
    if ask.take_home is not None:
        found.append(Target("take_home_per_month", ask.take_home + therapy_cost(plan, ask)))
    if ask.hours is not None:
        found.append(Target("hours_per_week", ask.hours))
    if ask.load is not None:
        found.append(Target("load_score", ask.load))
    return tuple(found)


def therapy_cost(plan: Scenario, ask: Ask) -> float:
    """What weekly own therapy costs a month; nothing where it is not wanted."""
    return float(cost_per_month(plan)) if ask.therapy else 0.0


@functools.lru_cache(maxsize=ANSWERS_KEPT)
def find(scenario: Scenario, ask: Ask) -> Found | None:
    """The answer to an ask; None where no limit is set or there is nothing to find."""
    if ask.sought not in sought_of(scenario):
        return None
    plan = plan_for(scenario, ask)
    targets = targets_of(plan, ask)
    if not targets:
        return None
    rules = load_rules(plan.tax_year)
    answer = solve_for(plan, unknown_for(plan, ask.sought), targets, rules)
    value, step = (
        _rounded(ask.sought, plan, answer, targets)
        if isinstance(answer, Reached)
        else (answer.at, None)
    )
    changed = plan.with_values(dict(answer.unknown.changes(value)))
    return Found(
        ask=ask,
        plan=plan,
        targets=targets,
        answer=answer,
        value=value,
        step=step,
        result=evaluate(changed, rules),
        current=float(unknown_for(scenario, ask.sought).current),
        therapy_per_month=therapy_cost(plan, ask),
        relaxed=dict(_relaxed(scenario, ask)),
    )


def _relaxed(scenario: Scenario, ask: Ask) -> Iterator[tuple[Wish, Answer | None]]:
    """The answer without each target; None where no limit is left."""
    for wish in ask.wishes():
        if wish == "weeks_off" and (
            ask.sought == "weeks_off" or ask.weeks_off == float(scenario.work.time.weeks_off)
        ):
            continue
        less = ask.without(wish)
        plan = plan_for(scenario, less)
        targets = targets_of(plan, less)
        yield wish, solve_for(plan, unknown_for(plan, less.sought), targets) if targets else None


def _rounded(
    sought: Sought, plan: Scenario, answer: Reached, targets: tuple[Target, ...]
) -> tuple[float, float | None]:
    """The answer at the coarsest step that still meets every target, and that step."""
    unknown = answer.unknown
    rounding = math.ceil if unknown.prefer == "least" else math.floor
    slack = -MEETS if unknown.prefer == "least" else MEETS
    yearly = unknown.unit == "money_per_year"
    for step in SALARY_STEPS if yearly else STEPS[sought]:
        value = round(rounding(answer.value / step + slack) * step, PLACES)
        if unknown.low <= value <= unknown.high and meets(plan, unknown, value, targets):
            return value, step
    return answer.value, None


def meets(plan: Scenario, unknown: Unknown, value: float, targets: tuple[Target, ...]) -> bool:
    """Whether a value meets every target."""
    result = evaluate(plan.with_values(dict(unknown.changes(value))), load_rules(plan.tax_year))
    margins = [float(target.margin(figure_of(result, target.figure))) for target in targets]
    return all(
        margin >= -MEETS * max(abs(float(target.limit)), 1.0)
        for margin, target in zip(margins, targets, strict=True)
    )
