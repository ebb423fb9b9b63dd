"""Load: of 100 practices like this one, how many therapists are exhausted, and what would help."""

import streamlit as st

from ui.load import sections
from ui.shell import frame, state
from ui.telling import load_words

result = state.evaluated()
load = state.load_of(result)
typical = state.typical_load(result.rules.tax_year)
answer, sentence = load_words.headline(load, typical)

with frame.page("Load", answer, sentence, result, ["Own therapy", "Your hour"]):
    squares, words = st.columns([5, 7], gap="medium")
    with squares:
        sections.picture(load)
    with words:
        sections.reading(result, load, typical)
    asked, parts = st.columns([4, 8], gap="medium")
    with asked, frame.not_printed("asked"):
        sections.asked(result)
    with parts:
        sections.parts(load)
    sections.levers(result)
    sections.checked(result.rules)
    sections.self_report(load)
