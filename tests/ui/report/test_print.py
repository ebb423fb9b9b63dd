"""Print, in a browser: no field, and no heading that stands over fields."""

import re

from playwright.sync_api import Page, expect

from tests.ui.journeys import from_menu, to_practice
from ui.telling import report


def test_fields_and_their_headings_are_left_out(page: Page) -> None:
    """Your hour on paper: its figures and charts, not what is for typing."""
    to_practice(page)
    for media, seen in (("screen", True), ("print", False), ("screen", True)):
        page.emulate_media(media=media, color_scheme="light")
        for name in ("Your practice", "More about it"):
            heading = page.get_by_role("heading", name=name, exact=True, include_hidden=True)
            expect(heading).to_be_visible(visible=seen)
        expect(page.get_by_role("spinbutton").first).to_be_visible(visible=seen)
        expect(page.get_by_role("heading", name="Where the week goes")).to_be_visible()
        expect(page.get_by_test_id("stPlotlyChart").first).to_be_visible()


def test_a_report_ends_with_its_date(page: Page) -> None:
    """Two or three sheets; the foot comes last, and what leads on in the program is left out."""
    to_practice(page)
    from_menu(page, "Plan", report.NAME)
    foot = page.get_by_text("with Other Chair.")
    expect(foot).to_be_visible()
    page.emulate_media(media="print", color_scheme="light")
    expect(foot).to_be_visible()
    expect(page.get_by_text("Next:")).to_be_hidden()
    expect(page.get_by_text("No account, no tracker")).to_be_hidden()
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert 1 < sheets <= 3
