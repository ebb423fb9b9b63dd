"""Receipts of a practice beside its sessions, by hand, tax year 2026."""

import pytest

from calc import Scenario, evaluate, load_rules
from calc.scenario import OwnPractice


def test_other_receipts_of_a_practice() -> None:
    """20,000 beside the sessions are money in and profit; with a flat 25 % tax 15,000 of it stay.

    10 sessions a week at 100 in 50 weeks are 50,000; 70,000 in all; the staircase starts at the fee
    and shows the rest as other pay: 20,000 / 500 booked = 40.
    """
    one = {
        "payer": "private",
        "booked_per_week": 10,
        "fee_per_session": 100,
        "late_cancelled_share": 0,
        "missed_share": 0,
        "card_paid_share": 0,
    }
    data = {
        "work": {
            "kind": "own_practice",
            "session_kinds": [one],
            "time": {"holiday_weeks": 2, "sickness_weeks": 0, "training_weeks": 0},
            "health_premium_per_month": 0,
            "other_receipts_per_year": 20_000,
        },
        "household": {"tax": {"mode": "effective", "rate": 0.25}},
    }
    plan = Scenario.parse(data)
    result = evaluate(plan, load_rules(2026))
    assert float(result.money_in.amount) == pytest.approx(70_000)
    assert float(result.money_in.find("money_in.other").amount) == 20_000
    assert float(result.take_home.amount) == pytest.approx(52_500)
    assert float(result.staircase.find("staircase.other_pay").amount) == pytest.approx(40)
    without = evaluate(plan.with_values({"work.other_receipts_per_year": None}), load_rules(2026))
    assert float(result.take_home.amount - without.take_home.amount) == pytest.approx(15_000)


def test_what_a_clinic_leaves_is_no_other_receipt() -> None:
    """A tax on receipts (Hawaii, Washington) took its part of a clinic's receipts already."""
    said = OwnPractice.model_fields["other_receipts_per_year"].description or ""
    assert "a clinic's margin" not in said
    assert "does not belong here" in said
