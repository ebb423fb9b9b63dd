"""The scenario itself: one person in one arrangement of work."""

from __future__ import annotations

from pydantic import Field

from calc.scenario.costs import MOST_COSTS, Cost
from calc.scenario.document import Document
from calc.scenario.fields import ShortText, entry
from calc.scenario.household import HouseholdInputs
from calc.scenario.loans import KnownPayment, Loans
from calc.scenario.support import Support
from calc.scenario.targets import RateTargets
from calc.scenario.work import Work


class Scenario(Document):
    """One person in one work arrangement; every field not stated keeps a default that is listed."""

    title: ShortText = entry("Title", "What you call this plan.", "text", "My practice")
    work: Work
    household: HouseholdInputs = HouseholdInputs()
    costs: tuple[Cost, ...] = Field(
        default=(), max_length=MOST_COSTS, title="Costs", description="The costs of the work."
    )
    loans: Loans = KnownPayment()
    support: Support = Support()
    rate_targets: RateTargets = RateTargets()
