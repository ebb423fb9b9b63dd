"""Laws of the money of the months ahead."""

import datetime
from random import Random
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from calc import Scenario, load_rules
from calc.errors import ScenarioError
from calc.months import ahead, counts_of_paths, course_of, expected_counts, weeks_ahead
from calc.scenario import Employee, LoansByPlan
from tests.calc.months.months_cases import scenario
from tests.laws.months_plans import (
    METHODS,
    PATHS,
    RULES,
    both,
    changed,
    course_on,
    everything,
    luck_for,
    money_ahead,
    plans,
    scaled,
    with_ahead,
)
from tests.laws.test_currency import scaled_scenario
from tests.strategies import scenarios

FEW = settings(max_examples=8)


@settings(max_examples=40)
@given(scenarios(300_000.0), st.sampled_from(METHODS), st.integers(1, 12), st.integers(0, 156))
def test_standing_still_is_the_steady_year(
    plan: Scenario, method: str, month: int, lag: int
) -> None:
    """Twelve months of a full practice are its year: from any month, by any method, at any lag."""
    assume(not isinstance(plan.work, Employee))
    if isinstance(plan.loans, LoansByPlan):  # income of a last return is of its first year alone
        plan = plan.with_values({"loans.adjusted_income_per_year": None})
    start = datetime.date(plan.tax_year, month, 1)
    values = {"months": 12, "starts_on": start, "payer_lag_weeks": lag / 3.0}
    plan = with_ahead(plan, values | {"tax_payments": method})
    try:
        found = ahead(plan, load_rules(plan.tax_year)).expected
    except ScenarioError:
        assume(False)
        return
    steady, (window,) = found.setting.steady, found.windows
    sums = (steady.money_in, steady.costs, steady.taxes, steady.take_home, steady.loans)
    largest = max(1.0, *(abs(float(line.amount)) for line in sums))

    def near(amount: Any) -> Any:
        return pytest.approx(float(amount), rel=1e-9, abs=1e-9 * largest)

    out = steady.loans.amount + steady.own_therapy.amount + steady.set_aside.amount
    cash = steady.take_home.amount - out - 12.0 * found.setting.needs_per_month
    assert float(window.take_home[0]) == near(steady.take_home.amount)
    assert float(window.hours[0]) == near(steady.year.hours.amount)
    assert float(found.tax_months.sum()) == near(steady.taxes.amount)
    assert float(found.tax_paid.sum()) == near(steady.taxes.amount)
    assert float(found.balance[-1, 0]) == near(cash)
    if steady.year.hours.amount > 1.0:
        hourly = float(steady.wage.amount)
        assert float(window.wage[0]) == pytest.approx(hourly, rel=1e-9, abs=1e-9 * largest)


@FEW
@given(plans())
def test_money_moves_nobody(drawn: tuple[Scenario, Random]) -> None:
    """Two plans that differ only in money share every count."""
    plan, chance = drawn
    assert plan.ahead is not None
    other, luck = changed(plan, money_ahead(chance, plan.ahead.months)), luck_for()
    assert other.ahead is not None
    one, two = weeks_ahead(plan, plan.ahead), weeks_ahead(other, other.ahead)
    drawn_of_one, drawn_of_other = counts_of_paths(one, luck), counts_of_paths(two, luck)
    pairs = ((expected_counts(one), expected_counts(two)), (drawn_of_one, drawn_of_other))
    for here, there in pairs:
        for name in ("clients", "waiting", "booked", "lost", "late_charged", "missed_charged"):
            assert np.array_equal(getattr(here, name), getattr(there, name))
    found = ahead(other, RULES, counts=drawn_of_one).paths
    assert found is not None
    assert np.array_equal(found.balance, course_on(other, luck).balance)


@FEW
@given(plans(), st.floats(0.0, 50_000.0))
def test_more_in_the_bank_never_raises_a_chance(
    drawn: tuple[Scenario, Random], more: float
) -> None:
    """No path, and no month of one, that was not short becomes so; the reserve is the same."""
    plan, luck = drawn[0], luck_for(40)
    assert plan.ahead is not None
    opening = float(plan.ahead.opening_balance)
    one, two = (
        course_on(plan, luck),
        course_on(changed(plan, {"opening_balance": opening + more}), luck),
    )
    assert (two.short <= one.short).all()
    assert (two.ever_short <= one.ever_short).all()
    assert (two.runway_months >= one.runway_months).all()
    falls = (opening - one.lowest_balance, opening + more - two.lowest_balance)
    assert np.allclose(*falls, rtol=1e-9, atol=1e-6)


