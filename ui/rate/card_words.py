"""Words of the cards on the page Set a rate: reduced places, a rising fee, the levers."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from calc import Scenario
from calc.questions.fees import FeeRise, Places
from calc.questions.sweep import Lever
from ui.rate.words import money, plain
from ui.telling import kind_words, numbers
from ui.telling.words import escape, written_date

GONE_BY = "The day it begins is gone by. Choose one ahead, and a letter to copy stands here."
PLACES = "Held for clients who cannot pay the full fee, before take-home falls below the floor."
TOO_MANY = "No kind of session can be added to this plan, so no place at a reduced fee either."
TOO_HIGH = "At this fee another kind of session costs more than we model. Enter a lower fee."
RISE = "What a higher fee brings, and a letter to copy. Nothing here is sent to anyone."

LEVERS = "One change at a time, strongest first."
LEVERS_NOTE = (
    "Load is how many more or fewer of 100 are exhausted; hours are those of a worked week."
)
LEVER: Mapping[str, str] = {
    "fee": "Fee +{money}",
    "slot": "One more {kind}session a week",
    "notes": f"Notes {numbers.MINUS}{{step}} min each",
    "administration": f"Administration {numbers.MINUS}{{step}} h a week",
    "missed": f"No-shows {numbers.MINUS}{{share}}",
    "late_charged": "Late cancellations charged in full",
    "week_off": "One more week off",
    "costs": f"Costs {numbers.MINUS_OF_MONEY}{{money}} a year",
    "without": "Without {kind}",
}
NEARLY = 0.8  # of the gain of a fee: the notes are worth nearly as much


def places(found: Places, floor: float, currency: str) -> str:
    """How many places, what they leave, and what one more would."""
    at = money(found.fee, currency)
    least = money(floor, currency)
    if found.none:
        return (
            f"**No place.** Take-home is {_month(found.achieved, currency)} a month without any, "
            f"below {least}."
        )
    if not found.places:
        return (
            f"**No place.** Take-home is {_month(found.achieved, currency)} a month without any; "
            f"one would leave {_month(found.one_more, currency)}, below {least}."
        )
    of = plain(found.booked)
    count = f"{found.places} of {of} sessions a week"
    leaves = f"leaves {_month(found.achieved, currency)} a month"
    if not math.isfinite(found.one_more):
        return f"**All {of} sessions a week** can be held at {at}: that {leaves}."
    return (
        f"**{count}** can be held at {at}: that {leaves}. One more would leave "
        f"{_month(found.one_more, currency)}, below {least}."
    )


def _month(amount: float, currency: str) -> str:
    return money(round(amount), currency)


def may_lose(found: FeeRise) -> str:
    """How many sessions may go before the rise leaves less than today."""
    if found.fee <= found.now:
        return "This is no rise: the new fee is not above today's."
    share = numbers.percent(found.may_lose)
    return (
        f"If all of them pay it, your take-home is no less than today until **{share}** of their "
        "sessions are lost."
    )


def letter(found: FeeRise, begins: date, only_new: bool, currency: str) -> str:
    """Dates and amounts to copy into a letter; no names."""
    day = written_date(begins.isoformat())
    before = written_date((begins - timedelta(days=1)).isoformat())
    now, fee = (_plain_money(amount, currency) for amount in (found.now, found.fee))
    moved = _plain_money(abs(found.fee - found.now), currency)
    more = "more" if found.fee >= found.now else "less"
    if only_new:
        return (
            f"From {day} the fee for new clients is {fee} a session. For you it stays {now}. "
            "If that changes, I will tell you in good time."
        )
    return (
        f"From {day} my fee is {fee} a session, {moved} {more} than now. "
        f"Sessions up to and including {before} stay at {now}."
    )


def _plain_money(amount: float, currency: str) -> str:
    return numbers.money(amount, currency, cents=numbers.has_cents(amount))


def lever(item: Lever, step: float, plan: Scenario) -> str:
    """A step in words; of several kinds of session, which one it adds or leaves out."""
    kind = "" if item.place is None else kind_words.name(plan, item.place)
    if item.name == "slot" and len(plan.work.session_kinds) > 1:
        kind = f"{kind_words.name(plan, 0)} "
    return LEVER[item.name].format(
        money=escape(numbers.money(step, plan.currency, cents=False)),
        step=plain(step),
        share=numbers.percent(step),
        kind=kind,
    )


def levers_line(found: Sequence[Lever], notes: float, fee: float) -> str:
    """The line above the levers; it compares notes with the fee where that is worth saying."""
    gains = {item.name: item.wage for item in found}
    if "notes" not in gains or "fee" not in gains or (notes, fee) != (5.0, 10.0):
        return LEVERS
    start = f"{LEVERS} Five minutes less on notes is worth"
    if gains["notes"] >= gains["fee"] > 0:
        return f"{start} as much as ten dollars on the fee or more, and costs clients nothing."
    if gains["notes"] >= NEARLY * gains["fee"] > 0:
        return f"{start} nearly as much as ten dollars on the fee, and costs clients nothing."
    return LEVERS
