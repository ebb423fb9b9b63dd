"""Clinic: staffing plans side by side, each clinician's wage and load beside the margin."""

import streamlit as st

from ui.clinic import answers, begun, groups, roster_brought, sections, words
from ui.clinic import view as clinic_view
from ui.clinic.view import View
from ui.shell import frame, state


def figures(view: View) -> None:
    """People first, then what the plan is, its figures beside the others', and cash."""
    people, plan = st.columns([8.4, 4], gap="medium")  # a phone shows people first
    with people:
        sections.dots(view)
        sections.harms(view)
    with plan:
        groups.plan(view)
    sections.figures(view)
    sections.taxes_told(view)
    measures, cash = st.columns(2, gap="medium")
    with measures:
        sections.side_by_side(view)
    with cash:
        answers.cash(view)


with state.working_on("clinic"):
    view = clinic_view.view()
    said = words.bar(view.compared.results, view.shown)
    shown = frame.shown_of(
        said, view.clinic.tax_year, (post.scenario for post in view.result.posts)
    )
    answer, line = words.headline(view.compared.results, view.shown), begun.line(view.result)
    with frame.page("Clinic", answer, line, shown, ["Load", "Job offers"]):
        # Each part has a place of its own, also where it is empty: a table to type in whose place
        # changed would be made anew, and lose the cell that is open.
        begins = begun.roster_goes_first(view.compared.results)
        with st.container():
            sections.which(view)
            roster_brought.left_out()
        entered = st.container()
        if begins:
            with entered:
                groups.roster(view)
        if begun.has_sessions(view.result):
            with st.container():
                figures(view)
            with st.container():
                sections.roster(view)
        else:
            with st.container():
                groups.plan(view)
        if not begins:
            with st.container():
                groups.roster(view)
        if begun.has_sessions(view.result):
            answers.answers(view)
        groups.figures(view)
