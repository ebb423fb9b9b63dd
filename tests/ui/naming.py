"""Choices as a browser says them: by the name it was last told, whatever it is called now."""

from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1.element_tree import InitialValue, Selectbox


def say_names_as_a_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each select box sends the name that was chosen in it or told to it, not the one of now."""
    said: dict[str, str] = {}

    def sent(box: Any) -> WidgetState:
        if box.proto.set_value:
            said[box.id] = box.proto.raw_value
        elif box.id not in said and box.options:
            said[box.id] = box.options[box.proto.default]
        if not isinstance(box._value, InitialValue):
            said[box.id] = box.options[box.index]
        state = WidgetState(id=box.id)
        if box.id in said:
            state.string_value = said[box.id]
        return state

    monkeypatch.setattr(Selectbox, "_widget_state", property(sent))
