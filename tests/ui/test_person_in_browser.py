"""People added on a phone, one after another, without the table."""

from playwright.sync_api import Page, expect

from tests.ui.browser import settled, still

PEOPLE = (("Ana", "54000", "18"), ("Ben", "61000", "22"))


def to_empty_clinic(page: Page) -> None:
    """From the first page to a clinic without posts."""
    page.get_by_role("button", name="My clinic").click()
    expect(page.get_by_role("heading", name="Wage of each clinician")).to_be_visible()
    still(page)
    page.get_by_role("button", name="Start with my own").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("nobody on the roster")
    settled(page)


def test_two_people_are_added_on_a_phone(phone: Page) -> None:
    """Typed and added at once, with no pause between the last key and the button; both are there.

    Nothing of the form scrolls sideways, and the second one begins empty.
    """
    to_empty_clinic(phone)
    for label, pay, sessions in PEOPLE:
        phone.get_by_role("button", name="Add a person").click()
        form = phone.get_by_role("dialog")
        expect(form.get_by_label("Label")).to_have_value("")
        assert phone.evaluate("document.documentElement.scrollWidth") <= 390
        form.get_by_label("Label").fill(label)
        form.get_by_label("Pay a year").fill(pay)
        form.get_by_label("Sessions a week").fill(sessions)
        form.get_by_role("button", name="Add to the roster").click()
        expect(phone.get_by_text(f"{label} is on the roster.")).to_be_visible()
        expect(form).to_be_hidden()
        still(phone)
    expect(phone.get_by_text("2 posts").first).to_be_visible()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Plan A")
    expect(phone.get_by_test_id("stMetric").filter(has_text="Sessions a week")).to_contain_text(
        "40"
    )


def test_a_form_that_was_closed_keeps_what_was_typed(phone: Page) -> None:
    """Half typed, closed by Escape with the last key still in its field: opened again, it is there.

    Once the person is added, the next form is empty.
    """
    to_empty_clinic(phone)
    form = phone.get_by_role("dialog")
    phone.get_by_role("button", name="Add a person").click()
    form.get_by_label("Label").fill("Ana")
    form.get_by_label("Pay a year").fill("54000")
    form.get_by_label("Sessions a week").fill("18")
    form.get_by_label("Full-time share").fill("90")
    phone.keyboard.press("Escape")
    expect(form).to_be_hidden()
    still(phone)
    phone.get_by_role("button", name="Add a person").click()
    expect(form.get_by_label("Label")).to_have_value("Ana")
    expect(form.get_by_label("Pay a year")).to_have_value("54000")
    expect(form.get_by_label("Full-time share")).to_have_value("90")
    form.get_by_role("button", name="Add to the roster").click()
    expect(phone.get_by_text("Ana is on the roster.")).to_be_visible()
    still(phone)
    phone.get_by_role("button", name="Add a person").click()
    expect(form.get_by_label("Label")).to_have_value("")
    expect(form.get_by_label("Full-time share")).to_have_value("100")
