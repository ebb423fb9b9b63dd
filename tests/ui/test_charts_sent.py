"""The charts of every page, as they are sent to the browser."""

import json
from collections.abc import Callable

import plotly.graph_objects as go
import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.telling.shipped import shipped


@pytest.mark.parametrize(
    ("title", "example", "count"),
    [
        ("Start", "solo_private_pay", 1),
        ("Your hour", "solo_private_pay", 3),
        ("Set a rate", "solo_private_pay", 1),
        ("Months ahead", "agency_to_practice", 4),
        ("Taxes and saving", "solo_private_pay", 2),
        ("Load", "graduate_with_loans", 3),
        ("Loans", "graduate_with_loans", 2),
        ("Job offers", "solo_private_pay", 2),
        ("Clinic", "solo_private_pay", 4),
    ],
)
def test_plotly_knows_all_that_a_page_asks_of_it(
    open_app: Callable[..., AppTest], title: str, example: str, count: int
) -> None:
    """Charts are sent unchecked, for speed; so each is checked here, as it is sent."""
    app = open_app(title, shipped(example))
    app.session_state["group clinic best"] = True
    sent = app.run().get("plotly_chart")
    assert len(sent) == count
    for chart in sent:
        assert go.Figure(json.loads(chart.proto.spec)).data  # plotly refuses what it does not know
