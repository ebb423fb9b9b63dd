"""How a projection ends: nothing left to pay, repaid or cancelled."""

import numpy as np

from calc.loans import Borrower, Terms, project
from tests.calc.loans.borrowers import AS_OF, INCOMES, borrower, loan


def test_a_plan_that_has_nothing_left_to_pay() -> None:
    """With all 120 months certified PSLF cancels everything at once: no payment, no month."""
    found = project("rap", INCOMES, borrower(), AS_OF, Terms(pslf_certified=120))
    assert (found.months, found.total_paid, found.forgiven) == (0, 0, 66_000)
    assert (found.first_payment, found.highest_payment, found.last_payment) == (0, 0, 0)
    assert found.paid_by_month.shape == (0, 1)
    assert found.present_value(0.04) == 0
    assert found.outcome == "pslf_forgiven"


def test_standard_ends_before_public_service_or_with_it() -> None:
    """Standard counts for PSLF: only with months certified is something left to forgive."""
    none = project("standard_10", INCOMES, borrower(), AS_OF, Terms(pslf_certified=0))
    assert (none.months, none.outcome) == (120, "paid_off")
    some = project("standard_10", INCOMES, borrower(), AS_OF, Terms(pslf_certified=12))
    assert (some.months, some.outcome) == (108, "pslf_forgiven")
    extended = project("extended", INCOMES, borrower(), AS_OF, Terms(pslf_certified=12))
    assert (extended.months, extended.outcome) == (300, "paid_off")


def test_the_outcome_of_a_batch_is_that_of_its_first_draw() -> None:
    """One word for a batch; the numbers say the rest, draw by draw."""
    loans = (loan(balance=np.array([150_000.0, 5_000.0])),)
    found = project("ibr_15", INCOMES, Borrower(loans=loans), AS_OF)
    assert found.outcome == "forgiven"
    assert np.asarray(found.forgiven)[1] == 0
    assert np.asarray(found.present_value(np.array([0.0, 0.04]))).shape == (2,)
