"""Load: of 100 practices like this one, how many therapists are exhausted, and what would help."""

import streamlit as st

from ui import frame, load_sections, load_words, state

result = state.evaluated()
load = state.load_of(result)
typical = state.typical_load(result.rules.tax_year)
answer, sentence = load_words.headline(load, typical)

with frame.page("Load", answer, sentence, result, ["Own therapy", "Your hour"]):
    squares, words = st.columns([5, 7], gap="medium")
    with squares:
        load_sections.picture(load)
    with words:
        load_sections.reading(result, load, typical)
    asked, parts = st.columns([4, 8], gap="medium")
    with asked:
        load_sections.asked(result)
    with parts:
        load_sections.parts(load)
    load_sections.levers(result)
    load_sections.self_report(load)
