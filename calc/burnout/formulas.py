"""Arithmetic of the load indicator: a factor's effect, the score, the figure of 100, its parts."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from calc.number import Number, ratio_of, where

PERCENT = 100.0
NEXT_TO_TYPICAL = 1e-9  # log-odds below which a quotient of differences is rounding


def sigmoid(log_odds: Number) -> Number:
    """A share from its log-odds.

    >>> float(sigmoid(0.0))
    0.5
    """
    return 1.0 / (1.0 + np.exp(-log_odds))


def logit(share: float) -> float:
    """The log-odds of a share.

    >>> round(logit(0.37), 4)
    -0.5322
    """
    return float(np.log(share / (1.0 - share)))


def effect_by_corners(value: Number, at: Sequence[float], shape: Sequence[float]) -> Number:
    """How far a factor is from typical: straight between its corners, flat beyond them.

    >>> corners = (20.0, 36.0, 70.0), (-8.0, 0.0, 34.0)
    >>> float(effect_by_corners(28.0, *corners)), float(effect_by_corners(90.0, *corners))
    (-4.0, 34.0)
    """
    return np.interp(value, at, shape)


def effect_by_logarithm(value: Number, least: float, most: float, reference: float) -> Number:
    """How far a ratio is from typical, by its logarithm, within limits.

    >>> float(effect_by_logarithm(1.2, 0.4, 2.0, 1.2))
    0.0
    """
    return np.log(np.clip(value, least, most) / reference)


def score_of(log_odds: Number) -> Number:
    """The score from 0 to 100: 50 is a typical practice.

    >>> float(score_of(1.53104))
    82.22
    """
    return PERCENT * sigmoid(log_odds)


def probability_of(log_odds: Number, base_log_odds: Number, limit: float) -> Number:
    """The share with high exhaustion: the base, and all factors together within a soft limit.

    >>> round(float(probability_of(1.53104, logit(0.37), 2.0)), 4)
    0.6805
    """
    return sigmoid(base_log_odds + limit * np.tanh(log_odds / limit))


def share_per_log_odds(log_odds: Number, probability: Number, base: float) -> Number:
    """What each log-odds of a factor adds to the share: the parts then add up exactly.

    This splits along the straight line from the typical practice; there, it is the slope.

    >>> round(float(share_per_log_odds(0.0, 0.37, 0.37)), 4)
    0.2331
    """
    near = np.less(np.abs(log_odds), NEXT_TO_TYPICAL)
    slope = (probability - base) / where(near, 1.0, log_odds)
    return where(near, base * (1.0 - base), slope)


def pay_over_needs(pay: Number, needs: Number, where_none: float) -> Number:
    """Pay over the household's needs; the typical ratio where no needs are stated.

    >>> float(pay_over_needs(60_000.0, 48_000.0, 1.2)), float(pay_over_needs(60_000.0, 0.0, 1.2))
    (1.25, 1.2)
    """
    return where(np.equal(needs, 0.0), where_none, ratio_of(pay, needs))


def debt_over_income(debt: Number, income: Number, where_none: float) -> Number:
    """Debt over income; a fixed high ratio where there is debt and no income.

    >>> float(debt_over_income(60_000.0, 120_000.0, 3.0)), float(debt_over_income(1.0, -5.0, 3.0))
    (0.5, 3.0)
    """
    none = np.less_equal(income, 0.0)
    share = debt / where(none, 1.0, income)
    high = where(np.greater(debt, 0.0), where_none, 0.0)
    return where(none, high, share)
