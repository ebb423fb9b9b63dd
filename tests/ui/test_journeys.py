"""Journeys of a reader in a real browser: on a desk, on a phone, by keyboard, in both themes."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.ui.browser import seen_in_both_themes, settled, still, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import (
    KIND,
    check_answer,
    check_width,
    chip,
    field,
    figure,
    from_menu,
    open_file,
    result_of,
    to_practice,
    type_in,
    wage_of,
)
from ui.shell import examples
from ui.telling import numbers

FIRST_FIELD_AT = 340  # pixels from the top, so that a phone shows all ten without scrolling
GROUPS = (
    "Clients",
    "Time",
    "Money",
    "Saving",
    "Costs",
    "Household",
    "Loans",
    "Support",
    "Assumptions used",
)
MOST_OF_THE_BAR = 90  # pixels of a phone that the bar may take, with what it says of keeping


def test_a_newcomer_changes_the_fee(page: Page) -> None:
    """One tap, one figure typed: heading, figures and bar are the engine's; nothing is compared."""
    to_practice(page)
    check_answer(page, result_of({}))
    type_in(page, "Fee per session", "160")
    result = result_of({f"{KIND}.fee_per_session": 160.0})
    check_answer(page, result)
    expect(page.get_by_text("baseline")).to_have_count(0)


def test_a_figure_is_opened_to_its_source(page: Page) -> None:
    """How this wage, then how the self-employment tax in it: down to a source, and closed again."""
    to_practice(page)
    page.get_by_role("button", name="How this wage?").click()
    drawer = page.get_by_role("dialog")
    expect(drawer.get_by_role("table")).to_be_visible()
    expect(drawer.get_by_test_id("stMetricValue")).to_have_text(wage_of(result_of({})))
    still(page)
    drawer.locator("summary", has_text="Self-employment tax: how?").click()
    source = drawer.get_by_role("link", name=re.compile("Internal Revenue Code sec. 140"))
    expect(source.first).to_be_visible()
    assert source.first.get_attribute("href").startswith("https://")
    drawer.get_by_role("button", name="Close").click()
    expect(drawer).to_have_count(0)


def test_a_phone_has_room(phone: Page) -> None:
    """Nothing scrolls sideways, two fields a row, the first in sight, the bar leads on."""
    check_width(phone)
    to_practice(phone)
    check_width(phone)
    names = [
        "Fee per session",
        "Sessions scheduled a week",
        "No-shows and late",
        "Weeks off a year",
    ]
    fee, booked, missed, weeks = (field(phone, name).bounding_box() for name in names)
    assert fee["y"] == booked["y"] < missed["y"] == weeks["y"]
    assert fee["x"] == missed["x"] < booked["x"] == weeks["x"]
    assert fee["y"] <= FIRST_FIELD_AT
    figures = [figure(phone, place).bounding_box() for place in range(4)]
    assert figures[0]["y"] == figures[1]["y"] < figures[2]["y"] == figures[3]["y"]
    bar = phone.get_by_test_id("stBottom")
    expect(bar).to_be_in_viewport()
    filing = phone.get_by_role("combobox", name="Filing status").first.bounding_box()
    assert filing["y"] + filing["height"] <= bar.bounding_box()["y"]
    heading, line = (phone.locator(f".st-key-answer {tag}").first for tag in ("h1", "p"))
    assert heading.bounding_box()["height"] > 0
    below = line.evaluate("line => line.getBoundingClientRect().top")
    words = heading.evaluate(
        "shown => { const said = document.createRange(); said.selectNodeContents(shown);"
        " return said.getBoundingClientRect().bottom }"
    )
    assert words <= below + 4  # the sentence stands below the answer, not over it
    expect(bar).to_contain_text(wage_of(result_of({})))
    type_in(phone, "Fee per session", "160")
    expect(bar).to_contain_text(wage_of(result_of({f"{KIND}.fee_per_session": 160.0})))
    expect(bar).to_contain_text("Kept here")
    assert bar.bounding_box()["height"] <= MOST_OF_THE_BAR
    unfold(phone, *GROUPS)
    expect(phone.get_by_role("table", name="What nobody entered")).to_be_visible()
    check_width(phone)


