"""Every page with all its folds open, wide, narrow and at twice the size, in both themes.

Colours are the same at every size: dark is looked at on a desk, and at all sizes where
OTHERCHAIR_EVERY_LOOK or OTHERCHAIR_PICTURES is set.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.browser import axe_violations, seen_in_both_themes, settled, still
from tests.ui.conftest import opened
from tests.ui.journeys import from_menu
from ui.shell.frame import PAGES

SIZES = ((1280, 900), (390, 844), (640, 450))
SHUT = "[data-testid=stMain] details:not([open]) > summary"
EVERY_LOOK = {"OTHERCHAIR_EVERY_LOOK", "OTHERCHAIR_PICTURES"} & os.environ.keys()
MOST_DEEP = 6  # folds within folds
PRESS = """(folds, names) => {
    for (const fold of folds) if (names.includes(fold.innerText.split("·")[0])) fold.click()
}"""
WITH_DRAWERS = ("Your hour", "Set a rate", "Job offers", "Clinic")


def folds_opened(page: Page) -> Iterator[None]:
    """All folds open, or as many as may be; then each that another had shut, in its turn."""
    tried: set[str] = set()
    for _ in range(MOST_DEEP):
        fresh = {_short(name) for name in page.locator(SHUT).all_inner_texts()} - tried
        if not fresh:
            break
        tried |= fresh
        page.locator(SHUT).evaluate_all(PRESS, list(fresh))
        still(page)
    yield
    for name in page.locator(SHUT).all_inner_texts():
        page.locator(SHUT).evaluate_all(PRESS, [_short(name)])
        still(page)
        yield


def _short(heading: str) -> str:
    """What a fold is called, without the figures that follow and may change."""
    return heading.split("·")[0]


@contextmanager
def at(window: BrowserContext, server: str, title: str, size: tuple[int, int]) -> Iterator[Page]:
    """The page at that size, settled."""
    with opened(window, server, *size) as page:
        if title != "Start":
            first = page.get_by_role("heading", level=1).inner_text()
            from_menu(page, "Pages", title)
            expect(page.get_by_role("heading", level=1)).not_to_have_text(first)
            settled(page)
        yield page


@pytest.mark.parametrize("size", SIZES, ids=lambda size: str(size[0]))
@pytest.mark.parametrize("title", PAGES)
def test_nothing_for_axe(
    window: BrowserContext, server: str, tmp_path: Path, title: str, size: tuple[int, int]
) -> None:
    """Nothing but Streamlit's own faults, and no sideways scroll."""
    with at(window, server, title, size) as page:
        found = []
        for _ in folds_opened(page):
            found += axe_violations(page)
        if EVERY_LOOK or size == SIZES[0]:
            found += seen_in_both_themes(page, tmp_path, f"{title}_{size[0]}")
        assert found == []
        width = "document.querySelector('[data-testid=stMain]').scrollWidth"
        assert page.evaluate(width) <= size[0]


@pytest.mark.parametrize("title", WITH_DRAWERS)
def test_nothing_for_axe_in_a_drawer(
    window: BrowserContext, server: str, tmp_path: Path, title: str
) -> None:
    """The first "How ...?" of the page, open in both themes."""
    with at(window, server, title, SIZES[0]) as page:
        page.get_by_role("button", name="How ").first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        settled(page)
        assert seen_in_both_themes(page, tmp_path, f"{title}_drawer") == []
