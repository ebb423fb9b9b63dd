"""The frame of a plan's months: loans of the year before, own therapy, payees, rates."""

import datetime

import numpy as np
import pytest

from calc.months import ahead
from calc.months.payments import Payee, payees_of
from calc.scenario.ahead import Ahead
from tests.calc.months.months_cases import scenario
from tests.worked.months import RULES, by_payee, course, near, rows


def test_income_on_the_last_return_is_of_its_first_year_alone() -> None:
    """RAP on $20,000 in 2026: 1 % of it, $16.67 a month; in 2027 10 % of the 157,509.74 of 2026."""
    plan = scenario("solo_rap").with_values(
        {
            "loans.adjusted_income_per_year": 20_000.0,
            "ahead": Ahead(starts_on=datetime.date(2026, 1, 1)),
        }
    )
    first, second = (rows(year.loans.line.amount)[0] for year in ahead(plan, RULES).expected.years)
    assert first == pytest.approx(16.67 * 12.0, abs=1e-6)
    assert second == pytest.approx(1_312.58 * 12.0, abs=1e-6)


def test_own_therapy_as_a_cost_of_the_practice() -> None:
    """40 sessions at $120 are paid, 400 a month, and the profit of a year is 4,800 less."""
    therapy = {
        "own_therapy": {
            "sessions_per_year": 40.0,
            "full_price_per_session": 120.0,
            "tax_status": "business_cost",
        },
        "consultation_hours_per_week": 0.0,
    }
    found = course({}, household={"tax": {"mode": "effective", "rate": 0.3}}, support=therapy)
    assert found.therapy_per_month == near(400.0)
    assert rows(found.years[0].profit) == near([171_600.0 - 4_800.0])
    assert rows(found.balance)[2] - rows(found.balance)[1] == near(14_300.0 - 400.0)


def test_last_years_tax_where_tax_is_a_rate_or_nothing() -> None:
    """A rate asks for what last year was, never a tenth more; without tax there is nothing."""
    stated = {"tax_payments": "last_year", "fee_changes": [{"month": 1, "factor": 2.0}]}
    found = course(stated, household={"tax": {"mode": "effective", "rate": 0.3}})
    quarter = 0.3 * 171_600.0 / 4.0
    dates = dict.fromkeys(("first", "second", "third", "fourth"), quarter)
    assert by_payee(found, "federal", 2026) == near({**dates, "settled": 0.3 * 171_600.0})
    found = course(stated, household={"tax": {"mode": "none"}})
    assert set(by_payee(found, "federal", 2026).values()) == {0.0}


def test_who_asks_and_when() -> None:
    """The nation, the state and a city; parts of a state that was read, else even ones, said."""
    nation, state, city = payees_of(scenario("solo").with_values({"household.state": "CA"}), RULES)
    assert nation == Payee("federal", (0.25, 0.5, 0.75, 1.0), (4, 6, 9, 13), True)
    assert state.shares == near((0.3, 0.7, 0.7, 1.0))
    assert (state.part, state.read, city.part, city.read) == ("state", True, "local", False)
    _, state, _ = payees_of(scenario("solo").with_values({"household.state": "VA"}), RULES)
    assert state == Payee("state", (0.25, 0.5, 0.75, 1.0), (4, 6, 9, 13), False)


def test_parts_of_the_dates_that_are_left() -> None:
    """From July two of four even dates, each half; none after the last."""
    payee = Payee("federal", (0.25, 0.5, 0.75, 1.0), (4, 6, 9, 13), True)
    assert payee.parts_from(7) == (0.0, 0.0, 0.5, 0.5)
    assert payee.parts_from(14) == (0.0, 0.0, 0.0, 0.0)


def test_a_refund_of_the_year_before_comes_in_april() -> None:
    """A loss with a child: nothing is paid by date, also of the year before, and all comes back."""
    home = {"children_under_17": 2, "filing_status": "head_of_household"}
    kinds = [{"fee_per_session": 10.0}]
    found = course({"tax_payments": "as_earned"}, household=home, kinds=kinds)
    (year,) = found.years
    tax = float(np.ravel(year.returns.practice.total)[0])
    assert tax < 0.0
    of_before = by_payee(found, "federal", 2025)
    assert of_before["fourth"] == 0.0
    assert of_before["settled"] == near(float(np.ravel(found.before.practice.federal)[0]))
    assert float(found.tax_paid.sum()) == near(tax)
