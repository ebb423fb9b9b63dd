"""The books of posts: what they bring and cost in a year, a batch of posts alike at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from calc.ledger import Line
from calc.number import MONTHS_PER_YEAR, Number, added, ratio_of, where
from calc.parameters import Rules
from calc.scenario import Bucket, Employee, Hourly, OwnPractice, RatePerSession, UsTax
from calc.scenario.clinic import Clinic
from calc.scenario.posts import Post
from calc.scenario.sessions import booked_in_all
from calc.staffing.batches import Batch
from calc.taxes.payroll import PayrollRates, employer_load, payroll_rates, share_of_pay
from calc.year.costs import card_fees_per_year, cost_per_year
from calc.year.evaluate import Result
from calc.year.money_in.fees import fees_of
from calc.year.money_in.overtime import US_CURRENCY, overtime_law, pay_of_hours
from calc.year.tax_return import premium_before_tax

# Hours that come and go with sessions.
WITH_SESSIONS: tuple[Bucket, ...] = ("sessions", "notes", "billing", "waiting")


def rates_of(clinic: Clinic, rules: Rules) -> PayrollRates:
    """The clinic's payroll taxes; only its own rates where it is not in the United States.

    A household that states a rate of its own for tax does not take them off its employer: only
    with another currency is the clinic elsewhere.
    """
    terms = clinic.employer
    if clinic.currency != US_CURRENCY and not isinstance(clinic.household.tax, UsTax):
        return PayrollRates(workers_compensation_share=terms.workers_compensation_share)
    return payroll_rates(
        rules,
        clinic.state,
        state_unemployment_rate=terms.state_unemployment_rate,
        state_unemployment_base=terms.state_unemployment_base_per_year,
        workers_compensation_share=terms.workers_compensation_share,
        federal_unemployment=terms.federal_unemployment,
        employees=employees_of(clinic),
        paid_leave=terms.other_payroll_rate is None,
    )


def employees_of(clinic: Clinic) -> float:
    """How many employees a plan has: posts on a payroll, whatever their hours, and administrators.

    Contractors and owners are none.
    """
    posts = sum(isinstance(post.work, Employee) for post in clinic.posts)
    return posts + float(clinic.administration.administrators)


@dataclass(frozen=True, slots=True)
class Books:
    """Amounts of a batch by field of `PostResult`, and its receipts row by row."""

    amounts: dict[str, Number]
    rows: tuple[tuple[str, str], ...]
    row_amounts: tuple[tuple[float, ...], ...]


def books_of(clinic: Clinic, rates: PayrollRates, batch: Batch, members: Sequence[Post]) -> Books:
    """What the posts of a batch bring and cost: of an owner, what the practice costs.

    Taxes on a practice itself are no cost of a post: those on receipts are the whole clinic's,
    those on profit the owner's own.
    """
    result = batch.result
    work, year = result.scenario.work, result.year
    fees = fees_of(work, year)
    payers: list[str] = [kind.payer for kind in work.session_kinds]
    rows = [
        (row.label, payer, row.amount)
        for row, payer in zip(fees.collected.parts, payers, strict=True)
    ]
    seats = cost_per_year(clinic.shared.each_clinician_per_month, MONTHS_PER_YEAR)
    other: Number = _column(members, "other_cost_per_year") + seats
    pay: Number = 0.0
    load: Number = 0.0
    by_session: Number = 0.0
    other_receipts: Number = 0.0
    owed: Number = 0.0
    if isinstance(work, OwnPractice):
        costs = result.work_costs
        processing = costs.card_fees.amount + costs.outside_billing.amount
        owed = costs.practice_taxes
        other = other + (result.costs.amount - processing - owed)
        if work.other_receipts_per_year is not None:
            other_receipts = work.other_receipts_per_year
            rows.append(("Other receipts", "", other_receipts))
    else:
        shared = clinic.shared
        processing = card_fees_per_year(
            fees.by_card, shared.card_fee_share, fees.card_charges, shared.card_fee_per_charge
        ) + share_of_pay(fees.by_insurer, shared.outside_billing_share)
        pay = result.money_in.amount
        by_session = pay_by_session(result)
        if isinstance(work, Employee):
            load, on_top = _load_of(clinic, rates, result, members)
            by_session = by_session + share_of_pay(by_session, on_top)
    cost = pay + load + other
    amounts: dict[str, Number] = {
        "pay": pay,
        "employer_load": load,
        "other_cost": other,
        "processing": processing,
        "fixed_cost": cost - by_session,
        "other_receipts": other_receipts,
        "practice_taxes": owed,
        "booked_per_week": booked_in_all(work.session_kinds),
        "held_per_year": year.held.amount,
        "client_hours": year.buckets["sessions"].amount,
        "worked_weeks": year.worked_weeks.amount,
        "supervision_given_per_week": work.time.supervision_given_hours_per_week,
    }
    return Books(
        amounts=amounts,
        rows=tuple((label, payer) for label, payer, _ in rows),
        row_amounts=tuple(batch.each(amount) for _, _, amount in rows),
    )


def pay_by_session(result: Result) -> Number:
    """The part of a year's pay that goes with every session: work paid beside them too."""
    work, flow = result.scenario.work, result.money.fees
    paid: Number = 0.0 if flow is None else flow.paid
    year = result.year
    if isinstance(work.pay, RatePerSession):
        named = [name for name in WITH_SESSIONS[1:] if name in work.pay.administration_rate_buckets]
        hours = added(year.buckets[name].amount for name in named)
        paid = paid + share_of_pay(hours, work.pay.administration_rate_per_hour)
    if isinstance(work.pay, Hourly):
        paid = pay_of_session_hours(result, work.pay)
    return paid


