"""Journeys of a director in a real browser: a roster in, two plans compared, the best one found."""

import io
import re
from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from calc.scenario.clinic import Clinic, Plans
from calc.staffing import evaluate_clinic, read_roster
from calc.staffing import plans as clinic_plans
from calc.staffing import roster_rows as roster
from tests.ui.browser import settled, still, unfold
from tests.ui.journeys import check_width, figure, from_menu, type_in
from ui.shell import examples
from ui.telling import numbers

PLANS = examples.clinics()[examples.FIRST_CLINIC]
ROSTER = (
    "Label,Arrangement,Pay form,Pay,Sessions a week,Full-time share %\n"
    "Owner,owner,,,10,100\n"
    "Post 1,employee,salary,64000,26,100\n"
    "Post 2,employee,per session,60,24,100\n"
    "Post 3,contractor,split,58,20,100\n"
    "Post 4,employee,salary,-5,20,100\n"
    "Post 5,employee,salary,60000,22,300\n"
)


def to_clinic(page: Page) -> None:
    """From the first page through the director's door."""
    page.get_by_role("button", name="My clinic").click()
    expect(page.get_by_role("heading", name="Wage of each clinician")).to_be_visible()
    settled(page)


def show(page: Page, letter: str) -> None:
    """Another plan shown."""
    page.get_by_role("radio", name=f"Plan {letter}").or_(
        page.get_by_role("button", name=f"Plan {letter}", exact=True)
    ).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Plan {letter} ")
    settled(page)


def margin_of(clinic: Clinic) -> str:
    """The margin as it is shown."""
    return numbers.money(float(evaluate_clinic(clinic).margin.amount), cents=False)


def imported() -> Plans:
    """What the engine makes of the roster of the journey, brought into plan A of the example."""
    rows = [line.split(",") for line in ROSTER.splitlines()]
    clinic = PLANS.plans[0]
    pairs = roster.imported(read_roster(rows).posts, clinic)
    posts = tuple(pair.after for pair in pairs)
    changed = clinic.with_values({"posts": posts})
    capped = clinic_plans.capped(changed, 22.0)
    return PLANS.with_values({"plans": (changed, capped)})


def import_compare_export(page: Page) -> bytes:
    """A roster brought into plan A, B made from it, both compared, all of it taken out."""
    to_clinic(page)
    for letter in "CB":
        show(page, letter)
        if letter == "C":
            unfold(page, "Plans")
        page.get_by_role("button", name=f"Take plan {letter} away").click()
        expect(page.get_by_role("button", name=f"Take plan {letter} away")).to_have_count(0)
        settled(page)
    unfold(page, "Import and export")
    page.locator("input[type=file]").set_input_files(
        {"name": "roster.csv", "mimeType": "text/csv", "buffer": ROSTER.encode()}
    )
    expect(page.get_by_role("heading", name="4 of 6 posts read")).to_be_visible()
    expect(page.get_by_text("Row 6, Pay is −5.")).to_be_visible()
    expect(page.get_by_text("Row 7, Full-time share % is 300")).to_be_visible()
    page.get_by_role("button", name="Use 4 of 6 posts").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    wanted = imported()
    expect(figure(page)).to_have_text(margin_of(wanted.plans[0]))
    settled(page)
    page.get_by_role("button", name="Cap the sessions").click()
    expect(figure(page)).to_have_text(margin_of(wanted.plans[1]))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Plan B ")
    expect(page.get_by_test_id("stBottom")).to_contain_text(margin_of(wanted.plans[1]))
    unfold(page, "All measures ·")
    expect(page.get_by_role("table", name="What differs")).to_contain_text("Post 1")
    settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="All of it (Excel)").click()
    assert download.value.suggested_filename == "group-practice-of-eight.xlsx"
    return Path(download.value.path()).read_bytes()


