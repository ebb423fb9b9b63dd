"""Taxes on a clinic's receipts are in its margin, and the page says which."""

from calc.staffing import evaluate_clinic
from tests.ui.clinic.clinics import PLANS, Open, opened, texts
from tests.worked.clinics import PLAIN, clinic, salaried, split, work
from ui.clinic import place, tables, tax_words

OWNER = {"label": "Owner", "work": work("own_practice", card_fee_share=0), **PLAIN}


def said(*posts: dict[str, object], **more: object) -> list[str]:
    """What is told of a clinic."""
    return [
        one.replace("\\", "")
        for one in tax_words.on_receipts(evaluate_clinic(clinic(*posts, **more)))
    ]


def test_what_they_come_to_is_told() -> None:
    """Each tax with its amount; that the margin is after them; how a charity is free of them."""
    (told,) = said(salaried(), split(), state="HI")
    assert told == (
        "**The margin is after $9,000 a year of taxes on receipts**, on $200,000: Hawaii general "
        "excise tax $8,000, Hawaii county surcharge $1,000. If you entered them as a shared cost, "
        "take them out there. A charity that owes none says so under Place and law."
    )
    (owned,) = said(OWNER, salaried(), state="HI")
    assert owned == told.partition(" A charity")[0]


def test_what_is_not_worked_out_is_named() -> None:
    """A tax that hangs on other facts, a city that is not chosen; nothing in Texas or abroad."""
    (told,) = said(salaried(), state="NM")
    assert told.startswith("**New Mexico gross receipts tax is not counted.** New Mexico's")
    assert said(salaried(), state="CA") == [
        "**Los Angeles** taxes what a clinic there takes in. If it is yours, choose it under Place "
        "and law."
    ]
    assert said(salaried(), state="OH") == []
    assert said(salaried(), state="TX") == []
    assert said(salaried(), state="HI", currency="EUR") == []


def test_the_roster_adds_up_to_the_margin() -> None:
    """The taxes are a row of their own between the posts and the margin."""
    table = tables.roster(evaluate_clinic(clinic(salaried(), split(), state="HI")))
    names = [row[0] for row in table.rows]
    assert names == ["Post 1", "Post 2", "Taxes on receipts", "**Margin**"]
    left = [float(row[-1]) for row in table.rows]
    assert left[2] == -9_000
    assert sum(left[:-1]) == left[-1]


def test_the_page_tells_it(open_app: Open) -> None:
    """Below the figures, for the plan that is shown, and in the answers of each post."""
    there = PLANS.with_values({f"plans.{place}.state": "HI" for place in range(len(PLANS.plans))})
    page = texts(opened(open_app, there, "money", "posts", "law"))
    assert "The margin is after" in page
    assert "of the taxes on receipts" in page
    assert "The margin is after" not in texts(opened(open_app))


def test_a_city_is_chosen_and_left_with_its_state() -> None:
    """The city goes into each plan that was the same, and goes again with the state."""
    plans = PLANS.with_values({f"plans.{at}.state": "PA" for at in range(len(PLANS.plans))})
    chosen = plans.with_values(place.in_city(plans, 0, "philadelphia"))
    assert {plan.household.city for plan in chosen.plans} == {"philadelphia"}
    assert evaluate_clinic(chosen.plans[1]).receipts_taxes.amount > 0.0
    one = plans.with_values(place.in_city(plans, 1, "philadelphia"))
    assert [plan.household.city for plan in one.plans][:2] == ["none", "philadelphia"]
    moved = chosen.with_values(place.moved(chosen, 0, "TX"))
    assert {plan.household.city for plan in moved.plans} == {"none"}
    assert {plan.default_household.state for plan in moved.plans} == {"TX"}


def test_the_city_and_the_charity_on_the_page(open_app: Open) -> None:
    """Philadelphia is offered in Pennsylvania, and with it the switch of taxes on receipts."""
    changes = {f"plans.{at}.state": "PA" for at in range(len(PLANS.plans))}
    plans = PLANS.with_values(changes)
    app = opened(open_app, plans, "law", shown=0)
    (city,) = (box for box in app.selectbox if box.label.startswith("City"))
    city.select("philadelphia").run()
    assert not app.exception
    assert "The margin is after" in texts(app)
    (owed,) = (box for box in app.toggle if box.label.startswith("Taxes on receipts"))
    owed.set_value(False).run()
    assert "The margin is after" not in texts(app)
