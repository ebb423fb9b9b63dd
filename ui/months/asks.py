"""How a figure of what lies ahead is asked for, also of a plan that states nothing of it yet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from calc.scenario import Ahead, Scenario
from calc.scenario.fields import is_whole, unit_of
from ui.months import begins
from ui.shell import fields, helps, intake, state
from ui.telling import words


def number(
    plan: Scenario, name: str, label: str | None = None, instead: float | None = None
) -> None:
    """A number of what lies ahead; the first one typed makes it a part of the plan.

    `instead` is what counts, and is shown, as long as none is entered.
    """
    path, info = f"ahead.{name}", Ahead.model_fields[name]
    unit = unit_of(info)
    if label and unit != "share":  # of 100 is said in the label itself
        label = words.label(label, unit, plan.currency)
    whole = is_whole(info)

    def write(typed: float | None) -> Mapping[str, Any]:
        if whole and typed is not None and float(typed).is_integer():
            typed = int(typed)
        return changed(plan, {name: typed})

    value = getattr(plan.ahead or Ahead(), name)
    value = instead if value is None else value
    fields.number_of(info, path, value, write, label=label, may_be_empty=info.default is None)


def changed(plan: Scenario, values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Changes of what lies ahead, as changes of the plan."""
    if plan.ahead is None:
        return {"ahead": {"starts_on": begins.start_for(plan.tax_year), **values}}
    return {f"ahead.{name}": value for name, value in values.items()}


def select(
    name: str,
    label: str,
    options: Mapping[str, str],
    now: str,
    write: Callable[[str], Mapping[str, Any]],
    help_text: str = "",
) -> None:
    """A choice that writes several values at once."""
    path = f"virtual.ahead.{name}"

    def take(there: str, chosen: str) -> None:
        if chosen != now:
            state.change(there, None, write(chosen))

    key = intake.key_of(fields.key_of(path), options)
    helps.tell(label, help_text)
    intake.show(key, now, fields.taken(path, take), options)
    st.selectbox(label, list(options), format_func=options.__getitem__, key=key)
