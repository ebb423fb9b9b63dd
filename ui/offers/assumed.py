"""What hardly any letter says, told beside the result as it is assumed, with a way to change it."""

from __future__ import annotations

import streamlit as st

from calc.offers import Compared
from ui.offers import card_words
from ui.offers import words as offer_words
from ui.offers.fields import SESSIONS
from ui.offers.view import View
from ui.shell import frame, intake, sight
from ui.telling.words import escape, joined


def draw(view: View) -> None:
    """Once for letters of which the same is assumed, then of the person, with ways to change it."""
    letters: dict[str, list[Compared]] = {}
    for found in view.ranked:
        cover = card_words.health_cover(found.offer) if _is_paid(found) else ()
        said = joined([*card_words.seldom_said(found.offer), *cover])
        if said:
            letters.setdefault(said, []).append(found)
    person = card_words.of_the_person(view.offers)
    if letters:
        parts = [f"{said} ({_names(there)})" for said, there in letters.items()]
        frame.quiet(f"Assumed, as letters seldom say it: {'; '.join(parts)}.")
    if person:
        frame.quiet(f"Assumed of you: {joined(person)}.")
    if not letters and not person:
        return
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
        if person:
            st.button(
                ":blue[Change what is assumed of you]",
                type="tertiary",
                key="assumed of the person",
                on_click=intake.first(open_household),
            )


def _is_paid(found: Compared) -> bool:
    """Whether a premium is counted."""
    return bool(float(found.offer.work.health_premium_per_month))


def _names(there: list[Compared]) -> str:
    return escape(joined([offer_words.named(found) for found in there]))


def open_sessions(number: int) -> None:
    """Opens the card of an offer at its sessions, where notes and attendance stand."""
    sight.bring(f"offer {number}")
    st.session_state[f"part of offer {number}"] = SESSIONS


def open_household() -> None:
    """Opens the group in which filing and state stand."""
    sight.bring("offers person")