def test_at_twice_the_size_a_field_is_in_sight(window: BrowserContext, server: str) -> None:
    """A desk at 200 % is 640 by 450 pixels: above the bar stands the first field."""
    with opened(window, server, 640, 450) as page:
        to_practice(page)
        fee = field(page, "Fee per session").bounding_box()
        bar = page.get_by_test_id("stBottom").bounding_box()
        assert 0 < fee["y"] < fee["y"] + fee["height"] <= bar["y"]


def test_an_odd_figure_is_told_and_kept(page: Page) -> None:
    """A month typed for a week: one sentence, the figure stays; the right one ends it."""
    to_practice(page)
    type_in(page, "Sessions scheduled a week", "220")
    told = page.get_by_test_id("stAlert")
    expect(told).to_have_count(1)
    expect(told).to_contain_text("Sessions scheduled a week is 220. The most we model is 80")
    expect(field(page, "Sessions scheduled a week")).to_have_value("220")
    check_answer(page, result_of({}))
    type_in(page, "Sessions scheduled a week", "21")
    check_answer(page, result_of({f"{KIND}.booked_per_week": 21.0}))
    expect(told).to_have_count(0)


def test_fast_typing_is_not_lost(page: Page) -> None:
    """Figures typed one after the other, faster than the answer comes, are all taken."""
    to_practice(page)
    typed = {"Fee per session": "165", "Sessions scheduled a week": "20", "Notes each": "7"}
    for label, value in typed.items():
        field(page, label).fill(value)
        page.keyboard.press("Tab")
    changes = {f"{KIND}.fee_per_session": 165.0, f"{KIND}.booked_per_week": 20.0}
    check_answer(page, result_of({**changes, f"{KIND}.notes_minutes_per_session": 7.0}))
    for label, value in typed.items():
        expect(field(page, label)).to_have_value(value)


def test_a_group_stays_open_while_its_figures_change(page: Page) -> None:
    """A folded group, once open, does not shut when a figure in it is changed."""
    to_practice(page)
    unfold(page, "Time")
    hours = field(page, "Administration")
    hours.fill("5")
    hours.press("Enter")
    check_answer(page, result_of({"work.time.administration_hours_per_week": 5.0}))
    settled(page)
    expect(hours).to_have_value("5", timeout=1_000)


def test_an_emptied_field_is_no_zero(page: Page) -> None:
    """A field left empty is told in a sentence; it never becomes a fee of nothing."""
    to_practice(page)
    type_in(page, "Fee per session", "")
    settled(page)
    page.wait_for_timeout(500)
    settled(page)
    check_answer(page, result_of({}))


def test_a_plan_is_saved_and_opened(page: Page, tmp_path: Path) -> None:
    """Saved, changed, opened: the figures are back. A wrong file is refused in one sentence."""
    to_practice(page)
    type_in(page, "Fee per session", "171")
    saved = result_of({f"{KIND}.fee_per_session": 171.0})
    check_answer(page, saved)
    from_menu(page, "Plan", "Save to a file")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the plan").click()
    assert re.fullmatch(r"my-practice-[\w-]+\.toml", download.value.suggested_filename)
    download.value.save_as(tmp_path / "plan.toml")
    page.get_by_role("button", name="Close").click()
    type_in(page, "Fee per session", "90")
    check_answer(page, result_of({f"{KIND}.fee_per_session": 90.0}))
    open_file(page, "wrong.toml", b"[work]\nkind = 'own_practice'\nwage_per_day = 3\n")
    refused = page.get_by_role("dialog").get_by_test_id("stAlert")
    expect(refused).to_have_text(
        re.compile(r"^This file is not a plan of Other Chair: line 3 .*wage_per_day\. Nothing was")
    )
    page.get_by_role("button", name="Close").click()
    check_answer(page, result_of({f"{KIND}.fee_per_session": 90.0}))
    open_file(page, "plan.toml", (tmp_path / "plan.toml").read_bytes())
    check_answer(page, saved)
    expect(field(page, "Fee per session")).to_have_value("171")
    expect(page.get_by_text("baseline")).to_have_count(0)
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_another_example_and_its_baseline(page: Page) -> None:
    """Another example, a change, a new baseline, a change, and back to that baseline."""
    to_practice(page)
    from_menu(page, "Plan", "Start from an example")
    name = "new_practice_high_rent"
    page.get_by_role("button", name=examples.scenarios()[name].title).click()
    check_answer(page, result_of({}, name))
    type_in(page, "Fee per session", "130")
    expect(page.get_by_text("your baseline")).to_have_count(0)
    from_menu(page, "Plan", "Set as baseline")
    expect(chip(page)).to_have_text("the same")
    type_in(page, "Fee per session", "140")
    now, before = (result_of({f"{KIND}.fee_per_session": fee}, name) for fee in (140.0, 130.0))
    more = float(now.wage.amount) - float(before.wage.amount)
    expect(chip(page)).to_have_text(f"{numbers.wage(more)} more")
    from_menu(page, "Plan", "Back to the baseline")
    expect(chip(page)).to_have_text("the same")
    expect(field(page, "Fee per session")).to_have_value("130")
    check_answer(page, before)


