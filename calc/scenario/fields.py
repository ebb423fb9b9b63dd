"""The field types of a scenario: bounded numbers, single or in a batch, and their description."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, TypeAlias, get_args

import numpy as np
from pydantic import BaseModel, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic.config import JsonDict
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from calc.number import HOURS_PER_WEEK, WEEKS_PER_YEAR, Number
from calc.parameters import Parameter, typical

MOST_MONEY = 1e9
MOST_SESSIONS_PER_WEEK = 80.0
MOST_MINUTES = 480.0
Words: TypeAlias = Mapping[Any, str]  # a choice in words
TYPICAL = object()  # a default that is not stated
# Steps of widgets where they are not 1.
STEPS = {
    "share": 0.05,
    "factor": 0.5,
    "hours": 50.0,
    "hours_per_week": 0.5,
    "minutes": 5.0,
    "money": 1000.0,
    "money_per_charge": 0.05,
    "money_per_hour": 5.0,
    "money_per_month": 25.0,
    "money_per_session": 5.0,
    "money_per_year": 500.0,
    "payments": 12.0,
}
TINY = 1e-9  # anything less is nothing: no figure of a working life is that small


@dataclass(frozen=True)
class Bounds:
    """Least and greatest value of a number field, for one float and each draw of a batch alike."""

    least: float
    most: float

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.check)

    def check(self, value: Any) -> Number:
        """The value as float64, or an error that says which rule it broke."""
        if isinstance(value, np.ndarray):
            return self._check_batch(value)
        if isinstance(value, bool) or not isinstance(value, int | float | np.integer | np.floating):
            raise PydanticCustomError("wrong_type", "not a number", {"bound": "number"})
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if not math.isfinite(number):
            raise PydanticCustomError("not_a_number", "not a finite number", {"bound": "finite"})
        if number < self.least:
            raise PydanticCustomError("too_small", "too small", {"bound": self.least})
        if number > self.most:
            raise PydanticCustomError("too_large", "too large", {"bound": self.most})
        return 0.0 if abs(number) < TINY else number

    def _check_batch(self, value: np.ndarray[Any, Any]) -> Number:
        if value.ndim != 1 or not value.size or value.dtype.kind not in "iuf":
            raise PydanticCustomError("wrong_type", "not a row of numbers", {"bound": "number"})
        batch = np.array(value, dtype=np.float64)
        if not np.isfinite(batch).all():
            raise PydanticCustomError("not_a_number", "not finite numbers", {"bound": "finite"})
        if batch.min() < self.least:
            raise PydanticCustomError("too_small", "too small", {"bound": self.least})
        if batch.max() > self.most:
            raise PydanticCustomError("too_large", "too large", {"bound": self.most})
        batch = np.where(np.abs(batch) < TINY, 0.0, batch)
        batch.flags.writeable = False
        return batch


Money: TypeAlias = Annotated[Number, Bounds(0.0, MOST_MONEY)]
Share: TypeAlias = Annotated[Number, Bounds(0.0, 1.0)]
SessionsPerWeek: TypeAlias = Annotated[Number, Bounds(0.0, MOST_SESSIONS_PER_WEEK)]
HoursPerWeek: TypeAlias = Annotated[Number, Bounds(0.0, HOURS_PER_WEEK)]
HoursPerYear: TypeAlias = Annotated[Number, Bounds(0.0, HOURS_PER_WEEK * WEEKS_PER_YEAR)]
Weeks: TypeAlias = Annotated[Number, Bounds(0.0, WEEKS_PER_YEAR)]
Minutes: TypeAlias = Annotated[Number, Bounds(0.0, MOST_MINUTES)]
Clients: TypeAlias = Annotated[Number, Bounds(1.0, 20.0)]
SessionsPerYear: TypeAlias = Annotated[Number, Bounds(0.0, 366.0)]
Years: TypeAlias = Annotated[Number, Bounds(1.0, 50.0)]
Points: TypeAlias = Annotated[Number, Bounds(0.0, 10.0)]
MOST_RELIANCE = 8.0
Reliance: TypeAlias = Annotated[Number, Bounds(0.0, MOST_RELIANCE)]
ShortText: TypeAlias = Annotated[str, StringConstraints(max_length=80, strip_whitespace=True)]


class Inputs(BaseModel):
    """Base of every input model: frozen, and a key we do not know is refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    # Written to a file even where the person left them alone, as tags are.
    always_written: ClassVar[tuple[str, ...]] = ()
    # What is asked of a plan rather than part of it: nothing is assumed where it is left alone.
    asked: ClassVar[tuple[str, ...]] = ()


