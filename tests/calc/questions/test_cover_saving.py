"""What saving brings: the least that brings a credit, and what is in hand by what is saved."""

import numpy as np
import pytest

from calc.questions.cover import cover_year
from calc.questions.cover_saving import (
    WaySaved,
    over_saving,
    saving_for_credit,
    ways_of,
    year_with,
)
from tests.calc.questions.asks import PLANS, SOLO
from tests.calc.questions.test_cover import AT_90, AT_110, COVER, result_of


def by_name(result: object) -> dict[str, WaySaved]:
    """The ways of a result."""
    return {way.way: way for way in ways_of(result)}  # type: ignore[arg-type]


def test_the_ways_of_a_practice_and_of_a_job() -> None:
    """The solo 401(k) holds what a SEP does and the own part beside; an employee has neither."""
    ways = by_name(result_of())
    assert list(ways) == ["solo_401k", "sep", "health_savings"]
    assert ways["solo_401k"].own == 24_500.0
    assert ways["solo_401k"].beside == pytest.approx(ways["sep"].most, abs=0.01)
    assert list(by_name(result_of(PLANS["salary"]))) == ["employer_401k", "health_savings"]
    assert ways_of(result_of(SOLO, household__tax={"mode": "none"})) == ()


def test_what_is_put_in_already_is_no_room() -> None:
    """The own part in full leaves the practice's part; all of it leaves no way at all."""
    full = result_of(work__saving__solo_401k_deferral_per_year=24_500.0)
    assert by_name(full)["solo_401k"].own == 0.0
    nothing = result_of(
        work__saving__solo_401k_deferral_per_year=24_500.0,
        work__saving__solo_401k_employer_per_year=40_000.0,
    )
    assert "solo_401k" not in by_name(nothing)
    assert "sep" not in by_name(nothing)


def test_the_least_saving_is_the_least() -> None:
    """A dollar less brings none; the parts add up to the cash."""
    result = result_of(**AT_110)
    way = by_name(result)["solo_401k"]
    found = saving_for_credit(result, way)
    assert found is not None
    assert found.reached
    less, there = (year_with(result, way, found.amount - more) for more in (1.0, 0.0))
    assert less is not None
    assert there is not None
    assert float(less.cover.credit) == 0.0
    assert float(there.cover.credit) == found.credit > 5_000.0
    adds_up = found.amount - found.taxes - found.loan_payments - found.credit
    assert found.cash == pytest.approx(adds_up, abs=0.01)


def test_just_above_the_line_saving_leaves_more_in_hand() -> None:
    """At a fee of $100 about $2,100 saved brings more than itself."""
    result = result_of(work__session_kinds__0__fee_per_session=100.0)
    found = saving_for_credit(result, by_name(result)["solo_401k"])
    assert found is not None
    assert found.amount < 3_000.0
    assert found.cash < 0.0


def test_beyond_the_own_part_the_practices_part_follows() -> None:
    """At $140 it takes more than 24,500; a SEP and a health account are too little."""
    result = result_of()
    ways = by_name(result)
    found = saving_for_credit(result, ways["solo_401k"])
    assert found is not None
    assert found.reached
    assert found.amount > 24_500.0
    for name in ("sep", "health_savings"):
        too_little = saving_for_credit(result, ways[name])
        assert too_little is not None
        assert not too_little.reached
        assert (too_little.amount, too_little.credit) == (ways[name].most, 0.0)


def test_there_is_nothing_to_reach() -> None:
    """Who has a credit, or no year of cover, needs no saving for one."""
    has = result_of(**AT_90)
    assert saving_for_credit(has, by_name(has)["sep"]) is None
    none = result_of(**{COVER.replace(".", "__"): None})
    assert saving_for_credit(none, by_name(none)["sep"]) is None
    assert over_saving(none, by_name(none)["sep"]) is None


def test_the_curve_has_one_step_and_it_is_the_credit() -> None:
    """Between neighbours in hand falls by less than what is saved, but for the step up."""
    result = result_of(**AT_110)
    way = by_name(result)["solo_401k"]
    found, least = over_saving(result, way), saving_for_credit(result, way)
    now = cover_year(result)
    assert found is not None
    assert found.step_at is not None
    assert least is not None
    assert now is not None
    assert found.in_hand[0] == float(now.in_hand)
    assert found.saved[-1] == way.most
    assert found.saved[found.step_at] == least.amount
    assert found.saved[found.before] == least.amount - 1.0
    rises = np.flatnonzero(np.diff(found.in_hand) > 0.0)
    assert list(rises) == [found.before]
    fall = -np.diff(found.in_hand)
    assert (fall <= np.diff(found.saved) + 1e-6).all()


def test_a_curve_without_a_step() -> None:
    """A credit from the first dollar, or none up to the most."""
    has = result_of(**AT_90)
    assert getattr(over_saving(has, by_name(has)["sep"]), "step_at", 0) is None
    result = result_of()
    assert getattr(over_saving(result, by_name(result)["sep"]), "step_at", 0) is None
