"""Lists in a browser: after a row is added, renamed or removed, the next edit is that row's own."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.ui.browser import still, unfold
from tests.ui.journeys import from_menu, to_practice, type_in

OWED = "Amount owed on this loan"


def _in(page: Page, group: str) -> Locator:
    return page.locator("details", has=page.locator("summary", has_text=group)).first


def _box(where: Locator, label: str) -> Locator:
    return where.locator(f"input[aria-label^='{label}']").last


def _type(page: Page, where: Locator, label: str, typed: str) -> None:
    """Typed as a hand does it: the box is left by Tab, and the answer is not waited for."""
    box = _box(where, label)
    box.fill(typed)
    page.keyboard.press("Tab")
    page.wait_for_timeout(200)


def _choose(page: Page, where: Locator, box: str, option: str) -> None:
    where.get_by_role("combobox", name=box).click()
    page.get_by_role("option", name=option, exact=True).click()
    still(page)


def test_a_kind_is_added_named_and_edited(page: Page) -> None:
    """A panel beside private pay: both keep their own fee and sessions; then the first goes."""
    to_practice(page)
    unfold(page, "Clients")
    clients = _in(page, "Clients")
    first = _box(clients, "Name").input_value()
    clients.get_by_role("button", name="Add a kind").click()
    expect(_box(clients, "Name")).to_have_value("Kind 2")
    still(page)
    expect(_box(clients, "Sessions scheduled a week")).to_have_value("0")
    for label, typed in (
        ("Name", "Aetna"),
        ("Sessions scheduled a week", "8"),
        ("Fee per session", "112"),
    ):
        _type(page, clients, label, typed)
    _type(page, clients, "Minutes each", "55")
    still(page)
    expect(_box(clients, "Fee per session")).to_have_value("112")
    _choose(page, clients, "Kind of session", first)
    expect(_box(clients, "Fee per session")).to_have_value("150")
    expect(_box(clients, "Sessions scheduled a week")).to_have_value("22")
    expect(_box(clients, "Minutes each")).to_have_value("50")
    clients.get_by_role("button", name="Remove this kind").click()
    expect(_box(clients, "Name")).to_have_value("Aetna")
    still(page)
    _type(page, clients, "Sessions scheduled a week", "9")
    still(page)
    expect(_box(clients, "Sessions scheduled a week")).to_have_value("9")
    expect(_box(clients, "Fee per session")).to_have_value("112")


def test_a_cost_is_added_named_and_edited(page: Page) -> None:
    """The row that is edited is the one that was added, also after it has another name."""
    to_practice(page)
    unfold(page, "Costs")
    costs = _in(page, "Costs")
    first = _box(costs, "Name").input_value()
    amount = _box(costs, "Amount").input_value()
    costs.get_by_role("button", name="Add a cost").click()
    page.get_by_role("button", name="Add it at its typical amount").click()
    expect(_box(costs, "Name")).not_to_have_value(first)
    still(page)
    for label, typed in (("Name", "Peer group"), ("Amount", "40"), ("Amount", "45")):
        _type(page, costs, label, typed)
    still(page)
    expect(_box(costs, "Name")).to_have_value("Peer group")
    expect(_box(costs, "Amount")).to_have_value("45")
    _choose(page, costs, "Change which", first)
    expect(_box(costs, "Amount")).to_have_value(amount)


def test_loans_are_added_named_and_edited(page: Page) -> None:
    """Two federal loans, the second named; the first keeps its balance."""
    from_menu(page, "Pages", "Loans")
    page.get_by_role("button", name="Work it out from the loan").click()
    still(page)
    type_in(page, "Amount owed on a federal loan", "41000")
    still(page)
    unfold(page, "Loans ·")
    loans = _in(page, "Loans ·")
    before = _box(loans, OWED).input_value()
    _type(page, loans, "Amount owed on another federal loan", "9000")
    expect(loans.get_by_role("combobox", name="Which federal loan")).to_be_visible()
    still(page)
    for label, typed in (("Name", "Grad PLUS"), (OWED, "12000"), (OWED, "12500")):
        _type(page, loans, label, typed)
    still(page)
    expect(_box(loans, "Name")).to_have_value("Grad PLUS")
    expect(_box(loans, OWED)).to_have_value("12500")
    loans.get_by_role("button", name="Remove this federal loan").click()
    expect(loans.get_by_role("combobox", name="Which federal loan")).to_have_count(0)
    still(page)
    expect(_box(loans, OWED)).to_have_value(before)


def test_a_letter_is_removed_while_another_is_typed(page: Page) -> None:
    """The second letter keeps what was typed when the first goes, and takes what comes next."""
    from_menu(page, "Pages", "Job offers")
    still(page)
    cards = page.locator("details", has=page.locator("summary", has_text="booked a week"))
    names = [
        re.split(r"\n| · ", name.strip().removeprefix("keyboard_arrow_right").strip())[0]
        for name in cards.locator("summary").all_inner_texts()
    ]
    unfold(page, names[0])
    unfold(page, names[1])
    second = _in(page, names[1])
    _type(page, second, "Sessions scheduled a week", "21")
    _in(page, names[0]).get_by_role("button", name="Remove this offer").click()
    expect(page.locator("summary", has_text=names[0])).to_have_count(0)
    still(page)
    expect(_box(second, "Sessions scheduled a week")).to_have_value("21")
    _box(second, "Sessions scheduled a week").fill("19")
    page.keyboard.press("Enter")
    expect(second.locator("summary").first).to_contain_text("19 booked a week")


def test_a_payer_is_taken_out_by_a_hasty_hand(page: Page) -> None:
    """Pressed twice in a row, the button of a payer takes that payer out and no other."""
    from_menu(page, "Pages", "Clinic")
    still(page)
    unfold(page, "Payers ·")
    payers = _in(page, "Payers ·")
    payers.get_by_role("button", name="Add an insurer").click()
    outs = payers.get_by_role("button", name="Take this row out")
    expect(outs).to_have_count(3)
    still(page)
    outs.first.dblclick()
    expect(outs).to_have_count(2)
    still(page)
    expect(outs).to_have_count(2)
    expect(payers.get_by_text("Individual, private", exact=True)).to_be_visible()
    expect(payers.get_by_text("Individual, insurer", exact=True)).to_have_count(0)
