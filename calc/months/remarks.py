"""What these months leave out of the law: costs before opening that are spread, and penalties."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.months.course import Course
from calc.months.full import month_of_week
from calc.months.payments import safe_harbour_of
from calc.months.returns import Returns
from calc.months.setting import Setting
from calc.months.stated import set_up_of
from calc.months.tax_years import TaxYear
from calc.number import FloatArray, at_least_zero
from calc.parameters.tax_dates import NATION, tax_dates
from calc.scenario import UsTax

A_DOLLAR = 1.0  # what is short by less is rounding


@dataclass(frozen=True, slots=True)
class StartUp:
    """Costs of the practice before its first client, above what the law deducts at once.

    `month`, from 1, is the first in which there is a client. Of the `amount` the law deducts
    `at_once` in the year of opening, less above `high`, and the rest over so many `months`.
    """

    amount: float
    month: int
    at_once: float
    high: float
    months: int


def start_up_of(course: Course) -> StartUp | None:
    """What is set up before there is a client, where the law would spread it (IRC 195).

    It is of a practice that begins with nobody, under United States law, on the expected path; what
    is paid in the month of the first client is counted as paid before.
    """
    setting = course.setting
    by_law = isinstance(setting.scenario.household.tax, UsTax)
    caseload = course.counts.caseload[:, 0]
    if not by_law or setting.plan.clients_at_start or not caseload.any():
        return None
    month = month_of_week(int(np.flatnonzero(caseload)[0]) + 1)
    amount = float(set_up_of(setting.ahead)[1][:month].sum())
    rules = setting.rules
    at_once = rules["us_federal.start_up_costs_at_once"].number
    if amount <= at_once:
        return None
    high = rules["us_federal.start_up_costs_high"].number
    over = int(rules["us_federal.start_up_costs_months"].number)
    return StartUp(amount, month, at_once, high, over)


@dataclass(frozen=True, slots=True)
class Underpaid:
    """A calendar year and how many of the paths pay less by date than avoids a penalty."""

    year: int
    paths: int
    share: float


def underpaid(course: Course) -> tuple[Underpaid, ...]:
    """Years in which a method pays less by date than the safe harbour asks for (IRC 6654(d)).

    That is nine tenths of the household's tax of the year, or all of last year's where that is
    less; nothing below a tax of $1,000 that is not withheld. Looked at is the year's sum, not each
    date, of years that are seen whole under United States law.
    """
    if not isinstance(course.setting.scenario.household.tax, UsTax):
        return ()
    found = []
    last = course.before
    for year in course.years:
        if not year.calendar.after:
            short = _short(course.setting, last, year)
            if short.any():
                told = Underpaid(year.calendar.year, int(short.sum()), float(short.mean()))
                found.append(told)
        last = year.returns
    return tuple(found)


def _short(setting: Setting, last: Returns, year: TaxYear) -> FloatArray:
    """1 on each path that pays less than the least that avoids a penalty."""
    record, _ = tax_dates(NATION, setting.rules.tax_year)
    withheld = year.returns.rest.income + year.withheld.income
    tax = np.asarray(year.returns.household.income)
    this = at_least_zero(record.of("now") * tax - withheld)
    before = safe_harbour_of(last.household, withheld, last.adjusted_income, True, setting.rules)
    least = np.minimum(this, before)
    asked = np.greater_equal(tax - withheld, record.of("least"))
    return np.where(asked & (year.paid_by_date < least - A_DOLLAR), 1.0, 0.0)
