"""A folded group that a link elsewhere on the page opens, brought into view by the browser."""

from __future__ import annotations

import re

import streamlit as st

KEY = "brought into sight"


def bring(group: str) -> None:
    """Opens a folded group (`fields.folded`) and has it brought into view, wherever it stands."""
    key = f"group {group}"
    st.session_state[key] = True
    _, times = st.session_state.get(KEY, ("", 0))
    st.session_state[KEY] = key, times + 1


def asked() -> dict[str, str | int] | None:
    """The group to be seen, by its class on the page, and how often one was asked for by now."""
    found = st.session_state.get(KEY)
    if found is None:
        return None
    key, times = found
    return {"group": "st-key-" + re.sub(r"[^\w-]", "-", key), "times": times}
