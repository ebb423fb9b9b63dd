"""Two letters by hand: $61 a session on a 1099, or $32 an hour on a W-2; tax year 2026, Texas.

Both see 25 clients a week for an hour each, 48 weeks a year; nobody misses. Notes take 15 minutes.
The contract: 4 hours a week of one's own administration, $300 of liability cover, $450 a month of
health premium. The job: 4 hours of administration and 4.75 of meetings, all paid, four weeks of
paid leave of 40 hours, and $100 a month of premium, taken before tax.
"""

from typing import Any

import pytest

from calc.offers import Comparison, compare, counter_offer, equal_pay, level_by
from calc.offers.labour import pay_of_an_hour
from calc.questions.solve import Reached, Target
from calc.scenario import Offers
from calc.staffing.equal_pay import cost_equal_split

KIND = {
    "payer": "private",
    "booked_per_week": 25,
    "minutes_per_session": 60,
    "notes_minutes_per_session": 15,
    "fee_per_session": 120,
    "late_cancelled_share": 0,
    "missed_share": 0,
}
TIME = {
    "holiday_weeks": 4,
    "sickness_weeks": 0,
    "training_weeks": 0,
    "administration_hours_per_week": 4,
    "marketing_hours_per_week": 0,
    "meetings_hours_per_week": 0,
    "training_hours_per_year": 0,
}
CONTRACT: dict[str, Any] = {
    "label": "Contract",
    "supervision_hours_per_week": 0,
    "costs": [{"kind": "liability", "amount": 300, "per": "year"}],
    "work": {
        "kind": "contractor",
        "health_premium_per_month": 450,
        "pay": {"kind": "per_session", "rates_per_session": [61]},
        "session_kinds": [KIND],
        "time": TIME,
    },
}
JOB: dict[str, Any] = {
    "label": "Job",
    "supervision_hours_per_week": 0,
    "work": {
        "kind": "employee",
        "health_premium_per_month": 100,
        "pay": {
            "kind": "hourly",
            "rate_per_hour": 32,
            "paid_buckets": ["sessions", "notes", "administration", "meetings"],
            "contracted_hours_per_week": 40,
            "paid_leave_weeks": 4,
        },
        "session_kinds": [KIND],
        "time": {**TIME, "meetings_hours_per_week": 4.75},
    },
}


def compared(*offers: dict[str, Any], **person: Any) -> Comparison:
    """Offers for one single person in Texas who buys nothing and owes nothing."""
    shared = {"support": {"consultation_hours_per_week": 0}, "licence": {"licensed": True}}
    return compare(Offers.parse({"offers": list(offers), **shared, **person}))


def test_61_dollars_on_a_1099_or_32_on_a_w2() -> None:
    """More an hour on the contract, more a year in the job."""
    contract, job = compared(CONTRACT, JOB).compared
    # 25 x 48 = 1,200 sessions at 61 = 73,200; less 300: a profit of 72,900.
    # Self-employment tax 72,900 x 0.9235 x 0.153 = 10,300.44195.
    # Adjusted income 72,900 - 5,150.220975 - 5,400 = 62,349.779025.
    # Business deduction 20 % of 62,349.779025 - 16,100: 9,249.955805. Taxable 36,999.82322.
    # Income tax 1,240 + (36,999.82322 - 12,400) x 0.12 = 4,191.9787864.
    take_home = 72_900 - 10_300.44195 - 4_191.9787864 - 5_400
    assert contract.result.take_home.amount == pytest.approx(take_home, abs=1e-6)
    # 1,200 hours of sessions, 300 of notes, 192 of administration.
    assert contract.result.wage.amount == pytest.approx(take_home / 1_692, abs=1e-9)  # 31.33
    # 40 paid hours x 48 weeks, and 4 weeks of leave x 40 hours: 2,080 x 32 = 66,560.
    # Social tax on 66,560 - 1,200: 65,360 x 0.0765 = 5,000.04.
    # Income tax 1,240 + (65,360 - 16,100 - 12,400) x 0.12 = 5,663.20.
    take_home = 66_560 - 5_000.04 - 5_663.20 - 1_200
    assert job.result.take_home.amount == pytest.approx(take_home, abs=1e-6)
    assert job.result.wage.amount == pytest.approx(take_home / 1_920, abs=1e-9)  # 28.49
    assert job.result.year.unpaid_share.amount == pytest.approx(0.0, abs=1e-12)
    assert contract.result.year.unpaid_share.amount == pytest.approx(492 / 1_692)


