"""The page Set a rate, its targets and what is sought, as a reader works them."""

from collections.abc import Callable
from typing import Any

from streamlit.testing.v1 import AppTest

from calc import load_rules
from ui.shell import examples

Open = Callable[..., AppTest]
SOLO = examples.scenarios()[examples.FIRST]
RULES = load_rules(2026)
PAGE = "Set a rate"


def texts(app: AppTest) -> str:
    """Everything the page says in words."""
    found = (*app.title, *app.header, *app.markdown, *app.info, *app.warning)
    return "\n".join(item.value for item in found).replace("\\", "")


def widget(widgets: Any, end: str) -> Any:
    """The one widget whose key ends so."""
    found = [item for item in widgets if (item.key or "").endswith(end)]
    assert len(found) == 1, [item.key for item in widgets]
    return found[0]
