"""Student loans: a payment the person knows, or loans and a plan it is worked out from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, model_validator
from pydantic_core import PydanticCustomError

from calc.number import Number
from calc.parameters.student_loans import first_day
from calc.scenario.fields import Bounds, Inputs, Money, Share, Words, choice, entry, tag
from calc.scenario.loan_parts import (
    Award,
    Day,
    Dependents,
    FamilySize,
    FederalLoan,
    IncomeStep,
    PrivateLoan,
)

MOST_LOANS = 10
MOST_STEPS = 8
MOST_CERTIFIED = 120
LAST_DAY = datetime.date(2026, 11, 22)  # the day the rules were last read

KINDS: Words = {
    "known_payment": "I know my payment",
    "by_plan": "Work it out from the loan",
}
Plan = Literal[
    "standard_10",
    "extended",
    "tiered_standard",
    "rap",
    "ibr_10",
    "ibr_15",
    "paye",
    "icr",
    "graduated",
    "save",
]
PlanNow = Literal["none", "paye", "icr", "save"]
Growth: TypeAlias = Annotated[Number, Bounds(0.0, 0.15)]
CertifiedMonths: TypeAlias = Annotated[int, Field(ge=0, le=MOST_CERTIFIED, strict=True)]
CreditedMonths: TypeAlias = Annotated[int, Field(ge=0, le=360, strict=True)]


class KnownPayment(Inputs):
    """A payment the person knows."""

    kind: Literal["known_payment"] = tag("known_payment", KINDS)
    payment_per_month: Money = entry(
        "Payment a month", "What you pay on student loans in a month.", "money_per_month", 0.0
    )
    interest_per_year: Money = entry(
        "Interest a year",
        "How much of a year's payments is interest: it lowers federal tax within limits.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    owed: Money = entry(
        "Owed in all", "All student debt of yours. It shapes load, and nothing else.", "money", 0.0
    )


class LoansByPlan(Inputs):
    """Loans and a repayment plan: the payment is worked out from the plan and the income."""

    kind: Literal["by_plan"] = tag("by_plan", KINDS)
    as_of: Day = entry(
        "Use the loan rules in force on",
        "The first payment is a month after this day; it may lie ahead.",
        "date",
        LAST_DAY,
    )
    federal: tuple[FederalLoan, ...] = Field(
        default=(FederalLoan(),),
        max_length=MOST_LOANS,
        title="Federal loans",
        description="Direct Loans of yours.",
    )
    private: tuple[PrivateLoan, ...] = Field(
        default=(),
        max_length=MOST_LOANS,
        title="Private loans",
        description="Loans of banks and other lenders.",
    )
    pooled: bool = entry(
        "As one loan",
        "Treat all federal loans as one at their mean rate. Matters to fixed plans only.",
        "choice",
        False,
    )
    plan: Plan = entry("Plan", "The repayment plan.", "choice", "rap")
    new_borrower: bool = entry(
        "New borrower",
        "No Direct or FFEL loan before 1 July 2014, or none still owed when you took one after.",
        "choice",
        True,
    )
    plan_now: PlanNow = entry(
        "Plan today", "PAYE and ICR are open only to those on them.", "choice", "none"
    )
    save_payments: Annotated[int, Field(ge=0, le=120, strict=True)] = entry(
        "Payments under SAVE",
        "Those made after 1 July 2024: 60 close IBR.",
        "payments",
        0,
        step=1.0,
    )
    adjusted_income_per_year: Money | None = entry(
        "Income on last return",
        "Leave it empty for the income of this plan. A first payment looks at last year's return, "
        "often much lower.",
        "money_per_year",
        None,
        step=1000.0,
    )
    filing: Literal["as_household", "separate"] = choice(
        "Return the payment looks at",
        "A couple that files apart pays on one income, and more tax.",
        {"as_household": "Together, or single", "separate": "Apart, each their own"},
        "as_household",
    )
    separate_cost_per_year: Money | None = entry(
        "More tax by filing apart",
        "Leave it empty to have both separate returns worked out. A figure of your tax preparer, a "
        "year, takes its place.",
        "money_per_year",
        None,
        step=100.0,
    )
    apart_income: Literal["own_return", "own_pay"] = choice(
        "Income your servicer takes, filed apart",
        "It matters in states of community property alone, where each return reports half of what "
        "both earn. A servicer may take your own pay slips instead: ask.",
        {"own_return": "That of your return", "own_pay": "Your own pay and profit"},
        "own_return",
    )
    spouse_balance: Money = entry(
        "Spouse's federal loans",
        "What your spouse owes: a couple's payment is shared by what each owes.",
        "money",
        0.0,
    )
    family_size: FamilySize | None = entry(
        "Family size",
        "Empty counts you, a spouse on a joint return and your dependants.",
        "count",
        None,
    )
    dependents: Dependents | None = entry(
        "Dependants", "On your own tax return. Empty counts those of your household.", "count", None
    )
    credited_months: CreditedMonths = entry(
        "Payments that count already", "Towards the plan's own forgiveness.", "payments", 0
    )
    pslf_employer: Literal["none", "this_work", "other_job", "both"] = choice(
        "Public service",
        "Whether this work, your other job, or both count for Public Service Loan Forgiveness: the "
        "hours of all that count are added.",
        {
            "none": "None of these",
            "this_work": "This work counts",
            "other_job": "My other job counts",
            "both": "Both jobs count",
        },
        "none",
    )
    pslf_months_certified: CertifiedMonths = entry(
        "Months certified", "Payments already certified for PSLF, of 120.", "payments", 0
    )
    pslf_survives_share: Share = entry(
        "How sure are you that PSLF will still exist?",
        "100 % where you take it as certain: PSLF then pays out as the law says today.",
        "share",
        1.0,
    )
    steps: tuple[IncomeStep, ...] = Field(
        default=(),
        max_length=MOST_STEPS,
        title="Changes ahead",
        description="Licence, a move to practice, a child.",
    )
    awards: tuple[Award, ...] = Field(
        default=(),
        max_length=MOST_STEPS,
        title="Loan awards",
        description="Programmes that pay off loans for service.",
    )
    income_growth_per_year: Growth = entry(
        "Income grows",
        "A year, in the loan's years ahead only.",
        "share",
        typical_name="loan_income_growth",
        step=0.005,
    )
    guideline_growth_per_year: Growth = entry(
        "Poverty guideline grows",
        "A year: prices, more or less.",
        "share",
        typical_name="loan_guideline_growth",
        step=0.005,
    )
    discount_rate_per_year: Growth = entry(
        "Discount rate",
        "What a dollar next year is worth less than one today, inflation included.",
        "share",
        typical_name="loan_discount_rate",
        step=0.005,
    )
    forgiveness_tax_rate: Share = entry(
        "Tax on forgiveness",
        "Federal and state rate on what RAP, IBR or PAYE cancels. PSLF is free of federal tax.",
        "share",
        typical_name="loan_forgiveness_tax_rate",
        step=0.01,
    )

    @model_validator(mode="after")
    def _days_in_order(self) -> Self:
        if self.as_of < first_day():
            raise PydanticCustomError(
                "no_rules_on_day",
                "a day before the first rules",
                {
                    "field": "as_of",
                    "value": self.as_of.isoformat(),
                    "bound": first_day().isoformat(),
                },
            )
        for index, loan in enumerate(self.federal):
            if loan.made_on > self.as_of:
                raise PydanticCustomError(
                    "loan_in_the_future",
                    "a loan made after the day of the rules",
                    {
                        "field": f"federal.{index}.made_on",
                        "value": loan.made_on.isoformat(),
                        "bound": self.as_of.isoformat(),
                    },
                )
        return self


def _with_kind(data: Any) -> Any:
    """A file without a kind is of the time when there was only one."""
    return {"kind": "known_payment", **data} if isinstance(data, Mapping) else data


Loans: TypeAlias = Annotated[
    KnownPayment | LoansByPlan, Discriminator("kind"), BeforeValidator(_with_kind)
]
