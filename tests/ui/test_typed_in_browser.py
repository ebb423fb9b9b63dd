"""Numbers as people type and paste them: read as they are meant, told as read, or not taken."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.ui.journeys import KIND, figure, result_of, to_practice, wage_of

FEE = "Fee per session"
READ = {
    "150,50": (150.5, "Read as $150.50."),
    "1,5": (1.5, "Read as $1.50."),
    "1,500": (1500, "Read as $1,500, not $1.50."),
    "1.234,56": (1234.56, "Read as $1,234.56."),
    "1,235.56": (1235.56, "Read as $1,235.56."),
    "$ 170": (170, "Read as $170."),
    "$1,450": (1450, "Read as $1,450, not $1.45."),
    "1.234": (1.234, "Read as $1.234, not $1,234."),
    "1E+03": (1000, "Read as $1,000."),
    "171": (171, ""),
}
ASKED_BELOW = 7.25  # a fee below it is asked about first
NOT_READ = ("about 60", "N/A", "-", "1,2,3")


def _fee(page: Page) -> Locator:
    """The field, whether it shows a number or a text."""
    return page.get_by_label(FEE).and_(page.locator("input")).first


def _note(page: Page) -> Locator:
    return page.locator(".typed-note")


def _enter(page: Page, text: str, way: str) -> None:
    _fee(page).click()
    page.keyboard.press("ControlOrMeta+a")
    if way == "typed":
        page.keyboard.type(text)
    else:
        page.keyboard.insert_text(text)


@pytest.mark.parametrize("way", ["typed", "pasted"])
def test_a_number_is_read_as_it_is_meant(page: Page, way: str) -> None:
    """A comma is never dropped: what was read counts, and stands above the field."""
    to_practice(page)
    for text, (read, said) in READ.items():
        _enter(page, text, way)
        expect(_fee(page)).to_have_value(text)
        page.keyboard.press("Enter" if way == "typed" else "Tab")
        if 0 < read < ASKED_BELOW:
            page.get_by_role("button", name="It is $").first.click()
        wage = wage_of(result_of({f"{KIND}.fee_per_session": float(read)}))
        expect(figure(page)).to_have_text(wage)
        expect(_fee(page)).to_have_value(str(read))
        expect(_fee(page)).to_have_attribute("type", "number")
        expect(_note(page)).to_have_text([said] if said else [])


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_not_a_number_is_kept_and_told(page: Page, text: str) -> None:
    """The text stays, is told, and the figure before it counts, also after another change."""
    to_practice(page)
    for key in ("Enter", "Tab"):
        _enter(page, text, "typed")
        page.keyboard.press(key)
        expect(_note(page)).to_contain_text(f"“{text}” is not a number")
        expect(_note(page)).to_contain_text("What stood here before, $150, is kept.")
        expect(_fee(page)).to_have_value(text)
    page.get_by_role("spinbutton", name="Sessions scheduled a week").first.fill("20")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A $150 session")
    expect(_fee(page)).to_have_value(text)
    _enter(page, "160", "typed")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("A $160 session")
    expect(_note(page)).to_have_count(0)


def test_over_a_number_that_was_refused(page: Page) -> None:
    """A number in powers of ten replaces it; a text says of neither that it is kept or counts."""
    to_practice(page)
    told = page.get_by_test_id("stAlert").filter(has_text="Fee per session")
    for typed, said in (
        ("-1", "−\u2060$1.00. The least"),
        ("1e9", "$1,000,000,000, which does not count"),
    ):
        _enter(page, typed, "typed")
        page.keyboard.press("Enter")
        expect(told).to_contain_text(said)
    _enter(page, "many", "typed")
    page.keyboard.press("Enter")
    note = "“many” is not a number. Nor does what stood here before, $1,000,000,000, count."
    expect(_note(page)).to_contain_text(note)
    _enter(page, "160", "typed")
    page.keyboard.press("Enter")
    expect(told).to_have_count(0)
    expect(_note(page)).to_have_count(0)


def test_a_comma_in_the_middle(page: Page) -> None:
    """A comma put between digits that are there already stands where it was put."""
    to_practice(page)
    _enter(page, "15050", "typed")
    for _ in range(2):
        page.keyboard.press("ArrowLeft")
    page.keyboard.type(",")
    expect(_fee(page)).to_have_value("150,50")
    page.keyboard.press("Enter")
    expect(_note(page)).to_have_text("Read as $150.50.")
    expect(figure(page)).to_have_text(wage_of(result_of({f"{KIND}.fee_per_session": 150.5})))
