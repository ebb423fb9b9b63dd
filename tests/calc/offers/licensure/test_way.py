"""The way to a licence: which term decides, and when there is none left."""

from dataclasses import replace

import numpy as np
import pytest

from calc.offers.licensure import (
    Pace,
    cost_of_way,
    fees_of,
    requirement_for,
    way_to_licence,
    weeks_to_licence,
)
from calc.scenario import LicenceInputs, Ramp, Support
from tests.calc.offers.licensure.practices import PACE


def test_supervision_had_before_lets_direct_hours_count_now() -> None:
    """16 direct hours count for each of supervision, over all of the way.

    1,000 hours are done, 500 of them direct, with 80 of supervision, which allow 1,280. A week adds
    20 direct hours, 10 others and half an hour of supervision, which allows 8. So 3,360 are there
    after (3,360 - 1,000) / 30 = 78.7 weeks by the hours, and count after (3,360 - 1,280 - 500) / 18
    = 87.8 by supervision. Without those 80 hours: (3,360 - 500) / 18 = 158.9.
    """
    pace = Pace(
        direct=20.0,
        relational=0.0,
        with_sessions=0.0,
        other=10.0,
        supervision=0.5,
        booked=20.0,
        worked_weeks_per_year=52.0,
    )
    for supervised, weeks in ((80.0, 1_580 / 18), (0.0, 2_860 / 18), (400.0, 2_360 / 30)):
        stands = LicenceInputs.model_validate(
            {
                "done_total_hours": 1_000,
                "done_direct_hours": 500,
                "done_supervision_hours": supervised,
                "done_months": 24,
            }
        )
        path = way_to_licence(requirement_for("MA", stands), pace, stands)
        (total,) = (term for term in path.terms if term.name == "total_hours")
        assert total.weeks == pytest.approx(weeks, abs=1.0)


def test_a_caseload_that_hardly_fills() -> None:
    """A thousandth of a session more a week: worked out for a century, then it stays as it is.

    Week k holds k / 1,000 of 24 booked, so 20 / 24,000 x k direct hours: 1,500 are there when
    k (k + 1) / 2 = 1,500 x 24,000 / 20 = 1,800,000, within week 1,897.
    After the century the pace stays: half the caseload is then filled to twice the share.
    """
    stands = LicenceInputs()
    asked = requirement_for("TX", stands)
    slow = way_to_licence(asked, PACE, stands, Ramp(sessions_added_per_week=0.001))
    weeks = {term.name: term.weeks for term in slow.terms}["direct_hours"]
    assert weeks is not None
    assert 1_896 < weeks * 48 / 52 < 1_897
    tiny = Ramp(sessions_added_per_week=1e-6)
    row = replace(PACE, booked=np.array([24.0, 12.0]))
    both = weeks_to_licence(asked, row, stands, tiny)
    hardly = way_to_licence(asked, PACE, stands, tiny)
    assert both == pytest.approx([hardly.weeks, hardly.weeks / 2], rel=0.05)
    after = {term.name: term.weeks for term in hardly.terms}["direct_hours"]
    assert after is not None
    assert after > weeks


def test_licensed_already() -> None:
    """No way, no wait, no cost."""
    stands = LicenceInputs(licensed=True)
    asked = requirement_for("TX", stands)
    path = way_to_licence(asked, PACE, stands)
    assert (path.licensed, path.weeks, path.months, path.worked_weeks) == (True, 0.0, 0.0, 0.0)
    assert (path.never, path.at_least) == (False, False)
    assert weeks_to_licence(asked, PACE, stands) == 0.0
    cost = cost_of_way(path, Support(), fees_of("TX", "counselor"))
    assert cost is not None
    assert (cost.supervision, cost.fees) == (0.0, ())


def test_everything_collected() -> None:
    """All collected and not yet licensed: no week more, and no term decides."""
    stands = LicenceInputs(done_total_hours=3_000.0, done_direct_hours=1_500.0, done_months=18.0)
    path = way_to_licence(requirement_for("TX", stands), PACE, stands)
    assert (path.reached, path.weeks, path.binding) == (True, 0.0, None)


def test_only_direct_hours_written_down() -> None:
    """Who wrote down direct hours alone has at least those in all: 2,100 / 29 are left."""
    stands = LicenceInputs(done_direct_hours=900.0)
    path = way_to_licence(requirement_for("TX", stands), PACE, stands)
    total = next(term for term in path.terms if term.name == "total_hours")
    assert (total.needed, total.done, total.per_week) == (3_000.0, 900.0, 29.0)
    assert total.weeks == pytest.approx(2_100 / 29 * 52 / 48)
