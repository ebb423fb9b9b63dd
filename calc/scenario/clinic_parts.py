"""What the posts of a clinic share: costs, rooms, supervision, administration and demand."""

from __future__ import annotations

from typing import Annotated, TypeAlias

from pydantic import Field

from calc.number import Number
from calc.scenario.costs import MOST_COSTS, Cost
from calc.scenario.fields import (
    Bounds,
    HoursPerWeek,
    Inputs,
    Minutes,
    Money,
    Share,
    ShortText,
    entry,
)
from calc.scenario.sessions import PrivateSessions, SessionKind
from calc.scenario.tax_modes import Rate

Count: TypeAlias = Annotated[Number, Bounds(0.0, 10_000.0)]
Several: TypeAlias = Annotated[Number, Bounds(1.0, 1_000.0)]
Score: TypeAlias = Annotated[Number, Bounds(0.0, 100.0)]
LongWeeks: TypeAlias = Annotated[Number, Bounds(0.0, 104.0)]
Often: TypeAlias = Annotated[Number, Bounds(0.05, 7.0)]
Exponent: TypeAlias = Annotated[Number, Bounds(0.1, 10.0)]
SmallShare: TypeAlias = Annotated[Number, Bounds(0.001, 1.0)]


class MixRow(Inputs):
    """One payer of the clinic's mix: a kind of session and its part of the sessions."""

    share: Share = entry(
        "Part of the mix",
        "Part of the sessions that follow the mix; the parts are taken in proportion.",
        "share",
        1.0,
    )
    sessions: SessionKind = PrivateSessions()


class RosterColumn(Inputs):
    """A column of a spreadsheet that a roster came from, and the column of ours it was read as."""

    theirs: ShortText = entry("Their heading", "The heading in the spreadsheet.", "text", "")
    ours: ShortText = entry("Our column", "The column it is read as; empty: not used.", "text", "")


class SharedCosts(Inputs):
    """What the clinic pays for everybody, and what it keeps of card and insurer payments."""

    costs: tuple[Cost, ...] = Field(
        default=(),
        max_length=MOST_COSTS,
        title="Shared costs",
        description="Rent, records, marketing, accounting: what no single post causes.",
    )
    each_clinician_per_month: Money = entry(
        "For each clinician a month",
        "Software seats and the like, for every post, an owner's too.",
        "money_per_month",
        0.0,
        step=10.0,
    )
    card_fee_share: Share = entry(
        "Card fee", "Part of each card payment that the processor keeps.", "share", step=0.001
    )
    card_fee_per_charge: Money = entry(
        "Card fee, each charge",
        "Fixed amount the processor keeps of each charge.",
        "money_per_charge",
    )
    outside_billing_share: Share = entry(
        "Outside billing",
        "Part of what insurers pay that a billing service keeps.",
        "share",
        0.0,
        step=0.01,
    )


class EmployerTerms(Inputs):
    """What the law and the insurer take from this employer."""

    state_unemployment_rate: Rate | None = entry(
        "State unemployment rate",
        "The rate on your notice; empty for that of a new employer of the state.",
        "share",
        None,
        step=0.001,
    )
    state_unemployment_base_per_year: Money | None = entry(
        "Pay it applies to",
        "The most pay of a person that the state's rate applies to; empty for that of the state.",
        "money_per_year",
        None,
        step=100.0,
    )
    workers_compensation_share: Share = entry(
        "Workers' compensation",
        "Its premium as a share of pay.",
        "share",
        typical_name="payroll_tax.workers_compensation_share",
        step=0.001,
    )
    federal_unemployment: bool = entry(
        "Federal unemployment tax",
        "Whether you owe it: a 501(c)(3) nonprofit does not.",
        "choice",
        True,
    )
    receipts_taxes: bool = entry(
        "Taxes on receipts",
        "Whether the clinic owes those of its state and city. Many places free a charity of them.",
        "choice",
        True,
    )
    other_payroll_rate: Rate | None = entry(
        "Other payroll taxes",
        "The employer's part of a state's paid leave and the like, as a share of pay; empty for "
        "what the law asks of as many employees, where it was read.",
        "share",
        None,
        step=0.001,
    )

    @property
    def stated_payroll_rate(self) -> Number:
        """The share of pay this employer states itself; nothing where it leaves it to the law."""
        return 0.0 if self.other_payroll_rate is None else self.other_payroll_rate


class Rooms(Inputs):
    """The rooms for sessions, and how long they are open."""

    rooms: Count = entry("Rooms", "Rooms in which a session can be held.", "count", 3.0)
    open_hours_per_week: HoursPerWeek = entry(
        "Open hours", "Hours a week that each room can be used.", "hours_per_week", 50.0, step=1.0
    )
    gap_minutes_per_session: Minutes = entry(
        "Empty after a session",
        "Minutes a room stands empty after a session.",
        "minutes",
        typical_name="room_gap_minutes",
    )


class SupervisionPlan(Inputs):
    """The supervision that associates and interns get, and what an hour of it forgoes."""

    individual_hours_per_week: HoursPerWeek = entry(
        "Individual supervision",
        "Hours a week for each associate and intern.",
        "hours_per_week",
        typical_name="supervision_individual_hours_per_week",
    )
    group_hours_per_week: HoursPerWeek = entry(
        "Group supervision", "Hours a week of each group.", "hours_per_week", 0.0
    )
    group_size: Several = entry(
        "Group size", "Most people in a group.", "count", typical_name="supervision_group_size"
    )
    forgone_fee_per_hour: Money = entry(
        "Supervisor's hour would bring",
        "What the supervisor would collect in that hour.",
        "money_per_hour",
        typical_name="fee_private",
    )


class Administration(Inputs):
    """Administrators: employed, with the same load on top of pay as everybody."""

    administrators: Count = entry(
        "Administrators", "How many, in full-time posts.", "count", 0.0, step=0.5
    )
    pay_per_year: Money = entry(
        "Pay of each",
        "Gross pay of a full-time administrator.",
        "money_per_year",
        typical_name="administrator_pay_per_year",
        step=1000.0,
    )
    benefits_cost_share: Share = entry(
        "Cost of benefits, share of pay",
        "What benefits cost the clinic, as a share of an administrator's pay.",
        "share",
        step=0.01,
    )
    clinicians_per_administrator: Several = entry(
        "Clinicians for each",
        "Full-time clinicians that one administrator serves: used when the best plan is sought.",
        "count",
    )


class Demand(Inputs):
    """People who ask for a place, how long they stay, and how long they wait."""

    new_clients_per_week: Count = entry(
        "New clients a week",
        "People a week who would start if there were a place.",
        "clients_per_week",
        4.0,
    )
    clients_waiting: Count = entry("Waiting now", "People on the waiting list.", "count", 0.0)
    discharge_share_per_week: SmallShare = entry(
        "Endings a week", "Share of a caseload that ends in a week.", "share", step=0.005
    )
    sessions_per_client_per_week: Often = entry(
        "Sessions a client",
        "Sessions booked a week for each client: 1 is weekly, 0.5 fortnightly.",
        "sessions_per_week",
        step=0.05,
    )
    waiting_leave_share_per_week: SmallShare = entry(
        "Give up waiting", "Share of a waiting list that gives up in a week.", "share", step=0.01
    )
