"""The loans of a scenario as borrower, terms and years ahead."""

from typing import Any

import numpy as np
import pytest

from calc.loans import (
    PLANS,
    Borrower,
    PaidByAward,
    borrower_of,
    files_apart,
    grown,
    own_share,
    path_of,
    plans_of,
    region_of,
    stepped,
    terms_of,
)
from calc.scenario import HouseholdInputs, LoansByPlan
from tests.calc.loans.borrowers import loan, parsed

SINGLE = HouseholdInputs()


def loans_of(**fields: Any) -> LoansByPlan:
    """The loans of such a scenario."""
    found = parsed(**fields).loans
    assert isinstance(found, LoansByPlan)
    return found


def test_region_and_share() -> None:
    """Alaska and Hawaii have guidelines of their own; where nobody owes, the whole is one's own."""
    assert [region_of(state) for state in ("TX", "DC", "AK", "HI")] == ["48", "48", "AK", "HI"]
    assert own_share(0.0, 0.0) == 1
    assert own_share(np.array([0.0, 10.0]), np.array([0.0, 30.0])).tolist() == [1.0, 0.25]


def test_paths_that_grow_and_step() -> None:
    """A figure grows from its start; a change takes its place from a year on and grows on."""
    assert grown(100.0, 0.10, 3)[:, 0].tolist() == pytest.approx([100, 110, 121])
    path = stepped(grown(100.0, 0.0, 4), [(1, 50.0, 0.10), (3, 80.0, 0.10), (4, 9.0, 0.0)])
    assert path[:, 0].tolist() == pytest.approx([100, 50, 55, 80])
    wide = stepped(grown(100.0, 0.0, 2), [(1, np.array([1.0, 2.0]), 0.0)])
    assert wide.tolist() == [[100, 100], [1, 2]]


def test_the_years_ahead_of_a_scenario() -> None:
    """Last year's return comes first, then this plan's income as it grows and changes."""
    loans = loans_of(
        adjusted_income_per_year=20_000.0,
        income_growth_per_year=0.10,
        guideline_growth_per_year=0.05,
        steps=[
            {"years_gone": 3, "adjusted_income_per_year": 70_000.0, "family_size": 1},
            {
                "years_gone": 2,
                "adjusted_income_per_year": 60_000.0,
                "family_size": 3,
                "dependents": 2,
            },
        ],
    )
    home = HouseholdInputs(children_under_17=1, state="HI")
    path = path_of(loans, home, 50_000.0)
    assert path.adjusted_income[:5, 0].tolist() == pytest.approx(
        [20_000, 55_000, 60_000, 70_000, 77_000]
    )
    two, three, one = 18_360 + 6_530, 18_360 + 2 * 6_530, 18_360
    assert path.guideline_per_year[:4, 0].tolist() == pytest.approx(
        [two, two * 1.05, three * 1.05**2, one * 1.05**3]
    )
    assert path.dependents[:4, 0].tolist() == [1, 1, 2, 0]
    assert path.share == 1
    plain = path_of(loans_of(income_growth_per_year=0.0), SINGLE, 50_000.0)
    assert set(plain.adjusted_income[:, 0]) == {50_000.0}


def test_stated_family_and_dependants_take_the_place_of_the_household() -> None:
    """What the lender counts may differ from the household: what is stated is used."""
    home = HouseholdInputs(filing_status="joint", children_under_17=2)
    counted = path_of(loans_of(), home, 50_000.0)
    assert counted.guideline_per_year[0, 0] == 15_960 + 3 * 5_680
    assert counted.dependents[0, 0] == 2
    stated = path_of(loans_of(family_size=1, dependents=0), home, 50_000.0)
    assert stated.guideline_per_year[0, 0] == 15_960
    assert stated.dependents[0, 0] == 0


def test_a_path_of_draws() -> None:
    """Draws of a last return, of an income or of growth make every row as wide as they are."""
    last = LoansByPlan(adjusted_income_per_year=np.array([10_000.0, 20_000.0]))
    path = path_of(last, SINGLE, 50_000.0)
    assert path.adjusted_income.shape == (30, 2)
    assert path.adjusted_income[0].tolist() == [10_000, 20_000]
    assert len(set(path.adjusted_income[1])) == 1
    wide = path_of(LoansByPlan(adjusted_income_per_year=9.0), SINGLE, np.array([1.0, 2.0, 3.0]))
    assert wide.adjusted_income[0].tolist() == [9, 9, 9]
    prices = path_of(LoansByPlan(guideline_growth_per_year=np.array([0.0, 0.1])), SINGLE, 1.0)
    assert prices.guideline_per_year[1].tolist() == pytest.approx([15_960, 17_556])


def test_a_couple_shares_by_what_each_owes() -> None:
    """The own part of a couple's debt; all of it for a single person or one who files apart."""
    couple = HouseholdInputs(filing_status="joint")
    loans = loans_of(spouse_balance=34_000.0)
    apart = loans_of(spouse_balance=34_000.0, filing="separate")
    assert path_of(loans, couple, 1.0).share == pytest.approx(0.66)
    assert path_of(apart, couple, 1.0).share == 1
    assert path_of(loans, SINGLE, 1.0).share == 1
    assert files_apart(apart, couple)
    assert not files_apart(apart, SINGLE)


def test_the_borrower_of_a_scenario() -> None:
    """Loans as they stand when repayment starts, with the facts that open a plan."""
    loans = loans_of(
        federal=[
            {"balance": 60_000.0, "rate_per_year": 0.08, "months_before_repayment": 18.0},
            {"balance": 20_000.0, "rate_per_year": 0.0, "subsidised": True, "label": "Old"},
        ],
        new_borrower=False,
        plan_now="paye",
        save_payments=12,
    )
    who = borrower_of(loans)
    assert [one.balance for one in who.loans] == [67_200, 20_000]
    assert (who.loans[1].label, who.loans[1].subsidised) == ("Old", True)
    assert (who.new_borrower, who.plan_now, who.save_payments) == (False, "paye", 12)
    assert who.rate_per_year == pytest.approx(0.08 * 67_200 / 87_200)
    assert who.subsidised_share == 0
    assert tuple(item.plan for item in plans_of(loans)) == PLANS
    free = Borrower(loans=(loan(rate_per_year=0.0, subsidised=True),))
    assert (free.rate_per_year, free.subsidised_share) == (0, 0)


def test_terms_of_a_scenario() -> None:
    """Awards are paid when they say; months count for PSLF only where the job does."""
    loans = loans_of(
        pslf_months_certified=24,
        credited_months=36,
        forgiveness_tax_rate=0.3,
        pooled=True,
        awards=[
            {"amount": 50_000.0, "months": 24, "paid": "at_start"},
            {"amount": 30_000.0, "months": 36, "paid": "yearly", "taxable": True},
            {"amount": 10_000.0, "months": 6, "paid": "yearly"},
            {"amount": 20_000.0, "months": 18, "paid": "at_end"},
        ],
    )
    terms = terms_of(loans, in_public_service=True)
    assert (terms.pslf_certified, terms.credited, terms.pooled) == (24, 36, True)
    assert terms.forgiveness_tax_rate == 0.3
    assert terms.awards == (
        PaidByAward(month=0, amount=50_000.0),
        PaidByAward(month=12, amount=10_000.0, taxable=True),
        PaidByAward(month=24, amount=10_000.0, taxable=True),
        PaidByAward(month=36, amount=10_000.0, taxable=True),
        PaidByAward(month=6, amount=10_000.0),
        PaidByAward(month=18, amount=20_000.0),
    )
    assert terms_of(loans, in_public_service=False).pslf_certified is None
