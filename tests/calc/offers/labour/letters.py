"""Plans of one week of work, letters that offer it, and what law asks of them."""

import datetime
from typing import Any

from calc import Scenario, evaluate, load_rules
from calc.offers.labour import Check, LetterTerms, checks

RULES = load_rules(2026)
DAY = datetime.date(2026, 11, 22)
TERMS = LetterTerms(state="MA", family="counselor", licensed=False, supervision_named=True)

# 20 of 25 sessions of 60 minutes are held, 6 minutes of notes each; the waiting is put to use.
# A worked week of 48: sessions 20 h, notes 2 h, meetings 3 h.
KIND = {
    "payer": "private",
    "booked_per_week": 25.0,
    "minutes_per_session": 60.0,
    "notes_minutes_per_session": 6.0,
    "billing_minutes_per_session": 0.0,
    "late_cancelled_share": 0.0,
    "missed_share": 0.2,
}
TIME = {
    "holiday_weeks": 4.0,
    "sickness_weeks": 0.0,
    "training_weeks": 0.0,
    "administration_hours_per_week": 0.0,
    "marketing_hours_per_week": 0.0,
    "meetings_hours_per_week": 3.0,
    "training_hours_per_year": 0.0,
    "waiting_reused_share": 1.0,
}
SUPPORT = {"consultation_hours_per_week": 0.0}
PER_SESSION = {"kind": "per_session", "rates_per_session": [45.0]}


def plan(pay: Any = PER_SESSION, kind: str = "employee", **more: Any) -> Scenario:
    """An employee of the week above, or a contractor; `more` are fields by path."""
    work: dict[str, Any] = {"kind": kind, "session_kinds": [KIND], "time": TIME}
    if kind != "own_practice":
        work["pay"] = pay
    return Scenario.parse({"work": work, "support": SUPPORT}).with_values(more)


def asked(
    scenario: Scenario, terms: LetterTerms = TERMS, on: datetime.date = DAY
) -> dict[str, Check]:
    """The checks of a plan by kind."""
    return {check.kind: check for check in checks(evaluate(scenario, RULES), terms, on)}


def terms(**changes: Any) -> LetterTerms:
    """The terms above with some changed."""
    plain = {"state": "MA", "family": "counselor", "licensed": False, "supervision_named": True}
    return LetterTerms(**{**plain, **changes})


def salary(per_year: float, hours: float = 40.0, **more: float) -> dict[str, Any]:
    """A salary for contracted hours a week."""
    return {
        "kind": "salary",
        "salary_per_year": per_year,
        "contracted_hours_per_week": hours,
        **more,
    }


def hourly(rate: float, *paid: str) -> dict[str, Any]:
    """Pay by the hour for some kinds of work."""
    return {"kind": "hourly", "rate_per_hour": rate, "paid_buckets": list(paid)}
