"""How far a year's fees stray: sessions that are lost, and the far larger part, the caseload."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from calc.number import FloatArray

PERCENT = 100.0


@dataclass(frozen=True, slots=True)
class Moments:
    """A mean and the variance about it."""

    mean: float
    variance: float

    @property
    def deviation(self) -> float:
        """The standard deviation."""
        return math.sqrt(self.variance)


@dataclass(frozen=True, slots=True)
class FeeOfSession:
    """What a booked session brings: its mean, and the mean of its square."""

    mean: float
    square: float


def fee_of_session(
    fee: float, lost_share: float, charged_share: float, charged_part: float
) -> FeeOfSession:
    """The fee where it is kept, a part of it where it is lost and charged, else nothing.

    >>> fee_of_session(150.0, 0.12, 0.5, 0.8)
    FeeOfSession(mean=139.2, square=20664.0)
    """
    kept, charged = 1.0 - lost_share, lost_share * charged_share
    part = charged_part * fee
    return FeeOfSession(kept * fee + charged * part, kept * fee * fee + charged * part * part)


def fees_of_fixed_bookings(booked: float, session: FeeOfSession) -> Moments:
    """Fees of so many booked sessions, each lost or kept by itself: n E[X] and n Var X.

    >>> fees_of_fixed_bookings(22.0, fee_of_session(150.0, 0.12, 0.5, 0.8))
    Moments(mean=3062.4, variance=28321.92)
    """
    return Moments(booked * session.mean, booked * (session.square - session.mean * session.mean))


def fees_of_poisson_caseload(
    mean_caseload: float, booking_chance: float, session: FeeOfSession
) -> Moments:
    """Fees of a week where the caseload itself is Poisson: L f E[X] and L f E[X^2].

    >>> fees_of_poisson_caseload(20.0, 0.85, fee_of_session(150.0, 0.12, 0.5, 0.8))
    Moments(mean=2366.4, variance=351288.0)
    """
    booked = mean_caseload * booking_chance
    return Moments(booked * session.mean, booked * session.square)


def fees_of_weeks(
    mean_caseload: float,
    booking_chance: float,
    session: FeeOfSession,
    still_there: FloatArray,
) -> Moments:
    """Fees of so many weeks of a standing Poisson caseload: the same clients come week after week.

    `still_there` has, for each lag of 0, 1, ... weeks, the share of a week's clients who are still
    clients then. Variance = W L f E[X^2] + 2 (f E[X])^2 L x the sum of (W - k) times that share.

    >>> fees_of_weeks(20.0, 1.0, FeeOfSession(1.0, 1.0), np.array([1.0, 0.5]))
    Moments(mean=40.0, variance=60.0)
    """
    weeks = len(still_there)
    one = fees_of_poisson_caseload(mean_caseload, booking_chance, session)
    lags = np.arange(1, weeks)
    shared = float(np.sum((weeks - lags) * still_there[1:]))
    of_client = booking_chance * session.mean
    together = of_client * of_client * mean_caseload
    return Moments(weeks * one.mean, weeks * one.variance + (together + together) * shared)


def fewest_kept(booked: int, kept_share: float, in_hundred: float) -> int:
    """The kept sessions that so many of 100 months fall short of at most: a binomial quantile.

    >>> fewest_kept(84, 0.85, 5.0)
    66
    """
    law = [
        math.comb(booked, kept) * kept_share**kept * (1.0 - kept_share) ** (booked - kept)
        for kept in range(booked + 1)
    ]
    return int(np.searchsorted(np.cumsum(law), in_hundred / PERCENT))
