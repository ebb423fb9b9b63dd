"""What the page Set a rate asks of the calculation: targets, the answer and its relaxations.

A target of this page is no part of the plan, though it is kept with it. Own therapy and weeks off
change the plan that is solved; the others are limits of its figures.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeAlias

from calc import Result, Scenario, evaluate, load_rules
from calc.number import WEEKS_PER_YEAR
from calc.questions.solve import (
    Figure,
    OutOfReach,
    Reached,
    Seen,
    Target,
    Unknown,
    figure_of,
    solve_for,
    unknown_of,
)
from calc.questions.sought import sought_of, unknown_for
from calc.questions.therapy import cost_per_month
from calc.scenario.targets import WISHES, Sought, Wish

Answer: TypeAlias = Reached | OutOfReach
THERAPY = "support.own_therapy.sessions_per_year"
STEPS: Mapping[Sought, tuple[float, ...]] = {
    "fee": (1.0, 0.01),
    "pay": (1.0, 0.01),
    "booked": (1.0,),
    "weeks_off": (1.0, 0.5, 0.1),
}
WISH_OF: Mapping[Figure, Wish] = {
    "hours_per_week": "hours",
    "load_in_100": "load",
    "left_over_per_month": "left_over",
}
SALARY_STEPS = (100.0, 1.0, 0.01)
MEETS = 1e-6  # of a limit: what is missed by less is met
PLACES = 8  # of what is written into the plan


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted: limits, None where a target is switched off, and what is to be found."""

    sought: Sought
    take_home: float | None = None
    left_over: float | None = None
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


@dataclass(frozen=True)
class Found:
    """The answer to an ask of a scenario: the plan that was solved, its targets, the value to use.

    `value` is the exact answer rounded to a round step on the side that meets every target;
    `step` is that step, None where only the exact value does. `result` is the plan at `value`;
    without an answer they are what comes nearest. `seen` is what was worked out of the plan.

    Sessions come whole, or as many as today. Where only a part of one meets every target, `between`
    holds the plan with the whole sessions below and above that, and `value` is the one above.
    """

    scenario: Scenario
    ask: Ask
    plan: Scenario
    targets: tuple[Target, ...]
    answer: Answer
    value: float
    step: float | None
    result: Result
    current: float
    therapy_per_month: float
    seen: Seen
    between: tuple[Result, Result] | None = None

    @cached_property
    def relaxed(self) -> Mapping[Wish, Answer | None]:
        """The answer without each target; None where no limit is left."""
        return dict(_relaxed(self))

    @property
    def reached(self) -> bool:
        """Whether some value that can be used meets every target."""
        return isinstance(self.answer, Reached) and self.between is None

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
        changed = written(self.unknown, self.value, self.step)
        wanted = {
            THERAPY: float(self.plan.support.own_therapy.sessions_per_year),
            "work.time.holiday_weeks": float(self.plan.work.time.holiday_weeks),
        }
        return {path: round(float(value), PLACES) for path, value in (wanted | changed).items()}


def written(unknown: Unknown, value: float, step: float | None) -> dict[str, Any]:
    """What a value writes: fees that follow the first are rounded up to its step."""
    changes = dict(unknown.changes(value))
    if unknown.name != "fee" or step is None:
        return changes
    whole = {
        path: math.ceil(float(amount) / step - MEETS) * step for path, amount in changes.items()
    }
    return {
        path: amount if abs(whole[path] - float(amount)) < MEETS else round(whole[path], PLACES)
        for path, amount in changes.items()
    }


def wish_of(target: Target) -> Wish:
    """The target of the page that a figure's limit stands for."""
    return WISH_OF.get(target.figure, "take_home")


def plan_for(scenario: Scenario, ask: Ask) -> Scenario:
    """The plan with the weeks off and the own therapy that are wanted.

    Own therapy is that of the plan; where it has none, a session in each worked week.
    """
    if ask.weeks_off is not None and ask.sought != "weeks_off":
        weeks = unknown_of(scenario, "weeks_off")
        scenario = scenario.with_values(dict(weeks.changes(ask.weeks_off)))
    if ask.therapy and not float(scenario.support.own_therapy.sessions_per_year):
        worked = max(WEEKS_PER_YEAR - float(scenario.work.time.weeks_off), 0.0)
        scenario = scenario.with_values({THERAPY: worked})
    return scenario


