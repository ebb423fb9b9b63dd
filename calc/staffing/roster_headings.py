"""Which column of a spreadsheet is which of ours: by its heading, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from calc.staffing.roster_columns import COLUMNS
from calc.staffing.roster_pay import is_of_pay
from calc.staffing.roster_words import known_part, understood

NOT_USED = ""
EXACTLY = 2.0  # our own heading
KEPT = 3.0  # chosen by the reader
MOST_LETTERS = 80
LIKE = 0.8  # how near a spelling must be
TIE = 0.03  # two that are nearer than this fit alike
PART = 0.9  # all words of a phrase stand in a longer heading
FEWEST_LETTERS = 4
WORD = re.compile(r"[a-z]+|\d+|[%#]")
IDLE = frozenset(
    ("the", "of", "a", "an", "per", "in", "for", "no", "number", "count", "our", "avg", "#")
)
# fmt: off
PHRASES: Mapping[str, tuple[str, ...]] = {
    "Label": (
        "label", "name", "clinician", "clinician name", "therapist", "therapist name", "provider",
        "provider name", "staff", "staff member", "employee name", "full name", "first name",
        "last name", "post", "position", "who", "counselor", "practitioner", "team member", "id",
        "employee id", "initials",
    ),
    "Arrangement": (
        "arrangement", "type", "employment", "employment type", "employment status", "paid as",
        "w 2 1099", "w 2 or 1099", "1099 w 2", "w 2", "1099", "classification", "status",
        "worker type", "contract type", "tax status", "employee type", "employee contractor",
    ),
    "Pay form": (
        "pay form", "pay type", "pay basis", "paid by", "form of pay", "compensation type",
        "comp type", "pay structure", "comp model", "pay model", "basis", "rate type", "type",
        "pay unit",
    ),
    "Pay": (
        "pay", "base pay", "salary", "wage", "rate", "pay rate", "compensation", "comp",
        "annual salary", "base salary", "hourly rate", "hourly", "split", "split %", "earnings",
        "percentage", "commission", "rate pay", "session rate", "salary rate", "gross pay",
        "annual pay", "hourly pay", "pay %",
    ),
    "Licence": (
        "licence", "license", "licence status", "license status", "license type", "licensure",
        "credential", "credentials", "level", "licensed", "type", "status", "lic",
    ),
    "Full-time share %": (
        "full time share %", "full time share", "fte", "full time equivalent", "% fte", "fte %",
        "full time %", "% full time",
    ),
    "Sessions a week": (
        "sessions a week", "sessions", "sessions week", "sessions wk", "weekly sessions",
        "caseload", "clients week", "clients wk", "weekly clients", "booked week", "booked",
        "booked wk", "appointments week", "appts week", "appts wk", "client hours",
        "client hours week", "weekly caseload", "sessions weekly", "scheduled sessions", "sess wk",
        "sessions booked",
    ),
    "Payer": ("payer", "payor", "insurance", "payment source", "primary payer", "payer type"),
    "Fee": (
        "fee", "session fee", "fee session", "client fee", "rate", "charge", "price", "billed rate",
        "billing rate", "fee charged", "reimbursement", "session rate",
    ),
    "Minutes": (
        "minutes", "session minutes", "session length", "minutes session", "length", "min session",
        "session min",
    ),
    "Notes minutes": (
        "notes minutes", "note minutes", "minutes notes", "documentation minutes", "notes min",
    ),
    "Administration hours": (
        "administration hours", "admin hours", "admin", "administration", "admin hrs",
        "admin time", "hours",
    ),
    "Meeting hours": ("meeting hours", "meetings", "meeting", "meetings hours", "hours"),
    "Supervision given hours": (
        "supervision given hours", "supervision given", "supervises", "supervising hours",
        "supervision provided", "supervision hours", "supervision", "hours",
    ),
    "Holiday weeks": (
        "holiday weeks", "weeks off", "vacation weeks", "vacation", "pto weeks", "holiday", "pto",
        "weeks vacation",
    ),
    "Benefits cost a year": (
        "benefits cost a year", "benefits", "benefits cost", "benefit cost", "annual benefits",
        "health insurance cost", "cost benefits",
    ),
    "Starts in month": ("starts in month", "start month", "starts month", "month start"),
    "Unpaid leave weeks": ("unpaid leave weeks", "unpaid leave", "leave weeks", "unpaid weeks"),
    "Telehealth %": (
        "telehealth %", "telehealth", "telehealth share", "virtual %", "virtual", "remote %",
        "online %", "remote",
    ),
    "No-shows %": (
        "no shows %", "no show rate", "no show", "no shows", "no show %", "noshow", "noshows",
        "noshow %", "noshow rate", "missed %", "missed sessions", "missed", "missed rate",
        "missed appointments", "ns rate", "cancellation rate no show",
    ),
}
SPELT_OUT = {
    "wk": "week", "wks": "week", "weekly": "week", "hrs": "hours", "hr": "hours", "pct": "%",
    "percent": "%", "percentage": "%", "sess": "sessions", "mins": "minutes", "min": "minutes",
    "admin": "administration", "annually": "annual", "yearly": "annual", "yr": "annual",
    "license": "licence", "appts": "appointments", "w2": "w 2", "comp": "compensation",
}
# fmt: on


@dataclass(frozen=True, slots=True)
class Guess:
    """What a heading of theirs is taken for: one of ours, nothing, or several to choose from."""

    ours: str = NOT_USED
    choices: tuple[str, ...] = ()


def normal(heading: str) -> str:
    """A heading without signs, idle words and short forms.

    >>> normal("Sessions / wk"), normal("No-Show Rate (%)"), normal("ClinicianName")
    ('sessions week', 'no show rate %', 'clinician name')
    """
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", heading)
    words = WORD.findall(parted.replace("_", " ").casefold())
    pairs = zip(words, [*words[1:], ""], strict=False)
    kept = [
        SPELT_OUT.get(word, word)
        for word, following in pairs
        if word not in IDLE or (word == "no" and following.startswith("show"))
    ]
    return " ".join(kept)[:MOST_LETTERS].strip()


KNOWN: tuple[tuple[str, str], ...] = tuple(
    (normal(phrase), heading)
    for heading, phrases in PHRASES.items()
    for phrase in (heading, *phrases)
)
EXACT = {column.heading.casefold(): column.heading for column in COLUMNS}


@lru_cache
def fits(heading: str) -> Mapping[str, float]:
    """How well a heading of theirs fits each of ours, 1 at best; only those that fit at all.

    >>> fits("Sessions / wk"), sorted(fits("Rate"))
    ({'Sessions a week': 1.0}, ['Fee', 'Pay'])
    """
    if heading.strip().casefold() in EXACT:
        return {EXACT[heading.strip().casefold()]: EXACTLY}
    said = normal(heading)
    found: dict[str, float] = {}
    for phrase, ours in KNOWN:
        found[ours] = max(found.get(ours, 0.0), _likeness(said, phrase))
    best = max(found.values())
    return {ours: fit for ours, fit in found.items() if fit >= LIKE and fit >= best - TIE}


def _likeness(said: str, phrase: str) -> float:
    """1 for the same words, near 1 for close spelling, less where more is said than the phrase."""
    if said == phrase:
        return 1.0
    theirs, ours = set(said.split()), set(phrase.split())
    if ours < theirs and len(phrase) >= FEWEST_LETTERS:
        return PART - TIE * (1.0 - len(phrase) / len(said))
    if min(len(said), len(phrase)) < FEWEST_LETTERS:
        return 0.0
    short, long = sorted((len(said), len(phrase)))
    if short + short < LIKE * (short + long):
        return 0.0  # no letters in common could make them alike
    return SequenceMatcher(None, said, phrase, autojunk=False).ratio()


def guesses(
    headings: Sequence[str], columns: Sequence[Sequence[str]], kept: Mapping[str, str]
) -> list[Guess]:
    """What each of their columns is taken for; each of ours at most once.

    `kept` is what the reader chose for a heading an earlier time. A column of words that fits
    several is told apart by what stands in it; one that still fits several is left to be chosen.
    """
    found: list[Guess] = []
    scores: list[float] = []
    for heading, cells in zip(headings, columns, strict=True):
        if not heading:
            fit = {}
        elif normal(heading) in kept:
            fit = {kept[normal(heading)]: KEPT}
        else:
            fit = _by_values(fits(heading), cells)
        one = next(iter(fit)) if len(fit) == 1 else NOT_USED
        found.append(Guess(one, tuple(fit) if len(fit) > 1 else ()))
        scores.append(max(fit.values(), default=0.0))
    return _once_each(found, scores)


def _by_values(fit: Mapping[str, float], cells: Iterable[str]) -> dict[str, float]:
    """Those of several fitting columns that understand every word of a column, or most of them.

    What is called pay and holds forms of pay is their column; what is called a rate and holds
    percents or amounts an hour is pay.
    """
    stated = [cell for cell in cells if cell]
    of_forms = known_part("Pay form", stated)
    if "Pay" in fit and of_forms > 1.0 - of_forms:
        return {"Pay form": fit["Pay"]}
    if fit.keys() == {"Pay", "Fee"} and any(map(is_of_pay, stated)):
        return {"Pay": fit["Pay"]}
    words = {ours: understood(ours, stated) for ours in fit}
    best = {ours: fit[ours] for ours, all_known in words.items() if all_known}
    if len(fit) > 1 and len(best) == 1:
        return best
    if len(fit) > 1 and not best and (plain := _mostly(fit, stated)):
        return {plain: fit[plain]}
    if len(fit) > 1 and not best:
        return {ours: score for ours, score in fit.items() if words[ours] is None} or dict(fit)
    return dict(fit)


def _mostly(fit: Iterable[str], cells: Sequence[str]) -> str:
    """The one whose words most of a column are, and more than of any other; else nothing."""
    parts = {ours: known_part(ours, cells) for ours in fit}
    most = max(parts, key=parts.__getitem__)
    alone = list(parts.values()).count(parts[most]) == 1
    return most if parts[most] > 1.0 - parts[most] and alone else ""


def _once_each(found: list[Guess], scores: list[float]) -> list[Guess]:
    """The better of two columns keeps one of ours; where both fit alike, both are asked."""
    best: dict[str, float] = {}
    for guess, score in zip(found, scores, strict=True):
        if guess.ours:
            best[guess.ours] = max(best.get(guess.ours, 0.0), score)
    near = [
        guess.ours if guess.ours and score >= best[guess.ours] - TIE else NOT_USED
        for guess, score in zip(found, scores, strict=True)
    ]
    made: list[Guess] = []
    for guess, ours in zip(found, near, strict=True):
        if guess.ours:
            alone = near.count(guess.ours) == 1
            made.append(Guess(ours if alone else NOT_USED, (ours,) if ours and not alone else ()))
        else:
            made.append(Guess(NOT_USED, tuple(one for one in guess.choices if one not in best)))
    return made
