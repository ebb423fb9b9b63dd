"""The kinds of session of a plan side by side: what each brings and takes, on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from calc.scenario import SessionKind
from calc.scenario.fields import chosen
from ui.telling import numbers
from ui.telling.marks import quiet
from ui.telling.tables import Table
from ui.telling.words import amount, escape

TITLE = "Kinds of session side by side"
HEADS = ("Kind", "Fee", "A week", "Minutes", "Notes")


def kinds_table(kinds: Sequence[SessionKind], currency: str) -> Table:
    """Fee, sessions scheduled a week, minutes of a session and of its notes, kind by kind."""
    rows = [
        (
            f"{escape(kind.name)}  \n{quiet(chosen(kind, 'payer'))}",
            float(kind.fee_per_session),
            float(kind.booked_per_week),
            float(kind.minutes_per_session),
            float(kind.notes_minutes_per_session),
        )
        for kind in kinds
    ]
    fee = partial(numbers.money, currency=currency)
    return Table(HEADS, rows, (fee, _plain, _plain, _plain))


def _plain(count: float) -> str:
    return amount(count, "count", "")
