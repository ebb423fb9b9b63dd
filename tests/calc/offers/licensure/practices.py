"""Practices on the way to a licence, and a pace, that several tests use."""

from typing import Any

from calc import Result, Scenario, evaluate, load_rules
from calc.offers.licensure import Pace

RULES = load_rules(2026)


def practice(*kinds: dict[str, Any], **time: float) -> Result:
    """A practice of some kinds of session, 48 weeks a year, with no other hours but those named."""
    none = {
        "sickness_weeks": 0.0,
        "training_weeks": 0.0,
        "administration_hours_per_week": 0.0,
        "marketing_hours_per_week": 0.0,
        "meetings_hours_per_week": 0.0,
        "training_hours_per_year": 0.0,
    }
    rows = [
        {
            "payer": "private",
            "late_cancelled_share": 0,
            "missed_share": 0,
            "card_paid_share": 0,
            **row,
        }
        for row in kinds
    ]
    plan = {
        "work": {
            "kind": "own_practice",
            "session_kinds": rows,
            "time": none | {"holiday_weeks": 4.0} | time,
        },
        "support": {"consultation_hours_per_week": 0.0},
    }
    return evaluate(Scenario.parse(plan), RULES)


def kind(booked: float, minutes: float, **more: float) -> dict[str, Any]:
    """A kind of session without notes or billing, unless they are named."""
    return {
        "booked_per_week": booked,
        "minutes_per_session": minutes,
        "notes_minutes_per_session": 0,
        "billing_minutes_per_session": 0,
        **more,
    }


PACE = Pace(
    direct=20.0,
    relational=4.0,
    with_sessions=3.0,
    other=6.0,
    supervision=1.0,
    booked=24.0,
    worked_weeks_per_year=48.0,
)
