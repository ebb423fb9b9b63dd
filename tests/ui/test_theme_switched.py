"""The system's theme switched while a page is open: charts and logo follow at once."""

from playwright.sync_api import Page, expect

from tests.ui.browser import still
from tests.ui.journeys import KIND, result_of, to_practice, type_in, wage_of
from ui.shell.frame import logo
from ui.telling.palette import palette

INK = "document.querySelector('.js-plotly-plot .ytick text')?.style.fill"
HALF_TYPED = "16"


def _ink(theme: str) -> str:
    ink = palette(theme).text.lstrip("#")
    red, green, blue = (int(ink[place : place + 2], 16) for place in (0, 2, 4))
    return f"rgb({red}, {green}, {blue})"


def test_charts_and_logo_follow_a_switch(page: Page) -> None:
    """To dark and back, nothing pressed; what is half typed stays, and is taken afterwards."""
    to_practice(page)
    for theme in ("dark", "light"):
        page.get_by_role("spinbutton", name="Fee per session").first.fill(HALF_TYPED)
        page.emulate_media(color_scheme=theme)
        page.wait_for_function(f"{INK} === '{_ink(theme)}'")
        expect(page.get_by_test_id("stHeaderLogo")).to_have_attribute("src", logo(theme))
        expect(page.get_by_role("spinbutton", name="Fee per session").first).to_have_value(
            HALF_TYPED
        )
    type_in(page, "Fee per session", "160")
    wage = wage_of(result_of({f"{KIND}.fee_per_session": 160.0}))
    expect(page.get_by_role("heading", level=1)).to_contain_text(wage)


def test_a_drawer_stays_open(page: Page) -> None:
    """A switch while a drawer is open closes nothing; once it is closed, the page follows."""
    to_practice(page)
    page.get_by_role("button", name="How this wage?").click()
    drawer = page.get_by_role("dialog")
    expect(drawer).to_have_count(1)
    page.emulate_media(color_scheme="dark")
    page.wait_for_timeout(2_500)  # each of the three looks after a switch has been
    still(page)
    expect(drawer).to_have_count(1)
    drawer.get_by_role("button", name="Close").click()
    page.wait_for_function(f"{INK} === '{_ink('dark')}'")
    expect(page.get_by_test_id("stHeaderLogo")).to_have_attribute("src", logo("dark"))
