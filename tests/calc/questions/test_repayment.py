"""Questions about a result's loans: plans ahead, the lines of RAP, filing, public service."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from calc import Result, Scenario, evaluate, load_rules
from calc.loans import Outlook, course_of, month_after, services
from calc.parameters.student_loans import graduate_rate, holds_from, loan_rules
from calc.questions.cliff import cliff, contribution_to_fall_below, more_profit_to_the_line
from calc.questions.repayment import (
    cost_of_an_hour,
    filing_compared,
    outlook,
    payment_per_month,
    service_worth,
)

ROOT = Path(__file__).parents[3]
DAY = datetime.date(2026, 11, 22)
SOLO = Scenario.from_toml((ROOT / "scenarios" / "solo_private_pay.toml").read_bytes())
RAP = {"kind": "by_plan", "federal": ({"balance": 66_000.0, "rate_per_year": 0.08},)}
# A salary, one session a week and no deductions: adjusted income is the pay less loan interest.
CLINIC = Scenario.parse(
    {
        "work": {
            "kind": "employee",
            "employer_type": "nonprofit_agency",
            "pay": {"kind": "salary", "salary_per_year": 54_500.0},
        },
        "loans": {**RAP, "pslf_employer": "this_work"},
    }
)


def result_of(plan: Scenario, changes: Mapping[str, Any] | None = None) -> Result:
    """The result of a plan, changed in some fields."""
    changed = plan.with_values(changes) if changes else plan
    return evaluate(changed, load_rules(changed.tax_year))


def ahead(plan: Scenario, changes: Mapping[str, Any] | None = None) -> Outlook:
    """What lies ahead of a plan with federal loans."""
    found = outlook(result_of(plan, changes))
    assert found is not None
    return found


def owner(fee: float, **loans: Any) -> Scenario:
    """The solo practice at another fee, with a loan under RAP."""
    changes = {"work.session_kinds.0.fee_per_session": fee, "loans": {**RAP, **loans}}
    return SOLO.with_values(changes)


# --- plans ahead -------------------------------------------------------------------------------


def test_no_outlook_without_federal_loans() -> None:
    """A payment that is known, and private loans alone, have no plans to compare."""
    assert outlook(result_of(SOLO)) is None
    assert outlook(result_of(SOLO, {"loans": {"kind": "by_plan", "federal": ()}})) is None


def test_the_outlook_holds_the_open_plans() -> None:
    """Each open plan is there once, with public service where it counts and without it."""
    found = ahead(CLINIC)
    open_plans = [item.plan for item in found.plans if item.for_all]
    assert [each.plan for each in found.projections] == open_plans
    assert [each.plan for each in found.without_service] == open_plans
    assert found.of("rap").by_pslf
    assert not found.of_without("rap").by_pslf
    assert found.least_without.plan in open_plans
    rate = found.discount_rate
    cheapest = min(float(each.present_value(rate)) for each in found.without_service)
    assert float(found.least_without.present_value(rate)) == cheapest


def test_without_public_service_both_are_the_same() -> None:
    """Where no payment counts, the projections are those without it."""
    found = ahead(CLINIC, {"loans.pslf_employer": "none"})
    assert found.projections is found.without_service


@pytest.mark.parametrize("plan", ["standard_10", "extended", "rap", "ibr_10"])
def test_what_is_paid_in_all_is_a_sum(plan: Any) -> None:
    """Owed and interest, less what is waived, added, awarded and cancelled, is what is paid."""
    found = ahead(CLINIC, {"loans.awards": ({"amount": 5_000.0},)})
    line = found.paid_in_all(plan)
    assert float(line.amount) == pytest.approx(float(found.of(plan).total_paid), abs=1e-6)
    assert line.parts[0].label == "Owed at the start"


@pytest.mark.parametrize(
    ("changes", "plan", "needed", "counted"),
    [
        ({}, "rap", 120.0, 0.0),
        ({"loans.pslf_months_certified": 48}, "rap", 120.0, 48.0),
        ({"loans.pslf_employer": "none", "loans.credited_months": 24}, "rap", 360.0, 24.0),
        ({"loans.pslf_employer": "none", "loans.credited_months": 24}, "ibr_10", 240.0, 24.0),
    ],
)
def test_payments_to_the_end_are_those_needed_less_those_counted(
    changes: Mapping[str, Any], plan: Any, needed: float, counted: float
) -> None:
    """Where the law ends a plan, its rule and the payments that count already say when."""
    stay_low = {"work.pay.salary_per_year": 42_000.0, "loans.income_growth_per_year": 0.0}
    line = ahead(CLINIC, {**stay_low, **changes}).payments_to_the_end(plan)
    assert [float(part.amount) for part in line.parts] == [needed, counted]
    assert float(line.amount) == needed - counted
    assert line.source is not None


def test_payments_until_a_loan_is_repaid() -> None:
    """Where nothing is cancelled, no rule ends the plan."""
    found = ahead(CLINIC)
    line = found.payments_to_the_end("extended")
    assert float(line.amount) == 300.0
    assert line.source is None
    assert found.last_month("extended") == datetime.date(2051, 11, 1)


def test_the_months_after_a_day() -> None:
    """Months are counted over the turn of a year."""
    assert month_after(DAY, 0.0) == datetime.date(2026, 11, 1)
    assert month_after(DAY, 2.0) == datetime.date(2027, 1, 1)


def test_the_course_by_year() -> None:
    """A course starts with what is owed and ends with what is cancelled; payments add up."""
    found = ahead(CLINIC)
    course = course_of(found.of("rap"))
    assert course.months == tuple(range(0, 121, 12))
    assert course.balance[0] == 66_000.0
    assert course.balance[-1] == float(found.of("rap").forgiven) > 0.0
    assert course.paid[0] == 0.0
    assert course.paid[-1] == pytest.approx(float(found.of("rap").total_paid))
    assert course_of(found.of("extended")).balance[-1] == 0.0


def test_a_course_that_is_over() -> None:
    """With 120 payments certified all that is owed is cancelled now, and nothing is paid."""
    found = ahead(CLINIC, {"loans.pslf_months_certified": 120})
    course = course_of(found.of("rap"))
    assert (course.months, course.paid) == ((0,), (0.0,))
    assert course.balance == (66_000.0,)


def test_the_cost_of_an_hour_lies_between_the_wages() -> None:
    """The wage less loan payments an hour is the wage after loans."""
    result = result_of(CLINIC)
    cost = float(cost_of_an_hour(result).amount)
    assert cost > 0.0
    assert float(result.wage.amount) - cost == pytest.approx(float(result.wage_after_loans.amount))


def test_all_loans_a_month() -> None:
    """What RAP asks a month, and with it $12,000 without interest over ten years: $100 more."""
    alone = result_of(CLINIC)
    assert payment_per_month(alone) == pytest.approx(alone.find("loans.month").amount)
    private = {"balance": 12_000.0, "rate_per_year": 0.0, "years": 10.0}
    both = result_of(CLINIC, {"loans": {**RAP, "private": (private,)}})
    asked = float(both.find("loans.month").amount)
    assert payment_per_month(both) == pytest.approx(asked + 100.0, abs=0.01)


# --- filing ------------------------------------------------------------------------------------


def test_a_couple_compares_its_ways_of_filing() -> None:
    """Together: both incomes, shared by what each owes. Apart: one income. The cost is stated."""
    couple = owner(150.0, separate_cost_per_year=2_400.0, spouse_balance=66_000.0)
    couple = couple.with_values(
        {"household.filing_status": "joint", "household.spouse_wages_per_year": 60_000.0}
    )
    found = filing_compared(result_of(couple))
    assert found is not None
    assert found.cost_per_month == 200.0
    for way, amount in (("as_household", found.together), ("separate", found.apart)):
        alone = result_of(couple, {"loans.filing": way})
        assert amount == alone.find("loans.month").amount
    assert float(found.together) < float(found.apart)


def test_only_couples_with_federal_loans_compare_filing() -> None:
    """Singles, known payments and couples without federal loans do not."""
    joint = {"household.filing_status": "joint"}
    assert filing_compared(result_of(owner(150.0))) is None
    assert filing_compared(result_of(SOLO, joint)) is None
    assert filing_compared(result_of(owner(150.0, federal=()), joint)) is None


# --- lines of RAP ------------------------------------------------------------------------------


def test_no_line_under_another_plan() -> None:
    """Only RAP has lines."""
    for plan in (SOLO, owner(150.0, plan="standard_10")):
        result = result_of(plan)
        assert cliff(result) is None
        assert more_profit_to_the_line(result) is None
        assert contribution_to_fall_below(result) is None


def test_between_two_lines() -> None:
    """At $65,000 RAP asks 6 %; a dollar past $70,000 costs $58.34; at $60,000 it asks 5 %.

    70,001 x 7 % / 12 = 408.34 and 70,000 x 6 % / 12 = 350.00. 65,000 x 6 % / 12 = 325.00 and
    60,000 x 5 % / 12 = 250.00.
    """
    found = cliff(result_of(owner(150.0, adjusted_income_per_year=65_000.0)))
    assert found is not None
    assert (found.line_above, found.room) == (70_000.0, 5_000.0)
    assert found.costs_per_month == pytest.approx(58.34)
    assert (found.line_below, found.above_by) == (60_000.0, 5_000.0)
    assert found.saves_per_month == pytest.approx(75.0)


def test_at_a_line() -> None:
    """An income on a line has the lower share still: the next dollar crosses it."""
    found = cliff(result_of(owner(150.0, adjusted_income_per_year=60_000.0)))
    assert found is not None
    assert (found.line_above, found.room, found.line_below) == (60_000.0, 0.0, 50_000.0)


def test_beyond_the_last_line_and_before_the_first() -> None:
    """No line lies above $100,000, none below $10,000."""
    high = cliff(result_of(owner(150.0, adjusted_income_per_year=150_000.0)))
    low = cliff(result_of(owner(150.0, adjusted_income_per_year=9_000.0)))
    assert high is not None
    assert low is not None
    assert (high.line_above, high.room, high.costs_per_month) == (None, 0.0, 0.0)
    assert (low.line_below, low.above_by, low.saves_per_month) == (None, 0.0, 0.0)


@pytest.mark.parametrize("fee", [60.0, 90.0, 118.0, 125.0, 130.0])
def test_more_profit_reaches_the_line(fee: float) -> None:
    """With so much more profit the adjusted income is at the line above, but for the interest."""
    result = result_of(owner(fee))
    found, more = cliff(result), more_profit_to_the_line(result)
    assert found is not None
    assert found.line_above is not None
    assert more is not None
    held = float(result.scenario.work.session_kinds[0].booked_per_week) * 46.0
    richer = result_of(owner(fee + more / held / 0.9))
    assert float(richer.loan_year.adjusted_income) > found.line_above - 500.0
    assert more < found.room / 0.85


def test_more_pay_reaches_the_line() -> None:
    """Of an employee's pay every dollar counts."""
    result = result_of(CLINIC)
    found = cliff(result)
    assert found is not None
    assert more_profit_to_the_line(result) == pytest.approx(found.room)


