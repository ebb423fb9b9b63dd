"""Which plans are open, which rule closes one, and the plan by law."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc.loans import (
    Borrower,
    Plan,
    PlanNotOpenError,
    compare,
    eligible_plans,
    monthly_payment,
    open_plans,
    plan_by_law,
    project,
)
from tests.calc.loans.borrowers import AS_OF, FIRST, INCOMES, NEW, OLD, borrower, loan

CLOSED = [
    # plan, facts of the borrower, day, the rule that closes it
    ("standard_10", {"made_on": NEW}, AS_OF, "new_loans_from"),
    ("extended", {"made_on": FIRST}, AS_OF, "new_loans_from"),
    ("ibr_10", {"made_on": NEW, "new_borrower": True}, AS_OF, "new_loans_from"),
    ("paye", {"made_on": NEW, "plan_now": "paye"}, AS_OF, "new_loans_from"),
    ("tiered_standard", {}, AS_OF, "tiered_needs_new_loan"),
    ("ibr_10", {}, AS_OF, "ibr_new_borrower"),
    ("ibr_15", {"new_borrower": True}, AS_OF, "ibr_earlier_borrower"),
    ("ibr_10", {"new_borrower": True, "save_payments": 60}, AS_OF, "ibr_save_payments"),
    ("ibr_15", {"save_payments": 120}, AS_OF, "ibr_save_payments"),
    ("paye", {}, AS_OF, "paye_entry"),
    ("paye", {"plan_now": "paye"}, datetime.date(2028, 7, 1), "paye_ends"),
    ("icr", {"plan_now": "icr"}, AS_OF, "icr_not_computed"),
    ("graduated", {}, AS_OF, "graduated_not_computed"),
    ("save", {"plan_now": "save"}, AS_OF, "save_ended"),
]


@pytest.mark.parametrize(
    ("plan", "facts", "as_of", "rule"), CLOSED, ids=lambda item: str(item)[:30]
)
def test_a_plan_that_is_not_open_is_refused(
    plan: Plan, facts: dict[str, Any], as_of: datetime.date, rule: str
) -> None:
    """The error names the rule that closes a plan, with its source, and the plans that are open."""
    who = borrower(**facts)
    with pytest.raises(PlanNotOpenError) as caught:
        project(plan, INCOMES, who, as_of)
    error = caught.value
    assert error.plan == plan
    assert error.closed_by.key == f"student_loans.{rule}"
    assert error.closed_by.source.link
    assert error.open_plans == open_plans(who, as_of)
    assert plan not in error.open_plans
    assert "rap" in error.open_plans
    assert error.closed_by.label in str(error)
    found = next(item for item in eligible_plans(who, as_of) if item.plan == plan)
    assert found.closed_by == error.closed_by
    assert found.for_all is False


@pytest.mark.parametrize(
    ("plan", "facts", "as_of"),
    [
        ("rap", {}, AS_OF),
        ("rap", {"made_on": NEW}, AS_OF),
        ("tiered_standard", {"made_on": FIRST}, AS_OF),
        ("standard_10", {"made_on": datetime.date(2026, 6, 30)}, AS_OF),
        ("extended", {}, AS_OF),
        ("ibr_10", {"new_borrower": True, "save_payments": 59}, AS_OF),
        ("ibr_15", {}, AS_OF),
        ("paye", {"plan_now": "paye"}, datetime.date(2028, 6, 30)),
    ],
)
def test_a_plan_that_is_open(plan: Plan, facts: dict[str, Any], as_of: datetime.date) -> None:
    """On the other side of each of those lines the plan is open, and no rule stands against it."""
    found = next(item for item in eligible_plans(borrower(**facts), as_of) if item.plan == plan)
    assert found.for_all
    assert found.closed_by is None


def test_extended_in_some_draws_only() -> None:
    """A limit on the balance is met draw by draw; a plan closed in any draw is not compared."""
    some = Borrower(loans=(loan(balance=np.array([20_000.0, 40_000.0])),))
    found = next(item for item in eligible_plans(some, AS_OF) if item.plan == "extended")
    assert np.asarray(found.open).tolist() == [False, True]
    assert found.closed_by is not None
    assert found.closed_by.key == "student_loans.extended_more_than"
    assert not found.for_all
    assert "extended" not in [one.plan for one in compare(INCOMES, some, AS_OF)]
    months = np.asarray(project("extended", INCOMES, some, AS_OF).months)
    assert months.tolist() == [300, 300]


@pytest.mark.parametrize("plan", ["icr", "graduated", "save"])
def test_a_payment_that_is_not_computed_is_refused(plan: Plan) -> None:
    """No figure is given for a plan that has none; other plans answer whether open or not."""
    with pytest.raises(PlanNotOpenError) as caught:
        monthly_payment(plan, borrower(), INCOMES, AS_OF)
    assert caught.value.closed_by.label
    assert float(monthly_payment("tiered_standard", borrower(), INCOMES, AS_OF)) == 554.93


def test_the_plan_by_law() -> None:
    """Who picks none has Tiered Standard with a loan made from 1 July 2026, else Standard."""
    assert plan_by_law(borrower(NEW), AS_OF) == "tiered_standard"
    assert plan_by_law(borrower(OLD), AS_OF) == "standard_10"
    both = Borrower(loans=(loan(), loan(made_on=FIRST)))
    assert plan_by_law(both, AS_OF) == "tiered_standard"
