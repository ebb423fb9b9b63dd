"""The expected path: means in the order of a week, no chance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from calc.months.counting import Counts, count
from calc.months.moving import Rows
from calc.months.weeks import WeeksAhead
from calc.number import FloatArray


class Means:
    """Each step takes its mean, so that a path of one goes through the weeks, in plain floats."""

    paths = 1
    nobody = 0.0

    def everybody(self, number: float) -> float:
        """So many."""
        return number

    def least(self, one: float, other: float) -> float:
        """The smaller of two numbers."""
        return min(one, other)

    def any(self, people: float) -> bool:
        """Whether there is any part of anybody."""
        return people > 0.0

    def room(self, places: float, taken: float) -> float:
        """Places that nobody has taken."""
        return max(places - taken, 0.0)

    def part(self, _event: str, _week: int, people: float, chance: float) -> float:
        """The mean of those to whom it happens."""
        return people * chance

    def share(self, _event: str, _week: int, people: float, share: float) -> float:
        """Parts of people stay parts."""
        return people * share

    def blow(self, _event: str, _week: int, people: float, blow: tuple[float, float]) -> float:
        """Everybody is struck a little."""
        chance, share = blow
        return people * (chance * share)

    def among(self, _event: str, _week: int, find: float, asking: tuple[float, float]) -> float:
        """The first one's share of all who ask; of nobody, nothing."""
        first, second = asking
        share = find * first / (first + second) if first + second else 0.0
        return min(max(share, find - second), find)

    def arrivals(self, _event: str, means: FloatArray) -> Sequence[float]:
        """The mean of those who come."""
        return [float(mean) for mean in means]

    def rows(self, people: FloatArray) -> Rows:
        """Parts of people stay parts."""
        return people

    def parts(self, _event: str, _weeks: NDArray[np.intp], people: Rows, chance: float) -> Rows:
        """The mean of those to whom it happens."""
        found: Rows = people * chance
        return found

    def there(self, weeks: int, chance: float, spell: int) -> Rows:
        """The chance that no spell began in this week or in one of those it lasts."""
        since = np.minimum(np.arange(1.0, weeks + 1.0), float(spell))
        found: FloatArray = 1.0 - (1.0 - (1.0 - chance) ** since)
        return found[:, None]


def expected_counts(plan: WeeksAhead) -> Counts:
    """The counts of the expected path, as those of one path.

    They are the mean of the paths while places are free; at the cap they lie above it, for whoever
    asks in a full week is lost.
    """
    return count(plan, Means())
