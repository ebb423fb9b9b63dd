"""Figures somebody typed stand while pages, files and other people do their worst."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui import browser
from tests.ui.breakable import BREAKS_AT
from tests.ui.conftest import ROOT
from tests.ui.serving import ADDRESS, free_port, is_healthy, running, wait_for

TYPED = "187"


@pytest.fixture(scope="module")
def breakable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own that breaks on purpose, so its log is not clean."""
    port = free_port()
    command = [sys.executable, "-m", "tests.ui.breakable", "--server.headless", "true"]
    command += ["--server.address", ADDRESS, "--server.port", str(port)]
    log = tmp_path_factory.mktemp("breakable") / "log.txt"
    with running(command, log, ROOT) as process:
        wait_for(process, lambda: is_healthy(port), log)
        yield f"http://{ADDRESS}:{port}"


@pytest.fixture
def person(chromium: Browser, breakable: str) -> Iterator[Page]:
    """Somebody who has typed a fee on Your hour."""
    with chromium.new_context() as window, window.new_page() as page:
        window.add_init_script(browser.AT_ONCE)
        page.goto(f"{breakable}/your_hour")
        browser.settled(page)
        types_fee(page, TYPED)
        expect(wage_of(page)).not_to_have_text("$72.59")
        yield page


def fee_of(page: Page) -> object:
    """The field of the fee."""
    return page.get_by_role("spinbutton", name="Fee per session").first


def wage_of(page: Page) -> object:
    """The first figure of the page."""
    return page.get_by_test_id("stMetricValue").first


def types_fee(page: Page, fee: str) -> None:
    """Types a fee as a person does."""
    fee_of(page).fill(fee)
    fee_of(page).press("Enter")


def test_a_page_that_breaks_keeps_what_was_typed(person: Page) -> None:
    """The page says what happened, saves the plan, and goes back; other pages work meanwhile."""
    wage = wage_of(person).inner_text()
    types_fee(person, f"{BREAKS_AT:.0f}")
    told = person.get_by_text("This page could not be drawn.")
    expect(told).to_be_visible()
    expect(person.get_by_text("encountered an error")).to_have_count(0)
    with person.expect_download() as saving:
        person.get_by_role("button", name="Save the plan").click()
    assert "fee_per_session = 666" in Path(saving.value.path()).read_text(encoding="utf-8")
    person.get_by_role("button", name="Take the last change back").click()
    expect(wage_of(person)).to_have_text(wage)
    expect(fee_of(person)).to_have_value(TYPED)
    expect(told).to_have_count(0)


def test_a_damaged_file_keeps_what_was_typed(person: Page, tmp_path: Path) -> None:
    """A file that is no plan is refused in a sentence, and the fee typed before stays."""
    wage = wage_of(person).inner_text()
    for name, text in (
        ("cut.toml", b"format = 1\n[work\nkind = "),
        ("digits.toml", b"format = 0x" + b"f" * 5_000),
        ("dots.toml", b"a." * 90_000 + b"b = 1"),
    ):
        (tmp_path / name).write_bytes(text)
        person.get_by_role("button", name="Plan", exact=True).click()
        person.get_by_text("Open a file", exact=True).click()
        person.set_input_files("input[type=file]", tmp_path / name)
        expect(person.get_by_role("alert")).to_be_visible()
        person.keyboard.press("Escape")
        expect(person.get_by_role("dialog")).to_have_count(0)
        browser.settled(person)
    expect(fee_of(person)).to_have_value(TYPED)
    expect(wage_of(person)).to_have_text(wage)


def test_another_persons_search_keeps_nobody_waiting(person: Page, chromium: Browser) -> None:
    """While somebody has the best plan sought again and again, a fee is answered and kept."""
    address = person.url.rpartition("/")[0]
    with chromium.new_context() as window, window.new_page() as other:
        window.add_init_script(browser.AT_ONCE)
        other.goto(f"{address}/clinic")
        browser.settled(other)
        browser.unfold(other, "Shared costs", "If you could hire afresh")
        rent = other.get_by_role("spinbutton", name="Office rent").first
        for step in range(4):
            rent.fill(str(3_000 + 100 * step))
            rent.press("Enter")
            before = wage_of(person).inner_text()
            types_fee(person, str(190 + step))
            expect(wage_of(person)).not_to_have_text(before)
            expect(fee_of(person)).to_have_value(str(190 + step))
        browser.settled(other)
        expect(rent).to_have_value("3300")
        expect(other.get_by_text("of margin").first).to_be_visible()
    expect(fee_of(person)).to_have_value("193")


def test_fields_below_a_break_come_back_as_they_were(person: Page) -> None:
    """A page that broke and works again shows every field with its value, and takes the next."""
    browser.unfold(person, "Time")
    hours = person.get_by_role("spinbutton", name="Administration").first
    expect(hours).to_be_visible()
    before = hours.input_value()
    assert before
    types_fee(person, f"{BREAKS_AT:.0f}")
    expect(person.get_by_text("This page could not be drawn.")).to_be_visible()
    types_fee(person, "199")
    expect(person.get_by_text("This page could not be drawn.")).to_have_count(0)
    expect(hours).to_have_value(before)
    expect(fee_of(person)).to_have_value("199")
    expect(person.get_by_text("is empty or not a number")).to_have_count(0)


def test_a_name_typed_while_saving_is_in_the_file(person: Page) -> None:
    """The dialog that saves a plan takes the name typed in it, with Enter or without."""
    for name, key in (("First name", "Enter"), ("Second name", "Tab")):
        person.get_by_role("button", name="Plan", exact=True).click()
        person.get_by_text("Save to a file", exact=True).click()
        field = person.get_by_role("textbox", name="Name of the plan")
        field.fill(name)
        field.press(key)
        browser.still(person)
        expect(field).to_have_value(name)
        with person.expect_download() as saving:
            person.get_by_role("button", name="Download the plan").click()
        text = Path(saving.value.path()).read_text(encoding="utf-8")
        assert f'title = "{name}"' in text
        assert "fee_per_session = 187" in text
        person.keyboard.press("Escape")
        expect(person.get_by_role("dialog")).to_have_count(0)
