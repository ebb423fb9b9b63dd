"""What a reader sees and does in a real browser: figures, fields, the menu and files."""

from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, Page, expect

from calc import Result, evaluate, load_rules
from tests.ui.browser import settled
from ui.shell import examples
from ui.telling import numbers

KIND = "work.session_kinds.0"
PHONE_WIDTH = 390


def result_of(changes: Mapping[str, Any], name: str = examples.FIRST) -> Result:
    """The engine's result of a changed example."""
    plan = examples.scenarios()[name]
    plan = plan.with_values(changes) if changes else plan
    return evaluate(plan, load_rules(plan.tax_year))


def wage_of(result: Result) -> str:
    """The wage as it is shown."""
    return numbers.wage(float(result.wage.amount))


def figure(page: Page, place: int = 0) -> Locator:
    """One of the four figures."""
    return page.get_by_test_id("stMetricValue").nth(place)


def chip(page: Page) -> Locator:
    """The difference of the wage from the baseline."""
    return page.get_by_test_id("stMetricDelta").first


def field(page: Page, label: str) -> Locator:
    """A number field by the start of its label."""
    return page.get_by_role("spinbutton", name=label).first


def type_in(page: Page, label: str, typed: str) -> None:
    """A number typed and sent with Enter."""
    field(page, label).fill(typed)
    field(page, label).press("Enter")


def to_practice(page: Page) -> None:
    """From the first page through its one open door."""
    page.get_by_role("button", name="My practice").click()
    expect(page.get_by_role("heading", name="Your practice")).to_be_visible()
    settled(page)


def from_menu(page: Page, menu: str, choice: str) -> None:
    """A choice of a menu in the bar."""
    page.get_by_test_id("stBottom").get_by_role("button", name=menu).click()
    page.get_by_role("menuitem", name=choice, exact=True).click()


def check_answer(page: Page, result: Result) -> None:
    """Heading, figures and bar say what the engine says."""
    month = numbers.money(float(result.take_home.amount) / 12)
    expect(figure(page)).to_have_text(wage_of(result))
    expect(figure(page, 1)).to_have_text(month)
    expect(page.get_by_role("heading", level=1)).to_contain_text(wage_of(result))
    bar = page.get_by_test_id("stBottom")
    expect(bar).to_contain_text(wage_of(result))
    share = float(result.load.probability)
    expect(bar).to_contain_text(f"{round(100 * share)} in 100 exhausted")


def check_width(page: Page) -> None:
    """The page is no wider than the screen."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE_WIDTH
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= (
        PHONE_WIDTH
    )


def open_file(page: Page, name: str, data: bytes) -> None:
    """A file chosen in the dialog of the menu Plan."""
    from_menu(page, "Plan", "Open a file")
    page.locator("input[type=file]").set_input_files(
        {"name": name, "mimeType": "application/toml", "buffer": data}
    )
