"""What a dollar put into each plan costs in cash, and what may still go in."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.errors import ScenarioError
from calc.questions import saving_room as asked
from calc.questions.saving_room import SavingCost, cost_of_saving, saving_costs
from calc.taxes.saving_room import savers_credit_rate
from tests.calc.questions.asks import RULES, SOLO

EXAMPLES = Path(__file__).parents[3] / "scenarios"
GRADUATE = Scenario.from_toml((EXAMPLES / "graduate_with_loans.toml").read_bytes())


def result_of(plan: Scenario = SOLO, **changes: Any) -> Result:
    """The year of a plan, some fields of it changed."""
    changed = plan.with_values({name.replace("__", "."): one for name, one in changes.items()})
    return evaluate(changed, load_rules(changed.tax_year))


def by_path(result: Result, most: float | None = None) -> dict[str, SavingCost]:
    """What each place costs."""
    return {cost.place.path: cost for cost in saving_costs(result, most)}


def test_a_dollar_of_the_reference_case_costs_82_cents() -> None:
    """22 % bracket, a fifth of which the business deduction had left out: 1 - 0.22 x 0.8.

    A Roth deferral costs a dollar. Each is filled by itself: a fifth of net earnings, and 24,500.
    """
    costs = by_path(result_of())
    for path in (asked.SEP, asked.SOLO_OWN, asked.SOLO_EMPLOYER, asked.HEALTH):
        assert costs[path].cash_per_dollar == pytest.approx(1 - 0.22 * 0.8, abs=1e-9), path
    assert costs[asked.ROTH].cash_per_dollar == 1.0
    assert costs[asked.SOLO_OWN].amount == 24_500.0
    net = 121_600.548 - 17_181.6102 / 2
    assert costs[asked.SEP].amount == pytest.approx(0.2 * net, abs=0.01)
    assert all(cost.loan_payments == 0.0 for cost in costs.values())


def test_a_loan_by_income_pays_part_of_it() -> None:
    """Under IBR a payment falls by a share of what adjusted income falls by; the parts add up."""
    cost = by_path(result_of(GRADUATE), 1_000.0)[asked.DEFERRAL]
    assert cost.loan_payments > 0.0
    assert cost.cash == pytest.approx(1_000.0 - cost.taxes - cost.loan_payments, abs=0.005)
    assert cost.place.put_in == 1_500.0
    known = {"kind": "known_payment"}
    alone = by_path(result_of(GRADUATE, loans=known), 1_000.0)[asked.DEFERRAL]
    assert alone.loan_payments == 0.0


@pytest.mark.parametrize(("booked", "rate"), [(9.0, 0.1), (8.4, 0.2), (8.0, 0.5)])
def test_the_savers_credit_pays_for_a_roth_deferral_too(booked: float, rate: float) -> None:
    """A low income: a half, a fifth or a tenth of the first dollars comes back."""
    result = evaluate(SOLO.with_values({"work.session_kinds.0.booked_per_week": booked}), RULES)
    saver = asked.saver_of(result)
    assert saver is not None
    assert float(savers_credit_rate(saver, RULES)) == rate
    costs = by_path(result, 100.0)
    assert costs[asked.ROTH].cash_per_dollar == pytest.approx(1 - rate, abs=0.001)
    assert costs[asked.SEP].cash_per_dollar > 0.8


def test_what_is_full_costs_nothing_and_has_no_rate() -> None:
    """Where more is in than the law lets nothing is left."""
    cost = by_path(result_of(work__saving__sep_per_year=60_000.0))[asked.SEP]
    assert (cost.amount, cost.cash, cost.place.left) == (0.0, 0.0, 0.0)
    assert np.isnan(cost.cash_per_dollar)


def left_of(result: Result) -> dict[str, float]:
    """What may still go into each place."""
    return {place.path: place.left for place in asked.places_of(result)}


def test_a_small_profit_is_left_to_both_parts_together() -> None:
    """Nine tenths of net earnings are deferred: a tenth is left to the employer part, no fifth."""
    small = result_of(work__session_kinds__0__booked_per_week=6.5)
    net = float(small.profit.amount - small.saving.half_tax)
    left = left_of(result_of(small.scenario, work__saving__solo_401k_deferral_per_year=0.9 * net))
    assert left[asked.SEP] == pytest.approx(0.1 * net)
    assert left[asked.SOLO_EMPLOYER] == left[asked.SEP]
    assert left[asked.SOLO_OWN] == pytest.approx(0.1 * net)


def test_a_large_profit_is_bounded_by_the_additions() -> None:
    """24,500 deferred leave 47,500 of 72,000; with 40,000 of them in, 7,500."""
    rich = {"work__session_kinds__0__fee_per_session": 500.0}
    saved = {"work__saving__solo_401k_deferral_per_year": 24_500.0}
    assert left_of(result_of(**rich, **saved))[asked.SEP] == pytest.approx(47_500.0)
    left = left_of(result_of(**rich, **saved, work__saving__sep_per_year=40_000.0))
    assert left[asked.SOLO_EMPLOYER] == pytest.approx(7_500.0)


def test_a_small_salary_is_left_to_deferral_and_account_together() -> None:
    """Of 6,000 of pay 4,000 go into the account: 2,000 are left, to either."""
    pay = {"kind": "salary", "salary_per_year": 6_000.0}
    result = result_of(
        GRADUATE,
        work__pay=pay,
        work__benefits={},
        work__saving={"health_savings": {"contribution_per_year": 4_000.0}},
        work__health_premium_per_month=0.0,
    )
    left = left_of(result)
    assert left[asked.DEFERRAL] == left[asked.ROTH] == pytest.approx(2_000.0)
    assert left[asked.HEALTH] == pytest.approx(400.0)
    more = result_of(result.scenario, work__saving__deferral_401k_per_year=1_900.0)
    assert left_of(more)[asked.HEALTH] == pytest.approx(100.0)


@pytest.mark.parametrize("path", [asked.SEP, asked.SOLO_OWN, asked.HEALTH])
def test_more_than_the_room_is_refused_with_what_may_go_in(path: str) -> None:
    """The field, what would be in it, the rule and the most, which is taken when it is entered."""
    result = result_of()
    left = {place.path: place.left for place in asked.places_of(result)}[path]
    with pytest.raises(ScenarioError) as caught:
        cost_of_saving(result, path, left + 1.0)
    (problem,) = caught.value.problems
    assert (problem.path, problem.kind, problem.value) == (path, "over_the_room", left + 1.0)
    assert problem.bound == pytest.approx(left, abs=1.0)
    assert cost_of_saving(result, path, problem.bound).amount == problem.bound


@pytest.mark.parametrize("amount", [-1.0, float("nan")])
def test_less_than_nothing_is_refused(amount: float) -> None:
    """As is what is no number."""
    with pytest.raises(ScenarioError) as caught:
        cost_of_saving(result_of(), asked.SEP, amount)
    assert caught.value.problems[0].kind == "too_small"


def test_a_plan_that_the_work_does_not_have_is_refused() -> None:
    """An employee has no SEP."""
    with pytest.raises(ScenarioError) as caught:
        cost_of_saving(result_of(GRADUATE), asked.SEP, 1.0)
    assert caught.value.problems[0].kind == "unknown_field"


def test_outside_united_states_law_there_is_no_room() -> None:
    """At a rate of one's own no limit is known."""
    result = result_of(household__tax={"mode": "none"})
    assert asked.saver_of(result) is None
    assert asked.rooms_of(result) == ()
    assert saving_costs(result) == ()


