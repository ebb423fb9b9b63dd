"""Work that an offer does not pay for, and hours of which nobody knows whether they count."""

from typing import Any

import pytest

from calc import evaluate
from calc.offers.labour.pay import pay_checks
from tests.calc.offers.labour.letters import (
    DAY,
    PER_SESSION,
    RULES,
    TERMS,
    asked,
    hourly,
    plan,
    salary,
    terms,
)

SPLIT = {"kind": "split", "share": 0.5}


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
