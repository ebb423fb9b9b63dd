"""Set a rate: journeys from targets to a plan, and the sentences that answer."""

import re

import pytest

from calc import Scenario, evaluate
from calc.questions.rate import Ask, find
from calc.questions.sought import sought_of
from tests.ui.rate.targets import PAGE, RULES, SOLO, Open, enter, seek, switch, texts, use, widget
from ui.rate import answer_words as rate_answer_words
from ui.rate import reach_words
from ui.rate import words as rate_words
from ui.shell import examples

KIND = "work.session_kinds.0"


def test_the_sentence_of_the_issue(open_app: Open) -> None:
    """$6,000 a month after weekly therapy, at most 36 hours, five weeks off: the fee, and used."""
    app = open_app(PAGE)
    enter(app, "take_home", 6000.0)
    enter(app, "hours", 36.0)
    switch(app, "weeks_off", True)
    enter(app, "weeks_off", 5.0)
    switch(app, "therapy", True)
    assert not app.exception
    assert app.title[0].value == (
        "A fee of \\$136 brings \\$6,000 a month after own therapy from 22 sessions a week."
    )
    assert "It also sets 5 weeks off and 47 sessions of own therapy a year." in texts(app)
    assert "Without own therapy: $125." in texts(app)
    use(app)
    plan: Scenario = app.session_state["plan"]
    assert plan.work.session_kinds[0].fee_per_session == 136.0
    assert plan.work.time.weeks_off == 5.0
    assert plan.support.own_therapy.sessions_per_year == 47.0
    after = evaluate(plan, RULES)
    left = float(after.take_home.amount - after.own_therapy.amount) / 12
    assert 6000.0 <= left < 6060.0
    assert "That is today's fee." in texts(app)
    assert not [button for button in app.button if button.key == "use"]


def test_the_agreed_sentences(open_app: Open) -> None:
    """The heading, the check and what decides, at the figures of the reference case."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    assert app.title[0].value == (
        "A fee of \\$156 brings \\$7,500 a month from 22 sessions a week."
    )
    said = texts(app)
    assert "That is $6 more than today. It stays inside 36 hours and 47 in 100 exhausted." in said
    typical = "The limit of hours and load is a typical one until you set yours."
    assert typical in said
    assert "Checked: $156 gives $7,527 a month" in said
    assert "The exact answer is $155.50. Fees are rounded up to whole dollars." in said
    assert "What decides: $7,500 a month." in said
    assert app.metric[0].value == "\\$156"
    assert app.metric[0].delta == "+\\$6 from today"
    enter(app, "hours", 35.0)
    assert "The limit of load is a typical one until you set yours." in texts(app)


def test_what_a_target_costs(open_app: Open) -> None:
    """Solved again without the load target the fee is lower; without the others the same."""
    app = open_app(PAGE)
    for wish, amount in (("take_home", 7500.0), ("hours", 32.0), ("load", 25.6)):
        enter(app, wish, amount)
    said = texts(app)
    assert "What decides: 25.6 in 100 exhausted." in said
    assert "Without the load target: $156." in said
    assert "Without the take-home target or the hours target: the same." in said


@pytest.mark.parametrize(
    ("sought", "path", "value", "heading"),
    [
        ("booked", f"{KIND}.booked_per_week", 23.0, "23 sessions a week bring \\$7,500 a month"),
        ("weeks_off", "work.time.holiday_weeks", 4.0, "Up to 4 weeks off still brings"),
    ],
)
def test_caseload_and_weeks(
    open_app: Open, sought: str, path: str, value: float, heading: str
) -> None:
    """The least caseload and the most weeks off, rounded to the side that meets every target."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    seek(app, sought)
    assert app.title[0].value.startswith(heading)
    use(app)
    assert app.session_state["plan"].value_at(path) == value
    assert not app.exception


