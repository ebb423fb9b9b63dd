"""Questions about a result's student loans: plans ahead, filing, and public service."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.ledger import Line, ratio
from calc.loans import (
    Outlook,
    Plan,
    Projection,
    open_plans,
    path_of,
    plans_of,
    project_all,
    public_service,
    terms_of,
)
from calc.loans.formulas import annuity_factor
from calc.number import MONTHS_PER_YEAR, Number
from calc.parameters.student_loans import loan_rules
from calc.scenario.loans import LoansByPlan
from calc.taxes.apart import filed_apart
from calc.year.evaluate import Result, evaluate

BELIEFS = (0.0, 0.25, 0.5, 1.0)


def outlook(result: Result) -> Outlook | None:
    """Every open plan of a result's borrower to its end; None without federal loans by plan."""
    loans, year = result.scenario.loans, result.loan_year
    if not isinstance(loans, LoansByPlan) or year.borrower is None or year.plan is None:
        return None
    service = public_service(result.scenario, result.year.hours_per_week.amount)
    path = path_of(loans, result.scenario.household, year.adjusted_income, result.rules.tax_year)
    plans = open_plans(year.borrower, loans.as_of)
    without = project_all(
        plans, path, year.borrower, loans.as_of, terms_of(loans, in_public_service=False)
    )
    found = without
    if service.counts:
        terms = terms_of(loans, in_public_service=True)
        found = project_all(plans, path, year.borrower, loans.as_of, terms)
    return Outlook(
        loans=loans,
        rules=loan_rules(loans.as_of),
        plans=plans_of(loans),
        chosen=year.plan,
        owed=year.borrower.balance,
        projections=found,
        without_service=without,
        service=service,
    )


def payment_per_month(result: Result) -> Number:
    """What all loans take a month, over the year."""
    return result.loans.amount / MONTHS_PER_YEAR


def cost_of_an_hour(result: Result) -> Line:
    """What loan payments take of an hour of work: the wage less the wage after loans."""
    label = "Loan payments of an hour"
    return ratio("loans.per_hour", label, result.loans, result.hours, "money_per_hour")


@dataclass(frozen=True, slots=True)
class Filing:
    """What a couple pays on the federal loans a month by each way of filing.

    `cost_per_month` is what filing apart costs in tax, as the person stated it or as both separate
    returns come to; 0 where neither is there.
    """

    together: Number
    apart: Number
    cost_per_month: Number


def filing_compared(result: Result) -> Filing | None:
    """A couple's payment on a joint return and on separate ones; None for everybody else."""
    loans, home = result.scenario.loans, result.scenario.household
    if not isinstance(loans, LoansByPlan) or not loans.federal or home.filing_status != "joint":
        return None
    together, apart = (
        evaluate(result.scenario.with_values({"loans.filing": way}), result.rules)
        for way in ("as_household", "separate")
    )
    month = [found.find("loans.month").amount for found in (together, apart)]
    cost = loans.separate_cost_per_year
    if cost is None:
        cost = 0.0
        if together.household is not None:
            children = home.children_claimed_by
            cost = filed_apart(together.household, result.rules, children).cost.amount
    return Filing(month[0], month[1], cost / MONTHS_PER_YEAR)


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
    """What PSLF is worth in today's money, and as pay after tax for each year of staying.

    `worth` and `per_year` hold if it pays out for certain, `believed` at the person's own belief.
    """

    plan: Plan
    compared_with: Plan
    months_left: float
    worth: Number
    per_year: Number
    believed: Belief
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

    None where PSLF cancels nothing under the plan chosen.
    """
    chosen = found.of(found.chosen)
    if not (chosen.by_pslf and np.any(np.greater(chosen.forgiven, 0.0))):
        return None
    other = found.of_without(compared_with) if compared_with else found.least_without
    rate, left = found.discount_rate, found.pslf_payments_left
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
        believed=believed(float(np.mean(found.loans.pslf_survives_share))),
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
    given_up = leaves.value_from(month, rate) - stays.value_from(month, rate)
    months = left - month
    return Leaving(years, given_up, given_up / annuity_factor(rate, months) * MONTHS_PER_YEAR)
