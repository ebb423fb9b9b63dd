"""The least change that takes a figure to a target."""

import numpy as np
import pytest

from calc.crossing import Crossing, edge, first_crossing
from calc.number import FloatArray

FINE = 10.0 / 256**5  # of a row of 10: a grid and four closer looks of 256 steps each


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


@pytest.mark.parametrize(("misses", "meets"), [(0.0, 10.0), (10.0, 0.0)])
def test_an_edge_is_closed_in_on_from_either_side(misses: float, meets: float) -> None:
    """The two values stand on their sides of it, no further apart than the last look's step."""
    found = edge(lambda x: (x < np.pi) == (meets < misses), misses, meets)
    below, above = sorted(found)
    assert below < np.pi <= above
    assert (found[0] < found[1]) == (misses < meets)
    assert above - below <= 10.0 / 256**4 + 1e-14


def test_the_first_of_several() -> None:
    """A figure that rises, falls and rises again crosses at its first rise."""
    found = first_crossing(lambda change: np.sin(change), 0.5, 10.0)
    assert found.at == pytest.approx(np.pi / 6, abs=2 * FINE)


def test_out_of_reach_is_an_answer() -> None:
    """Where nothing reaches the target, the change that comes nearest, and what it gives."""
    found = first_crossing(lambda change: -np.square(change - 5.0), 1.0, 10.0)
    assert found == Crossing(5.0, 0.0, False)
    assert first_crossing(lambda change: change * 0.0, 1.0, 0.0) == Crossing(0.0, 0.0, False)
