"""Income that is not earned, by kind: what is from investment, and what is not."""

import numpy as np
import pytest

from calc import Scenario, evaluate
from calc.taxes import Household, tax_bill
from calc.taxes.moving import taxes_by_state
from tests.worked.households import RULES, amounts, practice


def test_a_pension_does_not_end_the_earned_income_credit() -> None:
    """Head of household, one child, profit 14,000 and a pension of 13,000 (IRC 32(i)(2)).

    Earned 14,000 - 989.07 = 13,010.93, adjusted income 26,010.93. Credit: the lower of 34 % x
    13,010.93 = 4,423.72 and 4,427 - 15.98 % x (26,010.93 - 23,890) = 4,088.08. Taxable before
    the business deduction 1,860.93; 20 % of it is 372.19, the floor 400; tax 10 % x 1,460.93 =
    146.09, which the child credit takes; paid out of it 15 % x 10,510.93 = 1,576.64. Together
    -5,664.72.
    """
    home = Household(
        filing_status="head_of_household",
        children_under_17=1,
        profit=14_000.0,
        pension_income=13_000.0,
    )
    bill = tax_bill(home, RULES)
    assert bill.adjusted_income.amount == pytest.approx(26_010.93)
    assert bill.find("taxes.earned_income_credit").amount == pytest.approx(-4_088.08, abs=0.01)
    assert bill.income_tax.amount == pytest.approx(-5_664.72, abs=0.01)


@pytest.mark.parametrize(("interest", "ends"), [(12_200.0, False), (12_201.0, True)])
def test_investment_income_ends_it_above_its_limit(interest: float, ends: bool) -> None:
    """One dollar more of interest than the limit ends the credit; a pension beside it does not."""
    home = Household(
        filing_status="head_of_household",
        children_under_17=1,
        wages=10_000.0,
        other_income=interest,
        pension_income=1_000.0,
    )
    credit = tax_bill(home, RULES).find("taxes.earned_income_credit").amount
    assert (credit == 0.0) == ends


@pytest.mark.parametrize(
    ("status", "wages", "interest", "pension", "due"),
    [
        ("single", 190_000.0, 30_000.0, 0.0, 0.038 * 20_000),  # above 200,000
        ("single", 300_000.0, 50_000.0, 0.0, 0.038 * 50_000),
        ("joint", 240_000.0, 30_000.0, 0.0, 0.038 * 20_000),  # above 250,000
        ("head_of_household", 200_000.0, 10_000.0, 50_000.0, 0.038 * 10_000),
        ("single", 170_000.0, 30_000.0, 0.0, 0.0),
    ],
)
def test_net_investment_income_tax(
    status: str, wages: float, interest: float, pension: float, due: float
) -> None:
    """3.8 % of investment income, at most of adjusted income above the threshold (IRC 1411)."""
    home = Household(
        filing_status=status,  # type: ignore[arg-type]
        wages=wages,
        other_income=interest,
        pension_income=pension,
    )
    bill = tax_bill(home, RULES)
    assert bill.net_investment_income.amount == pytest.approx(due)
    assert bill.find("taxes.net_investment_income") is bill.net_investment_income
    assert bill.total.amount == pytest.approx(sum(line.amount for line in bill.taxes))


def test_nobody_without_investments_bears_that_tax() -> None:
    """Without investment income the tax is none, whatever profit and pension come to."""
    bill = tax_bill(Household(profit=400_000.0, pension_income=50_000.0), RULES)
    assert bill.net_investment_income.amount == 0.0
    assert bill.net_investment_income in bill.taxes


def test_work_bears_the_tax_that_it_brings_on() -> None:
    """Profit lifts adjusted income above the threshold: what that costs is a tax of this work.

    Interest of 30,000 bears nothing alone; beside profit of 300,000 all of it bears 3.8 %.
    """
    result = practice(300_000, other_income_per_year=30_000)
    key = "taxes.net_investment_income"
    assert amounts(result, key, f"{key}.with", f"{key}.without") == pytest.approx(
        {key: 1_140.0, f"{key}.with": 1_140.0, f"{key}.without": 0.0}
    )


def test_draws_of_investment_income() -> None:
    """A row of draws gives what each gives alone, none of it included."""
    interest = np.array([0.0, 5_000.0, 90_000.0])
    together = tax_bill(Household(wages=220_000.0, other_income=interest), RULES).total.amount
    alone = [
        tax_bill(Household(wages=220_000.0, other_income=float(one)), RULES).total.amount
        for one in interest
    ]
    assert np.array_equal(together, np.array(alone))


def test_that_tax_is_the_same_in_every_state() -> None:
    """All taxes of a state hold the tax on investment income, which no state changes."""
    home = Household(state="TX", wages=220_000.0, other_income=30_000.0)
    found = taxes_by_state(home, RULES)["TX"]
    assert found.all_taxes == pytest.approx(tax_bill(home, RULES).total.amount)


def test_a_plan_of_before_keeps_what_it_held() -> None:
    """What a saved file has as "interest, rent and the like" is investment income still."""
    text = 'format = 1\n[work]\nkind = "own_practice"\n[household]\nother_income_per_year = 13000\n'
    plan = Scenario.from_toml(text)
    assert plan.household.other_income_per_year == 13_000.0
    assert plan.household.pension_income_per_year == 0.0


def test_a_pension_counts_where_no_return_is_worked_out() -> None:
    """At a rate of one's own, payments by income look at pensions too."""
    loans = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 50_000}]}
    flat = {"tax": {"mode": "effective", "rate": 0.2}, "pension_income_per_year": 12_000}
    plan = Scenario.parse({"work": {"kind": "own_practice"}, "household": flat, "loans": loans})
    line = evaluate(plan, RULES).loans.find("loans.pensions")
    assert line.amount == 12_000.0
