"""State returns of filers of 65 and over, by hand: Arizona to Maine, law of 2026.

The households of these files, with their income by kind:

- A, single, 67: profit 60,000 and interest 6,000. Adjusted income 61,761.135.
- B, a couple of 67 and 70: profit 90,000, wages 20,000, a pension of 15,000; 118,641.7025.
- C, a couple of 66 and 60: wages 10,000, interest 20,000, a pension of 40,000; 70,000.
- D, single, 74: profit 22,000 and a pension of 9,000; 29,445.7495.

Of each couple the first one earns the profit, the interest and the pension. The federal deduction
for seniors is 6,000 each, whole at these incomes.
"""

import pytest

from tests.worked.test_states_aged import LOW, ONE, TWO, tax

A, B, C, D = ONE + 6_000, TWO + 15_000, 70_000.0, LOW + 9_000
# Federal taxable income: less deduction, 6,000 each, and 20 % of what is left, the profit being
# more than that. C has no profit.
FEDERAL_A = (A - 18_150 - 6_000) * 0.8
FEDERAL_B = (B - 35_500 - 12_000) * 0.8
FEDERAL_C = C - 33_850 - 6_000
FEDERAL_D = (D - 18_150 - 6_000) * 0.8


def a(state: str) -> float:
    """State tax of household A."""
    return tax(state, age=67, profit=60_000.0, other_income=6_000.0)


def b(state: str) -> float:
    """State tax of household B."""
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 70}
    return tax(state, **couple, profit=90_000.0, spouse_wages=20_000.0, pension_income=15_000.0)


def c(state: str) -> float:
    """State tax of household C."""
    couple = {"filing_status": "joint", "age": 66, "spouse_age": 60}
    return tax(state, **couple, wages=10_000.0, other_income=20_000.0, pension_income=40_000.0)


def d(state: str) -> float:
    """State tax of household D."""
    return tax(state, age=74, profit=22_000.0, pension_income=9_000.0)


def test_the_households() -> None:
    """Adjusted and federal taxable incomes, in dollars."""
    assert pytest.approx((61_761.135, 118_641.7025, 29_445.7495)) == (A, B, D)
    found = (FEDERAL_A, FEDERAL_B, FEDERAL_C, FEDERAL_D)
    assert found == pytest.approx((30_088.908, 56_913.362, 30_150, 4_236.5996))


def test_arizona() -> None:
    """2.5 %; 2,100 each (43-1023(E)), no addition to the deduction, and 6,000 each as federally."""
    assert a("AZ") == pytest.approx((A - 2_100 - 16_100 - 6_000) * 0.025)
    assert b("AZ") == pytest.approx((B - 4_200 - 32_200 - 12_000) * 0.025)
    assert c("AZ") == pytest.approx((70_000 - 2_100 - 32_200 - 6_000) * 0.025) == 742.5


def test_arkansas() -> None:
    """29 for a person and 58 for age; the table at the middle of a band, in whole dollars.

    Neither half the tax on profit nor the federal deduction for seniors lowers its income.
    """
    # 66,000 - 2,520 = 63,480, middle 63,450: 112 + 144 + 353.6 + 37,050 x 3.7 % is 1,980.45.
    assert a("AR") == 1_980 - 87
    # Two columns: 105,000 - 6,000 of the pension - 2,520 = 96,480, middle 96,450: by the second
    # schedule 94 + 91,750 x 3.7 % less 120 is 3,368.75; and 17,480, middle 17,450, 112 + 144 + 49.3
    # = 305.3, in the table 305, less the low income credit of 60 of a column of up to 26,500.
    apart = 3_369 + 305 - 60
    together = 94 + (119_000 - 5_050 - 4_700) * 0.037
    assert apart < together
    assert b("AR") == apart - 174 + 29  # 65 Special is lost with the pension
    # On one return: 70,000 - 6,000 - 5,050 = 58,950, in the middle of its band: 1,813.95.
    assert c("AR") == 1_814 - 58 - 58 + 29


def test_california() -> None:
    """A second credit of 156.47 for each of 65 (Form 540, line 9)."""
    to_42_391 = 11_330.08 * 0.01 + 15_529.14 * 0.02 + 15_532.2 * 0.04
    by_hand = to_42_391 + (A - 5_835.31 - 42_391.42) * 0.06 - 2 * 156.47
    assert a("CA") == pytest.approx(by_hand) == pytest.approx(1_544.30, abs=0.005)
    to_84_783 = 2 * to_42_391  # the couple's bounds: 22,660.16, 53,718.44, 84,782.85
    above = B - 11_670.63 - 84_782.85
    assert b("CA") == pytest.approx(to_84_783 + above * 0.06 - 4 * 156.47, abs=0.01)
    by_hand = 226.6016 + 31_058.28 * 0.02 + (C - 11_670.63 - 53_718.44) * 0.04 - 3 * 156.47
    assert c("CA") == pytest.approx(by_hand) == pytest.approx(562.79, abs=0.005)


