"""Answers of Job offers: a counter-offer, comparisons, years, checks and tables."""

from typing import Any, get_args

import pytest
from streamlit.testing.v1 import AppTest

from calc.offers import NoService, TermName, compare, counter_offer, steps
from calc.offers.even import Level, Levels
from calc.offers.labour import Check, CheckKind
from calc.offers.labour.standing import Against
from calc.questions.solve import Target
from calc.scenario import GOALS, UNSAID, Letter, Offers
from calc.scenario.fields import words_of
from calc.scenario.time import BUCKETS, NamedBucket
from tests.ui.offers.letters import LETTERS, Open, by_label, field, mine, plain, said
from ui.offers import ask_words, heading, level, service_words
from ui.offers import checks as offer_checks
from ui.offers import rules as offer_rules
from ui.offers import tables as offer_tables
from ui.offers import words as offer_words
from ui.telling import numbers


def asked(app: AppTest) -> Any:
    """The table of what may be asked for."""
    return next(t.value for t in app.table if "Ask for one of these" in t.value.columns)


def test_a_counter_offer_asks_for_what_may_be_had(open_offers: Open) -> None:
    """Steps of pay and sessions of the lowest letter, as the engine says; never +49 %."""
    app = open_offers(LETTERS)
    found = compare(LETTERS).compared[0]
    table = asked(app)
    labels = [str(label).replace("\\", "").replace("\u202f", " ") for label in table.iloc[:, 0]]
    wages = sorted((step.wage_per_hour for step in steps(found)), reverse=True)
    assert list(table["An hour"]) == pytest.approx(wages)
    assert any(label.startswith("$56,700 a year, 5") for label in labels)
    assert "28 booked instead of 30" in labels
    text = said(app).replace("\\", "")
    assert "The next letter up, Group practice, pays $28.51." in text
    assert "None of these changes alone reaches it." in text
    assert "above the letter. That is more than most employers can move." in text
    words = app.code[0].value
    assert words.startswith("Thank you for the offer. I would be glad to start on 14 June 2027.")
    assert "0 booked" not in words
    app = by_label(app, "Ask for").select_index(len(labels) - 1).run()
    assert app.code[0].value != words


def test_a_wage_of_ones_own_is_reached_or_it_says_so(open_offers: Open) -> None:
    """A wage a little above the letter's: what reaches it alone is bold, odd asks left out."""
    app = field(open_offers(LETTERS), "target_wage_per_hour").set_value(24.0).run()
    assert not app.exception
    assert "You want \\$24.00 an hour. Each change in bold reaches it alone." in said(app)
    bold = [label for label in asked(app).iloc[:, 0] if label.startswith("**")]
    assert bold
    app = field(app, "target_wage_per_hour").set_value(5.0).run()
    assert "pays that already" in said(app)
    app = field(app, "target_wage_per_hour").set_value(None).run()
    assert mine(app).target_wage_per_hour == 0.0
    contract = next(one for one in compare(LETTERS).compared if one.label == "Contract, 1099")
    app = by_label(app, "Counter-offer to").select(contract.place).run()
    assert "No other letter here pays more for an hour." in said(app)


def test_an_own_practice_asks_nobody(open_offers: Open) -> None:
    """There is no employer to write to."""
    kind = {"payer": "private", "booked_per_week": 20, "fee_per_session": 90}
    own = {"label": "Mine", "work": {"kind": "own_practice", "session_kinds": [kind]}}
    app = open_offers(LETTERS.with_values({"offers": (own,)}))
    assert "nobody to ask" in "".join(found.value for found in app.info)
    assert not app.code


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


def test_who_leaves_more_however_many_clients_miss() -> None:
    """One that is ahead everywhere is named in words of what happens, not of shares."""
    one, other = compare(LETTERS).compared[:2]
    said = {
        by: level._level(Levels(by, (), "other"), one, other)  # type: ignore[arg-type]
        for by in ("missed", "booked")
    }
    leads = "Group practice leaves more to take home however many"
    assert said["missed"].startswith(f"{leads} clients ")
    assert said["booked"] == f"{leads} sessions are booked."


def test_where_two_letters_are_level_says_of_what_kind_the_losses_are() -> None:
    """The level is looked for with no late cancellations, and that is said."""
    one, other = compare(LETTERS).compared[:2]
    points = (Level(0.045, 0.045, 4_000.0, 4_000.0, "one", "other"),)
    told = level._level(Levels("missed", points, None), one, other).replace("\xa0", " ")
    assert "Up to **4.5 % of sessions missed without notice and none cancelled late**" in told


def test_what_is_to_ask_and_what_to_look_up_are_counted_apart() -> None:
    """A law that was not read for the day is looked up: it is no question to the employer."""
    ask, grave = Check("exempt_or_not"), Check("no_supervision_named", grave=True)
    look = [Check("minimum_wage_not_read"), Check("threshold_not_read")]
    assert offer_checks.summary([]) == "nothing found"
    assert offer_checks.summary([ask, *look]) == "1 question, 2 figures to look up"
    assert offer_checks.summary(look[:1]) == "1 figure to look up"
    assert offer_checks.summary([ask, grave]) == "2 questions, 1 that could cost you"


def test_hours_of_a_salary_that_are_not_counted_are_named() -> None:
    """With them it is the week that the page shows: 50 hours, a contract's unlisted ones too."""
    pay = {"kind": "salary", "salary_per_year": 62_000.0, "contracted_hours_per_week": 50.0}
    letters = LETTERS.with_values({"offers.0.work.pay": pay})
    found = next(one for one in compare(letters).compared if one.place == 0)
    check = next(one for one in found.checks if one.kind == "exempt_or_not")
    week = float(found.result.year.hours_per_week.amount)
    assert check.values["hours_in_all"] == pytest.approx(week)
    assert float(check.values["unlisted"]) > 0.0
    told = offer_checks.sentence(check, "USD")
    assert f"whether the others of the {week:g} hours a worked week do is not known" in told
    assert "hours of the contract that are not listed." in told


def test_the_years_are_shown_both_ways(open_offers: Open) -> None:
    """In the money of the first day, and added up; when they are opened."""
    app = open_offers(LETTERS)
    assert not [t for t in app.table if "3 years" in t.value.columns]
    app.session_state["offer years"] = True
    app = app.run()
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
    assert set(words_of(Offers.model_fields["goal"])) == set(heading.BEST) == set(GOALS)
    assert set(words_of(Letter.model_fields["unsaid"])) == set(ask_words.QUESTIONS) == set(UNSAID)
    assert set(offer_checks.SENTENCES) == set(get_args(CheckKind))
    assert set(offer_checks.NO_SERVICE) == _spread(Against)
    assert set(service_words.WHY_NOT) == _spread(NoService)
    assert set(BUCKETS) == set(get_args(NamedBucket))
    assert set(ask_words.ASKS) == set(ask_words.REQUESTS)


def _spread(found: Any) -> set[str]:
    """All words of a union of literals."""
    parts = get_args(found)
    return {word for part in parts for word in ({part} if isinstance(part, str) else _spread(part))}


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
