"""Job offers without a browser: cards, kinds of pay, what is refused, order, licence, questions."""

import re
from collections.abc import Callable
from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from calc.offers import TermName, compare, counter_offer
from calc.offers.labour import CheckKind
from calc.questions.solve import Target
from calc.scenario import (
    GOALS,
    UNSAID,
    Bucket,
    Employee,
    Hourly,
    Letter,
    Offer,
    Offers,
    OwnPractice,
    PrivateSessions,
    Salary,
)
from calc.scenario.fields import words_of
from calc.scenario.time import BUCKETS
from ui.offers import ask_words, licence_words
from ui.offers import charts as offer_charts
from ui.offers import checks as offer_checks
from ui.offers import kinds as offer_kinds
from ui.offers import rules as offer_rules
from ui.offers import tables as offer_tables
from ui.offers import words as offer_words
from ui.offers.fields import PARTS
from ui.shell import examples
from ui.telling import numbers
from ui.telling.palette import LIGHT

Open = Callable[..., AppTest]
LETTERS = examples.offers()[examples.FIRST_OFFERS]
AGENCY, GROUP, CONTRACT = LETTERS.offers
FEE = PrivateSessions(fee_per_session=150.0)
PAY = "offers.0.work.pay.salary_per_year"


@pytest.fixture
def open_offers(open_app: Open) -> Callable[..., AppTest]:
    """The page, with offers of the test's own if it has some."""

    def opened(offers: Offers | None = None) -> AppTest:
        app = open_app()
        if offers is not None:
            app.session_state["offers"] = offers
            app.session_state["offers own"] = True
            app.session_state["offers version"] += 1
        return app.switch_page("ui/offers/page.py").run()

    return opened


def mine(app: AppTest) -> Offers:
    """The offers of the session."""
    found: Offers = app.session_state["offers"]
    return found


def unfolded(app: AppTest, *groups: str) -> AppTest:
    """The page with these groups open."""
    for group in groups:
        app.session_state[f"group {group}"] = True
    app = app.run()
    assert not app.exception
    return app


def field(app: AppTest, path: str, place: str | None = None) -> Any:
    """The first widget of a field."""
    widgets = [*app.number_input, *app.selectbox, *app.text_input, *app.toggle, *app.pills]
    widgets = [*widgets, *app.date_input]
    ending = re.compile(rf"\bfield \d+ {re.escape(path)}$")
    start = "" if place is None else f"{place} "
    found = [w for w in widgets if w.key.startswith(start) and ending.search(w.key)]
    assert found, (path, [w.key for w in widgets])
    return found[0]


def part(app: AppTest, place: int, name: str) -> AppTest:
    """Another part of an offer's card."""
    app = app.selectbox(key=f"part of offer {place}").select(name).run()
    assert not app.exception
    return app


def warnings(app: AppTest) -> str:
    """All warnings of the page."""
    return "\n".join(found.value for found in app.warning)


def said(app: AppTest) -> str:
    """All text of the page."""
    return "\n".join([*(t.value for t in app.title), *(m.value for m in app.markdown)])


def plain(table: Any) -> Any:
    """A table without the places where a long word may break."""
    bare = table.rename(columns=lambda name: name.replace(offer_tables.SOFT_HYPHEN, ""))
    return bare.replace(offer_tables.SOFT_HYPHEN, "", regex=True)


def glance(app: AppTest) -> Any:
    """The first table: at a glance."""
    return plain(app.table[0].value)


def button(app: AppTest, key: str) -> AppTest:
    """A button pressed."""
    app = app.button(key=key).click().run()
    assert not app.exception
    return app


def test_the_first_visit_shows_the_example(open_offers: Open) -> None:
    """Three letters at once, marked as an example, with the engine's figures."""
    app = open_offers()
    assert not app.exception
    assert app.title[0].value == (
        "Contract, 1099 pays the most for an hour. Community agency gets you licensed 7 months "
        "sooner."
    )
    assert offer_words.EXAMPLE in said(app)
    assert "Worked example" in said(app)
    ranked = compare(LETTERS).ranked()
    table = glance(app)
    assert list(table.columns) == ["Term", *(found.label for found in ranked)]
    rows = {row[0]: list(row[1:]) for row in table.itertuples(index=False, name=None)}
    assert rows["Take-home a year"] == [
        numbers.money(float(found.result.take_home.amount)).replace("$", "\\$") for found in ranked
    ]
    assert rows["Hours a worked week"] == [
        numbers.hours(float(found.result.year.hours_per_week.amount)) for found in ranked
    ]
    best = numbers.wage(float(ranked[0].result.wage.amount)).replace("$", "\\$")
    assert f"3 offers · best **{best}** an hour" in said(app)


