"""The page Loans as a reader works it, without a browser."""

import datetime
import re
from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

Open = Callable[..., AppTest]
DAY = datetime.date(2026, 11, 22)


def field(app: AppTest, path: str, place: str = "loan basics") -> Any:
    """The one widget of a field in a part of the page."""
    widgets = [*app.number_input, *app.selectbox, *app.text_input, *app.toggle, *app.date_input]
    found = [w for w in widgets if re.fullmatch(rf"{place} field \d+ {path}", w.key or "")]
    assert len(found) == 1, (path, [w.key for w in widgets])
    return found[0]


def owed(app: AppTest, place: str = "loan basics", word: str = "federal") -> Any:
    """The number that makes a loan: what is owed on one that is not there yet."""
    key = rf"{place} field \d+ virtual\.loans\.{word}\.balance"
    (found,) = (widget for widget in app.number_input if re.fullmatch(key, widget.key or ""))
    return found


def unfolded(app: AppTest, *groups: str) -> AppTest:
    """Some groups of the page open."""
    for group in groups:
        app.session_state[f"group loan {group}"] = True
    return app.run()


def texts(app: AppTest) -> str:
    """All the words of the page."""
    return "\n".join(text.value for text in [*app.title, *app.markdown, *app.warning])
