"""Dependants of 17 and more, tax year 2026, by hand."""

from dataclasses import replace

import pytest

from calc.loans.from_inputs import family_of
from calc.scenario import HouseholdInputs, LoansByPlan
from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, amounts, practice


def test_a_child_of_17_at_home() -> None:
    """Head of household in Texas, profit 30,000, one child of 17 (IRC 32(c)(3), 24(h)(4)).

    Half of self-employment tax 30,000 x 0.9235 x 0.153 / 2 = 2,119.43; adjusted income 27,880.57.
    Taxable before the business deduction 3,730.57, less 20 %: 2,984.45; tax 10 % = 298.45. The
    credit of 500 takes all of it. Earned income credit with one child: 4,427 - 15.98 % x
    (27,880.57 - 23,890) = 3,789.31.
    """
    result = practice(30_000, filing_status="head_of_household", older_children=1)
    assert amounts(
        result,
        "taxes.income_tax_before_credits",
        "taxes.child_credit",
        "taxes.earned_income_credit",
        "taxes.federal_income",
    ) == pytest.approx(
        {
            "taxes.income_tax_before_credits": 298.45,
            "taxes.child_credit": -298.45,
            "taxes.earned_income_credit": -3_789.31,
            "taxes.federal_income": -3_789.31,
        },
        abs=0.01,
    )
    assert result.taxes.find("taxes.child_credit").label == "Credit for other dependants"
    assert "taxes.child_credit_paid_out" not in {line.key for _, line in result.taxes.walk()}


def test_a_parent_is_no_child_of_the_earned_income_credit() -> None:
    """Head of household, profit 30,000, a parent supported: $500 off the tax, no other credit.

    The tax of 298.45 is all that can be taken. Without a child the earned income credit has ended
    long before 27,880.57.
    """
    home = Household(filing_status="head_of_household", profit=30_000.0, other_dependents=1)
    bill = tax_bill(home, RULES)
    assert bill.find("taxes.earned_income_credit").amount == 0.0
    assert bill.income_tax.amount == pytest.approx(0.0)


def test_both_credits_shrink_together() -> None:
    """Joint, wages 420,000: one child under 17 and a student are 2,700, less 50 x 20 = 1,700."""
    couple = Household(filing_status="joint", wages=420_000.0, deduction="standard")
    alone = tax_bill(couple, RULES)
    with_them = tax_bill(replace(couple, children_under_17=1, older_children=1), RULES)
    assert alone.income_tax.amount - with_them.income_tax.amount == pytest.approx(1_700.0)
    line = with_them.find("taxes.child_credit")
    assert line.label == "Credit for children and other dependants"
    assert line.find("taxes.child_credit.full").how == (
        "$2,200 for each child under 17, $500 for each other dependant"
    )


def test_only_what_is_for_children_under_17_is_paid_out() -> None:
    """Head of household, wages 25,000, a child under 17 and two students.

    Tax 10 % x (25,000 - 24,150) = 85, taken by the credits of 3,200. Of the 3,115 that are left
    1,700 are paid out for the child under 17, below 15 % x 22,500. The earned income credit is
    that of three children: 8,231 less 21.06 % x (25,000 - 23,890).
    """
    home = Household(
        filing_status="head_of_household", wages=25_000.0, children_under_17=1, older_children=2
    )
    bill = tax_bill(home, RULES)
    assert bill.find("taxes.child_credit").amount == pytest.approx(-85.0)
    assert bill.find("taxes.child_credit_paid_out").amount == pytest.approx(-1_700.0)
    assert bill.find("taxes.earned_income_credit").amount == pytest.approx(
        -(8_231 - 0.2106 * 1_110)
    )


def test_a_family_of_the_loans_counts_all_dependants() -> None:
    """Unless it is stated, the family of a payment by income holds every dependant."""
    home = HouseholdInputs(children_under_17=1, older_children=2, other_dependents=1)
    assert family_of(LoansByPlan(), home) == (5, 4)
