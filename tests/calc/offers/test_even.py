"""Where two offers are level, who is ahead beside it, and the pay that would be level."""

from typing import Any

import pytest

from calc.offers import equal_pay, level_by
from calc.questions.solve import OutOfReach, Reached
from tests.calc.offers.letters import BY_SESSION, CLEAR, EVEN, EVERY, KIND, PAYS, compared, offer


def test_where_lines_meet_on_the_flat_part() -> None:
    """A salary with a bonus above 920 sessions against pay by the session: 55,000 / 60 a year."""
    clear = {**KIND, "late_cancelled_share": 0, "missed_share": 0}
    time = {"holiday_weeks": 6, "sickness_weeks": 0, "training_weeks": 0}
    hybrid = {
        "kind": "salary",
        "salary_per_year": 55_000,
        "quota_sessions_per_week": 20,
        "bonus_per_session_above_quota": 30,
    }
    work = {"session_kinds": [clear], "time": time}
    salaried = offer(label="hybrid", work={**work, "pay": hybrid})
    rated = offer("per_session", work={**work, "pay": PAYS["per_session"]})
    one, other = compared(salaried, rated).compared
    (point,) = level_by(one, other, "booked").points
    assert point.at * 46 == pytest.approx(55_000 / 60, rel=1e-7)
    assert (point.ahead_below, point.ahead_above) == ("one", "other")
    turned = level_by(other, one, "booked").points[0]
    assert (turned.ahead_below, turned.ahead_above) == ("other", "one")


def salaried(label: str, salary: float, **terms: float) -> dict[str, Any]:
    """A salary beside which nothing is bought or taxed."""
    pay = {"kind": "salary", "salary_per_year": salary, **terms}
    return offer(label=label, work={"pay": pay, **EVEN}, supervision_hours_per_week=0)


FREE = {
    "household": {"tax": {"mode": "none"}},
    "support": {"consultation_hours_per_week": 0},
    "licence": {"licensed": True},
}


def test_levels_that_fall_on_the_grid() -> None:
    """57,600 against $60 x 48 weeks: 20 sessions; 43,200 when a quarter of 20 is missed."""
    one, other = compared(salaried("A", 57_600), BY_SESSION, **FREE).compared
    (point,) = level_by(one, other, "booked").points
    assert (point.at, point.to) == pytest.approx((20.0, 20.0))
    assert (point.ahead_below, point.ahead_above) == ("one", "other")
    one, other = compared(salaried("A", 43_200), BY_SESSION, **FREE).compared
    (point,) = level_by(one, other, "missed").points
    assert point.at == pytest.approx(0.25)
    assert (point.ahead_below, point.ahead_above) == ("other", "one")


def test_two_levels() -> None:
    """43,200 with 90 above 20 sessions against $60: level at 15 and at 30."""
    terms = {"quota_sessions_per_week": 20, "bonus_per_session_above_quota": 90}
    one, other = compared(salaried("A", 43_200, **terms), BY_SESSION, **FREE).compared
    found = level_by(one, other, "booked")
    assert [point.at for point in found.points] == pytest.approx([15.0, 30.0])
    assert found.leads is None


def test_level_over_a_span() -> None:
    """A cut below 20 against a bonus above 30: level from 20 to 30, and one side ahead of both."""
    cut = {"quota_sessions_per_week": 20, "cut_per_session_below_quota": 10}
    bonus = {"quota_sessions_per_week": 30, "bonus_per_session_above_quota": 10}
    one, other = compared(
        salaried("A", 50_000, **cut), salaried("B", 50_000, **bonus), **FREE
    ).compared
    found = level_by(one, other, "booked")
    (span,) = found.points
    assert (span.at, span.to) == pytest.approx((20.0, 30.0), abs=1e-4)
    assert (span.ahead_below, span.ahead_above, found.leads) == ("other", "other", "other")
    both = {**cut, "bonus_per_session_above_quota": 10}
    one, other = compared(salaried("A", 50_000, **both), salaried("B", 50_000), **FREE).compared
    (point,) = level_by(one, other, "booked").points
    assert (point.at, point.to) == pytest.approx((20.0, 20.0), abs=1e-4)
    assert (point.ahead_below, point.ahead_above) == ("other", "one")
    # Cut below 20 against a bonus above 30 that starts at a lower salary: level in between.
    step = {"quota_sessions_per_week": 30, "cut_per_session_below_quota": 10}
    one, other = compared(
        salaried("A", 50_000, **cut), salaried("B", 50_000, **step), **FREE
    ).compared
    assert level_by(one, other, "booked").points == ()
    assert level_by(one, other, "booked").leads == "one"


def test_no_kind_of_session_is_level_nowhere() -> None:
    """Nothing can be booked or missed in an offer without any."""
    none = offer(label="none", work={"session_kinds": []})
    one, other = compared(none, offer()).compared
    assert level_by(one, other, "booked").points == ()
    assert level_by(one, other, "booked").leads is None


def test_level_from_no_sessions() -> None:
    """Offers of nobody yet are set to the sessions asked for; equal offers are level throughout."""
    nobody = [{**KIND, "booked_per_week": 0}]
    one, other = compared(
        offer("hourly", "A", work={"session_kinds": nobody}),
        offer("per_session", "B", work={"session_kinds": nobody}),
    ).compared
    assert level_by(one, other, "booked").leads == "other"
    same, twin = compared(offer(label="A"), offer(label="B")).compared
    assert level_by(same, twin, "missed").leads is None
    assert level_by(one, other, "booked", "wage").leads == "other"


def test_the_pay_that_would_be_level() -> None:
    """Found for every kind of pay; a split cannot pass the whole."""
    for row in (*EVERY[1:], offer(label="target")):
        one, other = compared(row, offer(label="Z")).compared
        found = equal_pay(one, other)
        assert found.unknown.current == pytest.approx(float(found.unknown.current))
        if isinstance(found, Reached):
            wage = float(other.result.wage.amount)
            assert found.achieved["wage"] == pytest.approx(wage, abs=1e-5)
    low = offer("split", "low", work={"session_kinds": [{**KIND, "fee_per_session": 20}]})
    one, other = compared(low, offer()).compared
    assert isinstance(equal_pay(one, other), OutOfReach)


def test_a_lead_that_jumps_is_no_level() -> None:
    """From 400 of its profit on a 1099 owes twice a W-2's payroll tax: the lead jumps there."""
    work = {
        "session_kinds": [{**CLEAR, "missed_charged_share": 0}],
        "health_premium_per_month": 0,
    }
    rows = (
        offer("split", "1099", "contractor", work=work, costs=[]),
        offer("split", "W-2", work=work, costs=[]),
    )
    contract, wages = compared(*rows).compared
    found = level_by(contract, wages, "missed")
    assert found.points
    jump = found.points[-1]
    assert (jump.ahead_below, jump.ahead_above) == ("other", "one")
    assert abs(jump.figure - jump.other_figure) > 1.0
