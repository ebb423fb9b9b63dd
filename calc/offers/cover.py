"""Whether what letters do not state, and health cover alone, decides which offer is first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from calc.offers.chance import OfChance
from calc.offers.compare import Compared, Comparison, compare, figure_of_year
from calc.offers.unsaid import band, cover_is_stated
from calc.parameters import typical
from calc.scenario.offers import Unsaid


def decided_by_cover(comparison: Comparison) -> tuple[Compared, ...]:
    """Offers whose premium nobody stated, where another than the first may be best by it.

    Each such premium is read as nothing and as what cover costs on the market. The first offer of
    the goal stays first if its lower figure is no less than the higher figure of every other; else
    those are given, in their order, whose reading moves it or its rivals. Empty where all state
    their premium, where the goal is not of money, and where the price is not known (it is in
    dollars).
    """
    offers, goal = comparison.offers, comparison.offers.goal
    ranked = comparison.ranked()
    silent = [found for found in ranked if not cover_is_stated(found.offer)]
    if not (silent and ranked[1:]) or offers.currency != "USD":
        return ()
    if goal == "load" or goal == "licence":
        return ()
    figures = {one.place: [one.figure(goal, offers.horizon_years)] for one in ranked}
    if goal == "value":  # an offer may lead on to one whose premium is open
        for found in (one for read in _read(comparison, silent) for one in read.compared):
            figures[found.place].append(found.figure(goal, offers.horizon_years))
    else:
        for one in silent:
            figures[one.place] += np.asarray(figure_of_year(one.by_cover, goal)).tolist()
    best, *others = ranked
    least = min(figures[best.place])
    rivals = [one for one in others if _is_more(max(figures[one.place]), least)]
    if not rivals:
        return ()
    return tuple(found for found in silent if found is best or found in rivals)


def turned_by(ranked: Sequence[Compared]) -> tuple[Unsaid, ...]:
    """Open answers of which one alone, in one letter, would put another offer first by its wage.

    `ranked` are best first by the true hourly wage. An answer read worse may take the first below
    another as it stands, one read better may lift another above the first.
    """
    wages = [float(found.result.wage.amount) for found in ranked]
    turning: list[Unsaid] = []
    for found in ranked if len(ranked) > 1 else ():
        for reading in found.band.readings if found.band else ():
            if found is ranked[0]:
                turns = _is_more(max(wages[1:]), reading.worse)
            else:
                turns = _is_more(reading.better, wages[0])
            if turns:
                turning.append(reading.term)
    return tuple(dict.fromkeys(turning))


def range_of(found: Compared, goal: OfChance) -> tuple[float, float]:
    """From what to what a goal's figure may be by all that the letter leaves open, in its unit.

    The band of the letter, and the premium of health cover that nobody stated read both ways, even
    in a practice of one's own, which has nobody to ask. Both ends are the figure as it stands where
    nothing open moves it.
    """
    ends = [float(figure_of_year(found.result, goal))]
    moved = band(found.offer, found.result, lambda year: figure_of_year(year, goal))
    if moved is not None:
        ends += [moved.low, moved.high]
    if found.result.scenario.currency == "USD" and not cover_is_stated(found.offer):
        ends += np.asarray(figure_of_year(found.by_cover, goal)).tolist()
    return min(ends), max(ends)


def _read(comparison: Comparison, silent: Sequence[Compared]) -> Iterator[Comparison]:
    """The offers with each open premium read as nothing, then as the market's."""
    for premium in (0.0, typical("health_premium_per_month").number):
        paths = (f"offers.{one.place}.work.health_premium_per_month" for one in silent)
        read = comparison.offers.with_values(dict.fromkeys(paths, premium))
        yield compare(read, comparison.rules, comparison)


def _is_more(figure: float, than: float) -> bool:
    """Never where either is not known."""
    return figure > than and not math.isclose(figure, than)
