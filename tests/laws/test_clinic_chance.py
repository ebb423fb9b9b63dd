"""Laws of a clinic's chances: without chance the plan, and nobody moves anybody else."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calc import load_rules
from calc.scenario.clinic import Clinic
from calc.scenario.document import walk
from calc.scenario.fields import unit_of
from calc.staffing import (
    cash_timeline,
    clinic_chance,
    clinic_paths,
    evaluate_clinic,
)
from tests.calc.clinics import HOURLY, SALARY, SPLIT, clinic, contractor, employee, owner
from tests.calc.staffing.chances import luck_of
from tests.laws.test_staffing import rosters

RULES = load_rules(2026)
PATHS = 24


@settings(max_examples=25, deadline=None)
@given(rosters())
def test_without_chance_every_path_is_the_plan(posts: list[dict[str, Any]]) -> None:
    """Nobody leaves and clients have no chance: each month of each path is the timeline's."""
    plan = clinic(posts=posts, turnover={"leaving_rate": 0}, hiring={"payer_lag_weeks": 4.5})
    result = evaluate_clinic(plan, RULES)
    timeline = cash_timeline(result)
    found = clinic_paths(result, luck_of(plan, PATHS, clients=False)).cash
    for name in ("receipts", "pay", "other_costs", "receipts_taxes", "hiring", "at_end"):
        wanted = np.broadcast_to(getattr(timeline, name)[:, None], (24, PATHS))
        rows = np.broadcast_to(getattr(found, name), (24, PATHS))
        assert rows == pytest.approx(wanted, rel=1e-9, abs=1e-6)


@settings(max_examples=15, deadline=None)
@given(rosters(), st.floats(0.0, 200_000.0), st.floats(0.0, 100_000.0))
def test_more_opening_cash_is_never_worse(
    posts: list[dict[str, Any]], cash: float, more: float
) -> None:
    """It raises no chance of a short month, in no month, and asks for no other reserve."""
    one, other = (
        clinic_chance(evaluate_clinic(plan, RULES), luck_of(plan, PATHS))
        for plan in (
            clinic(posts=posts, hiring={"opening_cash": amount}) for amount in (cash, cash + more)
        )
    )
    assert other.any_short <= one.any_short
    assert (other.short_by_month <= one.short_by_month).all()
    assert other.reserve.amount == pytest.approx(one.reserve.amount, abs=0.01)
    assert other.left == one.left


@settings(max_examples=15, deadline=None)
@given(rosters(), st.integers(0, 6))
def test_a_post_more_moves_no_other(posts: list[dict[str, Any]], place: int) -> None:
    """Wherever it stands, and whether it is left: receipts of the others are to the cent theirs."""
    more = contractor("One more", 0.6)
    among = [*posts[:place], more, *posts[place:]]
    few, many, alone = (
        clinic_paths(evaluate_clinic(plan, RULES), luck_of(plan, PATHS, clients=False))
        for plan in (clinic(posts=posts), clinic(posts=among), clinic(posts=[more]))
    )
    together = few.cash.receipts + alone.cash.receipts
    assert many.cash.receipts == pytest.approx(together, abs=0.01)
    assert (many.left == few.left + alone.left).all()


@settings(max_examples=15, deadline=None)
@given(rosters())
def test_chances_are_shares_in_their_order(posts: list[dict[str, Any]]) -> None:
    """Shares lie between 0 and 1, and what more paths lie below is never less."""
    plan = clinic(posts=posts, hiring={"opening_cash": 20_000})
    found = clinic_chance(evaluate_clinic(plan, RULES), luck_of(plan, PATHS))
    assert sum(found.left) == pytest.approx(1.0)
    assert 0.0 <= found.any_short <= 1.0
    assert (found.short_by_month <= found.any_short).all()
    assert list(found.lowest) == sorted(found.lowest)
    assert (np.diff(found.cash, axis=1) >= 0.0).all()
    assert (found.cash.min(axis=0) >= np.array(found.lowest) - 1e-6).all()


def in_other_money(plan: Clinic, factor: float) -> Clinic:
    """The same clinic with all its money, stated or assumed, times a factor."""
    return plan.with_values(
        {
            path: value * factor
            for path, _, _, field, value in walk(plan)
            if isinstance(value, float) and unit_of(field).startswith("money")
        }
    )


def test_all_money_scales_with_the_currency() -> None:
    """Where tax is a rate: cash and reserve by the factor, chances not at all."""
    posts = [owner(), employee("A", SALARY), employee("B", SPLIT), employee("C", HOURLY)]
    plan = clinic(
        posts=posts,
        household={"tax": {"mode": "separate"}, "needs_per_month": 3_000},
        hiring={"opening_cash": 30_000},
        employer={"other_payroll_rate": 0.2},
        currency="EUR",
    )
    factor = 128.0
    one, other = (
        clinic_chance(evaluate_clinic(found), luck_of(found, PATHS))
        for found in (plan, in_other_money(plan, factor))
    )
    assert other.cash == pytest.approx(one.cash * factor)
    assert other.lowest == pytest.approx(np.array(one.lowest) * factor)
    assert other.reserve.amount == pytest.approx(one.reserve.amount * factor)
    assert (other.any_short, other.left) == (one.any_short, one.left)
    assert other.short_by_month.tolist() == one.short_by_month.tolist()
