"""When the year's tax is asked for: instalments of the IRS, the state and a city, by date.

What is worked out is the tax of this work; the household's other tax is taken as withheld, as a
spouse's employer does. No clock: whether a date has gone by is for the reader of the schedule.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, cast

import numpy as np

from calc.ledger import Line
from calc.number import Number, added, at_least_zero
from calc.parameters import Parameter, Rules
from calc.parameters.tax_dates import NATION, tax_dates
from calc.scenario.household import HouseholdInputs
from calc.scenario.tax_modes import UsTax
from calc.taxes.instalments import left_after_withholding

Basis = Literal["read", "secondary", "recalled", "assumed", "not_required", "untaxed"]
Asked = Literal["shares", "last_year", "below_threshold", "nothing"]
FEDERAL = (
    "taxes.self_employment",
    "taxes.additional_medicare",
    "taxes.net_investment_income",
    "taxes.federal_income",
)
STATE = ("taxes.state", "corporation.tax")
CITY = "City or county"
LOCAL = ("taxes.local", "taxes.payroll_programmes")
OF_PAYROLL = "corporation.payroll_tax"
ELECTION = "corporation.election"
WITH_PAYROLL = (OF_PAYROLL, "taxes.fica", "taxes.payroll_programmes")


@dataclass(frozen=True, slots=True)
class Instalments:
    """What one of those who are paid asks for: dollars by date, and with the return.

    `amounts` stand beside `dates` and add up, with `with_return`, to `year`, the tax of this work
    in the year (never below zero). `asked` says how they were set: by shares of this year's tax, by
    last year's tax where that is the least that avoids a penalty, or not at all because the tax is
    below the threshold or nothing is asked by date. `least` is the year's least that avoids a
    penalty, None where last year's tax was not given or the safe harbour was not read. `basis` says
    how the dates were come by. `shares` of the year's tax are those asked for by date, and
    `asked_last_year` is whether last year's tax was given.
    """

    payee: str
    dates: tuple[datetime.date, ...]
    amounts: tuple[Number, ...]
    with_return: Number
    year: Number
    least: Number | None
    asked: Asked
    basis: Basis
    record: Parameter
    shares: tuple[float, ...] = ()
    asked_last_year: bool = False

    @property
    def doubt(self) -> tuple[str, ...]:
        """Figures of the entry that are told and not used, for they are not sure enough."""
        return _doubt(self.record)

    def after_withholding(self, withheld: Number) -> Instalments:
        """The same where some of the tax is withheld: an equal part counts as paid by each date."""
        amounts = left_after_withholding(self.amounts, withheld) if self.amounts else ()
        left = self.year - withheld
        return replace(self, amounts=amounts, year=left, with_return=left - added(amounts))

    def threshold(self, joint: bool) -> float:
        """The tax of a year below which nothing is asked by date, in dollars; 0 where none is."""
        return _threshold(self.record, joint)


@dataclass(frozen=True, slots=True)
class DueDay:
    """One date and what each payee asks for on it, in the order of the schedule; 0 for nothing."""

    day: datetime.date
    amounts: tuple[Number, ...]

    @property
    def together(self) -> Number:
        """The sum of the day, in dollars."""
        return added(self.amounts)


@dataclass(frozen=True, slots=True)
class Schedule:
    """The instalments of a year: the IRS first, then the state and a city where they tax."""

    payees: tuple[Instalments, ...]

    @property
    def days(self) -> tuple[DueDay, ...]:
        """Every date on which somebody asks for something, in order."""
        days = sorted({day for payee in self.payees for day in payee.dates})
        return tuple(DueDay(day, tuple(_on(payee, day) for payee in self.payees)) for day in days)

    @property
    def with_return(self) -> Number:
        """What is left for the returns, in dollars."""
        return added(payee.with_return for payee in self.payees)

    def next_day(self, today: datetime.date) -> DueDay | None:
        """The first day from today on that asks for something; None when all have gone by."""
        return next(
            (day for day in self.days if day.day >= today and bool(np.any(day.together))), None
        )


def paid_with_payroll(taxes: Line) -> Number:
    """What a corporation pays with each payroll, out of its owner's pay too, in dollars a year.

    Nothing where there is no corporation: an employer's payroll is not this work's to pay.
    """
    if all(line.key != OF_PAYROLL for line in taxes.parts):
        return taxes.amount * 0.0
    return _of(taxes, WITH_PAYROLL)


def estimated_tax(
    taxes: Line, home: HouseholdInputs, rules: Rules, more: tuple[Instalments, ...] = ()
) -> Schedule | None:
    """The instalments of the taxes of this work; None outside United States law.

    `taxes` is the line of `Result.taxes`, in dollars a year. A state that was not read, or another
    year than its entry's, stands at the federal dates, and its basis is "assumed". `more` are those
    of a corporation, as a tax by election has.
    """
    mode = home.tax
    if not isinstance(mode, UsTax):
        return None
    due = tuple(map(_day, rules["us_federal.estimated_tax_due"].words("dates")))
    federal, _ = tax_dates(NATION, rules.tax_year)
    found = [_instalments("IRS", FEDERAL, mode.federal_tax_last_year, federal, due, taxes, home)]
    state, of_year = tax_dates(home.state, rules.tax_year)
    own = _own_days(state) if of_year else ()
    name = rules["states.name"].text(home.state)
    of_state = STATE if more else (*STATE, ELECTION)
    if state.text("basis") != "untaxed" or np.any(_of(taxes, of_state)):
        found.append(
            _instalments(
                name, of_state, mode.state_tax_last_year, state, own or due, taxes, home, of_year
            )
        )
    # a corporation takes programmes of the state from its owner's pay, with its payroll taxes
    corporate = any(line.key == OF_PAYROLL for line in taxes.parts)
    local = LOCAL[:1] if corporate else LOCAL
    if np.any(_of(taxes, local)):
        found.append(_instalments(CITY, local, None, federal, due, taxes, home, False))
    return Schedule((*found, *more))


def safe_harbour(
    record: Parameter, this_year: Number, last_year: Number, income: Number, before: Number | None
) -> Number | None:
    """The least tax of a year, withheld or paid by date, that avoids a penalty; None if not read.

    In dollars a year: this year's tax, last year's, this year's adjusted income and last year's
    (None where it was not given: then the higher share is taken, which is enough for everybody).
    """
    terms = _terms(record)
    if "now" not in terms:
        return None
    now = at_least_zero(this_year) * record.of("now")
    share: Number = record.of("before")
    if "before_high" in terms:
        high = record.of("before_high")
        share = high if before is None else np.where(before > record.of("high_from"), high, share)
    least = np.minimum(now, at_least_zero(last_year) * share)
    if "only_now_from" in terms:
        least = np.where(np.greater_equal(income, record.of("only_now_from")), now, least)
    return least + 0.0


def _instalments(
    payee: str,
    keys: tuple[str, ...],
    last_year: Number | None,
    record: Parameter,
    dates: tuple[datetime.date, ...],
    taxes: Line,
    home: HouseholdInputs,
    of_year: bool = True,
) -> Instalments:
    year = at_least_zero(_of(taxes, keys))
    terms = _terms(record)
    basis = cast(Basis, record.text("basis"))
    if payee == CITY or (not of_year and "shares" in terms) or basis == "untaxed":
        basis = "assumed"  # a rate of one's own, or another year: the federal way stands in
    if basis == "not_required":
        return Instalments(payee, (), (), year, year, None, "nothing", basis, record)
    shares = record.row("shares") if "shares" in terms else _equal(dates)
    if np.all(np.less(year, _threshold(record, home.filing_status == "joint"))):
        nothing = tuple(year * 0.0 for _ in dates)
        below: Asked = "below_threshold"
        return Instalments(payee, dates, nothing, year, year, None, below, basis, record)
    least = _least(record, keys, last_year, taxes, home)
    asked: Asked = "shares"
    amounts = tuple(year * share for share in shares)
    if least is not None and np.all(least < added(amounts)):
        asked = "last_year"
        amounts = tuple(least * share / added(shares) for share in shares)
    return Instalments(
        payee,
        dates,
        amounts,
        with_return=year - added(amounts),
        year=year,
        least=least,
        asked=asked,
        basis=basis,
        record=record,
        shares=shares,
        asked_last_year=last_year is not None,
    )


def _least(
    record: Parameter,
    keys: tuple[str, ...],
    last_year: Number | None,
    taxes: Line,
    home: HouseholdInputs,
) -> Number | None:
    """The least of this work that avoids a penalty: the household's, less what is withheld."""
    if last_year is None or not isinstance(home.tax, UsTax):
        return None
    with_work, withheld = _of(taxes, keys, "with"), _of(taxes, keys, "without")
    income = taxes.find("taxes.adjusted_income").amount
    least = safe_harbour(record, with_work, last_year, income, home.tax.adjusted_income_last_year)
    return None if least is None else at_least_zero(least - withheld)


