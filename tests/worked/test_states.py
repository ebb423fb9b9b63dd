"""State returns by hand, law of 2026: the states whose rules are their own.

Taxes on earnings and federal tax of these households are worked out in `test_federal_by_hand.py`
and agree with an independent model to the cent; here they are given.
"""

from math import ceil

import pytest

from calc.parameters import load_rules
from calc.taxes import Household, TaxBill, tax_bill

RULES = load_rules(2026)
# Federal tax on taxable income of 256,225, single: 10, 12, 22, 24 and 32 % of each bracket.
UP_TO_256_225 = 12_400 * 0.10 + 38_000 * 0.12 + 55_300 * 0.22 + 96_075 * 0.24 + 54_450 * 0.32


def bill_of(household: Household) -> TaxBill:
    """The return under the law of 2026."""
    return tax_bill(household, RULES)


def state_tax(state: str, **stated: object) -> float:
    """State tax under the federal standard deduction."""
    household = Household(state=state, deduction="standard", **stated)  # type: ignore[arg-type]
    return float(bill_of(household).state.amount)


def test_california_itemised_at_high_income() -> None:
    """Wages of 400,000: state tax of 33,158 is itemised and saves 35 % of 17,058 above 16,100.

    California keeps its own deduction of 5,835.31 whatever the federal return does; of the
    exemption credit of 156.47 nothing is left, 57 steps begun above 257,918.65 at 6 each.
    """
    taxable = 400_000 - 5_835.31
    state = (
        11_330.08 * 0.01
        + (26_859.22 - 11_330.08) * 0.02
        + (42_391.42 - 26_859.22) * 0.04
        + (58_846.07 - 42_391.42) * 0.06
        + (74_372.14 - 58_846.07) * 0.08
        + (379_897.80 - 74_372.14) * 0.093
        + (taxable - 379_897.80) * 0.103
    )
    assert 156.47 - 6 * ceil((400_000 - 257_918.65) / 2_500) < 0
    assert state == pytest.approx(33_157.91, abs=0.005)

    home = {"state": "CA", "wages": 400_000.0}
    chosen = bill_of(Household(**home))
    assert float(chosen.state.amount) == pytest.approx(state)
    assert float(chosen.deduction.amount) == pytest.approx(state)
    federal = UP_TO_256_225 + (400_000 - state - 256_225) * 0.35
    assert float(chosen.income_tax.amount) == pytest.approx(federal)

    standard = bill_of(Household(**home, deduction="standard"))
    federal_standard = UP_TO_256_225 + (400_000 - 16_100 - 256_225) * 0.35
    assert float(standard.income_tax.amount) == pytest.approx(federal_standard)
    saved = float(standard.total.amount) - float(chosen.total.amount)
    assert saved == pytest.approx((state - 16_100) * 0.35)


def test_the_district_follows_the_federal_choice() -> None:
    """Wages of 400,000: itemising saves 5,603 of federal tax and costs 1,415 of the District's.

    Without its standard deduction of 15,300, at 9.25 %: tax on 384,700 is 32,109.75, on 400,000
    it is 33,525. What is itemised is the tax under the standard deduction.
    """
    up_to_250_000 = 400 + 30_000 * 0.06 + 20_000 * 0.065 + 190_000 * 0.085
    standard = bill_of(Household(state="DC", wages=400_000.0, deduction="standard"))
    assert float(standard.state.amount) == pytest.approx(up_to_250_000 + 134_700 * 0.0925)
    chosen = bill_of(Household(state="DC", wages=400_000.0))
    assert bool(chosen.itemised)
    assert float(chosen.state.amount) == pytest.approx(up_to_250_000 + 150_000 * 0.0925)
    saved = (32_109.75 - 16_100) * 0.35 - 15_300 * 0.0925
    difference = float(standard.total.amount) - float(chosen.total.amount)
    assert difference == pytest.approx(saved)


def test_virginia_keeps_the_standard_deduction_where_it_is_worth_more() -> None:
    """Wages of 300,000: 16,436 is above 16,100, but Virginia would tax 8,750 more at 5.75 %.

    Federal tax would fall by (16,435.90 - 16,100) x 35 % = 117.57, Virginia's rise by 503.13.
    """
    free = bill_of(Household(state="VA", wages=300_000.0))
    forced = bill_of(Household(state="VA", wages=300_000.0, deduction="itemised"))
    assert not bool(free.itemised)
    assert float(forced.deduction.amount) == pytest.approx(16_435.90)
    more = float(forced.total.amount) - float(free.total.amount)
    assert more == pytest.approx(8_750 * 0.0575 - 335.90 * 0.35, abs=0.005)


def test_district_couple_on_two_returns() -> None:
    """Profit and wages of 100,000 each: 92,935.23 and 100,000, deduction 30,650 split at will.

    Both end in the 8.5 % bracket: 2 x 3,500 up to 60,000, and 8.5 % of 42,285.23 above.
    """
    half = 100_000 * 0.9235 * 0.153 / 2
    above = (100_000 - half) + 100_000 - 30_650 - 2 * 60_000
    by_hand = 2 * (400 + 30_000 * 0.06 + 20_000 * 0.065) + above * 0.085
    found = state_tax("DC", filing_status="joint", profit=100_000.0, spouse_wages=100_000.0)
    assert by_hand == pytest.approx(10_594.24, abs=0.005)
    assert found == pytest.approx(by_hand)


