"""Questions of a plan's months: a leave, a place, tax dates, a settled year, enquiries."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from calc.months.ahead import MonthsAhead, ahead
from calc.months.calendar import YEAR
from calc.months.closed_forms import mean_stay_weeks
from calc.months.counting import Counts
from calc.months.course import Course, course_of
from calc.months.paths import Luck, counts_of_paths
from calc.months.setting import Setting
from calc.months.weeks import first_week_of, weeks_ahead
from calc.number import HALF_A_CENT, MONTHS_PER_YEAR, WEEKS_PER_YEAR
from calc.parameters import Rules
from calc.scenario import Scenario, ahead_of
from calc.scenario.ahead import TaxPayments
from calc.scenario.ahead_rows import Leave
from calc.scenario.document import with_changes
from calc.year.evaluate import Result, evaluate

METHODS: tuple[TaxPayments, ...] = ("as_earned", "equal_quarters", "last_year")


@dataclass(frozen=True, slots=True)
class LeaveAnswer:
    """What a leave asks for, on the expected path; weeks and months from 1, money of the plan.

    `put_by_per_week` is the fall of the balance from its start to its lowest, over the weeks until
    then (None where it begins at once). `weeks_until_full` count from the return, None where the
    practice is not full again in the months shown. `cost` is take-home of all months against the
    same plan without the leave, `tax_less` the tax that falls with it.
    """

    first_week: int
    last_week: int
    fall: float
    put_by_per_week: float | None
    months_without_receipts: int
    weeks_until_full: int | None
    cost: float
    tax_less: float


def leave_of(scenario: Scenario, rules: Rules, place: int) -> LeaveAnswer:
    """What the leave in a row of `[ahead.away]` asks for and costs."""
    stated = ahead_of(scenario)
    row = stated.away[place]
    assert isinstance(row, Leave)
    others = tuple(one for other, one in enumerate(stated.away) if other != place)
    course = ahead(scenario, rules).expected
    without = ahead(scenario.with_values({"ahead.away": others}), rules).expected
    first = first_week_of(row.month)
    end = min(course.setting.plan.weeks, first + row.weeks)
    opening = float(stated.opening_balance)
    balance = np.concatenate([[opening], course.balance[:, 0]])
    fall = max(0.0, float(balance[row.month - 1] - balance[row.month - 1 :].min()))
    full = course.counts.full[end:, 0]
    fees = course.practice.receipts[row.month - 1 :, 0] - course.practice.other_receipts
    return LeaveAnswer(
        first_week=first + 1,
        last_week=end,
        fall=fall,
        put_by_per_week=fall / first if first else None,
        months_without_receipts=int((fees < HALF_A_CENT).sum()),
        weeks_until_full=int(full.argmax()) + 1 if full.any() else None,
        cost=_take_home(without) - _take_home(course),
        tax_less=float(without.tax_months.sum() - course.tax_months.sum()),
    )


def _take_home(course: Course) -> float:
    """Take-home of all months shown, by what was earned in them."""
    practice = course.practice
    earned = practice.earned + practice.leave_income + practice.other_receipts
    spent = practice.costs + practice.set_up + course.premium + course.tax_months
    return float((earned - spent).sum())


@dataclass(frozen=True, slots=True)
class Place:
    """What one place more brings while one client holds it: money and hours of a stay.

    `most_to_find` is the profit it brings: more than that spent on finding its client is lost.
    """

    stay_weeks: float
    take_home: float
    hours: float
    most_to_find: float


def worth_of_place(scenario: Scenario, rules: Rules) -> Place:
    """The steady year at all places less that with one client less, for as long as one stays."""
    stated = ahead_of(scenario)
    plan = weeks_ahead(scenario, stated)
    stay = mean_stay_weeks(
        float(stated.early_ending_share),
        float(stated.weeks_until_settled),
        float(stated.weeks_once_settled),
    )
    share = (plan.full_places - 1.0) / plan.full_places
    fewer = scenario.with_values(
        {
            f"work.session_kinds.{place}.booked_per_week": float(kind.booked_per_week) * share
            for place, kind in enumerate(scenario.work.session_kinds)
        }
    )
    whole, less = evaluate(scenario, rules), evaluate(fewer, rules)
    part = stay / WEEKS_PER_YEAR

    def worth(of: str) -> float:
        return part * (_amount(whole, of) - _amount(less, of))

    return Place(stay, worth("take_home"), worth("hours"), worth("profit"))


def _amount(result: Result, of: str) -> float:
    return float(getattr(result, of).amount)


def tax_by_method(setting: Setting, counts: Counts) -> dict[TaxPayments, Course]:
    """The course under each method of paying: its dates of tax, with what April asks, differ."""
    return {
        method: course_of(
            replace(setting, ahead=with_changes(setting.ahead, {"tax_payments": method})), counts
        )
        for method in METHODS
    }


@dataclass(frozen=True, slots=True)
class SettledYear:
    """The first year of a practice over all paths: take-home that 10, 50 and 90 of 100 stay below.

    `leanest_month` is the month, from 1, with the least receipts on the expected path, and
    `leanest_share` its receipts over the mean month's.
    """

    take_home: tuple[float, float, float]
    any_below_needs: float
    leanest_month: int
    leanest_share: float


TENTHS = (10.0, 50.0, 90.0)


def settled_year(months: MonthsAhead) -> SettledYear:
    """How far the first year strays, and its leanest month. Needs paths."""
    paths, expected = months.paths, months.expected
    assert paths is not None
    year = slice(0, paths.windows[0].last)
    low, middle, high = (float(one) for one in np.percentile(paths.windows[0].take_home, TENTHS))
    receipts = expected.practice.receipts[year, 0]
    mean = float(receipts.mean())
    return SettledYear(
        take_home=(low, middle, high),
        any_below_needs=float(paths.below_needs[year].any(axis=0).mean()),
        leanest_month=int(receipts.argmin()) + 1,
        leanest_share=float(receipts.min()) / mean if mean else 0.0,
    )


HALF = 0.5
STEPS = 12  # halvings: enquiries to a fortieth of what stands still
REACH = 4.0  # times what stands still is the most tried


def enquiries_that_hold(scenario: Scenario, luck: Luck) -> float | None:
    """Enquiries a month that keep the mean of the paths at `full_share` of the places.

    It is more than what stands still: who asks in a full week is lost. The practice starts full and
    goes on through the months shown, of which the last twelve count. None where no number of
    enquiries does it.
    """
    stated = ahead_of(scenario)
    full = weeks_ahead(scenario, with_changes(stated, {"clients_at_start": None}))
    base = weeks_ahead(
        scenario, with_changes(stated, {"clients_at_start": None, "enquiries_per_month": 1.0})
    )
    year = first_week_of(base.months + 1) - first_week_of(base.months - YEAR + 1)
    if not float(base.intakes.sum()):
        return None

    def short(per_month: float) -> bool:
        counts = counts_of_paths(replace(full, intakes=base.intakes * per_month), luck)
        return bool(counts.caseload[-year:].mean() < full.full_from)

    still = full.full_places / mean_stay_weeks(
        float(stated.early_ending_share),
        float(stated.weeks_until_settled),
        float(stated.weeks_once_settled),
    )
    a_month = WEEKS_PER_YEAR / MONTHS_PER_YEAR
    low, high = 0.0, REACH * still * a_month / float(stated.intake_share)
    if short(high):
        return None
    for _ in range(STEPS):
        middle = (low + high) * HALF
        low, high = (middle, high) if short(middle) else (low, middle)
    return high
