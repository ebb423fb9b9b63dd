"""Weeks until enough is collected."""

import numpy as np

from calc.offers.licensure.formulas import worked_weeks_until


def test_a_ramp_and_then_nothing() -> None:
    """Where nothing comes after the first weeks, more than they bring is never reached."""
    first = np.array([[1.0], [2.0]])
    assert worked_weeks_until(2.0, first, 0.0) == 1.5
    assert worked_weeks_until(4.0, first, 0.0) == np.inf
    assert worked_weeks_until(0.0, first, 0.0) == 0.0
