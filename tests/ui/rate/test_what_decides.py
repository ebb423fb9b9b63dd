"""The heading of Set a rate names what decides, and speaks of targets that somebody set."""

from typing import Any

import pytest

from calc import Scenario
from calc.questions.rate import Ask, find
from calc.questions.sought import sought_of
from tests.ui.pages import EXAMPLES
from tests.ui.rate.targets import PAGE, SOLO, Open, enter, switch, texts
from ui.rate import answer_words, goal_words
from ui.shell import examples

MINE = SOLO.with_values({"title": "Mine", "began_as": ""})
NO_NEEDS = MINE.with_values({"household.needs_per_month": 0.0})
ALL = ("take_home", "left_over", "hours", "load")
PAID = "costs, taxes and health cover"


def _asked(**values: Any) -> Scenario:
    return MINE.with_values({f"rate_targets.{name}": value for name, value in values.items()})


@pytest.mark.parametrize(
    ("plan", "heading", "decides"),
    [
        (
            _asked(take_home_per_month=0.0),
            f"A fee of \\$28 pays for no more than {PAID} from 22 sessions a week.",
            f"that {PAID} are paid",
        ),
        (
            _asked(take_home_per_month=0.0, counted=("take_home", "therapy")),
            "A fee of \\$36 pays for no more than costs, taxes, health cover and own therapy from",
            "that costs, taxes, health cover and own therapy are paid",
        ),
        (
            _asked(take_home_per_month=0.0, load_in_100=30.0),
            "A fee of \\$112 keeps within 30 in 100 exhausted at 22 sessions a week.",
            "30 in 100 exhausted",
        ),
        (
            _asked(take_home_per_month=0.0, counted=ALL),
            "A fee of \\$119 pays for your household's needs from 22 sessions a week.",
            "that your household's needs are paid",
        ),
        (
            _asked(take_home_per_month=3000.0, left_over_per_month=100.0, counted=ALL),
            "A fee of \\$120 leaves \\$100 a month over from 22 sessions a week.",
            "$100 a month left over",
        ),
        (
            _asked(take_home_per_month=0.0, sought="booked"),
            f"4 sessions a week pay for no more than {PAID} at today's fee.",
            f"that {PAID} are paid",
        ),
    ],
)
def test_the_heading_names_what_decides(
    open_app: Open, plan: Scenario, heading: str, decides: str
) -> None:
    """Needs, load, own therapy or the costs: never a goal of $0, nor one that does not decide."""
    app = open_app(PAGE, plan)
    assert app.title[0].value.startswith(heading)
    assert f"**What decides: {decides}.**" in texts(app)


@pytest.mark.parametrize("plan", EXAMPLES.values(), ids=EXAMPLES)
@pytest.mark.parametrize("place", [0, -1])
def test_two_sentences_at_most_stand_under_the_heading(plan: Scenario, place: int) -> None:
    """Whatever is sought of whichever plan; the others stand beside the answer."""
    sought = sought_of(plan)[place]
    found = find(plan, Ask(sought, take_home=6_000.0, left_over=0.0, hours=36.0, load=60.0))
    assert found is not None
    told, rest = answer_words.below(found, "USD")
    assert 1 <= len(told) <= 2
    assert all(said.endswith(".") for said in [*told, *rest])
    assert not rest or len(told) == 2


def test_money_beside_a_load_that_decides(open_app: Open) -> None:
    """What the fee brings follows the limit that decides, which is not said twice."""
    app = open_app(PAGE, _asked(take_home_per_month=3000.0, load_in_100=30.0))
    said = texts(app)
    assert "Today you ask $38 more than these targets need. It stays inside 36 hours." in said
    assert "It brings $5,131 a month." in said
    assert "Today you ask $38 more than these targets need." in said


def test_nothing_is_needed_that_nobody_set(open_app: Open) -> None:
    """Without a goal the page works on today's, says so, and has no target ask for less."""
    app = open_app(PAGE, NO_NEEDS)
    said = texts(app)
    assert app.title[0].value.startswith("A fee of \\$150 brings about today's \\$7,200 a month")
    assert goal_words.TYPE_OVER_TODAY in said
    assert "Today's take-home is what sets this fee." in said
    app = open_app(PAGE, MINE)
    said = texts(app)
    assert "these targets need" not in said
    assert "The plan asks $31 more than that fee." in said
    assert "What your household needs is what sets this fee." in said
    enter(app, "take_home", 5000.0)
    assert "more than these targets need." in texts(app)
    assert goal_words.TYPE_OVER_TODAY not in texts(app)


def test_needs_that_nobody_entered_are_not_paid(open_app: Open) -> None:
    """Nothing left over of nothing needed is what the work costs."""
    app = open_app(PAGE, NO_NEEDS.with_values({"rate_targets.counted": ("left_over",)}))
    assert app.title[0].value.startswith(f"A fee of \\$28 pays for {PAID} from")
    assert "these targets need" in texts(app)


def test_a_fee_that_nothing_asks_for(open_app: Open) -> None:
    """No figure of $0 where any fee does."""
    app = open_app(PAGE)
    switch(app, "take_home", False)
    assert "any fee meets them all" in texts(app)
    assert not app.metric


def test_each_fee_that_moves_is_named(open_app: Open) -> None:
    """Of several private kinds the heading names the first, the line each other with its fee."""
    plan = examples.scenarios()["part_time_beside_a_job"]
    app = open_app(PAGE, plan)
    assert app.title[0].value.startswith("A fee of \\$90 for Individual, video brings")
    assert "In proportion: Couple, in the room at $126." in texts(app)
    assert app.button(key="use").label == "Use these fees"


def test_a_plan_that_brings_nothing_has_no_goal_of_today(open_app: Open) -> None:
    """A loss is no take-home to hold on to: the goal is nothing, and the page says why."""
    loss = NO_NEEDS.with_values({"work.session_kinds.0.fee_per_session": 20.0})
    said = texts(open_app(PAGE, loss))
    assert goal_words.TYPE_OVER_NOTHING in said
    assert goal_words.TYPE_OVER_TODAY not in said
    assert "$0 a month" not in said


def test_no_place_where_one_would_break_the_floor(open_app: Open) -> None:
    """A floor just below today's take-home allows none, and no "0 of 22" can be held."""
    app = open_app(PAGE, NO_NEEDS)
    said = texts(app)
    assert "**No place.** Take-home is $7,206 a month without any; one would leave" in said
    assert "0 of 22" not in said


def test_nothing_to_live_on_out_of_reach(open_app: Open) -> None:
    """A goal of nothing that no fee reaches is told as what it pays for."""
    app = open_app(PAGE, _asked(take_home_per_month=0.0, hours_per_week=10.0))
    assert app.title[0].value == f"No fee reaches what {PAID} take within 10 hours and 47 in " + (
        "100 exhausted."
    )
