"""A practice of 1,000 sessions a year without costs, so that profit is the figure asked for."""

from typing import Any

from calc import Result, Scenario, evaluate, load_rules

RULES = load_rules(2026)


def practice(profit: float, **household: Any) -> Result:
    """A practice of 20 sessions in each of 50 weeks, all held, paid in full and not by card."""
    return evaluate(
        Scenario.parse(
            {
                "work": {
                    "kind": "own_practice",
                    "health_premium_per_month": 0,
                    "session_kinds": [
                        {
                            "payer": "private",
                            "booked_per_week": 20,
                            "fee_per_session": profit / 1_000,
                            "late_cancelled_share": 0,
                            "missed_share": 0,
                            "card_paid_share": 0,
                        }
                    ],
                    "time": {"holiday_weeks": 2, "sickness_weeks": 0, "training_weeks": 0},
                },
                "household": household,
            }
        ),
        RULES,
    )


def amounts(result: Result, *keys: str) -> dict[str, float]:
    """Lines of the tax statement by key."""
    return {key: float(result.taxes.find(key).amount) for key in keys}