def test_out_of_reach(open_app: Open) -> None:
    """The agreed sentence, then what stands in the way; the map says it too."""
    app = open_app(PAGE)
    switch(app, "load", False)
    enter(app, "take_home", 12_000.0)
    enter(app, "hours", 20.0)
    assert app.title[0].value == "No fee reaches \\$12,000 a month within 20 hours."
    said = texts(app)
    assert "Raise the hours." in said
    assert "lower the take-home" not in said
    assert "The fee does not change the hours: the work takes 25.9 a week at any fee." in said
    assert "Without the hours target: $240." in said
    assert "No fee and caseload on this map meets every target." in said
    seek(app, "booked")
    assert app.title[0].value.startswith("No caseload reaches \\$12,000 a month within 20 hours")
    assert "Nearest: " in app.info[0].value
    assert not [button for button in app.button if button.key == "use"]


def test_remedies_are_those_that_help(open_app: Open) -> None:
    """Of three targets only the hours stand in the way: only they are named, and fewer sessions."""
    app = open_app(PAGE)
    enter(app, "take_home", 7_500.0)
    enter(app, "hours", 20.0)
    said = texts(app)
    assert "Without the take-home target: still out of reach." in said
    assert "Raise the hours. The limit of load is a typical one until you set yours." in said
    assert "lower the take-home" not in said
    assert "some fee meets every target: the tinted part of the map." in said


def test_no_target_at_all(open_app: Open) -> None:
    """Everything switched off: words, the map with today's ring, and no answer."""
    app = open_app(PAGE)
    for wish in ("take_home", "hours", "load"):
        switch(app, wish, False)
    assert not app.exception
    assert app.title[0].value == "Switch on a target to find what meets it."
    assert not app.metric
    app.session_state["table map"] = True
    app.run()
    assert not app.exception


@pytest.mark.parametrize("amount", [None, 300.0, -1.0])
def test_a_limit_that_cannot_be(open_app: Open, amount: float | None) -> None:
    """A sentence says why, the figure stays in its field, and the earlier one is used."""
    app = open_app(PAGE)
    before = app.title[0].value
    enter(app, "hours", amount)
    assert not app.exception
    assert len(app.warning) == 1
    assert "36 is used until" in app.warning[0].value
    assert widget(app.number_input, " hours").value == amount
    assert app.title[0].value == before
    enter(app, "hours", 30.0)
    assert not app.warning


def test_any_fee_does(open_app: Open) -> None:
    """Limits that hold even for nothing: the least fee is none, and no target holds it back."""
    app = open_app(PAGE)
    switch(app, "take_home", False)
    enter(app, "load", 80.0)
    assert app.title[0].value == "Any fee keeps within 36 hours and 80 in 100 exhausted."
    assert "No target holds it back" in texts(app)
    assert not [button for button in app.button if button.key == "use"]
    switch(app, "take_home", True)
    enter(app, "take_home", 0.0)
    assert "Your take-home goal is what sets this fee." in texts(app)


@pytest.mark.parametrize(
    ("pay", "heading"),
    [
        ({"kind": "salary"}, r"A salary of \\\$[\d,]+ brings"),
        ({"kind": "hourly"}, r"A rate of \\\$[\d.]+ an hour brings"),
        ({"kind": "per_session"}, r"A rate of \\\$[\d.]+ brings"),
    ],
)
def test_pay_in_place_of_a_fee(open_app: Open, pay: dict[str, str], heading: str) -> None:
    """An employee sets no fee: the page says so and finds the pay instead; no map, but levers."""
    kinds = [{"payer": "private", "booked_per_week": 20.0}]
    plan = SOLO.with_values({"work": {"kind": "employee", "session_kinds": kinds, "pay": pay}})
    app = open_app(PAGE, plan)
    assert not app.exception
    assert re.match(heading, app.title[0].value), app.title[0].value
    assert "There is no fee to set: an employer pays for this work." in texts(app)
    assert [item.value for item in app.header] == [
        "What it should reach",
        "What moves your wage most",
    ]
    use(app)
    assert not app.exception
    assert "That is what is paid today." in texts(app)


