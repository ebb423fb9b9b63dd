"""Should we file apart, with my loans under RAP? On a desk and on a phone."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.apart import FilingApart, filing_apart
from tests.ui.browser import settled, still, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import check_width, from_menu, open_file
from tests.ui.pages import SOLO
from ui.telling import apart_words

SIZES = ((1280, 900), (390, 844))
LOANS = {"kind": "by_plan", "plan": "rap", "federal": [{"balance": 90_000.0}]}
HOME = {"household.filing_status": "joint", "household.state": "IL", "household.city": "none"}
COUPLE = SOLO.with_values({**HOME, "household.spouse_wages_per_year": 60_000.0, "loans": LOANS})


def result_of(plan: Scenario) -> Result:
    """The engine's year."""
    return evaluate(plan, load_rules(2026))


def compared(plan: Scenario) -> FilingApart:
    """What filing apart costs and saves."""
    found = filing_apart(result_of(plan))
    assert isinstance(found, FilingApart)
    return found


def in_words(text: str) -> str:
    """What a reader sees of a text with marks."""
    return text.replace("\\", "").replace("**", "")


def check_fold(page: Page, wide: bool) -> None:
    """The fold says cost and saving, its table all returns, and its drawer each tax."""
    found = compared(COUPLE)
    title = in_words(apart_words.fold_title(found, "USD"))
    expect(page.locator("summary", has_text=title)).to_have_count(1)
    unfold(page, "Filing apart")
    shape, columns = ("wide", 5) if wide else ("narrow", 3)
    table = page.get_by_role("table", name=f"Returns together and apart, {shape}")
    expect(table).to_contain_text("Federal income tax")
    expect(table.get_by_role("columnheader")).to_have_count(columns)
    first = in_words(apart_words.told(found, result_of(COUPLE))[0])
    expect(page.get_by_text(first)).to_be_visible()
    page.get_by_role("button", name="How this cost?").click()
    drawer = page.get_by_role("dialog")
    expect(drawer).to_contain_text("More tax by filing apart")
    expect(drawer).to_contain_text("Your spouse's return")
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    still(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_file_apart_with_rap(window: BrowserContext, server: str, width: int, height: int) -> None:
    """From a couple's plan: what it costs in tax and saves of payments, on both pages that ask."""
    with opened(window, server, width, height) as page:
        open_file(page, "ours.toml", COUPLE.to_toml().encode())
        settled(page)
        for title in ("Loans", "Taxes and saving"):
            from_menu(page, "Pages", title)
            expect(page.locator("summary", has_text="Filing apart")).to_have_count(1)
            settled(page)
            check_fold(page, wide=width > 640)
            if width < 640:
                check_width(page)
