"""What labour law says of an offer: each kind of check, when it is raised and when it is not."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.offers.labour import (
    Check,
    LetterTerms,
    Percentiles,
    Place,
    checks,
    place_in,
    pre_licensed_band,
    wage_bands,
)
from calc.offers.labour.pay import pay_checks

RULES = load_rules(2026)
DAY = datetime.date(2026, 11, 22)
TERMS = LetterTerms(state="MA", family="counselor", licensed=False, supervision_named=True)

# 20 of 25 sessions of 60 minutes are held, 6 minutes of notes each; the waiting is put to use.
# A worked week of 48: sessions 20 h, notes 2 h, meetings 3 h.
KIND = {
    "payer": "private",
    "booked_per_week": 25.0,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 6.0,
    "billing_minutes_per_session": 0.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.2,
}
TIME = {
    "holiday_weeks": 4.0,
    "sickness_weeks": 0.0,
    "training_weeks": 0.0,
    "administration_hours_per_week": 0.0,
    "marketing_hours_per_week": 0.0,
    "meetings_hours_per_week": 3.0,
    "training_hours_per_year": 0.0,
    "waiting_reused_share": 1.0,
}
SUPPORT = {"consultation_hours_per_week": 0.0}
PER_SESSION = {"kind": "per_session", "rates_per_session": [45.0]}
SPLIT = {"kind": "split", "share": 0.5}


def plan(pay: Any = PER_SESSION, kind: str = "employee", **more: Any) -> Scenario:
    """An employee of the week above, or a contractor; `more` are fields by path."""
    work: dict[str, Any] = {"kind": kind, "session_kinds": [KIND], "time": TIME}
    if kind != "own_practice":
        work["pay"] = pay
    return Scenario.parse({"work": work, "support": SUPPORT}).with_values(more)


def asked(
    scenario: Scenario, terms: LetterTerms = TERMS, on: datetime.date = DAY
) -> dict[str, Check]:
    """The checks of a plan by kind."""
    return {check.kind: check for check in checks(evaluate(scenario, RULES), terms, on)}


def terms(**changes: Any) -> LetterTerms:
    """The terms above with some changed."""
    plain = {"state": "MA", "family": "counselor", "licensed": False, "supervision_named": True}
    return LetterTerms(**{**plain, **changes})


def salary(per_year: float, hours: float = 40.0, **more: float) -> dict[str, Any]:
    """A salary for contracted hours a week."""
    return {
        "kind": "salary",
        "salary_per_year": per_year,
        "contracted_hours_per_week": hours,
        **more,
    }


def hourly(rate: float, *paid: str) -> dict[str, Any]:
    """Pay by the hour for some kinds of work."""
    return {"kind": "hourly", "rate_per_hour": rate, "paid_buckets": list(paid)}


def test_work_beside_sessions_is_unpaid() -> None:
    """Paid by the session: notes and meetings are named, with their hours a week."""
    found = asked(plan())["unpaid_work"]
    assert found.values == pytest.approx({"notes": 2.0, "meetings": 3.0, "hours_per_week": 5.0})
    assert found.law is not None
    assert "785" in found.law.source.title
    assert [rule.key for rule in found.also] == ["labour.fee_basis"]
    assert not found.grave


def test_paid_work_is_not_asked_about() -> None:
    """An hour that the offer pays for is not named; nothing unpaid, nothing asked."""
    assert set(asked(plan(hourly(30.0, "sessions", "notes")))["unpaid_work"].values) == {
        "meetings",
        "hours_per_week",
    }
    assert "unpaid_work" not in asked(plan(hourly(30.0, "sessions", "notes", "meetings")))
    paid = {"administration_rate_per_hour": 20.0, "administration_rate_buckets": ["notes"]}
    assert "notes" not in asked(plan({**PER_SESSION, **paid}))["unpaid_work"].values


def test_a_fee_bears_on_pay_by_the_session_only() -> None:
    """Pay for time is never a fee; a share of fees may be one."""
    assert asked(plan(hourly(30.0, "sessions")))["unpaid_work"].also == ()
    assert asked(plan(SPLIT))["unpaid_work"].also


def test_what_the_letter_does_not_say_is_told_apart() -> None:
    """Work of whose pay the letter is silent is named as such; other silences are not."""
    found = asked(plan(), terms(unsaid=frozenset({"meetings", "travel"})))["unpaid_work"]
    assert found.values["unsaid"] == "meetings"


def test_lost_sessions_paid_in_part() -> None:
    """5 h of waiting a week, of whose sessions 60 % are paid: 2 h are unpaid."""
    rate = {**PER_SESSION, "lost_sessions_paid_share": 0.6}
    found = asked(plan(rate, **{"work.time.waiting_reused_share": 0.0}))["unpaid_work"]
    assert found.values["waiting"] == pytest.approx(2.0)


def test_hours_that_may_not_count_are_asked_apart() -> None:
    """Training, travel and supervision: 1 + 2 + 1.5 = 4.5 h, whoever provides the supervision."""
    more = {
        "work.time.travel_hours_per_week": 2.0,
        "work.time.training_hours_per_week": 1.0,
        "support.supervision_hours_per_week": 1.5,
    }
    unsettled = {"travel": 2.0, "training": 1.0, "supervision_received": 1.5}
    bought = {**more, "support.supervision_price_per_hour": 100.0}
    for found in (
        asked(plan(**more)),
        asked(plan(**more), terms(licensed=True)),
        asked(plan(**bought)),
    ):
        assert "supervision_received" not in found["unpaid_work"].values
        assert found["unpaid_work_unsettled"].values == pytest.approx(
            {**unsettled, "hours_per_week": 4.5}
        )


@pytest.mark.parametrize("kind", ["contractor", "own_practice"])
def test_only_employees_are_owed_pay_by_the_hour(kind: str) -> None:
    """No wage law is asked of contractors or of an own practice."""
    assert list(pay_checks(evaluate(plan(kind=kind), RULES), TERMS, DAY)) == []


def test_pay_over_all_hours_below_the_minimum_wage() -> None:
    """20 x $18 = $360 for 25 h is $14.40, under $15.00: $15 a week short. At $18.75 it is $15.00.

    Travel does not count: with 5 h of it, $18.75 is still enough.
    """
    found = asked(plan({**PER_SESSION, "rates_per_session": [18.0]}))["below_minimum_wage_overall"]
    assert found.values == pytest.approx(
        {
            "pay_per_hour": 14.4,
            "minimum_wage": 15.0,
            "hours_per_week": 25.0,
            "short_per_week": 15.0,
        }
    )
    assert found.grave
    assert found.law is not None
    assert found.law.key == "labour.minimum_wage_MA"
    travel = {"work.time.travel_hours_per_week": 5.0}
    enough = plan({**PER_SESSION, "rates_per_session": [18.7500001]}, **travel)
    assert "below_minimum_wage_overall" not in asked(enough)


def test_leave_is_pay_for_no_hour() -> None:
    """California, $17 for sessions (20 h) and notes (1 h), 6 h unpaid: 17 x 21 = 357 over 27 h.

    That is $13.22, with 8 weeks of paid leave as without any; 27 x 16.90 - 357 = 99.30 are short.
    """
    pay = {**hourly(17.0, "sessions", "notes"), "paid_leave_weeks": 8.0}
    hours = {
        "work.session_kinds.0.notes_minutes_per_session": 3.0,
        "work.time.meetings_hours_per_week": 6.0,
    }
    for leave in (8.0, 0.0):
        work = plan({**pay, "paid_leave_weeks": leave}, **hours)
        found = asked(work, terms(state="CA"))["below_minimum_wage_overall"]
        assert found.values == pytest.approx(
            {
                "pay_per_hour": 357 / 27,
                "minimum_wage": 16.9,
                "hours_per_week": 27.0,
                "short_per_week": 99.3,
            }
        )
        assert found.values["pay_per_hour"] == pytest.approx(13.22, abs=0.005)
        assert found.grave


@pytest.mark.parametrize("paid", ["travel", "training"])
def test_hours_whose_pay_counts_are_counted(paid: str) -> None:
    """Arizona, $15 for 18 h of sessions and 15 h of travel: 495 over 31 + 15 = 46 h is $10.76.

    The other 13 of the 31 h are meetings, unpaid. Where the 15 h are unpaid they count nowhere:
    270 over 31 h is $8.71. The least is 15.15.
    """
    hours = {
        "work.session_kinds.0.booked_per_week": 22.5,
        "work.session_kinds.0.notes_minutes_per_session": 0.0,
        "work.time.meetings_hours_per_week": 13.0,
        f"work.time.{paid}_hours_per_week": 15.0,
    }
    for buckets, pay, counted in ((["sessions", paid], 495, 46), (["sessions"], 270, 31)):
        found = asked(plan(hourly(15.0, *buckets), **hours), terms(state="AZ"))
        check = found["below_minimum_wage_overall"]
        assert check.values["pay_per_hour"] == pytest.approx(pay / counted)
        assert check.values["hours_per_week"] == pytest.approx(counted)
        assert check.grave


def test_extras_are_pay_for_no_hour() -> None:
    """$18 a session is $14.40 an hour, however much comes as a bonus, a stipend or an award."""
    extras = {
        "work.benefits.sign_on_bonus": 20_000.0,
        "work.benefits.stipends_per_year": 20_000.0,
        "work.benefits.retirement_match_per_year": 20_000.0,
        "work.benefits.loan_award_per_year": 20_000.0,
        "work.benefits.loan_award_taxable": True,
    }
    poor = plan({**PER_SESSION, "rates_per_session": [18.0]}, **extras)
    found = asked(poor)["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(14.4)


def test_a_salary_is_for_every_week_of_the_year() -> None:
    """19,240 / 52 = 370 a week for 25 h is $14.80; over 48 weeks it would have been $16.03.

    A cut for 4 sessions a week short of a quota, at $10, takes 40 of it: 330 / 25 = 13.20.
    """
    found = asked(plan(salary(19_240.0, 25.0)))["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(14.8)
    assert found.grave
    cut = {"quota_sessions_per_week": 24.0, "cut_per_session_below_quota": 10.0}
    found = asked(plan(salary(19_240.0, 25.0, **cut)))["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(13.2)


def test_supervision_may_count() -> None:
    """20 x $19 = 380 over 25 h is $15.20; with an hour of supervision 380 / 26 = $14.62: asked.

    26 x 15 - 380 = 10 a week. At $18, 360 / 25 = 14.40 is too little without it, and that is grave.
    Supervision that is bought, or that a licensed person seeks, is not added.
    """
    supervised = {"support.supervision_hours_per_week": 1.0}
    work = plan({**PER_SESSION, "rates_per_session": [19.0]}, **supervised)
    found = asked(work)["below_minimum_wage_overall"]
    assert found.values == pytest.approx(
        {
            "pay_per_hour": 380 / 26,
            "minimum_wage": 15.0,
            "hours_per_week": 26.0,
            "short_per_week": 10.0,
            "hours_unsettled": 1.0,
        }
    )
    assert not found.grave
    assert [rule.key for rule in found.also] == ["labour.averaging", "labour.hours_unsettled"]
    poorer = plan({**PER_SESSION, "rates_per_session": [18.0]}, **supervised)
    found = asked(poorer)["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(14.4)
    assert found.grave
    kind = "below_minimum_wage_overall"
    assert kind not in asked(work, terms(licensed=True))
    assert kind not in asked(work.with_values({"support.supervision_price_per_hour": 90.0}))


@pytest.mark.parametrize("pay", [PER_SESSION, SPLIT, hourly(30.0, "sessions", "notes")])
def test_the_first_weeks_bring_no_pay(pay: dict[str, Any]) -> None:
    """13 weeks without clients: 3 h of meetings a week are unpaid, supervision 1 h unsettled."""
    work = plan(pay, **{"support.supervision_hours_per_week": 1.0})
    found = asked(work, terms(credentialing_weeks=13.0))["first_weeks_unpaid"]
    assert found.values == pytest.approx(
        {"hours_per_week": 3.0, "hours_unsettled": 1.0, "weeks": 13.0}
    )
    assert found.law is not None
    assert (found.law.key, found.grave) == ("labour.averaging", False)
    assert "first_weeks_unpaid" not in asked(work)


def test_the_first_weeks_of_others() -> None:
    """A salary comes in the first weeks too; paid meetings leave nothing unpaid."""
    waits = terms(credentialing_weeks=13.0)
    assert "first_weeks_unpaid" not in asked(plan(salary(60_000.0)), waits)
    paid = hourly(30.0, "sessions", "notes", "meetings")
    assert "first_weeks_unpaid" not in asked(plan(paid), waits)


def test_a_minimum_wage_nobody_read_is_not_grave() -> None:
    """Oregon's rate from July 2026 was worked out, not read: asked, and marked so."""
    poor = plan({**PER_SESSION, "rates_per_session": [18.0]})
    found = asked(poor, terms(state="OR"))["below_minimum_wage_overall"]
    assert found.law is not None
    assert (found.law.number, found.law.confirmed, found.grave) == (15.55, False, False)


