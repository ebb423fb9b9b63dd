"""A post of a clinic: somebody's work there, and what the clinic adds to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import WEEKS_PER_YEAR, Number
from calc.scenario.costs import MOST_COSTS, Cost
from calc.scenario.fields import (
    Inputs,
    Money,
    SessionsPerWeek,
    Share,
    ShortText,
    Weeks,
    entry,
)
from calc.scenario.household import HouseholdInputs
from calc.scenario.loans import KnownPayment, Loans
from calc.scenario.support import Support
from calc.scenario.work import Work

LicenceStatus = Literal["licensed", "associate", "intern"]
SUPERVISED: tuple[LicenceStatus, ...] = ("associate", "intern")
LAST_MONTH = 24
# Fields of a work arrangement that a part-time share makes smaller.
SCALED = (
    "time.administration_hours_per_week",
    "time.marketing_hours_per_week",
    "time.meetings_hours_per_week",
    "time.supervision_given_hours_per_week",
    "time.training_hours_per_week",
    "time.travel_hours_per_week",
    "time.after_hours_per_week",
    "pay.salary_per_year",
    "pay.contracted_hours_per_week",
    "pay.quota_sessions_per_week",
    "benefits.retirement_match_per_year",
    "benefits.stipends_per_year",
)
# Fields that unpaid leave makes smaller: what is paid, or done, by the year.
BY_THE_YEAR = (
    "pay.salary_per_year",
    "pay.paid_leave_weeks",
    "benefits.retirement_match_per_year",
    "benefits.stipends_per_year",
    "time.training_hours_per_year",
)
Month: TypeAlias = Annotated[int, Field(ge=0, le=LAST_MONTH, strict=True)]


class Post(Inputs):
    """One post: licence, work and pay, and what the clinic bears for it. No personal names.

    `work` is stated for a full-time post; `full_time_share` makes its caseload, weekly hours and
    yearly pay smaller, never a fee or a rate. An own practice is that of an owner: the clinic's
    margin goes into its profit. An intern without pay has a salary of 0.
    """

    label: ShortText = entry("Label", 'What you call the post, such as "Post 3".', "text", "Post")
    licence: LicenceStatus = entry(
        "Licence", "Licensed, associate before the licence, or intern.", "choice", "licensed"
    )
    work: Work
    full_time_share: Share = entry(
        "Full-time share",
        "Part of the stated caseload, weekly hours and yearly pay: 0.6 is three days of five.",
        "share",
        1.0,
        step=0.1,
    )
    mix_sessions_per_week: SessionsPerWeek = entry(
        "Sessions at the clinic's mix",
        "Sessions booked a week that follow the clinic's payer mix, beside any rows of their own.",
        "sessions_per_week",
        0.0,
        step=1.0,
    )
    start_month: Month = entry(
        "Starts in month",
        "0 for somebody who is there already; 1 is the first month of the timeline.",
        "months",
        0,
        step=1,
    )
    unpaid_leave_weeks: Weeks = entry(
        "Unpaid leave",
        "Weeks of the year on leave without pay; holiday and yearly pay fall in proportion.",
        "weeks_per_year",
        0.0,
        step=1.0,
    )
    telehealth_share: Share = entry(
        "Telehealth",
        "Share of sessions that need no room of the clinic.",
        "share",
        0.0,
        step=0.05,
    )
    benefits_cost_share: Share = entry(
        "Cost of benefits, share of pay",
        "What benefits in kind cost the clinic, as a share of an employee's pay.",
        "share",
        typical_name="clinic.benefits_cost_share",
        step=0.01,
    )
    benefits_cost_per_year: Money = entry(
        "Cost of benefits a year",
        "What they cost by the year, beside that share: premium, training, paid licence.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    other_cost_per_year: Money = entry(
        "Other cost of the post",
        "What else the clinic pays for the post: liability cover, software seat.",
        "money_per_year",
        0.0,
        step=50.0,
    )
    household: HouseholdInputs | None = Field(
        default=None,
        title="Household",
        description="The household for tax; empty for that of the clinic.",
    )
    costs: tuple[Cost, ...] = Field(
        default=(),
        max_length=MOST_COSTS,
        title="Own costs",
        description="Work costs that the clinician bears; an owner's are those of the practice.",
    )
    loans: Loans = KnownPayment()
    support: Support = Support()

    @property
    def owner(self) -> bool:
        """Whether the clinic's margin is this post's profit."""
        return self.work.kind == "own_practice"

    @property
    def supervised(self) -> bool:
        """Whether the clinic gives this post supervision before the licence."""
        return self.licence in SUPERVISED and bool(self.full_time_share)

    @property
    def leave_share(self) -> Number:
        """Part of the year on leave without pay: clients and colleagues do without the post."""
        return self.unpaid_leave_weeks / WEEKS_PER_YEAR

    def scaled_fields(self, work: Work) -> dict[str, Number]:
        """Changes to the post's work for its full-time share and unpaid leave, by path below it.

        Leave counts as weeks lost: it takes its part of the year, and holiday shrinks with it, so
        the weeks worked are those without leave x (1 - leave / 52). At a share of 0 nobody is
        there all year.
        """
        changes: dict[str, Number] = {}
        share = self.full_time_share
        left = 1.0 - self.leave_share if share else 0.0
        if share != 1.0:
            for index, kind in enumerate(work.session_kinds):
                changes[f"session_kinds.{index}.booked_per_week"] = kind.booked_per_week * share
            changes |= _times(work, SCALED, share, changes)
        if left != 1.0:
            changes |= _times(work, BY_THE_YEAR, left, changes)
            lost = (WEEKS_PER_YEAR - work.time.weeks_off) * (1.0 - left)
            changes["time.sickness_weeks"] = work.time.sickness_weeks + lost
        return changes


def _times(
    work: Work, paths: Iterable[str], share: Number, changed: Mapping[str, Number]
) -> dict[str, Number]:
    """The fields of a work arrangement that are there, changed or not, times a share."""
    found: dict[str, Number] = {}
    for path in paths:
        part, name = path.split(".")
        value = changed.get(path, getattr(getattr(work, part, None), name, None))
        if value is not None:
            found[path] = value * share
    return found
