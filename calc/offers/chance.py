"""How sure an order of offers is: the year of each on many paths, all with the same luck.

What moves is who comes and goes, and which sessions are lost, week by week as in the months ahead
of a practice (`calc.months`). Each path's sessions then go through the year's own engine, so that
its pay, tax and hours are made as the letter's are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias, get_args

import numpy as np
from numpy.typing import NDArray

from calc.months import Counts, Luck, WeeksAhead, counts_of_paths
from calc.months.weeks import PAYERS, weeks_of_caseload
from calc.number import MONTHS_PER_YEAR, WEEKS_PER_YEAR, FloatArray, Number
from calc.offers.compare import Compared, figure_of_year
from calc.scenario import Scenario
from calc.scenario.ahead import Ahead
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.offers import Goal
from calc.scenario.sessions import SessionKind, booked_in_all
from calc.year.evaluate import evaluate

KIND = "work.session_kinds"
OPEN_PLACES = 1e6  # nobody who comes is turned away
HAIR = 1e-9  # figures that differ by no more of themselves are level
PERCENTILES = (10.0, 50.0, 90.0)  # 8 years in 10 lie between the first and the last
OfChance: TypeAlias = Literal["wage", "wage_after_loans", "take_home", "package"]
OF_CHANCE: tuple[OfChance, ...] = get_args(OfChance)


def goal_of_chance(goal: Goal) -> OfChance | None:
    """The goal where its figure has a chance; None for load, licence and pay over the years.

    >>> goal_of_chance("wage"), goal_of_chance("licence")
    ('wage', None)
    """
    return next((one for one in OF_CHANCE if one == goal), None)


def weeks_of_offer(scenario: Scenario) -> WeeksAhead:
    """The 52 weeks of an offer's year: a caseload that stands still about what the letter books.

    Stays are the typical ones of `Ahead`, judgements all; as many come as leave on average. There
    is no cap of places: with one, whoever asks in a full week is lost, and the mean of the paths
    would lie below what the letter says. The payer of most sessions comes first and has the first
    luck, whoever it is, so that the same clients come to a letter of private pay and to one of an
    insurer. `ScenarioError` where no session is booked.
    """
    weeks = weeks_of_caseload(scenario, Ahead(months=int(MONTHS_PER_YEAR)))
    before = [payer.name for payer in weeks.payers]
    order = [before.index(name) for name in payers_of(scenario)]
    named = zip((weeks.payers[place] for place in order), PAYERS, strict=False)
    return replace(
        weeks,
        payers=tuple(replace(payer, name=name) for payer, name in named),
        intakes=weeks.intakes[:, order],
        places=np.full(weeks.weeks, OPEN_PLACES),
    )


def payers_of(scenario: Scenario) -> tuple[str, ...]:
    """The payers of a plan as `weeks_of_offer` has them: that of most sessions first."""
    booked = {
        name: sum(
            float(kind.booked_per_week)
            for kind in scenario.work.session_kinds
            if kind.payer == name
        )
        for name in PAYERS
    }
    return tuple(sorted(filter(booked.__getitem__, PAYERS), key=lambda name: -booked[name]))


def on_paths(scenario: Scenario, counts: Counts) -> Scenario:
    """The plan with the sessions of every path of a year in place of its own, as arrays.

    A payer's sessions end as held, charged as cancelled late, charged as missed, or lost for
    nothing. Each ending has the path's number and keeps the kinds it has in the plan, so that a
    kind of which more are lost has more booked where more are lost: no share exceeds one, and the
    mean of the paths is the plan. No kind is booked beyond what a plan may hold.
    """
    rows: dict[str, FloatArray] = {}
    worked = float(counts.plan.worked_share.sum())
    for place, payer in enumerate(payers_of(scenario)):
        kinds = {
            index: kind
            for index, kind in enumerate(scenario.work.session_kinds)
            if kind.payer == payer
        }
        every = worked * np.sum([_endings(kind) for kind in kinds.values()], axis=0)
        times = _as_often(counts, place, every)
        for index, kind in kinds.items():
            moved = _fields(kind, _endings(kind)[:, None] * times)
            rows |= {f"{KIND}.{index}.{name}": row for name, row in moved.items()}
    return scenario.with_values(rows)


def _endings(kind: SessionKind) -> FloatArray:
    """Sessions of a kind in a worked week, a row an ending; free are those lost for nothing."""
    booked = float(kind.booked_per_week)
    late, missed = booked * float(kind.late_cancelled_share), booked * float(kind.missed_share)
    late_charged = late * float(kind.late_cancelled_charged_share)
    missed_charged = missed * float(kind.missed_charged_share)
    held = booked * float(kind.held_share)
    return np.array(
        [held, late_charged, missed_charged, late - late_charged, missed - missed_charged]
    )


def _as_often(counts: Counts, place: int, every: FloatArray) -> FloatArray:
    """How many times what it is on average each ending of a payer has on each path's year.

    Counts do not know whether what is lost for nothing was cancelled or missed.
    """
    counted = (counts.booked, counts.lost, counts.late_charged, counts.missed_charged)
    booked, lost, late, missed = (row[:, place].sum(axis=0) for row in counted)
    held, late_charged, missed_charged, *free = every
    found = [
        _over(booked - lost, held),
        _over(late, late_charged),
        _over(missed, missed_charged),
        _over(lost - late - missed, sum(free)),
    ]
    return np.array([*found, found[-1]])


def _over(path: FloatArray, mean: float) -> FloatArray:
    """A path's number over the mean; none of what never happens."""
    return path / mean if mean > 0.0 else np.zeros_like(path)


