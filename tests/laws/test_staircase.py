"""The staircase leads from the fee of a session to the wage of an hour."""

import pytest
from hypothesis import given

from calc import Scenario, evaluate, load_rules
from tests.strategies import scenarios


@given(scenarios(most_money=1e5))
def test_the_steps_lead_to_the_wage(scenario: Scenario) -> None:
    """The steps add up to the true hourly wage, for any mix and any arrangement."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    if result.hours.amount == 0:
        return
    steps = [step.amount for step in result.staircase.parts]
    largest = max(map(abs, steps))
    assert result.staircase.amount == pytest.approx(result.wage.amount, rel=0, abs=1e-9 * largest)
    before_last = sum(steps[:-1])
    divisor = result.year.booked.amount or result.hours.amount
    assert before_last * divisor == pytest.approx(
        result.take_home.amount, rel=1e-9, abs=1e-9 * largest * divisor
    )


@given(scenarios(most_money=1e5))
def test_it_starts_at_the_mean_fee_of_an_own_practice(scenario: Scenario) -> None:
    """With a practice of one's own the first step is the mean full fee of a booked session."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    kinds = scenario.work.session_kinds
    booked = sum(kind.booked_per_week for kind in kinds)
    if scenario.work.kind != "own_practice" or result.year.booked.amount == 0:
        return
    fees = sum(k.booked_per_week * k.clients_per_session * k.fee_per_session for k in kinds)
    start = result.staircase.parts[0]
    assert start.key == "staircase.start"
    assert start.amount == pytest.approx(fees / booked, rel=1e-9)


@given(scenarios(most_money=1e5))
def test_each_step_is_named_once(scenario: Scenario) -> None:
    """No step is counted twice, and the last is unpaid time."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    keys = [step.key for step in result.staircase.parts]
    assert len(set(keys)) == len(keys)
    assert keys[-1] == "staircase.unpaid_time"


def test_pay_for_other_work_is_a_step() -> None:
    """Pay for administration reaches take-home as other pay, not as less unpaid time."""
    pay = {
        "kind": "per_session",
        "rates_per_session": [50.0],
        "administration_rate_per_hour": 20.0,
        "administration_rate_buckets": ["administration"],
    }
    scenario = Scenario.parse(
        {
            "work": {"kind": "contractor", "pay": pay, "health_premium_per_month": 0.0},
            "household": {"tax": {"mode": "none"}},
        }
    )
    result = evaluate(scenario, load_rules(2026))
    # 3 hours of administration a week, 23 sessions booked a week.
    assert result.staircase.find("staircase.other_pay").amount == pytest.approx(3 * 20 / 23)
