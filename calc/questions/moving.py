"""What the same work would leave in another state: a question asked of a result."""

from __future__ import annotations

from dataclasses import dataclass

from calc.ledger import Line, formula, given, less, total
from calc.number import MONTHS_PER_YEAR
from calc.parameters import state_names
from calc.taxes.moving import taxes_by_state
from calc.year.evaluate import Result, evaluate

NO_OWN_RATES = {
    "household.tax.state_rate": None,
    "household.tax.local_rate": 0.0,
    "household.tax.payroll_programme_rate": 0.0,
}


@dataclass(frozen=True, slots=True)
class StateHome:
    """Take-home a month in one state, and how much more that is than in the own one.

    `confirmed` is False where one of the state's numbers is an estimate.
    """

    code: str
    name: str
    per_month: Line
    difference_per_month: Line
    confirmed: bool
    own: bool


def take_home_by_state(result: Result) -> tuple[StateHome, ...]:
    """The same scenario in each recorded state, the most take-home first; for single numbers.

    Each state's own law is compared: rates of the user's own are left out. The change of the whole
    household's taxes counts, a spouse's and another job's included.

    Empty where tax is not that of a United States return, or the year's states are not recorded.
    """
    if result.household is None:
        return ()
    by_law = evaluate(result.scenario.with_values(NO_OWN_RATES), result.rules)
    household = by_law.household
    assert household is not None
    names = state_names()
    month = given("moving.months", "Months", MONTHS_PER_YEAR, "count")
    found = []
    for code, taxes in taxes_by_state(household, result.rules).items():
        more = formula(
            f"moving.{code}.taxes",
            "Taxes more",
            taxes.difference,
            "money_per_year",
            "taxes there - here",
        )
        home = total(f"moving.{code}", names[code], by_law.take_home, less(more))
        found.append(
            StateHome(
                code,
                names[code],
                home.per(month, "money_per_month"),
                less(more).per(month, "money_per_month"),
                taxes.confirmed,
                code == household.state,
            )
        )
    return tuple(sorted(found, key=lambda home: -float(home.per_month.amount)))
