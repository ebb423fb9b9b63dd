"""Whose goal Set a rate answers for: a worked example's needs are not called the reader's."""

import pytest

from calc.questions.rate import Ask, find
from tests.ui.rate.targets import PAGE, SOLO, Open, enter, switch, texts
from ui.rate import goal_words
from ui.shell import examples

EXAMPLES = "the example's"


def test_an_untouched_goal_is_the_examples(open_app: Open) -> None:
    """Before anybody typed a goal the heading names whose it is and the line asks for one."""
    app = open_app(PAGE)
    fee = find(SOLO, Ask("fee", take_home=5500.0, hours=36.0, load=50.0))
    assert fee is not None
    assert app.title[0].value == (
        f"A fee of \\${fee.value:.0f} brings the example's goal of \\$5,500 a month "
        "from 22 sessions a week."
    )
    assert goal_words.TYPE_YOURS in texts(app)
    assert "The example's take-home goal is what sets this fee." in texts(app)
    assert "Your take-home goal" not in texts(app)
    assert "Today you ask" not in texts(app)
    enter(app, "take_home", 5600.0)
    assert EXAMPLES not in app.title[0].value
    assert goal_words.TYPE_YOURS not in texts(app)
    assert "Your take-home goal is what sets this fee." in texts(app)


def test_it_stays_the_examples_after_other_changes(open_app: Open) -> None:
    """A fee of one's own makes the needs nobody typed no goal of one's own; needs do."""
    changed = SOLO.with_values({"work.session_kinds.0.fee_per_session": 170.0})
    app = open_app(PAGE, changed)
    assert EXAMPLES in app.title[0].value
    app = open_app(PAGE, changed.with_values({"household.needs_per_month": 5400.0}))
    assert EXAMPLES not in app.title[0].value
    renamed = open_app(PAGE, SOLO.with_values({"title": "My practice"}))
    assert EXAMPLES in renamed.title[0].value
    own = open_app(PAGE, SOLO.with_values({"began_as": ""}))
    assert EXAMPLES not in own.title[0].value


def test_out_of_reach_and_left_over_say_whose_it_is(open_app: Open) -> None:
    """No fee within the hours, and needs that a fee pays for, are told of the example too."""
    app = open_app(PAGE)
    enter(app, "hours", 10.0)
    assert "reaches the example's goal of \\$5,500 a month" in app.title[0].value
    assert goal_words.TYPE_YOURS in texts(app)
    enter(app, "hours", 36.0)
    switch(app, "take_home", False)
    switch(app, "left_over", True)
    assert "pays for the example's needs from 22 sessions" in app.title[0].value


@pytest.mark.parametrize("name", examples.scenarios())
def test_the_needs_of_each_example(name: str) -> None:
    """An example is found again by what the plan began as, whatever it is called."""
    plan = examples.scenarios()[name]
    assert examples.needs_of(plan) == float(plan.household.needs_per_month) > 0.0
    renamed = plan.with_values({"title": "Mine"})
    assert examples.needs_of(renamed) == examples.needs_of(plan)
    assert examples.needs_of(plan.with_values({"began_as": ""})) is None
