"""The form of an own practice: its owner's own, or an S corporation. Kinds are types, not flags."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from pydantic import Field

from calc.parameters.labour import Occupation
from calc.scenario.fields import Inputs, Money, Share, Words, choice, entry, tag

OCCUPATIONS: Words = {
    "counselors": "Counselor",
    "marriage_and_family_therapists": "Marriage and family therapist",
    "social_workers": "Clinical social worker",
    "psychologists": "Psychologist",
}
FORMS: Words = {"sole_proprietor": "Sole proprietor", "s_corporation": "S corporation"}


class SoleProprietor(Inputs):
    """Practice and owner are one: its profit bears self-employment tax. An LLC of one is this."""

    kind: Literal["sole_proprietor"] = tag("sole_proprietor", FORMS)


class SCorporation(Inputs):
    """The practice pays its owner a salary; what it leaves is income without payroll tax."""

    kind: Literal["s_corporation"] = tag("s_corporation", FORMS)
    occupation: Occupation = choice(
        "Occupation",
        "Whose pay in your state the salary is measured by.",
        OCCUPATIONS,
        "counselors",
    )
    salary_per_year: Money | None = entry(
        "Salary of the corporation",
        "What your corporation pays you a year, before tax. No law names a share of profit: it is "
        "what others are paid for the same work. Empty for the median pay of your occupation in "
        "your state, for your hours.",
        "money_per_year",
        None,
        step=1000.0,
    )
    running_costs_per_year: Money = entry(
        "Cost of running it",
        "Payroll service, second return, bookkeeping, report to the state.",
        "money_per_year",
        step=100.0,
        typical_name="corporation_running_costs_per_year",
    )
    pays_state_unemployment: bool = entry(
        "Pays state unemployment tax",
        "Some states let a sole owner opt out.",
        "choice",
        True,
    )
    in_state_programmes: bool = entry(
        "In the state's payroll programmes",
        "Disability and leave insurance taken from pay. Some states let a sole owner opt out.",
        "choice",
        True,
    )
    premium_lowers_qbi_twice: bool = entry(
        "Premium lowers the business deduction twice",
        "Not settled: the IRS says so in its answers, the regulation may not. On is the safe side.",
        "choice",
        True,
    )
    elects_pte: bool = entry(
        "Pays its state's tax by election",
        "A tax of pass-through entities, which many states let a corporation pay for its owner: it "
        "is deducted from federal income in full, and the state credits it to you.",
        "choice",
        False,
    )
    pte_rate: Share | None = entry(
        "Rate of that tax",
        "What the state takes of what your corporation leaves. Asked for only where we have no "
        "rate of the state: California, New York, New Jersey, Illinois and Massachusetts have one.",
        "share",
        None,
        step=0.001,
    )
    pte_credit_share: Share | None = entry(
        "Share of it that is credited",
        "How much of that tax your own state return credits; 100 % in most states. Asked for only "
        "where we have no rate of the state.",
        "share",
        None,
    )


Form: TypeAlias = Annotated[SoleProprietor | SCorporation, Field(discriminator="kind")]
