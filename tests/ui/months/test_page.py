"""The page Months ahead without a browser: its answer for every shipped plan, and its fields."""

import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario import Ahead
from tests.ui.pages import EXAMPLES, SOLO, Open
from ui.months import view, words
from ui.shell import examples

PAGE = "Months ahead"
PRACTICES = [name for name, plan in EXAMPLES.items() if plan.work.kind != "employee"]


@pytest.mark.parametrize("name", PRACTICES)
def test_every_plan_has_an_answer(open_app: Open, name: str) -> None:
    """A heading of two sentences, four figures and a bar, whether or not months are stated."""
    app = open_app(PAGE, EXAMPLES[name])
    assert not app.exception
    assert "19 times in 20" in app.title[0].value
    existing = EXAMPLES[name].ahead is None or EXAMPLES[name].ahead.clients_at_start is None
    full = "Clients at the end" if existing else "Months until full"
    names = [full, "To start with", "Runs out", "Take-home a month"]
    assert [metric.label for metric in app.metric[:4]] == names


def test_an_employee_is_told_why_there_are_none(open_app: Open) -> None:
    """No figure of a practice stands on the page of somebody who has none."""
    app = open_app(PAGE, EXAMPLES["graduate_with_loans"])
    assert "not for an employee" in app.title[0].value
    assert not app.metric


def number(app: AppTest, label: str) -> Any:
    """A number field by the start of its label."""
    return next(field for field in app.number_input if field.label.startswith(label))


def test_the_first_figure_typed_makes_months_of_a_plan(open_app: Open) -> None:
    """A plan without months shows what counts until then; what is typed is kept in it alone."""
    app = open_app(PAGE, SOLO)
    assert number(app, "Needs a month").value == SOLO.household.needs_per_month
    number(app, "In the bank").set_value(7000.0)
    app.run()
    plan = app.session_state["plan"]
    assert plan.ahead == Ahead(opening_balance=7000.0, starts_on=datetime.date(2026, 12, 1))
    assert plan.with_values({"ahead": None}) == SOLO
    number(app, "Needs a month").set_value(5000.0)
    app.run()
    assert app.session_state["plan"].ahead.needs_per_month == 5000.0


@pytest.mark.parametrize("name", [examples.FIRST, "agency_to_practice"])
def test_a_bad_figure_is_told_and_stays(open_app: Open, name: str) -> None:
    """Field, value, rule and remedy; the answer is that of before, and nothing typed is lost."""
    app = open_app(PAGE, EXAMPLES[name])
    before = app.title[0].value
    number(app, "In the bank").set_value(-5.0)
    app.run()
    assert not app.exception
    assert "Money in the bank at the start" in app.warning[0].value
    assert number(app, "In the bank").value == -5.0
    assert app.title[0].value == before
    number(app, "Needs a month").set_value(4000.0)
    app.run()
    assert number(app, "In the bank").value == -5.0


def test_more_clients_than_places_are_asked_about(open_app: Open) -> None:
    """Sessions that were lowered elsewhere are told with months of as many as have room.

    Every field stays in its place with what was typed.
    """
    plan = EXAMPLES["agency_to_practice"].with_values({"ahead.clients_at_start": 22})
    fewer = plan.with_values({"work.session_kinds.0.booked_per_week": 10.0})
    app = open_app(PAGE, fewer)
    assert not app.exception
    full = fewer.with_values({"ahead.clients_at_start": 10})
    assert app.title[0].value == words.headline(view.found(full))
    assert "Enter 10 or fewer" in app.warning[0].value
    assert any("these months begin with 10 clients" in each.value for each in app.markdown)
    assert len(app.metric) == 4
    assert number(app, "In the bank").value == 14_000.0


def test_a_renamed_example_is_told_to_be_the_examples(open_app: Open) -> None:
    """Its name is the reader's, its figures are not; of a changed one it is told how many are."""
    plan = EXAMPLES["agency_to_practice"]
    told = [each.value for each in open_app(PAGE, plan).markdown]
    assert f":gray[{PAGE} · worked example]" in told
    renamed = plan.with_values({"title": "Mine", "description": ""})
    told = [each.value for each in open_app(PAGE, renamed).markdown]
    assert f":gray[{PAGE} · figures of a worked example]" in told
    assert any("0 entered" in said for said in told)
    changed = renamed.with_values({"ahead.opening_balance": 1234.0})
    told = [each.value for each in open_app(PAGE, changed).markdown]
    assert f":gray[{PAGE}]" in told
    (said,) = [said for said in told if "of the example “Agency to practice”" in said]
    assert "1 entered" in said


@pytest.mark.parametrize("name", PRACTICES)
def test_every_fold_opens(open_app: Open, name: str) -> None:
    """Each group and answer is drawn, whatever the plan holds."""
    app = open_app(PAGE, EXAMPLES[name])
    folds = ("span", "who", "job", "seasons", "away", "set up", "new fees", "tax paid", "chance")
    folds += ("assumptions", "leave", "place", "dates")
    for fold in folds:
        app.session_state[f"group ahead {fold}"] = True
    app.session_state["group months"] = True
    app.run()
    assert not app.exception
    assert not app.warning


def test_other_pages_say_what_the_months_say(open_app: Open) -> None:
    """One line on Your hour and Set a rate, where a plan states months, and only there."""
    plan = EXAMPLES["agency_to_practice"]
    said = words.one_line(view.found(plan))
    for title in ("Your hour", "Set a rate"):
        assert said in [each.value for each in open_app(title, plan).markdown]
        assert not any("**Months ahead**:" in each.value for each in open_app(title, SOLO).markdown)
