"""Cards of Job offers: added, removed, kept, and drawn for every kind of pay."""

import pytest

from calc.offers import compare
from calc.scenario import Employee, Hourly
from tests.ui.offers.letters import (
    AGENCY,
    LETTERS,
    Open,
    button,
    by_label,
    field,
    glance,
    mine,
    missing,
    part,
    said,
    unfolded,
    warnings,
)
from ui.offers import kinds as offer_kinds
from ui.offers.fields import PARTS


def test_an_added_offer_is_kept_until_it_is_complete(open_offers: Open) -> None:
    """Added empty it is told and left out, the others compare; with its pay it takes part."""
    app = button(open_offers(), "add offer")
    assert len(mine(app).offers) == 4
    assert warnings(app) == ""  # nothing is wrong with it
    assert missing(app) == "**Offer 4** · still to enter: pay"
    assert "1 more is not complete yet" in said(app)
    assert list(glance(app).columns)[1:] == ["Contract, 1099", "Group practice", "Community agency"]
    path = "offers.3.work.pay.salary_per_year"
    app = field(app, path).set_value(70_000.0).run()
    assert not app.exception
    assert mine(app).value_at(path) == 70_000.0
    assert warnings(app) == ""
    assert missing(app) == "**Offer 4** · still to enter: sessions scheduled a week"
    app = field(app, "offers.3.work.session_kinds.0.booked_per_week").set_value(20.0).run()
    assert "Offer 4" not in warnings(app) + missing(app)  # nor of a contract that nobody stated
    names = [found.label for found in compare(mine(app)).ranked()]
    assert list(glance(app)["Offer"]) == names  # four offers are rows
    assert len(names) == 4


def test_a_new_letter_asks_first_what_decides(open_offers: Open) -> None:
    """Pay, sessions and hours of the contract are empty; an employee markets nothing."""
    app = unfolded(button(open_offers(), "own offers"), "offer 0")
    stem = "offers.0.work"
    for path in (
        f"{stem}.pay.salary_per_year",
        f"{stem}.session_kinds.0.booked_per_week",
        f"{stem}.pay.contracted_hours_per_week",
    ):
        assert field(app, path).value is None, path
    for path in (
        f"{stem}.pay.quota_sessions_per_week",
        "virtual.offers.0.weeks_off",
        "offers.0.state",
        f"{stem}.employer_type",
        "licence.family",
    ):
        assert field(app, path), path
    for offer in mine(app).offers:
        assert offer.work.time.marketing_hours_per_week == 0.0
        assert offer.work.time.meetings_hours_per_week == 0.0


def test_five_are_the_most_and_none_is_lost(open_offers: Open) -> None:
    """At five nothing more can be added or copied; a copy has a name of its own."""
    app = unfolded(open_offers(), "offer 0")
    app = button(app, "copy offer 0")
    assert [offer.label for offer in mine(app).offers][:2] == [
        "Community agency",
        "Community agency (copy)",
    ]
    assert mine(app).offers[1].work == AGENCY.work
    app = button(app, "add offer")
    assert len(mine(app).offers) == 5
    assert app.button(key="add offer").disabled
    assert app.button(key="copy offer 0").disabled
    assert "still to enter: pay" in missing(app)


def test_copies_can_be_read_in_a_list_of_names(open_offers: Open) -> None:
    """A copy of a copy is the second copy of the letter, not a copy of its name."""
    app = button(unfolded(open_offers(LETTERS), "offer 0"), "copy offer 0")
    app = button(unfolded(app, "offer 3"), "copy offer 3")
    assert [offer.label for offer in mine(app).offers][:3] == [
        "Community agency",
        "Community agency (copy)",
        "Community agency (copy 2)",
    ]


def test_removing_one_keeps_what_was_typed_in_another(open_offers: Open) -> None:
    """A refused value, and whether a card is open, go along: its fields are those they were."""
    app = unfolded(open_offers(LETTERS), "offer 0", "offer 2")
    app = field(app, "offers.2.work.pay.share").set_value(120.0).run()
    assert "Your share** is 120" in warnings(app)
    assert mine(app) == LETTERS
    app = button(app, "remove offer 0")
    assert [offer.label for offer in mine(app).offers] == ["Group practice", "Contract, 1099"]
    share = field(app, "offers.2.work.pay.share")
    assert share.value == 120.0
    assert "Your share** is 120" in warnings(app)
    app = share.set_value(65.0).run()
    assert mine(app).value_at("offers.1.work.pay.share") == pytest.approx(0.65)
    assert warnings(app) == ""


def test_two_presses_at_once_remove_the_two_that_were_pressed(open_offers: Open) -> None:
    """The second arrives before the page showed what the first did: it is that letter's own."""
    app = unfolded(open_offers(LETTERS), "offer 0", "offer 1")
    app.button(key="remove offer 0").click()
    app.button(key="remove offer 1").click()
    app = app.run()
    assert not app.exception
    assert [offer.label for offer in mine(app).offers] == ["Contract, 1099"]


def test_a_letter_that_is_gone_takes_no_press(open_offers: Open) -> None:
    """A copy is asked of the letter removed just before: nothing is copied, nothing else goes."""
    app = unfolded(open_offers(LETTERS), "offer 1")
    app.button(key="remove offer 1").click()
    app.button(key="copy offer 1").click()
    app = app.run()
    assert not app.exception
    labels = [offer.label for offer in mine(app).offers if offer.label != "Group practice (copy)"]
    assert labels == ["Community agency", "Contract, 1099"]


