"""Pay over all hours against the minimum wage: which pay, which hours, and of which year."""

import datetime

import numpy as np
import pytest

from tests.calc.offers.labour.letters import PER_SESSION, TERMS, asked, hourly, plan, salary, terms


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
    assert [rule.key for rule in unpaid.also] == ["labour.each_hour_CA", "labour.salary_only_CA"]
    kind = "below_minimum_wage_unpaid_hours"
    assert kind not in asked(plan())
    assert kind not in asked(plan(salary(80_000.0, 20.0)), state)
    assert kind in asked(plan(salary(70_303.0, 20.0)), state)
    assert kind not in asked(plan(hourly(30.0, "sessions", "notes", "meetings")), state)


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


def test_a_batch_is_asked_if_any_draw_is() -> None:
    """One draw of two below the minimum wage: the check holds a figure for each."""
    rates = np.array([18.0, 45.0])
    both = plan(salary(1.0)).with_values({"work.pay.salary_per_year": rates * 20 * 52})
    found = asked(both)["below_minimum_wage_overall"]
    assert found.values["pay_per_hour"] == pytest.approx(np.array([14.4, 36.0]))
    assert found.values["short_per_week"] == pytest.approx(np.array([15.0, 0.0]))
