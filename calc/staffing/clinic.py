"""A clinic in a year: what its posts bring and cost, its margin, its owners and its limits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from calc.ledger import Line, formula, given, less, total
from calc.number import added, ratio_of
from calc.parameters import Parameter, Rules, load_rules
from calc.scenario.clinic import Clinic
from calc.staffing.books import rates_of
from calc.staffing.capacity import (
    Access,
    Binding,
    RoomUse,
    SupervisionUse,
    access,
    bindings,
    room_use,
    supervision_use,
)
from calc.staffing.even import sessions_to_carry
from calc.staffing.marks import Mark, marks_of
from calc.staffing.owners import OwnerResult, owners_of
from calc.staffing.posts import PostResult, post_results
from calc.staffing.receipts_taxes import ReceiptsTaxes, receipts_taxes_of
from calc.taxes.payroll import employer_load, share_of_pay
from calc.year.costs import cost_per_year


@dataclass(frozen=True)
class ClinicResult:
    """A clinic of one year at a steady pace, everybody there all year.

    `posts` are in the order of the clinic, an owner's with the margin in it. `margin` is what is
    left for owners, or for the organisation where no post is an own practice; it is before the
    owners' own tax, on profit too. `receipts_taxes` are those on all that comes in, `shared` are
    shared costs and `administration` the administrators.
    """

    clinic: Clinic
    rules: Rules
    posts: tuple[PostResult, ...]
    owners: tuple[OwnerResult, ...]
    receipts_taxes: ReceiptsTaxes
    shared: Line
    administration: Line
    rooms: RoomUse | None
    supervision: SupervisionUse
    access: Access | None
    bindings: tuple[Binding, ...]
    marks: tuple[Mark, ...]
    margin: Line

    @property
    def revenue(self) -> Line:
        """Everything the posts bring, post by post."""
        rows = (_of(post, "revenue", post.brings) for post in self.posts)
        return total("revenue", "Revenue", *rows, unit="money_per_year")

    @property
    def revenue_by_payer(self) -> dict[tuple[str, str], float]:
        """Revenue by payer and kind of session, in the order they first appear."""
        found: dict[tuple[str, str], float] = {}
        for post in self.posts:
            for receipt in post.receipts:
                key = (receipt.payer, receipt.label)
                found[key] = found.get(key, 0.0) + receipt.amount
        return found

    @property
    def pay_cost(self) -> Line:
        """Pay of all posts and what the employer adds to it."""
        rows = (
            _of(post, "pay_cost", post.pay + post.employer_load)
            for post in self.posts
            if not post.post.owner
        )
        return total("pay_cost", "Pay and its load", *rows, unit="money_per_year")

    @property
    def margin_share(self) -> float:
        """Margin as a share of revenue; NaN without revenue."""
        return float(ratio_of(self.margin.amount, self.revenue.amount))

    @property
    def beside_typical(self) -> tuple[tuple[float, Parameter], ...]:
        """Cost of people, all other costs and margin as shares of revenue, each with its band.

        People are posts and administrators, an owner's own work not among them; NaN without
        revenue.
        """
        people = float(self.pay_cost.amount + self.administration.amount)
        margin = float(self.margin.amount)
        other = float(self.revenue.amount) - people - margin
        named = zip(("people_cost", "overhead", "margin"), (people, other, margin), strict=True)
        return tuple(
            (float(ratio_of(amount, self.revenue.amount)), self.rules[f"clinic.{name}_share"])
            for name, amount in named
        )

    @property
    def utilisation(self) -> float:
        """Hours with clients as a share of all working hours of the clinic; NaN without hours."""
        with_clients = added(post.client_hours for post in self.posts)
        hours = added(post.earner.hours for post in self.posts)
        return float(ratio_of(float(with_clients), float(hours)))

    @property
    def overhead(self) -> float:
        """Shared costs and administration of a year."""
        return float(self.shared.amount + self.administration.amount)

    def overhead_of(self, post: PostResult) -> float:
        """A post's part of the overhead, by its full-time share; nothing of posts of no share."""
        shares = float(added(float(one.post.full_time_share) for one in self.posts))
        return self.overhead * float(post.post.full_time_share) / shares if shares else 0.0

    @property
    def receipts_tax_share(self) -> float:
        """Taxes on receipts as a share of them; 0 without receipts."""
        taxes, receipts = self.receipts_taxes.amount, float(self.revenue.amount)
        return taxes / receipts if receipts else 0.0

    def receipts_tax_of(self, post: PostResult) -> float:
        """A post's part of the taxes on receipts: as its receipts are of all. Parts add up."""
        return post.brings * self.receipts_tax_share

    def after_receipts_taxes(self, post: PostResult) -> float:
        """A post's contribution less its part of the taxes on receipts."""
        return post.contribution - self.receipts_tax_of(post)

    def after_supervision(self, post: PostResult) -> float:
        """What a post leaves after taxes on receipts, less the receipts its supervision forgoes."""
        place = next(index for index, one in enumerate(self.posts) if one.label == post.label)
        return self.after_receipts_taxes(post) - self.supervision.forgone_by_post[place]

    def break_even(self, post: PostResult, *, with_overhead: bool = True) -> float | None:
        """Sessions booked a week at which a post carries itself, its supervision and overhead.

        0 where it is carried without any. Pay by the session, a bonus, a cut and their load move
        with sessions; taxes on receipts take the share that they have now. None where no number of
        sessions does: each costs more than it brings.
        """
        aside = self.after_receipts_taxes(post) - self.after_supervision(post)
        if with_overhead:
            aside += self.overhead_of(post)
        return sessions_to_carry(self.clinic, post, aside, self.receipts_tax_share)

    def post(self, label: str) -> PostResult:
        """The post with this label; `KeyError` where there is none."""
        for found in self.posts:
            if found.label == label:
                return found
        raise KeyError(label)


