"""A file of the person's own: from TOML and back, changed by path, and what it assumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Literal, Self, TypeVar

import tomli_w
from pydantic import Field, StringConstraints, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from calc.errors import Problem, ScenarioError
from calc.parameters import Parameter, work_cost
from calc.scenario.costs import Cost
from calc.scenario.fields import Inputs, ShortText, entry, typical_of, unit_of, words_of
from calc.scenario.reading import (
    FORMAT,
    HINT,
    MOST_FILE_CHARACTERS,
    check_format,
    decoded,
    problems_of,
)
from calc.scenario.values import values_of
from calc.scenario.walk import batches_in, tags_of, walk

Model = TypeVar("Model", bound=Inputs)


@dataclass(frozen=True, slots=True)
class Assumption:
    """A field the person left alone: its path, name, default, unit and where that comes from.

    `said` is the default in words, where it is a choice.
    """

    path: str
    title: str
    value: Any
    unit: str
    source: Parameter | None
    said: str | None = None


class Document(Inputs):
    """What is saved as one file; every field not stated keeps a default that is listed."""

    header: ClassVar[str] = "# A plan of Other Chair."
    most_characters: ClassVar[int] = MOST_FILE_CHARACTERS

    format: Literal[1] = 1
    title: ShortText = entry("Title", "What you call this file.", "text", "")
    description: Annotated[str, StringConstraints(max_length=2000)] = entry(
        "Description", "A sentence about it.", "text", ""
    )
    tax_year: Annotated[int, Field(ge=1900, le=2200, strict=True)] = entry(
        "Tax year", "The year whose law is used.", "choice", 2026
    )
    currency: Annotated[str, StringConstraints(pattern="^[A-Z]{3}$")] = entry(
        "Currency", "Three letters, such as USD, EUR or GBP.", "text", "USD"
    )
    began_as: ShortText = entry(
        "Began as",
        "The worked example that this file began as, by its name; empty, or a name that is none, "
        "where it began as none. What still is as in the example is told as the example's.",
        "text",
        "",
    )

    @model_validator(mode="after")
    def _one_batch_length(self) -> Self:
        lengths = {len(batch) for _, batch in batches_in(self)}
        if len(lengths) > 1:
            raise PydanticCustomError(
                "mixed_lengths", "rows of different length", {"bound": sorted(lengths)}
            )
        return self

    @classmethod
    def parse(cls, data: Mapping[str, Any]) -> Self:
        """The document from plain values; `ScenarioError` names every field that breaks a rule."""
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise ScenarioError(problems_of(error, cls)) from None

    @classmethod
    def from_toml(cls, text: str | bytes) -> Self:
        """The document from the text of its file.

        Raises `FileFormatError` for text that is no such file at all and `ScenarioError` for a
        field that breaks a rule; in both, with its line where it can be told.
        """
        text = decoded(text, cls.most_characters)
        return cls.from_values(values_of(text), text)

    @classmethod
    def from_values(cls, data: Mapping[str, Any], text: str) -> Self:
        """The document from the values its file states; the text tells the lines of what is wrong.

        Raises as `from_toml` does.
        """
        check_format(data.get("format", FORMAT))
        try:
            return cls.model_validate(data)
        except ValidationError as error:
            raise ScenarioError(problems_of(error, cls, text)) from None

    def to_toml(self) -> str:
        """The fields the person set, as the text of a file; batches cannot be written."""
        for path, _ in batches_in(self):
            raise ScenarioError((Problem(path, "not_supported", "a row of numbers"),))
        return f"{self.header} {HINT}\n" + tomli_w.dumps({"format": FORMAT, **_plain(self)})

    def with_values(self, changes: Mapping[str, Any]) -> Self:
        """The same with some fields changed, each named by its path.

        Only the models along a path are rebuilt and checked; fields left alone stay left alone.

        >>> from calc.scenario import OwnPractice, Scenario
        >>> own = Scenario(work=OwnPractice())
        >>> own.with_values(
        ...     {"support.consultation_hours_per_week": 2.0}
        ... ).support.consultation_hours_per_week
        2.0
        """
        return with_changes(self, changes)

    def value_at(self, path: str) -> Any:
        """The value of the field at a path; `ScenarioError` where there is none."""
        value: Any = self
        for name in path.split("."):
            value = _child(value, name, path)
        return value

    def assumptions(self) -> tuple[Assumption, ...]:
        """Every field the person left alone, with its default and that default's source."""
        return tuple(_assumptions(self))


