"""Credits by hand, tax year 2026: for earnings, for children and for saving."""

import pytest

from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, amounts, practice


def test_low_income_with_two_children() -> None:
    """Head of household, profit $20,000, two children: no income tax, two credits paid out.

    Earned 20,000 - 1,412.955 = 18,587.045. Earned income credit: 40 % of it is 7,434.82, at most
    7,316. Child credit paid out: 15 % x (18,587.045 - 2,500) = 2,413.06, below 2 x 1,700.
    """
    result = practice(20_000, filing_status="head_of_household", children_under_17=2)
    assert amounts(
        result,
        "taxes.income_tax_before_credits",
        "taxes.child_credit",
        "taxes.child_credit_paid_out",
        "taxes.earned_income_credit",
        "taxes.self_employment",
        "taxes",
    ) == pytest.approx(
        {
            "taxes.income_tax_before_credits": 0,
            "taxes.child_credit": 0,
            "taxes.child_credit_paid_out": -2_413.05675,
            "taxes.earned_income_credit": -7_316,
            "taxes.self_employment": 2_825.91,
            "taxes": 2_825.91 - 2_413.05675 - 7_316,
        }
    )


def test_credits_in_their_phase_out() -> None:
    """Head of household, profit $45,000, one child: credits use up the tax, the rest is paid out.

    Adjusted 41,820.851; 20 % of (41,820.851 - 24,150) is QBI; 10 % of 14,136.681 is tax.
    Earned income credit: 4,427 - 15.98 % x (41,820.851 - 23,890).
    """
    adjusted = 45_000 - 45_000 * 0.9235 * 0.153 / 2
    tax = (adjusted - 24_150) * 0.8 * 0.10  # 1,413.668
    result = practice(45_000, filing_status="head_of_household", children_under_17=1)
    assert amounts(
        result,
        "taxes.income_tax_before_credits",
        "taxes.child_credit",
        "taxes.child_credit_paid_out",
        "taxes.earned_income_credit",
        "taxes.federal_income",
    ) == pytest.approx(
        {
            "taxes.income_tax_before_credits": tax,
            "taxes.child_credit": -tax,
            "taxes.child_credit_paid_out": -(2_200 - tax),
            "taxes.earned_income_credit": -(4_427 - 0.1598 * (adjusted - 23_890)),
            "taxes.federal_income": tax - 2_200 - 4_427 + 0.1598 * (adjusted - 23_890),
        }
    )


def test_couple_starts_to_lose_the_credit_later() -> None:
    """Joint, one child, wages $40,000: the phase-out starts 7,270 later, at 31,160.

    4,427 - 15.98 % x (40,000 - 31,160) = 3,014.37.
    """
    bill = tax_bill(Household(filing_status="joint", wages=40_000.0, children_under_17=1), RULES)
    credit = -float(bill.find("taxes.earned_income_credit").amount)
    assert credit == pytest.approx(4_427 - 0.1598 * (40_000 - 31_160))


def test_childless_credit_has_an_age() -> None:
    """Without children the earned income credit is for ages 25 to 64: 7.65 % x 5,000 = 382.50."""
    found = {
        age: -float(
            tax_bill(Household(wages=5_000.0, age=age), RULES)
            .find("taxes.earned_income_credit")
            .amount
        )
        for age in (24, 25, 64, 65)
    }
    assert found == pytest.approx({24: 0, 25: 382.5, 64: 382.5, 65: 0})


@pytest.mark.parametrize(
    ("wages", "credit"),
    [(400_000.0, 2_200), (400_000.01, 2_150), (401_000.0, 2_150), (401_000.01, 2_100)],
)
def test_child_credit_falls_by_steps_begun(wages: float, credit: float) -> None:
    """A couple loses $50 of child credit for each $1,000 begun above $400,000."""
    bill = tax_bill(Household(filing_status="joint", wages=wages, children_under_17=1), RULES)
    assert -float(bill.find("taxes.child_credit").amount) == pytest.approx(credit)


@pytest.mark.parametrize(
    ("adjusted", "credit"),
    [
        (24_250.00, 815.00),  # 50 % of 2,000, but tax is 10 % x (24,250 - 16,100)
        (24_250.01, 400.00),  # 20 %
        (26_250.00, 400.00),
        (26_250.01, 200.00),  # 10 %
        (40_250.00, 200.00),
        (40_250.01, 0.00),
    ],
)
def test_savers_credit_steps_strictly_above(adjusted: float, credit: float) -> None:
    """Each step of the saver's credit begins strictly above its income; 2,000 of 2,500 count."""
    bill = tax_bill(Household(wages=adjusted + 2_500.0, deferral_401k=2_500.0), RULES)
    assert float(bill.adjusted_income.amount) == pytest.approx(adjusted)
    assert -float(bill.find("taxes.savers_credit").amount) == pytest.approx(credit, abs=0.001)


def test_savers_credit_before_the_child_credit() -> None:
    """The saver's credit uses up tax first; what the child credit then cannot use is paid out.

    Joint, adjusted 45,000: tax 10 % x 12,800 = 1,280; 50 % of 2,000 = 1,000; 280 is left for the
    child credit, and of the other 1,920 the most paid out is 1,700.
    """
    bill = tax_bill(
        Household(
            filing_status="joint", wages=47_000.0, deferral_401k=2_000.0, children_under_17=1
        ),
        RULES,
    )
    found = {
        name: float(bill.find(f"taxes.{name}").amount)
        for name in ("savers_credit", "child_credit", "child_credit_paid_out")
    }
    assert found == pytest.approx(
        {"savers_credit": -1_000, "child_credit": -280, "child_credit_paid_out": -1_700}
    )
