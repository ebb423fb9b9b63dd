"""When something of ours breaks: what is typed is kept, and said so; nobody sees a bare error."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import streamlit as st

from ui.shell import state, streamlit_ways, watched

STUMBLED = "stumbled"
NAMES: tuple[state.Name, ...] = ("plan", "offers", "clinic")
SAVED = {"plan": "Save the plan", "offers": "Save the offers", "clinic": "Save the clinic"}
LOG = logging.getLogger(__name__)
ON_PAGE = (
    "**This page could not be drawn.** The fault is ours. What you typed is kept: save it to a "
    "file, take the last change back, or start again from it. Other pages may work."
)
ON_ACT = (
    "**That could not be done.** The fault is ours. The last thing you did was not taken; all else "
    "that you typed is kept. To be sure of it, save it to a file."
)


def on_page(error: Exception) -> bool:
    """What is shown in place of a page, or of a part of it, that broke; for Streamlit to call."""
    if not _noted(error):
        return False
    if not streamlit_ways.in_fragment():
        watched.lose(everything=not streamlit_ways.page_begun())
    _panel("page", ON_PAGE, _place(error))
    return True


@contextmanager
def kept() -> Iterator[None]:
    """An act of a button, a field or a file: if it breaks, the page stays and says so."""
    try:
        yield
    except Exception as error:  # whatever it is, the page must stay
        if not _noted(error):
            raise
        LOG.exception("an act broke")
        st.session_state[STUMBLED] = _place(error)


def tell() -> None:
    """Says on top of a page what broke in an act before it."""
    place = st.session_state.pop(STUMBLED, None)
    if place:
        _panel("act", ON_ACT, place)


def _noted(_: Exception) -> bool:
    """Whether faults are told in our words; tests want to see them bare."""
    return True


def _place(error: Exception) -> str:
    """Where it broke, for a report: kind of error, file and line, nothing that was typed."""
    frames = traceback.extract_tb(error.__traceback__)
    last = frames[-1] if frames else None
    where = f", {Path(last.filename).name} line {last.lineno}" if last else ""
    return f"{type(error).__name__}{where}"


def _panel(broke: str, sentence: str, place: str) -> None:
    st.error(f"{sentence}\n\n:small[For a report: {place}.]")
    with st.container(horizontal=True):
        for name in NAMES:
            _save(broke, name)
        if state.can_go_back():
            st.button(
                "Take the last change back", key=f"{broke} broke, back", on_click=state.go_back
            )
        st.button("Start again from it", key=f"{broke} broke, anew", on_click=_anew)


def _save(broke: str, name: state.Name) -> None:
    with state.working_on(name):
        if not (name in st.session_state and state.is_own()):
            return
        text = state.document().to_toml()
    st.download_button(
        SAVED[name],
        text,
        file_name=f"{name}.toml",
        mime="application/toml",
        on_click="ignore",
        key=f"{broke} broke, save {name}",
    )


def _anew() -> None:
    """A session that holds the documents and the way back, and nothing else."""
    baseline = st.session_state.baseline
    steps = st.session_state.get(state.STEPS, [])
    versions = {key: value for key, value in st.session_state.items() if "version" in str(key)}
    found = {}
    for name in NAMES:
        with state.working_on(name):
            found[name] = state.document(), state.is_own()
    st.session_state.clear()
    st.session_state.update(versions)  # fields get new keys, and the browser's old values no place
    for name, (each, own) in found.items():
        with state.working_on(name):
            state.open_document(each, own=own)
    st.session_state.baseline = baseline
    st.session_state[state.STEPS] = steps
