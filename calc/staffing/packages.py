"""Job packages: forms of pay, caseloads and levels of pay, each worked out through the engine."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from calc.parameters import Rules, load_rules
from calc.questions.pay import times_paid
from calc.scenario import Contractor
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.pay import Pay
from calc.scenario.posts import Post
from calc.staffing.capacity import clients_of, room_hours_of
from calc.staffing.posts import PostResult, post_results
from calc.staffing.sessions import booked_of


@dataclass(frozen=True, slots=True)
class Package:
    """One kind of post that could be filled any number of times, with what it takes and leaves.

    Hours and clients are of a week. `template` is the place of the post it was made from.
    """

    template: int
    post: Post
    result: PostResult
    sessions_per_week: float
    pay_factor: float
    clients: float
    room_hours: float

    @property
    def contractor(self) -> bool:
        """Whether it is a contractor's, which only the director may choose."""
        return isinstance(self.post.work, Contractor)

    @property
    def supervised(self) -> bool:
        """Whether it needs supervision before the licence."""
        return self.post.supervised

    @property
    def wage(self) -> float:
        """The clinician's own true hourly wage, after their own taxes."""
        return self.result.earner.wage

    @property
    def load_score(self) -> float:
        """The clinician's load."""
        return self.result.earner.load_score


def packages(
    clinic: Clinic,
    templates: Sequence[Post],
    sessions_per_week: Sequence[float],
    pay_factors: Sequence[float],
    rules: Rules | None = None,
    *,
    between: Callable[[], None] = lambda: None,
) -> tuple[Package, ...]:
    """Every template at every caseload and every level of pay.

    Caseloads are of full time: a post of half time has half of each, for half the pay. A caseload
    keeps the template's mix of sessions; a factor makes its salary, rate or share of
    collections so many times what it is, a share at most all. Templates without sessions and own
    practices are left out: the one has no mix to keep, the other no pay to set. `between` is called
    after each batch of posts, so that a caller can let others go first or give up.
    """
    rules = load_rules(clinic.tax_year) if rules is None else rules
    found: list[tuple[int, Post, float, float]] = []
    for place, template in enumerate(templates):
        booked, share = booked_of(template), float(template.full_time_share)
        pay = template.work.pay
        if pay is None or not booked or not share:
            continue
        found.extend(
            (place, _package(template, pay, sessions / booked, factor), sessions * share, factor)
            for sessions in sessions_per_week
            for factor in pay_factors
        )
    posts = [post for _, post, _, _ in found]
    labels = [post.label for post in posts]
    results = post_results(clinic, rules, posts, labels, between=between)
    return tuple(
        Package(
            template=place,
            post=post,
            result=result,
            sessions_per_week=sessions,
            pay_factor=factor,
            clients=clients_of(clinic, result),
            room_hours=room_hours_of(clinic, result),
        )
        for (place, post, sessions, factor), result in zip(found, results, strict=True)
    )


def _package(template: Post, pay: Pay, times: float, factor: float) -> Post:
    changes: dict[str, object] = {
        f"work.session_kinds.{index}.booked_per_week": kind.booked_per_week * times
        for index, kind in enumerate(template.work.session_kinds)
    }
    changes["mix_sessions_per_week"] = template.mix_sessions_per_week * times
    return with_changes(template, {**changes, **times_paid(pay, factor)})
