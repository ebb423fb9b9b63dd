"""What the fields of a part of a page mean, told together after them.

An icon beside each field would be a stop of the keyboard before it, and there are dozens of fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

import streamlit as st
from pydantic.fields import FieldInfo

from calc.scenario.fields import typical_of, unit_of
from ui.shell import intake, state
from ui.telling import words

FOUND: ContextVar[dict[str, str]] = ContextVar("found")


@contextmanager
def gathered(name: str) -> Iterator[None]:
    """Gathers what the fields drawn here mean, and offers it after them, made only when asked."""
    token = FOUND.set({})
    try:
        yield
        found = FOUND.get()
        if found:
            _offer(name, found)
    finally:
        FOUND.reset(token)


def tell(label: str, help_text: str) -> None:
    """What a field of this label means."""
    if help_text:
        FOUND.get()[label] = help_text


def _offer(name: str, found: dict[str, str]) -> None:
    opened = f"help open {name}"
    shown = bool(st.session_state.get(opened))

    def flip() -> None:
        st.session_state[opened] = not shown

    label = words.HIDE_MEANINGS if shown else words.WHAT_THESE_MEAN
    st.button(f":blue[{label}]", type="tertiary", key=f"help {name}", on_click=intake.first(flip))
    if shown:
        for title, help_text in found.items():
            st.markdown(f"**{words.escape(title)}.** {help_text}")


def of(info: FieldInfo) -> str:
    """The help of a field: what it is, then the typical band and where that comes from."""
    typical = typical_of(info)
    sentence = info.description or ""
    if typical is None or state.document().currency != "USD":
        return sentence
    return f"{sentence}\n\n{words.typical(typical, unit_of(info), state.document().currency)}"
