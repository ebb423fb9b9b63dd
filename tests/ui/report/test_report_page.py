"""The page for somebody else, without a browser."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.pages import EXAMPLES
from ui.shell import plan_menu
from ui.shell.frame import BESIDE, PAGES

Open = Callable[..., AppTest]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_plan_has_its_report(open_app: Open, name: str) -> None:
    """One heading, no field to type in, and the sections in their order."""
    app = open_app("Your hour", EXAMPLES[name]).switch_page(BESIDE["Report"]).run()
    assert not app.exception
    assert len(app.title) == 1
    assert not app.number_input
    assert not app.selectbox
    heads = [found.value for found in app.header]
    assert heads[0] == "Income and costs"
    assert heads[-1] == "Not computed"


def test_the_page_stands_beside_the_navigation() -> None:
    """It is opened from the menu Plan alone."""
    assert plan_menu.REPORT_PAGE not in PAGES.values()
