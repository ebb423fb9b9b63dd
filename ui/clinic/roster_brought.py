"""A spreadsheet that was brought: what the reader said of it, and what was left out of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from calc.scenario.clinic import Clinic
from calc.staffing.roster_import import kept_columns
from calc.staffing.roster_reading import Reading, reading
from ui.clinic.roster_files import Rows
from ui.telling import refusals
from ui.telling.words import escape

DONE = "clinic roster done"
MOST_TOLD = 12


@dataclass(frozen=True, slots=True)
class Done:
    """What was brought in, and what was left out of it and why."""

    taken: str
    left: tuple[str, ...]


@dataclass(slots=True)
class Brought:
    """A file with its sheets, and what the reader said of it so far."""

    name: str
    sheets: dict[str, Rows]
    sheet: str = ""
    mapping: dict[int, str] = field(default_factory=dict)
    answers: dict[str, bool] = field(default_factory=dict)
    labels: bool | None = None
    full_time: bool = False
    cleared: bool = False
    mended: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def rows(self) -> Rows:
        """The rows of the sheet chosen, with the cells that were put right here."""
        rows = [list(row) for row in self.sheets[self.sheet]]
        for (sheet, row, place), text in self.mended.items():
            if sheet == self.sheet:
                rows[row - 1] += [""] * (place + 1 - len(rows[row - 1]))
                rows[row - 1][place] = text
        return rows

    def found(self, clinic: Clinic) -> Reading:
        """The reading of the sheet chosen, for a clinic."""
        kept = kept_columns(clinic)
        return reading(
            self.rows(), self.mapping, self.answers, kept, clinic.payer_mix, self.full_time
        )


def brought(name: str, sheets: dict[str, Rows], clinic: Clinic) -> Brought:
    """A file with the sheet that reads best: the first with every column that is needed."""
    made = Brought(name, sheets, next(iter(sheets)))
    for sheet in sheets if len(sheets) > 1 else ():
        tried = Brought(name, sheets, sheet)
        found = tried.found(clinic)
        if found.table.found and not found.missing:
            return tried
    return made


def left_out() -> None:
    """What was left out of the roster brought in last, until it is cleared."""
    done: Done | None = st.session_state.get(DONE)
    if done is None or not done.left:
        return
    lines = "\n".join(f"- {line}" for line in done.left[:MOST_TOLD])
    st.warning(f"{escape(refusals.shortened(done.taken))} are in. Left out:\n\n{lines}")
    st.button(
        "Clear this list",
        key="roster left out",
        type="tertiary",
        on_click=partial(st.session_state.pop, DONE, None),
    )
