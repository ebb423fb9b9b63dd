"""Bills and figures of 2027 by hand: law that is known, and what is projected from 2026.

Published: social security base 192,300; the cap on state and local tax 40,404 x 1.01. Projected, by
prices (x 1.0299, the rise rounded down to $50): standard deduction 16,100 -> 16,550 (16,581.39);
brackets of single persons 12,400 -> 12,750 (12,770.76), 50,400 -> 51,900 (51,906.96),
105,700 -> 108,850 (108,860.43), 201,775 -> 207,775 (207,808.07).
"""

import pytest

from calc.parameters import load_rules
from calc.taxes import Household, tax_bill
from calc.taxes.payroll import payroll_rates

RULES = load_rules(2027)


def test_a_texan_practice_of_220_000() -> None:
    """The base of 2027 stops social security tax; each slice of income is taxed by hand."""
    bill = tax_bill(Household(state="TX", profit=220_000.0), RULES)
    earnings = 220_000 * 0.9235
    assert earnings == pytest.approx(203_170)
    social_security = 192_300 * 0.124  # 23,845.20; the base is published
    medicare = 203_170 * 0.029  # 5,891.93
    self_employment = 23_845.20 + 5_891.93
    assert social_security + medicare == pytest.approx(self_employment)
    assert float(bill.self_employment_tax.amount) == pytest.approx(29_737.13, abs=0.005)
    assert float(bill.additional_medicare.amount) == pytest.approx(3_170 * 0.009, abs=0.005)
    # 220,000 - 14,868.565 - 16,550 = 188,581.435; a fifth of it is less than a fifth of the profit
    before = 220_000 - 29_737.13 / 2 - 16_550
    taxable = before * 0.8
    assert taxable == pytest.approx(150_865.148)
    # 1,275 + 39,150 x 12 % + 56,950 x 22 % + 42,015.148 x 24 %
    tax = 1_275 + 4_698 + 12_529 + 10_083.6355
    assert float(bill.income_tax.amount) == pytest.approx(tax, abs=0.005)


def test_a_couple_has_twice_the_deduction_and_a_child_2_300() -> None:
    """Joint 33,100; the credit of 2,200 in prices of 2024 is 2,251.10 in 2026 and 2,318 in 2027."""
    home = Household(state="TX", filing_status="joint", wages=80_000.0, children_under_17=1)
    bill = tax_bill(home, RULES)
    # 80,000 - 33,100 = 46,900: 25,500 x 10 % + 21,400 x 12 %
    assert float(bill.income_tax.amount) == pytest.approx(2_550 + 2_568 - 2_300, abs=0.005)


def test_new_york_lowers_its_rates() -> None:
    """Single, 60,000: 3.8, 4.3, 5.05, 5.3 % as the budget set them for 2027; deduction kept."""
    bill = tax_bill(Household(state="NY", wages=60_000.0), RULES)
    # 8,500 x 3.8 % + 3,200 x 4.3 % + 2,200 x 5.05 % + (52,000 - 13,900) x 5.3 %
    tax = 323 + 137.60 + 111.10 + 2_019.30
    assert float(bill.state.amount) == pytest.approx(tax, abs=0.005)
    # paid leave 0.452 % up to 451.81 (60,000: 271.20), disability 31.20
    assert float(bill.payroll_programmes.amount) == pytest.approx(271.20 + 31.20, abs=0.005)


