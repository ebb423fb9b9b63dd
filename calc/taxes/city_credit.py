"""New York City's credit for its tax on unincorporated business, on its resident's return.

Form IT-219 and Administrative Code 11-1706: a share of the business tax is taken off the city's
income tax, all of it at low income, less as income rises, and never more than that tax.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from calc.ledger import Line, formula, given, less, total
from calc.number import Number, share_of_way
from calc.parameters import Parameter, Rules
from calc.taxes.earnings import Earnings
from calc.taxes.household import Household
from calc.taxes.itemising import first_half
from calc.taxes.practice import unincorporated_tax
from calc.taxes.states.engine import state_bill
from calc.taxes.states.own_rules import OWN_RULES
from calc.taxes.states.record import state_record

CITY = "new_york_city"
LAW = "practice_taxes.new_york_city_unincorporated"


def share_credited(city_taxable: Number, law: Parameter) -> Number:
    """The share of the business tax that a resident's return credits, by city taxable income.

    >>> from calc.parameters import load_rules
    >>> law = load_rules(2026)[LAW]
    >>> [round(float(share_credited(x, law)), 3) for x in (42_000.0, 92_000.0, 200_000.0)]
    [1.0, 0.615, 0.23]
    """
    start, end = law.of("resident_whole_to"), law.of("resident_least_from")
    lost = share_of_way(city_taxable, start, end - start)
    return 1.0 - lost * (1.0 - law.of("resident_least"))


def less_city_credit(
    household: Household,
    rules: Rules,
    earnings: Earnings,
    interest: Line,
    adjusted: Line,
    local: Line,
) -> Line:
    """The city's income tax less the credit; as it is where no credit is due.

    City taxable income is the state's (Administrative Code 11-1711), under the standard deduction;
    a year whose state return is not recorded, and a rate of one's own, have no credit.
    """
    record = state_record(household.state, rules)
    of_city = household.city == CITY and np.any(np.equal(household.local_rate, 0.0))
    if not of_city or record is None:
        return local
    law = rules[LAW]
    due = unincorporated_tax(household.profit, law)
    if not np.any(due):
        return local
    first = first_half(household, rules, earnings, interest, adjusted)
    taxable = state_bill(household, first.figures, record, OWN_RULES).found["taxable"]
    credit = np.minimum(share_credited(taxable, law) * due, local.amount)
    credit = np.where(np.equal(household.local_rate, 0.0), credit, 0.0)[()]
    before = replace(local, key="taxes.local.before_credit")
    row = formula(
        "taxes.local.business_credit",
        "Credit for the city's tax on your practice",
        credit,
        "money_per_year",
        f"all of that tax up to {law.dollars('resident_whole_to')} of city taxable income, falling "
        f"to {law.percent_of('resident_least')} of it at {law.dollars('resident_least_from')}, at "
        "most the city's income tax",
        (
            given("taxes.local.business_tax", "Tax on the practice", due, "money_per_year"),
            given("taxes.local.taxable", "City taxable income", taxable, "money_per_year"),
        ),
        law,
    )
    return total("taxes.local", local.label, before, less(row))
