"""Questions of a plan's months: a leave, a place, tax dates, a settled year, enquiries, a job."""

import datetime
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate
from calc.months import (
    ahead,
    counts_of_paths,
    day_to_leave,
    enquiries_that_hold,
    keeping,
    leave_of,
    leaving_in,
    loads_of,
    luck_of,
    not_leaving,
    part_time_until,
    settled_year,
    tax_by_method,
    worth_of_place,
)
from calc.months.risk import Reserve
from calc.months.ways import LeavingIn, first_held
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import Job
from tests.calc.months.months_cases import scenario
from tests.worked.months import MONTH, RULES, near


def plan(name: str = "plain", tax: dict[str, Any] | None = None, **stated: Any) -> Scenario:
    """A plan of the cases without tax, or with this, and what lies ahead of it."""
    found = scenario(name).with_values({"ahead": Ahead.model_validate({"months": 12, **stated})})
    if tax is None:
        return found
    home = type(found.household).model_validate({"tax": tax})
    return found.with_values({"household": home})


def leave(month: int, **values: Any) -> list[dict[str, Any]]:
    """A leave of thirteen weeks from which everybody comes back."""
    row = {"kind": "leave", "month": month, "weeks": 13, "clients_return_share": 1.0}
    return [row | values]


def test_what_a_leave_asks_for() -> None:
    """Months 4 to 6, weeks 14 to 26: three months without a fee, of 5,000 of needs each.

    15,000 to put by in 13 weeks; 13 weeks of 3,300 are lost, and 30 % of them is tax less.
    """
    rate = {"mode": "effective", "rate": 0.3}
    found = leave_of(
        plan("plain", rate, away=leave(4), needs_per_month=5_000.0, tax_payments="as_earned"),
        RULES,
        0,
    )
    assert (found.first_week, found.last_week) == (14, 26)
    assert (found.months_without_receipts, found.weeks_until_full) == (3, 1)
    assert found.tax_less == near(0.3 * 42_900.0)
    assert found.cost == near(0.7 * 42_900.0)
    untaxed = leave_of(
        plan("plain", {"mode": "none"}, away=leave(4), needs_per_month=5_000.0), RULES, 0
    )
    assert untaxed.fall == near(15_000.0)
    assert untaxed.put_by_per_week == near(15_000.0 / 13.0)


def test_a_leave_at_once_and_one_from_which_nobody_comes_back() -> None:
    """There is no week to put by in; with no place filled again, the practice is not full."""
    alone = {"clients_return_share": 0.0}
    rows = leave(1, **alone)
    found = leave_of(plan("plain", {"mode": "none"}, away=rows, enquiries_per_month=1.0), RULES, 0)
    assert (found.put_by_per_week, found.weeks_until_full) == (None, None)


def test_what_a_place_is_worth() -> None:
    """One of 22 clients for 46.25 weeks at $150, an hour each week; all of it profit."""
    stay = 4.0 + 0.65 * 65.0
    found = worth_of_place(plan("plain", {"mode": "none"}), RULES)
    assert found.stay_weeks == near(stay)
    for got, wanted in (
        (found.take_home, 150.0 * stay),
        (found.hours, stay),
        (found.most_to_find, 150.0 * stay),
    ):
        assert got == near(wanted)


def test_tax_dates_under_each_method() -> None:
    """Each method's dates are those of a plan that states it."""
    values: dict[str, Any] = {"clients_at_start": 3, "starts_on": datetime.date(2026, 4, 1)}
    setting = ahead(plan("solo", **values), RULES)
    found = tax_by_method(setting.setting, setting.expected.counts)
    for method, course in found.items():
        dates = course.tax_dates
        alone = ahead(plan("solo", **values, tax_payments=method), RULES).expected.tax_dates
        assert [(date.what, float(np.ravel(date.amount)[0])) for date in dates] == [
            (date.what, float(np.ravel(date.amount)[0])) for date in alone
        ]
    september = [float(np.ravel(one.tax_dates[2].amount)[0]) for one in found.values()]
    assert len(set(september)) == 3