def test_an_exempt_salary_below_the_minimum_wage_is_not_grave() -> None:
    """50 h a week: $35,600 / 52 is $13.69 an hour, under $15.00; $40,000 / 52 is $15.38.

    A salary of $35,568 or more may be exempt, so that no minimum wage may be owed.
    """
    long = {"work.time.meetings_hours_per_week": 28.0}
    assert "below_minimum_wage_overall" not in asked(plan(salary(40_000.0, 60.0), **long))
    found = asked(plan(salary(35_600.0, 60.0), **long))["below_minimum_wage_overall"]
    assert not found.grave
    assert "labour.professional_exemption" in [rule.key for rule in found.also]


def test_california_looks_at_each_hour() -> None:
    """5 unpaid hours at $16.90 are $84.50 a week, however high the rate; supervision is unsettled.

    The rule was read second-hand: asked, and not grave. A salary that may be exempt is not asked
    about.
    """
    state = terms(state="CA")
    supervised = plan(**{"support.supervision_hours_per_week": 1.0})
    found = asked(supervised, state)["below_minimum_wage_unpaid_hours"]
    assert found.values == pytest.approx(
        {"hours_per_week": 5.0, "minimum_wage": 16.9, "at_minimum_wage_per_week": 84.5}
    )
    assert found.law is not None
    assert (found.law.key, found.law.certainty) == ("labour.each_hour_CA", "second_hand")
    assert not found.grave
    assert [rule.key for rule in found.also][:1] == ["labour.minimum_wage_CA"]
    unpaid = asked(supervised, state)["unpaid_work"]
    assert [rule.key for rule in unpaid.also] == ["labour.each_hour_CA", "labour.fee_basis"]
    kind = "below_minimum_wage_unpaid_hours"
    assert kind not in asked(plan())
    assert kind not in asked(plan(salary(80_000.0, 20.0)), state)
    assert kind in asked(plan(salary(70_303.0, 20.0)), state)
    assert kind not in asked(plan(hourly(30.0, "sessions", "notes", "meetings")), state)