def test_a_last_return_is_not_changed_by_this_years_work() -> None:
    """Neither profit nor a contribution of this year moves the income of the last return."""
    result = result_of(owner(150.0, adjusted_income_per_year=65_000.0))
    assert more_profit_to_the_line(result) is None
    assert contribution_to_fall_below(result) is None


@pytest.mark.parametrize("plan", [owner(125.0), owner(132.0), CLINIC])
def test_a_contribution_takes_income_to_the_line(plan: Scenario) -> None:
    """Evaluated with it, the income is at or below the line; with a dollar less it is above."""
    before = result_of(plan)
    found, line = contribution_to_fall_below(before), cliff(before)
    assert found is not None
    assert line is not None
    assert line.line_below is not None
    assert found.reached
    after = result_of(plan, {found.path: found.amount})
    assert float(after.loan_year.adjusted_income) <= line.line_below
    saved = float(before.find("loans.month").amount) - float(after.find("loans.month").amount)
    assert found.saves_per_month == pytest.approx(saved)
    short = result_of(plan, {found.path: found.amount - 1.0})
    assert float(short.loan_year.adjusted_income) > line.line_below


@pytest.mark.parametrize("fee", [300.0, 1e9])
def test_a_line_that_no_contribution_reaches(fee: float) -> None:
    """Far above the last line the law's limits are in the way, whatever is paid in."""
    found = contribution_to_fall_below(result_of(owner(fee)))
    assert found is not None
    assert not found.reached


