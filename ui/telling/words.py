"""Words of the dashboard: labels, choices, and what is said beside an input."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import date

import numpy as np

from calc.parameters import (
    City,
    LocalPreset,
    Parameter,
    cities,
    local_presets,
    state_names,
    states,
    work_cost,
)
from calc.parameters import tax_years as years_of_law
from calc.scenario import Cost, HouseholdInputs, Offers, UsTax
from calc.scenario.household import NO_CITY
from ui.telling import numbers

FOOTER = "Estimate, not advice. Tax year {year}. No account, no tracker; {where}."
HERE = "nothing leaves this machine"
HOSTED = "what you type is worked out at {host}, where those who run that machine could read it"
THIS_MACHINE = ("127.0.0.1", "localhost", "::1")
MOST_WRITTEN = 1e15
THAN_BASELINE = "than your baseline"
MOST_PLACES = 4
LOCAL = "Places in {state} tax wages or profit on top of the state ({some}). "
LOCAL_YET = (
    "None is counted yet: choose your city, or enter the rate of your place under Household, Tax."
)
LOCAL_ELSEWHERE = "None is counted for a letter there: a rate you enter is of your own state."
NO_SPOUSE = (
    "No income of a spouse was entered, so the tax is that of a couple who lives on this work. "
    "If your spouse earns, enter it under Household."
)
TOO_LARGE = "too large to write"
NO_SCREEN_YET = (
    "Pay and benefits of this job are those of the example or file it came from, and cannot be "
    "changed here. Job offers has fields for them."
)
WHAT_THESE_MEAN = "What these mean"
HIDE_MEANINGS = "Hide what these mean"
NOT_STATED = "not stated"
NOTHING_TO_DRAW = "There is nothing to draw yet. Enter sessions and a fee under Your practice."
SUFFIXES = {
    "share": "%",
    "points": "of 10",
    "points_of_8": "of 8",
    "minutes": "min",
    "hours_per_week": "h",
    "hours_per_year": "h",
}
KINDS = {"law": "Law", "survey": "Survey", "judgement": "Judgement"}


def footer(year: int, host: str | None) -> str:
    """What stands at the foot of every page: whose law, and who else could read what is typed.

    `host` is the name by which the browser reached the page; None where that is not known.
    """
    away = host is not None and host not in THIS_MACHINE
    where = HOSTED.format(host=escape(host or "")) if away else HERE
    return FOOTER.format(year=year, where=where)


def count(amount: float, one: str, many: str = "") -> str:
    """So many of something, in the right number.

    >>> count(1.0, "room"), count(2.4, "person", "people")
    ('1 room', '2 people')
    """
    written = numbers.number(amount)
    return f"{written} {one if written == '1' else many or one + 's'}"


def joined(items: Sequence[str], last: str = "and") -> str:
    """Words in a row, the last joined by a word.

    >>> joined(["A"]), joined(["A", "B", "C"]), joined(["A", "B"], "or")
    ('A', 'A, B and C', 'A or B')
    """
    return f" {last} ".join([", ".join(items[:-1]), items[-1]] if len(items) > 1 else items)


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
    suffix = None if title.startswith("Hours") else SUFFIXES.get(unit)
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


def says_its_kind(parameter: Parameter) -> bool:
    """Whether the title of a judgement says already that it is one: once is enough."""
    return parameter.kind == "judgement" and "judgement" in parameter.source.title.lower()


def typical(parameter: Parameter, unit: str, currency: str) -> str:
    """The typical value, its band and source, in one line."""
    middle = amount(parameter.number, unit, currency)
    band = ""
    if parameter.low is not None and parameter.high is not None:
        low, high = (amount(end, unit, currency) for end in (parameter.low, parameter.high))
        band = f", usually {low} to {high}"
    source, kind = parameter.source.title, KINDS[parameter.kind]
    named = source if says_its_kind(parameter) else f"{kind}: {source}"
    unread = "" if parameter.confirmed else " Assumption, not read in a source."
    return f"Typical: {middle}{band}. {named}.{unread}"


def since(now: float, before: float | None, written: Callable[[float], str]) -> tuple[str, str]:
    """The chip of a figure and the words below it: how it differs from a baseline, if one is set.

    >>> since(75.08, 72.59, numbers.wage), since(1.0, 1.0, numbers.wage), since(1.0, None, str)
    (('$2.49 more', 'than your baseline'), ('the same', 'as your baseline'), ('', ''))
    """
    if before is None or not (math.isfinite(now) and math.isfinite(before)):
        return "", ""
    if numbers.same(now, before):
        return "the same", "as your baseline"
    return f"{written(abs(now - before))} {'more' if now > before else 'less'}", THAN_BASELINE


def state_is_taxed(code: str) -> bool:
    """Whether a state taxes earnings."""
    return states().text(code) == "taxed"


def preset(found: LocalPreset) -> str:
    """A local tax: its rate, its range and what it is taken of."""
    band = ""
    if found.low is not None and found.high is not None:
        band = f" ({numbers.percent(found.low, 2)} to {numbers.percent(found.high, 2)})"
    return escape(f"{numbers.percent(found.rate, 2)}{band}. {found.note}")


def local_hint(home: HouseholdInputs) -> str:
    """That places of a state have a tax of their own, where none is entered; else nothing."""
    counted = home.city != NO_CITY or (isinstance(home.tax, UsTax) and np.any(home.tax.local_rate))
    if counted or not isinstance(home.tax, UsTax):
        return ""
    taxed = _places_that_tax(home.state)
    return f"{taxed}{LOCAL_YET}" if taxed else ""


def spouse_hint(home: HouseholdInputs) -> str:
    """That a joint return is worked out with one income, where no other was entered."""
    if home.filing_status != "joint" or not isinstance(home.tax, UsTax):
        return ""
    entered = {"spouse_wages_per_year", "spouse_profit_per_year"} & home.model_fields_set
    return "" if entered else NO_SPOUSE


def local_hints_of_letters(offers: Offers) -> list[str]:
    """The same for the person's own state, then for each other state of a letter.

    A rate that is entered is of the own state, and counts in no letter from elsewhere.
    """
    home = offers.household
    said = [local_hint(home)]
    if isinstance(home.tax, UsTax):
        codes = dict.fromkeys(offers.state_of(offer) for offer in offers.offers)
        elsewhere = (_places_that_tax(code) for code in codes if code != home.state)
        said += [f"{taxed}{LOCAL_ELSEWHERE}" for taxed in elsewhere if taxed]
    return [hint for hint in said if hint]


def _places_that_tax(code: str) -> str:
    """Which places of a state have a tax of their own; empty where we know of none."""
    known = local_presets(code)
    if not known:
        return ""
    some = "; ".join(f"{escape(_place(found))}, {_rate_of(found)}" for found in known[:MOST_PLACES])
    return LOCAL.format(state=escape(state_names()[code]), some=some)


def cities_of(state: str) -> list[City]:
    """The cities of a state that can be chosen, by name."""
    there = (city for city in cities().values() if city.state == state)
    return sorted(there, key=lambda city: city.name)


def _place(found: LocalPreset) -> str:
    return found.label.replace("Another", "another")


def _rate_of(found: LocalPreset) -> str:
    if found.low is None or found.high is None:
        return numbers.percent(found.rate, 2)
    return f"{numbers.percent(found.low, 2)} to {numbers.percent(found.high, 2)}"


def tax_years() -> list[int]:
    """The tax years that can be asked for, the latest first."""
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
