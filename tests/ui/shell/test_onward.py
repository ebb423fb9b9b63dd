"""Links on from a page: from letters and a clinic it is said whose plan they lead to."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.pages import Open, field


def links(app: AppTest) -> list[str]:
    """What the links on are called."""
    return [link.proto.label for link in app.get("page_link")]


@pytest.mark.parametrize("title", ["Job offers", "Clinic"])
def test_the_example_is_not_passed_off_as_the_readers(open_app: Open, title: str) -> None:
    """Load after letters is the worked example's until a plan of one's own is typed."""
    app = open_app(title)
    assert "Load of the worked example" in links(app)
    app = app.switch_page("ui/hour/page.py").run()
    assert all(" of " not in label for label in links(app))
    app = field(app, "work.session_kinds.0.fee_per_session").set_value(160.0).run()
    app = app.switch_page(f"ui/{'offers' if title == 'Job offers' else 'clinic'}/page.py").run()
    assert "Load of your own plan" in links(app)
    assert "Load of the worked example" not in links(app)
