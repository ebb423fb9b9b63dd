"""Any lawful scenario, drawn from the fields of the input models, and batches of one.

A field added to a model is drawn from then on: its bounds, its choices and its unit say how.
"""

from __future__ import annotations

import datetime
import types
import typing
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Annotated, Any, Literal, get_args, get_origin

import numpy as np
from annotated_types import Ge, Le, MinLen
from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from calc.parameters import cities, tax_years
from calc.parameters.student_loans import first_day
from calc.scenario import Ahead, HouseholdInputs, LoansByPlan, Scenario
from calc.scenario.fields import MOST_MONEY, Bounds, Inputs, bounds_of, unit_of
from calc.scenario.household import MOST_DEPENDENTS
from calc.scenario.walk import walk
from tests.strategies_ahead import lawful_ahead, lawful_start

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
# Days that the rules of student loans turn on; any other lawful day is drawn as well.
DAYS = ("2014-07-01", "2026-06-30", "2026-07-01", "2026-11-22", "2028-06-30", "2028-07-01")
# Texts whose rule is not a list of choices.
TEXTS: dict[str, tuple[str, ...]] = {
    "state": ("TX", "CA", "NY", "WA", "DC", "AL", "OR", "NJ"),
    "city": ("none", "new_york_city", "yonkers", "portland", "los_angeles", "birmingham"),
    "currency": ("USD", "EUR"),
    "": ("", "Paare, 80 min", "Ā ß \U0001f6cb", 'a\tb\\n"c"\'', "line\r\nbreak\u2028\x7f\0"),
}
# Fields whose sum has a bound.
TOGETHER = (
    (("holiday_weeks", "sickness_weeks", "training_weeks", "other_weeks_off"), 52.0),
    (("late_cancelled_share", "missed_share"), 1.0),
)

JOINT_ONLY = "spouse_profit_per_year"


def number(draw: Random, bounds: Bounds, unit: str, most_money: float = MOST_MONEY) -> float:
    """A lawful value of one number field, with two decimals as people type them; or an end."""
    least, most = bounds.least, bounds.most
    usual = most
    if unit in USUAL_MONEY:
        most, usual = min(most, most_money), USUAL_MONEY[unit]
    elif unit in ("hours_per_week", "hours_per_year"):
        usual = most / 20
    elif unit == "weeks_per_year":
        usual = most / 4
    if draw.random() < 0.1:
        return draw.choice((least, most))
    if unit == "share":
        return max(least, draw.randint(0, 20) / 20 * most)
    if unit == "weeks_per_year":  # quarters add up without rounding
        return draw.randint(0, round(usual * 4)) / 4
    return draw.randint(round(least * 100), round(usual * 100)) / 100


def value(draw: Random, name: str, kind: Any, field: FieldInfo, most_money: float) -> Any:
    """A lawful value of a field, in the plain form in which a file would state it."""
    origin, args = get_origin(kind), get_args(kind)
    if origin is Annotated:
        for item in args[1:]:
            if isinstance(item, Bounds):
                return number(draw, item, unit_of(field), most_money)
        limits = [item for held in args[1:] for item in getattr(held, "metadata", (held,))]
        if args[0] in (int, datetime.date) and limits:  # such as those of a field that may be empty
            return simple(draw, name, args[0], limits)
        return value(draw, name, args[0], field, most_money)
    if origin is Literal:
        return draw.choice(args)
    if origin is tuple:
        least = next((item.min_length for item in field.metadata if isinstance(item, MinLen)), 0)
        if get_origin(args[0]) is Literal:  # a choice is named once
            return draw.sample(get_args(args[0]), draw.randint(least, 4))
        size = max(least, draw.choice((0, 1, 1, 2, 2, 3)))
        return [value(draw, name, args[0], field, most_money) for _ in range(size)]
    if origin in (typing.Union, types.UnionType):
        stated = [arg for arg in args if arg is not type(None)]  # a file cannot state nothing
        return value(draw, name, draw.choice(stated), field, most_money)
    if kind in (bool, int, str, datetime.date):
        return simple(draw, name, kind, field.metadata)
    assert issubclass(kind, Inputs), kind
    return plain(draw, kind, most_money)


def simple(
    draw: Random, name: str, kind: type, limits: Sequence[Any]
) -> bool | int | str | datetime.date:
    """A lawful truth, whole number, text or day."""
    if kind is bool:
        return draw.random() < 0.5
    if kind is str:
        return draw.choice(TEXTS.get(name, TEXTS[""]))
    if kind is datetime.date and not limits:  # its rule hangs on another field
        return datetime.date(2026, 1, 1)
    least = next(item.ge for item in limits if isinstance(item, Ge))
    most = next(item.le for item in limits if isinstance(item, Le))
    if kind is int:
        return draw.choice((draw.randint(least, most), least, most))
    drawn = datetime.date.fromordinal(draw.randint(least.toordinal(), most.toordinal()))
    return draw.choice((drawn, *map(datetime.date.fromisoformat, DAYS)))


