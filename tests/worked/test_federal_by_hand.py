"""Ten federal returns of 2026 by hand, the standard deduction taken.

Law used: standard deduction 16,100 single, 32,200 joint, 24,150 head of household; social
security base 184,500; QBI thresholds 201,750 and 403,500 with ranges of 75,000 and 150,000;
loan-interest phase-out from 85,000 over 15,000. Two outside models agree with each to the cent.
"""

import pytest

from calc.parameters import load_rules
from calc.taxes import Household, tax_bill

RULES = load_rules(2026)


def brackets(taxable: float, *slices: tuple[float, float]) -> float:
    """Tax on slices: (upper end, rate) in order, the last one open."""
    tax, start = 0.0, 0.0
    for end, rate in slices:
        tax += max(min(taxable, end) - start, 0.0) * rate
        start = end
    return tax


ABOVE = float("inf")
SINGLE = (
    (12_400, 0.10),
    (50_400, 0.12),
    (105_700, 0.22),
    (201_775, 0.24),
    (256_225, 0.32),
    (640_600, 0.35),
    (ABOVE, 0.37),
)
JOINT = (
    (24_800, 0.10),
    (100_800, 0.12),
    (211_400, 0.22),
    (403_550, 0.24),
    (512_450, 0.32),
    (768_700, 0.35),
    (ABOVE, 0.37),
)
HEAD = ((17_700, 0.10), (67_450, 0.12), (105_700, 0.22), (ABOVE, 0.24))


def check(household: Household, **expected: float) -> None:
    """Each named figure of the return to the cent, and a total that is the sum of its taxes."""
    bill = tax_bill(household, RULES)
    found = {name: float(getattr(bill, name).amount) for name in expected}
    assert found == pytest.approx(expected, abs=0.0051)
    taxes = (bill.income_tax, bill.self_employment_tax, bill.fica, bill.additional_medicare)
    assert float(bill.total.amount) == pytest.approx(sum(float(line.amount) for line in taxes))


def test_wages_80k() -> None:
    """Wages: FICA at 7.65 %, income tax by brackets on wages less the standard deduction."""
    taxable = 80_000 - 16_100
    assert taxable == 63_900
    # 12,400 x 10 % + 38,000 x 12 % + 13,500 x 22 % = 1,240 + 4,560 + 2,970
    assert brackets(taxable, *SINGLE) == pytest.approx(8_770)
    check(
        Household(wages=80_000.0, deduction="standard"),
        adjusted_income=80_000,
        qbi_deduction=0,
        taxable_income=63_900,
        income_tax=8_770,
        self_employment_tax=0,
        fica=80_000 * 0.0765,
        additional_medicare=0,
    )


def test_profit_100k_capped_by_taxable_income() -> None:
    """QBI: at most 20 % of taxable income before it, which binds for a lone sole proprietor."""
    se = 100_000 * 0.9235 * 0.153  # 14,129.55
    adjusted = 100_000 - se / 2  # 92,935.225
    qbi = 0.2 * (adjusted - 16_100)  # 15,367.045, less than 20 % of 92,935.225
    taxable = adjusted - 16_100 - qbi  # 61,468.18
    check(
        Household(profit=100_000.0, deduction="standard"),
        self_employment_tax=14_129.55,
        adjusted_income=92_935.23,
        qbi_deduction=15_367.05,
        taxable_income=taxable,
        income_tax=1_240 + 4_560 + (taxable - 50_400) * 0.22,  # 8,235.00
    )
    assert 1_240 + 4_560 + (taxable - 50_400) * 0.22 == pytest.approx(8_235.00, abs=0.005)


def test_profit_90k_with_loan_interest() -> None:
    """Student-loan interest is deducted in full below the start of its phase-out."""
    se = 90_000 * 0.9235 * 0.153  # 12,716.595
    before = 90_000 - se / 2  # 83,641.70, below 85,000
    adjusted = before - 2_500  # 81,141.70
    qbi = 0.2 * (adjusted - 16_100)  # 13,008.34
    taxable = adjusted - 16_100 - qbi  # 52,033.36
    check(
        Household(profit=90_000.0, student_loan_interest=2_500.0, deduction="standard"),
        self_employment_tax=12_716.595,
        student_loan_deduction=2_500,
        adjusted_income=81_141.70,
        qbi_deduction=13_008.34,
        taxable_income=taxable,
        income_tax=1_240 + 4_560 + (taxable - 50_400) * 0.22,
    )
    assert 5_800 + (taxable - 50_400) * 0.22 == pytest.approx(6_159.34, abs=0.005)


def test_profit_270k_inside_the_phase_in() -> None:
    """QBI of a health field without employees: the share that is left counts twice (p x p)."""
    earnings = 270_000 * 0.9235  # 249,345
    se = 184_500 * 0.124 + earnings * 0.029  # 22,878 + 7,231.005
    adjusted = 270_000 - se / 2  # 254,945.4975
    before = adjusted - 16_100  # 238,845.4975
    p = 1 - (before - 201_750) / 75_000  # 0.50539
    qbi = 0.2 * (270_000 - se / 2) * p * p  # 13,023.76
    assert p == pytest.approx(0.5054, abs=5e-5)
    assert qbi == pytest.approx(13_023.76, abs=0.005)
    check(
        Household(profit=270_000.0, deduction="standard"),
        self_employment_tax=30_109.005,
        adjusted_income=254_945.50,
        qbi_deduction=13_023.76,
        income_tax=48_718.96,
        additional_medicare=(earnings - 200_000) * 0.009,  # 444.105
    )
    assert brackets(before - qbi, *SINGLE) == pytest.approx(48_718.96, abs=0.005)


