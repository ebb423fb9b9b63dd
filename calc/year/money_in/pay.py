"""Pay of contractors and employees, and what an employer gives beside it."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import MONTHS_PER_YEAR, Number, added, at_least_zero
from calc.scenario import Benefits, Hourly, RatePerSession, Salary, SplitOfCollections, Work
from calc.statements import Earned, FeeFlow, Year
from calc.year.money_in.fees import part_of
from calc.year.money_in.overtime import overtime_law, overtime_line


def bonus_or_cut(
    held: Number, quota: Number, bonus_per_session: Number, cut_per_session: Number
) -> Number:
    """Pay for sessions above a quota, less the cut for sessions short of it.

    >>> float(bonus_or_cut(1_100.0, 1_000.0, 20.0, 0.0))
    2000.0
    """
    above = at_least_zero(held - quota) * bonus_per_session
    return above - at_least_zero(quota - held) * cut_per_session


def spread_over_years(amount: Number, years: Number) -> Number:
    """A single payment, spread over the years it is for.

    >>> spread_over_years(6_000.0, 3.0)
    2000.0
    """
    return amount / years


def paid_at(rate: Number, quantity: Number) -> Number:
    """A rate times how often it is paid.

    >>> paid_at(45.0, 10.0)
    450.0
    """
    return rate * quantity


def split_by_steps(
    collected_per_month: Number, share: Number, steps: Iterable[tuple[Number, Number]]
) -> Number:
    """A month's pay where the share changes: steps are how much more is collected, and what then.

    50 % of the first 1,000, 65 % of the next 1,500, 75 % beyond: 500 + 975 + 1,125 of 4,000.

    >>> float(split_by_steps(4_000.0, 0.50, [(1_000.0, 0.65), (1_500.0, 0.75)]))
    2600.0
    """
    paid, begins = part_of(collected_per_month, share), 0.0 * collected_per_month
    for width, beyond in steps:
        begins = begins + width
        paid = paid + part_of(at_least_zero(collected_per_month - begins), beyond - share)
        share = beyond
    return paid


def paid_by_split(split: SplitOfCollections, collected: Number) -> Number:
    """A year's pay by a split, all months being alike."""
    steps = [(step.after_next_per_month, step.beyond_share) for step in split.steps]
    return paid_at(split_by_steps(collected / MONTHS_PER_YEAR, split.share, steps), MONTHS_PER_YEAR)


def split_of(split: SplitOfCollections, collected: Line) -> Earned:
    """The person's share of what is collected."""
    share = given("money_in.share", "Your share", split.share, "share")
    steps = [
        line
        for place, step in enumerate(split.steps)
        for line in (
            given(
                f"money_in.steps.{place}.after",
                "After the next, a month",
                step.after_next_per_month,
                "money_per_month",
            ),
            given(f"money_in.steps.{place}.share", "Your share beyond", step.beyond_share, "share"),
        )
    ]
    row = formula(
        "money_in.split",
        "Your share of collections",
        paid_by_split(split, collected.amount)
        if split.steps
        else part_of(collected.amount, split.share),
        "money_per_year",
        "collected for your sessions in a month, each part of it x its share, x 12"
        if split.steps
        else "collected for your sessions x your share",
        (collected, share, *steps),
    )
    return Earned(total("money_in", "Money in", row), main=row.amount, beside=row.amount * 0.0)


def pay_per_session(rate: RatePerSession, work: Work, year: Year) -> Earned:
    """Pay for sessions by kind, then for other work."""
    rates = _rates(rate, len(year.kinds))
    rows = []
    for index, (kind, seen, per_held) in enumerate(
        zip(work.session_kinds, year.kinds, rates, strict=True)
    ):
        paid_sessions = seen.held.amount + part_of(seen.empty, rate.lost_sessions_paid_share)
        rows.append(
            formula(
                f"money_in.kinds.{index}",
                kind.name,
                paid_at(per_held, paid_sessions),
                "money_per_year",
                "rate x (sessions held + the paid part of lost sessions)",
                (seen.held, seen.lost),
            )
        )
    named = [bucket for bucket in year.buckets if bucket in rate.administration_rate_buckets]
    others = [year.buckets[bucket] for bucket in named if bucket != "sessions"]
    hours = added(line.amount for line in others)
    other_work = formula(
        "money_in.administration",
        "Other paid work",
        paid_at(rate.administration_rate_per_hour, hours),
        "money_per_year",
        "hours of the work named x administration rate",
        tuple(others),
    )
    pay = total("money_in", "Pay for sessions", *rows, other_work)
    return Earned(pay, main=pay.amount - other_work.amount, beside=other_work.amount)


