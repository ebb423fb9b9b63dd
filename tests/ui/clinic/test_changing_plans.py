"""Clinic: rooms, limits and posts are changed, plans are made and taken away."""

from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_parts import Rooms
from calc.staffing import plans as clinic_plans
from tests.ui.clinic.clinics import INPUTS, PLANS, Open, opened, texts


def field(app: AppTest, path: str) -> Any:
    """The number field of a path."""
    found = [item for item in app.number_input if (item.key or "").endswith(path)]
    assert len(found) == 1, [item.key for item in app.number_input]
    return found[0]


def test_nobody_on_the_roster(open_app: Open) -> None:
    """An empty roster is said, with what to do, on a page without a chart."""
    empty = clinic_plans.plans_of(Clinic())
    app = opened(open_app, empty, *INPUTS, shown=0)
    assert app.title[0].value == "There is nobody on the roster yet."
    assert "Type posts under Edit the roster" in texts(app)


def test_rooms_are_put_back_as_they_were(open_app: Open) -> None:
    """Left out and put back, the rooms are those that were typed, not the usual ones."""
    app = opened(open_app, PLANS, "rooms", shown=0)
    rooms = app.session_state["clinic"].plans[0].rooms
    assert rooms is not None
    assert rooms != Rooms()
    for wanted in (False, True):
        next(t for t in app.toggle if t.label == "Rooms limit sessions").set_value(wanted).run()
        assert (app.session_state["clinic"].plans[0].rooms is not None) is wanted
    assert app.session_state["clinic"].plans[0].rooms == rooms


def test_limits_hold_for_every_plan(open_app: Open) -> None:
    """A floor set while B is shown is the floor of A and C too."""
    app = opened(open_app, None, "limits")
    field(app, "plans.1.limits.wage_floor_per_hour").set_value(31.0).run()
    plans: Plans = app.session_state["clinic"]
    assert [plan.limits.wage_floor_per_hour for plan in plans.plans] == [31.0] * 3
    assert "below your floor of $31." in texts(app)
    assert "A shipped example" not in texts(app)


def test_a_change_of_a_goes_along_and_one_of_b_does_not(open_app: Open) -> None:
    """Rent of A is the rent of B and C; rent of B is B's own, and then stays its own."""
    path = "shared.costs.0.amount"
    app = opened(open_app, None, "shared", shown=1)
    field(app, f"plans.1.{path}").set_value(1000.0).run()
    app.session_state["clinic shown"] = 0
    app.run()
    field(app, f"plans.0.{path}").set_value(3000.0).run()
    plans: Plans = app.session_state["clinic"]
    assert [float(plan.shared.costs[0].amount) for plan in plans.plans] == [3000.0, 1000.0, 3000.0]


def test_a_refused_figure_stays(open_app: Open) -> None:
    """A share above the whole is told and kept in its field; the plan keeps what it had."""
    app = opened(open_app, None, "payers")
    path = "plans.1.payer_mix.0.sessions.missed_share"
    field(app, path).set_value(300.0).run()
    assert "**Missed** is 300\u00a0%. The most we model is 100\u00a0%" in texts(app)
    assert field(app, path).value == 300.0
    assert app.session_state["clinic"].plans[1].payer_mix[0].sessions.missed_share == 0.06


def test_a_plan_is_taken_away_and_made(open_app: Open) -> None:
    """C is taken away, then made anew from A with a cap on the sessions."""
    app = opened(open_app, None, "plans", shown=2)
    app.button(key="clinic plan away").click().run()
    assert len(app.session_state["clinic"].plans) == 2
    app.session_state["clinic shown"] = 0
    app.run()
    next(item for item in app.number_input if item.label == "Most booked each").set_value(18.0)
    next(item for item in app.button if item.label == "Cap the sessions").click().run()
    made = app.session_state["clinic"].plans[2]
    assert made.title == "At most 18 booked each"
    assert app.title[0].value.startswith("Plan C ")
    booked = [
        clinic_plans.booked_of(post) * float(post.full_time_share)
        for post in made.posts
        if not post.owner
    ]
    assert max(booked) == pytest.approx(18.0)
