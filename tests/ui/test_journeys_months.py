"""Journeys through the months ahead in a real browser: a job left, a leave, a reserve."""

import re
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.browser import settled, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import check_width, from_menu, open_file, type_in
from ui.months import begins, view, words
from ui.shell import examples

SIZES = ((1280, 900), (390, 844))
PLANS = examples.scenarios()


def to_months(page: Page, name: str) -> None:
    """A shipped plan opened as a file of one's own, what its months say there, and its months."""
    plan = PLANS[name]
    open_file(page, f"{name}.toml", plan.to_toml().encode())
    said = words.one_line(view.found(plan)).replace("\\", "").replace("*", "")
    expect(page.get_by_text(said)).to_be_visible()
    settled(page)
    from_menu(page, "Pages", "Months ahead")
    check_heading(page, plan)


def check_heading(page: Page, plan: object) -> None:
    """The heading is the engine's."""
    said = words.headline(view.found(plan)).replace("\\", "")  # type: ignore[arg-type]
    expect(page.get_by_role("heading", level=1)).to_have_text(said)
    settled(page)


def choose(page: Page, label: str, option: str) -> None:
    """A choice of a select box."""
    page.get_by_role("combobox", name=re.compile(f"(^|. ){re.escape(label)}$")).first.click()
    page.get_by_role("option", name=option).click()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_agency_to_practice(window: BrowserContext, server: str, width: int, height: int) -> None:
    """Half-time first, then leaving now; the ways side by side; a month opened to its lines."""
    with opened(window, server, width, height) as page:
        to_months(page, "agency_to_practice")
        plan = PLANS["agency_to_practice"]
        choose(page, "Your job", "Leave it now")
        now = plan.with_values({"ahead.job": ({"month": 1, "share": 0.0},)})
        check_heading(page, now)
        type_in(page, "In the bank", "40000")
        now = now.with_values({"ahead.opening_balance": 40_000.0})
        short = words.cell_short(view.found(now))[0]
        expect(page.get_by_test_id("stMetricValue").nth(2)).to_have_text(short)
        unfold(page, "Ways to do it", "Month by month")
        shown = "Ways to do it" if width > 640 else "Ways to do it, a row each"
        table = page.get_by_role("table", name=shown, exact=True)
        expect(table).to_contain_text("Leap now, your plan")
        lines = page.get_by_role("table", name="The lines of January 2027")
        expect(lines).to_contain_text("In the bank before")
        expect(lines).to_contain_text("$40,000")
        if width < 640:
            check_width(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_four_months_of_leave(window: BrowserContext, server: str, width: int, height: int) -> None:
    """What a leave asks for; a longer one asks for more, and says so in the same place."""
    with opened(window, server, width, height) as page:
        to_months(page, "four_months_of_leave")
        unfold(page, "A leave, a baby, an illness", "Time away")
        expect(page.get_by_text("17 weeks from August 2027.")).to_be_visible()
        type_in(page, "Weeks", "22")
        expect(page.get_by_text("22 weeks from August 2027.")).to_be_visible()
        longer = PLANS["four_months_of_leave"].with_values({"ahead.away.0.weeks": 22})
        check_heading(page, longer)
        if width < 640:
            check_width(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_how_long_is_my_reserve(
    window: BrowserContext, server: str, width: int, height: int
) -> None:
    """Needs and bank typed into a plan without months; each chance opens to its counted paths."""
    with opened(window, server, width, height) as page:
        from_menu(page, "Pages", "Months ahead")
        expect(page.get_by_role("heading", name="What decides it")).to_be_visible()
        settled(page)
        plan = PLANS[examples.FIRST]
        check_heading(page, plan)
        type_in(page, "Needs a month", "9000")
        start = begins.start_for(plan.tax_year)
        plan = plan.with_values({"ahead": {"starts_on": start, "needs_per_month": 9000.0}})
        check_heading(page, plan)
        type_in(page, "In the bank", "5000")
        plan = plan.with_values({"ahead.opening_balance": 5000.0})
        found = view.found(plan)
        figure = page.get_by_test_id("stMetricValue").nth(2)
        expect(figure).to_have_text(words.cell_short(found)[0])
        settled(page)
        page.get_by_role("button", name="How often?").click()
        drawer = page.get_by_role("dialog")
        assert found.paths is not None
        ever = int(found.paths.ever_short.sum())
        expect(drawer).to_contain_text(f"In {ever:,} of them at least one month ends below zero")
        chances = drawer.get_by_role("table", name="How often the money runs out: ends below zero")
        expect(chances).to_be_visible()
        expect(drawer.get_by_role("table", name="Money of path")).to_be_visible()
        drawer.get_by_role("button", name="Close").click()
        expect(page.get_by_test_id("stBottom")).to_contain_text("start with")


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_a_saved_plan_beside(window: BrowserContext, server: str, width: int, height: int) -> None:
    """A file stands beside the plan that is open, which stays as it is; taken away it is gone."""
    with opened(window, server, width, height) as page:
        to_months(page, "first_year")
        plan = PLANS["first_year"]
        other = plan.with_values({"title": "Dearer rooms", "ahead.needs_per_month": 3_800.0})
        unfold(page, "Beside another plan of yours")
        saved: Any = {"name": "other.toml", "mimeType": "application/toml"}
        saved["buffer"] = other.to_toml().encode()
        page.locator("input[type=file]").set_input_files(saved)
        shown = "Ways to do it" if width > 640 else "Ways to do it, a row each"
        table = page.get_by_role("table", name=shown, exact=True)
        expect(table).to_contain_text("Dearer rooms")
        expect(table).to_contain_text("Your plan")
        check_heading(page, plan)
        if width < 640:
            check_width(page)
        page.get_by_role("button", name="Take it away: Dearer rooms").click()
        expect(page.get_by_text("Another plan you saved (.toml)")).to_be_visible()
        expect(table).to_have_count(0)
        check_heading(page, plan)
