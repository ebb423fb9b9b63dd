"""Tables of three and more letters for a phone, where their columns have no room."""

from __future__ import annotations

from collections.abc import Sequence

from ui.offers.tables import Texts, headers, narrow, turned
from ui.telling.tables import Table
from ui.telling.words import escape

FEWEST_STACKED = 3
DECIDING = ("Take-home a year", "Hours a worked week", "Exhausted, of 100")


def stacked(rows: Texts, names: Sequence[str]) -> str:
    """The same for a phone, where so many columns have no room: each term, a line for each offer.

    Empty where the offers fit side by side there too.
    """
    if len(names) < FEWEST_STACKED:
        return ""
    said = []
    for term, cells in rows:
        lines = [f"{escape(name)}: {escape(cell)}" for name, cell in zip(names, cells, strict=True)]
        head = term if term.startswith("**") else f"**{term}**"
        said.append("  \n".join([head, *lines]))
    return "\n\n".join(said)


def in_short(rows: Texts, names: Sequence[str]) -> tuple[Table, Texts] | None:
    """For a phone: letters as rows with the terms that decide first, and the terms that are left.

    None where the offers fit side by side there too.
    """
    first = [row for row in rows if row[0] in DECIDING]
    if len(names) < FEWEST_STACKED or not first:
        return None
    cells = [(narrow(term, folded=True), [escape(cell) for cell in said]) for term, said in first]
    heads = headers(names, "Offer", folded=True)
    return turned(heads, cells), [row for row in rows if row not in first]
