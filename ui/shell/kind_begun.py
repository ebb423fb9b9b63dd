"""A kind of session begun as another one: an insurer's kinds differ in little but their fee."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calc.scenario import SessionKind

ITS_OWN = ("label", "booked_per_week")


def like(kind: SessionKind, count: int) -> Mapping[str, Any]:
    """All that is stated of a kind, for a further one that is not booked yet and has its own name.

    `count` is how many kinds there are.
    """
    stated = kind.model_fields_set - set(ITS_OWN)
    same = {name: getattr(kind, name) for name in sorted(stated)}
    return {**same, "payer": kind.payer, "label": f"Kind {count + 1}", "booked_per_week": 0.0}
