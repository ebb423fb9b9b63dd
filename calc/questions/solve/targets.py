"""What an answer must meet: figures of a year that have to be at least, or at most, so much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from calc.number import MONTHS_PER_YEAR, Number
from calc.year.evaluate import Result

Figure: TypeAlias = Literal[
    "take_home_per_month",
    "left_over_per_month",
    "wage",
    "wage_after_loans",
    "wage_after_loans_and_therapy",
    "hours_per_week",
    "load_score",
    "load_in_100",
]
FIGURES: tuple[Figure, ...] = get_args(Figure)
AT_MOST: tuple[Figure, ...] = ("hours_per_week", "load_score", "load_in_100")


@dataclass(frozen=True, slots=True)
class Target:
    """One figure and its limit: at least so much, or at most where less is wanted (`at_most`)."""

    figure: Figure
    limit: Number

    @property
    def at_most(self) -> bool:
        """Whether less is wanted: hours and load."""
        return self.figure in AT_MOST

    def margin(self, amount: Number) -> Number:
        """How far an amount is on the right side of the limit; below zero it misses it."""
        return self.limit - amount if self.at_most else amount - self.limit


def figure_of(result: Result, figure: Figure) -> Number:
    """The figure of a result that a target speaks of."""
    match figure:
        case "take_home_per_month":
            return result.take_home.amount / MONTHS_PER_YEAR
        case "left_over_per_month":
            return result.left_over.amount / MONTHS_PER_YEAR
        case "wage":
            return result.wage.amount
        case "wage_after_loans":
            return result.wage_after_loans.amount
        case "wage_after_loans_and_therapy":
            return result.wage_after_loans_and_therapy.amount
        case "hours_per_week":
            return result.year.hours_per_week.amount
        case "load_score":
            return result.load.score
        case _:
            return result.load.in_100
