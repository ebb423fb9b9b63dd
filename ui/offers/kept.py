"""Answers of the page Job offers that take long, kept while what is asked stays the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st


def kept(name: str, asked: tuple[Any, ...], found: Callable[[], Any]) -> Any:
    """An answer that takes long, worked out anew only when what is asked has changed."""
    store = st.session_state.setdefault("offer answers", {})
    before = store.get(name)
    if (
        before is None
        or len(before[0]) != len(asked)
        or not all(
            old is new or (isinstance(old, int | float | str) and old == new)
            for old, new in zip(before[0], asked, strict=True)
        )
    ):
        store[name] = before = (asked, found())
    return before[1]
