"""Answers of Job offers: a counter-offer, comparisons, years, checks and tables."""

from typing import get_args

import pytest

from calc.offers import TermName, compare, counter_offer
from calc.offers.labour import CheckKind
from calc.questions.solve import Target
from calc.scenario import GOALS, UNSAID, Bucket, Letter, Offers
from calc.scenario.fields import words_of
from calc.scenario.time import BUCKETS
from tests.ui.offers.letters import LETTERS, Open, field, mine, plain, said
from ui.offers import ask_words
from ui.offers import checks as offer_checks
from ui.offers import rules as offer_rules
from ui.offers import tables as offer_tables
from ui.offers import words as offer_words
from ui.telling import numbers


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
