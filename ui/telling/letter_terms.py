"""What each letter says, field by field, and whose each value is, for a report of letters.

Terms are rows and letters are columns, so that letters are read across. What only the person knows
of a work is left out, and so are fields that the reader was not asked and that stand at nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from calc.scenario import Document, Offer, Offers, SplitOfCollections
from calc.scenario.fields import typical_of
from calc.scenario.walk import walk
from ui.telling import origins, value_words
from ui.telling.origins import Origin, Stated
from ui.telling.words import escape

MARKS: Mapping[Origin, str] = {"entered": "", "example": " (example)", "typical": " (assumed)"}
ENTERED = "What bears no mark was entered."
OF_EXAMPLE = "“(example)” is as in the example “{name}”."
ASSUMED = "“(assumed)” was not entered: the figures take what is typical, or where fields start."
LEFT_OUT = ("work.conditions.", "work.time.after_hours", "letter.unsaid")
# Fields of a letter that start at something without a source, and decide much.
STARTS = (
    "supervision_hours_per_week",
    "supervision_price_per_hour",
    "work.health_premium_per_month",
    "work.pay.contracted_hours_per_week",
)
# Parts of a charge say nothing while nothing is charged; fees, where pay does not hang on them.
OF_CHARGES = ("late_cancelled_fee_part", "missed_fee_part")
OF_FEES = (
    "collected_share",
    "fee_per_session",
    "late_cancelled_charged_share",
    "missed_charged_share",
)
NO_TERM = "–"
Row = tuple[str, list[str]]  # a term, and what each letter holds


def of_offers(offers: Offers, places: Sequence[int], example: Document | None) -> list[Row]:
    """The terms of the letters at these places: pay first; a dash where a letter has none."""
    told: dict[tuple[bool, str, int], list[str]] = {}
    for column, place in enumerate(places):
        seen: Counter[str] = Counter()
        for each in terms(offers, place, example):
            key = (".work.pay." not in each.path, each.title, seen[each.title])
            row = told.setdefault(key, [NO_TERM] * len(places))
            row[column] = f"{each.said}{MARKS[each.origin]}"
            seen[each.title] += 1
    order = sorted(told, key=lambda key: key[0])
    return [(key[1], told[key]) for key in order]


def marks(offers: Offers, example: Document | None) -> str:
    """What the marks mean that stand in these letters."""
    found = {each.origin for at in range(len(offers.offers)) for each in terms(offers, at, example)}
    said = [ENTERED] if "entered" in found else []
    if example is not None and "example" in found:
        said += [OF_EXAMPLE.format(name=escape(example.title)), origins.RULE]
    return " ".join([*said, *([ASSUMED] if "typical" in found else [])])


def terms(offers: Offers, place: int, example: Document | None) -> Iterator[Stated]:
    """The fields of one letter: those it states with their origin, then those assumed."""
    stem, offer = f"offers.{place}.", offers.offers[place]
    for each in origins.stated(offers, example):
        if each.path.startswith(stem) and not each.path[len(stem) :].startswith(LEFT_OUT):
            yield Stated(each.path, _title(each.title, offer), each.said, each.origin)
    yield from _assumed(offers, stem, offer)


def _assumed(offers: Offers, stem: str, offer: Offer) -> Iterator[Stated]:
    """The fields that nobody entered and that the figures take at something."""
    known, pay = {path for path, *_ in walk(offer, stated=True)}, offer.work.pay
    by_fees = pay is None or isinstance(pay, SplitOfCollections)
    silent = OF_CHARGES if by_fees else (*OF_CHARGES, *OF_FEES)
    for path, model, name, info, value in walk(offer):
        sourced = typical_of(info) is not None and value and name not in silent
        if path in known or path.startswith(LEFT_OUT) or not (sourced or path in STARTS):
            continue
        said = origins.in_words(path, info, value, offers.currency)
        title = value_words.title(origins.named(path, model, info), said)
        yield Stated(f"{stem}{path}", _title(title, offer), said, "typical")


def _title(title: str, offer: Offer) -> str:
    """A field's title without the letter's own name, which heads the column."""
    return title.removeprefix(f"{offer.label}: ")
