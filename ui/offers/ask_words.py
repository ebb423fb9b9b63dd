"""Words of what to ask for and about: open terms as questions, and terms of a counter-offer."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from calc.offers import Ask, Compared, Step
from calc.scenario import Offers, Unsaid
from ui.telling import load_words, numbers
from ui.telling.words import escape, written_date

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
    "supervision_provided": "Supervision provided",
    "lost_paid": "No-shows, cancelled late: paid",
    "cap": "Sessions a week, at most",
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
    "pay": "could the pay be {ask}{per} instead of {now}?",
    "notes_paid": "could hours of notes be paid at {ask}?",
    "meetings_paid": "could meetings be paid at {ask} an hour?",
    "supervision_paid": "could hours of supervision be paid at {ask}?",
    "supervision_provided": "could you provide the supervision that I would otherwise buy?",
    "lost_paid": "could late and missed sessions be paid at {ask} of the rate?",
    "cap": "could the caseload be {ask} booked sessions a week instead of {now}?",
    "weeks_off": "could there be {ask} weeks off instead of {now}?",
    "meetings": "could meetings take {ask} hours a week instead of {now}?",
    "administration": "could administration take {ask} hours a week instead of {now}?",
    "premium": "could my part of the premium be {ask} a month instead of {now}?",
}


PER = {"hourly": " an hour", "per_session": " a session", "split": " of what is collected"}
UNKNOWN = "–"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to ask for: in the table, and in words that can be sent."""

    label: str
    wage: float
    exhausted: str
    request: str


def rows(
    found: Compared, steps: Sequence[Step], reaching: Sequence[Ask], currency: str
) -> list[Row]:
    """What may be asked for, what brings most first; each thing once."""
    paid = found.offer.work.pay
    per = "" if paid is None else PER.get(paid.kind, "")
    every = [_of_step(step, currency, per) for step in steps]
    every += [_of_ask(ask, currency, per) for ask in reaching]
    once = {row.request: row for row in reversed(every)}
    return sorted(once.values(), key=lambda row: -row.wage)


def _of_step(step: Step, currency: str, per: str) -> Row:
    ask = Ask(step.term, step.current, step.ask, step.unit, step.wage_per_hour, reached=True)
    exhausted = f"{load_words.whole(step.exhausted_share)}"
    return Row(_label(ask, currency), step.wage_per_hour, exhausted, request(ask, currency, per))


def _of_ask(ask: Ask, currency: str, per: str) -> Row:
    return Row(_label(ask, currency), ask.figure, UNKNOWN, request(ask, currency, per))


def _label(ask: Ask, currency: str) -> str:
    """A change as the table names it."""
    wanted, now = (ask_amount(value, ask, currency) for value in (rounded(ask), ask.current))
    match ask.term:
        case "pay":
            more = numbers.percent(rounded(ask) / ask.current - 1.0)
            return f"{wanted}, {more} more"
        case "cap":
            return f"{wanted} booked instead of {now}"
        case "supervision_provided":
            return ASKS[ask.term]
        case _:
            return f"{ASKS[ask.term]}: {wanted} instead of {now}"


def beyond(ask: Ask, currency: str) -> str:
    """Pay that alone would reach it, and is more than is likely to be had."""
    more = numbers.percent(ask.ask / ask.current - 1.0)
    return (
        f"Pay alone would have to be {escape(ask_amount(rounded(ask), ask, currency))}, {more} "
        "above the letter. That is more than most employers can move."
    )


def letter(found: Compared, offers: Offers, asked: str) -> str:
    """Words to send: thanks, the first day, one thing to ask for, and why."""
    hours = numbers.hours(float(found.result.year.hours_per_week.amount))
    start = written_date(offers.starts_on.isoformat())
    return (
        f"Thank you for the offer. I would be glad to start on {start}. Before I sign I have one "
        f"question: {asked} With all that goes with it I count about {hours} hours in a worked "
        "week, and this would help me to do the work well for a long time. I am happy to talk "
        "about it."
    )


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
