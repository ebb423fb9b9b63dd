"""One way through a model: every field below it, what its tags are, which models a field holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, Literal, TypeAlias, get_args, get_origin

import numpy as np
from pydantic.fields import FieldInfo

from calc.number import FloatArray
from calc.scenario.fields import Inputs

# A field below a model: its path, the model that holds it, its name there, what it is, its value.
Place: TypeAlias = tuple[str, Inputs, str, FieldInfo, Any]


def walk(model: Inputs, stem: str = "", *, stated: bool = False) -> Iterator[Place]:
    """Every field of a model and of those below it that holds no further model, in reading order.

    A row of plain values is one field. `stated` passes over what the person left alone, and all
    below it. Places are plain tuples: every changed number of a plan comes by here.
    """
    known, values = model.model_fields_set, vars(model)
    for name, info, holds_models in _fields_of(type(model)):
        if stated and name not in known:
            continue
        value, path = values[name], f"{stem}{name}"
        if not holds_models or not value:
            yield path, model, name, info, value
        elif isinstance(value, tuple):
            for index, row in enumerate(value):
                yield from walk(row, f"{path}.{index}.", stated=stated)
        else:
            yield from walk(value, f"{path}.", stated=stated)


def values_by_path(model: Inputs, *, stated: bool = False) -> Iterator[tuple[str, Any]]:
    """Every plain value of a model and those below it, each of a row too, with its path."""
    for path, _, _, _, value in walk(model, stated=stated):
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield f"{path}.{index}", item
        else:
            yield path, value


def batches_in(model: Inputs) -> Iterator[tuple[str, FloatArray]]:
    """Every row of numbers in the place of a single one, with its path; no default is one."""
    for path, value in values_by_path(model, stated=True):
        if isinstance(value, np.ndarray):
            yield path, value


@cache
def tags_of(model: type[Inputs]) -> frozenset[str]:
    """The fields that say what a model is, rather than anything a person could leave alone.

    A tag is a choice of one: pydantic tells the types of a union apart by it.
    """
    fields = model.model_fields.items()
    tags = (name for name, info in fields if _only_choice(info) is not None)
    return frozenset((*tags, *model.always_written))


def field_at(model: Inputs, path: str) -> FieldInfo | None:
    """What the field at a path is, also in a row that is not there; None where it is no field."""
    value: Any = model
    info, holders = None, [type(model)]
    for name in path.split("."):
        if name.isdecimal():
            there = isinstance(value, tuple) and int(name) < len(value)
            value = value[int(name)] if there else None
        else:
            fields = (holder.model_fields.get(name) for holder in holders)
            info = next(filter(None, fields), None)
            value = getattr(value, name, None)
        below = models_in(info.annotation) if info else ()
        holders = [type(value)] if isinstance(value, Inputs) else list(below)
    return info


def models_in(annotation: Any) -> Iterator[type[Inputs]]:
    """The models that a field of this type may hold, in its rows too."""
    if isinstance(annotation, type) and issubclass(annotation, Inputs):
        yield annotation
    for part in get_args(annotation):
        yield from models_in(part)


def has_tag(model: type[Inputs], tag: object) -> bool:
    """Whether a model is told apart from others by this tag."""
    return any(_only_choice(info) == tag for info in model.model_fields.values())


def _only_choice(info: FieldInfo) -> object:
    """The one value a field can have; None where it can have others."""
    choices = get_args(info.annotation) if get_origin(info.annotation) is Literal else ()
    return choices[0] if len(choices) == 1 else None


@cache
def _fields_of(model: type[Inputs]) -> tuple[tuple[str, FieldInfo, bool], ...]:
    """The fields of a model, and whether they hold models."""
    fields = model.model_fields.items()
    return tuple((name, info, any(models_in(info.annotation))) for name, info in fields)
