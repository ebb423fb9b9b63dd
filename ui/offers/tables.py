"""Tables of job offers: the offers are columns while there are few, and rows from four on."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from functools import partial

from calc.burnout import Load
from calc.ledger import Line
from calc.offers import Compared, Comparison, TermName, Value, cover_is_stated
from calc.scenario import Hourly, Offer, Offers, Salary, Unsaid
from calc.scenario.offers import HORIZONS
from ui.offers import ask_words, licence_words, service_words, words
from ui.shell import practice_groups
from ui.telling import load_words, numbers
from ui.telling.tables import Cell, Table
from ui.telling.words import escape

MOST_COLUMNS = 3
TERMS_AT_ONCE = 3
NOT_SAID = "not said"
SILENT: Mapping[Unsaid, TermName] = {"paid_leave": "paid_weeks_off", "caseload": "booked"}
INVISIBLE = "\u200b"
SOFT_HYPHEN = "\u00ad"
LONG_WORDS = {False: re.compile(r"[^\W\d_]{13,}"), True: re.compile(r"[^\W\d_]{9,}")}  # folded
PIECE = re.compile(r".{1,6}")
Texts = list[tuple[str, list[str]]]  # a term, and what each offer says


def side_by_side(
    rows: Texts, names: Sequence[str], first: str = "Term", *, folded: bool = False
) -> list[Table]:
    """Terms as rows and offers as columns; with more offers, offers as rows, few terms at once.

    A folded group is narrower than the page, so shorter words may break in it.
    """
    if not rows:
        return []
    heads = headers(names, first, folded=folded)
    rows = [
        (narrow(term, folded=folded), [escape(narrow(cell, folded=folded)) for cell in said])
        for term, said in rows
    ]
    if len(names) <= MOST_COLUMNS:
        return [Table((first, *heads), [(term, *said) for term, said in rows])]
    parts = math.ceil(len(rows) / TERMS_AT_ONCE)
    size = math.ceil(len(rows) / parts)
    return [turned(heads, rows[start : start + size]) for start in range(0, len(rows), size)]


def turned(heads: Sequence[str], rows: Texts) -> Table:
    """Offers as rows, terms as columns."""
    terms, said = zip(*rows, strict=True)
    return Table(("Offer", *terms), list(zip(heads, *said, strict=True)))


def narrow(text: str, *, folded: bool) -> str:
    """Long words that may break, so that their column needs little room."""
    return LONG_WORDS[folded].sub(lambda found: SOFT_HYPHEN.join(PIECE.findall(found[0])), text)


def headers(names: Sequence[str], first: str, *, folded: bool = False) -> list[str]:
    """Names as headers of columns, none like another."""
    seen = {first}
    found = []
    for name in names:
        head = escape(narrow(name, folded=folded))
        while head in seen:
            head += INVISIBLE
        seen.add(head)
        found.append(head)
    return found


def at_a_glance(ranked: Sequence[Compared], loads: Sequence[Load], offers: Offers) -> Texts:
    """Take-home, paycheck, hours, unpaid share, load with its range, licence."""
    currency = offers.currency
    results = [found.result for found in ranked]
    paths = [found.licence for found in ranked]
    rows: Texts = [
        (
            "Take-home a year",
            [numbers.money(float(result.take_home.amount), currency) for result in results],
        ),
        *_with_service(ranked),
        ("Net pay per paycheck", [_paycheck(found) for found in ranked]),
        (
            "Hours a worked week",
            [numbers.hours(float(result.year.hours_per_week.amount)) for result in results],
        ),
        (
            "Unpaid hours",
            [numbers.percent(float(result.year.unpaid_share.amount), 0) for result in results],
        ),
        ("Exhausted, of 100", [_load(load) for load in loads]),
        ("Range of that figure", [_range(load) for load in loads]),
    ]
    if offers.licence.family != "none" or offers.licence.licensed:
        days = [licence_words.short_day(found, offers.starts_on) for found in ranked]
        rows.append(("Licensed", days))
    if any(path.months for path in paths):
        rows.append(("Months from the first day", [_months(found) for found in ranked]))
    return rows


def _with_service(ranked: Sequence[Compared]) -> Texts:
    """The wage of those whose loans public service forgives; nothing where there is none."""
    lifted = [
        service_words.wage(found) if service_words.lifts(found) else words.DASH for found in ranked
    ]
    return [("An hour with PSLF", lifted)] if any(map(service_words.lifts, ranked)) else []


def _paycheck(found: Compared) -> str:
    if found.paycheck is None:
        return "none withheld"
    amount = numbers.money(float(found.paycheck.amount), words.currency_of(found))
    return f"{amount} × {found.offer.letter.pay_periods_per_year}"


def _load(load: Load) -> str:
    share = float(load.probability)
    return str(load_words.whole(share)) if math.isfinite(share) else numbers.NOT_KNOWN


def _range(load: Load) -> str:
    if load.range is None or not math.isfinite(float(load.probability)):
        return numbers.NOT_KNOWN
    low, high = (load_words.whole(float(end)) for end in (load.range.low, load.range.high))
    return f"{low} to {high}"


def _months(found: Compared) -> str:
    path = found.licence
    if path.months is None:
        return words.DASH
    return f"{'at least ' if path.unknown else ''}{licence_words.whole_months(path)}"


def differing(comparison: Comparison, ranked: Sequence[Compared]) -> Texts:
    """The terms in which the offers differ, in the order in which the offers stand."""
    order = [comparison.compared.index(found) for found in ranked]
    found: Mapping[TermName, tuple[Value, ...]] = comparison.differing()
    currency = comparison.offers.currency
    rows: Texts = []
    for name, values in found.items():
        said = [
            _said(one, name, words.term(name, values[place], currency))
            for one, place in zip(ranked, order, strict=True)
        ]
        if len(set(said)) > 1:
            rows.append((words.TERMS[name], said))
    return rows


def _said(found: Compared, name: TermName, value: str) -> str:
    """A term as the letter has it; of one that nobody entered, what is taken for it."""
    if name in _unsaid(found):
        return NOT_SAID
    return f"{NOT_SAID}, taken as {value}" if name in _not_entered(found.offer) else value


def _not_entered(offer: Offer) -> set[TermName]:
    """The terms of which a guess stands in the figures, for nobody entered them."""
    time, known = offer.work.time.model_fields_set, offer.model_fields_set
    found: set[TermName] = set() if cover_is_stated(offer) else {"health_cover"}
    if not known & {"supervision_hours_per_week", "supervision_price_per_hour"}:
        found.add("supervision")
    if not time & set(practice_groups.WEEKS):
        found |= {"weeks_off", "paid_weeks_off"}
    return found


def _unsaid(found: Compared) -> set[str]:
    """The terms that the letter leaves open, most under the same name."""
    pay = found.offer.work.pay
    silent: set[str] = {SILENT.get(term, term) for term in found.offer.letter.unsaid}
    if isinstance(pay, Salary | Hourly) and not pay.states_contract:
        return {*silent, "contracted_hours"}
    return silent


def benefits(ranked: Sequence[Compared], currency: str) -> Texts:
    """Every benefit that some offer gives, a year, and all of them together.

    One that rests on a guess alone is no benefit of the letter: it is not said, and not added.
    """
    labels: dict[str, list[float]] = {}
    unsaid: set[tuple[str, int]] = set()
    for place, found in enumerate(ranked):
        for part in found.benefits.parts:
            name = _benefit(part)
            if float(part.amount) and _is_guess(found.offer, part):
                unsaid.add((name, place))
                continue
            labels.setdefault(name, [0.0] * len(ranked))[place] += float(part.amount)
    rows = [(name, amounts) for name, amounts in labels.items() if any(amounts)]
    if not rows:
        return []
    totals = [sum(amounts[place] for _, amounts in rows) for place in range(len(ranked))]
    money = _whole(currency)
    return [
        (
            escape(name),
            [
                money(amount) if amount else NOT_SAID if (name, place) in unsaid else words.DASH
                for place, amount in enumerate(amounts)
            ],
        )
        for name, amounts in rows
    ] + [("**In all**", [money(amount) for amount in totals])]


def _is_guess(offer: Offer, part: Line) -> bool:
    """Whether a benefit is made of a figure that nobody entered."""
    guessed = _not_entered(offer)
    if part.key == "benefits.leave":  # by the hour, leave that is paid was entered
        return "weeks_off" in guessed and isinstance(offer.work.pay, Salary)
    return part.key == "benefits.supervision" and "supervision" in guessed


def _benefit(part: Line) -> str:
    """A benefit's name; one in kind is told apart from pay of the same name."""
    return f"{part.label} (in kind)" if part.key.startswith("benefits.in_kind") else part.label