@pytest.mark.parametrize("name", examples.offers())
def test_every_example_is_drawn(open_offers: Open, name: str) -> None:
    """Each shipped file, with every card and group open, in the engine's order."""
    letters = examples.offers()[name]
    groups = [f"offers {group}" for group in ("goal", "person", "loans", "licence", "therapy")]
    cards = [f"offer {place}" for place in range(len(letters.offers))]
    app = unfolded(open_offers(letters), *groups, *cards)
    ranked = compare(letters).ranked()
    assert ranked[0].label in app.title[0].value
    assert all(found.label in said(app).replace("\\", "") for found in ranked)


def test_the_door_and_the_menu_lead_there(open_app: Open) -> None:
    """The second door of the first page opens the offers."""
    app = open_app()
    door = next(found for found in app.button if "My offers" in found.label)
    assert not door.disabled
    app = door.click().run()
    assert "pays the most" in app.title[0].value


def test_an_added_offer_is_kept_until_it_is_complete(open_offers: Open) -> None:
    """Added empty it is told and left out, the others compare; with its pay it takes part."""
    app = button(open_offers(), "add offer")
    assert len(mine(app).offers) == 4
    assert "**Offer 4:** **Salary** is not stated" in warnings(app)
    assert "1 more is not complete yet" in said(app)
    assert list(glance(app).columns)[1:] == ["Contract, 1099", "Group practice", "Community agency"]
    path = "offers.3.work.pay.salary_per_year"
    app = field(app, path).set_value(70_000.0).run()
    assert not app.exception
    assert mine(app).value_at(path) == 70_000.0
    assert "not stated" not in warnings(app)
    names = [found.label for found in compare(mine(app)).ranked()]
    assert list(glance(app)["Offer"]) == names  # four offers are rows
    assert len(names) == 4


def test_five_are_the_most_and_none_is_lost(open_offers: Open) -> None:
    """At five nothing more can be added or copied; a copy has a name of its own."""
    app = unfolded(open_offers(), "offer 0")
    app = button(app, "copy offer 0")
    assert [offer.label for offer in mine(app).offers][:2] == [
        "Community agency",
        "Community agency 2",
    ]
    assert mine(app).offers[1].work == AGENCY.work
    app = button(app, "add offer")
    assert len(mine(app).offers) == 5
    assert app.button(key="add offer").disabled
    assert app.button(key="copy offer 0").disabled
    assert "not compared" in warnings(app)


def test_removing_one_keeps_what_was_typed_in_another(open_offers: Open) -> None:
    """A refused value, and whether a card is open, go along to the new place."""
    app = unfolded(open_offers(LETTERS), "offer 0", "offer 2")
    app = field(app, "offers.2.work.pay.share").set_value(120.0).run()
    assert "Your share** is 120" in warnings(app)
    assert mine(app) == LETTERS
    app = button(app, "remove offer 0")
    assert [offer.label for offer in mine(app).offers] == ["Group practice", "Contract, 1099"]
    share = field(app, "offers.1.work.pay.share")
    assert share.value == 120.0
    assert "Your share** is 120" in warnings(app)
    app = share.set_value(65.0).run()
    assert mine(app).value_at("offers.1.work.pay.share") == pytest.approx(0.65)
    assert warnings(app) == ""


