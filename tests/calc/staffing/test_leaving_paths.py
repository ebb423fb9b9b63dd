"""Holders of a post: when each leaves, who follows, and how long a post stands empty."""

import numpy as np
import pytest

from calc.months.weeks import in_a_week
from calc.staffing.leaving_paths import ALREADY, VACANT, holders_of, luck_of_posts, weeks_held
from tests.calc.staffing.chances import LONG, leaves_after

PATHS = 1_000
FAR = 3.0  # standard errors


def test_the_last_week_is_found_from_a_uniform() -> None:
    """Of a quarter each week: up to 0.25 the first week is the last, up to 0.4375 the second."""
    luck = np.array([1e-7, 0.249, 0.251, 0.437, 0.438, 0.75], dtype=np.float32)
    assert weeks_held(luck, 0.25).tolist() == [1.0, 1.0, 2.0, 2.0, 3.0, 5.0]
    assert weeks_held(luck, 0.0).tolist() == [np.inf] * 6
    assert weeks_held(luck, 1.0).tolist() == [1.0] * 6


def test_a_year_has_the_years_chance() -> None:
    """Who leaves by week 52 has left within the year: 0.3 of all."""
    luck = luck_of_posts(np.random.default_rng(5), ["A"], 1, 40_000)["A"]
    left = weeks_held(luck[0], in_a_week(0.3)) <= 52.0
    assert left.mean() == pytest.approx(0.3, abs=FAR * np.sqrt(0.3 * 0.7 / 40_000))


def test_holders_follow_each_other() -> None:
    """Two weeks, four thirds vacant, then one week and no end: thirds of a week one by one."""
    rows = np.array([[leaves_after(2, 0.1)], [leaves_after(1, 0.1)], [LONG]], dtype=np.float32)
    found = holders_of(0, 0.1, 4, rows, 18, there=True)
    wanted = [ALREADY] * 6 + [VACANT] * 4 + [0, 1, 2] + [VACANT] * 4 + [0]
    assert found.ages(18)[:, 0].tolist() == wanted
    assert [found.left_by(part).tolist() for part in (5, 6, 12, 13)] == [[0], [1], [1], [2]]


def test_a_hire_has_an_age_from_the_first_day() -> None:
    """Nobody before the start, then thirds from 0; a row of luck that runs out ends it."""
    rows = np.array([[leaves_after(1, 0.1)]], dtype=np.float32)
    found = holders_of(2, 0.1, 1, rows, 8, there=False)
    assert found.ages(8)[:, 0].tolist() == [VACANT, VACANT, 0, 1, 2, VACANT, VACANT, VACANT]


def test_a_post_stands_empty_as_alternating_renewal_says() -> None:
    """Vacant share V / (1/h + V) and departures 1 / (1/h + V) a week, over the long run."""
    chance, vacant, weeks, early = in_a_week(0.5), 8, 3_000, 500
    luck = luck_of_posts(np.random.default_rng(9), ["A"], 100, 200)["A"]
    found = holders_of(0, chance, 3 * vacant, luck, 3 * weeks, there=True)
    empty = (found.ages(3 * weeks)[3 * early :] == VACANT).mean(axis=0)
    error = empty.std() / np.sqrt(empty.size)
    assert empty.mean() == pytest.approx(vacant / (1.0 / chance + vacant), abs=FAR * error)
    departures = (found.left_by(3 * weeks) - found.left_by(3 * early)) / (weeks - early)
    error = departures.std() / np.sqrt(departures.size)
    assert departures.mean() == pytest.approx(1.0 / (1.0 / chance + vacant), abs=FAR * error)


def test_each_label_has_a_stream_of_its_own() -> None:
    """Whoever else is asked about, and in whatever order; two labels are not alike."""
    alone = luck_of_posts(np.random.default_rng(3), ["A"], 4, PATHS)
    among = luck_of_posts(np.random.default_rng(3), ["Before", "B", "A"], 4, PATHS)
    assert (alone["A"] == among["A"]).all()
    assert abs(np.corrcoef(among["A"].ravel(), among["B"].ravel())[0, 1]) < 0.1
    every = np.concatenate([row.ravel() for row in among.values()])
    assert 0.0 < every.min() < every.max() < 1.0