def test_the_goal_decides_who_comes_first() -> None:
    """By the hour the contract, by the year the job."""
    found = compared(CONTRACT, JOB)
    assert [each.label for each in found.ranked("wage")] == ["Contract", "Job"]
    assert [each.label for each in found.ranked("take_home")] == ["Job", "Contract"]


def test_a_paycheck() -> None:
    """Twenty-six equal ones in the job; a contract withholds nothing, so it has none."""
    contract, job = compared(CONTRACT, JOB).compared
    assert job.paycheck is not None
    assert job.paycheck.amount == pytest.approx((66_560 - 5_000.04 - 5_663.20 - 1_200) / 26)
    assert contract.paycheck is None


def test_the_hourly_rate_that_would_be_level() -> None:
    """At that rate the job's hour pays what the contract's does."""
    contract, job = compared(CONTRACT, JOB).compared
    found = equal_pay(job, contract)
    assert isinstance(found, Reached)
    assert found.achieved["wage"] == pytest.approx(float(contract.result.wage.amount), abs=1e-6)
    # More than 32 by about the gap of 2.84 before tax of 12 % and 7.65 %.
    assert 32 + 2.84 < found.value < 32 + 2.84 / 0.75


def test_missed_sessions_cost_only_who_is_paid_by_the_session() -> None:
    """With none missed the job is 1,689 ahead, so it leads at every share of missed sessions."""
    contract, job = compared(CONTRACT, JOB).compared
    found = level_by(contract, job, "missed")
    assert found.points == ()
    assert found.leads == "other"


def test_the_session_count_at_which_both_pay_the_same() -> None:
    """Above it the contract leaves more a month; both are worked out again there."""
    hourly = {**JOB["work"], "pay": {**JOB["work"]["pay"], "rate_per_hour": 30}}
    contract, job = compared(CONTRACT, {**JOB, "work": hourly}).compared
    found = level_by(contract, job, "booked")
    (point,) = found.points
    kind = "work.session_kinds.0.booked_per_week"
    for each in (contract, job):
        again = compared(
            {**CONTRACT, "work": each.result.scenario.with_values({kind: point.at}).work}
            if each is contract
            else {**JOB, "work": each.result.scenario.with_values({kind: point.at}).work}
        ).compared[0]
        monthly = float(again.result.take_home.amount) / 12
        assert monthly == pytest.approx(point.figure, abs=0.01)
    assert point.ahead_below == "other"


def test_a_counter_offer_reaches_its_target() -> None:
    """The least rate that brings the job to $30 an hour, worked out again at that rate."""
    (job,) = compared(JOB).compared
    asks = {ask.term: ask for ask in counter_offer(job, Target("wage", 30.0))}
    rate = asks["pay"]
    assert rate.reached
    assert rate.current == 32
    pay = {**JOB["work"]["pay"], "rate_per_hour": rate.ask}
    (again,) = compared({**JOB, "work": {**JOB["work"], "pay": pay}}).compared
    assert again.result.wage.amount == pytest.approx(30.0, abs=1e-6)
    assert not asks["premium"].reached  # $1,200 a year over 1,920 hours is 62 cents at most


def test_a_1099_split_equal_in_cost_to_half_on_a_w2() -> None:
    """0.50 x (1 + 0.0765) = 53.825 %."""
    assert cost_equal_split(0.50, 0.0765) == pytest.approx(0.53825)


def test_pay_of_a_paid_hour_and_of_every_hour() -> None:
    """The contract pays 73,200 for 1,200 hours of 1,692; the job 66,560 for 1,920 and 160 of leave.

    The survey's year of pay is over 2,080 hours, leave among them, so an hourly wage of 32 is 32.
    """
    contract, job = compared(CONTRACT, JOB).compared
    assert pay_of_an_hour(contract.result) == pytest.approx((73_200 / 1_200, 73_200 / 1_692))
    assert pay_of_an_hour(job.result) == pytest.approx((66_560 / 2_080, 66_560 / 1_920))


def test_a_paid_hour_of_a_salary_has_its_leave_in_it() -> None:
    """62,000 for 40 hours and 4 weeks off: 62,000 / 2,080 = 29.81 paid, / 1,920 = 32.29 worked."""
    pay = {"kind": "salary", "salary_per_year": 62_000, "contracted_hours_per_week": 40}
    time = {**JOB["work"]["time"], "holiday_weeks": 4, "sickness_weeks": 0, "training_weeks": 0}
    (job,) = compared({**JOB, "work": {**JOB["work"], "pay": pay, "time": time}}).compared
    assert pay_of_an_hour(job.result) == pytest.approx((62_000 / 2_080, 62_000 / 1_920))
