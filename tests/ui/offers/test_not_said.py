"""Points of a letter that nobody entered: empty in its card, told in the comparison, asked."""

import pytest

from calc.offers import compare, turned_by
from calc.scenario import Offers
from tests.ui.offers.letters import LETTERS, Open, button, field, letters, plain, said, unfolded
from ui.offers import ask_words, assumed, card_words, tables
from ui.telling import words

NO_CONSULTATION = {"consultation_hours_per_week": 0.0}
PREMIUM = "work.health_premium_per_month"
OF_SESSIONS = {
    "work.session_kinds.0.notes_minutes_per_session": 5.0,
    "work.session_kinds.0.missed_share": 0.1,
}
OF_HOURS = {
    "work.time.administration_hours_per_week": 2.0,
    "work.time.training_hours_per_year": 10.0,
}
OF_LETTER = {"work.time.meetings_hours_per_week": 1.0, "supervision_hours_per_week": 1.0}
OPEN_FIELDS = (
    "work.session_kinds.0.notes_minutes_per_session",
    "work.time.meetings_hours_per_week",
    "work.pay.quota_sessions_per_week",
    "supervision_hours_per_week",
    "supervision_price_per_hour",
    PREMIUM,
)


def test_open_points_are_empty_until_they_are_entered(open_offers: Open) -> None:
    """Each shows that it is not said; entered it counts, emptied it is not said again."""
    app = unfolded(open_offers(letters(60_000.0)), "offer 0")
    before = app.session_state["offers"]
    for name in OPEN_FIELDS[:-1]:
        empty = field(app, f"offers.0.{name}")
        assert (empty.value, empty.proto.placeholder) == (None, words.NOT_STATED), name
    path = "offers.0.supervision_price_per_hour"
    app = field(app, path).set_value(90.0).run()
    assert app.session_state["offers"].value_at(path) == 90.0
    app = field(app, path).set_value(None).run()
    assert not app.exception
    assert app.session_state["offers"] == before
    weeks = field(app, "virtual.offers.0.weeks_off")
    assert weeks.value is None
    app = weeks.set_value(6.0).run()
    assert float(app.session_state["offers"].offers[0].work.time.weeks_off) == 6.0
    app = field(app, "virtual.offers.0.weeks_off").set_value(None).run()
    assert app.session_state["offers"] == before


def test_the_card_names_what_stands_in_for_them() -> None:
    """Meetings, supervision, its price and health cover, as they are counted."""
    told = card_words.typical(letters(60_000.0, 60_000.0).offers[0], letters(60_000.0))
    assert "hours of meetings, 1 hour of supervision, supervision at no cost to you" in told
    assert "nothing for health cover" in told
    contract = Offers.parse({"offers": [{"work": {"kind": "contractor"}}]})
    told = card_words.typical(contract.offers[0], contract)
    assert "\\$625 a month for health cover" in told
    entered = LETTERS.offers[0]
    assert card_words.typical(entered, LETTERS) == ""


def test_health_cover_that_nobody_entered_does_not_decide(open_offers: Open) -> None:
    """Ahead by $2,000 a year with cover taken as nothing: no winner, and the question is asked."""
    app = open_offers(letters(62_000.0, 60_000.0))
    assert app.title[0].value == (
        "Which offer pays the most for an hour depends on health cover, which Clinic 1 leaves open."
    )
    text = said(app)
    counted = "Until it is entered, health cover counts as \\$0 a month for Clinic 1"
    assert f"{counted}: ask what you would pay." in text
    assert "highest so far" in text
    assert ask_words.QUESTIONS["health_cover"] in text
    rows = [plain(table.value) for table in app.table]
    cover = next(
        row
        for table in rows
        for row in table.itertuples(index=False)
        if row[0] == "Health cover a month"
    )
    assert list(cover[1:]) == [f"{tables.NOT_SAID}, taken as \\$0", "\\$100"]
    path = f"offers.0.{PREMIUM}"
    app = field(unfolded(app, "offer 0"), path).set_value(0.0).run()
    assert app.title[0].value == "Clinic 1 pays the most for an hour."
    assert "best **" in said(app)


def test_how_many_answers_are_open_and_which_alone_turns_the_order(open_offers: Open) -> None:
    """As the readings of each letter say; far ahead, none of them turns it."""
    view = compare(letters(62_000.0, 60_000.0))
    ranked = view.ranked()
    readings = [one for found in ranked if found.band for one in found.band.readings]
    turning = turned_by(ranked)
    assert "health_cover" in turning
    lead = float(ranked[1].result.wage.amount)
    worse = {one.term for one in ranked[0].band.readings if one.worse < lead}  # type: ignore[union-attr]
    assert worse <= set(turning)
    text = said(open_offers(letters(62_000.0, 60_000.0)))
    assert f"{len(readings)} open answers of the letters may move an hour's pay: " in text
    assert "alone could turn this order." in text
    assert "none alone turns this order" in said(open_offers(letters(90_000.0, 60_000.0)))
    assert turned_by(ranked[:1]) == ()


@pytest.mark.parametrize(("first", "decided"), [(62_000.0, False), (90_000.0, True)])
def test_a_lead_that_no_premium_takes(open_offers: Open, first: float, decided: bool) -> None:
    """Far ahead it is named, though its cover is not known."""
    app = open_offers(letters(first, 60_000.0))
    assert ("pays the most for an hour." in app.title[0].value) is decided


