"""Who stands in the charts of a clinic, with which figures, and beside which limits."""

from __future__ import annotations

import math
from collections.abc import Sequence

from calc.staffing import ClinicResult
from ui.clinic import limit_words
from ui.clinic import words as clinic_words
from ui.clinic.charts import Dot, Limit
from ui.telling import numbers

MOST_ROWS = 14
EACH_END = 7


def people(first: ClinicResult, shown: ClinicResult) -> list[str]:
    """Labels in one order for both charts; of a large roster those worst off in either."""
    labels = list(dict.fromkeys(post.label for result in (first, shown) for post in result.posts))
    if len(labels) <= MOST_ROWS:
        return labels
    known = [post for post in shown.posts if math.isfinite(post.earner.wage)]
    poorest = sorted(known, key=lambda post: post.earner.wage)[:EACH_END]
    heaviest = sorted(known, key=lambda post: -post.earner.load_score)[:EACH_END]
    kept = {post.label for post in (*poorest, *heaviest)}
    return [label for label in labels if label in kept]


def dots_of(
    first: ClinicResult, shown: ClinicResult, labels: Sequence[str], figure: str, times: float = 1.0
) -> list[Dot]:
    """A figure of each of these people as it is and in the plan shown; `times` is its unit."""
    before, now = (
        {
            post.label: times * float(getattr(post.earner, figure))
            for post in result.posts
            if math.isfinite(getattr(post.earner, figure))
        }
        for result in (first, shown)
    )
    found = [Dot(label, before.get(label), now.get(label)) for label in labels]
    return [dot for dot in found if dot.before is not None or dot.now is not None]


def wage_limit(result: ClinicResult) -> Limit | None:
    """The director's floor, if one is set."""
    floor = float(result.clinic.limits.wage_floor_per_hour)
    if not floor:
        return None
    written = numbers.money(floor, result.clinic.currency, cents=not floor.is_integer())
    return Limit(floor, f"{limit_words.floor(result.clinic.limits)} {written}")


def load_limit(result: ClinicResult) -> Limit:
    """The director's ceiling."""
    written = clinic_words.ceiling(result)
    return Limit(float(written), f"{limit_words.ceiling(result.clinic.limits)} {written}")
