"""Tax on what money earns: the net investment income tax (IRC 1411)."""

from __future__ import annotations

from calc.ledger import Line, formula, given
from calc.parameters import Rules
from calc.taxes import federal
from calc.taxes.household import Household


def net_investment_income_line(household: Household, rules: Rules, adjusted: Line) -> Line:
    """The tax on interest, dividends and net rents, at most on adjusted income above a threshold.

    Profit of a practice that one works in is no such income, nor are pensions.
    """
    rate = rules["us_federal.net_investment_income_rate"]
    threshold = rules["us_federal.net_investment_income_threshold"]
    status = household.brackets_status
    return formula(
        "taxes.net_investment_income",
        "Net investment income tax",
        federal.net_investment_income_tax(
            household.other_income, adjusted.amount, threshold.of(status), rate.number
        ),
        "money_per_year",
        f"{rate.percent} of investment income, at most of adjusted income above "
        f"{threshold.dollars(status)}",
        (
            given(
                "taxes.investment", "Investment income", household.other_income, "money_per_year"
            ),
            adjusted,
        ),
        rate,
        threshold,
    )
