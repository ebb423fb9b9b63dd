"""Payments from income: a share of all of it in steps, or of what is above a poverty guideline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from calc.ledger import Line, given, parameter
from calc.loans import formulas
from calc.loans.borrower import Case
from calc.loans.cited import cited
from calc.loans.level import LevelPayment
from calc.number import Number, added

STANDARD = LevelPayment(ends_after="standard_months")


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareOfIncome:
    """A share of the whole income that rises in steps, less an amount for each dependant.

    Each field names a rule.
    """

    ends_after: str
    steps: str
    low_income_amount: str
    reduction_per_dependent: str
    least: str

    by_income: ClassVar[bool] = True
    if_shared: ClassVar[str] = ", for the own part of the debt"

    @property
    def reads(self) -> tuple[str, ...]:
        """The rules it reads."""
        return (self.steps, self.low_income_amount, self.reduction_per_dependent, self.least)

    def each(self, case: Case) -> tuple[Number, ...]:
        """What is asked a month for all loans together, to the cent."""
        rules, incomes = case.rules, case.incomes
        bands = rules[self.steps]
        base = formulas.rap_base(
            incomes.adjusted_income,
            rules[self.low_income_amount].number,
            bands.row("above"),
            bands.row("rates"),
        )
        asked = formulas.rap_payment(
            base,
            incomes.dependents,
            rules[self.reduction_per_dependent].number,
            incomes.share,
            rules[self.least].number,
        )
        return (asked,)

    def how(self, case: Case) -> str:
        """The rule in words."""
        less = case.rules[self.reduction_per_dependent].dollars()
        least = case.rules[self.least].dollars()
        return f"share x adjusted income / 12, less {less} a dependant; at least {least}"

    def parts(self, case: Case) -> tuple[Line, ...]:
        """What it is made from beside the income."""
        bands = case.rules[self.steps]
        rate = formulas.rap_rate(
            case.incomes.adjusted_income, bands.row("above"), bands.row("rates")
        )
        return (
            parameter("loans.rap_rate", "Share of the whole income", rate, "share", bands),
            given("loans.dependents", "Dependants", case.incomes.dependents, "count"),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareAboveGuideline:
    """A share of the income above a multiple of the poverty guideline, at most the Standard one.

    `law` names the plan's own table: share, multiple and payments.
    """

    law: str
    small: str = "small_payment"

    by_income: ClassVar[bool] = True
    steps: ClassVar[None] = None
    if_shared: ClassVar[str] = ""

    @property
    def ends_after(self) -> str:
        """The rule that says after how many payments the rest is cancelled."""
        return self.law

    @property
    def reads(self) -> tuple[str, ...]:
        """The rules it reads."""
        return (self.law, self.small, *STANDARD.reads)

    def each(self, case: Case) -> tuple[Number, ...]:
        """What is asked a month for all loans together, to the cent."""
        law, small = case.rules[self.law], case.rules[self.small]
        discretionary = formulas.discretionary_income(
            case.incomes.adjusted_income,
            case.incomes.guideline_per_year,
            law.of("guideline_multiple"),
        )
        asked = formulas.payment_by_income(
            discretionary,
            law.of("rate"),
            case.incomes.share,
            standard_payment(case),
            small.of("nothing_below"),
            small.of("least"),
        )
        return (asked,)

    def how(self, case: Case) -> str:
        """The rule in words."""
        law = case.rules[self.law]
        return (
            f"{law.percent_of('rate')} of income above {law.percent_of('guideline_multiple')} "
            "of the guideline / 12, at most the Standard payment"
        )

    def parts(self, case: Case) -> tuple[Line, ...]:
        """What it is made from beside the income."""
        law, rules = case.rules[self.law], case.rules
        return (
            parameter(
                "loans.guideline",
                f"{law.percent_of('guideline_multiple')} of the poverty guideline",
                case.incomes.guideline_per_year * law.of("guideline_multiple"),
                "money_per_year",
                rules["poverty_guideline"],
            ),
            parameter("loans.rate", "Share of income above it", law.of("rate"), "share", law),
            cited(
                "loans.standard",
                "Standard payment, the most it asks",
                standard_payment(case),
                "money_per_month",
                f"{STANDARD.how(case)}, and no more than is owed",
                STANDARD.parts(case),
                (rules[name] for name in STANDARD.reads),
            ),
        )


def standard_payment(case: Case) -> Number:
    """The Standard payment on all that is owed: the cap of IBR and PAYE."""
    return np.minimum(added(STANDARD.each(case)), case.borrower.balance)
