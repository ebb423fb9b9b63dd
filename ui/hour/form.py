"""The line of the page Your hour on the form of the practice."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc import Result
from calc.questions.forms_told import gain_in_short
from ui.shell import answers
from ui.telling import form_words


def form_of_practice(result: Result) -> None:
    """What the other form would come to in one line; nothing where there is no other."""
    of, at = answers.parts_of(result.scenario), (result.rules.tax_year,)
    asked = partial(gain_in_short, result, form_words.OCCUPATION)
    found = answers.kept("form line", asked, of=of, at=at)
    if found is not None:
        st.markdown(form_words.on_your_hour(result, *found))
