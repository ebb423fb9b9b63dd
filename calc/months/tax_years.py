"""Taxes, loan payments and instalments of the calendar years that a plan touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from calc.loans import LoanYear
from calc.months.calendar import CalendarYear, added_up
from calc.months.payments import YearAsked, instalments, safe_harbour_of
from calc.months.practice import PracticeMonths
from calc.months.returns import Earned, Returns, Taxes, returns_of
from calc.months.setting import Setting
from calc.number import MONTHS_PER_YEAR, FloatArray, Number, added
from calc.scenario import UsTax
from calc.scenario.ahead import TaxPayments
from calc.taxes.instalments import PERIODS
from calc.year.tax_return import interest_deducted


@dataclass(frozen=True, slots=True)
class TaxYear:
    """A calendar year; money of the whole year, a row of paths. One cut off is made whole.

    `so_far` are the practice's taxes as they look at each date, of the dates that can be known.
    `payroll` is what the job of a whole year would be taxed at each of `shares`, `withheld` what
    payroll took in the months known. `first_month` is the first from which instalments are told.
    """

    calendar: CalendarYear
    profit: FloatArray
    wages: float
    premium: float
    leave: FloatArray
    receipts: FloatArray
    returns: Returns
    so_far: tuple[Taxes, ...]
    loans: LoanYear
    shares: tuple[float, ...]
    payroll: tuple[Taxes, ...]
    withheld: Taxes
    instalments: tuple[dict[str, Number], ...]
    first_month: int = 1

    @property
    def known_share(self) -> float:
        """The part of the year that is not after the plan's end."""
        return self.calendar.known / MONTHS_PER_YEAR

    @property
    def owed(self) -> Number:
        """Tax of practice and job of the year, less what payroll withheld."""
        returns = self.returns
        return returns.practice.total + returns.job.total - self.withheld.total

    @property
    def paid_by_date(self) -> Number:
        """All instalments of the year that can be known."""
        return added(amount for row in self.instalments for amount in row.values())

    @property
    def settled(self) -> Number | None:
        """What the return asks for in April, a refund below 0; None of a year that is cut."""
        return None if self.calendar.after else self.owed - self.paid_by_date


@dataclass(frozen=True, slots=True)
class _Year:
    """Months of one calendar year up to the plan's end, a row each: money of each month."""

    receipts: FloatArray
    profit: FloatArray
    leave: FloatArray
    wages: FloatArray
    premium: FloatArray
    of_practice: FloatArray

    def whole(self, months: int, interest: FloatArray, *, saved: bool) -> Earned:
        """The months so far made a year, with the year's saving in full or by its months."""
        factor = MONTHS_PER_YEAR / months
        share = 1.0 if saved else float(self.of_practice[:months].sum()) / months
        return Earned(
            receipts=added_up(self.receipts[:months]) * factor,
            profit=added_up(self.profit[:months]) * factor,
            wages=float(self.wages[:months].sum()) * factor,
            premium=float(self.premium[:months].sum()) * factor,
            leave=added_up(self.leave[:months]) * factor,
            saved_share=share,
            interest=interest,
        )


def tax_years(
    setting: Setting,
    practice: PracticeMonths,
    method: TaxPayments,
    expected: Sequence[TaxYear] | None = None,
) -> tuple[TaxYear, ...]:
    """Every calendar year of a plan in its order, since loans look at the year before.

    Instalments of two methods look at the `expected` path's years; without one, at these.
    """
    before = year_before(setting)
    last: Returns = before
    loans = setting.first_loans
    found: list[TaxYear] = []
    for place, calendar in enumerate(setting.calendar.years):
        if place:
            loans = setting.loans_after(last.adjusted_income)
        year = _tax_year(setting, practice, calendar, loans, method)
        model = expected[place] if expected else year
        rows = _instalments(setting, method, year, model, last)
        first = 1 if method == "as_earned" else _first_month(setting, calendar)
        year = replace(year, instalments=rows, first_month=first)
        last = year.returns
        found.append(year)
    return tuple(found)


def year_before(setting: Setting) -> Returns:
    """The year before the plan: the steady one, or the household's with the whole job alone."""
    job = setting.job.wages_per_year
    one = np.ones(1)
    if setting.existing:
        earned = Earned(
            receipts=setting.steady_receipts_per_month * MONTHS_PER_YEAR * one,
            profit=setting.steady_profit_per_month * MONTHS_PER_YEAR * one,
            wages=job,
            premium=setting.premium_per_month * MONTHS_PER_YEAR,
            leave=0.0 * one,
            saved_share=1.0,
            interest=setting.steady_interest * one,
        )
    else:
        interest = interest_deducted(setting.scenario, setting.first_loans)
        earned = Earned(0.0 * one, 0.0 * one, job, 0.0, 0.0 * one, 0.0, interest * one)
    return returns_of(setting.scenario, setting.rules, [earned])[0][0]


