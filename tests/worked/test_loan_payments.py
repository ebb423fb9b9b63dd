"""Payments of student loans by hand: published examples, and the lines of plans by income.

Interest is a twelfth of the yearly rate a month; payments are billed to the cent.
"""

from typing import Any

import pytest

from calc.loans import Terms, guideline_of, monthly_payment, own_share, project
from calc.parameters.student_loans import poverty_guideline
from tests.worked.loans import AS_OF, CENT, DEBT, GUIDELINE, NEW, cents, income, owing

# --- published examples ------------------------------------------------------------------------


def test_tiered_standard_of_35_000() -> None:
    """L010, findfamilysupport.com: $35,000 at 4 % is about $259 for 15 years, over $46,600 in all.

    35,000 x i / (1 - (1 + i)^-180) with i = 0.04 / 12 is 258.8908. The 179 payments of 258.89 leave
    258.22, which the last one settles with its interest of 0.86: 179 x 258.89 + 259.08 = 46,600.39.
    """
    i = 0.04 / 12
    assert 35_000 * i / (1 - (1 + i) ** -180) == pytest.approx(258.8908, abs=1e-4)
    left = 35_000 * (1 + i) ** 179 - 258.89 * ((1 + i) ** 179 - 1) / i
    assert left * (1 + i) == pytest.approx(259.08, abs=CENT)
    found = project("tiered_standard", income(0.0), owing(35_000.0, 0.04, NEW), AS_OF)
    assert found.first_payment == 258.89
    assert found.months == 180
    assert found.last_payment == cents(259.08)
    assert found.total_paid == cents(179 * 258.89 + 259.08)
    assert found.outcome == "paid_off"


def test_a_couple_that_owes_alike() -> None:
    """L049, the final rule's preamble (91 FR 23866): $55,000 together, $20,000 owed each.

    5 % of 55,000 a month is 229.17 for the couple; half of it is 114.58.
    """
    share = own_share(20_000.0, 20_000.0)
    of_both = monthly_payment("rap", owing(40_000.0, 0.06), income(55_000.0), AS_OF)
    own = monthly_payment("rap", owing(20_000.0, 0.06), income(55_000.0, share=share), AS_OF)
    assert float(of_both) == 229.17
    assert float(own) == 114.58
    assert float(own) == cents(0.05 * 55_000 / 12 * 20_000 / 40_000)


def test_interest_that_the_payment_does_not_cover() -> None:
    """L065, NPR, 24 July 2025: a $50 payment against $75 of interest waives $25.

    2 % of 30,000 a month is 50; 7.5 % of 12,000 a month is 75. All 50 go to interest, 25 are not
    charged; nothing went to principal, so 50 are matched: 11,950 are left. PSLF after one more
    payment shows that month by itself.
    """
    terms = Terms(pslf_certified=119)
    found = project("rap", income(30_000.0), owing(12_000.0, 0.075), AS_OF, terms)
    assert found.months == 1
    assert found.total_paid == 50
    assert found.interest == cents(75)
    assert found.waived == cents(75 - 50)
    assert found.matched == cents(50)
    assert found.forgiven == cents(12_000 - 50)


# --- $66,000 at 8.07 % on the lines of RAP -----------------------------------------------------


@pytest.mark.parametrize(
    ("line", "more"),
    [
        (10_000, 0),  # a hundredth of it is below the least payment
        (20_000, 17),
        (30_000, 25),
        (40_000, 33),
        (50_000, 42),
        (60_000, 50),
        (70_000, 58),
        (80_000, 67),
        (90_000, 75),
        (100_000, 83),
    ],
)
def test_a_dollar_across_a_line_of_rap(line: int, more: int) -> None:
    """A dollar above a line costs a hundredth of the line a year more: 20,000 x 1 % / 12 = 17."""
    at, above = (
        float(monthly_payment("rap", DEBT, income(amount), AS_OF)) for amount in (line, line + 1.0)
    )
    assert round(above - at) == more
    assert more == (round(line * 0.01 / 12) if line > 10_000 else 0)


# --- plans by income ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("region", "size", "guideline", "payment"),
    [
        ("48", 1.0, 15_960, 233.83),
        ("48", 3.0, 15_960 + 2 * 5_680, 91.83),
        ("AK", 1.0, 19_950, 183.96),
        ("HI", 2.0, 18_360 + 6_530, 122.21),
    ],
)
def test_ibr_by_family_and_state(
    region: Any, size: float, guideline: float, payment: float
) -> None:
    """10 % of what 52,000 are above 150 % of the guideline, a month: 28,060 / 120 = 233.83."""
    table = poverty_guideline(2026)
    incomes = income(52_000.0, guideline_per_year=guideline_of(size, region, table))
    assert incomes.guideline_per_year == guideline
    found = float(monthly_payment("ibr_10", owing(66_000.0, 0.0807), incomes, AS_OF))
    assert found == payment
    assert found == cents(0.10 * (52_000 - 1.5 * guideline) / 12)


def test_ibr_is_capped_at_the_standard_payment() -> None:
    """At 150,000 IBR would ask 1,050.50 a month; Standard asks 803.21, so IBR does too."""
    i = 0.0807 / 12
    standard = 66_000 * i / (1 - (1 + i) ** -120)
    assert standard == pytest.approx(803.21, abs=0.005)
    asked = 0.10 * (150_000 - 1.5 * GUIDELINE) / 12
    assert asked == pytest.approx(1_050.50)
    found = monthly_payment("ibr_10", owing(66_000.0, 0.0807), income(150_000.0), AS_OF)
    assert float(found) == 803.21


@pytest.mark.parametrize(
    ("above", "payment"), [(599.0, 0.0), (600.0, 10.0), (1_199.0, 10.0), (1_212.0, 10.10)]
)
def test_small_payments_of_ibr(above: float, payment: float) -> None:
    """Below $5 nothing is asked, from $5 to $10 ten: $5 a month are $600 a year above the line."""
    incomes = income(1.5 * GUIDELINE + above)
    found = monthly_payment("ibr_10", owing(66_000.0, 0.0807), incomes, AS_OF)
    assert float(found) == payment
