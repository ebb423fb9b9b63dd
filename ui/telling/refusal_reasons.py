"""Why a value beyond a bound cannot be, and what was perhaps meant, by unit or by field."""

from __future__ import annotations

from calc.number import HOURS_PER_WEEK, WEEKS_PER_YEAR

REASONS = {
    "sessions_per_week": f", because a week has {HOURS_PER_WEEK:g} hours",
    "hours_per_week": f", because a week has {HOURS_PER_WEEK:g} hours",
    "weeks_per_year": f", because a year has {WEEKS_PER_YEAR:g} weeks",
    "share": ", because it is a part of a whole",
    "minutes": ", because a session ends the same day",
}
REMEDIES = {
    "hours_per_week": " If you meant a month or a year, enter the hours of one week.",
    "minutes": " If you meant seconds, enter minutes.",
    "share": " Enter a part of 100.",
}
BY_NAME = {
    "pslf_months_certified": (
        ", because the last of them ends the loan",
        " Enter 120 if all of them are certified.",
    ),
}
