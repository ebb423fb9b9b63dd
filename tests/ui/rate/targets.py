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


def switch(app: AppTest, wish: str, on: bool) -> None:
    """Switches a target on or off."""
    widget(app.toggle, f" {wish} on").set_value(on).run()


def enter(app: AppTest, wish: str, amount: float | None) -> None:
    """Types a limit."""
    widget(app.number_input, f" {wish}").set_value(amount).run()


def seek(app: AppTest, sought: str) -> None:
    """Chooses what is to be found."""
    widget(app.segmented_control, " sought").set_value(sought).run()


def use(app: AppTest) -> None:
    """Presses the one primary button."""
    app.button(key="use").click().run()
