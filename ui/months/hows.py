"""The drawers of Months ahead: behind each figure what was drawn, how often, and its lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import streamlit as st

from calc.months.ahead import MonthsAhead
from calc.months.course import Course
from calc.months.one_path import first_short, path_full_in_the_middle, path_of_the_reserve
from calc.months.risk import rank_of
from ui.months import looked_at, tables, view, words
from ui.shell import frame, state, streamlit_ways
from ui.telling import numbers
from ui.telling.tables import Table

FOOTER = "Estimate, not advice."
SAME = (
    f"{view.PATHS:,} paths were drawn, always the same draws (seed {state.SEED}), so that two "
    "plans can be compared."
)
FULL_PATH = "Path {number} is full when half of them have been. Look at any other."
RESERVE_PATH = "Path {number} is the one whose fall is the amount above. Look at any other."
SHORT_PATH = "Path {number} is the first of those that end a month below zero. Look at any other."
ANY_PATH = "None of them ends a month below zero. Look at any."


@dataclass(frozen=True, slots=True)
class How:
    """What a "How ...?" asks, and what its drawer says; the rest is made only when it is open.

    Of a chance `path` draws one of the paths that were counted.
    """

    asked: str
    title: str
    figure: tuple[str, str]
    sentence: str
    made: Callable[[], Sequence[Table]]
    path: Callable[[], None] | None = None


def button(how: How) -> None:
    """A quiet button that opens the drawer of a figure."""
    if st.button(f":blue[{how.asked}]", type="tertiary", key=f"how {how.asked}"):
        _open(how)


def _open(how: How) -> None:
    @st.dialog(how.title, position="right", width="medium")
    def drawer() -> None:
        st.metric(*how.figure)
        st.markdown(how.sentence)
        for table in how.made():
            streamlit_ways.table(table, f"{how.title}: {table.heads[0].lower()}")
        if how.path is not None:
            how.path()
        frame.quiet(FOOTER)

    drawer()


def _path(found: MonthsAhead, which: Callable[[Course], int], why: str) -> None:
    """One of the paths, beginning with the one that decides."""
    assert found.paths is not None
    number = which(found.paths)
    looked_at.draw(found, number, why.format(number=f"{number:,}"))


def full(found: MonthsAhead) -> How:
    """How many months until full."""
    share = float(found.setting.ahead.full_share)
    sentence = (
        f"{SAME} In each, people ask, start, settle and leave week by week, by the chances below. "
        f"Full is {numbers.percent(share)} of the places; the months are those by which 20, 50 and "
        "80 of 100 paths have been full once."
    )
    return How(
        "How full?",
        "How many clients there are",
        (words.full_named(found), words.cell_full(found)[0]),
        f"{sentence} {words.NOT_KNOWN}",
        lambda: (tables.who_comes(found), tables.full_by(found)),
        lambda: _path(found, path_full_in_the_middle, FULL_PATH),
    )


def reserve(found: MonthsAhead) -> How:
    """What to start with."""
    risk = found.risk
    assert risk is not None
    amount, error = risk.reserve.amount, risk.reserve.error
    held = rank_of(risk.reserve.paths)
    sentence = (
        f"{SAME} In each the balance has a lowest month. Ordered by how far it falls below the "
        f"start, path {held:,} of {risk.reserve.paths:,} falls by {words.money(found, amount)}; "
        f"that is rounded up to {words.money(found, risk.reserve.shown)}. Other draws would put it "
        f"about {words.money(found, error)} higher or lower. It is looked at to the end of "
        f"{found.setting.plan.months} months, and no further."
    )
    return How(
        "How much?",
        "What has to be in the bank",
        ("To start with", words.cell_reserve(found)[0]),
        sentence,
        lambda: (tables.reserve_levels(found),),
        lambda: _path(found, path_of_the_reserve, RESERVE_PATH),
    )


def short(found: MonthsAhead) -> How:
    """How often the money runs out."""
    paths, risk = found.paths, found.risk
    assert paths is not None
    assert risk is not None
    number = int(paths.ever_short.sum())
    below = f"{risk.months_below_needs:.1f} of {found.setting.plan.months} months"
    sentence = (
        f"{SAME} In {number:,} of them at least one month ends below zero. On average {below} "
        "bring less than the needs, and are paid from the bank."
    )
    return How(
        "How often?",
        "How often the money runs out",
        ("Of 100 paths", words.cell_short(found)[0]),
        sentence,
        lambda: (tables.short_by_month(found),) if number else (),
        lambda: _path(found, first_short, SHORT_PATH if number else ANY_PATH),
    )


def take_home(found: MonthsAhead) -> How:
    """What the practice leaves in a month of the first year."""
    sentence = (
        "The mean of all paths over the first twelve months: fees earned in them whenever they are "
        "paid, less costs and the practice's tax. The pay of a job is beside it."
    )
    return How(
        "How a month?",
        "How a month is made",
        ("Take-home a month", words.cell_take_home(found)[0]),
        sentence,
        lambda: (tables.take_home_lines(found), tables.years(found)),
    )
