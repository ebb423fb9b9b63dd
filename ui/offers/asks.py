"""What to ask about: open questions of the letters, and what public service is worth."""

from __future__ import annotations

from typing import Any

import streamlit as st

from calc.offers import Compared, open_terms
from ui.offers import ask_words, service_words, tables
from ui.offers import words as offer_words
from ui.offers.view import View
from ui.shell import frame, streamlit_ways
from ui.telling import numbers, words

SILENT = "What the letters do not say, and what the answer is worth."
BY_LAW = "Folded: what labour law gives reason to ask."


def questions(view: View) -> None:
    """Questions from what the letters do not say, with what the answer is worth; then by law."""
    open_ones = [found for found in view.ranked if open_terms(found.offer)]
    frame.heading("Questions to ask", f"{SILENT if open_ones else ''} {BY_LAW}".strip())
    for found in open_ones:
        st.markdown(f"**{words.escape(offer_words.named(found))}**")
        st.markdown("\n".join(f"- {_question(found, term)}" for term in open_terms(found.offer)))


def _question(found: Compared, term: Any) -> str:
    currency = offer_words.currency_of(found)
    said = ask_words.QUESTIONS[term]
    for reading in found.band.readings if found.band else ():
        if reading.term == term:
            low, high = (
                words.escape(numbers.wage(end, currency)) for end in (reading.worse, reading.better)
            )
            return f"{said} :gray[{low} to {high} an hour.]"
    return f"{said} :gray[It moves no figure here.]"


def service(view: View) -> None:
    """What public service and loan awards are worth as pay: shown apart, never in the wage."""
    title = "**Public service and loan awards, as pay**"
    with st.expander(title, key="offer service", on_change="rerun") as folded:
        if not folded.open:
            return
        awards = [_award(found) for found in view.ranked]
        for said in service_words.reasons(view.ranked):
            st.markdown(said)
        if not any(found.service for found in view.ranked) and not any(awards):
            st.markdown(service_words.NO_AWARD)
            return
        streamlit_ways.table(tables.service(view.ranked, awards, view.currency), "Public service")
        frame.quiet(
            "PSLF is worth that after tax while you stay in public service to the "
            "end; leaving early loses it. It is in no true hourly wage. Awards are in take-home."
        )


def _award(found: Compared) -> float:
    return next(
        (float(part.amount) for part in found.benefits.parts if part.key == "money_in.award"), 0.0
    )
