"""Arkansas at low income, by hand: the tables for two and more dependents, and credits for age."""

import pytest

from tests.worked.test_states_aged import low, one, tax

# The printed tables of 2024 (a couple: 264 from 30,400; a head: 340 from 26,100), indexed twice.
INDEX = 1.02652 * 1.02351


def test_two_dependents_have_a_table_of_their_own() -> None:
    """A couple with 32,000: 264 of 2024, indexed, less four credits of 29; with 30,000 nothing."""
    couple = {"filing_status": "joint", "children_under_17": 2}
    assert 30_400 * INDEX < 32_000 <= 30_500 * INDEX
    assert tax("AR", **couple, wages=32_000.0) == pytest.approx(264 * INDEX - 4 * 29, abs=0.01)
    assert 28_953 * INDEX > 30_000
    assert tax("AR", **couple, wages=30_000.0) == 0.0


def test_one_dependent_keeps_the_other_table() -> None:
    """With one dependent the couple pays 300 and more at 32,000."""
    found = tax("AR", filing_status="joint", children_under_17=1, wages=32_000.0)
    assert found - tax("AR", filing_status="joint", wages=32_000.0) == pytest.approx(-29)
    assert found > 300.0


def test_a_head_of_household_with_two() -> None:
    """27,500: 340 of 2024, indexed, less four credits of 29 (one more for the head)."""
    head = {"filing_status": "head_of_household", "children_under_17": 2}
    assert 26_100 * INDEX < 27_500 <= 26_200 * INDEX
    # Low-income credit: 50 of 60 is gone, ten steps of 100 above 26,500.
    by_hand = 340 * INDEX - 4 * 29 - (60 - 10 * 5)
    assert tax("AR", **head, wages=27_500.0) == pytest.approx(by_hand, abs=0.01)


def test_age_brings_two_credits() -> None:
    """58: a credit for 65, and one for whoever has no retirement income exemption."""
    assert tax("AR", age=40, profit=60_000.0) - one("AR") == pytest.approx(58)
    assert tax("AR", age=40, profit=22_000.0) - low("AR") == pytest.approx(58)
    couple = {"filing_status": "joint", "wages": 80_000.0}
    older = tax("AR", **couple, age=66, spouse_age=70)
    assert tax("AR", **couple) - older == pytest.approx(116)
