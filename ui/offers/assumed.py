"""What nobody entered, told beside the result as it is assumed, with a way to change it."""

from __future__ import annotations

import streamlit as st

from calc.offers import Compared
from calc.scenario import Offer
from ui.offers import card_words
from ui.offers import words as offer_words
from ui.offers.fields import HOURS, SESSIONS, SHORT
from ui.offers.view import View
from ui.shell import frame, intake, sight
from ui.telling.words import escape, joined

PARTS = {  # where what is assumed can be entered
    SESSIONS: card_words.of_sessions,
    HOURS: card_words.of_hours,
    SHORT: card_words.of_letter,
}


def draw(view: View) -> None:
    """Once for letters of which the same is assumed, then of the person, with ways to change it."""
    letters: dict[str, list[Compared]] = {}
    for found in view.ranked:
        said = joined(_said(found.offer))
        if said:
            letters.setdefault(said, []).append(found)
    home = card_words.of_the_person(view.offers)
    person = [*home, *card_words.support_of_the_person(view.offers)]
    if letters:
        parts = [f"{said} ({_names(there)})" for said, there in letters.items()]
        frame.quiet(f"Assumed, as nobody entered it: {'; '.join(parts)}.")
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
                on_click=intake.first(open_part),
                args=(number, _part(found.offer)),
            )
        if person:
            st.button(
                ":blue[Change what is assumed of you]",
                type="tertiary",
                key="assumed of the person",
                on_click=intake.first(sight.bring),
                args=("offers person" if home else "offers therapy",),
            )


def _said(offer: Offer) -> list[str]:
    """Everything that is assumed of a letter; a premium where one is counted."""
    cover = card_words.health_cover(offer) if float(offer.work.health_premium_per_month) else ()
    return [*(said for words in PARTS.values() for said in words(offer)), *cover]


def _part(offer: Offer) -> str:
    """The first part of a letter in which something is assumed; the short one has the premium."""
    return next((part for part, words in PARTS.items() if any(words(offer))), SHORT)


def _names(there: list[Compared]) -> str:
    return escape(joined([offer_words.named(found) for found in there]))


def open_part(number: int, part: str) -> None:
    """Opens the card of an offer at the part where what is assumed stands."""
    sight.bring(f"offer {number}")
    st.session_state[f"part of offer {number}"] = part
