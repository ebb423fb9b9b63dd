"""The expected path against an independent program, week by week and month by month."""

from typing import Any

import numpy as np
import pytest

from calc.months.counting import Counts
from calc.months.expected import expected_counts
from tests.calc.months.months_cases import CASES, case, plan

BY_WEEK = [name for name, found in CASES.items() if "caseload" in found["expected"]]
BY_MONTH = [name for name, found in CASES.items() if "months" in found["expected"]]


def near(values: Any) -> Any:
    """Within what the cases are written to: ten figures."""
    return pytest.approx(values, rel=1e-9, abs=1e-9)


def by_week(counts: Counts, weeks: list[int]) -> list[float]:
    """The caseload of some weeks."""
    return [float(counts.caseload[week - 1, 0]) for week in weeks]


@pytest.mark.parametrize("name", BY_WEEK)
def test_the_caseload_of_some_weeks(name: str) -> None:
    """From nothing, or from a standing caseload without an enquiry."""
    weeks, expected = case(name)
    counts = expected_counts(weeks)
    assert by_week(counts, expected["weeks"]) == near(expected["caseload"])
    if "left_in_week_1" in expected:
        assert counts.left[0].sum() == near(expected["left_in_week_1"])
    if "first_week_at_20" in expected:
        assert int(np.argmax(counts.caseload[:, 0] >= 20.0)) + 1 == expected["first_week_at_20"]


@pytest.mark.parametrize("name", ["M15", "M26"])
def test_the_caseload_around_seasons_and_a_leave(name: str) -> None:
    """Autumn brings more; a leave holds the places of those who come back."""
    weeks, expected = case(name)
    counts = expected_counts(weeks)
    found = {int(week): clients for week, clients in expected["caseload_by_week"].items()}
    assert by_week(counts, list(found)) == near(list(found.values()))
    if "left_at_its_start" in expected:
        first = expected["first_week_of_leave"] - 1
        assert counts.left[first].sum() == near(expected["left_at_its_start"])


@pytest.mark.parametrize("name", ["M16", "M17", "M26"])
def test_sessions_of_each_month(name: str) -> None:
    """A season of bookings, dated holidays and a leave move sessions between months."""
    weeks, expected = case(name)
    stated = expected.get("booked_by_month") or expected["sessions_booked_by_month"]
    assert expected_counts(weeks).booked_by_month[:, 0] == near(stated)


def test_illness_at_its_mean() -> None:
    """A chance of 0.3 a year of four weeks: 1.37 weeks lost, 1,113.9 sessions."""
    weeks, expected = case("M24")
    counts = expected_counts(weeks)
    assert weeks.illness_chance == near(expected["start_chance_per_week"])
    worked = counts.booked.sum(axis=(1, 2)) / 22.0
    for week, chance in expected["ill_in_week"].items():
        assert 1.0 - worked[int(week) - 1] == near(chance)
    assert 52.0 - worked.sum() == near(expected["weeks_lost_in_12_months"])
    assert counts.booked_by_month.sum() == near(expected["booked_of_year"])


@pytest.mark.parametrize("name", BY_MONTH)
def test_every_month_of_a_plan(name: str) -> None:
    """Clients at the end of each month, sessions booked in it, and the week it is full."""
    weeks, expected = case(name)
    counts = expected_counts(weeks)
    assert counts.clients_at_month_end[:, 0] == near(expected["months"]["clients_end"])
    assert counts.booked_by_month[:, 0] == near(expected["months"]["booked"])
    full = expected["full_week"]
    assert counts.first_full_week.tolist() == [np.inf if full is None else full]


def test_a_waiting_list_fills_what_falls_free() -> None:
    """Ten enquiries a month at 22 places: who waits is taken first, and nobody else is lost."""
    values = {"enquiries_per_month": 10.0, "intake_share": 1.0, "months": 12}
    listed = expected_counts(plan(waitlist=True, waiting_leave_share_per_week=0.0, **values))
    lost = expected_counts(plan(**values))
    assert listed.waiting[-1].sum() == near(lost.turned_away.sum())
    assert listed.turned_away.sum() == 0.0
    assert listed.clients == near(lost.clients)


def test_insurers_people_wait_for_the_insurer() -> None:
    """Nobody of an insurer is admitted in eight weeks; in week 9 those who waited are."""
    values = {"enquiries_per_month": 4.0, "intake_share": 1.0, "clients_at_start": 0}
    counts = expected_counts(
        plan(
            "two_payers",
            credentialing_weeks=8,
            waitlist=True,
            waiting_leave_share_per_week=0.0,
            **values,
        )
    )
    per_week = 4.0 * 12.0 / 52.0 * 8.0 / 22.0
    assert counts.admitted[:8, 1].sum() == 0.0
    assert counts.waiting[7, 1, 0] == near(8.0 * per_week)
    assert counts.admitted[8, 1, 0] == near(9.0 * per_week)


def test_all_are_private_at_the_start_where_insurers_are_not_yet() -> None:
    """With weeks of credentialing ahead, those who are there are private."""
    leaving = {"early_ending_share": 0.0, "weeks_once_settled": 2000.0, "enquiries_per_month": 0.0}
    before = expected_counts(plan("two_payers", credentialing_weeks=8, **leaving))
    usual = expected_counts(plan("two_payers", **leaving))
    assert before.clients[0, 1, 0] == 0.0
    assert usual.clients[0, 0, 0] / usual.clients[0, 1, 0] == near(14.0 / 8.0)


def test_enquiries_during_a_leave_are_kept_on_a_list() -> None:
    """They wait for the return; without a list they are lost."""
    row = {"kind": "leave", "month": 4, "weeks": 6, "enquiries_kept": True}
    kept = expected_counts(plan(away=[row], waitlist=True, waiting_leave_share_per_week=0.0))
    lost = expected_counts(plan(away=[row], waitlist=False))
    during = kept.plan.intakes[13:19].sum()
    assert kept.waiting[18].sum() == near(during)
    assert lost.turned_away[13:19].sum() == near(during)
    assert kept.admitted[19].sum() > lost.admitted[19].sum()


def test_two_leaves_that_begin_together() -> None:
    """Half come back of each: a quarter of 22."""
    row = {"kind": "leave", "month": 4, "weeks": 6, "clients_return_share": 0.5}
    found = expected_counts(plan(away=[row, row]))
    assert found.caseload[13, 0] == near(5.5)
