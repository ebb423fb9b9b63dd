"""What of a week counts towards a licence."""

import numpy as np
import pytest

from calc.offers.licensure import pace_of, requirement_for, way_to_licence, weeks_to_licence
from calc.scenario import LicenceInputs
from tests.calc.offers.licensure.practices import kind, practice


def test_what_counts_in_a_week() -> None:
    """A group counts once; notes, meetings and training count, marketing and travel do not.

    20 sessions of 45 minutes are 15 hours, a group of 8 for 90 minutes 1.5: 16.5 direct, a fifth
    of it relational. Notes 20 x 12 minutes: 4. Meetings 2, supervision given 1, training 48 / 48.
    """
    group = kind(1, 90, clients_per_session=8)
    result = practice(
        kind(20, 45, notes_minutes_per_session=12),
        group,
        meetings_hours_per_week=2.0,
        supervision_given_hours_per_week=1.0,
        training_hours_per_year=48.0,
        marketing_hours_per_week=5.0,
        travel_hours_per_week=5.0,
    )
    pace = pace_of(result, 0.2, LicenceInputs())
    assert pace.direct == pytest.approx(16.5)
    assert pace.relational == pytest.approx(3.3)
    assert pace.with_sessions == pytest.approx(4.0)
    assert pace.other == pytest.approx(4.0)
    assert pace.counted == pytest.approx(24.5)
    assert (pace.booked, pace.worked_weeks_per_year) == (pytest.approx(21.0), 48.0)


def test_a_session_that_counts_as_an_hour() -> None:
    """45 minutes count 60, and the 15 come out of its notes; 90 minutes stay 90.

    20 sessions: 20 hours direct; notes 20 x 18 minutes = 6, less the 5 hours counted above. With 5
    minutes of billing alone nothing is left of them, and never less than nothing.
    """
    stands = LicenceInputs(session_counts_as_hour=True)
    pace = pace_of(practice(kind(20, 45, notes_minutes_per_session=18)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(20.0), pytest.approx(1.0))
    pace = pace_of(practice(kind(20, 45, billing_minutes_per_session=5)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(20.0), 0.0)
    pace = pace_of(practice(kind(20, 90, notes_minutes_per_session=18)), 0.0, stands)
    assert (pace.direct, pace.with_sessions) == (pytest.approx(30.0), pytest.approx(6.0))


def test_a_year_without_work_has_no_pace() -> None:
    """52 weeks off: nothing counts, no way has an end but through the months alone."""
    result = practice(kind(20, 50), holiday_weeks=52.0)
    stands = LicenceInputs()
    pace = pace_of(result, 0.5, stands)
    assert (pace.direct, pace.counted, pace.worked_weeks_per_year) == (0.0, 0.0, 0.0)
    asked = requirement_for("TX", stands)
    path = way_to_licence(asked, pace, stands)
    assert path.weeks is None
    assert path.binding is not None
    assert path.binding.name == "total_hours"
    weeks = {term.name: term.weeks for term in path.terms}
    assert weeks == {"total_hours": None, "direct_hours": None, "least_months": 78.0}
    assert np.isposinf(weeks_to_licence(asked, pace, stands))
