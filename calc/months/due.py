"""Dates of tax of a plan: instalments and settlements of each calendar year, by month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from calc.months.calendar import YEAR
from calc.months.payments import ORDINALS, PARTS, SETTLED
from calc.months.returns import Returns
from calc.months.setting import Setting
from calc.months.tax_years import TaxYear, instalments_before
from calc.number import Number, added


@dataclass(frozen=True, slots=True)
class TaxDate:
    """A date of tax: of which calendar year, in which month, and what each payee asks for.

    `plan_month` is the month of the plan, from 1, which may lie outside it. `what` is the
    instalment, or that the year is settled; a refund is below 0.
    """

    year: int
    of_year: int
    month: int
    plan_month: int
    what: str
    amounts: dict[str, Number]

    @property
    def amount(self) -> Number:
        """All of it."""
        return added(self.amounts.values())


def tax_dates(setting: Setting, years: Sequence[TaxYear], before: Returns) -> tuple[TaxDate, ...]:
    """Every date of tax of the years that a plan touches, in their order."""
    found = []
    if setting.existing:
        found += _dates_before(setting, before)
    for year in years:
        calendar = year.calendar
        for place, row in enumerate(year.instalments):
            month = _due(setting, place)
            if month >= year.first_month:
                found.append(_date(setting, calendar.year, month, ORDINALS[place], row))
        if year.settled is not None:
            found.append(_date(setting, calendar.year, SETTLED, "settled", _settled(year)))
    return tuple(sorted(found, key=lambda one: (one.plan_month, one.of_year)))


def _due(setting: Setting, place: int) -> int:
    """The month of an instalment, as the nation has it."""
    return setting.payees[0].months[place]


def _date(
    setting: Setting, of_year: int, month: int, what: str, amounts: dict[str, Number]
) -> TaxDate:
    year, rest = of_year + (month - 1) // YEAR, (month - 1) % YEAR + 1
    plan = setting.calendar.plan_month(year, rest)
    return TaxDate(year, of_year, rest, plan, what, amounts)


def _settled(year: TaxYear) -> dict[str, Number]:
    """What April asks for, by payee; payroll insurance is in what the nation asks for."""
    found: dict[str, Number] = {}
    for part in PARTS:
        owed = getattr(year.returns.practice, part) + getattr(year.returns.job, part)
        owed = owed - getattr(year.withheld, part)
        found[part] = owed - added(row.get(part, 0.0) for row in year.instalments)
    insured = year.returns.practice.fica + year.returns.job.fica - year.withheld.fica
    found["federal"] = found["federal"] + insured
    return found


def _dates_before(setting: Setting, before: Returns) -> list[TaxDate]:
    """What the same method leaves of the year before an existing practice's plan."""
    of_year = setting.calendar.years[0].year - 1
    rows, practice = instalments_before(setting, before), before.practice
    last = len(ORDINALS) - 1
    rest: dict[str, Number] = {
        part: getattr(practice, part) - added(row[part] for row in rows) for part in PARTS
    }
    rest["federal"] = rest["federal"] + practice.fica
    return [
        _date(setting, of_year, _due(setting, last), ORDINALS[last], rows[last]),
        _date(setting, of_year, SETTLED, "settled", rest),
    ]
