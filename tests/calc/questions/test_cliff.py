"""The lines of RAP: how far off they are, what crossing one costs, and what falls below one."""

import pytest

from calc import Scenario
from calc.questions.cliff import cliff, contribution_to_fall_below, more_profit_to_the_line
from tests.calc.questions.indebted import CLINIC, SOLO, owner, result_of


def test_no_line_under_another_plan() -> None:
    """Only RAP has lines."""
    for plan in (SOLO, owner(150.0, plan="standard_10")):
        result = result_of(plan)
        assert cliff(result) is None
        assert more_profit_to_the_line(result) is None
        assert contribution_to_fall_below(result) is None


def test_between_two_lines() -> None:
    """At $65,000 RAP asks 6 %; a dollar past $70,000 costs $58.34; at $60,000 it asks 5 %.

    70,001 x 7 % / 12 = 408.34 and 70,000 x 6 % / 12 = 350.00. 65,000 x 6 % / 12 = 325.00 and
    60,000 x 5 % / 12 = 250.00.
    """
    found = cliff(result_of(owner(150.0, adjusted_income_per_year=65_000.0)))
    assert found is not None
    assert (found.line_above, found.room) == (70_000.0, 5_000.0)
    assert found.costs_per_month == pytest.approx(58.34)
    assert (found.line_below, found.above_by) == (60_000.0, 5_000.0)
    assert found.saves_per_month == pytest.approx(75.0)


def test_at_a_line() -> None:
    """An income on a line has the lower share still: the next dollar crosses it."""
    found = cliff(result_of(owner(150.0, adjusted_income_per_year=60_000.0)))
    assert found is not None
    assert (found.line_above, found.room, found.line_below) == (60_000.0, 0.0, 50_000.0)


def test_beyond_the_last_line_and_before_the_first() -> None:
    """No line lies above $100,000, none below $10,000."""
    high = cliff(result_of(owner(150.0, adjusted_income_per_year=150_000.0)))
    low = cliff(result_of(owner(150.0, adjusted_income_per_year=9_000.0)))
    assert high is not None
    assert low is not None
    assert (high.line_above, high.room, high.costs_per_month) == (None, 0.0, 0.0)
    assert (low.line_below, low.above_by, low.saves_per_month) == (None, 0.0, 0.0)


@pytest.mark.parametrize("fee", [60.0, 90.0, 118.0, 125.0, 130.0])
def test_more_profit_reaches_the_line(fee: float) -> None:
    """With so much more profit the adjusted income is at the line above, but for the interest."""
    result = result_of(owner(fee))
    found, more = cliff(result), more_profit_to_the_line(result)
    assert found is not None
    assert found.line_above is not None
    assert more is not None
    held = float(result.scenario.work.session_kinds[0].booked_per_week) * 46.0
    richer = result_of(owner(fee + more / held / 0.9))
    assert float(richer.loan_year.adjusted_income) > found.line_above - 500.0
    assert more < found.room / 0.85


def test_more_pay_reaches_the_line() -> None:
    """Of an employee's pay every dollar counts."""
    result = result_of(CLINIC)
    found = cliff(result)
    assert found is not None
    assert more_profit_to_the_line(result) == pytest.approx(found.room)


def test_a_last_return_is_not_changed_by_this_years_work() -> None:
    """Neither profit nor a contribution of this year moves the income of the last return."""
    result = result_of(owner(150.0, adjusted_income_per_year=65_000.0))
    assert more_profit_to_the_line(result) is None
    assert contribution_to_fall_below(result) is None


@pytest.mark.parametrize("plan", [owner(125.0), owner(132.0), CLINIC])
def test_a_contribution_takes_income_to_the_line(plan: Scenario) -> None:
    """Evaluated with it, the income is at or below the line; with a dollar less it is above."""
    before = result_of(plan)
    found, line = contribution_to_fall_below(before), cliff(before)
    assert found is not None
    assert line is not None
    assert line.line_below is not None
    assert found.reached
    after = result_of(plan, {found.path: found.amount})
    assert float(after.loan_year.adjusted_income) <= line.line_below
    saved = float(before.find("loans.month").amount) - float(after.find("loans.month").amount)
    assert found.saves_per_month == pytest.approx(saved)
    short = result_of(plan, {found.path: found.amount - 1.0})
    assert float(short.loan_year.adjusted_income) > line.line_below


@pytest.mark.parametrize("fee", [300.0, 1e9])
def test_a_line_that_no_contribution_reaches(fee: float) -> None:
    """Far above the last line the law's limits are in the way, whatever is paid in."""
    found = contribution_to_fall_below(result_of(owner(fee)))
    assert found is not None
    assert not found.reached


def test_no_return_no_contribution() -> None:
    """Where tax is not that of a United States return, profit cannot be traced to income."""
    result = result_of(owner(150.0), {"household.tax": {"mode": "none"}})
    assert cliff(result) is not None
    assert more_profit_to_the_line(result) is None
    assert contribution_to_fall_below(result) is None
