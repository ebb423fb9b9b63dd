"""Clinic: rooms, limits and posts are changed, plans are made and taken away."""

from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from calc.scenario.clinic import Clinic, Plans
from calc.scenario.clinic_parts import Rooms
from calc.scenario.document import with_changes
from calc.staffing import plans as clinic_plans
from calc.staffing.roster_rows import Pair
from calc.staffing.sessions import booked_of
from tests.ui.clinic.clinics import FOUND, INPUTS, PLANS, Open, opened, texts
from tests.ui.shell.test_rows import Kept
from ui.clinic import begun
from ui.clinic.roster import write_posts
from ui.clinic.view import View
from ui.shell import rows as known_rows
from ui.shell import state


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
    assert begun.NOBODY_LINE in texts(app)


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
    app = opened(open_app, None, "best")
    field(app, "plans.1.limits.wage_floor_per_hour").set_value(31.0).run()
    plans: Plans = app.session_state["clinic"]
    assert [plan.limits.wage_floor_per_hour for plan in plans.plans] == [31.0] * 3
    assert "below your floor of $31." in texts(app)
    assert "A worked example" not in texts(app)
    assert field(app, "plans.1.limits.load_ceiling_people").value == 47.0  # a score of 60
    field(app, "plans.1.limits.load_ceiling_people").set_value(30.0).run()
    plans = app.session_state["clinic"]
    assert [plan.limits.load_ceiling_people for plan in plans.plans] == [30.0] * 3
    assert "in 100 exhausted, above your ceiling of 30." in texts(app)


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
    assert "**No-shows** is 300\u00a0%. The most we model is 100\u00a0%" in texts(app)
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
        booked_of(post) * float(post.full_time_share) for post in made.posts if not post.owner
    ]
    assert max(booked) == pytest.approx(18.0)


def three_payers() -> Plans:
    """The example with a further payer in every plan."""
    mix = PLANS.plans[0].payer_mix
    more = with_changes(mix[1], {"sessions.label": "Courtesy"})
    return PLANS.with_values({f"plans.{place}.payer_mix": (*mix, more) for place in range(3)})


def test_a_row_taken_out_twice_is_one_row(open_app: Open) -> None:
    """Pressed again before the page has answered, the button takes no other row out."""
    app = opened(open_app, three_payers(), "payers", shown=0)
    outs = [item for item in app.button if item.label == "Take this row out"]
    assert len(outs) == 3
    pressed = outs[0].click()
    sent = app._tree.get_widget_states()
    app._run(sent)
    kept = ["Individual, private", "Courtesy"]
    assert [row.sessions.label for row in app.session_state["clinic"].plans[0].payer_mix] == kept
    assert pressed.key not in [item.key for item in app.button]
    again = type(sent)()  # the press alone, once more, as a browser sends it
    again.widgets.extend(widget for widget in sent.widgets if widget.trigger_value)
    assert len(again.widgets) == 1
    app._run(again)
    assert not app.exception
    for plan in app.session_state["clinic"].plans:
        assert [row.sessions.label for row in plan.payer_mix] == kept


def test_a_post_is_itself_in_every_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    """A post that is renamed, or has lost one before it, is the same row in each plan."""
    monkeypatch.setattr(st, "session_state", Kept())
    state.begin()
    with state.working_on("clinic"):
        roots = [f"plans.{place}.posts" for place in range(3)]
        numbers = known_rows.numbers_of(roots[0], len(PLANS.plans[0].posts))
        posts = PLANS.plans[0].posts
        renamed = with_changes(posts[4], {"label": "Back room"})
        kept = [Pair(post, post) for post in posts if post not in (posts[2], posts[4])]
        kept.insert(3, Pair(posts[4], renamed))
        assert write_posts(View(PLANS, 0, FOUND, None), kept, [posts[2]])
        for place, root in enumerate(roots):
            labels = state.plans().plans[place].labels
            assert labels[3] == "Back room"
            left = [*numbers[:2], *numbers[3:]]
            assert known_rows.numbers_of(root, len(labels)) == left
        added = Pair(None, with_changes(posts[2], {"label": "Post 9"}))
        now = [Pair(post, post) for post in state.plans().plans[1].posts]
        assert write_posts(View(PLANS, 1, FOUND, None), [added, *now])
        assert known_rows.numbers_of(roots[1], 8)[1:] == left
        assert known_rows.numbers_of(roots[0], 7) == left
