"""Laws of the room for saving, for any person of any year we have."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from calc import Result, evaluate, load_rules
from calc.number import HALF_A_CENT
from calc.parameters import Rules, tax_years
from calc.questions.saving_room import cost_of_saving, places_of, saving_costs
from calc.scenario import Scenario
from calc.taxes.contributions import additions_limit, deferral_limit
from calc.taxes.saving_room import Room, Saver, proprietor_share, saving_room
from tests.strategies import scenarios

RULES = st.sampled_from([load_rules(year) for year in tax_years()])
FORMS = ("sole_proprietor", "s_corporation", "employee")
STATUSES = ("single", "joint", "head_of_household", "surviving_spouse", "separate")
MONEY = st.integers(0, 70_000_000).map(lambda cents: cents / 100)
SOME = st.one_of(  # what is deferred: nothing, any amount, or about a person's limit
    st.just(0.0),
    st.integers(0, 6_000_000).map(lambda cents: cents / 100),
    st.integers(20_000, 40_000).map(float),
)
NUMBERS = {
    "profit": st.integers(-5_000_000, 70_000_000).map(lambda cents: cents / 100),
    "pay": MONEY,
    "other_wages": st.one_of(st.just(0.0), MONEY),
    "deferred_here": SOME,
    "deferred_elsewhere": SOME,
    "pay_last_year": MONEY,
    "other_wages_last_year": MONEY,
    "adjusted_income": MONEY,
    "spouse_earned": st.one_of(st.just(0.0), MONEY),
}
AMOUNTS = ("own_part", "catch_up", "employer_part", "total", "deductible")


@st.composite
def savers(draw: st.DrawFn) -> Saver:
    """Any person, of any form and status."""
    numbers: dict[str, Any] = {name: draw(amount) for name, amount in NUMBERS.items()}
    return Saver(
        form=draw(st.sampled_from(FORMS)),
        filing_status=draw(st.sampled_from(STATUSES)),
        age=draw(st.integers(16, 100)),
        employees=draw(st.sampled_from((0, 0, 3, 25, 26, 101))),
        covered=draw(st.booleans()),
        spouse_covered=draw(st.booleans()),
        cover=draw(st.sampled_from(("none", "self_only", "family"))),
        **numbers,
    )


def over(result: Result) -> set[str]:
    """The fields that the year's own engine finds above the law."""
    return {one.path for one in result.remarks if one.kind == "over_the_legal_limit"}


def by_plan(saver: Saver, rules: Rules) -> dict[str, Room]:
    """The rooms of a person, by plan."""
    return {room.plan: room for room in saving_room(saver, rules)}


@given(savers(), RULES)
def test_no_room_is_more_than_what_is_earned(saver: Saver, rules: Rules) -> None:
    """Neither in a 401(k), a SEP or an IRA; a SIMPLE IRA's match alone comes on top of pay."""
    rooms = by_plan(saver, rules)
    earned = max(saver.profit, 0.0) if saver.form == "sole_proprietor" else saver.pay
    spouse = saver.spouse_earned if saver.filing_status == "joint" else 0.0
    most = {
        "solo_401k": earned,
        "sep": earned,
        "employer_401k": saver.pay if saver.form == "employee" else saver.other_wages,
        "traditional_ira": earned + saver.other_wages + spouse,
        "roth_ira": earned + saver.other_wages + spouse,
    }
    for plan, pay in most.items():
        assert rooms[plan].total <= pay + HALF_A_CENT, plan
    simple = rooms["simple_ira"]
    assert simple.own_part + simple.catch_up <= earned + HALF_A_CENT
    assert simple.employer_part <= 0.03 * earned + HALF_A_CENT