def test_a_salary_below_that_of_the_exempt() -> None:
    """Washington asks for $80,168.40: $70,000 is $10,168.40 short, with 3 h beyond 40 a week."""
    long = {"work.time.meetings_hours_per_week": 21.0}
    found = asked(plan(salary(70_000.0), **long), terms(state="WA"))
    check = found["salary_below_exempt_threshold"]
    assert check.values == pytest.approx(
        {
            "salary_per_year": 70_000.0,
            "threshold_per_year": 80_168.4,
            "short_per_year": 10_168.4,
            "hours_per_week": 43.0,
            "hours_beyond": 3.0,
        }
    )
    assert check.grave
    assert "overtime" not in found
    short = asked(plan(salary(70_000.0)), terms(state="WA"))["salary_below_exempt_threshold"]
    assert short.values["hours_beyond"] == 0.0
    assert not short.grave


@pytest.mark.parametrize(
    ("state", "least"), [("TX", 35_568.0), ("NY", 35_568.0), ("ME", 45_300.32), ("AK", 58_240.0)]
)
def test_the_threshold_itself_is_enough(state: str, least: float) -> None:
    """At the threshold nothing is asked, a dollar below it is; unpaid hours then count too."""
    kind = "salary_below_exempt_threshold"
    assert kind not in asked(plan(salary(least, 20.0)), terms(state=state))
    assert "unpaid_work" not in asked(plan(salary(least, 20.0)), terms(state=state))
    below = asked(plan(salary(least - 1.0, 20.0)), terms(state=state))
    assert kind in below
    assert below["unpaid_work"].values["hours_per_week"] == pytest.approx(5.0)
    others = "labour.exempt_salary_not_professionals_NY"
    assert (others in [rule.key for rule in below[kind].also]) == (state == "NY")