def check_book(data: bytes) -> None:
    """The workbook holds the engine's own margins."""
    book = load_workbook(io.BytesIO(data))
    assert book.sheetnames == [
        *("Plans", "What differs", "Plan A", "Roster A", "Plan B", "Roster B")
    ]
    for letter, clinic in zip("AB", imported().plans, strict=True):
        rows = list(book[f"Plan {letter}"].iter_rows(values_only=True))
        last = dict(zip(rows[0], rows[-1], strict=True))
        assert last["Post"] == "Margin"
        margin = float(evaluate_clinic(clinic).margin.amount)
        assert last["To margin"] == pytest.approx(margin, abs=0.01)


def test_a_roster_in_two_plans_and_out(page: Page) -> None:
    """Import a roster, compare two plans, export: on a desk."""
    check_book(import_compare_export(page))


def test_a_roster_in_two_plans_and_out_on_a_phone(phone: Page) -> None:
    """The same on a phone, without sideways scroll."""
    check_book(import_compare_export(phone))
    check_width(phone)


def best_under_a_floor(page: Page) -> None:
    """A floor of $34, hiring afresh under it, kept in place of plan C: it keeps what it says."""
    to_clinic(page)
    type_in(page, "Least true wage", "34")
    expect(page.get_by_text("below your floor of $34").first).to_be_visible()
    settled(page)
    unfold(page, "If you could hire afresh")
    page.get_by_role("button", name="Keep as a plan…").click()
    page.get_by_role("button", name="As plan C, in place of").click()
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text(
        re.compile(
            r"^Plan C keeps every clinician above \$34 an hour and below 47 in 100 exhausted\."
        )
    )
    settled(page)
    lowest = float(figure(page, 1).inner_text().lstrip("$"))
    assert lowest >= 34.0
    assert float(figure(page, 2).inner_text()) <= 60.0


def test_the_best_plan_under_a_floor(page: Page) -> None:
    """Best plan under a $34 wage floor: on a desk."""
    best_under_a_floor(page)


def test_the_best_plan_under_a_floor_on_a_phone(phone: Page) -> None:
    """The same on a phone, without sideways scroll."""
    best_under_a_floor(phone)
    check_width(phone)


def test_a_clinic_is_saved_and_opened(page: Page, tmp_path: Path) -> None:
    """Saved, changed, opened from another page: the plans are back, on their own page."""
    to_clinic(page)
    before = figure(page).inner_text()
    from_menu(page, "Plan", "Save the clinic to a file")
    with page.expect_download() as download:
        page.get_by_role("button", name="Download the clinic").click()
    download.value.save_as(tmp_path / "clinic.toml")
    page.get_by_role("button", name="Close").click()
    assert Plans.from_toml((tmp_path / "clinic.toml").read_bytes()) == PLANS
    from_menu(page, "Plan", "Start from an example")
    page.get_by_role("button", name=re.compile("first hire", re.IGNORECASE)).click()
    expect(figure(page)).not_to_have_text(before)
    from_menu(page, "Pages", "Your hour")
    expect(page.get_by_role("heading", name="Your practice")).to_be_visible()
    settled(page)
    from_menu(page, "Plan", "Open a file")
    page.locator("input[type=file]").set_input_files(tmp_path / "clinic.toml")
    expect(page.get_by_role("heading", name="Wage of each clinician")).to_be_visible()
    expect(figure(page)).to_have_text(before)


ALL = (
    "Why plan",
    "Money of",
    "Each post",
    "People who leave",
    "If it goes",
    "Best plan that",
)


def test_the_clinic_on_a_phone(phone: Page) -> None:
    """At 390 pixels nothing scrolls sideways, and tables fit."""
    to_clinic(phone)
    unfold(phone, *ALL, "All measures", "With chance", "If you could hire afresh")
    check_width(phone)


def test_a_chart_in_a_drawer_stays_when_the_drawer_alone_runs(page: Page) -> None:
    """Its table is opened, which runs the drawer without the page."""
    to_clinic(page)
    page.get_by_role("button", name="How this load?").first.click()
    drawer = page.get_by_role("dialog")
    expect(drawer.locator(".js-plotly-plot")).to_have_count(1)
    still(page)
    drawer.locator("summary", has_text="As a table").click()
    expect(drawer.get_by_role("table", name="The chart as a table")).to_be_visible()
    expect(drawer.locator(".js-plotly-plot")).to_have_count(1)
