"""The two scales of load: each says the other, and both agree with the indicator."""

import numpy as np
import pytest

from calc import load_rules
from calc.burnout import (
    LoadInputs,
    heavier_from_people,
    indicator,
    people_of_score,
    score_of_people,
)

RULES = load_rules(2026)


@pytest.mark.parametrize("hours", [0.0, 15.0, 25.0, 40.0])
def test_both_scales_are_those_of_the_indicator(hours: float) -> None:
    """The people of a practice's score are its own, and the other way round."""
    load = indicator(LoadInputs(client_hours=hours), RULES)
    assert people_of_score(load.score, RULES) == pytest.approx(float(load.in_100))
    assert score_of_people(load.in_100, RULES) == pytest.approx(float(load.score))
    assert float(load.in_100) == pytest.approx(100.0 * float(load.probability))


def test_a_row_of_scores_is_turned_at_once() -> None:
    """There and back for arrays, more people at a higher score."""
    scores = np.linspace(1.0, 99.0, 50)
    people = np.asarray(people_of_score(scores, RULES))
    assert (np.diff(people) > 0.0).all()
    assert np.asarray(score_of_people(people, RULES)) == pytest.approx(scores)


def test_the_ends() -> None:
    """No score is beyond 0 and 100; fewer or more people than there are lie at an end."""
    low, high = (float(people_of_score(end, RULES)) for end in (0.0, 100.0))
    assert (round(low, 1), round(high, 1)) == (7.4, 81.3)
    for people, score in ((0.0, 0.0), (low, 0.0), (high, 100.0), (100.0, 100.0)):
        assert float(score_of_people(people, RULES)) == pytest.approx(score, abs=1e-6)


def test_heavier_than_typical_in_people() -> None:
    """By hand: at 60 of 100 log-odds are 0.4055, and the soft limit of 2 makes them 0.4000."""
    assert heavier_from_people(RULES) == pytest.approx(46.70, abs=0.01)
