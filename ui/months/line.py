"""What the months ahead say in one line, on pages about the steady year."""

from __future__ import annotations

import streamlit as st

from calc import Scenario
from calc.errors import ScenarioError
from ui.months import view, words


def one_line(plan: Scenario) -> None:
    """Full when, and what has to be in the bank; nothing of a plan that states no months."""
    if plan.ahead is None:
        return
    try:
        found = view.found(plan)
    except ScenarioError:
        return  # the page Months ahead says why
    st.markdown(words.one_line(found))
