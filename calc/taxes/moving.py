"""What the same household would pay in another state: all 51 on one federal return."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from calc.number import Number
from calc.parameters import Rules, state_names
from calc.taxes.earnings import adjusted_income, earnings_of
from calc.taxes.household import Household
from calc.taxes.investment import net_investment_income_line
from calc.taxes.itemising import first_half, lowest_returns
from calc.taxes.programmes import programmes_line
from calc.taxes.states.record import state_record


class StateTaxes(NamedTuple):
    """A household's taxes in one state, each a single number or one for each draw.

    `income_tax` is state income tax after credits, negative where more is paid out; `all_taxes`
    are federal, state and payroll taxes together, without local tax; `difference` is what they
    are above those in the household's own state. `confirmed` is False where one of the state's
    numbers is an estimate.
    """

    income_tax: Number
    all_taxes: Number
    difference: Number
    confirmed: bool


def taxes_by_state(household: Household, rules: Rules) -> Mapping[str, StateTaxes]:
    """The household's taxes in each state that is recorded for the year, by its two letters.

    The states' own laws are compared: neither the user's own state rate nor a local rate counts;
    a rate for payroll programmes is replaced by those of each state. Without a record of the
    household's own state there is nothing to compare with, and no state is returned.

    >>> from calc.parameters import load_rules
    >>> found = taxes_by_state(Household(state="TX", wages=100_000.0), load_rules(2026))
    >>> len(found), round(float(found["PA"].income_tax), 2), round(float(found["PA"].difference), 2)
    (51, 3070.0, 3140.0)
    """
    home = replace(household, state_rate=None, local_rate=0.0, payroll_programme_rate=0.0)
    earnings = earnings_of(home, rules)
    interest, adjusted = adjusted_income(home, rules, earnings)
    first = first_half(home, rules, earnings, interest, adjusted)
    in_every_state = (
        earnings.self_employment_tax.amount
        + earnings.fica.amount
        + earnings.additional_medicare.amount
        + net_investment_income_line(home, rules, adjusted).amount
    )
    oldest = home.age if home.filing_status != "joint" else max(home.age, home.spouse_age)
    paid: dict[str, tuple[Number, Number, bool]] = {}
    for code in state_names():
        record = state_record(code, rules)
        if record is not None:
            returns = lowest_returns(home, rules, first, record, 0.0)
            programmes = programmes_line(replace(home, state=code), rules).amount
            state = returns.state.net
            everything = in_every_state + returns.income.tax + state + programmes
            paid[code] = (state, everything, record.confirmed_for(oldest))
    if household.state not in paid:
        return {}
    here = paid[household.state][1]
    return {
        code: StateTaxes(state, everything, everything - here, confirmed)
        for code, (state, everything, confirmed) in paid.items()
    }
