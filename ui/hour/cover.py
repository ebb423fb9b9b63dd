"""The line of the page Your hour on the premium credit, which is in none of its figures."""

from __future__ import annotations

from functools import partial

import streamlit as st

from calc import Result
from calc.errors import ScenarioError
from calc.questions.cover import cover_year
from ui.shell import answers
from ui.telling import cover_words


def premium_credit(result: Result) -> None:
    """The credit of the year in one line; nothing where no cover is stated or there is no credit.

    What is wrong with the cover is told where it is entered.
    """
    of, at = answers.parts_of(result.scenario), (result.rules.tax_year,)
    try:
        found = answers.kept("cover line", partial(cover_year, result), of=of, at=at)
    except ScenarioError:
        return
    if found is not None and (said := cover_words.on_your_hour(found)):
        st.markdown(said)