def test_whoever_went_on_to_a_removed_offer_stays(open_offers: Open) -> None:
    """A move to an offer that is gone ends; a new name is followed."""
    letters = LETTERS.with_values({"offers.0.after_licence.moves_to": "Group practice"})
    app = unfolded(open_offers(letters), "offer 1")
    app = field(app, "offers.1.label").set_value("The group").run()
    assert mine(app).offers[0].after_licence.moves_to == "The group"
    app = button(app, "remove offer 1")
    assert mine(app).offers[0].after_licence.moves_to == ""
    assert mine(app).offers[0].after_licence.raise_share == 0.15


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({PAY: 0.0}, "**Salary** is not stated"),
        (
            {"offers.0.after_licence.moves_to": "Nowhere"},
            "**Then moves to** is “Nowhere”, and no offer here",
        ),
        ({"offers.1.label": "Community agency"}, "Two offers are called “Community agency”"),
        ({"offers.2.supervision_hours_per_week": 60.0}, "**Supervision** is 60 hours a week"),
        (
            {"offers.0.work.pay.quota_sessions_per_week": 70.0},
            "**Quota** is 70 sessions held a week",
        ),
    ],
)
def test_what_keeps_an_offer_out_is_told(
    open_offers: Open, changes: dict[str, Any], sentence: str
) -> None:
    """A sentence above its card; the other two still compare."""
    app = open_offers(LETTERS.with_values(changes))
    assert not app.exception
    assert sentence in warnings(app)
    assert len(glance(app).columns) == 3
    assert len(mine(app).offers) == 3


def test_no_direct_hours_are_never_licensed(open_offers: Open) -> None:
    """A job without clients never leads to a licence: in words, in the table and the chart."""
    letters = LETTERS.with_values({"offers.0.work.session_kinds.0.booked_per_week": 0.0})
    app = open_offers(letters)
    assert not app.exception
    row = next(row for row in glance(app).itertuples(index=False) if row[0] == "Licensed")
    assert "never" in row
    found = next(one for one in compare(letters).compared if one.place == 0)
    assert licence_words.rule(found.licence) == (
        "no direct hours are collected, and the board asks them"
    )
    chart = offer_charts.way_to_licence([found], letters.starts_on, LIGHT)
    assert chart is not None
    assert "never, as it stands" in chart.alt


@pytest.mark.parametrize("goal", GOALS)
def test_the_goal_puts_them_in_order(open_offers: Open, goal: str) -> None:
    """One order everywhere on the page, and a heading that names the first."""
    app = open_offers(LETTERS)
    app = field(app, "goal", "order").select(goal).run()
    assert not app.exception
    ranked = compare(mine(app)).ranked(goal)  # type: ignore[arg-type]
    names = [found.label for found in ranked]
    assert list(glance(app).columns)[1:] == names
    assert list(plain(app.table[1].value).columns)[1:] == names
    assert names[0] in app.title[0].value


def test_the_soonest_licence_is_said_only_where_there_is_one(open_offers: Open) -> None:
    """Nobody gets the licensed licensed, and an offer without sessions leads nobody to it."""
    soonest = LETTERS.with_values({"goal": "licence"})
    licensed = soonest.with_values({"licence.licensed": True})
    assert "licensed already" in open_offers(licensed).title[0].value
    idle = soonest.with_values(
        {f"offers.{n}.work.session_kinds.0.booked_per_week": 0.0 for n in range(3)}
    )
    said = open_offers(idle).title[0].value
    assert said.startswith("No offer leads to a licence that can be told.")
    assert "licensed first" in open_offers(soonest).title[0].value


def test_one_offer_asks_for_a_second(open_offers: Open) -> None:
    """A single offer is shown, with the call for another."""
    app = open_offers(LETTERS.with_values({"offers": (AGENCY,)}))
    assert not app.exception
    assert app.title[0].value.startswith("Community agency pays \\$23.04")
    assert offer_words.ADD_A_SECOND in said(app)


def test_without_a_complete_offer_the_example_stands_in(open_offers: Open) -> None:
    """None at all, or none complete: the worked example, marked; own cards stay above it."""
    app = open_offers(LETTERS.with_values({"offers": ()}))
    assert offer_words.NO_OFFERS in said(app)
    assert "Worked example" in said(app)
    app = button(open_offers(), "own offers")
    assert [offer.label for offer in mine(app).offers] == ["Offer 1", "Offer 2"]
    assert offer_words.NOTHING_YET in said(app)
    assert warnings(app).count("not stated") == 2
    assert "Worked example" in said(app)
    assert len(glance(app).columns) == 4


