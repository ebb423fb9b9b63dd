"""The free choice to itemise state and local tax, by hand; all single unless said.

Law of 2026: standard deduction 16,100; at most 40,400 of state and local tax, less 30 % of income
above 505,000, not below 10,000; above 640,600 (the 37 % bracket) 2/37 of it is lost.
"""

import numpy as np
import pytest

from calc.parameters import load_rules
from calc.taxes import Household, TaxBill, tax_bill

# Tax on all of a bracket: 10 %, 12 %, 22 %, 24 %, 32 % of its width.
UP_TO_105_700 = 12_400 * 0.10 + 38_000 * 0.12 + 55_300 * 0.22  # 17,966
UP_TO_201_775 = UP_TO_105_700 + 96_075 * 0.24  # 41,024
UP_TO_256_225 = UP_TO_201_775 + 54_450 * 0.32  # 58,448


def bill_of(household: Household, year: int = 2026) -> TaxBill:
    """The return under one year's law."""
    return tax_bill(household, load_rules(year))


def check(bill: TaxBill, *, itemised: bool, **expected: float) -> None:
    """Which deduction was taken, and each named figure to the cent."""
    assert bool(np.all(bill.itemised)) is itemised
    found = {name: float(getattr(bill, name).amount) for name in expected}
    assert found == pytest.approx(expected, abs=0.0051)


def test_state_tax_above_the_standard_deduction() -> None:
    """State tax of 9.3 % x 200,000 = 18,600 beats 16,100: 2,500 less is taxed, at 24 %."""
    itemising = bill_of(Household(wages=200_000.0, state="CA", state_rate=0.093))
    check(
        itemising,
        itemised=True,
        state=18_600,
        deduction=18_600,
        taxable_income=181_400,
        income_tax=UP_TO_105_700 + (181_400 - 105_700) * 0.24,
    )
    standard = bill_of(
        Household(wages=200_000.0, state="CA", state_rate=0.093, deduction="standard")
    )
    check(standard, itemised=False, deduction=16_100, taxable_income=183_900)
    saved = float(standard.total.amount) - float(itemising.total.amount)
    assert saved == pytest.approx(2_500 * 0.24)


def test_profit_in_the_phase_in() -> None:
    """A practice of $250,000: itemising lowers taxed income and saves more of the QBI deduction."""
    earnings = 250_000 * 0.9235  # 230,875
    half = (184_500 * 0.124 + earnings * 0.029) / 2  # (22,878 + 6,695.375) / 2 = 14,786.6875
    adjusted = 250_000 - half  # 235,213.3125
    state = adjusted * 0.093  # 21,874.838
    before = adjusted - state  # 213,338.4745
    p = 1 - (before - 201_750) / 75_000  # 0.845487
    qbi = 0.2 * adjusted * p * p  # business income equals adjusted income here
    taxable = before - qbi
    assert p == pytest.approx(0.845487, abs=1e-6)
    assert qbi == pytest.approx(33_628.37, abs=0.005)
    check(
        bill_of(Household(profit=250_000.0, state="CA", state_rate=0.093)),
        itemised=True,
        state=21_874.84,
        deduction=21_874.84,
        qbi_deduction=qbi,
        taxable_income=taxable,
        income_tax=UP_TO_105_700 + (taxable - 105_700) * 0.24,  # 179,710 is in the 24 % bracket
        additional_medicare=(earnings - 200_000) * 0.009,
    )


def test_state_tax_below_the_standard_deduction() -> None:
    """State tax of 9,300 does not beat 16,100; forced itemising taxes the difference at 22 %."""
    free = bill_of(Household(wages=100_000.0, state="CA", state_rate=0.093))
    check(free, itemised=False, deduction=16_100, taxable_income=83_900)
    forced = bill_of(Household(wages=100_000.0, state="CA", state_rate=0.093, deduction="itemised"))
    check(
        forced,
        itemised=True,
        deduction=9_300,
        taxable_income=90_700,
        income_tax=1_240 + 4_560 + (90_700 - 50_400) * 0.22,
    )
    assert float(forced.total.amount) > float(free.total.amount)


def test_nothing_to_itemise() -> None:
    """Forced itemising without any state tax deducts nothing."""
    bill = bill_of(Household(wages=50_000.0, deduction="itemised"))
    check(bill, itemised=True, deduction=0, taxable_income=50_000)


