"""Clinic: everybody changed at once, plans as lists of changes, and a clinic begun from nothing."""

import pytest

from calc.scenario.clinic_changes import PayBy, SessionsBy
from calc.staffing import evaluate_clinic
from calc.staffing.plan_changes import applied
from calc.staffing.sessions import booked_of
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from ui.telling import numbers

FEWER, MORE = SessionsBy(more_sessions_per_week=-2.0), PayBy(more_share=0.08)


def ask(app: object, sessions: float, pay: float) -> None:
    """Types both, and waits for what they would come to."""
    boxes = {item.label: item for item in app.number_input}  # type: ignore[attr-defined]
    boxes["Sessions a week by"].set_value(sessions)
    boxes["Pay by (%)"].set_value(pay).run()


def test_everybody_is_changed_in_plan_a_and_back(open_app: Open) -> None:
    """Two sessions fewer, 8 % more pay: told before, done at one press, taken back at one."""
    app = opened(open_app, PLANS, "everybody", shown=0)
    assert app.button(key="clinic everybody").disabled
    ask(app, -2.0, 8.0)
    wanted = applied(PLANS.plans[0].posts, (FEWER, MORE))
    result = evaluate_clinic(PLANS.plans[0].with_values({"posts": wanted}))
    said = texts(app)
    assert "Sessions −2 a week, pay +8 %: sessions a week 154 to **141**" in said
    margin = numbers.money(float(result.margin.amount))
    assert f"to **{margin}**. It changes plan A itself" in said
    app.button(key="clinic everybody").click().run()
    first, fewer, dearer = app.session_state["clinic"].plans
    assert first.posts == wanted
    assert fewer.posts == applied(wanted, PLANS.plans[1].changes)
    assert dearer.posts == applied(wanted, PLANS.plans[2].changes)
    assert app.metric[0].value.replace("\\", "") == numbers.money(
        float(result.margin.amount), cents=False
    )
    app.button(key="clinic everybody back").click().run()
    assert app.session_state["clinic"] == PLANS
    assert not app.exception


def test_a_plan_is_its_changes_each_of_which_can_go(open_app: Open) -> None:
    """Added to B they stand in its list under its name; the cap goes, and these stay."""
    app = opened(open_app, PLANS, "everybody", shown=1)
    ask(app, -2.0, 8.0)
    app.button(key="clinic everybody").click().run()
    plan = app.session_state["clinic"].plans[1]
    assert plan.changes == (*PLANS.plans[1].changes, FEWER, MORE)
    assert plan.title == "At most 20 booked each, sessions −2 a week, pay +8 %"
    assert app.session_state["clinic"].plans[0] == PLANS.plans[0]
    said = texts(app)
    assert "**At most 20 booked each**, everybody but an owner" in said
    removes = [item for item in app.button if item.label == ":blue[Remove]"]
    assert len(removes) == 3
    removes[0].click().run()
    plan = app.session_state["clinic"].plans[1]
    assert plan.changes == (FEWER, MORE)
    assert plan.posts == applied(PLANS.plans[0].posts, (FEWER, MORE))
    assert removes[0].key not in [item.key for item in app.button]
    assert removes[1].key in [item.key for item in app.button]


def test_a_whole_plan_says_so_and_a_list_has_an_end(open_app: Open) -> None:
    """A plan without changes is told as one; a thirteenth change asks for one to be taken away."""
    whole = PLANS.with_values({"plans.1.changes": ()})
    assert "Plan B is a whole plan of its own." in texts(opened(open_app, whole))
    many = PLANS.with_values({"plans.1.changes": (FEWER,) * 12})
    app = opened(open_app, many, "everybody")
    ask(app, 1.0, 0.0)
    assert "Plan B has 12 changes already." in texts(app)
    assert app.button(key="clinic everybody").disabled


def test_a_clinic_is_begun_from_nothing(open_app: Open) -> None:
    """Nobody, no costs, no cash; a post typed is the first; the button is the example's alone."""
    app = opened(open_app)
    app.button(key="own clinic").click().run()
    assert not app.exception
    plans = app.session_state["clinic"]
    assert len(plans.plans) == 1
    clinic = plans.plans[0]
    assert (clinic.posts, clinic.shared.costs) == ((), ())
    assert evaluate_clinic(clinic).margin.amount == 0.0
    assert clinic.hiring.opening_cash == clinic.hiring.owner_draw_per_month == 0.0
    assert app.title[0].value == "There is nobody on the roster yet."
    assert "own clinic" not in [item.key for item in app.button]
    assert app.file_uploader
    assert max(booked_of(post) for post in PLANS.plans[0].posts) == pytest.approx(24.0)
