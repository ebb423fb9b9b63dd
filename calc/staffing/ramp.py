"""How a new caseload grows: week by week, and later where insurers must first admit the clinician.

Sessions of a class of payer in week k are the lesser of its full number and the ramp times the
weeks since it could start.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from calc.months.filling import straight_share
from calc.number import WEEKS_PER_YEAR, FloatArray, Number, ratio_of
from calc.offers.licensure.terms import MOST_WEEKS_OF_RAMP
from calc.scenario.clinic_ahead import Hiring
from calc.staffing.posts import PostResult


@dataclass(frozen=True, slots=True)
class PayerClass:
    """The sessions of a post that share a payer: booked a week, and what they bring in a year."""

    payer: str
    booked_per_week: float
    receipts: float


@dataclass(frozen=True, slots=True)
class SessionsLost:
    """Booked sessions that a vacancy and its ramp cost, and the weeks until all are back."""

    sessions: float
    weeks_until_full: float


def payer_classes(post: PostResult) -> tuple[PayerClass, ...]:
    """A post's sessions by payer: insurers admit a new clinician late, and pay late."""
    kinds = post.scenario.work.session_kinds
    found = []
    for payer in ("private", "insurer"):
        rows = [
            (float(kind.booked_per_week), receipt.amount)
            for kind, receipt in zip(kinds, post.receipts, strict=False)
            if kind.payer == payer
        ]
        if rows:
            booked, receipts = (float(np.sum(column)) for column in zip(*rows, strict=True))
            found.append(PayerClass(payer, booked, receipts))
    return tuple(found)


def filled_shares(post: PostResult, part: PayerClass, hiring: Hiring, weeks: Number) -> FloatArray:
    """The share of a class of payer that is booked in weeks since the start, counted from 1.

    The ramp is shared among payers by their part of the caseload, and is that of a full-time post
    whatever the post's share.
    """
    delay = float(hiring.credentialing_weeks) if part.payer == "insurer" else 0.0
    share = float(ratio_of(part.booked_per_week, post.booked_per_week))
    ramp = float(hiring.ramp_sessions_per_week) * (share if part.booked_per_week else 0.0)
    return straight_share(weeks, part.booked_per_week, ramp, delay)


def sessions_lost(post: PostResult, hiring: Hiring, vacancy_weeks: float) -> SessionsLost:
    """What a departure costs in booked sessions, over the vacancy and the successor's ramp.

    Weeks count as they do over a year: worked weeks of 52.
    """
    most = 0.0
    lost = 0.0
    worked = post.worked_weeks / WEEKS_PER_YEAR
    for part in payer_classes(post):
        delay = float(hiring.credentialing_weeks) if part.payer == "insurer" else 0.0
        ramp = float(hiring.ramp_sessions_per_week)
        growing = post.booked_per_week / ramp if ramp and part.booked_per_week else 0.0
        until = delay + min(growing, float(MOST_WEEKS_OF_RAMP))
        weeks = np.arange(1.0, np.ceil(until) + 1.0)
        short = 1.0 - filled_shares(post, part, hiring, weeks)
        lost += part.booked_per_week * (vacancy_weeks + float(np.sum(short)))
        most = max(most, vacancy_weeks + until)
    return SessionsLost(lost * worked, most)
