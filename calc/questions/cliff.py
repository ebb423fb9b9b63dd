"""Incomes at which a loan plan that asks a share in steps, as RAP does, asks for more."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from calc.loans import Plan, monthly_payment, payment_of
from calc.parameters.student_loans import loan_rules
from calc.scenario import Employee
from calc.scenario.fields import MOST_MONEY
from calc.scenario.loans import LoansByPlan
from calc.taxes import adjusted_income_of
from calc.year.evaluate import Result, evaluate

MOST_TRIES = 12


@dataclass(frozen=True, slots=True)
class Cliff:
    """Where an income stands between the lines of a plan that asks a share in steps, as RAP does.

    Crossing `line_above`, which is `room` away, costs `costs_per_month` more. Being `above_by`
    beyond `line_below` costs `saves_per_month` that falling to it would save. A line is None
    where there is none.
    """

    plan: Plan
    income: float
    line_above: float | None
    room: float
    costs_per_month: float
    line_below: float | None
    above_by: float
    saves_per_month: float


def cliff(result: Result) -> Cliff | None:
    """Where a single result stands between the lines of RAP; None under a plan without such."""
    year, loans = result.loan_year, result.scenario.loans
    if year.plan is None or year.borrower is None or year.incomes is None:
        return None
    assert isinstance(loans, LoansByPlan)
    plan, steps = year.plan, payment_of(year.plan).steps
    if steps is None:
        return None
    lines = loan_rules(loans.as_of)[steps].row("above")
    borrower, incomes, as_of = year.borrower, year.incomes, loans.as_of
    income = float(incomes.adjusted_income)

    def payment(adjusted: float) -> float:
        then = replace(incomes, adjusted_income=adjusted)
        return float(monthly_payment(plan, borrower, then, as_of))

    above = min((line for line in lines if line >= income), default=None)
    below = max((line for line in lines if line < income), default=None)
    return Cliff(
        plan=plan,
        income=income,
        line_above=above,
        room=0.0 if above is None else above - income,
        costs_per_month=0.0 if above is None else payment(above + 1.0) - payment(above),
        line_below=below,
        above_by=0.0 if below is None else income - below,
        saves_per_month=0.0 if below is None else payment(income) - payment(below),
    )


def _of_this_return(result: Result) -> Cliff | None:
    """The same, where the payment looks at this work's return."""
    loans = result.scenario.loans
    if result.household is None or not isinstance(loans, LoansByPlan):
        return None
    return cliff(result) if loans.adjusted_income_per_year is None else None


def more_profit_to_the_line(result: Result) -> float | None:
    """How much more profit, or pay, takes a single result's income to the line of RAP above it.

    A dollar of profit is less than a dollar of adjusted income: half of the self-employment tax
    comes off it. The interest deducted is held. None where there is no line above, or the payment
    does not look at this work's return.
    """
    found, home = _of_this_return(result), result.household
    if found is None or found.line_above is None or home is None:
        return None
    employed = isinstance(result.scenario.work, Employee)
    before = float(adjusted_income_of(home, result.rules).amount)
    more, gone = 0.0, 0.0
    for _ in range(MOST_TRIES):
        more += found.room - gone
        then = (
            replace(home, wages=home.wages + more)
            if employed
            else replace(home, profit=home.profit + more)
        )
        gone = float(adjusted_income_of(then, result.rules).amount) - before
    return more


@dataclass(frozen=True, slots=True)
class FallBelow:
    """The further retirement contribution that takes income to the line below, and what it saves.

    `reached` is False where no contribution the law lets one deduct is enough.
    """

    path: str
    amount: float
    saves_per_month: float
    reached: bool


def contribution_to_fall_below(result: Result) -> FallBelow | None:
    """The least further retirement contribution, in whole dollars, that takes income to the line.

    Each try is evaluated again, for a lower payment also lowers the interest that is deducted.
    None where there is no line below, or the payment looks at another return than this year's.
    """
    found = _of_this_return(result)
    if found is None or found.line_below is None:
        return None
    employed = isinstance(result.scenario.work, Employee)
    path = f"work.saving.{'deferral_401k_per_year' if employed else 'sep_per_year'}"
    paid_in = float(result.scenario.value_at(path))
    most = MOST_MONEY - paid_in
    short, lacks = 0.0, found.above_by
    enough, over, there = math.inf, 0.0, result
    tried = min(float(math.ceil(lacks)), most)
    for _ in range(MOST_TRIES):
        then = evaluate(result.scenario.with_values({path: paid_in + tried}), result.rules)
        above = float(then.loan_year.adjusted_income) - found.line_below
        if above > 0.0:
            short, lacks = tried, above
        else:
            enough, over, there = tried, -above, then
        if enough - short <= 1.0:
            break
        if math.isinf(enough):
            tried = min(math.ceil(short + lacks), most)
        else:  # between the two, in proportion
            between = math.ceil(short + (enough - short) * lacks / (lacks + over))
            tried = min(max(between, short + 1.0), enough - 1.0)
    before, after = (float(each.find("loans.month").amount) for each in (result, there))
    return FallBelow(path, min(enough, most), before - after, reached=not math.isinf(enough))