NAME_IN_FOCUS = """() => {
    const found = document.activeElement;
    if (!["BUTTON", "INPUT"].includes(found.tagName)) return "";
    return found.getAttribute("aria-label") || found.innerText;
}"""


def focused(page: Page, wanted: str) -> None:
    """Tab until the button or field in focus has the wanted name."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate(NAME_IN_FOCUS).startswith(wanted):
            return
    pytest.fail(f"the keyboard does not reach {wanted}")


def test_the_keyboard_alone_will_do(page: Page) -> None:
    """Tab reaches the door, the first field and a drawer; arrows and Enter work; Escape closes."""
    focused(page, "chair")  # its icon's name, which stands before "My practice"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Your practice")).to_be_visible()
    settled(page)
    focused(page, "Fee per session")
    page.keyboard.press("ArrowUp")
    check_answer(page, result_of({f"{KIND}.fee_per_session": 155.0}))
    settled(page)
    expect(field(page, "Fee per session")).to_be_focused()
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("160")
    page.keyboard.press("Enter")
    check_answer(page, result_of({f"{KIND}.fee_per_session": 160.0}))
    focused(page, "How this wage?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)


def test_nothing_for_axe_to_hold_against_it(page: Page, tmp_path: Path) -> None:
    """A drawer and its table, and a dialog of files: no fault but Streamlit's own."""
    to_practice(page)
    page.get_by_role("button", name="How this wage?").click()
    expect(page.get_by_role("dialog").get_by_role("table")).to_be_visible()
    still(page)
    page.get_by_role("dialog").locator("summary").first.click()
    found = seen_in_both_themes(page, tmp_path, "drawer_1280")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    still(page)  # the page is drawn for the theme that changed behind the drawer
    from_menu(page, "Plan", "Open a file")
    expect(page.locator("input[type=file]")).to_have_count(1)
    found += seen_in_both_themes(page, tmp_path, "open_a_file_1280")
    assert found == []


def test_sources_are_searched(page: Page) -> None:
    """Words in the search open every table and narrow it; where nothing is left, that is said."""
    from_menu(page, "Pages", "Sources")
    search = page.get_by_role("textbox", name="Search")
    expect(search).to_be_visible()
    settled(page)
    rows = page.get_by_role("row")
    tables = page.locator("summary")
    before = tables.count()
    search.fill("standard deduction")
    search.press("Enter")
    expect(rows.filter(has_text="Standard deduction").first).to_be_visible()
    settled(page)
    assert 0 < tables.count() < before
    kept = rows.filter(has=page.get_by_role("cell")).all_inner_texts()
    assert all("standard" in row.lower() and "deduction" in row.lower() for row in kept)
    search.fill("<b>xyz</b>")
    search.press("Enter")
    expect(page.get_by_text("Nothing here matches “<b>xyz</b>”")).to_have_count(1)
    expect(rows).to_have_count(0)
