"""Which letter a part of the page is about: known by its number, never by its place or name."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from calc.offers import Compared
from ui.offers import words as offer_words
from ui.shell import row_choice, state


def letter(part: str, letters: Mapping[int, Compared], first: int) -> int:
    """The number of the letter chosen in a part of the page; `first` until one is, or if it goes.

    It is known before the select box is drawn, which may stand further down.
    """
    number: int = st.session_state.get(state.widget_key(part), first)
    return number if number in letters else first


def ask(part: str, title: str, letters: Mapping[int, Compared], now: int) -> None:
    """The select box of that part."""
    key = state.widget_key(part)
    names = row_choice.told_apart([offer_words.named(found) for found in letters.values()])

    def take(number: int) -> None:
        st.session_state[key] = number

    row_choice.among(title, dict(zip(letters, names, strict=True)), now, take, f"which {key}")
