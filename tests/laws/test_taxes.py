"""The taxes of this work: the household's bill with it, less its bill without it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Result, Scenario, evaluate, load_rules
from calc.number import Number
from calc.scenario import KnownPayment, UsTax
from calc.taxes import Household, tax_bill
from tests.laws.trees import same
from tests.strategies import scenarios


def interest_of(result: Result) -> Number:
    """The loan interest of a year: stated, or that of the plan before interest is deducted."""
    loans = result.scenario.loans
    if isinstance(loans, KnownPayment):
        return min(loans.interest_per_year, 12 * loans.payment_per_month)
    assert result.household is not None
    return result.household.student_loan_interest


def bill_without(result: Result) -> float:
    """The tax of the same household, had it no such work; without other income, nothing."""
    scenario = result.scenario
    home, mode = scenario.household, scenario.household.tax
    assert isinstance(mode, UsTax)
    spouse_wages = home.spouse_wages_per_year if home.filing_status == "joint" else 0.0
    others = (
        home.spouse_profit_per_year,
        home.other_income_per_year,
        home.pension_income_per_year,
    )
    if not (home.own_other_wages_per_year or spouse_wages or any(others)):
        return 0.0
    household = Household(
        filing_status=home.filing_status,
        state=home.state,
        age=home.age,
        spouse_age=home.spouse_age,
        children_under_17=home.children_under_17,
        older_children=home.older_children,
        other_dependents=home.other_dependents,
        wages=home.own_other_wages_per_year,
        spouse_wages=spouse_wages,
        spouse_profit=home.spouse_profit_per_year,
        other_income=home.other_income_per_year,
        pension_income=home.pension_income_per_year,
        student_loan_interest=interest_of(result),
        state_rate=mode.state_rate,
        local_rate=mode.local_rate,
        payroll_programme_rate=mode.payroll_programme_rate,
        deduction=mode.deduction,
        qbi_minimum=mode.qbi_minimum,
    )
    return tax_bill(household, load_rules(scenario.tax_year)).total.amount


@given(scenarios(most_money=1e6))
def test_taxes_of_work_are_a_difference(scenario: Scenario) -> None:
    """Each tax is the bill with this work less the bill without it, and both bills are shown."""
    if not isinstance(scenario.household.tax, UsTax):
        scenario = scenario.with_values({"household.tax": {"mode": "us"}})
    result = evaluate(scenario, load_rules(scenario.tax_year))
    without = 0.0
    for line in result.taxes.parts:
        if [part.key for part in line.parts] == [f"{line.key}.with", f"{line.key}.without"]:
            with_it, without_it = line.parts
            assert line.amount == with_it.amount + without_it.amount
            without -= without_it.amount
    assert without == pytest.approx(bill_without(result), rel=1e-9, abs=1e-6)


@given(scenarios(), st.integers(0, 300_000))
def test_a_spouse_changes_tax_only(scenario: Scenario, wages: int) -> None:
    """A spouse's wages change no hour, no money in, no cost of this work and no known payment."""
    rules = load_rules(scenario.tax_year)
    one = evaluate(scenario, rules)
    other = evaluate(scenario.with_values({"household.spouse_wages_per_year": float(wages)}), rules)
    names = ["hours", "money_in", "costs", "profit", "health_cover", "own_therapy"]
    if isinstance(scenario.loans, KnownPayment):
        names.append("loans")
    for name in names:
        assert same(getattr(one, name).amount, getattr(other, name).amount), name


@given(scenarios(), st.integers(0, 700).map(lambda mille: mille / 1000))
def test_a_flat_rate_is_taken_of_profit_or_pay(scenario: Scenario, rate: float) -> None:
    """A rate the person knows is all the tax there is, none on a loss; none means none."""
    rules = load_rules(scenario.tax_year)
    flat = scenario.with_values({"household.tax": {"mode": "effective", "rate": rate}})
    separate = scenario.with_values(
        {"household.tax": {"mode": "separate", "income_tax_rate": rate, "social_rate": 0.0}}
    )
    none = scenario.with_values({"household.tax": {"mode": "none"}})
    taxes = evaluate(flat, rules).taxes
    base = taxes.find("taxable")
    assert taxes.amount == max(base.amount, 0.0) * rate
    assert evaluate(separate, rules).taxes.amount == taxes.amount
    assert evaluate(none, rules).taxes.amount == 0.0
