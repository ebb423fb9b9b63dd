"""Parts of the page Months ahead: its four figures, its charts, its months one by one."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc import Scenario
from calc.errors import ScenarioError
from calc.months.ahead import MonthsAhead
from ui.months import hows, tables, view, when, words
from ui.shell import drawer, fields, frame, state, streamlit_ways
from ui.telling import refusals


def cells(found: MonthsAhead) -> None:
    """Months until full, what to start with, how often it runs out, take-home a month."""
    shown = (
        (words.full_named(found), words.cell_full(found), hows.full(found)),
        ("To start with", words.cell_reserve(found), hows.reserve(found)),
        ("Runs out", words.cell_short(found), hows.short(found)),
        ("Take-home a month", words.cell_take_home(found), hows.take_home(found)),
    )
    drawer.cards(
        [
            drawer.Figure(
                name, figure.replace("\\", ""), below=partial(hows.button, how), against=against
            )
            for name, (figure, against), how in shown
        ]
    )


def month_by_month(found: MonthsAhead) -> None:
    """All months, and the lines of one that is chosen."""
    months = found.setting.plan.months
    label = f"**Month by month** · the mean of all paths, {months} months, each opens to its lines"
    with fields.folded("months", label) as group:
        if not group.open:
            return
        frame.quiet(
            f"Means of the {view.PATHS:,} paths; in the chart the line is the middle path. Out "
            "holds costs, needs and tax."
        )
        names = when.names_of_months(state.plan())
        chosen = st.selectbox(
            "Open a month", list(names), format_func=names.__getitem__, key="month opened"
        )
        streamlit_ways.table(tables.lines_of(found, chosen), f"The lines of {names[chosen]}")
        st.markdown(words.month_told(found, chosen))
        streamlit_ways.table(tables.month_by_month(found), "Month by month")


def refused(error: ScenarioError, plan: Scenario) -> None:
    """Why there are no months, where a rule across the plan is broken."""
    for problem in error.problems:
        st.warning(refusals.sentence(problem, plan))
