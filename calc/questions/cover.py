"""Cover from the marketplace in a plan: its credit, April's bill, and what saving does to both.

The credit is beside the year's figures, never in them: take-home deducts the whole premium. Here
the year is worked out once more with the credit and with the deduction that fits it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from calc.crossing import first_crossing
from calc.errors import Problem, ProblemKind, ScenarioError
from calc.loans import files_apart
from calc.number import MONTHS_PER_YEAR, FloatArray, Number
from calc.parameters.premium_credit import cover_years
from calc.scenario import Employee, LoansByPlan
from calc.taxes import adjusted_income_of
from calc.taxes.bill import tax_bill
from calc.taxes.cover import Cover, Marketplace, cover_of
from calc.taxes.cover.circle import A_CENT
from calc.taxes.cover.credit import PERCENT
from calc.taxes.cover.saving import Earned, with_earned
from calc.taxes.household import Household
from calc.year.evaluate import Result
from calc.year.tax_return import loans_on

FIELD = "household.cover"
A_DOLLAR = 1.0
BEYOND = 2.0  # times what is left to the most income: a dollar of profit is less of adjusted income

Missing = Literal["not_stated", "no_return", "year_not_read", "filed_apart", "premium_of_employer"]
FIELDS: dict[str, tuple[str, ProblemKind]] = {
    "cover.benchmark_per_year": (f"{FIELD}.benchmark_per_month", "benchmark_missing"),
    "cover.people_covered": (f"{FIELD}.people_covered", "covered_beyond_return"),
}


@dataclass(frozen=True, slots=True, eq=False)
class CoverYear:
    """A plan's year with its premium credit, in dollars, one float or an array of draws each.

    `more_taxes` and `more_loan_payments` are what the smaller deduction of the premium costs.
    `in_hand` is what is left of take-home once saving and loans are paid, with the credit and
    without those. `employer_plan` says that a plan of an employer is open: if it is affordable,
    there is no credit.
    """

    cover: Cover
    more_taxes: Number
    more_loan_payments: Number
    in_hand: Number
    employer_plan: bool
    employed: bool

    @property
    def most_income(self) -> float:
        """The most adjusted income that has a credit."""
        return self.cover.line * self.cover.law.most_percent / PERCENT


def not_worked_out(result: Result) -> Missing | None:
    """Why a plan has no year of cover; None where it has one.

    A credit needs a return that is joint or of somebody who is not married, and a premium paid to
    the marketplace: one taken from pay before tax goes to an employer's plan.
    """
    scenario, work = result.scenario, result.scenario.work
    if scenario.household.cover is None:
        return "not_stated"
    if result.household is None:
        return "no_return"
    if result.rules.tax_year not in cover_years():
        return "year_not_read"
    loans = scenario.loans
    if isinstance(loans, LoansByPlan) and files_apart(loans, scenario.household):
        return "filed_apart"
    if isinstance(work, Employee) and work.premium_before_tax:
        return "premium_of_employer"
    return None


def marketplace_of(result: Result) -> Marketplace:
    """The cover that a plan states, by the year, beside the premium that its work states."""
    stated = result.scenario.household.cover
    assert stated is not None
    benchmark = stated.benchmark_per_month
    return Marketplace(
        benchmark_per_year=None if benchmark is None else benchmark * MONTHS_PER_YEAR,
        premium_per_year=result.scenario.work.health_premium_per_month * MONTHS_PER_YEAR,
        advance_per_year=stated.advance_per_month * MONTHS_PER_YEAR,
        people_covered=stated.people_covered,
    )


def cover_year(result: Result) -> CoverYear | None:
    """The year of cover of a plan; None where `not_worked_out` says why.

    `ScenarioError` names the field of the plan where the benchmark is missing, or more people are
    covered than the return has. The interest on loans that is deducted is held.

    >>> from calc.parameters import load_rules
    >>> from calc.scenario import Scenario
    >>> from calc.year.evaluate import evaluate
    >>> rules = load_rules(2026)
    >>> plan = Scenario.parse({"work": {"kind": "own_practice"}})
    >>> cover_year(evaluate(plan, rules)) is None
    True
    >>> stated = {"household.cover": {"benchmark_per_month": 700.0}}
    >>> found = cover_year(evaluate(plan.with_values(stated), rules))
    >>> found.most_income
    62600.0
    """
    if not_worked_out(result) is not None:
        return None
    home = _household(result)
    cover = cover_at(result, home)
    then, rules = cover.household, result.rules
    more_taxes = tax_bill(then, rules).total.amount - tax_bill(home, rules).total.amount
    more_loans = loan_payments_at(result, then) - result.loans.amount
    cash = result.take_home.amount - result.set_aside.amount - result.loans.amount
    return CoverYear(
        cover=cover,
        more_taxes=more_taxes,
        more_loan_payments=more_loans,
        in_hand=cash + cover.credit - more_taxes - more_loans,
        employer_plan=result.scenario.household.may_join_employer_plan,
        employed=isinstance(result.scenario.work, Employee),
    )


def _household(result: Result) -> Household:
    assert result.household is not None
    return result.household


def cover_at(result: Result, home: Household) -> Cover:
    """The year of cover on a return of the household; a fault names the field of the plan."""
    try:
        plan = marketplace_of(result)
        return cover_of(home, plan, result.rules, _deductible_of(result))
    except ScenarioError as error:
        raise ScenarioError(tuple(_in_the_plan(problem) for problem in error.problems)) from error


def _in_the_plan(problem: Problem) -> Problem:
    path, kind = FIELDS[problem.path]
    return Problem(path, kind, problem.value, problem.bound)


def _deductible_of(result: Result) -> Number | None:
    """Nothing where an employer's plan is open (IRC 162(l)(2)(B)); else what the return says."""
    return 0.0 if result.scenario.household.may_join_employer_plan else None


def loan_payments_at(result: Result, household: Household) -> Number:
    """The year's payments on loans at the adjusted income of another return."""
    scenario, rules = result.scenario, result.rules
    if not isinstance(scenario.loans, LoansByPlan):
        return result.loans.amount
    adjusted = adjusted_income_of(household, rules)
    return loans_on(scenario, household, adjusted, rules).line.amount


@dataclass(frozen=True, slots=True)
class Edge:
    """Where more profit, or pay, ends a credit: `more` of it does, and `loses` is what goes then.

    Little is lost where the credit had shrunk to nothing before the most income.
    """

    more: float
    loses: float

    @property
    def at_the_next_dollar(self) -> bool:
        """Whether one dollar more ends it."""
        return self.more <= A_DOLLAR


def edge_of_credit(result: Result) -> Edge | None:
    """How much more a single plan's work may earn before its credit ends; None without a credit."""
    found = cover_year(result)
    if found is None or float(found.cover.credit) < A_CENT:
        return None
    home, of = _household(result), _earned(result)

    def lost(more: FloatArray) -> FloatArray:
        return -np.asarray(cover_at(result, with_earned(home, of, more)).credit)

    left = found.most_income - float(found.cover.income)
    most = (left + float(found.cover.deduction) + A_DOLLAR) * BEYOND
    end = first_crossing(lost, -A_CENT, most)
    before = max(end.at - A_DOLLAR, 0.0)
    return Edge(end.at, -float(lost(np.array([before]))[0]))


def _earned(result: Result) -> Earned:
    return "wages" if isinstance(result.scenario.work, Employee) else "profit"
