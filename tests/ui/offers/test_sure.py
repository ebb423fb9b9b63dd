"""How sure the order of the offers is: on the page, in words, and what was drawn."""

from dataclasses import replace
from typing import Any

import pytest

from calc.offers import Odds, beats, chance_of, compare
from calc.offers.chance import OF_CHANCE, Spread
from calc.scenario import GOALS
from tests.ui.offers.letters import LETTERS, Open, letters, said
from ui.offers import sure, sure_words, turn_words
from ui.offers.sure_words import Sure

RANKED = compare(LETTERS).ranked("wage")


def opened(app: Any) -> Any:
    """The page with the fold open."""
    app.session_state["offers sure"] = True
    app = app.run()
    assert not app.exception
    return app


def test_the_page_says_how_often_the_first_stays_first(open_offers: Open) -> None:
    """One sentence a pair, as the engine counts it; nothing is drawn before it is opened."""
    app = open_offers(LETTERS)
    assert "coming and going" not in said(app)
    app = opened(app)
    text = said(app).replace("*", "").replace("\\", "")
    first, other, last = (chance_of(found, sure.luck()) for found in RANKED)
    odds = beats(first, other, "wage")
    assert odds is not None
    assert odds.ahead == 1.0
    assert (
        "In 100 of 100 years, with the same clients coming and going, Contract, 1099 pays "
        "more an hour than Group practice: $32 to $36 against $27 to $30 an hour, 8 years in 10."
    ) in text
    assert (
        "In more than 99 of 100 it pays more an hour than Community agency, which pays $21 to $25 "
        "an hour, 8 years in 10."
    ) in text
    assert last.spread("wage").letter == pytest.approx(23.04, abs=0.005)
    assert "35\N{NO-BREAK SPACE}% leave within about 4 weeks" in text
    assert "whether the employer fills the caseload" in text


@pytest.mark.parametrize("goal", [goal for goal in GOALS if goal not in OF_CHANCE])
def test_a_goal_without_a_chance_says_so(open_offers: Open, goal: str) -> None:
    """One sentence, and nothing else of chance."""
    text = said(opened(open_offers(LETTERS.with_values({"goal": goal}))))
    assert "No chance is worked out for" in text
    assert "of 100 years" not in text


def test_one_offer_has_no_order(open_offers: Open) -> None:
    """With a single letter nothing is asked."""
    app = open_offers(LETTERS.with_values({"offers": LETTERS.offers[:1]}))
    assert not [fold for fold in app.expander if "How sure" in fold.label]


def test_what_was_drawn_opens(open_offers: Open) -> None:
    """Number of draws, what luck decides, the spreads and the typical stays."""
    app = opened(open_offers(LETTERS))
    app = app.button(key="how sure").click().run()
    assert not app.exception
    assert "2,000 years were drawn for each offer" in said(app)
    heads = [table.value.columns[0] for table in app.table]
    for head in ("Pay an hour", "Sessions scheduled a year", "Typical, by judgement"):
        assert head in heads


FLAT = Spread(4_000.0, 4_000.0, 4_000.0, 4_000.0, 4_000.0)
WIDE = Spread(3_900.0, 3_900.0, 3_000.0, 3_900.0, 4_800.0)
CLOSED = [(4_000.0, 4_000.0), (3_900.0, 3_900.0)]  # nothing that is not said moves them


def pair(odds: Odds | None, goal: Any = "take_home", **values: Any) -> str:
    """The sentence of two offers."""
    found = Sure(goal, 2_000, [odds], [FLAT, WIDE], [FLAT, WIDE], CLOSED)
    (text,) = sure_words.pairs(replace(found, **values), RANKED[:2])
    return text.replace("*", "").replace("\\", "")


def test_sentences_of_a_pair() -> None:
    """What does not move is one amount; level and unknown are said as such."""
    assert pair(Odds(0.5, 0.0)).endswith(
        "Contract, 1099 leaves more to take home than Group practice: $4,000 against $3,000 to "
        "$4,800 a month, 8 years in 10."
    )
    assert pair(Odds(0.0, 0.2)).startswith("In 0 of 100 years")
    assert pair(Odds(0.001, 0.0)).startswith("In fewer than 1 of 100 years")
    assert pair(Odds(0.999, 0.0)).startswith("In more than 99 of 100 years")
    assert pair(Odds(0.834, 0.0)).startswith("In 83 of 100 years")
    assert "are level in every year" in pair(Odds(0.0, 1.0))
    assert "cannot be compared by the hour" in pair(None)