def test_what_is_assumed_of_the_person_is_told_beside_the_result(open_offers: Open) -> None:
    """Filing and state until they are stated, each alone; one click leads to the household."""
    app = open_offers(letters(62_000.0, 60_000.0, support=NO_CONSULTATION))
    assert "Assumed of you: single and living in Texas." in said(app)
    app = button(app, "assumed of the person")
    app = field(app, "household.state").select("OH").run()
    assert "Assumed of you: single." in said(app)
    app = field(app, "household.filing_status").select("joint").run()
    assert "Assumed of you" not in said(app)
    assert "Assumed of you" not in said(open_offers(LETTERS))
    rate = letters(62_000.0, 60_000.0, support=NO_CONSULTATION)
    rate = rate.with_values({"household.tax": {"mode": "none"}})
    assert "Assumed of you" not in said(open_offers(rate))


def test_consultation_that_nobody_entered_is_told(open_offers: Open) -> None:
    """It takes time in every letter; alone it leads to the group in which it is asked."""
    app = open_offers(letters(62_000.0, 60_000.0))
    assert "Assumed of you: single, living in Texas and 1 hour of consultation a week." in said(app)
    home = {"filing_status": "joint", "state": "OH"}
    app = open_offers(letters(62_000.0, 60_000.0, household=home))
    assert "Assumed of you: 1 hour of consultation a week." in said(app)
    app = button(app, "assumed of the person")
    app = field(app, "support.consultation_hours_per_week").set_value(0.0).run()
    assert "Assumed of you" not in said(app)


def test_a_premium_that_is_counted_is_told_beside_the_result(open_offers: Open) -> None:
    """Of a contractor nobody told what cover costs; of an employee, nothing is counted."""
    first = letters(62_000.0, 60_000.0).offers[0]
    pay = {"kind": "split", "share": 0.6}
    kinds = [{"payer": "private", "booked_per_week": 20, "fee_per_session": 150}]
    work = {"kind": "contractor", "pay": pay, "session_kinds": kinds}
    contract = Offers.parse({"offers": [{"label": "1099", "work": work}, first]})
    told = said(open_offers(contract)).replace("\\", "")
    assert "and $625 a month for health cover (1099)" in told
    assert "nothing for health cover (" not in told


def test_what_letters_never_say_is_told_beside_the_result(open_offers: Open) -> None:
    """Notes, lost sessions and hours once for both letters; one click leads to their fields."""
    app = open_offers(letters(62_000.0, 60_000.0))
    first = letters(1.0).offers[0].work.session_kinds[0]
    lost = float(first.late_cancelled_share) + float(first.missed_share)
    told = (
        f"Assumed, as nobody entered it: {float(first.notes_minutes_per_session):g} minutes of "
        f"notes, {lost:.0%} no-shows or cancelled late, 3 hours of administration a week, 20 hours "
        "of training a year, 0 hours of meetings and 1 hour of supervision (Clinic 1 and Clinic 2)."
    )
    assert told.replace("%", " %") in said(app).replace("\u202f", " ").replace("\xa0", " ")
    app = button(app, "assumed of offer 1")
    notes = field(app, "offers.1.work.session_kinds.0.notes_minutes_per_session", "offer 1")
    app = notes.set_value(5.0).run()
    app.button(key="assumed of offer 1")  # attendance is still assumed
    assert "5 minutes of notes" not in said(app)
    assert "Assumed, as nobody" not in said(open_offers(LETTERS))


@pytest.mark.parametrize(
    ("entered", "part"),
    [
        ({}, "Sessions"),
        (OF_SESSIONS, "Hours and weeks"),
        ({**OF_SESSIONS, **OF_HOURS}, "The letter in short"),
        ({**OF_SESSIONS, **OF_HOURS, **OF_LETTER, PREMIUM: 90.0}, None),
    ],
)
def test_the_way_leads_to_the_part_where_it_is_asked(
    open_offers: Open, entered: dict[str, float], part: str | None
) -> None:
    """The first part in which something is still assumed; without any there is no way."""
    values = {f"offers.0.{path}": value for path, value in entered.items()}
    app = open_offers(letters(62_000.0, 60_000.0).with_values(values))
    if part is None:
        assert "assumed of offer 0" not in [found.key for found in app.button]
        return
    app = button(app, "assumed of offer 0")
    assert app.session_state["part of offer 0"] == part


def test_a_premium_alone_leads_to_the_short_letter() -> None:
    """It is asked there; nothing else of this letter is assumed."""
    values = {
        f"offers.0.{path}": at for path, at in {**OF_SESSIONS, **OF_HOURS, **OF_LETTER}.items()
    }
    found = letters(1.0, 1.0).with_values({**values, "offers.0.work.kind": "employee"})
    assert assumed._part(found.offers[0]) == "The letter in short"


def test_the_way_to_the_household_says_what_it_changes(open_offers: Open) -> None:
    """Nobody is told to change themselves."""
    app = open_offers(letters(62_000.0, 60_000.0))
    assert "Change what is assumed of you" in app.button(key="assumed of the person").label
