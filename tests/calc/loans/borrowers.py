"""Loans, borrowers and days that several tests use, and what a call is refused for."""

import datetime
from typing import Any

import pytest

from calc import Scenario
from calc.errors import Problem, ScenarioError
from calc.loans import Borrower, Incomes, Loan

AS_OF = datetime.date(2026, 11, 21)
FIRST = datetime.date(2026, 7, 1)
OLD, NEW = datetime.date(2019, 9, 1), datetime.date(2026, 9, 1)
INCOMES = Incomes(adjusted_income=52_000.0, guideline_per_year=15_960.0)
WORK = {"kind": "own_practice", "session_kinds": []}


def loan(**changes: Any) -> Loan:
    """A loan made before July 2026, with some facts changed."""
    return Loan(**{"balance": 66_000.0, "rate_per_year": 0.0807, "made_on": OLD, **changes})


def borrower(made_on: datetime.date = OLD, **facts: Any) -> Borrower:
    """A borrower with one loan."""
    return Borrower(loans=(loan(made_on=made_on),), **facts)


def parsed(**loans: Any) -> Scenario:
    """A scenario with loans by plan."""
    return Scenario.parse({"work": WORK, "loans": {"kind": "by_plan", **loans}})


def problem_of(call: Any) -> Problem:
    """The one problem that a call is refused for."""
    with pytest.raises(ScenarioError) as caught:
        call()
    (problem,) = caught.value.problems
    assert problem.path in str(caught.value)
    return problem
