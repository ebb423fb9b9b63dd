"""What the months ahead cost: counts against drawing alone and against NumPy's own draws."""

import random
import statistics
import time
from collections.abc import Callable

import numpy as np

from bench import plain
from bench.timing import say
from calc import Scenario
from calc.months.counting import count
from calc.months.expected import expected_counts
from calc.months.moving import When
from calc.months.paths import STREAMS, Draws, counts_of_paths, luck_of
from calc.months.tables import IntArray
from calc.months.weeks import WeeksAhead, weeks_ahead
from calc.number import FloatArray
from calc.scenario.ahead import Ahead

ROUNDS = 9
EVENTS = 8  # uniforms of a path in a week, by which drawing alone is measured
SIZES = ((10_000, 9.0), (2_000, 12.0))  # paths, and how many times drawing alone is allowed
PLAIN = 60  # paths of the programs in plain Python, which take their time
CLIENTS, COUNTS = 150.0, 60.0  # times as long as the counts they take at least
NEAR = 5.0  # standard errors between their sessions and those of the counts
GENERATOR, TWO_PAYERS, WEEKS_MS = 2.0, 2.3, 2.0
ASKING = {"clients_at_start": 0, "enquiries_per_month": 8.0, "intake_share": 0.45}
KIND = {"payer": "private", "booked_per_week": 22, "late_cancelled_share": 0.06}
PANEL = {"payer": "insurer", "booked_per_week": 8}


class Generated(Draws):
    """The same model with the generator's own binomial and Poisson draws."""

    def __init__(self, generator: np.random.Generator, weeks: int, paths: int) -> None:
        super().__init__(luck_of(generator, weeks, paths))
        self._generator = generator
        self.paths = paths

    def _binomial(self, _event: str, _when: When, people: IntArray, chance: float) -> IntArray:
        """Those to whom it happens."""
        return self._generator.binomial(people, chance).astype(np.int32)

    def arrivals(self, _event: str, means: FloatArray) -> list[IntArray]:
        """Those who come."""
        come = self._generator.poisson(means[:, None], (len(means), self.paths))
        return list(come.astype(np.int32))


def practice(*kinds: dict[str, object], **values: object) -> WeeksAhead:
    """The weeks of a practice that starts empty."""
    work = {"kind": "own_practice", "session_kinds": list(kinds)}
    return weeks_ahead(Scenario.parse({"work": work}), Ahead.model_validate({**ASKING, **values}))


def cpu(calls: dict[str, Callable[[], object]]) -> dict[str, float]:
    """The median CPU time of each call, taken in turns."""
    taken: dict[str, list[float]] = {name: [] for name in calls}
    for _ in range(ROUNDS):
        for name, call in calls.items():
            start = time.process_time()
            call()
            taken[name].append(time.process_time() - start)
    return {name: statistics.median(times) for name, times in taken.items()}


def beside_plain_python(plan: WeeksAhead, seed: int) -> None:
    """The lines on two programs in plain Python; SimPy is not among what is installed."""
    paths = SIZES[0][0]
    tables = plain.Tables(plan)
    held: dict[str, list[int]] = {"clients": [], "counts": []}

    def run(name: str) -> None:
        source = random.Random(seed)
        for _ in range(PLAIN):
            weeks = (
                plain.clients(source, plan) if name == "clients" else plain.counts(source, tables)
            )
            held[name].append(sum(weeks))

    found = cpu(
        {
            "drawn": lambda: counts_of_paths(
                plan, luck_of(np.random.default_rng(seed), plan.weeks, paths)
            ),
            "clients": lambda: run("clients"),
            "counts": lambda: run("counts"),
        }
    )
    counts = counts_of_paths(plan, luck_of(np.random.default_rng(seed), plan.weeks, paths))
    stated = (counts.booked - counts.lost).sum(axis=(0, 1))
    for name, least in (("clients", CLIENTS), ("counts", COUNTS)):
        ratio = found[name] / PLAIN * paths / found["drawn"]
        say(f"plain Python, {name + ':':9} {ratio:.0f} times as long (at least {least:g})")
        error = float(stated.std()) / PLAIN**0.5
        if abs(statistics.mean(held[name]) - float(stated.mean())) > NEAR * error:
            raise SystemExit(f"{name} in plain Python hold other sessions than the counts")


def report(seed: int) -> None:
    """The lines on the months ahead."""
    one = practice(KIND)
    two = practice({**KIND, "booked_per_week": 14}, PANEL, waitlist=True)

    def drawn(plan: WeeksAhead, paths: int) -> object:
        return counts_of_paths(plan, luck_of(np.random.default_rng(seed), plan.weeks, paths))

    for paths, allowed in SIZES:
        shape = (one.weeks, EVENTS, paths)
        found = cpu(
            {
                "floor": lambda s=shape: np.random.default_rng(seed).random(s, dtype=np.float32),
                "counts": lambda n=paths: drawn(one, n),
                "generator": lambda n=paths: count(
                    one, Generated(np.random.default_rng(seed), one.weeks, n)
                ),
                "two": lambda n=paths: drawn(two, n),
            }
        )
        ratio = found["counts"] / found["floor"]
        say(f"{paths} paths x {one.months} months: {found['counts'] * 1e3:.0f} ms of CPU")
        say(f"  over drawing alone:   {ratio:.1f} times (at most {allowed:g})")
        faster = found["generator"] / found["counts"]
        say(f"  NumPy's own draws:    {faster:.1f} times as long (at least {GENERATOR:g})")
        both = found["two"] / found["counts"]
        say(f"  two payers, a list:   {both:.1f} times (at most {TWO_PAYERS:g})")
    beside_plain_python(one, seed)
    weeks = cpu({"expected": lambda: expected_counts(one)})["expected"] * 1e3
    say(f"expected path:          {weeks:.1f} ms (at most {WEEKS_MS:g})")
    say(f"streams of luck:        {len(STREAMS)}")
