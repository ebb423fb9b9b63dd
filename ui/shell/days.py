"""A day of a document as a field: typed, or chosen in a calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from calc.errors import Problem
from ui.shell import fields, helps, intake, state


def ask(path: str) -> None:
    """A day, typed or chosen in a calendar; the document's own rules decide."""
    info = fields.field_at(path)
    key = fields.key_of(path)
    kept = state.refused().get(path)

    def take(there: str, typed: Any) -> None:
        if typed is None:
            state.refuse(there, None, (Problem(there, "wrong_type", None, "day"),))
        else:
            state.change(there, typed, {there: typed})

    now = state.document().value_at(path) if kept is None else kept.shown
    helps.tell(info.title or path, helps.of(info))
    intake.show(key, now, fields.taken(path, take))
    st.date_input(
        info.title or path,
        min_value=date.min,  # else Streamlit refuses a day, in words of its own
        max_value=date.max,
        format="YYYY-MM-DD",
        key=key,
    )
