"""What the same work would leave in another state: a question asked of a result."""

from __future__ import annotations

from dataclasses import dataclass, replace

from calc.ledger import Line, formula, given, less, total
from calc.number import MONTHS_PER_YEAR, Number
from calc.parameters import Parameter, state_names
from calc.scenario.household import NO_CITY
from calc.taxes import tax_bill
from calc.taxes.moving import taxes_by_state
from calc.taxes.practice import practice_of, practice_tax_states, told_of
from calc.year.evaluate import Result, evaluate

NO_OWN_RATES = {
    "household.tax.state_rate": None,
    "household.tax.local_rate": 0.0,
    "household.tax.payroll_programme_rate": 0.0,
    "household.city": NO_CITY,
}
NO_PRACTICE_TAXES = "TX"  # a state that has none: there profit is what costs alone leave


@dataclass(frozen=True, slots=True)
class StateHome:
    """Take-home a month in one state, and how much more that is than in the own one.

    `confirmed` is False where one of the state's numbers is an estimate; `told` are taxes on the
    practice there that are not counted, since they hang on facts which are not asked.
    """

    code: str
    name: str
    per_month: Line
    difference_per_month: Line
    confirmed: bool
    own: bool
    told: tuple[str, ...]


def take_home_by_state(result: Result) -> tuple[StateHome, ...]:
    """The same scenario in each recorded state, the most take-home first; for single numbers.

    Each state's own law is compared, its taxes on a practice too: rates of the user's own and the
    city are left out. The change of the whole household's taxes counts, a spouse's and another
    job's included.

    Empty where tax is not that of a United States return, or the year's states are not recorded.
    """
    if result.household is None:
        return ()
    by_law = evaluate(result.scenario.with_values(NO_OWN_RATES), result.rules)
    without = _moved(by_law, NO_PRACTICE_TAXES)
    assert without.household is not None
    names = state_names()
    month = given("moving.months", "Months", MONTHS_PER_YEAR, "count")
    own = by_law.scenario.household.state
    here = _all_taxes(by_law)
    found, with_own = [], practice_tax_states(result.rules)
    for code, taxes in taxes_by_state(without.household, result.rules).items():
        there = _moved(by_law, code) if code in with_own else without
        all_taxes = taxes.all_taxes if there is without else _all_taxes(there)
        more = (
            formula(
                f"moving.{code}.taxes",
                "Taxes more",
                all_taxes - here,
                "money_per_year",
                "taxes there - here",
            ),
            formula(
                f"moving.{code}.practice_taxes",
                "Taxes on the practice more",
                there.costs.amount - by_law.costs.amount,
                "money_per_year",
                "taxes on the practice there - here",
            ),
        )
        home = total(f"moving.{code}", names[code], by_law.take_home, *map(less, more))
        rise = total(f"moving.{code}.difference", names[code], *map(less, more))
        found.append(
            StateHome(
                code,
                names[code],
                home.per(month, "money_per_month"),
                rise.per(month, "money_per_month"),
                taxes.confirmed,
                code == own,
                tuple(law.label for law in _told(by_law, code)),
            )
        )
    return tuple(sorted(found, key=lambda home: -float(home.per_month.amount)))


def _moved(result: Result, code: str) -> Result:
    return evaluate(result.scenario.with_values({"household.state": code}), result.rules)


def _all_taxes(result: Result) -> Number:
    assert result.household is not None
    return tax_bill(result.household, result.rules).total.amount


def _told(result: Result, code: str) -> tuple[Parameter, ...]:
    """Taxes on the practice of a state that hang on facts which are not asked."""
    practice = practice_of(result.scenario, result.money.taxable.amount, result.profit.amount)
    return () if practice is None else told_of(replace(practice, state=code), result.rules)
