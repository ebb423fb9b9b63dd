"""The income that a payment looks at where a couple files apart, of a year that has gone by."""

import pytest

from calc import load_rules
from calc.ledger import given
from calc.scenario import Scenario
from calc.taxes import Household
from calc.year.apart import own_income

RULES = load_rules(2026)


@pytest.mark.parametrize(
    ("state", "looks_at", "income"),
    [("TX", "own_return", 80_000.0), ("TX", "own_pay", 100_000.0), ("FL", "own_return", 100_000.0)],
)
def test_last_years_income_is_parted_by_what_the_state_holds_in_common(
    state: str, looks_at: str, income: float
) -> None:
    """Of $160,000, $60,000 the spouse's: half of both in Texas, unless the servicer takes pay."""
    loans = {"kind": "by_plan", "filing": "separate", "apart_income": looks_at}
    home = {"filing_status": "joint", "state": state, "spouse_wages_per_year": 60_000.0}
    plan = Scenario.parse({"work": {"kind": "own_practice"}, "loans": loans, "household": home})
    household = Household(filing_status="joint", state=state, spouse_wages=60_000.0)
    adjusted = given("before", "Adjusted income", 160_000.0, "money_per_year")
    found = own_income(plan, household, adjusted, RULES, of_household=False)
    assert float(found.amount) == pytest.approx(income)
