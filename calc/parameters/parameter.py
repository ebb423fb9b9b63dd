"""One figure from outside, with what is known of it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

ParameterKind = Literal["law", "survey", "judgement"]
Certainty = Literal["", "confirmed", "second_hand", "single", "conflicting"]
Value: TypeAlias = "float | str | tuple[float, ...] | tuple[str, ...] | Mapping[str, Value]"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a figure was read."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """One sourced figure or table, for one year.

    `confirmed` is False where nobody has read it in a source: an assumption the user may edit.
    `low` and `high` are the typical band, where one is known. `certainty` says of a rule whether
    the law itself was read, public texts that quote it, one page alone, or texts that disagree.
    `method` says of a figure that nobody has published for its year how it was projected.
    """

    key: str
    label: str
    unit: str
    kind: ParameterKind
    value: Value
    year: int | None
    source: Source
    retrieved: datetime.date
    confirmed: bool = True
    low: float | None = None
    high: float | None = None
    note: str = ""
    certainty: Certainty = ""
    method: str = ""

    @property
    def projected(self) -> bool:
        """Whether the figure was projected from an earlier year, because none is published."""
        return bool(self.method)

    @property
    def number(self) -> float:
        """The value as one number."""
        if not isinstance(self.value, float):
            raise TypeError(f"{self.key} is a table, not one number")
        return self.value

    @property
    def percent(self) -> str:
        """A share in words, for the rule of a line: `12.4 %`."""
        return f"{self.number * 100:g} %"

    def percent_of(self, choice: str) -> str:
        """A share for one choice in words: `12.4 %`."""
        return f"{self.of(choice) * 100:g} %"

    def percents_of(self, choice: str) -> tuple[str, ...]:
        """The shares of one choice in words: `1.5 %`, `1.75 %`."""
        return tuple(f"{share * 100:g} %" for share in self.row(choice))

    def dollars(self, choice: str = "") -> str:
        """An amount in words, for the rule of a line: `$2,500`."""
        return f"${self.of(choice) if choice else self.number:,.0f}"

    def of(self, choice: str) -> float:
        """The number for one choice, such as a filing status."""
        value = self._entry(choice)
        if not isinstance(value, float):
            raise TypeError(f"{self.key}.{choice} is not one number")
        return value

    def row(self, choice: str) -> tuple[float, ...]:
        """The list of numbers for one choice, such as the thresholds of a filing status."""
        value = self._entry(choice)
        if not isinstance(value, tuple):
            raise TypeError(f"{self.key}.{choice} is not a list")
        return tuple(map(float, value))

    @property
    def words_of_list(self) -> tuple[str, ...]:
        """The value as a list of words."""
        if not isinstance(self.value, tuple):
            raise TypeError(f"{self.key} is not a list")
        return tuple(map(str, self.value))

    def words(self, choice: str) -> tuple[str, ...]:
        """The list of words for one choice."""
        value = self._entry(choice)
        if not isinstance(value, tuple):
            raise TypeError(f"{self.key}.{choice} is not a list")
        return tuple(str(item) for item in value)

    def text(self, choice: str) -> str:
        """The word for one choice."""
        return str(self._entry(choice))

    def _entry(self, choice: str) -> Value:
        if isinstance(self.value, float | str | tuple):
            raise TypeError(f"{self.key} is one number, not a table")
        return self.value[choice]