def test_a_threshold_nobody_read_is_not_grave() -> None:
    """Colorado's of 2026 is recalled: asked, and marked so."""
    long = {"work.time.meetings_hours_per_week": 25.0}
    check = asked(plan(salary(57_000.0), **long), terms(state="CO"))
    found = check["salary_below_exempt_threshold"]
    assert found.law is not None
    assert (found.law.confirmed, found.grave) == (False, False)


def test_hours_beyond_forty() -> None:
    """By the hour: 3.5 h beyond 40 at 1.5 x $28 = $42; by the session, 1.5 times the mean hour."""
    long = {"work.time.meetings_hours_per_week": 21.5}
    paid = hourly(28.0, "sessions", "notes", "meetings")
    found = asked(plan(paid, **long))["overtime"]
    assert found.values == pytest.approx(
        {"hours_per_week": 43.5, "hours_beyond": 3.5, "overtime_rate_per_hour": 42.0}
    )
    assert "overtime" not in asked(plan(paid))
    # 20 x $45 over 45 h is $20 an hour, and $30 for one beyond 40.
    long = {"work.time.meetings_hours_per_week": 23.0}
    by_session = asked(plan(**long))["overtime"]
    assert by_session.values["overtime_rate_per_hour"] == pytest.approx(30.0)
    assert by_session.also


