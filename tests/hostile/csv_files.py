"""Hostile rosters as CSV."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from calc.staffing import COLUMNS
from tests.hostile import damage
from ui.clinic import roster_files
from ui.shell import examples

CLINICS = [plans.plans[0] for plans in examples.clinics().values()]
MOST = 990_000
STRANGE = (
    *("1,5", "1.234,50", "$1,200", "1e3", "\uff11\uff12", "1 200", "24 5", "62.000", "1,200"),
    *("=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "#REF!", "#N/A", "TRUE", "nan", "inf"),
    *("9" * 199, "9" * 5_000, "0" * 250 + "5", "0x10", "1_000", "12%", "%12", "1e400", "--1"),
    *("\u202e", "\u200b", "<script>", "**bold**", "$$x$$", "a\nb", "2026-01-01", "1/2", "\u00bd"),
)


def table(chance: random.Random) -> list[list[object]]:
    """The roster of a shipped clinic."""
    return roster_files.roster_table(chance.choice(CLINICS).posts)


def written(rows: list[list[object]], mark: str = ",") -> str:
    """Rows as the text of a file, quoted where they must be."""
    texts = [["" if cell is None else str(cell) for cell in row] for row in rows]
    quoted = [
        [
            '"' + cell.replace('"', '""') + '"' if set(cell) & set(f'{mark}"\n') else cell
            for cell in row
        ]
        for row in texts
    ]
    return "\n".join(mark.join(row) for row in quoted)


def untouched(chance: random.Random) -> str:
    """A roster as it is."""
    return written(table(chance), chance.choice(",;\t"))


def damaged(chance: random.Random) -> bytes:
    """A roster whose bytes were hurt."""
    made = written(table(chance)).encode()
    return damage.TEXTS[chance.choice(list(damage.TEXTS))](chance, made)


def other_cells(chance: random.Random) -> str:
    """A roster with some cells written strangely."""
    rows = table(chance)
    for _ in range(chance.randrange(1, 12)):
        row = chance.choice(rows)
        row[chance.randrange(len(row))] = chance.choice(STRANGE)
    return written(rows, chance.choice(",;\t"))


def endless(chance: random.Random) -> str:
    """Very many rows, columns, signs or empty lines."""
    heads = [column.heading for column in COLUMNS]
    head = ",".join(heads)
    pieces = (
        *(
            "\n",
            "\r",
            "\r\n",
            ",",
            ";\n",
            '"',
            '""',
            "a,",
            ",\n",
            "x",
            "Label,",
            '"\n',
            "=1,",
            "\u202e",
        ),
        *(
            "Post,employee,salary,62000,licensed,100,20\n",
            "Post,volunteer,x,y,z,q,r,s,t,u,v,w,x,y\n",
        ),
        *("Post,owner,,,,9 9,1.5,0x1,=1,#REF!,a,b,c\n", "1" * 300 + ",\n", "a" * 130_000 + ",\n"),
    )
    piece = chance.choice(pieces)
    start = chance.choice((f"{head}\n", head, "", f"{head}\nPost 1,"))
    return start + piece * ((MOST - len(start)) // len(piece.encode()))


def wide(chance: random.Random) -> str:
    """Columns that nobody knows, by the thousand."""
    count = chance.choice((101, 1_000, 60_000, 120_000))
    names = [f"{chance.choice(('c', '*', '<', '[a](b)'))}{place}" for place in range(count)]
    text = ",".join((*("Label", "Arrangement", "Sessions a week"), *names))[:MOST]
    return f"{text}\nPost 1,owner,20\n"


def renamed(chance: random.Random) -> bytes:
    """A file that is of another kind."""
    return damage.of_another_kind(chance)


MAKERS: Mapping[str, Callable[[random.Random], str | bytes]] = {
    "untouched": untouched,
    "damaged": damaged,
    "cells": other_cells,
    "endless": endless,
    "wide": wide,
    "renamed": renamed,
}
