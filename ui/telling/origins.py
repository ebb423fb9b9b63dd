"""Where each figure of a document is from: entered, of the example it began as, or typical.

The rule: a document remembers which example it began as. What it states and what that example
states in the same place of any of its rows is the example's, also where it was typed once more; so
no figure of an example is ever called the reader's, however rows are renamed, moved or taken out.
All else that it states was entered. What it does not state is typical.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from pydantic.fields import FieldInfo

from calc.scenario import Cost, Document, OwnTherapy, Scenario
from calc.scenario.costs import PERIODS
from calc.scenario.fields import Inputs, unit_of, words_of
from calc.scenario.walk import tags_of, walk
from ui.telling import ahead_words, shared_out, value_words
from ui.telling.numbers import percent
from ui.telling.words import escape

Origin: TypeAlias = Literal["entered", "example", "typical"]
Known: TypeAlias = Mapping[str, list[Any]]
# Names, and what the head of a report says already.
HEADED = ("title", "description", "label", "tax_year", "currency", "began_as")
RULE = (
    "A figure that is as in the example counts as the example's, also where it was typed once more."
)

IN_SHORT = (
    "Figures and choices stated here: {theirs} of the example “{name}”, {entered} entered. " + RULE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A field that a document states: its path, name, value in words, and whose it is."""

    path: str
    title: str
    said: str
    origin: Origin


def of_example(example: Document | None) -> Known:
    """What an example states, by path without the places of rows; nothing without one."""
    found: dict[str, list[Any]] = defaultdict(list)
    for path, _, _, _, value in walk(example, stated=True) if example else ():
        found[without_places(path)].append(value)
    return found


def without_places(path: str) -> str:
    """A path with a star in the place of each row's.

    >>> without_places("work.session_kinds.0.fee_per_session")
    'work.session_kinds.*.fee_per_session'
    """
    return ".".join("*" if part.isdecimal() else part for part in path.split("."))


def origin(path: str, value: Any, known: Known) -> Origin:
    """Whose a stated value is."""
    return "example" if value in known.get(without_places(path), ()) else "entered"


def stated(found: Document, example: Document | None) -> Iterator[Stated]:
    """Every field that a document states with its value and origin; rows of costs as one each."""
    known = of_example(example)
    for path, model, name, info, value in walk(found, stated=True):
        if name in (*tags_of(type(model)), *HEADED, *model.asked) or not info.title:
            continue
        if isinstance(model, Cost):
            if name == "amount":
                yield _of_cost(path, model, known, found.currency)
            continue
        said = in_words(path, info, value, found.currency)
        title = value_words.title(named(path, model, info), said)
        yield Stated(path, title, said, origin(path, value, known))


def of_plan(plan: Scenario, example: Document | None) -> Iterator[Stated]:
    """The same of a plan; totals that were typed and shared out stand as the totals they are."""
    lost = shared_out.lost_sessions(plan, example)
    costs = shared_out.costs(plan, example)
    for each in stated(plan, example):
        stem, _, name = each.path.rpartition(".")
        place = stem.rpartition(".")[2]
        if stem in lost and name == "late_cancelled_share":
            yield from _of_lost(each, lost[stem])
        elif stem in lost and name == "missed_share":
            continue
        elif costs and stem.startswith("costs.") and int(place) in costs.places:
            if int(place) == costs.places[0]:
                said = value_words.figure(
                    "costs", costs.per_month, "money_per_month", plan.currency
                )
                yield Stated("costs", costs.name, said, "entered")
        else:
            yield each


def _of_lost(late: Stated, found: shared_out.Lost) -> Iterator[Stated]:
    """A share of sessions lost that was typed as one, and how it is split."""
    of = late.title.partition(": ")[0]
    head = f"{of}: " if ": " in late.title else ""
    both = f"{percent(found.share, 2)} of scheduled sessions"
    yield Stated(late.path, f"{head}No-shows and late cancellations", both, "entered")
    part = f"{percent(found.late_part, 2)} of them, the others are no-shows"
    whose: Origin = "example" if found.of_example else "typical"
    yield Stated(late.path, f"{head}Cancelled late", part, whose)


def in_words(path: str, info: FieldInfo, value: Any, currency: str) -> str:
    """The value of a field, with its unit."""
    return value_words.value(path, value, unit_of(info), words_of(info), currency)


def _of_cost(path: str, row: Cost, known: Known, currency: str) -> Stated:
    """A row of costs: the amount with its period, which has no say in whose it is."""
    said = f"{value_words.exact(float(row.amount), 'money', currency)} {per(row)}"
    return Stated(path, row.label, said, origin(path, row.amount, known))


def per(row: Cost) -> str:
    """How often a cost is paid."""
    return f"every {float(row.years):g} years" if row.per == "years" else str(PERIODS[row.per])


def named(path: str, model: Inputs, info: FieldInfo) -> str:
    """A field's title with what it belongs to, where the title alone does not say it."""
    if path.endswith("health_premium_per_month"):
        return "Health cover premium a month"
    if path.startswith(ahead_words.STEM):
        return f"{ahead_words.group_of(path.split('.'))}{info.title}"
    of = "Own therapy" if isinstance(model, OwnTherapy) else getattr(model, "label", "")
    of = of or ("Loans" if path.startswith("loans.") else "")
    return f"{of}: {info.title}" if of else str(info.title)


def rows_of(found: Iterable[Stated], whose: Origin) -> list[tuple[str, str]]:
    """The names and values of one origin, as a table takes them."""
    return [(escape(each.title), escape(each.said)) for each in found if each.origin == whose]


def is_all_of_example(found: Document, example: Document | None) -> bool:
    """Whether a document states figures that are all the example's, whatever it is called."""
    told = {each.origin for each in stated(found, example)} if example else set()
    return told == {"example"}


def in_short(found: Document, example: Document | None) -> tuple[str, ...]:
    """How much of a document is the example's, in a sentence; nothing where it began blank."""
    told = [each.origin for each in stated(found, example)]
    if example is None or "example" not in told:
        return ()
    theirs, entered = told.count("example"), told.count("entered")
    return (IN_SHORT.format(theirs=theirs, entered=entered, name=escape(example.title)),)
