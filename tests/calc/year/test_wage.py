"""Take-home and what is made from it."""

import math
from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.errors import UnknownKeyError
from calc.scenario import BenefitInKind, Benefits, Employee, OwnPractice
from calc.year.wage import switch_period

BASE: dict[str, Any] = {
    "work": {
        "kind": "own_practice",
        "session_kinds": [{"payer": "private"}],
        "health_premium_per_month": 100.0,
    },
    "household": {"needs_per_month": 2_000.0, "tax": {"mode": "effective", "rate": 0.3}},
    "loans": {"payment_per_month": 250.0},
    "support": {"own_therapy": {"sessions_per_year": 20.0, "full_price_per_session": 100.0}},
}


def result_of(**changes: Any) -> Result:
    """The result of a small practice, changed."""
    return evaluate(Scenario.parse({**BASE, **changes}), load_rules(2026))


def test_left_over_is_what_nobody_has_claimed() -> None:
    """Take-home less saving, loans 3,000, own therapy 2,000 and needs 24,000."""
    result = result_of()
    assert result.left_over.amount == pytest.approx(result.take_home.amount - 29_000)
    assert result.health_cover.amount == 1_200
    assert result.taxes.amount == pytest.approx(0.3 * result.profit.amount)


def test_each_wage_takes_one_thing_more() -> None:
    """Before tax; true; after loans; after own therapy: each a yearly amount by the same hours."""
    result = result_of()
    hours, home = result.hours.amount, result.take_home.amount
    assert result.wage_before_tax.amount == pytest.approx(result.profit.amount / hours)
    assert result.wage.amount == pytest.approx(home / hours)
    assert result.wage_after_loans.amount == pytest.approx((home - 3_000) / hours)
    assert result.wage_after_loans_and_therapy.amount == pytest.approx((home - 5_000) / hours)


def test_tax_to_put_by() -> None:
    """A share of each payment, a quarter at each due date; an employer withholds instead."""
    own = result_of()
    assert own.tax_to_put_by.share_of_payment.amount == pytest.approx(
        own.taxes.amount / own.money_in.amount
    )
    assert own.tax_to_put_by.per_quarter.amount == pytest.approx(own.taxes.amount / 4)
    assert own.tax_to_put_by.due_dates == ()  # at a rate of one's own there are no dates to know
    by_law = result_of(household={"tax": {"mode": "us"}})
    assert by_law.tax_to_put_by.due_dates[0] == "2026-04-15"
    assert by_law.tax_to_put_by.due_dates[-1] == "2027-01-15"
    assert not own.tax_to_put_by.withheld
    assert result_of(work={"kind": "employee"}).tax_to_put_by.withheld


def test_nothing_is_put_by_for_a_refund() -> None:
    """A household whose tax falls through this work puts by nothing."""
    poor = result_of(
        work={"kind": "employee", "pay": {"kind": "salary", "salary_per_year": 12_000.0}},
        household={"children_under_17": 3, "filing_status": "head_of_household"},
    )
    assert poor.taxes.amount < 0
    assert poor.tax_to_put_by.per_quarter.amount == 0
    assert poor.tax_to_put_by.share_of_payment.amount == 0


@pytest.mark.parametrize(
    ("period", "divisor", "unit"),
    [
        ("month", 12.0, "money_per_month"),
        ("week", 46.0, "money_per_week"),
        ("session", 23.0 * 46.0, "money_per_session"),
        ("year", 1.0, "money_per_year"),
    ],
)
def test_a_statement_for_another_period(period: str, divisor: float, unit: str) -> None:
    """A year's statement by month, worked week or booked session; a year is left as it is."""
    result = result_of()
    shown = switch_period(result.take_home, result.year, period)
    assert shown.amount == pytest.approx(result.take_home.amount / divisor)
    assert shown.unit == unit
    assert [part.key for part in shown.parts] == [part.key for part in result.take_home.parts]


def test_the_package_adds_what_is_given_in_kind() -> None:
    """Supervision worth 4,000 is no money in, but part of what the offer is worth."""
    benefits = Benefits(in_kind=(BenefitInKind(label="Supervision", worth_per_year=4_000.0),))
    with_it = evaluate(Scenario(work=Employee(benefits=benefits)), load_rules(2026))
    assert with_it.package.amount == pytest.approx(with_it.take_home.amount + 4_000)
    own = evaluate(Scenario(work=OwnPractice()), load_rules(2026))
    assert own.package.amount == own.take_home.amount


def test_the_staircase_of_a_salary_starts_at_money_in() -> None:
    """Pay that does not hang on sessions: money in by booked session, or by hour without any."""
    result = result_of(work={"kind": "employee"})
    start = result.staircase.parts[0]
    assert start.label == "Money in"
    assert start.amount == pytest.approx(result.money_in.amount / (23 * 46))
    no_sessions = result_of(work={"kind": "employee", "session_kinds": []})
    start = no_sessions.staircase.parts[0]
    assert start.amount == pytest.approx(no_sessions.money_in.amount / no_sessions.hours.amount)
    assert no_sessions.staircase.find("staircase.unpaid_time").amount == pytest.approx(0, abs=1e-9)


def test_the_staircase_of_a_split_shows_the_practices_share() -> None:
    """The practice keeps 40 % of collections: a step down; a match would be a step up."""
    result = result_of(work={"kind": "contractor", "pay": {"kind": "split", "share": 0.6}})
    collected = result.money_in.amount / 0.6
    share = result.staircase.find("staircase.share").amount
    assert share == pytest.approx(-0.4 * collected / (23 * 46))
    assert result.staircase.find("staircase.other_pay").amount == 0


def test_lines_are_found_by_key_in_any_statement() -> None:
    """The result finds a line wherever it stands; an unknown key names near ones."""
    result = result_of()
    for key in ("wage", "staircase.missed", "costs.card_fees", "needs", "hours.per_week"):
        assert result.find(key).key == key
    with pytest.raises(UnknownKeyError) as caught:
        result.find("take_hom")
    assert "take_home" in caught.value.near


def test_the_breakdown_ends_at_the_same_wage() -> None:
    """From money in down, each tax in a row of its own: the same wage by another way of adding."""
    result = result_of(household={"tax": {"mode": "separate"}})
    rows = result.breakdown.parts[0].parts
    assert [row.key for row in rows] == ["profit", "taxes.income", "taxes.social", "health_cover"]
    assert result.breakdown.amount == pytest.approx(result.wage.amount, rel=1e-12)


def test_a_result_lists_what_it_assumed() -> None:
    """The assumptions of the scenario are those of its result, worked out once."""
    result = result_of()
    assert result.assumptions == result.scenario.assumptions()
    assert result.assumptions is result.assumptions


def test_a_year_without_hours_has_no_wage() -> None:
    """NaN, and a remark, whether single or in a batch."""
    idle = {
        "kind": "own_practice",
        "session_kinds": [],
        "time": {"holiday_weeks": 52.0, "sickness_weeks": 0.0, "training_hours_per_year": 0.0},
    }
    result = result_of(work=idle)
    assert math.isnan(result.wage.amount)
    assert math.isnan(result.staircase.amount)
    assert {"no_hours", "no_worked_weeks", "no_sessions", "no_money_in"} <= {
        remark.kind for remark in result.remarks
    }
    batch = result.scenario.with_values({"work.time.training_hours_per_year": np.array([0.0, 5.0])})
    wages = evaluate(batch, load_rules(2026)).wage.amount
    assert np.isnan(wages).tolist() == [True, False]
