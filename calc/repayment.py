"""Questions about a result's student loans: plans ahead, income lines, public service."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import numpy as np

from calc.evaluate import Result, evaluate
from calc.loans import (
    Eligibility,
    Plan,
    Projection,
    monthly_payment,
    open_plans,
    path_of,
    plans_of,
    project_all,
    public_service,
    terms_of,
)
from calc.loans.formulas import annuity_factor, present_value_factor
from calc.loans.service import PublicService
from calc.number import MONTHS_PER_YEAR, Number
from calc.parameters.student_loans import loan_rules
from calc.scenario import Employee
from calc.scenario.loans import LoansByPlan

BELIEFS = (0.0, 0.25, 0.5, 1.0)
MOST_TRIES = 8


@dataclass(frozen=True, slots=True)
class Outlook:
    """The plans of a borrower side by side, with public service where it counts and without.

    `projections` and `without_service` hold the open plans in the same order; they are the same
    where no payment counts for PSLF.
    """

    plans: tuple[Eligibility, ...]
    chosen: Plan
    projections: tuple[Projection, ...]
    without_service: tuple[Projection, ...]
    service: PublicService
    certified: int
    pslf_payments: float
    discount_rate: Number

    def of(self, plan: Plan) -> Projection:
        """The projection of one open plan."""
        return next(found for found in self.projections if found.plan == plan)

    def of_without(self, plan: Plan) -> Projection:
        """The same without public service."""
        return next(found for found in self.without_service if found.plan == plan)

    @property
    def least_without(self) -> Projection:
        """The plan that costs least in today's money where there is no public service."""
        return min(
            self.without_service, key=lambda found: float(found.present_value(self.discount_rate))
        )


def outlook(result: Result) -> Outlook | None:
    """Every open plan of a result's borrower to its end; None without federal loans by plan."""
    loans, year = result.scenario.loans, result.loan_year
    if not isinstance(loans, LoansByPlan) or year.borrower is None or year.plan is None:
        return None
    service = public_service(result.scenario, result.year.hours_per_week.amount)
    path = path_of(loans, result.scenario.household, year.adjusted_income)
    plans = open_plans(year.borrower, loans.as_of)
    without = project_all(
        plans, path, year.borrower, loans.as_of, terms_of(loans, in_public_service=False)
    )
    found = without
    if service.counts:
        terms = terms_of(loans, in_public_service=True)
        found = project_all(plans, path, year.borrower, loans.as_of, terms)
    return Outlook(
        plans=plans_of(loans),
        chosen=year.plan,
        projections=found,
        without_service=without,
        service=service,
        certified=loans.pslf_months_certified,
        pslf_payments=loan_rules(loans.as_of)["pslf_payments"].number,
        discount_rate=loans.discount_rate_per_year,
    )


@dataclass(frozen=True, slots=True)
class Belief:
    """What public service is worth if it pays out with this likelihood."""

    share: float
    worth: Number
    per_year: Number


@dataclass(frozen=True, slots=True)
class Leaving:
    """Leaving public service after so many years: what is given up, then and a year until the end.

    Another job must bring `per_year` more after tax, for the years that were left, to be level.
    """

    after_years: int
    given_up: Number
    per_year: Number


@dataclass(frozen=True, slots=True)
class ServiceWorth:
    """What PSLF is worth in today's money, and as pay after tax for each year of staying."""

    plan: Plan
    compared_with: Plan
    months_left: float
    worth: Number
    per_year: Number
    beliefs: tuple[Belief, ...]
    leaving: tuple[Leaving, ...]

    def break_even_year(self, extra_per_year: float) -> int | None:
        """After how many years staying beats a job that pays this much more after tax.

        None where it never does before the last payment.
        """
        for leaving in self.leaving:
            if np.all(np.asarray(leaving.per_year) > extra_per_year):
                return leaving.after_years
        return None


def service_worth(found: Outlook, compared_with: Plan | None = None) -> ServiceWorth | None:
    """What PSLF saves against a plan without it: the one that costs least, unless one is named.

    None where PSLF does not end the plan chosen.
    """
    chosen = found.of(found.chosen)
    if not chosen.by_pslf:
        return None
    other = found.of_without(compared_with) if compared_with else found.least_without
    rate, left = found.discount_rate, found.pslf_payments - found.certified
    with_service = chosen.present_value(rate)
    alone = found.of_without(found.chosen).present_value(rate)
    compared = other.present_value(rate)
    a_year = annuity_factor(rate, max(left, 1.0)) / MONTHS_PER_YEAR

    def believed(share: float) -> Belief:
        worth = compared - (share * with_service + (1.0 - share) * alone)
        return Belief(share, worth, worth / a_year)

    certain = believed(1.0)
    return ServiceWorth(
        plan=found.chosen,
        compared_with=other.plan,
        months_left=left,
        worth=certain.worth,
        per_year=certain.per_year,
        beliefs=tuple(believed(share) for share in BELIEFS),
        leaving=tuple(
            _leaving(years, left, chosen, found.of_without(found.chosen), rate)
            for years in range(math.ceil(left / MONTHS_PER_YEAR))
        ),
    )


