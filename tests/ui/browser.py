"""A real browser for the tests: where to find one, and what to ask of a page in it."""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

FLAGS = [
    "--no-sandbox",  # root in a container has no sandbox to offer
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ["chromium-headless-shell", "chromium", "chromium-browser"]
NAMES += ["google-chrome", "google-chrome-stable", "chrome", "microsoft-edge", "msedge"]
MAC_NAMES = ["Chromium", "Google Chrome", "Microsoft Edge"]
WINDOWS_PLACES = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]

# Streamlit's own faults, which no page of ours can mend: rule, and words of the element.
ALLOWED = {"presentation-role-conflict": 'data-testid="stFileUploaderDropzone"'}

# Folds open without the half second they take to move.
AT_ONCE = """
    const moved = Element.prototype.animate
    Element.prototype.animate = function (steps, timing) {
        return moved.call(this, steps, {...timing, duration: 0})
    }
"""
LOOK_EVERY = 50  # milliseconds
WHAT_MOVES = """() => [
    ...document.getAnimations()
        .filter(found => found.playState === "running"
            && Number.isFinite(found.effect.getComputedTiming().endTime))
        .map(found => `moves: ${found.effect.target?.outerHTML.slice(0, 300)}`),
    ...document.querySelector("[data-test-script-state=notRunning]") ? [] : ["the script runs"],
    ...[...document.querySelectorAll("[data-stale=true], [data-testid=stSkeleton]")]
        .map(found => `waits: ${found.outerHTML.slice(0, 300)}`),
]"""
DRAWN_OR_DIALOG = """theme =>
    window.otherChairTheme.drawnFor === theme || document.querySelector("[role=dialog]")
"""
MOST_WAITED = 90_000  # milliseconds: other tests may be busy on the same machine


def find(playwrights_own: str) -> str | None:
    """The browser to use: the one the reader named, else one installed, else playwright's."""
    named = os.environ.get("OTHERCHAIR_BROWSER")
    if named:
        if not Path(named).is_file():
            raise FileNotFoundError(f"OTHERCHAIR_BROWSER names no file: {named}")
        return named
    on_path = (shutil.which(name) for name in NAMES)
    places = (str(place) for place in [*_usual_places(), playwrights_own] if Path(place).is_file())
    return next((path for path in [*on_path, *places] if path), None)


def _usual_places() -> list[Path]:
    mac = [Path("/Applications", f"{name}.app/Contents/MacOS/{name}") for name in MAC_NAMES]
    folders = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
    windows = [
        Path(os.environ[folder], place)
        for folder in folders
        if folder in os.environ
        for place in WINDOWS_PLACES
    ]
    return mac + windows


def fetch(playwrights_own: str) -> str | None:
    """A browser installed now, by playwright or by Debian's packages; None if neither can."""
    ways = [[[sys.executable, "-m", "playwright", "install", "chromium"]]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        install = ["apt-get", "install", "--yes", "--no-install-recommends", "chromium"]
        ways.append([["apt-get", "update"], install])
    for way in ways:
        for command in way:
            _try(command)
        found = find(playwrights_own)
        if found:
            return found
    return None


def _try(command: list[str]) -> None:
    quiet = subprocess.DEVNULL
    with contextlib.suppress(subprocess.TimeoutExpired):
        subprocess.run(command, stdin=quiet, stdout=quiet, stderr=quiet, timeout=300, check=False)


def leaves_the_machine(url: str) -> bool:
    """Whether a request for this address goes anywhere but to our own server."""
    address = urlsplit(url)
    return address.scheme not in {"about", "blob", "data"} and address.hostname != "127.0.0.1"


def settled(page: Page) -> None:
    """Wait until the script has run and all is drawn.

    A rerun begins a moment after the click that asks for it; so after an action, first expect
    what it should have changed.
    """
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_function(
        "!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')", polling=LOOK_EVERY
    )


def still(page: Page) -> None:
    """Wait until nothing runs, is stale or fades, and a rerun asked for before would have begun."""
    page.evaluate("window.stillSince = undefined")
    try:
        page.wait_for_function(
            f"""() => {{
                const moves = ({WHAT_MOVES})().length > 0;
                window.stillSince = moves ? undefined : window.stillSince ?? performance.now();
                return performance.now() - window.stillSince >= 400;
            }}""",
            polling=LOOK_EVERY,
            timeout=MOST_WAITED,
        )
    except PlaywrightTimeout:
        raise AssertionError(f"never still: {page.evaluate(WHAT_MOVES)}") from None


def unfold(page: Page, *groups: str) -> None:
    """Groups opened by their headings, each once nothing moves: what moves away takes no click."""
    for group in groups:
        still(page)
        summary = page.locator("summary", has_text=group).first
        summary.click()
        expect(page.locator("details[open]", has=summary)).to_have_count(1)
    still(page)


def in_both_themes(page: Page) -> Iterator[str]:
    """Shows the page in light, then dark, once it is drawn for it; whatever is open stays open."""
    for theme in ("light", "dark"):
        page.emulate_media(color_scheme=theme)
        page.wait_for_function(f"({DRAWN_OR_DIALOG})('{theme}')")
        still(page)
        yield theme


def seen_in_both_themes(page: Page, folder: Path, name: str) -> list[str]:
    """What axe holds against the page in either theme.

    With OTHERCHAIR_PICTURES set, pictures of it too, for a person to look at: pytest's --basetemp
    says where they are kept.
    """
    found = []
    whole = not page.get_by_role("dialog").count()
    for theme in in_both_themes(page):
        if os.environ.get("OTHERCHAIR_PICTURES"):
            page.screenshot(path=folder / f"{name}_{theme}.png", full_page=whole)
        rules = {"runOnly": ["color-contrast"]} if theme == "dark" else {}  # all else is the same
        found += [f"{name}, {theme}: {fault}" for fault in axe_violations(page, rules)]
    return found


def axe_violations(page: Page, rules: dict[str, Any] | None = None) -> list[str]:
    """What axe holds against the page, Streamlit's own faults excepted, one line an element.

    A page that is drawn anew fades, and what fades has too little contrast; so it must be still.
    """
    still(page)
    asked = {"resultTypes": ["violations"], **(rules or {})}
    violations: list[dict[str, Any]] = Axe().run(page, options=asked).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {node['html']}"
        for violation in violations
        for node in violation["nodes"]
        if not _is_allowed(violation["id"], node["html"])
    ]


def _is_allowed(rule: str, html: str) -> bool:
    return rule in ALLOWED and ALLOWED[rule] in html
