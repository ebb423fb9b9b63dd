"""The load of each month: of a year that is like it, at the pay and debt of the steady year."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.burnout import Load
from calc.months.course import Course
from calc.months.filling import PARTS_PER_MONTH, PARTS_PER_WEEK
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.year import hours

ROUNDED = 3  # decimals to which two months are told apart


@dataclass(frozen=True, slots=True)
class MonthLoads:
    """The indicator of each month, and its worst month, from 1.

    A lean month is not a level of pay: pay ratio and debt are those of the steady year.
    """

    load: Load
    worst_month: int

    @property
    def probabilities(self) -> FloatArray:
        """People in 100 like this who are exhausted, as a share, of each month."""
        return np.asarray(self.load.probability, dtype=np.float64)


def loads_of(course: Course) -> MonthLoads:
    """The load of the months of an expected path.

    Booked sessions stand to those of the plan as the month's to a full month's, other-job hours are
    the month's, and marketing is as the month's last week asks.
    """
    setting, plan = course.setting, course.setting.plan
    scenario, ahead = setting.scenario, setting.ahead
    worked = WEEKS_PER_YEAR - float(scenario.work.time.weeks_off)
    booked = sum(float(kind.booked_per_week) for kind in scenario.work.session_kinds)
    full = booked * worked / MONTHS_PER_YEAR
    ratio = course.practice.sessions[:, 0] / full if full else np.zeros(plan.months)
    changes: dict[str, FloatArray] = {
        f"work.session_kinds.{place}.booked_per_week": np.minimum(
            float(kind.booked_per_week) * ratio, MOST_SESSIONS_PER_WEEK
        )
        for place, kind in enumerate(scenario.work.session_kinds)
    }
    if setting.job.paid:
        of_job = float(scenario.household.other_job_hours_per_week)
        changes["household.other_job_hours_per_week"] = of_job * setting.job.shares
    filling = ahead.marketing_hours_while_filling
    if filling is not None:
        ends = (np.arange(1, plan.months + 1) * PARTS_PER_MONTH - 1) // PARTS_PER_WEEK
        stated = float(scenario.work.time.marketing_hours_per_week)
        is_full = course.counts.full[ends, 0]
        changes["work.time.marketing_hours_per_week"] = np.where(is_full, stated, float(filling))
    like = scenario.with_values(changes)
    load = setting.steady.load_of(like, hours.statement(like))
    worst = int(np.argmax(np.round(np.asarray(load.probability), ROUNDED))) + 1
    return MonthLoads(load, worst)
