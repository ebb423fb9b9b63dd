"""Paths with chance: whole people, drawn by inverse distribution functions from uniforms passed in.

Each kind of event has a stream of its own for each payer, so that a new kind never moves the
others and two plans can share their luck: path i of both has the same uniforms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from calc.months.counting import Counts, count
from calc.months.weeks import PAYERS, WeeksAhead
from calc.number import FloatArray

Uniforms: TypeAlias = NDArray[np.float32] | FloatArray
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
ALL_BUT_NOTHING = 1.0 - 1e-10  # beyond it a sum of chances is all of them
ROOM = 16  # rows more than are needed yet
LEAST = 1e-12  # an exact 0 would make a negative count


class LuckOf(Mapping[str, Uniforms]):
    """Uniforms of every stream, each drawn when it is first asked for, from its own generator."""

    def __init__(self, generator: Generator, weeks: int, paths: int) -> None:
        self.shape = (weeks, paths)
        self._streams = dict(zip(STREAMS, generator.spawn(len(STREAMS)), strict=True))
        self._drawn: dict[str, FloatArray] = {}

    def __getitem__(self, name: str) -> FloatArray:
        if name not in self._drawn:
            weeks, paths = self.shape
            size = (1 if name.startswith("start") else weeks, paths)  # the start is once
            uniforms = self._streams[name].uniform(size=size)
            self._drawn[name] = np.maximum(uniforms, LEAST, out=uniforms)
        return self._drawn[name]

    def __iter__(self) -> Iterator[str]:
        return iter(STREAMS)

    def __len__(self) -> int:
        return len(STREAMS)


def luck_of(generator: Generator, weeks: int, paths: int) -> LuckOf:
    """Uniforms for every stream, each from a generator of its own, strictly between 0 and 1.

    They are kept: two plans that are given the same luck share it path by path.
    """
    return LuckOf(generator, weeks, paths)


class Draws:
    """Each step draws whole people, from the uniforms of its event and week."""

    def __init__(self, luck: Luck) -> None:
        self._luck = luck
        self._tables: dict[float, FloatArray] = {}
        self._arrivals: dict[float, FloatArray] = {}
        self.paths = luck[STREAMS[0]].shape[1]
        self._nobody = np.zeros(self.paths, dtype=np.intp)

    def part(self, event: str, week: int, people: FloatArray, chance: float) -> FloatArray:
        """Binomial: the rarer of happening and not happening is drawn."""
        if chance <= 0.0:
            return np.zeros(self.paths)
        if chance >= 1.0:
            return people
        uniforms = self._luck[event][week]
        if chance > HALF:
            return people - self._binomial(uniforms, people, 1.0 - chance)
        return self._binomial(uniforms, people, chance)

    def arrivals(self, event: str, week: int, mean: float) -> FloatArray:
        """Poisson."""
        if mean not in self._arrivals:
            self._arrivals[mean] = poisson_table(mean)[:, None]
        table = self._arrivals[mean]
        return _stepped(table, self._nobody, self._luck[event][week])

    def whole(self, event: str, week: int, people: FloatArray) -> FloatArray:
        """The whole people of a share, and one more by the chance of the rest."""
        found: FloatArray = np.floor(people + self._luck[event][week])
        return found

    def struck(self, event: str, week: int, chance: float) -> FloatArray:
        """1 where it happens."""
        return np.where(self._luck[event][week] < chance, 1.0, 0.0)

    def ill(self, weeks: int, chance: float, spell: int) -> FloatArray:
        """1 in each week of a spell; one that begins within another only prolongs it."""
        lost = np.zeros((weeks, self.paths))
        if chance:
            begins = np.where(self._luck["ill"][:weeks] < chance, 1.0, 0.0)
            for since in range(min(spell, weeks)):
                lost[since:] = np.maximum(lost[since:], begins[: weeks - since])
        return lost

    def _binomial(self, uniforms: Uniforms, people: FloatArray, chance: float) -> FloatArray:
        number = people.astype(np.intp)
        most = int(number.max(initial=0))
        table = self._tables.get(chance)
        if table is None or table.shape[1] <= most:
            table = binomial_table(most + ROOM, chance).T.copy()
            self._tables[chance] = table
        return _stepped(table, number, uniforms)


def _stepped(table: FloatArray, rows: NDArray[np.intp], uniforms: Uniforms) -> FloatArray:
    """Inverse distribution function: counts one after another, for the paths that go on.

    The table has a row for each count, a column for each number of people.
    """
    found: FloatArray = np.where(uniforms > table[0].take(rows), 1.0, 0.0)
    on = found.nonzero()[0]
    left, people = uniforms.take(on), rows.take(on)
    count = 1
    while on.size:
        found[on] = count
        more = (left > table[count].take(people)).nonzero()[0]
        on, left, people = on.take(more), left.take(more), people.take(more)
        count += 1
    return found


def binomial_table(most: int, chance: float) -> FloatArray:
    """Distribution functions of 0, 1, ... `most` people, a row each, for a chance up to a half.

    >>> binomial_table(2, 0.25)
    array([[1.    , 1.    , 1.    ],
           [0.75  , 1.    , 1.    ],
           [0.5625, 0.9375, 1.    ]])
    """
    people = np.arange(most + 1.0)
    factorials = np.append(0.0, np.cumsum(np.log(people[1:])))
    happen, stay = np.log(chance), np.log1p(-chance)
    columns = [np.exp(people * stay)]
    while len(columns) <= most and columns[-1].min() < ALL_BUT_NOTHING:
        count = len(columns)
        rest = np.maximum(people - count, 0.0)
        ways = factorials - factorials[count] - factorials[rest.astype(np.intp)]
        term = np.exp(ways + count * happen + rest * stay)
        columns.append(columns[-1] + np.where(people >= count, term, 0.0))
    return _closed(np.stack(columns, axis=1))


def poisson_table(mean: float) -> FloatArray:
    """The distribution function of arrivals with a mean.

    >>> poisson_table(1.0)[:3]
    array([0.36787944, 0.73575888, 0.9196986 ])
    """
    term = float(np.exp(-mean))
    columns = [term]
    while columns[-1] < ALL_BUT_NOTHING:
        term *= mean / len(columns)
        columns.append(columns[-1] + term)
    return _closed(np.array(columns))


def _closed(table: FloatArray) -> FloatArray:
    """The table with 1 where it is all but 1, and in its last column: no draw runs out of it."""
    table[table >= ALL_BUT_NOTHING] = 1.0
    table[..., -1] = 1.0
    return table


def counts_of_paths(plan: WeeksAhead, luck: Luck) -> Counts:
    """The counts of every path; uniforms have a row a week, a column a path.

    Streams of another length than the plan's weeks are used as far as they go: give them enough.
    """
    return count(plan, Draws(luck))
