"""What the posts of a clinic share: costs, rooms, supervision, demand, and a director's limits."""

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
    SessionsPerWeek,
    Share,
    entry,
)
from calc.scenario.household import Rate
from calc.scenario.sessions import PrivateSessions, SessionKind

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
        step=0.05,
    )
    sessions: SessionKind = PrivateSessions()


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
        "Card fee",
        "Part of each card payment that the processor keeps.",
        "share",
        typical_name="card_fee_share",
        step=0.001,
    )
    card_fee_per_charge: Money = entry(
        "Card fee, each charge",
        "Fixed amount the processor keeps of each charge.",
        "money_per_charge",
        typical_name="card_fee_per_charge",
        step=0.05,
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
    other_payroll_rate: Rate = entry(
        "Other payroll taxes",
        "The employer's part of a state's paid leave and the like, as a share of pay.",
        "share",
        0.0,
        step=0.001,
    )


class Rooms(Inputs):
    """The rooms for sessions, and how long they are open."""

    rooms: Count = entry("Rooms", "Rooms in which a session can be held.", "count", 3.0, step=1.0)
    open_hours_per_week: HoursPerWeek = entry(
        "Open hours", "Hours a week that each room can be used.", "hours_per_week", 50.0, step=1.0
    )
    gap_minutes_per_session: Minutes = entry(
        "Gap",
        "Minutes a room stands empty after a session.",
        "minutes",
        typical_name="clinic.room_gap_minutes",
        step=5.0,
    )


class SupervisionPlan(Inputs):
    """The supervision that associates and interns get, and what an hour of it forgoes."""

    individual_hours_per_week: HoursPerWeek = entry(
        "Individual supervision",
        "Hours a week for each associate and intern.",
        "hours_per_week",
        typical_name="clinic.supervision_individual_hours_per_week",
        step=0.5,
    )
    group_hours_per_week: HoursPerWeek = entry(
        "Group supervision", "Hours a week of each group.", "hours_per_week", 0.0, step=0.5
    )
    group_size: Several = entry(
        "Group size",
        "Most people in a group.",
        "count",
        typical_name="clinic.supervision_group_size",
        step=1.0,
    )
    forgone_fee_per_hour: Money = entry(
        "Forgone an hour",
        "What the supervisor would collect in that hour.",
        "money_per_hour",
        typical_name="fee_private",
        step=5.0,
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
        typical_name="clinic.administrator_pay_per_year",
        step=1000.0,
    )
    benefits_cost_share: Share = entry(
        "Cost of benefits, share of pay",
        "What benefits cost the clinic, as a share of an administrator's pay.",
        "share",
        typical_name="clinic.benefits_cost_share",
        step=0.01,
    )
    clinicians_per_administrator: Several = entry(
        "Clinicians for each",
        "Full-time clinicians that one administrator serves: used when the best plan is sought.",
        "count",
        typical_name="clinic.clinicians_per_administrator",
        step=1.0,
    )


class Demand(Inputs):
    """People who ask for a place, how long they stay, and how long they wait."""

    new_clients_per_week: Count = entry(
        "New clients a week", "People a week who would start if there were a place.", "count", 4.0
    )
    clients_waiting: Count = entry("Waiting now", "People on the waiting list.", "count", 0.0)
    discharge_share_per_week: SmallShare = entry(
        "Endings a week",
        "Share of a caseload that ends in a week.",
        "share",
        typical_name="clinic.discharge_share_per_week",
        step=0.005,
    )
    sessions_per_client_per_week: Often = entry(
        "Sessions a client",
        "Sessions booked a week for each client: 1 is weekly, 0.5 fortnightly.",
        "factor",
        typical_name="clinic.sessions_per_client_per_week",
        step=0.05,
    )
    waiting_leave_share_per_week: SmallShare = entry(
        "Give up waiting",
        "Share of a waiting list that gives up in a week.",
        "share",
        typical_name="clinic.waiting_leave_share_per_week",
        step=0.01,
    )


class Turnover(Inputs):
    """How often people leave, and what it costs when they do."""

    leaving_rate: Share = entry(
        "Leaving in a year",
        "Share of posts left in a year at a typical load.",
        "share",
        typical_name="clinic.leaving_rate",
        step=0.01,
    )
    replacement_cost_share: Share = entry(
        "Cost of replacing",
        "Cost of finding and teaching a successor, as a share of a year's pay.",
        "share",
        typical_name="clinic.replacement_cost_share",
        step=0.05,
    )
    vacancy_weeks: LongWeeks = entry(
        "Weeks vacant",
        "Weeks until a successor starts.",
        "weeks",
        typical_name="clinic.vacancy_weeks",
        step=1.0,
    )
    clients_lost_share: Share = entry(
        "Clients lost",
        "Share of a leaver's clients who do not go on with a colleague.",
        "share",
        typical_name="clinic.clients_lost_share",
        step=0.05,
    )
    reference_clients_per_seat: Several = entry(
        "Clients a seat is for",
        "Clients that a funded post is meant to carry.",
        "count",
        typical_name="clinic.reference_clients_per_seat",
        step=1.0,
    )
    load_to_leaving_factor: Exponent = entry(
        "Load to leaving",
        "How steeply leaving rises with clients for each seat: not measured anywhere.",
        "factor",
        typical_name="clinic.load_to_leaving",
        step=0.5,
    )


class Hiring(Inputs):
    """What a new post costs before it brings anything, and the cash there is."""

    hiring_cost: Money = entry(
        "Cost of a hire",
        "Paid in the month of the start.",
        "money",
        typical_name="clinic.hiring_cost",
        step=500.0,
    )
    credentialing_weeks: LongWeeks = entry(
        "Credentialing",
        "Weeks until insurers pay for a new clinician's sessions.",
        "weeks",
        typical_name="clinic.credentialing_weeks",
        step=1.0,
    )
    ramp_sessions_per_week: SessionsPerWeek = entry(
        "Ramp",
        "Sessions a week that a new full-time caseload grows by each week; 0 starts it full.",
        "sessions_per_week",
        typical_name="clinic.ramp_sessions_per_week",
        step=0.5,
    )
    payer_lag_weeks: LongWeeks = entry(
        "Payer lag",
        "Weeks from a session to an insurer's payment.",
        "weeks",
        typical_name="clinic.payer_lag_weeks",
        step=1.0,
    )
    opening_cash: Money = entry(
        "Opening cash", "Money in the bank when the timeline starts.", "money", 0.0, step=1000.0
    )
    owner_draw_per_month: Money = entry(
        "Owner's draw a month",
        "What owners take out for themselves and their taxes.",
        "money_per_month",
        0.0,
        step=500.0,
    )


class Limits(Inputs):
    """The limits a director sets: what a plan may not do to people, and what it must bring.

    The shares of contractors and associates are legal and clinical choices of the director, never
    of a search.
    """

    wage_floor_per_hour: Money = entry(
        "Least true wage", "No clinician below this true hourly wage.", "money_per_hour", 0.0
    )
    load_ceiling_score: Score = entry(
        "Highest load",
        "No clinician above this score of load; 50 is a typical practice, heavier starts at 60.",
        "points",
        60.0,
        step=5.0,
    )
    most_contractor_share: Share = entry(
        "Contractors",
        "Most contractors among the posts: whether someone may be one is a question of law.",
        "share",
        0.0,
        step=0.1,
    )
    most_supervised_share: Share = entry(
        "Associates and interns",
        "Most associates and interns among the posts.",
        "share",
        0.5,
        step=0.1,
    )
    least_posts: Count = entry("Fewest posts", "Fewest posts of a best plan.", "count", 1.0)
    most_posts: Count = entry("Most posts", "Most posts of a best plan.", "count", 12.0)
    least_sessions_per_week: Count = entry(
        "Fewest sessions", "Sessions booked a week that must be offered.", "count", 0.0
    )
    supervision_hours_per_week: HoursPerWeek = entry(
        "Supervision there is",
        "Hours a week that supervisors can give.",
        "hours_per_week",
        6.0,
        step=1.0,
    )
