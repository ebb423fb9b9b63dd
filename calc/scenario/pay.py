"""How a contractor or an employee is paid, and what an employer gives beside pay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from calc.number import Number
from calc.scenario.fields import (
    HoursPerWeek,
    Inputs,
    Money,
    SessionsPerWeek,
    Share,
    ShortText,
    Weeks,
    Words,
    Years,
    entry,
    several,
    tag,
)
from calc.scenario.sessions import MOST_KINDS
from calc.scenario.time import BUCKETS, NamedBucket

FORMS: Words = {
    "salary": "Salary",
    "hourly": "Hourly",
    "per_session": "Per session",
    "split": "Split",
}


class Pay(Inputs):
    """What every form of pay has: one field that it is headed by, named once for all who ask."""

    headline: ClassVar[str]

    @property
    def rate(self) -> Number | tuple[Number, ...]:
        """What that field states; a row where each kind of session has a rate of its own."""
        stated: Number | tuple[Number, ...] = getattr(self, self.headline)
        return stated

    @property
    def states_contract(self) -> bool:
        """Whether somebody stated the hours it is for; else a default stands in for them."""
        return "contracted_hours_per_week" in self.model_fields_set


class SplitStep(Inputs):
    """A further step of a split that changes with what is collected in a month."""

    after_next_per_month: Money = entry(
        "After the next, a month",
        "How much more is collected in a month before the share beside it holds; the first step "
        "counts from the first dollar.",
        "money_per_month",
        0.0,
        step=100.0,
    )
    beyond_share: Share = entry(
        "Share beyond",
        "Your part of what is collected beyond that, up to the next step.",
        "share",
        typical_name="split_contractor",
        step=0.01,
    )


class SplitOfCollections(Pay):
    """A share of what is collected for the clinician's sessions, before card fees.

    With steps the share is that of the first part of a month's collections, and each step has that
    of what lies beyond.
    """

    headline: ClassVar[str] = "share"

    kind: Literal["split"] = tag("split", FORMS)
    share: Share = entry(
        "Your share",
        "Your part of what the practice collects for your sessions, before its card fees.",
        "share",
        typical_name="split_contractor",
        step=0.01,
    )
    steps: tuple[SplitStep, ...] = Field(
        default=(),
        max_length=MOST_KINDS,
        title="Steps of the split",
        description="Another share beyond so much collected in a month. None where one holds.",
    )


class RatePerSession(Pay):
    """A fixed rate for each session held; hours of other work may have a rate of their own."""

    headline: ClassVar[str] = "rates_per_session"

    kind: Literal["per_session"] = tag("per_session", FORMS)
    rates_per_session: tuple[Money, ...] = Field(
        default=(45.0,),
        min_length=1,
        max_length=MOST_KINDS,
        title="Rate per session",
        description="Pay for a session held: one rate for all kinds, or one for each in order.",
        json_schema_extra={
            "unit": "money_per_session",
            "typical": "rate_per_session_associate",
            "step": 1.0,
        },
    )
    lost_sessions_paid_share: Share = entry(
        "Lost sessions paid",
        "Part of the rate that is paid for late-cancelled and missed sessions.",
        "share",
        0.0,
    )
    administration_rate_per_hour: Money = entry(
        "Administration rate",
        "Pay for an hour of the other work named beside it.",
        "money_per_hour",
        0.0,
        step=1.0,
    )
    administration_rate_buckets: tuple[NamedBucket, ...] = several(
        "Work paid at that rate", "The hours that the administration rate pays for.", BUCKETS
    )


class Salary(Pay):
    """A yearly salary for contracted hours, with what happens above and below a session quota."""

    headline: ClassVar[str] = "salary_per_year"

    kind: Literal["salary"] = tag("salary", FORMS)
    salary_per_year: Money = entry(
        "Salary",
        "Gross pay for a year, paid leave included.",
        "money_per_year",
        typical_name="salary_per_year_counselor",
    )
    contracted_hours_per_week: HoursPerWeek = entry(
        "Contracted hours",
        "Hours a week the salary is for. Hours beyond are unpaid.",
        "hours_per_week",
        step=1.0,
    )
    contract_is_worked: bool = entry(
        "The whole contract is work",
        "Contracted hours that are not listed count as work. So it is in every job offer.",
        "choice",
        False,
    )
    quota_sessions_per_week: SessionsPerWeek = entry(
        "Sessions held a week you must reach",
        "The quota: sessions held in a worked week that the employer asks for.",
        "sessions_per_week",
        0.0,
    )
    bonus_per_session_above_quota: Money = entry(
        "Bonus above the quota",
        "Extra pay for each session held above the quota.",
        "money_per_session",
        0.0,
    )
    cut_per_session_below_quota: Money = entry(
        "Cut below the quota",
        "Pay taken away for each session short of the quota. 0 if nothing happens.",
        "money_per_session",
        0.0,
    )


class Hourly(Pay):
    """A wage for the hours that the offer names."""

    headline: ClassVar[str] = "rate_per_hour"

    kind: Literal["hourly"] = tag("hourly", FORMS)
    rate_per_hour: Money = entry(
        "Hourly rate",
        "Pay for an hour that counts as worked.",
        "money_per_hour",
        typical_name="wage_per_hour_counselor",
        step=1.0,
    )
    paid_buckets: tuple[NamedBucket, ...] = several(
        "Paid work",
        "The kinds of work that count as paid hours.",
        BUCKETS,
        ("sessions", "notes", "waiting", "administration", "meetings"),
    )
    contracted_hours_per_week: HoursPerWeek = entry(
        "Contracted hours",
        "Hours a week of the contract. A week of paid leave pays them; a worked week pays the paid "
        "work that is listed.",
        "hours_per_week",
        step=1.0,
    )
    paid_leave_weeks: Weeks = entry("Paid leave", "Weeks off that are paid.", "weeks_per_year", 0.0)


PAYS: Mapping[str, type[Pay]] = {
    form.model_fields["kind"].default: form
    for form in (Salary, Hourly, RatePerSession, SplitOfCollections)
}


class BenefitInKind(Inputs):
    """Something the employer pays for: a cost the person does not have, never pay."""

    label: ShortText = entry("Benefit", "What the employer provides.", "text", "Benefit")
    worth_per_year: Money = entry(
        "Worth a year", "What it would cost to buy it yourself.", "money_per_year", 0.0, step=100.0
    )


class Benefits(Inputs):
    """What an employer gives beside pay."""

    retirement_match_per_year: Money = entry(
        "Retirement match",
        "What the employer pays into your plan.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    stipends_per_year: Money = entry(
        "Stipends",
        "Cash for training, phone and the like, taxed as pay.",
        "money_per_year",
        0.0,
        step=100.0,
    )
    sign_on_bonus: Money = entry(
        "Sign-on bonus",
        "Paid once, spread here over the years you must stay.",
        "money",
        0.0,
        step=500.0,
    )
    sign_on_years: Years = entry(
        "Years to stay", "Years before the bonus is yours to keep.", "years", 1.0
    )
    loan_award_per_year: Money = entry(
        "Loan award",
        "What the employer or a programme pays off your student loans.",
        "money_per_year",
        0.0,
    )
    loan_award_taxable: bool = entry(
        "Award is taxed", "Whether the award counts as pay.", "choice", False
    )
    in_kind: tuple[BenefitInKind, ...] = Field(
        default=(),
        max_length=MOST_KINDS,
        title="Benefits in kind",
        description="Premium, supervision, training and the like that the employer pays for.",
    )
