"""What is only opened or looked at changes nothing of a plan, whatever an option is called by then.

A browser says a choice by the name it was told. Where the name has changed meanwhile, the choice
must not be taken for another.
"""

import datetime
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.naming import say_names_as_a_browser
from tests.ui.pages import EXAMPLES, SOLO, Open
from ui.months import job

PAGE = "Months ahead"
AGENCY = EXAMPLES["agency_to_practice"]
FOLDS = ("span", "who", "job", "seasons", "away", "set up", "new fees", "tax paid", "chance")
FOLDS += ("leave", "place")


@pytest.fixture(autouse=True)
def as_in_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Names of before are sent."""
    say_names_as_a_browser(monkeypatch)


def box(app: AppTest, label: str) -> Any:
    """A select box by its label."""
    return next(one for one in app.selectbox if one.label == label)


def check_folds(app: AppTest) -> None:
    """Every fold opened, one after the other, and the plan is the same object."""
    before = app.session_state["plan"]
    for fold in FOLDS:
        app.session_state[f"group ahead {fold}"] = True
        app.run()
        assert not app.exception
        assert not app.warning
        assert app.session_state["plan"] is before, fold


@pytest.mark.parametrize("kind", [job.NONE, job.NOW, job.PART, job.KEEP, job.OWN])
def test_a_fold_opened_after_a_choice_of_the_job_keeps_the_choice(
    open_app: Open, kind: str
) -> None:
    """What becomes of the job is what was chosen, also once its fold is open."""
    app = open_app(PAGE, SOLO)
    if kind == job.NONE:
        box(app, "Your job").set_value(job.NOW).run()
    box(app, "Your job").set_value(kind).run()
    rows = app.session_state["plan"].ahead.job
    assert job.kind_of(rows) == kind
    check_folds(app)
    assert box(app, "Your job").value == kind


def test_a_part_that_was_typed_keeps_its_choice(open_app: Open) -> None:
    """Another part of the job than the half renames the choice, and is kept."""
    app = open_app(PAGE, SOLO)
    box(app, "Your job").set_value(job.PART).run()
    app.session_state["group ahead job"] = True
    app.run()
    share = next(one for one in app.number_input if one.key.endswith("ahead.job.0.share"))
    share.set_value(40.0).run()
    rows = app.session_state["plan"].ahead.job
    assert [float(row.share) for row in rows] == [0.4, 0.0]
    assert "40\xa0% of the job first" in box(app, "Your job").options
    check_folds(app)


def test_months_that_got_other_names_are_those_they_were(open_app: Open) -> None:
    """With another first month each step is in the month of its number, not of its old name."""
    app = open_app(PAGE, AGENCY)
    app.session_state["group ahead job"] = True
    app.session_state["group ahead span"] = True
    app.run()
    box(app, "From").set_value(1).run()
    rows = app.session_state["plan"].ahead.job
    for start in ("2026-10-01", "2026-01-01", "2027-02-01"):
        box(app, "Starts in").set_value(start).run()
        plan = app.session_state["plan"]
        assert plan.ahead.starts_on == datetime.date.fromisoformat(start)
        assert plan.ahead.job == rows
        check_folds(app)


def test_a_shape_of_ones_own_gives_way_to_one_that_is_offered(open_app: Open) -> None:
    """The option that says one's own stays is gone once another is chosen; that one stays."""
    app = open_app(PAGE, AGENCY.with_values({"ahead.weeks_once_settled": 44.0}))
    assert "yours" in box(app, "Clients stay").options[0]
    box(app, "Clients stay").set_value("long work").run()
    assert box(app, "Clients stay").value == "long work"
    check_folds(app)
