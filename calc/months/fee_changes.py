"""The factor of the fee in each week, where a plan changes it on the way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from calc.months.expected import expected_counts
from calc.months.weeks import WeeksAhead, first_week_of
from calc.number import FloatArray
from calc.scenario.ahead import Ahead
from calc.scenario.ahead_rows import FeeChange


def fee_factors(ahead: Ahead, plan: WeeksAhead) -> list[FloatArray]:
    """The factor of the fee in each week, by payer: changes for all, and for clients since then."""
    found = []
    for place, payer in enumerate(plan.payers):
        rows = [row for row in ahead.fee_changes if row.payer == "all" or payer.name == "private"]
        factor = np.ones(plan.weeks)
        for row in rows:
            if row.clients == "all":
                factor[first_week_of(row.month) :] *= float(row.factor)
        found.append(factor * _of_new(plan, place, [row for row in rows if row.clients == "new"]))
    return found


def _of_new(plan: WeeksAhead, place: int, rows: list[FeeChange]) -> FloatArray:
    """The mean factor of changes that only those pay who start after them.

    Who was there before a change is counted by the expected path, in which from then on nobody is
    admitted.
    """
    mean, newest = np.ones(plan.weeks), 1.0
    if not rows:
        return mean
    clients = expected_counts(plan).clients[:, place, 0]
    for row in sorted(rows, key=lambda row: row.month):
        first, before = first_week_of(row.month), newest
        closed = plan.places.copy()
        closed[first:] = 0.0
        old = expected_counts(replace(plan, places=closed)).clients[:, place, 0]
        share = np.where(clients > 0.0, old / np.where(clients > 0.0, clients, 1.0), 0.0)
        newest = before * float(row.factor)
        mean[first:] += ((1.0 - share) * (newest - before))[first:]
    return mean
