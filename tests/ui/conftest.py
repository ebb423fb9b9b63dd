"""The app on a server of its own, and pages of a real browser that look at it."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from streamlit.testing.v1 import AppTest

from calc import Scenario
from tests.ui import browser
from tests.ui.serving import free_port, serving
from ui.shell import guard, lull
from ui.shell.frame import PAGES

ROOT = Path(__file__).resolve().parents[2]
NOT_RUN = pytest.StashKey[bool]()
expect.set_options(timeout=20_000)  # other tests may be busy on the same machine

# Each test begins with nothing kept; a reload keeps what its tab has kept.
FORGETFUL = """
    if (!window.sessionStorage.getItem("begun")) {
        window.localStorage.clear()
        window.sessionStorage.setItem("begun", "1")
    }
"""


@pytest.hookimpl(tryfirst=True)  # before -m chooses by marker
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that uses a browser."""
    for item in items:
        if "chromium" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say last, where nobody can miss it, that the browser tests did not run."""
    if config.stash.get(NOT_RUN, False):
        sys.stdout.write(
            "\nTHE BROWSER TESTS DID NOT RUN: there is no Chromium, Chrome or Edge here, and none\n"
            "could be installed. Install one, or set OTHERCHAIR_BROWSER to the path of one.\n"
        )


@pytest.fixture(autouse=True)
def bare_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault of a page is seen as it is by each test, not as the page tells it to people."""
    monkeypatch.setattr(guard, "_noted", lambda _: False)


@pytest.fixture(autouse=True)
def no_lull(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types in a test without a browser, so no chart waits."""
    monkeypatch.setattr(lull, "LULL", 0.0)


@pytest.fixture
def open_app() -> Callable[..., AppTest]:
    """Opens a page of the app without a browser, with a plan of the test's own if it has one."""

    def opened(title: str = "Start", plan: Scenario | None = None) -> AppTest:
        app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=60).run()
        if plan is not None:
            app.session_state["plan"] = plan
            app.session_state["version"] += 1
        return app.switch_page(PAGES[title]).run()

    return opened


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app's address while a server of our own serves it; the log must be clean."""
    port = free_port()
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    command += ["--server.address", "127.0.0.1", "--server.port", str(port)]
    command += ["--server.fileWatcherType", "none"]  # code saved meanwhile is not mixed in
    log = tmp_path_factory.mktemp("server") / "log.txt"
    with serving(command, port, log, ROOT) as address:
        yield address


@pytest.fixture(scope="session")
def chromium(pytestconfig: pytest.Config) -> Iterator[Browser]:
    """A browser; without one the tests are skipped, but in CI they fail."""
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
        path = browser.find(own) or _fetched(pytestconfig, own)
        if path is None:
            pytestconfig.stash[NOT_RUN] = True
            give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            give_up("no browser here, and none could be installed")
        with playwright.chromium.launch(executable_path=path, args=browser.FLAGS) as chromium:
            yield chromium


def _fetched(config: pytest.Config, own: str) -> str | None:
    with config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        sys.stdout.write("\nThe browser tests find no browser; installing one may take minutes.\n")
    return browser.fetch(own)


@pytest.fixture(scope="session")
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """What keeps the browser's copy of the app's own code, so that a page opens sooner."""
    with chromium.new_context() as window:
        window.add_init_script(browser.AT_ONCE)
        yield window


@pytest.fixture
def page(window: BrowserContext, server: str) -> Iterator[Page]:
    """The app's first page on a desk."""
    with opened(window, server, 1280, 900) as page:
        yield page


@pytest.fixture
def phone(window: BrowserContext, server: str) -> Iterator[Page]:
    """The app's first page on a phone."""
    with opened(window, server, 390, 844) as page:
        yield page


@contextmanager
def opened(window: BrowserContext, server: str, width: int, height: int) -> Iterator[Page]:
    """The first page, settled; at the end, no request left the machine, and no error was logged."""
    foreign: list[str] = []
    errors: list[str] = []

    def note(asked: object) -> None:
        if browser.leaves_the_machine(asked.url):
            foreign.append(asked.url)

    with window.new_page() as page:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="light")
        page.add_init_script(FORGETFUL)
        page.on("request", note)
        page.on("websocket", note)
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
        page.goto(server)
        browser.settled(page)
        yield page
    assert foreign == []
    assert errors == []
