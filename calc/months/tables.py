"""Numbers of people by inverse distribution functions, looked up and not searched.

The leading bits of a uniform name its bucket, finer the smaller it is: 64 buckets between each two
powers of two. Nearly every bucket holds at most one edge between two counts, so that one entry of a
guide and the uniform tell the count; where it holds more, counts are tried one after another.
"""

from __future__ import annotations

from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from calc.number import FloatArray

IntArray: TypeAlias = NDArray[np.signedinteger[Any]]
Uniforms: TypeAlias = NDArray[np.float32]

ALL_BUT_NOTHING = 1.0 - 1e-10  # beyond it a sum of chances is all of them
LEAST = 2.0**-24  # the step of uniforms, and the least: an exact 0 would be every count
BITS = 17  # of a uniform's 23, those that do not tell its bucket
FIRST = int(np.float32(LEAST).view(np.int32)) >> BITS
BUCKETS = (int(np.float32(1.0).view(np.int32)) >> BITS) - FIRST
COLUMNS = 32  # counts of a table that are found at once
GUIDED = 160  # rows with a guide; more would not stay near the processor


class Inverse:
    """The inverse of distribution functions, one in each row of a table of counts 0, 1, ...

    A count is of how many its uniform is at most the chance that more come. Chances are cut to the
    step of the uniforms, so that sums with them are exact and each draw is the same in any company.
    """

    def __init__(self, table: FloatArray) -> None:
        self.rows = len(table)
        more = np.floor((1.0 - table) / LEAST) * LEAST
        self._more = more.T.copy()
        self._guide, self._clear = _guide_of(more[:GUIDED])

    def counts(self, rows: IntArray, uniforms: Uniforms, last: int) -> IntArray:
        """The count of each uniform by the function in its row, none of them beyond the `last`.

        Uniforms are multiples of `LEAST` below 1, none of them 0; rows are broadcast to them.
        """
        if last >= GUIDED:
            every = np.broadcast_to(rows, uniforms.shape).ravel()
            return self._tried(every, uniforms.ravel()).reshape(uniforms.shape)
        at = (uniforms.view(np.int32) >> BITS) + rows * BUCKETS
        found: IntArray = (self._guide.take(at) - uniforms).astype(np.int32)
        if last >= self._clear:
            unclear = np.less(found, 0).nonzero()
            every = np.broadcast_to(rows, uniforms.shape)
            found[unclear] = self._tried(every[unclear], uniforms[unclear])
        return found

    def _tried(self, rows: IntArray, uniforms: Uniforms) -> IntArray:
        """Counts one after another, for those that go on."""
        found = np.zeros(rows.size, dtype=np.int32)
        on, count = np.arange(rows.size), 0
        while on.size:
            further = np.less_equal(uniforms, self._more[count].take(rows)).nonzero()[0]
            on, rows, uniforms = on.take(further), rows.take(further), uniforms.take(further)
            count += 1
            found[on] = count
        return found


def _guide_of(more: FloatArray) -> tuple[FloatArray, int]:
    """An entry for each row and bucket, and the first row that has an unclear one.

    An entry less a uniform of its bucket is the count and a fraction; an unclear one is -1. In
    front stand those of uniforms below the least, which there are not.
    """
    rows, counts = more.shape
    bucket = (more.astype(np.float32).view(np.int32) >> BITS) - FIRST
    below = np.clip(bucket, 0, BUCKETS)  # an edge may round to 1, beyond all buckets
    wide = -np.diff(below, axis=1, prepend=BUCKETS, append=0)[:, ::-1]
    above = np.tile(np.arange(counts + 1.0, 0.0, -1.0), rows)
    guide = np.repeat(np.append(0.0, above), np.append(FIRST, wide))
    row, _ = within = np.nonzero((more > 0.0) & (below < BUCKETS))
    at = FIRST + row * BUCKETS + below[within]
    guide[at] += more[within]
    again = np.flatnonzero(at[1:] == at[:-1])
    guide[at[again]] = -1.0
    return guide, int(row[again].min(initial=rows))


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
    table = np.exp(people * stay)[:, None]
    while table.shape[1] <= most and table[:, -1].min() < ALL_BUT_NOTHING:
        first = table.shape[1]
        count = people[first : first + COLUMNS]
        rest = np.maximum(people[:, None] - count, 0.0)
        ways = factorials[:, None] - factorials[count.astype(np.intp)]
        ways -= factorials[rest.astype(np.intp)]
        term = np.exp(ways + count * happen + rest * stay)
        term[people[:, None] < count] = 0.0
        term[:, 0] += table[:, -1]
        table = np.hstack((table, np.cumsum(term, axis=1)))
    return _closed(table)


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
