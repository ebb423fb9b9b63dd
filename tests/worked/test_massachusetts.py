"""Massachusetts by hand: retirement saving of the self-employed is not deducted."""

import pytest

from tests.worked.test_states_aged import tax


def test_a_sep_is_added_back() -> None:
    """5 % x (150,000 - 4,400 - 2,000) = 7,180, with a SEP of 20,000 and without.

    G.L. c. 62 s. 2(d)(1); DOR Letter Ruling 84-97, Directives 99-7 and 08-3.
    """
    assert pytest.approx(7_180.00) == 0.05 * (150_000 - 4_400 - 2_000)
    assert tax("MA", profit=150_000.0, self_employed_retirement=20_000.0) == pytest.approx(7_180.00)
    assert tax("MA", profit=150_000.0) == pytest.approx(7_180.00)


def test_a_solo_401k_is_added_back() -> None:
    """Both parts of a solo 401(k) are a plan of the self-employed (Directive 99-7)."""
    found = tax(
        "MA", profit=150_000.0, solo_401k_deferral=20_000.0, self_employed_retirement=9_000.0
    )
    assert found == pytest.approx(7_180.00)


def test_children_under_13_only() -> None:
    """440 for each child under 13; one of 13 to 16 keeps its exemption of 1,000 alone (Form 1)."""
    head = {"filing_status": "head_of_household", "wages": 90_000.0, "children_under_17": 2}
    by_hand = 0.05 * (90_000 - 2_000 - 6_800 - 2 * 1_000)
    assert tax("MA", **head) == pytest.approx(by_hand - 2 * 440)
    assert tax("MA", **head, children_from_13=1) == pytest.approx(by_hand - 440)
    assert tax("MA", **head, children_from_13=2) == pytest.approx(by_hand)


def test_a_deferral_from_pay_is_not_income() -> None:
    """An employee's 401(k) stays out of pay: 5 % x (80,000 - 10,000 - 4,400 - 2,000)."""
    assert tax("MA", wages=80_000.0, deferral_401k=10_000.0) == pytest.approx(3_180.00)
