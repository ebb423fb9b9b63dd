"""The operations that one number and an array share."""

import math

import numpy as np
import pytest

from calc import number


@pytest.mark.parametrize(
    ("above", "below", "wanted"), [(6.0, 3.0, 2.0), (0.0, 5.0, 0.0), (1.0, 0.0, None)]
)
def test_a_ratio_by_nothing_is_unknown(above: float, below: float, wanted: float | None) -> None:
    """Divided by zero is NaN, never infinity, for one number and for a draw."""
    one = number.ratio_of(above, below)
    row = number.ratio_of(np.array([above, above]), np.array([below, 1.0]))
    mixed = number.ratio_of(above, np.array([below]))
    assert isinstance(row, np.ndarray)
    for found in (one, float(row[0]), float(mixed[0])):
        assert math.isnan(found) if wanted is None else found == wanted
    assert row[1] == above


def test_brackets_tax_each_slice_at_its_own_rate() -> None:
    """10 % of the first 100, 20 % of the next 200, 30 % above, at, below and on the edges."""
    incomes = np.array([-5.0, 0.0, 100.0, 101.0, 300.0, 400.0])
    taxed = number.tax_in_brackets(incomes, (0.0, 100.0, 300.0), (0.1, 0.2, 0.3))
    assert taxed == pytest.approx([0.0, 0.0, 10.0, 10.2, 50.0, 80.0])


def test_a_step_starts_at_its_threshold() -> None:
    """The threshold itself belongs to the step it starts."""
    found = number.step_value(np.array([-1.0, 49.9, 50.0, 70.0]), (0.0, 50.0, 60.0), (1, 2, 3))
    assert list(found) == [1, 1, 2, 3]


def test_share_of_way_stays_between_nothing_and_all() -> None:
    """Before the start it is 0, past the end 1, in between the share."""
    assert list(number.share_of_way(np.array([0.0, 10.0, 15.0, 20.0, 99.0]), 10.0, 10.0)) == [
        0.0,
        0.0,
        0.5,
        1.0,
        1.0,
    ]


def test_a_choice_is_the_same_for_one_number_and_a_row() -> None:
    """One number stays a float; a condition, or a number, that is a row makes a row."""
    one = number.where(np.greater(2.0, 1.0), 5.0, np.nan)
    assert isinstance(one, float)
    assert one == 5.0
    rows = np.array([5.0, 6.0])
    for flag, found in ((True, rows), (np.array([True, False]), np.array([5.0, 0.0]))):
        assert list(np.asarray(number.where(flag, rows, 0.0))) == list(found)


def test_numbers_are_added_in_their_order() -> None:
    """One after the other, as written, whatever is added: floats, rows, both, or nothing."""
    assert number.added([1e16, 1.0, -1e16]) == 0.0
    assert list(np.asarray(number.added(iter((np.array([1.0, 2.0]), 0.5))))) == [1.5, 2.5]
    assert number.added(()) == 0.0