def test_new_york_recapture() -> None:
    """Wages of 232,000: 224,000 is taxed; base 567 and a share of 2,047 are taken back.

    The share is what adjusted income is above 215,400, the start of the bracket, of 50,000.
    """
    by_brackets = (
        8_500 * 0.039
        + 3_200 * 0.044
        + 2_200 * 0.0515
        + 66_750 * 0.054
        + 134_750 * 0.059
        + 8_600 * 0.0685
    )
    recapture = 567 + 2_047 * (232_000 - 215_400) / 50_000
    assert by_brackets == pytest.approx(12_729.45)
    assert by_brackets + recapture == pytest.approx(13_976.05, abs=0.005)
    assert state_tax("NY", wages=232_000.0) == pytest.approx(by_brackets + recapture)


def test_ohio_business_income() -> None:
    """Profit of 336,000: 250,000 is deducted, an exemption of 1,900, the rest at 3 %."""
    earnings = 336_000 * 0.9235
    half = (184_500 * 0.124 + earnings * 0.029) / 2
    left = 336_000 - half - 250_000 - 1_900
    assert left == pytest.approx(68_161.71, abs=0.005)
    assert state_tax("OH", profit=336_000.0) == pytest.approx(left * 0.03)


def test_ohio_couple() -> None:
    """Wages of 42,000 each, 3,000 deferred, loan interest of 2,500: adjusted income 78,500.

    Two exemptions of 2,150 leave 74,200: 332 and 2.75 % above 26,050, less a joint credit of 10 %.
    """
    tax = 26_050 * 0.012745 + (74_200 - 26_050) * 0.0275
    found = state_tax(
        "OH",
        filing_status="joint",
        wages=42_000.0,
        spouse_wages=42_000.0,
        deferral_401k=3_000.0,
        student_loan_interest=2_500.0,
    )
    assert tax == pytest.approx(1_656.13, abs=0.01)
    assert found == pytest.approx(tax * 0.9)


def test_oregon_deducts_federal_tax() -> None:
    """Wages of 127,000: of federal tax of 19,214 the step from 125,000 allows 7,000.

    127,000 - 7,000 - 2,910 = 117,090; no exemption credit above 100,000.
    """
    federal = 1_240 + 4_560 + 55_300 * 0.22 + (127_000 - 16_100 - 105_700) * 0.24
    assert federal == pytest.approx(19_214)
    taxable = 127_000 - 7_000 - 2_910
    tax = 4_550 * 0.0475 + 6_850 * 0.0675 + (taxable - 11_400) * 0.0875
    assert tax == pytest.approx(9_926.38, abs=0.01)
    assert state_tax("OR", wages=127_000.0) == pytest.approx(tax)


def test_connecticut_steps() -> None:
    """Wages of 63,000: no exemption is left; 2,715, an add-back of 50, and 4 % credited."""
    tax = 10_000 * 0.02 + 40_000 * 0.045 + 13_000 * 0.055
    assert tax == pytest.approx(2_715)
    assert (tax + 50) * 0.96 == pytest.approx(2_654.40)
    assert state_tax("CT", wages=63_000.0) == pytest.approx((tax + 50) * 0.96)


def test_connecticut_couple() -> None:
    """Profit of 60,000 and wages of 150,000: adjusted income 205,761.14, an add-back of 500."""
    adjusted = 210_000 - 60_000 * 0.9235 * 0.153 / 2
    tax = 20_000 * 0.02 + 80_000 * 0.045 + 100_000 * 0.055 + (adjusted - 200_000) * 0.06
    found = state_tax("CT", filing_status="joint", profit=60_000.0, spouse_wages=150_000.0)
    assert tax + 500 == pytest.approx(10_345.67, abs=0.005)
    assert found == pytest.approx(tax + 500)


def test_missouri_business_deduction() -> None:
    """Profit of 80,000, premium of 4,800: 15 % of federal tax and 20 % of profit are deducted.

    Adjusted income 69,548.18 less 732.45, 16,100 and 16,000 is 36,715.73; 4.7 % above 9,436.
    """
    half = 80_000 * 0.9235 * 0.153 / 2
    adjusted = 80_000 - half - 4_800
    taxable_federal = (adjusted - 16_100) * 0.8
    federal = 1_240 + (taxable_federal - 12_400) * 0.12
    assert federal == pytest.approx(4_883.03, abs=0.01)
    taxable = adjusted - federal * 0.15 - 16_100 - 80_000 * 0.2
    below = 1_348 * (0.02 + 0.025 + 0.03 + 0.035 + 0.04 + 0.045)
    tax = below + (taxable - 9_436) * 0.047
    assert tax == pytest.approx(1_545.01, abs=0.01)
    found = state_tax("MO", profit=80_000.0, self_employed_premium=4_800.0)
    assert found == pytest.approx(tax, abs=0.005)


def test_washington_pays_out() -> None:
    """No tax on earnings; a low income with a child gets 675, less nothing below the phase-out."""
    stated = {"filing_status": "head_of_household", "children_under_17": 1, "wages": 20_000.0}
    assert state_tax("WA", **stated) == pytest.approx(-675)
