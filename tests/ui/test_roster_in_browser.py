"""The roster of a clinic typed in a real browser, cell by cell."""

from playwright.sync_api import Page, expect

from calc.staffing import same_pay
from tests.ui import browser
from tests.ui.browser import settled, still, unfold
from tests.ui.journeys import figure
from tests.ui.test_journeys_clinic import PLANS, margin_of, show, to_clinic

HEAD, ROW = 35, 35  # pixels of the table to type in


def to_roster(page: Page) -> None:
    """From the first page to the roster, open as a table to type in."""
    to_clinic(page)
    unfold(page, "Edit the roster")
    expect(page.get_by_test_id("stDataFrame").locator("canvas").first).to_be_visible()
    settled(page)


def test_the_roster_is_typed(page: Page) -> None:
    """A cell typed in the table is in the plan; one that breaks a rule is told and kept out."""
    to_roster(page)
    _type_into(page, 4, 2, "70000")
    wanted = PLANS.plans[1].with_values({"posts.1.work.pay.salary_per_year": 70000.0})
    expect(figure(page)).to_have_text(margin_of(wanted))
    settled(page)
    _type_into(page, 4, 2, "-70000")
    expect(page.get_by_text("Row 2 (Post 1), Pay is −70,000.")).to_be_visible()
    expect(figure(page)).to_have_text(margin_of(wanted))


def test_a_post_is_renamed_and_edited(page: Page) -> None:
    """A post of another name is the same row: what is typed next is its own, twice."""
    to_roster(page)
    _type_into(page, 1, 2, "Back room")
    expect(page.get_by_role("cell", name="Back room").first).to_be_visible()
    _type_into(page, 4, 2, "70000")
    _type_into(page, 4, 2, "71000")
    wanted = PLANS.plans[1].with_values({"posts.1.work.pay.salary_per_year": 71000.0})
    expect(figure(page)).to_have_text(margin_of(wanted))


def test_a_comma_typed_in_the_roster_is_not_lost(page: Page) -> None:
    """Thousands are read as such, and what may be two numbers is told and stays."""
    to_roster(page)
    _type_into(page, 4, 2, "70,000")
    wanted = PLANS.plans[1].with_values({"posts.1.work.pay.salary_per_year": 70000.0})
    expect(figure(page)).to_have_text(margin_of(wanted))
    settled(page)
    _type_into(page, 4, 2, "7,00,0")
    expect(page.get_by_text("is no number or may be two")).to_be_visible()
    expect(figure(page)).to_have_text(margin_of(wanted))


def test_another_form_of_pay_is_typed(page: Page) -> None:
    """A salary becomes as much a session, in the table too: the next cell typed leaves it so."""
    to_roster(page)
    shown = PLANS.plans[1]
    rate = same_pay(shown, shown.posts[1], "per_session")
    assert rate is not None
    paid = {"kind": "per_session", "rates_per_session": (round(rate, 2),)}
    wanted = shown.with_values({"posts.1.work.pay": paid})
    assert margin_of(wanted) != margin_of(shown)  # a rounded rate
    _type_into(page, 3, 2, "Per session")
    expect(figure(page)).to_have_text(margin_of(wanted))
    still(page)
    _type_into(page, 9, 2, "5")
    wanted = wanted.with_values({"posts.1.work.time.meetings_hours_per_week": 5.0})
    assert margin_of(wanted) != margin_of(shown)
    expect(figure(page)).to_have_text(margin_of(wanted))


def test_a_cell_half_typed_is_of_its_own_plan(page: Page) -> None:
    """Typed in plan B and left by a click on plan A: B has it, and A stays as it was."""
    to_roster(page)
    _type_into(page, 4, 2, "70000", enter=False)
    show(page, "A")
    expect(figure(page)).to_have_text(margin_of(PLANS.plans[0]))
    show(page, "B")
    wanted = PLANS.plans[1].with_values({"posts.1.work.pay.salary_per_year": 70000.0})
    expect(figure(page)).to_have_text(margin_of(wanted))


def _type_into(page: Page, column: int, row: int, typed: str, *, enter: bool = True) -> None:
    """A cell of the table, counted from 1, by the keyboard from the first cell of its row."""
    grid = page.get_by_test_id("stDataFrame").locator("canvas").first
    grid.evaluate("table => table.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(300)  # the page scrolls smoothly
    browser.still(page)  # a table that is drawn anew meanwhile would lose what is typed
    box = grid.bounding_box()
    assert box is not None
    page.mouse.click(box["x"] + 75, box["y"] + HEAD + ROW * (row - 0.5))
    for place in range(1, column + 1):
        if place > 1:
            page.keyboard.press("ArrowRight")
        # A canvas goes from the cell that it has drawn: a key that comes before goes elsewhere.
        cell = grid.get_by_test_id(f"glide-cell-{place}-{row - 1}")
        expect(cell).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")  # opens the cell
    cell = (
        page.locator("#portal")
        .get_by_role("textbox")
        .or_(page.locator("#portal").get_by_role("spinbutton"))
        .or_(page.locator("#portal").get_by_role("combobox"))
    )
    expect(cell).to_be_focused()
    cell.fill(typed)
    expect(cell).to_have_value(typed)
    if enter:
        page.keyboard.press("Enter")
