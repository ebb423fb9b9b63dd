"""State payroll programmes: what employees pay for disability insurance, family leave and such."""

from __future__ import annotations

import numpy as np

from calc.ledger import Line, formula, total
from calc.number import Flag, Number, added, at_least_zero, where
from calc.parameters import Parameter, Rules
from calc.taxes.household import Household

TAKEN_FROM_PAY = {"premium": "a premium", "hsa": "an HSA", "deferral": "a 401(k)"}


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
    wages alone, by each programme's own meaning of them: what the self-employed owe by law is part
    of the state's income tax, and what they may join is not assumed.
    """
    key, label = "taxes.payroll_programmes", "State payroll programmes"
    own_rate = household.payroll_programme_rate
    by_law = np.less_equal(own_rate, 0.0)
    rows = [
        _programme(f"{key}.{name_of(found)}", household, by_law, found, rules)
        for found in rules.payroll_programmes(household.state)
    ]
    own = formula(
        f"{key}.own_rate",
        f"{label}, at your rate",
        payment_at_own_rate(_wages_in(household), household.profit, own_rate),
        "money_per_year",
        "(pay + profit) x your rate",
    )
    named = label if np.any(by_law) else own.label
    return total(key, named, *rows, own)


def name_of(programme: Parameter) -> str:
    """A programme's name in its file, such as `CA_sdi`."""
    return programme.key.rpartition(".")[-1]


def programme_wages(household: Household, meaning: Parameter) -> Number:
    """The person's wages as a programme means them: less what is taken from pay and left out."""
    taken = {
        "premium": household.premium_before_tax,
        "hsa": household.hsa_through_payroll,
        "deferral": household.deferral_401k,
    }
    return _wages_in(household) - added(taken[what] for what in _left_out(meaning))


def _wages_in(household: Household) -> Number:
    """The person's wages without the pay of an own corporation that has left the programmes."""
    if household.corporate_pay_in_programmes:
        return household.wages
    return at_least_zero(household.wages - household.corporate_pay)


def _programme(
    key: str, household: Household, by_law: Flag, found: Parameter, rules: Rules
) -> Line:
    meaning = rules.programme_wages(name_of(found))
    wages = programme_wages(household, meaning)
    amount = programme_payment(
        wages, found.of("rate"), found.of("wage_base"), found.of("most_per_year")
    )
    return formula(
        key,
        found.label,
        where(by_law, amount, 0.0),
        "money_per_year",
        f"{_wages_in_words(meaning)} x rate, up to the law's base and at most its yearly limit",
        (),
        found,
        meaning,
    )


def _left_out(meaning: Parameter) -> tuple[str, ...]:
    return tuple(what for what in TAKEN_FROM_PAY if meaning.text(what) == "out")


def _wages_in_words(meaning: Parameter) -> str:
    taken = [TAKEN_FROM_PAY[what] for what in _left_out(meaning)]
    return f"(wages less what goes from pay into {', '.join(taken)})" if taken else "wages"
