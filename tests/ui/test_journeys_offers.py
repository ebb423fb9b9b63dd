"""Journeys through job offers in a real browser: on a desk, on a phone, in both themes."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from calc.offers import Comparison, compare
from calc.scenario import Offers
from tests.ui.browser import axe_violations, seen_in_both_themes, settled, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import (
    check_width,
    field,
    from_menu,
    open_file,
    type_in,
)
from ui.shell import examples
from ui.telling import numbers

LETTERS = examples.offers()[examples.FIRST_OFFERS]
SALARY = "offers.0.work.pay.salary_per_year"
RAISED = LETTERS.with_values({SALARY: 95_000.0})
FOLDED = ("Benefits, line by line", "Where two offers", "Public service and", "What others are")


def to_offers(page: Page) -> None:
    """From the first page through its second door."""
    page.get_by_role("button", name="My offers").click()
    expect(page.get_by_role("heading", name="At a glance")).to_be_visible()
    settled(page)


def wages(comparison: Comparison) -> list[str]:
    """The wages as the chart shows them, in its order."""
    return [numbers.wage(float(found.result.wage.amount)) for found in comparison.ranked()]


def chart(page: Page) -> Locator:
    """The bars of the wages."""
    return page.get_by_test_id("stPlotlyChart").first


def check_offers(page: Page, offers: Offers) -> None:
    """Heading, bars and bar say what the engine says of these offers."""
    comparison = compare(offers)
    ranked = comparison.ranked()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(f"{ranked[0].label} ")
    for wage in wages(comparison):
        expect(chart(page)).to_contain_text(wage)
    bar = page.get_by_test_id("stBottom")
    best = max(float(found.result.wage.amount) for found in comparison.compared)
    expect(bar).to_contain_text(f"{len(offers.offers)} offers")
    expect(bar).to_contain_text(numbers.wage(best))


def choose(page: Page, label: str, option: str) -> None:
    """An option of a select box, which is brought into view first: scrolling would shut it."""
    box = page.get_by_role("combobox", name=re.compile(label)).first
    box.evaluate("box => box.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(300)
    box.click()
    page.get_by_role("option", name=option).click()


def three_offers_one_goal(page: Page) -> None:
    """Change a letter, choose a goal, open a figure: the engine's answer every time."""
    to_offers(page)
    check_offers(page, LETTERS)
    expect(page.locator(".stMarkdownBadge")).to_be_visible()
    unfold(page, "Community agency")
    type_in(page, "Salary", "95000")
    check_offers(page, RAISED)
    settled(page)
    expect(page.locator(".stMarkdownBadge")).to_have_count(0)
    choose(page, "Put in order by", "Lightest load")
    ordered = RAISED.with_values({"goal": "load"})
    lightest = compare(ordered).ranked()[0].label
    expect(page.get_by_role("heading", level=1)).to_contain_text(
        f"{lightest} has the lightest load."
    )
    settled(page)
    check_offers(page, ordered)
    page.get_by_role("button", name="How Community agency?").click()
    drawer = page.get_by_role("dialog")
    found = next(one for one in compare(ordered).compared if one.place == 0)
    expect(drawer.get_by_test_id("stMetricValue")).to_have_text(
        numbers.wage(float(found.result.wage.amount))
    )
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)
    page.get_by_role("button", name="Words you can use").click()
    expect(page.get_by_test_id("stCode")).to_contain_text("Thank you for the offer.")
    page.keyboard.press("Escape")


def test_three_offers_one_goal(page: Page) -> None:
    """On a desk."""
    three_offers_one_goal(page)


def test_three_offers_one_goal_on_a_phone(phone: Page) -> None:
    """On a phone, where nothing scrolls sideways."""
    three_offers_one_goal(phone)
    check_width(phone)


@pytest.fixture
def another(chromium: Browser, server: str) -> Iterator[Page]:
    """The app opened anew, as after a restart: nothing of an earlier session is there."""
    with chromium.new_context() as context, opened(context, server, 1280, 900) as page:
        yield page


