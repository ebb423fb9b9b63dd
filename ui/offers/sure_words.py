"""How sure an order of offers is, in words and tables: pairs, what was drawn, what is left out."""

from __future__ import annotations

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
from ui.telling.tables import Table
from ui.telling.words import amount, escape, joined

HUNDRED = 100
LEAST, MOST = 0.005, 0.995  # what lies beyond is not written as never and always
MORE: Mapping[OfChance, str] = {
    "wage": "pays more an hour than",
    "wage_after_loans": "pays more an hour after loans than",
    "take_home": "leaves more to take home than",
    "package": "pays more an hour with its benefits than",
}
PER: Mapping[OfChance, str] = {
    "wage": "an hour",
    "wage_after_loans": "an hour after loans",
    "take_home": "a month",
    "package": "an hour with benefits",
}
STAYS = ("early_ending_share", "weeks_until_settled", "weeks_once_settled")
ASKED = "How often, and what was drawn?"
TITLE = "How sure the order is"
NOT_IN_IT = (
    "Not in it: whether the employer fills the caseload, a raise, a cut, and your own leaving."
)


@dataclass(frozen=True, slots=True)
class Sure:
    """What was found of an order: offers best first, and the odds of the first against each other.

    `spreads` are of the goal's figure, `sessions` of those booked in a year. Odds are None where
    an offer has no such figure.
    """

    goal: OfChance
    paths: int
    odds: Sequence[Odds | None]
    spreads: Sequence[Spread]
    sessions: Sequence[Spread]


def no_chance(offers: Offers) -> str:
    """That the goal's figure has no chance worked out, and which have."""
    goal = chosen(offers, "goal").lower()
    return (
        f"No chance is worked out for “{goal}”. Put the offers in order by an hourly wage or by "
        "take-home to see how often the first one stays first."
    )


def pairs(sure: Sure, ranked: Sequence[Compared]) -> list[str]:
    """A sentence for the first offer against each other."""
    rows = zip(ranked[1:], sure.odds, sure.spreads[1:], strict=True)
    return [_pair(sure, (ranked[0], other), odds, spread) for other, odds, spread in rows]


def _pair(sure: Sure, pair: tuple[Compared, Compared], odds: Odds | None, other: Spread) -> str:
    first, second = (f"**{escape(offer_words.named(found))}**" for found in pair)
    if odds is None:
        return f"{first} and {second} cannot be compared by the hour: one of them has no hours."
    if odds.all_level:
        return f"{first} and {second} come out level in every one of these years."
    currency = offer_words.currency_of(pair[0])
    spans = f"{_span(sure.spreads[0], currency)} against {_span(other, currency)}"
    return (
        f"In **{of_hundred(odds.ahead)}** years with the same clients coming and going, {first} "
        f"{MORE[sure.goal]} {second}: {spans} {PER[sure.goal]}, 8 years in 10."
    )


def of_hundred(share: float) -> str:
    """A share as so many of 100; what is neither never nor always is not written as if it were.

    >>> of_hundred(0.83), of_hundred(0.002), of_hundred(1.0), of_hundred(0.0)
    ('83 of 100', 'fewer than 1 of 100', 'all', 'none of the')
    """
    if share in (0.0, 1.0):
        return "all" if share else "none of the"
    if share < LEAST or share >= MOST:
        return f"{'fewer than 1' if share < LEAST else 'more than 99'} of 100"
    return f"{round(share * HUNDRED)} of 100"


def _span(spread: Spread, currency: str) -> str:
    """From what to what a figure goes, in whole money; one amount where it does not move."""
    low, high = (
        escape(numbers.money(end, currency, cents=False)) for end in (spread.low, spread.high)
    )
    return low if low == high else f"{low} to {high}"


def in_it(undecided: Sequence[Compared]) -> str:
    """What moves from year to year and what does not, and whose figures the stays are."""
    early, until, once = (_written(typical(name)) for name in STAYS)
    open_now = joined([escape(offer_words.named(found)) for found in undecided])
    cover = f" What health cover costs with {open_now} is still open too." if undecided else ""
    return (
        "In it: clients end and others begin, on average as many as the letter books, and sessions "
        "are lost by its shares. A salary stays the same; its hours move. How long clients stay is "
        f"typical, not yours: {early} end early, after about {until}; the others stay about {once} "
        f"more. {NOT_IN_IT}{cover}"
    )


def _written(parameter: Parameter, value: float | None = None) -> str:
    figure = parameter.number if value is None else value
    unit = parameter.unit
    return numbers.percent(figure) if unit == "share" else escape(amount(figure, unit, "USD"))


def drawn(sure: Sure) -> str:
    """How often was drawn, and how a year is made of it."""
    return (
        f"{sure.paths:,} years were drawn for each offer, always the same draws, so that offers "
        "can be compared: in year 7 of all of them the same luck decides. Week by week it decides "
        "who of the new clients ends and who settles, who of the settled ends, how many begin, "
        "which sessions fall into your weeks off, which are lost, and which of those are charged; "
        "insurers' clients have luck of their own. There is no limit of places, or the mean would "
        "lie below what the letter books. The sessions of each year then go through the same "
        "hours, pay, costs and tax as the letter's. Other draws would move a share by 1 or 2 of "
        "100."
    )


def tables(sure: Sure, ranked: Sequence[Compared]) -> tuple[Table, ...]:
    """The goal's figure of each offer, its sessions, and the typical stays."""
    currency = offer_words.currency_of(ranked[0])
    cents = sure.goal != "take_home"
    money = partial(numbers.money, currency=currency, cents=cents)
    names = [escape(offer_words.named(found)) for found in ranked]
    per = PER[sure.goal].removeprefix("a ").removeprefix("an ")
    return (
        _spreads(f"Pay: {per}", names, sure.spreads, money),
        _spreads("Sessions a year", names, sure.sessions, numbers.number),
        _stays(),
    )


def _spreads(head: str, names: Sequence[str], spreads: Sequence[Spread], way: object) -> Table:
    assert callable(way)
    heads = (head, "Letter", "Mean", "10 of 100", "50", "90")
    rows = [
        (name, one.letter, one.mean, one.low, one.middle, one.high)
        for name, one in zip(names, spreads, strict=True)
    ]
    return Table(heads, rows, (way,) * (len(heads) - 1))


def _stays() -> Table:
    """What is typical of stays, and from what to what it may be."""
    rows = []
    for name in STAYS:
        found = typical(name)
        ends = (found.low, found.high)
        span = " to ".join(_written(found, end) for end in ends if end is not None)
        rows.append((found.label, _written(found), span))
    return Table(("Typical, by judgement", "Taken", "May be"), rows)
