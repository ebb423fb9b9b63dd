"""What a clinic can pay for a post and keep a share of what it brings, in every form of pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from calc.number import HOURS_PER_WEEK, Number, added, ratio_of
from calc.parameters import load_rules
from calc.scenario import (
    Contractor,
    Employee,
    Hourly,
    RatePerSession,
    Salary,
    Scenario,
)
from calc.scenario.clinic import Clinic
from calc.scenario.document import with_changes
from calc.scenario.fields import MOST_MONEY
from calc.scenario.pay import PAYS, Pay
from calc.scenario.posts import Post
from calc.staffing.books import rates_of
from calc.staffing.clinic import ClinicResult
from calc.staffing.earners import Earner
from calc.staffing.posts import PostResult, before_tax_of, post_results
from calc.taxes.payroll import PayrollRates, employer_load, share_of_pay
from calc.year.evaluate import evaluate

PayForm = Literal[
    "salary",
    "hourly",
    "per_session",
    "split",
    "contractor_per_session",
    "contractor_split",
]
# Rates that tell what stays and how often the rate is paid; no cut takes all of a tall salary.
NONE_AND_ONE = (0.0, 1.0)
NONE_AND_TALL = (0.0, 1e6, 2e6)
FORMS: tuple[PayForm, ...] = (
    "salary",
    "hourly",
    "per_session",
    "split",
    "contractor_per_session",
    "contractor_split",
)


@dataclass(frozen=True, slots=True)
class Affordable:
    """The most that one form of pay can be, worked out again through the engine.

    `amount` is money a year, an hour or a session, or a share of collections, as the form says; a
    salary is that of a full-time post that is there all year, as a post states it.
    `kept_share` and `earner` are what it then comes to, never the aim itself.
    """

    form: PayForm
    amount: float
    cost_per_year: float
    kept_share: float
    earner: Earner


@dataclass(frozen=True, slots=True)
class NotAffordable:
    """No pay in this form keeps the share: without any pay the post keeps `most_kept_share`."""

    form: PayForm
    most_kept_share: float


def pay_within(
    budget: float,
    rates: PayrollRates,
    *,
    benefits_share: float = 0.0,
    fixed_per_year: float = 0.0,
    further_share: float = 0.0,
    premium_before_tax: float = 0.0,
) -> float:
    """The pay whose cost with everything on top of it is the budget; below 0 there is none.

    Cost is a bent line of pay: each payroll tax stops at its wage base, and starts above a premium
    (or HSA) taken before tax. It is turned round at its corners.

    >>> rates = PayrollRates(0.062, 184_500.0, 0.0145, 0.006, 7_000.0, 0.027, 9_000.0)
    >>> round(pay_within(88_240.0, rates, benefits_share=0.18), 6)
    70000.0
    """
    above = {base + premium_before_tax for base in (0.0, *rates.bases)}
    corners = np.array(sorted({0.0, *above, MOST_MONEY}))
    taxed = np.maximum(corners - premium_before_tax, 0.0)
    load = employer_load(
        corners,
        rates,
        taxed_pay=taxed,
        benefits_share=benefits_share,
        benefits_per_year=fixed_per_year,
        other_per_year=share_of_pay(taxed, further_share),
    )
    costs = corners + load.amount
    if budget < costs[0]:
        return -1.0
    return float(np.interp(budget, costs, corners))


def pay_for_share(
    result: ClinicResult, label: str, keep_share: float, *, with_overhead: bool = False
) -> tuple[Affordable | NotAffordable, ...]:
    """What can be paid for a post so that the clinic keeps a share of what it brings, form by form.

    Everything else of the post stays: caseload, hours, benefits by the year. Kept is what is left
    after pay, its load, other costs of the post, card fees and its part of the taxes on receipts;
    with `with_overhead` also after its part of shared costs and administration. Contractors have no
    load and no benefits.
    """
    post = result.post(label)
    aside = result.receipts_tax_of(post)
    if with_overhead:
        aside += result.overhead_of(post)
    if post.post.owner:
        return ()
    budget = post.brings * (1.0 - keep_share) - post.processing - post.other_cost - aside
    return tuple(_answer(result, post, form, budget, aside) for form in FORMS)


def same_pay(clinic: Clinic, post: Post, form: PayForm) -> float | None:
    """The rate at which another form pays a post the same in a year; None where no rate does.

    Money a year, an hour or a session, or a share of collections, as the post states its pay: a
    salary is that of a full-time post that is there all year.
    """
    rules = load_rules(tax_year=clinic.tax_year)
    (now,) = post_results(clinic, rules, (post,), (post.label,))
    _, every = _straight(now, form)
    rate = float(ratio_of(now.pay - every.fixed, every.often * _stated(post, form)))
    most = 1.0 if form.endswith("split") else MOST_MONEY
    return rate if 0.0 <= rate <= most else None


@dataclass(frozen=True, slots=True)
class _Straight:
    """Money of a year as a straight line of the rate: what is fixed, and how often it is paid.

    `least` is what is paid at a rate of 0: more than is fixed, where a cut would go below.
    """

    fixed: float
    often: float
    least: float


def _straight(post: PostResult, form: PayForm) -> tuple[_Straight, _Straight]:
    """Taxed pay, and everything paid, in a form."""
    rates = NONE_AND_TALL if form == "salary" else NONE_AND_ONE
    money = evaluate(_paid(post, form, np.array(rates)), post.rules)
    found = []
    for line in (money.money.taxable, money.money_in):
        paid = [float(one) for one in np.broadcast_to(line.amount, (len(rates),))]
        often = float(np.diff(paid)[-1] / np.diff(rates)[-1])
        found.append(_Straight(paid[-1] - often * rates[-1], often, paid[0]))
    return found[0], found[1]


def _stated(post: Post, form: PayForm) -> float:
    """How much of a post's stated pay is paid: a salary by its full-time share and the year."""
    return float(post.full_time_share * (1.0 - post.leave_share)) if form == "salary" else 1.0