def pay_of_session_hours(result: Result, pay: Hourly, times: Number = 1.0) -> Number:
    """Pay by the hour for so many times the hours of sessions: the last of a week, at its rates."""
    year, law = result.year, overtime_law(result.scenario.currency)
    rate, weeks = pay.rate_per_hour, year.worked_weeks.amount
    with_sessions = added(year.rows[name].paid.amount for name in WITH_SESSIONS)
    beside = added(row.paid.amount for row in year.rows.values()) - with_sessions
    every = beside + with_sessions * times
    return pay_of_hours(rate, every, weeks, law) - pay_of_hours(rate, beside, weeks, law)


def times_until_overtime(result: Result) -> Number:
    """How many times the hours of sessions fill a week of 40 hours; NaN where nothing does."""
    year, law = result.year, overtime_law(result.scenario.currency)
    if law is None:
        return np.nan
    with_sessions = added(year.rows[name].paid.amount for name in WITH_SESSIONS)
    beside = added(row.paid.amount for row in year.rows.values()) - with_sessions
    room = year.worked_weeks.amount * law.of("hours_per_week") - beside
    return ratio_of(room, with_sessions)


def load_at(
    clinic: Clinic, rates: PayrollRates, result: Result, wages: Number, members: Sequence[Post]
) -> Line:
    """What employees of these wages cost on top of pay, all else as in the plan."""
    taxed = _taxed(result, wages)
    return employer_load(
        wages,
        rates,
        taxed_pay=taxed,
        benefits_share=_column(members, "benefits_cost_share"),
        benefits_per_year=_column(members, "benefits_cost_per_year"),
        other_per_year=share_of_pay(taxed, clinic.employer.stated_payroll_rate),
    )


def _taxed(result: Result, wages: Number) -> Number:
    """As in the clinician's own payroll tax: premium or HSA from pay is not taxed, a 401(k) is."""
    premium = premium_before_tax(result.scenario, wages, result.health_cover.amount)
    return wages - premium - result.saving.hsa_deducted


def _load_of(
    clinic: Clinic, rates: PayrollRates, result: Result, members: Sequence[Post]
) -> tuple[Number, Number]:
    """What employees cost on top of pay, and what a further dollar of pay would add to it."""
    wages = result.money.taxable.amount
    taxed = _taxed(result, wages)
    state_rate = rates.state_unemployment_rate + rates.state_tax_rate
    on_top = rates.medicare_rate + rates.workers_compensation_share
    stopping = (
        rates.social_security_rate,
        rates.federal_unemployment_rate,
        state_rate,
        rates.leave_rate,
    )
    for base, rate in zip(rates.bases, stopping, strict=True):
        on_top = on_top + where(np.less(taxed, base), rate, 0.0)
    on_top = on_top + _column(members, "benefits_cost_share") + clinic.employer.stated_payroll_rate
    return load_at(clinic, rates, result, wages, members).amount, on_top


def _column(members: Sequence[Post], name: str) -> Number:
    """A field of the posts as one column; one number where the batch has one post."""
    values = [float(getattr(post, name)) for post in members]
    return np.array(values) if len(values) > 1 else values[0]
