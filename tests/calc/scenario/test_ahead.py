"""What lies ahead of a practice, as a part of a plan and of its file."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules, solve_for
from calc.errors import Problem, ScenarioError
from calc.months.weeks import weeks_ahead
from calc.questions import difference, salary, solve, sweep
from calc.scenario import Ahead, ahead_of, places_of
from calc.scenario.ahead import FLAT
from calc.scenario.ahead_rows import Holiday, Job, Leave
from tests.calc.scenario.plan_texts import OWN, SALARY

BOOKED = "work.session_kinds.0.booked_per_week"
TEXT = """\
# A plan of Other Chair. Edit it by hand if you like: unknown fields are refused.
format = 1

[work]
kind = "own_practice"

[ahead]
starts_on = 2026-09-01
months = 36
clients_at_start = 4
enquiries_per_month = 6.5
booking_season = [
    1.0,
    1.0,
    1.0,
    1.0,
    1.0,
    1.0,
    0.5,
    0.5,
    1.0,
    1.0,
    1.0,
    1.0,
]

[[ahead.away]]
kind = "leave"
month = 8
weeks = 14
enquiries_kept = true
income_per_month = 3100.0
cover_cost_per_month = 250.0

[[ahead.away]]
kind = "holiday"
month = 3
weeks = 1.5
every_year = true

[[ahead.job]]
month = 1
share = 0.5
health_cover = true
places_share = 0.6

[[ahead.job]]
month = 10
share = 0.0

[[ahead.set_up]]
amount = 4200.0

[[ahead.fee_changes]]
month = 13
factor = 1.1
clients = "new"
payer = "all"
"""
PLAN = Scenario.from_toml(TEXT)
BARE = Scenario.from_toml(OWN)


def problems_of(plan: Scenario, changes: dict[str, Any]) -> tuple[Problem, ...]:
    """What a change is refused for."""
    with pytest.raises(ScenarioError) as refused:
        plan.with_values(changes)
    return refused.value.problems


def test_a_file_states_dates_seasons_and_rows() -> None:
    """Each kind of value is read as it stands, and written again."""
    ahead = PLAN.ahead
    assert ahead is not None
    assert ahead.starts_on == datetime.date(2026, 9, 1)
    assert ahead.booking_season[6:8] == (0.5, 0.5)
    assert ahead.enquiry_season == FLAT
    leave, holiday = ahead.away
    assert isinstance(leave, Leave)
    assert (leave.weeks, leave.enquiries_kept, leave.clients_return_share) == (14, True, 0.7)
    assert holiday == Holiday(month=3, weeks=1.5, every_year=True)
    assert [(row.month, row.share, row.places_share) for row in ahead.job] == [
        (1, 0.5, 0.6),
        (10, 0.0, 1.0),
    ]
    assert ahead.set_up[0].amount == 4200.0
    assert ahead.fee_changes[0].clients == "new"
    assert Scenario.from_toml(PLAN.to_toml()) == PLAN
    assert "starts_on = 2026-09-01\n" in PLAN.to_toml()


def test_a_plan_without_it_is_as_it_was() -> None:
    """Nothing of it is written, assumed or looked at."""
    assert BARE.ahead is None
    assert "ahead" not in BARE.to_toml()
    assert not [found for found in BARE.assumptions() if found.path.startswith("ahead")]
    assert BARE.steady_year is BARE
    assert PLAN.steady_year == BARE.with_values({"ahead": None})
    assert "ahead" not in PLAN.steady_year.to_toml()


def test_what_is_left_alone_in_it_is_listed_with_its_source() -> None:
    """Only where it is stated: typical values with their source, and fields of its rows."""
    found = {each.path: each for each in PLAN.assumptions() if each.path.startswith("ahead")}
    share = found["ahead.intake_share"]
    assert share.value == 0.5
    assert share.source is not None
    assert share.source.kind == "judgement"
    assert found["ahead.away.0.clients_return_share"].value == 0.7
    assert found["ahead.needs_per_month"].value is None
    assert not {"ahead", "ahead.months", "ahead.away", "ahead.away.0.kind"} & found.keys()


def test_a_field_of_it_is_changed_by_its_path() -> None:
    """A number, a row's number, one factor of a season left alone, and all of it."""
    changed = PLAN.with_values(
        {
            "ahead.enquiries_per_month": 5.0,
            "ahead.job.0.share": 0.25,
            "ahead.enquiry_season.6": 0.4,
        }
    )
    assert changed.value_at("ahead.enquiries_per_month") == 5.0
    assert changed.value_at("ahead.job.0") == Job(
        month=1, share=0.25, health_cover=True, places_share=0.6
    )
    assert changed.value_at("ahead.enquiry_season") == (*FLAT[:6], 0.4, *FLAT[7:])
    assert Scenario.from_toml(changed.to_toml()) == changed
    assert BARE.with_values({"ahead": Ahead(months=12)}).value_at("ahead.months") == 12
    assert BARE.with_values({"ahead": {"months": 12}}).value_at("ahead.months") == 12


