"""A couple that files apart for its loans: the income a payment looks at, and what it costs in tax.

The year's taxes stay those of the joint return, on which no loan interest is deducted then; what
both separate returns come to more is a row of the loan payments. So the sum is what is paid.
"""

from __future__ import annotations

from dataclasses import replace

from calc.ledger import Line, formula
from calc.loans import files_apart
from calc.number import Number, is_any
from calc.parameters import Rules
from calc.scenario import LoansByPlan, Scenario
from calc.taxes import Household
from calc.taxes.apart import HALF, filed_apart, has_community_property, moved_to_own
from calc.taxes.saving import half_of_self_employment_tax

ROW = "loans.filing_apart"
OWN = "the couple's adjusted income, less the spouse's wages and profit"
HALVES = f"{OWN}, and half of what both earn in place of one's own (community property)"


def pays_on_one_income(scenario: Scenario) -> bool:
    """Whether the payment looks at one income of a couple."""
    loans = scenario.loans
    return isinstance(loans, LoansByPlan) and files_apart(loans, scenario.household)


def own_income(
    scenario: Scenario,
    household: Household,
    adjusted: Line,
    rules: Rules,
    *,
    of_household: bool = True,
) -> Line:
    """The person's own part of a couple's adjusted income, as the separate return has it.

    Where property is in common that is half of what both earn, unless the servicer takes the
    person's own pay. `of_household` is False where the adjusted income is not that of `household`:
    then the person's earnings are what it leaves beside the spouse's and what no work earns.
    """
    own = adjusted.amount - _spouse_part(household, rules)
    how = OWN
    if _looks_at_the_return(scenario) and has_community_property(household.state, rules):
        how = HALVES
        if of_household:
            wages, profit = moved_to_own(household, rules)
            own = own + wages + profit
        else:
            spouse = household.spouse_wages + household.spouse_profit
            own = own + (spouse - (own - household.unearned_income)) * HALF
    return formula(
        "loans.own_income", "Own adjusted income", own, "money_per_year", how, (adjusted,)
    )


def _looks_at_the_return(scenario: Scenario) -> bool:
    loans = scenario.loans
    return isinstance(loans, LoansByPlan) and loans.apart_income == "own_return"


def _spouse_part(household: Household, rules: Rules) -> Number:
    """What a spouse earns of a couple's adjusted income: wages, and profit less half its tax."""
    wages, profit = household.spouse_wages, household.spouse_profit
    if not is_any(profit):
        return wages
    return wages + profit - half_of_self_employment_tax(profit, wages, rules)


def cost_row(scenario: Scenario, household: Household, rules: Rules) -> Line | None:
    """What filing apart costs in tax; None where it is stated, or nobody files apart."""
    loans = scenario.loans
    if not isinstance(loans, LoansByPlan) or loans.separate_cost_per_year is not None:
        return None
    if not files_apart(loans, scenario.household):
        return None
    found = filed_apart(household, rules, scenario.household.children_claimed_by)
    return replace(found.cost, key=ROW)
