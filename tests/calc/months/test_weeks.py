"""What each week holds before chance."""

import datetime

import numpy as np
import pytest
from pydantic import ValidationError

from calc import Scenario
from calc.errors import ScenarioError
from calc.months.weeks import first_week_of, weeks_ahead
from calc.scenario.ahead import Ahead
from calc.scenario.reading import problems_of
from tests.calc.months.months_cases import ahead, case, plan, scenario


@pytest.mark.parametrize("name", ["M02", "M03", "M04"])
def test_chances_of_a_week(name: str) -> None:
    """From the three questions, also at their ends."""
    weeks, expected = case(name)
    found = weeks.chances
    assert found.leave_new == pytest.approx(expected["leave_new"], abs=1e-9)
    assert found.settle == pytest.approx(expected["settle"], abs=1e-9)
    assert found.leave_settled == pytest.approx(expected["leave_settled"], abs=1e-9)


def test_seasons_by_week() -> None:
    """Week 5 from September lies one third in September, two in October."""
    weeks, expected = case("M15")
    intakes = weeks.intakes[:, 0]
    found = [intakes[week - 1] for week in (1, 5, 6)]
    assert found == pytest.approx(expected["intakes_of_weeks_1_5_6"], rel=1e-9)
    assert intakes.sum() == pytest.approx(expected["intakes_of_12_months"], rel=1e-12)


def test_dated_weeks_off_are_of_the_weeks_off() -> None:
    """Three of six weeks off have a date: the other 49 weeks work 46/49."""
    weeks, expected = case("M17")
    worked = weeks.worked_share
    assert worked[0] == pytest.approx(expected["worked_share_of_other_weeks"], rel=1e-9)
    assert worked[31:34].tolist() == [0.0, 0.0, 0.0]
    assert worked.sum() == pytest.approx(46.0, rel=1e-12)


def test_more_dated_weeks_than_weeks_off() -> None:
    """Eight weeks with a date and six off: the others are worked in full, never more."""
    row = {"kind": "holiday", "month": 2, "weeks": 8.0}
    worked = plan("solo", months=12, away=[row]).worked_share
    assert worked.max() == 1.0
    assert worked.sum() == pytest.approx(44.0)


def test_a_whole_year_away() -> None:
    """No week is left to spread anything over."""
    row = {"kind": "holiday", "month": 1, "weeks": 52.0}
    assert plan("solo", months=12, away=[row]).worked_share.sum() == 0.0


def test_part_of_a_week_away_every_year() -> None:
    """One week and a half each January: weeks 1 and 2, and 53 and 54; the half is worked."""
    row = {"kind": "holiday", "month": 1, "weeks": 1.5, "every_year": True}
    worked = plan("plain", months=24, away=[row]).worked_share
    assert worked[[0, 1, 2, 52, 53]].tolist() == [0.0, 0.5, 1.0, 0.0, 0.5]


def test_places_beside_a_job() -> None:
    """Half of 22 places until month 10, then all; the order of the rows is nothing."""
    weeks, _ = case("E07")
    first = first_week_of(10)
    assert weeks.places[[0, first - 1, first]].tolist() == [11.0, 11.0, 22.0]
    rows = [{"month": 10, "places_share": 1.0}, {"month": 1, "places_share": 0.5}]
    other = weeks_ahead(scenario("solo"), ahead({"job": rows}))
    assert np.array_equal(other.places, weeks.places)


def test_places_and_sessions_of_a_client() -> None:
    """80 sessions at half a session a week are 160 places; at least one place there is."""
    assert plan("roomy", sessions_per_client_per_week=0.5).full_places == 160
    few = plan("eight_two_payers", sessions_per_client_per_week=7.0)
    assert few.full_places == 1
    assert few.sessions_per_client[0] == pytest.approx(8.0)


def test_enquiries_left_empty_stand_still() -> None:
    """As many come as leave a full caseload: places over stay, each week."""
    weeks = plan("plain", early_ending_share=0.0, weeks_until_settled=1.0, weeks_once_settled=43.0)
    assert weeks.intakes[:, 0] == pytest.approx(0.5)


def test_how_sessions_of_a_payer_end() -> None:
    """Kinds of one payer share their mix: 5 % and 8 % lost, 9 booked, some of it charged."""
    (payer,) = plan("couple").payers
    lost = (6 * 0.07 + 2 * 0.08 + 0.10) / 9
    late = (6 * 0.05 * 0.7 + 2 * 0.06 * 0.7 + 0.05 * 0.3) / 9
    missed = (6 * 0.02 * 0.7 + 2 * 0.02 * 0.7) / 9
    assert payer.lost_share == pytest.approx(lost)
    assert payer.late_charged_share == pytest.approx(late / lost)
    assert payer.missed_charged_share == pytest.approx(missed / (lost - late))


def test_who_has_no_months_ahead() -> None:
    """An employee, a plan without sessions and rows of numbers are refused by name."""
    refused = [
        (Scenario.parse({"work": {"kind": "employee"}}), "ahead"),
        (
            Scenario.parse(
                {
                    "work": {
                        "kind": "own_practice",
                        "session_kinds": [{"payer": "private", "booked_per_week": 0.0}],
                    }
                }
            ),
            "work.session_kinds.0.booked_per_week",
        ),
        (
            scenario("plain").with_values(
                {"work.session_kinds.0.booked_per_week": np.array([1.0, 2.0])}
            ),
            "work",
        ),
    ]
    for found, path in refused:
        with pytest.raises(ScenarioError) as error:
            weeks_ahead(found, Ahead())
        assert error.value.problems[0].path == path


REFUSED = {
    "not_first_of_month": ({"starts_on": datetime.date(2026, 9, 2)}, "starts_on", "2026-09-01"),
    "not_twelve": ({"enquiry_season": (1.0, 1.0)}, "enquiry_season", 12),
    "no_season": ({"booking_season": (0.0,) * 12}, "booking_season", None),
    "beyond_the_months": (
        {"months": 12, "away": [{"kind": "holiday", "month": 13}]},
        "away.0.month",
        12,
    ),
    "job_beyond": ({"months": 12, "job": [{}, {"month": 24}]}, "job.1.month", 12),
    "no_stay": ({"weeks_until_settled": 0.0}, "weeks_until_settled", 1.0),
    "too_long": ({"months": 61}, "months", 60),
    "a_row_of_numbers": ({"full_share": np.array([0.9, 1.0])}, "full_share", "a row of numbers"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_says_where_and_why(name: str) -> None:
    """The field and the bound that it broke."""
    values, path, bound = REFUSED[name]
    with pytest.raises(ValidationError) as error:
        Ahead.model_validate(values)
    (problem,) = problems_of(error.value, Ahead)
    assert (problem.path, problem.bound) == (path, bound)


def test_a_leave_of_no_weeks_changes_nothing() -> None:
    """Nobody goes for a leave that is not planned yet, not even in the week it would begin in."""
    none = weeks_ahead(scenario("solo"), ahead({"months": 12}))
    row = {"kind": "leave", "month": 4, "weeks": 0, "clients_return_share": 0.0}
    found = weeks_ahead(scenario("solo"), ahead({"months": 12, "away": [row]}))
    assert found.leave_begins == {}
    assert found.on_leave == none.on_leave
    assert found.worked_share.tolist() == none.worked_share.tolist()
