"""A practice that is a corporation: the year follows its form, and agrees with both returns."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from calc import Scenario, evaluate, load_rules
from calc.questions.entity import forms_at, practice_in
from calc.questions.next_dollar import kept_of_next_hundred, next_dollar
from calc.questions.saving_room import places_of, rooms_of
from calc.scenario import SCorporation
from calc.taxes.dates import estimated_tax
from calc.taxes.election import Election
from calc.taxes.forms import both_forms
from calc.year.evaluate import Result
from calc.year.own_corporation import dates_of_its_election

RULES = load_rules(2026)
WORK = {
    "kind": "own_practice",
    "health_premium_per_month": 500.0,
    "session_kinds": [{"payer": "private", "fee_per_session": 180.0, "booked_per_week": 22.0}],
}


def year(form: SCorporation | None = None, /, **changes: Any) -> Result:
    """A practice of 22 sessions at $180, with other values by their paths, dots as `__`."""
    plan = Scenario.parse({"work": WORK})
    named = {name.replace("__", "."): value for name, value in changes.items()}
    if form:
        named["work.form"] = form
    return evaluate(plan.with_values(named), RULES)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"household__state": "CA"},
        {"household__state": "NY", "household__city": "new_york_city"},
        {"household__state": "PA", "household__city": "philadelphia"},
        {"household__state": "TN"},
        {"household__state": "MA", "household__own_other_wages_per_year": 30_000.0},
        {
            "household__filing_status": "joint",
            "household__spouse_wages_per_year": 80_000.0,
            "work__saving__solo_401k_deferral_per_year": 12_000.0,
            "work__saving__sep_per_year": 9_000.0,
        },
    ],
)
def test_what_it_leaves_more_is_the_gain_of_two_returns(changes: dict[str, Any]) -> None:
    """Take-home in one form less that in the other is the gain that the two returns show."""
    # Philadelphia taxes profit in both forms, which running costs lower: there it has none.
    costs = 0.0 if changes.get("household__city") == "philadelphia" else 2_200.0
    form = SCorporation(salary_per_year=50_000.0, running_costs_per_year=costs)
    sole, own = year(**changes), year(form, **changes)
    gain = forms_at(practice_in(sole), 50_000.0, costs).gain.amount
    more = own.take_home.amount - sole.take_home.amount
    assert float(more) == pytest.approx(float(gain), abs=1e-6)
    assert own.wage.amount == pytest.approx(own.take_home.amount / own.hours.amount)
    assert replace(practice_in(own), form=SCorporation()) == practice_in(sole)


def test_a_salary_left_empty_is_the_median_for_the_hours() -> None:
    """Half of all counselors in Texas earn less: by the hours of this work over 2,080."""
    own = year(SCorporation())
    assert own.corporation is not None
    line = own.corporation.salary
    median = line.find("corporation.median_pay").amount
    assert float(line.amount) == pytest.approx(float(median * own.hours.amount / 2_080.0))
    other = year(SCorporation(occupation="psychologists"))
    assert other.corporation is not None
    assert float(other.corporation.salary.amount) > float(line.amount)


def test_opting_out_leaves_its_taxes_out() -> None:
    """A sole owner outside the state's insurance pays neither unemployment tax nor programmes."""
    form = SCorporation(salary_per_year=50_000.0)
    within = year(form, household__state="CA")
    out = SCorporation(
        salary_per_year=50_000.0, pays_state_unemployment=False, in_state_programmes=False
    )
    without = year(out, household__state="CA")
    assert float(within.taxes.find("taxes.payroll_programmes").amount) > 0.0
    assert float(without.taxes.find("taxes.payroll_programmes").amount) == 0.0
    assert float(within.taxes.find("corporation.state_unemployment").amount) == 0.034 * 7_000.0
    assert float(without.taxes.find("corporation.state_unemployment").amount) == 0.0


def test_an_employers_plan_leaves_the_premium_to_its_owner() -> None:
    """The corporation deducts no premium then, as a proprietor does not (IRC 162(l)(2)(B))."""
    form = SCorporation(salary_per_year=50_000.0)
    own = year(form, household__may_join_employer_plan=True)
    assert own.corporation is not None
    assert own.corporation.year.corporation.premium == 0.0
    assert own.household is not None
    assert own.household.corporate_premium == 0.0
    assert own.health_cover.amount == 6_000.0


def test_outside_united_states_law_there_is_no_corporation() -> None:
    """At a rate of one's own the form changes nothing."""
    mode = {"household__tax": {"mode": "effective", "rate": 0.3}}
    sole, own = year(**mode), year(SCorporation(salary_per_year=50_000.0), **mode)
    assert own.corporation is None
    assert own.take_home.amount == sole.take_home.amount


@pytest.mark.parametrize(
    ("age", "salary", "deferral", "employer"),
    [
        (40, 50_000.0, 24_500.0, 12_500.0),  # part F: 37,000 in all
        (40, 20_000.0, 20_000.0, 0.0),  # all that goes in is within the pay
        (40, 30_000.0, 24_500.0, 5_500.0),
        (40, 250_000.0, 24_500.0, 47_500.0),  # 72,000 in all
        (55, 50_000.0, 32_500.0, 12_500.0),
        (61, 250_000.0, 35_750.0, 47_500.0),
    ],
)
def test_its_owner_saves_out_of_the_salary(
    age: int, salary: float, deferral: float, employer: float
) -> None:
    """The deferral within the pay, a quarter of it beside, 72,000 with the catch-up on top."""
    own = year(
        SCorporation(salary_per_year=salary),
        household__age=age,
        work__session_kinds__0__fee_per_session=400.0,
        work__saving__solo_401k_deferral_per_year=90_000.0,
        work__saving__solo_401k_employer_per_year=90_000.0,
    )
    assert float(own.saving.deferral_deducted) == pytest.approx(deferral)
    assert float(own.saving.employer_part_deducted) == pytest.approx(employer)


