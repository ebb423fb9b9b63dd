"""Which target decides an answer, and what is found without each."""

from dataclasses import replace
from typing import Any

import pytest

from calc.questions.rate import WISHES, Ask
from calc.questions.solve import Reached
from calc.questions.sought import sought_of
from tests.calc.questions.asks import FULL, PLANS, SOLO, a_little_more, answer_to


@pytest.mark.parametrize("wish", WISHES)
def test_a_target_switched_off(wish: Any) -> None:
    """The other targets stay as they are; nothing wished is no wish, and 0 is one."""
    ask = Ask("fee", take_home=0.0, left_over=0.0, hours=30.0, load=40.0, weeks_off=5.0)
    ask = replace(ask, therapy=True)
    assert ask.wishes() == WISHES
    less = ask.without(wish)
    assert less.wishes() == tuple(other for other in WISHES if other != wish)
    kept = [other for other in WISHES if other != wish]
    assert [getattr(less, name) for name in kept] == [getattr(ask, name) for name in kept]
    assert Ask("fee").wishes() == ()


@pytest.mark.parametrize(
    ("ask", "binding"),
    [
        (Ask("fee", take_home=7500.0, hours=40.0, load=90.0), "take_home"),
        (FULL, "load"),
        (Ask("weeks_off", hours=30.0, take_home=1.0), "take_home"),
        (Ask("fee", take_home=1.0, hours=20.0), "hours"),
    ],
)
def test_the_target_that_decides(ask: Ask, binding: str) -> None:
    """It is the one without which the answer is better, or there is an answer at all."""
    found = answer_to(SOLO, ask)
    assert found.binding == binding
    others = {wish: found.relaxed[wish] for wish in ask.wishes()}
    better = others.pop(found.binding)
    assert better is None or better != found.answer
    for answer in others.values():
        assert answer is not None
        assert type(answer) is type(found.answer)


@pytest.mark.parametrize("name", list(PLANS))
def test_relaxing_never_makes_an_answer_worse(name: str) -> None:
    """Without a target the least is no more and the most no less, and what was reached still is."""
    plan = PLANS[name]
    for sought in sought_of(plan):
        ask = a_little_more(plan, sought)
        found = answer_to(plan, ask)
        assert tuple(found.relaxed) == ask.wishes()
        for wish, answer in found.relaxed.items():
            assert answer is not None, wish
            if isinstance(found.answer, Reached):
                assert isinstance(answer, Reached)
                side = 1.0 if answer.unknown.prefer == "least" else -1.0
                assert side * answer.value <= side * found.answer.value + 1e-6


@pytest.mark.parametrize("wish", ["load", "weeks_off", "therapy"])
def test_relaxed_is_what_is_found_without_the_target(wish: Any) -> None:
    """The answer without a target is that of an ask in which it is switched off."""
    ask = Ask("fee", take_home=7_500.0, load=25.6, weeks_off=8.0, therapy=True)
    relaxed, alone = answer_to(SOLO, ask).relaxed[wish], answer_to(SOLO, ask.without(wish)).answer
    assert isinstance(relaxed, Reached)
    assert isinstance(alone, Reached)
    assert relaxed.value == alone.value


def test_the_last_limit_leaves_nothing_to_find() -> None:
    """Without its only limit an ask has no answer, and with therapy beside it that is told too."""
    found = answer_to(SOLO, Ask("fee", take_home=6_000.0, therapy=True))
    assert found.relaxed["take_home"] is None
    cheaper = found.relaxed["therapy"]
    assert isinstance(cheaper, Reached)
    assert isinstance(found.answer, Reached)
    assert cheaper.value < found.answer.value


def test_weeks_off_that_cost_nothing_are_no_relaxation() -> None:
    """As many as today, or as many as can be: there is nothing to give up in either."""
    today = float(SOLO.work.time.weeks_off)
    same = answer_to(SOLO, Ask("fee", take_home=7_000.0, weeks_off=today))
    assert set(same.relaxed) == {"take_home"}
    most = answer_to(SOLO, Ask("weeks_off", take_home=7_000.0, weeks_off=9.0))
    assert set(most.relaxed) == {"take_home"}
    more = answer_to(SOLO, Ask("fee", take_home=7_000.0, weeks_off=today + 2.0))
    assert set(more.relaxed) == {"take_home", "weeks_off"}
