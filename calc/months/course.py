"""The course of a plan: its months in money and hours, its balance, and what both tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from calc.months.calendar import YEAR, added_up
from calc.months.counting import Counts
from calc.months.due import TaxDate, tax_dates
from calc.months.practice import PracticeMonths, practice_months
from calc.months.returns import Returns
from calc.months.setting import Setting
from calc.months.tax_years import TaxYear, tax_years, year_before
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, ratio_of


@dataclass(frozen=True, slots=True)
class Window:
    """Twelve months of a plan, the first and last counted from 1; a row of paths each.

    `take_home` is of fees earned in them, whenever they are paid.
    """

    first: int
    last: int
    take_home: FloatArray
    hours: FloatArray
    job_pay: FloatArray
    job_hours: float

    @property
    def wage(self) -> FloatArray:
        """True hourly wage; NaN without an hour."""
        return np.asarray(ratio_of(self.take_home, self.hours))


@dataclass(frozen=True)
class Course:
    """Months in rows, paths in columns, in the plan's currency; the expected path has one column.

    `tax_months` is the tax of the practice that belongs to a month, `tax_paid` what is paid in it,
    refunds negative. Needs, therapy and saving are the same in every month.
    """

    setting: Setting
    counts: Counts
    practice: PracticeMonths
    years: tuple[TaxYear, ...]
    before: Returns

    @property
    def clients(self) -> FloatArray:
        """The caseload at the end of each month."""
        return self.counts.clients_at_month_end

    @cached_property
    def job_pay(self) -> FloatArray:
        """Pay of the job in each month, after what payroll withholds; none where none is stated."""
        shares, job = self.setting.job.shares, self.setting.job
        found = np.zeros_like(self.practice.receipts)
        if job.paid:
            for year in self.years:
                for month in range(year.calendar.months.start, year.calendar.end):
                    tax = year.payroll[year.shares.index(float(shares[month]))].total
                    found[month] = (shares[month] * job.wages_per_year - tax) / MONTHS_PER_YEAR
        return found

    @cached_property
    def premium(self) -> FloatArray:
        """The premium of one's own in each month."""
        covered = self.setting.job.covered
        paid = np.where(covered, 0.0, self.setting.premium_per_month)
        return np.broadcast_to(paid[:, None], self.practice.receipts.shape)

    @cached_property
    def loans(self) -> FloatArray:
        """Loan payments of each month: a twelfth of the calendar year's."""
        found = np.zeros_like(self.practice.receipts)
        for year in self.years:
            found[year.calendar.months] = np.asarray(year.loans.line.amount) / MONTHS_PER_YEAR
        return found

    @property
    def therapy_per_month(self) -> float:
        """Own therapy of a month."""
        return float(self.setting.steady.own_therapy.amount) / MONTHS_PER_YEAR

    @property
    def saving_per_month(self) -> float:
        """What is set aside in a month for retirement and health."""
        return float(self.setting.steady.set_aside.amount) / MONTHS_PER_YEAR

    @cached_property
    def tax_months(self) -> FloatArray:
        """The practice's tax of each month: its calendar year's by its share of receipts."""
        found = np.zeros_like(self.practice.receipts)
        for year in self.years:
            months, tax = year.calendar.months, np.asarray(year.returns.practice.total)
            of_known = tax * year.known_share
            receipts = self.practice.receipts[months]
            whole = year.receipts
            even = 1.0 / year.calendar.known
            safe = np.where(whole > 0.0, whole, 1.0)
            found[months] = of_known * np.where(whole > 0.0, receipts / safe, even)
        return found

    @cached_property
    def tax_dates(self) -> tuple[TaxDate, ...]:
        """Every date of tax of the years that the plan touches, in their order."""
        return tax_dates(self.setting, self.years, self.before)

    @cached_property
    def tax_paid(self) -> FloatArray:
        """Tax paid in each month, beside what payroll withholds; refunds negative."""
        found = np.zeros_like(self.practice.receipts)
        for date in self.tax_dates:
            if 1 <= date.plan_month <= len(found):
                found[date.plan_month - 1] += date.amount
        return found

    @cached_property
    def spent(self) -> FloatArray:
        """All that goes out in each month but needs and tax."""
        practice = self.practice
        every = practice.costs + practice.set_up + self.premium + self.loans
        return every + self.therapy_per_month + self.saving_per_month

    @cached_property
    def came_in(self) -> FloatArray:
        """All that comes in in each month: receipts, the job's pay, income of a leave."""
        practice = self.practice
        found: FloatArray = practice.receipts + self.job_pay + practice.leave_income
        return found

    @cached_property
    def balance(self) -> FloatArray:
        """Money in the bank at the end of each month."""
        flow = self.came_in - self.spent - self.setting.needs_per_month - self.tax_paid
        return float(self.setting.ahead.opening_balance) + np.cumsum(flow, axis=0)

    @cached_property
    def below_needs(self) -> NDArray[np.bool_]:
        """Whether a month brings less than the needs once its own tax is taken from it."""
        left = self.came_in - self.spent
        found: NDArray[np.bool_] = left - self.tax_months < self.setting.needs_per_month - HAIR
        return found

    @property
    def hours_per_week(self) -> FloatArray:
        """Working hours of a mean week of each month, with those of the job where it is held."""
        job = self.setting.job
        hours = self.practice.hours
        if job.paid:
            hours = hours + (job.hours_per_month * job.shares)[:, None]
        found: FloatArray = hours * (MONTHS_PER_YEAR / WEEKS_PER_YEAR)
        return found

    @property
    def lowest_balance(self) -> FloatArray:
        """The lowest balance at the end of a month."""
        lowest: FloatArray = self.balance.min(axis=0)
        return lowest

    @property
    def lowest_month(self) -> NDArray[np.intp]:
        """The first month, from 1, with the lowest balance."""
        return np.asarray(self.balance.argmin(axis=0) + 1)

    @cached_property
    def short(self) -> NDArray[np.bool_]:
        """Whether a month ends below 0."""
        found: NDArray[np.bool_] = self.balance < -HAIR
        return found

    @property
    def ever_short(self) -> NDArray[np.bool_]:
        """Whether any month ends below 0."""
        return np.asarray(self.short.any(axis=0))

    @property
    def runway_months(self) -> FloatArray:
        """Months that end with money left, one after the other; infinite where all do."""
        first = self.short.argmax(axis=0).astype(np.float64)
        return np.where(self.ever_short, first, np.inf)

    @property
    def windows(self) -> tuple[Window, ...]:
        """Every twelve months of the plan."""
        whole = self.setting.plan.months // YEAR
        return tuple(self._window(place * YEAR) for place in range(whole))

    def _window(self, start: int) -> Window:
        months = slice(start, start + YEAR)
        practice = self.practice
        earned = practice.earned[months] + practice.leave_income[months] + practice.other_receipts
        spent = practice.costs[months] + practice.set_up[months] + self.premium[months]
        job = self.setting.job
        hours = job.hours_per_month * float(job.shares[months].sum()) if job.paid else 0.0
        return Window(
            first=start + 1,
            last=start + YEAR,
            take_home=added_up(earned - spent - self.tax_months[months]),
            hours=added_up(practice.hours[months]),
            job_pay=added_up(self.job_pay[months]),
            job_hours=hours,
        )

    @property
    def owed_in_tax(self) -> FloatArray:
        """Tax of the plan's months that is not paid at its end; below 0 a refund to come."""
        end = self.setting.plan.months
        owed = np.zeros(self.practice.receipts.shape[1])
        for year in self.years:
            returns = year.returns.practice.total + year.returns.job.total
            owed = owed + returns * year.known_share - year.withheld.total * self._kept(year)
        for date in self.tax_dates:
            of_plan = date.of_year >= self.setting.calendar.years[0].year
            if date.plan_month <= end and of_plan:
                owed = owed - date.amount
        return owed

    @property
    def dates_told(self) -> tuple[TaxDate, ...]:
        """Dates of tax of the plan: not those after it of a last year that is cut."""
        end, cut = self.setting.plan.months, self.cut_year
        return tuple(
            date for date in self.tax_dates if date.plan_month <= end or date.of_year != cut
        )

    @property
    def cut_year(self) -> int | None:
        """The calendar year that the plan ends within, if it does."""
        last = self.years[-1]
        return last.calendar.year if last.settled is None else None

    @property
    def owed_for_cut_year(self) -> FloatArray:
        """Of `owed_in_tax`, what no date of `dates_told` asks for: the months of a year cut."""
        end, first = self.setting.plan.months, self.setting.calendar.years[0].year
        owed = self.owed_in_tax
        for date in self.dates_told:
            if date.plan_month > end and date.of_year >= first:
                owed = owed - date.amount
        return owed

    def _kept(self, year: TaxYear) -> float:
        """The share of what a year's payroll withheld that lies in its known months."""
        return 1.0 if self.setting.job.paid else year.known_share

    @property
    def worth_at_end(self) -> FloatArray:
        """The balance at the end, less tax owed, with what insurers owe: what plans compare by."""
        found: FloatArray = self.balance[-1] - self.owed_in_tax + self.practice.owed
        return found


HAIR = 1e-6  # sums of money that differ by less are the same


def course_of(
    setting: Setting, counts: Counts, expected: Sequence[TaxYear] | None = None
) -> Course:
    """The course of counts of people: of the expected path, or of paths beside it."""
    practice = practice_months(setting, counts)
    years = tax_years(setting, practice, setting.ahead.tax_payments, expected)
    return Course(setting, counts, practice, years, year_before(setting))
