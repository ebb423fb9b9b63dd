"""Print, in a browser: no field, and no heading that stands over fields."""

import re

from playwright.sync_api import Page, expect

from tests.ui.browser import settled
from tests.ui.journeys import from_menu, open_file, to_practice
from ui.shell import examples
from ui.telling import report

LETTERS = examples.offers()[examples.FIRST_OFFERS]


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
    assert 1 < sheets(page) <= 3


def sheets(page: Page) -> int:
    """How many sheets a page prints on."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def test_three_letters_with_their_terms_fit_on_three_sheets(page: Page) -> None:
    """What they pay and every field of each, one of them the reader's own."""
    page.get_by_role("button", name="My offers").click()
    expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
    settled(page)
    mine = LETTERS.with_values({"offers.0.work.pay.salary_per_year": 61_000.0})
    open_file(page, "mine.toml", mine.to_toml().encode())
    from_menu(page, "Plan", report.NAME)
    expect(page.get_by_role("heading", name="What each letter says")).to_be_visible()
    expect(page.get_by_text("$61,000 a year", exact=True)).to_be_visible()
    settled(page)
    page.emulate_media(media="print", color_scheme="light")
    expect(page.get_by_text("with Other Chair.")).to_be_visible()
    assert sheets(page) <= 3
