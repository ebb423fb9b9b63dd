"""What an hour of each kind of session pays: what the year loses without the whole kind."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from calc.crossing import Flags
from calc.number import HALF_A_CENT, FloatArray, Number
from calc.scenario.fields import MOST_SESSIONS_PER_WEEK
from calc.scenario.sessions import full_fee_places
from calc.year.evaluate import Result, evaluate

KIND = "work.session_kinds"
HAIR = 1e-6  # of an hour: less is rounding
POINTS = 65  # of each closer look at how many sessions replace a kind
CLOSER = 2


@dataclass(frozen=True, slots=True)
class KindPays:
    """What a year loses without one kind of session, and with it each hour that goes.

    The whole kind is left out and everything worked out anew: money in, costs, taxes, hours. What
    stays without it (rent, administration) is in no kind, and each kind is the last to come, at
    the tax of the last dollars: so kinds do not add up to take-home. A loss is positive.
    """

    place: int
    held_per_week: float
    hours_per_year: float
    hours_per_week: float
    take_home_per_year: float

    @property
    def per_hour(self) -> float | None:
        """Take-home for each of its hours; None where no hour goes with it."""
        if abs(self.hours_per_year) < HAIR:
            return None
        return self.take_home_per_year / self.hours_per_year

    @property
    def brings_nothing(self) -> bool:
        """Whether take-home is the same without it, as under a salary."""
        return abs(self.take_home_per_year) < HALF_A_CENT


def what_kinds_pay(result: Result) -> tuple[KindPays, ...]:
    """What each kind of which sessions are held pays, in the order of the plan.

    All are worked out in one run, each a draw of it. None where no week is worked.
    """
    kinds = result.scenario.work.session_kinds
    weeks = float(result.year.worked_weeks.amount)
    places = [place for place, kind in enumerate(kinds) if float(kind.booked_per_week)]
    if not places or not weeks:
        return ()
    rows = {
        f"{KIND}.{place}.booked_per_week": np.where(
            np.array(places) == place, 0.0, float(kinds[place].booked_per_week)
        )
        for place in places
    }
    without = evaluate(result.scenario.with_values(rows), result.rules)
    hours = _lost(result.hours.amount, without.hours.amount, len(places))
    take_home = _lost(result.take_home.amount, without.take_home.amount, len(places))
    return tuple(
        KindPays(
            place=place,
            held_per_week=float(result.year.kinds[place].held.amount) / weeks,
            hours_per_year=float(hours[row]),
            hours_per_week=float(hours[row]) / weeks,
            take_home_per_year=float(take_home[row]),
        )
        for row, place in enumerate(places)
    )


def _lost(now: Number, then: Number, size: int) -> FloatArray:
    return np.broadcast_to(np.asarray(now - then, dtype=np.float64), (size,))


@dataclass(frozen=True, slots=True)
class Replaced:
    """How many more sessions of another kind bring what a kind that is left out brought.

    `sessions` a week is the least that does, to a four-thousandth; `whole` the fewest whole ones,
    and `hours_per_week` what these take. Out of reach, `whole` is None and the others are NaN.
    """

    by: int
    sessions: float
    whole: int | None
    hours_per_week: float


def replaced(result: Result, dropped: Sequence[KindPays]) -> tuple[Replaced | None, ...]:
    """The sessions that replace each kind: of the first private kind at its full fee.

    It has no more clients in a session than the kind that goes: a group replaces no single session.
    None where no other kind is such a one. All are worked out in the same few runs.
    """
    kinds = result.scenario.work.session_kinds
    full = full_fee_places(kinds)
    swaps: dict[int, _Swap] = {}
    for one in dropped:
        most = kinds[one.place].clients_per_session
        place = next(
            (
                place
                for place in full
                if place != one.place and kinds[place].clients_per_session <= most
            ),
            None,
        )
        if place is not None:
            swaps[one.place] = _Swap(one.place, place, float(kinds[place].booked_per_week))
    found = _found(result, tuple(swaps.values()))
    return tuple(found.get(one.place) for one in dropped)


@dataclass(frozen=True, slots=True)
class _Swap:
    """One kind left out for more of another, which is booked so often now."""

    dropped: int
    by: int
    booked: float

    @property
    def most(self) -> float:
        return math.floor(MOST_SESSIONS_PER_WEEK - self.booked)


def _found(result: Result, swaps: Sequence[_Swap]) -> Mapping[int, Replaced]:
    """Where each swap first brings as much: among whole sessions, then closer twice."""
    target = float(result.take_home.amount) - HALF_A_CENT
    counts = np.arange(MOST_SESSIONS_PER_WEEK + 1.0)
    tried = [np.minimum(counts, swap.most) for swap in swaps]
    brings = _instead(result, swaps, tried).take_home
    firsts = [_first(row >= target) for row in brings]
    closer = [swap for swap, first in zip(swaps, firsts, strict=True) if first is not None]
    ends = [float(first) for first in firsts if first is not None]
    exact = list(ends)
    width = 1.0
    for _ in range(CLOSER):
        tried = [np.clip(np.linspace(end - width, end, POINTS), 0.0, None) for end in exact]
        brings = _instead(result, closer, tried).take_home
        exact = [
            float(row[int(np.argmax(there >= target))])
            for row, there in zip(tried, brings, strict=True)
        ]
        width /= POINTS - 1
    takes = _instead(result, closer, [np.array([0.0, end]) for end in ends]).hours_per_week
    known = {
        swap.dropped: Replaced(swap.by, least, int(whole), float(hours[1] - hours[0]))
        for swap, least, whole, hours in zip(closer, exact, ends, takes, strict=True)
    }
    none = {swap.dropped: Replaced(swap.by, math.nan, None, math.nan) for swap in swaps}
    return {**none, **known}


def _first(flags: Flags) -> int | None:
    """The first place that holds; None where none does."""
    there = np.flatnonzero(flags)
    return int(there[0]) if there.size else None


@dataclass(frozen=True, slots=True)
class _Brought:
    """Take-home a year and hours a week of each swap, a row of them for each of its counts."""

    take_home: FloatArray
    hours_per_week: FloatArray


def _instead(result: Result, swaps: Sequence[_Swap], more: Sequence[FloatArray]) -> _Brought:
    """The plan without each kind, and with so many more sessions of the other."""
    if not swaps:
        return _Brought(np.empty((0, 0)), np.empty((0, 0)))
    kinds = result.scenario.work.session_kinds
    shape = (len(swaps), len(more[0]))
    booked = {
        place: np.full(shape, float(kinds[place].booked_per_week))
        for swap in swaps
        for place in (swap.dropped, swap.by)
    }
    for row, swap in enumerate(swaps):
        booked[swap.dropped][row] = 0.0
        booked[swap.by][row] += more[row]
    changes = {f"{KIND}.{place}.booked_per_week": rows.ravel() for place, rows in booked.items()}
    after = evaluate(result.scenario.with_values(changes), result.rules)
    return _Brought(
        *(
            np.broadcast_to(np.asarray(amount), (shape[0] * shape[1],)).reshape(shape)
            for amount in (after.take_home.amount, after.year.hours_per_week.amount)
        )
    )
