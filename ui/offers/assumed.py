"""What hardly any letter says, told beside the result as it is assumed, with a way to change it."""

from __future__ import annotations

import streamlit as st

from calc.offers import Compared
from ui.offers import card_words
from ui.offers import words as offer_words
from ui.offers.fields import SESSIONS
from ui.offers.view import View
from ui.shell import frame, intake
from ui.telling.words import escape, joined


def draw(view: View) -> None:
    """Once for letters of which the same is assumed; a click opens the fields of each."""
    letters: dict[str, list[Compared]] = {}
    for found in view.ranked:
        said = joined(list(card_words.seldom_said(found.offer)))
        if said:
            letters.setdefault(said, []).append(found)
    if not letters:
        return
    parts = [f"{said} ({_names(there)})" for said, there in letters.items()]
    frame.quiet(f"Assumed, as letters seldom say it: {'; '.join(parts)}.")
    with st.container(horizontal=True, gap="small"):
        for found in (one for there in letters.values() for one in there):
            number = view.number_of(found)
            st.button(
                f":blue[Change in {escape(offer_words.named(found))}]",
                type="tertiary",
                key=f"assumed of offer {number}",
                on_click=intake.first(open_sessions),
                args=(number,),
            )


def _names(there: list[Compared]) -> str:
    return escape(joined([offer_words.named(found) for found in there]))


def open_sessions(number: int) -> None:
    """Opens the card of an offer at its sessions, where notes and attendance stand."""
    st.session_state[f"group offer {number}"] = True
    st.session_state[f"part of offer {number}"] = SESSIONS
