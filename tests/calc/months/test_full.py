"""When a practice is full, what that takes, and what a year of clients tells."""

import numpy as np
import pytest

from calc.errors import ScenarioError
from calc.months.expected import expected_counts
from calc.months.full import (
    FullWhen,
    enquiries_meant,
    enquiries_to_be_full_by,
    full_by_month,
    full_when,
    month_of_week,
    year_of_clients,
)
from calc.months.paths import counts_of_paths, luck_of
from calc.months.weeks import weeks_ahead
from tests.calc.months.months_cases import CASES, ahead, case, scenario

WHEN = [name for name, found in CASES.items() if "full_month" in found["expected"]]


@pytest.mark.parametrize("name", WHEN)
def test_the_month_it_is_full(name: str) -> None:
    """The expected path's first full week, and the month that week begins in."""
    weeks, expected = case(name)
    (week,) = full_when(expected_counts(weeks), (0.5,)).weeks
    assert week == expected["full_week"]
    assert (month_of_week(week) if week else None) == expected["full_month"]


def test_when_so_many_paths_have_been_full() -> None:
    """By weeks 37, 47, 61 for 20, 50, 80 of 100, and hardly any never; 100 of 100 never are."""
    weeks, expected = case("M10")
    counts = counts_of_paths(weeks, luck_of(np.random.default_rng(7), weeks.weeks, 4_000))
    found = full_when(counts, (0.2, 0.5, 0.8, 1.0))
    assert found.weeks[:3] == pytest.approx(expected["full_week_of_20_50_80"], abs=1)
    assert found.weeks[3] is None
    assert found.never_share == pytest.approx(1.0 - 0.995206634, abs=0.005)


def test_how_many_have_been_full_by_each_month() -> None:
    """Seven months hold 30 whole weeks, twelve hold 52; the numbers only grow."""
    weeks, _ = case("M10")
    counts = counts_of_paths(weeks, luck_of(np.random.default_rng(7), weeks.weeks, 400))
    first, found = counts.first_full_week, full_by_month(counts)
    assert len(found) == weeks.months
    assert found[6] == (first <= 30).sum()
    assert found[11] == (first <= 52).sum()
    assert list(found) == sorted(found)
    assert 0 < found[11] < 400


def test_enquiries_a_plan_reckons_with() -> None:
    """Those stated; where none are, as many as replace who leaves; none where no one starts."""
    stated = ahead({"enquiries_per_month": 8.0, "intake_share": 0.3, "months": 24})
    weeks = weeks_ahead(scenario("solo"), stated)
    assert enquiries_meant(weeks, 0.3) == pytest.approx(8.0, rel=0.01)
    assert enquiries_meant(weeks, 0.0) is None


def test_nobody_asked_for_is_the_first() -> None:
    """A share of nothing is the first path that is full."""
    weeks, _ = case("E01")
    assert full_when(expected_counts(weeks), (0.0,)) == FullWhen((1,), 0.0)


def test_enquiries_to_be_full_by_a_month() -> None:
    """6.88 a month from zero fill 22 places by the end of month 18; with them it is full then."""
    expected = CASES["M22"]["expected"]
    values = CASES["M22"]["ahead"]
    found = enquiries_to_be_full_by(scenario("plain"), ahead(values), expected["by_month"])
    assert found == pytest.approx(expected["enquiries_per_month"], rel=1e-8)
    assert found is not None
    asked = ahead({**values, "enquiries_per_month": found * (1.0 + 1e-9)})
    (week,) = full_when(expected_counts(weeks_ahead(scenario("plain"), asked)), (0.5,)).weeks
    assert week == 78


def test_a_full_practice_needs_nobody_to_be_full() -> None:
    """It is so in its first week."""
    assert enquiries_to_be_full_by(scenario("plain"), ahead({}), 12) == 0.0


def test_what_no_enquiries_reach() -> None:
    """None becomes a client; or half the places make nobody full."""
    empty = {"clients_at_start": 0}
    nobody = ahead({**empty, "intake_share": 0.0})
    assert enquiries_to_be_full_by(scenario("plain"), nobody, 12) is None
    beside = ahead({**empty, "job": [{"month": 1, "places_share": 0.5}]})
    assert enquiries_to_be_full_by(scenario("plain"), beside, 12) is None
    later = ahead({**empty, "job": [{"month": 1, "places_share": 0.5}, {"month": 7}]})
    assert enquiries_to_be_full_by(scenario("plain"), later, 12) is not None


def test_a_year_of_starts_and_endings() -> None:
    """24 started, 25 ended, 20 are here: 21 a year ago, so 52 x 20.5 / 25 = 42.64 weeks."""
    found = year_of_clients(24, 25, 20, 0.35, 4.0)
    assert found.stay_weeks == pytest.approx(42.64)
    assert found.stay_error == pytest.approx(42.64 / 5.0)
    assert found.intakes_error == pytest.approx(24.0**0.5 / 12.0)
    assert found.weeks_once_settled == pytest.approx(38.64 / 0.65)


def test_a_year_that_does_not_tell_stays() -> None:
    """Nobody ended; all end early; and a stay shorter than the first phase."""
    assert year_of_clients(5, 0, 20, 0.35, 4.0).stay_weeks is None
    assert year_of_clients(24, 25, 20, 1.0, 4.0).weeks_once_settled is None
    assert year_of_clients(200, 200, 2, 0.35, 4.0).weeks_once_settled is None


def test_more_started_than_are_here_or_ended() -> None:
    """No practice had fewer than no clients."""
    with pytest.raises(ScenarioError) as error:
        year_of_clients(30, 5, 20, 0.35, 4.0)
    (problem,) = error.value.problems
    assert (problem.path, problem.value, problem.bound) == ("starts", 30, 25)
