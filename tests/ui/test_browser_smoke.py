"""The app opens in a real browser, on a desk and on a phone, in both themes."""

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.ui.browser import seen_in_both_themes


def test_the_app_opens_on_a_desk(page: Page, tmp_path: Path) -> None:
    """The first page has one main heading and nothing axe objects to; no request leaves."""
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    assert seen_in_both_themes(page, tmp_path, "start_1280") == []


def test_the_app_opens_on_a_phone(phone: Page, tmp_path: Path) -> None:
    """The same at phone width, where nothing may be wider than the screen."""
    expect(phone.get_by_role("heading", level=1)).to_have_count(1)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    assert seen_in_both_themes(phone, tmp_path, "start_390") == []