def test_no_return_no_contribution() -> None:
    """Where tax is not that of a United States return, profit cannot be traced to income."""
    result = result_of(owner(150.0), {"household.tax": {"mode": "none"}})
    assert cliff(result) is not None
    assert more_profit_to_the_line(result) is None
    assert contribution_to_fall_below(result) is None


# --- public service ----------------------------------------------------------------------------


def test_the_worth_of_public_service() -> None:
    """Today's money saved against the cheapest plan without it, and level over the years left."""
    found = ahead(CLINIC)
    worth = service_worth(found)
    assert worth is not None
    rate = found.discount_rate
    compared = float(found.least_without.present_value(rate))
    assert worth.worth == pytest.approx(compared - float(found.of("rap").present_value(rate)))
    assert worth.compared_with == found.least_without.plan
    assert worth.months_left == 120.0
    month = 0.04 / 12
    today = sum(float(worth.per_year) / 12 / (1 + month) ** n for n in range(1, 121))
    assert today == pytest.approx(float(worth.worth))


def test_worth_against_a_plan_that_is_named() -> None:
    """Against a dearer plan public service is worth more."""
    found = ahead(CLINIC)
    cheapest, extended = service_worth(found), service_worth(found, "extended")
    assert cheapest is not None
    assert extended is not None
    assert extended.compared_with == "extended"
    assert extended.worth >= cheapest.worth