def test_wages_use_up_the_social_security_base() -> None:
    """Wages of $190,000 leave no social security base: profit bears Medicare only."""
    earnings = 50_000 * 0.9235  # 46,175
    se = earnings * 0.029  # 1,339.075
    adjusted = 240_000 - se / 2  # 239,330.4625
    before = adjusted - 16_100
    p = 1 - (before - 201_750) / 75_000
    qbi = 0.2 * (50_000 - se / 2) * p * p
    check(
        Household(wages=190_000.0, profit=50_000.0, deduction="standard"),
        self_employment_tax=1_339.075,
        fica=184_500 * 0.062 + 190_000 * 0.0145,  # 11,439 + 2,755
        adjusted_income=239_330.4625,
        qbi_deduction=5_023.97,
        income_tax=46_282.08,
        additional_medicare=(190_000 + earnings - 200_000) * 0.009,  # 325.575
    )
    assert qbi == pytest.approx(5_023.97, abs=0.005)
    assert brackets(before - qbi, *SINGLE) == pytest.approx(46_282.08, abs=0.005)


def test_joint_200k_beside_80k_wages() -> None:
    """A couple: 20 % of business income binds, not taxable income; 0.9 % above 250,000."""
    earnings = 200_000 * 0.9235  # 184,700, above the base by 200
    se = 184_500 * 0.124 + earnings * 0.029  # 22,878 + 5,356.30
    adjusted = 280_000 - se / 2  # 265,882.85
    qbi = 0.2 * (200_000 - se / 2)  # 37,176.57
    taxable = adjusted - 32_200 - qbi  # 196,506.28
    check(
        Household(
            filing_status="joint", profit=200_000.0, spouse_wages=80_000.0, deduction="standard"
        ),
        self_employment_tax=28_234.30,
        fica=6_120,
        adjusted_income=265_882.85,
        qbi_deduction=37_176.57,
        taxable_income=taxable,
        income_tax=2_480 + 9_120 + (taxable - 100_800) * 0.22,
        additional_medicare=(80_000 + earnings - 250_000) * 0.009,  # 132.30
    )
    assert 11_600 + (taxable - 100_800) * 0.22 == pytest.approx(32_655.38, abs=0.005)


def test_joint_420k_near_the_end_of_the_phase_in() -> None:
    """High joint income: a sliver of QBI is left, and brackets up to 35 %."""
    earnings = 420_000 * 0.9235  # 387,870
    se = 184_500 * 0.124 + earnings * 0.029  # 22,878 + 11,248.23
    adjusted = 570_000 - se / 2  # 552,936.885
    before = adjusted - 32_200  # 520,736.885
    p = 1 - (before - 403_500) / 150_000  # 0.2184
    qbi = 0.2 * (420_000 - se / 2) * p * p  # 3,844.63
    check(
        Household(
            filing_status="joint", profit=420_000.0, spouse_wages=150_000.0, deduction="standard"
        ),
        self_employment_tax=34_126.23,
        adjusted_income=552_936.885,
        qbi_deduction=3_844.635,
        income_tax=118_450.79,
        additional_medicare=(150_000 + earnings - 250_000) * 0.009,  # 2,590.83
    )
    assert qbi == pytest.approx(3_844.635, abs=0.005)
    assert brackets(before - qbi, *JOINT) == pytest.approx(118_450.79, abs=0.005)


def test_head_of_household_with_one_child() -> None:
    """Child tax credit: $2,200 off the tax by brackets."""
    se = 120_000 * 0.9235 * 0.153  # 16,955.46
    adjusted = 120_000 - se / 2  # 111,522.27
    qbi = 0.2 * (adjusted - 24_150)  # 17,474.454
    taxable = adjusted - 24_150 - qbi  # 69,897.816
    assert brackets(taxable, *HEAD) - 2_200 == pytest.approx(6_078.52, abs=0.005)
    check(
        Household(
            filing_status="head_of_household",
            profit=120_000.0,
            children_under_17=1,
            deduction="standard",
        ),
        self_employment_tax=16_955.46,
        adjusted_income=111_522.27,
        qbi_deduction=17_474.454,
        income_tax=6_078.52,
    )


def test_four_hundred_dollar_floor_bites() -> None:
    """From 2026 business income of $1,000 or more deducts at least $400."""
    se = 1_500 * 0.9235 * 0.153  # 211.94
    adjusted = 61_500 - se / 2  # 61,394.03
    twenty_percent = 0.2 * (1_500 - se / 2)  # 278.81, less than 400
    assert twenty_percent < 400
    taxable = adjusted - 16_100 - 400  # 44,894.03
    check(
        Household(wages=60_000.0, profit=1_500.0, deduction="standard"),
        self_employment_tax=211.94,
        adjusted_income=61_394.03,
        qbi_deduction=400,
        income_tax=1_240 + (taxable - 12_400) * 0.12,  # 5,139.28
    )


def test_retirement_and_premium_of_the_self_employed() -> None:
    """A SEP and the own premium lower adjusted income and business income alike."""
    se = 140_000 * 0.9235 * 0.153  # 19,781.37
    adjusted = 140_000 - se / 2 - 20_000 - 6_000  # 104,109.315
    qbi = 0.2 * (adjusted - 16_100)  # 17,601.863
    taxable = adjusted - 16_100 - qbi  # 70,407.452
    check(
        Household(
            profit=140_000.0,
            self_employed_retirement=20_000.0,
            self_employed_premium=6_000.0,
            deduction="standard",
        ),
        self_employment_tax=19_781.37,
        adjusted_income=104_109.315,
        qbi_deduction=17_601.863,
        income_tax=5_800 + (taxable - 50_400) * 0.22,
    )
    assert 5_800 + (taxable - 50_400) * 0.22 == pytest.approx(10_201.64, abs=0.005)
