"""Business income of a return: profits of the self-employed, and what an own corporation leaves."""

from __future__ import annotations

from calc.ledger import Line, formula, given, less
from calc.number import Number, at_least_zero, is_any
from calc.taxes.household import Household


def spouse_profit_counted(household: Household) -> Number:
    """Profit of the spouse's own practice, on a joint return only."""
    return household.spouse_profit if household.filing_status == "joint" else 0.0


def profits_counted(household: Household) -> Number:
    """Business income: profit, what an own corporation leaves, on a joint return the spouse's."""
    return household.profit + household.corporate_income + spouse_profit_counted(household)


def gains_counted(household: Household) -> Number:
    """The same where a loss of one practice lowers nothing else."""
    return self_employed_gains(household) + at_least_zero(household.corporate_income)


def self_employed_gains(household: Household) -> Number:
    """Profits that are earned by self-employment, a loss as nothing."""
    return at_least_zero(household.profit) + at_least_zero(spouse_profit_counted(household))


def spouse_profit_rows(household: Household) -> tuple[Line, ...]:
    """The spouse's profit, a row of a joint return."""
    if household.filing_status != "joint":
        return ()
    profit = household.spouse_profit
    return (given("taxes.spouse_profit", "Spouse's profit", profit, "money_per_year"),)


def community_rows(household: Household) -> tuple[Line, ...]:
    """What community property moves between a couple's separate returns: a row where it does."""
    moved = (household.community_wages, household.community_profit)
    if not any(map(is_any, moved)):
        return ()
    return (
        formula(
            "taxes.community",
            "Half of what both earn, less your own",
            moved[0] + moved[1],
            "money_per_year",
            "community property: each spouse reports half of both spouses' pay and profit",
        ),
    )


def corporate_rows(household: Household) -> tuple[Line, ...]:
    """What an own S corporation leaves, and the premium it paid: rows where there is one."""
    if not household.has_corporation:
        return ()
    left, premium = household.corporate_income, household.corporate_premium
    return (
        given("taxes.corporate_income", "Income of your corporation", left, "money_per_year"),
        given("taxes.corporate_premium", "Premium it paid, in pay", premium, "money_per_year"),
        less(
            formula(
                "taxes.corporate_premium_deducted",
                "Health premium of its owner",
                household.corporate_premium_deducted,
                "money_per_year",
                "the premium it paid, at most the pay",
            )
        ),
    )


def corporate_business_income(household: Household) -> Number:
    """Qualified business income of an own S corporation: what it leaves, perhaps less the premium.

    Below nothing it lowers that of another practice of the household.

    Whether the premium, which the corporation has deducted, lowers it once more at its owner's is
    not settled (26 CFR 1.199A-3(b)(1)(vi); the IRS in its answers says so).
    """
    twice = household.corporate_premium_deducted if household.premium_lowers_qbi_twice else 0.0
    return household.corporate_income - twice
