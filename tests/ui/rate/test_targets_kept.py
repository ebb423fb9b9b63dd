"""The targets of Set a rate: kept with the plan, what is left over, and whole sessions."""

import re
from dataclasses import replace

import pytest

from calc import Scenario, evaluate
from calc.questions.rate import Ask, find, targets_of
from calc.scenario import RateTargets
from calc.scenario.targets import Sought
from tests.ui.rate.targets import PAGE, RULES, SOLO, Open, enter, seek, switch, texts, use, widget
from ui.rate import answer_words as rate_answer_words
from ui.rate import words as rate_words

KIND = "work.session_kinds.0"


@pytest.mark.parametrize(
    ("booked", "ask", "said"),
    [
        (1.0, {"take_home": 1.0}, "1 session a week brings too little"),
        (1.0, {"left_over": 0.0}, "1 session a week leaves too little over"),
        (30.0, {"hours": 30.0}, "30 sessions a week take {hours} hours"),
        (30.0, {"load": 10.0}, "30 sessions a week mean {load} in 100 exhausted"),
    ],
)
def test_what_whole_sessions_miss(booked: float, ask: dict[str, float], said: str) -> None:
    """The first target missed is named with its figure, in the right number."""
    found = find(SOLO, Ask("booked", take_home=7250.0, hours=26.1))
    assert found is not None
    result = evaluate(SOLO.with_values({f"{KIND}.booked_per_week": booked}), RULES)
    targets = targets_of(SOLO, Ask("booked", **ask))
    told = replace(found, targets=targets, between=(result, result))
    hours = f"{float(result.year.hours_per_week.amount):.1f}"
    load = f"{float(result.load.in_100):.1f}"
    (told_so, *_), _ = rate_answer_words.below(told, "USD")
    assert told_so.startswith(f"{said.format(hours=hours, load=load)};")


def test_targets_are_kept_with_the_plan(open_app: Open) -> None:
    """Limits, switches and what is sought stand in the plan's file, and are found in it again."""
    app = open_app(PAGE)
    assert app.session_state["plan"].rate_targets == RateTargets()
    enter(app, "take_home", 7500.0)
    switch(app, "load", False)
    seek(app, "booked")
    kept = app.session_state["plan"]
    assert kept.rate_targets == RateTargets(
        sought="booked", counted=("take_home", "hours"), take_home_per_month=7500.0
    )
    again = Scenario.from_toml(kept.to_toml())
    assert again == kept
    other = open_app(PAGE, again)
    assert widget(other.number_input, " take_home").value == 7500.0
    assert not widget(other.toggle, " load on").value
    assert other.title[0].value.startswith("23 sessions a week bring")
    assert "[rate_targets]" not in SOLO.to_toml()
    assert not [one for one in SOLO.assumptions() if one.path.startswith("rate_targets")]


def test_nothing_left_over_as_a_target(open_app: Open) -> None:
    """Saving, own therapy and needs are paid for; her own sessions are counted, no other number."""
    plan = SOLO.with_values(
        {
            "household.needs_per_month": 6_500.0,
            "support.own_therapy.sessions_per_year": 26.0,
            "work.saving.sep_per_year": 1_000.0,
        }
    )
    app = open_app(PAGE, plan)
    switch(app, "take_home", False)
    switch(app, "left_over", True)
    assert not app.exception
    assert app.title[0].value.endswith(
        "pays for your household's needs, saving and own therapy from 22 sessions a week."
    )
    assert re.search(r"26 sessions a year, as in your plan: \$\d+ a month", texts(app))
    assert rate_words.NO_NEEDS not in texts(app)
    use(app)
    left = float(evaluate(app.session_state["plan"], RULES).left_over.amount)
    assert 0.0 <= left < 1_000.0
    assert app.session_state["plan"].support.own_therapy.sessions_per_year == 26.0
    seek(app, "booked")
    enter(app, "left_over", 100.0)
    assert "leave $100 a month over" in app.title[0].value.replace("\\", "")
    switch(app, "take_home", True)
    assert re.search(r"It leaves \$[\d,]+ a month over\.", texts(app))
    enter(app, "left_over", 90_000.0)
    assert "and $90,000 a month left over" in app.title[0].value.replace("\\", "")
    assert "Lower what is to be left over." in texts(app)


def test_without_needs_it_is_said(open_app: Open) -> None:
    """What is left over means little where no needs are entered."""
    app = open_app(PAGE, SOLO.with_values({"household.needs_per_month": 0.0}))
    switch(app, "left_over", True)
    assert rate_words.NO_NEEDS in texts(app)


@pytest.mark.parametrize(
    ("sought", "limits", "said"),
    [
        ("booked", {"hours": 60.0, "take_home": 7_200.0}, "That many are booked today."),
        ("weeks_off", {"take_home": 7_200.0}, "That many are taken today."),
    ],
)
def test_an_answer_that_is_there_already(
    sought: Sought, limits: dict[str, float], said: str
) -> None:
    """Nothing has to change, and the sentence says so in the words of what was sought."""
    found = find(SOLO, Ask(sought, **limits))
    assert found is not None
    assert " ".join(rate_answer_words.below(found, "USD")[0]).startswith(said)
