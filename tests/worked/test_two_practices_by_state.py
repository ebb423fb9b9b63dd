"""State tax of two self-employed people married to each other, law of 2026, by hand.

In the states whose rules look at each spouse. Unless a case says otherwise each has a profit of
50,000 and half of a tax of 7,064.775 deducted: 46,467.6125 of adjusted income each, 92,935.225
together. Were the spouse's profit counted as the first one's, each tax here would be higher.
"""

from dataclasses import replace

import pytest

from calc.taxes import Household, tax_bill
from tests.worked.households import RULES

COUPLE = Household(filing_status="joint", profit=50_000.0, spouse_profit=50_000.0)
EACH = 50_000 - 50_000 * 0.9235 * 0.153 / 2
BOTH = 2 * EACH


def state_tax(state: str, **stated: object) -> float:
    """State tax of the couple under the federal standard deduction."""
    household = replace(COUPLE, state=state, deduction="standard", **stated)  # type: ignore[arg-type]
    return float(tax_bill(household, RULES).state.amount)


def test_what_each_earns() -> None:
    """The figures of the head of this file."""
    assert pytest.approx(46_467.6125) == EACH
    bill = tax_bill(COUPLE, RULES)
    assert bill.adjusted_income.amount == pytest.approx(BOTH)


def test_arkansas() -> None:
    """Two columns of 50,000 - 2,520: the table's middle 47,450 owes 1,388.45, so 1,388 each."""
    each = 5_600 * 0.02 + 4_800 * 0.03 + 10_400 * 0.034 + (47_450 - 26_400) * 0.037
    assert each == pytest.approx(1_388.45)
    assert state_tax("AR") == 2 * 1_388 - 2 * 29


def test_delaware() -> None:
    """Each with half the deduction of 6,500: 43,217.61, in the bracket from 25,000."""
    each = 3_000 * 0.022 + 5_000 * 0.039 + 10_000 * 0.048 + 5_000 * 0.052
    each += (EACH - 3_250 - 25_000) * 0.0555
    assert each == pytest.approx(2_012.08, abs=0.005)
    assert state_tax("DE") == pytest.approx(2 * each - 2 * 110)


def test_district_of_columbia() -> None:
    """Two returns that share 30,650 alike: 31,142.61 each, 400 and 6 % above 10,000."""
    each = 400 + ((BOTH - 30_650) / 2 - 10_000) * 0.06
    assert each == pytest.approx(1_668.56, abs=0.005)
    assert state_tax("DC") == pytest.approx(2 * each)


def test_georgia() -> None:
    """At 67 each leaves out 5,000 of what is earned: 92,935.23 - 10,000 - 30,000, 4.99 %."""
    by_hand = (BOTH - 2 * 5_000 - 30_000) * 0.0499
    assert state_tax("GA", age=67, spouse_age=67) == pytest.approx(by_hand)


def test_kentucky() -> None:
    """Separately each takes 3,360."""
    assert state_tax("KY") == pytest.approx((BOTH - 2 * 3_360) * 0.035)


def test_maryland() -> None:
    """The two-income subtraction of 1,200, deduction 6,850, two exemptions of 3,200."""
    taxable = BOTH - 1_200 - 6_850 - 2 * 3_200
    by_hand = 20 + 30 + 40 + (taxable - 3_000) * 0.0475
    assert by_hand == pytest.approx(3_675.55, abs=0.005)
    assert state_tax("MD") == pytest.approx(by_hand)


def test_massachusetts() -> None:
    """Half the tax is added back: 100,000. Each deducts 2,000 of tax paid, together 8,800 too."""
    assert state_tax("MA") == pytest.approx((100_000 - 2 * 2_000 - 8_800) * 0.05)


def test_minnesota() -> None:
    """Marriage credit: the tax of two single people on 31,167.61 each, 5.35 % of it all.

    Joint: 62,335.23 after 30,600, with 13,635.23 above 48,700 at 6.8 %, is 197.71 more.
    """
    joint = 48_700 * 0.0535 + (BOTH - 30_600 - 48_700) * 0.068
    singles = (BOTH - 30_600) * 0.0535
    assert joint - singles == pytest.approx(197.71, abs=0.005)
    assert state_tax("MN") == pytest.approx(singles)


def test_mississippi() -> None:
    """Each deducts half of 4,600 and 12,000; 4 % above 10,000 each."""
    assert state_tax("MS") == pytest.approx(2 * (EACH - 8_300 - 10_000) * 0.04)


