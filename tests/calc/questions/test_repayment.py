"""What loans cost an hour and a month, how a couple files, and which awards and rules hold when."""

import datetime

import pytest

from calc.loans import services
from calc.parameters.student_loans import graduate_rate, holds_from, loan_rules
from calc.questions.apart import FilingApart, filing_apart
from calc.questions.repayment import cost_of_an_hour, filing_compared, payment_per_month
from calc.taxes.apart import filed_apart
from tests.calc.questions.indebted import CLINIC, DAY, RAP, SOLO, ahead, owner, result_of


def test_the_cost_of_an_hour_lies_between_the_wages() -> None:
    """The wage less loan payments an hour is the wage after loans."""
    result = result_of(CLINIC)
    cost = float(cost_of_an_hour(result).amount)
    assert cost > 0.0
    assert float(result.wage.amount) - cost == pytest.approx(float(result.wage_after_loans.amount))


def test_all_loans_a_month() -> None:
    """What RAP asks a month, and with it $12,000 without interest over ten years: $100 more."""
    alone = result_of(CLINIC)
    assert payment_per_month(alone) == pytest.approx(alone.find("loans.month").amount)
    private = {"balance": 12_000.0, "rate_per_year": 0.0, "years": 10.0}
    both = result_of(CLINIC, {"loans": {**RAP, "private": (private,)}})
    asked = float(both.find("loans.month").amount)
    assert payment_per_month(both) == pytest.approx(asked + 100.0, abs=0.01)


def test_a_couple_compares_its_ways_of_filing() -> None:
    """Together: both incomes, shared by what each owes. Apart: one income. The cost is stated."""
    couple = owner(150.0, separate_cost_per_year=2_400.0, spouse_balance=66_000.0)
    couple = couple.with_values(
        {
            "household.filing_status": "joint",
            "household.state": "FL",
            "household.spouse_wages_per_year": 60_000.0,
        }
    )
    found = filing_compared(result_of(couple))
    assert found is not None
    assert found.cost_per_month == 200.0
    for way, amount in (("as_household", found.together), ("separate", found.apart)):
        alone = result_of(couple, {"loans.filing": way})
        assert amount == alone.find("loans.month").amount
    assert float(found.together) < float(found.apart)


def test_a_cost_that_nobody_stated_is_that_of_both_returns() -> None:
    """Worked out under United States law; at a rate of one's own there is none."""
    couple = owner(150.0).with_values(
        {
            "household.filing_status": "joint",
            "household.state": "FL",
            "household.spouse_wages_per_year": 160_000.0,
        }
    )
    result, found = result_of(couple), filing_compared(result_of(couple))
    assert found is not None
    assert result.household is not None
    cost = filed_apart(result.household, result.rules).cost.amount
    assert float(found.cost_per_month) == pytest.approx(float(cost) / 12.0)
    assert float(cost) > 100.0
    rate = filing_compared(result_of(couple, {"household.tax": {"mode": "effective"}}))
    assert rate is not None
    assert rate.cost_per_month == 0.0


def test_only_couples_with_federal_loans_compare_filing() -> None:
    """Singles, known payments and couples without federal loans do not."""
    joint = {"household.filing_status": "joint"}
    assert filing_compared(result_of(owner(150.0))) is None
    assert filing_compared(result_of(SOLO, joint)) is None
    assert filing_compared(result_of(owner(150.0, federal=()), joint)) is None


def test_awards_and_what_leaving_pays_back() -> None:
    """Each award tells until when it asks service; all of it is paid back, or nothing."""
    awards = ({"amount": 50_000.0}, {"amount": 9_000.0, "months": 12, "paid_back_if_left": False})
    first, second = services(ahead(CLINIC, {"loans.awards": awards}))
    assert (first.until, first.paid_back) == (datetime.date(2028, 11, 1), 50_000.0)
    assert (second.until, second.paid_back) == (datetime.date(2027, 11, 1), 0.0)


def test_the_day_a_rule_holds_from() -> None:
    """A guideline holds from the day it was changed; later rules do not reach back."""
    rules = loan_rules(DAY)
    assert holds_from(rules["poverty_guideline"], DAY) == datetime.date(2026, 1, 15)
    assert holds_from(rules["rap_months"], DAY) == datetime.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2024-06-30", None),
        ("2024-07-01", 0.0808),
        ("2026-06-30", 0.0794),
        ("2027-06-30", 0.0807),
        ("2027-07-01", None),
    ],
)
def test_the_rate_of_a_school_year(day: str, rate: float | None) -> None:
    """A rate holds for the school year of the first payment; years not recorded have none."""
    found = graduate_rate(datetime.date.fromisoformat(day))
    assert (found.number if found else None) == rate


def test_the_cost_of_filing_apart_is_worked_out_where_it_is_not_stated() -> None:
    """It is that of both separate returns; at a tax rate of one's own there is none."""
    couple = owner(150.0).with_values(
        {"household.filing_status": "joint", "household.spouse_wages_per_year": 60_000.0}
    )
    answer = filing_apart(result_of(couple))
    assert isinstance(answer, FilingApart)
    found = filing_compared(result_of(couple))
    assert found is not None
    assert 12 * float(found.cost_per_month) == pytest.approx(float(answer.cost.amount))
    at_a_rate = {"household.tax": {"mode": "effective", "rate": 0.2}}
    found = filing_compared(result_of(couple, at_a_rate))
    assert found is not None
    assert found.cost_per_month == 0.0
