"""The year after the last one that was read: what its law has fixed already, and what is projected.

How a figure goes on stands beside it, under `next`; `calc/data/projection.toml` tells what that may
be and holds the factors. A projected figure is a judgement, whatever it was in the year before.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from calc.parameters.files import Entry, parameter_of, read
from calc.parameters.parameter import Parameter

STANDS = "stands"
NOT_SCALED = ("rate", "rates", "from_age", "state")
# Steps that start below this are of children or ages; beyond the other no money is meant.
LEAST_INCOME = 100
NO_LIMIT = 1e12
_FILE = "projection"
FEDERAL = "us_federal"


@functools.cache
def projected_years() -> tuple[int, ...]:
    """The years that are projected from the one before, oldest first."""
    years = {int(year) for entry in read(_FILE)["parameter"].values() for year in entry["years"]}
    return tuple(sorted(years))


@functools.cache
def projection(tax_year: int) -> Mapping[str, Parameter]:
    """What a year is projected by: factors and words, by name."""
    data = read(_FILE)
    found = {}
    for name, entry in data["parameter"].items():
        dated = {**entry, **entry["years"][str(tax_year)]}
        found[name] = parameter_of(f"{_FILE}.{name}", dated, tax_year, data["sources"])
    return MappingProxyType(found)


def of_year(entry: Entry, tax_year: int) -> Entry:
    """An entry of a file as it is in a tax year; empty where that year has none."""
    years = entry["years"]
    if str(tax_year) in years:
        return {**entry, **years[str(tax_year)]}
    if tax_year not in projected_years() or str(tax_year - 1) not in years:
        return {}
    return onward({**entry, **years[str(tax_year - 1)]}, tax_year)


def onward(entry: Entry, tax_year: int) -> Entry:
    """The entry of a year as it goes on in the next: as law, or as a judgement and by which method.

    >>> law = {"value": 16_100, "unit": "usd_per_year", "kind": "law"}
    >>> rule = {"by": "chained_prices", "down": 50}
    >>> found = onward({**law, "next": rule}, 2027)
    >>> found["kind"], found["value"]
    ('judgement', 16550)
    >>> onward({**law, "next": "stands"}, 2027)["kind"]
    'law'
    """
    rule = entry.get("next", {})
    if rule == STANDS:
        return entry
    value = _value(entry, rule, tax_year)
    return {
        **entry,
        "value": value,
        "kind": "judgement",
        "confirmed": False,
        "certainty": "",
        "method": _method(rule, tax_year),
    }


def _value(entry: Entry, rule: Entry, tax_year: int) -> Any:
    value = entry["value"]
    if "same_as" in rule:
        return of_year(read(FEDERAL)["parameter"][rule["same_as"]], tax_year)["value"]
    if "by" in rule:
        factor = projection(tax_year)[rule["by"]].number
        money = entry["unit"] != "share"
        start = rule.get("from", value)
        value = _grown(value, start, lambda old, of: _rounded(old, of * factor, rule), money)
        if "values" in rule:
            value = _with_rates(value, rule["values"])
        if rule.get("twice"):
            value = {**value, "joint": value["single"] + value["single"]}
    return {**value, **rule["with"]} if "with" in rule else value


def _grown(value: Any, start: Any, grow: Callable[[float, float], float], money: bool) -> Any:
    """A figure with each amount of it grown: bounds of income always, what they bring if money."""
    match value:
        case {"above": above, "values": values}:
            grown = [_grown(each, each, grow, money) for each in values] if money else values
            return {"above": [_bound(each, grow) for each in above], "values": grown}
        case dict():
            return {
                key: each if key in NOT_SCALED else _grown(each, start[key], grow, money)
                for key, each in value.items()
            }
        case list():
            return [_grown(each, of, grow, money) for each, of in zip(value, start, strict=True)]
        case _:
            return grow(value, start)


def _bound(above: float, grow: Callable[[float, float], float]) -> float:
    return grow(above, above) if LEAST_INCOME <= above < NO_LIMIT else above


def _rounded(old: float, grown: float, rule: Entry) -> float:
    """An amount that has grown, rounded as the rule says; one that is fixed stays."""
    if old in rule.get("fixed", ()):
        return old
    if "down" in rule:
        step: float = rule["down"]
        return old + math.floor((grown - old) / step) * step
    step = rule["nearest"]
    return round(grown / step) * step


def _with_rates(value: Any, rates: Any) -> Any:
    """Steps with other values; they are the same for each filing status."""
    if "above" in value:
        return {**value, "values": rates}
    return {status: _with_rates(each, rates) for status, each in value.items()}


def _method(rule: Entry, tax_year: int) -> str:
    """How a figure is projected, in words."""
    found = projection(tax_year)
    words = found["words"]
    said = words.text(next((way for way in ("same_as", "by", "with") if way in rule), "kept"))
    if "from" in rule:
        said = words.text("from")
    for further in ("down", "nearest", "values", "twice", "fixed"):
        said += words.text(further) if further in rule else ""
    factor = found[rule["by"]] if "by" in rule else None
    return said.format(
        year=tax_year,
        last=tax_year - 1,
        factor=f"{factor.number:g}" if factor else "",
        index=factor.label[0].lower() + factor.label[1:] if factor else "",
        step=f"{rule.get('down', rule.get('nearest', 0)):,}",
        start=_start(rule.get("from")),
    )


def _start(start: Any) -> str:
    """The amounts a projection starts from, in words."""
    if isinstance(start, Mapping):
        return ", ".join(f"{name.replace('_', ' ')} ${of:,.0f}" for name, of in start.items())
    return f"${start:,.0f}" if start else ""
