"""A loan, a borrower or a day that the rules cannot answer for is refused with its reason."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc.errors import OtherChairError, Problem, UnknownDateError
from calc.loans import (
    Borrower,
    Terms,
    compare,
    eligible_plans,
    monthly_payment,
    open_plans,
    project,
)
from calc.parameters.student_loans import first_day, loan_rules, poverty_guideline
from tests.calc.loans.borrowers import AS_OF, FIRST, INCOMES, borrower, loan, problem_of


@pytest.mark.parametrize(
    ("field", "value", "kind", "bound"),
    [
        ("balance", -1.0, "too_small", 1.0),
        ("balance", 0.0, "too_small", 1.0),
        ("balance", 2e9, "too_large", 1e9),
        ("balance", float("nan"), "not_a_number", "finite"),
        ("balance", "much", "wrong_type", "number"),
        ("rate_per_year", 0.60, "too_large", 0.25),
        ("rate_per_year", -0.01, "too_small", 0.0),
    ],
)
def test_a_loan_that_is_none_is_refused(field: str, value: Any, kind: str, bound: Any) -> None:
    """A loan names the number that breaks its bound, alone or in one draw of a batch."""
    problem = problem_of(lambda: loan(**{field: value}))
    assert (problem.path, problem.kind, problem.bound) == (field, kind, bound)
    assert problem.value is value
    if isinstance(value, float):
        row = np.array([getattr(loan(), field), value])
        problem = problem_of(lambda: loan(**{field: row}))
        assert (problem.path, problem.kind, problem.bound) == (field, kind, bound)


def test_a_loan_of_tomorrow_is_refused() -> None:
    """A loan dated after the day of the rules is named with both days, by whatever is asked."""
    tomorrow = borrower(datetime.date(2026, 11, 22))
    for call in (
        lambda: eligible_plans(tomorrow, AS_OF),
        lambda: open_plans(tomorrow, AS_OF),
        lambda: project("rap", INCOMES, tomorrow, AS_OF),
        lambda: compare(INCOMES, tomorrow, AS_OF),
    ):
        assert problem_of(call) == Problem(
            "made_on", "loan_in_the_future", "2026-11-22", "2026-11-21"
        )


def test_a_borrower_owes_something() -> None:
    """Without a loan there is no plan to ask for."""
    assert problem_of(lambda: eligible_plans(Borrower(loans=()), AS_OF)) == Problem(
        "loans", "too_few", 0, 1
    )


@pytest.mark.parametrize(
    ("months", "kind", "bound"), [(121, "too_large", 120), (-1, "too_small", 0)]
)
def test_months_certified_are_at_most_those_needed(months: int, kind: str, bound: int) -> None:
    """PSLF counts 120 payments: more cannot be certified."""
    problem = problem_of(lambda: Terms(pslf_certified=months))
    assert problem == Problem("pslf_certified", kind, months, bound)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "call",
    [
        lambda day: loan_rules(day),
        lambda day: eligible_plans(borrower(), day),
        lambda day: monthly_payment("rap", borrower(), INCOMES, day),
        lambda day: project("rap", INCOMES, borrower(), day),
    ],
)
def test_a_day_before_the_first_rules_is_refused(call: Any) -> None:
    """Nothing is worked out under rules that are not recorded: the error names the first day."""
    assert first_day() == FIRST
    with pytest.raises(UnknownDateError) as caught:
        call(datetime.date(2026, 6, 30))
    assert (caught.value.day, caught.value.first) == (datetime.date(2026, 6, 30), FIRST)
    assert isinstance(caught.value, OtherChairError)
    assert "2026-06-30" in str(caught.value)
    call(FIRST)


def test_a_guideline_not_recorded_is_refused() -> None:
    """The poverty guideline of a year that nobody entered is an error, not that of another year."""
    assert poverty_guideline(2025).of("first_48") == 15_650
    for year in (2024, 2028):
        with pytest.raises(UnknownDateError):
            poverty_guideline(year)


def test_the_guideline_of_a_projected_year() -> None:
    """15,960 x 1.0299 = 16,437, to the nearest 10; for payments of that year alone."""
    day = datetime.date(2026, 11, 22)
    assert poverty_guideline(2027).of("first_48") == 16_440
    assert loan_rules(day, 2027)["poverty_guideline"].of("first_48") == 16_440
    assert loan_rules(day, 2026)["poverty_guideline"].of("first_48") == 15_960
    assert loan_rules(day, 2027)["pslf_payments"] == loan_rules(day)["pslf_payments"]


def test_rules_by_day() -> None:
    """A day after the last change has the rules known last; every plan has its terms."""
    assert loan_rules(datetime.date(2050, 1, 1))["poverty_guideline"].of("first_48") == 15_960
    assert loan_rules(FIRST)["graduate_loan_rate"].number == 0.0807
    assert loan_rules(AS_OF)["paye_entry"].certainty == "conflicting"
    assert loan_rules(AS_OF)["paye_entry"].confirmed is False
    assert loan_rules(AS_OF)["rap_rate"].certainty == "second_hand"
