"""What many paths tell, and what a plan ahead answers without and with luck."""

import numpy as np
import pytest

from calc.errors import ScenarioError
from calc.months import ahead, beats, counts_of_paths, held_by, luck_of, reserve_of, risk_of
from calc.months.ahead import MonthsAhead
from calc.months.full import FullWhen
from calc.months.risk import Reserve
from calc.scenario import Scenario
from calc.scenario.ahead import Ahead
from tests.calc.months.months_cases import scenario
from tests.worked.months import RULES

THIN = {"months": 12, "clients_at_start": 0, "enquiries_per_month": 6.0, "opening_balance": 5_000.0}


def thin(**values: object) -> Scenario:
    """A practice that begins with nobody and little."""
    return scenario("solo").with_values({"ahead": Ahead.model_validate(THIN | values)})


def test_a_reserve_is_a_rank_of_the_paths() -> None:
    """Of 40 paths the 38th least shortfall; as an error half the way from the 36th to the 40th."""
    luck = luck_of(np.random.default_rng(3), 52, 40)
    found = ahead(thin(), RULES, luck).paths
    assert found is not None
    falls = np.sort(5_000.0 - found.balance.min(axis=0))
    reserve = reserve_of(found)
    assert (reserve.amount, reserve.paths) == (pytest.approx(falls[37]), 40)
    assert reserve.error == pytest.approx((falls[39] - falls[35]) / 2.0)
    assert held_by(found, reserve.amount) == 38 / 40
    assert held_by(found, falls[37] - 1.0) == 37 / 40


def test_a_reserve_is_shown_in_hundreds() -> None:
    """Rounded up; a whole number of hundreds stays, whatever the rounding of floats."""
    shown = [Reserve(amount, 0.0, 1).shown for amount in (0.0, 1.0, 1_200.0, 1_200.0 + 1e-9)]
    assert shown == [0.0, 100.0, 1_200.0, 1_200.0]


def test_chances_are_shares_of_the_paths() -> None:
    """Each is counted month by month and path by path."""
    luck = luck_of(np.random.default_rng(3), 52, 40)
    plan = thin(needs_per_month=3_000.0)
    found = ahead(plan, RULES, luck)
    assert (found.paths, found.risk) != (None, None)
    assert found.paths is not None
    assert found.risk is not None
    short = found.paths.balance < 0.0
    assert 0.0 < short.any(axis=0).mean() < 1.0 or short.any(axis=0).all()
    assert found.risk.ever_short == short.any(axis=0).mean()
    assert found.risk.short_months == short.sum(axis=0).mean()
    assert found.risk.by_month.tolist() == short.mean(axis=1).tolist()
    assert found.risk.any_below_needs == found.paths.below_needs.any(axis=0).mean()
    assert found.risk.three_months_hold == held_by(found.paths, 9_000.0)
    assert risk_of(found.paths).reserve == found.risk.reserve


def test_a_plan_without_luck_has_no_chances() -> None:
    """Only its expected path, and when that is full; left alone it is full at once."""
    found = ahead(scenario("solo"), RULES)
    assert (found.paths, found.full, found.risk) == (None, None, None)
    assert found.full_expected == 1
    assert ahead(thin(enquiries_per_month=0.0), RULES).full_expected is None


def test_full_over_paths() -> None:
    """A full practice is so in week 1 on every path."""
    luck = luck_of(np.random.default_rng(3), 52, 8)
    plan = scenario("solo").with_values({"ahead": Ahead(months=12)})
    counts = counts_of_paths(ahead(plan, RULES).setting.plan, luck)
    found = ahead(plan, RULES, counts=counts)
    assert found.full is not None
    assert found.full.never_share == 0.0
    assert found.full == FullWhen(found.full.weeks, 0.0)
    assert (found.full.weeks[0] or 0) <= (found.full.weeks[2] or 0)


def test_who_has_more_at_the_end_beats() -> None:
    """1,000 more in the bank beats in every path, by 1,000; nothing beats itself."""
    luck = luck_of(np.random.default_rng(3), 52, 8)
    less, more = (
        ahead(thin(opening_balance=amount), RULES, luck).paths for amount in (5_000.0, 6_000.0)
    )
    assert less is not None
    assert more is not None
    found = beats(more, less)
    assert (found.chance, found.mean_difference) == (1.0, pytest.approx(1_000.0))
    assert beats(less, less).chance == 0.0


def test_an_employee_has_no_months() -> None:
    """It is refused by name."""
    with pytest.raises(ScenarioError) as error:
        ahead(Scenario.parse({"work": {"kind": "employee"}}), RULES)
    assert error.value.problems[0].path == "ahead"


def test_what_is_read_twice_is_worked_out_once() -> None:
    """And two answers of the same parts are still the same, whichever of them was read."""
    found = ahead(thin(), RULES, luck_of(np.random.default_rng(3), 52, 40))
    same = MonthsAhead(found.setting, found.expected, found.paths)
    assert found.risk is found.risk
    assert found.full is found.full
    assert found == same
