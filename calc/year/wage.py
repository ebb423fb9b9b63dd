"""What the work leaves: take-home, the wages made from it, and what is left over."""

from __future__ import annotations

from typing import NamedTuple

from calc.ledger import Line, Unit, formula, given, less, ratio, total
from calc.number import (
    MINUTES_PER_HOUR,
    MONTHS_PER_YEAR,
    QUARTERS_PER_YEAR,
    Number,
    at_least_zero,
    ratio_of,
)
from calc.parameters import Rules
from calc.scenario import Employee, Scenario, UsTax
from calc.statements import SetAside, Year


class Wages(NamedTuple):
    """What is left of an hour, at four steps on the way."""

    true: Line
    before_tax: Line
    after_loans: Line
    after_loans_and_therapy: Line


def months_to_year(amount_per_month: Number) -> Number:
    """Twelve months of it.

    >>> months_to_year(625.0)
    7500.0
    """
    return amount_per_month * MONTHS_PER_YEAR


def price_of_sessions(sessions: Number, price_per_session: Number) -> Number:
    """What a number of sessions costs.

    >>> price_of_sessions(44.0, 140.0)
    6160.0
    """
    return sessions * price_per_session


def hours_of_therapy(sessions: Number, minutes_per_session: Number) -> Number:
    """Hours that a number of own sessions takes.

    >>> hours_of_therapy(44.0, 60.0)
    44.0
    """
    return sessions * minutes_per_session / MINUTES_PER_HOUR


def share_to_put_by(taxes: Number, money_in: Number) -> Number:
    """Part of each payment to put by for tax; never below zero.

    >>> float(share_to_put_by(25_000.0, 100_000.0))
    0.25
    """
    return at_least_zero(ratio_of(taxes, money_in))


def take_home_line(money_in: Line, costs: Line, taxes: Line, health_cover: Line) -> Line:
    """What is left to live on and to save."""
    return total(
        "take_home",
        "Take-home",
        money_in,
        less(costs),
        less(taxes),
        less(health_cover),
        how="money in, less work costs, taxes of this work and health cover",
    )


def hourly(key: str, label: str, amount: Line, hours: Line, how: str) -> Line:
    """An amount for each working hour."""
    return ratio(key, label, amount, hours, "money_per_hour", how)


def wages(take_home: Line, profit: Line, loans: Line, own_therapy: Line, hours: Line) -> Wages:
    """What an hour brings before tax, after it, and after loans and own therapy."""
    after_loans = total("after_loans", "Take-home after loans", take_home, less(loans))
    after_therapy = total(
        "after_therapy", "After own therapy", *after_loans.parts, less(own_therapy)
    )
    return Wages(
        true=hourly("wage", "True hourly wage", take_home, hours, "take-home / working hours"),
        before_tax=hourly(
            "wage.before_tax",
            "Wage before tax",
            profit,
            hours,
            "(money in - work costs) / working hours",
        ),
        after_loans=hourly(
            "wage.after_loans",
            "Wage after loans",
            after_loans,
            hours,
            "(take-home - loan payments) / working hours",
        ),
        after_loans_and_therapy=hourly(
            "wage.after_loans_and_therapy",
            "Wage after loans and own therapy",
            after_therapy,
            hours,
            "(take-home - loan payments - own therapy) / working hours",
        ),
    )


def own_therapy_line(scenario: Scenario) -> Line:
    """The cost of own therapy in a year, a line below take-home."""
    therapy = scenario.support.own_therapy
    sessions = given(
        "own_therapy.sessions", "Sessions a year", therapy.sessions_per_year, "sessions_per_year"
    )
    price = given(
        "own_therapy.price", "Price a session", therapy.price_per_session, "money_per_session"
    )
    return formula(
        "own_therapy",
        "Own therapy",
        price_of_sessions(therapy.sessions_per_year, therapy.price_per_session),
        "money_per_year",
        "sessions a year x price",
        (sessions, price),
    )


def own_therapy_hours_line(scenario: Scenario) -> Line:
    """The protected hours of own therapy in a year, travel included; never working hours."""
    therapy = scenario.support.own_therapy
    minutes = therapy.minutes_of_day_per_session
    return formula(
        "own_therapy.hours",
        "Hours of own therapy",
        hours_of_therapy(therapy.sessions_per_year, minutes),
        "hours_per_year",
        "sessions a year x minutes with travel",
        (given("own_therapy.minutes", "Minutes with travel", minutes, "minutes"),),
    )


def left_over_line(
    take_home: Line, set_aside: Line, loans: Line, own_therapy: Line, needs_per_month: Number
) -> Line:
    """Take-home less saving, loan payments, own therapy and the household's needs."""
    needs = formula(
        "needs",
        "Needs",
        months_to_year(needs_per_month),
        "money_per_year",
        "household needs a month x 12",
        (given("needs.month", "Needs a month", needs_per_month, "money_per_month"),),
    )
    return total(
        "left_over",
        "Left over",
        take_home,
        less(set_aside),
        less(loans),
        less(own_therapy),
        less(needs),
        how="take-home, less what is set aside, loan payments, own therapy and needs",
    )


def set_aside_for_tax(scenario: Scenario, taxes: Line, money_in: Line, rules: Rules) -> SetAside:
    """What to put by of each payment and at each due date; an employer withholds instead."""
    share = formula(
        "set_aside.share",
        "Of each payment",
        share_to_put_by(taxes.amount, money_in.amount),
        "share",
        "taxes of this work / money in",
        (taxes, money_in),
    )
    us = isinstance(scenario.household.tax, UsTax)
    withheld = isinstance(scenario.work, Employee)
    dates = rules["us_federal.estimated_tax_due"]
    quarter = formula(
        "set_aside.quarter",
        "Each quarter",
        at_least_zero(taxes.amount) / QUARTERS_PER_YEAR,
        "money",
        "taxes of this work in four equal payments",
        (taxes,),
        dates,
    )
    return SetAside(
        share_of_payment=share,
        per_quarter=quarter,
        due_dates=() if withheld or not us else dates.words("dates"),
        withheld=withheld,
    )


def switch_period(line: Line, year: Year, period: str) -> Line:
    """A yearly statement for another period: year, month, worked week or booked session."""
    units: dict[str, tuple[Number, Unit]] = {
        "month": (MONTHS_PER_YEAR, "money_per_month"),
        "week": (year.worked_weeks.amount, "money_per_week"),
        "session": (year.booked.amount, "money_per_session"),
    }
    if period not in units:
        return line
    divisor, unit = units[period]
    return line.per(given(f"period.{period}", period, divisor, "count"), unit)


def worth_of_package(scenario: Scenario, take_home: Line) -> Line:
    """Take-home and, at the market price entered, what the employer provides in kind."""
    rows = [take_home]
    if isinstance(scenario.work, Employee):
        rows.extend(
            given(f"package.{index}", item.label, item.worth_per_year, "money_per_year")
            for index, item in enumerate(scenario.work.benefits.in_kind)
        )
    return total("package", "Worth of the package", *rows)
