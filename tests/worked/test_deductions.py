"""Deductions by hand, tax year 2026: from the age of 65, and the floor of $400."""

import pytest

from calc import load_rules
from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, practice


def test_from_65_single() -> None:
    """At 65: 2,050 more standard deduction, and 6,000 of its own while income is low.

    60,000 - 18,150 - 6,000 = 35,850.
    """
    assert [
        float(tax_bill(Household(wages=60_000.0, age=age), RULES).taxable_income.amount)
        for age in (64, 65)
    ] == pytest.approx([60_000 - 16_100, 35_850])


def test_from_65_couple_in_the_phase_out() -> None:
    """Both 65 at 170,000: 2 x 1,650 more, and 2 x (6,000 - 6 % x 20,000) = 9,600."""
    bill = tax_bill(Household(filing_status="joint", wages=170_000.0, age=66, spouse_age=65), RULES)
    assert float(bill.deduction.amount) == pytest.approx(32_200 + 2 * 1_650)
    assert float(bill.taxable_income.amount) == pytest.approx(170_000 - 35_500 - 9_600)


def test_senior_deduction_stays_when_itemising() -> None:
    """The deduction of the over-65 is beside the standard deduction: itemising keeps it.

    Adjusted 150,000: 6,000 - 6 % x 75,000 = 1,500; state tax 12 % = 18,000; itemised wins only
    below 18,150 of standard deduction, so it is forced here.
    """
    household = Household(
        wages=150_000.0, age=65, state="CA", state_rate=0.12, deduction="itemised"
    )
    assert float(tax_bill(household, RULES).taxable_income.amount) == pytest.approx(
        150_000 - 18_000 - 1_500
    )


@pytest.mark.parametrize(
    ("profit", "floor", "year", "deduction"),
    [
        (1_500.0, True, 2026, 400.0),
        (1_500.0, False, 2026, 0.2 * 1_500 * (1 - 0.9235 * 0.153 / 2)),  # 278.81
        (1_500.0, True, 2025, 0.2 * 1_500 * (1 - 0.9235 * 0.153 / 2)),
        (1_077.0, True, 2026, 400.0),  # business income 1,000.91
        (1_076.0, True, 2026, 0.2 * 1_076 * (1 - 0.9235 * 0.153 / 2)),  # business income 999.98
        (50_000.0, True, 2026, 0.2 * 50_000 * (1 - 0.9235 * 0.153 / 2)),
    ],
)
def test_four_hundred_dollar_switch(
    profit: float, floor: bool, year: int, deduction: float
) -> None:
    """The $400 floor: from 2026, from $1,000 of business income, and only while switched on."""
    bill = tax_bill(Household(wages=60_000.0, profit=profit, qbi_minimum=floor), load_rules(year))
    assert float(bill.qbi_deduction.amount) == pytest.approx(deduction)


@pytest.mark.parametrize(
    ("before", "deduction"),
    [
        (274_500.0, 400.0),  # p = 0.03: 49,330 x 0.03 is above 1,000, so at least 400
        (275_500.0, 0.2 * 49_330.4625 / 60 / 60),  # p = 1/60: 822 is below 1,000, so 2.74
        (276_750.0, 0.0),  # p = 0: no qualified business is left
    ],
)
def test_four_hundred_dollars_end_with_the_phase_in(before: float, deduction: float) -> None:
    """Only qualified income counts for the $400 floor: p of it, which must reach $1,000.

    Profit 50,000 beside wages above the social security base: half the tax is 1.45 % x 46,175 =
    669.5375; `before` is taxable income before the deduction, from 201,750 over 75,000.
    """
    wages = before + 16_100 - (50_000 - 669.5375)
    bill = tax_bill(Household(wages=wages, profit=50_000.0), RULES)
    assert float(bill.qbi_deduction.amount) == pytest.approx(deduction, abs=1e-6)


def test_floor_switch_reaches_the_scenario() -> None:
    """The switch of the scenario reaches the return, with and without this work alike."""
    on = practice(1_500, own_other_wages_per_year=60_000)
    off = practice(1_500, own_other_wages_per_year=60_000, tax={"mode": "us", "qbi_minimum": False})
    assert float(on.taxes.find("taxes.qbi_deduction").amount) == pytest.approx(400)
    # 12 % of the 400 - 278.81 that are not deducted
    assert float(off.taxes.amount) - float(on.taxes.amount) == pytest.approx(
        0.12 * (400 - 278.8057), abs=1e-3
    )