def _of(taxes: Line, keys: tuple[str, ...], of: str = "") -> Number:
    """Some taxes added up: of this work, or the household's `with` or `without` it."""
    return added(_one(line, of) for line in taxes.parts if line.key in keys)


def _one(line: Line, of: str) -> Number:
    pair = {part.key: part.amount for part in line.parts}
    match of:
        case "with":
            return pair.get(f"{line.key}.with", line.amount)
        case "without":
            return 0.0 - pair.get(f"{line.key}.without", line.amount * 0.0)  # taken away there
        case _:
            return line.amount


def _threshold(record: Parameter, joint: bool) -> float:
    """The tax that nobody withholds from which on it is asked for by date."""
    terms = _terms(record)
    name = "least_joint" if joint and "least_joint" in terms else "least"
    return record.of(name) if name in terms else 0.0


def _own_days(record: Parameter) -> tuple[datetime.date, ...]:
    return tuple(map(_day, record.words("due"))) if "due" in _terms(record) else ()


def _equal(dates: tuple[datetime.date, ...]) -> tuple[float, ...]:
    return tuple(1 / len(dates) for _ in dates)


def _on(payee: Instalments, day: datetime.date) -> Number:
    found = dict(zip(payee.dates, payee.amounts, strict=True))
    return found.get(day, payee.year * 0.0)


def _day(written: str) -> datetime.date:
    return datetime.date.fromisoformat(written)


def _terms(record: Parameter) -> Mapping[str, object]:
    """The figures of an entry that are used: without those in doubt."""
    terms = record.value
    assert isinstance(terms, Mapping)
    return {name: terms[name] for name in terms if name not in _doubt(record)}


def _doubt(record: Parameter) -> tuple[str, ...]:
    terms = record.value
    assert isinstance(terms, Mapping)
    return record.words("doubt") if "doubt" in terms else ()
