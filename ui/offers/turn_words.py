"""What letters leave open, in words: answers that are missing, and whether they turn an order."""

from __future__ import annotations

from collections.abc import Sequence

from calc.offers import Compared
from calc.scenario import UNSAID
from calc.scenario.fields import words_of
from calc.scenario.offers import Letter
from ui.offers import words as offer_words
from ui.offers.sure_words import PER, Sure
from ui.telling import numbers
from ui.telling.words import escape, joined

TAKEN = "as the letters stand, with what is taken for what they do not say"
TURNS = "What the letters do not say could still turn this order"


def answers(ranked: Sequence[Compared]) -> list[str]:
    """The answers that letters leave open and that move a wage, each once."""
    said = words_of(Letter.model_fields["unsaid"])
    terms = {
        reading.term
        for found in ranked
        if found.band is not None
        for reading in found.band.readings
    }
    return [said[term].lower() for term in UNSAID if term in terms]


def stands(sure: Sure, ranked: Sequence[Compared], *, by_cover: bool) -> str:
    """Of which letters the odds are, and what would turn them; empty where nothing is open.

    `by_cover` says that health cover alone, which nobody stated, may put another offer first.
    """
    if not any(low < high for low, high in sure.ranges):
        return ""
    rivals = _rivals(sure)
    first = f"**{escape(offer_words.named(ranked[0]))}**"
    if not rivals:
        return f"This is {TAKEN}. By what is typical, no answer would put another before {first}."
    even = ", even health cover alone" if by_cover else ""
    ranges = joined([_range(sure, ranked, place) for place in (0, *rivals)])
    return f"{TURNS}{even}: {ranges} {PER[sure.goal]}. What follows is {TAKEN}."


def _rivals(sure: Sure) -> list[int]:
    """Places in the order of offers that may be ahead of the first by what is not said."""
    (least, most), *others = sure.ranges
    return [
        place
        for place, (low, high) in enumerate(others, start=1)
        if high > least and (least < most or low < high)
    ]


def _range(sure: Sure, ranked: Sequence[Compared], place: int) -> str:
    """An offer, and from what to what its figure may be; one amount where nothing moves it."""
    found = ranked[place]
    low, high = (
        escape(numbers.money(end, offer_words.currency_of(found), cents=sure.goal != "take_home"))
        for end in sure.ranges[place]
    )
    span = low if low == high else f"{low} to {high}"
    return f"**{escape(offer_words.named(found))}** {span}"