def _fields(kind: SessionKind, endings: FloatArray) -> Mapping[str, FloatArray]:
    """The fields of a kind whose sessions end so; a share of nothing is what it was."""
    _, late_charged, missed_charged, free_late, free_missed = endings
    late, missed = late_charged + free_late, missed_charged + free_missed
    booked = endings.sum(axis=0)
    return {
        "booked_per_week": np.minimum(booked, MOST_SESSIONS_PER_WEEK),
        "late_cancelled_share": _share(late, booked, kind.late_cancelled_share),
        "missed_share": _share(missed, booked, kind.missed_share),
        "late_cancelled_charged_share": _share(
            late_charged, late, kind.late_cancelled_charged_share
        ),
        "missed_charged_share": _share(missed_charged, missed, kind.missed_charged_share),
    }


def _share(part: FloatArray, whole: FloatArray, before: Number) -> FloatArray:
    """A part of a whole, at most all of it; what it was before where there is nothing."""
    some = whole > 0.0
    return np.where(some, np.minimum(part / np.where(some, whole, 1.0), 1.0), before)


@dataclass(frozen=True, slots=True)
class Spread:
    """A figure of a year over all paths: that of the letter, the mean, and 10, 50, 90 of 100.

    So many of 100 paths lie at or below each of the last three.
    """

    letter: float
    mean: float
    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class OfferChance:
    """An offer's year on every path: the figures of goals that have a chance, and its sessions.

    `figures` are in the units of `figure_of_year`: an hour, of take-home a month. `booked` and
    `held` are sessions of the year. `letter` and `letter_booked` are what the letter itself has.
    """

    place: int
    figures: Mapping[OfChance, FloatArray]
    letter: Mapping[OfChance, float]
    letter_booked: float
    booked: FloatArray
    held: FloatArray

    @property
    def paths(self) -> int:
        """How many paths there are."""
        return self.booked.size

    def spread(self, goal: OfChance) -> Spread:
        """How far the figure of a goal moves."""
        return _spread(self.letter[goal], self.figures[goal])

    @property
    def sessions(self) -> Spread:
        """How far the sessions booked in the year move."""
        return _spread(self.letter_booked, self.booked)


def _spread(letter: float, paths: FloatArray) -> Spread:
    low, middle, high = np.percentile(paths, PERCENTILES)
    return Spread(letter, float(paths.mean()), float(low), float(middle), float(high))


def chance_of(found: Compared, luck: Luck) -> OfferChance:
    """The year by which an offer is ranked, on every path of a luck that all offers share.

    `luck` (`calc.months.luck_of`) are uniforms, a row a week and a column a path. Where the letter
    books no session, or no week is worked, every path is its year.
    """
    result = found.result
    scenario = result.scenario
    paths = luck["start"].shape[1]
    worked = WEEKS_PER_YEAR - float(scenario.work.time.weeks_off)
    if worked > 0.0 and np.any(booked_in_all(scenario.work.session_kinds)):
        counts = counts_of_paths(weeks_of_offer(scenario), luck)
        years = evaluate(on_paths(scenario, counts), result.rules)
    else:
        years = result
    return OfferChance(
        place=found.place,
        figures={goal: _of_paths(figure_of_year(years, goal), paths) for goal in OF_CHANCE},
        letter={goal: float(figure_of_year(result, goal)) for goal in OF_CHANCE},
        letter_booked=float(result.year.booked.amount),
        booked=_of_paths(years.year.booked.amount, paths),
        held=_of_paths(years.year.held.amount, paths),
    )


def _of_paths(amount: Number, paths: int) -> FloatArray:
    """An amount of every path; one that chance does not move is the same on all."""
    found: FloatArray = np.broadcast_to(np.asarray(amount, dtype=np.float64), (paths,))
    return found


@dataclass(frozen=True, slots=True)
class Odds:
    """The share of paths on which one offer is ahead of another, and on which both are level."""

    ahead: float
    level: float

    @property
    def all_level(self) -> bool:
        """Whether there is not one path that tells them apart."""
        return self.level == 1.0


def beats(one: OfferChance, other: OfferChance, goal: Goal) -> Odds | None:
    """How often one offer is strictly ahead of another by a goal's figure, path by path.

    None where the goal's figure has no chance (load, licence, pay over the years), and where an
    offer has no such figure on a path: an hour without hours has no wage.
    """
    wanted = goal_of_chance(goal)
    if wanted is None:
        return None
    first, second = one.figures[wanted], other.figures[wanted]
    difference = first - second
    if not np.isfinite(difference).all():
        return None
    level: NDArray[np.bool_] = np.abs(difference) <= HAIR * np.abs(first)
    return Odds(float(((difference > 0.0) & ~level).mean()), float(level.mean()))
