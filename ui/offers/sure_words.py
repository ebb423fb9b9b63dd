"""How sure an order of offers is, in words and tables: pairs, what was drawn, what is left out."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from calc.offers import Compared, Odds
from calc.offers.chance import OfChance, Spread
from calc.parameters import Parameter, typical
from calc.scenario import Offers
from calc.scenario.fields import chosen
from ui.offers import words as offer_words
from ui.telling import numbers
from ui.telling.tables import Cell, Table
from ui.telling.words import count, escape

MORE: Mapping[OfChance, str] = {
    "wage": "pays more an hour than",
    "wage_after_loans": "pays more an hour after loans than",
    "take_home": "leaves more to take home than",
    "package": "pays more an hour with its benefits than",
}
BRINGS: Mapping[OfChance, str] = {
    "wage": "pays",
    "wage_after_loans": "pays",
    "take_home": "leaves",
    "package": "pays",
}
PER: Mapping[OfChance, str] = {
    "wage": "an hour",
    "wage_after_loans": "an hour after loans",
    "take_home": "a month",
    "package": "an hour with benefits",
}
SAME = "with the same clients coming and going"
STAYS = ("early_ending_share", "weeks_until_settled", "weeks_once_settled")
ASKED = "How often, and what was drawn?"
TITLE = "How sure the order is"
NOT_IN_IT = "whether the employer fills the caseload, a raise, a cut, your own leaving."


@dataclass(frozen=True, slots=True)
class Sure:
    """What was found of an order: offers best first, and the odds of the first against each other.

    `spreads` are of the goal's figure, `sessions` of those booked in a year, `ranges` from what to
    what the letter's figure may be by what it leaves open. Odds are None where an offer has no such
    figure.
    """

    goal: OfChance
    paths: int
    odds: Sequence[Odds | None]
    spreads: Sequence[Spread]
    sessions: Sequence[Spread]
    ranges: Sequence[tuple[float, float]]


def no_chance(offers: Offers) -> str:
    """That the goal's figure has no chance worked out, and which have."""
    goal = chosen(offers, "goal").lower()
    return (
        f"No chance is worked out for “{goal}”. Put the offers in order by an hourly wage or by "
        "take-home to see how often the first one stays first."
    )


def pairs(sure: Sure, ranked: Sequence[Compared]) -> list[str]:
    """A sentence for the first offer against each other; the first with odds says of which years.

    What is level, or cannot be compared, comes before it or after, as the offers are in order.
    """
    said: list[str] = []
    is_first = True
    for other, odds, spread in zip(ranked[1:], sure.odds, sure.spreads[1:], strict=True):
        said.append(_pair(sure, (ranked[0], other), odds, spread, is_first=is_first))
        is_first = is_first and (odds is None or odds.all_level)
    return said


def _pair(
    sure: Sure,
    pair: tuple[Compared, Compared],
    odds: Odds | None,
    other: Spread,
    *,
    is_first: bool,
) -> str:
    first, second = (f"**{escape(offer_words.named(found))}**" for found in pair)
    if odds is None:
        return f"{first} and {second} cannot be compared by the hour: one of them has no hours."
    if odds.all_level:
        return f"{first} and {second} are level in every year, {SAME}."
    currency = offer_words.currency_of(pair[0])
    often, theirs = f"**{numbers.in_hundred(odds.ahead)} of 100**", _span(other, currency)
    if not is_first:
        return (
            f"In {often} it {MORE[sure.goal]} {second}, which {BRINGS[sure.goal]} {theirs} "
            f"{PER[sure.goal]}, 8 years in 10."
        )
    return (
        f"In {often} years, {SAME}, {first} {MORE[sure.goal]} {second}: "
        f"{_span(sure.spreads[0], currency)} against {theirs} {PER[sure.goal]}, 8 years in 10."
    )


