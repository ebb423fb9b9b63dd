"""The law of corporations, and of taxes they may choose, in words, as Sources shows it."""

from __future__ import annotations

from collections.abc import Mapping

from calc.parameters import Parameter, load_rules, state_names, tax_years
from calc.taxes import election, entity


def value_in_words(found: Parameter) -> str:
    """A tax by how it comes about, a list by the names of what is in it; "" for a plain number."""
    value = found.value
    if isinstance(value, Mapping):
        if "relief" in value:
            return election.in_words(found)
        return entity.in_words(found).capitalize() if "rule" in value else ""
    if not isinstance(value, tuple):
        return ""
    rules, states = load_rules(tax_years()[0]), state_names()
    names = [
        states[name] if name in states else rules[f"practice_taxes.{name}"].label
        for name in map(str, value)
    ]
    return ", ".join(names)