def test_worth_by_belief() -> None:
    """Worth is linear in the belief; the own one is told beside the usual ones."""
    found = ahead(CLINIC, {"loans.pslf_survives_share": 0.75})
    worth = service_worth(found)
    assert worth is not None
    none, quarter, half, certain = worth.beliefs
    assert certain.worth == worth.worth
    assert half.worth == pytest.approx((none.worth + certain.worth) / 2)
    assert quarter.worth == pytest.approx((none.worth + half.worth) / 2)
    assert worth.believed.share == 0.75
    assert worth.believed.worth == pytest.approx((half.worth + certain.worth) / 2)


def test_leaving_costs_more_a_year_the_later_it_is() -> None:
    """Ten years to choose from; what another job must bring rises; the break-even follows it."""
    worth = service_worth(ahead(CLINIC))
    assert worth is not None
    asked = [float(leaving.per_year) for leaving in worth.leaving]
    assert [leaving.after_years for leaving in worth.leaving] == list(range(10))
    assert asked == sorted(asked)
    assert worth.break_even_year(0.0) == 0
    assert worth.break_even_year(asked[3] + 0.01) == 4
    assert worth.break_even_year(asked[-1]) is None


def test_no_worth_where_nothing_is_cancelled() -> None:
    """Without a job that counts, under Standard, and where RAP repays first, PSLF cancels nothing.

    Standard ends with its own 120th payment, the very one that PSLF would ask for.
    """
    assert service_worth(ahead(CLINIC, {"loans.pslf_employer": "none"})) is None
    assert service_worth(ahead(CLINIC, {"loans.plan": "standard_10"})) is None
    assert service_worth(ahead(CLINIC, {"loans.federal.0.balance": 5_000.0})) is None


def test_service_that_is_done() -> None:
    """With all payments certified it is worth all that is owed, and there is no leaving left."""
    worth = service_worth(ahead(CLINIC, {"loans.pslf_months_certified": 120}))
    assert worth is not None
    assert worth.leaving == ()
    assert worth.break_even_year(0.0) is None


def test_a_batch_is_worth_what_its_draws_are() -> None:
    """The worth of draws is that of each alone."""
    balances = np.array([66_000.0, 90_000.0])
    together = service_worth(ahead(CLINIC, {"loans.federal.0.balance": balances}), "rap")
    assert together is not None
    for draw, balance in enumerate(balances):
        alone = service_worth(ahead(CLINIC, {"loans.federal.0.balance": float(balance)}), "rap")
        assert alone is not None
        assert np.asarray(together.worth)[draw] == pytest.approx(alone.worth)
        given_up = np.asarray(together.leaving[4].given_up)[draw]
        assert given_up == pytest.approx(alone.leaving[4].given_up)


