"""Weeks off, and the hours of work beside the sessions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Self

import numpy as np
from pydantic import model_validator
from pydantic_core import PydanticCustomError

from calc.number import WEEKS_PER_YEAR, Number
from calc.scenario.fields import HoursPerWeek, HoursPerYear, Inputs, Share, Weeks, entry

NamedBucket = Literal[
    "sessions",
    "notes",
    "billing",
    "waiting",
    "administration",
    "marketing",
    "meetings",
    "supervision_received",
    "supervision_given",
    "training",
    "travel",
]
Bucket = Literal[NamedBucket, "unlisted"]  # and the rest of a contract, which nobody named
BUCKETS: Mapping[NamedBucket, str] = {
    "sessions": "Sessions",
    "notes": "Notes",
    "billing": "Billing",
    "waiting": "Missed sessions",
    "administration": "Administration",
    "marketing": "Marketing",
    "meetings": "Meetings",
    "supervision_received": "Supervision",
    "supervision_given": "Supervision given",
    "training": "Training",
    "travel": "Travel",
}


class Time(Inputs):
    """Weeks off, and the hours beside the sessions. Weekly figures apply to worked weeks."""

    holiday_weeks: Weeks = entry(
        "Holiday weeks", "Weeks away by choice in a year.", "weeks_per_year"
    )
    sickness_weeks: Weeks = entry(
        "Sick weeks", "Weeks lost to illness in a usual year.", "weeks_per_year", step=0.5
    )
    training_weeks: Weeks = entry(
        "Training weeks", "Whole weeks without clients for training.", "weeks_per_year", step=0.5
    )
    other_weeks_off: Weeks = entry(
        "Other weeks off", "Any further weeks without clients.", "weeks_per_year", 0.0, step=0.5
    )
    administration_hours_per_week: HoursPerWeek = entry(
        "Administration",
        "Scheduling, messages, books and the rest of running the work.",
        "hours_per_week",
    )
    marketing_hours_per_week: HoursPerWeek = entry(
        "Marketing", "Being found, and answering people who ask for a place.", "hours_per_week"
    )
    meetings_hours_per_week: HoursPerWeek = entry(
        "Meetings", "Team meetings and calls about clients.", "hours_per_week"
    )
    supervision_given_hours_per_week: HoursPerWeek = entry(
        "Supervision given", "Hours spent supervising others.", "hours_per_week", 0.0
    )
    training_hours_per_week: HoursPerWeek = entry(
        "Training a week", "Reading and courses in a worked week.", "hours_per_week", 0.0
    )
    training_hours_per_year: HoursPerYear = entry(
        "Training a year", "Hours of continuing education in a year.", "hours_per_year"
    )
    travel_hours_per_week: HoursPerWeek = entry(
        "Travel", "Commute and trips for the work.", "hours_per_week", 0.0
    )
    waiting_reused_share: Share = entry(
        "Share of gaps between sessions you use for notes",
        "Share of the time of lost sessions that goes into notes or other work listed here.",
        "share",
    )
    after_hours_per_week: HoursPerWeek = entry(
        "After hours",
        "How many of all these hours fall in the evening or at the weekend.",
        "hours_per_week",
    )

    @property
    def weeks_off(self) -> Number:
        """Weeks of the year without clients."""
        return self.holiday_weeks + self.sickness_weeks + self.training_weeks + self.other_weeks_off

    @model_validator(mode="after")
    def _weeks_fit_in_a_year(self) -> Self:
        if np.any(np.greater(self.weeks_off, WEEKS_PER_YEAR + 1e-9)):
            raise PydanticCustomError(
                "too_large",
                "weeks off exceed the year",
                {"bound": WEEKS_PER_YEAR, "field": "weeks_off", "value": self.weeks_off},
            )
        return self
