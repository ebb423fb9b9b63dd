"""Dates of tax of the months ahead: who asks for what by date, and what each way of paying asks."""

from __future__ import annotations

from functools import partial

import numpy as np
import streamlit as st

from calc.months import TaxDate, tax_by_method
from calc.months.ahead import MonthsAhead
from calc.months.calendar import Calendar
from calc.months.course import Course
from calc.scenario import Ahead, UsTax
from calc.scenario.ahead import TaxPayments
from calc.scenario.fields import words_of
from calc.taxes.dates import CITY
from ui.months import words
from ui.shell import frame, streamlit_ways
from ui.telling import numbers, tax_dates
from ui.telling.tables import Table
from ui.telling.words import escape

NO_DATES = "No date of tax falls into these months."
NOTE = (
    "The expected path is without chance. In brackets stands the year that is settled with the "
    "return. Below zero is a refund. Under the chart of the bank stands the mean of the paths, "
    "which may be less. How much the law asks for may differ: see Sources."
)
FEDERAL_DATES = "Instalments are due at the federal dates."
BY_METHOD = "**The sum of each date, by the way of paying** · expected path"
TOGETHER = "Together"
AT_RATES = "Tax"
LATER = "Later, for the months shown of {year}"


def draw(found: MonthsAhead) -> None:
    """Each date with who asks for what by the way that is chosen; then its sum by every way."""
    setting = found.setting
    methods = tax_by_method(setting, found.expected.counts)
    dates = methods[setting.ahead.tax_payments].dates_told
    if not any(course.dates_told for course in methods.values()):
        st.markdown(NO_DATES)
        return
    names = words_of(Ahead.model_fields["tax_payments"])
    st.markdown(
        f"**Who asks for what, paid {names[setting.ahead.tax_payments].lower()}** · expected path"
    )
    asked = by_payee(found, dates)
    if asked.rows:
        streamlit_ways.table(asked, "Dates of tax by who asks")
    else:
        st.markdown(NO_DATES)
    frame.quiet(" ".join([*basis(found), *later(found), NOTE]))
    st.markdown(BY_METHOD)
    streamlit_ways.table(by_method(found, methods), "Dates of tax by method")


def payees(found: MonthsAhead, dates: tuple[TaxDate, ...]) -> dict[str, str]:
    """Who asks for anything, by their parts of a date: the nation first, then state and city."""
    setting = found.setting
    if not isinstance(setting.scenario.household.tax, UsTax):
        return {"federal": AT_RATES}
    state = setting.rules["states.name"].text(setting.scenario.household.state)
    names = {"federal": "IRS", "state": state, "local": CITY}
    asking = {part for date in dates for part, one in date.amounts.items() if _amount(one)}
    return {part: name for part, name in names.items() if part == "federal" or part in asking}


def by_payee(found: MonthsAhead, dates: tuple[TaxDate, ...]) -> Table:
    """A row a date, a column for each who asks, and their sum at the right where there are more."""
    setting, asking = found.setting, payees(found, dates)
    rows = []
    for date in dates:
        cells = [_amount(date.amounts.get(part, 0.0)) for part in asking]
        together = [sum(cells)] if len(cells) > 1 else []
        if any(cells):
            rows.append((date_name(setting.calendar, date), *cells, *together))
    heads = ["When", *(escape(name) for name in asking.values())]
    heads += [TOGETHER] if len(asking) > 1 else []
    cash = partial(numbers.money, currency=setting.scenario.currency, cents=False)
    return Table(heads, rows, (cash,) * (len(heads) - 1))


def _amount(of_path: object) -> int:
    """What the expected path pays, in whole units."""
    return round(float(np.mean(np.asarray(of_path, dtype=np.float64))))


def basis(found: MonthsAhead) -> list[str]:
    """What the state's dates and shares stand on, where it taxes."""
    setting = found.setting
    if not isinstance(setting.scenario.household.tax, UsTax):
        return []
    asking = payees(found, found.expected.tax_dates)
    own = next(payee for payee in setting.payees if payee.part == "state")
    if "state" not in asking:
        return [FEDERAL_DATES]
    name = escape(asking["state"])
    if not own.read:
        return [FEDERAL_DATES, tax_dates.ASSUMED.format(payee=name)]
    parts = tuple(np.diff((0.0, *own.shares)).tolist())
    return [FEDERAL_DATES, tax_dates.SHARES.format(payee=name, shares=tax_dates.listed(parts))]


def later(found: MonthsAhead) -> list[str]:
    """What is asked after these dates for the months of a year that the plan ends within."""
    course = found.expected
    if course.cut_year is None:
        return []
    owed = words.money(found, float(course.owed_for_cut_year[0]))
    return [f"For the months shown of {course.cut_year}, {owed} more is asked later."]


def by_method(found: MonthsAhead, methods: dict[TaxPayments, Course]) -> Table:
    """A row a date, a column for each way of paying, of all who ask.

    Below stands what is asked later of the months of a year that the plan ends within, so that the
    columns can be compared.
    """
    setting = found.setting
    names = words_of(Ahead.model_fields["tax_payments"])
    cells: dict[tuple[int, str], dict[str, int]] = {}
    for method, course in methods.items():
        for date in course.dates_told:
            key = (date.plan_month, date_name(setting.calendar, date))
            row = cells.setdefault(key, dict.fromkeys(methods, 0))
            row[method] += sum(_amount(one) for one in date.amounts.values())
    rows = [(name, *row.values()) for (_, name), row in sorted(cells.items())]
    if year := found.expected.cut_year:
        later = (round(float(course.owed_for_cut_year[0])) for course in methods.values())
        rows.append((LATER.format(year=year), *later))
    cash = partial(numbers.money, currency=setting.scenario.currency, cents=False)
    heads = ("When", *(names[method] for method in methods))
    return Table(heads, rows, (cash,) * len(methods))


def date_name(when: Calendar, date: TaxDate) -> str:
    """A date of tax by its month, and by the year that it settles."""
    name = words.month_name(when, date.plan_month)
    return f"{name} (for {date.of_year})" if date.what == "settled" else name