def plain(draw: Random, model: type[Inputs], most_money: float) -> dict[str, Any]:
    """Plain values for some fields of a model; the others are left alone."""
    data: dict[str, Any] = {}
    for name, field in model.model_fields.items():
        bounds = bounds_of(field)
        tag = get_origin(field.annotation) is Literal and len(get_args(field.annotation)) == 1
        always = tag or field.is_required() or name in ("session_kinds", "pay", "tax", "time")
        if not always and draw.random() < (0.7 if name == "ahead" else 0.4):
            continue
        if bounds is not None:
            data[name] = number(draw, bounds, unit_of(field), most_money)
        elif name == "tax_year":
            data[name] = draw.choice(tax_years())
        else:
            data[name] = value(draw, name, field.annotation, field, most_money)
    if model is Ahead:
        return lawful_ahead(draw, data)
    if model is Scenario:
        lawful_start(draw, data)
    return _within_joint_bounds(model, data)


def _of_a_family(data: dict[str, Any]) -> None:
    """No more of a kind of child, or of dependants in all, than a household may have."""
    if "children_from_13" in data:
        data["children_from_13"] = min(data["children_from_13"], data.get("children_under_17", 0))
    if "other_dependents" in data:
        children = data.get("children_under_17", 0) + data.get("older_children", 0)
        data["other_dependents"] = min(data["other_dependents"], MOST_DEPENDENTS - children)


def _within_joint_bounds(model: type[Inputs], data: dict[str, Any]) -> dict[str, Any]:
    """The same values, made to keep the rules that span several fields."""
    if model is LoansByPlan:
        return _in_order_of_days(data)
    if model is HouseholdInputs and data.get("filing_status") != "joint":
        data.pop(JOINT_ONLY, None)
    _of_a_family(data)
    city = cities().get(data.get("city", ""))
    if city is not None and city.state != data.get("state", "TX"):
        del data["city"]
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
        kinds = len(data["session_kinds"])
        data["pay"]["rates_per_session"] = (rates * 3)[: max(kinds, 1)]
    return data


def _in_order_of_days(data: dict[str, Any]) -> dict[str, Any]:
    """Loans with a day there are rules for, and none made after it."""
    as_of = data.get("as_of", LoansByPlan().as_of)
    if as_of < first_day():
        data["as_of"] = as_of = first_day()
    for loan in data.get("federal", ()):
        if "made_on" in loan:
            loan["made_on"] = min(loan["made_on"], as_of)
    return data


@st.composite
def scenarios(draw: st.DrawFn, most_money: float = MOST_MONEY) -> Scenario:
    """Any lawful scenario; one in four lacks hours, weeks, sessions or money altogether.

    Drawn from one seed: field by field, Hypothesis would leave most of them at zero.
    """
    chance = draw(st.randoms(use_true_random=True))
    scenario = Scenario.parse(plain(chance, Scenario, most_money))
    lacking = chance.choice((None,) * 12 + ("weeks", "hours", "sessions", "money"))
    return scenario if lacking is None else without(scenario, lacking)


@st.composite
def plans_ahead(draw: st.DrawFn) -> Scenario:
    """Any lawful practice with anything ahead of it."""
    chance = draw(st.randoms(use_true_random=True))
    while True:
        data = plain(chance, Scenario, MOST_MONEY)
        if data["work"]["kind"] != "employee":
            data["ahead"] = plain(chance, Ahead, MOST_MONEY)
            return Scenario.parse(lawful_start(chance, data))


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


def number_fields(scenario: Scenario) -> Iterator[NumberField]:
    """Every number of a scenario's year that may be a batch, stated or left alone."""
    for path, _, _, field, value in walk(scenario.steady_year):
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, float):
                    bounds = Bounds(0.0, MOST_MONEY)
                    yield NumberField(f"{path}.{index}", item, bounds, unit_of(field))
        elif isinstance(value, float | np.ndarray):
            yield NumberField(path, value, bounds_of(field) or _within(field), unit_of(field))


def _within(field: FieldInfo) -> Bounds:
    """The bounds of a number that may be left out."""
    kinds = [item for kind in get_args(field.annotation) for item in get_args(kind)]
    return next(item for item in kinds if isinstance(item, Bounds))


def _chooses_a_plan(scenario: Scenario, found: NumberField) -> bool:
    """Whether a number decides if the plan is open at all: a choice, and one for all draws."""
    extended = isinstance(scenario.loans, LoansByPlan) and scenario.loans.plan == "extended"
    return extended and found.path.startswith("loans.federal.")


@st.composite
def batches(
    draw: st.DrawFn, most_money: float = MOST_MONEY
) -> tuple[Scenario, tuple[Scenario, ...]]:
    """A scenario in which several numbers are arrays, and the single scenario of each draw."""
    scenario = draw(scenarios(most_money))
    chance = draw(st.randoms(use_true_random=True))
    fields = [found for found in number_fields(scenario) if not _chooses_a_plan(scenario, found)]
    bounded = {name for names, _ in TOGETHER for name in names} | {JOINT_ONLY}
    changes: dict[str, np.ndarray[Any, Any]] = {}
    for found in chance.sample(fields, min(len(fields), chance.randint(1, 12))):
        row = [found.value]
        for _ in range(DRAWS - 1):
            if found.path.rpartition(".")[2] in bounded:
                # No more than the value itself keeps any rule on a sum.
                row.append(chance.randint(0, 8) / 8 * found.value)
            else:
                row.append(number(chance, found.bounds, found.unit, most_money))
        changes[found.path] = np.array(row)
    singles = (
        scenario.with_values({path: float(row[index]) for path, row in changes.items()})
        for index in range(DRAWS)
    )
    return scenario.with_values(changes), tuple(singles)