@pytest.mark.parametrize(
    ("state", "day", "figure", "since"),
    [
        ("MA", "2027-01-01", 15.0, "2026-01-01"),
        ("MA", "2026-12-31", None, None),
        ("MA", "2025-12-31", 15.0, "2026-01-01"),
        ("TX", "2027-06-01", 7.25, "2009-07-24"),
        ("TX", "2015-06-01", None, None),
        ("DC", "2025-06-30", 17.95, "2025-07-01"),
        ("AK", "2027-12-31", None, None),
        ("AK", "2028-01-01", 15.0, "2027-07-01"),
    ],
)
def test_a_year_whose_minimum_wage_was_not_read(
    state: str, day: str, figure: float | None, since: str | None
) -> None:
    """After the last year read, or before the first day: asked, with the nearest figure read."""
    found = asked(plan(), terms(state=state), datetime.date.fromisoformat(day))
    check = found.get("minimum_wage_not_read")
    assert (check is None) == (figure is None)
    if check is not None:
        assert check.values == {"state": state, "minimum_wage": figure, "since": since}
        assert check.law is not None
        assert check.law.key == f"labour.minimum_wage_{state}"
        assert not check.grave


@pytest.mark.parametrize(
    ("day", "grave"), [("2026-11-22", True), ("2027-01-04", False), ("2025-11-22", False)]
)
def test_below_a_minimum_wage_of_another_year_is_not_grave(day: str, grave: bool) -> None:
    """20 x $7 = 140 for 25 h is $5.60: below any minimum; grave where that year's was read."""
    poor = plan({**PER_SESSION, "rates_per_session": [7.0]})
    found = asked(poor, TERMS, datetime.date.fromisoformat(day))["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(5.6)
    assert found.grave == grave
    state = "MA" if day > "2026" else "US"
    assert found.law is not None
    assert found.law.key == f"labour.minimum_wage_{state}"


@pytest.mark.parametrize(
    ("state", "day", "least", "since"),
    [
        ("WA", "2027-01-04", 80_168.4, "2026-01-01"),
        ("WA", "2026-12-31", None, None),
        ("WA", "2025-12-31", 80_168.4, "2026-01-01"),
        ("TX", "2027-01-04", 35_568.0, "2020-01-01"),
        ("TX", "2019-12-31", 35_568.0, "2020-01-01"),
    ],
)
def test_a_year_whose_threshold_was_not_read(
    state: str, day: str, least: float | None, since: str | None
) -> None:
    """The same of salaries: asked of those on one, and a salary below is then not grave."""
    long = {"work.time.meetings_hours_per_week": 25.0}
    on = datetime.date.fromisoformat(day)
    found = asked(plan(salary(30_000.0), **long), terms(state=state), on)
    check = found.get("threshold_not_read")
    assert (check is None) == (least is None)
    if check is not None:
        assert check.values == {"state": state, "threshold_per_year": least, "since": since}
        assert not check.grave
    below = found.get("salary_below_exempt_threshold")
    assert (None if below is None else below.grave) == (None if day < "2020" else least is None)
    assert "threshold_not_read" not in asked(plan(), terms(state=state), on)


def test_a_day_before_any_law() -> None:
    """Before the nation's first nothing is compared; between, its law is the least there is."""
    poor = plan({**PER_SESSION, "rates_per_session": [8.0]})
    assert "below_minimum_wage_overall" not in asked(poor, TERMS, datetime.date(2009, 1, 1))
    assert "minimum_wage_not_read" in asked(poor, TERMS, datetime.date(2009, 1, 1))
    # 20 x 8 = 160 over 25 h is 6.40, below 7.25.
    for day in (datetime.date(2021, 1, 1), datetime.date(2019, 12, 31)):
        found = asked(poor, TERMS, day)["below_minimum_wage_overall"]
        assert found.law is not None
        assert found.law.key == "labour.minimum_wage_US"
    early = asked(plan(salary(1_000.0)), TERMS, datetime.date(2019, 12, 31))
    assert "exempt_or_not" not in early
    assert "salary_below_exempt_threshold" not in early


def test_a_salary_high_enough_does_not_settle_it() -> None:
    """At $35,568 in Texas, 20 + 2 + 21 = 43 h: whether an associate is exempt is asked.

    Below it the salary is asked about instead; a licensed person's duties are not in doubt here.
    """
    long = {"work.time.meetings_hours_per_week": 21.0}
    found = asked(plan(salary(35_568.0), **long), terms(state="TX"))
    check = found["exempt_or_not"]
    assert check.values == pytest.approx(
        {
            "salary_per_year": 35_568.0,
            "threshold_per_year": 35_568.0,
            "hours_per_week": 43.0,
            "hours_beyond": 3.0,
        }
    )
    assert check.law is not None
    assert (check.law.key, check.grave) == ("labour.professional_exemption", False)
    assert [rule.key for rule in check.also] == ["labour.exempt_salary_US", "labour.overtime"]
    assert "exempt_or_not" not in asked(plan(salary(35_567.0), **long), terms(state="TX"))
    licensed = asked(plan(salary(35_568.0), **long), terms(state="TX", licensed=True))
    assert "exempt_or_not" not in licensed
    assert "exempt_or_not" not in asked(plan(), terms(state="TX"))


def test_law_in_dollars_says_nothing_of_another_currency() -> None:
    """In euros no minimum wage or threshold is compared; supervision still is."""
    poor = plan({**PER_SESSION, "rates_per_session": [1.0]}, currency="EUR")
    assert set(asked(poor, terms(supervision_named=False))) == {"no_supervision_named"}


def test_no_weeks_and_no_sessions_are_no_crash() -> None:
    """A year without weeks, or without a caseload, asks what it can."""
    idle = plan(**{"work.time.holiday_weeks": 52.0})
    assert asked(idle, terms(quota_sessions_per_week=20.0)) == {}
    empty = plan(**{"work.session_kinds.0.booked_per_week": 0.0})
    assert "quota_against_attendance" not in asked(empty, terms(quota_sessions_per_week=20.0))


def test_a_batch_is_asked_if_any_draw_is() -> None:
    """One draw of two below the minimum wage: the check holds a figure for each."""
    rates = np.array([18.0, 45.0])
    both = plan(salary(1.0)).with_values({"work.pay.salary_per_year": rates * 20 * 52})
    found = asked(both)["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(np.array([14.4, 36.0]))
    assert found.values["short_per_week"] == pytest.approx(np.array([15.0, 0.0]))


@pytest.mark.parametrize(
    ("state", "family", "kinds"),
    [
        ("CA", "mft", ["contractor_forbidden"]),
        ("CA", "psychologist", ["contractor_not_checked"]),
        ("UT", "lcsw", ["contractor_hours_not_counted"]),
        ("UT", "counselor", ["contractor_not_checked"]),
        ("DC", "mft", ["contractor_forbidden"]),
        ("TX", "counselor", ["contractor_conditions"]),
        ("OH", "counselor", ["contractor_conditions"]),
        ("AZ", "lcsw", ["contractor_conditions"]),
        ("MN", "counselor", ["contractor_not_checked"]),
    ],
)
def test_a_contractor_before_licensure(state: str, family: Any, kinds: list[str]) -> None:
    """What the state says, where it was read; where it was not, that is said."""
    found = checks(evaluate(plan(kind="contractor"), RULES), terms(state=state, family=family), DAY)
    assert [check.kind for check in found] == kinds
    grave = ("contractor_forbidden", "contractor_hours_not_counted")
    assert all(check.grave == (check.kind in grave) for check in found)
    for check in found:
        assert check.values["state"] == state
        assert (check.law is None) == (check.kind == "contractor_not_checked")


def test_an_argument_is_told_as_one() -> None:
    """Ohio's is a practitioner's argument: its effect says so, and it limits no practice."""
    found = asked(plan(kind="contractor"), terms(state="OH"))["contractor_conditions"]
    assert found.values["effect"] == "argument"
    assert asked(plan(kind="own_practice"), terms(state="OH")) == {}


@pytest.mark.parametrize(
    ("state", "family", "grave"),
    [
        ("WA", "counselor", True),
        ("CA", "counselor", True),
        ("UT", "lcsw", True),
        ("VA", "counselor", False),
        ("TX", "counselor", False),
        ("MN", "counselor", None),
    ],
)
def test_an_own_practice_before_licensure(state: str, family: Any, grave: bool | None) -> None:
    """Grave where none is open or no hour counts; conditions elsewhere; nothing if not read.

    Texas lets an LPC Associate be self-employed under supervision: conditions.
    """
    found = asked(plan(kind="own_practice"), terms(state=state, family=family))
    check = found.get("own_practice_limited")
    assert (None if check is None else check.grave) == grave
    if state == "TX":
        assert check is not None
        assert check.values["effect"] == "conditions"


def test_the_licensed_are_asked_nothing_of_associates() -> None:
    """Once licensed, no rule of associates applies and no supervision has to be named."""
    for kind in ("contractor", "own_practice"):
        assert asked(plan(kind=kind), LetterTerms("CA", "mft", licensed=True)) == {}


def test_supervision_nobody_named() -> None:
    """An associate without a named supervisor is asked about it, in any kind of work."""
    for kind in ("employee", "contractor", "own_practice"):
        found = asked(plan(kind=kind), terms(supervision_named=False))
        assert found["no_supervision_named"].grave


def test_what_has_to_be_paid_back() -> None:
    """A sign-on bonus of the plan and training of the letter: amounts, and years to stay."""
    signed = plan(**{"work.benefits.sign_on_bonus": 3_000.0, "work.benefits.sign_on_years": 2.0})
    trained = terms(clawback_amount=4_500.0, clawback_years=3.0)
    found = [c for c in checks(evaluate(signed, RULES), trained, DAY) if c.kind == "clawback"]
    assert [dict(check.values) for check in found] == [
        {"what": "sign_on", "amount": 3_000.0, "years": 2.0},
        {"what": "training", "amount": 4_500.0, "years": 3.0},
    ]
    assert "clawback" not in asked(plan())
    assert "clawback" in asked(plan(kind="contractor"), trained)


def test_a_quota_against_attendance() -> None:
    """80 % are held: a quota of 24 takes 30 booked; 20 held are 4 short, 4 x 48 x $25 = $4,800."""
    cut = {"quota_sessions_per_week": 24.0, "cut_per_session_below_quota": 25.0}
    found = asked(plan(salary(60_000.0, **cut)))["quota_against_attendance"]
    assert found.values == pytest.approx(
        {
            "quota": 24.0,
            "booked": 25.0,
            "held": 20.0,
            "short": 4.0,
            "needed": 30.0,
            "cost_per_year": 4_800.0,
        }
    )
    assert found.grave
    met = asked(plan(salary(60_000.0, **{**cut, "quota_sessions_per_week": 20.0})))
    assert met["quota_against_attendance"].values["short"] == 0.0
    assert met["quota_against_attendance"].values["cost_per_year"] == 0.0
    assert not met["quota_against_attendance"].grave
    free = asked(plan(salary(60_000.0, quota_sessions_per_week=24.0)))["quota_against_attendance"]
    assert (free.values["short"], free.grave) == (pytest.approx(4.0), False)


def test_a_quota_of_the_letter() -> None:
    """A quota that is no part of a salary costs nothing here; none held, none can be told."""
    found = asked(plan(), terms(quota_sessions_per_week=18.0))["quota_against_attendance"]
    assert "cost_per_year" not in found.values
    assert found.values["needed"] == pytest.approx(22.5)
    nobody = plan(**{"work.session_kinds.0.missed_share": 1.0})
    found = asked(nobody, terms(quota_sessions_per_week=18.0))["quota_against_attendance"]
    assert "needed" not in found.values
    assert found.values["short"] == 18.0
    assert "quota_against_attendance" not in asked(plan(salary(60_000.0)))


LOANS = {"kind": "by_plan", "federal": [{"balance": 60_000.0}]}


def owing(work: dict[str, Any], **loans: Any) -> Scenario:
    """A plan with federal loans."""
    base: dict[str, Any] = {"session_kinds": [KIND], "time": TIME, **work}
    return Scenario.parse({"work": base, "loans": {**LOANS, **loans}, "support": SUPPORT})


NONPROFIT = {"kind": "employee", "employer_type": "nonprofit_agency", "pay": salary(60_000.0)}
PART_TIME = {**NONPROFIT, "pay": salary(60_000.0, 25.0)}
GROUP = {"kind": "employee", "pay": salary(60_000.0)}


@pytest.mark.parametrize(
    ("work", "employer", "why"),
    [
        (NONPROFIT, "this_work", None),
        (NONPROFIT, "none", None),
        (PART_TIME, "none", "pslf_hours"),
        (GROUP, "this_work", "pslf_employer"),
        (GROUP, "none", "pslf_employer"),
        (GROUP, "other_job", None),
        ({"kind": "contractor"}, "none", "pslf_not_employee"),
        ({"kind": "own_practice"}, "none", None),
        ({"kind": "own_practice"}, "this_work", "pslf_not_employee"),
    ],
)
def test_public_service(work: dict[str, Any], employer: str, why: str | None) -> None:
    """With federal loans, work that does not count is told; grave where it was counted on."""
    scenario = owing(work, pslf_employer=employer)
    found = asked(scenario, LetterTerms("TX", "counselor", licensed=True)).get("pslf_not_available")
    assert (None if found is None else found.values["why_not"]) == why
    if found is not None:
        assert found.law is not None
        assert found.law.key.startswith("student_loans.pslf_")
        assert found.grave == (employer == "this_work") == (found.values["asked"] == "yes")


def test_public_service_without_federal_loans() -> None:
    """No federal loan, nothing to forgive; a payment that is only known by its sum says nothing."""
    assert "pslf_not_available" not in asked(owing(GROUP, federal=[]))
    assert "pslf_not_available" not in asked(plan())


def test_the_grave_come_first() -> None:
    """Checks are in order of weight."""
    found = checks(evaluate(plan(), RULES), terms(supervision_named=False), DAY)
    graves = [check.grave for check in found]
    assert graves == sorted(graves, reverse=True)
    assert any(graves)
    assert not all(graves)


def test_a_band_is_that_of_the_state_then_by_industry() -> None:
    """Texas has its own row; psychologists of Connecticut have none published: the nation's."""
    texas, *others = wage_bands("TX", "counselor")
    assert (texas.area, texas.industry, texas.occupation) == ("TX", None, "counselors")
    assert texas.occupation_name.startswith("Substance abuse")
    assert texas.industry_name is None
    assert len(others) == 11
    assert {band.area for band in others} == {"US"}
    centers = next(band for band in others if band.industry == "outpatient_centers")
    assert centers.hourly.p50 == 28.24
    assert centers.industry_name == "Outpatient mental health and substance abuse centers"
    nation = wage_bands("CT", "psychologists")[0]
    assert (nation.area, nation.hourly.p50, nation.annual.p90) == ("US", 48.36, 180_960.0)
    assert "not associates" in nation.source.note


@pytest.mark.parametrize(
    ("wage", "above", "below"),
    [
        (18.71, None, "p10"),
        (18.72, "p10", "p25"),
        (28.0, "p25", "p50"),
        (30.0, "p50", "p75"),
        (40.0, "p75", "p90"),
        (46.92, "p90", None),
    ],
)
def test_a_wage_has_its_place(wage: float, above: Any, below: Any) -> None:
    """Below all, between two, at one, above all."""
    band = Percentiles(18.72, 22.65, 28.53, 36.80, 46.92)
    assert place_in(band, wage) == Place(above, below)


def test_what_stands_for_pay_before_licensure() -> None:
    """A quarter of all counselors earn less than $22.65: a judgement, and it says so."""
    band, percentile, why = pre_licensed_band()
    assert (band.area, band.occupation, percentile) == ("US", "counselors", "p25")
    assert band.hourly.of(percentile) == 22.65
    assert (why.kind, why.confirmed) == ("judgement", False)
