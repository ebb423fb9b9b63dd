"""Words of the dashboard: labels, choices, and what is said beside an input."""

from __future__ import annotations

import math
import re
from datetime import date

from calc.parameters import LocalPreset, Parameter, states, work_cost
from calc.parameters import tax_years as years_of_law
from calc.scenario import Cost
from ui.telling import numbers

FOOTER = (
    "Estimate, not advice. Tax year {year}. No account, no tracker; nothing leaves this machine."
)
MOST_WRITTEN = 1e15
TOO_LARGE = "too large to write"
NO_SCREEN_YET = "Pay and benefits of this arrangement come from its file; it has no fields yet."
NOT_STATED = "not stated"
NOTHING_TO_DRAW = "There is nothing to draw yet. Enter sessions and a fee under Your practice."
SUFFIXES = {
    "share": "%",
    "points": "of 10",
    "minutes": "min",
    "hours_per_week": "h",
    "hours_per_year": "h",
}
KINDS = {"law": "Law", "survey": "Survey", "judgement": "Judgement"}


def count(amount: float, one: str, many: str = "") -> str:
    """So many of something, in the right number.

    >>> count(1.0, "room"), count(2.4, "person", "people")
    ('1 room', '2 people')
    """
    written = numbers.number(amount)
    return f"{written} {one if written == '1' else many or one + 's'}"


def escape(text: str) -> str:
    r"""A name the person typed, as plain text wherever Markdown is read.

    >>> escape("*Bold* [link](x)")
    '\\*Bold\\* \\[link\\](x)'
    """
    # A bare address would become a link: an invisible space keeps it apart.
    plain = re.sub(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", "\u200b", text)
    return re.sub(r"([\\`*_{}\[\]<>#|~$:])", r"\\\1", plain)


def label(title: str, unit: str, currency: str) -> str:
    """A field's label with its unit.

    >>> label("Notes each", "minutes", "USD"), label("Fee per session", "money_per_session", "EUR")
    ('Notes each (min)', 'Fee per session (€)')
    """
    if unit.startswith("money"):
        return f"{title} ({numbers.SYMBOLS.get(currency, currency)})"
    suffix = SUFFIXES.get(unit)
    return f"{title} ({suffix})" if suffix else title


def amount(value: float, unit: str, currency: str) -> str:
    """A figure in the unit of its field."""
    if not math.isfinite(value):
        return "not a number"
    if abs(value) > MOST_WRITTEN:
        return TOO_LARGE
    if unit.startswith(("money", "usd")):
        return numbers.money(value, currency)
    if unit == "share":
        return numbers.percent(value)
    places = 1 if unit.startswith("hours") else 2
    return numbers.number(value, 0 if float(value).is_integer() else places)


def typical(parameter: Parameter, unit: str, currency: str) -> str:
    """The typical value, its band and source, in one line."""
    middle = amount(parameter.number, unit, currency)
    band = ""
    if parameter.low is not None and parameter.high is not None:
        low, high = (amount(end, unit, currency) for end in (parameter.low, parameter.high))
        band = f", usually {low} to {high}"
    source = parameter.source.title
    unread = "" if parameter.confirmed else " Assumption, not read in a source."
    return f"Typical: {middle}{band}. {KINDS[parameter.kind]}: {source}.{unread}"


def versus(now: float, before: float, written: str) -> str:
    """The chip of a figure: its difference from the baseline."""
    if not (math.isfinite(now) and math.isfinite(before)):
        return "no comparison"
    return "as baseline" if abs(now - before) < 0.005 else f"{written} vs baseline"


def state_is_taxed(code: str) -> bool:
    """Whether a state taxes earnings."""
    return states().text(code) == "taxed"


def preset(found: LocalPreset) -> str:
    """A local tax: its rate, its range and what it is taken of."""
    band = ""
    if found.low is not None and found.high is not None:
        band = f" ({numbers.percent(found.low, 2)} to {numbers.percent(found.high, 2)})"
    return escape(f"{numbers.percent(found.rate, 2)}{band}. {found.note}")


def tax_years() -> list[int]:
    """The tax years there is law for, the latest first."""
    return list(reversed(years_of_law()))


def cost_help(cost: Cost, currency: str) -> str:
    """The help of a cost's amount, with the typical one of its kind."""
    said = "What is paid each time."
    if currency != "USD":
        return said
    return f"{said}\n\n{typical(cost.typical, cost.typical.unit, currency)} {cost.typical.note}"


def cost_kind(name: str) -> str:
    """A kind of work cost in words."""
    return work_cost(name).label


def written_date(day: str) -> str:
    """A date in words.

    >>> written_date("2026-04-15")
    '15 April 2026'
    """
    found = date.fromisoformat(day)
    return f"{found.day} {found:%B %Y}"
