"""A qualifying surviving spouse on a state return, by hand, law of 2026.

Most states have that status, on the figures of a couple; the others say what it files as. Wages
are 90,000 unless it is said otherwise, and nobody is 65. Federal tax is that on 57,800: 6,440.
"""

import pytest

from calc.parameters import load_rules, state_names
from calc.taxes import Household, tax_bill
from calc.taxes.states.record import StateRecord

RULES = load_rules(2026)
FILES_AS = {
    "AL": "single",
    "AR": "head of household",
    "AZ": "head of household",
    "DE": "single",
    "GA": "head of household",
    "IL": "single",
    "KS": "head of household",
    "MA": "single",
    "MS": "head of household",
    "VA": "single",
    "WI": "head of household",
}


def tax(state: str, wages: float = 90_000.0, age: int = 50) -> float:
    """State tax of a surviving spouse under the federal standard deduction."""
    home = Household(
        filing_status="surviving_spouse", state=state, age=age, wages=wages, deduction="standard"
    )
    return float(tax_bill(home, RULES).state.amount)


def test_who_files_as_what() -> None:
    """Eleven states have no such status, or none with a couple's figures."""
    found = {code: RULES.state(code) or {} for code in state_names()}
    rule = "surviving_spouse_files_as"
    assert {code: str(one[rule].value) for code, one in found.items() if rule in one} == FILES_AS


def test_a_status_reads_its_rule_only_where_it_asks() -> None:
    """Others keep their status, and nothing is noted as read."""
    record = StateRecord("AL", "Alabama", RULES.state("AL") or {})
    read: dict[str, None] = {}
    assert record.status_of("joint", read) == "joint"
    assert not read
    assert record.status_of("surviving_spouse", read) == "single"
    assert list(read) == ["surviving_spouse_files_as"]


def test_as_a_single_person() -> None:
    """Alabama, Delaware, Massachusetts and Virginia."""
    taxable = 90_000 - 6_440 - 90_000 * 0.0765 - 1_500
    assert tax("AL") == pytest.approx(110 + (taxable - 3_000) * 0.05) == pytest.approx(3_718.75)
    assert tax("DE") == pytest.approx(2_943.50 + (90_000 - 3_250 - 60_000) * 0.066 - 110)
    assert tax("MA") == pytest.approx((90_000 - 2_000 - 4_400) * 0.05) == 4_180.0
    assert tax("VA") == pytest.approx(720 + (90_000 - 8_750 - 930 - 17_000) * 0.0575)


def test_as_a_single_person_in_illinois() -> None:
    """The exemption is lost above 250,000 already; 500,000 is for joint returns."""
    assert tax("IL", 250_000.0) == pytest.approx((250_000 - 2_925) * 0.0495)
    assert tax("IL", 250_001.0) == pytest.approx(250_001 * 0.0495)


def test_as_a_head_of_household() -> None:
    """Arizona, Georgia, Kansas and Mississippi."""
    assert tax("AZ") == pytest.approx((90_000 - 24_150) * 0.025)
    assert tax("GA") == pytest.approx((90_000 - 15_000) * 0.0499)
    taxable = 90_000 - 6_180 - 11_480
    assert tax("KS") == pytest.approx(23_000 * 0.052 + (taxable - 23_000) * 0.0558)
    assert tax("MS") == pytest.approx((90_000 - 3_400 - 8_000 - 10_000) * 0.04) == 2_744.0


def test_as_a_head_of_household_in_arkansas() -> None:
    """87,480 lies in the band of 87,401 to 87,500; 29 for the person and 29 for the status."""
    assert tax("AR") == round(609.6 + (87_450.5 - 26_400) * 0.037) - 58 == 2_810


def test_as_a_head_of_household_in_wisconsin() -> None:
    """18,030 less 22.515 % of 38,707 and 12 % of 31,173."""
    deducted = 18_030 - 38_707 * 0.22515 - 31_173 * 0.12
    taxable = 90_000 - deducted - 700
    by_hand = 15_110 * 0.035 + 36_840 * 0.044 + (taxable - 51_950) * 0.053
    assert tax("WI") == pytest.approx(by_hand)


def test_figures_of_a_couple_with_more_than_one_person() -> None:
    """California gives two personal credits (line 7), West Virginia one more exemption."""
    to_53_718 = 22_660.16 * 0.01 + 31_058.28 * 0.02
    taxable = 90_000 - 11_670.63
    assert tax("CA") == pytest.approx(to_53_718 + (taxable - 53_718.44) * 0.04 - 2 * 156.47)
    below_60_000 = 211 + 15_000 * 0.0281 + 15_000 * 0.0316 + 20_000 * 0.0422
    assert tax("WV") == pytest.approx(below_60_000 + (90_000 - 4_000 - 60_000) * 0.0458)


def test_at_65_in_maryland() -> None:
    """1,750 (Tax-General 10-754(b)(2)), as a head of household has, and 1,000 more exempt."""
    assert tax("MD", age=64) - tax("MD", age=65) == pytest.approx(1_750 + 1_000 * 0.0475)


def test_at_65_in_minnesota() -> None:
    """9,600, a single person's, less half of 33,600 - 14,500; deduction and addition a couple's."""
    taxable = 33_600 - (9_600 - 9_550) - 30_600 - 1_600
    assert tax("MN", 33_600.0, age=65) == pytest.approx(taxable * 0.0535)
