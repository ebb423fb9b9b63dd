"""Hostile files from a seed: the same seed and place give the same bytes."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.hostile import csv_files, toml_files, workbooks

KINDS: tuple[tuple[str, str, Callable[[random.Random], str | bytes]], ...] = tuple(
    (ending, kind, make)
    for ending, makers in (
        ("toml", toml_files.MAKERS),
        ("csv", csv_files.MAKERS),
        ("xlsx", workbooks.MAKERS),
    )
    for kind, make in makers.items()
)


def kind_of(place: int) -> str:
    """What kind of file stands at a place: the kinds take turns."""
    ending, kind, _ = KINDS[place % len(KINDS)]
    return f"{ending}, {kind}"


def file(seed: int, place: int) -> tuple[str, bytes]:
    """The name and bytes of a file."""
    ending, _, make = KINDS[place % len(KINDS)]
    made = make(random.Random(f"{seed}:{place}"))
    data = made.encode("utf-8", errors="surrogatepass") if isinstance(made, str) else made
    return f"hostile-{seed}-{place}.{ending}", data
