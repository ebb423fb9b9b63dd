"""One path of many is told month by month, and nobody and nothing is lost on the way."""

import numpy as np
import pytest

from calc.months import ahead, luck_of, reserve_of
from calc.months.course import Course
from calc.months.one_path import (
    first_short,
    one_path,
    path_full_in_the_middle,
    path_of_the_reserve,
)
from tests.calc.months.months_cases import scenario
from tests.worked.months import RULES

PATHS = 40
AHEAD = {
    "months": 14,
    "clients_at_start": 6,
    "enquiries_per_month": 9.0,
    "opening_balance": 4_000.0,
    "needs_per_month": 3_000.0,
    "waitlist": True,
    "away": ({"kind": "leave", "month": 5, "weeks": 6, "income_per_month": 1_000.0},),
}


def course(**values: object) -> Course:
    """Months with a leave, a waiting list and chance."""
    plan = scenario("solo").with_values({"ahead": AHEAD | values})
    found = ahead(plan, RULES, luck_of(np.random.default_rng(5), 61, PATHS)).paths
    assert found is not None
    return found


COURSE = course()


@pytest.mark.parametrize("number", [1, 7, PATHS])
def test_who_comes_and_leaves_makes_the_clients(number: int) -> None:
    """Clients of a month = those before it + who began - who left; as the course counts them."""
    path = one_path(COURSE, number)
    there = 6 + np.cumsum(path.admitted - path.left)
    assert there.tolist() == path.clients.tolist()
    assert path.clients.tolist() == COURSE.clients[:, number - 1].tolist()
    away = np.cumsum(path.arrived - path.admitted - path.turned_away)
    assert away.tolist() == path.waiting.tolist()
    assert len(path.clients) == 14


@pytest.mark.parametrize("number", [1, 7, PATHS])
def test_what_comes_in_and_goes_out_makes_the_balance(number: int) -> None:
    """From what was in the bank at the start, month by month."""
    path = one_path(COURSE, number)
    flow = path.came_in - path.spent - path.needs_per_month - path.tax_paid
    assert path.balance == pytest.approx(4_000.0 + np.cumsum(flow))
    assert path.booked == pytest.approx(COURSE.practice.sessions[:, number - 1])
    assert float(path.lost.sum()) == pytest.approx(
        float(COURSE.counts.lost[..., number - 1].sum()), abs=COURSE.counts.lost[-1].max()
    )
    assert (path.lost <= path.booked).all()


def test_hours_of_a_week_hold_the_job_where_it_is_held() -> None:
    """Twelve months are 52 weeks; 20 hours of a job weigh in as far as it is kept."""
    rows = ({"month": 1, "share": 0.5}, {"month": 7, "share": 0.0})
    home = {"household.other_job_hours_per_week": 20.0}
    plan = scenario("solo").with_values({"ahead": AHEAD | {"job": rows}, **home})
    found = ahead(plan, RULES).expected
    own = found.practice.hours * 12.0 / 52.0
    assert found.hours_per_week[:6] == pytest.approx(own[:6] + 10.0)
    assert found.hours_per_week[6:] == pytest.approx(own[6:])
    alone = COURSE.practice.hours * 12.0 / 52.0
    assert COURSE.hours_per_week == pytest.approx(alone)


def test_the_paths_to_look_at_are_those_that_decide() -> None:
    """The one whose fall is the reserve, the first to fall short, one full when half are."""
    number = path_of_the_reserve(COURSE)
    path = one_path(COURSE, number)
    assert 4_000.0 - path.balance.min() == pytest.approx(reserve_of(COURSE).amount)
    short = first_short(COURSE)
    assert one_path(COURSE, short).balance.min() < 0.0
    assert not COURSE.ever_short[: short - 1].any()
    rich = course(opening_balance=900_000.0)
    assert first_short(rich) == 1
    first = COURSE.counts.first_full_week
    assert first[path_full_in_the_middle(COURSE) - 1] == np.sort(first)[(PATHS - 1) // 2]
