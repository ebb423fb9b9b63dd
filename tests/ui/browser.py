"""A real browser for the tests: where to find one, and what to ask of a page in it."""

import contextlib
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

FLAGS = [
    "--no-sandbox",  # root in a container has no sandbox to offer
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
NAMES += ["microsoft-edge", "msedge"]
MAC_NAMES = ["Chromium", "Google Chrome", "Microsoft Edge"]
WINDOWS_PLACES = ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"]

# Streamlit's own faults, which no page of ours can mend: rule, and words of the element.
ALLOWED = {"presentation-role-conflict": 'data-testid="stFileUploaderDropzone"'}

both_themes = pytest.mark.parametrize("color_scheme", ["light", "dark"])


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
    page.wait_for_function("!document.querySelector('[data-stale=true], [data-testid=stSkeleton]')")


def still(page: Page) -> None:
    """Wait until nothing runs, is stale or fades, and a rerun asked for before would have begun."""
    page.evaluate("window.stillSince = undefined")
    page.wait_for_function(
        """() => {
            const moves = document.getAnimations().some(
                found => found.playState === "running"
                    && Number.isFinite(found.effect.getComputedTiming().endTime));
            const runs = !document.querySelector("[data-test-script-state=notRunning]")
                || document.querySelector("[data-stale=true], [data-testid=stSkeleton]");
            window.stillSince = moves || runs ? undefined : window.stillSince ?? performance.now();
            return performance.now() - window.stillSince >= 400;
        }"""
    )


def axe_violations(page: Page) -> list[str]:
    """What axe holds against the page, Streamlit's own faults excepted, one line an element.

    A page that is drawn anew fades, and what fades has too little contrast; so it must be still.
    """
    still(page)
    violations: list[dict[str, Any]] = Axe().run(page).response["violations"]
    return [
        f"{violation['id']} ({violation['impact']}): {node['html']}"
        for violation in violations
        for node in violation["nodes"]
        if not _is_allowed(violation["id"], node["html"])
    ]


def _is_allowed(rule: str, html: str) -> bool:
    return rule in ALLOWED and ALLOWED[rule] in html
