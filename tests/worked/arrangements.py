"""A year of work that each arrangement is paid for, tax year 2026.

50 worked weeks; 20 sessions booked a week, so 1,000; 90 % held, 4 % cancelled late, 6 % missed.
Sessions of 50 minutes and 10 of notes: 750 and 150 hours; waiting 83.33 hours.
"""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate, load_rules

RULES = load_rules(2026)
KIND = {
    "payer": "private",
    "booked_per_week": 20,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "fee_per_session": 100,
    "late_cancelled_share": 0.04,
    "missed_share": 0.06,
    "late_cancelled_charged_share": 0.5,
    "late_cancelled_fee_part": 0.8,
    "missed_charged_share": 0,
    "collected_share": 0.95,
}
TIME = {
    "holiday_weeks": 2,
    "sickness_weeks": 0,
    "training_weeks": 0,
    "administration_hours_per_week": 2,
    "marketing_hours_per_week": 0,
    "training_hours_per_year": 0,
    "waiting_reused_share": 0,
}
# Collected: 100 x 1,000 x (0.90 x 0.95 + 0.04 x 0.5 x 0.8)
COLLECTED = 85_500 + 1_600


def result_of(
    kind: str, *, tax: str = "us", kinds: list[dict[str, Any]] | None = None, **work: Any
) -> Result:
    """The year above under one arrangement; single, in Texas, nothing bought."""
    return evaluate(
        Scenario.parse(
            {
                "work": {"kind": kind, "session_kinds": kinds or [KIND], "time": TIME, **work},
                "household": {"tax": {"mode": tax}},
                "support": {"consultation_hours_per_week": 0},
            }
        ),
        RULES,
    )


def found(result: Result, **expected: float) -> None:
    """Lines of the result, by key with dots as double underscores, to 1e-6."""
    keys = {key: key.replace("__", ".") for key in expected}
    own = (result.costs, result.taxes, result.set_aside, result.health_cover)
    amounts = {}
    for key, wanted in keys.items():
        statement = next((s for s in own if any(line.key == wanted for _, line in s.walk())), None)
        amounts[key] = float((statement or result).find(wanted).amount)
    assert amounts == pytest.approx(expected, abs=1e-6)
