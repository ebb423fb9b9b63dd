"""Local income tax: at a rate of the user's own, or by the city that was chosen."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula
from calc.number import Number, at_least_zero, where
from calc.parameters import cities
from calc.taxes.business import self_employed_gains
from calc.taxes.earnings import spouse_wages_counted
from calc.taxes.household import Household

WORDS = {
    "earnings": "gross pay and profit x the city's rate",
    "pay": "gross pay x the city's rate",
    "adjusted": "adjusted income x the city's rate",
}


def local_tax(household: Household, adjusted: Line) -> Line:
    """Local income tax on one return.

    A rate above zero of the user's own, on adjusted income, replaces that of the city: draw by
    draw. A city's rate is one for all incomes; where it has brackets it is our mean of them.
    """
    own = household.local_rate
    income = at_least_zero(adjusted.amount + household.change_by_election)
    amount = income * own
    chosen = cities().get(household.city)
    if chosen is None or chosen.tax is None or bool(np.all(np.greater(own, 0.0))):
        how = "adjusted income x your local rate"
        return _line("Local income tax", amount, how, adjusted)
    pay = household.wages + spouse_wages_counted(household)
    bases: dict[str, Number] = {
        "earnings": at_least_zero(pay) + self_employed_gains(household),
        "pay": at_least_zero(pay),
        "adjusted": income,
    }
    by_city = bases[chosen.base] * chosen.tax.number
    return formula(
        "taxes.local",
        f"Local income tax, {chosen.name}",
        where(np.greater(own, 0.0), amount, by_city),
        "money_per_year",
        WORDS[chosen.base],
        (adjusted,),
        chosen.tax,
    )


def _line(label: str, amount: Number, how: str, adjusted: Line) -> Line:
    return formula("taxes.local", label, amount, "money_per_year", how, (adjusted,))