def _leaving(
    years: int, left: float, stays: Projection, leaves: Projection, rate: Number
) -> Leaving:
    month = int(years * MONTHS_PER_YEAR)
    given_up = _value_from(leaves, month, rate) - _value_from(stays, month, rate)
    months = left - month
    return Leaving(years, given_up, given_up / annuity_factor(rate, months) * MONTHS_PER_YEAR)


def _value_from(projection: Projection, month: int, rate: Number) -> Number:
    """What is still to be paid after so many months, in the money of that month."""
    paid = projection.paid_by_month[month:]
    months = np.arange(1.0, len(paid) + 1.0)[:, None]
    value = (paid * present_value_factor(np.atleast_1d(rate), months)).sum(axis=0)
    last = np.atleast_1d(projection.months) - month
    value = value + projection.tax_on_forgiveness * present_value_factor(rate, last)
    single = not (np.ndim(projection.months) or np.ndim(rate))
    return float(value[0]) if single else value


@dataclass(frozen=True, slots=True)
class Cliff:
    """Where an income stands between the lines of RAP.

    Crossing `line_above`, which is `room` away, costs `costs_per_month` more. Being `above_by`
    beyond `line_below` costs `saves_per_month` that falling to it would save. A line is None
    where there is none.
    """

    income: float
    line_above: float | None
    room: float
    costs_per_month: float
    line_below: float | None
    above_by: float
    saves_per_month: float


@dataclass(frozen=True, slots=True)
class FallBelow:
    """The retirement contribution that takes income to the line below, and what it does.

    `reached` is False where the law's most (`most`) for that contribution is not enough.
    """

    path: str
    amount: float
    saves_per_month: float
    reached: bool
    most: float


def cliff(result: Result) -> Cliff | None:
    """Where a single result stands between the lines of RAP; None under another plan."""
    year, loans = result.loan_year, result.scenario.loans
    if year.plan != "rap" or year.borrower is None or year.incomes is None:
        return None
    assert isinstance(loans, LoansByPlan)
    lines = loan_rules(loans.as_of)["rap_rate"].row("above")
    borrower, incomes, as_of = year.borrower, year.incomes, loans.as_of
    income = float(incomes.adjusted_income)

    def payment(adjusted: float) -> float:
        then = replace(incomes, adjusted_income=adjusted)
        return float(monthly_payment("rap", borrower, then, as_of))

    above = min((line for line in lines if line >= income), default=None)
    below = max((line for line in lines if line < income), default=None)
    return Cliff(
        income=income,
        line_above=above,
        room=0.0 if above is None else above - income,
        costs_per_month=0.0 if above is None else payment(above + 1.0) - payment(above),
        line_below=below,
        above_by=0.0 if below is None else income - below,
        saves_per_month=0.0 if below is None else payment(income) - payment(below),
    )


def contribution_to_fall_below(result: Result) -> FallBelow | None:
    """The least further retirement contribution, in whole dollars, that takes income to the line.

    Each try is evaluated again, for a lower payment also lowers the interest that is deducted.
    None where there is no line below, or the payment looks at another return than this year's.
    """
    found = cliff(result)
    loans = result.scenario.loans
    if found is None or found.line_below is None or result.household is None:
        return None
    assert isinstance(loans, LoansByPlan)
    if loans.adjusted_income_per_year is not None:
        return None
    name = (
        "deferral_401k_per_year" if isinstance(result.scenario.work, Employee) else "sep_per_year"
    )
    path = f"work.saving.{name}"
    paid_in = float(result.scenario.value_at(path))
    before = float(result.find("loans.month").amount)
    further, then = 0.0, result
    for _ in range(MOST_TRIES):
        income = float(np.asarray(then.loan_year.adjusted_income))
        if income <= found.line_below:
            break
        further = math.ceil(further + income - found.line_below)
        then = evaluate(result.scenario.with_values({path: paid_in + further}), result.rules)
    limit = next((item for item in then.saving.limits if item.path == path), None)
    most = math.inf if limit is None else float(limit.most)
    reached = float(then.loan_year.adjusted_income) <= found.line_below
    return FallBelow(
        path=path,
        amount=further,
        saves_per_month=before - float(then.find("loans.month").amount),
        reached=reached and paid_in + further <= most,
        most=most,
    )
