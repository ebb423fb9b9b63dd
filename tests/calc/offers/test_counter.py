"""What could be asked for to reach a wage, in any currency."""

from typing import Any

import pytest

from calc.offers import counter_offer
from calc.questions.solve import Target
from tests.calc.offers.letters import (
    BY_SESSION,
    CLEAR,
    EVERY,
    KIND,
    NEVER_HELD,
    PAYS,
    compared,
    offer,
)


def test_another_currency() -> None:
    """What is known in dollars only is not used in yen; pay is looked for far enough."""
    rate = {"kind": "per_session", "rates_per_session": [6_000]}
    silent = {"unsaid": ["supervision", "health_cover", "notes", "attendance"]}
    row = offer(label="yen", work={"pay": rate}, letter=silent)
    (found,) = compared(row, currency="JPY", household={"tax": {"mode": "none"}}).compared
    assert found.band is not None
    assert [reading.term for reading in found.band.readings] == ["attendance"]
    assert found.benefits.parts[-1].key != "benefits.supervision"
    wage = float(found.result.wage.amount)
    asks = {ask.term: ask for ask in counter_offer(found, Target("wage", 1.5 * wage))}
    assert asks["pay"].reached
    assert asks["pay"].ask == pytest.approx(9_000, rel=0.01)


def asks_of(row: dict[str, Any], wage: float) -> dict[str, Any]:
    """What could be asked for, by term."""
    (found,) = compared(row).compared
    return {ask.term: ask for ask in counter_offer(found, Target("wage", wage))}


def test_an_offer_that_is_enough_asks_for_nothing() -> None:
    """The target is reached as it is."""
    assert asks_of(offer(), 1.0) == {}


def test_unpaid_hours_to_ask_for() -> None:
    """By the hour they are paid at the hour's rate; by the session at the least that does."""
    time = {"meetings_hours_per_week": 2}
    hourly = asks_of(offer("hourly", work={"time": time}), 100.0)
    assert {"notes_paid", "meetings_paid", "supervision_paid"} <= set(hourly)
    assert hourly["notes_paid"].ask == 30.0
    assert not hourly["notes_paid"].reached
    (base,) = compared(offer("per_session", work={"time": time})).compared
    target = float(base.result.wage.amount) + 1.0
    rated = asks_of(offer("per_session", work={"time": time}), target)
    pay = {
        **PAYS["per_session"],
        "administration_rate_per_hour": rated["notes_paid"].ask,
        "administration_rate_buckets": ["notes"],
    }
    (again,) = compared(offer(work={"pay": pay, "time": time})).compared
    assert again.result.wage.amount == pytest.approx(target, abs=1e-6)
    pay["administration_rate_per_hour"] = 18
    some = asks_of(offer(work={"pay": pay, "time": time}), 100.0)
    assert "notes_paid" not in some
    assert some["meetings_paid"].ask == 18.0
    assert "notes_paid" not in asks_of(offer("split"), 100.0)


def test_only_what_would_help_is_asked() -> None:
    """Paid lost sessions help where some are lost; a cap stays above the quota."""
    lossy = asks_of(offer("per_session"), 100.0)
    assert lossy["lost_paid"].ask == pytest.approx(1.0)
    assert "lost_paid" not in asks_of(BY_SESSION, 100.0)
    # A cap lowers the quota with it, so that fewer sessions cost no pay.
    quota = {**PAYS["salary"], "quota_sessions_per_week": 18, "cut_per_session_below_quota": 50}
    row = offer(work={"pay": quota, "session_kinds": [CLEAR]})
    (found,) = compared(row).compared
    wage = float(found.result.wage.amount) * 1.2
    cap = {ask.term: ask for ask in counter_offer(found, Target("wage", wage))}["cap"]
    assert cap.reached
    assert cap.ask < 18.0
    pay = {**quota, "quota_sessions_per_week": cap.ask}
    (again,) = compared(
        offer(work={"pay": pay, "session_kinds": [{**CLEAR, "booked_per_week": cap.ask}]})
    ).compared
    assert again.result.wage.amount == pytest.approx(wage, rel=1e-6)
    pay = {**PAYS["salary"], "quota_sessions_per_week": 0}
    never = offer(work={"pay": pay, "session_kinds": [NEVER_HELD]})
    assert asks_of(never, 500.0)["pay"].reached


def test_supervision_and_premium_to_ask_for() -> None:
    """Bought supervision could be provided, a premium paid; reached terms come first."""
    row = offer(supervision_price_per_hour=100, work={"health_premium_per_month": 300})
    (found,) = compared(row).compared
    target = float(found.result.wage.amount) + 0.5
    asks = counter_offer(found, Target("wage", target))
    assert [ask.reached for ask in asks] == sorted((a.reached for a in asks), reverse=True)
    by_term = {ask.term: ask for ask in asks}
    assert by_term["supervision_provided"].ask == 0.0
    assert by_term["supervision_provided"].reached
    assert by_term["premium"].current == 300.0
    own = asks_of(EVERY[-1], 500.0)
    assert "premium" not in own
    nobody = offer(work={"session_kinds": [{**KIND, "booked_per_week": 0}]})
    assert "cap" not in asks_of(nobody, 500.0)