def test_what_is_chosen_of_a_letter_stays_with_it(open_offers: Open) -> None:
    """Its part, the counter-offer and the level pair: the same letter with another one removed."""
    app = unfolded(open_offers(LETTERS), "offer 1", "offer 2", "offer 0")
    app.session_state["offers level"] = True
    app = part(app.run(), 2, "Benefits")
    app = by_label(app, "Counter-offer to").select(1).run()
    app = by_label(app, "This offer").select(2).run()
    app = button(app, "remove offer 0")
    assert app.selectbox(key="part of offer 2").value == "Benefits"
    assert by_label(app, "Counter-offer to").value == 1
    assert by_label(app, "This offer").value == 2
    app = field(app, "offers.1.label").set_value("The group").run()
    assert by_label(app, "Counter-offer to").value == 1
    assert "What you might ask of The group" in said(app)


def test_whoever_went_on_to_a_removed_offer_stays(open_offers: Open) -> None:
    """A move to an offer that is gone ends; a new name is followed."""
    letters = LETTERS.with_values({"offers.0.after_licence.moves_to": "Group practice"})
    app = unfolded(open_offers(letters), "offer 1")
    app = field(app, "offers.1.label").set_value("The group").run()
    assert mine(app).offers[0].after_licence.moves_to == "The group"
    app = button(app, "remove offer 1")
    assert mine(app).offers[0].after_licence.moves_to == ""
    assert mine(app).offers[0].after_licence.raise_share == 0.15


def test_cards_stay_where_they_are_while_letters_are_typed(open_offers: Open) -> None:
    """First on the page with too little to compare, and there still once two are complete."""
    app = button(open_offers(), "own offers")
    for place in (0, 1):
        app = unfolded(app, f"offer {place}")
        app = field(app, f"offers.{place}.work.pay.salary_per_year").set_value(60_000.0).run()
        assert f"**Offer {place + 1}** · still to enter: sessions scheduled a week" in missing(app)
        app = field(app, f"offers.{place}.work.session_kinds.0.booked_per_week").set_value(22.0)
        app = app.run()
        assert not app.exception
    headings = [heading.value for heading in app.header]
    assert headings.index("Your letters") < headings.index("At a glance")
    again = [heading.value for heading in open_offers(mine(app)).header]
    assert again.index("At a glance") < again.index("Your letters")


def test_what_is_missing_twice_is_said_once(open_offers: Open) -> None:
    """A split lacks its share and the fee it is of: still to enter is pay."""
    app = unfolded(button(open_offers(), "add offer"), "offer 3")
    app = field(app, "offers.3.work.kind").select("split").run()
    assert missing(app) == "**Offer 4** · still to enter: pay"


def test_kinds_of_pay_keep_what_carries_over(open_offers: Open) -> None:
    """Through all kinds and back: caseload, time and premium stay, pay comes back as typed."""
    app = unfolded(open_offers(LETTERS), "offer 0")
    for kind in (*offer_kinds.KINDS[1:], "salary"):
        app = field(app, "offers.0.work.kind").select(kind).run()
        assert not app.exception
        work = mine(app).offers[0].work
        assert offer_kinds.kind_of(work) == kind
        assert work.session_kinds == AGENCY.work.session_kinds
        assert work.time == AGENCY.work.time
        assert work.health_premium_per_month == AGENCY.work.health_premium_per_month
        if kind not in ("own_practice", "salary"):
            assert missing(app).endswith("still to enter: pay")
    assert mine(app).offers[0].work == AGENCY.work


def test_contracted_hours_carry_over(open_offers: Open) -> None:
    """Salary and hourly pay are for the same week."""
    letters = LETTERS.with_values({"offers.0.work.pay.contracted_hours_per_week": 36.0})
    app = unfolded(open_offers(letters), "offer 0")
    app = field(app, "offers.0.work.kind").select("hourly").run()
    work = mine(app).offers[0].work
    assert isinstance(work, Employee)
    assert isinstance(work.pay, Hourly)
    assert work.pay.contracted_hours_per_week == 36.0


@pytest.mark.parametrize("kind", offer_kinds.KINDS)
def test_every_part_of_every_kind_is_drawn(open_offers: Open, kind: str) -> None:
    """Each part of a card, and each widget's limit of twelve fields at once."""
    app = unfolded(open_offers(LETTERS), "offer 0")
    app = field(app, "offers.0.work.kind").select(kind).run()
    for name in PARTS:
        app = part(app, 0, name)
        drawn = [w for w in app.number_input if w.key.startswith("offer 0 ")]
        assert len(drawn) <= 14


def test_a_removed_letter_can_be_taken_back(open_offers: Open) -> None:
    """Said once it is gone; taken back, the letters are those of before and nothing is said."""
    app = button(unfolded(open_offers(LETTERS), "offer 0"), "remove offer 0")
    assert len(mine(app).offers) == 2
    assert "Removed." in said(app)
    app = button(app, "offer removed back")
    assert mine(app) == LETTERS
    assert "Removed." not in said(app)
