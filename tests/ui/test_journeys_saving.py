"""One dollar below the cliff, and how much into which plan. On a desk and on a phone."""

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.cover_saving import SavingForCredit, saving_for_credit, ways_of
from calc.questions.saving_room import rooms_of
from tests.ui.browser import settled, unfold
from tests.ui.conftest import opened
from tests.ui.journeys import check_width, field, from_menu, open_file, type_in
from tests.ui.pages import SOLO
from ui.telling import numbers

SIZES = ((1280, 900), (390, 844))
FEE = "work.session_kinds.0.fee_per_session"
PLAN = SOLO.with_values({FEE: 110.0})


def with_cover(plan: Scenario) -> Scenario:
    """The plan with what the journey types."""
    return plan.with_values(
        {"household.cover": {"benchmark_per_month": 950.0}, "work.health_premium_per_month": 880.0}
    )


def result_of(plan: Scenario) -> Result:
    """The engine's year."""
    return evaluate(plan, load_rules(2026))


def least(plan: Scenario) -> SavingForCredit:
    """The least that brings the credit in a solo 401(k)."""
    result = result_of(plan)
    found = saving_for_credit(result, ways_of(result)[0])
    assert found is not None
    return found


def text(page: Page, said: str) -> Locator:
    """The first place where something is said."""
    return page.get_by_text(said).first


def to_page(page: Page, plan: Scenario) -> None:
    """The plan from its file, and the page by the menu."""
    open_file(page, "mine.toml", plan.to_toml().encode())
    settled(page)
    from_menu(page, "Pages", "Taxes and saving")
    expect(page.get_by_role("heading", name="Saving and the premium credit")).to_be_visible()
    settled(page)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_one_dollar_below_the_cliff(
    window: BrowserContext, server: str, width: int, height: int
) -> None:
    """From no cover to the saving that brings the credit; a dollar less of it brings none."""
    found = least(with_cover(PLAN))
    amount = numbers.money(found.amount)
    with opened(window, server, width, height) as page:
        to_page(page, PLAN)
        expect(text(page, "to see the premium credit")).to_be_visible()
        type_in(page, "Premium a month", "880")
        settled(page)
        type_in(page, "Second-cheapest silver plan", "950")
        settled(page)
        expect(text(page, f"{amount} saved in a solo 401(k) costs")).to_be_visible()
        expect(text(page, f"{numbers.money(found.credit)} of credit")).to_be_visible()
        expect(text(page, "it ends at $62,600")).to_be_visible()
        saved = with_cover(PLAN).with_values(
            {"work.saving.solo_401k_deferral_per_year": found.amount}
        )
        less = saved.with_values({"work.saving.solo_401k_deferral_per_year": found.amount - 1.0})
        to_page(page, less)
        expect(text(page, "There is no credit at an income of")).to_be_visible()
        last = numbers.money(least(less).amount)
        expect(text(page, f"{last} saved in a solo 401(k) leaves")).to_be_visible()
        to_page(page, saved)
        expect(text(page, f"The credit is {numbers.money(found.credit)} a year")).to_be_visible()
        expect(text(page, "One dollar more profit ends it, and takes")).to_be_visible()
        type_in(page, "Credit paid in advance", "600")
        settled(page)
        expect(text(page, "is owed with the return in April.")).to_be_visible()
        if width < 640:
            check_width(page)
        from_menu(page, "Pages", "Your hour")
        expect(text(page, "At this income the marketplace credit is")).to_be_visible()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_how_much_into_which_plan(
    window: BrowserContext, server: str, width: int, height: int
) -> None:
    """Each plan's most, what a dollar costs, another way of saving, and the next dollar."""
    rooms = {room.plan: float(room.total) for room in rooms_of(result_of(PLAN))}
    with opened(window, server, width, height) as page:
        to_page(page, PLAN)
        table = page.get_by_role("table", name="Room in each plan")
        expect(table).to_contain_text(numbers.money(rooms["solo_401k"]))
        expect(table).to_contain_text(numbers.money(rooms["sep"]))
        expect(table).to_contain_text("only with pay from an employer")
        unfold(page, "What a dollar costs, and by when")
        costs = page.get_by_role("table", name="What a dollar put into each plan costs in hand")
        expect(costs).to_contain_text("Solo 401(k), Roth")
        expect(costs).to_contain_text("$1.00")
        type_in(page, "Premium a month", "880")
        settled(page)
        type_in(page, "Second-cheapest silver plan", "950")
        settled(page)
        page.get_by_role("radio", name="a SEP").click()
        settled(page)
        expect(text(page, "saved in a SEP costs")).to_be_visible()
        type_in(page, "People covered", "3")
        expect(text(page, "your return has 1")).to_be_visible()
        type_in(page, "People covered", "1")
        settled(page)
        expect(field(page, "People covered")).to_have_value("1")
        unfold(page, "The next dollar")
        steps = page.get_by_role("table", name="Every step")
        expect(steps).to_contain_text("The premium credit ends")
        if width < 640:
            check_width(page)
