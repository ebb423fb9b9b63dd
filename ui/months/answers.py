"""Further answers of Months ahead, folded: a leave, enough enquiries, a place, dates of tax."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc import Scenario
from calc.months import (
    enquiries_that_hold,
    enquiries_to_be_full_by,
    leave_of,
    settled_year,
    weeks_ahead,
    worth_of_place,
)
from calc.months.ahead import MonthsAhead
from calc.scenario import Ahead
from calc.scenario.ahead_rows import Leave
from ui.months import answer_words, dates, summaries, view, words
from ui.shell import fields, frame, streamlit_ways
from ui.telling import numbers
from ui.telling.tables import Table

HOLDS: view.Last[tuple[Scenario, float | None]] = view.Last(8)


def answers(found: MonthsAhead) -> None:
    """Each worked out only when it is opened."""
    plan = found.setting.scenario
    away = _stated(plan).away
    leaves = [place for place, row in enumerate(away) if isinstance(row, Leave) and row.weeks]
    planned = "none planned" if not leaves else f"{len(leaves)} planned"
    if not leaves and any(map(summaries.without_weeks, away)):
        planned = summaries.NO_WEEKS
    with fields.folded("ahead leave", f"**A leave, a baby, an illness** · {planned}") as group:
        if group.open:
            _leaves(found, leaves)
    with fields.folded(
        "ahead enquiries", "**Enough enquiries?** · to be full, and to stay full"
    ) as group:
        if group.open:
            _enquiries(found)
    with fields.folded(
        "ahead place", "**What a place is worth** · while one client holds it"
    ) as group:
        if group.open:
            place = worth_of_place(plan, found.setting.rules)
            st.markdown(answer_words.place(found, place))
    with fields.folded(
        "ahead dates", "**Dates of tax** · who asks, and under each way of paying"
    ) as group:
        if group.open:
            dates.draw(found)


def _stated(plan: Scenario) -> Ahead:
    return plan.ahead or Ahead()


def year(found: MonthsAhead) -> None:
    """How far the first year of a practice that is full strays."""
    if found.setting.existing:
        st.markdown(answer_words.year(found, settled_year(found)))


def _leaves(found: MonthsAhead, leaves: list[int]) -> None:
    plan = found.setting.scenario
    if not leaves:
        begun = any(map(summaries.without_weeks, _stated(plan).away))
        st.markdown(answer_words.LEAVE_BEGUN if begun else answer_words.NO_LEAVE)
        return
    for place in leaves:
        row = _stated(plan).away[place]
        assert isinstance(row, Leave)
        answer = leave_of(plan, found.setting.rules, place)
        for said in answer_words.leave(found, row, answer):
            st.markdown(said)
    frame.quiet(answer_words.LEAVE_NOTE)


def _enquiries(found: MonthsAhead) -> None:
    plan = found.setting.scenario
    stated = _stated(plan)
    weeks = weeks_ahead(plan, stated).weeks

    def find() -> tuple[Scenario, float | None]:
        return plan, enquiries_that_hold(plan, view.luck(weeks))

    with st.spinner("Trying numbers of enquiries on the same luck …"):
        holds = HOLDS.of(id(plan), find)[1]
    st.markdown(answer_words.enquiries(found, holds))
    if not found.setting.existing:
        by = [
            (
                words.month_name(found.setting.calendar, month),
                enquiries_to_be_full_by(plan, stated, month),
            )
            for month in range(6, stated.months + 1, 3)
        ]
        rows = [(name, each) for name, each in by if each is not None]
        if rows:
            table = Table(
                ("Expected path full by the end of", "Enquiries a month"),
                rows,
                (partial(numbers.number, decimals=1),),
            )
            streamlit_ways.table(table, "Enquiries a month to be full by a month")
            frame.quiet(answer_words.BY_NOTE)
