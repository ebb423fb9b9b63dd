"""Fields side by side: two in a row, on a phone too, or more in a part of the page with room."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

import streamlit as st

LEAST_WIDTH = 148
ACROSS: ContextVar[int] = ContextVar("across", default=2)


@contextmanager
def across(fields: int) -> Iterator[None]:
    """So many fields in a row in this part of the page."""
    token = ACROSS.set(fields)
    try:
        yield
    finally:
        ACROSS.reset(token)


def grid(across: int | None = None) -> Any:
    """Fields side by side, as many as the part of the page has room for if not said."""
    fields = across or ACROSS.get()
    return st.grid(fields, min_column_width=LEAST_WIDTH, gap="xsmall", vertical_alignment="bottom")