SELF = SOLO.with_values({"loans": {**RAP, "pslf_employer": "this_work"}})
COUNTS: list[tuple[Scenario, Mapping[str, Any], str | None]] = [
    (CLINIC, {}, None),
    (SELF, {}, "pslf_not_employee"),
    (CLINIC, {"work.employer_type": "private_group_practice"}, "pslf_employer"),
    (CLINIC, {"work.pay.contracted_hours_per_week": 29.9}, "pslf_hours"),
    (CLINIC, {"work.pay.contracted_hours_per_week": 30.0}, None),
    (CLINIC, {"work.pay": {"kind": "hourly", "contracted_hours_per_week": 20.0}}, "pslf_hours"),
    (CLINIC, {"work.pay": {"kind": "per_session"}}, "pslf_hours"),
    (SELF, {"loans.pslf_employer": "other_job"}, "pslf_hours"),
    (
        SELF,
        {"loans.pslf_employer": "other_job", "household.other_job_hours_per_week": 30.0},
        None,
    ),
]


@pytest.mark.parametrize(("plan", "changes", "why_not"), COUNTS)
def test_what_counts_for_public_service(
    plan: Scenario, changes: Mapping[str, Any], why_not: str | None
) -> None:
    """An employee of a qualifying employer, 30 hours a week; else the reason, as a remark too."""
    result = result_of(plan, changes)
    found = outlook(result)
    assert found is not None
    assert found.service.asked
    assert found.service.counts is (why_not is None)
    assert found.service.why_not == why_not
    told = [remark.kind for remark in result.remarks if remark.kind.startswith("pslf")]
    assert told == ([why_not] if why_not else [])


def test_public_service_that_was_not_asked_for() -> None:
    """Nothing is said of PSLF to who did not name a job."""
    found = ahead(CLINIC, {"loans.pslf_employer": "none"})
    assert not found.service.asked
    assert not found.service.counts


REMARKS: dict[str, Mapping[str, Any]] = {
    "plan_not_open": {"loans.plan": "save"},
    "loan_income_before_tax": {"household.tax": {"mode": "none"}},
    "pslf_plan": {"loans.plan": "extended"},
}


@pytest.mark.parametrize(("kind", "changes"), REMARKS.items(), ids=REMARKS)
def test_what_is_odd_about_a_plan(kind: str, changes: Mapping[str, Any]) -> None:
    """A plan that is not open, an income without a return, a plan that does not count."""
    assert kind in [remark.kind for remark in result_of(CLINIC, changes).remarks]


def test_a_closed_plan_names_its_rule_and_the_open_ones() -> None:
    """Under SAVE the law gives Standard, and the remark says which plans are open."""
    (found,) = [
        remark
        for remark in result_of(CLINIC, {"loans.plan": "save"}).remarks
        if remark.kind == "plan_not_open"
    ]
    assert found.values["used"] == "standard_10"
    assert found.values["rule"] == loan_rules(DAY)["save_ended"]
    assert found.values["open"] == ("standard_10", "extended", "rap", "ibr_10")


def test_no_remark_without_loans_by_plan() -> None:
    """A known payment, and no federal loan, leave nothing to remark."""
    for plan in (SOLO, SOLO.with_values({"loans": {"kind": "by_plan", "federal": ()}})):
        assert [r for r in result_of(plan).remarks if r.path.startswith("loans")] == []


# --- awards and rules --------------------------------------------------------------------------


def test_awards_and_what_leaving_pays_back() -> None:
    """Each award tells until when it asks service; all of it is paid back, or nothing."""
    awards = ({"amount": 50_000.0}, {"amount": 9_000.0, "months": 12, "paid_back_if_left": False})
    first, second = services(ahead(CLINIC, {"loans.awards": awards}))
    assert (first.until, first.paid_back) == (datetime.date(2028, 11, 1), 50_000.0)
    assert (second.until, second.paid_back) == (datetime.date(2027, 11, 1), 0.0)


def test_the_day_a_rule_holds_from() -> None:
    """A guideline holds from the day it was changed; later rules do not reach back."""
    rules = loan_rules(DAY)
    assert holds_from(rules["poverty_guideline"], DAY) == datetime.date(2026, 1, 15)
    assert holds_from(rules["rap_months"], DAY) == datetime.date(2026, 7, 1)


@pytest.mark.parametrize(
    ("day", "rate"),
    [
        ("2024-06-30", None),
        ("2024-07-01", 0.0808),
        ("2026-06-30", 0.0794),
        ("2027-06-30", 0.0807),
        ("2027-07-01", None),
    ],
)
def test_the_rate_of_a_school_year(day: str, rate: float | None) -> None:
    """A rate holds for the school year of the first payment; years not recorded have none."""
    found = graduate_rate(datetime.date.fromisoformat(day))
    assert (found.number if found else None) == rate
