"""State returns of filers of 65 and over, by hand: what the age brings, law of 2026.

Three households recur: a single person of 67 with profit of 60,000; a couple of 67 each with
profit of 90,000 and wages of 20,000; a single person of 70 with profit of 22,000.
"""

import pytest

from calc.parameters import load_rules
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)
HALF = 0.9235 * 0.153 / 2  # half of self-employment tax, for each dollar of profit
ONE, TWO, LOW = 60_000 - 60_000 * HALF, 110_000 - 90_000 * HALF, 22_000 - 22_000 * HALF


def tax(state: str, **stated: object) -> float:
    """State tax under the federal standard deduction, after credits."""
    household = Household(state=state, deduction="standard", **stated)  # type: ignore[arg-type]
    return float(tax_bill(household, RULES).state.amount)


def one(state: str) -> float:
    """The single person of 67."""
    return tax(state, age=67, profit=60_000.0)


def two(state: str) -> float:
    """The couple of 67."""
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 67}
    return tax(state, **couple, profit=90_000.0, spouse_wages=20_000.0)


def low(state: str) -> float:
    """The single person of 70."""
    return tax(state, age=70, profit=22_000.0)


def test_adjusted_incomes() -> None:
    """55,761.135, 103,641.7025 and 20,445.7495."""
    assert pytest.approx((55_761.135, 103_641.7025, 20_445.7495)) == (ONE, TWO, LOW)


def test_maryland() -> None:
    """1,000 more of exemption each; a credit of 1,000, or 1,750 for both (10-754)."""
    by_hand = 90 + (ONE - 3_400 - 3_200 - 1_000 - 3_000) * 0.0475 - 1_000
    assert one("MD") == pytest.approx(by_hand) == pytest.approx(1_235.15, abs=0.005)
    taxable = TWO - 1_200 - 6_850 - 2 * 4_200
    assert two("MD") == pytest.approx(90 + (taxable - 3_000) * 0.0475 - 1_750)
    assert 90 + (LOW - 3_400 - 4_200 - 3_000) * 0.0475 < 1_000
    assert low("MD") == 0.0


def test_maryland_credit_of_one_of_two_and_at_its_limit() -> None:
    """One of a couple brings 1,000; a head of household 1,750 up to 150,000; then nothing."""
    couple = {"filing_status": "joint", "profit": 90_000.0, "spouse_wages": 20_000.0}
    young = tax("MD", **couple)
    assert young - tax("MD", **couple, age=67) == pytest.approx(1_000 + 1_000 * 0.0475)
    head = {"filing_status": "head_of_household", "children_under_17": 1}
    younger = tax("MD", **head, wages=149_000.0)
    older = tax("MD", **head, wages=149_000.0, age=66)
    assert younger - older == pytest.approx(1_750 + 1_000 * 0.0475)
    gone = tax("MD", **head, wages=151_000.0) - tax("MD", **head, wages=151_000.0, age=66)
    assert gone == pytest.approx(1_000 * 0.0475)


def test_south_carolina() -> None:
    """15,000 each off any income (12-6-1170(B)); of 15,000 deducted 4,290 fell, of 30,000 6,440."""
    taxable = ONE - 15_000 - (15_000 - 4_290)
    assert pytest.approx(4_298.49, abs=0.005) == 15_000 * (ONE - 40_000) / 55_000
    assert one("SC") == pytest.approx(30_000 * 0.0199 + (taxable - 30_000) * 0.0521)
    assert pytest.approx(6_447.74, abs=0.005) == 30_000 * (TWO - 80_000) / 110_000
    taxable = TWO - 30_000 - (30_000 - 6_440)
    by_hand = 30_000 * 0.0199 + (taxable - 30_000) * 0.0521 - 20_000 * 0.007
    assert two("SC") == pytest.approx(by_hand)
    assert low("SC") == 0.0


def test_michigan() -> None:
    """From 67, 20,000 or 40,000 instead of the filers' exemptions (MCL 206.30(9))."""
    assert one("MI") == pytest.approx((60_000 - 20_000) * 0.0425)
    assert two("MI") == pytest.approx((110_000 - 40_000) * 0.0425)
    assert low("MI") == pytest.approx((22_000 - 20_000) * 0.0425)


@pytest.mark.parametrize(
    ("age", "off"), [(66, 5_900), (67, 20_000), (73, 20_000), (74, 25_900), (81, 5_900)]
)
def test_michigan_by_year_of_birth(age: int, off: float) -> None:
    """Born before 1953: both; born before 1946: neither 20,000, for theirs is a pension's."""
    assert tax("MI", age=age, wages=60_000.0) == pytest.approx((60_000 - off) * 0.0425)


