"""From a key press to the changed number, in a real browser: `python -m bench.browser`.

Each page with a field is measured beside a bare page with one slider in the same run; the ratio is
what counts.
"""

from __future__ import annotations

import statistics
from dataclasses import dataclass

from playwright.sync_api import Browser, Locator, Page, sync_playwright

from bench.served import served
from bench.timing import say
from tests.ui.browser import FLAGS, find

SAMPLES, WARM_UP = 40, 5
METRIC, CHART = "[data-testid=stMetricValue]", "[data-testid=stPlotlyChart]"
ANYTHING = "[data-testid=stMain]"
WATCH = """(figure) => {
  const shown = () => document.querySelector(figure).textContent;
  let before = shown(), pressed = null;
  window.latencies = [];
  document.addEventListener('keydown', (event) => {
    if (event.key.startsWith('Arrow')) { before = shown(); pressed = performance.now(); }
  }, true);
  new MutationObserver(() => {
    if (pressed !== null && shown() !== before) {
      window.latencies.push(performance.now() - pressed);
      pressed = null;
    }
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a page, the fold it lies in, and the figure that follows it."""

    page: str
    field: str
    fold: str = ""
    figure: str = METRIC


PAGES = [
    Asked("your_hour", "Fee per session"),
    Asked("set_a_rate", "Take-home a month, at least"),
    Asked("months_ahead", "Needs a month", figure=ANYTHING),
    Asked("taxes_and_saving", "Salary of the corporation", figure=ANYTHING),
    Asked("load", "Trauma work", figure=ANYTHING),
    Asked("own_therapy", "Full price", figure=ANYTHING),
    Asked("loans", "Payment a month", figure=ANYTHING),
    Asked("job_offers", "Salary", "Community agency", ANYTHING),
    Asked("clinic", "Office rent", "Shared costs"),
]


def latencies(page: Page, control: Locator, key: str, figure: str = METRIC) -> list[float]:
    """Milliseconds from each key press to the changed number."""
    page.evaluate(WATCH, figure)
    control.focus()
    for sample in range(SAMPLES + WARM_UP):
        page.keyboard.press(key)
        page.wait_for_function(f"window.latencies.length > {sample}", timeout=10_000)
        page.wait_for_timeout(150)
    found: list[float] = page.evaluate("window.latencies")
    return found[WARM_UP:]


def opened(browser: Browser, address: str, figure: str = METRIC) -> Page:
    """A page that has settled."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address)
    page.wait_for_selector(figure, timeout=60_000)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]")
    page.wait_for_timeout(3_000)
    return page


def told(name: str, found: list[float]) -> float:
    """Prints the median and the 95th percentile; gives the latter."""
    late = statistics.quantiles(found, n=20)[-1]
    say(f"{name:<34} median {statistics.median(found):6.0f} ms   p95 {late:6.0f} ms")
    return late


def main() -> None:
    """Measures each page and prints its ratio to a bare one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(playwright.chromium.executable_path), args=FLAGS
        )
        with served("bench/bare_page.py") as server:
            page = opened(browser, server.address)
            bare = told(
                "bare page, one slider", latencies(page, page.get_by_role("slider"), "ArrowRight")
            )
        with served("app.py") as server:
            for asked in PAGES:
                page = opened(browser, f"{server.address}/{asked.page}", asked.figure)
                if asked.fold:
                    page.locator("summary", has_text=asked.fold).first.click()
                    page.wait_for_timeout(1_000)
                field = page.get_by_role("spinbutton", name=asked.field).first
                found = latencies(page, field, "ArrowUp", asked.figure)
                late = told(f"{asked.page}, {asked.field}", found)
                say(f"{'':<34} ratio of the 95th percentiles {late / bare:.2f}")
                page.close()
        browser.close()


if __name__ == "__main__":
    main()
