"""A clinic and its posts in Texas, tax year 2026, whose figures are worked by hand."""

from typing import Any

from calc.scenario.clinic import Clinic

# Every session is held and paid; 50 weeks; nothing else takes time.
TIME = {
    "holiday_weeks": 2,
    "sickness_weeks": 0,
    "training_weeks": 0,
    "administration_hours_per_week": 0,
    "marketing_hours_per_week": 0,
    "training_hours_per_year": 0,
}
KIND = {
    "payer": "insurer",
    "booked_per_week": 20,
    "fee_per_session": 100,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "billing_minutes_per_session": 0,
    "late_cancelled_share": 0,
    "missed_share": 0,
    "collected_share": 1,
}
SUPPORT = {"consultation_hours_per_week": 0}
PLAIN = {"benefits_cost_share": 0, "support": SUPPORT}


def work(kind: str, **more: Any) -> dict[str, Any]:
    """Twenty sessions at 100 in 50 weeks: 1,000 sessions and 100,000 a year."""
    return {"kind": kind, "session_kinds": [KIND], "time": TIME, **more}


def salaried(label: str = "Post 1", salary: float = 60_000, **more: Any) -> dict[str, Any]:
    """An employee on a salary."""
    pay = {"kind": "salary", "salary_per_year": salary}
    return {"label": label, "work": work("employee", pay=pay), **PLAIN, **more}


def split(label: str = "Post 2", share: float = 0.6, **more: Any) -> dict[str, Any]:
    """A contractor on a share of collections."""
    pay = {"kind": "split", "share": share}
    return {"label": label, "work": work("contractor", pay=pay), **PLAIN, **more}


def clinic(*posts: dict[str, Any], **more: Any) -> Clinic:
    """A clinic without card fees or workers' compensation."""
    data = {
        "posts": posts,
        "shared": {"card_fee_share": 0, "card_fee_per_charge": 0, **more.pop("shared", {})},
        "employer": {"workers_compensation_share": 0},
        "administration": {"benefits_cost_share": 0, **more.pop("administration", {})},
        **more,
    }
    return Clinic.parse(data)