@pytest.mark.parametrize(
    ("state", "tax"),
    [
        ("IN", (60_000 - 1_000) * 0.029),
        ("MS", (60_000 - 2_300 - 6_000 - 10_000) * 0.0375),
        ("MT", (60_000 - 16_550) * 0.047),
        # 3,000 x 2 % + 2,000 x 3 % + 12,000 x 5 % + the rest x 5.75 %
        ("VA", 60 + 60 + 600 + (60_000 - 9_200 - 930 - 17_000) * 0.0575),
        # 4,250 x 2.46 % + 21,250 x 3.51 % + the rest x 3.99 %, less the credit of 181
        ("NE", 104.55 + 745.875 + (60_000 - 9_115 - 25_500) * 0.0399 - 181),
        # 14,400 x 1.4 % + 4,800 x 2.5 % + 4,800 x 5 % + 12,000 x 6.4 % + 12,000 x 6.8 % + the
        # rest of 50,856 x 7.2 %
        ("HI", 201.6 + 120 + 240 + 768 + 816 + (60_000 - 8_000 - 1_144 - 48_000) * 0.072),
    ],
)
def test_states_whose_law_of_2027_is_known(state: str, tax: float) -> None:
    """Wages of 60,000, single: rates and amounts that statutes set for 2027."""
    bill = tax_bill(Household(state=state, wages=60_000.0), RULES)
    assert float(bill.state.amount) == pytest.approx(tax, abs=0.51)


@pytest.mark.parametrize(
    ("state", "wages", "paid"),
    [
        ("WA", 100_000.0, 848.40 + 580.0),  # 1.2 % x 70.7 %, and long-term care as in 2026
        ("CO", 100_000.0, 430.0),
        ("CT", 200_000.0, 961.50),  # 0.5 % up to 192,300
        ("ME", 200_000.0, 961.50),
        ("OR", 200_000.0, 1_153.80 + 200.0),  # 0.6 % up to the base; transit 0.1 %
        ("MN", 200_000.0, 844.80),  # 0.44 % up to 192,000
        ("MD", 100_000.0, 450.0),  # begins in 2027
        ("NJ", 200_000.0, 177_100 * 0.0042 + 46_400 * 0.00425),
    ],
)
def test_programmes_of_2027(state: str, wages: float, paid: float) -> None:
    """What employees pay: rates that are published, and bases that follow social security."""
    bill = tax_bill(Household(state=state, wages=wages), RULES)
    assert float(bill.payroll_programmes.amount) == pytest.approx(paid, abs=0.005)


def test_what_employers_owe_in_2027() -> None:
    """Washington's part 29.3 % of 1.2 %; New Jersey's base 46,400; the federal 7,000 stands."""
    washington = payroll_rates(RULES, "WA", employees=60.0)
    assert washington.leave_rate == 0.003516
    assert washington.leave_base == washington.social_security_base == 192_300.0
    jersey = payroll_rates(RULES, "NJ")
    assert jersey.state_unemployment_base == 46_400.0
    assert jersey.federal_unemployment_base == 7_000.0
    assert payroll_rates(RULES, "CA").federal_unemployment_rate == pytest.approx(0.018)
    assert payroll_rates(load_rules(2026), "NJ").state_unemployment_base == 44_800.0


def test_limits_of_saving_and_wide_steps() -> None:
    """HSA as published; 401(k) 24,500 x 1.0362 = 25,387; loan interest from 90,000 (90,116)."""
    assert RULES["us_federal.hsa_limit_self_only"].number == 4_500.0
    assert RULES["us_federal.hsa_limit_family"].number == 9_000.0
    assert RULES["us_federal.elective_deferral_limit_401k"].number == 25_000.0
    assert RULES["us_federal.annual_additions_limit_solo_401k_and_sep"].number == 74_000.0
    assert RULES["us_federal.catch_up_401k"].row("amounts") == (0.0, 8_000.0, 11_250.0, 8_000.0)
    starts = RULES["us_federal.student_loan_interest_phase_out_start"]
    assert (starts.of("single"), starts.of("joint")) == (90_000.0, 180_000.0)
    assert RULES["us_federal.child_tax_credit_refundable_maximum"].number == 1_800.0
    assert RULES["us_federal.salt_cap"].of("single") == pytest.approx(40_400 * 1.01)


def test_the_savers_credit_has_become_a_match() -> None:
    """Wages of 20,000 and 2,000 saved: half of it back in 2026, no credit from 2027."""
    home = Household(state="TX", wages=22_000.0, deferral_401k=2_000.0)
    found = tax_bill(home, load_rules(2026)).total.find("taxes.savers_credit")
    assert float(found.amount) != 0.0
    assert float(tax_bill(home, RULES).total.find("taxes.savers_credit").amount) == 0.0