def targets_of(plan: Scenario, ask: Ask) -> tuple[Target, ...]:
    """The limits, take-home raised by what own therapy costs a month where that is wanted."""
    found = []
    if ask.take_home is not None:
        found.append(Target("take_home_per_month", ask.take_home + therapy_cost(plan, ask)))
    if ask.left_over is not None:
        found.append(Target("left_over_per_month", ask.left_over))
    if ask.hours is not None:
        found.append(Target("hours_per_week", ask.hours))
    if ask.load is not None:
        found.append(Target("load_in_100", ask.load))
    return tuple(found)


def therapy_cost(plan: Scenario, ask: Ask) -> float:
    """What own therapy costs a month; nothing where it is not wanted."""
    return float(cost_per_month(plan)) if ask.therapy else 0.0


def find(scenario: Scenario, ask: Ask) -> Found | None:
    """The answer to an ask; None where no limit is set or there is nothing to find."""
    if ask.sought not in sought_of(scenario):
        return None
    plan = plan_for(scenario, ask)
    targets = targets_of(plan, ask)
    if not targets:
        return None
    seen: Seen = {}
    answer = _solved(plan, ask.sought, targets, seen)
    value, step = (
        _rounded(ask.sought, plan, answer, targets)
        if isinstance(answer, Reached)
        else (answer.at, None)
    )
    between = None
    if step is None and ask.sought == "booked":
        value, between = _whole(plan, answer, value, targets)
    changed = plan.with_values(written(answer.unknown, value, step))
    return Found(
        scenario=scenario,
        ask=ask,
        plan=plan,
        targets=targets,
        answer=answer,
        value=value,
        step=step,
        result=evaluate(changed, load_rules(plan.tax_year)),
        current=float(unknown_for(scenario, ask.sought).current),
        therapy_per_month=therapy_cost(plan, ask),
        seen=seen,
        between=between,
    )


def _solved(plan: Scenario, sought: Sought, targets: tuple[Target, ...], seen: Seen) -> Answer:
    """The answer; of sessions looked for closer, for few meet both ends of a narrow range."""
    unknown, rules = unknown_for(plan, sought), load_rules(plan.tax_year)
    answer = solve_for(plan, unknown, targets, rules, seen=seen)
    if sought != "booked" or isinstance(answer, Reached):
        return answer
    low, high = max(answer.at - 1.0, unknown.low), min(answer.at + 1.0, unknown.high)
    closer = solve_for(plan, unknown, targets, rules, low=low, high=high, seen=seen)
    return replace(closer, unknown=unknown) if isinstance(closer, Reached) else answer


def _whole(
    plan: Scenario, answer: Answer, value: float, targets: tuple[Target, ...]
) -> tuple[float, tuple[Result, Result] | None]:
    """Whole sessions where a part of one was found: today's number, or those on both sides.

    Far from every target both sides miss the same, and the nearer one stands alone.
    """
    unknown, rules = answer.unknown, load_rules(plan.tax_year)
    today = float(unknown.current)
    if isinstance(answer, Reached) and meets(plan, unknown, today, targets):
        return today, None
    more = min(float(math.ceil(value - MEETS)), math.floor(unknown.high))
    both = [max(more - 1.0, 0.0), more]
    below, above = (
        evaluate(plan.with_values(dict(unknown.changes(amount))), rules) for amount in both
    )
    if missed(below, targets) == missed(above, targets):
        return float(round(value)), None
    return more, (below, above)


def missed(result: Result, targets: tuple[Target, ...]) -> frozenset[Figure]:
    """The figures that miss their limits."""
    return frozenset(
        target.figure
        for target in targets
        if not float(target.margin(figure_of(result, target.figure))) >= -MEETS
    )


def _relaxed(found: Found) -> Iterator[tuple[Wish, Answer | None]]:
    scenario, ask = found.scenario, found.ask
    for wish in ask.wishes():
        if wish == "weeks_off" and (
            ask.sought == "weeks_off" or ask.weeks_off == float(scenario.work.time.weeks_off)
        ):
            continue
        less = ask.without(wish)
        plan = plan_for(scenario, less)
        targets = targets_of(plan, less)
        seen = found.seen if plan == found.plan else None
        unknown = unknown_for(plan, less.sought)
        yield wish, solve_for(plan, unknown, targets, seen=seen) if targets else None


def _rounded(
    sought: Sought, plan: Scenario, answer: Reached, targets: tuple[Target, ...]
) -> tuple[float, float | None]:
    """The answer at the coarsest step that still meets every target, and that step."""
    unknown = answer.unknown
    rounding = math.ceil if unknown.prefer == "least" else math.floor
    slack = -MEETS if unknown.prefer == "least" else MEETS
    for step in SALARY_STEPS if unknown.unit == "money_per_year" else STEPS[sought]:
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
