"""Salaries against the threshold of the exempt, and hours beyond forty."""

import datetime

import pytest

from tests.calc.offers.labour.letters import asked, hourly, plan, salary, terms


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
        {
            "hours_per_week": 43.5,
            "hours_beyond": 3.5,
            "overtime_rate_per_hour": 42.0,
            "hours_in_pay": 3.5,
        }
    )
    # 20 + 21.5 hours are paid, and the 2 of notes are not: 1.5 of the 3.5 are in the money.
    partly = asked(plan(hourly(28.0, "sessions", "meetings"), **long))["overtime"]
    assert partly.values["hours_beyond"] == pytest.approx(3.5)
    assert partly.values["hours_in_pay"] == pytest.approx(1.5)
    assert "overtime" not in asked(plan(paid))
    # 20 x $45 over 45 h is $20 an hour, and $30 for one beyond 40.
    long = {"work.time.meetings_hours_per_week": 23.0}
    by_session = asked(plan(**long))["overtime"]
    assert by_session.values["overtime_rate_per_hour"] == pytest.approx(30.0)
    assert "hours_in_pay" not in by_session.values
    assert [rule.key for rule in by_session.also] == ["labour.fee_basis"]


@pytest.mark.parametrize(
    "pay", [{"kind": "per_session", "rates_per_session": [45.0]}, {"kind": "split", "share": 0.5}]
)
def test_california_asks_a_salary_and_no_fee(pay: dict[str, object]) -> None:
    """By the session or by a split no rule on the federal fee stands beside any question there.

    Labor Code 515(a) asks a monthly salary; the letter of 15 January 2003 is on such pay.
    """
    long = {"work.time.meetings_hours_per_week": 23.0}
    here, there = (asked(plan(pay, **long), terms(state=state)) for state in ("CA", "TX"))
    assert {"overtime", "unpaid_work", "below_minimum_wage_unpaid_hours"} <= set(here)
    beside = {rule.key for check in here.values() for rule in check.also}
    assert "labour.salary_only_CA" in beside
    assert "labour.fee_basis" not in beside
    assert "labour.fee_basis" in {rule.key for check in there.values() for rule in check.also}


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


def test_a_year_at_the_minimum_wage_that_is_more_than_the_threshold() -> None:
    """The District, $17.95 x 40 x 52 = $37,336 against the federal $35,568; not so in Texas."""
    kind, more = "salary_below_exempt_threshold", "minimum_wage_per_year"
    day = datetime.date(2026, 1, 15)
    there = asked(plan(salary(35_000.0)), terms(state="DC"), day)[kind]
    assert there.values[more] == pytest.approx(37_336.0)
    assert more not in asked(plan(salary(35_000.0)), terms(state="TX"), day)[kind].values
