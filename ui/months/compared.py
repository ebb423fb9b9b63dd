"""Plans side by side on the same luck, and the day to leave: found step by step, and kept."""

from __future__ import annotations

import datetime
import math
from collections.abc import Iterator
from dataclasses import dataclass, fields

import numpy as np

from calc import Scenario, load_rules
from calc.burnout import Load, LoadInputs, indicator
from calc.months import Counts, LeavingIn, leaving, loads_of, not_leaving, quantiles, weeks_ahead
from calc.months.ahead import MonthsAhead, ahead
from calc.months.ways import leaving_months
from calc.number import FloatArray
from calc.scenario import Ahead
from calc.scenario.ahead_rows import Job
from ui.months import asks, begins, beside, charts, job, view, words
from ui.months.when import calendar_of_plan
from ui.shell import intake, state

KEPT = 6
YOURS = "Your plan"


@dataclass(frozen=True, slots=True)
class Way:
    """A plan beside others: its name, its fan, and the figures of its row. Money of all months.

    `now` says that it is the plan as it is, `paid_job` that a job pays among its months, and
    `starts_on` is its first day. `hours` are those of
    its fullest month, a week, with the job's; `load` is the share who are exhausted in its worst
    month, between `load_low` and `load_high`. `worth` is what each path ends with. `reached` says
    when it is full in words.
    """

    name: str
    now: bool
    paid_job: bool
    starts_on: datetime.date
    opening: float
    needs: float
    bands: FloatArray
    reserve: float
    ever_short: float
    reached: str
    take_home: float
    hours: float
    load: float
    load_low: float
    load_high: float
    worth: FloatArray


WAYS: view.Last[tuple[Scenario, Scenario | None, tuple[Way, ...]]] = view.Last(KEPT)
DAYS: view.Last[tuple[Scenario, tuple[LeavingIn, ...]]] = view.Last(KEPT)


def has_job(plan: Scenario) -> bool:
    """Whether there is a job to leave or to keep: pay of one's own beside the practice."""
    return bool(float(plan.household.own_other_wages_per_year))


def named(plan: Scenario) -> list[tuple[str, str, tuple[Job, ...]]]:
    """The ways of a plan: its kind, its name, and its rows of the job."""
    stated = plan.ahead or Ahead()
    now, months = job.kind_of(stated.job), stated.months
    until = max((row.month for row in stated.job), default=1) if now == job.PART else job.UNTIL
    end = words.month_name(calendar_of_plan(plan), min(until, months) - 1)
    found = [
        (job.NOW, "Leap now", job.rows_of(job.NOW, stated.job, months)),
        (job.PART, f"Half-time to {end}", job.rows_of(job.PART, stated.job, months, until)),
        (job.KEEP, "Keep the job", job.rows_of(job.KEEP, stated.job, months)),
    ]
    if now == job.OWN:
        found.append((job.OWN, "In your steps", stated.job))
    return found


def asked(plan: Scenario, other: Scenario | None) -> list[tuple[str, bool, Scenario]]:
    """What stands side by side, at most four: a name each, whether it is the plan as it is, itself.

    A plan without a job to leave stands alone beside the other. Where one's own steps and another
    plan come to five, the half-time is left out.
    """
    if not has_job(plan):
        found = [(YOURS, True, plan)]
    else:
        now = job.kind_of((plan.ahead or Ahead()).job)
        left_out = job.PART if leaves_half_out(plan, other) else ""
        found = [
            (name, kind == now, with_job(plan, rows))
            for kind, name, rows in named(plan)
            if kind != left_out
        ]
    if other is not None:
        found.append((beside.name_of(other, plan), False, begins.begun(other)))
    return found


def leaves_half_out(plan: Scenario, other: Scenario | None) -> bool:
    """Whether one's own steps and another plan leave no room for the half-time."""
    steps = has_job(plan) and job.kind_of((plan.ahead or Ahead()).job) == job.OWN
    return steps and other is not None


def ways(plan: Scenario, other: Scenario | None = None) -> tuple[Way, ...]:
    """Up to four ways, on the same luck; something newer that is typed ends the search."""

    def find() -> tuple[Scenario, Scenario | None, tuple[Way, ...]]:
        return plan, other, tuple(_ways(plan, other))

    return WAYS.of((id(plan), id(other)), find)[2]


def _ways(plan: Scenario, other: Scenario | None) -> Iterator[Way]:
    for name, now, each in asked(plan, other):
        intake.give_way()
        yield _way(each, name, now)


def with_job(plan: Scenario, rows: tuple[Job, ...]) -> Scenario:
    """The plan with other rows of the job."""
    return plan.with_values(asks.changed(plan, {"job": rows}))


def _way(plan: Scenario, name: str, now: bool) -> Way:
    stated = plan.ahead or Ahead()
    counts: Counts = view.counts_of(weeks_ahead(plan, stated))
    found: MonthsAhead = ahead(plan, load_rules(plan.tax_year), counts=counts)
    paths, risk = found.paths, found.risk
    assert paths is not None
    assert risk is not None
    load = worst_load(found)
    return Way(
        name=name,
        now=now,
        paid_job=found.setting.job.paid and bool(found.setting.job.wages_per_year),
        starts_on=datetime.date(found.setting.calendar.year, found.setting.calendar.month, 1),
        opening=float(stated.opening_balance),
        needs=found.setting.needs_per_month,
        bands=quantiles(paths.balance, charts.IN_HUNDRED),
        reserve=risk.reserve.shown,
        ever_short=risk.ever_short,
        reached=words.reached(found),
        take_home=sum(float((one.take_home + one.job_pay).mean()) for one in paths.windows),
        hours=float(found.expected.hours_per_week.max()),
        load=float(load.probability),
        load_low=float(load.range.low) if load.range else math.nan,
        load_high=float(load.range.high) if load.range else math.nan,
        worth=np.asarray(paths.worth_at_end),
    )


def worst_load(found: MonthsAhead) -> Load:
    """The load of the worst month of the expected path, with its range."""
    loads = loads_of(found.expected)
    place, inputs = loads.worst_month - 1, loads.load.inputs
    each = {field.name: getattr(inputs, field.name) for field in fields(inputs)}
    at = {name: one[place] if np.ndim(one) else one for name, one in each.items()}
    rules = found.setting.rules
    return indicator(LoadInputs(**at), rules, state.drawn(rules.tax_year))


def days(plan: Scenario) -> Iterator[tuple[float, tuple[LeavingIn, ...]]]:
    """How far the search for the day is, and what it has found; the last time all of it."""
    held = DAYS.get(id(plan))
    if held is not None:
        yield 1.0, held[1]
        return
    stated = plan.ahead or Ahead()
    rows = not_leaving(stated).job
    rows = rows or job.rows_of(job.KEEP, stated.job, stated.months)
    asked, found = with_job(plan, rows), []
    most = len(leaving_months(stated))
    luck = view.luck(weeks_ahead(asked, asked.ahead or stated).weeks)
    for one in leaving(asked, load_rules(plan.tax_year), luck):
        found.append(one)
        yield len(found) / most, tuple(found)
        intake.give_way()
    DAYS.of(id(plan), lambda: (plan, tuple(found)))
