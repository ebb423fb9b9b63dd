"""What of the law the months leave out is found where it would matter, and only there."""

import numpy as np
import pytest

from calc.months import ahead, luck_of
from calc.months.course import Course
from calc.months.remarks import StartUp, start_up_of, underpaid
from tests.calc.months.months_cases import scenario
from tests.worked.months import RULES

PATHS = 60
NEW = {"months": 24, "clients_at_start": 0, "enquiries_per_month": 8.0}


def expected(stated: dict[str, object], **plan: object) -> Course:
    """The expected path of a plan with what lies ahead."""
    found = scenario("solo").with_values({"ahead": stated, **plan})
    return ahead(found, RULES).expected


def set_up(*rows: tuple[int, float, bool]) -> dict[str, object]:
    """A new practice with payments once: month, amount, whether a cost of the practice."""
    kept = [{"month": month, "amount": amount, "business": own} for month, amount, own in rows]
    return NEW | {"set_up": tuple(kept)}


def test_costs_before_opening_are_found_above_what_is_deducted_at_once() -> None:
    """$5,000 at once and the rest over 180 months, less at once above $50,000 (IRC 195(b)(1))."""
    found = start_up_of(expected(set_up((1, 5_001.0, True))))
    assert found == StartUp(5_001.0, 1, 5_000.0, 50_000.0, 180)
    assert start_up_of(expected(set_up((1, 5_000.0, True)))) is None


def test_only_costs_of_the_practice_before_its_first_client_count() -> None:
    """What is paid later is a cost of a practice that runs, and what is one's own is none."""
    assert start_up_of(expected(set_up((2, 9_000.0, True)))) is None
    assert start_up_of(expected(set_up((1, 9_000.0, False)))) is None
    late = set_up((3, 9_000.0, True), (6, 4_000.0, True))
    away = ({"kind": "leave", "month": 1, "weeks": 17},)
    found = start_up_of(expected(late | {"away": away}))
    assert found is not None
    assert (found.amount, found.month) == (9_000.0, 4)


def test_a_practice_that_runs_or_pays_a_rate_opens_nothing() -> None:
    """Clients at the start, a rate in place of the law, and nobody ever: no remark."""
    paid = set_up((1, 9_000.0, True))
    assert start_up_of(expected(paid | {"clients_at_start": 3})) is None
    assert start_up_of(expected(paid | {"enquiries_per_month": 0.0})) is None
    rate = {"household.tax": {"mode": "effective", "rate": 0.2}}
    assert start_up_of(expected(paid, **rate)) is None


def falling(method: str, **plan: object) -> Course:
    """A full practice that nobody asks for any more, so that paths pay more than the mean."""
    stated = {"months": 24, "enquiries_per_month": 0.0, "tax_payments": method}
    found = scenario("solo").with_values({"ahead": stated, **plan})
    paths = ahead(found, RULES, luck_of(np.random.default_rng(5), 104, PATHS)).paths
    assert paths is not None
    return paths


@pytest.mark.parametrize("method", ["equal_quarters", "last_year"])
def test_paths_that_earn_more_than_the_expected_one_pay_too_little(method: str) -> None:
    """By hand: paid is the expected path's year; short is below nine tenths of the path's own."""
    course = falling(method)
    found = underpaid(course)
    assert [one.year for one in found] == [2026, 2027]
    year = course.years[0]
    tax = np.asarray(year.returns.household.income) - year.returns.rest.income
    short = np.asarray(year.paid_by_date) < 0.9 * tax - 1.0
    assert 0 < found[0].paths < PATHS
    assert found[0].paths == short.sum()
    assert found[0].share == short.mean()


def test_paid_as_it_is_earned_is_never_too_little() -> None:
    """Each date asks for nine tenths of the year so far; and a rate knows no penalty."""
    assert underpaid(falling("as_earned")) == ()
    rate = {"household.tax": {"mode": "effective", "rate": 0.2}}
    assert underpaid(falling("equal_quarters", **rate)) == ()


def test_a_year_that_is_cut_is_not_judged() -> None:
    """Its last dates lie beyond the months shown."""
    plan = scenario("solo").with_values(
        {"ahead": {"months": 18, "enquiries_per_month": 0.0, "tax_payments": "equal_quarters"}}
    )
    paths = ahead(plan, RULES, luck_of(np.random.default_rng(5), 78, PATHS)).paths
    assert paths is not None
    assert [one.year for one in underpaid(paths)] == [2026]