@pytest.mark.parametrize("months", [12, 14, 24])
def test_what_is_told_of_tax_is_what_is_owed(months: int) -> None:
    """Whatever the method: dates in the plan, those after it, and the rest are the plan's tax."""
    values: dict[str, Any] = {"clients_at_start": 3, "starts_on": datetime.date(2026, 3, 1)}
    setting = ahead(plan("solo", **values | {"months": months}), RULES)
    sums = []
    for course in tax_by_method(setting.setting, setting.expected.counts).values():
        dates = sum(float(np.ravel(date.amount)[0]) for date in course.dates_told)
        sums.append(dates + float(course.owed_for_cut_year[0]))
        after = [date.of_year for date in course.dates_told if date.plan_month > months]
        assert course.cut_year not in after
    assert sums == near([sums[0]] * len(sums))
    assert sums[0] == near(float(setting.expected.tax_months.sum()))


def test_a_settled_year() -> None:
    """Four weeks from week 32: of August two thirds of a week are left, of September one is gone.

    2,200 of a mean of 13,200; the spread is that of the paths.
    """
    away = [{"kind": "holiday", "month": 8, "weeks": 4.0}]
    luck = luck_of(np.random.default_rng(2), 52, 60)
    months = ahead(plan("plain", {"mode": "none"}, away=away), RULES, luck)
    found = settled_year(months)
    assert months.paths is not None
    spread = np.sort(months.paths.windows[0].take_home)
    assert spread[0] <= found.take_home[0] <= found.take_home[1] <= found.take_home[2] <= spread[-1]
    assert found.take_home[1] == near(float(np.median(spread)))
    assert found.leanest_month == 8
    assert found.leanest_share == near(2_200.0 / 13_200.0)
    assert found.any_below_needs == float(months.paths.below_needs.any(axis=0).mean())


def test_a_settled_year_without_a_fee() -> None:
    """No month is leaner than another where nothing comes in."""
    luck = luck_of(np.random.default_rng(2), 52, 3)
    nobody = plan("plain", {"mode": "none"}, clients_at_start=0, enquiries_per_month=0.0)
    assert settled_year(ahead(nobody, RULES, luck)).leanest_share == 0.0


def test_enquiries_that_hold_the_mean_of_the_paths() -> None:
    """More than what stands still; with them the mean is full, with a fiftieth less it is not."""
    luck = luck_of(np.random.default_rng(2), 104, 200)
    stated = {"months": 24, "intake_share": 0.5}
    found = enquiries_that_hold(plan("plain", **stated), luck)
    assert found is not None
    assert found > 22.0 / 46.25 * MONTH / 0.5
    for factor, full in ((1.0, True), (0.98, False)):
        weeks = ahead(plan("plain", **stated, enquiries_per_month=found * factor), RULES)
        counts = counts_of_paths(weeks.setting.plan, luck)
        assert (counts.caseload[-52:].mean() >= 0.95 * 22.0) is np.bool_(full)


def test_enquiries_that_never_hold() -> None:
    """None becomes a client; or no more than half of the places can be held beside a job."""
    luck = luck_of(np.random.default_rng(2), 52, 20)
    assert enquiries_that_hold(plan("plain", intake_share=0.0), luck) is None
    half = [{"month": 1, "places_share": 0.5}]
    assert enquiries_that_hold(plan("plain", job=half), luck) is None


def test_the_load_of_a_month_is_that_of_a_year_like_it() -> None:
    """Month 1 of a practice with half its clients, and the job beside it, as a year of its own."""
    stated: dict[str, Any] = {
        "clients_at_start": 11,
        "marketing_hours_while_filling": 6.0,
        "enquiries_per_month": 0.0,
        "job": [{"month": 1, "share": 1.0}, {"month": 3, "share": 0.5}],
    }
    course = ahead(plan("solo_after_agency", **stated), RULES).expected
    found = loads_of(course)
    steady = course.setting.steady
    for month, share in ((0, 1.0), (2, 0.5)):
        ratio = float(course.practice.sessions[month, 0]) / (22.0 * 46.0 / 12.0)
        like = steady.scenario.steady_year.with_values(
            {
                "work.session_kinds.0.booked_per_week": 22.0 * ratio,
                "household.other_job_hours_per_week": 38.0 * share,
                "work.time.marketing_hours_per_week": 6.0,
            }
        )
        year = evaluate(like, RULES)
        wanted = steady.load_of(like, year.year).probability
        assert found.probabilities[month] == near(float(np.ravel(wanted)[0]))
    assert found.worst_month == int(np.round(found.probabilities, 3).argmax()) + 1


