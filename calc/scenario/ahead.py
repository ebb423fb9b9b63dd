"""What lies ahead of a practice, month by month: who asks, who stays, what may happen.

It is a part of a plan, and the steady year of the plan never looks at it.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from calc.number import MONTHS_PER_YEAR, Number
from calc.scenario.ahead_rows import (
    MOST_AHEAD,
    Away,
    FeeChange,
    Job,
    SetUp,
)
from calc.scenario.ahead_rules import (
    Fault,
    faults_of_away,
    faults_of_job,
    faults_of_months,
    faults_of_seasons,
)
from calc.scenario.document import no_batch
from calc.scenario.fields import Bounds, HoursPerWeek, Inputs, Money, Share, choice, entry

MOST_ROWS = 24
MONTHS_SHOWN = 24  # two years, of which the first is mostly filling
WEEKS_ILL = 4  # beyond the sick weeks of a usual year
MOST_ENQUIRIES = 100.0
MOST_STAY = 2_000.0  # weeks
MOST_CLIENTS = 400
LEAST_FREQUENCY = 0.1
MOST_LAG = 52.0  # weeks
SEASONS = ("enquiry_season", "booking_season")
ROWS = ("away", "job", "set_up", "fee_changes")
FLAT = (1.0,) * int(MONTHS_PER_YEAR)
Factor: TypeAlias = Annotated[Number, Bounds(0.0, 10.0)]
Season: TypeAlias = tuple[Factor, ...]
WholeWeeks: TypeAlias = Annotated[int, Field(strict=True, ge=0, le=52)]
TaxPayments: TypeAlias = Literal["as_earned", "equal_quarters", "last_year"]
LongWeeks: TypeAlias = Annotated[Number, Bounds(1.0, MOST_STAY)]


class Ahead(Inputs):
    """The months ahead of a practice. Left alone, it is a full caseload that stands still."""

    starts_on: datetime.date | None = entry(
        "Starts on", "The first of a month. Empty: January of the tax year.", "date", None
    )
    months: Annotated[int, Field(strict=True, ge=12, le=MOST_AHEAD)] = entry(
        "Months shown", "How many months are looked at.", "months", MONTHS_SHOWN
    )
    full_share: Annotated[Number, Bounds(0.5, 1.0)] = entry(
        "Full from", "Share of your places from which you call the practice full.", "share"
    )
    opening_balance: Money = entry(
        "Money in the bank at the start",
        "What you have put by for this and could live on.",
        "money",
        0.0,
    )
    needs_per_month: Money | None = entry(
        "Needs a month",
        "What this work, and the job beside it, have to pay for each month after tax. Empty: the "
        "needs of your plan.",
        "money_per_month",
        None,
    )
    clients_at_start: Annotated[int, Field(strict=True, ge=0, le=MOST_CLIENTS)] | None = entry(
        "Clients now", "How many clients you have at the start. Empty: all places.", "count", None
    )
    enquiries_per_month: Annotated[Number, Bounds(0.0, MOST_ENQUIRIES)] | None = entry(
        "Enquiries a month",
        "How many people ask for a place. Empty: as many as replace those who leave.",
        "enquiries_per_month",
        None,
    )
    intake_share: Share = entry(
        "Enquiries that become clients", "Share of those who ask who start with you.", "share"
    )
    early_ending_share: Share = entry(
        "End early",
        "Share of new clients who leave before they have settled.",
        "share",
    )
    weeks_until_settled: LongWeeks = entry(
        "Weeks until settled", "How long it takes until it is clear that somebody stays.", "weeks"
    )
    weeks_once_settled: LongWeeks = entry(
        "Weeks once settled",
        "How long those who have settled stay from then on. Take it from starts and endings of a "
        "year: clients you have now are the long stayers.",
        "weeks",
    )
    sessions_per_client_per_week: Annotated[Number, Bounds(LEAST_FREQUENCY, 7.0)] = entry(
        "Sessions of a client a week",
        "1 where they come weekly, 0.5 fortnightly; of weeks you work.",
        "sessions_per_week",
        1.0,
    )
    waitlist: bool = entry(
        "Waiting list", "Whether those who find no place may wait for one.", "choice", False
    )
    waiting_leave_share_per_week: Share = entry(
        "Give up waiting",
        "Share of those on the list who look elsewhere in a week.",
        "share",
        step=0.01,
    )
    credentialing_weeks: WholeWeeks = entry(
        "Weeks until insurers accept you",
        "Weeks from the start in which no client of an insurer can begin.",
        "weeks",
        0,
    )
    payer_lag_weeks: Annotated[Number, Bounds(0.0, MOST_LAG)] = entry(
        "Weeks until insurers pay",
        "Weeks from a session to its payment by an insurer.",
        "weeks",
        0.0,
    )
    enquiry_season: Season = entry(
        "Season of enquiries",
        "Twelve factors, January first. No data exists: this is a shape, not a forecast.",
        "factor",
        FLAT,
    )
    booking_season: Season = entry(
        "Season of sessions",
        "Twelve factors, January first. No data exists: this is a shape, not a forecast.",
        "factor",
        FLAT,
    )
    away: tuple[Away, ...] = Field(
        default=(),
        max_length=MOST_ROWS,
        title="Away",
        description="Holidays with a date, and leaves.",
    )
    job: tuple[Job, ...] = Field(
        default=(),
        max_length=MOST_ROWS,
        title="Job",
        description="From which month how many places can be held beside it; without rows all.",
    )
    set_up: tuple[SetUp, ...] = Field(
        default=(), max_length=MOST_ROWS, title="Set-up", description="What is paid once."
    )
    fee_changes: tuple[FeeChange, ...] = Field(
        default=(),
        max_length=MOST_ROWS,
        title="Changes of fee",
        description="From which month which fees change.",
    )
    marketing_hours_while_filling: HoursPerWeek | None = entry(
        "Marketing while places are free",
        "Hours of a worked week that go into being found, in weeks that are not full. Empty: as "
        "in your plan.",
        "hours_per_week",
        None,
    )
    tax_payments: TaxPayments = choice(
        "How tax is paid",
        "By what was earned so far, in equal parts, or by last year's tax.",
        {
            "as_earned": "As it is earned",
            "equal_quarters": "In equal parts",
            "last_year": "By last year's tax",
        },
        "as_earned",
    )
    illness_chance_per_year: Annotated[Number, Bounds(0.0, 0.99)] = entry(
        "Chance of a long illness",
        "Chance in a year of a spell beyond the sick weeks of the plan.",
        "share",
        0.0,
    )
    illness_weeks: WholeWeeks = entry(
        "Weeks of a long illness", "How many weeks such a spell lasts.", "weeks", WEEKS_ILL
    )
    shock_chance_per_year: Annotated[Number, Bounds(0.0, 0.99)] = entry(
        "Chance of a blow",
        "Chance in a year that many leave at once: an insurer goes, an employer closes.",
        "share",
        0.0,
    )
    shock_lost_share: Share = entry(
        "Clients lost by it", "Share of your clients who leave with it.", "share"
    )

    @model_validator(mode="before")
    @classmethod
    def _flat_seasons_are_left_alone(cls, data: Any) -> Any:
        if not isinstance(data, Mapping):
            return data
        return {
            name: value
            for name, value in data.items()
            if name not in SEASONS or not _is_flat(value)
        }

    @model_validator(mode="after")
    def _single_numbers(self) -> Self:
        return no_batch(self)

    @model_validator(mode="after")
    def _keeps_the_rules(self) -> Self:
        for fault in self._faults():
            raise refused(fault)
        return self

    def _faults(self) -> Iterator[Fault]:
        if self.starts_on is not None and self.starts_on.day != 1:
            first = self.starts_on.replace(day=1).isoformat()
            yield Fault("not_first_of_month", "starts_on", self.starts_on.isoformat(), first)
        yield from faults_of_seasons({name: getattr(self, name) for name in SEASONS})
        yield from faults_of_months({name: getattr(self, name) for name in ROWS}, self.months)
        yield from faults_of_job(self.job)
        yield from faults_of_away(self.away, self.months)


def refused(fault: Fault, stem: str = "") -> PydanticCustomError:
    """What is refused of a field, as the readers of plans tell it."""
    held = {"field": f"{stem}{fault.field}", "value": fault.value, "bound": fault.bound}
    return PydanticCustomError(fault.kind, fault.kind, held)


def _is_flat(factors: object) -> bool:
    """Whether a season is the one of who states none."""
    if not isinstance(factors, tuple | list) or len(factors) != len(FLAT):
        return False
    return all(type(factor) in (int, float) and factor == 1 for factor in factors)
