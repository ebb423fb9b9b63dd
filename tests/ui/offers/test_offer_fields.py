"""Fields of Job offers: what is unsaid, the board's figures, and the person's own."""

import pytest

from calc.offers import compare
from calc.scenario import UNSAID, Offers
from calc.year.evaluate import Result
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
from ui.offers import ask_words, card_words
from ui.offers import charts as offer_charts
from ui.offers import tables as offer_tables
from ui.shell import examples
from ui.telling import numbers, words
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
    row = next(
        row for row in table.itertuples(index=False) if row[0] == "Months from the first day"
    )
    assert list(row[1:]) == ["40", "40", "40"]
    app = field(app, path).set_value(999.0).run()
    assert "**Least months** is 999" in warnings(app)
    assert mine(app).licence.typed[0].least_months == 40.0
    app = field(app, path).set_value(None).run()
    assert mine(app).licence.typed[0].least_months is None
    assert compare(mine(app)).ranked()[0].licence == compare(LETTERS).ranked()[0].licence


def test_an_unconfirmed_figure_is_shown_and_never_used(open_offers: Open) -> None:
    """A psychologist in Vermont: one page alone says two years, so the time is not known."""
    here = LETTERS.with_values({"household.state": "VT"})
    app = unfolded(open_offers(here), "offers licence")
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


def test_hours_of_a_contract_count_once_they_are_typed(open_offers: Open) -> None:
    """Empty and not counted until then; 40 counts like any other, and emptied nothing does.

    With 20 sessions this letter lists less than 40 hours a week.
    """
    letters = LETTERS.with_values(
        {
            "loans.pslf_employer": "other_job",
            "offers.0.work.pay": {"kind": "salary", "salary_per_year": 58_000.0},
            "offers.0.work.session_kinds": (
                {"payer": "private", "booked_per_week": 20, "minutes_per_session": 50},
            ),
        }
    )
    path = "offers.0.work.pay.contracted_hours_per_week"
    app = unfolded(open_offers(letters), "offer 0")
    empty = field(app, path)
    assert (empty.value, empty.proto.placeholder) == (None, words.NOT_STATED)
    assert "40 hours" not in card_words.typical(mine(app).offers[0], mine(app))
    before = _agency(mine(app))
    assert before.year.hours_per_week.amount < 40.0
    app = field(app, path).set_value(40.0).run()
    assert _agency(mine(app)).year.hours_per_week.amount == pytest.approx(40.0)
    assert _agency(mine(app)).wage.amount < before.wage.amount
    app = field(app, path).set_value(None).run()
    assert mine(app) == letters
    app = field(app, "offers.0.work.kind").select("hourly").run()
    assert not mine(app).offers[0].work.pay.states_contract  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"work.session_kinds.0.booked_per_week": 45.0}, "hours beyond 40 a week unpaid"),
        (
            {"work.pay": {"kind": "hourly", "rate_per_hour": 30.0, "paid_leave_weeks": 3.0}},
            "40 hours for a week of paid leave",
        ),
        ({}, "40 hours a week for public service"),
    ],
)
def test_what_usual_hours_of_a_contract_stand_in_for_is_said(
    changes: dict[str, object], said: str
) -> None:
    """Where they move a figure, and nowhere else."""
    pay = {"work.pay": {"kind": "salary", "salary_per_year": 58_000.0}}
    letters = LETTERS.with_values(
        {f"offers.0.{path}": value for path, value in {**pay, **changes}.items()}
    )
    service = "offers.0.work.employer_type"
    told = card_words.typical(letters.offers[0], letters)
    assert said in told
    plain = letters.with_values({service: "private_group_practice", "loans.pslf_employer": "none"})
    assert "public service" not in card_words.typical(plain.offers[0], plain)
    stated = letters.with_values({"offers.0.work.pay.contracted_hours_per_week": 40.0})
    assert said not in card_words.typical(stated.offers[0], stated)


def test_a_contract_that_is_not_stated_is_so_beside_one_that_is() -> None:
    """In what differs it is not said, though the usual hours are those of the other letter."""
    pay = {"kind": "salary", "salary_per_year": 58_000.0}
    silent = LETTERS.with_values({"offers.0.work.pay": pay, "offers.0.label": "Silent"}).offers[0]
    compared = compare(LETTERS.with_values({"offers": (LETTERS.offers[0], silent)}))
    terms = dict(offer_tables.differing(compared, compared.compared))
    assert terms["Contracted hours"] == ["40 h", offer_tables.NOT_SAID]


@pytest.mark.parametrize(
    ("contracted", "told"),
    [
        (45.0, "The contract is for 45 hours a week, and pay is worked out for the "),
        (10.0, "Ask whether hours beyond the contract are paid."),
        (None, ""),
    ],
)
def test_a_contract_by_the_hour_that_does_not_move_the_pay_is_told(
    open_offers: Open, contracted: float | None, told: str
) -> None:
    """Pay is for the work that is listed; without a stated contract there is nothing to tell."""
    pay = {"kind": "hourly", "rate_per_hour": 31.5}
    if contracted is not None:
        pay["contracted_hours_per_week"] = contracted
    app = open_offers(LETTERS.with_values({"offers.0.work.pay": pay}))
    found = [one.value for one in app.warning if "The contract is for" in one.value]
    assert len(found) == bool(told)
    assert all(told in one for one in found)


def _agency(letters: Offers) -> Result:
    return next(one.result for one in compare(letters).compared if one.place == 0)


def test_city_taxes_are_told_where_the_letters_are(open_offers: Open) -> None:
    """Without opening anything: letters of Ohio say what places there take."""
    text = said(open_offers(LETTERS.with_values({"household.state": "OH"})))
    assert "Places in Ohio tax wages or profit" in text
    assert "Places in" not in said(open_offers(LETTERS))


def test_a_salary_in_thousands_is_asked_about(open_offers: Open) -> None:
    """58 does not count until it is said to be meant; nothing, and a small part-time pay, do."""
    path = "offers.0.work.pay.salary_per_year"
    app = unfolded(open_offers(LETTERS), "offer 0")
    app = field(app, path).set_value(58.0).run()
    assert not app.exception
    told = warnings(app).replace("\\", "")
    assert "**Salary**: $58.00 a year? It does not count yet. If you meant thousands" in told
    assert "enter $58,000." in told
    assert field(app, path).value == 58.0
    assert mine(app) == LETTERS
    app = next(b for b in app.button if b.label == "It is \\$58.00").click().run()
    assert mine(app).value_at(path) == 58.0
    app = field(app, path).set_value(6_000.0).run()
    assert mine(app).value_at(path) == 6_000.0
    assert "a year?" not in warnings(app)


def test_notes_come_last_of_the_first_fields(open_offers: Open) -> None:
    """Hardly any letter says them: pay, weeks and cover stand before them."""
    app = unfolded(open_offers(LETTERS), "offer 0")
    keys = [found.key for found in app.number_input if found.key.startswith("offer 0 ")]
    assert keys[-1].endswith("notes_minutes_per_session")
    assert any(key.endswith("health_premium_per_month") for key in keys)
