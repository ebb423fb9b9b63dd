"""What a session of each payer brings and takes, by how it ends.

They are the year's formulas for one session. Where kinds differ, one that ends so has the mean
money and hours of its payer's mix, so that a full caseload is the scenario.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from calc.months.weeks import WeeksAhead
from calc.number import MINUTES_PER_HOUR, FloatArray
from calc.scenario import (
    Bucket,
    Contractor,
    Employee,
    OwnPractice,
    RatePerSession,
    Scenario,
    SessionKind,
)
from calc.year.money_in.fees import ways_lost

# What is counted of sessions, in this order.
ENDINGS = ("booked", "kept", "lost", "late_charged", "missed_charged")
# What each of them brings or takes, in this order: money that moves with the fee and money that
# does not, the parts of both paid by card, card charges, hours, and hours paid at a rate of theirs.
MEASURES = ("fee", "flat", "card", "card_flat", "charges", "hours", "paid_hours")
FEE, FLAT, CARD, CARD_FLAT, CHARGES, HOURS, PAID_HOURS = range(len(MEASURES))


@dataclass(frozen=True, slots=True)
class Prices:
    """What the practice's sessions and weeks bring and take.

    `of_payer` has for each payer a row an ending and a column a measure, per session. `per_week`
    and `per_year` are hours beside sessions, of a worked week and of a year; `paid_per_week` and
    `paid_per_year` those of them that are paid at `rate_per_hour`. `marketing` is part of
    `per_week`. `bought_per_week` is what supervision and consultation cost in a worked week.
    """

    of_payer: tuple[FloatArray, ...]
    per_week: float
    per_year: float
    paid_per_week: float
    paid_per_year: float
    rate_per_hour: float
    marketing: float
    bought_per_week: float


def prices_of(scenario: Scenario, plan: WeeksAhead) -> Prices:
    """The prices of a practice or contractor; `plan` says which payers there are."""
    work, time, support = scenario.work, scenario.work.time, scenario.support
    assert not isinstance(work, Employee)
    by_name = {
        payer.name: [
            (place, kind)
            for place, kind in enumerate(work.session_kinds)
            if kind.payer == payer.name
        ]
        for payer in plan.payers
    }
    paid = _paid_buckets(work)
    weekly: dict[Bucket, float] = {
        "administration": float(time.administration_hours_per_week),
        "marketing": float(time.marketing_hours_per_week),
        "meetings": float(time.meetings_hours_per_week),
        "supervision_received": float(support.supervision_hours_per_week)
        + float(support.consultation_hours_per_week),
        "supervision_given": float(time.supervision_given_hours_per_week),
        "training": float(time.training_hours_per_week),
        "travel": float(time.travel_hours_per_week),
    }
    per_year = float(time.training_hours_per_year)
    bought = float(support.supervision_hours_per_week) * float(support.supervision_price_per_hour)
    bought += float(support.consultation_hours_per_week) * float(
        support.consultation_price_per_hour
    )
    return Prices(
        of_payer=tuple(_mixed(scenario, kinds, paid) for kinds in by_name.values()),
        per_week=sum(weekly.values()),
        per_year=per_year,
        paid_per_week=sum(hours for bucket, hours in weekly.items() if bucket in paid),
        paid_per_year=per_year if "training" in paid else 0.0,
        rate_per_hour=_rate_per_hour(work),
        marketing=weekly["marketing"],
        bought_per_week=bought,
    )


def _paid_buckets(work: OwnPractice | Contractor) -> tuple[Bucket, ...]:
    """The kinds of work, sessions apart, that are paid by the hour."""
    pay = work.pay
    if not isinstance(pay, RatePerSession):
        return ()
    return tuple(bucket for bucket in pay.administration_rate_buckets if bucket != "sessions")


def _rate_per_hour(work: OwnPractice | Contractor) -> float:
    pay = work.pay
    return float(pay.administration_rate_per_hour) if isinstance(pay, RatePerSession) else 0.0


def _mixed(
    scenario: Scenario, kinds: Sequence[tuple[int, SessionKind]], paid: Sequence[Bucket]
) -> FloatArray:
    """The mean of a payer's kinds, each by how many of its sessions end so."""
    counts, sums = np.zeros(len(ENDINGS)), np.zeros((len(ENDINGS), len(MEASURES)))
    for place, kind in kinds:
        ends = _ends(kind)
        counts += ends
        sums += ends[:, None] * _of_kind(scenario, place, kind, paid)
    return sums / np.where(counts > 0.0, counts, 1.0)[:, None]


