"""Sessions lost until a post is full again."""

import math

import numpy as np
import pytest

from calc.months.filling import sessions_in_week
from calc.staffing import evaluate_clinic
from calc.staffing.ramp import sessions_lost
from tests.calc.clinics import KINDS, SALARY, clinic, employee


def test_sessions_lost_without_sessions() -> None:
    """A post without sessions loses none; one payer of two without sessions neither."""
    kinds = [KINDS[0] | {"booked_per_week": 0}, KINDS[1]]
    post = employee("A", SALARY)
    post["work"] = post["work"] | {"session_kinds": kinds}
    none = employee("B", SALARY)
    none["work"] = none["work"] | {"session_kinds": []}
    plan = clinic(posts=[post, none], hiring={"credentialing_weeks": 20})
    one, other = evaluate_clinic(plan).posts
    found = sessions_lost(one, plan.hiring, 5.0)
    # 6 private a week at 1.5 more each week: 4 weeks of ramp after 5 vacant.
    assert found.weeks_until_full == pytest.approx(max(5 + 6 / 1.5, 5 + 20))
    assert found.sessions == pytest.approx((6 * 5 + 4.5 + 3 + 1.5) * 46 / 52)
    assert sessions_lost(other, plan.hiring, 5.0).sessions == 0.0


def test_a_week_that_opens_halfway_has_half_the_sessions() -> None:
    """Without a ramp, admitted after 2.5 weeks: none, none, half and all."""
    weeks = np.arange(1.0, 5.0)
    assert np.asarray(sessions_in_week(weeks, 24.0, 0.0, 2.5)).tolist() == [0.0, 0.0, 12.0, 24.0]
    assert np.asarray(sessions_in_week(weeks, 24.0, 2.0, 2.5)).tolist() == [0.0, 0.0, 1.0, 3.0]


def test_a_ramp_slower_than_a_century() -> None:
    """What a departure costs is counted for a hundred years, not for ever."""
    result = evaluate_clinic(clinic(hiring={"ramp_sessions_per_week": 1e-9}))
    lost = sessions_lost(result.posts[1], result.clinic.hiring, 0.0)
    assert lost.weeks_until_full <= 5_200 + result.clinic.hiring.credentialing_weeks
    assert math.isfinite(lost.sessions)
