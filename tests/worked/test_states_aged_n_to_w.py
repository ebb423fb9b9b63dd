"""State returns of filers of 65 and over, by hand: Nebraska to Wisconsin, law of 2026.

Households A to D are those of `test_states_aged_a_to_m`.
"""

import pytest

from tests.worked.test_states_aged import tax
from tests.worked.test_states_aged_a_to_m import (
    FEDERAL_A,
    FEDERAL_B,
    FEDERAL_D,
    A,
    B,
    D,
    a,
    b,
    c,
    d,
)

COUPLE = {"filing_status": "joint", "age": 66, "spouse_age": 60}


def test_nebraska() -> None:
    """2,050 more deducted, 1,700 each of a couple (Form 1040N-ES of 2026, p. 5)."""
    to_24_760 = 4_130 * 0.0246 + 20_630 * 0.0351
    assert a("NE") == pytest.approx(to_24_760 + (A - 10_900 - 24_760) * 0.0455 - 176)
    to_49_530 = 8_250 * 0.0246 + 41_280 * 0.0351
    assert b("NE") == pytest.approx(to_49_530 + (B - 21_100 - 49_530) * 0.0455 - 352)
    assert c("NE") == pytest.approx(to_49_530 + (70_000 - 19_400 - 49_530) * 0.0455 - 352)


def test_nebraska_is_no_more_than_federal_tax() -> None:
    """The deduction for seniors lowers federal tax to 10 % of 4,236.60, and Nebraska's with it."""
    alone = 4_130 * 0.0246 + (D - 10_900 - 4_130) * 0.0351 - 176
    assert alone == pytest.approx(431.59, abs=0.005)
    assert d("NE") == pytest.approx(FEDERAL_D * 0.1) == pytest.approx(423.66, abs=0.005)


def test_new_mexico() -> None:
    """Nothing for age above 28,500 single and 51,000 joint: the federal deduction alone."""
    taxable = A - 18_150
    to_33_500 = 5_500 * 0.015 + 11_000 * 0.032 + 17_000 * 0.043
    assert a("NM") == pytest.approx(to_33_500 + (taxable - 33_500) * 0.047)
    to_50_000 = 8_000 * 0.015 + 17_000 * 0.032 + 25_000 * 0.043
    assert b("NM") == pytest.approx(to_50_000 + (B - 35_500 - 50_000) * 0.047)
    assert c("NM") == pytest.approx(120 + 544 + (70_000 - 33_850 - 25_000) * 0.043)


def test_new_mexico_within_the_steps() -> None:
    """Wages of 24,500: 3,000 for age, 1,825 at low income; at 45,500 a couple has 2,000 for one."""
    exempt = 2_500 - 0.15 * 4_500 + 3_000
    assert tax("NM", age=66, wages=24_500.0) == pytest.approx((24_500 - 18_150 - exempt) * 0.015)
    exempt = 2 * (2_500 - 0.1 * 15_500) + 2_000
    found = tax("NM", **COUPLE, wages=45_500.0)
    assert found == pytest.approx((45_500 - 33_850 - exempt) * 0.015) == pytest.approx(116.25)


def test_ohio() -> None:
    """Profit is not taxed; C: 70,000 - 4,300, 50 once and 200 for a pension; one income."""
    assert a("OH") == b("OH") == d("OH") == 0.0
    due = 26_050 * 0.012745 + (65_700 - 26_050) * 0.0275
    assert c("OH") == pytest.approx(due - 250) == pytest.approx(1_172.38, abs=0.005)


def test_ohio_joint_filing_credit_comes_after_that_for_age() -> None:
    """10 % of what 50 leaves of 1,422.38, where each of the two earns (R.C. 5747.98)."""
    due = 26_050 * 0.012745 + (65_700 - 26_050) * 0.0275
    found = tax("OH", **COUPLE, wages=40_000.0, spouse_wages=30_000.0)
    assert found == pytest.approx((due - 50) * 0.9) == pytest.approx(1_235.14, abs=0.005)


def test_ohio_at_low_income() -> None:
    """31,000 - 2,400 is below 30,000: 20 for the person beside 50 for age."""
    due = 26_050 * 0.012745 + (28_600 - 26_050) * 0.0275
    assert tax("OH", age=67, wages=31_000.0) == pytest.approx(due - 70)


def test_oklahoma() -> None:
    """Nothing more above 15,000 and 25,000 of income; relief of 40 each up to 50,000 gross."""
    to_7_200 = 1_150 * 0.025 + 2_300 * 0.035
    assert a("OK") == pytest.approx(to_7_200 + (A - 7_350 - 7_200) * 0.045)
    to_14_400 = 2 * to_7_200
    assert b("OK") == pytest.approx(to_14_400 + (B - 10_000 - 14_700 - 14_400) * 0.045)
    assert c("OK") == pytest.approx(to_14_400 + (60_000 - 14_700 - 14_400) * 0.045)
    assert d("OK") == pytest.approx(to_7_200 + (D - 9_000 - 7_350 - 7_200) * 0.045 - 40)


