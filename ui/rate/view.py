"""What the page Set a rate works on: the answer and the map, found once for what is asked."""

from __future__ import annotations

from functools import partial

from calc import Result
from calc.questions.rate import Ask, Found, find
from calc.questions.rate_map import Map, map_for
from ui.shell import answers


def found(result: Result, ask: Ask) -> Found | None:
    """The answer to an ask; None where there is nothing to find."""
    plan = result.scenario
    return answers.kept("rate", partial(find, plan, ask), of=(plan,), at=(ask,))


def drawn(result: Result, ask: Ask) -> Map | None:
    """The map around that answer; None where a fee moves nothing."""
    plan, answer = result.scenario, found(result, ask)
    return answers.kept("rate map", partial(map_for, plan, ask, answer), of=(plan,), at=(ask,))
