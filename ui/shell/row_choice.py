"""Which row of a list a part of a page shows, asked where there is more than one."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from ui.shell import fields, intake, rows


def chosen(root: str, title: str, names: Sequence[str], part: str = "") -> int:
    """The place of the row that is shown, the first one until another is chosen or added.

    `part` is that of the page.
    """
    fields.told_here(root)
    if len(names) < 2:
        return 0
    numbers, now = rows.numbers_of(root, len(names)), rows.opened(root)
    place = numbers.index(now) if now in numbers else 0
    shown = dict(zip(numbers, told_apart(names), strict=True))

    def take(picked: int) -> None:
        rows.open_row(root, picked)

    among(title, shown, numbers[place], take, fields.key_of(f"which {rows.stable(root)} {part}"))
    return place


def among(
    title: str, shown: Mapping[int, str], now: int, take: Callable[[int], None], key: str
) -> None:
    """A choice among rows, by their numbers, each with its name; what is picked goes to `take`.

    The browser knows an option by its name: with one renamed it is another widget, on the same row.
    """
    offered = zlib.crc32("\n".join(f"{number} {name}" for number, name in shown.items()).encode())
    key = f"{key} {offered:x}"
    intake.show(key, now, take, shown)
    st.selectbox(title, list(shown), format_func=shown.__getitem__, key=key)


def told_apart(names: Sequence[str]) -> list[str]:
    """The names, those that stand twice with their number.

    >>> told_apart(["Aetna", "Private", "Aetna", ""])
    ['Aetna', 'Private', 'Aetna (3)', '(4)']
    """
    return [
        name if name and name not in names[:place] else f"{name} ({place + 1})".strip()
        for place, name in enumerate(names)
    ]
