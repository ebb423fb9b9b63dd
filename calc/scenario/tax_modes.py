"""How tax is worked out: by United States law, by a rate, or not at all. Kinds are types."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import Bounds, Inputs, Money, Words, choice, entry, tag

Rate: TypeAlias = Annotated[Number, Bounds(0.0, 0.7)]
LocalRate: TypeAlias = Annotated[Number, Bounds(0.0, 0.2)]
MODES: Words = {
    "us": "United States law",
    "effective": "One rate that I know",
    "separate": "Income tax and contributions",
    "none": "No tax",
}


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
    federal_tax_last_year: Money | None = entry(
        "Federal tax last year",
        "All tax of last year's federal return, self-employment tax too. With it the instalments "
        "are the least that avoids a penalty.",
        "money_per_year",
        None,
        step=500.0,
    )
    state_tax_last_year: Money | None = entry(
        "State tax last year",
        "All tax of last year's state return.",
        "money_per_year",
        None,
        step=500.0,
    )
    adjusted_income_last_year: Money | None = entry(
        "Adjusted income last year",
        "Of last year's federal return. Above $150,000 the IRS looks at 110 % of last year's tax; "
        "left empty, 110 % is taken.",
        "money_per_year",
        None,
        step=1000.0,
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
