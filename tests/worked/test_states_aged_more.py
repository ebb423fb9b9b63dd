"""State returns of filers of 65 and over, by hand: further states, law of 2026."""

import pytest

from tests.worked.test_states_aged import LOW, ONE, TWO, low, one, tax, two


def test_massachusetts() -> None:
    """700 each (Form 1, line 2c); tax on profit without half the tax on it, less 2,000 paid."""
    assert one("MA") == pytest.approx((60_000 - 2_000 - 4_400 - 700) * 0.05)
    fica = 20_000 * 0.0765
    assert two("MA") == pytest.approx((110_000 - 2_000 - fica - 8_800 - 1_400) * 0.05)
    assert low("MA") == pytest.approx((22_000 - 2_000 - 4_400 - 700) * 0.05)


def test_illinois() -> None:
    """1,000 each beside 2,925 (IL-1040, line 10b), nothing above 250,000."""
    assert one("IL") == pytest.approx((ONE - 3_925) * 0.0495)
    assert two("IL") == pytest.approx((TWO - 2 * 3_925) * 0.0495)
    assert low("IL") == pytest.approx((LOW - 3_925) * 0.0495)
    assert tax("IL", age=67, wages=260_000.0) == pytest.approx(260_000 * 0.0495)


def test_indiana() -> None:
    """1,000 each, and 500 more below 40,000."""
    assert one("IN") == pytest.approx((ONE - 2_000) * 0.0295)
    assert two("IN") == pytest.approx((TWO - 4_000) * 0.0295)
    assert low("IN") == pytest.approx((LOW - 2_500) * 0.0295)


def test_indiana_unified_credit() -> None:
    """40 for one of 65 with an income of 8,000, 80 for two, 50 below 3,000; none from 10,000."""
    assert tax("IN", age=67, wages=8_000.0) == pytest.approx(5_500 * 0.0295 - 40)
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 67}
    assert tax("IN", **couple, wages=8_000.0) == pytest.approx(3_000 * 0.0295 - 80)
    assert tax("IN", age=67, wages=2_000.0) == -50.0
    assert tax("IN", age=67, wages=10_000.0) == pytest.approx(7_500 * 0.0295)


def test_kansas() -> None:
    """850 more deducted, 700 each of a couple (79-32,119)."""
    above = ONE - 3_605 - 850 - 9_160 - 23_000
    assert one("KS") == pytest.approx(23_000 * 0.052 + above * 0.0558)
    above = TWO - 8_240 - 1_400 - 18_320 - 46_000
    assert two("KS") == pytest.approx(46_000 * 0.052 + above * 0.0558)
    assert low("KS") == pytest.approx((LOW - 3_605 - 850 - 9_160) * 0.052)


def test_mississippi() -> None:
    """1,500 each at 4 %, the first 10,000 free; 12,000 and 6,000 exempt before."""
    assert one("MS") == pytest.approx((ONE - 2_300 - 7_500 - 10_000) * 0.04)
    off = 4_600 + 12_000 + 3_000
    # Apart, each has 10,000 at zero: the spouse's wages stand against none of the 19,600.
    assert two("MS") == pytest.approx((TWO - off - 2 * 10_000) * 0.04)
    assert low("MS") == pytest.approx((LOW - 2_300 - 7_500 - 10_000) * 0.04)


def test_new_jersey() -> None:
    """1,000 each beside 1,000 (54A:3-1). No Medicare premium is taken for granted."""
    below_40_000 = 20_000 * 0.014 + 15_000 * 0.0175 + 5_000 * 0.035
    assert one("NJ") == pytest.approx(below_40_000 + (58_000 - 40_000) * 0.05525)
    below_80_000 = 20_000 * 0.014 + 30_000 * 0.0175 + 20_000 * 0.0245 + 10_000 * 0.035
    assert two("NJ") == pytest.approx(below_80_000 + (106_000 - 80_000) * 0.05525)
    assert low("NJ") == pytest.approx(20_000 * 0.014)


