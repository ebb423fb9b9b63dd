"""Set a rate: targets in; the fee, caseload or weeks off that meet them all out, and a map."""

import streamlit as st

from ui import frame, rate_cards, rate_more, rate_sections, rate_targets, rate_words, state

result = state.evaluated()
ask = rate_targets.asked(result)
answer, sentence = rate_sections.heading(result, ask)

with frame.page("Set a rate", answer, sentence, result, ["Load", "Own therapy"]):
    if ask is not None:
        targets, drawn = st.columns([4, 8], gap="medium")
        with targets:
            frame.heading("What it should reach", rate_words.TARGETS)
            rate_targets.draw(result, ask)
            rate_sections.answer(result, ask)
        with drawn:
            rate_sections.beside(result, ask)
    rate_sections.below(result, ask)
    if ask is not None:
        rate_cards.cards(result, ask)
        rate_more.more(result, ask)
