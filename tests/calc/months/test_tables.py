"""Numbers of people looked up in guides: the same as counts tried one after another."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from calc.months.tables import GUIDED, LEAST, Inverse, binomial_table, poisson_table
from calc.number import FloatArray

MOST = np.nextafter(np.float32(1.0), np.float32(0.0))


def uniforms(number: int) -> NDArray[np.float32]:
    """Uniforms of 24 bits, the least and the largest among them."""
    drawn = np.random.default_rng(5).random(number, dtype=np.float32)
    drawn[:2] = LEAST, MOST
    return np.maximum(drawn, np.float32(LEAST))


def one_by_one(table: FloatArray, row: int, uniform: float) -> int:
    """How many more there are as long as that is at least so likely."""
    return next(count for count, below in enumerate(table[row]) if uniform > 1.0 - below)


@pytest.mark.parametrize(
    ("people", "chance"), [(22, 0.0875), (22, 0.5), (GUIDED - 1, 0.3), (GUIDED + 5, 0.1), (3, 1e-7)]
)
def test_a_count_is_the_inverse_of_its_function(people: int, chance: float) -> None:
    """In rows whose guide is clear, in those where it is not, and beyond the guide."""
    table = binomial_table(people, chance)
    rows = np.arange(people + 1, dtype=np.int32)[:, None]
    drawn = np.tile(uniforms(300), (people + 1, 1))
    found = Inverse(table).counts(rows, drawn, people)
    for row, place in itertools.product(range(people + 1), range(300)):
        assert found[row, place] == one_by_one(table, row, float(drawn[row, place]))


def test_at_an_edge_and_one_step_beyond() -> None:
    """One of two more likely halves: at the edge itself one comes, above it nobody."""
    inverse = Inverse(np.array([[0.5, 1.0]]))
    around = np.array([0.5, np.nextafter(np.float32(0.5), np.float32(1.0))], dtype=np.float32)
    assert inverse.counts(np.zeros(2, dtype=np.int32), around, 0).tolist() == [1, 0]


def test_a_count_is_the_same_in_any_company() -> None:
    """Alone in a clear row, or drawn with one whose row is unclear or beyond the guide."""
    inverse = Inverse(binomial_table(GUIDED + 1, 0.3))
    drawn = uniforms(4_000)
    rows = np.random.default_rng(6).integers(0, 20, drawn.size).astype(np.int32)
    alone = inverse.counts(rows, drawn, 19)
    for last in (60, GUIDED + 1):
        rows[0] = last
        assert np.array_equal(inverse.counts(rows, drawn, last)[1:], alone[1:])


def test_the_extremes_of_uniforms() -> None:
    """Of the largest nobody; of the least no more people than there are."""
    inverse = Inverse(binomial_table(5, 0.4))
    rows = np.array([5, 5, 0], dtype=np.int32)
    extremes = np.array([MOST, LEAST, LEAST], dtype=np.float32)
    assert inverse.counts(rows, extremes, 5).tolist() == [0, 5, 0]


def test_tables_of_many_people_and_of_few() -> None:
    """A row for nobody, and two thousand people whose least chances are no floats."""
    table = binomial_table(2_000, 0.5)
    assert table[0].tolist() == [1.0] * table.shape[1]
    assert table[1, 0] == pytest.approx(0.5)
    assert table[2_000, 999] == pytest.approx(0.5 - 0.5 * 0.0178390, abs=1e-7)
    assert (np.diff(table[2_000]) >= 0.0).all()
    assert poisson_table(270.0)[269] == pytest.approx(0.4919, abs=1e-4)