def _span(spread: Spread, currency: str) -> str:
    """From what to what a figure goes, in whole money; one amount where it does not move."""
    low, high = (
        escape(numbers.money(end, currency, cents=False)) for end in (spread.low, spread.high)
    )
    return low if low == high else f"{low} to {high}"


def in_it(answers: Sequence[str]) -> str:
    """What moves from year to year and what does not, and whose figures the stays are.

    `answers` are those that the letters leave open.
    """
    early, until, once = (_written(typical(name)) for name in STAYS)
    open_now = f"what the letters do not say ({'; '.join(answers)}), " if answers else ""
    return (
        "In it: clients leave and others come, on average as many as the letter books; some "
        "sessions are lost. A salary stays as it is, its hours do not. Stays are typical, not "
        f"yours: {early} leave within about {until}, the others stay some {once} more. "
        f"Not in it: {open_now}{NOT_IN_IT}"
    )


def _written(parameter: Parameter) -> str:
    if parameter.unit == "share":
        return numbers.percent(parameter.number)
    return count(parameter.number, "week")


def drawn(sure: Sure) -> str:
    """How often was drawn, what luck decides, and how a year is made of it."""
    decided = "\n".join(f"- {said}" for said in DECIDED)
    return (
        f"{sure.paths:,} years were drawn for each offer, always the same draws, so that offers "
        "can be compared: in year 7 of all of them the same luck decides, week by week,\n\n"
        f"{decided}\n\n"
        "Where both private clients and insurers pay, each has luck of its own. The sessions of "
        "each year then go through the same hours, pay, costs and tax as the letter's. No place "
        f"is ever refused.{_off(sure)} Other draws would move a share by 1 or 2 of 100."
    )


def _off(sure: Sure) -> str:
    """How far the mean of the sessions drawn lies from the letter's, where that is booked."""
    off = [abs(one.mean / one.letter - 1.0) for one in sure.sessions if one.letter]
    if not off:
        return ""
    within = math.ceil(max(off) * 100.0) or 1
    return (
        f" On average as many sessions are booked as in the letter, by these draws within "
        f"{numbers.percent(within / 100.0)} of it."
    )


DECIDED = (
    "who of the new clients leaves and who settles,",
    "who of the settled leaves,",
    "how many new ones come, on average as many as leave,",
    "which sessions your weeks off take, spread over the year,",
    "which sessions are lost, and which of those are charged.",
)


def tables(sure: Sure, ranked: Sequence[Compared]) -> tuple[Table, ...]:
    """The goal's figure of each offer, its sessions, and the typical stays."""
    currency = offer_words.currency_of(ranked[0])
    cents = sure.goal != "take_home"
    money = partial(numbers.money, currency=currency, cents=cents)
    names = [escape(offer_words.named(found)) for found in ranked]
    return (
        _spreads(f"Pay {PER[sure.goal]}", names, sure.spreads, money),
        _spreads("Sessions scheduled a year", names, sure.sessions, numbers.number),
        _stays(),
    )


def _spreads(head: str, names: Sequence[str], spreads: Sequence[Spread], way: Cell) -> Table:
    """What 10, 50 and 90 of 100 years lie at or below; in small the letter's and the mean."""
    rows = []
    for name, one in zip(names, spreads, strict=True):
        beside = escape(f"letter {way(one.letter)}, mean {way(one.mean)}")
        told = f"{name}  \n:small[:gray[{beside}]]"
        rows.append((told, one.low, one.middle, one.high))
    return Table((head, "10 of 100", "50 of 100", "90 of 100"), rows, (way, way, way))


def _stays() -> Table:
    """What is typical of stays, and from what to what it may be."""
    rows = []
    for name in STAYS:
        found = typical(name)
        way = numbers.percent if found.unit == "share" else numbers.number
        ends = (found.low, found.high)
        span = " to ".join(way(end) for end in ends if end is not None)
        rows.append((found.label, way(found.number), span))
    return Table(("Typical, by judgement", "Taken", "May be"), rows)
