"""Retirement and health saving."""

from __future__ import annotations

from typing import Literal

from calc.scenario.fields import Inputs, Money, choice, entry


class HealthSavings(Inputs):
    """A health savings account of the person's own."""

    contribution_per_year: Money = entry(
        "Health savings account",
        "What you pay into an HSA in a year.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    cover: Literal["self_only", "family"] = choice(
        "Cover",
        "Whom the high-deductible plan covers.",
        {"self_only": "Self only", "family": "Family"},
        "self_only",
    )


class SelfEmployedSaving(Inputs):
    """Retirement saving of the self-employed: still theirs, shown as set aside."""

    sep_per_year: Money = entry(
        "SEP contribution", "What you pay into a SEP-IRA in a year.", "money_per_year", 0.0
    )
    solo_401k_deferral_per_year: Money = entry(
        "Solo 401(k), deferral",
        "Your own salary deferral into a solo 401(k).",
        "money_per_year",
        0.0,
    )
    solo_401k_employer_per_year: Money = entry(
        "Solo 401(k), employer part",
        "What the practice adds to your solo 401(k).",
        "money_per_year",
        0.0,
    )
    roth_deferral_per_year: Money = entry(
        "Roth deferral",
        "What you put into the Roth part of a solo 401(k), out of taxed income: "
        "no deduction, but the saver's credit counts it.",
        "money_per_year",
        0.0,
    )
    health_savings: HealthSavings = HealthSavings()


class EmployeeSaving(Inputs):
    """Retirement saving of an employee out of pay."""

    deferral_401k_per_year: Money = entry(
        "401(k) or 403(b) deferral",
        "What you have taken out of your pay into the plan in a year.",
        "money_per_year",
        0.0,
    )
    roth_deferral_per_year: Money = entry(
        "Roth deferral",
        "What you put into a Roth 401(k) or 403(b), out of taxed income: "
        "no deduction, but the saver's credit counts it.",
        "money_per_year",
        0.0,
    )
    health_savings: HealthSavings = HealthSavings()