def _answer(
    result: ClinicResult, post: PostResult, form: PayForm, budget: float, aside: float
) -> Affordable | NotAffordable:
    terms, contractor = post.post, form.startswith("contractor")
    if not post.brings:
        return NotAffordable(form, float("nan"))
    taxed, every = _straight(post, form)
    pay = budget
    if not contractor:
        pay = pay_within(
            budget,
            rates_of(result.clinic, result.rules),
            benefits_share=float(terms.benefits_cost_share),
            fixed_per_year=float(terms.benefits_cost_per_year) + every.fixed - taxed.fixed,
            further_share=float(result.clinic.employer.stated_payroll_rate),
            premium_before_tax=before_tax_of(post),
        )
    if pay < taxed.least or not taxed.often:
        least = _at(result, post, form, 0.0)
        return NotAffordable(form, float(ratio_of(least.contribution - aside, least.brings)))
    amount = (pay - taxed.fixed) / taxed.often
    if form.endswith("split"):
        amount = min(amount, 1.0)
    after = _at(result, post, form, amount)
    cost = after.pay + after.employer_load
    kept = float(ratio_of(after.contribution - aside, after.brings))
    return Affordable(form, amount / _stated(terms, form), cost, kept, after.earner)


def _at(result: ClinicResult, post: PostResult, form: PayForm, amount: float) -> PostResult:
    """The post paid so, worked out like any other."""
    scenario = _paid(post, form, amount)
    (found,) = post_results(result.clinic, result.rules, (post.post,), (post.label,), (scenario,))
    return found


def _paid(post: PostResult, form: PayForm, amount: Number) -> Scenario:
    """The same work paid in another form; a contractor has no benefits and buys their own cover.

    Pay of the form that the post has already keeps its other terms.
    """
    scenario, work = post.scenario, post.scenario.work
    kind, before = PAYS[form.removeprefix("contractor_")], work.pay
    value: Any = amount
    if kind is RatePerSession:
        parts = before.rate if before is not None and isinstance(before.rate, tuple) else (1.0,)
        mean = float(added(parts)) / len(parts)
        value = tuple(amount * (part / mean) for part in parts) if mean else (amount,)
    if isinstance(before, kind):
        pay: Pay = with_changes(before, {kind.headline: value})
    else:
        pay = kind.model_validate({kind.headline: value, **_contracted(post, kind)})
    wanted = Contractor if form.startswith("contractor") else Employee
    if isinstance(work, wanted):
        return scenario.with_values({"work.pay": pay})
    kept = {name: getattr(work, name) for name in ("session_kinds", "time", "conditions")}
    return scenario.with_values({"work": wanted(**kept, pay=pay)})


def _contracted(post: PostResult, kind: type[Pay]) -> dict[str, Number]:
    """The hours of the contract there was, or else of the week; nothing where there is neither."""
    name = "contracted_hours_per_week"
    week = min(post.earner.hours_per_week, HOURS_PER_WEEK)
    pay = post.scenario.work.pay
    hours = pay.contracted_hours_per_week if isinstance(pay, Salary | Hourly) else week
    return {name: hours} if name in kind.model_fields and np.all(np.isfinite(hours)) else {}