def test_draws_are_their_scalars() -> None:
    """A row of salaries and fees is each of them by itself."""
    salaries, fees = np.array([20_000.0, 60_000.0, 90_000.0]), np.array([90.0, 150.0, 300.0])
    named = {
        "work.form.salary_per_year": salaries,
        "work.session_kinds.0.fee_per_session": fees,
    }
    plan = Scenario.parse({"work": {**WORK, "form": {"kind": "s_corporation"}}})
    every = evaluate(plan.with_values(named), RULES)
    for place in range(len(fees)):
        one = evaluate(
            plan.with_values({path: float(row[place]) for path, row in named.items()}), RULES
        )
        assert every.take_home.amount[place] == pytest.approx(float(one.take_home.amount))


def test_both_forms_of_its_household_are_refused_nothing() -> None:
    """The proprietor's return behind a corporation's plan is that of the plan without it."""
    own = practice_in(year(SCorporation(salary_per_year=1.0)))
    found = both_forms(own.home, forms_at(own, 1.0, 0.0).corporation.corporation, RULES)
    assert found.sole.total.amount == year().taxes.amount


def test_a_tax_by_election_is_in_the_year() -> None:
    """California's 9.3 %: take-home rises by the gain of the election, and it has its own dates."""
    form = SCorporation(salary_per_year=50_000.0)
    with_it = SCorporation(salary_per_year=50_000.0, elects_pte=True)
    before, after = (year(one, household__state="CA") for one in (form, with_it))
    found = forms_at(practice_in(before), 50_000.0, 2_200.0, Election()).elected
    assert found is not None
    more = after.take_home.amount - before.take_home.amount
    assert float(more) == pytest.approx(float(found.gain.amount))
    assert after.corporation is not None
    assert float(after.corporation.income.amount) == pytest.approx(float(found.year.income.amount))
    dates = dates_of_its_election(after.corporation, "CA", RULES)
    assert dates is not None
    assert float(dates.year) == pytest.approx(float(found.year.tax.amount))
    assert dates_of_its_election(before.corporation, "CA", RULES) is None


@pytest.mark.parametrize(
    ("state", "kind", "path"),
    [
        ("TX", "election_no_election", ""),
        ("CT", "election_no_plain_rate", "work.form.pte_rate"),
    ],
)
def test_an_election_that_is_not_open_is_told_and_not_counted(
    state: str, kind: str, path: str
) -> None:
    """The year is that without it; a remark says why."""
    elects = SCorporation(salary_per_year=50_000.0, elects_pte=True)
    after = year(elects, household__state=state)
    before = year(SCorporation(salary_per_year=50_000.0), household__state=state)
    assert after.take_home.amount == before.take_home.amount
    assert (kind, path) in {(remark.kind, remark.path) for remark in after.remarks}


def test_at_a_rate_of_ones_own_no_dates_are_known() -> None:
    """The state's own dates stand in: the tax is among the state's."""
    elects = SCorporation(
        salary_per_year=50_000.0, elects_pte=True, pte_rate=0.05, pte_credit_share=1.0
    )
    after = year(elects, household__state="AL")
    assert after.corporation is not None
    assert after.corporation.elected is not None
    assert dates_of_its_election(after.corporation, "AL", RULES) is None
    found = estimated_tax(after.taxes, after.scenario.household, RULES)
    assert found is not None
    tax = float(after.corporation.elected.tax.amount)
    state = float(after.taxes.find("taxes.state").amount)
    entity = float(after.taxes.find("corporation.tax").amount)
    assert float(found.payees[1].year) == pytest.approx(max(tax + state + entity, 0.0))


def test_the_room_for_saving_is_that_of_the_salary() -> None:
    """Pay of $50,000: 24,500 of one's own and 12,500 of the corporation's; a SEP has the latter."""
    own = year(SCorporation(salary_per_year=50_000.0))
    rooms = {room.plan: float(room.total) for room in rooms_of(own)}
    assert rooms["solo_401k"] == 37_000.0
    assert rooms["sep"] == 12_500.0
    left = {place.path: place.left for place in places_of(own)}
    assert left["work.saving.solo_401k_employer_per_year"] == 12_500.0


def test_the_next_dollar_of_a_corporation_bears_no_payroll_tax() -> None:
    """In Texas only federal income tax takes of it: 22 % of 80 %, as a fifth is deducted."""
    own = year(SCorporation(salary_per_year=60_000.0), household__filing_status="joint")
    found = next_dollar(own)
    assert found.base_full_at is None
    assert float(found.kept_of_next[found.here]) == pytest.approx(100.0 - 0.22 * 80.0)
    assert kept_of_next_hundred(own) == pytest.approx(float(found.kept_of_next[found.here]))
    at_now = {key: float(row[found.here]) for key, row in found.levels.taken.items()}
    taxes = sum(amount for key, amount in at_now.items() if key != "loans")
    earned = float(found.levels.earned[found.here])
    now = own.corporation
    assert now is not None
    assert earned == pytest.approx(float(now.year.corporation.profit))
    assert taxes == pytest.approx(float(own.taxes.amount))
