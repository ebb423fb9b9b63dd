"""The expected path: means in the order of a week, no chance."""

from __future__ import annotations

import numpy as np

from calc.months.counting import Counts, count
from calc.months.weeks import WeeksAhead
from calc.number import FloatArray


class Means:
    """Each step takes its mean, so that a path of one goes through the weeks."""

    paths = 1

    def part(self, _event: str, _week: int, people: FloatArray, chance: float) -> FloatArray:
        """The mean of those to whom it happens."""
        return people * chance

    def arrivals(self, _event: str, _week: int, mean: float) -> FloatArray:
        """The mean of those who come."""
        return np.full(self.paths, mean)

    def whole(self, _event: str, _week: int, people: FloatArray) -> FloatArray:
        """Parts of people stay parts."""
        return people

    def struck(self, _event: str, _week: int, chance: float) -> FloatArray:
        """Everybody is struck a little."""
        return np.full(self.paths, chance)

    def ill(self, weeks: int, chance: float, spell: int) -> FloatArray:
        """The chance that a spell began in this week or in one of those it lasts."""
        since = np.minimum(np.arange(1.0, weeks + 1.0), float(spell))
        found: FloatArray = np.tile((1.0 - (1.0 - chance) ** since)[:, None], self.paths)
        return found


def expected_counts(plan: WeeksAhead) -> Counts:
    """The counts of the expected path, as those of one path.

    They are the mean of the paths while places are free; at the cap they lie above it, for whoever
    asks in a full week is lost.
    """
    return count(plan, Means())
