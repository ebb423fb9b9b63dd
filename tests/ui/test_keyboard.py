"""The keyboard: the first field is near, field follows field, what they mean comes after."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.ui.browser import seen_in_both_themes, still
from tests.ui.journeys import field, to_practice

WITHIN = 5
FIRST = ("Fee per session", "Sessions scheduled a week", "No-shows", "Weeks off")
FOCUSED = "document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText"


def test_the_first_field_is_near_and_no_help_stands_between(page: Page, tmp_path: Path) -> None:
    """By the skip link within five stops; help is one stop after the fields, and opens by a key."""
    to_practice(page)
    page.get_by_role("link", name="Skip to main content").focus()
    page.keyboard.press("Enter")
    stops = 0
    while not str(page.evaluate(FOCUSED)).startswith(FIRST[0]):
        page.keyboard.press("Tab")
        stops += 1
        assert stops <= WITHIN
    for label in FIRST[1:]:
        page.keyboard.press("Tab")
        expect(field(page, label)).to_be_focused()
    behind = page.get_by_role("button", name="What these mean").first
    behind.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("What one client pays for one session held.")).to_be_visible()
    still(page)
    assert seen_in_both_themes(page, tmp_path, "help") == []