@given(savers(), RULES)
def test_no_plan_is_above_its_limits(saver: Saver, rules: Rules) -> None:
    """All additions with the catch-up on top; a person's deferrals over all plans within theirs.

    Who earns enough may defer all that other plans have left.
    """
    person, additions = deferral_limit(rules, saver.age), additions_limit(rules, saver.age)
    rich = replace(saver, profit=1e6, pay=1e6, other_wages=1e6, employees=0)
    here, elsewhere = saver.deferred_here, saver.deferred_elsewhere
    used = {
        "solo_401k": elsewhere,
        "simple_ira": elsewhere,
        "employer_401k": elsewhere if saver.form == "employee" else here,
    }
    rooms, of_rich = by_plan(saver, rules), by_plan(rich, rules)
    for plan, already in used.items():
        left = max(person - already, 0.0)
        deferred = [float(room.own_part + room.catch_up) for room in (rooms[plan], of_rich[plan])]
        assert max(deferred) <= left + HALF_A_CENT, plan
        if plan != "simple_ira" and not any(one.holds is True for one in of_rich[plan].reasons):
            assert abs(deferred[1] - left) < HALF_A_CENT, plan
    for plan in ("solo_401k", "sep"):
        assert rooms[plan].total <= additions + HALF_A_CENT
        assert of_rich[plan].total <= additions + HALF_A_CENT


@given(savers(), RULES)
def test_parts_make_the_whole(saver: Saver, rules: Rules) -> None:
    """No part is below nothing, together they are no less than the total, and no more is deducted.

    Beside the whole of the own part an employer part of nothing or more is left.
    """
    for room in saving_room(saver, rules):
        parts = [float(getattr(room, name)) for name in AMOUNTS]
        assert min(parts) >= 0.0, room.plan
        assert room.total <= sum(parts[:3]) + HALF_A_CENT, room.plan
        assert room.deductible <= room.total + HALF_A_CENT, room.plan
        if room.plan in ("solo_401k", "simple_ira"):
            assert room.employer_part_beside >= -HALF_A_CENT


@given(savers(), RULES, st.floats(0.0, 200_000.0))
def test_more_earned_is_never_less_room(saver: Saver, rules: Rules, more: float) -> None:
    """Of plans at work; of an IRA too, as long as income leaves its limit alone."""
    richer = replace(saver, profit=saver.profit + more, pay=saver.pay + more)
    now, then = by_plan(saver, rules), by_plan(richer, rules)
    for plan, room in now.items():
        assert then[plan].total >= room.total - HALF_A_CENT, plan


@given(savers(), RULES, st.floats(0.0, 200_000.0))
def test_more_income_is_never_more_room(saver: Saver, rules: Rules, more: float) -> None:
    """Income takes from both IRAs and from the saver's credit, and gives nothing."""
    richer = replace(saver, adjusted_income=saver.adjusted_income + more)
    now, then = by_plan(saver, rules), by_plan(richer, rules)
    for plan, room in now.items():
        assert then[plan].total <= room.total, plan
        assert then[plan].deductible <= room.deductible, plan
        assert then[plan].savers_credit_rate <= room.savers_credit_rate, plan


@given(savers(), RULES, st.one_of(st.integers(0, 1_200), st.integers(970, 999), st.just(1_000)))
def test_a_limit_that_shrinks_is_in_tens_and_never_below_200(
    saver: Saver, rules: Rules, thousandths: int
) -> None:
    """IRC 219(g)(2): rounded up to 10, and 200 until the range ends; from there on nothing."""
    rich = replace(saver, pay=1e6, form="s_corporation", covered=True)
    for plan, amount, law in (
        ("traditional_ira", "deductible", "ira_deduction"),
        ("roth_ira", "total", "roth_ira"),
    ):
        start = rules[f"retirement.{law}_phase_out_start"].of(rich.ira_status)
        width = rules[f"retirement.{law}_phase_out_width"].of(rich.ira_status)
        income = start + width * thousandths / 1_000
        room = by_plan(replace(rich, adjusted_income=income), rules)[plan]
        left, full = float(getattr(room, amount)), float(room.own_part + room.catch_up)
        assert left % 10.0 == 0.0
        assert (left == 0.0) == (income >= start + width)
        if left > 0.0:
            by_law = full * (1.0 - max(income - start, 0.0) / width)
            assert max(by_law, 200.0) - 0.001 <= left < max(by_law + 10.001, 200.001)


