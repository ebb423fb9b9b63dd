"""How a caseload fills week by week."""

import numpy as np

from calc.offers.licensure import ramp_sessions, sessions_in_weeks
from calc.offers.licensure.formulas import worked_weeks_until


def test_a_ramp_of_draws() -> None:
    """Caps in a row give a column each: 3 and 5 sessions, 2 more a week."""
    found = sessions_in_weeks(0.0, 2.0, np.array([3.0, 5.0]), 3)
    assert found.tolist() == [[2.0, 2.0], [3.0, 4.0], [3.0, 5.0]]
    assert np.asarray(ramp_sessions(0.0, 2.0, np.array([3.0, 5.0]), 3)).tolist() == [8.0, 11.0]


def test_part_of_a_week_of_delay() -> None:
    """Half a week without clients leaves half a week's sessions in the first."""
    assert sessions_in_weeks(0.5, 0.0, 10.0, 2)[:, 0].tolist() == [5.0, 10.0]


def test_a_ramp_and_then_nothing() -> None:
    """Where nothing comes after the first weeks, more than they bring is never reached."""
    first = np.array([[1.0], [2.0]])
    assert worked_weeks_until(2.0, first, 0.0) == 1.5
    assert worked_weeks_until(4.0, first, 0.0) == np.inf
    assert worked_weeks_until(0.0, first, 0.0) == 0.0