def _rates(rate: RatePerSession, kinds: int) -> tuple[Number, ...]:
    one_for_all = len(rate.rates_per_session) == 1
    return rate.rates_per_session * kinds if one_for_all else rate.rates_per_session


def flow_of_rates(rate: RatePerSession, year: Year, pay: Earned) -> FeeFlow:
    """The staircase of pay by the session starts at the rate of every booked session."""
    rates = _rates(rate, len(year.kinds))
    offered = added(
        paid_at(per_held, seen.booked.amount)
        for seen, per_held in zip(year.kinds, rates, strict=True)
    )
    return FeeFlow(
        label="Rate",
        offered=offered,
        lost=offered - pay.main,
        uncollected=offered * 0.0,
        collected=pay.line,
        paid=pay.main,
        by_card=0.0,
        card_charges=0.0,
        by_insurer=0.0,
    )


def salary_of(salary: Salary, year: Year) -> Earned:
    """A salary, with what the quota adds or takes."""
    base = given("money_in.salary", "Salary", salary.salary_per_year, "money_per_year")
    quota = paid_at(salary.quota_sessions_per_week, year.worked_weeks.amount)
    change = bonus_or_cut(
        year.held.amount,
        quota,
        salary.bonus_per_session_above_quota,
        salary.cut_per_session_below_quota,
    )
    bonus = formula(
        "money_in.bonus",
        "Bonus or cut by quota",
        np.maximum(change, -base.amount),
        "money_per_year",
        "sessions above the quota x bonus, less sessions short of it x cut; at most the salary",
        (year.held,),
    )
    pay = total("money_in.pay", "Salary and bonus", base, bonus)
    return Earned(pay, main=base.amount, beside=bonus.amount)


def hourly_of(hourly: Hourly, year: Year, currency: str) -> Earned:
    """Pay for paid hours, what law adds to those beyond 40 a week, and paid leave.

    Leave is at the plain rate: its hours are not worked.
    """
    paid_hours = total(
        "money_in.paid_hours",
        "Paid hours",
        *(row.paid for row in year.rows.values()),
    )
    worked = formula(
        "money_in.hours",
        "Hours worked",
        paid_at(hourly.rate_per_hour, paid_hours.amount),
        "money_per_year",
        "paid hours x hourly rate",
        (paid_hours,),
    )
    law, rows = overtime_law(currency), [worked]
    if law is not None:
        rows.append(overtime_line(hourly.rate_per_hour, paid_hours, year.worked_weeks, law))
    leave_hours = paid_at(hourly.paid_leave_weeks, hourly.contracted_hours_per_week)
    leave = formula(
        "money_in.leave",
        "Paid leave",
        paid_at(hourly.rate_per_hour, leave_hours),
        "money_per_year",
        "paid-leave weeks x contracted hours x hourly rate",
    )
    pay = total("money_in.pay", "Pay by the hour", *rows, leave)
    return Earned(pay, main=added(row.amount for row in rows), beside=leave.amount)


def benefits_of(benefits: Benefits) -> tuple[tuple[Line, ...], tuple[Line, ...], Line]:
    """Taxed extras, untaxed money, and what of it is saved."""
    stipends = given("money_in.stipends", "Stipends", benefits.stipends_per_year, "money_per_year")
    sign_on = formula(
        "money_in.sign_on",
        "Sign-on bonus",
        spread_over_years(benefits.sign_on_bonus, benefits.sign_on_years),
        "money_per_year",
        "spread over the years you must stay",
    )
    match_ = given(
        "money_in.match", "Retirement match", benefits.retirement_match_per_year, "money_per_year"
    )
    award = given("money_in.award", "Loan award", benefits.loan_award_per_year, "money_per_year")
    saved = total("money_in.saving", "Saved by the employer", match_, award)
    if benefits.loan_award_taxable:
        return (stipends, sign_on, award), (match_,), saved
    return (stipends, sign_on), (match_, award), saved