def evaluate_clinic(
    clinic: Clinic, rules: Rules | None = None, *, minimum_wage_per_hour: float | None = None
) -> ClinicResult:
    """Everything of a clinic in a year: revenue, costs, margin, owners, limits and marks.

    Each post is one scenario of the engine that serves everybody. The margin is worked out after
    taxes on receipts, which the clinic pays on all of them, and before any owner's tax. Then it
    goes into the owners' profit in equal parts, so nothing turns in a circle.
    `minimum_wage_per_hour` is that of the clinic's place, where it is known.

    >>> from calc.scenario.clinic import Clinic
    >>> result = evaluate_clinic(Clinic())
    >>> float(result.margin.amount), result.marks
    (0.0, ())
    """
    rules = load_rules(clinic.tax_year) if rules is None else rules
    alone = post_results(clinic, rules, clinic.posts, clinic.labels)
    shared = _shared(clinic)
    administration = _administration(clinic, rules)
    receipts = float(added(post.brings for post in alone))
    taxes = receipts_taxes_of(clinic, rules, receipts)
    margin = _margin(alone, taxes, shared, administration)
    owners = owners_of(
        clinic, rules, alone, float(margin.amount), taxes.amount / receipts if receipts else 0.0
    )
    with_margin = {owner.label: owner.post for owner in owners}
    posts = tuple(with_margin.get(post.label, post) for post in alone)
    rooms = room_use(clinic, posts)
    supervision = supervision_use(clinic, posts)
    reached = access(clinic, posts)
    return ClinicResult(
        clinic=clinic,
        rules=rules,
        posts=posts,
        owners=owners,
        receipts_taxes=taxes,
        shared=shared,
        administration=administration,
        rooms=rooms,
        supervision=supervision,
        access=reached,
        bindings=bindings(rooms, supervision, reached),
        marks=marks_of(clinic, posts, rules, minimum_wage_per_hour),
        margin=margin,
    )


def _margin(
    posts: Sequence[PostResult], taxes: ReceiptsTaxes, shared: Line, administration: Line
) -> Line:
    rows = [_of(post, "contribution", post.contribution) for post in posts]
    how = "what the posts leave, less shared costs and administration"
    if taxes.line is not None:
        rows.append(less(taxes.line))
        how = "what the posts leave, less taxes on receipts, shared costs and administration"
    return total("margin", "Margin", *rows, less(shared), less(administration), how=how)


def _of(
    post: PostResult, name: Literal["revenue", "pay_cost", "contribution"], amount: float
) -> Line:
    return given(f"{name}.{post.label}", post.label, amount, "money_per_year")


def _shared(clinic: Clinic) -> Line:
    rows = (
        formula(
            f"shared.{index}",
            cost.label,
            cost_per_year(cost.amount, cost.payments_per_year),
            "money_per_year",
            "amount x payments a year",
        )
        for index, cost in enumerate(clinic.shared.costs)
    )
    return total("shared", "Shared costs", *rows, unit="money_per_year")


def _administration(clinic: Clinic, rules: Rules) -> Line:
    """Administrators' pay and its load, each by the law of the clinic's state."""
    staff = clinic.administration
    rates = rates_of(clinic, rules)
    further = clinic.employer.stated_payroll_rate
    load = employer_load(
        staff.pay_per_year,
        rates,
        benefits_share=staff.benefits_cost_share,
        other_per_year=share_of_pay(staff.pay_per_year, further),
    )
    count = given("administration.count", "Administrators", staff.administrators, "count")
    return total(
        "administration",
        "Administration",
        formula(
            "administration.pay",
            "Pay of administrators",
            cost_per_year(staff.pay_per_year, staff.administrators),
            "money_per_year",
            "pay of each x administrators",
            (count,),
        ),
        formula(
            "administration.load",
            "Employer's costs on top of it",
            cost_per_year(load.amount, staff.administrators),
            "money_per_year",
            "on top of the pay of each x administrators",
            (load, count),
        ),
    )
