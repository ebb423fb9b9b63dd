"""Job offers: the examples, what keeps an offer out, their order, and odd offers."""

import datetime
from typing import Any

import pytest

from calc.offers import compare
from calc.scenario import GOALS, Employee, Offer, OwnPractice, PrivateSessions, Salary
from tests.ui.offers.letters import (
    AGENCY,
    LETTERS,
    Open,
    button,
    field,
    glance,
    mine,
    missing,
    plain,
    said,
    unfolded,
    warnings,
)
from ui.offers import charts as offer_charts
from ui.offers import licence_words
from ui.offers import words as offer_words
from ui.shell import examples
from ui.telling import numbers
from ui.telling.palette import LIGHT

FEE = PrivateSessions(fee_per_session=150.0, booked_per_week=20.0)
PAY = "offers.0.work.pay.salary_per_year"


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


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"offers.0.after_licence.moves_to": "Nowhere"},
            "**After the licence** you go on to “Nowhere”, and",
        ),
        ({"offers.1.label": "Community agency"}, "Two offers are called “Community agency”"),
        ({"offers.2.supervision_hours_per_week": 60.0}, "**Supervision** is 60 hours a week"),
        (
            {"offers.0.work.pay.quota_sessions_per_week": 70.0},
            "**Sessions held a week you must reach**: 70.",
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
    by_term = [plain(found.value) for found in app.table if "Term" in found.value.columns]
    assert list(by_term[1].columns)[1:] == names
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


def test_the_same_day_is_no_sooner(open_offers: Open) -> None:
    """Two letters alike license at the same time: no heading says that one of them is first."""
    twin = AGENCY.model_copy(update={"label": "Twin"})
    same = LETTERS.with_values({"goal": "licence", "offers": (AGENCY, twin)})
    heading = open_offers(same).title[0].value
    assert heading.startswith("Community agency and Twin get you licensed at the same time.")
    assert "sooner" not in open_offers(same.with_values({"goal": "wage"})).title[0].value


def test_the_line_below_goes_by_the_wage(open_offers: Open) -> None:
    """Whatever the goal, the best wage is named first, the least last."""
    app = open_offers(LETTERS.with_values({"goal": "licence"}))
    wages = [found.result.wage.amount for found in compare(LETTERS).ranked("wage")]
    first, last = (numbers.wage(float(wage)) for wage in (wages[0], wages[-1]))
    assert f"An hour pays {first} with Contract, 1099, and {last} with" in said(app).replace(
        "\\", ""
    )


def test_nothing_is_said_of_a_licence_nobody_chose(open_offers: Open) -> None:
    """New letters have none: no date, no heading, no chart, no survey of an occupation."""
    letters = LETTERS.with_values({"licence.family": "none"})
    app = open_offers(letters)
    assert not app.exception
    assert "licens" not in app.title[0].value.lower()
    assert "Licensed" not in [row[0] for row in glance(app).itertuples(index=False)]
    assert "The way to licence" not in [heading.value for heading in app.header]
    assert not any("What others are paid" in box.label for box in app.expander)
    app = open_offers(letters.with_values({"goal": "licence"}))
    assert "Choose the licence you want" in app.title[0].value
    kinds = {check.kind for found in compare(letters).compared for check in found.checks}
    assert not kinds & {"contractor_conditions", "contractor_not_checked", "no_supervision_named"}
    app = unfolded(button(open_offers(), "own offers"), "offer 0")
    assert mine(app).licence.family == "none"
    assert "Until you enter what the letter says: 6 weeks off" in said(app)
    app = field(app, "licence.family").select("mft").run()
    assert mine(app).licence.family == "mft"
    assert "Marriage and family therapist" in "".join(box.label for box in app.expander)


def test_booked_sessions_can_be_taken_back(open_offers: Open) -> None:
    """Emptied, they are not entered, and the letter waits for them again."""
    app = unfolded(open_offers(LETTERS), "offer 0")
    path = "offers.0.work.session_kinds.0.booked_per_week"
    app = field(app, path).set_value(None).run()
    assert not app.exception
    assert missing(app) == "**Community agency** · still to enter: sessions scheduled a week"
    assert mine(app).value_at("offers.0.work.session_kinds.0.fee_per_session") == 110.0
    app = field(app, path).set_value(30.0).run()
    assert mine(app) == LETTERS


def test_what_is_missing_is_no_warning(open_offers: Open) -> None:
    """Without its pay a letter says so in its title; what a quota takes is told in its card."""
    app = open_offers(LETTERS.with_values({PAY: 0.0}))
    assert missing(app) == "**Community agency** · still to enter: pay"
    assert warnings(app) == ""
    app = unfolded(open_offers(LETTERS), "offer 0")
    path = "offers.0.work.session_kinds.0.booked_per_week"
    app = field(app, path).set_value(None).run()
    assert "Enter how many sessions are booked. " in said(app)


def test_the_year_of_the_law_is_told_where_the_work_starts_in_another(open_offers: Open) -> None:
    """Letters of 2027 are reckoned by the rules of 2026, and the page says so."""
    told = "The work starts in 2027; its taxes are by the rules of 2026."
    assert told in said(open_offers(LETTERS))
    day = LETTERS.with_values({"starts_on": datetime.date(2026, 11, 30)})
    assert "The work starts in" not in said(open_offers(day))


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
    assert (missing(app).count("still to enter: pay"), warnings(app)) == (2, "")
    assert "Worked example" in said(app)
    assert len(glance(app).columns) == 4


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