class _Leaf(dict[str, Any]):
    """Marks a new value in a tree of changes, so that a table can be a value too."""


def with_changes(model: Model, changes: Mapping[str, Any]) -> Model:
    """Any input model with some fields below it changed, as `Document.with_values` does."""
    tree: dict[str, Any] = {}
    for path, value in changes.items():
        branch = tree
        *stems, leaf = path.split(".")
        for stem in stems:
            branch = branch.setdefault(stem, {})
            if not isinstance(branch, dict) or isinstance(branch, _Leaf):
                raise ScenarioError((Problem(path, "unknown_field"),))
        if leaf in branch:
            raise ScenarioError((Problem(path, "unknown_field"),))
        branch[leaf] = _Leaf({"": value})
    rebuilt: Model = _rebuilt(model, tree, "")
    return rebuilt


def _child(value: Any, name: str, path: str) -> Any:
    if isinstance(value, Inputs) and name in type(value).model_fields:
        return getattr(value, name)
    if isinstance(value, tuple) and name in map(str, range(len(value))):
        return value[int(name)]
    raise ScenarioError((Problem(path, "unknown_field"),))


def _rebuilt(value: Any, changes: dict[str, Any], path: str) -> Any:
    if isinstance(value, tuple):
        items = list(value)
        for name, change in changes.items():
            _child(value, name, _joined(path, name))
            items[int(name)] = _changed(value[int(name)], change, _joined(path, name))
        return tuple(items)
    data = _written(value)
    for name, change in changes.items():
        old = _child(value, name, _joined(path, name))
        data[name] = _changed(old, change, _joined(path, name))
    try:
        return type(value).model_validate(data)
    except ValidationError as error:
        raise ScenarioError(problems_of(error, type(value), prefix=path)) from None


def _changed(old: Any, change: Any, path: str) -> Any:
    if isinstance(change, _Leaf):
        return change[""]
    if not isinstance(old, Inputs | tuple):
        raise ScenarioError((Problem(path, "unknown_field"),))
    return _rebuilt(old, change, path)


def no_batch(model: Model) -> Model:
    """The same model; refused where it holds rows of numbers instead of single ones."""
    for path, _ in batches_in(model):
        raise PydanticCustomError(
            "not_supported", "not a batch", {"bound": "a row of numbers", "field": path}
        )
    return model


def _written(model: Inputs) -> dict[str, Any]:
    """What a file would state of a model, in the order of its fields."""
    names = model.model_fields_set | tags_of(type(model))
    return {name: value for name, value in model if name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not isinstance(value, Inputs):
        return value
    return {name: _plain(item) for name, item in _written(value).items() if item is not None}


def _assumptions(document: Document) -> Iterator[Assumption]:
    for path, model, name, field, value in walk(document):
        unit = unit_of(field)
        if name in model.model_fields_set or not _matters(model, name, unit):
            continue
        source = typical_of(field)
        if isinstance(model, Cost) and name in ("amount", "per"):
            source = work_cost(model.kind)
        words = words_of(field)
        said = words.get(value) if words else None
        yield Assumption(path, field.title or name, value, unit, source, said)


def _matters(model: Inputs, name: str, unit: str) -> bool:
    """Whether leaving a field alone assumes anything: names, texts and unused periods do not."""
    if name in model.asked:
        return False
    if isinstance(model, Cost) and name == "years":
        return model.per == "years"
    return name not in tags_of(type(model)) and name != "label" and unit != "text"


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name
