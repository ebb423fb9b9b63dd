"""What an offer says, term by term, so that only what differs need be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from calc.number import MONTHS_PER_YEAR, Number
from calc.offers.labour import LetterTerms
from calc.questions.pay import pay_now
from calc.scenario import (
    Bucket,
    Contractor,
    Employee,
    Hourly,
    OwnPractice,
    RatePerSession,
    Salary,
    SplitOfCollections,
)
from calc.scenario.offers import Offer, Offers, Unsaid
from calc.scenario.pay import Pay
from calc.year.evaluate import Result

TermName: TypeAlias = Literal[
    "pay",
    "role",
    "employer",
    "state",
    "notes",
    "meetings",
    "lost_sessions",
    "supervision",
    "booked",
    "quota",
    "contracted_hours",
    "paid_weeks_off",
    "weeks_off",
    "health_cover",
    "retirement_match",
    "sign_on",
    "stipends",
    "loan_award",
    "costs",
    "travel",
    "raise",
]
Headed: TypeAlias = Literal["salary", "hourly", "per_session", "split", "own_fee"]
Paid: TypeAlias = Literal["paid", "unpaid"]
LostFalls: TypeAlias = Literal["on_you", "on_them", "shared"]


@dataclass(frozen=True, slots=True)
class Headline:
    """Pay as a letter heads it: `amount` in the way of `kind`, with the fee a split is of.

    `last` is the share of the last step of a split that has steps.
    """

    kind: Headed
    amount: Number
    fee: Number = 0.0
    bonus: Number = 0.0
    last: Number | None = None


@dataclass(frozen=True, slots=True)
class Supervision:
    """Hours of supervision a week, what they cost a year, and whether the hours are paid."""

    hours_per_week: Number
    cost_per_year: Number
    paid: bool


Value: TypeAlias = "Headline | Supervision | Number | str"


HEADED: Mapping[type, Headed] = {
    Salary: "salary",
    Hourly: "hourly",
    RatePerSession: "per_session",
    SplitOfCollections: "split",
}


def headline(result: Result) -> Headline:
    """The pay an offer is known by."""
    scenario = result.scenario
    work, amount = scenario.work, pay_now(scenario)
    if isinstance(work, OwnPractice):
        return Headline("own_fee", amount)
    pay = work.pay
    fees = (kind.fee_per_session for kind in work.session_kinds)
    split = isinstance(pay, SplitOfCollections)
    return Headline(
        HEADED[type(pay)],
        amount,
        fee=next((fee for fee in fees if split and np.any(fee)), 0.0),
        bonus=pay.bonus_per_session_above_quota if isinstance(pay, Salary) else 0.0,
        last=last_share(pay),
    )


def last_share(pay: Pay) -> Number | None:
    """The share of the last step of a split; None where it has no steps, and of other pay."""
    stepped = isinstance(pay, SplitOfCollections) and pay.steps
    return stepped[-1].beyond_share if stepped else None


def terms_of(offer: Offer, result: Result) -> Mapping[TermName, Value]:
    """Every term of an offer, in reading order; a number, a word, or a small record."""
    work, year = result.scenario.work, result.year
    pay = work.pay
    benefits = work.benefits if isinstance(work, Employee) else None
    return {
        "pay": headline(result),
        "role": work.kind,
        "employer": (work.stated_employer if isinstance(work, Employee) else None) or "",
        "state": result.scenario.household.state,
        "notes": paid_or_not(result, "notes"),
        "meetings": paid_or_not(result, "meetings"),
        "lost_sessions": lost_fall(result),
        "supervision": Supervision(
            offer.supervision_hours_per_week,
            result.find("costs.supervision").amount,
            paid_or_not(result, "supervision_received") == "paid",
        ),
        "booked": year.booked.amount / np.maximum(year.worked_weeks.amount, 1.0),
        "quota": pay.quota_sessions_per_week if isinstance(pay, Salary) else 0.0,
        "contracted_hours": (
            pay.contracted_hours_per_week
            if isinstance(pay, Salary | Hourly) and pay.states_contract
            else 0.0
        ),
        "paid_weeks_off": (
            pay.paid_leave_weeks
            if isinstance(pay, Hourly)
            else work.time.weeks_off
            if isinstance(pay, Salary)
            else 0.0
        ),
        "weeks_off": work.time.weeks_off,
        "health_cover": result.health_cover.amount / MONTHS_PER_YEAR,
        "retirement_match": benefits.retirement_match_per_year if benefits else 0.0,
        "sign_on": benefits.sign_on_bonus if benefits else 0.0,
        "stipends": benefits.stipends_per_year if benefits else 0.0,
        "loan_award": benefits.loan_award_per_year if benefits else 0.0,
        "costs": result.costs.amount,
        "travel": work.time.travel_hours_per_week,
        "raise": offer.after_licence.raise_share,
    }


def paid_or_not(result: Result, bucket: Bucket) -> Paid:
    """Whether any of the hours of one kind of work are paid; salaried hours within the contract."""
    work = result.scenario.work
    if isinstance(work, Employee) and isinstance(work.pay, Salary):
        return "paid"
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        return "paid" if bucket in work.pay.paid_buckets else "unpaid"
    if isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession):
        rated = bool(np.any(work.pay.administration_rate_per_hour))
        named = bucket in work.pay.administration_rate_buckets
        return "paid" if rated and named else "unpaid"
    return "unpaid"


def lost_fall(result: Result) -> LostFalls:
    """On whom a late-cancelled or missed session falls."""
    work = result.scenario.work
    if isinstance(work, Employee) and isinstance(work.pay, Salary):
        return "on_them"
    if isinstance(work, Employee) and isinstance(work.pay, Hourly):
        return "on_them" if "waiting" in work.pay.paid_buckets else "on_you"
    if isinstance(work, Contractor | Employee) and isinstance(work.pay, RatePerSession):
        return "shared" if np.any(work.pay.lost_sessions_paid_share) else "on_you"
    charged = any(
        np.any(k.late_cancelled_charged_share) or np.any(k.missed_charged_share)
        for k in work.session_kinds
    )
    return "shared" if charged else "on_you"


# The work whose pay a silent term is about.
SILENT: Mapping[Unsaid, Bucket] = {
    "notes": "notes",
    "meetings": "meetings",
    "lost_sessions": "waiting",
    "supervision": "supervision_received",
}


def letter_terms(offers: Offers, offer: Offer) -> LetterTerms:
    """What labour law looks at beside the plan of a year."""
    silent, wanted = offer.letter.unsaid, offers.licence.family
    supervised = bool(np.any(offer.supervision_hours_per_week))
    return LetterTerms(
        state=offers.state_of(offer),
        family=None if wanted == "none" else wanted,
        licensed=offers.licence.licensed,
        supervision_named=supervised and "supervision" not in silent,
        clawback_amount=offer.letter.repaid_on_leaving,
        clawback_years=offer.letter.repaid_within_years,
        credentialing_weeks=offer.ramp.credentialing_weeks,
        unsaid=frozenset(SILENT[term] for term in silent if term in SILENT),
    )
