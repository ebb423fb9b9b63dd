"""Take-home over all states."""

from pathlib import Path

import pytest

from calc import Scenario, evaluate, load_rules
from calc.parameters import state_names
from calc.questions.moving import take_home_by_state

ROOT = Path(__file__).parents[3]
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())


def test_every_state_is_compared_best_first() -> None:
    """All 51 are there once, the most take-home first, and the own one differs by nothing."""
    homes = take_home_by_state(evaluate(SOLO, load_rules(2026)))
    assert {home.code for home in homes} == set(state_names())
    months = [float(home.per_month.amount) for home in homes]
    assert months == sorted(months, reverse=True)
    (own,) = [home for home in homes if home.own]
    assert own.code == "TX"
    assert float(own.difference_per_month.amount) == 0.0


@pytest.mark.parametrize("code", ["CA", "OR", "NY", "OH", "FL"])
def test_moving_is_what_living_there_leaves(code: str) -> None:
    """The comparison gives the same take-home as the scenario with that state in it."""
    rules = load_rules(2026)
    homes = {home.code: home for home in take_home_by_state(evaluate(SOLO, rules))}
    there = evaluate(SOLO.with_values({"household.state": code}), rules)
    assert float(homes[code].per_month.amount) == pytest.approx(there.take_home.amount / 12)


def test_rates_of_the_users_own_change_nothing() -> None:
    """States are compared by their law, whatever rates the user has entered."""
    rules = load_rules(2026)
    rates = {"household.tax.state_rate": 0.1, "household.tax.local_rate": 0.03}
    own = take_home_by_state(evaluate(SOLO.with_values(rates), rules))
    assert [float(home.per_month.amount) for home in own] == pytest.approx(
        [float(home.per_month.amount) for home in take_home_by_state(evaluate(SOLO, rules))]
    )


def test_nothing_to_compare_is_an_empty_answer() -> None:
    """Without United States tax, or in a year whose states are not recorded, no state is told."""
    flat = SOLO.with_values({"household.tax": {"mode": "none"}})
    assert take_home_by_state(evaluate(flat, load_rules(2026))) == ()
    california = SOLO.with_values({"household.state": "CA", "tax_year": 2025})
    assert take_home_by_state(evaluate(california, load_rules(2025))) == ()


@pytest.mark.parametrize("home", ["TX", "HI", "WA"])
def test_taxes_on_the_practice_move_too(home: str) -> None:
    """Each state's take-home is that of the same practice entered there, from wherever one asks."""
    here = evaluate(SOLO.with_values({"household.state": home}), load_rules(2026))
    found = {state.code: state for state in take_home_by_state(here)}
    for code in ("TX", "HI", "WA", "CA"):
        there = evaluate(SOLO.with_values({"household.state": code}), load_rules(2026))
        per_month = float(there.take_home.amount) / 12
        assert float(found[code].per_month.amount) == pytest.approx(per_month), code
        more = per_month - float(here.take_home.amount) / 12
        assert float(found[code].difference_per_month.amount) == pytest.approx(more, abs=1e-6)
    assert found["NH"].told == ("New Hampshire business profits tax",)
    assert found["TX"].told == ()
