"""Plans by income from month to month, by hand: waived interest, PAYE that ends, credit."""

import pytest

from calc.loans import Borrower, Loan, Plan, Terms, project
from tests.worked.loans import AS_OF, OLD, cents, income, owing


def test_interest_of_subsidised_loans_is_waived_for_three_years() -> None:
    """20,000 at 6 % owe 100 a month; no income pays nothing; half the debt is subsidised.

    50 of the 100 are not charged for 36 months; all later interest stays owed: 36 x 50 + 204 x 100.
    """
    loans = tuple(
        Loan(balance=10_000.0, rate_per_year=0.06, made_on=OLD, subsidised=subsidised)
        for subsidised in (True, False)
    )
    borrower = Borrower(loans=loans, new_borrower=True)
    found = project("ibr_10", income(0.0), borrower, AS_OF)
    assert found.months == 240
    assert found.total_paid == 0
    assert found.waived == cents(36 * 50)
    assert found.forgiven == cents(20_000 + 36 * 50 + 204 * 100)


def test_paye_gives_way_in_july_2028() -> None:
    """19 payments of PAYE, December 2026 to June 2028, then IBR at 15 % until 300 are made.

    PAYE asks 10 % of 28,060 a month, 233.83; IBR 15 %, 350.75. Interest of 443.85 on 66,000 is
    never covered and is not added to principal: forgiven are 66,000 and what was not covered.
    """
    borrower = owing(66_000.0, 0.0807, plan_now="paye")
    found = project("paye", income(52_000.0), borrower, AS_OF)
    assert found.then == "ibr_15"
    assert found.months == 300
    assert set(found.paid_by_month[:19, 0]) == {233.83}
    assert set(found.paid_by_month[19:, 0]) == {350.75}
    assert found.total_paid == cents(19 * 233.83 + 281 * 350.75)
    interest = 66_000 * 0.0807 / 12
    assert found.forgiven == cents(66_000 + 300 * interest - 19 * 233.83 - 281 * 350.75)


def test_paye_with_payments_under_save_goes_on_under_rap() -> None:
    """60 payments under SAVE close IBR: RAP follows, asks 216.67, waives interest and matches 50.

    Of 19 x (443.85 - 233.83) unpaid interest nothing is waived later; each month of RAP pays from
    it what it pays, for the month's own interest is not charged beyond. PAYE's payments count
    towards the 360 of RAP.
    """
    borrower = owing(66_000.0, 0.0807, plan_now="paye", save_payments=60)
    terms = Terms(forgiveness_tax_rate=0.2)
    found = project("paye", income(52_000.0), borrower, AS_OF, terms)
    assert found.then == "rap"
    assert found.months == 360
    assert found.paid_by_month[18, 0] == 233.83
    assert found.paid_by_month[19, 0] == 216.67
    unpaid = 19 * (66_000 * 0.0807 / 12 - 233.83)
    assert found.balance_by_month[19, 0] == cents(66_000 + unpaid)
    assert found.balance_by_month[20, 0] == cents(66_000 + unpaid - 216.67 - 50)
    assert found.tax_on_forgiveness == cents(0.2 * found.forgiven)


def test_public_service_under_the_plan_that_follows_paye_is_free_of_tax() -> None:
    """130 payments leave 110 of PAYE and, once RAP follows, 230: the 120 of PSLF come first."""
    borrower = owing(66_000.0, 0.0807, plan_now="paye", save_payments=60)
    terms = Terms(pslf_certified=0, credited=130, forgiveness_tax_rate=0.2)
    found = project("paye", income(52_000.0), borrower, AS_OF, terms)
    assert found.months == 120
    assert found.outcome == "pslf_forgiven"
    assert found.forgiven > 0
    assert found.tax_on_forgiveness == 0


@pytest.mark.parametrize(
    ("plan", "credited", "months"), [("ibr_10", 200, 40), ("rap", 200, 160), ("rap", 360, 0)]
)
def test_payments_that_count_already(plan: Plan, credited: int, months: int) -> None:
    """Forgiveness comes after 240 payments of IBR and 360 of RAP, less those that count already."""
    borrower = owing(66_000.0, 0.0807, new_borrower=True)
    terms = Terms(credited=credited, forgiveness_tax_rate=0.25)
    found = project(plan, income(40_000.0), borrower, AS_OF, terms)
    assert found.months == months
    assert found.outcome == "forgiven"
    assert found.tax_on_forgiveness == 0.25 * found.forgiven


def test_present_value_counts_the_tax_on_forgiveness() -> None:
    """No income, no interest, one payment left: its forgiveness of 12,000 is taxed at 25 % then."""
    borrower = owing(12_000.0, 0.0, new_borrower=True)
    terms = Terms(credited=228, forgiveness_tax_rate=0.25)
    found = project("ibr_10", income(0.0), borrower, AS_OF, terms)
    assert found.months == 12
    assert found.present_value(0.12) == pytest.approx(3_000 * 1.01**-12)
    assert found.present_value(0.0) == 3_000
