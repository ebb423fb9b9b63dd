"""Numbers that are tried out beside a plan: kept for the session, part of no document.

Streamlit would refuse one out of its bounds in words of its own, and go on with the one before
without a word. So the widgets have no bounds: what does not count stays in its field, and what
counts instead is said above it.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from ui.shell import helps, intake
from ui.telling import numbers, refusals_tried, words

Store: TypeAlias = MutableMapping[str, Any]
KEPT_OUT = "not taken "  # before the name under which a store keeps what does not count


@dataclass(frozen=True, slots=True)
class Tried:
    """A number to try: its title, unit and help, what it starts at, and the most it may be.

    Where it `empties`, a field that is emptied goes back to what it starts at.
    """

    title: str
    unit: str
    help_text: str
    start: float
    most: float
    step: float
    empties: bool = False


def number(
    tried: Tried, name: str, key: str, store: Store, currency: str, above: DeltaGenerator
) -> float:
    """The number that counts: the last one typed that may be, else the one it starts at.

    `above` is where it is told that what was typed does not count.
    """
    counts = min(max(float(store.get(name, tried.start)), 0.0), tried.most)
    out = f"{KEPT_OUT}{name}"

    def take(shown: Any) -> None:
        typed = numbers.typed_value(shown, tried.unit)
        if typed is None and tried.empties:
            store.pop(out, None)
            store.pop(name, None)
        elif typed is None or not 0.0 <= typed <= tried.most:
            store[out] = shown
        else:
            store.pop(out, None)
            store[name] = typed

    if out in store:
        typed = numbers.typed_value(store[out], tried.unit)
        above.warning(
            refusals_tried.tried(
                tried.title, tried.unit, typed, (0.0, tried.most), counts, currency
            )
        )
    shown = store[out] if out in store else numbers.shown_value(counts, tried.unit)
    label = words.label(tried.title, tried.unit, currency)
    intake.show(key, shown, take)
    st.number_input(label, value=None, step=tried.step, format="%g", key=key)
    helps.tell(label, tried.help_text)
    return counts
