"""Words of a letter's card: what stands in it that nobody has entered yet."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from calc.number import Number
from calc.offers.faults import listed_hours
from calc.parameters import state_names
from calc.scenario import Hourly, LoansByPlan, Offer, Offers, Salary, UsTax
from calc.scenario.fields import chosen
from ui.shell import practice_groups
from ui.telling import numbers
from ui.telling.words import count, escape, joined


def typical(offer: Offer, offers: Offers) -> str:
    """One line that names what is typical or taken for granted; empty where all was entered."""
    guessed = list(_guessed(offer, offers))
    if not guessed:
        return ""
    return f"Until you enter what the letter says: {joined(guessed)}."


def _guessed(offer: Offer, offers: Offers) -> Iterator[str]:
    """Each figure that decides much and is a guess, as it is used."""
    work, home, known = offer.work, offers.household, offer.model_fields_set
    if not work.time.model_fields_set & set(practice_groups.WEEKS):
        yield f"{numbers.number(float(work.time.weeks_off))} weeks off"
    yield from _for_the_contract(offer, offers)
    yield from of_sessions(offer)
    yield from of_hours(offer)
    yield from of_letter(offer)
    if offer.supervision_hours_per_week and "supervision_price_per_hour" not in known:
        yield "supervision at no cost to you"
    yield from health_cover(offer)
    if offer.state is None and "state" not in home.model_fields_set:
        yield f"the state of {state_names()[home.state]}"


def of_sessions(offer: Offer) -> Iterator[str]:
    """What hardly any letter says of sessions, as it is used: notes, lost sessions."""
    first = next(iter(offer.work.session_kinds), None)
    if first is None:
        return
    if "notes_minutes_per_session" not in first.model_fields_set:
        yield f"{numbers.number(float(first.notes_minutes_per_session))} minutes of notes"
    if not first.model_fields_set & {"late_cancelled_share", "missed_share"}:
        lost = float(first.late_cancelled_share) + float(first.missed_share)
        yield f"{numbers.percent(lost)} no-shows or cancelled late"


def of_hours(offer: Offer) -> Iterator[str]:
    """What hardly any letter says of other hours, as it is used: administration, training."""
    time = offer.work.time
    if "administration_hours_per_week" not in time.model_fields_set:
        yield f"{_of_hours(time.administration_hours_per_week)} of administration a week"
    if "training_hours_per_year" not in time.model_fields_set:
        yield f"{_of_hours(time.training_hours_per_year)} of training a year"


def of_letter(offer: Offer) -> Iterator[str]:
    """What the short letter asks and nobody entered, as it is used: meetings, supervision."""
    time = offer.work.time
    if "meetings_hours_per_week" not in time.model_fields_set:
        yield f"{_of_hours(time.meetings_hours_per_week)} of meetings"
    if "supervision_hours_per_week" not in offer.model_fields_set:
        yield f"{_of_hours(offer.supervision_hours_per_week)} of supervision"


def health_cover(offer: Offer) -> Iterator[str]:
    """The premium that is counted while nobody entered one."""
    if "health_premium_per_month" in offer.work.model_fields_set:
        return
    premium = float(offer.work.health_premium_per_month)
    month = f"{escape(numbers.money(premium))} a month" if premium else "nothing"
    yield f"{month} for health cover"


def of_the_person(offers: Offers) -> list[str]:
    """How tax takes the person while nobody said so: filing, and the state where it decides."""
    home = offers.household
    found = []
    if isinstance(home.tax, UsTax):
        if "filing_status" not in home.model_fields_set:
            found.append(chosen(home, "filing_status").lower())
        if "state" not in home.model_fields_set and any(row.state is None for row in offers.offers):
            found.append(f"living in {state_names()[home.state]}")
    return found


def support_of_the_person(offers: Offers) -> list[str]:
    """The consultation that is counted in every letter while nobody entered it."""
    support = offers.support
    hours = support.consultation_hours_per_week
    if "consultation_hours_per_week" in support.model_fields_set or not np.any(hours):
        return []
    return [f"{_of_hours(hours)} of consultation a week"]


def _of_hours(amount: Number) -> str:
    """So many hours."""
    return count(float(amount), "hour")


def _for_the_contract(offer: Offer, offers: Offers) -> Iterator[str]:
    """What the usual hours of a contract stand in for, where no letter states any.

    They are never counted as work. A salary pays no more than them, a week of paid leave pays
    them, and public service asks for a number of them.
    """
    work, pay = offer.work, offer.work.pay
    if not isinstance(pay, Salary | Hourly) or pay.states_contract:
        return
    usual = numbers.number(float(pay.contracted_hours_per_week))
    beside = offer.supervision_hours_per_week + work.time.travel_hours_per_week
    most = pay.contracted_hours_per_week
    if isinstance(pay, Salary) and np.any(np.greater(listed_hours(work) + beside, most)):
        yield f"hours beyond {usual} a week unpaid"
    if isinstance(pay, Hourly) and np.any(pay.paid_leave_weeks):
        yield f"{usual} hours for a week of paid leave"
    loans = offers.scenario_of(offer).loans
    if isinstance(loans, LoansByPlan) and loans.pslf_employer == "this_work":
        yield f"{usual} hours a week for public service"
