"""Totals that were typed as one figure, and shared out over rows that nobody typed.

Your hour asks for all costs a month, and for one share of sessions missed or cancelled late. The
rows below them keep the proportions they had: those are the example's, or this program's.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from calc.parameters import typical
from calc.scenario import Cost, Document, Scenario, SessionKind
from calc.year.costs import costs_per_month

HALF = 0.5
CENTS = 0.02  # how far rounding to the cent may bring a row from its share
FEWEST_ALIKE = 3  # rows in proportion that are no accident
ALL, SOME = "Costs, typed as one sum", "Other costs, typed as one sum"


@dataclass(frozen=True, slots=True)
class Lost:
    """Sessions missed or cancelled late, typed as one share, and the part that is cancelled late.

    `of_example` says whose that part is: the example's, or else this program's.
    """

    share: float
    late_part: float
    of_example: bool


@dataclass(frozen=True, slots=True)
class OneSum:
    """Rows of costs that are an example's rows scaled alike: their places, and their sum."""

    places: tuple[int, ...]
    per_month: float
    name: str


def lost_sessions(plan: Scenario, example: Document | None) -> Mapping[str, Lost]:
    """The kinds of session whose lost ones were typed as one share, by their path.

    It is so where the split is that of the example, of typical values or in halves, while neither
    share is the example's own. Where a plan began as none, both are its own.
    """
    if not isinstance(example, Scenario):
        return {}
    of_example = [_both(kind) for kind in example.work.session_kinds]
    splits = [late / (late + missed) for late, missed in of_example if late + missed]
    usual = [typical(name).number for name in ("late_cancelled_share", "missed_share")]
    by_program = (HALF, usual[0] / math.fsum(usual))
    found = {}
    for place, kind in enumerate(plan.work.session_kinds):
        late, missed = _both(kind)
        known = {"late_cancelled_share", "missed_share"} <= kind.model_fields_set
        if not known or not late + missed:
            continue
        if any(late == one[0] or missed == one[1] for one in of_example):
            continue
        part = late / (late + missed)
        its = any(math.isclose(part, each, abs_tol=1e-6) for each in splits)
        if its or any(math.isclose(part, each, abs_tol=1e-6) for each in by_program):
            found[f"work.session_kinds.{place}"] = Lost(late + missed, part, its)
    return found


def _both(kind: SessionKind) -> tuple[float, float]:
    return float(kind.late_cancelled_share), float(kind.missed_share)


def costs(plan: Scenario, example: Document | None) -> OneSum | None:
    """The rows of costs that one typed sum was shared out over; None where each is its own.

    They are rows of the example, all with the same factor, which is not 1. Two rows that happen to
    share one are no sum, unless there are no others.
    """
    if not isinstance(example, Scenario):
        return None
    pairs = _factors(plan.costs, example.costs)
    best: tuple[int, ...] = ()
    for _, factor, _ in sorted(pairs, key=lambda pair: -pair[2]):
        alike = {at for at, own, was in pairs if abs(own - factor) * was <= CENTS}
        if abs(factor - 1.0) > 1e-9 and len(alike) > len(best):
            best = tuple(sorted(alike))
    whole = len(best) == len(plan.costs)
    if len(best) < (2 if whole else FEWEST_ALIKE):
        return None
    per_month = float(costs_per_month(tuple(plan.costs[at] for at in best)))
    return OneSum(best, round(per_month, 2), ALL if whole else SOME)


def _factors(rows: Sequence[Cost], of_example: Sequence[Cost]) -> list[tuple[int, float, float]]:
    """Place, factor and amount in the example, for each row of the example's that a row may be."""
    return [
        (at, float(row.amount) / float(was.amount), float(was.amount))
        for at, row in enumerate(rows)
        for was in of_example
        if (row.kind, row.per, row.years) == (was.kind, was.per, was.years) and was.amount
    ]
