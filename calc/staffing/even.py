"""How many sessions a post must book before it carries itself: a bent line, solved piece by piece.

What a post leaves bends where a quota or overtime begins, where a cut has taken the whole salary,
and where pay passes the base of a payroll tax. Between two bends it is straight.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from calc.number import MONTHS_PER_YEAR, FloatArray, at_least_zero
from calc.scenario import Employee, Hourly, Salary, SplitOfCollections
from calc.scenario.clinic import Clinic
from calc.staffing.books import (
    load_at,
    pay_by_session,
    pay_of_session_hours,
    rates_of,
    times_until_overtime,
)
from calc.staffing.posts import PostResult, before_tax_of
from calc.year.money_in.pay import bonus_or_cut, paid_by_split

OfScale: TypeAlias = Callable[[FloatArray], FloatArray]

FAR = 1e6  # times the caseload of the plan: beyond every bend


def sessions_to_carry(
    clinic: Clinic, post: PostResult, aside: float, receipts_tax_share: float = 0.0
) -> float | None:
    """Sessions booked a week at which a post first leaves `aside` a year; None where it never does.

    The mix of sessions, their fees, what is missed and the share of receipts that goes in tax stay
    as they are.
    """
    more_cost, bends = _more_cost(clinic, post)
    scales = np.array(sorted({0.0, FAR, *bends}))
    from_sessions = post.brings - post.other_receipts - post.processing
    from_sessions -= receipts_tax_share * (post.brings - post.other_receipts)
    beside = post.other_receipts - post.other_cost - post.pay - post.employer_load - aside
    beside -= receipts_tax_share * post.other_receipts
    left = scales * from_sessions + beside - more_cost(scales)
    enough = np.flatnonzero(left >= 0.0)
    if not len(enough):
        return None
    place = int(enough[0])
    if place == 0:
        return 0.0
    low, high = left[place - 1 : place + 1]
    step = (scales[place] - scales[place - 1]) * low / (low - high)
    return float(post.booked_per_week * (scales[place - 1] + step))


def _more_cost(clinic: Clinic, post: PostResult) -> tuple[OfScale, list[float]]:
    """Pay and its load above those of the plan, at so many times its caseload, and its bends."""
    by_session, bends = moving_pay(post)
    now = by_session(np.ones(1))[0]
    if not isinstance(post.scenario.work, Employee):
        return lambda scales: by_session(scales) - now, bends
    rates, wages = rates_of(clinic, post.rules), float(post.result.money.taxable.amount)

    def paid(scales: FloatArray) -> FloatArray:
        found: FloatArray = wages - now + by_session(scales)
        return found

    def more_cost(scales: FloatArray) -> FloatArray:
        load = load_at(clinic, rates, post.result, paid(scales), (post.post,)).amount
        more: FloatArray = by_session(scales) - now + load - post.employer_load
        return more

    points = np.array(sorted({0.0, FAR, *bends}))
    passed = np.interp(np.array((0.0, *rates.bases)) + before_tax_of(post), paid(points), points)
    return more_cost, [*bends, *map(float, passed)]


def moving_pay(post: PostResult) -> tuple[OfScale, list[float]]:
    """The part of pay that moves with sessions, at so many times the caseload, and its bends.

    Of a salary it is the bonus above a quota, or the cut below it, which leaves no less than 0.
    """
    pay = post.scenario.work.pay
    if isinstance(pay, Hourly):
        return _by_the_hour(post, pay)
    if isinstance(pay, SplitOfCollections) and pay.steps:
        return _by_steps(post, pay)
    if not isinstance(pay, Salary):
        each = 0.0 if pay is None else float(pay_by_session(post.result))
        return lambda scales: scales * each, []
    quota = float(pay.quota_sessions_per_week) * post.worked_weeks
    bonus, cut = float(pay.bonus_per_session_above_quota), float(pay.cut_per_session_below_quota)
    salary = float(pay.salary_per_year)

    def changed(scales: FloatArray) -> FloatArray:
        change = bonus_or_cut(scales * post.held_per_year, quota, bonus, cut)
        return np.maximum(change, -salary)

    if not post.held_per_year:
        return changed, []
    all_cut = at_least_zero(quota - salary / cut) if cut else 0.0
    return changed, [quota / post.held_per_year, float(all_cut) / post.held_per_year]


def _by_the_hour(post: PostResult, pay: Hourly) -> tuple[OfScale, list[float]]:
    """Pay by the hour of the hours that sessions take; it bends where overtime begins."""

    def paid(scales: FloatArray) -> FloatArray:
        return np.asarray(pay_of_session_hours(post.result, pay, scales))

    begins = float(times_until_overtime(post.result))
    return paid, [begins] if 0.0 < begins < FAR else []


def _by_steps(post: PostResult, pay: SplitOfCollections) -> tuple[OfScale, list[float]]:
    """A split that changes with a month's collections; it bends at each step."""
    flow = post.result.money.fees
    assert flow is not None
    collected = float(flow.collected.amount)

    def paid(scales: FloatArray) -> FloatArray:
        return np.asarray(paid_by_split(pay, scales * collected))

    begins = np.cumsum([float(step.after_next_per_month) for step in pay.steps])
    return paid, [float(at) * MONTHS_PER_YEAR / collected for at in begins if collected]
