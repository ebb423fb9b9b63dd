"""Student loans: each plan keeps what its law promises, and is open or says why not."""

import datetime
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calc.loans import (
    BY_INCOME,
    FIXED,
    PLANS,
    Borrower,
    Loan,
    Plan,
    Terms,
    eligible_plans,
    monthly_payment,
    open_plans,
    own_share,
    plan_by_law,
    project,
)
from calc.parameters.student_loans import first_day
from tests.laws.loan_cases import AS_OF, CENT, NEW, OLD, ROUNDING, Case, cases, flat, one_loan

PAYE_ENDS = datetime.date(2028, 6, 30)
COUNTS_FOR_PSLF: tuple[Plan, ...] = ("standard_10", "rap", "ibr_10", "ibr_15", "paye")


# --- what the plans promise --------------------------------------------------------------------


@given(cases())
def test_rap_asks_ten_dollars_and_never_lets_the_balance_rise(case: Case) -> None:
    """Each payment of RAP but the last is $10 or more, and no month ends with more owed."""
    terms = replace(case.terms, credited=0)
    found = project("rap", case.incomes, case.borrower, case.as_of, terms)
    before_last = found.paid_by_month[: max(int(found.months) - 1, 0)]
    assert before_last.min(initial=10.0) >= 10
    assert np.diff(found.balance_by_month, axis=0).max(initial=0.0) <= ROUNDING
    assert found.months <= 360


@given(cases())
def test_ibr_asks_no_more_than_standard_did_at_entry(case: Case) -> None:
    """IBR and PAYE never ask more than the Standard payment at entry, but for their step to $10."""
    standard = monthly_payment("standard_10", case.borrower, case.incomes, case.as_of)
    for found in case.all_plans():
        if found.plan in ("ibr_10", "ibr_15", "paye") and found.then != "rap":
            assert found.highest_payment <= max(standard, 10.0) + ROUNDING


@given(cases(), st.integers(-2_000_000, 30_000_000), st.integers(0, 10_000_000))
def test_more_income_never_lowers_a_payment(case: Case, income: int, more: int) -> None:
    """No plan by income asks less of a higher income."""
    for plan in BY_INCOME:
        low, high = (
            monthly_payment(
                plan, case.borrower, replace(case.incomes, adjusted_income=cents / 100), case.as_of
            )
            for cents in (income, income + more)
        )
        assert np.all(low <= high)


@given(cases())
def test_a_fixed_plan_ends_within_its_term(case: Case) -> None:
    """Tiered Standard takes 10, 15, 20 or 25 years at most, Standard 10, Extended 25."""
    for found in case.all_plans():
        if found.plan in FIXED:
            terms = {"standard_10": (120,), "extended": (300,)}.get(
                found.plan, (120, 180, 240, 300)
            )
            assert found.months <= max(terms)
            assert found.by_pslf or found.forgiven == 0
            assert (found.plan == "standard_10") or not found.by_pslf


@pytest.mark.parametrize(
    ("owed", "months"),
    [
        (24_999.99, 120),
        (25_000.0, 180),
        (49_999.99, 180),
        (50_000.0, 240),
        (99_999.99, 240),
        (100_000.0, 300),
    ],
)
@pytest.mark.parametrize("others", [(), (1_000.0,), (18_853.03, 1_927.03)], ids=len)
def test_tiered_terms_at_their_borders(owed: float, months: int, others: tuple[float, ...]) -> None:
    """The total of all loans sets the term, and a total on a border has the longer one.

    As binary fractions 18,853.03 + 1,927.03 + 4,219.94 are a little less than 25,000.
    """
    balances = (*others, round(owed - sum(others), 2))
    loans = tuple(Loan(balance=part, rate_per_year=0.06, made_on=NEW) for part in balances)
    found = project("tiered_standard", flat(0.0), Borrower(loans=loans), AS_OF)
    assert found.months == months


def test_extended_at_its_border() -> None:
    """Extended needs more than $30,000 of all loans together: not 30,000, not a rounding above."""
    for parts, wanted in (
        ((30_000.0,), False),
        ((30_000.01,), True),
        ((18_680.9, 10_504.45, 814.65), False),
    ):
        loans = tuple(Loan(balance=part, rate_per_year=0.06, made_on=OLD) for part in parts)
        assert ("extended" in open_plans(Borrower(loans=loans), AS_OF)) == wanted


@pytest.mark.parametrize("tens", range(1, 11))
def test_rap_bands_at_their_borders(tens: int) -> None:
    """An income on a line has the lower share of it all, and a cent above the higher share."""
    line, borrower = tens * 10_000.0, one_loan(66_000.0, 0.08)
    at, above = (
        float(monthly_payment("rap", borrower, flat(amount), AS_OF))
        for amount in (line, line + 0.01)
    )
    lower = (tens - 1) / 100 * line / 12
    assert at == pytest.approx(max(lower, 10.0), abs=CENT / 2 + ROUNDING)
    assert above == pytest.approx(max(tens / 100 * line / 12, 10.0), abs=CENT)


