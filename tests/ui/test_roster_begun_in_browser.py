"""A roster typed from nothing in a real browser, quickly: every name stays where it was typed."""

from playwright.sync_api import Page, expect

from tests.ui.browser import settled, still, unfold
from tests.ui.test_roster_in_browser import HEAD, ROW

NAMES = ["Ana", "Ben", "Cyd", "Dee", "Eve"]
NOTHING_YET = "No sessions are entered yet"


def to_empty_roster(page: Page) -> None:
    """From the first page to an empty clinic with its roster open."""
    page.get_by_role("button", name="My clinic").click()
    expect(page.get_by_role("heading", name="Wage of each clinician")).to_be_visible()
    still(page)
    page.get_by_role("button", name="Start with my own").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("nobody on the roster")
    settled(page)
    if not page.get_by_test_id("stDataFrame").count():
        unfold(page, "Edit the roster")
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    still(page)


def test_five_names_typed_quickly_stay(page: Page) -> None:
    """A row is clicked, named at once and left by Enter, five times; then all five are posts."""
    to_empty_roster(page)
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    for place, name in enumerate(NAMES):
        box = grid.bounding_box()
        assert box is not None
        page.mouse.click(box["x"] + 75, box["y"] + HEAD + ROW * (place + 0.5))
        cell = page.locator("#portal").get_by_role("textbox")
        expect(cell).to_be_focused()
        cell.fill(name)  # at once: the page still answers the click, or the name before
        page.keyboard.press("Enter")
    expect(page.get_by_text("5 posts").first).to_be_visible()
    still(page)
    for place, name in enumerate(NAMES):
        expect(grid.get_by_test_id(f"glide-cell-1-{place}")).to_have_text(name)
    expect(page.get_by_role("heading", level=1)).to_contain_text(NOTHING_YET)


def test_a_click_alone_changes_nothing(page: Page) -> None:
    """A row laid by a click is no post: heading and place of the table stay as they were."""
    to_empty_roster(page)
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    before, head = grid.bounding_box(), page.get_by_role("heading", level=1).inner_text()
    assert before is not None
    page.mouse.click(before["x"] + 75, before["y"] + HEAD + ROW * 0.5)
    still(page)
    after = grid.bounding_box()
    assert after is not None
    assert (after["x"], after["y"]) == (before["x"], before["y"])
    assert page.get_by_role("heading", level=1).inner_text() == head
