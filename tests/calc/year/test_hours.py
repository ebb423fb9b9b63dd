"""Hours by bucket, and which of them each arrangement pays for."""

from typing import Any

import pytest

from calc import Scenario
from calc.statements import Year
from calc.year.hours import booked_sessions_per_week, statement

# 10 sessions booked a week, one in ten missed, 60 minutes with 20 of notes, 40 worked weeks:
# 360 held, 360 h sessions, 120 h notes, 40 h lost (20 waited, 20 put to use), 80 h administration,
# 40 h meetings; together 620.
KIND = {
    "payer": "private",
    "booked_per_week": 10.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.1,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 20.0,
}
TIME = {
    "holiday_weeks": 12.0,
    "sickness_weeks": 0.0,
    "administration_hours_per_week": 2.0,
    "marketing_hours_per_week": 0.0,
    "meetings_hours_per_week": 1.0,
    "training_hours_per_year": 0.0,
    "waiting_reused_share": 0.5,
}


def year_of(work: dict[str, Any], kind: dict[str, Any] | None = None) -> Year:
    """The year of one kind of session in one arrangement."""
    return statement(
        Scenario.parse(
            {
                "work": {"session_kinds": [{**KIND, **(kind or {})}], "time": TIME, **work},
                "support": {"consultation_hours_per_week": 0.0},
            }
        )
    )


def paid_of(year: Year) -> dict[str, float]:
    """Paid hours of each bucket that has any."""
    paid = {name: float(line.parts[0].amount) for name, line in year.buckets.items()}
    return {name: amount for name, amount in paid.items() if amount}


def near(amounts: dict[str, float]) -> object:
    """Equal but for rounding."""
    return pytest.approx(amounts)


def test_own_practice_is_paid_for_sessions_held() -> None:
    """360 of 620 hours bring money; waiting is unpaid and reused waiting counted elsewhere."""
    year = year_of({"kind": "own_practice"})
    assert year.hours.amount == pytest.approx(620)
    assert paid_of(year) == near({"sessions": 360})
    assert year.buckets["waiting"].amount == pytest.approx(20)
    assert year.waiting_reused == pytest.approx(20)
    assert year.unpaid_share.amount == pytest.approx(260 / 620)
    assert year.hours_per_week.amount == pytest.approx(620 / 40)


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_a_split_pays_sessions_held(kind: str) -> None:
    """A share of collections pays for sessions only."""
    assert paid_of(year_of({"kind": kind, "pay": {"kind": "split"}})) == near({"sessions": 360})


@pytest.mark.parametrize("kind", ["contractor", "employee"])
def test_a_rate_per_session_may_pay_other_work(kind: str) -> None:
    """The buckets of the administration rate are paid beside the sessions, unless it is nothing."""
    pay = {"kind": "per_session", "administration_rate_buckets": ["meetings", "notes"]}
    paid = year_of({"kind": kind, "pay": {**pay, "administration_rate_per_hour": 20}})
    assert paid_of(paid) == near({"sessions": 360, "notes": 120, "meetings": 40})
    assert paid_of(year_of({"kind": kind, "pay": pay})) == near({"sessions": 360})


def test_hourly_pays_the_buckets_it_names() -> None:
    """Waiting is paid where the offer says so; what it does not name is unpaid."""
    pay = {"kind": "hourly", "paid_buckets": ["sessions", "waiting"]}
    assert paid_of(year_of({"kind": "employee", "pay": pay})) == near(
        {"sessions": 360, "waiting": 20}
    )


def test_a_salary_pays_the_contracted_hours() -> None:
    """20 h a week x 40 = 800: all 620 are paid. 13 h x 40 = 520: 100 are not, spread over 260."""
    salary = {"kind": "salary", "contracted_hours_per_week": 20.0}
    assert year_of({"kind": "employee", "pay": salary}).unpaid.amount == pytest.approx(0)
    salary["contracted_hours_per_week"] = 13.0
    year = year_of({"kind": "employee", "pay": salary})
    assert year.unpaid.amount == pytest.approx(100)
    left = 1 - 100 / 260
    assert paid_of(year) == near(
        {
            "sessions": 360,
            "notes": 120 * left,
            "waiting": 20 * left,
            "administration": 80 * left,
            "meetings": 40 * left,
        }
    )


def test_a_salary_overflows_into_sessions() -> None:
    """8 h x 40 = 320: 300 hours are unpaid, all 260 beside the sessions and 40 of those."""
    salary = {"kind": "salary", "contracted_hours_per_week": 8.0}
    year = year_of({"kind": "employee", "pay": salary})
    assert paid_of(year) == near({"sessions": 320})
    nothing = year_of({"kind": "employee", "pay": {**salary, "contracted_hours_per_week": 0.0}})
    assert paid_of(nothing) == {}


def test_a_group_waits_for_nobody() -> None:
    """A group meets although members miss it: all 400 are held and no time is lost."""
    year = year_of({"kind": "own_practice"}, {"clients_per_session": 6.0})
    assert year.held.amount == pytest.approx(400)
    assert year.lost.amount == 0
    assert year.buckets["waiting"].amount == 0
    assert year.kinds[0].empty == 0


def test_after_hours_are_at_most_all_hours() -> None:
    """A subset cannot be more than the whole."""
    year = year_of({"kind": "own_practice", "time": {**TIME, "after_hours_per_week": 5.0}})
    assert year.after_hours.amount == pytest.approx(200)
    year = year_of({"kind": "own_practice", "time": {**TIME, "after_hours_per_week": 90.0}})
    assert year.after_hours.amount == pytest.approx(620)


def test_clients_at_a_frequency_are_sessions() -> None:
    """Eight weekly clients and six fortnightly ones are eleven sessions a week."""
    assert booked_sessions_per_week(8.0, 1.0) + booked_sessions_per_week(6.0, 2.0) == 11.0


def test_a_caseload_may_be_empty() -> None:
    """No kinds of session: no sessions, and the other hours as stated."""
    year = year_of({"kind": "own_practice", "session_kinds": []})
    assert (year.booked.amount, year.held.amount) == (0.0, 0.0)
    assert year.hours.amount == pytest.approx(120)


def test_what_a_contract_leaves_unlisted_is_work_where_it_says_so() -> None:
    """20 contracted hours x 40 weeks are 800, of which 620 are listed: 180 more, all of them paid.

    Nothing is added where the listed hours fill the contract, nor where nobody said so.
    """
    salary = {"kind": "salary", "contracted_hours_per_week": 20.0, "contract_is_worked": True}
    year = year_of({"kind": "employee", "pay": salary})
    assert year.buckets["unlisted"].amount == pytest.approx(180.0)
    assert year.rows["unlisted"].unpaid.amount == pytest.approx(0.0)
    assert year.hours.amount == pytest.approx(800.0)
    filled = year_of({"kind": "employee", "pay": {**salary, "contracted_hours_per_week": 15.0}})
    assert filled.buckets["unlisted"].amount == 0.0
    plain = {"kind": "salary", "contracted_hours_per_week": 20.0}
    assert "unlisted" not in year_of({"kind": "employee", "pay": plain}).buckets
    hourly = {"kind": "hourly", "rate_per_hour": 30.0, "contracted_hours_per_week": 40.0}
    assert "unlisted" not in year_of({"kind": "employee", "pay": hourly}).buckets
