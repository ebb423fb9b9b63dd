"""Roth deferrals, and a premium where an employer's plan is open, tax year 2026, by hand."""

from typing import Any

import pytest

from calc import Result, Scenario, evaluate
from calc.offers.benefits import net_per_paycheck
from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, practice


def employee(saving: dict[str, Any], **work: Any) -> Result:
    """An employee with a salary of 24,500 and nothing else."""
    pay = {"kind": "salary", "salary_per_year": 24_500}
    stated = {"kind": "employee", "pay": pay, "saving": saving, **work}
    return evaluate(Scenario.parse({"work": stated}), RULES)


def test_the_savers_credit_counts_a_roth_deferral() -> None:
    """Single, wages 24,500, 2,000 into a Roth account (IRC 25B(d)(1)(B)).

    Adjusted income stays 24,500, above 24,250: 20 % of 2,000. A plain deferral makes it 22,500
    and 50 %, at most the tax of 10 % x 6,400.
    """
    roth = tax_bill(Household(wages=24_500.0, roth_deferral=2_000.0), RULES)
    assert roth.adjusted_income.amount == 24_500.0
    assert roth.find("taxes.savers_credit").amount == pytest.approx(-400.0)
    plain = tax_bill(Household(wages=24_500.0, deferral_401k=2_000.0), RULES)
    assert plain.adjusted_income.amount == 22_500.0
    assert plain.find("taxes.savers_credit").amount == pytest.approx(-640.0)


def test_a_plan_sets_a_roth_deferral_aside() -> None:
    """It is still the person's: set aside, no less income, and off the pay of each payday."""
    with_it, without = employee({"roth_deferral_per_year": 2_000}), employee({})
    assert with_it.saving.set_aside.find("set_aside.roth").amount == 2_000.0
    assert with_it.taxes.find("taxes.adjusted_income").amount == 24_500.0
    assert with_it.taxes.find("taxes.savers_credit").amount == pytest.approx(-400.0)
    paid = [net_per_paycheck(result, 1) for result in (with_it, without)]
    assert paid[0] is not None
    assert paid[1] is not None
    assert paid[1].amount - paid[0].amount == pytest.approx(2_000.0 - 400.0)


def test_both_deferrals_share_one_limit() -> None:
    """24,500 in all at 40 (IRC 402(g), 402A(c)(2)): beside 20,000 there is room for 4,500."""
    result = employee(
        {"deferral_401k_per_year": 20_000, "roth_deferral_per_year": 6_000},
        pay={"kind": "salary", "salary_per_year": 90_000},
    )
    assert result.saving.roth_counted == pytest.approx(4_500.0)
    over = [remark.path for remark in result.remarks if remark.kind == "over_the_legal_limit"]
    assert over == ["work.saving.roth_deferral_per_year"]


def test_the_self_employed_have_roth_deferrals_too() -> None:
    """Profit 20,000, 2,000 into the Roth part: no income less, business income not lowered.

    Adjusted income 20,000 - 1,412.96 = 18,587.04: 50 % of 2,000, at most the tax.
    """
    plain = practice(20_000).scenario
    result = evaluate(plain.with_values({"work.saving.roth_deferral_per_year": 2_000.0}), RULES)
    assert result.taxes.find("taxes.adjusted_income").amount == pytest.approx(18_587.045)
    assert result.taxes.find("taxes.business_income").amount == pytest.approx(18_587.045)
    before = result.taxes.find("taxes.income_tax_before_credits").amount
    assert result.taxes.find("taxes.savers_credit").amount == pytest.approx(-before)


@pytest.mark.parametrize(("may_join", "deducted"), [(False, 6_000.0), (True, 0.0)])
def test_an_open_employers_plan_ends_the_deduction(may_join: bool, deducted: float) -> None:
    """Profit 80,000, own premium 500 a month: deducted unless a plan is open (IRC 162(l)(2)(B)).

    Half of self-employment tax is 5,651.82; business income is lowered by what is deducted.
    """
    home = {"filing_status": "joint", "may_join_employer_plan": may_join}
    plan = practice(80_000, **home).scenario
    result = evaluate(plan.with_values({"work.health_premium_per_month": 500.0}), RULES)
    adjusted = 80_000 - 5_651.82 - deducted
    assert result.taxes.find("taxes.adjusted_income").amount == pytest.approx(adjusted)
    assert result.taxes.find("taxes.business_income").amount == pytest.approx(adjusted)
    assert result.health_cover.amount == 6_000.0
