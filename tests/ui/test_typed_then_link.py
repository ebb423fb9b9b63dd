"""A number typed, and a link to another page pressed in the same moment, as a finger does."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.ui.browser import still
from tests.ui.journeys import KIND, figure, result_of, to_practice, wage_of

FEE = "Fee per session"
SCREENS = {
    "mouse": {"viewport": {"width": 1280, "height": 900}},
    "finger": {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True},
}


@pytest.mark.parametrize("by", SCREENS)
@pytest.mark.parametrize("onward", ["Load", "Set a rate"])
def test_what_was_typed_counts_on_the_page_asked_for(
    chromium: Browser, server: str, by: str, onward: str
) -> None:
    """The other page opens, and coming back the number and all the other fields stand there."""
    context = chromium.new_context(**SCREENS[by])  # type: ignore[arg-type]
    page = _typed(context, server)
    link = page.get_by_test_id("stPageLink-NavLink").filter(has_text=onward).first
    if by == "finger":
        link.tap()
    else:
        link.click()
    page.wait_for_url(f"**/{onward.lower().replace(' ', '_')}")
    still(page)
    page.go_back()
    still(page)
    _stands(page)
    context.close()


def test_a_page_called_back_shows_what_the_plan_says(chromium: Browser, server: str) -> None:
    """Where nothing holds the link, a late message calls the old page back: it is not emptied."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script("window.otherChairLinks = true")  # as if links were held already
    page = _typed(context, server)
    page.get_by_test_id("stPageLink-NavLink").filter(has_text="Load").first.click()
    page.wait_for_timeout(2_000)
    still(page)
    if not page.url.endswith("your_hour"):
        page.go_back()
        still(page)
    _stands(page)
    expect(page.get_by_role("combobox", name="State").first).to_have_value("Texas")
    context.close()


def _typed(context: BrowserContext, server: str) -> Page:
    """Your hour of the example, with another fee typed and its field not left."""
    page = context.new_page()
    page.goto(server)
    page.get_by_test_id("stBottom").wait_for()
    still(page)
    to_practice(page)
    still(page)
    page.get_by_label(FEE).and_(page.locator("input")).first.click()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.type("170")
    return page


def _stands(page: Page) -> None:
    """The fee that was typed counts, and stands in its field beside the others."""
    expect(figure(page)).to_have_text(wage_of(result_of({f"{KIND}.fee_per_session": 170.0})))
    expect(page.get_by_label(FEE).and_(page.locator("input")).first).to_have_value("170")
    for field in page.get_by_role("spinbutton").all():
        expect(field).not_to_have_value("")