def test_oklahoma_couple_at_low_income() -> None:
    """24,000: 1,000 more for the one of 65; 20 of tax, and 80 of relief paid out."""
    taxable = 24_000 - 12_700 - 2_000 - 1_000
    assert tax("OK", **COUPLE, wages=24_000.0) == pytest.approx((taxable - 7_500) * 0.025 - 80)


def test_oregon() -> None:
    """1,200 more deducted, 1,000 each of a couple; federal tax, and 263 a person."""
    federal = 1_240 + (FEDERAL_A - 12_400) * 0.12
    assert federal == pytest.approx(3_362.67, abs=0.005)
    to_11_400 = 4_550 * 0.0475 + 6_850 * 0.0675
    taxable = A - 2_910 - 1_200 - federal
    assert a("OR") == pytest.approx(to_11_400 + (taxable - 11_400) * 0.0875 - 263)
    federal = 2_480 + (FEDERAL_B - 24_800) * 0.12
    assert federal == pytest.approx(6_333.60, abs=0.005)
    taxable = B - 5_820 - 2_000 - federal
    assert b("OR") == pytest.approx(2 * to_11_400 + (taxable - 22_800) * 0.0875 - 526)
    taxable = 70_000 - 5_820 - 1_000 - 3_122  # 2,480 + 12 % of 5,350
    assert c("OR") == pytest.approx(2 * to_11_400 + (taxable - 22_800) * 0.0875 - 526)


def test_oregon_where_federal_tax_is_capped() -> None:
    """Wages of 127,000: 7,000 of federal tax, and no credit above 100,000."""
    taxable = 127_000 - 2_910 - 1_200 - 7_000
    by_hand = 4_550 * 0.0475 + 6_850 * 0.0675 + (taxable - 11_400) * 0.0875
    assert tax("OR", age=67, wages=127_000.0) == pytest.approx(by_hand)


def test_utah() -> None:
    """6 % of the federal deduction, which holds the addition for age and not the 6,000 each."""
    taxpayer = 18_150 * 0.06 - (A - 18_625.76) * 0.013
    assert a("UT") == pytest.approx(A * 0.0445 - taxpayer)
    taxpayer = 35_500 * 0.06 - (B - 37_251.52) * 0.013
    assert b("UT") == pytest.approx(B * 0.0445 - taxpayer)
    taxpayer = 33_850 * 0.06 - (70_000 - 37_251.52) * 0.013
    assert c("UT") == pytest.approx(70_000 * 0.0445 - taxpayer)


def test_utah_born_before_1953() -> None:
    """450 less 2.5 % above 25,000; of 900 of a couple with 50,000, 450 is left (59-10-1019)."""
    taxpayer = 18_150 * 0.06 - (D - 18_625.76) * 0.013
    old = 450 - (D - 25_000) * 0.025
    assert d("UT") == pytest.approx(D * 0.0445 - taxpayer - old) == pytest.approx(23.14, abs=0.005)
    couple = {"filing_status": "joint", "age": 75, "spouse_age": 74}
    taxpayer = 35_500 * 0.06 - (50_000 - 37_251.52) * 0.013
    by_hand = 50_000 * 0.0445 - taxpayer - 450
    assert by_hand == pytest.approx(-189.27, abs=0.005)
    assert tax("UT", **couple, wages=50_000.0) == 0.0


def test_vermont() -> None:
    """1,300 each: 1,000 x 1.311486, down to 50; and 0.11 % of 92.35 % of profit."""
    taxable = A - 7_850 - 1_300 - 5_400
    child_care = 60_000 * 0.9235 * 0.0011
    assert taxable < 50_750
    assert a("VT") == pytest.approx(taxable * 0.0335 + child_care)
    taxable = B - 15_700 - 2_600 - 10_800
    by_hand = 84_700 * 0.0335 + (taxable - 84_700) * 0.066 + 90_000 * 0.9235 * 0.0011
    assert b("VT") == pytest.approx(by_hand)
    assert c("VT") == pytest.approx((70_000 - 15_700 - 1_300 - 10_800) * 0.0335)
    # 9,000 x 1.311486, down to 50, for a head of household.
    head = tax("VT", filing_status="head_of_household", age=67, wages=60_000.0)
    assert head == pytest.approx((60_000 - 11_800 - 1_300 - 5_400) * 0.0335)


def test_wisconsin() -> None:
    """250 more exempt for each of 65; the deduction has shrunk with income."""
    deducted = 13_960 - (A - 20_120) * 0.12
    taxable = A - deducted - 700 - 250
    by_hand = 15_110 * 0.035 + (taxable - 15_110) * 0.044
    assert taxable < 51_950
    assert a("WI") == pytest.approx(by_hand) == pytest.approx(2_145.33, abs=0.005)
    left = B - 15_000  # the pension left out, and no couple credit
    taxable = left - (25_840 - (left - 29_040) * 0.19778) - 1_400 - 500
    to_69_260 = 20_150 * 0.035 + 49_110 * 0.044
    assert b("WI") == pytest.approx(to_69_260 + (taxable - 69_260) * 0.053)
    deducted = 25_840 - (70_000 - 29_040) * 0.19778
    taxable = 70_000 - deducted - 1_400 - 250
    assert c("WI") == pytest.approx(20_150 * 0.035 + (taxable - 20_150) * 0.044)
