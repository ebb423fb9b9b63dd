"""Solving and evaluating go round: the answer gives the target, and no answer means none."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc import Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions.solve import OutOfReach, Reached, Target, figure_of, solve_for, unknown_of
from tests.strategies import scenarios


@settings(max_examples=1_000)
@given(scenario=scenarios(most_money=1e6), aim=st.floats(0.2, 3.0))
def test_a_fee_that_is_found_gives_its_target(scenario: Scenario, aim: float) -> None:
    """The least fee found for a take-home gives it within a cent, or steps over it.

    Where the figure jumps at the answer, just below it the target is missed.
    """
    rules = load_rules(scenario.tax_year)
    try:
        unknown = unknown_of(scenario, "fee")
    except ScenarioError:
        assume(False)
    now = float(figure_of(evaluate(scenario, rules), "take_home_per_month"))
    target = Target("take_home_per_month", now * aim)
    found = solve_for(scenario, unknown, target, rules)
    if isinstance(found, OutOfReach):
        grid = np.linspace(unknown.low, unknown.high, 2_000)
        swept = evaluate(scenario.with_values(unknown.changes(grid)), rules)
        best = np.max(figure_of(swept, "take_home_per_month"))
        assert best < target.limit
        assert found.best >= best - 1e-3 * max(abs(best), 1.0)
        return
    assert isinstance(found, Reached)
    reached = float(figure_of(found.result, "take_home_per_month"))
    assert reached >= target.limit
    if found.binding is not None and reached - float(target.limit) > 0.01:
        below = found.value - 1e-6 * max(found.value, 1.0)
        short = evaluate(scenario.with_values(unknown.changes(below)), rules)
        assert float(figure_of(short, "take_home_per_month")) < target.limit
