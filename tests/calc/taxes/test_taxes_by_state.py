"""The same household in every state."""

from dataclasses import replace

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.parameters import state_names
from calc.taxes import Household, tax_bill
from calc.taxes.moving import taxes_by_state

RULES = load_rules(2026)
HOMES = (
    Household(state="TX", profit=120_000.0, self_employed_premium=6_000.0),
    Household(state="CA", wages=90_000.0, deferral_401k=5_000.0, student_loan_interest=2_000.0),
    Household(state="NY", filing_status="joint", profit=420_000.0, spouse_wages=180_000.0),
    Household(state="OH", filing_status="head_of_household", wages=30_000.0, children_under_17=1),
    Household(state="MN", profit=300_000.0, deduction="itemised"),
)


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.state)
def test_each_state_is_the_bill_of_someone_who_lives_there(home: Household) -> None:
    """All 51 at once give what 51 returns give one by one, the choice to itemise included."""
    found = taxes_by_state(home, RULES)
    assert list(found) == list(state_names())
    here = float(tax_bill(home, RULES).total.amount)
    for state, there in found.items():
        bill = tax_bill(replace(home, state=state), RULES)
        assert float(there.income_tax) == pytest.approx(float(bill.state.amount), abs=1e-6)
        assert float(there.all_taxes) == pytest.approx(float(bill.total.amount), abs=1e-6)
        difference = float(bill.total.amount) - here
        assert float(there.difference) == pytest.approx(difference, abs=1e-6)


def test_the_own_rates_of_today_do_not_move() -> None:
    """A state rate, a local rate and a rate for programmes belong to where one lives now."""
    home = Household(state="CA", wages=90_000.0)
    rates = replace(home, state_rate=0.2, local_rate=0.03, payroll_programme_rate=0.05)
    assert taxes_by_state(rates, RULES) == taxes_by_state(home, RULES)


def test_estimates_are_told() -> None:
    """California's brackets of 2026 are an estimate; Pennsylvania's rate is not."""
    found = taxes_by_state(Household(wages=90_000.0), RULES)
    assert not found["CA"].confirmed
    assert found["PA"].confirmed


def test_a_year_without_records_compares_nothing() -> None:
    """No state of 2025 is recorded: none is shown, and none is taken for zero."""
    assert taxes_by_state(Household(wages=90_000.0), load_rules(2025)) == {}


def test_draws_move_together() -> None:
    """A batch gives each draw what it gives alone."""
    profits = np.array([20_000.0, 90_000.0, 500_000.0])
    together = taxes_by_state(Household(state="TX", profit=profits), RULES)
    for index, profit in enumerate(profits):
        alone = taxes_by_state(Household(state="TX", profit=float(profit)), RULES)
        for state, found in alone.items():
            amounts = np.broadcast_to(together[state].difference, profits.shape)
            assert amounts[index] == float(found.difference), state


def test_the_household_of_a_result() -> None:
    """The return behind a result's taxes can be moved; without US law there is none."""
    data = {"work": {"kind": "own_practice"}, "household": {"state": "NY"}}
    result = evaluate(Scenario.parse(data), RULES)
    assert result.household is not None
    bill = tax_bill(result.household, RULES)
    assert float(bill.total.amount) == pytest.approx(float(result.taxes.amount))
    assert taxes_by_state(result.household, RULES)["NY"].difference == 0.0
    abroad = {**data, "household": {"tax": {"mode": "none"}}}
    assert evaluate(Scenario.parse(abroad), RULES).household is None
