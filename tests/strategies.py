"""Any lawful scenario, drawn from the fields of the input models, and batches of one.

A field added to a model is drawn from then on: its bounds, its choices and its unit say how.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, get_args, get_origin

import numpy as np
from annotated_types import Ge, Le, MaxLen, MinLen
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from calc.parameters import tax_years
from calc.scenario import Scenario
from calc.scenario.fields import MOST_MONEY, Bounds, Inputs, bounds_of, unit_of

DRAWS = 3
# Most that money of each unit usually comes to; the hard bound is drawn now and then as well.
USUAL_MONEY = {
    "money": 10_000,
    "money_per_charge": 5,
    "money_per_hour": 300,
    "money_per_month": 6_000,
    "money_per_session": 400,
    "money_per_year": 300_000,
}
# Texts whose rule is not a list of choices.
TEXTS: dict[str, tuple[str, ...]] = {
    "state": ("TX", "CA", "NY", "WA"),
    "currency": ("USD", "EUR"),
    "": ("", "Paare, 80 min", "Ā ß \U0001f6cb", 'a\tb\\n"c"\'', "line\r\nbreak\u2028\x7f\0"),
}
# Fields whose sum has a bound.
TOGETHER = (
    (("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off"), 52.0),
    (("late_cancelled_share", "missed_share"), 1.0),
)


def hundredths(least: float, most: float) -> st.SearchStrategy[float]:
    """Numbers with two decimals, as people type them."""
    return st.integers(round(least * 100), round(most * 100)).map(lambda n: n / 100)


def numbers(bounds: Bounds, unit: str, most_money: float) -> st.SearchStrategy[float]:
    """Lawful values of one number field: usual ones, and its ends."""
    least, most = bounds.least, bounds.most
    if unit in USUAL_MONEY:
        most, usual = most_money, hundredths(0.0, USUAL_MONEY[unit])
    elif unit == "share":
        usual = st.integers(0, 20).map(lambda n: n / 20 * most)
    elif unit == "weeks_per_year":  # quarters add up without rounding
        usual = st.integers(0, round(most * 4)).map(lambda n: n / 4)
    elif unit in ("hours_per_week", "hours_per_year"):
        usual = hundredths(0.0, most / 20)
    else:
        usual = hundredths(least, most)
    return st.one_of(usual, usual, usual, st.sampled_from((least, most)))


def values(name: str, kind: Any, field: FieldInfo, most_money: float) -> st.SearchStrategy[Any]:
    """Lawful values of a field, in the plain form in which a file would state them."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        for item in args[1:]:
            if isinstance(item, Bounds):
                return numbers(item, unit_of(field), most_money)
        return values(name, args[0], field, most_money)
    if origin is Literal:
        return st.sampled_from(args)
    if origin is tuple:
        least = next((item.min_length for item in field.metadata if isinstance(item, MinLen)), 0)
        most = next(item.max_length for item in field.metadata if isinstance(item, MaxLen))
        inner = values(name, args[0], field, most_money)
        unique = None if get_origin(args[0]) is not Literal else lambda item: item
        return st.lists(inner, min_size=least, max_size=min(most, 3), unique_by=unique)
    if origin in (typing.Union, types.UnionType):
        stated = [arg for arg in args if arg is not type(None)]  # a file cannot state nothing
        return st.one_of(*(values(name, arg, field, most_money) for arg in stated))
    if kind is bool:
        return st.booleans()
    if kind is int:
        least = next(item.ge for item in field.metadata if isinstance(item, Ge))
        most = next(item.le for item in field.metadata if isinstance(item, Le))
        return st.one_of(st.integers(least, most), st.sampled_from((least, most)))
    if kind is str:
        return st.sampled_from(TEXTS.get(name, TEXTS[""]))
    assert issubclass(kind, Inputs), kind
    return plain(kind, most_money)


def plain(model: type[Inputs], most_money: float = MOST_MONEY) -> st.SearchStrategy[dict[str, Any]]:
    """Plain values for some fields of a model; the others are left alone."""
    always, sometimes = {}, {}
    for name, field in model.model_fields.items():
        bounds = bounds_of(field)
        if get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1:
            always[name] = st.just(get_args(field.annotation)[0])
        elif bounds is not None:
            sometimes[name] = numbers(bounds, unit_of(field), most_money)
        elif name == "tax_year":
            sometimes[name] = st.sampled_from(tax_years())
        elif field.is_required() or isinstance(field.default, Inputs):
            always[name] = values(name, field.annotation, field, most_money)
        else:
            sometimes[name] = values(name, field.annotation, field, most_money)
    return st.fixed_dictionaries(always, optional=sometimes).map(
        lambda data: _within_joint_bounds(model, data)
    )


