"""Words of the page Job offers: labels, choices, headings and sentences made from figures."""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.offers import Compared, Headline, Supervision, TermName, Value
from calc.parameters import state_names
from calc.scenario import Employee, Offer, Offers
from calc.scenario.fields import words_of
from ui.telling import numbers
from ui.telling.words import escape

PAGE = "Job offers"
ADD_A_SECOND = "Complete or add a second offer to compare."
EXAMPLE = "This is a worked example with made-up letters. Change it, or start with your own."
EMPTY = "What would each of these jobs really pay?"
NOTHING_YET = "No offer is complete yet. Below them is a worked example, until one is."
NO_OFFERS = "There are no offers yet. Below is a worked example, until one is complete."
NOTHING_TO_DRAW = "No offer has hours yet, so an hour has no wage. Enter sessions booked a week."
NOT_STATED = "Not stated"
DASH = "–"
TERMS: dict[TermName, str] = {
    "pay": "Pay",
    "role": "Paid as",
    "employer": "Employer",
    "state": "State",
    "notes": "Notes",
    "meetings": "Meetings",
    "lost_sessions": "No-shows, cancelled late",
    "supervision": "Supervision",
    "booked": "Sessions scheduled a week",
    "quota": "Sessions you must hold a week",
    "contracted_hours": "Contracted hours",
    "paid_weeks_off": "Paid weeks off",
    "weeks_off": "Weeks off",
    "health_cover": "Health cover a month",
    "retirement_match": "Retirement match",
    "sign_on": "Sign-on bonus",
    "stipends": "Stipends a year",
    "loan_award": "Loan award a year",
    "costs": "Costs you bear",
    "travel": "Travel a week",
    "raise": "Raise at licence",
}
MONEY: tuple[TermName, ...] = (
    "health_cover",
    "retirement_match",
    "sign_on",
    "stipends",
    "loan_award",
    "costs",
)
HOURS: tuple[TermName, ...] = ("contracted_hours", "travel")
EMPLOYERS = {
    **words_of(Employee.model_fields["employer_type"]),
    "private_group_practice": "Group practice",
}
SAID = {
    "employee": "employee, W-2",
    "contractor": "contractor, 1099",
    "own_practice": "own practice",
    "on_you": "your loss",
    "on_them": "their loss",
    "shared": "partly paid",
    **{kind: said.lower() for kind, said in EMPLOYERS.items()},
}


def name_of(offer: Offer, place: int) -> str:
    """What an offer is called; its place where it has no name."""
    return offer.label or f"Offer {place + 1}"


def named(found: Compared) -> str:
    """What a compared offer is called, as plain text."""
    return name_of(found.offer, found.place)


def wage(found: Compared) -> str:
    """The true hourly wage of an offer, as Markdown takes it."""
    return escape(numbers.wage(float(found.result.wage.amount), currency_of(found)))


def currency_of(found: Compared) -> str:
    """The currency of an offer's figures."""
    return found.result.scenario.currency


def bar(offers: Offers, ranked: Sequence[Compared], *, undecided: bool = False) -> str:
    """What stays in sight: how many offers, and the best wage of an hour.

    While it hangs on what was not asked, it is only the highest so far.
    """
    count = len(offers.offers)
    said = f"{count} offer{'' if count == 1 else 's'}" if count else "No offers yet"
    known = [found for found in ranked if math.isfinite(float(found.result.wage.amount))]
    if not known:
        return said
    best = max(known, key=lambda found: float(found.result.wage.amount))
    best_so_far = "highest so far" if undecided else "best"
    return f"{said} · {best_so_far} **{wage(best)}** an hour"


def headline(found: Headline, currency: str) -> str:
    """Pay as a letter heads it."""
    money = numbers.money(float(found.amount), currency)
    match found.kind:
        case "salary":
            bonus = numbers.money(float(found.bonus), currency)
            return f"{money} a year" + (f", {bonus} above quota" if float(found.bonus) else "")
        case "hourly":
            return f"{money} an hour"
        case "per_session":
            return f"{money} a session"
        case "own_fee":
            return f"{money} fee"
        case _:
            share = numbers.percent(float(found.amount))
            if found.last is not None:
                share = f"{share} to {numbers.percent(float(found.last))}"
            return f"{share} of {numbers.money(float(found.fee), currency)}"


def term(name: TermName, value: Value, currency: str) -> str:
    """A term of an offer as it is read in the table of differences."""
    if isinstance(value, Headline):
        return headline(value, currency)
    if isinstance(value, Supervision):
        return _supervision(value, currency)
    if isinstance(value, str):
        return (
            state_names().get(value, value) if name == "state" else SAID.get(value, value or DASH)
        )
    figure = float(value)
    if name in MONEY:
        return numbers.money(figure, currency)
    if name == "raise":
        return numbers.percent(figure) if figure else "none"
    if name in HOURS:
        return f"{numbers.number(figure, 0 if figure.is_integer() else 1)} h" if figure else DASH
    if not figure and name != "paid_weeks_off":
        return DASH
    return numbers.number(figure, 0 if figure.is_integer() else 1)


def _supervision(found: Supervision, currency: str) -> str:
    cost = float(found.cost_per_year)
    if not float(found.hours_per_week):
        return "none"
    if cost:
        return f"you buy, {numbers.money(cost, currency)}"
    return "paid hours" if found.paid else "provided"