def test_a_caseload_does_not_move_a_salary(open_app: Open) -> None:
    """The figure that stays is named."""
    app = open_app(PAGE, Scenario.parse({"work": {"kind": "employee"}}))
    enter(app, "take_home", 6000.0)
    seek(app, "booked")
    assert re.search(r"The caseload does not change this: it is \\\$[\d,]+", app.info[0].value)


def test_no_session_booked(open_app: Open) -> None:
    """No fee to set, but a caseload that can be found; with no kind of session neither."""
    app = open_app(PAGE, SOLO.with_values({f"{KIND}.booked_per_week": 0.0, "began_as": ""}))
    assert app.title[0].value == "18 sessions a week bring \\$5,500 a month."
    assert "There is no fee to set: no session is booked." in texts(app)
    none = Scenario.parse({"work": {"kind": "own_practice", "session_kinds": ()}})
    app = open_app(PAGE, none)
    assert not app.exception
    assert app.title[0].value == "There is no fee to set yet."
    assert sought_of(none) == ()


def test_no_week_worked(open_app: Open) -> None:
    """Figures that nobody knows are said to be so, never nan; weeks off can still be found."""
    app = open_app(PAGE, SOLO.with_values({"work.time.holiday_weeks": 52.0}))
    assert "No week is worked, so hours and load are not known." in app.info[0].value
    assert "nan" not in texts(app)
    seek(app, "weeks_off")
    assert app.title[0].value.startswith("Up to 15 weeks off")


def test_targets_stay_while_the_plan_changes(open_app: Open) -> None:
    """A target outlives a change of the plan and of the page, but not another plan."""
    app = open_app(PAGE)
    enter(app, "take_home", 7500.0)
    use(app)
    app.switch_page("ui/load/page.py").run()
    app.switch_page("ui/rate/page.py").run()
    assert widget(app.number_input, " take_home").value == 7500.0
    other = examples.scenarios()["new_practice_high_rent"]
    app.session_state["plan"] = other
    app.session_state["opened"] += 1
    app.session_state["version"] += 1
    app.run()
    assert widget(app.number_input, " take_home").value == 2600.0


def test_whole_sessions_or_both_sides() -> None:
    """Sessions that would break the hours when rounded up are told on both sides, with figures."""
    hours = float(evaluate(SOLO, RULES).year.hours_per_week.amount)
    found = find(SOLO, Ask("booked", take_home=7205.0, hours=hours))
    assert found is not None
    assert found.value == 22.0
    closer = find(SOLO, Ask("booked", take_home=7250.0, hours=hours + 0.2))
    assert closer is not None
    assert rate_answer_words.headline(closer, "USD").replace("\\", "") == (
        f"No whole number of sessions a week reaches $7,250 a month within {hours + 0.2:.1f} hours."
    )
    assert rate_answer_words.below(closer, "USD") == (
        ["22 sessions a week bring too little; 23 take 26.8 hours."],
        [],
    )
    told = reach_words.nearest(closer, "USD").replace("\\", "").splitlines()
    assert told[0].startswith("22 sessions a week: $7,206 a month and 25.9 hours a week.")
    assert told[1].startswith("23 sessions a week: $7,")


def test_hours_of_another_job_are_told_beside_the_limit(open_app: Open) -> None:
    """The limit is of the practice alone; without another job there is nothing to tell."""
    job = SOLO.with_values({"household.other_job_hours_per_week": 35.0})
    said = "Hours of this work alone. Your other job takes 35 more; Load counts both."
    assert rate_words.beside_hours(job) == said
    assert rate_words.beside_hours(SOLO) == ""
    app = open_app(PAGE)
    assert "Hours of this work alone" not in texts(app)
    app.session_state["plan"] = job
    assert said in texts(app.run())


def test_weekly_therapy_is_one_in_each_worked_week() -> None:
    """Own therapy tries another number, so this one says how it is counted."""
    plan = SOLO.with_values({"support.own_therapy.sessions_per_year": 0.0})
    solved = plan.with_values({"support.own_therapy.sessions_per_year": 47.0})
    said = rate_words.therapy(plan, solved, Ask("fee", therapy=True))
    assert said.startswith("None in your plan. One in each worked week: 47 sessions a year, ")
