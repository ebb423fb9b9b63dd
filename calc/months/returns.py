"""Tax returns of calendar years: of the practice, of the job beside it, and of the rest alone.

Each is a difference of whole returns: the practice's tax is the household's with it less that
without it, the job's is that without the practice less the same without the job. What is asked of
several returns is worked out in one, a row each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

import numpy as np

from calc.ledger import given
from calc.number import FloatArray, Number, added
from calc.parameters import Rules
from calc.scenario import Contractor, OwnPractice, Scenario, UsTax
from calc.taxes import Household, tax_bill
from calc.taxes.bill import TaxBill
from calc.taxes.dates import FEDERAL, LOCAL, STATE
from calc.taxes.of_work import taxes_by_rate
from calc.taxes.saving import saving_of_year
from calc.year.own_corporation import OwnCorporation, own_corporation
from calc.year.tax_return import household_with_work, household_without_work, income_without_return

WAGES = "household.own_other_wages_per_year"
SAVINGS = (
    "work.saving.sep_per_year",
    "work.saving.solo_401k_employer_per_year",
    "work.saving.solo_401k_deferral_per_year",
    "work.saving.roth_deferral_per_year",
    "work.saving.health_savings.contribution_per_year",
)
WITHHELD = ("taxes.fica", "taxes.payroll_programmes")


@dataclass(frozen=True, slots=True)
class Earned:
    """What a return looks at: money of a year, one row of paths; wages of the job alone.

    `leave` is what is taxed of the income of a leave, `saved_share` the part of a year's saving,
    and of the salary where the practice is a corporation.
    """

    receipts: FloatArray
    profit: FloatArray
    wages: float
    premium: float
    leave: FloatArray
    saved_share: float
    interest: FloatArray


@dataclass(frozen=True, slots=True)
class Taxes:
    """Taxes of a year by who asks for them, in money; a row of paths, or one number for all.

    `income` is all of it but what payroll takes for insurance: it is what a safe harbour looks at.
    """

    federal: Number
    state: Number
    local: Number
    fica: Number
    income: Number

    @property
    def total(self) -> Number:
        """All of it."""
        return self.federal + self.state + self.local + self.fica

    def less(self, other: Taxes) -> Taxes:
        """This less the other, tax by tax."""
        pairs = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(Taxes))
        return Taxes(*(one - two for one, two in pairs))

    def plus(self, other: Taxes, times: float) -> Taxes:
        """This and the other so many times, tax by tax."""
        pairs = ((getattr(self, one.name), getattr(other, one.name)) for one in fields(Taxes))
        return Taxes(*(one + times * two for one, two in pairs))

    def at(self, rows: slice) -> Taxes:
        """Some of the paths."""
        return Taxes(*(_cut(getattr(self, one.name), rows) for one in fields(Taxes)))


@dataclass(frozen=True, slots=True)
class Returns:
    """Taxes of one return: of the practice, of the job, and of all else; and adjusted income."""

    practice: Taxes
    job: Taxes
    rest: Taxes
    adjusted_income: Number

    @property
    def household(self) -> Taxes:
        """The taxes of the whole return."""
        return self.practice.plus(self.job, 1.0).plus(self.rest, 1.0)


def returns_of(
    scenario: Scenario, rules: Rules, rows: Sequence[Earned], jobs: Sequence[float] = ()
) -> tuple[tuple[Returns, ...], tuple[Taxes, ...]]:
    """The returns of several years or parts of years made whole, all with the same paths.

    `jobs` are wages of whole years: beside the returns stand what each of them would be taxed
    without the practice, which is what payroll withholds.
    """
    count = len(rows[0].profit)
    if isinstance(scenario.household.tax, UsTax):
        stacked, of_jobs = _by_law(scenario, rules, scenario.household.tax, rows, jobs)
    else:
        stacked, of_jobs = _by_rate(scenario, rows, jobs)
    cuts = [slice(place * count, (place + 1) * count) for place in range(len(rows))]
    returns = tuple(
        Returns(
            stacked.practice.at(cut),
            stacked.job.at(cut),
            stacked.rest.at(cut),
            _cut(stacked.adjusted_income, cut),
        )
        for cut in cuts
    )
    return returns, of_jobs


def _by_law(
    scenario: Scenario, rules: Rules, mode: UsTax, rows: Sequence[Earned], jobs: Sequence[float]
) -> tuple[Returns, tuple[Taxes, ...]]:
    """All rows side by side through the returns of the law."""
    work = scenario.work
    assert isinstance(work, OwnPractice | Contractor)
    count = len(rows[0].profit)
    receipts, profit, leave, interest = (
        np.concatenate([getattr(row, name) for row in rows])
        for name in ("receipts", "profit", "leave", "interest")
    )
    wages, premium, share = (
        np.repeat([getattr(row, name) for row in rows], count)
        for name in ("wages", "premium", "saved_share")
    )
    plan = scenario.with_values({WAGES: wages})
    saved = {path: plan.value_at(path) for path in SAVINGS}
    changed = {path: amount * share for path, amount in saved.items() if np.any(amount)}
    plan = plan.with_values(changed) if changed else plan
    own = _corporation(plan, rules, (receipts, profit, premium), share)
    nothing = given("money_in.saving", "Saved by the employer", 0.0, "money_per_year")
    saving = own.saving if own else saving_of_year(plan, rules, profit, nothing)
    alone = replace(household_without_work(plan, mode), student_loan_interest=interest)
    worked = household_with_work(plan, alone, profit, premium, saving, own)
    worked = replace(worked, pension_income=worked.pension_income + leave)
    bill = tax_bill(worked, rules)
    of_year = interest[:count]
    every = [(wages, interest), (wages * 0.0, interest)]
    every += [(np.full(count, one), of_year) for one in jobs]
    without, rest, *of_jobs = _without_practice(alone, rules, every)
    none = rest.at(slice(0, count))
    practice = _taxes(bill).less(without)
    found = Returns(
        practice=_with_own(practice, own) if own else practice,
        job=without.less(rest),
        rest=rest,
        adjusted_income=bill.adjusted_income.amount,
    )
    return found, tuple(one.less(none) for one in of_jobs)


def _corporation(
    plan: Scenario,
    rules: Rules,
    money: tuple[FloatArray, FloatArray, FloatArray],
    share: FloatArray,
) -> OwnCorporation | None:
    """The corporation of the years, `money` being receipts, profit and premium of each.

    Each pays the part of the salary that its months are of a year; None where there is none.
    """
    form = plan.corporation
    if form is None or not np.any(share):
        return None
    assert form.salary_per_year is not None  # the setting states it
    of_months = form.salary_per_year * share
    salary = given("corporation.salary", "Salary", of_months, "money_per_year")
    return own_corporation(plan, rules, salary, *money)


def _with_own(practice: Taxes, own: OwnCorporation) -> Taxes:
    """The practice's taxes with the corporation's own: payroll tax is paid as income tax is."""
    payroll, *entity = own.tax_lines
    federal = practice.federal + practice.fica + payroll.amount
    of_state = added(line.amount for line in entity)
    income = practice.income + practice.fica + payroll.amount + of_state
    return Taxes(federal, practice.state + of_state, practice.local, practice.fica * 0.0, income)


def _without_practice(
    household: Household, rules: Rules, every: Sequence[tuple[FloatArray, FloatArray]]
) -> list[Taxes]:
    """Returns in which wages and interest alone differ, each pair of them worked out once."""
    pairs = np.concatenate([np.stack(one, axis=1) for one in every])
    few, places = np.unique(pairs, axis=0, return_inverse=True)
    alone = replace(household, wages=few[:, 0], student_loan_interest=few[:, 1])
    found = _taxes(tax_bill(alone, rules))
    ends = np.cumsum([len(wages) for wages, _ in every])
    return [
        Taxes(
            *(
                np.broadcast_to(getattr(found, one.name), few.shape[:1])[rows]
                for one in fields(Taxes)
            )
        )
        for rows in np.split(places.reshape(-1), ends[:-1])
    ]


def _taxes(bill: TaxBill) -> Taxes:
    def of(keys: Sequence[str]) -> Number:
        return added(line.amount for line in bill.taxes if line.key in keys)

    kept = [line.key for line in bill.taxes if line.key not in WITHHELD]
    return Taxes(of(FEDERAL), of(STATE), of(LOCAL), of(("taxes.fica",)), of(kept))


def _by_rate(
    scenario: Scenario, rows: Sequence[Earned], jobs: Sequence[float]
) -> tuple[Returns, tuple[Taxes, ...]]:
    """Rates of one's own: on profit with the income of a leave, and on the wages of the job."""
    mode = scenario.household.tax
    count = len(rows[0].profit)
    base = np.concatenate([row.profit + row.leave for row in rows])
    profit = np.concatenate([row.profit for row in rows])
    wages = np.repeat([row.wages for row in rows], count)

    def at_rate(amount: FloatArray) -> Taxes:
        line = given("taxable", "Profit or pay", amount, "money_per_year")
        tax = taxes_by_rate(mode, line).amount + 0.0 * amount
        return Taxes(tax, 0.0 * tax, 0.0 * tax, 0.0 * tax, tax)

    plan = scenario.with_values({WAGES: wages})
    own = given("taxable", "Profit or pay", profit, "money_per_year")
    adjusted = income_without_return(plan, own).amount
    found = Returns(at_rate(base), at_rate(wages), at_rate(0.0 * wages), adjusted)
    return found, tuple(at_rate(np.full(count, one)) for one in jobs)


def _cut(amount: Number, rows: slice) -> Number:
    return amount[rows] if isinstance(amount, np.ndarray) else amount
