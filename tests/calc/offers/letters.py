"""Offers of every kind of pay that several tests compare."""

from pathlib import Path
from typing import Any

from calc.offers import compare
from calc.offers.compare import Comparison
from calc.scenario import Offers

FILES = sorted((Path(__file__).parents[3] / "scenarios" / "offers").glob("*.toml"))
KIND = {
    "payer": "private",
    "booked_per_week": 20,
    "minutes_per_session": 50,
    "notes_minutes_per_session": 10,
    "fee_per_session": 120,
    "late_cancelled_share": 0.05,
    "missed_share": 0.05,
}
PAYS: dict[str, dict[str, Any]] = {
    "salary": {"kind": "salary", "salary_per_year": 60_000, "quota_sessions_per_week": 15},
    "hourly": {"kind": "hourly", "rate_per_hour": 30, "paid_buckets": ["sessions"]},
    "per_session": {"kind": "per_session", "rates_per_session": [60]},
    "split": {"kind": "split", "share": 0.5},
}

NEVER_HELD = {**KIND, "missed_share": 1, "late_cancelled_share": 0}


def offer(
    pay: str = "salary", label: str = "", kind: str = "employee", **more: Any
) -> dict[str, Any]:
    """One offer of a kind of pay; `work` and `letter` are added to what it has.

    It states premium and supervision, at what they are where nobody states them.
    """
    premium = 0.0 if kind == "employee" else 625.0
    more.setdefault("supervision_price_per_hour", 0.0)
    stated = {"health_premium_per_month": premium, "session_kinds": [KIND]}
    work = {"kind": kind, **stated, **more.pop("work", {})}
    if kind != "own_practice":
        work = {"pay": PAYS[pay], **work}
    return {"label": label or pay, "work": work, **more}


def offers(*rows: dict[str, Any], **person: Any) -> Offers:
    """A file of offers for a person in Texas."""
    return Offers.parse({"offers": list(rows), **person})


def compared(*rows: dict[str, Any], **person: Any) -> Comparison:
    """The same, compared."""
    return compare(offers(*rows, **person))


EVERY = (*(offer(pay) for pay in PAYS), offer(label="own", kind="own_practice"))
CLEAR = {**KIND, "late_cancelled_share": 0, "missed_share": 0}
EVEN = {
    "session_kinds": [CLEAR],
    "time": {"holiday_weeks": 4, "sickness_weeks": 0, "training_weeks": 0},
}
BY_SESSION = offer("per_session", work=EVEN, supervision_hours_per_week=0)
