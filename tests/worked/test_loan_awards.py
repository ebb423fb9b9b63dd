"""Awards by hand, with a loan of $12,000 without interest: 100 a month for 120 months."""

import numpy as np
import pytest

from calc.loans import Borrower, Loan, PaidByAward, Terms, project
from tests.worked.loans import AS_OF, OLD, cents, income, owing


@pytest.mark.parametrize(
    ("awards", "months", "awarded"),
    [
        ((PaidByAward(month=0, amount=6_000.0),), 60, 6_000),  # 60 x 100 are left
        ((PaidByAward(month=24, amount=6_000.0),), 60, 6_000),  # 24 x 100, then 36 x 100
        ((PaidByAward(month=12, amount=3_000.0), PaidByAward(month=24, amount=3_000.0)), 60, 6_000),
        ((PaidByAward(month=0, amount=20_000.0),), 0, 12_000),  # no more than is owed
        ((PaidByAward(month=110, amount=5_000.0),), 110, 1_000),  # 12,000 - 110 x 100
        ((PaidByAward(month=130, amount=5_000.0),), 120, 0),  # too late
    ],
)
def test_awards_pay_off_the_loan(
    awards: tuple[PaidByAward, ...], months: int, awarded: float
) -> None:
    """Each dollar of an award is a dollar less to pay: 12,000 less the award, at 100 a month."""
    terms = Terms(awards=awards)
    found = project("standard_10", income(0.0), owing(12_000.0, 0.0), AS_OF, terms)
    assert found.months == months
    assert found.awarded == awarded
    assert found.total_paid == 12_000 - awarded
    assert found.last_payment == (100 if months else 0)


def test_tax_is_on_taxed_awards_only() -> None:
    """Of 2,000 taxed and 3,000 free of tax, at 22 %, 440 are tax; of awards not reached nothing."""
    awards = (
        PaidByAward(month=0, amount=2_000.0, taxable=True),
        PaidByAward(month=0, amount=3_000.0),
        PaidByAward(month=500, amount=9_000.0, taxable=True),
    )
    terms = Terms(awards=awards, forgiveness_tax_rate=0.22)
    found = project("standard_10", income(0.0), owing(12_000.0, 0.0), AS_OF, terms)
    assert found.awarded == 5_000
    assert found.tax_on_awards == cents(0.22 * 2_000)
    assert found.present_value(0.0) == cents(12_000 - 5_000 + 440)


def test_an_award_is_shared_by_what_each_loan_owes() -> None:
    """4,000 on loans of 6,000 and 18,000 without interest: 1,000 and 3,000, so each ends at once.

    50 and 150 a month are paid: (6,000 - 1,000) / 50 = (18,000 - 3,000) / 150 = 100 months.
    """
    loans = tuple(
        Loan(balance=owed, rate_per_year=0.0, made_on=OLD) for owed in (6_000.0, 18_000.0)
    )
    terms = Terms(awards=(PaidByAward(month=0, amount=4_000.0),))
    found = project("standard_10", income(0.0), Borrower(loans=loans), AS_OF, terms)
    assert found.months == 100
    assert np.unique(found.paid_by_month).tolist() == [200.0]


def test_an_award_pays_unpaid_interest_first() -> None:
    """A year without payments leaves 1,200 of interest on 20,000 at 6 %; 1,200 more pay just that.

    The next month's interest is still 100: principal was not touched.
    """
    terms = Terms(awards=(PaidByAward(month=12, amount=1_200.0),))
    borrower = owing(20_000.0, 0.06, new_borrower=True)
    found = project("ibr_10", income(0.0), borrower, AS_OF, terms)
    assert found.balance_by_month[12, 0] == cents(21_200)
    assert found.balance_by_month[13, 0] == cents(20_000 + 100)
