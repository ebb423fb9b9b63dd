"""State payroll programmes: what employees pay for disability insurance, family leave and such."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, total
from calc.number import Number, at_least_zero
from calc.parameters import Rules
from calc.taxes.household import Household


def programme_payment(wages: Number, rate: float, wage_base: float, most: float) -> Number:
    """A rate on wages up to a base, and never more than a yearly limit.

    >>> float(programme_payment(100_000.0, 0.00432, 1e18, 411.91))
    411.91
    """
    return np.minimum(np.minimum(at_least_zero(wages), wage_base) * rate, most)


def programmes_line(household: Household, rules: Rules) -> Line:
    """Each programme of the state on the person's wages; a rate of the user's own replaces them.

    On wages alone, before any saving is taken from them: what the self-employed owe by law is
    part of the state's income tax, and what they may join is not assumed.
    """
    key, label = "taxes.payroll_programmes", "State payroll programmes"
    at_own_rate = np.greater(household.payroll_programme_rate, 0.0)
    by_law = np.logical_not(at_own_rate)
    rows = [
        formula(
            f"{key}.{found.key.rpartition('.')[-1]}",
            found.label,
            by_law
            * programme_payment(
                household.wages,
                found.of("rate"),
                found.of("wage_base"),
                found.of("most_per_year"),
            ),
            "money_per_year",
            "wages x rate, on wages up to the law's base and at most its yearly limit",
            (),
            found,
        )
        for found in rules.payroll_programmes(household.state)
        if np.any(by_law)
    ]
    own = formula(
        f"{key}.own_rate" if rows else key,
        f"{label}, at your rate" if np.any(at_own_rate) else label,
        (household.wages + at_least_zero(household.profit)) * household.payroll_programme_rate,
        "money_per_year",
        "(pay + profit) x your rate",
    )
    if not rows:
        return own
    if np.any(at_own_rate):
        rows.append(own)
    return total(key, label, *rows)
