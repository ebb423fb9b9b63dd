"""What is typed in widgets, taken at the start of each run.

Streamlit stops a run, and a callback in it, as soon as another input arrives, and does not call
that callback again. So fields have no callbacks: each keeps beside it what it was told to show,
and what it shows instead, whichever run it arrived in, is taken before anything is drawn.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from ui.shell import guard, state, streamlit_ways, watched

NAMED = "options by their names"


def key_of(key: str, options: Mapping[Any, str] | None) -> str:
    """The key of a widget with options: another one where a name now stands for another option.

    What the browser still says by the names of before is then said in the widget of before.
    """
    known = st.session_state.setdefault(NAMED, {}).setdefault(key, {})
    told = {name: option for option, name in (options or {}).items()}
    if any(known.get(name, option) != option for name, option in told.items()):
        return f"{key} {zlib.crc32(repr(told).encode()):x}"
    known.update(told)
    return key


def show(
    key: str,
    value: Any,
    take: Callable[[Any], None],
    options: Mapping[Any, str] | None = None,
) -> None:
    """Lets a widget show a value; what is typed there goes to `take`, until the next is shown.

    The browser knows one of `options` by its name alone: where one has another name than before it
    is told anew, and the name of before, which it may still say, is nobody's choice.
    """
    names = tuple(options.values()) if options else ()
    before = watched.fields().get(key)
    forgotten = before is not None and (before.lost or before.left or before.names != names)
    if forgotten or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value

    def known(typed: Any) -> None:
        if options is None or typed in options:
            take(typed)

    watch(key, value, known, names)


def watch(key: str, shown: Any, take: Callable[[Any], None], names: tuple[str, ...] = ()) -> None:
    """Has `take` called by the next run in which this widget holds anything but `shown`."""
    page = streamlit_ways.page_now()
    watched.fields()[key] = watched.Watched(shown, bound(take), page, watched.run(), names)


def last(key: str) -> Any:
    """What was last taken from a widget, or shown in it; None of one that is not watched."""
    found = watched.fields().get(key)
    return found.shown if found else None


def take_all() -> None:
    """Takes what was typed. Cut short by Streamlit, it is all there for the next run to take.

    A field of a page that was left is empty because it is gone, not because somebody emptied it.
    Coming to another page, the browser has forgotten what it was told: every field is told anew.
    """
    watched.begin_run()
    for key, field in list(watched.fields().items()):
        if key not in st.session_state:
            watched.fields().pop(key, None)
        elif field.lost:
            continue
        elif st.session_state[key] != field.shown:
            held = st.session_state[key]
            if held is None and (field.left or field.page != streamlit_ways.page_now()):
                continue
            with guard.kept():
                field.take(held)
            field.shown = held
    watched.leave_for(streamlit_ways.page_now())


def give_way() -> None:
    """Lets others go first, and ends this run if something newer was typed.

    For between the steps of what takes long: no step should take more than a twentieth of a second.
    """
    streamlit_ways.TURN.lend()
    streamlit_ways.look_for_newer_input()


def first(act: Callable[..., None]) -> Callable[..., None]:
    """An act of a button or a file, done after what was typed is taken."""
    then = bound(act)

    def later(*args: Any) -> None:
        take_all()
        with guard.kept():
            then(*args)

    return later


def bound(act: Callable[..., None]) -> Callable[..., None]:
    """An act for later, such as a widget's, on the document that is worked on now."""
    name = state.WORKING_ON.get()

    def later(*args: Any) -> None:
        with state.working_on(name):
            act(*args)

    return later
