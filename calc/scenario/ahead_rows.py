"""Rows of what lies ahead of a practice: time away, a job beside it, payments, new fees."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import Bounds, Inputs, Money, Share, Words, choice, entry, tag

MOST_AHEAD = 60  # months
MOST_AWAY = 104  # weeks
HOLIDAY = 2.0  # weeks of a usual one
LEAVE = 12  # weeks of a usual one
AWAY: Words = {"holiday": "Holiday", "leave": "Leave"}
MonthAhead: TypeAlias = Annotated[int, Field(strict=True, ge=1, le=MOST_AHEAD)]


class Holiday(Inputs):
    """Weeks without sessions, in which people come and go as in any week."""

    kind: Literal["holiday"] = tag("holiday", AWAY)
    month: MonthAhead = entry("In month", "The month it begins in; 1 is the first.", "months", 1)
    weeks: Annotated[Number, Bounds(0.0, 52.0)] = entry(
        "Weeks", "How long it lasts; the last week may be a part of one.", "weeks", HOLIDAY
    )
    every_year: bool = entry("Every year", "Whether it comes again each year.", "choice", False)


class Leave(Inputs):
    """Whole weeks without the practice: a child, an operation, care for somebody."""

    kind: Literal["leave"] = tag("leave", AWAY)
    month: MonthAhead = entry("In month", "The month it begins in; 1 is the first.", "months", 1)
    weeks: Annotated[int, Field(strict=True, ge=0, le=MOST_AWAY)] = entry(
        "Weeks", "How many whole weeks it lasts; 0 changes nothing yet.", "weeks", LEAVE
    )
    clients_return_share: Share = entry(
        "Clients who come back",
        "Share of your clients who wait for you; their places are held until you are back.",
        "share",
    )
    enquiries_kept: bool = entry(
        "Enquiries kept",
        "Whether those who ask meanwhile are put on your waiting list; without a list they are "
        "lost.",
        "choice",
        False,
    )
    cover_cost_per_month: Money = entry(
        "Cover a month",
        "What somebody who stands in for you costs the practice, for each month of the leave.",
        "money_per_month",
        0.0,
    )
    income_per_month: Money = entry(
        "Income of the leave a month",
        "What a state programme, insurance or employer pays you for each month of the leave.",
        "money_per_month",
        0.0,
    )
    income_taxed: bool = entry(
        "Income of the leave is taxed",
        "Whether income tax is due on it. It is never taxed as earnings. Family leave paid by a "
        "state is taxed by federal law.",
        "choice",
        True,
    )


Away: TypeAlias = Annotated[Holiday | Leave, Field(discriminator="kind")]


class Job(Inputs):
    """A job beside the practice, from a month on: how much of it, its cover, places beside it."""

    month: MonthAhead = entry("From month", "1 is the first month.", "months", 1)
    share: Share = entry(
        "Part of the job",
        "Part of the other wages and hours of your household's plan; 0 once you have left.",
        "share",
        1.0,
    )
    health_cover: bool = entry(
        "Health cover by the job",
        "Whether the job covers you, so that no premium of your own is paid or deducted.",
        "choice",
        False,
    )
    places_share: Share = entry(
        "Places you can hold",
        "Share of a full caseload that you have time for beside it.",
        "share",
        1.0,
    )


class SetUp(Inputs):
    """A payment once, in a month: to open, to move, a computer."""

    month: MonthAhead = entry("In month", "The month it is paid in; 1 is the first.", "months", 1)
    amount: Money = entry("Amount", "What is paid once.", "money", 0.0)
    business: bool = entry(
        "A cost of the practice",
        "Whether it is deducted from the practice's profit.",
        "choice",
        True,
    )


class FeeChange(Inputs):
    """Another fee from a month on. It drives nobody away here."""

    month: MonthAhead = entry("From month", "1 is the first month.", "months", 1)
    factor: Annotated[Number, Bounds(0.1, 10.0)] = entry(
        "Times the fee",
        "1.1 is a tenth more. Changes of several rows multiply.",
        "factor",
        1.0,
        step=0.05,
    )
    clients: Literal["all", "new"] = choice(
        "For whom",
        "For everybody, or for those who start from then on.",
        {"all": "All clients", "new": "New clients"},
        "all",
    )
    payer: Literal["private", "all"] = choice(
        "Which fees",
        "Your own fees, or also what insurers allow.",
        {"private": "Private fees", "all": "All fees"},
        "private",
    )
