"""The documents kept in the reader's own browser: found again after a reload, tomorrow, or a crash.

One small component reads and writes the browser's local storage, and says so in the bar; what comes
back is read as any file of a stranger is. Nothing else leaves the page.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any, get_args

import streamlit as st

from ui.shell import documents, intake, opening, sight, state, watched

VERSION = 1
MOST_CHARACTERS = 2_000_000
KEY, SESSION, READY, TEXTS = "kept", "kept session", "kept ready", "kept texts"
FAULT, TOLD, CONFLICT = "kept fault", "kept told", "kept conflict"
NOT_READ = (
    "**What this browser kept could not all be read.** {said} The rest is here. What could not be "
    "read is laid aside in the browser, and not destroyed."
)
NOT_OURS = "It is not in a form that this version knows."
CODE = (
    "typed.js",
    "theme.js",
    "onward.js",
    "sight.js",
    "kept.js",
)  # one component: what Python cannot see
HTML = '<div class="kept-line"></div>'


@cache
def _component() -> Any:
    room = Path(__file__).parent
    style = (room / "kept.css").read_text("utf-8")
    code = "\n".join((room / name).read_text("utf-8") for name in CODE)
    return st.components.v2.component(
        "other_chair_kept", html=HTML, css=style, js=code, isolate_styles=False
    )


def line() -> bool:
    """The line that says what is kept, and whether it was asked to save to a file instead.

    What the browser held comes back by it in the next run.
    """
    session = st.session_state.setdefault(SESSION, secrets.token_hex(8))
    stamp, texts = _texts()
    found = _component()(
        key=KEY,
        data={
            "session": session,
            "version": VERSION,
            "most": MOST_CHARACTERS,
            "ready": bool(st.session_state.get(READY)),
            "stamp": f"{session} {stamp}",
            "documents": texts,
            "conflict": bool(st.session_state.get(CONFLICT)),
            "aside": FAULT in st.session_state,
            "theme": st.context.theme.type or "light",
            "sight": sight.asked(),
        },
        height="content",
        on_found_change=intake.first(_found),
        on_save_change=lambda: None,
        on_theme_change=lambda: None,
    )
    return bool(found is not None and found.save)


def tell() -> None:
    """Says on top of a page what the browser kept and could not be read, until it is closed."""
    if FAULT in st.session_state and not st.session_state.get(TOLD):
        st.warning(NOT_READ.format(said=st.session_state[FAULT]))
        close = partial(st.session_state.update, {TOLD: True})
        st.button("Close this note", key="kept close", on_click=close)


def _texts() -> tuple[int, Mapping[str, str]]:
    """The person's own documents as files, made anew only where one has changed."""
    now: dict[str, Any] = {}
    for name in get_args(state.Name):
        with state.working_on(name):
            if state.is_own():
                now[name] = state.document()
    stamp, before, texts = st.session_state.get(TEXTS, (0, {}, {}))
    same = now.keys() == before.keys() and all(now[name] is before[name] for name in now)
    if not same:
        made = {
            name: texts[name] if before.get(name) is found else documents.to_save(found).to_toml()
            for name, found in now.items()
        }
        stamp, texts = stamp + 1, made
        st.session_state[TEXTS] = (stamp, now, texts)
    return stamp, texts


def _found() -> None:
    """What the browser says it held, opened in its place; a document already typed in stays."""
    said = st.session_state[KEY].get("found")
    if not isinstance(said, Mapping) or said.get("session") != st.session_state.get(SESSION):
        return
    forced, stored = said.get("force") is True, said.get("stored")
    if st.session_state.get(READY) and not forced:
        return
    st.session_state[READY] = True
    st.session_state[CONFLICT] = False
    watched.lose(everything=True)  # the first run may have been cut short before it was all sent
    if stored is None:
        return
    texts, whole = kept_documents(stored)
    faults = [] if whole else [NOT_OURS]
    for name, text in texts.items():
        with state.working_on(name):
            typed = state.is_own()
        if typed and not forced:
            st.session_state[CONFLICT] = True
            continue
        opened = documents.opened(text.encode(), only=name)
        if opened != name:
            faults.append(opened)
        elif said_now := opening.older(text):
            st.session_state[opening.TOLD] = "", said_now
    if not forced:
        st.session_state.pop(state.STEPS, None)  # what the page held until now was nobody's
    if faults:
        st.session_state[FAULT] = " ".join(faults)


def kept_documents(stored: Any) -> tuple[dict[state.Name, str], bool]:
    """The text of each document in a store, and whether that is all that the store holds.

    >>> kept_documents('{"version": 1, "documents": {"plan": "title = 1", "offers": 5}}')
    ({'plan': 'title = 1'}, False)
    """
    if not isinstance(stored, str) or len(stored) > MOST_CHARACTERS:
        return {}, False
    try:
        found = json.loads(stored)
    except (ValueError, RecursionError):
        return {}, False
    if not isinstance(found, dict) or found.get("version") != VERSION:
        return {}, False
    texts = found.get("documents")
    if not isinstance(texts, dict):
        return {}, False
    names = get_args(state.Name)
    read = {name: texts[name] for name in names if isinstance(texts.get(name), str)}
    return read, len(read) == len(texts)