def _ends(kind: SessionKind) -> FloatArray:
    """How many of a kind's sessions of a week end in each way, in the order of `ENDINGS`."""
    late, missed = ways_lost(kind)
    lost = float(kind.late_cancelled_share) + float(kind.missed_share)
    shares = (1.0, 1.0 - lost, lost, float(late.share_charged), float(missed.share_charged))
    return float(kind.booked_per_week) * np.array(shares)


def fees_by_ending(kinds: Sequence[SessionKind]) -> FloatArray:
    """What a session of some kinds is paid on average, by how it ends, in the order of `ENDINGS`.

    Each kind counts by how many of its sessions end so.
    """
    counts, sums = np.zeros(len(ENDINGS)), np.zeros(len(ENDINGS))
    for kind in kinds:
        ends, found = _ends(kind), np.zeros((len(ENDINGS), len(MEASURES)))
        _add_fees(found, kind)
        counts += ends
        sums += ends * (found[:, FEE] + found[:, FLAT])
    return sums / np.where(counts > 0.0, counts, 1.0)


def _of_kind(
    scenario: Scenario, place: int, kind: SessionKind, paid: Sequence[Bucket]
) -> FloatArray:
    """A row an ending, a column a measure, of one kind of session."""
    found = _hours(scenario, kind, paid)
    work = scenario.work
    assert not isinstance(work, Employee)
    if isinstance(work.pay, RatePerSession):
        _add_rates(found, work.pay, place, kind)
    else:
        _add_fees(found, kind)
    return found


def _hours(scenario: Scenario, kind: SessionKind, paid: Sequence[Bucket]) -> FloatArray:
    """Hours only: a group meets whoever comes, and anybody else's lost session is waited for."""
    found = np.zeros((len(ENDINGS), len(MEASURES)))
    minutes: dict[Bucket, float] = {
        "sessions": float(kind.minutes_per_session),
        "notes": float(kind.notes_minutes_per_session),
        "billing": float(kind.billing_minutes_per_session),
    }
    waited = float(kind.minutes_per_session)
    waited *= 1.0 - float(scenario.work.time.waiting_reused_share)
    group = float(kind.clients_per_session) > 1.0
    row = ENDINGS.index("booked" if group else "kept")
    found[row, HOURS] = sum(minutes.values())
    found[row, PAID_HOURS] = sum(taken for bucket, taken in minutes.items() if bucket in paid)
    if not group:
        lost = ENDINGS.index("lost")
        found[lost, HOURS] = waited
        found[lost, PAID_HOURS] = waited if "waiting" in paid else 0.0
    return found / MINUTES_PER_HOUR


def _add_rates(found: FloatArray, pay: RatePerSession, place: int, kind: SessionKind) -> None:
    """A rate for each session held, and for the paid part of those that are lost."""
    rates = pay.rates_per_session
    rate = float(rates[0] if len(rates) == 1 else rates[place])
    if float(kind.clients_per_session) > 1.0:
        found[ENDINGS.index("booked"), FEE] = rate
        return
    found[ENDINGS.index("kept"), FEE] = rate
    found[ENDINGS.index("lost"), FEE] = rate * float(pay.lost_sessions_paid_share)


def _add_fees(found: FloatArray, kind: SessionKind) -> None:
    """The fee of a session kept, and what is charged for one that is lost."""
    clients, fee = float(kind.clients_per_session), float(kind.fee_per_session)
    by_card = float(kind.card_paid_share)
    kept = found[ENDINGS.index("kept")]
    kept[FEE] = fee * clients * float(kind.collected_share)
    kept[CHARGES] = clients * by_card if fee > 0.0 else 0.0
    for name, way in zip(("late_charged", "missed_charged"), ways_lost(kind), strict=True):
        row, charge = found[ENDINGS.index(name)], float(way.charge)
        row[FLAT if way.flat else FEE] = charge * clients * (1.0 if way.flat else float(way.part))
        row[CHARGES] = clients * by_card if charge > 0.0 else 0.0
    found[:, CARD] = found[:, FEE] * by_card
    found[:, CARD_FLAT] = found[:, FLAT] * by_card
