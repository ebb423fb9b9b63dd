"""One path of all that were drawn, in the drawer of a chance: its bank, and month by month."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

from calc.months.ahead import MonthsAhead
from calc.months.one_path import OnePath, one_path
from ui.months import charts, tables, view, words
from ui.months.drawn import bands_of, in_both_forms, start_of
from ui.shell import frame, streamlit_ways
from ui.telling import numbers
from ui.telling.chart_frame import Chart
from ui.telling.tables import Table

TITLE = "Look at one path"
NO_PATH = "There are paths 1 to {most}. Path {shown} is shown until you type one of them."
MONEY, PEOPLE, SESSIONS = "Money", "People", "Sessions"
NOTES = {
    MONEY: "In holds fees, the job's pay and income of a leave. Out holds costs and needs. Each is "
    "rounded by itself, so a month may miss one.",
    PEOPLE: "Only those who would start are drawn, not everybody who asks. Who finds no place "
    "waits where you keep a list, or is lost.",
    SESSIONS: "Lost are late cancellations and no-shows; some of them are charged, and that fee is "
    "under Money. A week that ends in the next month is split over both.",
}


def draw(found: MonthsAhead, first: int, why: str) -> None:
    """A number from the first path to the last, and what became of that path.

    It begins with the path that is told of, and `why` says which that is.
    """
    paths = found.paths
    assert paths is not None
    st.markdown(f"**{TITLE}**")
    frame.quiet(why)
    typed = st.number_input(
        f"Path, 1 to {view.PATHS:,}",
        value=first,
        step=1,
        key=f"path looked at {first}",
    )
    number, why_not = number_of(typed, first)
    if why_not:
        st.warning(why_not)
    path = one_path(paths, number)
    st.markdown(told(found, path, number))
    in_both_forms(partial(_bank, found, path), "months-one-path")
    shown = st.segmented_control(
        "Month by month",
        list(NOTES),
        default=MONEY,
        required=True,
        key="path shown",
        label_visibility="collapsed",
    )
    streamlit_ways.table(TABLES[shown](found, path), f"{shown} of path {number:,}")
    frame.quiet(NOTES[shown])


def number_of(typed: float | None, first: int) -> tuple[int, str]:
    """The path of what was typed; where there is none, the first one, and why."""
    if typed is not None and 1 <= typed <= view.PATHS:
        return int(typed), ""
    return first, NO_PATH.format(most=f"{view.PATHS:,}", shown=f"{first:,}")


def _bank(found: MonthsAhead, path: OnePath, *, phone: bool) -> Chart:
    paths = found.paths
    assert paths is not None
    return charts.one_path(
        start_of(found),
        path.balance,
        bands_of(paths.balance),
        float(found.setting.ahead.opening_balance),
        frame.theme(),
        found.setting.scenario.currency,
        phone=phone,
    )


def told(found: MonthsAhead, path: OnePath, number: int) -> str:
    """What became of a path, in a sentence."""
    began, left, none = (int(one.sum()) for one in (path.admitted, path.left, path.turned_away))
    least = int(path.balance.argmin())
    when = words.month_name(found.setting.calendar, least + 1)
    lost = f" {none} more found no place," if none else ""
    people = f"{began} began,{lost} {left} left, and {path.clients[-1]:.0f} are there at the end"
    return (
        f"**Path {number:,}:** {people}. The bank is lowest at the end of {when}, with "
        f"{words.money(found, float(path.balance[least]))}, and ends with "
        f"{words.money(found, float(path.balance[-1]))}."
    )


def _names(found: MonthsAhead) -> list[str]:
    months = range(1, found.setting.plan.months + 1)
    return [tables.short_name(words.month_name(found.setting.calendar, one)) for one in months]


def money(found: MonthsAhead, path: OnePath) -> Table:
    """What comes in, goes out and is paid in tax, and the bank at the end of each month."""
    sign = numbers.SYMBOLS.get(found.setting.scenario.currency, found.setting.scenario.currency)
    out = path.spent + path.needs_per_month
    columns = (path.came_in, out, path.tax_paid, path.balance)
    rows = [
        (name, *(round(float(one)) for one in each))
        for name, *each in zip(_names(found), *columns, strict=True)
    ]
    heads = ("Month", f"In ({sign})", f"Out ({sign})", f"Tax ({sign})", f"Bank ({sign})")
    return Table(heads, rows, (numbers.number,) * len(columns))


def people(found: MonthsAhead, path: OnePath) -> Table:
    """Who would start, who began and who left in a month, and who is there at its end."""
    heads = ("Month", "Would start", "Began", "Left", "Clients")
    columns = (path.arrived, path.admitted, path.left, path.clients)
    rows = [
        (name, *(int(one) for one in each))
        for name, *each in zip(_names(found), *columns, strict=True)
    ]
    return Table(heads, rows, (numbers.number,) * len(columns))


def sessions(found: MonthsAhead, path: OnePath) -> Table:
    """Sessions booked, and those of them that are lost."""
    rows = [
        (name, float(booked), float(lost))
        for name, booked, lost in zip(_names(found), path.booked, path.lost, strict=True)
    ]
    tenths = partial(numbers.number, decimals=1)
    return Table(("Month", "Booked", "Lost"), rows, (tenths, tenths))


TABLES: dict[str, Callable[[MonthsAhead, OnePath], Table]] = {
    MONEY: money,
    PEOPLE: people,
    SESSIONS: sessions,
}
