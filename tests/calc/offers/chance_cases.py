"""Offers whose chance several tests look at, and the luck of a year."""

from typing import Any

import numpy as np

from calc.months import luck_of
from calc.offers.compare import Compared
from calc.parameters import load_rules
from calc.scenario import Scenario
from tests.calc.offers.letters import KIND, compared, offer

RULES = load_rules(2026)
NO_TAX = {
    "household": {"tax": {"mode": "none"}},
    "support": {"consultation_hours_per_week": 0},
    "licence": {"licensed": True},
}
ALL_YEAR = {"holiday_weeks": 0, "sickness_weeks": 0, "training_weeks": 0}
MIXED = [
    {**KIND, "late_cancelled_charged_share": 1, "missed_charged_share": 0.5},
    {**KIND, "booked_per_week": 3, "late_cancelled_share": 0, "missed_share": 0},
    {**KIND, "booked_per_week": 2, "late_cancelled_share": 0, "missed_share": 1},
    {**KIND, "payer": "insurer", "booked_per_week": 8, "missed_share": 0.2, "fee_per_session": 90},
]


def luck(paths: int = 2_000, seed: int = 2) -> Any:
    """Uniforms of a year."""
    return luck_of(np.random.default_rng(seed), 52, paths)


def one(row: dict[str, Any], **person: Any) -> Compared:
    """An offer alone, worked out."""
    (found,) = compared(row, **person).compared
    return found


def own(*kinds: dict[str, Any], **work: Any) -> Scenario:
    """A practice of such kinds, with all it charges collected and no tax."""
    rows = [{**kind, "collected_share": 1, "card_paid_share": 0} for kind in kinds]
    letter = offer(label="own", kind="own_practice", work={**work, "session_kinds": rows})
    return one(letter, **NO_TAX).result.scenario
