"""Should I be an S corporation at $120,000 in California? On a desk and on a phone."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from calc import Scenario
from tests.ui.browser import settled, still, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import check_width, from_menu, open_file, type_in
from tests.ui.taxes.both import COSTS, forms, plan_in
from ui.taxes import words

SIZES = ((1280, 900), (390, 844))
FEE = 148.27  # of the worked example's sessions: a profit of about $120,000


def asking() -> Scenario:
    """The worked example in California, with a profit of about $120,000."""
    return plan_in("CA", {"work.session_kinds.0.fee_per_session": FEE})


def check_heading(page: Page, plan: Scenario, salary: float | None, costs: float = COSTS) -> None:
    """The heading is the engine's."""
    said = words.headline(forms(plan, salary, costs), plan).replace("\\", "")
    expect(page.get_by_role("heading", level=1)).to_have_text(said)
    settled(page)


def choose(page: Page, label: str, option: str) -> None:
    """A choice of a select box, clicked again where a drawer that was closed took the first click.

    Streamlit's select box does that: it has the focus then, and opens at the next click.
    """
    still(page)
    box = page.get_by_role("combobox", name=re.compile(f"(^|. ){re.escape(label)}$")).first
    box.click()
    wanted = page.get_by_role("option", name=option)
    try:
        wanted.wait_for(timeout=3_000)
    except PlaywrightTimeout:
        box.click()
    wanted.click()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_should_i_be_an_s_corp(
    window: BrowserContext, server: str, width: int, height: int
) -> None:
    """The answer at the median, at a salary of one's own, line by line, and in the plan."""
    plan = asking()
    assert round(float(forms(plan).practice.profit), -3) == 120_000.0
    with opened(window, server, width, height) as page:
        open_file(page, "mine.toml", plan.to_toml().encode())
        settled(page)
        from_menu(page, "Pages", "Taxes and saving")
        check_heading(page, plan, None)
        found = forms(plan)
        table = page.get_by_role("table", name="Taxes and costs of both forms")
        expect(table).to_contain_text("Self-employment or payroll tax")
        expect(page.get_by_text(f"${found.gain:,.0f} less to pay as a corporation")).to_be_visible()
        type_in(page, "Salary of the corporation", "60000")
        check_heading(page, plan, 60_000.0)
        type_in(page, "Cost of running it", "3500")
        check_heading(page, plan, 60_000.0, 3_500.0)
        page.get_by_role("button", name=words.HOW).click()
        drawer = page.get_by_role("dialog")
        expect(drawer).to_contain_text("Running costs")
        expect(drawer).to_contain_text("Taxes of state and city on the corporation")
        drawer.get_by_role("button", name="Close").click()
        expect(drawer).to_have_count(0)
        unfold(page, words.ELECTING)
        expect(page.get_by_text("may not practise through an LLC")).to_be_visible()
        settled(page)
        choose(page, "Form of your practice", "S corporation")
        expect(page.get_by_role("heading", level=1)).to_contain_text("your S corporation")
        expect(page.get_by_text(words.EMPTY_SALARY)).to_be_visible()
        dates = "wide" if width > 640 else "narrow"
        due = page.get_by_role("table", name=f"Estimated tax by due date, {dates}")
        expect(due).to_be_visible()
        expect(due).to_contain_text("California")
        if width < 640:
            check_width(page)
