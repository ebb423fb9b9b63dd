"""Which offer is ahead, path by path, and how far its figures move."""

from dataclasses import replace

import numpy as np
import pytest

from calc.offers import beats, chance_of
from calc.offers.chance import (
    OF_CHANCE,
    payers_of,
    weeks_of_offer,
)
from calc.scenario.offers import GOALS
from tests.calc.offers.chance_cases import NO_TAX, luck, one, own
from tests.calc.offers.letters import KIND, compared, offer


def test_a_salary_moves_by_its_hours_alone() -> None:
    """What it pays is the same on every path; an hour of it is not."""
    found = chance_of(one(offer()), luck(200))
    assert np.ptp(found.figures["take_home"]) == 0.0
    assert np.ptp(found.figures["wage"]) > 1.0
    assert found.paths == 200
    spread = found.spread("wage")
    assert spread.low < spread.middle < spread.high
    assert spread.low < spread.mean < spread.high
    wages = found.figures["wage"]
    assert ((wages <= spread.low).sum(), (wages <= spread.high).sum()) == (20, 180)
    assert found.sessions.letter == pytest.approx(20 * 46)
    assert found.sessions.mean == found.booked.mean()
    assert (found.held < found.booked).all()


def test_two_offers_that_are_the_same_are_level_on_every_path() -> None:
    """Neither is ahead, and their paths are the same."""
    rows = compared(offer("split", "A"), offer("split", "B")).compared
    first, second = (chance_of(found, luck(200)) for found in rows)
    for goal in OF_CHANCE:
        assert (first.figures[goal] == second.figures[goal]).all()
        for pair in ((first, second), (second, first)):
            odds = beats(*pair, goal)
            assert odds is not None
            assert (odds.ahead, odds.all_level) == (0.0, True)


def test_whoever_pays_the_same_clients_come() -> None:
    """Private pay and an insurer alone, and the one that pays for most, have the first luck."""
    insured = {**KIND, "payer": "insurer", "billing_minutes_per_session": 0}
    private = {**KIND, "billing_minutes_per_session": 0}
    rows = (
        offer("per_session", "A", work={"session_kinds": [private]}),
        offer("per_session", "B", work={"session_kinds": [insured]}),
    )
    first, second = (chance_of(found, luck(100)) for found in compared(*rows).compared)
    assert first.booked == pytest.approx(second.booked)
    odds = beats(first, second, "take_home")
    assert odds is not None
    assert odds.all_level
    few = own({**KIND, "booked_per_week": 4}, {**insured, "booked_per_week": 16})
    assert payers_of(few) == ("insurer", "private")
    assert [payer.share for payer in weeks_of_offer(few).payers] == pytest.approx([0.8, 0.2])


def test_ahead_is_counted_path_by_path() -> None:
    """A salary amid pay by the session is ahead on those paths where that is less."""
    pay = {"kind": "salary", "salary_per_year": 50_000}
    rows = compared(offer(label="S", work={"pay": pay}), offer("per_session"), **NO_TAX).compared
    salaried, by_session = (chance_of(found, luck()) for found in rows)
    odds = beats(salaried, by_session, "take_home")
    assert odds is not None
    less = by_session.figures["take_home"] < salaried.figures["take_home"]
    assert odds.ahead == less.mean()
    assert 0.1 < odds.ahead < 0.9
    other = beats(by_session, salaried, "take_home")
    assert other is not None
    assert other.ahead == pytest.approx(1.0 - odds.ahead - odds.level)
    assert not odds.all_level


def test_a_hair_is_no_lead() -> None:
    """Figures that rounding alone tells apart are level."""
    found = chance_of(one(offer("per_session")), luck(20))
    more = {goal: figures * (1.0 + 1e-12) for goal, figures in found.figures.items()}
    odds = beats(replace(found, figures=more), found, "wage")
    assert odds is not None
    assert (odds.ahead, odds.all_level) == (0.0, True)


def test_an_hour_without_hours_beats_nothing() -> None:
    """Where an offer has no wage there is no answer, either way."""
    found = chance_of(one(offer("per_session")), luck(20))
    none = replace(found, figures={**found.figures, "wage": np.full(20, np.nan)})
    assert beats(none, found, "wage") is None
    assert beats(found, none, "wage") is None
    assert beats(none, found, "take_home") is not None


def test_goals_without_a_chance() -> None:
    """Load, licence and pay over the years have no figure on a path."""
    found = chance_of(one(offer()), luck(20))
    known = [goal for goal in GOALS if beats(found, found, goal) is not None]
    assert known == ["wage", "wage_after_loans", "take_home", "package"]
