"""When the tax of a calendar year is paid: in parts by date, and the rest with the return."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np

from calc.months.returns import Taxes
from calc.number import MONTHS_PER_YEAR, Number, added, at_least_zero
from calc.parameters import Rules
from calc.parameters.tax_dates import NATION, tax_dates
from calc.scenario import Scenario, UsTax
from calc.scenario.ahead import TaxPayments
from calc.taxes.instalments import PERIODS, annualised

SETTLED = 16  # April of the next year, months counted from January
PARTS = ("federal", "state", "local")
ORDINALS = ("first", "second", "third", "fourth")


@dataclass(frozen=True, slots=True)
class Payee:
    """Who asks: `shares` of a year's tax by date, added up so far, and the months of the dates.

    Months count from January of the year: 13 is the next January.
    """

    part: str
    shares: tuple[float, ...]
    months: tuple[int, ...]
    read: bool

    def parts_from(self, month: int) -> tuple[float, ...]:
        """The part of a year's tax on each date, where only dates from a month on are paid."""
        alone = np.diff((0.0, *self.shares))
        open_ = np.array([one >= month for one in self.months])
        left = float(alone[open_].sum())
        return tuple(alone * open_ / left) if left else tuple(0.0 * alone)


def payees_of(scenario: Scenario, rules: Rules) -> tuple[Payee, ...]:
    """The nation, the state and a city; dates of a state that was not read are the federal ones."""
    federal = _days(rules["us_federal.estimated_tax_due"].words("dates"), rules.tax_year)
    even = tuple(float(share) for share in np.arange(1, len(federal) + 1) / len(federal))
    found = [Payee("federal", even, federal, True)]
    state, local = Payee("state", even, federal, False), Payee("local", even, federal, False)
    if isinstance(scenario.household.tax, UsTax):
        record, of_year = tax_dates(scenario.household.state, rules.tax_year)
        read = of_year and record.text("basis") == "read"
        # Dates of another month would need rows of their own: until there are, federal ones stand.
        stated = read and "shares" in cast(Mapping[str, object], record.value)
        if stated and _days(record.words("due"), rules.tax_year) == federal:
            shares = tuple(float(share) for share in np.cumsum(record.row("shares")))
            state = Payee("state", shares, federal, True)
    return (*found, state, local)


def _days(written: Sequence[str], year: int) -> tuple[int, ...]:
    days = [datetime.date.fromisoformat(day) for day in written]
    return tuple((day.year - year) * int(MONTHS_PER_YEAR) + day.month for day in days)


@dataclass(frozen=True, slots=True)
class YearAsked:
    """What decides the instalments of a calendar year.

    `so_far` are the practice's taxes as they look at each date, of the dates that can be known;
    `expected` those of the whole year on the expected path; `harbour` the most that last year's tax
    asks for (a row of paths); `first_month` the first month of the year from which there is
    anything to pay by date.
    """

    so_far: Sequence[Taxes]
    expected: Taxes
    harbour: Number
    first_month: int


def instalments(
    method: TaxPayments, payees: Sequence[Payee], asked: YearAsked
) -> list[dict[str, Number]]:
    """What each payee asks for by date: a row a date, by payee, of the dates that can be known."""
    rows: list[dict[str, Number]] = [{} for _ in PERIODS]
    for payee in payees:
        year = getattr(asked.expected, payee.part)
        if method == "as_earned":
            so_far = [getattr(one, payee.part) for one in asked.so_far]
            amounts = annualised(so_far, payee.shares)
        else:
            whole: Number = at_least_zero(year)
            if method == "last_year":
                whole = _within(asked, whole)
            amounts = [part * whole for part in payee.parts_from(asked.first_month)]
        for row, amount in zip(rows, amounts, strict=False):
            row[payee.part] = amount
    return [row for row in rows if row]


def _within(asked: YearAsked, whole: Number) -> Number:
    """A payee's part of what last year's tax asks for, at most what this year's expected tax is."""
    of_all = added(at_least_zero(getattr(asked.expected, part)) for part in PARTS)
    if not np.any(of_all):
        return whole * 0.0
    return np.minimum(asked.harbour / of_all, 1.0) * whole


def safe_harbour_of(
    before: Taxes, withheld: Number, adjusted_income: Number, joint_law: bool, rules: Rules
) -> Number:
    """What last year's tax of the household asks for by date, beyond what is withheld.

    110 % above an adjusted income of $150,000 (IRC 6654(d)(1)(C)); never where tax is a rate.
    """
    record, _ = tax_dates(NATION, rules.tax_year)
    share: Number = record.of("before")
    if joint_law:
        high = np.greater(adjusted_income, record.of("high_from"))
        share = np.where(high, record.of("before_high"), share)
    return at_least_zero(share * before.income - withheld)
