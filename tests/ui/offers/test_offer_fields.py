"""Fields of Job offers: what is unsaid, the board's figures, and the person's own."""

import pytest

from calc.offers import compare
from calc.scenario import UNSAID
from tests.ui.offers.letters import (
    LETTERS,
    Open,
    field,
    glance,
    mine,
    part,
    said,
    unfolded,
    warnings,
)
from ui.offers import ask_words
from ui.offers import charts as offer_charts
from ui.shell import examples
from ui.telling import numbers
from ui.telling.palette import LIGHT


def test_what_is_not_said_becomes_a_question_and_a_band(open_offers: Open) -> None:
    """Chosen in the letter's part: a question with what it is worth; all of them can be chosen."""
    app = part(unfolded(open_offers(LETTERS), "offer 0"), 0, "What the letter does not say")
    for count in (1, len(UNSAID)):
        chosen = UNSAID[:count]
        app = field(app, "offers.0.letter.unsaid").set_value(list(chosen)).run()
        assert not app.exception
        assert mine(app).offers[0].letter.unsaid == chosen
        text = said(app)
        assert all(ask_words.QUESTIONS[term] in text for term in chosen)
    found = next(one for one in compare(mine(app)).compared if one.place == 0)
    assert found.band is not None
    chart = offer_charts.wages([found], LIGHT)
    assert chart is not None
    ends = [numbers.wage(end) for end in (found.band.low, found.band.high)]
    assert f"what is not said: {ends[0]} to {ends[1]}" in chart.alt


def test_a_typed_figure_of_the_board_counts(open_offers: Open) -> None:
    """Typed 40 months at least: that decides; the field empty again, ours does."""
    app = unfolded(open_offers(LETTERS), "group", "offers licence")
    path = "virtual.board.AZ.lcsw.least_months"
    app = field(app, path).set_value(40.0).run()
    assert not app.exception
    assert mine(app).licence.typed[0].least_months == 40.0
    table = glance(app)
    row = next(row for row in table.itertuples(index=False) if row[0] == "…after months")
    assert list(row[1:]) == ["40", "40", "40"]
    app = field(app, path).set_value(999.0).run()
    assert "**Least months** is 999" in warnings(app)
    assert mine(app).licence.typed[0].least_months == 40.0
    app = field(app, path).set_value(None).run()
    assert mine(app).licence.typed[0].least_months is None
    assert compare(mine(app)).ranked()[0].licence == compare(LETTERS).ranked()[0].licence


def test_an_unconfirmed_figure_is_shown_and_never_used(open_offers: Open) -> None:
    """A psychologist in Arizona: ours was recalled, so the time is not known."""
    app = unfolded(open_offers(LETTERS), "offers licence")
    app = field(app, "licence.family").select("psychologist").run()
    assert not app.exception
    assert "Ours, unconfirmed and never used" in said(app)
    row = next(row for row in glance(app).itertuples(index=False) if row[0] == "Licensed")
    assert list(row[1:]) == ["not known"] * 3
    assert "No figure of this board was read" in "\n".join(found.value for found in app.info)
    assert "licensed" not in app.title[0].value


def test_the_licensed_are_not_asked(open_offers: Open) -> None:
    """Who is licensed sees no way to a licence."""
    app = unfolded(open_offers(LETTERS), "offers licence")
    app = field(app, "licence.licensed").set_value(True).run()
    assert not app.exception
    headings = [found.value for found in app.header]
    assert "The way to licence" not in headings
    assert "A counter-offer" in headings


def test_the_persons_household_and_loans_are_copied(open_offers: Open) -> None:
    """Household, loans and support of the plan, in one step; the letters stay."""
    app = unfolded(open_offers(LETTERS), "offers person")
    graduate = examples.scenarios()["graduate_with_loans"]
    app.session_state["plan"] = graduate
    app = next(b for b in app.button if b.label == "Use my household and loans").click().run()
    assert not app.exception
    now = mine(app)
    assert (now.household, now.loans, now.support) == (
        graduate.household,
        graduate.loans,
        graduate.support,
    )
    assert now.offers == LETTERS.offers


@pytest.mark.parametrize("name", ["goal", "person", "loans", "licence", "therapy"])
def test_every_group_of_the_person_opens(open_offers: Open, name: str) -> None:
    """Folded until opened; then its fields are those of the offers, never of the plan."""
    app = unfolded(open_offers(LETTERS), f"offers {name}")
    place = f"offers {name} "
    keys = [w.key for w in (*app.number_input, *app.selectbox) if w.key.startswith(place)]
    assert keys
    assert all(key.startswith(f"{place}offers field ") for key in keys)


def test_fields_of_the_offers_leave_the_plan_alone(open_offers: Open) -> None:
    """The same path in both documents: only the one of the page changes."""
    app = unfolded(open_offers(LETTERS), "offers person")
    plan = app.session_state["plan"]
    app = field(app, "household.needs_per_month").set_value(3_210.0).run()
    assert mine(app).household.needs_per_month == 3_210.0
    assert app.session_state["plan"] is plan
    app = app.switch_page("ui/hour/page.py").run()
    app = field(app, "work.session_kinds.0.fee_per_session", "basics").set_value(155.0).run()
    assert app.session_state["plan"].work.session_kinds[0].fee_per_session == 155.0
    assert mine(app).household.needs_per_month == 3_210.0
