"""Payments that are the same each month: a level payment for each loan, over a term."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np

from calc.ledger import Line, given, parameter
from calc.loans import formulas
from calc.loans.borrower import Borrower, Case
from calc.number import Number, added, where
from calc.parameters import Parameter


def months_by(rule: Parameter, borrower: Borrower) -> Number:
    """Payments by a rule: a number, a number of a plan's table, or one that goes by the debt."""
    match rule.value:
        case float():
            return rule.value
        case {"owed_from": _}:
            owed = formulas.to_cents(borrower.balance)  # a sum of cents may fall short of a border
            return formulas.tiered_months(owed, rule.row("owed_from"), rule.row("months"))
        case _:
            return rule.of("months")


def level_payments(borrower: Borrower, months: Number, least: float) -> tuple[Number, ...]:
    """The level payment of each loan, to the cent; together at least the least payment."""
    level = [
        formulas.level_payment(loan.balance, loan.rate_per_year, months) for loan in borrower.loans
    ]
    together = added(level)
    owing = np.greater(together, 0.0)
    raised = where(owing, np.maximum(least / where(owing, together, 1.0), 1.0), 1.0)
    return tuple(formulas.to_cents(payment * raised) for payment in level)


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPayment:
    """What repays each loan over a term. Each field names a rule."""

    ends_after: str
    least: str = "standard_least_payment"

    by_income: ClassVar[bool] = False
    steps: ClassVar[None] = None
    if_shared: ClassVar[str] = ""

    @property
    def reads(self) -> tuple[str, ...]:
        """The rules it reads."""
        return (self.least, self.ends_after)

    def each(self, case: Case) -> tuple[Number, ...]:
        """What is asked a month for each loan, to the cent."""
        months = months_by(case.rules[self.ends_after], case.borrower)
        return level_payments(case.borrower, months, case.rules[self.least].number)

    def how(self, case: Case) -> str:
        """The rule in words."""
        least = case.rules[self.least].dollars()
        return f"the level payment that repays what is owed, at least {least}"

    def parts(self, case: Case) -> tuple[Line, ...]:
        """What it is made from."""
        rule = case.rules[self.ends_after]
        months = months_by(rule, case.borrower)
        return (
            given("loans.owed", "Owed on federal loans", case.borrower.balance, "money"),
            parameter("loans.months", "Payments", months, "count", rule),
        )
