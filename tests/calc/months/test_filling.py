"""How a caseload fills week by week, and what falls into a month."""

import numpy as np

from calc.months.filling import by_month, ramp_sessions, sessions_in_weeks, straight_share


def test_a_ramp_of_draws() -> None:
    """Caps in a row give a column each: 3 and 5 sessions, 2 more a week."""
    found = sessions_in_weeks(0.0, 2.0, np.array([3.0, 5.0]), 3)
    assert found.tolist() == [[2.0, 2.0], [3.0, 4.0], [3.0, 5.0]]
    assert np.asarray(ramp_sessions(0.0, 2.0, np.array([3.0, 5.0]), 3)).tolist() == [8.0, 11.0]


def test_part_of_a_week_of_delay() -> None:
    """Half a week without clients leaves half a week's sessions in the first."""
    assert sessions_in_weeks(0.5, 0.0, 10.0, 2)[:, 0].tolist() == [5.0, 10.0]


def test_months_of_several_paths() -> None:
    """Thirds of a week are added up in each path alone: 13 of 1 and of 2."""
    assert by_month(np.tile([1.0, 2.0], (26, 1))).tolist() == [[13.0, 26.0], [13.0, 26.0]]


def test_a_class_without_sessions_fills_nothing() -> None:
    """No share is made of nothing."""
    assert straight_share(np.array([1.0, 5.0]), 0.0, 0.0, 0.0).tolist() == [0.0, 0.0]