def test_cards_stay_where_they_are_while_letters_are_typed(open_offers: Open) -> None:
    """First on the page with too little to compare, and there still once two are complete."""
    app = button(open_offers(), "own offers")
    for place in (0, 1):
        app = unfolded(app, f"offer {place}")
        app = field(app, f"offers.{place}.work.pay.salary_per_year").set_value(60_000.0).run()
        assert not app.exception
    headings = [heading.value for heading in app.header]
    assert headings.index("Your letters") < headings.index("At a glance")
    again = [heading.value for heading in open_offers(mine(app)).header]
    assert again.index("At a glance") < again.index("Your letters")


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
            assert "is not stated" in warnings(app)
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


def test_a_counter_offer_is_the_engines(open_offers: Open) -> None:
    """The lowest offer to the best other wage; words to send; another wage is taken."""
    app = open_offers(LETTERS)
    comparison = compare(LETTERS)
    ranked = comparison.ranked()
    found = ranked[-1]
    best = float(ranked[0].result.wage.amount)
    asks = counter_offer(found, Target("wage", best))
    reached = [ask for ask in asks if ask.reached]
    table = next(t.value for t in app.table if "Ask for one of these" in t.value.columns)
    assert list(table.iloc[:, 0]) == [ask_words.ASKS[ask.term] for ask in reached]
    words = app.code[0].value
    assert all(ask_words.request(ask, "USD")[1:] in words for ask in reached)
    app = field(app, "target_wage_per_hour").set_value(25.0).run()
    assert not app.exception
    assert "to \\$25.00 an hour" in said(app)
    app = field(app, "target_wage_per_hour").set_value(None).run()
    assert mine(app).target_wage_per_hour == 0.0
    app = app.selectbox(key="which counter").select(ranked[0].place).run()
    assert "pays that already" in "\n".join(found.value for found in app.info)


def test_what_is_asked_for_is_rounded_in_the_persons_favour() -> None:
    """A salary up to the next hundred, a caseload down to the next half."""
    found = compare(LETTERS).compared[0]
    asks = {ask.term: ask for ask in counter_offer(found, Target("wage", 30.0))}
    pay, cap = asks["pay"], asks["cap"]
    assert 0.0 <= ask_words.rounded(pay) - pay.ask < 100.0
    assert ask_words.rounded(pay) % 100.0 == 0.0
    assert 0.0 <= cap.ask - ask_words.rounded(cap) < 0.5


def test_folded_comparisons_open(open_offers: Open) -> None:
    """Benefits, level points, public service and reference wages, each when it is opened."""
    app = open_offers(LETTERS)
    keys = ("offer benefits", "offers level", "offer service", "wage bands")
    before = len(app.table)
    for key in (*keys, "checks 0", "checks 1", "checks 2"):
        app.session_state[key] = True
    app = app.run()
    assert not app.exception
    assert len(app.table) == before + 2
    text = said(app)
    assert "leaves more to take home" in text
    assert "would pay as much for an hour as" in text
    assert "PSLF is worth that after tax" in text
    assert "for a paid hour before tax" in text
    assert "hours a week are paid by nothing here" in text


def test_the_years_are_shown_both_ways(open_offers: Open) -> None:
    """In the money of the first day, and added up."""
    app = open_offers(LETTERS)
    ranked = compare(LETTERS).ranked()
    table = next(t.value for t in app.table if "3 years" in t.value.columns)
    assert list(table["5 years"]) == pytest.approx([found.ahead.worth(5) for found in ranked])
    app = app.segmented_control(key="years ahead").set_value("Added up").run()
    assert not app.exception
    table = next(t.value for t in app.table if "3 years" in t.value.columns)
    assert list(table["10 years"]) == pytest.approx([found.ahead.paid(10) for found in ranked])


def test_every_word_is_there() -> None:
    """No term, goal, question or check without its words."""
    assert set(offer_words.TERMS) == set(get_args(TermName))
    assert set(words_of(Offers.model_fields["goal"])) == set(offer_words.BEST) == set(GOALS)
    assert set(words_of(Letter.model_fields["unsaid"])) == set(ask_words.QUESTIONS) == set(UNSAID)
    assert set(offer_checks.SENTENCES) == set(get_args(CheckKind))
    assert set(BUCKETS) == set(get_args(Bucket))
    assert set(ask_words.ASKS) == set(ask_words.REQUESTS)


