"""Money in: everything the arrangement pays in a year, before costs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from calc.ledger import Line, formula, given, total
from calc.number import Number, at_least_zero
from calc.scenario import (
    Benefits,
    Employee,
    Hourly,
    OwnPractice,
    RatePerSession,
    Salary,
    SessionKind,
    SplitOfCollections,
    Work,
)
from calc.statements import FeeFlow, MoneyIn, Year


def fees_at_full_rate(booked: Number, fee_per_session: Number, clients: Number) -> Number:
    """What the diary would bring if every booked session were held and paid.

    >>> fees_at_full_rate(1_012.0, 150.0, 1.0)
    151800.0
    """
    return booked * fee_per_session * clients


def lost_fee_share(late: Number, late_charged: Number, late_part: Number) -> Number:
    """Part of the full fees that one way of losing sessions still brings.

    >>> lost_fee_share(0.06, 0.5, 1.0)
    0.03
    """
    return late * late_charged * late_part


def fees_collected_of_held(
    full_fees: Number, held_share: Number, collected_share: Number
) -> Number:
    """Fees that reach the bank for sessions held.

    >>> fees_collected_of_held(151_800.0, 0.5, 1.0)
    75900.0
    """
    return full_fees * held_share * collected_share


def charges_made(booked: Number, clients: Number, charged_share: Number, fee: Number) -> Number:
    """How many separate charges are made; a session without a fee makes none.

    >>> float(charges_made(1_000.0, 1.0, 0.95, 150.0))
    950.0
    """
    return np.where(np.greater(fee, 0.0), booked * clients * charged_share, 0.0)[()]


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


def part_of(amount: Number, share: Number) -> Number:
    """A share of an amount.

    >>> part_of(200.0, 0.25)
    50.0
    """
    return amount * share


def paid_at(rate: Number, quantity: Number) -> Number:
    """A rate times how often it is paid.

    >>> paid_at(45.0, 10.0)
    450.0
    """
    return rate * quantity


def statement(work: Work, year: Year) -> MoneyIn:
    """Money in of one year, with what is taxed, what is saved, and where the fees went."""
    fees = _fees(work, year)
    if isinstance(work, Employee):
        return _employee(work, year, fees)
    if isinstance(work, OwnPractice):
        return _money_in(fees.collected, fees.collected, None, fees)
    if isinstance(work.pay, SplitOfCollections):
        money = _split(work.pay, fees.collected)
        return _money_in(money, money, None, replace(fees, paid=money.amount))
    money = _per_session(work.pay, work, year)
    return _money_in(money, money, None, _flow_of_rates(work.pay, year, money))


def _employee(work: Employee, year: Year, fees: FeeFlow) -> MoneyIn:
    flow: FeeFlow | None = None
    match work.pay:
        case Salary() as salary:
            pay = _salary(salary, year)
        case Hourly() as hourly:
            pay = _hourly(hourly, year)
        case RatePerSession() as rate:
            pay = _per_session(rate, work, year)
            flow = _flow_of_rates(rate, year, pay)
        case SplitOfCollections() as split:
            pay = _split(split, fees.collected)
            flow = replace(fees, paid=pay.amount)
    taxed, untaxed, saved = _benefits(work.benefits)
    wages = total("money_in.wages", "Pay before tax", pay, *taxed, how="pay and taxed extras")
    money = total("money_in", "Money in", *wages.parts, *untaxed)
    return _money_in(money, wages, saved, flow)


def _money_in(money: Line, taxable: Line, saved: Line | None, flow: FeeFlow | None) -> MoneyIn:
    return MoneyIn(
        total=money,
        taxable=taxable,
        employer_saving=saved
        or given("money_in.saving", "Saved by the employer", 0.0, "money_per_year"),
        fees=flow,
    )


def _fees(work: Work, year: Year) -> FeeFlow:
    """Fees of all kinds from the diary to the bank."""
    rows: list[Line] = []
    full: Number = 0.0
    lost: Number = 0.0
    uncollected: Number = 0.0
    by_card: Number = 0.0
    card_charges: Number = 0.0
    by_insurer: Number = 0.0
    for index, (kind, seen) in enumerate(zip(work.session_kinds, year.kinds, strict=True)):
        booked = seen.booked.amount
        at_full = fees_at_full_rate(booked, kind.fee_per_session, kind.clients_per_session)
        held_share = at_least_zero(kind.held_share)
        row, charged_part = _kind_fees(kind, index, at_full, held_share, seen.booked)
        held_in_full = fees_collected_of_held(at_full, held_share, 1.0)
        charges = charges_made(
            booked,
            kind.clients_per_session,
            held_share
            + kind.late_cancelled_share * kind.late_cancelled_charged_share
            + kind.missed_share * kind.missed_charged_share,
            kind.fee_per_session,
        )
        rows.append(row)
        full = full + at_full
        lost = lost + (at_full - held_in_full - charged_part)
        uncollected = uncollected + (held_in_full - row.parts[0].amount)
        by_card = by_card + part_of(row.amount, kind.card_paid_share)
        card_charges = card_charges + part_of(charges, kind.card_paid_share)
        by_insurer = by_insurer + (row.amount if kind.payer == "insurer" else row.amount * 0.0)
    collected = total("money_in", "Session fees", *rows, unit="money_per_year")
    return FeeFlow(
        label="Fee",
        offered=full,
        lost=lost,
        uncollected=uncollected,
        collected=collected,
        paid=collected.amount,
        by_card=by_card,
        card_charges=card_charges,
        by_insurer=by_insurer,
    )


def _kind_fees(
    kind: SessionKind, index: int, at_full: Number, held_share: Number, booked: Line
) -> tuple[Line, Number]:
    key = f"money_in.kinds.{index}"
    fee = given(f"{key}.fee", "Fee per session", kind.fee_per_session, "money_per_session")
    held = formula(
        f"{key}.held",
        f"{kind.label}, sessions held",
        fees_collected_of_held(at_full, held_share, kind.collected_share),
        "money_per_year",
        "fee x clients x booked x share held x share collected",
        (fee, booked),
    )
    charged_share = lost_fee_share(
        kind.late_cancelled_share, kind.late_cancelled_charged_share, kind.late_cancelled_fee_part
    ) + lost_fee_share(kind.missed_share, kind.missed_charged_share, kind.missed_fee_part)
    charged = formula(
        f"{key}.charged",
        f"{kind.label}, lost sessions charged",
        part_of(at_full, charged_share),
        "money_per_year",
        "fee x clients x booked x share late-cancelled or missed x share charged x part of it",
        (fee, booked),
    )
    return total(key, kind.label, held, charged), charged.amount


def _split(split: SplitOfCollections, collected: Line) -> Line:
    share = given("money_in.share", "Your share", split.share, "share")
    row = formula(
        "money_in.split",
        "Your share of collections",
        part_of(collected.amount, split.share),
        "money_per_year",
        "collected for your sessions x your share",
        (collected, share),
    )
    return total("money_in", "Money in", row)


def _per_session(rate: RatePerSession, work: Work, year: Year) -> Line:
    rates = _rates(rate, len(year.kinds))
    rows = []
    for index, (kind, seen, per_held) in enumerate(
        zip(work.session_kinds, year.kinds, rates, strict=True)
    ):
        paid_sessions = seen.held.amount + part_of(seen.empty, rate.lost_sessions_paid_share)
        rows.append(
            formula(
                f"money_in.kinds.{index}",
                kind.label,
                paid_at(per_held, paid_sessions),
                "money_per_year",
                "rate x (sessions held + the paid part of lost sessions)",
                (seen.held, seen.lost),
            )
        )
    hours: Number = 0.0
    named = [bucket for bucket in year.buckets if bucket in rate.administration_rate_buckets]
    others = [year.buckets[bucket] for bucket in named if bucket != "sessions"]
    for line in others:
        hours = hours + line.amount
    other_work = formula(
        "money_in.administration",
        "Other paid work",
        paid_at(rate.administration_rate_per_hour, hours),
        "money_per_year",
        "hours of the work named x administration rate",
        tuple(others),
    )
    return total("money_in", "Pay for sessions", *rows, other_work)


def _rates(rate: RatePerSession, kinds: int) -> tuple[Number, ...]:
    one_for_all = len(rate.rates_per_session) == 1
    return rate.rates_per_session * kinds if one_for_all else rate.rates_per_session


def _flow_of_rates(rate: RatePerSession, year: Year, pay: Line) -> FeeFlow:
    """The staircase of pay by the session starts at the rate of every booked session."""
    offered: Number = 0.0
    for seen, per_held in zip(year.kinds, _rates(rate, len(year.kinds)), strict=True):
        offered = offered + paid_at(per_held, seen.booked.amount)
    for_sessions = pay.amount - pay.parts[-1].amount
    return FeeFlow(
        label="Rate",
        offered=offered,
        lost=offered - for_sessions,
        uncollected=offered * 0.0,
        collected=pay,
        paid=for_sessions,
        by_card=0.0,
        card_charges=0.0,
        by_insurer=0.0,
    )


def _salary(salary: Salary, year: Year) -> Line:
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
    return total("money_in.pay", "Salary and bonus", base, bonus)


def _hourly(hourly: Hourly, year: Year) -> Line:
    paid_hours = total(
        "money_in.paid_hours",
        "Paid hours",
        *(line.parts[0] for line in year.buckets.values()),
    )
    worked = formula(
        "money_in.hours",
        "Hours worked",
        paid_at(hourly.rate_per_hour, paid_hours.amount),
        "money_per_year",
        "paid hours x hourly rate",
        (paid_hours,),
    )
    leave_hours = paid_at(hourly.paid_leave_weeks, hourly.contracted_hours_per_week)
    leave = formula(
        "money_in.leave",
        "Paid leave",
        paid_at(hourly.rate_per_hour, leave_hours),
        "money_per_year",
        "paid-leave weeks x contracted hours x hourly rate",
    )
    return total("money_in.pay", "Pay by the hour", worked, leave)


def _benefits(benefits: Benefits) -> tuple[tuple[Line, ...], tuple[Line, ...], Line]:
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