def saved_and_opened(page: Page, another: Page, folder: Path) -> None:
    """Typed, saved, and opened in a new session, from the page of the plan: the same figures."""
    to_offers(page)
    unfold(page, "Community agency")
    type_in(page, "Salary", "95000")
    check_offers(page, RAISED)
    from_menu(page, "Plan", "Save offers to a file")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the offers").click()
    assert re.fullmatch(r"my-offers-[\w-]+\.toml", download.value.suggested_filename)
    download.value.save_as(folder / "offers.toml")
    text = (folder / "offers.toml").read_bytes()
    assert Offers.from_toml(text).offers == RAISED.offers
    another.get_by_role("button", name="My practice").click()
    expect(another.get_by_role("heading", name="Your practice")).to_be_visible()
    settled(another)
    open_file(another, "offers.toml", text)
    expect(another.get_by_role("heading", name="At a glance")).to_be_visible()
    settled(another)
    check_offers(another, RAISED)
    expect(another.get_by_role("dialog")).to_have_count(0)
    unfold(another, "Community agency")
    expect(field(another, "Salary")).to_have_value("95000")
    from_menu(another, "Pages", "Loans")
    expect(another.get_by_role("heading", name="Your loan")).to_be_visible()
    settled(another)
    from_menu(another, "Pages", "Job offers")
    expect(another.get_by_role("heading", name="At a glance")).to_be_visible()
    check_offers(another, RAISED)


def test_my_offer_file_survives_a_restart(page: Page, another: Page, tmp_path: Path) -> None:
    """On a desk."""
    saved_and_opened(page, another, tmp_path)


def test_my_offer_file_survives_a_restart_on_a_phone(
    phone: Page, another: Page, tmp_path: Path
) -> None:
    """Saved on a phone."""
    saved_and_opened(phone, another, tmp_path)


def test_a_new_letter_is_typed_in(page: Page) -> None:
    """Added empty it is told; typed fast, one field after the other, nothing is lost."""
    to_offers(page)
    page.get_by_role("button", name="Add an offer").click()
    told = page.locator("summary").filter(has_text="still to enter: pay")
    expect(told).to_have_count(1)
    settled(page)
    check_offers(page, _four())
    for label, typed in {
        "Salary": "70000",
        "Sessions scheduled a week": "20",
        "Meetings": "2",
    }.items():
        field(page, label).fill(typed)
        page.keyboard.press("Tab")
    expect(told).to_have_count(0)
    four = _four().with_values(
        {
            "offers.3.work.pay.salary_per_year": 70_000.0,
            "offers.3.work.session_kinds.0.booked_per_week": 20.0,
            "offers.3.work.time.meetings_hours_per_week": 2.0,
        }
    )
    check_offers(page, four)
    for label, typed in {
        "Salary": "70000",
        "Sessions scheduled a week": "20",
        "Meetings": "2",
    }.items():
        expect(field(page, label)).to_have_value(typed)


def test_who_types_on_keeps_the_focus(page: Page) -> None:
    """A figure changes what the heading of its group tells, and the page is no example any more.

    The fields stay the same to the browser, so the next one keeps the focus and what is half typed.
    """
    to_offers(page)
    unfold(page, "Community agency")
    field(page, "Salary").fill("95000")
    booked = field(page, "Sessions scheduled a week")
    booked.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("2")
    expect(page.locator("summary", has_text="Community agency").first).to_contain_text("$95,000")
    check_offers(page, RAISED)
    settled(page)
    expect(booked).to_be_focused()
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    check_offers(page, RAISED.with_values({"offers.0.work.session_kinds.0.booked_per_week": 21.0}))


def _four() -> Offers:
    """The letters and an empty one."""
    work = {"kind": "employee", "time": {"marketing_hours_per_week": 0.0}}
    return LETTERS.with_values({"offers": (*LETTERS.offers, {"label": "Offer 4", "work": work})})


def test_nothing_for_axe_in_a_part_of_an_offer(page: Page) -> None:
    """The board's table and another part of a letter: no fault but Streamlit's own."""
    to_offers(page)
    unfold(page, "Group practice", "Licence")
    expect(page.get_by_role("table", name="What the board asks")).to_be_visible()
    choose(page, "Part of the offer", "What the letter does not say")
    expect(page.get_by_role("button", name="Pay for notes")).to_be_visible()
    assert axe_violations(page) == []


def test_offers_on_a_phone(phone: Page, tmp_path: Path) -> None:
    """Three and five offers at 390 pixels: no sideways scroll, and nothing for axe."""
    to_offers(phone)
    check_width(phone)
    for count in (4, 5):
        phone.get_by_role("button", name="Add an offer").click()
        expect(phone.get_by_test_id("stBottom")).to_contain_text(f"{count} offers")
        settled(phone)
    unfold(phone, *FOLDED)
    check_width(phone)
    assert seen_in_both_themes(phone, tmp_path, "offers_five_390") == []
