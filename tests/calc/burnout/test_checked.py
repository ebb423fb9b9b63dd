"""Published groups beside the indicator, second edition."""

import math

import pytest

from calc.burnout import groups
from tests.calc.burnout.drawn import RULES


def share_at(log_odds: float) -> float:
    """37 of 100 at none, within the soft limit of 2."""
    return 1 / (1 + math.exp(-(math.log(0.37 / 0.63) + 2 * math.tanh(log_odds / 2))))


def test_what_we_say_of_each_group_by_hand() -> None:
    """The setting .2378; 41 hours, 25 with clients, 8 of notes; trauma work .3 for each share."""
    veterans = 0.2378 + 5 * 0.0162 + 3 * 0.0083 + 1 * 0.0346
    by_hand = [
        share_at(0.2378),
        0.37,
        share_at(veterans),
        share_at(veterans + 0.5 * 0.30),
        share_at(0.2378),
        share_at(0.2378 + 3 * 0.0162),
        share_at(0.2378 + 3 * 0.0162),
        share_at(0.2378 + 2 * 0.0162),
        share_at(0.2378 + 2 * 0.0162),
    ]
    assert [found.predicted for found in groups(RULES)] == pytest.approx(by_hand, abs=1e-9)


def test_what_was_seen_is_as_published() -> None:
    """Nine groups with their people; two have no interval."""
    found = groups(RULES)
    assert [each.observed for each in found] == [
        *(0.40, 0.36, 0.345, 0.40, 0.25, 0.50, 0.789, 0.256, 0.341)
    ]
    assert [each.people for each in found][:3] == [9_409, 561, 57_397]
    for each in found:
        assert (each.low is None) == (each.high is None)
        if each.low is not None and each.high is not None:
            assert each.low < each.observed < each.high
    assert sum(each.low is None for each in found) == 2
