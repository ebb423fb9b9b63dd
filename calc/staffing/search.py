"""What a best plan is chosen from: packages, limits, and what posts that stay already use."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from calc.number import added
from calc.parameters import Rules, load_rules
from calc.scenario import Contractor
from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.staffing.capacity import clients_of, room_use, supervision_use
from calc.staffing.clinic import evaluate_clinic
from calc.staffing.marks import ceiling_points
from calc.staffing.packages import Package
from calc.staffing.posts import post_results
from calc.staffing.programme import Choice, Programme, Used, programme_of
from calc.staffing.receipts_taxes import pieces_of, receipts_tax


@dataclass(frozen=True)
class Search:
    """What is chosen from, beside the posts that stay.

    `before` is what those leave, less shared costs and before taxes on receipts.
    """

    clinic: Clinic
    rules: Rules
    programme: Programme
    staying: tuple[Post, ...]
    used: Used
    before: float
    administrator_cost: float
    minimum_wage: float | None

    def allowed(self, floor: float, ceiling: float) -> list[bool]:
        """Which packages keep the limits on a single clinician; no figure keeps none."""
        return [
            package.wage >= floor
            and package.load_score <= ceiling
            and (
                self.minimum_wage is None
                or package.contractor
                or package.result.earner.gross_per_hour >= self.minimum_wage
            )
            for package in self.programme.packages
        ]

    def margin(self, choice: Choice) -> float:
        """The margin in the books: forgone receipts of supervision are no cost there."""
        chosen = list(zip(self.programme.packages, choice.counts, strict=True))
        brought = [package.result.contribution * count for package, count in chosen]
        receipts = [package.result.brings * count for package, count in chosen]
        staff = self.administrator_cost * choice.administrators
        whole = float(added([*receipts, self.used.receipts]))
        tax = receipts_tax(self.clinic, self.rules, whole)
        return float(added([*brought, self.before]) - staff - tax)


def floor_of(clinic: Clinic) -> float:
    """The least true wage of the director's limits."""
    return float(clinic.limits.wage_floor_per_hour)


def ceiling_of(search: Search) -> float:
    """The highest load of the director's limits, as a score."""
    return ceiling_points(search.clinic.limits, search.rules)


def search_of(
    clinic: Clinic,
    packages: Sequence[Package],
    rules: Rules | None,
    staying: Sequence[Post],
    minimum_wage: float | None,
    between: Callable[[], None],
) -> Search:
    """The packages under the clinic's limits, once what stays has taken its part."""
    rules = load_rules(clinic.tax_year) if rules is None else rules
    one = evaluate_clinic(
        clinic.with_values({"posts": (), "administration.administrators": 1.0}), rules
    )
    cost = float(one.administration.amount)
    stay = post_results(clinic, rules, staying, [post.label for post in staying])
    rooms = room_use(clinic, stay)
    used = Used(
        room_hours=rooms.hours_needed if rooms is not None else 0.0,
        clients=float(added(clients_of(clinic, post) for post in stay)),
        full_time_posts=float(added(float(post.post.full_time_share) for post in stay)),
        supervised=float(supervision_use(clinic, stay).supervised),
        clinicians=float(sum(not post.owner for post in staying)),
        contractors=float(sum(isinstance(post.work, Contractor) for post in staying)),
        receipts=float(added(post.brings for post in stay)),
    )
    before = float(added(post.contribution for post in stay) - one.shared.amount)
    programme = replace(
        programme_of(clinic, packages, cost, used),
        pieces=pieces_of(clinic, rules),
        between=between,
    )
    return Search(clinic, rules, programme, tuple(staying), used, before, cost, minimum_wage)
