"""The household: filing status, other income, and how tax is to be worked out."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from calc.number import Number
from calc.parameters import states
from calc.scenario.fields import Bounds, HoursPerWeek, Inputs, Money, Words, choice, entry, tag

MOST_CHILDREN = 10


def _not_separate(value: Any) -> Any:
    if value in ("separate", "married_separate"):
        raise PydanticCustomError(
            "not_supported", "married filing separately is not computed", {"bound": value}
        )
    return value


def _known_state(value: str) -> str:
    if value not in states().value:  # type: ignore[operator]
        raise PydanticCustomError("wrong_choice", "unknown state", {"bound": "state"})
    return value


MODES: Words = {
    "us": "United States law",
    "effective": "One rate that I know",
    "separate": "Income tax and contributions",
    "none": "No tax",
}
FilingStatus = Literal["single", "joint", "head_of_household"]
StateCode: TypeAlias = Annotated[str, AfterValidator(_known_state)]
Age: TypeAlias = Annotated[int, Field(ge=16, le=100, strict=True)]
Rate: TypeAlias = Annotated[Number, Bounds(0.0, 0.7)]
LocalRate: TypeAlias = Annotated[Number, Bounds(0.0, 0.2)]


class UsTax(Inputs):
    """United States federal tax by its rules, with the user's own rates beside it."""

    mode: Literal["us"] = tag("us", MODES)
    state_rate: Rate | None = entry(
        "State income tax",
        "Leave it empty for the law of your state. Or your average rate, in its place: last year's "
        "state tax over adjusted income.",
        "share",
        None,
        step=0.001,
    )
    local_rate: LocalRate = entry(
        "Local income tax",
        "City or county income tax, as a share of adjusted income.",
        "share",
        0.0,
        step=0.001,
    )
    payroll_programme_rate: Rate = entry(
        "State payroll programmes",
        "At 0 the programmes of your state are taken from an employee's pay. A rate replaces them: "
        "a share of pay and profit.",
        "share",
        0.0,
        step=0.001,
    )
    deduction: Literal["lowest", "standard", "itemised"] = choice(
        "Deduction",
        "Standard, state tax itemised, or whichever makes the total tax lowest.",
        {
            "lowest": "Whichever is lower",
            "standard": "Standard deduction",
            "itemised": "State tax itemised",
        },
        "lowest",
    )
    qbi_minimum: bool = entry(
        "$400 floor of the business deduction",
        "From 2026 a practice with $1,000 of business income deducts at least $400.",
        "choice",
        True,
    )


class EffectiveRate(Inputs):
    """One rate for all tax on this work, which the person knows."""

    mode: Literal["effective"] = tag("effective", MODES)
    rate: Rate = entry(
        "All taxes", "All tax on this work, as a share of profit or pay.", "share", 0.25, step=0.01
    )


class SeparateRates(Inputs):
    """An income-tax rate and a social rate, in any country and currency."""

    mode: Literal["separate"] = tag("separate", MODES)
    income_tax_rate: Rate = entry(
        "Income tax", "Income tax, as a share of profit or pay.", "share", 0.2, step=0.01
    )
    social_rate: Rate = entry(
        "Social contributions",
        "Pension, health and other contributions, as a share of profit or pay.",
        "share",
        0.1,
        step=0.01,
    )


class NoTax(Inputs):
    """No tax at all."""

    mode: Literal["none"] = tag("none", MODES)


TaxMode: TypeAlias = Annotated[
    UsTax | EffectiveRate | SeparateRates | NoTax, Field(discriminator="mode")
]


class HouseholdInputs(Inputs):
    """The person's household: it shapes tax, and what the work must pay for."""

    filing_status: Annotated[FilingStatus, BeforeValidator(_not_separate)] = choice(
        "Filing status",
        "How you file your federal return.",
        {
            "single": "Single",
            "joint": "Married, filing jointly",
            "head_of_household": "Head of household",
        },
        "single",
    )
    state: StateCode = entry("State", "Where you live and work.", "choice", "TX")
    age: Age = entry("Your age", "At the end of the tax year.", "years", 40)
    spouse_age: Age = entry("Spouse's age", "At the end of the tax year.", "years", 40)
    children_under_17: Annotated[int, Field(ge=0, le=MOST_CHILDREN, strict=True)] = entry(
        "Children under 17", "Children who live with you.", "count", 0
    )
    own_other_wages_per_year: Money = entry(
        "Other wages a year",
        "Pay from another job of yours. It shapes tax and load, never this work's wage.",
        "money_per_year",
        0.0,
        step=1000.0,
    )
    other_job_hours_per_week: HoursPerWeek = entry(
        "Hours in that job",
        "Hours a worked week in your other job.",
        "hours_per_week",
        0.0,
        step=1.0,
    )
    spouse_wages_per_year: Money = entry(
        "Spouse's wages a year", "Your spouse's pay in a year.", "money_per_year", 0.0, step=1000.0
    )
    other_income_per_year: Money = entry(
        "Other income a year",
        "Interest, rent and the like, taxed as ordinary income.",
        "money_per_year",
        0.0,
    )
    needs_per_month: Money = entry(
        "Needs a month",
        "What this work must cover a month: no tax, health premium, loans, own therapy or saving.",
        "money_per_month",
        0.0,
        step=100.0,
    )
    tax: TaxMode = UsTax()
