"""What each widget was last told to show, kept from run to run, and what takes what is typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

WATCHED, RUN, PAGE = "watched", "run", "page of the run before"


@dataclass(slots=True)
class Watched:
    """What a widget was last told to show, on which page, and what takes what is typed in it.

    It is lost when a page broke before it came to it: then the browser has forgotten its value, and
    may say another. It is left when another page came: then the browser has forgotten it too, and
    says nothing but what was typed at the last moment. `names` are those of its options, if any.
    """

    shown: Any
    take: Callable[[Any], None]
    page: str
    run: int
    names: tuple[str, ...] = ()
    lost: bool = False
    left: bool = False


def fields() -> dict[str, Watched]:
    """All that are watched, by the key of the widget."""
    found: dict[str, Watched] = st.session_state.setdefault(WATCHED, {})
    return found


def forget() -> None:
    """Nothing is taken from any of them any more."""
    st.session_state[WATCHED] = {}


def lose(everything: bool) -> None:
    """After a page broke: the browser forgets fields it did not come to, so they are told anew."""
    for field in fields().values():
        if everything or field.run != run():
            field.lost = True


def leave_for(page: str) -> None:
    """Where this run is of another page than the one before, every field is left."""
    before = st.session_state.get(PAGE)
    st.session_state[PAGE] = page
    if before != page:
        for field in fields().values():
            field.left = True


def run() -> int:
    """The number of this run of the session."""
    return int(st.session_state.get(RUN, 0))


def begin_run() -> None:
    """The next run begins."""
    st.session_state[RUN] = run() + 1
