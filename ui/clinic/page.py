"""Clinic: staffing plans side by side, each clinician's wage and load beside the margin."""

import streamlit as st

from ui.clinic import answers, groups, sections, words
from ui.clinic import view as clinic_view
from ui.shell import frame, state

with state.working_on("clinic"):
    view = clinic_view.view()
    said = words.bar(view.compared.results, view.shown)
    shown = frame.shown_of(
        said, view.clinic.tax_year, (post.scenario for post in view.result.posts)
    )
    answer = words.headline(view.compared.results, view.shown)
    with frame.page("Clinic", answer, words.ALL_YEAR, shown, ["Load", "Job offers"]):
        sections.which(view)
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
        sections.roster(view)
        groups.roster(view)
        answers.answers(view)
        groups.figures(view)
