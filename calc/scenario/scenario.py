"""The scenario itself: one person in one arrangement of work."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import ClassVar, Self

from pydantic import Field, model_validator

from calc.scenario.ahead import Ahead, refused
from calc.scenario.ahead_rules import Fault
from calc.scenario.costs import MOST_COSTS, Cost
from calc.scenario.document import Document
from calc.scenario.entity import SCorporation
from calc.scenario.fields import ShortText, entry
from calc.scenario.household import HouseholdInputs
from calc.scenario.loans import KnownPayment, Loans
from calc.scenario.support import Support
from calc.scenario.targets import RateTargets
from calc.scenario.tax_modes import UsTax
from calc.scenario.work import Employee, OwnPractice, Work

# The law of one year stands in for all months, so they begin not far from it.
YEARS_BEFORE = 1
YEARS_AFTER = 5


class Scenario(Document):
    """One person in one work arrangement; every field not stated keeps a default that is listed.

    `ahead` is what lies ahead of a practice, month by month; without it the plan is a steady year.
    """

    asked: ClassVar[tuple[str, ...]] = ("ahead",)

    title: ShortText = entry("Title", "What you call this plan.", "text", "My practice")
    work: Work
    household: HouseholdInputs = HouseholdInputs()
    costs: tuple[Cost, ...] = Field(
        default=(), max_length=MOST_COSTS, title="Costs", description="The costs of the work."
    )
    loans: Loans = KnownPayment()
    support: Support = Support()
    rate_targets: RateTargets = RateTargets()
    ahead: Ahead | None = Field(
        default=None,
        title="Months ahead",
        description="How the practice fills, empties and is paid, month by month; empty for a "
        "steady year.",
    )

    @model_validator(mode="after")
    def _months_of_a_practice(self) -> Self:
        for fault in self._faults_ahead():
            raise refused(fault, "ahead")
        return self

    def _faults_ahead(self) -> Iterator[Fault]:
        if self.ahead is None:
            return
        if isinstance(self.work, Employee):
            yield Fault("ahead_of_employee", "", self.work.kind)
        start = self.ahead.starts_on
        if start is not None:
            first = datetime.date(self.tax_year - YEARS_BEFORE, 1, 1)
            last = datetime.date(self.tax_year + YEARS_AFTER, 1, 1)
            if start < first:
                yield Fault("starts_too_early", ".starts_on", start.isoformat(), first.isoformat())
            if start > last:
                yield Fault("starts_too_late", ".starts_on", start.isoformat(), last.isoformat())

    @property
    def steady_year(self) -> Self:
        """The same plan without what lies ahead: the year that `evaluate` works out."""
        return self if self.ahead is None else self.with_values({"ahead": None})

    @property
    def corporation(self) -> SCorporation | None:
        """The corporation that the practice is; None of other work, or outside US tax law."""
        work = self.work
        if not isinstance(work, OwnPractice) or not isinstance(self.household.tax, UsTax):
            return None
        return work.form if isinstance(work.form, SCorporation) else None
