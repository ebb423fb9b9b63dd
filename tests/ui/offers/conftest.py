"""The page Job offers, opened without a browser."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from calc.scenario import Offers
from tests.ui.offers.letters import Open


@pytest.fixture
def open_offers(open_app: Open) -> Callable[..., AppTest]:
    """The page, with offers of the test's own if it has some."""

    def opened(offers: Offers | None = None) -> AppTest:
        app = open_app()
        if offers is not None:
            app.session_state["offers"] = offers
            app.session_state["offers own"] = True
            app.session_state["offers version"] += 1
        return app.switch_page("ui/offers/page.py").run()

    return opened
