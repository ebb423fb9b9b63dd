"""The charts of Months ahead, each in the form of a desk and in that of a phone."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from functools import partial
from itertools import pairwise

import numpy as np
import streamlit as st

from calc.months.ahead import MonthsAhead
from calc.months.course import Course
from calc.months.risk import quantiles
from calc.months.weeks import first_week_of
from calc.number import FloatArray
from calc.scenario.ahead_rows import Leave
from ui.months import chart_tables, charts, remark_words, words
from ui.shell import frame
from ui.telling.chart_frame import Chart

BANK = (
    "After needs, costs and tax. The line is the middle path; half of the paths stay in the dark "
    "band."
)
CLIENTS = "Who asks, who stays, who leaves. The line is the middle path."


def start_of(found: MonthsAhead) -> datetime.date:
    """The first day of the plan."""
    when = found.setting.calendar
    return datetime.date(when.year, when.month, 1)


def bands_of(rows: FloatArray) -> FloatArray:
    """What so many of 100 paths lie at or below in each month, as charts take it."""
    return quantiles(rows, charts.IN_HUNDRED)


def taxes_of(course: Course) -> list[tuple[int, float]]:
    """Dates of tax within the months: the month, and the mean of what is paid in it."""
    last = course.setting.plan.months
    return [
        (date.plan_month, float(np.mean(date.amount)))
        for date in course.tax_dates
        if 1 <= date.plan_month <= last
    ]


def dates_of(found: MonthsAhead) -> list[tuple[int, str]]:
    """From which month the job is gone or other than before, and when a leave begins."""
    ahead = found.setting.ahead
    rows = sorted(ahead.job, key=lambda row: row.month)
    dates = [
        (after.month, "the job ends" if not float(after.share) else "the job changes")
        for before, after in pairwise(rows)
        if float(before.share) != float(after.share)
    ]
    leaves = [row for row in ahead.away if isinstance(row, Leave) and row.weeks]
    dates += [(row.month, "the leave begins") for row in leaves]
    return sorted(dates)


def places_of(found: MonthsAhead) -> FloatArray:
    """The places that can be held in each month."""
    plan = found.setting.plan
    weeks = [min(first_week_of(month), plan.weeks - 1) for month in range(1, plan.months + 1)]
    places: FloatArray = plan.places[weeks]
    return places


def in_both_forms(draw: Callable[..., Chart], key: str) -> None:
    """A chart as a desk has room for it, and as a phone has; the style shows one of them."""
    for form, phone in (("wide", False), ("narrow", True)):
        with st.container(key=f"{form}-{key}"):
            frame.chart(partial(draw, phone=phone), f"{key} {form}", "")


def bank(found: MonthsAhead) -> None:
    """Money in the bank as a fan, with needs, tax dates and the job's end."""
    paths, ahead = found.paths, found.setting.ahead
    assert paths is not None
    currency, taxes = found.setting.scenario.currency, taxes_of(paths)
    frame.heading("Money in the bank", BANK)
    in_both_forms(
        lambda phone: charts.bank_fan(
            start_of(found),
            bands_of(paths.balance),
            float(ahead.opening_balance),
            frame.theme(),
            currency,
            needs_per_month=found.setting.needs_per_month,
            dates=dates_of(found),
            taxes=taxes,
            phone=phone,
        ),
        "months-bank",
    )
    if taxes:
        with st.container(key="narrow-months-tax"):
            frame.quiet(
                chart_tables.tax_sentence(
                    start_of(found), taxes, found.setting.plan.months, currency
                )
            )
    if owed := words.owed_at_end(found):
        frame.quiet(owed)
    for said in remark_words.remarks(found):
        frame.quiet(said)
    frame.as_table(
        "months bank",
        lambda: chart_tables.bank_table(start_of(found), bands_of(paths.balance), currency, taxes),
    )


def clients(found: MonthsAhead) -> None:
    """The caseload as a fan below its places, and when it is full."""
    paths, plan = found.paths, found.setting.plan
    assert paths is not None
    early, middle, late = words.full_months(found)
    full = (None, None, None) if found.setting.existing else (early, middle, late)
    frame.heading("Clients", CLIENTS)
    in_both_forms(
        lambda phone: charts.clients_fan(
            start_of(found),
            bands_of(paths.clients),
            plan.clients_at_start,
            places_of(found),
            frame.theme(),
            full=full,
            phone=phone,
        ),
        "months-clients",
    )
    frame.as_table(
        "months clients",
        lambda: chart_tables.clients_table(
            start_of(found), bands_of(paths.clients), places_of(found)
        ),
    )
