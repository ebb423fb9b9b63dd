"""Rows of what lies ahead: which is shown, how one comes and goes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from ui.shell import fields, row_choice, state
from ui.shell import rows as known_rows


def of(root: str, word: str, names: Sequence[str], new: Mapping[str, Mapping[str, Any]]) -> str:
    """The path of the row that is shown, empty where there is none; buttons to add and remove.

    `new` are rows that can be added, by what their button says.
    """
    fields.told_here(root)
    index = row_choice.chosen(root, f"Which {word}", names)
    rows = state.document().value_at(root)
    with st.container(horizontal=True):
        for says, row in new.items():
            if st.button(says, icon=":material/add:", key=f"{root} {says}"):
                known_rows.reshape(root, (*rows, row))
                st.rerun()
        out = known_rows.stable(f"{root}.{index}")  # of this row: a second press finds it gone
        if rows and st.button(f"Remove this {word}", icon=":material/remove:", key=f"{out} out"):
            known_rows.reshape(root, (*rows[:index], *rows[index + 1 :]))
            st.rerun()
    return f"{root}.{index}" if rows else ""
