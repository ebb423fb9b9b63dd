"""From a field of a document to a widget and back: title, help, unit, bounds live on the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Literal, get_args, get_origin

import streamlit as st
from pydantic.fields import FieldInfo

from calc.errors import Problem
from calc.scenario.fields import step_of, typical_of, unit_of, words_of
from ui.shell import intake, state, streamlit_ways
from ui.telling import refusals, words

PLACE: ContextVar[str] = ContextVar("place", default="")
DRAWN: ContextVar[set[str]] = ContextVar("drawn")
LEAST_WIDTH = 148
PERCENT = 100.0
PLACES = 6


@contextmanager
def place(name: str) -> Iterator[None]:
    """A part of the page, by name, for a field may stand in more than one.

    Values of its fields that were not taken are told above them, each once on the page.
    """
    above = st.container()
    tokens = PLACE.set(name), DRAWN.set(set())
    try:
        yield
        with above:
            _warn(DRAWN.get())
    finally:
        PLACE.reset(tokens[0])
        DRAWN.reset(tokens[1])


def begin_page() -> None:
    """Forgets what an earlier run has told."""
    st.session_state.told = set()


def _warn(drawn: set[str]) -> None:
    for path, kept in state.refused().items():
        if path in drawn and path not in st.session_state.told:
            st.session_state.told.add(path)
            for problem in kept.problems:
                st.warning(refusals.refused_value(path, problem, state.document()))


def told_here(path: str) -> None:
    """Says that what was refused of this path is told in this part of the page."""
    DRAWN.get().add(path)


def key_of(path: str) -> str:
    """The key of a field's widget in this part of the page."""
    DRAWN.get().add(path)
    return f"{PLACE.get()} {state.widget_key(path)}"


def grid() -> Any:
    """Fields two in a row, on a phone too."""
    return st.grid(2, min_column_width=LEAST_WIDTH, gap="xsmall", vertical_alignment="bottom")


def folded(name: str, label: str) -> Any:
    """A folded group that stays as it is while its label, which tells its content, changes."""
    return st.expander(streamlit_ways.Title(label), key=f"group {name}", on_change="rerun")


def in_rows(*paths: str) -> None:
    """Number fields two in a row."""
    cells = grid()
    for path in paths:
        with cells.cell():
            number(path)


def field_at(path: str) -> FieldInfo:
    """The description of the field at a path of the document."""
    stem, _, name = path.rpartition(".")
    parent = state.document().value_at(stem) if stem else state.document()
    return type(parent).model_fields[name]


def shown_value(value: float | None, unit: str) -> float | None:
    """A number as its widget shows it: shares in percent, nothing where nothing is stated.

    >>> shown_value(0.06, "share")
    6.0
    """
    if value is None:
        return None
    return round(value * PERCENT if unit == "share" else value, PLACES)


def typed_value(shown: float | None, unit: str) -> float | None:
    """A number as the document keeps it.

    >>> typed_value(6.0, "share")
    0.06
    """
    if shown is None:
        return None
    return round(shown / PERCENT, PLACES + 2) if unit == "share" else shown


def number(
    path: str,
    *,
    label: str | None = None,
    help_text: str | None = None,
) -> None:
    """A number field. Any number can be typed; the document's own rules decide."""
    info = field_at(path)
    unit = unit_of(info)
    value = state.document().value_at(path)
    step = step_of(info) or 1.0

    whole = is_whole(info.annotation)

    def write(typed: float | None) -> Mapping[str, Any]:
        if whole and typed is not None and typed.is_integer():
            return {path: int(typed)}
        return {path: typed}

    free_number(
        path,
        label or words.label(info.title or path, unit, state.document().currency),
        help_text or help_of(info),
        value,
        unit,
        step * (PERCENT if unit == "share" else 1.0),
        write,
        may_be_empty=info.default is None,
    )


def free_number(
    path: str,
    label: str,
    help_text: str,
    value: float | None,
    unit: str,
    step: float,
    write: Callable[[Any], Mapping[str, Any] | Problem],
    *,
    may_be_empty: bool = False,
) -> None:
    """A number that is written into the document by a rule of its own, such as a total of rows."""
    key = key_of(path)
    kept = state.refused().get(path)

    def take(shown: Any) -> None:
        typed = typed_value(shown, unit)
        empty = typed is None and not may_be_empty
        changes = Problem(path, "not_a_number") if empty else write(typed)
        if isinstance(changes, Problem):
            state.refuse(path, shown, (changes,))
        else:
            state.change(path, shown, changes)

    intake.show(key, shown_value(value, unit) if kept is None else kept.shown, take)
    st.number_input(
        label,
        value=None,
        step=step,
        format="%g",
        key=key,
        help=help_text,
        placeholder=words.NOT_STATED if may_be_empty else None,
    )


