"""An associate on the way to a Texas counselor's licence: 3,000 hours, 1,500 direct, 18 months.

`associate` has 24 sessions of an hour booked a week in 48 weeks, a sixth of them missed: 20 held.
Each has 9 minutes of notes: 3 hours. Administration 4 hours, meetings 1, supervision 1 at $90. So a
worked week counts 20 direct hours and 20 + 3 + 4 + 1 + 1 = 29 in all. No other hours.
"""

from typing import Any

from calc import Result, Scenario, evaluate, load_rules
from calc.offers.licensure import LicencePath, pace_of, requirement_for, way_to_licence
from calc.scenario import LicenceInputs, Ramp, Requirement

RULES = load_rules(2026)
NONE_ASKED = {
    "total_hours": 0.0,
    "direct_hours": 0.0,
    "supervision_hours": 0.0,
    "least_months": 0.0,
    "least_supervised_weeks": 0.0,
}


def associate(**changes: Any) -> Result:
    """The week above; `administration`, `supervision`, `weeks` and `missed` may differ."""
    kind = {
        "payer": "private",
        "booked_per_week": 24,
        "minutes_per_session": 60,
        "notes_minutes_per_session": 9,
        "billing_minutes_per_session": 0,
        "late_cancelled_share": 0,
        "missed_share": changes.get("missed", 1 / 6),
    }
    time = {
        "holiday_weeks": 52 - changes.get("weeks", 48),
        "sickness_weeks": 0,
        "training_weeks": 0,
        "administration_hours_per_week": changes.get("administration", 4),
        "marketing_hours_per_week": 2,
        "meetings_hours_per_week": 1,
        "training_hours_per_year": 0,
        "travel_hours_per_week": 3,
    }
    plan = {
        "work": {
            "kind": "employee",
            "session_kinds": [kind],
            "time": time,
            "pay": {"kind": "salary", "salary_per_year": 52_000},
        },
        "support": {
            "supervision_hours_per_week": changes.get("supervision", 1),
            "supervision_price_per_hour": 90,
            "consultation_hours_per_week": 0,
        },
    }
    return evaluate(Scenario.parse(plan), RULES)


def way(result: Result, state: str = "TX", ramp: Ramp | None = None, **licence: Any) -> LicencePath:
    """The way to a licence from figures of the board as they were read."""
    stands = LicenceInputs(**licence)
    pace = pace_of(result, 0.2, stands)
    return way_to_licence(requirement_for(state, stands), pace, stands, ramp)


def only(state: str = "TX", **asked: float) -> dict[str, Any]:
    """A board that asks only this, as typed."""
    return {"typed": (Requirement(state=state, family="counselor", **NONE_ASKED | asked),)}
