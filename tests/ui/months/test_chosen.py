"""Choices on Months ahead: each writes the values of the plan that it stands for."""

import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario.ahead_rows import Job
from tests.ui.pages import EXAMPLES, SOLO, Open
from ui.months import fields, groups, seasons, view, words

PAGE = "Months ahead"
AGENCY = EXAMPLES["agency_to_practice"]


def select(app: AppTest, label: str) -> Any:
    """A choice by its label."""
    return next(box for box in app.selectbox if box.label == label)


def ahead_of(app: AppTest) -> Any:
    """What lies ahead of the plan now."""
    return app.session_state["plan"].ahead


def test_what_becomes_of_the_job_is_chosen(open_app: Open) -> None:
    """Leaving now, keeping it, half-time again until another month."""
    app = open_app(PAGE, AGENCY)
    select(app, "Your job").set_value("keep").run()
    assert [(row.month, row.share) for row in ahead_of(app).job] == [(1, 1.0)]
    assert ahead_of(app).job[0].health_cover
    select(app, "Your job").set_value("part").run()
    select(app, "Half-time until the end of").set_value("13").run()
    assert ahead_of(app).job[1] == Job(month=13, share=0.0)
    select(app, "Your job").set_value("none").run()
    assert ahead_of(app).job == ()
    assert not app.exception


def test_a_shape_of_stays_is_chosen_also_without_months(open_app: Open) -> None:
    """Three values at once, and the shape is shown as chosen."""
    app = open_app(PAGE, SOLO)
    select(app, "Clients stay").set_value("long work").run()
    assert fields.stay_of(ahead_of(app)) == fields.STAYS["long work"]
    assert select(app, "Clients stay").value == "long work"


def test_seasons_are_shapes_or_twelve_factors(open_app: Open) -> None:
    """A named shape, then one's own, of which one month is typed over."""
    app = open_app(PAGE, AGENCY)
    app.session_state["group ahead seasons"] = True
    app.run()
    select(app, "Enquiries").set_value("A quiet summer").run()
    assert ahead_of(app).enquiry_season == seasons.SHAPES["A quiet summer"]
    select(app, "Enquiries").set_value(seasons.OWN).run()
    august = next(box for box in app.number_input if box.label == "August")
    august.set_value(0.2).run()
    assert ahead_of(app).enquiry_season[7] == 0.2
    august = next(box for box in app.number_input if box.label == "August")
    august.set_value(-1.0).run()
    assert not app.exception
    assert "August" in app.warning[0].value
    assert ahead_of(app).enquiry_season[7] == 0.2


def test_the_start_is_chosen_by_its_name(open_app: Open) -> None:
    """The first of a month, from names."""
    app = open_app(PAGE, AGENCY)
    app.session_state["group ahead span"] = True
    app.run()
    assert select(app, "Starts in").value == "2027-01-01"
    select(app, "Starts in").set_value("2027-09-01").run()
    assert ahead_of(app).starts_on == datetime.date(2027, 9, 1)


@pytest.mark.parametrize(
    ("fold", "says"), [("new fees", "Add a change"), ("job", "Add a step"), ("away", "Add a leave")]
)
def test_a_new_row_changes_nothing_yet(open_app: Open, fold: str, says: str) -> None:
    """Whatever is added by its button, every figure is that of before until something is typed."""
    app = open_app(PAGE, AGENCY)
    app.session_state[f"group ahead {fold}"] = True
    app.run()
    before = [(each.label, each.value) for each in app.metric]
    premise = words.premise(view.found(AGENCY))
    next(button for button in app.button if button.label == says).click().run()
    assert not app.exception
    assert app.session_state["plan"] != AGENCY
    assert [(each.label, each.value) for each in app.metric] == before
    if fold != "job":
        assert any(premise in each.value for each in app.markdown)


def test_a_new_step_of_the_job_takes_a_month_that_is_free() -> None:
    """After the last row, or before it where that is in the last month; as the row that holds."""
    assert AGENCY.ahead is not None
    rows = [{"month": 1, "share": 0.5, "places_share": 0.4}, {"month": 24, "share": 0.0}]
    ahead = AGENCY.with_values({"ahead.job": rows}).ahead
    step = {"month": 2, "share": 0.5, "places_share": 0.4, "health_cover": False}
    assert groups.next_step(ahead) == step
    later = AGENCY.with_values({"ahead.job": [rows[0], {"month": 7, "share": 0.0}]}).ahead
    assert groups.next_step(later) == {**step, "month": 8, "share": 0.0, "places_share": 1.0}
    assert groups.next_step(AGENCY.with_values({"ahead.job": ()}).ahead)["share"] == 1.0


def test_rows_come_and_go(open_app: Open) -> None:
    """A leave is added, then a holiday, both of no weeks yet; one is removed again."""
    app = open_app(PAGE, AGENCY)
    app.session_state["group ahead away"] = True
    app.run()
    for says in ("Add a leave", "Add a holiday"):
        next(button for button in app.button if button.label == says).click().run()
    assert [row.kind for row in ahead_of(app).away] == ["leave", "holiday"]
    assert [row.weeks for row in ahead_of(app).away] == [0, 0.0]
    assert app.title[0].value == words.headline(view.found(AGENCY))
    next(button for button in app.button if button.label == "Remove this time away").click().run()
    assert [row.kind for row in ahead_of(app).away] == ["leave"]
    labels = " ".join(each.label for each in app.expander)
    assert "A leave, a baby, an illness** · no weeks yet" in labels
    assert "1 leave, no weeks yet" in labels
    assert not app.exception
