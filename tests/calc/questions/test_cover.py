"""Cover from the marketplace in a plan: its credit, where it ends, and what is not worked out."""

from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions.cover import CoverYear, cover_year, edge_of_credit, not_worked_out
from calc.taxes import adjusted_income_of
from calc.taxes.bill import tax_bill
from tests.calc.questions.asks import PLANS, RULES, SOLO
from tests.calc.questions.indebted import owner

COVER = "household.cover"
FEE = "work.session_kinds.0.fee_per_session"
PREMIUM = "work.health_premium_per_month"
STATED = {COVER: {"benchmark_per_month": 950.0}, PREMIUM: 880.0}


def result_of(plan: Scenario = SOLO, year: int = 2026, **changes: Any) -> Result:
    """The year of a plan with cover stated, and other fields changed."""
    named = {name.replace("__", "."): one for name, one in changes.items()}
    return evaluate(plan.with_values({**STATED, **named}), load_rules(year))


def year_of(**changes: Any) -> CoverYear:
    """Its year of cover."""
    found = cover_year(result_of(**changes))
    assert found is not None
    return found


JOB = PLANS["salary"].with_values({"work.premium_before_tax": False})
AT_90 = {FEE.replace(".", "__"): 90.0}
AT_110 = {FEE.replace(".", "__"): 110.0}


def test_a_credit_lowers_the_deduction_and_what_is_in_hand_counts_both() -> None:
    """In hand is take-home and the credit, less the tax on what of the premium is not deducted."""
    result = result_of(**AT_90)
    found = cover_year(result)
    assert found is not None
    home = result.household
    assert home is not None
    cover = found.cover
    assert 0.0 < float(cover.credit) < 10_560.0
    assert float(cover.deduction + cover.credit) == pytest.approx(10_560.0, abs=0.01)
    adjusted = float(adjusted_income_of(cover.household, RULES).amount)
    assert adjusted == pytest.approx(float(cover.income), abs=1e-6)
    more = float(tax_bill(cover.household, RULES).total.amount - tax_bill(home, RULES).total.amount)
    assert more > 0.0
    assert float(found.more_taxes) == pytest.approx(more, abs=1e-9)
    cash = float(result.take_home.amount + cover.credit) - more
    assert float(found.in_hand) == pytest.approx(cash, abs=1e-6)
    assert float(found.more_loan_payments) == 0.0
    assert (found.employer_plan, found.employed, found.most_income) == (False, False, 62_600.0)


def test_a_payment_by_income_follows_the_smaller_deduction() -> None:
    """Income is higher by what is not deducted, and RAP or IBR asks a share of it."""
    loans = owner(90.0, plan="ibr_10")
    result = evaluate(loans.with_values(STATED), RULES)
    found = cover_year(result)
    assert found is not None
    assert float(found.cover.credit) > 0.0
    assert float(found.more_loan_payments) > 0.0


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({COVER: None}, "not_stated"),
        ({"household.tax": {"mode": "none"}}, "no_return"),
    ],
)
def test_why_there_is_none(changes: dict[str, Any], why: str) -> None:
    """Each reason is named, and then there is no year of cover and no edge."""
    result = evaluate(SOLO.with_values({**STATED, **changes}), RULES)
    assert not_worked_out(result) == why
    assert cover_year(result) is None
    assert edge_of_credit(result) is None


def test_why_there_is_none_in_another_year_or_beside_a_job() -> None:
    """2025 was not read; a premium taken from pay before tax is an employer's plan's."""
    assert not_worked_out(result_of(year=2025)) == "year_not_read"
    salary = PLANS["salary"].with_values({"work.premium_before_tax": True})
    assert not_worked_out(result_of(salary)) == "premium_of_employer"
    apart = owner(110.0, filing="separate").with_values({"household.filing_status": "joint"})
    assert not_worked_out(result_of(apart)) == "filed_apart"
    assert not_worked_out(result_of(year=2027)) is None


def test_pay_deducts_no_premium() -> None:
    """An employee's income is that of the return as it is."""
    found = cover_year(result_of(JOB))
    assert found is not None
    assert found.employed
    assert float(found.cover.deduction) == 0.0


def test_a_plan_of_an_employer_that_is_open() -> None:
    """No premium is deducted (IRC 162(l)(2)(B)); the credit is worked out as if it cost too much.

    The whole premium stays in income, so the credit is less than without such a plan.
    """
    found = year_of(**AT_90, household__may_join_employer_plan=True)
    assert found.employer_plan
    assert float(found.cover.deduction) == 0.0
    assert float(found.more_taxes) == 0.0
    assert float(found.cover.credit) < float(year_of(**AT_90).cover.credit)


def test_a_missing_benchmark_and_too_many_covered() -> None:
    """Each names the field of the plan, and the rule."""
    with pytest.raises(ScenarioError) as missing:
        year_of(household__cover={"advance_per_month": 100.0})
    (problem,) = missing.value.problems
    assert (problem.path, problem.kind) == (f"{COVER}.benchmark_per_month", "benchmark_missing")
    with pytest.raises(ScenarioError) as many:
        year_of(household__cover={"benchmark_per_month": 900.0, "people_covered": 3})
    (problem,) = many.value.problems
    assert (problem.path, problem.kind) == (f"{COVER}.people_covered", "covered_beyond_return")
    assert (problem.value, problem.bound) == (3, 1)


def test_the_edge_is_where_the_credit_ends() -> None:
    """A dollar less of further profit keeps it; that much loses all of it."""
    result = result_of(**AT_90)
    edge, now = edge_of_credit(result), cover_year(result)
    assert edge is not None
    assert now is not None
    assert not edge.at_the_next_dollar
    assert 5_000.0 < edge.loses < float(now.cover.credit)
    room = 62_600.0 - float(now.cover.income)
    assert edge.more > room  # half of the self-employment tax comes off, and more is deducted
    assert edge_of_credit(result_of(**AT_110)) is None  # none to lose


def test_one_dollar_more_loses_it() -> None:
    """Pay of 62,600 is exactly 400 %: 11,400 less 9.96 % of it is the credit, and it goes."""
    job = JOB.with_values({"work.pay.salary_per_year": 62_600.0})
    edge = edge_of_credit(result_of(job))
    assert edge is not None
    assert edge.at_the_next_dollar
    assert edge.loses == pytest.approx(11_400.0 - 0.0996 * 62_600.0, abs=0.01)


def test_a_cheap_benchmark_leaves_no_cliff() -> None:
    """The credit has shrunk to nothing before the most income: less than a dollar goes."""
    cheap = {"household__cover": {"benchmark_per_month": 350.0}}
    fee = {FEE.replace(".", "__"): 70.0}
    edge = edge_of_credit(result_of(**cheap, **fee))
    assert edge is not None
    assert edge.loses < 20.0


def test_draws_equal_their_scalar_runs() -> None:
    """A batch of fees is the same fees one by one."""
    fees = np.array([60.0, 90.0, 110.0])
    together = year_of(**{FEE.replace(".", "__"): fees})
    for place, fee in enumerate(fees):
        alone = year_of(**{FEE.replace(".", "__"): float(fee)})
        for name in ("in_hand", "more_taxes"):
            assert float(getattr(together, name)[place]) == float(getattr(alone, name))
        assert float(together.cover.credit[place]) == float(alone.cover.credit)  # type: ignore[index]
