"""Links of a page that open a folded group elsewhere on it: the group comes into view."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.browser import still
from tests.ui.journeys import open_file
from tests.ui.offers.letters import letters
from tests.ui.test_journeys_offers import to_offers

TOP = 120  # pixels below the top within which a group stands once it was asked for
LINKS = (("Change in Clinic 2", "Clinic 2"), ("Change what is assumed of you", "Household"))


@pytest.mark.parametrize("screen", ["page", "phone"])
def test_what_a_link_opens_comes_into_view(screen: str, request: pytest.FixtureRequest) -> None:
    """On a desk and a phone: the first time, and again while it is open."""
    page: Page = request.getfixturevalue(screen)
    to_offers(page)
    open_file(page, "letters.toml", letters(62_000.0, 60_000.0).to_toml().encode())
    expect(page.get_by_role("heading", level=1)).to_contain_text("depends on health cover")
    still(page)
    for link, title in (*LINKS, LINKS[0]):
        _brings(page, link, title)


def _brings(page: Page, link: str, title: str) -> None:
    """One press of a link: the open group's heading stands near the top, and has the focus."""
    page.get_by_role("button", name=link).click()
    head = page.locator("details[open] > summary", has_text=title).first
    expect(head).to_be_focused()
    still(page)
    box = head.bounding_box()
    assert box is not None
    assert 0 <= box["y"] <= TOP, (link, box)
