"""The scales of load in words: people in 100, the score behind them, and of what its parts are."""

from __future__ import annotations

import math

from calc.burnout import Load
from ui.telling.load_words import band_line, whole

HOURS_LEFT_OUT = (
    "Hours are those of a worked week, support hours of a month. “All hours” are those of Your "
    "hour without supervision, consultation and travel, and with those of another job."
)
SCORE = (
    "Behind the people in 100 stands a score. It is no further figure but the same on another "
    "scale, on which 50 is a typical practice whatever part of all therapists is exhausted."
)


def people(load: Load) -> str:
    """How many of 100 with the range, and the band it lies in; empty without a week of work."""
    if load.range is None or not math.isfinite(float(load.probability)):
        return ""
    shares = (load.probability, load.range.low, load.range.high)
    middle, low, high = (whole(float(share)) for share in shares)
    return f"**{middle}** in 100 exhausted, plausibly {low} to {high}. {band_line(load)}"