@given(MONEY, RULES, st.integers(16, 100))
def test_a_corporation_adds_a_quarter_of_pay(pay: float, rules: Rules, age: int) -> None:
    """25 % of pay, within the limit of additions; a proprietor's rate is 25 / 125."""
    rooms = by_plan(Saver(form="s_corporation", pay=pay, age=age), rules)
    most = rules["us_federal.annual_additions_limit_solo_401k_and_sep"].number
    for plan in ("solo_401k", "sep"):
        assert rooms[plan].employer_part == min(0.25 * pay, most)
    assert proprietor_share(0.25) == rules["us_federal.self_employed_contribution_share"].number


@given(st.lists(savers(), min_size=2, max_size=5), RULES)
def test_draws_are_the_single_ones_to_the_bit(drawn: list[Saver], rules: Rules) -> None:
    """Each amount, each flag and each reason of a row is that of the person alone."""
    first, *_ = drawn
    alone = [replace(first, **{name: getattr(one, name) for name in NUMBERS}) for one in drawn]
    rows: Any = {name: np.array([getattr(one, name) for one in drawn]) for name in NUMBERS}
    together = by_plan(replace(first, **rows), rules)
    for place, one in enumerate(alone):
        for plan, room in by_plan(one, rules).items():
            drawn_room = together[plan]
            for name in (*AMOUNTS, "catch_up_must_be_roth", "savers_credit_rate", "is_open"):
                found = np.broadcast_to(getattr(drawn_room, name), (len(alone),))[place]
                assert found == getattr(room, name), (plan, name)
            held = {reason.name for reason in room.reasons}
            assert held == {
                reason.name
                for reason in drawn_room.reasons
                if np.broadcast_to(reason.holds, (len(alone),))[place]
            }, plan
            assert drawn_room.deadlines == room.deadlines
            assert drawn_room.sources == room.sources


@given(savers(), RULES)
def test_a_room_that_is_less_says_why(saver: Saver, rules: Rules) -> None:
    """Nothing may go in only with a reason; days come in the order of the year or after it."""
    for room in saving_room(saver, rules):
        if not room.is_open:
            assert room.reasons, room.plan
        for deadline in room.deadlines:
            assert deadline.day.year in (rules.tax_year, rules.tax_year + 1)


@given(scenarios(most_money=300_000.0))
def test_what_is_left_may_go_in(plan: Scenario) -> None:
    """Filled to what is left no limit of the year's engine is passed; a dollar more passes one."""
    rules = load_rules(plan.tax_year)
    result = evaluate(plan, rules)
    before = over(result)
    for place in places_of(result):
        full = place.put_in + place.left
        if place.left:
            assert over(evaluate(plan.with_values({place.path: full}), rules)) <= before, place
        if not before:
            assert over(evaluate(plan.with_values({place.path: full + 1.0}), rules)), place


@given(scenarios(most_money=300_000.0))
def test_what_saving_costs_is_the_difference_of_two_years(plan: Scenario) -> None:
    """Filled one by one as in the one run: cash, taxes and loans; the parts add up."""
    result = evaluate(plan, load_rules(plan.tax_year))
    for cost in saving_costs(result, 1_000.0):
        assert abs(cost.amount - cost.taxes - cost.loan_payments - cost.cash) < HALF_A_CENT
        assert cost == cost_of_saving(result, cost.place.path, cost.amount)


def test_more_is_put_by_the_less_there_is_left() -> None:
    """Money into one place is taken from what is left in those that share its limit."""
    plan = Scenario.parse(
        {
            "work": {
                "kind": "own_practice",
                "session_kinds": [
                    {"payer": "private", "booked_per_week": 22.0, "fee_per_session": 150.0}
                ],
            }
        }
    )
    left = []
    for put_in in (0.0, 10_000.0, 20_000.0):
        changed = plan.with_values({"work.saving.roth_deferral_per_year": put_in})
        places = {one.path: one.left for one in places_of(evaluate(changed, load_rules(2026)))}
        left.append(places["work.saving.solo_401k_deferral_per_year"])
    assert [before - after for before, after in pairwise(left)] == [10_000.0, 10_000.0]
