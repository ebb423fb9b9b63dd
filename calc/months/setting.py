"""What every path of a plan shares before chance: the steady year, the calendar, the job."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from calc.ledger import given
from calc.loans import LoanYear, year_of
from calc.months.calendar import Calendar, calendar_of
from calc.months.payments import Payee, payees_of
from calc.months.weeks import WeeksAhead, weeks_ahead
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, Number
from calc.parameters import Rules
from calc.scenario import Scenario, UsTax
from calc.scenario.ahead import Ahead
from calc.taxes.bill import adjusted_income_of
from calc.year.apart import ROW, cost_row
from calc.year.evaluate import Result, evaluate
from calc.year.tax_return import (
    deducted,
    household_without_work,
    income_without_return,
    interest_deducted,
    loans_on,
)


@dataclass(frozen=True, slots=True)
class Job:
    """The job beside the practice in each month: how much of it, and whether it covers health.

    Where no row states one (`paid` is false) other wages stay in tax all year and out of the cash.
    """

    paid: bool
    wages_per_year: float
    hours_per_month: float
    shares: FloatArray
    covered: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Setting:
    """The plan's weeks, its steady year under the year's rules, its calendar, job and payees.

    `existing` says that the practice was full before: then every month before the start was one of
    the steady year. Else there was no practice, and the job ran in full.
    """

    scenario: Scenario
    ahead: Ahead
    rules: Rules
    plan: WeeksAhead
    steady: Result
    calendar: Calendar
    job: Job
    payees: tuple[Payee, ...]
    existing: bool
    first_loans: LoanYear

    @property
    def needs_per_month(self) -> float:
        """What practice and job have to pay for each month."""
        stated = self.ahead.needs_per_month
        return float(self.scenario.household.needs_per_month if stated is None else stated)

    @property
    def premium_per_month(self) -> float:
        """The premium of one's own in a month without the cover of a job."""
        return float(self.scenario.work.health_premium_per_month)

    @property
    def therapy_deducted_per_month(self) -> float:
        """Own therapy where it is a cost of the practice."""
        if self.scenario.support.own_therapy.tax_status != "business_cost":
            return 0.0
        return float(self.steady.own_therapy.amount) / MONTHS_PER_YEAR

    @property
    def steady_receipts_per_month(self) -> float:
        """What arrives in a month of the steady year."""
        return float(self.steady.money_in.amount) / MONTHS_PER_YEAR

    @property
    def steady_profit_per_month(self) -> float:
        """Taxable profit of a month of the steady year."""
        steady = self.steady
        costs = deducted(self.scenario, steady.work_costs, steady.own_therapy).amount
        return float(steady.money.taxable.amount - costs) / MONTHS_PER_YEAR

    @property
    def steady_profit_before_its_taxes(self) -> float:
        """The same before taxes on the practice itself."""
        taxes = self.steady.work_costs.practice_taxes_deducted
        return self.steady_profit_per_month + float(taxes) / MONTHS_PER_YEAR

    @property
    def steady_interest(self) -> Number:
        """Interest on student loans that the steady year deducts."""
        return interest_deducted(self.scenario, self.steady.loan_year)

    def loans_after(self, adjusted_income: Number) -> LoanYear:
        """Loan payments of a calendar year, which look at the adjusted income of the one before."""
        plan = self.scenario
        if getattr(plan.loans, "adjusted_income_per_year", None) is not None:
            plan = plan.with_values({"loans.adjusted_income_per_year": None})
        line = given("loans.before", "Income of the year before", adjusted_income, "money_per_year")
        mode = plan.household.tax
        if not isinstance(mode, UsTax):
            return year_of(plan.loans, plan.household, line, self.rules.tax_year)
        base = household_without_work(plan, mode)
        parts = self.steady.loan_year.line.parts
        cost = next((part for part in parts if part.key == ROW), None)
        return loans_on(plan, base, line, self.rules, cost=cost, of_household=False)


def setting_of(scenario: Scenario, ahead: Ahead, rules: Rules) -> Setting:
    """Everything that is worked out once, whatever chance brings."""
    plan = weeks_ahead(scenario, ahead)
    steady = evaluate(scenario, rules)
    if steady.corporation:  # its salary is the steady year's, whatever a month's hours are
        salary = steady.corporation.salary.amount
        scenario = scenario.with_values({"work.form.salary_per_year": salary})
    existing = plan.clients_at_start >= plan.full_from
    return Setting(
        scenario=scenario,
        ahead=ahead,
        rules=rules,
        plan=plan,
        steady=steady,
        calendar=calendar_of(ahead, rules.tax_year),
        job=_job(scenario, ahead),
        payees=payees_of(scenario, rules),
        existing=existing,
        first_loans=steady.loan_year if existing else _loans_without(scenario, rules),
    )


def _job(scenario: Scenario, ahead: Ahead) -> Job:
    home = scenario.household
    shares, covered = np.ones(ahead.months), np.zeros(ahead.months, dtype=np.bool_)
    for row in sorted(ahead.job, key=lambda row: row.month):
        shares[row.month - 1 :] = float(row.share)
        covered[row.month - 1 :] = row.health_cover
    return Job(
        paid=bool(ahead.job),
        wages_per_year=float(home.own_other_wages_per_year),
        hours_per_month=float(home.other_job_hours_per_week) * WEEKS_PER_YEAR / MONTHS_PER_YEAR,
        shares=shares,
        covered=covered,
    )


def _loans_without(scenario: Scenario, rules: Rules) -> LoanYear:
    """Loan payments on the income of the household without the practice, with the whole job."""
    mode = scenario.household.tax
    if not isinstance(mode, UsTax):
        nothing = given("taxable", "Profit or pay", 0.0, "money_per_year")
        income = income_without_return(scenario, nothing)
        return year_of(scenario.loans, scenario.household, income, rules.tax_year)
    base = household_without_work(scenario, mode)
    cost = cost_row(scenario, base, rules)
    return loans_on(scenario, base, adjusted_income_of(base, rules), rules, cost=cost)