@FEW
@given(plans())
def test_what_is_earned_arrives_or_is_owed(drawn: tuple[Scenario, Random]) -> None:
    """Receipts + owed at the end = earned + owed at the start; owed are the last weeks' fees."""
    values = {"fee_changes": [], "starts_on": None, "months": 13}
    plan = changed(drawn[0], values | {"away": [], "job": [], "set_up": []})
    plan = plan.with_values({"work": scenario("two_payers").work})
    for course in both(plan, luck_for()):
        practice, booked = course.practice, course.counts.booked[:, 1]
        late = round(float(course.setting.ahead.payer_lag_weeks) * 3.0)
        thirds = np.repeat(booked, 3, axis=0)[: 13 * 13] / 3.0
        owed = 110.0 * thirds[13 * 13 - late :].sum(axis=0)
        before = 110.0 * 8.0 * late / 3.0 if course.setting.existing else 0.0
        assert practice.owed_at_start == pytest.approx(before)
        assert np.allclose(practice.owed, owed, rtol=1e-9, atol=1e-6)
        arrived = practice.receipts.sum(axis=0) + owed
        assert np.allclose(arrived, practice.earned.sum(axis=0) + before, rtol=1e-9, atol=1e-6)


@FEW
@given(plans())
def test_payments_of_a_year_are_its_tax(drawn: tuple[Scenario, Random]) -> None:
    """All dates of a whole calendar year and what payroll withheld, on every path."""
    for course in both(drawn[0], luck_for()):
        for year in course.years:
            if year.settled is None:
                continue
            dates = [date for date in course.tax_dates if date.of_year == year.calendar.year]
            paid = sum((np.asarray(date.amount) for date in dates), np.zeros(1))
            tax = year.returns.practice.total + year.returns.job.total
            assert np.allclose(paid + year.withheld.total, tax, rtol=1e-9, atol=1e-6)


@FEW
@given(plans())
def test_the_order_of_rows_changes_nothing(drawn: tuple[Scenario, Random]) -> None:
    """Whatever row of a file stands first: every month, date and sum is the same."""
    plan, chance = drawn
    assert plan.ahead is not None
    rows = {
        name: tuple(chance.sample(getattr(plan.ahead, name), len(getattr(plan.ahead, name))))
        for name in ("set_up", "fee_changes", "away", "job")
    }
    other = plan.with_values({"ahead": plan.ahead.model_copy(update=rows)})
    luck = luck_for()
    for one, two in zip(both(plan, luck), both(other, luck), strict=True):
        again = everything(two)
        for name, row in everything(one).items():
            assert np.allclose(row, again[name], rtol=1e-12, atol=1e-7), name


@FEW
@given(plans(), st.floats(0.0, 0.7))
def test_money_scales_with_the_currency(drawn: tuple[Scenario, Random], rate: float) -> None:
    """In cents all money is a hundred times as much, people and hours what they were."""
    factor, luck = 100.0, luck_for()
    home = scenario("rate").household
    plan = drawn[0].with_values({"household": home, "loans": scenario("solo").loans})
    plan = plan.with_values({"household.tax.rate": rate})
    assert plan.ahead is not None
    cents = with_ahead(scaled_scenario(plan, factor), scaled(plan.ahead, factor))
    assert cents.ahead is not None
    assert cents.ahead.opening_balance == plan.ahead.opening_balance * factor
    for one, two in zip(both(plan, luck), both(cents, luck), strict=True):
        again = everything(two)
        for name, row in everything(one).items():
            times = 1.0 if name in ("sessions", "hours") else factor
            assert np.allclose(row * times, again[name], rtol=1e-9, atol=1e-6), name


@FEW
@given(plans(), st.integers(0, PATHS - 1))
def test_a_path_is_its_own_scalar_run(drawn: tuple[Scenario, Random], path: int) -> None:
    """A path alone has the money and the tax that it has among others, to the bit."""
    luck = luck_for()
    alone = {name: rows[:, path : path + 1] for name, rows in luck.items()}
    together, single = (everything(course_on(drawn[0], one)) for one in (luck, alone))
    assert set(together) == set(single)
    for name, rows in together.items():
        wanted = np.broadcast_to(rows, (*rows.shape[:-1], PATHS))[..., path : path + 1]
        assert np.array_equal(wanted, np.broadcast_to(single[name], wanted.shape)), name


def test_the_same_luck_makes_a_difference_small() -> None:
    """$10 more a session: on the same luck the difference strays 100 times less in variance."""
    values = {
        "months": 24,
        "clients_at_start": 0,
        "enquiries_per_month": 8.0,
        "intake_share": 0.45,
        "starts_on": datetime.date(2027, 1, 1),
    }
    plan = with_ahead(scenario("solo"), values)
    dearer = plan.with_values({"work.session_kinds.0.fee_per_session": 160.0})
    same, other = luck_for(1_000), luck_for(1_000, seed=6)
    before = course_on(plan, same).balance[-1]
    near, far = (course_on(dearer, luck).balance[-1] - before for luck in (same, other))
    assert near.mean() > 0.0
    assert near.var() * 100.0 < far.var()


def test_the_expected_path_is_a_path() -> None:
    """Handing its counts to a course again gives the same to the bit."""
    found = ahead(with_ahead(scenario("solo"), {"months": 13}), RULES)
    again = course_of(found.setting, expected_counts(found.setting.plan))
    assert np.array_equal(found.expected.balance, again.balance)
