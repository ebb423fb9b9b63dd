"""The best plan of Clinic: shown as a plan, and what to relax where there is none."""

import math

import pytest

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import BestPlan, NoPlan, compare_plans, evaluate_clinic, keep_everybody
from tests.ui.clinic.clinics import PLANS, Open, opened, texts, with_limits
from ui.clinic import best as clinic_best
from ui.clinic import keep as clinic_keep
from ui.clinic import view as clinic_view
from ui.telling import numbers


def test_hired_afresh_takes_the_place_that_is_chosen(open_app: Open) -> None:
    """It earns what it says, keeps every limit, and stands where it was asked to."""
    app = opened(open_app, with_limits(34.0), "best")
    before = app.session_state["clinic"].plans
    app.button(key="clinic best as C").click().run()
    assert not app.exception
    plan: Clinic = app.session_state["clinic"].plans[2]
    assert app.session_state["clinic"].plans[:2] == before[:2]
    assert plan.title == "Hired afresh"
    result = evaluate_clinic(plan, minimum_wage_per_hour=7.25)
    assert min(post.earner.wage for post in result.posts) >= 34.0
    assert max(post.earner.load_score for post in result.posts) <= 60.0
    assert app.metric[0].value.replace("\\", "") == numbers.money(float(result.margin.amount))
    assert app.title[0].value.startswith("Plan C keeps every clinician above \\$34 an hour")


def test_the_best_plan_keeps_everybody(open_app: Open) -> None:
    """Under a floor of $26 one rate rises; kept as a plan, in place of the one that is chosen."""
    app = opened(open_app, with_limits(26.0), "keep", shown=0)
    said = texts(app)
    assert "**Post 6** then earns **$26.47** an hour. Everything else stays." in said
    assert "It costs **$4,950** of margin a year." in said
    assert [item.label for item in app.button if "as a plan" not in item.label and "As plan" in
            item.label] == [
        "As plan B, in place of “At most 20 booked each”",
        "As plan C, in place of “Pay +10 %”",
    ]  # fmt: skip
    before = app.session_state["clinic"].plans
    app.button(key="clinic kept as B").click().run()
    plans = app.session_state["clinic"].plans
    assert (plans[0], plans[2]) == (before[0], before[2])
    assert plans[1].title == "Best with everybody"
    assert plans[1].labels == before[0].labels
    changed = [now for was, now in zip(before[0].posts, plans[1].posts, strict=True) if was != now]
    assert [post.work.pay.rates_per_session for post in changed] == [(50.0,)]
    assert app.title[0].value.startswith("Plan B keeps every clinician above \\$26 an hour")


def test_what_changes_is_written_in_its_unit() -> None:
    """Sessions, a salary, a rate and a share, each now and then, with what it costs."""
    found = keep_everybody(with_limits(40.0, 35.3).plans[0])
    rows = [row[:3] for row in clinic_keep.table(found, "USD").texts()]
    for row in (
        ["Post 1, sessions a week", "24", "21"],
        ["Post 1, salary", "$66,000", "$75,500"],
        ["Post 4, share of what clients pay", "50\u00a0%", "57.5\u00a0%"],
        ["Post 6, pay a session held", "$45", "$51"],
        ["Post 7, sessions a week", "14.4", "13"],
    ):
        assert row in rows


def test_a_plan_more_where_there_is_room(open_app: Open) -> None:
    """With two plans the answer may be a third; nothing that was there is overwritten."""
    two = with_limits(26.0)
    two = two.with_values({"plans": two.plans[:2]})
    app = opened(open_app, two, "keep", shown=0)
    app.button(key="clinic kept as C").click().run()
    assert app.session_state["clinic"].plans[:2] == two.plans
    assert app.session_state["clinic"].plans[2].title == "Best with everybody"


def test_out_of_reach_is_told_with_the_best_there_is(open_app: Open) -> None:
    """A floor of $40 within 15 %: what is still missed is named, and what comes nearest."""
    app = opened(open_app, with_limits(40.0), "keep", shown=0)
    said = texts(app)
    assert "Your limits cannot be kept within these bounds. The nearest costs" in said
    assert "**Post 6**: $26.96 an hour, below your floor of $40." in said
    free = opened(open_app, with_limits(0.0), "keep", shown=0)
    assert "Plan A keeps your limits as it is: nobody's sessions or pay must move." in texts(free)


def test_no_plan_says_what_to_relax(open_app: Open) -> None:
    """A floor that no pay reaches: the sentence names the highest floor that leaves a plan."""
    app = opened(open_app, with_limits(90.0), "best")
    said = texts(app)
    assert "No plan keeps every limit." in said
    assert "in place of $90.00" in said
    view = clinic_view.View(with_limits(90.0), 1, compare_plans(with_limits(90.0)), None)
    found = clinic_best.search(view).found
    assert isinstance(found, NoPlan)
    needed = next(one.needed for one in found.alone if one.limit == "wage_floor")
    assert numbers.wage(math.floor(needed * 100) / 100) in said
    lower = clinic_best.search(
        clinic_view.View(
            with_limits(math.floor(needed * 100) / 100),
            1,
            compare_plans(with_limits(math.floor(needed * 100) / 100)),
            None,
        )
    ).found
    assert isinstance(lower, BestPlan)


def test_a_search_lends_its_turn_at_every_step(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between batches, before each solution and before each floor, others may go first."""
    turns = []
    monkeypatch.setattr(clinic_best.intake, "give_way", lambda: turns.append(1))
    view = clinic_view.View(with_limits(90.0), 1, compare_plans(with_limits(90.0)), None)
    found = clinic_best.search(view)
    kinds_of_work, ways_out = 2, 6
    assert len(turns) >= kinds_of_work + ways_out + len(found.curve)


def only(post: int, **values: object) -> Plans:
    """One plan of the example with one of its posts, where nothing is entered that limits it."""
    plan = PLANS.plans[0]
    kept = {"posts": (plan.posts[post],), "demand": None, "rooms": None, "limits": {}}
    free = plan.with_values({**kept, "changes": ()}).with_values(values)
    return PLANS.with_values({"plans": (free,)})


def test_what_nobody_entered_is_told_beside_the_best_plan(open_app: Open) -> None:
    """The most posts stand with their number; what is not entered limits nothing, as is said."""
    said = texts(opened(open_app, only(1), "best", shown=0))
    assert "most posts (12, which nobody entered)" in said
    assert "Who asks is not entered, so this is as if enough people asked." in said
    assert "Rooms are not entered, so they stop nothing." in said
    said = texts(opened(open_app, only(1, **{"limits.most_posts": 10.0}), "best", shown=0))
    assert "most posts (10)" in said
    stated = texts(opened(open_app, None, "best", shown=0))
    assert "Hired afresh" in stated or "Another question" in stated
    assert "not entered, so" not in stated


def test_a_part_time_post_has_the_sessions_it_would_have(open_app: Open) -> None:
    """A kind of post at 80 % that is tried at 25 sessions of full time is shown with 20."""
    part = {"posts.0.full_time_share": 0.8, "posts.0.mix_sessions_per_week": 25.0}
    app = opened(open_app, only(1, **part), "best", shown=0)
    table = next(one.value for one in app.table if "Like" in one.value and "Sessions" in one.value)
    assert max(float(shown) for shown in table["Sessions"]) == 20.0
