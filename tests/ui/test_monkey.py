"""A seeded monkey at every page: nothing breaks, and what it typed is what the browser keeps."""

import json
import os
import random
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.browser import still
from tests.ui.journeys import from_menu
from tests.ui.monkey import let_loose
from tests.ui.test_axe_everywhere import at
from ui.shell import opening, plan_menu

ACTS = 30
PAGES = ("Your hour", "Set a rate", "Load", "Own therapy", "Loans", "Job offers", "Clinic")
PAGES += ("Months ahead", "Taxes and saving")
SEEDS = range(int(os.environ.get("OTHERCHAIR_MONKEYS", "10")))
FIRST = int(os.environ.get("OTHERCHAIR_FIRST_MONKEY", "0"))
DOCUMENT = {"Job offers": "offers", "Clinic": "clinic"}
SIZES = ((1280, 900), (390, 844))


@pytest.mark.parametrize("seed", [FIRST + seed for seed in SEEDS])
def test_a_monkey_breaks_nothing(
    window: BrowserContext, server: str, tmp_path: Path, seed: int
) -> None:
    """Thirty acts without an error, after which the kept document is the page's own."""
    title = PAGES[seed % len(PAGES)]
    with at(window, server, title, SIZES[seed // len(PAGES) % 2]) as page:
        done = let_loose(page, random.Random(seed), ACTS)
        still(page)
        kept = _kept(page).get(DOCUMENT.get(title, "plan"))
        if kept is None:
            expect(page.get_by_test_id("stBottom")).not_to_contain_text("Kept in this browser")
            return
        saved = _saved(page, DOCUMENT.get(title, "plan"), tmp_path)
        still(page)  # an example that was changed got a name of its own meanwhile
        assert _kept(page)[DOCUMENT.get(title, "plan")] == saved, "\n".join(done)


def _kept(page: Page) -> dict[str, str]:
    """The documents that the browser keeps."""
    stored = page.evaluate("localStorage.getItem('otherchair')")
    return dict(json.loads(stored)["documents"]) if stored else {}


def _saved(page: Page, name: str, folder: Path) -> str:
    """The document of the page, saved as its reader would."""
    from_menu(page, "Plan", plan_menu.SAVES[name])  # type: ignore[index]
    with page.expect_download() as download:
        page.get_by_role("button", name=plan_menu.DOWNLOAD[name]).click()
    download.value.save_as(folder / "saved.toml")
    text = (folder / "saved.toml").read_text(encoding="utf-8")
    return opening.DAY.sub("", text).replace("\n\n", "\n", 1)
