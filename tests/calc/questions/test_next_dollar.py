"""The next dollar: what of it stays, and every step of the curve by name."""

from pathlib import Path

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.levels import levels_at
from calc.questions.next_dollar import (
    LEAST_STEP,
    NextDollar,
    kept_of_next_hundred,
    next_dollar,
)
from tests.calc.questions.asks import RULES, SOLO
from tests.calc.questions.test_cover import JOB, result_of

EXAMPLES = Path(__file__).parents[3] / "scenarios"
GRADUATE = Scenario.from_toml((EXAMPLES / "graduate_with_loans.toml").read_bytes())


def of_graduate() -> Result:
    """A year with RAP and the saver's credit."""
    return evaluate(GRADUATE, load_rules(GRADUATE.tax_year))


def names(found: NextDollar) -> list[str]:
    """The steps by name, in their order."""
    return [step.name for step in found.steps]


def test_the_next_hundred_of_the_reference_case() -> None:
    """22 % of what self-employment tax and the business deduction leave: 69.51 stay.

    14.13 = 0.153 x 92.35; income tax 0.22 x 0.8 x (100 - 14.13 / 2) = 16.36.
    """
    found = next_dollar(evaluate(SOLO, RULES))
    assert found.earned[found.here] == pytest.approx(121_600.548)
    assert found.kept_of_next[found.here] == pytest.approx(100 - 14.12955 - 16.35660, abs=0.0005)
    taken = found.taken_of_next("taxes.self_employment")[found.here]
    assert taken == pytest.approx(14.12955, abs=1e-6)
    assert found.labels["taxes.self_employment"] == "Self-employment tax"
    assert found.base_full_at == pytest.approx(184_500 / 0.9235)
    assert found.ahead is None
    assert names(found) == ["payroll_tax"]  # self-employment tax begins at $400


def test_the_levels_are_the_years() -> None:
    """At what is earned now, the curve's taxes and payments are those of the result."""
    for result in (evaluate(SOLO, RULES), of_graduate()):
        found = next_dollar(result)
        taken = {key: float(row[found.here]) for key, row in found.levels.taken.items()}
        loans = taken.pop("loans", 0.0)
        assert sum(taken.values()) == pytest.approx(float(result.taxes.amount), abs=0.01)
        assert loans == pytest.approx(float(result.loans.amount), abs=0.01)
        kept = kept_of_next_hundred(result)
        assert kept == pytest.approx(float(found.kept_of_next[found.here]), abs=1e-6)


def test_a_credit_begins_and_ends_at_once() -> None:
    """Both edges are steps: at the poverty line it begins, at 400 % it ends."""
    found = next_dollar(result_of())
    assert names(found) == ["payroll_tax", "credit_begins", "credit_ends"]
    begins, ends = found.steps[1], found.steps[2]
    hidden = found.earned[np.isnan(found.between_steps)]
    assert len(hidden) == 3
    for start, step in zip(hidden, found.steps, strict=True):
        assert start <= step.at <= start + 100.0
    assert begins.costs == pytest.approx(-10_560.0, abs=1.0)
    assert ends.costs == pytest.approx(5_165.0, abs=1.0)
    assert found.kept_of_next.min() < -5_000.0
    assert "premium_credit" in found.levels.taken
    far = np.abs(found.earned - 100_000.0) < 1_000.0
    assert np.allclose(found.smoothed[far], found.kept_of_next[far], atol=0.5)
    assert np.array_equal(np.isnan(found.smoothed), np.isnan(found.between_steps))


def test_the_credit_of_a_big_family_falls_in_steps() -> None:
    """At eight people a whole percent of the line is worth more than the least step that is told.

    Benchmark and premium are dear enough that the share of income decides.
    """
    result = result_of(
        household__filing_status="joint",
        household__children_under_17=6,
        household__cover={"benchmark_per_month": 3_000.0, "people_covered": 8},
        work__health_premium_per_month=3_000.0,
    )
    assert "credit_share" in names(next_dollar(result))


def test_steps_of_a_loan_and_of_credits() -> None:
    """RAP asks 1 % more at each line, its interest is deducted, the saver's credit falls."""
    found = next_dollar(of_graduate())
    assert {"loan_share", "loan_interest", "savers_credit", "state_tax"} <= set(names(found))
    rap = [step for step in found.steps if step.name == "loan_share"]
    assert rap[-1].costs == pytest.approx(1_000.0, abs=1.0)
    assert found.ahead is not None
    assert found.ahead.at > float(found.levels.earned[found.here])
    assert found.base_full_at == 184_500.0


def test_credits_for_children_and_of_low_earnings() -> None:
    """$50 for each $1,000 above 400,000 of a couple; the federal credits are told apart."""
    rich = SOLO.with_values(
        {
            "household.filing_status": "joint",
            "household.children_under_17": 2,
            "household.spouse_wages_per_year": 330_000.0,
        }
    )
    found = next_dollar(evaluate(rich, RULES))
    assert "child_credit" in names(found)


@pytest.mark.parametrize("case", ["solo", "credit", "graduate", "salary"])
def test_continuous_but_for_named_steps(case: str) -> None:
    """Between two points $1 apart nothing moves by a step's size, unless a step is named there."""
    result = {
        "solo": lambda: evaluate(SOLO, RULES),
        "credit": result_of,
        "graduate": of_graduate,
        "salary": lambda: result_of(JOB),
    }[case]()
    found = next_dollar(result)
    fine = np.arange(0.0, 150_000.0, 1.0)
    levels, _ = levels_at(result, fine)
    moved = np.zeros(len(fine) - 1)
    for row in levels.taken.values():
        moved += np.abs(np.diff(row))
    jumps = fine[np.flatnonzero(moved >= LEAST_STEP + 3.0)]
    at = np.array([step.at for step in found.steps])
    for jump in jumps:
        assert np.abs(at - jump).min() <= 2.0, jump


def test_no_taxes_at_all() -> None:
    """Without tax all of the next dollar is one's own, without a step."""
    found = next_dollar(evaluate(SOLO.with_values({"household.tax": {"mode": "none"}}), RULES))
    assert np.allclose(found.kept_of_next, 100.0, rtol=0.0, atol=1e-6)
    assert found.steps == ()
    assert found.base_full_at is None
