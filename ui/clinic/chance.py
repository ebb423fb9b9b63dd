"""Cash with chance, folded below the cash of the plan: who may leave, which clients may come."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from calc.staffing import ClinicChance, cash_timeline, clinic_chance, clinic_luck_of
from ui.clinic import chance_words, lines
from ui.clinic.view import View
from ui.shell import answers, frame, intake, state, streamlit_ways

PATHS = 2_000
FOOTER = "Estimate, not advice."


def draw(view: View) -> None:
    """The chances in a sentence, and the cash as a fan; after all else of the page."""
    frame.later(lambda: _draw(view))


def _draw(view: View) -> None:
    with st.spinner(f"Drawing two years, {PATHS:,} times."):
        found = found_of(view)
    plan = cash_timeline(view.result)
    told = chance_words.told(found, view.result)
    beside = chance_words.beside_plan(found, float(plan.at_end[-1]), view.result)
    for said in filter(None, (beside, *told)):
        st.markdown(said)
    frame.quiet(chance_words.KEY)
    drawn = lines.chance(found, plan, frame.theme(), view.clinic.currency)
    frame.chart(drawn, "clinic chance", "")
    if st.button(":blue[How these chances?]", type="tertiary", key="how clinic chance"):
        _how(view, found)


def found_of(view: View) -> ClinicChance:
    """The chances of the plan shown, on the luck that all plans share; kept until it changes."""
    return answers.kept(f"clinic chance {view.letter}", partial(_find, view), of=(view.result,))


def _find(view: View) -> ClinicChance:
    luck = clinic_luck_of(np.random.default_rng(state.SEED), view.clinic.labels, PATHS)
    return clinic_chance(view.result, luck, between=intake.give_way)


def _how(view: View, found: ClinicChance) -> None:
    @st.dialog("How these chances are found", position="right", width="medium")
    def drawer() -> None:
        for said in chance_words.how(found, view.result):
            st.markdown(said)
        for table in chance_words.tables(found, view.result):
            streamlit_ways.table(table, f"Chances: {table.heads[0].lower()}")
        frame.quiet(FOOTER)

    drawer()
