"""Borrowers and days of the student loans that are worked by hand."""

import datetime
from typing import Any

import pytest

from calc.loans import Borrower, Incomes, Loan

AS_OF = datetime.date(2026, 11, 21)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
GUIDELINE = 15_960.0  # one person in the 48 states, 2026
CENT = 0.01


def income(adjusted: float, **others: Any) -> Incomes:
    """One income for all years, single in Texas."""
    return Incomes(**{"adjusted_income": adjusted, "guideline_per_year": GUIDELINE, **others})


def owing(balance: float, rate: float, made_on: datetime.date = OLD, **others: Any) -> Borrower:
    """A borrower with one loan."""
    loan = Loan(balance=balance, rate_per_year=rate, made_on=made_on)
    return Borrower(loans=(loan,), **others)


def cents(amount: float) -> object:
    """Equal within a cent."""
    return pytest.approx(amount, abs=CENT)


DEBT = owing(66_000.0, 0.0807, NEW)
