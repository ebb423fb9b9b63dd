"""The way to a licence: what a board asks, what a week brings, how long it takes, what it costs."""

from calc.licensure.asked import Asked, Figure, requirement_for
from calc.licensure.formulas import ramp_sessions, sessions_lost_to_ramp
from calc.licensure.pace import Pace, pace_of
from calc.licensure.way import LicencePath, Term, way_to_licence

__all__ = [
    "Asked",
    "Figure",
    "LicencePath",
    "Pace",
    "Term",
    "pace_of",
    "ramp_sessions",
    "requirement_for",
    "sessions_lost_to_ramp",
    "way_to_licence",
]
