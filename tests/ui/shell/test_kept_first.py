"""What was typed goes to the browser before a page is worked out."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from ui.shell import kept, state


def test_it_is_sent_before_the_page_is_worked_out(
    open_app: Callable[..., AppTest], monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a change of a figure the documents go first, and hold the change."""
    app = open_app("Set a rate")
    order: list[object] = []
    line, evaluated = kept.line, state.evaluated
    monkeypatch.setattr(kept, "line", lambda: (line(), order.append(kept._texts()[1]))[0])
    monkeypatch.setattr(state, "evaluated", lambda: (order.append("worked out"), evaluated())[1])
    wish = next(item for item in app.number_input if (item.key or "").endswith(" take_home"))
    wish.set_value(5_123.0).run()
    assert not app.exception
    first, second, *_ = order
    assert "5123" in first["plan"]  # type: ignore[index]
    assert second == "worked out"
