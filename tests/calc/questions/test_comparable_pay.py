"""What others are paid for the hours of a practice."""

from pathlib import Path

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.comparable_pay import comparable_pay

SOLO = Path(__file__).resolve().parents[3] / "scenarios" / "solo_private_pay.toml"
RULES = load_rules(2026)


def test_pay_is_scaled_by_the_hours_of_the_practice() -> None:
    """The nation's counselors: 47,100, 59,350 and 76,530 for 2,080 hours; here for 1,191.16."""
    plan = Scenario.from_toml(SOLO.read_bytes()).with_values({"household.state": "TX"})
    result = evaluate(plan, RULES)
    found = comparable_pay(result, "counselors")
    share = 1_191.16 / 2_080.0
    assert float(found.of_full_time) == pytest.approx(share, abs=1e-5)
    assert found.band.area == "TX"
    for of_the_year, yearly in (
        (found.quarter, found.band.annual.p25),
        (found.median, found.band.annual.p50),
        (found.three_quarters, found.band.annual.p75),
    ):
        assert float(of_the_year) == pytest.approx(yearly * share, rel=1e-5)


def test_the_nation_stands_in_where_a_state_is_not_published() -> None:
    """Connecticut has no row for psychologists, and the band says whose it is."""
    plan = Scenario.from_toml(SOLO.read_bytes()).with_values({"household.state": "CT"})
    found = comparable_pay(evaluate(plan, RULES), "psychologists")
    assert found.band.area == "US"
    assert found.band.annual.p50 == 100_580.0