@dataclass(frozen=True)
class Entry:
    """A field to be: made once it is told its own name, by which its typical value is found."""

    title: str
    meaning: str
    unit: str
    default: Any
    typical_name: str | None
    step: float | None

    def __set_name__(self, model: type, name: str) -> None:
        known, default = self.typical_name, self.default
        if default is TYPICAL:
            found = _typical(known or name)
            known, default = found.key, found.number
        extra: JsonDict = {"unit": self.unit, "typical": known, "step": self.step}
        made = Field(default, title=self.title, description=self.meaning, json_schema_extra=extra)
        setattr(model, name, made)


def entry(
    title: str,
    meaning: str,
    unit: str,
    default: Any = TYPICAL,
    *,
    typical_name: str | None = None,
    step: float | None = None,
) -> Any:
    """A field with its title, meaning (its help), unit and default.

    Left out, the default is the typical value of the field's own name, with its source and band:
    `typical_name` is for one of another name, `step` for a widget unlike others of its unit.
    """
    return Entry(title, meaning, unit, default, typical_name, step)


def choice(title: str, meaning: str, words: Words, default: Any) -> Any:
    """A field that takes one of some values, each with its words."""
    extra: dict[str, Any] = {"unit": "choice", "words": words}
    return Field(default, title=title, description=meaning, json_schema_extra=extra)


def several(title: str, meaning: str, words: Words, default: tuple[Any, ...] = ()) -> Any:
    """A field that takes any of some values, each with its words."""
    extra: dict[str, Any] = {"words": words}
    return Field(
        default,
        max_length=len(words),
        title=title,
        description=meaning,
        json_schema_extra=extra,
    )


def tag(value: str, words: Words) -> Any:
    """A field that says which type of several a model is; the words are those of all of them."""
    extra: dict[str, Any] = {"words": words}
    return Field(value, json_schema_extra=extra)


def _typical(name: str) -> Parameter:
    """A typical value of working life, or else of a clinic."""
    try:
        return typical(name)
    except KeyError:
        return typical(f"clinic.{name}")


def unit_of(field: FieldInfo) -> str:
    """The unit a field is stated in."""
    return str(_extra(field).get("unit", ""))


def step_of(field: FieldInfo) -> float | None:
    """The step of its widget, as the field or its unit has it; None for 1."""
    step = _extra(field).get("step")
    return STEPS.get(unit_of(field)) if step is None else float(step)


def words_of(field: FieldInfo) -> Words:
    """The words of each value that a choice field takes, in the order they are offered in."""
    words: Words = _extra(field).get("words", {})
    return words


def chosen(model: Inputs, name: str) -> str:
    """What a choice field of a model holds, in words."""
    return words_of(type(model).model_fields[name])[getattr(model, name)]


def typical_of(field: FieldInfo) -> Parameter | None:
    """The sourced typical value of a field, where one is known."""
    name = _extra(field).get("typical")
    return None if name is None else typical(str(name))


def bounds_of(field: FieldInfo) -> Bounds | None:
    """The bounds of a number field."""
    for item in field.metadata:
        if isinstance(item, Bounds):
            return item
    return None


def is_whole(field: FieldInfo) -> bool:
    """Whether a field takes whole numbers only, or nothing."""
    return _holds_int(field.annotation)


def _holds_int(annotation: Any) -> bool:
    return annotation is int or any(map(_holds_int, get_args(annotation)))


def _extra(field: FieldInfo) -> dict[str, Any]:
    return field.json_schema_extra if isinstance(field.json_schema_extra, dict) else {}
