"""The best plan of Clinic: shown as a plan, and what to relax where there is none."""

import math

import pytest

from calc.scenario.clinic import Clinic
from calc.staffing import BestPlan, NoPlan, compare_plans, evaluate_clinic
from tests.ui.clinic.clinics import Open, opened, texts, with_limits
from ui.clinic import best as clinic_best
from ui.clinic import view as clinic_view
from ui.telling import numbers


def test_the_best_plan_is_shown_as_a_plan(open_app: Open) -> None:
    """It earns what it says, keeps every limit, and stands as plan C."""
    app = opened(open_app, with_limits(34.0), "best")
    app.button(key="clinic use best").click().run()
    assert not app.exception
    plan: Clinic = app.session_state["clinic"].plans[2]
    assert plan.title == "Best found"
    result = evaluate_clinic(plan, minimum_wage_per_hour=7.25)
    assert min(post.earner.wage for post in result.posts) >= 34.0
    assert max(post.earner.load_score for post in result.posts) <= 60.0
    assert app.metric[0].value.replace("\\", "") == numbers.money(float(result.margin.amount))
    assert app.title[0].value.startswith("Plan C keeps every clinician above \\$34 an hour")


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
