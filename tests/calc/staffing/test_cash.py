"""Cash month by month: pay and receipts as posts fill."""

import numpy as np
import pytest

from calc.staffing import cash_timeline, evaluate_clinic
from tests.calc.clinics import SALARY, clinic, employee, owner


def test_a_bonus_is_paid_once_the_quota_is_passed() -> None:
    """One session more a week from month 1: no bonus above 15 held before the fourth month."""
    bonus = {"quota_sessions_per_week": 15, "bonus_per_session_above_quota": 60}
    post = employee("A", {**SALARY, "salary_per_year": 40_000, **bonus}, start_month=1)
    post["work"]["session_kinds"] = [{"payer": "private", "booked_per_week": 25}]
    result = evaluate_clinic(clinic(posts=[post], hiring={"ramp_sessions_per_week": 1}))
    paid = cash_timeline(result).pay
    with_load = 1.0 + result.posts[0].employer_load / result.posts[0].pay
    assert paid[:3] == pytest.approx(40_000 / 12 * with_load)
    assert paid[11] == pytest.approx(result.posts[0].pay / 12 * with_load)
    assert (np.diff(paid) >= -1e-9).all()


def test_cash_of_posts_without_sessions_or_receipts() -> None:
    """A clinician without sessions is paid from the first day; an owner's other receipts come."""
    none = employee("A", SALARY, start_month=2)
    none["work"] = none["work"] | {"session_kinds": []}
    own = owner(other_receipts_per_year=12_000)
    split = employee("C", {"kind": "split", "share": 0.5}, start_month=1)
    split["work"] = split["work"] | {"session_kinds": []}
    cash = cash_timeline(evaluate_clinic(clinic(posts=[none, own, split])))
    assert cash.pay[0] == 0.0
    assert cash.pay[1] > 5_000
    assert cash.receipts[0] == pytest.approx(cash.receipts[23])
    assert cash.runway_months == 0
    rich = clinic(posts=[own], shared={}, administration={}, hiring={"opening_cash": 5})
    assert cash_timeline(evaluate_clinic(rich)).runway_months is None


def test_a_draw_needs_an_owner() -> None:
    """The same draw is taken out beside an owner, and by nobody where there is none."""
    hiring = {"owner_draw_per_month": 4_000, "opening_cash": 9_000}
    alone = evaluate_clinic(clinic(posts=[employee("A", SALARY)], hiring=hiring))
    owned = evaluate_clinic(clinic(posts=[employee("A", SALARY), owner()], hiring=hiring))
    assert cash_timeline(alone).draw.tolist() == [0.0] * 24
    assert cash_timeline(owned).draw.tolist() == [4_000.0] * 24
    none = evaluate_clinic(alone.clinic.with_values({"hiring.owner_draw_per_month": 0.0}))
    assert cash_timeline(alone).at_end == pytest.approx(cash_timeline(none).at_end)
