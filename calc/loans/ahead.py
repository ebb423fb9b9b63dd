"""What a projection comes to: its last month, what was paid in all, and its course by year."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, formula, given, less, parameter, total
from calc.loans.cited import cited
from calc.loans.plans import RECORDS
from calc.loans.projection import Projection
from calc.number import MONTHS_PER_YEAR, Number
from calc.parameters import Parameter
from calc.parameters.student_loans import LoanRules

TWELVE = int(MONTHS_PER_YEAR)


def month_after(day: datetime.date, months: Number) -> datetime.date:
    """The first day of the month that lies so many months after a day.

    >>> month_after(datetime.date(2026, 11, 22), 120.0)
    datetime.date(2036, 11, 1)
    """
    years, month = divmod(day.month - 1 + int(months), TWELVE)
    return datetime.date(day.year + years, month + 1, 1)


@dataclass(frozen=True, slots=True)
class Course:
    """A plan at the start, after each twelve payments and at its end, for a single result.

    The last balance is what is owed before the rest is cancelled: 0 where the loan is paid off.
    `paid` is all that was paid until then.
    """

    months: tuple[int, ...]
    balance: tuple[float, ...]
    paid: tuple[float, ...]


def course_of(projection: Projection) -> Course:
    """The course of a projection by year."""
    end = int(projection.months)
    months = (*range(0, end, TWELVE), end)
    paid = np.concatenate([[0.0], np.cumsum(projection.paid_by_month[:, 0])])
    owed = projection.balance_by_month[:, 0]
    return Course(
        months=months,
        balance=(*(float(owed[month]) for month in months[:-1]), float(projection.forgiven)),
        paid=tuple(float(paid[month]) for month in months),
    )


def paid_line(projection: Projection, owed: Number, rules: LoanRules) -> Line:
    """What is paid in all: what was owed and its interest, less what others pay or cancel."""
    return total(
        "loans.paid",
        "Paid in all",
        given("loans.owed", "Owed at the start", owed, "money"),
        formula(
            "loans.interest",
            "Interest that accrues",
            projection.interest,
            "money",
            "each month a twelfth of the yearly rate x what is owed",
        ),
        less(
            formula(
                "loans.waived",
                "Interest not charged",
                projection.waived,
                "money",
                "what the payment does not cover, where the plan waives it",
            )
        ),
        less(_matched(projection, rules)),
        less(given("loans.awarded", "Paid by awards", projection.awarded, "money")),
        less(given("loans.forgiven", "Cancelled at the end", projection.forgiven, "money")),
    )


def _matched(projection: Projection, rules: LoanRules) -> Line:
    """What the government adds to principal, by the plan that has it: this, or what follows it."""
    key, label = "loans.matched", "Principal the government adds"
    for plan in (projection.then, projection.plan):
        record = RECORDS[plan] if plan else None
        if record and record.match:
            rule = rules[record.match]
            how = f"what lacks until principal falls by {rule.dollars()} or the payment"
            told = f"{record.name}: {how}"
            return cited(key, label, projection.matched, "money", told, (), (rule,))
    return formula(key, label, projection.matched, "money", "the plan adds none")


def months_line(
    projection: Projection, needed: Parameter | None, counted: int, owed: Number
) -> Line:
    """Payments until the end: those the law asks for less those that count, or until all is repaid.

    `needed` is the rule that ends the plan, None where the loan is paid off before.
    """
    uses: tuple[Line, ...]
    if needed is None:
        how = "until nothing is owed"
        uses = (
            given("loans.owed", "Owed at the start", owed, "money"),
            given(
                "loans.first", "First payment a month", projection.first_payment, "money_per_month"
            ),
            given(
                "loans.highest", "Highest payment", projection.highest_payment, "money_per_month"
            ),
        )
    else:
        how = "payments needed, less those that count already"
        asked = needed.number if isinstance(needed.value, float) else needed.of("months")
        uses = (
            parameter("loans.needed", "Payments needed", asked, "count", needed),
            given("loans.counted", "That count already", float(counted), "count"),
        )
    sources = () if needed is None else (needed,)
    return formula(
        "loans.months", "Payments until the end", projection.months, "count", how, uses, *sources
    )
