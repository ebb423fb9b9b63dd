"""Loans of a scenario that are refused are told by path, value and bound."""

import datetime
from typing import Any

import pytest

from calc import Scenario
from calc.errors import Problem
from calc.scenario import KnownPayment
from tests.calc.loans.borrowers import WORK, parsed, problem_of


@pytest.mark.parametrize(
    ("loans", "problem"),
    [
        (
            {"federal": [{"balance": -1.0}]},
            Problem("loans.federal.0.balance", "too_small", -1.0, 1.0),
        ),
        (
            {"federal": [{}, {"balance": 0.0}]},
            Problem("loans.federal.1.balance", "too_small", 0.0, 1.0),
        ),
        (
            {"federal": [{"rate_per_year": 0.60}]},
            Problem("loans.federal.0.rate_per_year", "too_large", 0.60, 0.25),
        ),
        (
            {"private": [{"balance": 0.0}]},
            Problem("loans.private.0.balance", "too_small", 0.0, 1.0),
        ),
        (
            {"federal": [{}, {"made_on": datetime.date(2026, 11, 23)}]},
            Problem("loans.federal.1.made_on", "loan_in_the_future", "2026-11-23", "2026-11-22"),
        ),
        (
            {"as_of": datetime.date(2026, 6, 30)},
            Problem("loans.as_of", "no_rules_on_day", "2026-06-30", "2026-07-01"),
        ),
        (
            {"pslf_months_certified": 121},
            Problem("loans.pslf_months_certified", "too_large", 121, 120),
        ),
        ({"as_of": "2026-07-01"}, Problem("loans.as_of", "wrong_type", "2026-07-01", "day")),
        ({"federal": [{}] * 11}, Problem("loans.federal", "too_many", None, 10)),
        ({"private": 5}, Problem("loans.private", "wrong_type", 5)),
        ({"private": [5]}, Problem("loans.private.0", "wrong_type", 5)),
        ({"colour": 1}, Problem("loans.colour", "unknown_field", 1)),
    ],
    ids=lambda item: item.path if isinstance(item, Problem) else "",
)
def test_a_scenario_names_what_is_wrong_with_its_loans(
    loans: dict[str, Any], problem: Problem
) -> None:
    """Each bad figure is refused with its path, value and bound, in a file with its line too."""
    assert problem_of(lambda: parsed(**loans)) == problem


def test_a_file_names_the_line() -> None:
    """A day that no rules hold on is named with where it stands."""
    text = '[work]\nkind = "own_practice"\n[loans]\nkind = "by_plan"\nas_of = 2026-06-30\n'
    problem = problem_of(lambda: Scenario.from_toml(text))
    assert problem == Problem("loans.as_of", "no_rules_on_day", "2026-06-30", "2026-07-01", 5)


@pytest.mark.parametrize("loans", [5, "rap", [1], None, True])
def test_loans_that_are_no_table_are_refused(loans: Any) -> None:
    """Whatever a file puts there, the answer is data about it."""
    problem = problem_of(lambda: Scenario.parse({"work": WORK, "loans": loans}))
    assert (problem.path, problem.kind) == ("loans", "wrong_type")


@pytest.mark.parametrize("kind", ["icr", "", 5, None, ["by_plan"]])
def test_an_unknown_kind_of_loans_is_refused(kind: Any) -> None:
    """The kind is one of two, and named by its path; a file of before there were two has none."""
    problem = problem_of(lambda: Scenario.parse({"work": WORK, "loans": {"kind": kind}}))
    assert (problem.path, problem.kind) == ("loans.kind", "wrong_choice")
    old = Scenario.parse({"work": WORK, "loans": {"payment_per_month": 450.0}})
    assert old.loans == KnownPayment(payment_per_month=450.0)


def test_an_unknown_plan_is_refused() -> None:
    """A plan is one of those the law has or had."""
    problem = problem_of(lambda: parsed(plan="repaye"))
    assert (problem.path, problem.kind, problem.value) == ("loans.plan", "wrong_choice", "repaye")
