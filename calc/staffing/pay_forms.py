"""What a clinic can pay for a post and keep a share of what it brings, in every form of pay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from calc.employer import PayrollRates, employer_load, share_of_pay
from calc.evaluate import evaluate
from calc.number import HOURS_PER_WEEK, Number, ratio_of
from calc.parameters import load_rules
from calc.scenario import (
    Contractor,
    Employee,
    Hourly,
    RatePerSession,
    Salary,
    Scenario,
    SplitOfCollections,
)
from calc.scenario.clinic import Clinic
from calc.scenario.fields import MOST_MONEY
from calc.scenario.posts import Post
from calc.staffing.clinic import ClinicResult
from calc.staffing.earners import Earner
from calc.staffing.posts import PostResult, before_tax_of, post_results, rates_of

PayForm = Literal[
    "salary",
    "hourly",
    "per_session",
    "split",
    "contractor_per_session",
    "contractor_split",
]
NONE_AND_ONE = (0.0, 1.0)
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

    `amount` is money a year, an hour or a session, or a share of collections, as the form says.
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
    after pay, its load, other costs of the post and card fees; with `with_overhead` also after the
    post's part of shared costs and administration. Contractors have no load and no benefits.
    """
    post = result.post(label)
    aside = result.overhead_of(post) if with_overhead else 0.0
    if post.post.owner:
        return ()
    budget = post.brings * (1.0 - keep_share) - post.processing - post.other_cost - aside
    return tuple(_answer(result, post, form, budget, aside) for form in FORMS)


def same_pay(clinic: Clinic, post: Post, form: PayForm) -> float | None:
    """The rate at which another form pays a post the same in a year; None where no rate does.

    Money a year, an hour or a session, or a share of collections, as the form says.
    """
    rules = load_rules(tax_year=clinic.tax_year)
    (now,) = post_results(clinic, rules, (post,), (post.label,))
    fixed, often = _at_rates(now, form)
    rate = float(ratio_of(now.pay - fixed, often))
    most = 1.0 if form.endswith("split") else MOST_MONEY
    return rate if 0.0 <= rate <= most else None


def _at_rates(post: PostResult, form: PayForm) -> tuple[float, float]:
    """What a form pays at a rate of 0, and how often its rate is paid in a year."""
    money = evaluate(_paid(post, form, np.array(NONE_AND_ONE)), post.rules).money_in
    none, one = (float(amount) for amount in np.broadcast_to(money.amount, (len(NONE_AND_ONE),)))
    return none, one - none


def _answer(
    result: ClinicResult, post: PostResult, form: PayForm, budget: float, aside: float
) -> Affordable | NotAffordable:
    terms, contractor = post.post, form.startswith("contractor")
    if not post.brings:
        return NotAffordable(form, float("nan"))
    # What is paid at a rate of 0 and of 1 tells what stays and how often the rate is paid.
    money = evaluate(_paid(post, form, np.array(NONE_AND_ONE)), result.rules)
    taxed, every = (
        tuple(float(one) for one in np.broadcast_to(line.amount, (len(NONE_AND_ONE),)))
        for line in (money.money.taxable, money.money_in)
    )
    often = taxed[1] - taxed[0]
    pay, fixed = budget, 0.0
    if not contractor:
        fixed = float(terms.benefits_cost_per_year) + every[0] - taxed[0]
        pay = pay_within(
            budget,
            rates_of(result.clinic, result.rules),
            benefits_share=float(terms.benefits_cost_share),
            fixed_per_year=fixed,
            further_share=float(result.clinic.employer.other_payroll_rate),
            premium_before_tax=before_tax_of(post),
        )
    if pay < taxed[0] or not often:
        left = post.brings - post.processing - post.other_cost - aside - fixed - taxed[0]
        return NotAffordable(form, float(ratio_of(left, post.brings)))
    amount = (pay - taxed[0]) / often
    if form.endswith("split"):
        amount = min(amount, 1.0)
    scenario = _paid(post, form, amount)
    (after,) = post_results(result.clinic, result.rules, (terms,), (post.label,), (scenario,))
    cost = after.pay + after.employer_load
    kept = float(ratio_of(after.contribution - aside, after.brings))
    return Affordable(form, amount, cost, kept, after.earner)


def _paid(post: PostResult, form: PayForm, amount: Number) -> Scenario:
    """The same work paid in another form; a contractor has no benefits and buys their own cover."""
    scenario, work = post.scenario, post.scenario.work
    before = getattr(work, "pay", None)
    hours = min(post.earner.hours_per_week, HOURS_PER_WEEK)
    contracted = getattr(before, "contracted_hours_per_week", hours)
    pay: Any
    match form:
        case "salary":
            pay = Salary(salary_per_year=amount, contracted_hours_per_week=contracted)
        case "hourly":
            pay = Hourly(rate_per_hour=amount, contracted_hours_per_week=contracted)
        case "per_session" | "contractor_per_session":
            pay = RatePerSession(rates_per_session=(amount,))
        case _:
            pay = SplitOfCollections(share=amount)
    wanted = Contractor if form.startswith("contractor") else Employee
    if isinstance(work, wanted):
        return scenario.with_values({"work.pay": pay})
    kept = {name: getattr(work, name) for name in ("session_kinds", "time", "conditions")}
    return scenario.with_values({"work": wanted(**kept, pay=pay)})
