"""The way to a licence: what a board asks, what a week brings, how long it takes, what it costs."""

from calc.offers.licensure.asked import Asked, Figure, requirement_for
from calc.offers.licensure.costs import CostOfWay, Fee, FeeOnTheWay, cost_of_way, fees_of
from calc.offers.licensure.delays import Delays, delays
from calc.offers.licensure.pace import Pace, pace_of, pace_of_year
from calc.offers.licensure.way import LicencePath, Term, way_to_licence, weeks_to_licence

__all__ = [
    "Asked",
    "CostOfWay",
    "Delays",
    "Fee",
    "FeeOnTheWay",
    "Figure",
    "LicencePath",
    "Pace",
    "Term",
    "cost_of_way",
    "delays",
    "fees_of",
    "pace_of",
    "pace_of_year",
    "requirement_for",
    "way_to_licence",
    "weeks_to_licence",
]
