"""Owners: their own practice, and the clinic's margin in its profit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from calc.number import added
from calc.parameters import Rules
from calc.scenario import Cost, OwnPractice, Scenario
from calc.scenario.clinic import Clinic
from calc.scenario.costs import MOST_COSTS
from calc.scenario.fields import MOST_MONEY
from calc.staffing.posts import PostResult, post_results
from calc.staffing.receipts_taxes import owners_law

PAIR = 2


@dataclass(frozen=True, slots=True)
class OwnerResult:
    """An owner: the practice alone, and with the clinic's margin as profit.

    `alone` is the owner's own sessions and costs without the clinic, with every tax that such a
    practice owes; `post` has the margin in it, so that its wage, tax and load are the owner's as
    they are. `margin` is the owner's part.
    """

    label: str
    alone: PostResult
    post: PostResult
    margin: float


def owners_of(
    clinic: Clinic,
    rules: Rules,
    alone: Sequence[PostResult],
    margin: float,
    receipts_tax_share: float = 0.0,
) -> tuple[OwnerResult, ...]:
    """The owners once more, with what the rest of the clinic leaves in their profit.

    What the owners' own posts leave after their part of the taxes on receipts is theirs; the rest
    is divided equally. Those taxes are paid before the margin, so the owners' own law is without
    them; a city's tax on profit falls on all of it.
    """
    owners = [post for post in alone if post.post.owner]
    if not owners:
        return ()
    left = [post.contribution - post.brings * receipts_tax_share for post in owners]
    of_others = (margin - float(added(left))) / len(owners)
    scenarios = [
        _with_margin(post.scenario, one + of_others - (post.earner.profit + post.practice_taxes))
        for one, post in zip(left, owners, strict=True)
    ]
    posts, labels = [post.post for post in owners], [post.label for post in owners]
    again = post_results(clinic, owners_law(rules), posts, labels, scenarios)
    return tuple(
        OwnerResult(
            label=before.label,
            alone=before,
            # The books of the post are those of its own sessions; only the owner's side changes.
            post=replace(before, scenario=after.scenario, rules=after.rules, earner=after.earner),
            margin=one + of_others,
        )
        for one, before, after in zip(left, owners, again, strict=True)
    )


def _with_margin(scenario: Scenario, more: float) -> Scenario:
    """An owner's practice with so much more profit; a loss stands as a cost of the practice.

    Beyond what any field holds (a billion a year) the owner's side stays there.
    """
    work = scenario.work
    assert isinstance(work, OwnPractice)
    if more >= 0.0:
        receipts = min(float(work.other_receipts_per_year or 0.0) + more, MOST_MONEY)
        return scenario.with_values({"work.other_receipts_per_year": receipts})
    loss = Cost(kind="other", label="The clinic's loss", amount=min(-more, MOST_MONEY), per="year")
    return scenario.with_values({"costs": (*_with_room(scenario.costs), loss)})


def _with_room(costs: tuple[Cost, ...]) -> tuple[Cost, ...]:
    """The costs with room for one more: where they are at their most, two of a kind become one.

    Of any three rows two are alike, business costs or not, so tax stays what it is.
    """
    if len(costs) < MOST_COSTS:
        return costs
    first, second = next(
        pair
        for pair in combinations(range(len(costs)), PAIR)
        if costs[pair[0]].business == costs[pair[1]].business
    )
    one, other = costs[first], costs[second]
    a_year = one.amount * one.payments_per_year + other.amount * other.payments_per_year
    amount = min(float(a_year), MOST_MONEY)
    both = Cost(kind=one.kind, label=one.label, amount=amount, per="year", business=one.business)
    kept = (cost for place, cost in enumerate(costs) if place not in (first, second))
    return (both, *kept)
