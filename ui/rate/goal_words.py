"""Whose goal the page Set a rate works on: one that was typed, or the needs of a worked example."""

from __future__ import annotations

from calc import Scenario
from calc.questions.rate import Ask
from ui.shell import examples

TYPE_YOURS = "Nobody has typed a goal yet: this one is what the worked example needs. Type yours."


def is_examples(plan: Scenario, ask: Ask) -> bool:
    """Whether what is asked rests on needs that a worked example came with, and nobody typed.

    That is so while a plan that began as an example still has its needs. A take-home goal that is
    typed is the reader's; the goal of what is left over always rests on the needs.
    """
    of_needs = ask.left_over is not None
    if ask.take_home is not None:
        typed = plan.rate_targets.take_home_per_month is not None
        of_needs = not typed and ask.take_home == float(plan.household.needs_per_month)
    return of_needs and examples.needs_of(plan) == float(plan.household.needs_per_month)


def owner(plan: Scenario, ask: Ask) -> str:
    """What goes before a goal of a month that is the example's; empty before one's own."""
    return "the example's goal of " if is_examples(plan, ask) else ""