def years(ranked: Sequence[Compared], currency: str, *, today: bool) -> Table:
    """Take-home over the years ahead: in the money of the first day, or added up plainly."""
    heads = ("Offer", *(f"{span} years" for span in HORIZONS))
    names = headers([words.named(found) for found in ranked], "Offer")
    rows = [
        (name, *(found.ahead.worth(span) if today else found.ahead.paid(span) for span in HORIZONS))
        for name, found in zip(names, ranked, strict=True)
    ]
    return Table(heads, rows, (_whole(currency),) * len(HORIZONS))


def service(ranked: Sequence[Compared], awards: Sequence[float], currency: str) -> Table:
    """What public service and loan awards are worth, a year and today."""
    names = headers([words.named(found) for found in ranked], "Offer")
    believed = [found.service.believed if found.service else None for found in ranked]
    rows = [
        (name, float(one.per_year) if one else 0.0, float(one.worth) if one else 0.0, award)
        for name, one, award in zip(names, believed, awards, strict=True)
    ]
    heads = ("Offer", "PSLF a year", "PSLF today", "Award a year")
    return Table(heads, rows, (_whole(currency),) * 3)


def _whole(currency: str) -> Cell:
    """Money without cents."""
    return partial(numbers.money, currency=currency, cents=False)


def asked(rows: Sequence[ask_words.Row], wage: float, currency: str) -> Table:
    """What may be asked for: what an hour then pays, how much more that is, and who is exhausted.

    What alone reaches the wage wanted is bold.
    """
    heads = ("Ask for one of these", "An hour", "Exhausted, of 100")
    way = partial(numbers.wage, currency=currency)
    found = [
        (
            f"**{escape(row.label)}**" if row.wage >= wage else escape(row.label),
            row.wage,
            row.exhausted,
        )
        for row in rows
    ]
    return Table(heads, found, (way,))
