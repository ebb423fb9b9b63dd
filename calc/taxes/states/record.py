"""One state's numbers for one year, as its data file has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, cast

import numpy as np

from calc.number import Number, tax_in_brackets
from calc.parameters import Parameter, Rules, Value

SEPARATE = "separate"


@dataclass(frozen=True)
class StateRecord:
    """The parameters of one state and year by name; `code` is its two letters."""

    code: str
    name: str
    parameters: Mapping[str, Parameter]

    def confirmed_for(self, oldest: int) -> bool:
        """Whether each number for filers up to an age was read in a source: no estimate among them.

        The names of numbers that only age brings in have the word "aged".
        """
        others = (one for name, one in self.parameters.items() if not _is_of_age(name))
        read = all(found.kind != "judgement" for found in others)
        return read and not self.unread_for_age(oldest)

    @property
    def age_begins(self) -> float:
        """The age from which the state gives more for age; infinite where no number says one."""
        found = [np.inf]
        for name in self.parameters:
            if name == "aged_from" or name.endswith("_from_age"):
                found.append(self.amount(name))
            elif name.endswith("_by_age"):
                found.extend(start for start in self.steps(name, "single")[0] if start > 0.0)
        return min(found)

    def unread_for_age(self, oldest: int) -> bool:
        """Whether a number that age brings in, for filers up to an age, was read in no source."""
        return oldest >= self.age_begins and any(
            one.kind == "judgement" for name, one in self.parameters.items() if _is_of_age(name)
        )

    @property
    def is_untaxed(self) -> bool:
        """Whether earnings are neither taxed nor the ground of a credit."""
        untaxed = self.word("starting_base") == "none"
        return untaxed and not any(key.startswith("credit_") for key in self.parameters)

    def status_of(self, filing_status: str, read: dict[str, None]) -> str:
        """Whose figures a filing status takes: of a surviving spouse mostly those of a couple.

        A state that has no such status says in its file which other one it is; that this was read
        is noted in `read`. A separate return takes its own figures where a number states them, else
        those of another status, which the file names.
        """
        if filing_status == SEPARATE:
            read["separate_files_as"] = None
        if filing_status != "surviving_spouse":
            return filing_status
        read["surviving_spouse_files_as"] = None
        return self.word("surviving_spouse_files_as").replace(" ", "_") or "joint"

    def has(self, key: str) -> bool:
        """Whether the state has such a number at all."""
        return key in self.parameters

    def word(self, key: str) -> str:
        """A rule in words, such as the starting base."""
        return str(self.parameters[key].value) if self.has(key) else ""

    def told(self, key: str) -> str:
        """A rule in words, with the year before it where it is kept from that."""
        found = self.parameters.get(key)
        if found is None or not found.projected or found.year is None:
            return self.word(key)
        return f"As in {found.year - 1}: {found.value}"

    def amount(self, key: str, status: str = "") -> float:
        """A number, of a filing status where it depends on that; 0 where the state has none."""
        if not self.has(key):
            return 0.0
        value = self._of(key, status)
        if not isinstance(value, float):
            raise TypeError(f"{self.code} {key} has steps")
        return value

    def has_steps(self, key: str, status: str) -> bool:
        """Whether a number is a table of steps."""
        return isinstance(self._of(key, status), Mapping)

    def step(self, key: str, at: Number, status: str = "", *, above: bool = False) -> Number:
        """The value of the step a number stands on: from its bound on, or strictly above it."""
        starts, values = self.steps(key, status)
        side: Literal["left", "right"] = "left" if above else "right"
        last = np.searchsorted(starts, at, side) - 1
        return np.asarray(values)[np.maximum(last, 0)]

    def steps(self, key: str, status: str = "") -> tuple[tuple[float, ...], tuple[float, ...]]:
        """The lower bounds and values of a table of steps."""
        table = self._of(key, status)
        if not isinstance(table, Mapping):
            raise TypeError(f"{self.code} {key} has no steps")
        starts, values = table["above"], table["values"]
        return cast("tuple[float, ...]", starts), cast("tuple[float, ...]", values)

    def bracket_tax(self, income: Number, status: str, key: str = "income_tax_rate") -> Number:
        """Tax by the state's brackets: each rate on the slice of income above its bound."""
        return tax_in_brackets(income, *self.steps(key, status))

    def depends_on_status(self, key: str) -> bool:
        """Whether a number is stated for each filing status."""
        value = self.parameters[key].value
        return not isinstance(value, float | str | tuple) and "above" not in value

    def _of(self, key: str, status: str) -> Value:
        value = self.parameters[key].value
        if self.depends_on_status(key):
            assert isinstance(value, Mapping)
            if status == SEPARATE and status not in value:
                return value[self.word("separate_files_as")]
            return value[status]
        return value


def _is_of_age(name: str) -> bool:
    return "aged" in name.split("_")


def state_record(code: str, rules: Rules) -> StateRecord | None:
    """A state's record for the year of these rules; None where that year is not recorded."""
    parameters = rules.state(code)
    if parameters is None:
        return None
    return StateRecord(code, rules["states.name"].text(code), parameters)
