"""Who changes in a plan beside plan A, for better and for worse, a line for each clinician."""

from __future__ import annotations

import math
from collections.abc import Callable

from calc.burnout import Load
from calc.staffing import ClinicResult, PostResult
from calc.staffing.marks import Mark
from calc.year.evaluate import Result
from ui.clinic import words
from ui.telling import numbers
from ui.telling.words import count, escape

MOST_TOLD = 8
AS_IN_A = " So it is in plan A too."


def changes(first: ClinicResult, result: ClinicResult) -> list[str]:
    """What a plan gives or takes from each clinician, the greatest change of wage first."""
    before = {post.label: post for post in first.posts}
    labels = {post.label for post in result.posts}
    found: list[tuple[float, str]] = []
    for post in result.posts:
        was = before.get(post.label)
        said = _new(post, result) if was is None else _change(was, post, result)
        if said:
            more = post.earner.wage - was.earner.wage if was is not None else math.inf
            found.append((abs(more) if math.isfinite(more) else math.inf, said))
    gone = [post for post in first.posts if post.label not in labels]
    found += [(math.inf, f"**{escape(post.label)}** is not in this plan.") for post in gone]
    said_all = [said for _, said in sorted(found, key=lambda one: -one[0])]
    hidden = len(said_all) - MOST_TOLD
    if hidden > 0:
        others = f"{count(hidden, 'clinician')} more: each stands in the roster below."
        return [*said_all[:MOST_TOLD], others]
    return said_all


def loads_not_known(
    first: ClinicResult, result: ClinicResult, load_of: Callable[[Result], Load]
) -> str:
    """Said where the greatest change of load lies inside the range of that load; else nothing."""
    before = {post.label: post.earner.load_probability for post in first.posts}
    moves = [(_heavier(post, before.get(post.label, math.nan)), post) for post in result.posts]
    more, post = max(moves, key=lambda one: abs(one[0]), default=(0, None))
    if not more or post is None:
        return ""
    spread = load_of(post.result).range
    if spread is None or not spread.low <= before[post.label] <= spread.high:
        return ""
    low, high = (round(words.PEOPLE * float(share)) for share in (spread.low, spread.high))
    falls = "rises" if more > 0 else "falls"
    return (
        f"Of loads, that of **{escape(post.label)}** changes most, by {abs(more)} in 100, inside "
        f"its range of {low} to {high}: whether exhaustion {falls} at all is not known."
    )


def _heavier(post: PostResult, was: float) -> int:
    """How many more of 100 are exhausted, as it reads; 0 where either is not known."""
    now = post.earner.load_probability
    if not (math.isfinite(now) and math.isfinite(was)):
        return 0
    return round(words.PEOPLE * now) - round(words.PEOPLE * was)


def marks(first: ClinicResult, result: ClinicResult) -> list[str]:
    """The marks of a plan; those that plan A has alike are said to be."""
    before = {_as_read(mark) for mark in first.marks}
    return [
        f"{said}{AS_IN_A if _as_read(mark) in before else ''}"
        for mark, said in zip(result.marks, words.marks(result), strict=True)
    ]


def _as_read(mark: Mark) -> tuple[str, str, float, float]:
    return mark.kind, mark.label, round(mark.value, 2), round(mark.limit, 2)


def _new(post: PostResult, result: ClinicResult) -> str:
    parts = [part for part in (_wage(post, result), _load(post)) if part]
    return f"**{escape(post.label)}** is new: {', '.join(parts)}." if parts else ""


def _change(was: PostResult, now: PostResult, result: ClinicResult) -> str:
    """Wage and load of a clinician where they read otherwise than in plan A."""
    parts = []
    more = now.earner.wage - was.earner.wage
    if math.isfinite(more) and not numbers.same(more, 0.0):
        from_a = escape(numbers.difference(more, result.clinic.currency, cents=True))
        parts.append(f"{_wage(now, result)}, {from_a} from A")
    heavier = _heavier(now, was.earner.load_probability)
    if heavier:
        parts.append(f"{_load(now)}, {numbers.signed(float(heavier), 0)} from A")
    if not parts:
        return ""
    return f"**{escape(now.label)}**: {'; '.join(parts)}."


def _wage(post: PostResult, result: ClinicResult) -> str:
    wage = post.earner.wage
    if not math.isfinite(wage):
        return ""
    return f"{escape(numbers.wage(wage, result.clinic.currency))} an hour"


def _load(post: PostResult) -> str:
    share = post.earner.load_probability
    return f"{words.PEOPLE * share:.0f} in 100 exhausted" if math.isfinite(share) else ""
