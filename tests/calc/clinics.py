"""Clinics that several tests use."""

from typing import Any

from calc.parameters import load_rules
from calc.scenario.clinic import Clinic

RULES = load_rules(2026)
KINDS = [
    {"payer": "insurer", "label": "Plan", "booked_per_week": 14},
    {"payer": "private", "label": "Private", "booked_per_week": 6},
]


def employee(label: str, pay: dict[str, Any], **more: Any) -> dict[str, Any]:
    """An employed post with a caseload of both payers."""
    work = {"kind": "employee", "session_kinds": KINDS, "pay": pay}
    return {"label": label, "work": work, **more}


def contractor(label: str, share: float = 0.6, **more: Any) -> dict[str, Any]:
    """A contractor's post, paid a share of collections."""
    pay = {"kind": "split", "share": share}
    return {
        "label": label,
        "work": {"kind": "contractor", "session_kinds": KINDS, "pay": pay},
    } | more


def owner(label: str = "Owner", **work: Any) -> dict[str, Any]:
    """An owner with ten private sessions a week."""
    kinds = [{"payer": "private", "label": "Private", "booked_per_week": 10}]
    return {"label": label, "work": {"kind": "own_practice", "session_kinds": kinds, **work}}


SALARY = {"kind": "salary", "salary_per_year": 62_000}
HOURLY = {"kind": "hourly", "rate_per_hour": 32}
PER_SESSION = {"kind": "per_session", "rates_per_session": [55]}
SPLIT = {"kind": "split", "share": 0.5}
POSTS = [
    owner(time={"supervision_given_hours_per_week": 1, "administration_hours_per_week": 8}),
    employee("Post 1", SALARY),
    employee("Post 2", PER_SESSION),
    employee("Post 3", SPLIT),
    employee("Post 4", HOURLY),
    contractor("Post 5"),
    employee("Post 6", {"kind": "salary", "salary_per_year": 48_000}, licence="associate"),
    employee("Post 7", SALARY, unpaid_leave_weeks=52),
]


def clinic(**more: Any) -> Clinic:
    """Eight posts of every kind, with shared costs, an administrator, rooms and demand."""
    data = {
        "posts": POSTS,
        "shared": {"costs": [{"kind": "rent", "amount": 3_500}]},
        "administration": {"administrators": 1},
        "demand": {"new_clients_per_week": 5},
        "rooms": {"rooms": 3, "open_hours_per_week": 50},
        "limits": {"wage_floor_per_hour": 30},
    }
    return Clinic.parse(data | more)
