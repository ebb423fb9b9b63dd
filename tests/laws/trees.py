"""Walking everything a result holds."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from calc import Result
from calc.ledger import Line
from calc.number import Number


def statements(record: Any, name: str = "result") -> Iterator[tuple[str, Line | Number]]:
    """Every line and bare number that a record of statements holds, by where it stands."""
    if isinstance(record, Line | float | np.ndarray):
        yield name, record
    elif isinstance(record, tuple):
        for index, item in enumerate(record):
            yield from statements(item, f"{name}.{index}")
    elif isinstance(record, Mapping):
        for key, item in record.items():
            yield from statements(item, f"{name}.{key}")
    elif dataclasses.is_dataclass(record):
        for field in dataclasses.fields(record):
            if field.name not in ("scenario", "rules", "remarks"):
                yield from statements(getattr(record, field.name), f"{name}.{field.name}")


def lines_of(result: Result) -> Iterator[Line]:
    """Every line of every statement, once each."""
    seen: set[int] = set()
    waiting = [item for _, item in statements(result) if isinstance(item, Line)]
    while waiting:
        line = waiting.pop()
        if id(line) not in seen:
            seen.add(id(line))
            yield line
            waiting.extend(line.parts)


def same(left: Number, right: Number) -> bool:
    """Equal to the bit; NaN equals NaN."""
    return bool(np.array_equal(left, right, equal_nan=True))