def test_the_reason_is_true_of_the_table() -> None:
    """How far the mean is from the letter, to the next whole percent; nothing of no sessions."""
    found = Sure("take_home", 2_000, [Odds(0.5, 0.0)], [FLAT, WIDE], [FLAT, WIDE], CLOSED)
    near = Spread(1_116.0, 1_112.0, 1_000.0, 1_112.0, 1_200.0)
    far = Spread(1_000.0, 1_013.0, 900.0, 1_010.0, 1_100.0)
    assert "within 1 %" in spaced(sure_words.drawn(replace(found, sessions=[near, near])))
    assert "within 2 %" in spaced(sure_words.drawn(replace(found, sessions=[near, far])))
    none = Spread(0.0, 0.0, 0.0, 0.0, 0.0)
    for sessions, is_told in (([none, near], True), ([none, none], False)):
        told = sure_words.drawn(replace(found, sessions=sessions))
        assert ("On average as many" in told) is is_told
        assert "below what the letter books" not in told


def test_the_first_odds_are_the_full_sentence() -> None:
    """After letters that are level the years, the letter and its pay are named all the same."""
    odds = [Odds(0.0, 1.0), Odds(1.0, 0.0)]
    found = Sure("take_home", 2_000, odds, [FLAT, FLAT, WIDE], [FLAT, FLAT, WIDE], CLOSED)
    level, full = (said.replace("*", "") for said in sure_words.pairs(found, RANKED))
    assert "are level in every year" in level
    assert full.startswith("In 100 of 100 years, with the same clients coming and going, Contract")
    assert full.endswith("8 years in 10.")
    again = replace(found, odds=[Odds(1.0, 0.0), Odds(1.0, 0.0)])
    assert sure_words.pairs(again, RANKED)[1].startswith("In **100 of 100** it leaves")


def spaced(text: str) -> str:
    """A text whose narrow spaces are plain ones."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_what_is_open_is_named_first() -> None:
    """Answers that move a wage come before all else that is not in it; none where all is said."""
    assert "Not in it: whether the employer fills" in sure_words.in_it(
        turn_words.answers(RANKED[2:])
    )
    assert (
        "Not in it: what the letters do not say (pay for notes; pay for no-shows, late "
        "cancellations; how many are missed or cancelled late), whether the employer fills"
    ) in sure_words.in_it(turn_words.answers(RANKED))


def test_answers_that_could_turn_the_order_come_before_the_odds(open_offers: Open) -> None:
    """The ranges of the bars overlap: that is said, and that the odds are of the letters."""
    text = said(opened(open_offers(LETTERS))).replace("*", "").replace("\\", "")
    turns = (
        "What the letters do not say could still turn this order: Contract, 1099 $33.04 to $34.94 "
        "and Group practice $28.51 to $33.26 an hour. What follows is as the letters stand, with "
        "what is taken for what they do not say."
    )
    assert text.index(turns) < text.index("In 100 of 100 years")


def test_the_heading_and_the_odds_hang_on_the_same_cover(open_offers: Open) -> None:
    """Where health cover alone decides, it is said before any odds."""
    app = open_offers(letters(62_000.0, 60_000.0))
    assert "depends on health cover" in app.title[0].value
    text = said(opened(app)).replace("*", "").replace("\\", "")
    turns = "could still turn this order, even health cover alone: Clinic 1 $"
    assert text.index(turns) < text.index("of 100 years, with the same clients")
    assert "Not in it: what the letters do not say (" in text


def test_what_answers_could_not_turn_is_said_so() -> None:
    """Open answers that cannot put another first; nothing is said where none is open."""
    found = Sure("take_home", 2_000, [Odds(0.5, 0.0)], [FLAT, WIDE], [FLAT, WIDE], CLOSED)
    assert turn_words.stands(found, RANKED[:2], by_cover=False) == ""
    open_now = replace(found, ranges=[(3_950.0, 4_100.0), (3_800.0, 3_900.0)])
    told = turn_words.stands(open_now, RANKED[:2], by_cover=False)
    assert told.startswith("This is as the letters stand")
    assert "no answer would put another before **Contract, 1099**" in told
    turned = replace(found, ranges=[(4_000.0, 4_000.0), (3_800.0, 4_050.0)])
    told = turn_words.stands(turned, RANKED[:2], by_cover=False)
    assert "**Contract, 1099** \\$4,000 and **Group practice** \\$3,800 to \\$4,050 a month" in told
