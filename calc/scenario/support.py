"""What keeps a therapist going: supervision, consultation and therapy of their own."""

from __future__ import annotations

from typing import Literal

from calc.number import Number
from calc.parameters import typical
from calc.scenario.fields import (
    HoursPerWeek,
    Inputs,
    Minutes,
    Money,
    SessionsPerYear,
    choice,
    entry,
)

PriceOption = Literal["full", "courtesy", "sliding", "group", "telehealth"]


class OwnTherapy(Inputs):
    """The therapist's own therapy: a protected block, taken out first and never working hours."""

    sessions_per_year: SessionsPerYear = entry(
        "Sessions a year", "Sessions of your own therapy in a year.", "sessions_per_year", 0.0
    )
    full_price_per_session: Money = entry(
        "Full price",
        "The local fee for one session.",
        "money_per_session",
        typical_name="own_therapy_price_per_session",
    )
    price_option: PriceOption = choice(
        "Price",
        "Full price, professional courtesy, sliding scale, group, or telehealth without travel.",
        {
            "full": "Full price",
            "courtesy": "Professional courtesy",
            "sliding": "Sliding scale",
            "group": "Group",
            "telehealth": "Telehealth, no travel",
        },
        "full",
    )
    minutes_per_session: Minutes = entry("Minutes each", "Length of a session.", "minutes")
    travel_minutes_per_session: Minutes = entry(
        "Travel each", "Minutes there and back.", "minutes", 0.0
    )
    tax_status: Literal["not_deductible", "business_cost"] = choice(
        "Tax",
        "Usually not deductible. Training therapy can be a business cost of the self-employed: "
        "ask a tax adviser and keep the purpose in writing.",
        {"not_deductible": "Not deductible", "business_cost": "Business cost"},
        "not_deductible",
    )

    @property
    def price_per_session(self) -> Number:
        """The price under the chosen option."""
        match self.price_option:
            case "full" | "telehealth":
                return self.full_price_per_session
            case option:
                share = typical(f"own_therapy_share_{option}").number
                return self.full_price_per_session * share

    @property
    def minutes_of_day_per_session(self) -> Number:
        """Session and travel, in minutes."""
        travel = 0.0 if self.price_option == "telehealth" else self.travel_minutes_per_session
        return self.minutes_per_session + travel


class Support(Inputs):
    """Supervision and consultation received, and own therapy."""

    supervision_hours_per_week: HoursPerWeek = entry(
        "Supervision", "Hours of supervision in a worked week.", "hours_per_week", 0.0
    )
    supervision_price_per_hour: Money = entry(
        "Supervision price",
        "What you pay for an hour of it: 0 where the employer provides it.",
        "money_per_hour",
        0.0,
    )
    consultation_hours_per_week: HoursPerWeek = entry(
        "Consultation", "Hours of consultation or peer group in a worked week.", "hours_per_week"
    )
    consultation_price_per_hour: Money = entry(
        "Consultation price", "What you pay for an hour of it.", "money_per_hour", 0.0
    )
    own_therapy: OwnTherapy = OwnTherapy()
