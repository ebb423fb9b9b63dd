"""The plan for somebody else: inputs, figures, dates and sources on a page that prints well."""

import streamlit as st

from ui.shell import clock, frame, state, streamlit_ways
from ui.telling import charts, report, words

WIDTH = 840
OF_MONEY = ("Income and costs", "What is left of it")
OF_TAX = ("From income to what is taxed", "How the tax comes about")
STATED = ("What this plan states", "Typical figures that stand in")
LAST = ("Tax dates", *STATED, "Sources", "Not computed")
PRINT_IT = "Print this page, or save it as a PDF, with your browser's own Print."

result = state.evaluated()
currency = result.scenario.currency
told = report.report(result, clock.today())


def section(title: str) -> None:
    """A heading with its table and sentences, where the plan has any; long tables in two halves."""
    found = told.section(title)
    if found is None:
        return
    st.header(found.title, anchor=False)
    tables = report.halves(found)
    for cell, table in zip(st.columns(max(len(tables), 1), gap="medium"), tables, strict=False):
        with cell:
            streamlit_ways.table(table, found.title)
    for said in found.sentences:
        frame.quiet(said)


onward = ["Your hour", "Sources"]
with (
    frame.page(report.NAME, told.answer, told.sentence, result, onward),
    st.container(width=WIDTH, key="report"),
):
    frame.quiet(told.head)
    with st.container(key="no print"):
        frame.quiet(PRINT_IT)
    for cell, (name, written) in zip(st.columns(4), told.figures, strict=True):
        cell.metric(name, words.escape(written))
    left, right = st.columns(2, gap="medium")
    with left:
        for title in OF_MONEY:
            section(title)
    with right:
        for title in OF_TAX:
            section(title)
        st.header("One session, one hour", anchor=False)
        steps = charts.staircase(result.staircase, frame.theme(), currency)
        frame.chart(steps, "report staircase", words.NOTHING_TO_DRAW)
    for title in LAST:
        section(title)
    frame.quiet(told.foot)
