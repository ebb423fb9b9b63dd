"""Money in: everything the arrangement pays in a year, before costs."""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

from calc.ledger import Line, given, total
from calc.number import Number
from calc.scenario import (
    Employee,
    Hourly,
    OwnPractice,
    RatePerSession,
    Salary,
    Scenario,
    SplitOfCollections,
)
from calc.statements import Earned, FeeFlow, MoneyIn, Year
from calc.year.money_in.fees import fees_of
from calc.year.money_in.pay import (
    benefits_of,
    flow_of_rates,
    hourly_of,
    pay_per_session,
    salary_of,
    split_of,
)


def statement(scenario: Scenario, year: Year) -> MoneyIn:
    """Money in of one year, with what is taxed, what is saved, and where the fees went."""
    work = scenario.work
    fees = fees_of(work, year)
    if isinstance(work, Employee):
        return _employee(work, year, fees, scenario.currency)
    if isinstance(work, OwnPractice):
        money = _with_other_receipts(fees.collected, work.other_receipts_per_year)
        return _money_in(money, money, None, fees, None)
    if isinstance(work.pay, SplitOfCollections):
        pay = split_of(work.pay, fees.collected)
        return _money_in(pay.line, pay.line, None, replace(fees, paid=pay.line.amount), pay)
    pay = pay_per_session(work.pay, work, year)
    return _money_in(pay.line, pay.line, None, flow_of_rates(work.pay, year, pay), pay)


def _with_other_receipts(collected: Line, other: Number | None) -> Line:
    """Fees, and what else the practice brings; no further row where nothing is stated."""
    if other is None:
        return collected
    row = given("money_in.other", "Other receipts", other, "money_per_year")
    return total("money_in", "Money in", *collected.parts, row, unit="money_per_year")


def _employee(work: Employee, year: Year, fees: FeeFlow, currency: str) -> MoneyIn:
    flow: FeeFlow | None = None
    match work.pay:
        case Salary() as salary:
            pay = salary_of(salary, year)
        case Hourly() as hourly:
            pay = hourly_of(hourly, year, currency)
        case RatePerSession() as rate:
            pay = pay_per_session(rate, work, year)
            flow = flow_of_rates(rate, year, pay)
        case SplitOfCollections() as split:
            pay = split_of(split, fees.collected)
            flow = replace(fees, paid=pay.line.amount)
        case _:
            assert_never(work.pay)
    taxed, untaxed, saved = benefits_of(work.benefits)
    wages = total("money_in.wages", "Pay before tax", pay.line, *taxed, how="pay and taxed extras")
    money = total("money_in", "Money in", *wages.parts, *untaxed)
    return _money_in(money, wages, saved, flow, pay)


def _money_in(
    money: Line,
    taxable: Line,
    saved: Line | None,
    flow: FeeFlow | None,
    earned: Earned | None,
) -> MoneyIn:
    return MoneyIn(
        total=money,
        taxable=taxable,
        employer_saving=saved
        or given("money_in.saving", "Saved by the employer", 0.0, "money_per_year"),
        fees=flow,
        earned=earned,
    )
