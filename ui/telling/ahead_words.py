"""Words on what lies ahead of a practice: what an empty field means, what a share is a share of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

STEM = "ahead."
# What a field means that is left empty.
EMPTY: Mapping[str, str] = {
    "starts_on": "January of the tax year",
    "needs_per_month": "as in your plan",
    "clients_at_start": "all places",
    "enquiries_per_month": "as many as replace those who leave",
    "marketing_hours_while_filling": "as in your plan",
}
# What a share is a share of, by the field's name.
SHARES: Mapping[str, str] = {
    "clients_return_share": "of clients",
    "early_ending_share": "of new clients",
    "full_share": "of places",
    "illness_chance_per_year": "a year",
    "intake_share": "of enquiries",
    "places_share": "of places",
    "share": "of the job",
    "shock_chance_per_year": "a year",
    "shock_lost_share": "of clients",
    "waiting_leave_share_per_week": "of those who wait, a week",
}
ROWS: Mapping[str, str] = {
    "away": "Time away",
    "job": "Job",
    "set_up": "Set-up",
    "fee_changes": "Change of fee",
}
FLAT = "the same in every month"


def own_words(path: str, held: Any) -> str:
    """What stands for a value that its unit does not tell; nothing where it does.

    >>> own_words("ahead.clients_at_start", None), own_words("ahead.away.0.month", 8)
    ('all places', 'month 8')
    >>> own_words("ahead.booking_season", (1.0,) * 12), own_words("ahead.months", 24)
    ('the same in every month', '')
    """
    name = path.rpartition(".")[2]
    if held is None:
        return EMPTY.get(name, "")
    if name == "month":
        return f"month {held}"
    return FLAT if isinstance(held, tuple) and len(set(held)) == 1 else ""


def group_of(names: Sequence[str]) -> str:
    """What a field ahead belongs to, by the names of its path: a row by its number.

    >>> group_of(["ahead", "away", "0", "weeks"]), group_of(["ahead", "months"])
    ('Time away 1: ', 'Months ahead: ')
    """
    _, name, *row = names
    return f"{ROWS[name]} {int(row[0]) + 1}: " if row else "Months ahead: "
