"""Overtime by hand: $30 an hour in Utah, 48 weeks of 48 1/3 paid hours; tax year 2026.

38 sessions of an hour with 10 minutes of notes each, 4 hours of administration, nothing missed:
38 + 38 / 6 + 4 = 48 1/3 hours. 29 U.S.C. 207 pays those beyond 40 at one and a half times, and
whoever is paid by the hour is not exempt (29 CFR 541.602), so
48 x 30 x (40 + 1.5 x 8 1/3) = 75,600 a year; at the plain rate it would be 69,600.
"""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.offers import compare
from calc.offers.labour import LetterTerms, checks
from calc.scenario import Offers
from calc.staffing import evaluate_clinic
from tests.worked.clinics import PLAIN, clinic

RULES = load_rules(2026)
DAY = datetime.date(2026, 11, 22)
KIND = {
    "payer": "private",
    "booked_per_week": 38.0,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 10.0,
    "billing_minutes_per_session": 0.0,
    "fee_per_session": 100.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.0,
}
TIME = {
    "holiday_weeks": 4.0,
    "sickness_weeks": 0.0,
    "training_weeks": 0.0,
    "administration_hours_per_week": 4.0,
    "marketing_hours_per_week": 0.0,
    "meetings_hours_per_week": 0.0,
    "training_hours_per_year": 0.0,
}
PAID = ("sessions", "notes", "administration")
WORK: dict[str, Any] = {
    "kind": "employee",
    "pay": {"kind": "hourly", "rate_per_hour": 30.0, "paid_buckets": list(PAID)},
    "session_kinds": [KIND],
    "time": TIME,
}
WEEKS, RATE, HOURS = 48, 30.0, 38 + 38 / 6 + 4
PAY = WEEKS * RATE * (40 + 1.5 * (HOURS - 40))


def plan(**changes: Any) -> Scenario:
    """The plan above with some fields changed, by path with `__`."""
    found = Scenario.parse(
        {
            "work": WORK,
            "household": {"state": "UT"},
            "support": {"consultation_hours_per_week": 0.0},
        }
    )
    return found.with_values({name.replace("__", "."): value for name, value in changes.items()})


def money(**changes: Any) -> float:
    """Money in of a year."""
    return float(evaluate(plan(**changes), RULES).money_in.amount)


def test_hours_beyond_forty_are_in_the_money_of_a_plan() -> None:
    """69,600 at the rate, and 48 x 8 1/3 x 30 x 1/2 = 6,000 on top; tax looks at all of it."""
    result = evaluate(plan(), RULES)
    assert pytest.approx(75_600) == PAY
    assert result.money_in.amount == pytest.approx(75_600)
    assert result.find("money_in.hours").amount == pytest.approx(69_600)
    overtime = result.find("money_in.overtime")
    assert overtime.amount == pytest.approx(6_000)
    assert overtime.find("money_in.overtime_hours").amount == pytest.approx(400)
    assert [law.key for law in overtime.sources] == ["labour.overtime"]
    assert result.taxes.find("taxes.fica").amount == pytest.approx(75_600 * 0.0765)
    assert result.wage_before_tax.amount == pytest.approx(75_600 / (48 * HOURS))


def test_forty_hours_and_fewer_have_none() -> None:
    """30 sessions: 30 + 5 + 4 = 39 hours; 48 x 30 x 39 = 56,160. With an hour more 57,600."""
    kind = "work__session_kinds__0__booked_per_week"
    assert money(**{kind: 30.0}) == pytest.approx(56_160)
    whole = {kind: 30.0, "work__time__administration_hours_per_week": 5.0}
    assert money(**whole) == pytest.approx(57_600)
    sweep = evaluate(plan(**{kind: np.array([30.0, 38.0])}), RULES)
    assert sweep.money_in.amount == pytest.approx([56_160, 75_600])


def test_only_paid_hours_are_in_the_money() -> None:
    """Notes unpaid: 42 hours are paid, 48 x 30 x (40 + 1.5 x 2) = 61,920. Or sessions alone: 38."""
    paid = "work__pay__paid_buckets"
    assert money(**{paid: ("sessions", "administration")}) == pytest.approx(61_920)
    assert money(**{paid: ("sessions",)}) == pytest.approx(48 * 30 * 38)


def test_leave_is_no_overtime() -> None:
    """Four weeks of leave of 48 hours are paid at the plain rate: 4 x 48 x 30 = 5,760 more."""
    leave = {"work__pay__paid_leave_weeks": 4.0, "work__pay__contracted_hours_per_week": 48.0}
    assert money(**leave) == pytest.approx(75_600 + 5_760)


def test_another_countrys_hours_are_paid_as_stated() -> None:
    """Labour law of the United States is not asked in pounds, and no year without weeks has any."""
    pounds = {"currency": "GBP", "household__tax": {"mode": "none"}}
    assert money(**pounds) == pytest.approx(69_600)
    none = {"work__time__holiday_weeks": 52.0, "work__time__training_hours_per_year": 50.0}
    paid = {"work__pay__paid_buckets": ("sessions", "training")}
    assert money(**none, **paid) == pytest.approx(50 * 30)


