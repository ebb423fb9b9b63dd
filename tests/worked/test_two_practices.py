"""Two self-employed people married to each other, tax year 2026, by hand."""

from dataclasses import replace

import pytest

from calc import Scenario, evaluate
from calc.errors import ScenarioError
from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, practice
from ui.telling import refusals


def test_two_equal_practices() -> None:
    """Joint, 50,000 profit each (IRC 1402(a)): both tax and deduction are those of two people.

    Self-employment tax 2 x 50,000 x 0.9235 x 0.153 = 14,129.55, half of it deducted: adjusted
    income 92,935.23. Business income is 92,935.23 as well; 20 % of taxable income before it,
    60,735.23, is less: 12,147.05. Tax on 48,588.18: 2,480 + 12 % x 23,788.18 = 5,334.58.
    """
    home = Household(filing_status="joint", profit=50_000.0, spouse_profit=50_000.0)
    bill = tax_bill(home, RULES)
    assert bill.self_employment_tax.amount == pytest.approx(14_129.55)
    assert [part.amount for part in bill.self_employment_tax.parts] == pytest.approx(
        [7_064.775] * 2
    )
    assert bill.adjusted_income.amount == pytest.approx(92_935.225)
    assert bill.qbi_deduction.amount == pytest.approx(12_147.045)
    assert bill.income_tax.amount == pytest.approx(5_334.58, abs=0.01)


def test_two_practices_in_new_jersey_and_pennsylvania() -> None:
    """Profit of both is taxed, and a loss of one lowers nothing of the other's.

    New Jersey: 100,000 less 2 x 1,000 is 98,000: 1.4 % of 20,000, 1.75 % of 30,000, 2.45 % of
    20,000, 3.5 % of 10,000 and 5.525 % of 18,000: 2,639.50. Pennsylvania: 3.07 % of 100,000.
    """
    home = Household(filing_status="joint", profit=50_000.0, spouse_profit=50_000.0)
    for state, tax in (("NJ", 2_639.50), ("PA", 3_070.0)):
        bill = tax_bill(replace(home, state=state), RULES)
        assert bill.state.amount == pytest.approx(tax, abs=0.01)
    lost = tax_bill(replace(home, state="PA", spouse_profit=-20_000.0), RULES)
    due = lost.find("taxes.state.before_refundable").amount
    assert due == pytest.approx(0.0307 * 50_000)


def test_each_has_a_social_security_base() -> None:
    """Joint, 200,000 each: the base of 184,500 is reached by each alone.

    Net earnings 184,700 each: 2 x (12.4 % x 184,500 + 2.9 % x 184,700). Additional Medicare is the
    couple's: 0.9 % of 369,400 above 250,000.
    """
    home = Household(filing_status="joint", profit=200_000.0, spouse_profit=200_000.0)
    bill = tax_bill(home, RULES)
    assert bill.self_employment_tax.amount == pytest.approx(2 * (0.124 * 184_500 + 0.029 * 184_700))
    assert bill.additional_medicare.amount == pytest.approx(0.009 * (369_400 - 250_000))


def test_a_spouses_wages_use_the_spouses_base() -> None:
    """Joint: a spouse with wages of 180,000 and profit of 20,000 has 4,500 of the base left."""
    home = Household(
        filing_status="joint", profit=60_000.0, spouse_wages=180_000.0, spouse_profit=20_000.0
    )
    bill = tax_bill(home, RULES)
    own = 60_000 * 0.9235 * 0.153
    spouse = 4_500 * 0.124 + 20_000 * 0.9235 * 0.029
    assert bill.self_employment_tax.amount == pytest.approx(own + spouse)


def test_small_profits_are_each_below_the_minimum() -> None:
    """Joint, 430 each: net earnings of 397 are below 400 for each, so no tax (Schedule SE)."""
    home = Household(filing_status="joint", profit=430.0, spouse_profit=430.0)
    assert tax_bill(home, RULES).self_employment_tax.amount == 0.0


def test_a_spouses_loss_lowers_what_both_earn() -> None:
    """Joint, profit 60,000, a spouse's loss of 10,000: one tax, business income of the two netted.

    Tax 60,000 x 0.9235 x 0.153 = 8,477.73; adjusted income 50,000 - 4,238.865 = 45,761.135; before
    the business deduction 13,561.135, of which 20 % is less than 20 % of 45,761.135.
    """
    home = Household(filing_status="joint", profit=60_000.0, spouse_profit=-10_000.0)
    bill = tax_bill(home, RULES)
    assert bill.self_employment_tax.amount == pytest.approx(8_477.73)
    assert bill.adjusted_income.amount == pytest.approx(45_761.135)
    assert bill.find("taxes.business_income").amount == pytest.approx(45_761.135)
    assert bill.qbi_deduction.amount == pytest.approx(0.2 * 13_561.135)


def test_a_plan_holds_a_spouses_profit() -> None:
    """The tax of this work is what it adds to the couple's; the spouse's own tax is not of it."""
    result = practice(50_000, filing_status="joint", spouse_profit_per_year=50_000)
    line = result.taxes.find("taxes.self_employment")
    assert line.amount == pytest.approx(7_064.775)
    assert result.taxes.find("taxes.self_employment.with").amount == pytest.approx(14_129.55)
    assert result.taxes.find("taxes.adjusted_income").amount == pytest.approx(92_935.225)


def test_a_payment_on_ones_own_income_leaves_the_spouses_profit_out() -> None:
    """Filed apart, a payment looks at the couple's income less 50,000, and half its own tax."""
    loans = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 50_000}]}
    loans["filing"] = "separate"
    plan = practice(50_000, filing_status="joint", spouse_profit_per_year=50_000).scenario
    found = evaluate(plan.with_values({"loans": loans}), RULES)
    assert found.loans.find("loans.own_income").amount == pytest.approx(50_000 - 3_532.3875)


def test_a_spouses_profit_counts_without_a_return() -> None:
    """At a rate of one's own, a couple's payment looks at the spouse's profit too."""
    loans = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 50_000}]}
    home = {"filing_status": "joint", "spouse_profit_per_year": 40_000}
    home["tax"] = {"mode": "effective", "rate": 0.2}
    plan = Scenario.parse({"work": {"kind": "own_practice"}, "household": home, "loans": loans})
    assert evaluate(plan, RULES).loans.find("loans.spouse_profit").amount == 40_000.0


def test_a_profit_stays_when_the_filing_status_changes_and_the_sentence_says_so() -> None:
    """A couple's plan is not turned into a single return while a spouse's profit stands in it."""
    plan = practice(50_000, filing_status="joint", spouse_profit_per_year=50_000).scenario
    with pytest.raises(ScenarioError) as refused:
        plan.with_values({"household.filing_status": "single"})
    (problem,) = refused.value.problems
    assert problem.path == "household.spouse_profit_per_year"
    said = refusals.refused_value("household.filing_status", problem, plan)
    assert said.startswith("**Spouse's own profit a year** is $50,000, and")