def test_minnesota() -> None:
    """2,000 more deducted, 1,600 each; at low income 9,600 less half of what is above 14,500."""
    taxable = ONE - 15_300 - 2_000
    assert one("MN") == pytest.approx(33_310 * 0.0535 + (taxable - 33_310) * 0.068)
    taxable = TWO - 30_600 - 3_200
    assert two("MN") == pytest.approx(48_700 * 0.0535 + (taxable - 48_700) * 0.068)
    assert LOW - (9_600 - (LOW - 14_500) / 2) - 17_300 < 0
    assert low("MN") == 0.0


def test_minnesota_couple_at_low_income() -> None:
    """Of 12,000 half of what is above 18,000 goes where both are 65, above 14,500 where one is."""
    couple = {"filing_status": "joint", "wages": 38_000.0, "age": 67}
    left = 12_000 - (38_000 - 18_000) / 2
    taxable = 38_000 - left - 30_600 - 3_200
    assert tax("MN", **couple, spouse_age=66) == pytest.approx(taxable * 0.0535)
    left = 12_000 - (38_000 - 14_500) / 2
    taxable = 38_000 - left - 30_600 - 1_600
    # At 64 the spouse still opens the working family credit: 4 % of 9,690.
    by_hand = taxable * 0.0535 - 9_690 * 0.04
    assert tax("MN", **couple, spouse_age=64) == pytest.approx(by_hand)


def test_kentucky() -> None:
    """40 each before the family size credit takes its share of what is left (Schedule ITC)."""
    assert one("KY") == pytest.approx((ONE - 3_360) * 0.035 - 40)
    assert two("KY") == pytest.approx((TWO - 2 * 3_360) * 0.035 - 80)
    assert 1.27 < LOW / 15_960 <= 1.30
    assert low("KY") == pytest.approx(((LOW - 3_360) * 0.035 - 40) * 0.8)


def test_new_mexico() -> None:
    """By income: 6,000 for one with 20,445.75, 2,000 each of a couple with 46,000 (7-2-5.2)."""
    couple = {"filing_status": "joint", "wages": 46_000.0}
    exempt = 2 * (2_500 - 0.1 * (46_000 - 30_000))
    young = (46_000 - 32_200 - exempt - 8_000) * 0.032 + 8_000 * 0.015
    assert tax("NM", **couple) == pytest.approx(young)
    old = (46_000 - 32_200 - 3_300 - exempt - 4_000) * 0.015
    assert tax("NM", **couple, age=67, spouse_age=67) == pytest.approx(old)


def test_oklahoma() -> None:
    """1,000 more up to 15,000 of income; sales tax relief up to 50,000 instead of 20,000."""
    assert low("OK") == pytest.approx(tax("OK", age=40, profit=22_000.0) - 40)
    taxable = 15_000 - 6_350 - 2_000
    by_hand = 1_150 * 0.025 + (taxable - 4_900) * 0.035
    assert tax("OK", age=66, wages=15_000.0) == pytest.approx(by_hand - 40)


def test_utah() -> None:
    """450 each born before 1953, less 2.5 % of income above 25,000 (59-10-1019)."""
    young, old = (tax("UT", age=age, wages=34_000.0) for age in (73, 74))
    assert young - old == pytest.approx(450 - 9_000 * 0.025)
    assert tax("UT", age=74, wages=60_000.0) == tax("UT", age=73, wages=60_000.0)


def test_ohio() -> None:
    """50 for a return, below 100,000 of income less exemptions, however many are 65."""
    stated = {"filing_status": "joint", "wages": 90_000.0}
    young = tax("OH", **stated)
    assert young - tax("OH", **stated, age=66) == pytest.approx(50)
    assert young - tax("OH", **stated, age=66, spouse_age=66) == pytest.approx(50)
    high = {"wages": 105_000.0}
    assert tax("OH", **high) == tax("OH", **high, age=70)