def test_the_person_of_a_plan() -> None:
    """Profit, other wages, income, the spouse, and whether a plan at work takes part."""
    result = result_of(
        household__filing_status="joint",
        household__spouse_profit_per_year=50_000.0,
        household__spouse_wages_per_year=10_000.0,
        household__own_other_wages_per_year=20_000.0,
        work__saving__roth_deferral_per_year=1.0,
    )
    saver = asked.saver_of(result)
    assert saver is not None
    assert saver.form == "sole_proprietor"
    assert saver.profit == pytest.approx(121_600.548, abs=0.001)
    assert (saver.pay, saver.other_wages, saver.covered) == (0.0, 20_000.0, True)
    assert saver.spouse_earned == pytest.approx(60_000 - 50_000 * 0.9235 * 0.153 / 2)
    assert saver.adjusted_income == result.taxes.find("taxes.adjusted_income").amount
    assert not result_of().scenario.value_at(asked.ROTH)
    alone = asked.saver_of(result_of())
    assert alone is not None
    assert not alone.covered


def test_an_employees_premium_before_tax_and_other_job_are_not_their_pay() -> None:
    """What is left of pay is what may be deferred; a match is a plan at work."""
    result = result_of(
        GRADUATE,
        household__own_other_wages_per_year=5_000.0,
        work__saving__deferral_401k_per_year=0.0,
        work__benefits__retirement_match_per_year=100.0,
        work__health_premium_per_month=100.0,
    )
    saver = asked.saver_of(result)
    assert saver is not None
    assert result.household is not None
    assert saver.pay == pytest.approx(result.household.wages - 5_000.0 - 1_200.0)
    assert (saver.form, saver.profit, saver.covered) == ("employee", 0.0, True)
    plans = {room.plan: room for room in asked.rooms_of(result)}
    assert not plans["solo_401k"].is_open
    assert plans["employer_401k"].is_open
