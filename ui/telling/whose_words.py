"""Whose fees a plan holds, said where nobody typed them.

No fee is called the reader's that came with an example or is a typical one.
"""

from __future__ import annotations

from calc import Scenario
from calc.questions.sought import has_fee
from calc.scenario import Document, SessionKind
from ui.telling.origins import Origin, of_example, origin
from ui.telling.words import escape, joined

FEE = "work.session_kinds.0.fee_per_session"
ONE = {
    "example": "The fee is the example's: type yours if it differs.",
    "typical": "The fee is a typical one: type yours.",
}
ALL = {
    "example": "The fees are the example's: type yours if they differ.",
    "typical": "The fees are typical ones: type yours.",
}
SOME = {
    "example": "The fee of {names} is the example's: type yours if it differs.",
    "typical": "The fee of {names} is a typical one: type yours.",
}


def of_fee(kind: SessionKind, example: Document | None) -> Origin:
    """Whose the fee of a kind of session is."""
    if "fee_per_session" not in kind.model_fields_set:
        return "typical"
    return origin(FEE, kind.fee_per_session, of_example(example))


def whose_fees(plan: Scenario, example: Document | None) -> str:
    """Which fees nobody typed, of the kinds that are booked.

    Nothing where all were typed, or where no fee moves what the work pays.
    """
    if not has_fee(plan):
        return ""
    paid = [
        (kind.name, of_fee(kind, example))
        for kind in plan.work.session_kinds
        if kind.booked_per_week and kind.fee_per_session
    ]
    said = []
    for whose in ONE:
        names = [name for name, of in paid if of == whose]
        if names and len(names) == len(paid):
            return (ONE if len(paid) == 1 else ALL)[whose]
        if names:
            said.append(SOME[whose].format(names=joined([f"“{escape(name)}”" for name in names])))
    return " ".join(said)
