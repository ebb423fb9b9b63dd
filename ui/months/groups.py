"""The folded groups of Months ahead: each says what it holds, and draws its fields when open."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st

from calc.months.ahead import MonthsAhead
from calc.scenario import Ahead, Scenario
from calc.scenario.ahead_rows import Leave
from calc.scenario.scenario import YEARS_AFTER, YEARS_BEFORE
from ui.months import asks, rows, seasons, summaries, who, words
from ui.months.when import calendar_of_plan, names_of_months
from ui.shell import fields, frame, grids, state

WIDE = 4  # fields side by side
FEE_STAYS = (
    "A change of fee drives nobody away here. If you expect that some leave or fewer ask, type "
    "fewer enquiries, or shorter stays."
)
JOB_NOTE = (
    "The whole job is the other wages and hours of your household. With a job among these months "
    "its pay enters the bank, and needs are what practice and job have to cover together."
)
TAX_NOTE = {
    "as_earned": "Each date asks for the tax on what was earned so far: little while you fill.",
    "equal_quarters": "Each date asks for an equal part of the year's tax, also in lean months.",
    "last_year": "Each date asks for a part of last year's tax; April asks for the rest.",
}
CHANCES = (
    "Chances are a judgement, not a forecast: nothing is struck unless you enter a chance. Illness "
    "is a long spell beyond the sick weeks of your plan; a blow takes many clients at once."
)
NOT_YET = "No months are planned yet. Begin with a full practice, and change it."


def groups(found: MonthsAhead | None) -> None:
    """Everything else that lies ahead; a group tells its content while it is folded."""
    plan = state.plan()
    ahead = plan.ahead or Ahead()
    _group("span", "Start and span", summaries.span(plan, ahead), _span)
    _group("who", "Who stays, who waits", summaries.who(ahead), who.draw)
    _group("job", "The job", summaries.job(plan, ahead), _job)
    _group("seasons", "Seasons", summaries.seasons(ahead), seasons.draw)
    _group("away", "Time away", summaries.away(ahead), _away)
    _group("set up", "Setting up", summaries.set_up(plan, ahead), _set_up)
    _group("new fees", "Changes of fee", summaries.fee_changes(ahead), _fees)
    _group("tax paid", "Tax payments", summaries.tax(ahead), _tax)
    _group("chance", "Illness and blows", summaries.chances(ahead), _chances)
    if found is not None:
        summaries.assumptions(found)


def _group(name: str, title: str, summary: str, draw: Callable[[Scenario], None]) -> None:
    key = f"ahead {name}"
    with fields.folded(key, f"**{title}** · {summary}") as group:
        if not group.open:
            return
        plan = state.plan()
        if plan.ahead is None:
            st.markdown(NOT_YET)
            if st.button("Begin", key=f"{key} begin"):
                state.change("virtual.ahead", None, asks.changed(plan, {}))
                st.rerun()
            return
        with fields.place(key), grids.across(WIDE):
            draw(plan)


def _span(plan: Scenario) -> None:
    fields.rows(partial(_begins, plan), "months", "clients_at_start", "full_share", under="ahead")


def _begins(plan: Scenario) -> None:
    """The first month: January of the tax year where the plan names none."""
    years = range(plan.tax_year - YEARS_BEFORE, plan.tax_year + YEARS_AFTER)
    days = [datetime.date(year, month, 1) for year in years for month in range(1, words.YEAR + 1)]
    named = {day.isoformat(): summaries.first_month(day) for day in days}
    when = calendar_of_plan(plan)

    def write(day: str) -> Mapping[str, object]:
        return {"ahead.starts_on": datetime.date.fromisoformat(day)}

    now = datetime.date(when.year, when.month, 1)
    named.setdefault(now.isoformat(), summaries.first_month(now))
    asks.select("starts", "Starts in", named, now.isoformat(), write)


def _month(path: str, label: str = "In") -> None:
    """A month of the plan, by its name."""
    fields.choice(f"{path}.month", names_of_months(state.plan()), label=label)


def _job(plan: Scenario) -> None:
    frame.quiet(JOB_NOTE)
    fields.rows("own_other_wages_per_year", "other_job_hours_per_week", under="household")
    assert plan.ahead is not None
    names = [summaries.row_of_job(plan, row) for row in plan.ahead.job]
    path = rows.of("ahead.job", "step of the job", names, {"Add a step": next_step(plan.ahead)})
    if path:
        fields.rows(partial(_month, path, "From"), "share", "places_share", under=path)
        fields.switch(f"{path}.health_cover")


def next_step(ahead: Ahead) -> Mapping[str, object]:
    """A row of the job that changes nothing yet: a month without one, after the last if it can be.

    It is as the row that holds until then. Where every month has one, the last month again, which
    is refused with its reason.
    """
    if not ahead.job:
        return {"month": 1, "share": 1.0}
    taken = {row.month for row in ahead.job}
    after = range(max(taken) + 1, ahead.months + 1)
    free = [*after, *(month for month in range(2, ahead.months) if month not in taken)]
    month = free[0] if free else ahead.months
    held = max((row for row in ahead.job if row.month <= month), key=lambda row: row.month)
    return {
        "month": month,
        "share": float(held.share),
        "places_share": float(held.places_share),
        "health_cover": held.health_cover,
    }


def _away(plan: Scenario) -> None:
    assert plan.ahead is not None
    found = plan.ahead.away
    names = [summaries.row_of_away(plan, row) for row in found]
    new = {
        "Add a holiday": {"kind": "holiday", "weeks": 0.0},
        "Add a leave": {"kind": "leave", "weeks": 0},
    }
    path = rows.of("ahead.away", "time away", names, new)
    if not path:
        return
    row = found[int(path.rpartition(".")[2])]
    if not isinstance(row, Leave):
        fields.rows(partial(_month, path), "weeks", under=path)
        fields.switch(f"{path}.every_year")
        return
    fields.rows(
        partial(_month, path),
        "weeks",
        "clients_return_share",
        "income_per_month",
        "cover_cost_per_month",
        under=path,
    )
    fields.switch(f"{path}.enquiries_kept")
    fields.switch(f"{path}.income_taxed")


def _set_up(plan: Scenario) -> None:
    assert plan.ahead is not None
    fields.rows("marketing_hours_while_filling", under="ahead")
    names = [summaries.row_of_set_up(plan, row) for row in plan.ahead.set_up]
    path = rows.of("ahead.set_up", "payment", names, {"Add a payment": {"month": 1}})
    if path:
        fields.rows(partial(_month, path), "amount", under=path)
        fields.switch(f"{path}.business")


def _fees(plan: Scenario) -> None:
    assert plan.ahead is not None
    frame.quiet(FEE_STAYS)
    names = [summaries.row_of_fees(plan, row) for row in plan.ahead.fee_changes]
    path = rows.of("ahead.fee_changes", "change", names, {"Add a change": {"factor": 1.0}})
    if path:
        fields.rows(
            partial(_month, path, "From"),
            "factor",
            partial(fields.choice, f"{path}.clients"),
            partial(fields.choice, f"{path}.payer"),
            under=path,
        )


def _tax(plan: Scenario) -> None:
    assert plan.ahead is not None
    fields.rows(partial(fields.choice, "ahead.tax_payments"))
    frame.quiet(TAX_NOTE[plan.ahead.tax_payments])


def _chances(_: Scenario) -> None:
    frame.quiet(CHANCES)
    fields.rows(
        "illness_chance_per_year",
        "illness_weeks",
        "shock_chance_per_year",
        "shock_lost_share",
        under="ahead",
    )
