"""Own therapy: the protected hour, what it costs and what pays for it."""

import streamlit as st

from calc.questions.therapy import therapy_answers
from ui.shell import frame, state
from ui.therapy import sections, words

result = state.evaluated()
found = therapy_answers(result)

with frame.page(
    "Own therapy",
    words.headline(found),
    words.FIRST,
    result,
    ["Set a rate", "Load", "Your hour"],
):
    inputs, outcome = st.columns([4, 8], gap="medium")
    with outcome:
        sections.figures(found)
    with inputs, frame.not_printed("therapy"):
        sections.inputs(found)
    with outcome:
        frame.later(lambda: sections.pays(found))
    frame.later(lambda: sections.options(found))
    sections.which_hour(found)
