"""Who holds a post in each third of a week, on many paths: left by chance, vacant, filled anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

from calc.months.filling import PARTS_PER_WEEK
from calc.months.paths import STEPS
from calc.months.tables import LEAST, Uniforms
from calc.number import FloatArray

WORD = 2**32  # a seed is made of words of 32 bits
WORDS = 4
# Beside the ages of a hire, in thirds of a week from 0: who was there before the first month, and
# nobody. They lie behind every age, as the last two entries of a table of shares by age.
ALREADY = -2
VACANT = -1


def luck_of_posts(
    generator: Generator, labels: Sequence[str], holders: int, paths: int
) -> dict[str, Uniforms]:
    """Uniforms for each post by its label, a row a holder and a column a path, none of them 0 or 1.

    Each label has a stream of its own, whoever else is on the roster: a post more moves no other,
    and somebody has the same luck in every plan.
    """
    seed = generator.integers(WORD, size=WORDS).tolist()
    found = {}
    for label in labels:
        own = Generator(PCG64([*seed, *label.encode()]))
        steps = own.integers(1, STEPS, (holders, paths), dtype=np.int32)
        found[label] = steps * np.float32(LEAST)
    return found


def weeks_held(luck: Uniforms, chance_per_week: float) -> FloatArray:
    """Weeks until a holder leaves, the last of them counted: of a chance that is the same in each.

    Week k is the last where the uniform lies between the chances to have left before it and with
    it. Infinite where nobody leaves.

    >>> weeks_held(np.array([0.2, 0.3, 0.5], dtype=np.float32), 0.25)
    array([1., 2., 3.])
    """
    if chance_per_week <= 0.0:
        return np.full(luck.shape, np.inf)
    if chance_per_week >= 1.0:
        return np.ones(luck.shape)
    weeks = np.log1p(-luck.astype(np.float64)) / np.log1p(-chance_per_week)
    found: FloatArray = np.maximum(np.ceil(weeks), 1.0)
    return found


def times_left(start: int, chance_per_week: float, vacant: int, parts: int) -> tuple[float, float]:
    """The chances that a post is never left, and that it is left once, before a third of a week.

    It begins in the third `start`; a successor begins `vacant` thirds after a leaver, and may leave
    too. Exactly what the paths of `holders_of` are drawn from, summed over the week of leaving.

    >>> times_left(0, 0.5, 0, 6)
    (0.25, 0.5)
    """
    stays = 1.0 - chance_per_week
    weeks = max(0, parts - start) // PARTS_PER_WEEK
    leaves_in = np.arange(1.0, weeks + 1.0)
    after = np.maximum(0.0, parts - start - vacant - PARTS_PER_WEEK * leaves_in) // PARTS_PER_WEEK
    once = chance_per_week * stays ** (leaves_in - 1.0) * stays**after
    return float(stays**weeks), float(once.sum())


@dataclass(frozen=True, slots=True)
class Holders:
    """Those who hold a post one after another: rows are holders, columns are paths.

    `begins` and `ends` are thirds of a week from 0; `ends` is the first that is vacant, infinite
    where nobody leaves. The first holder of a post that is not hired is there already.
    """

    begins: FloatArray
    ends: FloatArray
    there_already: bool

    def left_by(self, part: int) -> NDArray[np.intp]:
        """How often the post is left, path by path, before this third of a week."""
        return np.asarray((self.ends <= part).sum(axis=0))

    def ages(self, parts: int) -> NDArray[np.int32]:
        """Thirds of a week since the present holder began, or `ALREADY` or `VACANT`: a row each."""
        paths = self.begins.shape[1]
        found = np.full((parts, paths), VACANT, dtype=np.int32)
        now = np.arange(parts, dtype=np.int32)[:, None]
        for place, (begins, ends) in enumerate(zip(self.begins, self.ends, strict=True)):
            who = np.flatnonzero(begins < parts)
            begin = begins[who].astype(np.int32)
            end = np.minimum(ends[who], parts).astype(np.int32)
            age = ALREADY if self.there_already and place == 0 else now - begin
            held = (now >= begin) & (now < end)
            found[:, who] = np.where(held, age, found[:, who])
        return found


def holders_of(
    start: int, chance_per_week: float, vacant: int, luck: Uniforms, parts: int, *, there: bool
) -> Holders:
    """Those who hold a post from a third of a week on, each followed after so many vacant ones.

    `luck` has a row a holder; where it runs out, the last one's successor is not looked at.
    """
    begins, ends = [], []
    begin: FloatArray = np.full(luck.shape[1], float(start))
    for row in luck:
        begins.append(begin)
        ends.append(begin + PARTS_PER_WEEK * weeks_held(row, chance_per_week))
        begin = ends[-1] + vacant
        if not (begin < parts).any():
            break
    return Holders(np.array(begins), np.array(ends), there)
