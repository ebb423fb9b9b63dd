"""Laws of the premium credit of a plan, of what saving brings, and of the next dollar."""

import numpy as np
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.cover import CoverYear, cover_year, edge_of_credit
from calc.questions.cover_saving import over_saving, ways_of
from calc.questions.levels import levels_at
from calc.questions.next_dollar import LEAST_STEP, next_dollar

TOLERANCE = 1e-6


@st.composite
def plans(draw: st.DrawFn) -> Scenario:
    """A practice with cover, most often near the incomes that have a credit."""
    joint = draw(st.booleans())
    children = draw(st.integers(0, 3))
    work = {
        "kind": "own_practice",
        "health_premium_per_month": float(draw(st.integers(1, 2_500))),
        "session_kinds": [
            {
                "payer": "private",
                "booked_per_week": float(draw(st.integers(5, 30))),
                "fee_per_session": float(draw(st.integers(60, 200))),
            }
        ],
    }
    household = {
        "filing_status": "joint" if joint else "single",
        "children_under_17": children,
        "state": draw(st.sampled_from(("TX", "CA", "AK", "NY"))),
        "cover": {
            "benchmark_per_month": float(draw(st.integers(200, 2_500))),
            "advance_per_month": float(draw(st.integers(0, 900))),
        },
    }
    return Scenario.parse({"work": work, "household": household})


def worked_out(plan: Scenario, year: int) -> tuple[Result, CoverYear]:
    """The year of a plan and of its cover."""
    result = evaluate(plan, load_rules(year))
    found = cover_year(result)
    assert found is not None
    return result, found


years = st.sampled_from((2026, 2027))


@given(plans(), years)
def test_the_credit_of_a_plan(plan: Scenario, year: int) -> None:
    """Never more than premium or benchmark, none above the line; April asks the rest of advances.

    What the year leaves in hand is more than without the credit by the credit less what it costs.
    """
    result, found = worked_out(plan, year)
    cover = found.cover
    premium = 12.0 * float(plan.work.health_premium_per_month)
    assert plan.household.cover is not None
    benchmark = 12.0 * float(plan.household.cover.benchmark_per_month or 0.0)
    credit, advance = float(cover.credit), 12.0 * float(plan.household.cover.advance_per_month)
    assert 0.0 <= credit <= min(premium, benchmark) + TOLERANCE
    assert float(cover.deduction) + credit <= premium + TOLERANCE
    if float(cover.income) > found.most_income + 0.001:
        assert credit == 0.0
    assert abs(float(cover.april) - (advance - credit)) < TOLERANCE
    without = float(result.take_home.amount - result.set_aside.amount - result.loans.amount)
    costs = float(found.more_taxes + found.more_loan_payments)
    assert abs(float(found.in_hand) - (without + credit - costs)) < TOLERANCE


@given(plans(), years)
@settings(max_examples=25)
def test_beyond_the_edge_there_is_no_credit(plan: Scenario, year: int) -> None:
    """At the edge of more profit the credit is gone, and a dollar before it was there."""
    result, found = worked_out(plan, year)
    edge = edge_of_credit(result)
    assert (edge is None) == (float(found.cover.credit) < 0.01)
    assume(edge is not None)
    assert edge is not None
    levels, _ = levels_at(result, _near(result, edge.more))
    before, after = -levels.taken["premium_credit"]
    assert abs(before - edge.loses) < 1.0
    assert after < 0.02


def _near(result: Result, more: float) -> np.ndarray:
    assert result.household is not None
    now = float(result.household.profit)
    return np.array([now + max(more - 1.0, 0.0), now + more + 0.01])


@given(plans(), years)
@settings(max_examples=15)
def test_saving_never_costs_more_than_itself_but_for_named_credits(
    plan: Scenario, year: int
) -> None:
    """Each further dollar saved lowers what is in hand by no more than itself, or a credit goes.

    A credit that rises with earnings (EITC, or a credit that begins at the poverty line) may go.
    """
    result, _ = worked_out(plan, year)
    assume(float(result.profit.amount) > 70_000.0)  # above the earned income credit and the line
    for way in ways_of(result):
        found = over_saving(result, way)
        assert found is not None
        fall = -np.diff(found.in_hand)
        kept = found.credit[1:] >= found.credit[:-1] - TOLERANCE
        assert (fall[kept] <= np.diff(found.saved)[kept] + TOLERANCE).all()


@given(plans(), years)
@settings(max_examples=8)
def test_the_next_dollar_is_continuous_but_for_its_steps(plan: Scenario, year: int) -> None:
    """Where nothing is named, ten dollars more never move all parts by a step's size."""
    result, _ = worked_out(plan, year)
    found = next_dollar(result)
    fine = np.arange(1_000.0, 140_000.0, 10.0)
    levels, _ = levels_at(result, fine)
    moved = np.zeros(len(fine) - 1)
    for row in levels.taken.values():
        moved += np.abs(np.diff(row))
    jumps = fine[np.flatnonzero(moved >= 3 * LEAST_STEP)]
    at = np.array([step.at for step in found.steps])
    for jump in jumps:
        assert np.abs(at - jump).min() <= 11.0, (jump, at)
