"""What was typed is found again: after a reload, in a second tab, after the server began anew."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.ui.browser import AT_ONCE, settled, still
from tests.ui.conftest import ROOT
from tests.ui.journeys import field, from_menu, to_practice, type_in
from tests.ui.serving import free_port, serving

STORE = "otherchair"
KEPT = "Kept in this browser"
REFUSE = "Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') }"


@pytest.fixture
def tabs(chromium: Browser) -> Iterator[BrowserContext]:
    """A browser of its own, whose tabs share what is kept."""
    with chromium.new_context() as found:
        found.add_init_script(AT_ONCE)
        yield found


def _opened(tabs: BrowserContext, server: str) -> Page:
    page = tabs.new_page()
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto(server)
    settled(page)
    still(page)
    return page


def _bar(page: Page) -> object:
    return page.get_by_test_id("stBottom")


def _typed(page: Page, fee: str) -> None:
    to_practice(page)
    type_in(page, "Fee per session", fee)
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"${fee}")
    expect(_bar(page)).to_contain_text(KEPT)


def test_a_reload_and_a_new_tab_find_it_again(tabs: BrowserContext, server: str) -> None:
    """The example alone is not kept; a fee typed is there after a reload, and in a second tab."""
    page = _opened(tabs, server)
    assert page.evaluate(f"localStorage.getItem('{STORE}')") is None
    _typed(page, "171")
    page.reload()
    expect(field(page, "Fee per session")).to_have_value("171")
    expect(_bar(page)).to_contain_text(KEPT)
    second = _opened(tabs, server)
    to_practice(second)
    expect(field(second, "Fee per session")).to_have_value("171")


def test_two_tabs_that_disagree_are_told(tabs: BrowserContext, server: str) -> None:
    """The tab that is behind is told; it takes over or keeps its own, and nothing goes unasked."""
    first = _opened(tabs, server)
    _typed(first, "171")
    second = _opened(tabs, server)
    to_practice(second)
    type_in(first, "Fee per session", "172")
    expect(_bar(second)).to_contain_text("Another tab changed this")
    type_in(second, "Fee per session", "140")
    expect(second.get_by_role("heading", level=1)).to_contain_text("$140")
    still(second)
    assert "172" in str(first.evaluate(f"localStorage.getItem('{STORE}')"))
    second.get_by_role("button", name="Take it over").click()
    expect(field(second, "Fee per session")).to_have_value("172")
    type_in(first, "Fee per session", "173")
    expect(_bar(second)).to_contain_text("Another tab changed this")
    second.get_by_role("button", name="Keep mine").click()
    expect(_bar(second)).to_contain_text(KEPT)
    expect(_bar(first)).to_contain_text("Another tab changed this")


def test_it_is_forgotten_and_kept_again(tabs: BrowserContext, server: str) -> None:
    """Forget it removes it and stops keeping, also after a reload; one press turns it on again."""
    page = _opened(tabs, server)
    _typed(page, "171")
    page.get_by_role("button", name="Forget it").click()
    expect(_bar(page)).to_contain_text("Not kept in this browser")
    type_in(page, "Fee per session", "172")
    expect(page.get_by_role("heading", level=1)).to_contain_text("$172")
    still(page)
    assert page.evaluate(f"localStorage.getItem('{STORE}')") is None
    page.get_by_role("button", name="Keep it").click()
    expect(_bar(page)).to_contain_text(KEPT)
    assert "172" in page.evaluate(f"localStorage.getItem('{STORE}')")


def test_the_bar_says_what_is_true_meanwhile(tabs: BrowserContext, server: str) -> None:
    """A number in its field is not kept yet and the bar says so; sent, it is, before the charts.

    What is no part of a document says nothing of keeping.
    """
    page = _opened(tabs, server)
    _typed(page, "171")
    field(page, "Fee per session").fill("172")
    expect(_bar(page)).to_contain_text("Kept once you leave the field")
    assert "172" not in page.evaluate(f"localStorage.getItem('{STORE}')")
    field(page, "Fee per session").press("Enter")
    page.wait_for_function(f"localStorage.getItem('{STORE}').includes('172')")
    expect(_bar(page)).to_contain_text(KEPT)
    from_menu(page, "Pages", "Set a rate")
    field(page, "Reduced fee").fill("60")
    page.wait_for_timeout(500)
    expect(_bar(page)).to_contain_text(KEPT)


def test_forgotten_is_told_plainly(tabs: BrowserContext, server: str) -> None:
    """After Forget it the bar says what a reload would do, in bold, with the way back beside it."""
    page = _opened(tabs, server)
    _typed(page, "171")
    page.get_by_role("button", name="Forget it").click()
    said = page.get_by_text("a reload or closing this tab loses what you type")
    expect(said).to_be_visible()
    assert said.evaluate("one => getComputedStyle(one).fontWeight") == "600"
    back = page.get_by_role("button", name="Keep it")
    assert abs(said.bounding_box()["y"] - back.bounding_box()["y"]) < 12
    back.click()
    expect(_bar(page)).to_contain_text(KEPT)


def test_where_nothing_can_be_kept_the_bar_says_so(tabs: BrowserContext, server: str) -> None:
    """A browser that refuses or is full: not saved, and a way to a file."""
    tabs.add_init_script(REFUSE)
    page = _opened(tabs, server)
    to_practice(page)
    type_in(page, "Fee per session", "171")
    expect(_bar(page)).to_contain_text("Not saved")
    page.get_by_role("button", name="Save to a file").click()
    expect(page.get_by_role("button", name="Download the plan")).to_be_visible()


BAD: dict[str, Callable[[dict[str, object]], str]] = {
    "no JSON": lambda _: "{",
    "another version": lambda good: json.dumps({**good, "version": 99}),
    "a stranger's": lambda good: json.dumps({**good, "documents": {"plan": "wage_per_day = 1"}}),
    "no text": lambda good: json.dumps({**good, "documents": {"plan": 5}}),
    "a name unknown": lambda good: json.dumps({**good, "documents": {"wages": "a = 1"}}),
    "another kind": lambda good: json.dumps({**good, "documents": {"plan": 'document = "offers"'}}),
}


@pytest.mark.parametrize("kind", BAD)
def test_what_cannot_be_read_is_told(tabs: BrowserContext, server: str, kind: str) -> None:
    """A store damaged or tampered with opens nothing, is told, and is laid aside, not destroyed."""
    page = _opened(tabs, server)
    _typed(page, "171")
    bad = BAD[kind](json.loads(page.evaluate(f"localStorage.getItem('{STORE}')")))
    page.evaluate("bad => localStorage.setItem('otherchair', bad)", bad)
    page.reload()
    note = page.get_by_text("What this browser kept could not all be read")
    expect(note).to_be_visible()
    page.get_by_role("button", name="Close this note").click()
    expect(note).to_have_count(0)
    expect(field(page, "Fee per session")).to_have_value("150")
    type_in(page, "Fee per session", "160")
    expect(page.get_by_role("heading", level=1)).to_contain_text("$160")
    still(page)
    assert page.evaluate("localStorage.getItem('otherchair-aside')") == bad


def test_a_server_that_begins_anew_finds_what_was_typed(
    tabs: BrowserContext, tmp_path: Path
) -> None:
    """The page stays open while the server ends and begins again at the same address."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    command += ["--server.fileWatcherType", "none"]
    with serving(command, port, tmp_path / "first.txt", ROOT) as address:
        page = _opened(tabs, address)
        _typed(page, "171")
    with serving(command, port, tmp_path / "second.txt", ROOT):
        expect(_bar(page)).to_contain_text(KEPT, timeout=60_000)
        still(page)
        type_in(page, "Sessions scheduled a week", "20")
        expect(page.get_by_role("heading", level=1)).to_contain_text("$171")
        from_menu(page, "Pages", "Set a rate")
        expect(_bar(page)).to_contain_text(KEPT)
