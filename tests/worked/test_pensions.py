"""What states leave out of income for a pension, by hand, law of 2026.

A pension is set against the same amount of interest: adjusted income and federal tax are the same,
so what is left out, times the rate of the bracket, is all that differs.
"""

import pytest

from tests.worked.test_states_aged import tax


def saved(state: str, pension: float, wages: float = 60_000.0, **stated: object) -> float:
    """What a pension costs less than as much interest."""
    as_interest = tax(state, wages=wages, other_income=pension, **stated)
    return as_interest - tax(state, wages=wages, pension_income=pension, **stated)


@pytest.mark.parametrize(
    ("state", "age", "pension", "by_hand"),
    [
        ("AL", 64, 20_000.0, 0.0),
        ("AL", 65, 20_000.0, 6_000 * 0.05),
        ("AR", 59, 20_000.0, 0.0),
        ("AR", 62, 20_000.0, 6_000 * 0.037),
        ("AR", 68, 20_000.0, 6_000 * 0.037 - 29),  # the credit of 65 Special is lost
        ("CO", 54, 30_000.0, 0.0),
        ("CO", 58, 30_000.0, 20_000 * 0.044),
        ("CO", 65, 30_000.0, 24_000 * 0.044),
        ("IA", 54, 20_000.0, 0.0),
        ("IA", 55, 20_000.0, 20_000 * 0.038),
        ("IL", 59, 20_000.0, 0.0),
        ("IL", 60, 20_000.0, 20_000 * 0.0495),
        ("KY", 68, 20_000.0, 20_000 * 0.035),
        ("KY", 68, 40_000.0, 31_110 * 0.035),
        ("LA", 64, 20_000.0, 0.0),
        ("LA", 68, 20_000.0, 12_324 * 0.03),
        ("MD", 64, 20_000.0, 0.0),
        ("MD", 68, 20_000.0, 20_000 * 0.0475),
        ("MD", 68, 50_000.0, 4_000 * 0.05 + 36_600 * 0.0475),  # taxable 110,000 - 3,400 - 2,600
        ("ME", 68, 20_000.0, 20_000 * 0.0675),
        ("MI", 66, 20_000.0, 20_000 * 0.0425),
        ("MI", 68, 20_000.0, 5_900 * 0.0425),  # the exemption beside it, not beside 20,000
        ("MI", 68, 10_000.0, 0.0),  # 20,000 against all income is more
        ("MI", 75, 10_000.0, 0.0),
        ("MI", 82, 10_000.0, 10_000 * 0.0425),
        ("MS", 68, 20_000.0, 20_000 * 0.04),
        ("NJ", 61, 20_000.0, 0.0),
        ("NJ", 68, 20_000.0, 3_000 * 0.0637 + 17_000 * 0.05525),
        ("NY", 68, 30_000.0, 1_350 * 0.059 + 18_650 * 0.054),
        ("OH", 68, 9_000.0, 200.0),
        ("OH", 68, 3_000.0, 50.0),
        ("OH", 59, 9_000.0, 0.0),
        ("OK", 68, 20_000.0, 10_000 * 0.045),
        ("RI", 66, 20_000.0, 0.0),
        ("RI", 67, 20_000.0, 20_000 * 0.0375),
        ("SC", 62, 20_000.0, 3_000 * 0.0521),
        ("SC", 68, 20_000.0, 0.0),  # within the 15,000 for age
        ("VA", 68, 20_000.0, 0.0),  # nothing for a pension alone
    ],
)
def test_a_single_person(state: str, age: int, pension: float, by_hand: float) -> None:
    """Wages of 60,000 and a pension: what is left out, times the rate of the bracket."""
    assert saved(state, pension, age=age) == pytest.approx(by_hand, abs=0.005)


@pytest.mark.parametrize(
    ("state", "wages", "age", "left_out", "rate"),
    [
        ("HI", 80_000.0, 68, 20_000, 0.076),
        # 177,800: half of the way from 127,800; and the deduction shrinks to 177,250 by 75,000
        ("ME", 157_800.0, 68, 20_000 * 0.5 + 17_750 * 9_450 / 75_000, 0.0715),
        ("NJ", 90_000.0, 68, 20_000 * 0.375, 0.0637),
        ("NJ", 140_000.0, 68, 0, 0.0637),
        ("RI", 100_000.0, 68, 0, 0.0475),
    ],
)
def test_by_income(state: str, wages: float, age: int, left_out: float, rate: float) -> None:
    """A single person with a pension of 20,000 where less is left out at higher income."""
    assert saved(state, 20_000.0, wages, age=age) == pytest.approx(left_out * rate, abs=0.005)


def test_the_spouse_has_none() -> None:
    """What is entered is the practice owner's: a spouse's age leaves nothing out."""
    couple = {"filing_status": "joint", "wages": 60_000.0}
    assert saved("LA", 20_000.0, **couple, age=64, spouse_age=70) == 0.0
    assert saved("LA", 20_000.0, **couple, age=70, spouse_age=64) == pytest.approx(12_324 * 0.03)
