"""What the pages need of Streamlit's insides, in one place.

Each way says what it is for, with the number of Streamlit's issue where there is one; a test in
tests/ui/shell/test_streamlit_ways.py fails on the day it is no longer needed, or no longer works.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import copy
from functools import cache
from typing import Any

import plotly.graph_objects as go
import pyarrow as pa
import streamlit as st
from streamlit.elements.lib.layout_utils import create_layout_config
from streamlit.proto.Table_pb2 import Table as Drawn
from streamlit.runtime.scriptrunner import get_script_run_ctx, script_runner
from streamlit.runtime.state import SafeSessionState

from ui.shell.turn import Turn
from ui.telling.tables import Table

TURN = Turn()
_all_of: Callable[[Any], dict[str, Any]] = SafeSessionState.filtered_state.fget  # type: ignore[attr-defined]


@st.cache_resource
def settle_memory() -> None:
    """Keeps what the imports made out of every later collection of memory, once for a process.

    Issue 3099: Streamlit collects after every run unless told not to, as config.toml does.
    """
    gc.collect()
    gc.freeze()


def look_for_newer_input() -> None:
    """Ends this run if something newer was typed: Streamlit looks whenever a value is read.

    Issues 8365 and 10102: it cuts a run and its callbacks short there, and calls them no more.
    """
    st.session_state.get("anything")


class Title(str):
    """The label of a folded group, which may change while the group stays the same.

    Issue 2360: Streamlit tells a group by `str` of its label too. To the browser another group is
    laid anew: it forgets which field has the focus and what is half typed in it. So `str` is always
    the same.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return "folded group"


class Figure(go.Figure):  # type: ignore[misc]
    """A figure sent as it is: plotly would check it at every change, and tests have done so."""

    def __init__(self, drawn: dict[str, Any]) -> None:
        self._drawn = drawn

    def to_dict(self) -> dict[str, Any]:
        """What was drawn."""
        return self._drawn


def take_turns(on_error: Callable[[Exception], bool]) -> None:
    """Has every run of this process take its turn, and every fault in one told by `on_error`.

    Issue 8490: threads of one process take the interpreter from each other. A run is of a page, of
    a fragment or of a callback: Streamlit runs all three by one function, which is replaced once.
    The run that comes first, before this is called, has no turn.
    """
    context = get_script_run_ctx()
    if context is not None:
        context.on_script_error = on_error
    run = script_runner.exec_func_with_error_handling  # type: ignore[attr-defined]
    if getattr(run, "takes_turns", False):
        return

    def in_turn(page: Callable[[], Any], context: Any) -> Any:
        context.on_script_error = on_error
        with TURN:
            return run(page, context)

    in_turn.takes_turns = True  # type: ignore[attr-defined]
    script_runner.exec_func_with_error_handling = in_turn  # type: ignore[assignment, attr-defined]
    SafeSessionState.filtered_state = property(_Values)  # type: ignore[assignment, method-assign]


class _Values(Mapping[str, Any]):
    """The values of a session by key, each looked up when it is asked for.

    Streamlit makes a dictionary of all of them for every number field and list of choices, to ask
    for one: a twentieth of a change of Your hour.
    """

    def __init__(self, session: SafeSessionState) -> None:
        self._session = session

    def __getitem__(self, key: str) -> Any:
        return self._session[key]

    def __contains__(self, key: object) -> bool:
        return self._session.__contains__(str(key))

    def __iter__(self) -> Iterator[str]:
        return iter(_all_of(self._session))

    def __len__(self) -> int:
        return len(_all_of(self._session))


def table(shown: Table, alt: str) -> None:
    """Draws a table: words left, numbers right, each as it is written.

    `st.table` of a pandas frame with a format for each cell draws the same, and takes 20 times as
    long: pandas' styles cost a fifth of a whole change of the page Your hour.
    """
    written = shown.written()
    plain = len(shown.ways) + 1  # beyond the first column and those of numbers all is words
    columns = [written[0], *shown.columns()[1:plain], *written[plain:]]
    drawn = Drawn()
    drawn.arrow_data.data = _packed(columns, shown.heads)
    drawn.arrow_data.styler.uuid = "table"
    drawn.arrow_data.styler.display_values = _packed(written, shown.heads)
    drawn.border_mode = Drawn.BorderMode.HORIZONTAL
    drawn.hide_index = True
    drawn.alt = alt
    layout = create_layout_config(
        width="stretch", height="content", allow_content_width=True, allow_content_height=True
    )
    st._main._enqueue("table", drawn, layout_config=layout)


def _packed(columns: Sequence[Sequence[Any]], heads: Sequence[str]) -> bytes:
    """Columns as the browser takes them."""
    made = pa.table([pa.array(column, from_pandas=False) for column in columns], names=list(heads))
    out = pa.BufferOutputStream()
    with pa.ipc.new_stream(out, made.schema) as stream:
        stream.write_table(made)
    return bytes(out.getvalue())


def pages(
    listed: tuple[tuple[str, str], ...], first: str, beside: tuple[tuple[str, str], ...] = ()
) -> list[Any]:
    """The pages by title and path, those `beside` the navigation last.

    `st.Page` looks each up on the disk anew.
    """
    return [copy(page) for page in _pages(listed, first, beside)]


@cache
def _pages(
    listed: tuple[tuple[str, str], ...], first: str, beside: tuple[tuple[str, str], ...]
) -> list[Any]:
    return [
        st.Page(
            path,
            title=title,
            url_path=title.lower().replace(" ", "_"),
            default=title == first,
            visibility="hidden" if (title, path) in beside else "visible",
        )
        for title, path in (*listed, *beside)
    ]


def page_now() -> str:
    """The page that this run is of, by the mark Streamlit has for it."""
    context = get_script_run_ctx()
    return context.page_script_hash if context else ""


def in_fragment() -> bool:
    """Whether this run is of a part of the page alone, such as a dialog."""
    context = get_script_run_ctx()
    return bool(context and context.fragment_ids_this_run)


def page_begun() -> bool:
    """Whether this run came to the page, and did not break in a callback before it."""
    context = get_script_run_ctx()
    return bool(context and context.has_script_started)
