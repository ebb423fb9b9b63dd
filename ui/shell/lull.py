"""Charts wait for a lull while somebody goes on typing.

A browser that draws a chart sees no key meanwhile, and takes as long for one as for all numbers of
a page. So a change that follows soon on another is shown in numbers at once, and in charts when
nothing more is typed; a change alone is shown in both at once.
"""

from __future__ import annotations

import time
from contextvars import ContextVar

import streamlit as st

from ui.shell import streamlit_ways

SOON = 1.0  # seconds from one change to the next of somebody who goes on
LULL = 0.45  # seconds without a newer change
STEP = 0.01  # seconds between two looks for one
_BEGUN = "run begun"

_goes_on: ContextVar[bool] = ContextVar("whether changes follow each other", default=False)


def begin() -> None:
    """Notes that a page is made now."""
    now = time.monotonic()
    _goes_on.set(now - st.session_state.get(_BEGUN, -SOON) < SOON)
    st.session_state[_BEGUN] = now


def wait() -> None:
    """Returns at once, or after a lull if changes follow each other; a newer one ends this run."""
    if not _goes_on.get():
        return
    until = time.monotonic() + LULL
    while time.monotonic() < until:
        streamlit_ways.TURN.rest(STEP)
        streamlit_ways.look_for_newer_input()
