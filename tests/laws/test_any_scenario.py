"""Any lawful scenario has an answer."""

import math
from collections.abc import Iterator

import numpy as np
from hypothesis import given

from calc import Result, Scenario, evaluate, load_rules
from tests.laws.trees import lines_of
from tests.strategies import batches, scenarios

# Which lines each remark explains: a division by nothing.
EXPLAINS = {
    "no_hours": ("wage", "package.wage", "staircase", "hours.unpaid_share"),
    "no_worked_weeks": ("hours.per_week",),
    "no_money_in": ("set_aside.share",),
}


def unexplained(result: Result) -> Iterator[str]:
    """Lines that are infinite, or unknown without a remark."""
    kinds = {remark.kind for remark in result.remarks}
    explained = tuple(key for kind in kinds for key in EXPLAINS.get(kind, ()))
    for line in lines_of(result):
        if np.isinf(line.amount).any():
            yield f"{line.key} is infinite"
        if np.isnan(line.amount).any() and not line.key.startswith(explained or ("nothing",)):
            yield f"{line.key} is unknown"


@given(scenarios())
def test_any_lawful_scenario_has_an_answer(scenario: Scenario) -> None:
    """Nothing fails, nothing is infinite, and a remark explains whatever is not known."""
    result = evaluate(scenario, load_rules(scenario.tax_year))
    assert list(unexplained(result)) == []
    year, kinds = result.year, {remark.kind for remark in result.remarks}
    assert ("no_hours" in kinds) == (year.hours.amount == 0)
    assert ("no_worked_weeks" in kinds) == (year.worked_weeks.amount == 0)
    assert ("no_sessions" in kinds) == (year.booked.amount == 0)
    assert ("no_money_in" in kinds) == (result.money_in.amount == 0)
    assert math.isnan(result.wage.amount) == ("no_hours" in kinds)


@given(batches())
def test_any_batch_has_an_answer(pair: tuple[Scenario, tuple[Scenario, ...]]) -> None:
    """The same for a batch: whatever is not known in any draw is explained."""
    batch, _ = pair
    assert list(unexplained(evaluate(batch, load_rules(batch.tax_year)))) == []


@given(scenarios())
def test_the_same_scenario_has_the_same_answer(scenario: Scenario) -> None:
    """Same input, same output: two runs agree to the last remark."""
    rules = load_rules(scenario.tax_year)
    one, two = evaluate(scenario, rules), evaluate(scenario, rules)
    assert [repr(line) for line in lines_of(one)] == [repr(line) for line in lines_of(two)]
    assert repr(one.remarks) == repr(two.remarks)
