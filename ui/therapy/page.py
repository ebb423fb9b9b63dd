"""Own therapy: the protected hour, what it costs and what pays for it."""

import streamlit as st

from calc.therapy import therapy_answers
from ui import frame, state, therapy_sections, therapy_words

result = state.evaluated()
found = therapy_answers(result)

with frame.page(
    "Own therapy",
    therapy_words.headline(found),
    therapy_words.FIRST,
    result,
    ["Set a rate", "Load", "Your hour"],
):
    inputs, outcome = st.columns([4, 8], gap="medium")
    with outcome:
        therapy_sections.figures(found)
        therapy_sections.pays(found)
    with inputs:
        therapy_sections.inputs(found)
    therapy_sections.options(found)
    therapy_sections.which_hour(found)
