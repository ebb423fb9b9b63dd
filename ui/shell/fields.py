"""From a field of a document to a widget and back: title, help, unit, bounds live on the field."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeAlias

import streamlit as st
from pydantic.fields import FieldInfo

from calc.errors import Problem
from calc.scenario.fields import is_whole, step_of, unit_of, words_of
from ui.shell import asking, grids, helps, intake, state, streamlit_ways
from ui.shell import rows as known_rows
from ui.telling import numbers, refusals, words

PLACE: ContextVar[str] = ContextVar("place", default="")
DRAWN: ContextVar[set[str]] = ContextVar("drawn")
Changes: TypeAlias = Mapping[str, Any]  # new values of the document, by their paths
grid, LEAST_WIDTH = grids.grid, grids.LEAST_WIDTH
Write: TypeAlias = Callable[[Any], Changes]


@contextmanager
def place(name: str) -> Iterator[None]:
    """A part of the page, by name, for a field may stand in more than one.

    Values of its fields that were not taken are told above them, each once on the page; what the
    fields mean is told below.
    """
    above = st.container()
    tokens = PLACE.set(name), DRAWN.set(set())
    try:
        with helps.gathered(f"{state.WORKING_ON.get()} {name}"):
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
            asking.answer(path, kept)


def told_here(path: str) -> None:
    """Says that what was refused of this path is told in this part of the page."""
    DRAWN.get().add(path)


def key_of(path: str) -> str:
    """The key of a field's widget in this part of the page."""
    DRAWN.get().add(path)
    return f"{PLACE.get()} {state.widget_key(known_rows.stable(path))}"


def taken(path: str, write: Callable[[str, Any], None]) -> Callable[[Any], None]:
    """Hands what is typed on to `write`, with the path at which the field's row is by then.

    A row that is gone takes nothing any more.
    """
    known = known_rows.stable(path)

    def take(shown: Any) -> None:
        there = known_rows.placed(known)
        if there is not None:
            write(there, shown)

    return take


def folded(name: str, label: str) -> Any:
    """A folded group that stays as it is while its label, which tells its content, changes."""
    return st.expander(streamlit_ways.Title(label), key=f"group {name}", on_change="rerun")


def rows(
    *drawn: str | Callable[[], None] | None, under: str = "", across: int | None = None
) -> None:
    """Fields side by side, on a phone two: numbers by name, others by what draws them, if any."""
    cells = grid(across)
    for field in drawn:
        if isinstance(field, str):
            with cells.cell():
                number(f"{under}.{field}" if under else field)
        elif field:
            with cells.cell():
                field()


def field_at(path: str) -> FieldInfo:
    """The description of the field at a path of the document."""
    stem, _, name = path.rpartition(".")
    parent = state.document().value_at(stem) if stem else state.document()
    return type(parent).model_fields[name]


def number(
    path: str,
    *,
    label: str | None = None,
    help_text: str | None = None,
    changes: Write | None = None,
) -> None:
    """A number field. Any number can be typed; the document's own rules decide."""
    info = field_at(path)
    whole = is_whole(info)

    def write(typed: float | None) -> Changes:
        if whole and typed is not None and float(typed).is_integer():
            typed = int(typed)
        return changes(typed) if changes else {path: typed}

    number_of(
        info,
        path,
        state.document().value_at(path),
        write,
        label=label,
        help_text=help_text,
        may_be_empty=info.default is None,
    )


def number_of(
    info: FieldInfo,
    path: str,
    value: float | None,
    write: Write,
    *,
    label: str | None = None,
    help_text: str | None = None,
    may_be_empty: bool = False,
) -> None:
    """A number that a field describes, written by a rule of its own."""
    unit = unit_of(info)
    free_number(
        path,
        label or words.label(info.title or path, unit, state.document().currency),
        help_text or helps.of(info),
        value,
        unit,
        (step_of(info) or 1.0) * (numbers.PERCENT if unit == "share" else 1.0),
        write,
        may_be_empty=may_be_empty,
        unasked=asking.limit_of(info),
        least=asking.least_of(info),
    )


