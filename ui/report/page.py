"""The plan for somebody else: inputs, figures, dates and sources on a page that prints well."""

from collections.abc import Sequence

import streamlit as st

from calc import Result
from ui.report import others
from ui.shell import clock, examples, frame, state, streamlit_ways
from ui.telling import charts, report, report_origins, words

WIDTH = 840
OF_MONEY = ("Income and costs", "What is left of it")
OF_TAX = ("From income to what is taxed", "How the tax comes about")
# In this order a plan fits on three sheets: no table of it breaks.
FROM = (report_origins.TYPICAL, "Sources")
STATED = (report_origins.ENTERED, report_origins.OF_EXAMPLE)
LAST = ("Not computed",)
PRINT_IT = "Print this page, or save it as a PDF, with your browser's own Print."
ONWARD = ("Your hour", "Sources")


def section(found: report.Section | None) -> None:
    """A heading with its table and sentences, where there are any; long tables in two halves."""
    if found is None:
        return
    st.header(found.title, anchor=False)
    tables = report.halves(found)
    for cell, table in zip(st.columns(max(len(tables), 1), gap="medium"), tables, strict=False):
        with cell:
            streamlit_ways.table(table, found.title)
    for said in found.sentences:
        frame.quiet(said)


def print_it() -> None:
    """How to print, which is not printed itself."""
    with st.container(key="no print"):
        frame.quiet(PRINT_IT)


def of_the_plan(result: Result, beside: Sequence[report.Section]) -> None:
    """The report of a plan, with what was entered beside it."""
    plan = result.scenario
    told, currency = report.report(result, clock.today(), examples.began(plan)), plan.currency
    with (
        frame.page(report.NAME, told.answer, told.sentence, result, ONWARD),
        st.container(width=WIDTH, key="report"),
    ):
        frame.quiet(told.head)
        print_it()
        for cell, (name, written) in zip(st.columns(4), told.figures, strict=True):
            cell.metric(name, words.escape(written))
        left, right = st.columns(2, gap="medium")
        with left:
            for title in OF_MONEY:
                section(told.section(title))
        with right:
            for title in OF_TAX:
                section(told.section(title))
        section(told.section("Tax dates"))
        for found in beside:
            section(found)
        with st.container():  # on one sheet with its heading
            st.header("One session, one hour", anchor=False)
            steps = charts.staircase(result.staircase, frame.theme(), currency)
            frame.chart(steps, "report staircase", words.NOTHING_TO_DRAW)
        for title in (*FROM, *STATED, *LAST):
            section(told.section(title))
        frame.quiet(told.foot)


def of_the_rest(result: Result, beside: Sequence[report.Section]) -> None:
    """The report of letters or a clinic alone: the plan is an example, and nobody's."""
    first, *further = beside
    answer, line, *rest = first.sentences
    shown = frame.shown_of(report.NAME, result.rules.tax_year, ())
    name: state.Name = "offers" if first.title == others.LETTERS else "clinic"
    with (
        state.working_on(name),
        frame.page(report.NAME, answer, line, shown, ["Job offers", "Clinic"]),
        st.container(width=WIDTH, key="report"),
    ):
        print_it()
        section(report.Section(first.title, first.table, tuple(rest)))
        for found in further:
            section(found)
        frame.quiet(report.foot(result.rules.tax_year, clock.today()))


def _draw() -> None:
    """The plan's report, unless it still is an example and something else was entered."""
    result, beside = state.evaluated(), (*others.letters(), *others.clinic())
    if beside and not state.is_own():
        of_the_rest(result, beside)
    else:
        of_the_plan(result, beside)


_draw()
