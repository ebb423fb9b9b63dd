"""Every page says that its law has run out, by a clock that is set."""

import datetime

import pytest

from calc.parameters import tax_years
from tests.ui.pages import Open
from ui.shell import clock, frame

LAST = max(tax_years())
RUN_OUT = "is not known here"


def told(open_app: Open, page: str) -> str:
    """All text of a page."""
    app = open_app().switch_page(frame.PAGES[page]).run()
    assert not app.exception
    return "\n".join(found.value for found in app.markdown)


@pytest.mark.parametrize("page", ["Your hour", "Job offers", "Clinic"])
def test_a_page_says_that_newer_law_is_not_known(
    open_app: Open, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    """The day after the last year of law it is there, in one line; the day before it is not."""
    monkeypatch.setattr(clock, "today", lambda: datetime.date(LAST + 1, 1, 1))
    assert told(open_app, page).count(RUN_OUT) == 1
    monkeypatch.setattr(clock, "today", lambda: datetime.date(LAST, 12, 31))
    assert RUN_OUT not in told(open_app, page)
