"""The plans ahead of federal loans: what each costs, when it ends, and its course."""

import datetime
from collections.abc import Mapping
from typing import Any

import pytest

from calc.loans import course_of, month_after
from calc.questions.repayment import outlook
from tests.calc.questions.indebted import CLINIC, DAY, SOLO, ahead, result_of


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
