"""The plain values that the text of a file states: parsed once, within bounds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from calc.errors import FileFormatError, Problem, ScenarioError
from calc.scenario.reading import line_in, lines_by_name

MOST_VALUES = 80_000  # three plans of 500 posts state less than 60,000, parts of keys included
# The reader of TOML walks from the heading above down to each part of each key.
MOST_STEPS = 500_000
LONG_WORD = re.compile(r"\w{250}")  # fewer digits, in any base, are no number beyond a float
LARGEST = 1.7e308  # whole numbers beyond it are no floats, and Python may not even write them
# Texts, remarks and numbers: their dots part no key, their commas no values.
_NO_KEY = re.compile(
    r'"""(?:[^"\\]++|\\[\s\S]|"(?!""))*+(?:""")?'
    r"|'''(?:[^']++|'(?!''))*+(?:''')?"
    r'|"(?:[^"\\\n]++|\\.)*+"?'
    r"|'[^'\n]*+'?"
    r"|#[^\n]*+"
    r"|(?<![\w.-])[+-]?\d[\d_]*+\.\d[\d_]*+(?![\w.-])"
)

_Trail = tuple[Any, str] | None  # the last name, and the trail to what holds it


def values_of(text: str) -> dict[str, Any]:
    """What a file states; `FileFormatError` where it is no TOML, or states too much of it."""
    bare = _NO_KEY.sub("", text)
    _check_amount(bare)
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FileFormatError("broken", line=line_in(str(error), text)) from None
    problem = next(_endless(found, text), None) if LONG_WORD.search(bare) else None
    if problem is not None:
        raise ScenarioError((problem,))
    return found


def _check_amount(bare: str) -> None:
    """Refuses, before it is parsed, what would take the reader of TOML seconds."""
    if sum(map(bare.count, "=,[.")) > MOST_VALUES:
        raise FileFormatError("too_full", bound=MOST_VALUES)
    lines = bare.splitlines()
    deepest = max((line.count(".") for line in lines if line.lstrip().startswith("[")), default=0)
    keys = (line.count(".") + 1 for line in lines if "=" in line)
    if sum(parts * (deepest + 1 + parts) for parts in keys) > MOST_STEPS:
        raise FileFormatError("broken")


def _endless(found: dict[str, Any], text: str) -> Iterator[Problem]:
    """Whole numbers that are too large to reckon with, wherever they stand."""
    left: list[tuple[_Trail, Any]] = [(None, found)]
    while left:
        trail, value = left.pop()
        if isinstance(value, dict):
            left.extend(((trail, name), item) for name, item in value.items())
        elif isinstance(value, list):
            left.extend(((trail, str(place)), item) for place, item in enumerate(value))
        elif isinstance(value, int) and abs(value) > LARGEST:
            names = list(_names(trail))[::-1]
            line = lines_by_name(text).get(names[-1])
            yield Problem(".".join(names), "not_a_number", value, "finite", line)


def _names(trail: _Trail) -> Iterator[str]:
    while trail is not None:
        trail, name = trail
        yield name