def test_the_load_of_a_full_practice_is_its_steady_load() -> None:
    """Every month alike, the first named the worst; without a job its hours are as stated."""
    steady = evaluate(scenario("solo"), RULES).load
    for filling in (None, 9.0):
        stated = plan("solo", marketing_hours_while_filling=filling)
        found = loads_of(ahead(stated, RULES).expected)
        assert found.probabilities.tolist() == near([float(steady.probability)] * 12)
        assert found.worst_month == 1


def test_ways_from_a_job() -> None:
    """Leaving drops what comes later; before it stands what is stated, or the whole job."""
    rows = (Job(month=1, share=0.5), Job(month=4, share=0.2), Job(month=9, share=1.0))
    stated = Ahead(job=rows)
    assert leaving_in(stated, 6).job == (*rows[:2], Job(month=6, share=0.0))
    assert leaving_in(Ahead(), 6).job == (Job(month=1), Job(month=6, share=0.0))
    assert leaving_in(Ahead(), 1).job == (Job(month=1, share=0.0),)
    kept = Job(month=1, share=1.0, places_share=0.3, health_cover=True)
    assert keeping(stated, 0.3, health_cover=True).job == (kept,)
    part = Job(month=1, share=0.6, places_share=0.5)
    found = part_time_until(stated, 8, 0.6, 0.5, health_cover=False).job
    assert found == (part, Job(month=8, share=0.0))


def test_the_job_before_it_is_left() -> None:
    """Rows without the job go; one that begins later is held from the first month, in any order."""
    half, rest = Job(month=1, share=0.5), Job(month=4, share=0.2)
    stated = Ahead(job=(Job(month=9, share=0.0), rest, half))
    assert not_leaving(stated).job == (half, rest)
    assert not_leaving(Ahead(job=(Job(month=1, share=0.0),))).job == ()
    later = Ahead(job=(Job(month=1, share=0.0), Job(month=5, share=0.5)))
    assert not_leaving(later).job == (half,)


def test_the_first_month_from_which_all_hold() -> None:
    """One in twenty is held; an early month that holds by luck is not named."""

    def months(*chances: float) -> tuple[LeavingIn, ...]:
        none = Reserve(0.0, 0.0, 1)
        return tuple(LeavingIn(month, chance, none) for month, chance in enumerate(chances, 1))

    assert first_held(months(0.04, 0.2, 0.05, 0.01)) == 3
    assert first_held(months(0.0, 0.0)) == 1
    assert first_held(months(0.0, 0.06)) is None


@pytest.mark.parametrize("method", ["as_earned", "last_year"])
def test_the_day_to_leave_a_job(method: str) -> None:
    """Months 1 to 3 of 14 can be left in; each chance is that of the plan that leaves then."""
    stated: dict[str, Any] = {
        "months": 14,
        "clients_at_start": 0,
        "enquiries_per_month": 9.0,
        "opening_balance": 20_000.0,
        "tax_payments": method,
    }
    job = plan("solo_after_agency", **stated)
    luck = luck_of(np.random.default_rng(2), 61, 30)
    found = day_to_leave(job, RULES, luck)
    assert [one.month for one in found.candidates] == [1, 2, 3]
    assert job.ahead is not None
    for one in found.candidates:
        left = job.with_values({"ahead": leaving_in(job.ahead, one.month)})
        paths = ahead(left, RULES, luck).paths
        assert paths is not None
        assert one.ever_short == paths.ever_short.mean()
    assert found.month == first_held(found.candidates)