def test_a_field_of_what_is_not_there_is_unknown() -> None:
    """As of any part that a plan may lack, and of a row that is not there."""
    found = problems_of(BARE, {"ahead.enquiries_per_month": 5.0})
    assert found == (Problem("ahead", "unknown_field"),)
    found = problems_of(PLAN, {"ahead.job.2.share": 0.5})
    assert found == (Problem("ahead.job.2", "unknown_field"),)


@pytest.mark.parametrize("flat", [FLAT, [1] * 12, (1.0,) * 12])
def test_a_flat_season_is_no_statement(flat: Any) -> None:
    """Twelve ones are what stands there anyway: nothing is written, and it stays an assumption."""
    plan = PLAN.with_values({"ahead.booking_season": flat})
    assert "season" not in plan.to_toml()
    assert "ahead.booking_season" in {found.path for found in plan.assumptions()}


@pytest.mark.parametrize(
    "season", [[2.0] * 12, [1.0] * 11, [True] * 12, [np.array([1.0, 2.0])] * 12, "x", ()]
)
def test_any_other_season_is_kept_or_refused(season: Any) -> None:
    """Twos are what was typed; what is no season is refused by name."""
    changes = {"ahead.enquiry_season": season}
    if np.array_equal(season, [2.0] * 12):
        assert "2.0" in PLAN.with_values(changes).to_toml()
    else:
        paths = {found.path for found in problems_of(PLAN, changes)}
        assert all(path.startswith("ahead.enquiry_season") for path in paths)


def test_a_batch_is_refused_in_it_and_taken_beside_it() -> None:
    """One of its numbers is a single one; the year may have rows of numbers."""
    row = np.array([1.0, 2.0])
    (problem,) = problems_of(PLAN, {"ahead.enquiries_per_month": row})
    assert (problem.path, problem.kind) == ("ahead.enquiries_per_month", "not_supported")
    assert PLAN.with_values({BOOKED: row}).value_at(BOOKED).tolist() == [1.0, 2.0]


def test_clients_are_held_against_places_where_months_are_asked_for() -> None:
    """The plan is taken with any; only months need them to have a place."""
    plan = BARE.with_values({"ahead": {"clients_at_start": 23}, BOOKED: 22.6})
    assert ahead_of(plan) is plan.ahead
    fewer = plan.with_values({BOOKED: 22.4})
    with pytest.raises(ScenarioError) as refused:
        ahead_of(fewer)
    path = "ahead.clients_at_start"
    assert refused.value.problems == (Problem(path, "clients_exceed_places", 23, 22),)
    assert ahead_of(fewer.with_values({"ahead.sessions_per_client_per_week": 0.5})) is not None


def test_what_lies_ahead_of_a_plan_that_says_nothing() -> None:
    """A full caseload that stands still; plans of no or many sessions are told so elsewhere."""
    assert ahead_of(BARE) == Ahead()
    for booked in (0.0, np.array([10.0, 20.0])):
        plan = BARE.with_values({"ahead": {"clients_at_start": 300}, BOOKED: booked})
        assert ahead_of(plan) is plan.ahead
    with pytest.raises(ScenarioError) as refused:
        ahead_of(Scenario.from_toml(SALARY))
    assert refused.value.problems == (Problem("ahead", "ahead_of_employee", "employee"),)


@pytest.mark.parametrize(
    ("booked", "frequency"), [(22.0, 1.0), (21.5, 1.0), (7.0, 0.5), (1.0, 7.0)]
)
def test_places_are_those_of_the_weeks(booked: float, frequency: float) -> None:
    """The one figure that a refusal names and the weeks count with."""
    plan = BARE.with_values({BOOKED: booked})
    ahead = Ahead(sessions_per_client_per_week=frequency)
    assert places_of(booked, frequency) == weeks_ahead(plan, ahead).full_places


def test_questions_of_the_year_take_a_plan_with_months() -> None:
    """The same salary, the same levers, the same difference as without them."""
    rules = load_rules(2026)
    one, two = evaluate(PLAN, rules), evaluate(PLAN.steady_year, rules)
    same, alike = salary.salary_equivalent(one), salary.salary_equivalent(two)
    assert isinstance(same, solve.Reached)
    assert isinstance(alike, solve.Reached)
    assert same.value == alike.value
    assert sweep.tornado(one) == sweep.tornado(two)
    hired = Scenario.from_toml(SALARY)
    told = difference.why(PLAN, hired, rules, "wage")
    assert told == difference.why(BARE, hired, rules, "wage")


def test_the_package_names_what_most_programs_need() -> None:
    """A number for a target is asked for beside the year itself."""
    assert solve_for is solve.solve_for