def test_montana() -> None:
    """5,810 each, and the federal deduction of 6,000, for the state starts from taxable income."""
    assert one("MT") == pytest.approx((ONE - 16_100 - 2_050 - 6_000 - 5_810) * 0.047)
    taxable = TWO - 32_200 - 2 * (1_650 + 6_000 + 5_810)
    assert two("MT") == pytest.approx(taxable * 0.047)
    assert low("MT") == 0.0


def test_west_virginia() -> None:
    """8,000 of each one's own income (Schedule M): of 3,000 of wages a spouse leaves out 3,000."""
    below_40_000 = 10_000 * 0.0211 + 15_000 * 0.0281 + 15_000 * 0.0316
    assert one("WV") == pytest.approx(below_40_000 + (ONE - 10_000 - 40_000) * 0.0422)
    below_60_000 = below_40_000 + 20_000 * 0.0422
    assert two("WV") == pytest.approx(below_60_000 + (TWO - 20_000 - 60_000) * 0.0458)
    couple = {"filing_status": "joint", "age": 67, "spouse_age": 67}
    found = tax("WV", **couple, profit=90_000.0, spouse_wages=3_000.0)
    taxable = 93_000 - 90_000 * HALF - 8_000 - 3_000 - 4_000
    assert found == pytest.approx(below_60_000 + (taxable - 60_000) * 0.0458)
    assert low("WV") == pytest.approx(10_000 * 0.0211 + (LOW - 10_000 - 10_000) * 0.0281)


def test_delaware() -> None:
    """2,500 more deducted (1108(b)), 110 more credited (1110(b)); a couple is taxed apart."""
    below_25_000 = 3_000 * 0.022 + 5_000 * 0.039 + 10_000 * 0.048 + 5_000 * 0.052
    by_hand = below_25_000 + (ONE - 5_750 - 25_000) * 0.0555 - 220
    assert one("DE") == pytest.approx(by_hand)
    own = below_25_000 + 35_000 * 0.0555 + (TWO - 20_000 - 5_750 - 60_000) * 0.066
    spouse = 3_000 * 0.022 + 5_000 * 0.039 + (20_000 - 5_750 - 10_000) * 0.048
    assert two("DE") == pytest.approx(own + spouse - 440)
    taxed = 3_000 * 0.022 + 5_000 * 0.039 + (LOW - 5_750 - 10_000) * 0.048
    assert low("DE") == pytest.approx(taxed - 220)


def test_delaware_at_60() -> None:
    """At 60, 110 and interest up to 12,500 come off; at 59 neither does."""
    stated = {"wages": 40_000.0, "other_income": 15_000.0}
    taxed = 1_001 + 35_000 * 0.0555
    assert tax("DE", age=59, **stated) == pytest.approx(taxed - 8_250 * 0.0555 - 110)
    assert tax("DE", age=60, **stated) == pytest.approx(taxed - 20_750 * 0.0555 - 220)


def test_virginia() -> None:
    """12,000 less what income has above 50,000 (75,000); 800 more of exemption."""
    deducted = 12_000 - (ONE - 50_000)
    taxable = ONE - deducted - 8_750 - 930 - 800
    by_hand = 720 + (taxable - 17_000) * 0.0575
    assert one("VA") == pytest.approx(by_hand) == pytest.approx(1_987.43, abs=0.005)
    assert 24_000 - (TWO - 75_000) < 0
    # The spouse's 18,270 starts brackets of its own: 17,000 x 5.75 % less 720 is saved.
    taxable = TWO - 17_500 - 2 * (930 + 800)
    by_hand = 720 + (taxable - 17_000) * 0.0575 - (17_000 * 0.0575 - 720)
    assert two("VA") == pytest.approx(by_hand)
    assert LOW - 12_000 < 11_950
    assert low("VA") == 0.0


def test_virginia_born_before_1939() -> None:
    """88 at the end of 2026: the whole of 12,000 at every income; the spouse's own is gone."""
    couple = {"filing_status": "joint", "wages": 200_000.0}
    young = tax("VA", **couple, age=50, spouse_age=50)
    old = tax("VA", **couple, age=88, spouse_age=66)
    assert young - old == pytest.approx((12_000 + 2 * 800) * 0.0575)


def test_georgia() -> None:
    """5,000 of earnings each; interest besides, up to 35,000 from 62 and 65,000 from 65."""
    assert one("GA") == pytest.approx((ONE - 5_000 - 15_000) * 0.0499)
    assert two("GA") == pytest.approx((TWO - 10_000 - 30_000) * 0.0499)
    assert low("GA") == pytest.approx((LOW - 5_000 - 15_000) * 0.0499)
    stated = {"wages": 60_000.0, "other_income": 40_000.0}
    for age, off in ((61, 0), (62, 35_000), (65, 45_000)):
        assert tax("GA", age=age, **stated) == pytest.approx((100_000 - off - 15_000) * 0.0499)
