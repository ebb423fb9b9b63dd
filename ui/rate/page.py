"""Set a rate: targets in; the fee, caseload or weeks off that meet them all out, and a map."""

import streamlit as st

from ui.months.line import one_line
from ui.rate import cards, more, sections, words
from ui.rate import targets as rate_targets
from ui.shell import frame, state

result = state.evaluated()
ask = rate_targets.asked(result)
answer, sentence = sections.heading(result, ask)

with frame.page("Set a rate", answer, sentence, result, ["Months ahead", "Load", "Own therapy"]):
    if ask is not None:
        targets, drawn = st.columns([4, 8], gap="medium")
        with targets:
            frame.heading("What it should reach", words.TARGETS)
            rate_targets.draw(result, ask)
            sections.answer(result, ask)
        with drawn:
            sections.beside(result, ask)
            sections.decides(result, ask)
    sections.below(result, ask)
    frame.later(lambda: one_line(result.scenario))
    if ask is not None:
        rise, places = st.columns(2, gap="medium")
        with rise:
            cards.rise(result, ask)
        with places:
            cards.places(result, ask)
            more.more(result, ask)
