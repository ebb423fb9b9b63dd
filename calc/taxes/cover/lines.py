"""A year of cover as named lines: what is left of the premium, the deduction, and April's bill."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, formula, given, less, total
from calc.number import Number
from calc.taxes.cover.of_household import Cover


class CoverLines(NamedTuple):
    """The statements of a year of cover, in dollars a year; a negative `april` is paid out."""

    premium_after_credit: Line
    deduction: Line
    april: Line


def cover_lines(cover: Cover) -> CoverLines:
    """The lines of a household's cover from the marketplace, each with the law it was made by."""
    plan = cover.marketplace
    premium = _given("premium", "Premium of the plan", plan.premium_per_year)
    deduction = _deduction(cover, premium)
    credit = _credit(cover, premium, deduction)
    advance = _given("advance", "Credit paid ahead to the insurer", plan.advance_per_year)
    april = formula(
        "cover.april",
        "Owed with the return for credit paid ahead",
        cover.april,
        "money_per_year",
        f"credit paid ahead less the credit of the year: {cover.law.repayment.percent} of what was "
        "too much, at any income; negative where the return pays the rest of the credit",
        (advance, credit),
        cover.law.repayment,
    )
    left = total("cover.premium_after_credit", "Premium after the credit", premium, less(credit))
    return CoverLines(left, deduction, april)


def _given(name: str, label: str, amount: Number) -> Line:
    return given(f"cover.{name}", label, amount, "money_per_year")


def _deduction(cover: Cover, premium: Line) -> Line:
    return formula(
        "cover.deduction",
        "Premium that the self-employed deduct",
        cover.deduction,
        "money_per_year",
        "the largest that, with the credit at the income it leaves, is no more than the premium; "
        "at most the practice's earned income",
        (premium, _given("earned_income", "Earned income of the practice", cover.earned_income)),
    )


def _credit(cover: Cover, premium: Line, deduction: Line) -> Line:
    law = cover.law
    income = formula(
        "cover.income",
        "Adjusted income that the credit looks at",
        cover.income,
        "money_per_year",
        "adjusted income with the premium's deduction",
        (deduction,),
    )
    line = formula(
        "cover.poverty_line",
        "Poverty line of the household",
        cover.line,
        "money_per_year",
        "the guideline for the people of the return, of the year before the cover",
        (),
        law.guideline,
    )
    figure = formula(
        "cover.figure",
        "Share of income that the household pays of its benchmark",
        cover.figure,
        "share",
        "by income in whole percents of the poverty line",
        (income, line),
        law.figure,
        law.rounding,
        law.limit,
    )
    return formula(
        "cover.credit",
        "Premium credit",
        cover.credit,
        "money_per_year",
        f"benchmark premium less income x that share, at most the premium; none below "
        f"{law.least_percent:g} % or above {law.most_percent:g} % of the poverty line",
        (_given("benchmark", "Benchmark premium", cover.marketplace.benchmark), figure, premium),
        law.limit,
    )
