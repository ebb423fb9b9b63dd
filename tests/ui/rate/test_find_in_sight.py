"""What can be found is all in sight, on a desk and on a phone."""

import pytest
from playwright.sync_api import Page

from tests.ui.browser import settled
from tests.ui.journeys import from_menu


@pytest.mark.parametrize("seen", ["page", "phone"])
def test_no_choice_is_cut_off(request: pytest.FixtureRequest, seen: str) -> None:
    """The last choice ends inside its row."""
    page: Page = request.getfixturevalue(seen)
    from_menu(page, "Pages", "Set a rate")
    settled(page)
    choice = page.get_by_role("radio", name="Most weeks off")
    choice.wait_for()
    row = choice.locator("xpath=ancestor::*[@data-testid='stButtonGroup']")
    end, last = row.bounding_box(), choice.bounding_box()
    assert end is not None
    assert last is not None
    assert last["x"] + last["width"] <= end["x"] + end["width"] + 1
