"""The plain values that the text of a file states: parsed once, within bounds."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from typing import Any

from calc.errors import FileFormatError, Problem, ScenarioError
from calc.scenario.reading import line_in, lines_by_name

MOST_VALUES = 100_000  # three plans of 500 posts state a third of it
# The reader of TOML takes the length of a key squared; headings of a plan have few parts.
MOST_PARTS = 10
MOST_DOTS = 2_000
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


def values_of(text: str) -> dict[str, Any]:
    """What a file states; `FileFormatError` where it is no TOML, or states too much of it."""
    _check_amount(text)
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise FileFormatError("broken", line=line_in(str(error), text)) from None
    problem = next(_endless(found, text), None)
    if problem is not None:
        raise ScenarioError((problem,))
    return found


def _check_amount(text: str) -> None:
    """Refuses, before it is parsed, what would take the reader of TOML seconds."""
    bare = _NO_KEY.sub("", text)
    if sum(map(bare.count, "=,[")) > MOST_VALUES:
        raise FileFormatError("too_full", bound=MOST_VALUES)
    dots = (line.count(".") for line in bare.splitlines())
    if sum(found for found in dots if found >= MOST_PARTS) > MOST_DOTS:
        raise FileFormatError("broken")


def _endless(found: dict[str, Any], text: str) -> Iterator[Problem]:
    """Whole numbers that are too large to reckon with, wherever they stand."""
    left: list[tuple[str, Any]] = [("", found)]
    while left:
        path, value = left.pop()
        start = f"{path}." if path else ""
        if isinstance(value, dict):
            left.extend((f"{start}{name}", item) for name, item in value.items())
        elif isinstance(value, list):
            left.extend((f"{start}{place}", item) for place, item in enumerate(value))
        elif isinstance(value, int) and abs(value) > LARGEST:
            name = path.split(".")[-1]
            yield Problem(path, "not_a_number", value, "finite", lines_by_name(text).get(name))