def free_number(
    path: str,
    label: str,
    help_text: str,
    value: float | None,
    unit: str,
    step: float,
    write: Callable[[Any], Changes | Problem],
    *,
    may_be_empty: bool = False,
    unasked: float | None = None,
    least: float | None = None,
) -> None:
    """A number that is written into the document by a rule of its own, such as a total of rows.

    Beyond what is taken `unasked`, or below the `least`, the reader is asked first.
    """
    key = key_of(path)
    kept = state.refused().get(path)

    def take(there: str, shown: Any) -> None:
        typed = numbers.typed_value(shown, unit)
        empty = typed is None and not may_be_empty
        changes = Problem(there, "not_a_number") if empty else write(typed)
        if isinstance(changes, Problem):
            state.refuse(there, shown, (changes,))
        elif asking.doubtful(there, typed, changes, unasked, least):
            asked = asking.question(there, typed, unasked, least)
            state.refuse(there, shown, (asked,), known_rows.moved(changes, path, there))
        else:
            state.change(there, shown, known_rows.moved(changes, path, there))

    helps.tell(label, help_text)
    now = numbers.shown_value(value, unit) if kept is None else kept.shown
    intake.show(key, now, taken(path, take))
    st.number_input(
        label,
        value=None,
        step=step,
        format="%g",
        key=key,
        placeholder=words.NOT_STATED if may_be_empty else None,
    )


def choice(
    path: str,
    options: Mapping[Any, str] | Sequence[Any] | None = None,
    *,
    label: str | None = None,
    changes: Write | None = None,
    empty: Any = None,
    shown: Any = None,
) -> None:
    """A choice field, as a select box; `options` are for words that the field does not have.

    `empty` is the option that stands for nothing stated; `shown` is what is chosen now, where the
    field itself does not tell it.
    """
    info = field_at(path)
    value = state.document().value_at(path) if shown is None else shown
    words_for = options if isinstance(options, Mapping) else words_of(info)
    names = {one: words_for.get(one, str(one)) for one in options or words_for}

    def write(chosen: Any) -> Changes:
        typed = None if empty is not None and chosen == empty else chosen
        return changes(typed) if changes else {path: typed}

    st.selectbox(
        _told(label or info.title or path, info),
        list(names),
        format_func=lambda option: names.get(option, str(option)),
        key=_shown(path, empty if value is None else value, write, names),
    )


def text(
    path: str,
    *,
    label: str | None = None,
    changes: Write | None = None,
) -> None:
    """A short text."""
    info = field_at(path)
    st.text_input(
        _told(label or info.title or path, info),
        key=_shown(path, state.document().value_at(path), changes),
        max_chars=80,
    )


def several(path: str, options: Sequence[str] | None = None) -> None:
    """Any number of choices, kept in the order of the options."""
    info = field_at(path)
    names = words_of(info)
    offered = list(options or names)

    def kept(chosen: Sequence[str]) -> list[str]:
        return [option for option in offered if option in chosen]

    value = kept(state.document().value_at(path))
    st.pills(
        _told(info.title or path, info),
        offered,
        selection_mode="multi",
        format_func=names.__getitem__,
        key=_shown(path, value, lambda chosen: {path: tuple(kept(chosen))}),
    )


def switch(path: str, *, changes: Write | None = None) -> None:
    """A yes-or-no field."""
    info = field_at(path)
    value = state.document().value_at(path)
    st.toggle(_told(info.title or path, info), key=_shown(path, value, changes))


def _shown(
    path: str, value: Any, changes: Write | None = None, names: Mapping[Any, str] | None = None
) -> str:
    """The key of a widget that shows a value, and has what is chosen in it written."""
    key = intake.key_of(key_of(path), names)

    def take(there: str, typed: Any) -> None:
        if changes is None:
            state.change(there, typed, {there: typed})
        elif there == path:  # else the row moved meanwhile, and what it would keep is not known
            state.change(path, typed, changes(typed))

    intake.show(key, value, taken(path, take), names)
    return key


def _told(label: str, info: FieldInfo) -> str:
    """The label, with what it means kept for the end of the part of the page."""
    helps.tell(label, helps.of(info))
    return label
