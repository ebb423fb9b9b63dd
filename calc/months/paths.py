"""Paths with chance: whole people, drawn by inverse distribution functions from uniforms passed in.

Each kind of event has a stream of its own for each payer, so that a new kind never moves the
others and two plans can share their luck: path i of both has the same uniforms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from calc.months.counting import Counts, count, together
from calc.months.moving import Rows, When
from calc.months.tables import LEAST, IntArray, Inverse, Uniforms, binomial_table, poisson_table
from calc.months.weeks import PAYERS, WeeksAhead
from calc.number import FloatArray

Luck: TypeAlias = Mapping[str, Uniforms]
# By payer; a new kind of event is added at the end, and those before it keep their luck.
OF_PAYER = (
    "leave_new",
    "leave_settled",
    "settle",
    "give_up",
    "arrive",
    "book",
    "lose",
    "charge_late",
    "charge_missed",
    "start",
    "shock_new",
    "shock_settled",
    "away_new",
    "away_settled",
)
OF_ALL = ("place_waiting", "place_coming", "start", "shock", "ill")
STREAMS = (*OF_ALL, *(f"{event}.{payer}" for event in OF_PAYER for payer in PAYERS))
HALF = 0.5
ROOM = 16  # rows more than are needed yet
SIDE_BY_SIDE = 8  # streams
STEPS = round(1.0 / LEAST)


class LuckOf(Mapping[str, Uniforms]):
    """Uniforms of every stream, each drawn when it is first asked for, from its own generator."""

    def __init__(self, generator: Generator, weeks: int, paths: int) -> None:
        self.shape = (weeks, paths)
        self._streams = dict(zip(STREAMS, generator.spawn(len(STREAMS)), strict=True))
        self._drawn: dict[str, Uniforms] = {}
        self._free: list[Uniforms] = []

    def __getitem__(self, name: str) -> Uniforms:
        if name not in self._drawn:
            # the start is once; the others are put side by side, which spares the memory's upkeep
            paths = self.shape[1]
            room = np.empty((1, paths), np.float32) if name.startswith("start") else self._room()
            for weeks in together(np.arange(len(room)), paths):
                size = (len(weeks), paths)
                steps = self._streams[name].integers(1, STEPS, size, dtype=np.int32)
                room[weeks[0] : weeks[-1] + 1] = steps
            self._drawn[name] = np.multiply(room, np.float32(LEAST), out=room)
        return self._drawn[name]

    def _room(self) -> Uniforms:
        if not self._free:
            self._free = list(np.empty((SIDE_BY_SIDE, *self.shape), np.float32))
        return self._free.pop(0)

    def __iter__(self) -> Iterator[str]:
        return iter(STREAMS)

    def __len__(self) -> int:
        return len(STREAMS)


def luck_of(generator: Generator, weeks: int, paths: int) -> LuckOf:
    """Uniforms for every stream, each from a generator of its own, strictly between 0 and 1.

    They are whole steps of 24 bits, which a float holds: none is 0, none is rounded to 1.
    They are kept: two plans that are given the same luck share it path by path.
    """
    return LuckOf(generator, weeks, paths)


class Draws:
    """Each step draws whole people, from the uniforms of its event and week."""

    def __init__(self, luck: Luck, people: int = 0) -> None:
        """Tables begin with so many people, and grow where there are more."""
        self._luck, self._people = luck, people
        self._inverses: dict[float, Inverse] = {}
        self.paths = luck["start"].shape[1]
        self.nobody = self.everybody(0.0)

    def everybody(self, number: float) -> IntArray:
        """So many on every path."""
        return np.full(self.paths, number, dtype=np.int32)

    def least(self, one: IntArray, other: IntArray) -> IntArray:
        """The smaller of two numbers, path by path."""
        return np.minimum(one, other)

    def any(self, people: IntArray) -> bool:
        """Whether there is anybody, on one path at least."""
        return bool(people.any())

    def room(self, places: float, taken: IntArray) -> IntArray:
        """Places that nobody has taken."""
        return np.maximum(int(places) - taken, 0)

    def part(self, event: str, week: int, people: IntArray, chance: float) -> IntArray:
        """Binomial."""
        return self._binomial(event, week, people, chance)

    def parts(self, event: str, weeks: NDArray[np.intp], people: Rows, chance: float) -> IntArray:
        """Binomial, for several weeks at once."""
        return self._binomial(event, weeks, people.astype(np.int32, copy=False), chance)

    def rows(self, people: FloatArray) -> IntArray:
        """Whole people, as they are counted."""
        return people.astype(np.int32)

    def share(self, event: str, week: int, people: IntArray, share: float) -> IntArray:
        """The whole people of a share, and one more by the chance of the rest."""
        return self._whole(event, week, people * share)

    def blow(self, event: str, week: int, people: IntArray, blow: tuple[float, float]) -> IntArray:
        """The whole people of the share it takes, on the paths that it strikes."""
        chance, share = blow
        struck = np.less(self._luck["shock"][week], chance)
        return self._whole(event, week, people * (struck * share))

    def among(
        self, event: str, week: int, find: IntArray, asking: tuple[IntArray, IntArray]
    ) -> IntArray:
        """The first one's share of all who ask, in whole people."""
        first, second = asking
        found = np.minimum(first, find)  # so it is, but where both ask and not all find a place
        split = ((find < first + second) & (np.minimum(found, second) > 0)).nonzero()[0]
        if split.size:
            one, other, places = first.take(split), second.take(split), find.take(split)
            share = places * one / (one + other)
            whole = np.floor(share + self._luck[event][week].take(split))
            found[split] = np.minimum(np.maximum(whole, places - other), places)
        return found

    def arrivals(self, event: str, means: FloatArray) -> list[IntArray]:
        """Poisson, a row for each week."""
        values, of_week = np.unique(means, return_inverse=True)
        columns = [poisson_table(float(mean)) for mean in values]
        table = np.ones((len(columns), max(len(column) for column in columns)))
        for row, column in zip(table, columns, strict=True):
            row[: len(column)] = column
        inverse = Inverse(table)
        found = np.empty((len(means), self.paths), dtype=np.int32)
        luck, last = self._luck[event], len(values) - 1
        for weeks in together(np.arange(len(means)), self.paths):
            rows = of_week[weeks, None].astype(np.int32)
            found[weeks] = inverse.counts(rows, luck[weeks], last)
        return list(found)

    def there(self, weeks: int, chance: float, spell: int) -> IntArray:
        """0 in each week of a spell; one that begins within another only prolongs it."""
        begins = np.less(self._luck["ill"][:weeks], chance)
        lost = np.zeros((weeks, self.paths), dtype=np.bool_)
        for since in range(min(spell, weeks)):
            lost[since:] |= begins[: weeks - since]
        return np.where(lost, 0, 1).astype(np.int32)

    def _whole(self, event: str, week: int, people: NDArray[np.floating[Any]]) -> IntArray:
        found: IntArray = np.floor(people + self._luck[event][week]).astype(np.int32)
        return found

    def _binomial(self, event: str, when: When, people: IntArray, chance: float) -> IntArray:
        """The rarer of happening and not happening is drawn."""
        if chance <= 0.0:
            return np.zeros_like(people)
        if chance >= 1.0:
            return people
        most = int(people.max(initial=0))
        if not most:
            return people
        rarer = 1.0 - chance if chance > HALF else chance
        inverse = self._inverses.get(rarer)
        if inverse is None or inverse.rows <= most:
            inverse = Inverse(binomial_table(max(most, self._people) + ROOM, rarer))
            self._inverses[rarer] = inverse
        found = inverse.counts(people, self._luck[event][when], most)
        return people - found if chance > HALF else found


def counts_of_paths(plan: WeeksAhead, luck: Luck) -> Counts:
    """The counts of every path; uniforms have a row a week, a column a path.

    Streams of another length than the plan's weeks are used as far as they go: give them enough.
    """
    people = max(plan.full_places, int(plan.clients_at_start))
    return count(plan, Draws(luck, people))
