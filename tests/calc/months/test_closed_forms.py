"""Closed forms against an independent report, and at their ends."""

import math

import numpy as np
import pytest

from calc.months.closed_forms import (
    caseload_by_week,
    chance_of_at_least,
    enquiries_to_stand_still,
    hard_cap,
    mean_stay_in_census,
    mean_stay_weeks,
    panel_size,
    steady_caseload,
    survival,
    waiting_list,
    weekly_chances,
)
from calc.months.income import (
    fee_of_session,
    fees_of_fixed_bookings,
    fees_of_poisson_caseload,
    fees_of_weeks,
    fewest_kept,
)
from tests.oracle.model_checks import case, near


def test_a_standing_caseload_is_intakes_times_stay() -> None:
    """0.6 a week and 3 of 100 leaving each week: 20 clients."""
    inputs, expected = case("A02")
    chances = weekly_chances(inputs["weekly_hazard"], 1.0, 1.0 / inputs["weekly_hazard"])
    stay = mean_stay_weeks(inputs["weekly_hazard"], 1.0, 1.0 / inputs["weekly_hazard"])
    assert steady_caseload(inputs["intakes_per_week"], stay) == near(expected["value"])
    after_long = caseload_by_week(chances, inputs["intakes_per_week"], 2_000)[-1]
    assert after_long == near(expected["value"])


def test_a_panel_has_room_for_its_visits() -> None:
    """20 a day on 220 days, 2 a client: 2,200 clients."""
    inputs, expected = case("A08")
    found = panel_size(
        inputs["visits_per_day"], inputs["days_per_year"], inputs["visits_per_patient_year"]
    )
    assert found == near(expected["value"])


def test_a_census_meets_the_long_stayers() -> None:
    """Starters stay 28.8 weeks on average, those met on a day 101.7."""
    inputs, expected = case("A11")
    shares = np.array([inputs["share_short"], 1.0 - inputs["share_short"]])
    weeks = np.array([inputs["mean_weeks_short"], inputs["mean_weeks_long"]])
    assert float(np.sum(shares * weeks)) == near(expected["mean_starters"])
    assert mean_stay_in_census(shares, weeks) == near(expected["mean_in_census"])


def test_a_hard_cap_turns_people_away() -> None:
    """26 places, 0.66 a week, 3 of 100 leaving: the exact weekly chain, not Erlang's 6.65 %."""
    inputs, expected = case("A15")
    found = hard_cap(inputs["intakes_per_week"], inputs["weekly_hazard"], inputs["capacity"])
    assert found.turned_away_share == pytest.approx(expected["blocking"], rel=1e-6)
    assert found.mean_caseload == pytest.approx(expected["mean_caseload"], rel=1e-6)
    assert found.full_share == pytest.approx(expected["prob_full"], rel=1e-6)


def test_two_phases_by_hand() -> None:
    """h0 .09, g .18, h1 .015: a caseload of 25.83, and four weeks of its way there."""
    early, until, once = 0.09 / 0.2538, 1.0 / 0.2538, 1.0 / 0.015
    chances = weekly_chances(early, until, once)
    assert (chances.leave_new, chances.settle) == (near(0.09), near(0.18))
    assert mean_stay_weeks(early, until, once) == pytest.approx(46.966, abs=5e-4)
    rows = caseload_by_week(chances, 0.55, 104)
    expected = [5.1519, 8.8528, 14.3700, 20.6084]
    assert [rows[week - 1] for week in (13, 26, 52, 104)] == pytest.approx(expected, abs=5e-5)


def test_where_all_end_early_nobody_settles() -> None:
    """With e = 1 and T0 = 1 it would divide by nothing: who comes is gone the week after."""
    assert weekly_chances(1.0, 1.0, 50.0).settle == 0.0
    assert survival(weekly_chances(1.0, 1.0, 50.0), 2).tolist() == [1.0, 0.0]


def test_enquiries_that_never_become_clients() -> None:
    """No number of them holds a caseload."""
    assert enquiries_to_stand_still(22.0, 40.0, 0.0) == math.inf
    assert enquiries_to_stand_still(22.0, 44.0, 0.5) == near(0.5 * 52.0 / 12.0 / 0.5)


def test_the_tail_of_a_poisson_caseload() -> None:
    """Of a mean of 1: at least one is 1 - 1/e; of none at all nobody."""
    assert chance_of_at_least(1, 1.0) == near(1.0 - math.exp(-1.0))
    assert (chance_of_at_least(1, 0.0), chance_of_at_least(0, 0.0)) == (0.0, 1.0)


def test_a_waiting_list_at_its_ends() -> None:
    """None where places suffice; endless where nobody gives up."""
    assert waiting_list(0.5, 22.0, 40.0, 0.05).people == 0.0
    endless = waiting_list(0.8, 22.0, 40.0, 0.0)
    assert (endless.people, endless.weeks) == (math.inf, math.inf)


def test_fees_of_a_week_and_a_year() -> None:
    """Sessions lost alone move a year by about 1,141 dollars."""
    inputs, expected = case("C03")
    terms = (inputs["fee"], inputs["missed"], inputs["charged_share"], inputs["charge_fraction"])
    week = fees_of_fixed_bookings(inputs["booked"], fee_of_session(*terms))
    assert (week.mean, week.variance) == (near(expected["mean"]), near(expected["variance"]))
    inputs, expected = case("C04")
    year = fees_of_fixed_bookings(inputs["booked"] * inputs["weeks"], fee_of_session(*terms))
    assert (year.mean, year.deviation) == (near(expected["mean"]), near(expected["sd"]))


def test_fees_of_a_poisson_caseload() -> None:
    """A week strays twelve times as far where the caseload itself is chance."""
    inputs, expected = case("C05")
    terms = (inputs["fee"], inputs["missed"], inputs["charged_share"], inputs["charge_fraction"])
    found = fees_of_poisson_caseload(
        inputs["mean_caseload"], inputs["weekly_booking_prob"], fee_of_session(*terms)
    )
    assert (found.mean, found.variance) == (near(expected["mean"]), near(expected["variance"]))


def test_fees_of_a_year_of_the_same_clients() -> None:
    """Mean 123,052.80 and 21,910.77 about it; independent weeks would say 4,273.99."""
    session = fee_of_session(150.0, 0.12, 0.5, 0.8)
    there = 0.97 ** np.arange(52.0)
    year = fees_of_weeks(20.0, 0.85, session, there)
    assert year.mean == pytest.approx(123_052.80, abs=0.005)
    assert year.deviation == pytest.approx(21_910.77, abs=0.005)
    apart = fees_of_weeks(20.0, 0.85, session, np.append(1.0, np.zeros(51)))
    assert apart.deviation == pytest.approx(4_273.99, abs=0.005)


def test_a_month_of_few_sessions() -> None:
    """In 1 month of 20 fewer than 66 of 84 are kept, and 600 is missing of 10,500."""
    inputs, expected = case("C09")
    kept = fewest_kept(inputs["booked_per_month"], inputs["attend"], 5.0)
    assert kept == expected["q05"]
    assert max(0.0, inputs["bills"] - inputs["fee"] * kept) == near(expected["reserve"])
