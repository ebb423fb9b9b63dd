"""Clients of a whole clinic: their mean is the full caseload, their spread that of one practice."""

import numpy as np
import pytest

from calc.months.paths import counts_of_paths
from calc.scenario.clinic import Clinic
from calc.staffing import ClinicResult, evaluate_clinic
from calc.staffing.clients_paths import clients_ahead, swings
from tests.calc.clinics import POSTS, SALARY, clinic, employee
from tests.calc.staffing.chances import luck_of

PATHS = 2_000
FAR = 3.0  # standard errors
RESULT = evaluate_clinic(clinic())


def moved(result: ClinicResult, plan: Clinic) -> dict[str, np.ndarray]:
    """The swings of a clinic on luck that is always the same."""
    luck = luck_of(plan, PATHS).clients
    assert luck is not None
    return swings(result, luck)


def test_the_mean_of_the_swings_is_1() -> None:
    """Over all weeks of a path, for each payer: no fees are won or lost by chance."""
    found = moved(RESULT, RESULT.clinic)
    assert set(found) == {"private", "insurer"}
    for rows in found.values():
        of_path = rows.mean(axis=0)
        error = of_path.std() / np.sqrt(PATHS)
        assert of_path.mean() == pytest.approx(1.0, abs=FAR * error)
        assert error < 0.01


def test_the_caseload_is_that_of_all_posts_and_becomes_poisson() -> None:
    """As many clients as sessions are booked a week; after two years their variance is the mean."""
    plan = clients_ahead(RESULT)
    assert plan is not None
    booked = sum(post.booked_per_week for post in RESULT.posts)
    assert plan.full_places == round(booked)
    luck = luck_of(RESULT.clinic, PATHS).clients
    assert luck is not None
    last = counts_of_paths(plan, luck).caseload[-1]
    assert last.mean() == pytest.approx(booked, abs=FAR * np.sqrt(booked / PATHS))
    # The variance of a Poisson count of mean m has a standard error of about m x sqrt(2 / paths).
    assert last.var() == pytest.approx(booked, abs=FAR * booked * np.sqrt(2.0 / PATHS) + 8.0)


def test_sessions_a_year_are_those_of_the_posts() -> None:
    """Clients x sessions of each x 52 weeks come to what all posts book in a year."""
    plan = clients_ahead(RESULT)
    assert plan is not None
    a_year = plan.full_places * plan.sessions_per_client[:52].sum()
    wanted = sum(post.booked_per_week * post.worked_weeks for post in RESULT.posts)
    assert a_year == pytest.approx(wanted)


def test_a_payer_who_pays_nothing_does_not_swing() -> None:
    """Pro bono sessions bring nothing that could stray; who has no session has no client."""
    kinds = [{"payer": "private", "booked_per_week": 10, "fee_per_session": 0}]
    free = employee("A", SALARY)
    free["work"] = free["work"] | {"session_kinds": kinds}
    plan = clinic(posts=[free])
    found = moved(evaluate_clinic(plan), plan)
    assert (found["private"] == 1.0).all()
    none = employee("A", SALARY)
    none["work"] = none["work"] | {"session_kinds": []}
    idle = clinic(posts=[none])
    assert clients_ahead(evaluate_clinic(idle)) is None
    assert moved(evaluate_clinic(idle), idle) == {}


def test_a_larger_clinic_strays_less() -> None:
    """Twice the posts, and of the whole the swing is smaller by about the root of two."""
    twice = clinic(posts=[*POSTS, *POSTS])
    one = moved(RESULT, RESULT.clinic)["insurer"][-1].std()
    two = moved(evaluate_clinic(twice), RESULT.clinic)["insurer"][-1].std()
    assert one / two == pytest.approx(np.sqrt(2.0), rel=0.1)
