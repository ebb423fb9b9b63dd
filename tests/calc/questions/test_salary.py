"""The salary that leaves the same."""

import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.salary import salary_equivalent
from calc.questions.solve import Reached
from calc.scenario import Benefits

RULES = load_rules(2026)
OWN = Scenario.parse({"work": {"kind": "own_practice"}, "costs": [{"kind": "rent"}]})


def test_the_salary_leaves_the_same_for_the_same_hours() -> None:
    """Evaluated again, the job has the take-home and the hours of the practice."""
    result = evaluate(OWN, RULES)
    found = salary_equivalent(result)
    assert isinstance(found, Reached)
    job = found.result
    assert float(job.take_home.amount) == pytest.approx(float(result.take_home.amount), abs=0.05)
    assert float(job.hours.amount) == pytest.approx(float(result.hours.amount))
    assert job.scenario.costs == ()
    assert found.value == pytest.approx(float(job.money_in.amount), abs=0.01)


def test_benefits_in_money_lower_it_and_a_premium_raises_it() -> None:
    """A match is pay; a premium is not."""
    result = evaluate(OWN, RULES)
    plain = salary_equivalent(result)
    match = salary_equivalent(result, Benefits(retirement_match_per_year=3_000.0))
    premium = salary_equivalent(result, premium_per_month=200.0)
    assert all(isinstance(found, Reached) for found in (plain, match, premium))
    assert match.value < plain.value < premium.value  # type: ignore[union-attr]
