"""Student loans in the year of a scenario: interest, then tax, then payment."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.loans import FIXED, Terms, files_apart, monthly_payment, open_plans, project, year_of
from calc.scenario import LoansByPlan, UsTax
from calc.taxes import adjusted_income_of
from calc.taxes.apart import own_return
from tests.laws.loan_cases import CENT, Case, cases, flat
from tests.strategies import scenarios


@given(scenarios(most_money=1e6))
def test_interest_then_tax_then_payment(scenario: Scenario) -> None:
    """Income before interest gives the interest deducted; income after it gives the payment.

    A couple that files apart deducts none, and its payment looks at one income.
    """
    loans, home = scenario.loans, scenario.household
    if not isinstance(loans, LoansByPlan) or not isinstance(home.tax, UsTax):
        return
    rules = load_rules(scenario.tax_year)
    result = evaluate(scenario, rules)
    year, household = result.loan_year, result.household
    assert household is not None
    if files_apart(loans, home):
        assert household.student_loan_interest == 0
    else:
        before = adjusted_income_of(replace(household, student_loan_interest=0.0), rules)
        assert household.student_loan_interest == year_of(loans, home, before).interest
    if year.incomes is None or year.plan is None or year.borrower is None:
        assert not loans.federal
        return
    adjusted = float(adjusted_income_of(household, rules).amount)
    if files_apart(loans, home):
        own = own_return(household, rules, home.children_claimed_by)
        if loans.apart_income == "own_pay":
            own = replace(own, community_wages=0.0, community_profit=0.0)
        alone = float(adjusted_income_of(own, rules).amount)
        assert year.adjusted_income == pytest.approx(alone, abs=CENT)
        adjusted = float(year.adjusted_income)
    assert year.adjusted_income == adjusted
    if loans.adjusted_income_per_year is None:
        assert year.incomes.adjusted_income == adjusted
    else:
        assert year.incomes.adjusted_income == loans.adjusted_income_per_year
    group = year.borrower.pooled if loans.pooled and year.plan in FIXED else year.borrower
    month = monthly_payment(year.plan, group, year.incomes, loans.as_of)
    assert result.find("loans.month").amount == month
    federal = float(result.find("loans.federal").amount)
    assert federal <= 12 * month + CENT
    assert 0 <= year.interest <= result.loans.amount + CENT


@given(cases())
def test_a_year_is_the_first_twelve_payments(case: Case) -> None:
    """The year's payments are the first twelve of the plan's projection, where RAP matches none."""
    incomes = flat(float(case.incomes.adjusted_income[0, 0]))
    for plan in open_plans(case.borrower, case.as_of):
        loans = LoansByPlan.model_validate(
            {
                "kind": "by_plan",
                "as_of": case.as_of,
                "plan": plan,
                "new_borrower": case.borrower.new_borrower,
                "plan_now": case.borrower.plan_now,
                "save_payments": case.borrower.save_payments,
                "pooled": case.terms.pooled,
                "adjusted_income_per_year": max(incomes.adjusted_income, 0.0),
                "federal": [
                    {
                        "balance": one.balance + 1_000.0,
                        "rate_per_year": one.rate_per_year,
                        "made_on": one.made_on,
                        "subsidised": one.subsidised,
                    }
                    for one in case.borrower.loans
                ],
            }
        )
        scenario = Scenario.parse({"work": {"kind": "own_practice"}}).with_values({"loans": loans})
        year = evaluate(scenario, load_rules(2026)).loan_year
        assert year.borrower is not None
        assert year.plan == plan
        terms = Terms(pooled=loans.pooled)
        found = project(plan, incomes, year.borrower, case.as_of, terms)
        if plan == "paye" and found.then is not None and case.as_of > datetime.date(2027, 6, 30):
            continue  # it ends within the year
        if not found.matched:
            paid = found.paid_by_month[:12].sum()
            assert float(year.line.amount) == pytest.approx(paid, abs=CENT)


@given(
    st.integers(0, 300_000).map(float),
    st.integers(0, 300_000).map(float),
    st.sampled_from(("rap", "ibr_10")),
)
def test_apart_the_spouse_does_not_matter(wages: float, spouse: float, plan: str) -> None:
    """Where a couple files apart, the payment is that of the own income, whatever the other is.

    But in a state of community property, of which Florida is none.
    """
    paid = [
        evaluate(
            Scenario.parse(
                {
                    "work": {"kind": "own_practice", "session_kinds": []},
                    "household": {
                        "filing_status": "joint",
                        "state": "FL",
                        "own_other_wages_per_year": wages,
                        "spouse_wages_per_year": amount,
                    },
                    "loans": {"kind": "by_plan", "plan": plan, "filing": "separate"},
                }
            ),
            load_rules(2026),
        )
        .find("loans.federal")
        .amount
        for amount in (0.0, spouse)
    ]
    assert paid[0] == paid[1]
