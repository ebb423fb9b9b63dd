"""Plans side by side: what differs, which change moved what, and what is bought with harm."""

from __future__ import annotations

import functools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from calc.parameters import load_rules
from calc.questions.difference import Explained, Part, parts_of, shapley
from calc.scenario.clinic import Clinic, Plans
from calc.scenario.posts import Post
from calc.scenario.walk import values_by_path
from calc.staffing.clinic import ClinicResult, evaluate_clinic
from calc.staffing.marks import Mark
from calc.staffing.posts import PostResult, contributions_of, post_results

PostFigure = Literal["wage", "load_score", "load_probability", "hours_per_week", "take_home"]
# Parts of a clinic that reach into its posts.
COMMON = (
    "tax_year",
    "currency",
    "state",
    "payer_mix",
    "household",
    "shared",
    "employer",
    "supervision",
)
# Parts that overhead hangs on.
OVERHEAD = ("tax_year", "currency", "state", "household", "shared", "employer", "administration")
# Parts of a post that can each be changed; together they are the post.
PARTS: Mapping[str, tuple[str, ...]] = {
    "work": ("work",),
    "caseload": ("full_time_share", "mix_sessions_per_week", "unpaid_leave_weeks"),
    "costs": ("benefits_cost_share", "benefits_cost_per_year", "other_cost_per_year", "costs"),
    "person": ("licence", "household", "loans", "support"),
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One field in which two plans differ: its path with the post's label, and both values."""

    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class BoughtWithHarm:
    """A plan that earns more than the first while it puts people beyond a limit that it kept.

    `more_margin` is what it earns more; `marks` are those the first plan does not have.
    """

    more_margin: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Compared:
    """Up to three plans, evaluated; the others beside the first."""

    results: tuple[ClinicResult, ...]
    differences: tuple[tuple[Difference, ...], ...]
    harm: tuple[BoughtWithHarm | None, ...]


def compare_plans(
    plans: Plans,
    *,
    minimum_wage_per_hour: float | Sequence[float | None] | None = None,
    known: Sequence[ClinicResult] = (),
) -> Compared:
    """Every plan evaluated, with only what differs from the first and what is bought with harm.

    The minimum wage is that of all plans, or one a plan. A plan that is one of those in `known`,
    under the same minimum wage, is not evaluated again.
    """
    least = minimum_wage_per_hour
    wages = least if isinstance(least, Sequence) else (least,) * len(plans.plans)
    results = tuple(
        next((result for result in known if result.clinic is plan), None)
        or evaluate_clinic(plan, minimum_wage_per_hour=wage)
        for plan, wage in zip(plans.plans, wages, strict=True)
    )
    first = results[0]
    return Compared(
        results=results,
        differences=tuple(tuple(differences(first.clinic, result.clinic)) for result in results),
        harm=tuple(_harm(first, result) for result in results),
    )


def differences(before: Clinic, after: Clinic) -> Iterator[Difference]:
    """The fields in which two clinics differ; posts are told apart by their labels."""
    one, other = _fields(before), _fields(after)
    for path in dict.fromkeys((*one, *other)):
        was, now = one.get(path), other.get(path)
        if was != now:
            yield Difference(path, was, now)
    for label in dict.fromkeys((*before.labels, *after.labels)):
        old, new = _post(before, label), _post(after, label)
        if old is None or new is None:
            yield Difference(f"posts.{label}", old, new)
            continue
        rows, others = dict(values_by_path(old)), dict(values_by_path(new))
        for path in dict.fromkeys((*rows, *others)):
            if rows.get(path) != others.get(path):
                yield Difference(f"posts.{label}.{path}", rows.get(path), others.get(path))


def _fields(clinic: Clinic) -> dict[str, Any]:
    """What is stated of the clinic, its posts, names and what it was made by apart."""
    found = values_by_path(clinic.with_values({"posts": (), "changes": ()}))
    return {path: value for path, value in found if path not in ("title", "description")}


def _harm(first: ClinicResult, result: ClinicResult) -> BoughtWithHarm | None:
    before = {(mark.kind, mark.label): mark for mark in first.marks}
    new = tuple(mark for mark in result.marks if _worse(mark, before.get((mark.kind, mark.label))))
    more = float(result.margin.amount - first.margin.amount)
    return BoughtWithHarm(more, new) if new and more > 0.0 else None


def _worse(mark: Mark, before: Mark | None) -> bool:
    """Whether a mark is new, or its figure further beyond the limit than before."""
    if before is None:
        return True
    if mark.kind == "over_load_ceiling":
        return mark.value > before.value
    return mark.value < before.value


def explain_margin(before: Clinic, after: Clinic) -> Explained:
    """Which change moved the margin, post by post and part by part of the clinic.

    A margin is a sum over posts, so a change of one post moves its own row alone. Where a common
    part (payer mix, state, card fees) changes as well, each gets its mean effect over both orders
    (Shapley): the parts add up exactly and no order is preferred. What taxes on the clinic's whole
    receipts moved is one part: no post's alone.
    """
    common = _changed(before, after, COMMON)
    left = functools.cache(lambda taken: _contributions(before, after, taken))
    shares: list[tuple[str, float]] = []
    for label in dict.fromkeys((*before.labels, *after.labels)):
        own = [label] if _post(before, label) != _post(after, label) else []
        shares += shapley([*own, *common], _contribution(left, label))
    shares += shapley(_changed(before, after, OVERHEAD), _without_overhead(before, after))
    was, now = evaluate_clinic(before), evaluate_clinic(after)
    shares.append(("receipts_taxes", was.receipts_taxes.amount - now.receipts_taxes.amount))
    return Explained(float(was.margin.amount), float(now.margin.amount), _moving(shares))


def explain_post(before: Clinic, after: Clinic, label: str, figure: PostFigure) -> Explained:
    """Which change moved a clinician's wage, load, hours or take-home; `KeyError` for no such post.

    Parts are those of the post (work, caseload, costs, person) and of the clinic, each with its
    mean effect over all orders. An owner's wage moves with the margin too: that is one more part,
    what the rest of the clinic adds.
    """
    start = float(getattr(evaluate_clinic(before).post(label).earner, figure))
    end = float(getattr(evaluate_clinic(after).post(label).earner, figure))
    one, other = _post(before, label), _post(after, label)
    assert one is not None
    assert other is not None
    names = [
        *(name for name in PARTS if _part(one, name) != _part(other, name)),
        *_changed(before, after, COMMON),
    ]

    def value(taken: frozenset[str]) -> float:
        clinic = _mixed(before, after, taken)
        parts = {
            field: getattr(other, field) for name in taken if name in PARTS for field in PARTS[name]
        }
        post = _with_parts(one, parts)
        return float(getattr(_alone(clinic, post, label).earner, figure))

    parts = list(_moving(shapley(names, value)))
    rest = (end - start) - math.fsum(part.amount for part in parts)
    if one.owner or other.owner:
        parts.append(Part("margin", rest))
    return Explained(start, end, tuple(parts))


def _changed(before: Clinic, after: Clinic, names: Sequence[str]) -> list[str]:
    """The parts of the clinic that differ."""
    return [f"clinic.{name}" for name in names if getattr(before, name) != getattr(after, name)]


def _alone(clinic: Clinic, post: Post, label: str) -> PostResult:
    return post_results(clinic, load_rules(clinic.tax_year), (post,), (label,))[0]


def _post(clinic: Clinic, label: str) -> Post | None:
    return dict(zip(clinic.labels, clinic.posts, strict=True)).get(label)


def _part(post: Post, name: str) -> tuple[Any, ...]:
    return tuple(getattr(post, field) for field in PARTS[name])


def _with_parts(post: Post, parts: Mapping[str, Any]) -> Post:
    stated = {name: getattr(post, name) for name in type(post).model_fields}
    return Post.model_validate({**stated, **parts})


def _mixed(before: Clinic, after: Clinic, taken: frozenset[str]) -> Clinic:
    """The first clinic without posts, with some parts of the second."""
    names = {name.removeprefix("clinic.") for name in taken if name.startswith("clinic.")}
    changes: dict[str, Any] = {name: getattr(after, name) for name in sorted(names)}
    return before.with_values({**changes, "posts": ()})


Contributions: TypeAlias = tuple[dict[str, float], dict[str, float]]


def _contributions(before: Clinic, after: Clinic, taken: frozenset[str]) -> Contributions:
    """What the posts of either plan leave once some common parts are those of the second."""
    clinic = _mixed(before, after, taken)
    rules = load_rules(clinic.tax_year)
    first, last = (dict(zip(one.labels, one.posts, strict=True)) for one in (before, after))
    # A post that both plans have alike is worked out once.
    new = {label: post for label, post in last.items() if first.get(label) != post}
    left = iter(contributions_of(clinic, rules, (*first.values(), *new.values())))
    were = dict(zip(first, left, strict=False))
    changed = dict(zip(new, left, strict=True))
    return were, {label: changed.get(label, were.get(label, 0.0)) for label in last}


def _contribution(
    left: Callable[[frozenset[str]], Contributions], label: str
) -> Callable[[frozenset[str]], float]:
    """What a post leaves once some changes are made; nothing where it is not there."""

    def value(taken: frozenset[str]) -> float:
        first, last = left(taken - {label})
        return (last if label in taken else first).get(label, 0.0)

    return value


def _without_overhead(before: Clinic, after: Clinic) -> Callable[[frozenset[str]], float]:
    """What overhead takes from the margin once some changes are made."""
    return lambda taken: -evaluate_clinic(_mixed(before, after, taken)).overhead


def _moving(shares: Iterable[tuple[str, float]]) -> tuple[Part, ...]:
    """What each change adds; those that move nothing are left out."""
    return tuple(part for part in parts_of(shares) if part.amount)
