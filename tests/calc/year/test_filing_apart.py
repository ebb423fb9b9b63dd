"""The own part of a couple's income, where it is not that of the return at hand."""

import pytest

from calc import Scenario, load_rules
from calc.ledger import given
from calc.taxes import Household
from calc.year.apart import own_income

RULES = load_rules(2026)


def test_halves_of_an_income_of_another_year() -> None:
    """In Texas 100,000 of a couple, 40,000 the spouse's pay and 2,000 interest: 50,000 + 1,000.

    The own earnings are 58,000, so each reports 49,000, and the interest stays on the own return.
    """
    loans = {"kind": "by_plan", "filing": "separate"}
    home = {"filing_status": "joint", "state": "TX"}
    work = {"kind": "own_practice"}
    plan = Scenario.parse({"work": work, "household": home, "loans": loans})
    couple = Household(
        filing_status="joint", state="TX", spouse_wages=40_000.0, other_income=2_000.0
    )
    before = given("loans.before", "Income of the year before", 100_000.0, "money_per_year")
    own = own_income(plan, couple, before, RULES, of_household=False)
    assert float(own.amount) == pytest.approx(49_000 + 2_000)
    assert own.how.endswith("(community property)")