def test_local_tax_counts_too() -> None:
    """State 5 % and city 4 % of 200,000 are itemised together: 18,000."""
    bill = bill_of(Household(wages=200_000.0, state="NY", state_rate=0.05, local_rate=0.04))
    check(bill, itemised=True, state=10_000, local=8_000, deduction=18_000)


@pytest.mark.parametrize(("year", "cap"), [(2025, 40_000), (2026, 40_400)])
def test_cap(year: int, cap: float) -> None:
    """9.3 % of 480,000 is 44,640: only the year's cap is deducted."""
    bill = bill_of(Household(wages=480_000.0, state="CA", state_rate=0.093), year)
    check(bill, itemised=True, state=44_640, deduction=cap, taxable_income=480_000 - cap)


def test_capped_tax() -> None:
    """At the cap of 40,400 the tax of 480,000 is 58,448 and 35 % of what is above 256,225."""
    bill = bill_of(Household(wages=480_000.0, state="CA", state_rate=0.093))
    check(bill, itemised=True, income_tax=UP_TO_256_225 + (439_600 - 256_225) * 0.35)


@pytest.mark.parametrize(
    ("year", "limit"),
    [
        (2026, 40_400 - 0.3 * (550_000 - 505_000)),  # 26,900
        (2025, 40_000 - 0.3 * (550_000 - 500_000)),  # 25,000
    ],
)
def test_cap_shrinks(year: int, limit: float) -> None:
    """The cap shrinks by 30 % of income above its start: state tax of 51,150 meets it."""
    bill = bill_of(Household(wages=550_000.0, state="CA", state_rate=0.093), year)
    check(bill, itemised=True, deduction=limit, taxable_income=550_000 - limit)


def test_cap_at_its_floor() -> None:
    """At 620,000 the cap is at 10,000 (40,400 - 34,500 is less): the standard deduction wins."""
    household = Household(wages=620_000.0, state="CA", state_rate=0.093)
    check(bill_of(household), itemised=False, deduction=16_100, taxable_income=603_900)
    forced = Household(wages=620_000.0, state="CA", state_rate=0.093, deduction="itemised")
    check(bill_of(forced), itemised=True, deduction=10_000, taxable_income=610_000)


@pytest.mark.parametrize(
    ("wages", "lost"),
    [
        (640_600.0, 0.0),
        (645_600.0, 5_000 * 2 / 37),  # 5,000 above the bracket: 270.27
        (700_000.0, 10_000 * 2 / 37),  # more above it than there is to lose: 540.54
    ],
)
def test_overall_limit(wages: float, lost: float) -> None:
    """2/37 of the lesser of itemised deductions and income above the 37 % bracket is lost."""
    forced = Household(wages=wages, state="CA", state_rate=0.093, deduction="itemised")
    bill = bill_of(forced)
    check(bill, itemised=True, deduction=10_000 - lost, taxable_income=wages - 10_000 + lost)


def test_no_overall_limit_in_2025() -> None:
    """The overall limit begins in 2026."""
    forced = Household(wages=700_000.0, state="CA", state_rate=0.093, deduction="itemised")
    check(bill_of(forced, 2025), itemised=True, deduction=10_000)


def test_couple_needs_more_state_tax() -> None:
    """A couple's standard deduction is 32,200: 9.3 % of 300,000 does not beat it, of 400,000 does.

    2,480 + 9,120 + 24,332 + 24 % of what is above 211,400.
    """
    couple = {"filing_status": "joint", "state": "CA", "state_rate": 0.093}
    check(bill_of(Household(wages=300_000.0, **couple)), itemised=False, deduction=32_200)
    check(
        bill_of(Household(wages=400_000.0, **couple)),
        itemised=True,
        deduction=37_200,
        income_tax=2_480 + 9_120 + 24_332 + (362_800 - 211_400) * 0.24,
    )


def test_choice_is_made_for_each_draw() -> None:
    """In a batch each draw takes its own better deduction."""
    bill = bill_of(
        Household(wages=np.array([100_000.0, 200_000.0, 620_000.0]), state="CA", state_rate=0.093)
    )
    assert list(bill.itemised) == [False, True, False]
    assert list(bill.deduction.amount) == pytest.approx([16_100, 18_600, 16_100])
