"""The least change that takes a figure to a target."""

import numpy as np
import pytest

from calc.crossing import Crossing, first_crossing
from calc.number import FloatArray

FINE = 10.0 / 64**5  # of a row of 10: five rounds of 64 steps each


def test_the_target_is_reached_from_above() -> None:
    """The answer reaches the target, and anything a little less does not."""
    found = first_crossing(lambda change: np.square(change), 2.0, 10.0)
    assert found.reached
    assert found.at**2 == found.achieved >= 2.0
    assert (found.at - FINE) ** 2 < 2.0
    assert found.at == pytest.approx(np.sqrt(2.0), abs=2 * FINE)


def test_what_is_there_already_takes_no_change() -> None:
    """At the target from the start: no change."""
    assert first_crossing(lambda change: 5.0 + change, 5.0, 10.0) == Crossing(0.0, 5.0, True)


def test_a_jump_is_found_where_it_is() -> None:
    """A figure that jumps over the target: the answer stands just after the jump."""

    def stairs(change: FloatArray) -> FloatArray:
        return np.floor(change / 3.0)

    found = first_crossing(stairs, 1.5, 10.0)
    assert found == Crossing(found.at, 2.0, True)
    assert found.at == pytest.approx(6.0, abs=FINE)


def test_the_first_of_several() -> None:
    """A figure that rises, falls and rises again crosses at its first rise."""
    found = first_crossing(lambda change: np.sin(change), 0.5, 10.0)
    assert found.at == pytest.approx(np.pi / 6, abs=2 * FINE)


def test_out_of_reach_is_an_answer() -> None:
    """Where nothing reaches the target, the change that comes nearest, and what it gives."""
    found = first_crossing(lambda change: -np.square(change - 5.0), 1.0, 10.0)
    assert found == Crossing(5.0, 0.0, False)
    assert first_crossing(lambda change: change * 0.0, 1.0, 0.0) == Crossing(0.0, 0.0, False)
