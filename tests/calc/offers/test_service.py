"""Public service in an offer: its own employer decides, and why there is none is told apart."""

from typing import Any

import pytest

from calc import evaluate
from calc.offers import compare
from calc.offers.service import Service, service_of
from calc.scenario import Offers
from tests.calc.offers.letters import FILES, compared, offer

LETTERS = next(path for path in FILES if path.stem == "new_msw_three_letters")
EMPLOYER = "offers.0.work.employer_type"
PAY = "offers.0.work.pay"


def letters(**changes: Any) -> Offers:
    """The shipped letters of one who was never asked about public service."""
    file = Offers.from_toml(LETTERS.read_text(encoding="utf-8"))
    named = {name.replace("__", "."): value for name, value in changes.items()}
    return file.with_values({"loans.pslf_employer": "none", **named})


def agency(file: Offers) -> Service:
    """Public service in the first of them."""
    return compare(file).compared[0].public_service


def test_the_employer_of_each_letter_decides() -> None:
    """Nothing is asked of the loans: a non-profit counts, a private practice and a 1099 do not."""
    first, group, contract = compare(letters()).compared
    asked = compare(letters().with_values({"loans.pslf_employer": "this_work"})).compared[0]
    assert first.service is not None
    assert first.service == asked.service
    assert first.result.scenario.loans.pslf_employer == "this_work"  # type: ignore[union-attr]
    assert "pslf_not_available" not in {check.kind for check in first.checks}
    assert (group.service, group.public_service.why_not) == (None, "pslf_employer")
    assert (contract.service, contract.public_service.why_not) == (None, "pslf_not_employee")
    assert group.wage_with_service is None


@pytest.mark.parametrize("employer", ["nonprofit_hospital", "school", "government"])
def test_every_kind_of_employer_that_counts(employer: str) -> None:
    """The law's own list, whatever the letter calls it."""
    assert agency(letters().with_values({EMPLOYER: employer})).worth is not None


def test_the_wage_with_service_is_the_worth_spread_over_the_hours() -> None:
    """Take-home and the worth of a year, over the hours of a year."""
    first = compare(letters()).compared[0]
    assert first.service is not None
    hours = float(first.result.hours.amount)
    year = float(first.result.take_home.amount) + float(first.service.believed.per_year)
    assert first.wage_with_service == pytest.approx(year / hours)
    doubted = letters().with_values({"loans.pslf_survives_share": 0.5})
    half = compare(doubted).compared[0].wage_with_service
    assert float(first.result.wage.amount) < half < year / hours  # type: ignore[operator]


def test_why_there_is_none_is_told_apart() -> None:
    """No loans by plan, an employer nobody named, too few hours, a plan, nothing left over."""
    assert compared(offer()).compared[0].public_service.why_not == "no_federal_loans"
    file = letters()
    row = file.offers[0]
    unsaid = {name: getattr(row.work, name) for name in row.work.model_fields_set}
    del unsaid["employer_type"]
    unnamed = {**{name: getattr(row, name) for name in row.model_fields_set}, "work": unsaid}
    found = compare(file.with_values({"offers": (unnamed, *file.offers[1:])})).compared[0]
    assert found.public_service.why_not == "pslf_employer_not_stated"
    assert found.terms["employer"] == ""
    part_time = file.with_values({f"{PAY}.contracted_hours_per_week": 20.0})
    short = agency(part_time)
    assert (short.why_not, short.hours_per_week) == ("pslf_hours", 20.0)
    assert short.least_hours_per_week == 30.0
    tiered = file.with_values({"loans.plan": "tiered_standard"})
    assert agency(tiered).why_not == "plan"
    small = file.with_values({"loans.federal.0.balance": 900.0, "loans.federal.1.balance": 900.0})
    assert agency(small).why_not == "nothing_forgiven"


def test_another_job_that_counts_stays_what_it_is() -> None:
    """The person's other job counts beside every letter, whoever would employ her."""
    other = letters().with_values({"loans.pslf_employer": "other_job"})
    services = [found.public_service for found in compare(other).compared]
    assert services[0].worth is not None  # its own hours are enough
    assert {service.why_not for service in services[1:]} == {"other_job_hours"}
    enough = other.with_values({"household.other_job_hours_per_week": 30.0})
    assert all(found.service is not None for found in compare(enough).compared[1:])


def test_a_letter_that_counts_is_added_to_another_job_that_does() -> None:
    """20 hours of the letter and 12 of the other job; 9 are too few; a private employer none."""
    part_time = {f"{PAY}.contracted_hours_per_week": 20.0, "loans.pslf_employer": "other_job"}
    file = letters().with_values({**part_time, "household.other_job_hours_per_week": 12.0})
    first, group, contract = compare(file).compared
    assert first.service is not None
    assert (group.public_service.why_not, contract.public_service.why_not) == (
        "other_job_hours",
        "other_job_hours",
    )
    assert group.public_service.hours_per_week == 12.0
    short = agency(file.with_values({"household.other_job_hours_per_week": 9.0}))
    assert (short.why_not, short.hours_per_week) == ("hours_together", 29.0)
    both = file.with_values({"loans.pslf_employer": "both"})
    assert [found.public_service for found in compare(both).compared] == [
        found.public_service for found in compare(file).compared
    ]


def test_a_plan_that_asks_nothing_of_this_work_says_nothing_against_it() -> None:
    """A year that nobody compares, in which public service was not asked: there is no reason."""
    file = letters()
    scenario = compare(file).compared[0].result.scenario
    result = compare(file).compared[0].result
    unasked = scenario.with_values({"loans.pslf_employer": "none"})
    assert service_of(evaluate(unasked, result.rules)).why_not is None
