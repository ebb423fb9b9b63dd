"""What loans are made of: the loans themselves, awards that pay them off, and changes ahead."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import Bounds, Inputs, Money, ShortText, Years, choice, entry

MOST_RATE = 0.25
MOST_BALANCE = 2e6

LoanRate: TypeAlias = Annotated[Number, Bounds(0.0, MOST_RATE)]
Balance: TypeAlias = Annotated[Number, Bounds(1.0, MOST_BALANCE)]
MonthsBefore: TypeAlias = Annotated[Number, Bounds(0.0, 120.0)]
FamilySize: TypeAlias = Annotated[int, Field(ge=1, le=20, strict=True)]
Dependents: TypeAlias = Annotated[int, Field(ge=0, le=15, strict=True)]
Day: TypeAlias = Annotated[
    datetime.date,
    Field(strict=True, ge=datetime.date(1980, 1, 1), le=datetime.date(2100, 1, 1)),
]
YearsGone: TypeAlias = Annotated[int, Field(ge=1, le=30, strict=True)]


class FederalLoan(Inputs):
    """One federal Direct Loan, or several with the same rate."""

    label: ShortText = entry("Name", "What you call this loan.", "text", "Federal loan")
    balance: Balance = entry(
        "Amount owed", "What is owed today, or was borrowed.", "money", 66_000.0
    )
    rate_per_year: LoanRate = entry(
        "Rate",
        "Interest a year, after any discount for automatic payment.",
        "share",
        typical_name="student_loan_rate",
        step=0.001,
    )
    made_on: Day = entry(
        "Paid out on",
        "The day the loan, or a consolidation, was first paid out. From 1 July 2026 it changes "
        "which plans are open.",
        "date",
        datetime.date(2024, 9, 1),
    )
    months_before_repayment: MonthsBefore = entry(
        "Months until repayment",
        "Interest of these months is added once when repayment starts. 0 where it has started, or "
        "where the balance already holds it.",
        "months",
        0.0,
    )
    subsidised: bool = entry(
        "Subsidised", "An undergraduate loan with subsidised interest.", "choice", False
    )


class PrivateLoan(Inputs):
    """A private student loan: a level payment over its term, whatever you earn."""

    label: ShortText = entry("Name", "What you call this loan.", "text", "Private loan")
    balance: Balance = entry("Amount owed", "What is owed today.", "money", 20_000.0)
    rate_per_year: LoanRate = entry(
        "Rate", "Interest a year.", "share", typical_name="student_loan_rate", step=0.001
    )
    years: Years = entry("Years left", "Years until it is repaid.", "years", 10.0)


class Award(Inputs):
    """Money that pays off loans for service: NHSC, STAR, a state's or an employer's programme."""

    label: ShortText = entry("Name", "What the award is called.", "text", "Loan award")
    amount: Money = entry("Amount", "All of it together.", "money", 50_000.0)
    months: Annotated[int, Field(ge=1, le=120, strict=True)] = entry(
        "Months of service", "How long you must serve for it.", "months", 24, step=12.0
    )
    paid: Literal["at_start", "yearly", "at_end"] = choice(
        "Paid",
        "When it is paid to the loan.",
        {"at_start": "At the start", "yearly": "Each year", "at_end": "At the end"},
        "at_start",
    )
    taxable: bool = entry(
        "Taxed",
        "Whether it counts as income. NHSC and state health programmes do not; of others, ask.",
        "choice",
        False,
    )
    paid_back_if_left: bool = entry(
        "Paid back if you leave", "Whether leaving early means paying it back.", "choice", True
    )


class IncomeStep(Inputs):
    """A change ahead: another income, family or number of dependants from some year on."""

    years_gone: YearsGone = entry("After years", "Years from now at which it changes.", "years", 2)
    adjusted_income_per_year: Money = entry(
        "Adjusted income then",
        "What the tax return will show from then on, in money of that year.",
        "money_per_year",
        60_000.0,
        step=1000.0,
    )
    family_size: FamilySize = entry("Family then", "People in your family then.", "count", 1)
    dependents: Dependents = entry("Dependants then", "Dependants on your return then.", "count", 0)
