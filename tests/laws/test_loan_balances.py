"""Student loans: no dollar is lost, and each month is counted once."""

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.loans import BY_INCOME, Projection, project
from tests.laws.loan_cases import CENT, ROUNDING, Case, cases
from tests.laws.trees import same


@given(cases())
def test_what_was_owed_is_paid_waived_matched_awarded_or_forgiven(case: Case) -> None:
    """Principal and interest accrued equal what is paid and done away with, to a cent, everywhere.

    No part is negative, nothing is owed at the end, and the balance starts at what was borrowed
    unless all of it was forgiven at once.
    """
    for found in case.all_plans():
        parts = (found.total_paid, found.waived, found.matched, found.awarded, found.forgiven)
        assert sum(parts) == pytest.approx(case.borrower.balance + found.interest, abs=CENT)
        assert min(parts) >= 0
        assert found.paid_by_month.min(initial=0.0) >= 0
        assert found.balance_by_month.min() >= -ROUNDING
        assert found.balance_by_month[-1, 0] == 0
        if found.months:
            assert found.balance_by_month[0, 0] == pytest.approx(case.borrower.balance)
        assert found.total_paid == pytest.approx(found.paid_by_month.sum(), abs=CENT)


@given(cases())
def test_each_month_is_counted_once(case: Case) -> None:
    """Payments stop when nothing is owed: no month is added by what rounding leaves."""
    for found in case.all_plans():
        months = int(found.months)
        assert not found.paid_by_month[months:].any()
        assert not found.balance_by_month[months + 1 :].any()
        if months:
            assert found.last_payment == found.paid_by_month[months - 1, 0]
            assert found.highest_payment == found.paid_by_month.max()
            assert found.first_payment == found.paid_by_month[0, 0]
            # Only a payment of less than half a cent, of a loan of a few dollars, is none.
            tiny = min(one.balance for one in case.borrower.loans) < 100
            assert tiny or found.plan in BY_INCOME or found.last_payment > ROUNDING


@given(cases())
def test_together_or_one_after_the_other(case: Case) -> None:
    """Plans projected at once are those projected alone, to the bit."""
    for found in case.all_plans():
        alone = project(found.plan, case.incomes, case.borrower, case.as_of, case.terms)
        months = len(alone.paid_by_month)
        for field in fields(Projection):
            one, other = getattr(alone, field.name), getattr(found, field.name)
            if field.name.endswith("by_month"):
                assert same(one, other[: len(one)])
                assert not other[months + 1 :].any()
            elif field.name != "total_paid":  # added over a longer row of months
                assert one == other, field.name
        assert alone.total_paid == pytest.approx(found.total_paid, rel=1e-12)


@given(cases(), st.sampled_from((0.0, 0.04, 0.15)))
def test_money_later_is_worth_no_more(case: Case, rate: float) -> None:
    """Today's money of a plan is at most all that is paid with its taxes, and just that at 0 %."""
    for found in case.all_plans():
        everything = found.total_paid + found.tax_on_forgiveness + found.tax_on_awards
        assert found.present_value(0.0) == pytest.approx(everything, abs=CENT)
        assert found.present_value(rate) <= everything + CENT
