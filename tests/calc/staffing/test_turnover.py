"""How often posts are left, and the load that feeds on those who leave."""

import math
from dataclasses import replace

import pytest

from calc.staffing import evaluate_clinic, turnover_of
from calc.staffing.turnover import (
    leaving_of_the_others,
    people_may_leave,
    stable_and_tipping_load,
)
from tests.calc.clinics import POSTS, SALARY, clinic, employee, owner


def test_leaving_at_equal_odds_is_the_overall_share() -> None:
    """With an odds ratio of 1 nobody leaves more often; the mix gives back the overall share."""
    assert float(leaving_of_the_others(0.3, 0.4, 1.0)) == pytest.approx(0.3)
    for odds in (0.5, 1.57, 4.0):
        others = float(leaving_of_the_others(0.3, 0.4, odds))
        exhausted = odds * others / (1 - others + odds * others)
        assert 0.6 * others + 0.4 * exhausted == pytest.approx(0.3)


def test_turnover_of_a_typical_load_is_the_clinics_rate() -> None:
    """A post whose load is exactly typical is left at the clinic's own rate, whatever the odds."""
    result = evaluate_clinic(clinic(posts=[POSTS[1]], turnover={"leaving_rate": 0.3}))
    post = result.posts[0]
    typical = replace(post, earner=replace(post.earner, load_probability=0.37))
    found = turnover_of(replace(result, posts=(typical,))).posts[0]
    assert (found.chance, found.low, found.high) == (pytest.approx(0.3),) * 3
    # On leave all year there is no load; a typical one is taken.
    away = turnover_of(evaluate_clinic(clinic(posts=[POSTS[7]], turnover={"leaving_rate": 0.3})))
    assert away.posts[0].chance == pytest.approx(0.3)
    assert away.posts[0].receipts_lost == 0.0
    assert away.evidence.low == 1.02


def test_feedback_warns() -> None:
    """Few clients for each seat settle; beyond the limit nothing does."""
    calm = turnover_of(evaluate_clinic(clinic())).feedback
    assert calm is not None
    assert calm.stable is not None
    assert calm.tipping is not None
    assert not calm.runs_away
    assert calm.clients_per_seat < calm.stable < calm.tipping
    assert calm.limit_low <= calm.limit <= calm.limit_high
    tight = clinic(
        turnover={"leaving_rate": 0.9, "vacancy_weeks": 52, "reference_clients_per_seat": 12}
    )
    wild = turnover_of(evaluate_clinic(tight)).feedback
    assert wild is not None
    assert wild.runs_away
    assert wild.tipping is None
    for still in ({"leaving_rate": 0}, {"vacancy_weeks": 0}):
        assert turnover_of(evaluate_clinic(clinic(turnover=still))).feedback is None


def test_a_load_far_beyond_any_settles_nowhere() -> None:
    """Eight hundred clients for a seat meant for one: no root, and no overflow on the way."""
    stable, tipping = stable_and_tipping_load(800.0, 1.0, 0.3, 8 / 52, 10.0)
    assert math.isnan(stable)
    assert math.isnan(tipping)


def test_people_may_leave_where_departures_are_expected() -> None:
    """Not owners, not at a rate of 0, not from a post of no share."""
    staff = employee("A", SALARY)
    for posts, rate, wanted in (
        ([owner(), staff], 0.2, True),
        ([owner(), staff], 0.0, False),
        ([owner()], 0.2, False),
        ([owner(), staff | {"full_time_share": 0.0}], 0.2, False),
    ):
        result = evaluate_clinic(clinic(posts=posts, turnover={"leaving_rate": rate}))
        assert people_may_leave(result) == wanted == (turnover_of(result).departures > 0.0)