def is_whole(annotation: Any) -> bool:
    """Whether a field takes whole numbers only, or nothing.

    >>> is_whole(int | None), is_whole(float | None)
    (True, False)
    """
    return annotation is int or any(is_whole(part) for part in get_args(annotation))


def day(path: str, *, label: str | None = None) -> None:
    """A day, typed or chosen in a calendar, within the bounds of its field."""
    info = field_at(path)
    key = key_of(path)
    kept = state.refused().get(path)

    def take(typed: Any) -> None:
        if typed is None:
            state.refuse(path, None, (Problem(path, "wrong_type", None, "day"),))
        else:
            state.change(path, typed, {path: typed})

    intake.show(key, state.document().value_at(path) if kept is None else kept.shown, take)
    st.date_input(
        label or info.title or path,
        min_value=next(note.ge for note in info.metadata if hasattr(note, "ge")),
        max_value=next(note.le for note in info.metadata if hasattr(note, "le")),
        format="YYYY-MM-DD",
        key=key,
        help=help_of(info),
    )


def choice(
    path: str,
    options: Sequence[Any] | None = None,
    *,
    label: str | None = None,
    names: Callable[[Any], str] | None = None,
    changes: Callable[[Any], Mapping[str, Any]] | None = None,
    empty: Any = None,
    shown: Any = None,
) -> None:
    """A choice field, as a select box.

    `empty` is the option that stands for nothing stated; `shown` is what is chosen now, where the
    field itself does not tell it.
    """
    info = field_at(path)
    key = key_of(path)
    value = state.document().value_at(path) if shown is None else shown

    def take(chosen: Any) -> None:
        typed = None if empty is not None and chosen == empty else chosen
        state.change(path, typed, changes(typed) if changes else {path: typed})

    intake.show(key, empty if value is None else value, take)
    st.selectbox(
        label or info.title or path,
        list(options or words_of(info) or literal_options(info)),
        format_func=names or _names(info),
        key=key,
        help=help_of(info),
    )


def text(
    path: str,
    *,
    label: str | None = None,
    changes: Callable[[Any], Mapping[str, Any]] | None = None,
) -> None:
    """A short text."""
    info = field_at(path)
    key = key_of(path)

    def take(typed: Any) -> None:
        state.change(path, typed, changes(typed) if changes else {path: typed})

    intake.show(key, state.document().value_at(path), take)
    st.text_input(
        label or info.title or path,
        key=key,
        max_chars=80,
        help=help_of(info),
    )


def several(
    path: str,
    options: Sequence[str] | None = None,
    *,
    label: str | None = None,
) -> None:
    """Any number of choices, kept in the order of the options."""
    info = field_at(path)
    options = options or list(words_of(info))
    key = key_of(path)
    chosen = state.document().value_at(path)

    def take(typed: Any) -> None:
        kept = tuple(option for option in options if option in typed)
        state.change(path, typed, {path: kept})

    intake.show(key, [option for option in options if option in chosen], take)
    st.pills(
        label or info.title or path,
        options,
        selection_mode="multi",
        format_func=_names(info),
        key=key,
        help=help_of(info),
    )


def switch(path: str) -> None:
    """A yes-or-no field."""
    info = field_at(path)
    key = key_of(path)

    def take(typed: Any) -> None:
        state.change(path, typed, {path: typed})

    intake.show(key, state.document().value_at(path), take)
    st.toggle(info.title or path, key=key, help=help_of(info))


def _names(info: FieldInfo) -> Callable[[Any], str]:
    """The words of a choice; its value as it is, where the field has none for it."""
    words_by_value = words_of(info)
    return lambda value: words_by_value.get(value, str(value))


def literal_options(info: FieldInfo) -> tuple[Any, ...]:
    """The values a choice field allows."""
    annotation = info.annotation
    return get_args(annotation) if get_origin(annotation) is Literal else ()


def help_of(info: FieldInfo) -> str:
    """The help of a field: what it is, then the typical band and where that comes from."""
    typical = typical_of(info)
    sentence = info.description or ""
    if typical is None or state.document().currency != "USD":
        return sentence
    return f"{sentence}\n\n{words.typical(typical, unit_of(info), state.document().currency)}"
