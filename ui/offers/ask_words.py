"""Words of what to ask for and about: open terms as questions, and terms of a counter-offer."""

from __future__ import annotations

import math

from calc.offers import Ask
from calc.scenario import Unsaid
from ui.telling import numbers

QUESTIONS: dict[Unsaid, str] = {
    "notes": "Are notes paid, and at what rate?",
    "meetings": "Are meetings paid, and at what rate?",
    "lost_sessions": "What am I paid when a client cancels late or does not come?",
    "supervision": "Do you provide the supervision my licence asks for, and who pays for it?",
    "health_cover": "What part of the health premium would I pay?",
    "paid_leave": "How many weeks off are paid?",
    "caseload": "How many sessions a week can you fill, and how soon?",
    "attendance": "What share of booked sessions is cancelled late or missed here?",
}
ASKS = {
    "pay": "Pay",
    "notes_paid": "Notes paid, an hour",
    "meetings_paid": "Meetings paid, an hour",
    "supervision_paid": "Supervision paid, an hour",
    "supervision_provided": "Supervision, an hour bought",
    "lost_paid": "Missed sessions paid",
    "cap": "Booked a week, at most",
    "weeks_off": "Weeks off for the same pay",
    "meetings": "Meetings, hours a week",
    "administration": "Administration, hours a week",
    "premium": "Premium a month",
}
STEPS = {
    "money_per_year": 100.0,
    "money_per_session": 1.0,
    "share": 0.01,
    "premium": 5.0,
}
NO_CENTS_FROM = 100.0  # money is written without cents from there on
REQUESTS = {
    "pay": "could the pay be {ask}{per} rather than {now}?",
    "notes_paid": "could hours of notes be paid at {ask}?",
    "meetings_paid": "could meetings be paid at {ask} an hour?",
    "supervision_paid": "could hours of supervision be paid at {ask}?",
    "supervision_provided": "could you provide the supervision that I would otherwise buy?",
    "lost_paid": "could late and missed sessions be paid at {ask} of the rate?",
    "cap": "could the caseload be {ask} booked sessions a week rather than {now}?",
    "weeks_off": "could there be {ask} weeks off rather than {now}?",
    "meetings": "could meetings take {ask} hours a week rather than {now}?",
    "administration": "could administration take {ask} hours a week rather than {now}?",
    "premium": "could my part of the premium be {ask} a month rather than {now}?",
}


def request(ask: Ask, currency: str, per: str = "") -> str:
    """One thing to ask for, in words that can be sent; `per` is what pay is paid by."""
    now, wanted = ask_amount(ask.current, ask, currency), ask_amount(rounded(ask), ask, currency)
    return REQUESTS[ask.term].format(ask=wanted, now=now, per=per)


def rounded(ask: Ask) -> float:
    """What to ask, rounded to a usual step in the person's favour; as it is where out of reach."""
    up = ask.term in ("pay", "weeks_off") or ask.term.endswith("_paid")  # else down
    step = STEPS.get(ask.term, STEPS.get(ask.unit, 0.5))
    if not ask.reached:
        return ask.ask
    if ask.unit.startswith("money") and ask.ask >= NO_CENTS_FROM:
        step = max(step, 1.0)
    steps = round(ask.ask / step, 6)
    return (math.ceil(steps) if up else math.floor(steps)) * step


def ask_amount(value: float, ask: Ask, currency: str) -> str:
    """A number of a counter-offer, in its unit."""
    if ask.unit == "money_per_year":
        return f"{numbers.money(value, currency)} a year"
    if ask.unit.startswith("money"):
        return numbers.money(value, currency)
    if ask.unit == "share":
        return numbers.percent(value, 1)
    return numbers.number(value, 0 if round(value, 1) % 1 == 0 else 1)
