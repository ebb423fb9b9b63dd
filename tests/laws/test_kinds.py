"""Laws of what each kind of session pays: any plan has them, and they hold."""

import math
from typing import Any

import pytest
from hypothesis import assume, given

from calc import Result, Scenario, evaluate, load_rules
from calc.questions.kinds import HAIR, replaced, what_kinds_pay
from calc.scenario import RatePerSession
from tests.strategies import scenarios

KINDS = "work.session_kinds"


def evaluated(scenario: Scenario) -> Result:
    """The plan worked out by the law of its own year."""
    return evaluate(scenario, load_rules(scenario.tax_year))


def with_kinds(scenario: Scenario, kinds: tuple[Any, ...]) -> Scenario | None:
    """The plan with other kinds; None where its rates name those of each kind, or it is full."""
    pay = scenario.work.pay
    if isinstance(pay, RatePerSession) and len(pay.rates_per_session) > 1:
        return None
    return scenario.with_values({KINDS: kinds})


@given(scenarios(most_money=1e6))
def test_each_kind_is_the_difference_without_it(scenario: Scenario) -> None:
    """Every number is finite, and equals two plans worked out one by one."""
    result = evaluated(scenario)
    for found in what_kinds_pay(result):
        without = evaluated(scenario.with_values({f"{KINDS}.{found.place}.booked_per_week": 0.0}))
        money = abs(float(result.take_home.amount)) + 1.0
        assert found.take_home_per_year == pytest.approx(
            float(result.take_home.amount - without.take_home.amount), abs=1e-9 * money
        )
        hours = float(result.hours.amount - without.hours.amount)
        assert found.hours_per_year == pytest.approx(hours, abs=HAIR)
        assert found.per_hour is None or math.isfinite(found.per_hour)


@given(scenarios(most_money=1e6))
def test_a_kind_nobody_books_changes_nothing(scenario: Scenario) -> None:
    """The others pay what they paid before it was added, and it has no row of its own."""
    kinds = scenario.work.session_kinds
    if not kinds:
        return
    data = kinds[0].model_dump(exclude_unset=True) | {"payer": kinds[0].payer}
    idle = type(kinds[0]).model_validate({**data, "booked_per_week": 0.0})
    widened = with_kinds(scenario, (*kinds, idle))
    if widened is None:
        return
    before, after = (what_kinds_pay(evaluated(plan)) for plan in (scenario, widened))
    assert [found.place for found in before] == [found.place for found in after]
    for was, now in zip(before, after, strict=True):
        assert now.take_home_per_year == pytest.approx(was.take_home_per_year, abs=1e-3)
        assert now.hours_per_year == pytest.approx(was.hours_per_year, abs=HAIR)


@given(scenarios(most_money=1e6))
def test_a_kind_in_two_halves_has_its_hours_in_two(scenario: Scenario) -> None:
    """Both halves bring and take the same, and together the hours of the whole kind.

    Not where a contract's hours are worked anyway: they take the place of a kind that goes.
    """
    kinds = scenario.work.session_kinds
    assume(not getattr(getattr(scenario.work, "pay", None), "contract_is_worked", False))
    if not kinds:
        return
    data = kinds[0].model_dump(exclude_unset=True) | {"payer": kinds[0].payer}
    half = type(kinds[0]).model_validate(
        {**data, "booked_per_week": float(kinds[0].booked_per_week) / 2.0}
    )
    split = with_kinds(scenario, (half, *kinds[1:], half))
    if split is None:
        return
    before, after = (what_kinds_pay(evaluated(plan)) for plan in (scenario, split))
    whole = next((found for found in before if found.place == 0), None)
    halves = [found for found in after if found.place in (0, len(kinds))]
    if whole is None:
        assert halves == []
        return
    first, second = halves
    assert first.take_home_per_year == pytest.approx(second.take_home_per_year, abs=1e-3)
    assert first.hours_per_year == pytest.approx(second.hours_per_year, abs=HAIR)
    together = first.hours_per_year + second.hours_per_year
    assert together == pytest.approx(whole.hours_per_year, abs=HAIR)


@given(scenarios(most_money=1e6))
def test_what_replaces_a_kind_brings_as_much(scenario: Scenario) -> None:
    """With the sessions named in its place, exact or whole, a year brings no less than today."""
    result = evaluated(scenario)
    rows = what_kinds_pay(result)
    now = float(result.take_home.amount)
    for found, swap in zip(rows, replaced(result, rows), strict=True):
        if swap is None or swap.whole is None:
            continue
        assert swap.sessions <= swap.whole
        booked = float(scenario.work.session_kinds[swap.by].booked_per_week)
        for more in (swap.sessions, float(swap.whole)):
            changed = scenario.with_values(
                {
                    f"{KINDS}.{found.place}.booked_per_week": 0.0,
                    f"{KINDS}.{swap.by}.booked_per_week": booked + more,
                }
            )
            assert float(evaluated(changed).take_home.amount) >= now - 0.01 - 1e-9 * abs(now)