def _tax_year(
    setting: Setting,
    practice: PracticeMonths,
    calendar: CalendarYear,
    loans: LoanYear,
    method: TaxPayments,
) -> TaxYear:
    months = _months(setting, practice, calendar)
    paths = practice.receipts.shape[1]
    interest = interest_deducted(setting.scenario, loans) + np.zeros(paths)
    known = calendar.known
    rows = [months.whole(known, interest, saved=False)]
    so_far = [period for period in PERIODS if period <= known] if method == "as_earned" else []
    asked = [period for period in so_far if _anything(months, period)]
    rows += [months.whole(period, interest, saved=True) for period in asked]
    shares = tuple(np.unique(np.append(setting.job.shares[calendar.months], 1.0)).tolist())
    wages = [share * setting.job.wages_per_year for share in shares] if setting.job.paid else []
    (whole, *dated), payroll = returns_of(setting.scenario, setting.rules, rows, wages)
    nothing = Taxes(0.0, 0.0, 0.0, 0.0, 0.0)
    by_period = dict(zip(asked, dated, strict=True))
    taxes = tuple(
        by_period[period].practice if period in by_period else nothing for period in so_far
    )
    return TaxYear(
        calendar=calendar,
        profit=rows[0].profit,
        wages=rows[0].wages,
        premium=rows[0].premium,
        leave=rows[0].leave,
        receipts=added_up(months.receipts),
        returns=whole,
        so_far=taxes,
        loans=loans,
        shares=shares,
        payroll=payroll,
        withheld=_withheld(setting, calendar, shares, payroll, whole.job),
        instalments=(),
    )


def _anything(months: _Year, period: int) -> bool:
    """Whether the practice moved anything in the first months of a year."""
    return bool(months.of_practice[:period].any() or months.leave[:period].any())


def _withheld(
    setting: Setting,
    calendar: CalendarYear,
    shares: tuple[float, ...],
    payroll: tuple[Taxes, ...],
    job: Taxes,
) -> Taxes:
    """What payroll withheld in the months known; where no job is stated, just what it is taxed."""
    if not setting.job.paid:
        return job
    of_months = [1.0] * calendar.before + setting.job.shares[calendar.months].tolist()
    found = Taxes(0.0, 0.0, 0.0, 0.0, 0.0)
    for share, tax in zip(shares, payroll, strict=True):
        found = found.plus(tax, of_months.count(share) / MONTHS_PER_YEAR)
    return found


def _months(setting: Setting, practice: PracticeMonths, calendar: CalendarYear) -> _Year:
    """The months of a calendar year up to the plan's end, those before its start among them."""
    here, before = calendar.months, calendar.before
    was = 1.0 if setting.existing else 0.0
    profit = practice.receipts[here] - practice.deducted[here]
    profit = profit - setting.therapy_deducted_per_month
    premium = setting.premium_per_month
    per_month = setting.job.wages_per_year / MONTHS_PER_YEAR

    def with_before(amount: float, rows: FloatArray) -> FloatArray:
        head = np.full((before, *rows.shape[1:]), amount)
        return np.concatenate([head, rows])

    uncovered = np.where(setting.job.covered[here], 0.0, premium)
    return _Year(
        receipts=with_before(was * setting.steady_receipts_per_month, practice.receipts[here]),
        profit=with_before(was * setting.steady_profit_per_month, profit),
        leave=with_before(0.0, practice.leave_income_taxed[here]),
        wages=with_before(per_month, setting.job.shares[here] * per_month),
        premium=with_before(was * premium, uncovered),
        of_practice=with_before(was, np.ones(calendar.in_plan)),
    )


def _instalments(
    setting: Setting, method: TaxPayments, year: TaxYear, expected: TaxYear, last: Returns
) -> tuple[dict[str, Number], ...]:
    """What is paid by date of a calendar year's tax."""
    withheld = year.returns.rest.income + year.withheld.income
    harbour = _harbour(setting, method, last, withheld)
    first = _first_month(setting, year.calendar)
    asked = YearAsked(year.so_far, expected.returns.practice, harbour, first)
    return tuple(instalments(method, setting.payees, asked))


def instalments_before(setting: Setting, before: Returns) -> tuple[dict[str, Number], ...]:
    """What an existing practice paid by date of the year before its plan, by the same method.

    It was the steady year, and so was the one before it.
    """
    method = setting.ahead.tax_payments
    harbour = _harbour(setting, method, before, before.rest.income + before.job.income)
    asked = YearAsked([before.practice for _ in PERIODS], before.practice, harbour, 1)
    return tuple(instalments(method, setting.payees, asked))


def _harbour(setting: Setting, method: TaxPayments, last: Returns, withheld: Number) -> Number:
    """The most that last year's tax asks for by date, where it is paid by that."""
    if method != "last_year":
        return 0.0
    by_law = isinstance(setting.scenario.household.tax, UsTax)
    return safe_harbour_of(last.household, withheld, last.adjusted_income, by_law, setting.rules)


def _first_month(setting: Setting, calendar: CalendarYear) -> int:
    """The first month of a calendar year from which there is a practice."""
    return 1 if setting.existing else calendar.before + 1
