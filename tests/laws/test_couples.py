"""Two people with one return: the law of a state knows no first and no second."""

import numpy as np
import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)
EARNED, PAID = (-20_000.0, 0.0, 15_000.0, 60_000.0, 300_000.0), (0.0, 35_000.0)
COUPLES = [np.ravel(each) for each in np.meshgrid(EARNED, EARNED, PAID, (0.0, 120_000.0))]


@pytest.mark.parametrize("state", state_names())
def test_it_does_not_matter_who_is_named_first(state: str) -> None:
    """Both with profit, wages and an age: the two changed about owe the same tax."""
    profit, other_profit, wages, other_wages = COUPLES
    for age, other_age in ((40, 40), (67, 40), (80, 66)):
        one = Household(
            filing_status="joint",
            state=state,
            deduction="standard",
            age=age,
            spouse_age=other_age,
            profit=profit,
            wages=wages,
            spouse_profit=other_profit,
            spouse_wages=other_wages,
        )
        other = Household(
            filing_status="joint",
            state=state,
            deduction="standard",
            age=other_age,
            spouse_age=age,
            profit=other_profit,
            wages=other_wages,
            spouse_profit=profit,
            spouse_wages=wages,
        )
        first, second = (tax_bill(home, RULES).state.amount for home in (one, other))
        assert first == pytest.approx(second, abs=0.005)