@pytest.mark.parametrize("state_code", ["AZ", "CA", "TX", "NY", "WA", "DC"])
@pytest.mark.parametrize("family", ["counselor", "lcsw", "mft", "psychologist"])
def test_every_check_is_a_sentence(state_code: str, family: str) -> None:
    """No gap and no missing figure in what is asked, in states with rules of their own."""
    letters = LETTERS.with_values(
        {
            "household.state": state_code,
            "licence.family": family,
            "offers.0.work.pay.salary_per_year": 30_000.0,
            "offers.1.letter.repaid_on_leaving": 2_000.0,
        }
    )
    for found in compare(letters).compared:
        for check in found.checks:
            text = offer_checks.sentence(check, "USD")
            assert "{" not in text
            assert numbers.NOT_KNOWN not in text
            if check.law is not None:
                assert "](" in offer_rules.origin(check.law) or check.law.source.title


def test_letters_may_be_of_any_name(open_offers: Open) -> None:
    """Markup in a name is plain text; a name like a header, or none, still has a column."""
    letters = LETTERS.with_values(
        {
            "offers.0.label": "*Bold* <b>|$1",
            "offers.1.label": "Term",
            "offers.2.label": "",
        }
    )
    app = open_offers(letters)
    assert not app.exception
    assert not open_offers(letters.with_values({"offers.0.label": "Offer 3"})).exception
    assert "Offer 3" in "".join(glance(app).columns)
    assert len(set(glance(app).columns)) == 4
    assert "\\*Bold\\*" in "".join(glance(app).columns)


def test_tables_turn_with_more_offers() -> None:
    """Up to three offers are columns; from four on they are rows of tables of four columns."""
    rows = [(f"Term {place}", ["a", "b", "c", "d"]) for place in range(7)]
    (wide,) = offer_tables.side_by_side([(t, s[:3]) for t, s in rows], ["A", "B", "C"])
    assert wide.frame.shape == (7, 4)
    tall = offer_tables.side_by_side(rows, ["A", "B", "C", "D"])
    assert [table.frame.shape for table in tall] == [(4, 4), (4, 4), (4, 2)]
    assert [column for table in tall for column in table.heads[1:]] == [t for t, _ in rows]


def test_a_long_word_may_break() -> None:
    """Without a place to break it would make a phone scroll sideways; the word itself stays."""
    (table,) = offer_tables.side_by_side([("Supervision", ["x" * 40])], ["Psychotherapy"])
    words = [*table.heads, *table.rows[0]]
    assert all(len(piece) <= 12 for word in words for piece in word.split("\u00ad"))
    assert plain(table.frame).iloc[0, 1] == "x" * 40


def test_own_practice_is_an_offer_too(open_offers: Open) -> None:
    """Beside the letters, with its fee."""
    own = Offer(label="On my own", work=OwnPractice(session_kinds=(FEE,)))
    app = open_offers(LETTERS.with_values({"offers": (AGENCY, own)}))
    assert warnings(app) == ""
    assert not app.exception
    assert "On my own" in glance(app).columns


def test_a_loss_and_no_hours_are_told(open_offers: Open) -> None:
    """An offer without an hour has no bar; an offer that costs more than it brings says so."""
    idle = LETTERS.with_values(
        {
            "offers.0.work": Employee(
                pay=Salary(salary_per_year=50_000.0),
                session_kinds=(),
                time={
                    "administration_hours_per_week": 0.0,
                    "marketing_hours_per_week": 0.0,
                    "meetings_hours_per_week": 0.0,
                    "training_hours_per_year": 0.0,
                    "travel_hours_per_week": 0.0,
                },
            ),
            "offers.0.supervision_hours_per_week": 0.0,
            "offers.2.supervision_price_per_hour": 4_000.0,
        }
    )
    app = open_offers(idle)
    assert not app.exception
    assert "**Community agency:** The work takes no hours" in warnings(app)
    assert "**Contract, 1099:**" in warnings(app)
