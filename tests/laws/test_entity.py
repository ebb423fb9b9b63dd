"""Laws of the S corporation beside the sole proprietor."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill
from calc.taxes.entity import Corporation
from calc.taxes.forms import both_forms
from calc.taxes.payroll import payroll_rates

RULES = load_rules(2026)
STATES = st.sampled_from(sorted(state_names()))
STATUS = st.sampled_from(["single", "joint", "head_of_household"])
PROFIT = st.floats(20_000.0, 500_000.0)
SHARE = st.floats(0.05, 0.9)


@given(STATES, STATUS, PROFIT)
def test_with_all_as_pay_it_is_an_employee(state: str, status: str, profit: float) -> None:
    """Where the salary takes all, owner and corporation owe what an employee and employer do."""
    rates = replace(payroll_rates(RULES, state), state_unemployment_rate=0.0)
    low, high = 0.0, profit
    for _ in range(100):  # the pay that, with its own taxes, leaves nothing
        pay = (low + high) / 2.0
        one = Corporation(profit=profit, receipts=profit, salary=pay)
        low, high = (pay, high) if pay + sum(one.owed_on(rates).values()) < profit else (low, pay)
    home = Household(filing_status=status, state=state, profit=profit)  # type: ignore[arg-type]
    found = both_forms(home, replace(one, salary=low), RULES, rates=rates)
    employee = tax_bill(
        Household(filing_status=status, state=state, wages=low),  # type: ignore[arg-type]
        RULES,
    )
    entity = float(found.corporation.entity_tax.amount)
    if entity == 0.0 and state != "OH":  # Ohio does not tax the pay of a corporation's owner
        ours = float(found.owner.total.amount + found.corporation.payroll_tax.amount)
        theirs = float(employee.total.amount) + sum(map(float, one.owed_on(rates).values()))
        assert ours == pytest.approx(theirs, abs=0.01)


@given(STATES, STATUS, PROFIT, SHARE, SHARE)
def test_a_row_equals_its_single_runs(
    state: str, status: str, profit: float, one: float, other: float
) -> None:
    """Draws change nothing: each is its own single run to the bit."""
    pay = np.array([one, other]) * profit

    def gain(salary: np.ndarray | float) -> np.ndarray:
        home = Household(filing_status=status, state=state, profit=profit)  # type: ignore[arg-type]
        corporation = Corporation(profit=profit, receipts=profit, salary=salary)
        return np.asarray(both_forms(home, corporation, RULES).gain.amount)

    row = gain(pay)
    assert np.array_equal(row, [gain(float(each)) for each in pay], equal_nan=True)


@given(STATUS, st.floats(40_000.0, 180_000.0), st.floats(0.1, 0.85), st.floats(100.0, 5_000.0))
def test_more_pay_below_the_base_gains_less(
    status: str, profit: float, share: float, more: float
) -> None:
    """Each dollar of pay below the wage base costs both halves of payroll tax (no state tax)."""

    def gain(salary: float) -> float:
        home = Household(filing_status=status, state="TX", profit=profit)  # type: ignore[arg-type]
        corporation = Corporation(profit=profit, receipts=profit, salary=salary)
        return float(both_forms(home, corporation, RULES).gain.amount)

    low = share * profit
    high = low + more
    if not np.isnan(gain(high)):
        assert gain(high) < gain(low) + 0.01