def test_missouri() -> None:
    """Each is taxed on half of joint taxable income.

    That is less 32,200, 15 % of federal tax of 5,334.58 and 20 % of profit: 39,935.04. Each owes
    19.5 % of 1,348 in steps up to 9,436, and 4.7 % above.
    """
    federal = 2_480 + 0.12 * (0.8 * (BOTH - 32_200) - 24_800)
    assert federal == pytest.approx(5_334.58, abs=0.005)
    taxable = BOTH - 32_200 - 0.15 * federal - 0.2 * 100_000
    each = 1_348 * 0.195 + (taxable / 2 - 9_436) * 0.047
    assert state_tax("MO") == pytest.approx(2 * each)


def test_north_dakota() -> None:
    """100,000 each: 122,936.36 is taxed, 1.95 % above 82,800, less what two singles owe less.

    Of these one has 92,935.23 - 16,100, 27,260.23 above 49,575, and the other is below it.
    """
    each = 100_000 - 100_000 * 0.9235 * 0.153 / 2
    taxable = 0.8 * (2 * each - 32_200)
    assert taxable == pytest.approx(122_936.36)
    singles = (each - 16_100 - 49_575) * 0.0195
    assert (taxable - 82_800) * 0.0195 - singles < 319.07
    found = state_tax("ND", profit=100_000.0, spouse_profit=100_000.0)
    assert found == pytest.approx(singles)


def test_ohio_half_the_tax_lowers_its_own_payer() -> None:
    """Wages of 3,000; the spouse's wages of 100,000 and profit of 50,000, which is deducted.

    Each has 500 left, so the joint credit of 5 % is due. 149,467.61 less 50,000 less 3,800.
    """
    taxable = 3_000 + 100_000 + EACH - 50_000 - 2 * 1_900
    tax = 26_050 * 0.012745 + (taxable - 26_050) * 0.0275
    assert tax == pytest.approx(2_246.49, abs=0.005)
    found = state_tax("OH", profit=0.0, wages=3_000.0, spouse_wages=100_000.0)
    assert found == pytest.approx(tax * 0.95)


def test_ohio_a_large_deduction_is_shared_by_profit() -> None:
    """200,000 each: 250,000 is deducted, 125,000 from each, who has more than 500 left.

    371,765.70 less 250,000 and 3,800 is taxed at 3 %, less the joint credit of 5 %.
    """
    half = (184_500 * 0.124 + 200_000 * 0.9235 * 0.029) / 2
    taxable = 2 * (200_000 - half) - 250_000 - 2 * 1_900
    assert taxable == pytest.approx(117_965.70)
    found = state_tax("OH", profit=200_000.0, spouse_profit=200_000.0)
    assert found == pytest.approx(taxable * 0.03 * 0.95)


def test_south_carolina() -> None:
    """Two-earner credit: 0.7 % of the lower profit, 350. The deduction has fallen to 26,480."""
    assert pytest.approx(3_527.79, abs=0.005) == (BOTH - 80_000) / 110_000 * 30_000
    tax = 30_000 * 0.0199 + (BOTH - 26_480 - 30_000) * 0.0521
    assert state_tax("SC") == pytest.approx(tax - 350)


def test_virginia() -> None:
    """The spouse adjustment: both halves of 73,575.23 begin the brackets, 257.50 less."""
    taxable = BOTH - 17_500 - 2 * 930
    tax = 60 + 60 + 600 + (taxable - 17_000) * 0.0575
    assert pytest.approx(257.50) == 17_000 * 0.0575 - 720
    assert state_tax("VA") == pytest.approx(tax - 257.50)


def test_west_virginia() -> None:
    """At 67 each leaves out 8,000 of the own income: 92,935.23 - 16,000 - 4,000."""
    taxable = BOTH - 2 * 8_000 - 2 * 2_000
    by_hand = 211 + 421.50 + 474 + 844 + (taxable - 60_000) * 0.0458
    assert by_hand == pytest.approx(2_542.93, abs=0.005)
    assert state_tax("WV", age=67, spouse_age=67) == pytest.approx(by_hand)


def test_wisconsin() -> None:
    """Married couple credit: 3 % of the lower profit, at most 480.

    50,000 each: 25,840 less 19.778 % of what is above 29,040, and exemptions of 1,400.
    """
    deduction = 25_840 - (BOTH - 29_040) * 0.19778
    taxable = BOTH - deduction - 2 * 700
    tax = 20_150 * 0.035 + 49_110 * 0.044 + (taxable - 69_260) * 0.053
    assert tax == pytest.approx(3_346.93, abs=0.005)
    assert state_tax("WI") == pytest.approx(tax - 480)
