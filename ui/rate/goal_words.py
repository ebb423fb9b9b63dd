"""Whose goal the page Set a rate works on, and what an answer does for the target that decides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from calc import Scenario
from calc.questions.rate import Ask, Found
from calc.questions.solve import figure_of
from calc.scenario.targets import Wish
from ui.rate.figure_words import gives
from ui.rate.words import limit, money
from ui.shell import examples
from ui.telling.words import joined

Source: TypeAlias = Literal["typed", "example", "needs", "today"]
TYPE_YOURS = "Nobody has typed a goal yet: this one is what the worked example needs. Type yours."
TYPE_OVER_TODAY = "Nobody has typed a goal yet: this one is today's take-home, rounded. Type yours."
TYPE_OVER_NOTHING = (
    "Nobody has typed a goal yet: this one is 0, as the plan brings home nothing. Type yours."
)
ALONE = ("costs", "taxes", "health cover")
OWNERS: Mapping[Source, str] = {
    "typed": "",
    "example": "the example's goal of ",
    "needs": "",
    "today": "about today's ",
}
GOALS: Mapping[Source, str] = {
    "typed": "Your take-home goal",
    "example": "The example's take-home goal",
    "needs": "What your household needs",
    "today": "Today's take-home",
}
LIMITS: Mapping[Wish, str] = {"hours": "hours", "load": "load"}
TYPED: Mapping[Wish, str] = {"hours": "hours_per_week", "load": "load_in_100"}


def source(plan: Scenario, goal: float) -> Source:
    """Where a take-home goal comes from: typed, an example's or one's own needs, or today."""
    needs = float(plan.household.needs_per_month)
    if plan.rate_targets.take_home_per_month is not None or (needs and goal != needs):
        return "typed"
    if not needs:
        return "today"
    return "example" if needs_are_examples(plan) else "needs"


def needs_are_examples(plan: Scenario) -> bool:
    """Whether a worked example came with these needs, and nobody typed them.

    That is so while a plan that began as an example still has them.
    """
    return examples.needs_of(plan) == float(plan.household.needs_per_month) > 0.0


def is_examples(plan: Scenario, ask: Ask) -> bool:
    """Whether what is asked rests on an example's needs: what is left over always rests on some."""
    if ask.take_home is not None:
        return source(plan, ask.take_home) == "example"
    return ask.left_over is not None and needs_are_examples(plan)


def type_yours(plan: Scenario, ask: Ask) -> list[str]:
    """Whose goal it is where nobody typed one, and that one may be typed."""
    if is_examples(plan, ask):
        return [TYPE_YOURS]
    if ask.take_home is None or source(plan, ask.take_home) != "today":
        return []
    return [TYPE_OVER_TODAY if ask.take_home else TYPE_OVER_NOTHING]


def typical_limits(plan: Scenario, ask: Ask) -> str:
    """That limits of hours and load are typical ones, where nobody typed them; empty where so."""
    names = [
        name
        for wish, name in LIMITS.items()
        if getattr(ask, wish) is not None and getattr(plan.rate_targets, TYPED[wish]) is None
    ]
    if not names:
        return ""
    return f"The limit of {joined(names)} is a typical one until you set yours."


def was_typed(found: Found) -> bool:
    """Whether the target that decides is one that the reader set."""
    match found.binding:
        case "left_over":
            return not needs_are_examples(found.plan)
        case "take_home":
            assert found.ask.take_home is not None
            return source(found.plan, found.ask.take_home) == "typed"
        case "hours" | "load" as wish:
            return getattr(found.plan.rate_targets, TYPED[wish]) is not None
    return False


def whose(found: Found, wish: Wish) -> str:
    """What is named as that which sets the answer."""
    if wish == "take_home" and found.ask.take_home is not None:
        return GOALS[source(found.plan, found.ask.take_home)]
    if wish == "left_over":
        owner = "The example's" if needs_are_examples(found.plan) else "Your"
        return f"{owner} goal of what is left over"
    return {"hours": "Your limit of hours", "load": "Your limit of load"}.get(wish, "Your plan")


def owned(plan: Scenario, goal: float, currency: str) -> str:
    """A take-home goal of a month, and whose it is where nobody typed it."""
    return f"{OWNERS[source(plan, goal)]}{money(goal, currency)} a month"


def brings(found: Found, currency: str) -> str:
    """What the answer does for the target that decides; where none does, for the first."""
    wish = found.binding
    if wish == "take_home" or (wish is None and found.ask.take_home is not None):
        return _brings(found, currency)
    if wish == "left_over" or (wish is None and found.ask.left_over is not None):
        return _leaves(found, currency)
    kept = [found.answer.binding] if found.answer.binding else found.targets
    return "keeps within " + joined([limit(item, found.ask, currency) for item in kept])


def _brings(found: Found, currency: str) -> str:
    ask = found.ask
    assert ask.take_home is not None
    if ask.take_home:
        after = " after own therapy" if ask.therapy else ""
        return f"brings {owned(found.plan, ask.take_home, currency)}{after}"
    return f"pays for no more than {_alone(ask)}"


def _alone(ask: Ask) -> str:
    """What a take-home of nothing has paid for: it is no sum that anything brings."""
    return joined([*ALONE, *(["own therapy"] if ask.therapy else [])])


def _leaves(found: Found, currency: str) -> str:
    if found.ask.left_over:
        return f"leaves {money(found.ask.left_over, currency)} a month over"
    return f"pays for {_for_living(found)}"


def _for_living(found: Found) -> str:
    """What a plan pays for where nothing is to be left over: only what it holds."""
    result = found.result
    of_example = "the example's " if needs_are_examples(found.plan) else "your household's "
    parts = {
        f"{of_example}needs": float(found.plan.household.needs_per_month),
        "saving": float(result.set_aside.amount),
        "loans": float(result.loans.amount),
        "own therapy": float(result.own_therapy.amount),
    }
    return joined([name for name, amount in parts.items() if amount] or [*ALONE])


def paid(found: Found) -> str:
    """What has to be paid for where the target that decides is to have nothing beyond it."""
    match found.binding:
        case "take_home" if not found.ask.take_home:
            return _alone(found.ask)
        case "left_over" if not found.ask.left_over:
            return _for_living(found)
    return ""


def beyond(found: Found, currency: str) -> list[str]:
    """What the answer gives of money where another target decides."""
    ask = found.ask
    said = []
    if ask.take_home is not None and found.binding not in ("take_home", None):
        (target,) = (one for one in found.targets if one.figure == "take_home_per_month")
        said.append(f"It brings {gives(found, target, currency)}.")
    if ask.left_over is not None and ask.take_home is not None:
        left = float(figure_of(found.result, "left_over_per_month"))
        said.append(f"It leaves {money(round(left), currency)} a month over.")
    return said