def test_a_salary_and_pay_by_the_session_are_what_they_state() -> None:
    """Neither is touched: the check of an offer asks about them."""
    salary = {"kind": "salary", "salary_per_year": 60_000.0, "contracted_hours_per_week": 40.0}
    assert money(work__pay=salary) == pytest.approx(60_000)
    rates = {"kind": "per_session", "rates_per_session": (40.0,)}
    assert money(work__pay=rates) == pytest.approx(48 * 38 * 40)


def test_an_offer_has_it_in_its_pay_and_its_check_agrees() -> None:
    """The letter of the same job: 75,600, and 8 1/3 hours at $45, all of them in this pay."""
    letter = {"label": "Job", "work": WORK, "supervision_hours_per_week": 0.0}
    person = {"household": {"state": "UT"}, "licence": {"family": "counselor"}}
    (found,) = compare(Offers.parse({"offers": [letter], **person})).compared
    assert found.result.money_in.amount == pytest.approx(75_600)
    (check,) = (check for check in found.checks if check.kind == "overtime")
    assert check.values == pytest.approx(
        {
            "hours_per_week": HOURS,
            "hours_beyond": 25 / 3,
            "overtime_rate_per_hour": 45.0,
            "hours_in_pay": 25 / 3,
        }
    )


def test_a_post_of_a_clinic_costs_it() -> None:
    """75,600 of pay, 7.65 % on top of it, and 42 + 2.7 % of 9,000 = 285.

    Without its sessions 4 hours of administration are left, 48 x 4 x 30 = 5,760: 69,840 of the pay
    comes and goes with sessions, at 1.0765 with what is on top.
    """
    result = evaluate_clinic(clinic({"label": "Post 1", "work": WORK, **PLAIN}))
    post = result.posts[0]
    assert post.pay == pytest.approx(75_600)
    assert post.employer_load == pytest.approx(75_600 * 0.0765 + 285)
    assert post.by_session == pytest.approx(69_840 * 1.0765)


@pytest.mark.parametrize("booked", [20.0, 40.0, 45.0])
def test_break_even_bends_where_overtime_begins(booked: float) -> None:
    """$40 an hour, sessions of an hour at 100, 48 weeks, whatever is booked now.

    Forty a week bring 192,000; pay is 76,800, 5,875.20 and 285 on top: 109,039.80 is left. One
    more a week costs 60 x 1.0765 = 64.59, so 48 x 35.41 = 1,699.68 is left of it.
    """
    kind = {**KIND, "booked_per_week": booked, "notes_minutes_per_session": 0.0}
    pay = {**WORK["pay"], "rate_per_hour": 40.0}
    time = {**TIME, "administration_hours_per_week": 0.0}
    work = {**WORK, "session_kinds": [kind], "pay": pay, "time": time}
    shared = {"costs": [{"kind": "other", "amount": 112_000, "per": "year"}]}
    result = evaluate_clinic(clinic({"label": "Post 1", "work": work, **PLAIN}, shared=shared))
    even = 40 + (112_000 - 109_039.8) / 1_699.68
    assert result.break_even(result.posts[0]) == pytest.approx(even)


def test_a_clinic_of_another_country_pays_hours_as_stated() -> None:
    """In pounds a post is paid 69,600, and each session costs the same however many there are."""
    post = {"label": "Post 1", "work": WORK, **PLAIN}
    result = evaluate_clinic(
        clinic(post, currency="GBP", household={"tax": {"mode": "none"}}, shared={"costs": []})
    )
    (found,) = result.posts
    assert found.pay == pytest.approx(69_600)
    assert found.by_session == pytest.approx(69_600 - 48 * 4 * 30)
    # 4 hours of administration cost 5,760; a session a week leaves 48 x (100 - 7 / 6 x 30).
    assert result.break_even(found) == pytest.approx(5_760 / (48 * 65))


def asked(state: str, **changes: Any) -> dict[str, Any]:
    """What is asked of the plan as an offer in a state, by kind."""
    terms = LetterTerms(state, "counselor", licensed=True, supervision_named=True)
    return {check.kind: check for check in checks(evaluate(plan(**changes), RULES), terms, DAY)}


@pytest.mark.parametrize("state", ["AK", "CA", "CO", "NV"])
def test_a_state_that_counts_the_day_is_told(state: str) -> None:
    """Told beside the money, of an offer and of a plan, and computed in neither."""
    check = asked(state)["overtime_by_the_day"]
    assert check.law is not None
    assert check.law.key == f"labour.daily_overtime_{state}"
    result = evaluate(plan(household__state=state), RULES)
    assert "overtime_by_the_day" in {remark.kind for remark in result.remarks}
    assert result.money_in.amount == pytest.approx(75_600)


def test_where_no_day_is_told() -> None:
    """Not in Utah, not of a salary, not in pounds, and not of a week shorter than a long day."""
    assert "overtime_by_the_day" not in asked("UT")
    salary = {"kind": "salary", "salary_per_year": 90_000.0}
    short = {
        "work__session_kinds__0__booked_per_week": 4.0,
        "work__time__administration_hours_per_week": 1.0,
    }
    pounds = {"currency": "GBP", "household__tax": {"mode": "none"}}
    changes: list[dict[str, Any]] = [{"work__pay": salary}, short, pounds]
    for change in changes:
        assert "overtime_by_the_day" not in asked("CA", **change)
        result = evaluate(plan(household__state="CA", **change), RULES)
        assert "overtime_by_the_day" not in {remark.kind for remark in result.remarks}