@given(
    st.integers(100_000, 400_000),
    st.floats(0.2, 0.8),
    st.integers(6_000_000, 8_000_000),
    st.sampled_from(BY_INCOME),
)
def test_shares_of_a_couple_make_up_its_payment(
    owed: int, share: float, cents: int, plan: Plan
) -> None:
    """Where no floor or cap is met, what two spouses pay is what the couple would, to a cent."""
    own, other = round(owed * share, 2), round(owed * (1 - share), 2)
    incomes = flat(cents / 100, guideline_per_year=21_640.0)
    assert own_share(own, other) + own_share(other, own) == pytest.approx(1.0)
    apart = sum(
        float(
            monthly_payment(
                plan,
                one_loan(1_000_000.0, 0.06),
                replace(incomes, share=own_share(mine, yours)),
                AS_OF,
            )
        )
        for mine, yours in ((own, other), (other, own))
    )
    together = float(monthly_payment(plan, one_loan(1_000_000.0, 0.06), incomes, AS_OF))
    assert apart == pytest.approx(together, abs=CENT + ROUNDING)


@given(
    st.dates(first_day(), PAYE_ENDS),
    st.integers(3_000_000, 20_000_000),
    st.integers(0, 6_000_000),
    st.booleans(),
    st.sampled_from((0, 60)),
)
def test_paye_gives_way_in_july_2028(
    as_of: datetime.date, balance: int, income: int, new_borrower: bool, save_payments: int
) -> None:
    """PAYE is paid until June 2028, then what follows it by law; no dollar is lost on the way."""
    borrower = one_loan(
        balance / 100,
        0.07,
        new_borrower=new_borrower,
        plan_now="paye",
        save_payments=save_payments,
    )
    incomes = flat(income / 100)
    found = project("paye", incomes, borrower, as_of)
    wanted: Plan = "rap" if save_payments else "ibr_10" if new_borrower else "ibr_15"
    assert found.then == wanted
    gone = (2028 - as_of.year) * 12 + 6 - as_of.month
    before = float(monthly_payment("paye", borrower, incomes, as_of))
    after = float(monthly_payment(wanted, borrower, incomes, as_of))
    months = int(found.months) - 1
    paid = found.paid_by_month[:, 0]
    assert np.all(paid[: min(gone, months)] == before)
    assert np.all(paid[gone:months] == after)
    done = found.waived + found.matched + found.forgiven
    assert found.total_paid + done == pytest.approx(balance / 100 + found.interest, abs=CENT)


@given(cases(), st.integers(0, 120))
def test_public_service_forgives_after_120_payments(case: Case, certified: int) -> None:
    """PSLF ends a plan after 120 payments less those certified, and its forgiveness is not taxed.

    Plans that do not count, and leaving before, are as if there were no service.
    """
    terms = Terms(pslf_certified=certified, forgiveness_tax_rate=0.3, pooled=case.terms.pooled)
    none = replace(terms, pslf_certified=None)
    leaves = replace(terms, pslf_stays=max(119 - certified, 0))
    for found, without, left in zip(
        *(replace(case, terms=one).all_plans() for one in (terms, none, leaves)), strict=True
    ):
        if found.plan not in COUNTS_FOR_PSLF:
            assert found.months == without.months
            assert not found.by_pslf
            continue
        assert found.months <= 120 - certified
        assert found.by_pslf
        assert found.tax_on_forgiveness == 0
        if found.forgiven:
            assert found.months == 120 - certified
            assert found.outcome == "pslf_forgiven"
        else:
            assert found.total_paid == pytest.approx(without.total_paid)
        if certified < 120:
            assert (left.months, left.forgiven) == (without.months, without.forgiven)
            assert not left.by_pslf


# --- which plans are open ----------------------------------------------------------------------


@given(cases())
def test_each_plan_is_open_or_says_why_not(case: Case) -> None:
    """Every plan is listed once; a closed one names a rule; RAP and the plan by law are open.

    With a loan made from 1 July 2026 only RAP and Tiered Standard are, else never Tiered Standard.
    """
    found = eligible_plans(case.borrower, case.as_of)
    assert tuple(item.plan for item in found) == PLANS
    assert all((item.closed_by is None) == bool(item.open) for item in found)
    opened = open_plans(case.borrower, case.as_of)
    assert opened == tuple(item.plan for item in found if item.open)
    assert {"rap", plan_by_law(case.borrower, case.as_of)} <= set(opened)
    if any(made.made_on >= datetime.date(2026, 7, 1) for made in case.borrower.loans):
        assert set(opened) == {"rap", "tiered_standard"}
    else:
        assert "tiered_standard" not in opened
        assert not {"ibr_10", "ibr_15"} <= set(opened)
    assert not {"icr", "graduated", "save"} & set(opened)
