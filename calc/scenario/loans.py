"""Student loans: a payment the person knows, or loans and a plan it is worked out from."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Discriminator, Field, model_validator
from pydantic_core import PydanticCustomError

from calc.number import Number
from calc.parameters.student_loans import first_day
from calc.scenario.fields import Bounds, Inputs, Money, Share, ShortText, Years, entry

MOST_LOANS = 10
MOST_STEPS = 8
MOST_RATE = 0.25
MOST_CERTIFIED = 120
MOST_BALANCE = 2e6
LAST_DAY = datetime.date(2026, 11, 22)  # the day the rules were last read

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
LoanRate: TypeAlias = Annotated[Number, Bounds(0.0, MOST_RATE)]
Growth: TypeAlias = Annotated[Number, Bounds(0.0, 0.15)]
Balance: TypeAlias = Annotated[Number, Bounds(1.0, MOST_BALANCE)]
CertifiedMonths: TypeAlias = Annotated[int, Field(ge=0, le=MOST_CERTIFIED, strict=True)]
CreditedMonths: TypeAlias = Annotated[int, Field(ge=0, le=360, strict=True)]
MonthsBefore: TypeAlias = Annotated[Number, Bounds(0.0, 120.0)]
FamilySize: TypeAlias = Annotated[int, Field(ge=1, le=20, strict=True)]
Dependents: TypeAlias = Annotated[int, Field(ge=0, le=15, strict=True)]
Day: TypeAlias = Annotated[
    datetime.date,
    Field(strict=True, ge=datetime.date(1980, 1, 1), le=datetime.date(2100, 1, 1)),
]
YearsGone: TypeAlias = Annotated[int, Field(ge=1, le=30, strict=True)]


class KnownPayment(Inputs):
    """A payment the person knows."""

    kind: Literal["known_payment"] = "known_payment"
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


class FederalLoan(Inputs):
    """One federal Direct Loan, or several with the same rate."""

    label: ShortText = entry("Name", "What you call this loan.", "text", "Federal loan")
    balance: Balance = entry("Balance", "What is owed today, or was borrowed.", "money", 66_000.0)
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
    balance: Balance = entry("Balance", "What is owed today.", "money", 20_000.0)
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
    paid: Literal["at_start", "yearly", "at_end"] = entry(
        "Paid", "When it is paid to the loan.", "choice", "at_start"
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


class LoansByPlan(Inputs):
    """Loans and a repayment plan: the payment is worked out from the plan and the income."""

    kind: Literal["by_plan"] = "by_plan"
    as_of: Day = entry(
        "Rules of", "The day whose rules are used; it may lie ahead.", "date", LAST_DAY
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
    filing: Literal["as_household", "separate"] = entry(
        "Return the payment looks at",
        "A couple that files apart pays on one income, and more tax.",
        "choice",
        "as_household",
    )
    separate_cost_per_year: Money = entry(
        "More tax by filing apart",
        "What filing apart costs a year: ask your tax preparer, it is not computed here.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    spouse_balance: Money = entry(
        "Spouse's federal loans",
        "What your spouse owes: a couple's payment is shared by what each owes.",
        "money",
        0.0,
    )
    family_size: FamilySize | None = entry(
        "Family size",
        "Empty counts you, a spouse on a joint return and your children.",
        "count",
        None,
    )
    dependents: Dependents | None = entry(
        "Dependants", "On your own tax return. Empty counts your children.", "count", None
    )
    credited_months: CreditedMonths = entry(
        "Payments that count already", "Towards the plan's own forgiveness.", "payments", 0
    )
    pslf_employer: Literal["none", "this_work", "other_job"] = entry(
        "Public service",
        "Whether this work, or your other job, counts for Public Service Loan Forgiveness.",
        "choice",
        "none",
    )
    pslf_months_certified: CertifiedMonths = entry(
        "Months certified", "Payments already certified for PSLF, of 120.", "payments", 0
    )
    pslf_survives_share: Share = entry(
        "Belief that PSLF survives",
        "How likely you think it is that PSLF still pays out.",
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
