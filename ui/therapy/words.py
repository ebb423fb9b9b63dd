"""Words of the page Own therapy."""

from __future__ import annotations

import math

from calc import Result
from calc.number import MINUTES_PER_HOUR
from calc.questions.sought import has_fee
from calc.questions.therapy import PaysForIt, TherapyAnswers
from calc.scenario.sessions import booked_in_all, fees_that_move
from ui.telling import numbers
from ui.telling.words import escape

FIRST = (
    "It comes out first, before anything else is planned. It is no part of the load: "
    "we found no study that says how much it changes exhaustion."
)
TAX = (
    "Usually a personal expense: a medical one where it treats a condition, and deducted only by "
    "those who itemise, above 7.5 % of adjusted income. Training therapy that keeps up or improves "
    "skills in work already being done has been allowed as a business cost of the self-employed, "
    "and refused where it qualified the person for new work. Ask a tax adviser, and keep the "
    "purpose in writing. Employees cannot use the business route, as far as we know."
)
PRICES = "What a year of it costs at each kind of price. The one in the plan is bold."
PAYS = "Any one that can be reached, and the year ends with as much left over as without it."
TRIAL = "No session is in the plan yet: this is what {sessions} a year would take."
WHOLE_FROM, NO_CENTS_FROM = 100.0, 1000.0
WHAT = {
    "fee": {
        "money_per_session": "Fee per session",
        "money_per_hour": "Rate per hour",
        "money_per_year": "Salary a year",
    },
    "sessions": {"sessions_per_week": "Sessions booked a week"},
    "costs": {"money_per_month": "Costs a month"},
}


def what(found: PaysForIt) -> str:
    """The name of what pays for it."""
    return WHAT[found.what][found.unit]


def amount(found: PaysForIt, number: float, currency: str) -> str:
    """A figure of what pays for it."""
    if found.unit == "sessions_per_week":
        return numbers.number(number, 0 if number.is_integer() else 1)
    cents = numbers.has_cents(number) and abs(number) < NO_CENTS_FROM
    return numbers.money(number, currency, cents=cents)


def pays_from(found: PaysForIt) -> float:
    """What pays for it as it is written everywhere: whole money that does, cents below a hundred.

    Fees and salaries are rounded up and costs down. Sessions, and what does not reach, stay.
    """
    if found.unit == "sessions_per_week" or not found.reached:
        return found.then
    step = 1.0 if found.then >= WHOLE_FROM else 0.01
    rounded = math.floor if found.what == "costs" else math.ceil
    return round(rounded(round(found.then / step, 6)) * step, 2)


def then(found: PaysForIt, currency: str) -> str:
    """The same in words."""
    return amount(found, pays_from(found), currency)


def headline(found: TherapyAnswers) -> str:
    """What a year of it costs, or would cost, and the fee that pays for it."""
    currency = found.result.scenario.currency
    therapy = found.result.scenario.support.own_therapy
    sessions = numbers.number(float(therapy.sessions_per_year))
    yearly = escape(numbers.money(float(found.result.own_therapy.amount), currency))
    first = f"Your own therapy, {sessions} sessions a year, costs {yearly}."
    pays = "pays"
    if found.is_trial:
        first = f"{sessions} sessions of your own therapy a year would cost {yearly}."
        pays = "would pay"
    fee = found.fee
    if fee.unit == "money_per_session" and not _booked(found):
        return f"{first} No session is booked whose fee could pay for it."
    if not fee.reached:
        return f"{first} No {what(fee).lower()} up to twice yours {pays} for it."
    if several(found):
        return f"{first} {escape(rise(fee, currency))} more on every full fee {pays} for it."
    cost = escape(then(fee, currency))
    return f"{first} A {what(fee).split()[0].lower()} of {cost} {pays} for it."


def several(found: TherapyAnswers) -> bool:
    """Whether full fees that differ rise together, so that no one of them is the answer."""
    plan = found.result.scenario
    kinds = plan.work.session_kinds
    fees = {float(kinds[place].fee_per_session) for place in fees_that_move(kinds)}
    return has_fee(plan) and len(fees) > 1


def rise(fee: PaysForIt, currency: str) -> str:
    """By how much each full fee has to rise, as it is written."""
    return amount(fee, round(pays_from(fee) - fee.now, 2), currency)


def called(found: TherapyAnswers, item: PaysForIt) -> str:
    """What pays for it, in the table: of several fees the highest, with which the others rise."""
    if item.what == "fee" and several(found):
        return "The highest fee; the others rise by as much"
    return what(item)


def _booked(found: TherapyAnswers) -> float:
    return float(booked_in_all(found.result.scenario.work.session_kinds))


def lost_clients(found: TherapyAnswers) -> str:
    """What the fee would have to be if some clients left when it rises; empty without one."""
    if not has_fee(found.result.scenario):
        return ""
    fee = found.pays_with_lost_clients
    share = numbers.percent(found.lost_share)
    if not fee.reached:
        return f"If {share} of clients left when it rises, no rise up to twice as much would pay."
    currency = found.result.scenario.currency
    if several(found):
        more = escape(rise(fee, currency))
        return f"If {share} of clients left when they rise, it would take {more} more on each."
    cost = escape(then(fee, currency))
    return f"If {share} of clients left when it rises, it would take {cost}."


def rest(found: TherapyAnswers) -> str:
    """The hour taken from rest."""
    weekly = numbers.hours(float(found.result.year.hours_per_week.amount))
    free = numbers.minutes(found.hours_per_week * MINUTES_PER_HOUR)
    return f"Your working week stays {weekly} hours. You give {free} of free time a worked week."


def clients_hour(found: TherapyAnswers) -> str:
    """The hour taken from a client."""
    money, hours = found.money_less_per_month, found.hours_less_per_week
    if money is None or hours is None:
        return "No session is booked that it could take the place of."
    currency = found.result.scenario.currency
    less = escape(numbers.money(abs(money), currency))
    direction = "less" if money >= 0 else "more"
    return (
        f"One session a week fewer: {less} a month {direction}, {numbers.hours(hours)} hours of "
        "work less."
    )


def one_line(result: Result, fee: PaysForIt) -> str:
    """Own therapy in one line, for the page Your hour."""
    currency = result.scenario.currency
    sessions = numbers.number(float(result.scenario.support.own_therapy.sessions_per_year))
    yearly = escape(numbers.money(float(result.own_therapy.amount), currency))
    said = f"Own therapy, {sessions} sessions: {yearly} a year"
    if not fee.reached:
        return f"{said}."
    cost = escape(then(fee, currency))
    return f"{said}. A {what(fee).split()[0].lower()} of {cost} pays for it."
