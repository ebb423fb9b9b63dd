"""Statements: trees of labelled lines. A line never computes what a formula should.

Sums and ratios are made from their parts here, so a shown total cannot disagree with its rows.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from calc.errors import UnknownKeyError
from calc.number import Number, added, ratio_of
from calc.parameters import Parameter

Kind = Literal["given", "parameter", "formula", "sum", "ratio"]
Unit = Literal[
    "money_per_year",
    "money_per_hour",
    "money_per_session",
    "money",
    "money_per_month",
    "money_per_week",
    "hours_per_year",
    "hours_per_week",
    "sessions_per_year",
    "sessions_per_week",
    "weeks_per_year",
    "minutes",
    "share",
    "count",
]


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A figure with its name, and how it came to be.

    `amount` is one float or an array of draws; `parts` are the rows of a sum, numerator and
    denominator of a ratio, or what a formula used; `sources` are the parameters behind it.
    """

    key: str
    label: str
    amount: Number
    unit: Unit
    kind: Kind
    how: str = ""
    parts: tuple[Line, ...] = ()
    sources: tuple[Parameter, ...] = ()

    @property
    def source(self) -> Parameter | None:
        """The first parameter behind the line; None where there is none."""
        return self.sources[0] if self.sources else None

    def __repr__(self) -> str:
        return f"Line({self.key!r}, {self.label!r}, {self.amount!r}, {self.unit!r})"

    def walk(self, depth: int = 0) -> Iterator[tuple[int, Line]]:
        """Every line of the tree with its depth, in reading order."""
        yield depth, self
        for part in self.parts:
            yield from part.walk(depth + 1)

    def find(self, key: str) -> Line:
        """The first line with this key; `UnknownKeyError` names the nearest keys."""
        for _, line in self.walk():
            if line.key == key:
                return line
        keys = {line.key for _, line in self.walk()}
        raise UnknownKeyError(key, tuple(difflib.get_close_matches(key, keys, n=3, cutoff=0.4)))

    def at(self, draw: int) -> Line:
        """The same tree for one draw of a batch, all amounts single."""
        amount = self.amount
        if isinstance(amount, np.ndarray) and amount.ndim:
            amount = float(amount[draw])
        return replace(self, amount=amount, parts=tuple(part.at(draw) for part in self.parts))

    def per(self, divisor: Line, unit: Unit = "money_per_hour") -> Line:
        """The same statement divided by a line, row by row: dollars a year to dollars an hour."""
        addends = self.parts if self.kind == "sum" else ()
        rows = tuple(part.per(divisor, unit) for part in addends)
        return replace(self, amount=ratio_of(self.amount, divisor.amount), unit=unit, parts=rows)


def given(key: str, label: str, amount: Number, unit: Unit, how: str = "") -> Line:
    """What the person stated."""
    return Line(key, label, amount, unit, "given", how)


def parameter(key: str, label: str, amount: Number, unit: Unit, *sources: Parameter) -> Line:
    """A figure from law, a survey or a judgement, with its sources."""
    return Line(key, label, amount, unit, "parameter", "", (), sources)


def formula(
    key: str,
    label: str,
    amount: Number,
    unit: Unit,
    how: str,
    uses: tuple[Line, ...] = (),
    *sources: Parameter,
) -> Line:
    """A computed figure: `how` says the rule in words, `uses` are the lines it was made from.

    `sources` are all the parameters that were read for it.
    """
    return Line(key, label, amount, unit, "formula", how, uses, sources)


def total(key: str, label: str, *parts: Line, unit: Unit | None = None, how: str = "") -> Line:
    """The sum of its parts, added in order."""
    amount = added(part.amount for part in parts)
    return Line(key, label, amount, unit or parts[0].unit, "sum", how, parts)


def less(line: Line) -> Line:
    """The same line taken away: it and the rows it adds up turn negative, not what it used."""
    rows = tuple(less(part) for part in line.parts) if line.kind == "sum" else line.parts
    return Line(
        line.key, line.label, 0.0 - line.amount, line.unit, line.kind, line.how, rows, line.sources
    )


def ratio(
    key: str, label: str, numerator: Line, denominator: Line, unit: Unit, how: str = ""
) -> Line:
    """One line over another; NaN where the second is zero."""
    amount = ratio_of(numerator.amount, denominator.amount)
    return Line(key, label, amount, unit, "ratio", how, (numerator, denominator))
