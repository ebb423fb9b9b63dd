"""The page Loans in a real browser: on a phone, on a desk, and a day typed."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from calc import Scenario
from calc.questions.repayment import outlook
from tests.ui.browser import seen_in_both_themes, settled, still
from tests.ui.telling.borrowers import ABOVE, PEOPLE
from tests.ui.telling.shipped import GRADUATE, result_of
from ui.telling import loan_words


def show_loans(page: Page, plan: Scenario, folder: Path) -> None:
    """A plan opened from a file, at the page Loans."""
    file = folder / "plan.toml"
    file.write_text(plan.to_toml(), encoding="utf-8")
    page.get_by_role("button", name="Plan", exact=True).click()
    page.get_by_role("menuitem", name="Open a file").click()
    page.locator("input[type=file]").set_input_files(str(file))
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_test_id("stBottom").get_by_role("button", name="Pages").click()
    page.get_by_role("menuitem", name="Loans", exact=True).click()
    expect(page.get_by_role("heading", name="Your loan", exact=True)).to_be_visible()
    settled(page)


def check_heading(page: Page, plan: Scenario) -> None:
    """The heading is the engine's answer."""
    said, _ = loan_words.heading(result_of(plan), outlook(result_of(plan)))
    expect(page.get_by_role("heading", level=1)).to_have_text(said.replace("\\", ""))


@pytest.mark.parametrize("name", ["a graduate of 2027", "a couple who both owe"])
def test_each_person_on_a_phone(phone: Page, tmp_path: Path, name: str) -> None:
    """All groups and tables open at 390 pixels: no sideways scroll, and axe finds no fault."""
    show_loans(phone, PEOPLE[name], tmp_path)
    check_heading(phone, PEOPLE[name])
    folded = phone.locator("summary")
    for place in range(folded.count()):
        still(phone)
        folded.nth(place).click()
    still(phone)
    expect(phone.locator("details:not([open])")).to_have_count(0)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert phone.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= 390
    wide = "[...document.querySelectorAll('table')].filter(t => t.scrollWidth > "
    wide += "t.closest('[data-testid=stTable]').clientWidth + 1).length"
    assert phone.evaluate(wide) == 0
    assert seen_in_both_themes(phone, tmp_path, "loans_390") == []


def test_the_page_on_a_desk(page: Page, tmp_path: Path) -> None:
    """A graduate changes the plan and opens a figure: the page follows, and axe is quiet."""
    show_loans(page, GRADUATE, tmp_path)
    check_heading(page, GRADUATE)
    page.get_by_role("combobox", name=re.compile("^Plan")).click()
    page.get_by_role("option", name="Tiered Standard (10 to 25 years)").click()
    check_heading(page, GRADUATE.with_values({"loans.plan": "tiered_standard"}))
    settled(page)
    page.get_by_role("button", name="How this payment?").click()
    expect(page.get_by_role("dialog").get_by_role("table")).to_be_visible()
    assert seen_in_both_themes(page, tmp_path, "loans_drawer_1280") == []


def test_a_day_is_typed(page: Page, tmp_path: Path) -> None:
    """A loan of September 2026, typed: only two plans stay open, and Tiered Standard is one."""
    show_loans(page, ABOVE, tmp_path)
    expect(page.get_by_role("cell", name="Extended").first).to_be_visible()
    day = page.get_by_test_id("stDateInput").first
    day.get_by_role("spinbutton", name=re.compile("year", re.IGNORECASE)).click()
    page.keyboard.type("20260901")
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.get_by_role("cell", name="Tiered Standard").first).to_be_visible()
    settled(page)
    expect(page.get_by_role("cell", name="Extended")).to_have_count(0)
