"""State payroll programmes: what employees pay for disability insurance, family leave and such."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, total
from calc.number import Flag, Number, at_least_zero, where
from calc.parameters import Parameter, Rules
from calc.taxes.household import Household


def programme_payment(wages: Number, rate: float, wage_base: float, most: float) -> Number:
    """A rate on wages up to a base, and never more than a yearly limit.

    >>> float(programme_payment(100_000.0, 0.00432, 1e18, 411.91))
    411.91
    """
    return np.minimum(np.minimum(at_least_zero(wages), wage_base) * rate, most)


def payment_at_own_rate(wages: Number, profit: Number, rate: Number) -> Number:
    """The user's own rate on wages and profit; a loss takes nothing off.

    >>> float(payment_at_own_rate(50_000.0, 10_000.0, 0.02))
    1200.0
    """
    return (wages + at_least_zero(profit)) * rate


def programmes_line(household: Household, rules: Rules) -> Line:
    """Each programme of the state on the person's wages, and a rate of the user's own.

    Where that rate is above zero it replaces them: then they stand at 0, otherwise it does. On
    wages alone, before any saving is taken from them: what the self-employed owe by law is part of
    the state's income tax, and what they may join is not assumed.
    """
    key, label = "taxes.payroll_programmes", "State payroll programmes"
    own_rate = household.payroll_programme_rate
    by_law = np.less_equal(own_rate, 0.0)
    rows = [
        _programme(f"{key}.{found.key.rpartition('.')[-1]}", household.wages, by_law, found)
        for found in rules.payroll_programmes(household.state)
    ]
    own = formula(
        f"{key}.own_rate",
        f"{label}, at your rate",
        payment_at_own_rate(household.wages, household.profit, own_rate),
        "money_per_year",
        "(pay + profit) x your rate",
    )
    named = label if np.any(by_law) else own.label
    return total(key, named, *rows, own)


def _programme(key: str, wages: Number, by_law: Flag, found: Parameter) -> Line:
    amount = programme_payment(
        wages, found.of("rate"), found.of("wage_base"), found.of("most_per_year")
    )
    return formula(
        key,
        found.label,
        where(by_law, amount, 0.0),
        "money_per_year",
        "wages x rate, on wages up to the law's base and at most its yearly limit",
        (),
        found,
    )
