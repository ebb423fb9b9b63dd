"""Households by hand, tax year 2026: the taxes of this work by difference."""

import numpy as np
import pytest

from calc.taxes import Household, tax_bill
from tests.worked.households import RULES, amounts, practice


def test_own_job_beside_the_practice() -> None:
    """A job of $160,000 uses up most of the social security base before the practice's $40,000.

    Without: (160,000 - 16,100) taxed: 17,966 + 24 % x (143,900 - 105,700) = 27,134.
    With: net earnings 36,940; 24,500 of the base is left.
    """
    se = 24_500 * 0.124 + 36_940 * 0.029  # 3,038 + 1,071.26
    adjusted = 200_000 - se / 2  # 197,945.37
    qbi = 0.2 * (40_000 - se / 2)  # 7,589.074; taxable income is below the phase-in
    taxable = adjusted - 16_100 - qbi  # 174,256.296
    with_work = 17_966 + (taxable - 105_700) * 0.24  # 34,419.51
    without = 17_966 + (143_900 - 105_700) * 0.24  # 27,134
    assert without == pytest.approx(27_134)
    result = practice(40_000, own_other_wages_per_year=160_000)
    assert amounts(
        result,
        "taxes.self_employment",
        "taxes.fica",
        "taxes.fica.with",
        "taxes.federal_income",
        "taxes.federal_income.with",
        "taxes.federal_income.without",
        "taxes",
    ) == pytest.approx(
        {
            "taxes.self_employment": 4_109.26,
            "taxes.fica": 0,
            "taxes.fica.with": 12_240,
            "taxes.federal_income": with_work - without,
            "taxes.federal_income.with": 34_419.511,
            "taxes.federal_income.without": -27_134,
            "taxes": 4_109.26 + 34_419.511 - 27_134,
        },
        abs=0.001,
    )


def test_additional_medicare_by_difference() -> None:
    """A job of $190,000 leaves 10,000 of the threshold: the practice's 46,175 bears the rest."""
    result = practice(50_000, own_other_wages_per_year=190_000)
    assert amounts(result, "taxes.additional_medicare", "taxes.fica") == pytest.approx(
        {"taxes.additional_medicare": (46_175 - 10_000) * 0.009, "taxes.fica": 0}
    )


def test_couple_with_a_child() -> None:
    """Spouse's wages of $90,000 fill the low brackets, so the practice is taxed from 12 % up.

    Without: 90,000 - 32,200 = 57,800; 2,480 + 12 % x 33,000 - 2,200 = 4,240.
    """
    se = 60_000 * 0.9235 * 0.153  # 8,477.73
    qbi = 0.2 * (60_000 - se / 2)  # 11,152.227
    taxable = 150_000 - se / 2 - 32_200 - qbi  # 102,408.908
    with_work = 2_480 + 9_120 + (taxable - 100_800) * 0.22 - 2_200  # 9,753.96
    result = practice(
        60_000, filing_status="joint", spouse_wages_per_year=90_000, children_under_17=1
    )
    assert amounts(
        result, "taxes.self_employment", "taxes.federal_income", "taxes.fica"
    ) == pytest.approx(
        {
            "taxes.self_employment": 8_477.73,
            "taxes.federal_income": with_work - 4_240,
            "taxes.fica": 0,
        }
    )
    assert with_work - 4_240 == pytest.approx(5_513.96, abs=0.001)


def test_alone_the_whole_bill_is_this_works() -> None:
    """Single with nothing else: the taxes of this work are the whole return."""
    result = practice(100_000)
    bill = tax_bill(Household(profit=100_000.0), RULES)
    assert float(result.taxes.amount) == pytest.approx(float(bill.total.amount), abs=1e-9)
    assert float(result.taxes.amount) == pytest.approx(14_129.55 + 8_235.00, abs=0.005)


def test_spouse_wages_count_on_a_joint_return_only() -> None:
    """A single person's return has no spouse: the wages are left out, with a remark."""
    result = practice(100_000, spouse_wages_per_year=50_000)
    assert float(result.taxes.amount) == pytest.approx(14_129.55 + 8_235.00, abs=0.005)
    assert [remark.kind for remark in result.remarks] == ["spouse_wages_not_counted"]


def test_difference_for_each_draw() -> None:
    """By difference a batch gives each draw's own taxes."""
    wages = np.array([0.0, 60_000.0, 160_000.0])
    batch = practice(40_000, own_other_wages_per_year=wages).taxes
    for draw, amount in enumerate(wages):
        alone = practice(40_000, own_other_wages_per_year=float(amount)).taxes
        assert float(batch.at(draw).amount) == float(alone.amount)
