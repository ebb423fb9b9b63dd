"""What a clinic may state: what is refused, labels, documents and households."""

import numpy as np
import pytest

from calc.errors import FileFormatError, ScenarioError
from calc.scenario.clinic import MOST_POSTS, Clinic, Plans
from calc.staffing import evaluate_clinic
from tests.calc.clinics import KINDS, PER_SESSION, SALARY, clinic, employee


def refused(**more: object) -> tuple[str, str]:
    """Path and kind of the first problem of a clinic."""
    with pytest.raises(ScenarioError) as error:
        clinic(**more)
    problem = error.value.problems[0]
    return problem.path, problem.kind


def test_bad_inputs_are_named() -> None:
    """Negative pay, a share of 300 %, too many posts, and a mix that is not there."""
    path = "posts.0.work.pay.salary_per_year"
    assert refused(posts=[employee("A", SALARY | {"salary_per_year": -1})]) == (path, "too_small")
    wrong = employee("A", SALARY, full_time_share=3)
    assert refused(posts=[wrong]) == ("posts.0.full_time_share", "too_large")
    assert refused(posts=[employee("A", SALARY)] * (MOST_POSTS + 1)) == ("posts", "too_many")
    mixed = employee("A", SALARY, mix_sessions_per_week=5)
    assert refused(posts=[mixed]) == ("payer_mix", "too_few")
    row = {"share": 1, "sessions": {"payer": "private", "fee_per_session": -1}}
    assert refused(payer_mix=[row]) == ("payer_mix.0.sessions.fee_per_session", "too_small")


def test_a_mix_must_fit_the_post() -> None:
    """At most so many kinds of session in all, and one rate for them."""
    mix = [{"share": 1, "sessions": {"payer": "private"}}]
    many = employee("A", SALARY, mix_sessions_per_week=5)
    many["work"] = many["work"] | {"session_kinds": [KINDS[0]] * 20}
    field = "posts.0.mix_sessions_per_week"
    assert refused(posts=[many], payer_mix=mix) == (field, "too_many")
    rates = employee(
        "A", {"kind": "per_session", "rates_per_session": [50, 60]}, mix_sessions_per_week=5
    )
    field = "posts.0.work.pay.rates_per_session"
    assert refused(posts=[rates], payer_mix=mix) == (field, "too_many")
    one = employee("A", PER_SESSION, mix_sessions_per_week=5)
    assert len(evaluate_clinic(clinic(posts=[one], payer_mix=mix)).posts[0].receipts) == 3


def test_a_clinic_holds_single_numbers() -> None:
    """A batch is made of posts, never stated."""
    with pytest.raises(ScenarioError) as error:
        clinic().with_values({"limits.wage_floor_per_hour": np.array([20.0, 30.0])})
    assert error.value.problems[0].kind == "not_supported"


def test_labels_are_told_apart() -> None:
    """A second post of the same label gets a number, and both are there."""
    plan = clinic(posts=[employee("Post 3", SALARY)] * 3)
    assert plan.labels == ("Post 3", "Post 3 (2)", "Post 3 (3)")
    assert [post.label for post in evaluate_clinic(plan).posts] == list(plan.labels)


def test_files_of_other_kinds_are_refused() -> None:
    """A plan of one person is no clinic, and a file too long is not read."""
    with pytest.raises(ScenarioError):
        Clinic.from_toml('document = "staffing_plans"\n')
    with pytest.raises(FileFormatError):
        Clinic.from_toml("#" * 2_000_001)
    plans = Plans(plans=(clinic(), clinic(state="CA")))
    assert Plans.from_toml(plans.to_toml()) == plans


def test_a_household_of_its_own() -> None:
    """A post's own household comes before the clinic's, the clinic's state before none."""
    own = employee("A", SALARY, household={"state": "NY", "filing_status": "joint"})
    plan = clinic(posts=[own, employee("B", SALARY)], state="CA", household={"age": 30})
    homes = [scenario.household for scenario in plan.scenarios_of(plan.posts)]
    assert (homes[0].state, homes[1].state, homes[1].age) == ("NY", "CA", 30)
    stated = clinic(household={"state": "OR"}, state="WA")
    assert stated.default_household.state == "OR"