def test_california_credits_fall() -> None:
    """270,000 is five steps of 2,500 begun above 257,918.65: each of the two credits loses 30."""
    taxable = 270_000 - 5_835.31
    to_74_372 = 113.3008 + 310.5828 + 621.288 + 16_454.65 * 0.06 + 15_526.07 * 0.08
    by_hand = to_74_372 + (taxable - 74_372.14) * 0.093 - 2 * (156.47 - 30)
    assert tax("CA", age=67, wages=270_000.0) == pytest.approx(by_hand)


def test_district_of_columbia() -> None:
    """2,050 more deducted, 1,650 each of a couple (IRC 63(c)(3)), who may be taxed apart."""
    to_40_000, to_60_000 = 400 + 1_800, 400 + 1_800 + 1_300
    assert a("DC") == pytest.approx(to_40_000 + (A - 17_350 - 40_000) * 0.065)
    # 33,950 are shared out: 20,000 of wages are the spouse's, and all of the deduction the
    # other's, whose 64,691.70 stay in the bracket of 8.5 %.
    own = B - 20_000 - 33_950
    by_hand = to_60_000 + (own - 60_000) * 0.085 + 400 + 10_000 * 0.06
    assert b("DC") == pytest.approx(by_hand) == pytest.approx(4_898.79, abs=0.005)
    # Nothing is the spouse's own: one return.
    assert c("DC") == pytest.approx(400 + (70_000 - 32_300 - 10_000) * 0.06) == 2_062.0


def test_hawaii() -> None:
    """1,144 once more for each of 65 (HRS 235-54(a)); the food credit at low income."""
    to_48_000 = 134.4 + 153.6 + 264 + 307.2 + 816 + 864  # 9,600 to 48,000, single
    assert a("HI") == pytest.approx(to_48_000 + (A - 8_000 - 2 * 1_144 - 48_000) * 0.076)
    taxable = B - 15_000 - 16_000 - 4 * 1_144  # without the pension
    to_72_000 = 2 * (134.4 + 153.6 + 264 + 307.2 + 816)
    assert b("HI") == pytest.approx(to_72_000 + (taxable - 72_000) * 0.072)
    assert c("HI") == pytest.approx((30_000 - 16_000 - 3 * 1_144) * 0.014)
    taxable = D - 9_000 - 8_000 - 2 * 1_144  # 10,157.75; food credit of 140 below 30,000
    assert d("HI") == pytest.approx(134.4 + (taxable - 9_600) * 0.032 - 140)


def test_iowa() -> None:
    """3.8 % of federal taxable income; 40 each, and 20 for each of 65 (422.12)."""
    assert a("IA") == pytest.approx(FEDERAL_A * 0.038 - 60)
    assert b("IA") == pytest.approx((FEDERAL_B - 15_000) * 0.038 - 120)
    assert c("IA") == 0.0  # 40,000 of 70,000 is a pension: 30,150 is less than it
    assert d("IA") == 0.0


def test_maine() -> None:
    """The additions of IRC 63(c)(3): 2,050, or 1,650 each (36 M.R.S. 5124-C)."""
    taxable = A - 15_700 - 2_050 - 5_300
    assert a("ME") == pytest.approx(27_400 * 0.058 + (taxable - 27_400) * 0.0675)
    taxable = B - 15_000 - 31_400 - 3_300 - 10_600
    assert b("ME") == pytest.approx(54_850 * 0.058 + (taxable - 54_850) * 0.0675)
    assert c("ME") == 0.0  # 30,000 without the pension
    # Total income of 31,000 is ten steps of 500 above 26,000: 55 of 155 is left of that credit.
    assert d("ME") == -55.0


def test_maine_deduction_shrinks() -> None:
    """With 250,000 a couple loses (250,000 - 204,550) / 150,000 of deduction and addition alike."""
    left = (31_400 + 1_650) * (1 - 45_450 / 150_000)
    taxable = 250_000 - left - 10_600
    by_hand = 54_850 * 0.058 + 74_900 * 0.0675 + (taxable - 129_750) * 0.0715
    couple = {"filing_status": "joint", "age": 66, "spouse_age": 60}
    assert tax("ME", **couple, wages=250_000.0) == pytest.approx(by_hand)
