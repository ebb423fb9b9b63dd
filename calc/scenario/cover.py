"""Health cover from the marketplace, as a household states it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from calc.scenario.fields import Inputs, Money, entry

MOST_COVERED = 23  # a couple and the most dependants of a return


class MarketplaceCover(Inputs):
    """What the premium tax credit asks, beside the premium that the work states."""

    benchmark_per_month: Money | None = entry(
        "Second-cheapest silver plan a month",
        "The benchmark: what the second-cheapest silver plan costs the people covered, before any "
        "credit. Read it at HealthCare.gov or your state's exchange.",
        "money_per_month",
        None,
    )
    advance_per_month: Money = entry(
        "Credit paid in advance a month",
        "What the government pays your insurer ahead. It is part of the premium you state, not "
        "taken off it.",
        "money_per_month",
        0.0,
    )
    people_covered: Annotated[int, Field(ge=1, le=MOST_COVERED, strict=True)] = entry(
        "People covered", "Those of your return whom the plan covers.", "count", 1
    )
