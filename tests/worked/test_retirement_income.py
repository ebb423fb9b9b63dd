"""Retirement income of Georgia and Delaware, and federal tax in Alabama, by hand, law of 2026."""

import pytest

from calc.taxes import Household, tax_bill
from tests.worked.test_states_aged import RULES, TWO, tax


@pytest.mark.parametrize(
    ("age", "off"),
    [
        (61, 0),
        (62, 35_000),  # 5,000 of 60,000 earned, 30,000 and 10,000, at most 35,000
        (64, 35_000),
        (65, 45_000),  # the same 45,000, within 65,000
    ],
)
def test_georgia_counts_pensions(age: int, off: float) -> None:
    """Pension and interest count alike, with 5,000 of what is earned (48-7-27(a)(5)(E))."""
    stated = {"wages": 60_000.0, "pension_income": 30_000.0, "other_income": 10_000.0}
    assert tax("GA", age=age, **stated) == pytest.approx((100_000 - off - 15_000) * 0.0499)


def test_georgia_most_of_one_person() -> None:
    """A pension of 90,000 at 65: 65,000 and no more; the spouse has none to leave out."""
    couple = {"filing_status": "joint", "age": 65, "spouse_age": 66, "pension_income": 90_000.0}
    assert tax("GA", **couple) == pytest.approx((90_000 - 65_000 - 30_000) * 0.0) == 0.0
    found = tax("GA", **couple, spouse_wages=40_000.0)
    assert found == pytest.approx((130_000 - 65_000 - 5_000 - 30_000) * 0.0499)


def test_georgia_counts_what_a_spouse_earns_in_a_practice() -> None:
    """Profit of 90,000 and of 20,000: 5,000 of each one's own, 10,000 together."""
    home = Household(
        state="GA",
        filing_status="joint",
        age=67,
        spouse_age=67,
        profit=90_000.0,
        spouse_profit=20_000.0,
        deduction="standard",
    )
    bill = tax_bill(home, RULES)
    adjusted = float(bill.adjusted_income.amount)
    assert adjusted == pytest.approx(110_000 * (1 - 0.9235 * 0.153 / 2))
    assert bill.state.amount == pytest.approx((adjusted - 10_000 - 30_000) * 0.0499)


@pytest.mark.parametrize(("profit", "off"), [(20_000.0, 8_000), (6_000.0, 6_000 * 0.9293522)])
def test_west_virginia_counts_what_a_spouse_earns_in_a_practice(profit: float, off: float) -> None:
    """8,000 of each one's own income; of a profit of 6,000 what half the tax on it leaves."""
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 67, "wages": 80_000.0}
    adjusted = 80_000 + profit * (1 - 0.9235 * 0.153 / 2)
    taxable = adjusted - 8_000 - off - 4_000
    below_60_000 = 211 + 15_000 * 0.0281 + 15_000 * 0.0316 + 20_000 * 0.0422
    found = tax("WV", **couple, spouse_profit=profit)
    assert found == pytest.approx(below_60_000 + (taxable - 60_000) * 0.0458, abs=0.01)


@pytest.mark.parametrize(
    ("pension", "interest", "off"),
    [(8_000.0, 0.0, 8_000), (8_000.0, 9_000.0, 12_500), (30_000.0, 0.0, 12_500)],
)
def test_delaware_counts_pensions(pension: float, interest: float, off: float) -> None:
    """At 60, pension and interest together up to 12,500 (30 Del. C. 1106(b)(3)b)."""
    stated = {"wages": 40_000.0, "pension_income": pension, "other_income": interest}
    income = 40_000 + pension + interest - off - 3_250
    below_25_000 = 3_000 * 0.022 + 5_000 * 0.039 + 10_000 * 0.048 + 5_000 * 0.052
    assert 25_000 < income < 60_000
    by_hand = below_25_000 + (income - 25_000) * 0.0555 - 220
    assert tax("DE", age=60, **stated) == pytest.approx(by_hand)


def test_delaware_before_60() -> None:
    """At 59 all of a pension is taxed here; the 2,000 of pensions before 60 is not worked out."""
    income = 40_000 + 10_000 - 3_250
    by_hand = 1_001 + (income - 25_000) * 0.0555 - 110
    assert tax("DE", age=59, wages=40_000.0, pension_income=10_000.0) == pytest.approx(by_hand)


def test_alabama_takes_no_medicare_premium_for_granted() -> None:
    """The couple of 67: 110,000 less federal tax, taxes on earnings and 3,000; 220 + 5 % above.

    Federal taxable income is 80 % of 103,641.70 - 35,500 - 12,000. An independent model has 23.48
    less: 5 % of two Medicare premiums of 2,434.80, as far as above 4 % of 110,000.
    """
    federal = 2_480 + ((TWO - 47_500) * 0.8 - 24_800) * 0.12
    on_earnings = 90_000 * 0.9235 * 0.153 + 20_000 * 0.0765
    taxable = 110_000 - federal - on_earnings - 3_000
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 67}
    found = tax("AL", **couple, profit=90_000.0, spouse_wages=20_000.0)
    assert found == pytest.approx(220 + (taxable - 6_000) * 0.05)
    assert found - (2 * 2_434.80 - 0.04 * 110_000) * 0.05 == pytest.approx(4_289.51, abs=0.01)


def test_alabama_deducts_federal_tax_on_investment_income() -> None:
    """Wages 230,000 and interest 30,000: 3.8 % of 30,000 is deducted too (Form 40, line 12)."""
    stated = {"wages": 230_000.0, "other_income": 30_000.0}
    bill = tax_bill(Household(state="AL", deduction="standard", **stated), RULES)
    assert bill.net_investment_income.amount == pytest.approx(1_140.0)
    on_earnings = float(bill.fica.amount) + 30_000 * 0.009
    taxable = 260_000 - float(bill.income_tax.amount) - 1_140 - on_earnings - 1_500
    assert bill.state.amount == pytest.approx(110 + (taxable - 3_000) * 0.05)