def _within_joint_bounds(model: type[Inputs], data: dict[str, Any]) -> dict[str, Any]:
    """The same values, made to keep the rules that span several fields."""
    for names, most in TOGETHER:
        left = most
        for name in names:
            if name in model.model_fields:
                field = model.model_fields[name]
                stated = data.get(name, field.default)
                if stated > left:
                    data[name] = stated = max(left, 0.0)
                left -= stated
    rates = data.get("pay", {}).get("rates_per_session", ())
    if len(rates) > 1:
        kinds = len(data.get("session_kinds", (None,)))
        data["pay"]["rates_per_session"] = (rates * 3)[: max(kinds, 1)]
    return data


@st.composite
def scenarios(draw: st.DrawFn, most_money: float = MOST_MONEY) -> Scenario:
    """Any lawful scenario; one in seven lacks hours, weeks, sessions or money altogether."""
    scenario = Scenario.parse(draw(plain(Scenario, most_money)))
    lacking = draw(st.sampled_from((None,) * 12 + ("weeks", "hours", "sessions", "money")))
    if lacking is None:
        return scenario
    return without(scenario, lacking)


def without(scenario: Scenario, lacking: str) -> Scenario:
    """The same scenario with no hours, weeks, sessions or money at all."""
    if lacking == "weeks":
        weeks = {f"work.time.{name}": 0.0 for name in TOGETHER[0][0]}
        return scenario.with_values({**weeks, "work.time.holiday_weeks": 52.0})
    changes: dict[str, Any] = {}
    for found in number_fields(scenario):
        hours = found.unit in ("hours_per_week", "hours_per_year")
        sessions = found.path.endswith("booked_per_week")
        money = found.unit.startswith("money") and found.path.startswith("work.")
        if (
            (lacking == "hours" and (hours or sessions))
            or (lacking == "sessions" and sessions)
            or (lacking == "money" and money)
        ):
            changes[found.path] = 0.0
    return scenario.with_values(changes)


@dataclass(frozen=True)
class NumberField:
    """One number of a scenario: its path, value, bounds and unit."""

    path: str
    value: Any
    bounds: Bounds
    unit: str


def number_fields(model: Inputs, path: str = "") -> Iterator[NumberField]:
    """Every number of a scenario that may be a batch, stated or left alone."""
    for name, field in type(model).model_fields.items():
        value, here = getattr(model, name), f"{path}{name}"
        if isinstance(value, Inputs):
            yield from number_fields(value, f"{here}.")
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, Inputs):
                    yield from number_fields(item, f"{here}.{index}.")
                elif isinstance(item, float):
                    yield NumberField(
                        f"{here}.{index}", item, Bounds(0.0, MOST_MONEY), unit_of(field)
                    )
        elif isinstance(value, float | np.ndarray):
            bounds = bounds_of(field) or Bounds(0.0, 0.7)  # a rate that may be left out
            yield NumberField(here, value, bounds, unit_of(field))


@st.composite
def batches(
    draw: st.DrawFn, most_money: float = MOST_MONEY
) -> tuple[Scenario, tuple[Scenario, ...]]:
    """A scenario in which several numbers are arrays, and the single scenario of each draw."""
    scenario = draw(scenarios(most_money))
    fields = list(number_fields(scenario))
    chosen = draw(st.lists(st.sampled_from(fields), min_size=1, max_size=8, unique_by=id))
    bounded = {name for names, _ in TOGETHER for name in names}
    changes: dict[str, np.ndarray[Any, Any]] = {}
    for found in chosen:
        # Less than the value itself keeps any rule on a sum.
        inner = (
            st.integers(0, 8).map(lambda n, most=found.value: n / 8 * most)
            if found.path.rpartition(".")[2] in bounded
            else numbers(found.bounds, found.unit, most_money)
        )
        row = draw(st.lists(inner, min_size=DRAWS - 1, max_size=DRAWS - 1))
        changes[found.path] = np.array([found.value, *row])
    singles = (
        scenario.with_values({path: float(row[draw_]) for path, row in changes.items()})
        for draw_ in range(DRAWS)
    )
    return scenario.with_values(changes), tuple(singles)
