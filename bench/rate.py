"""What it costs to set a rate: a map with full taxes, solving many plans, and levers."""

import statistics
import sys

import numpy as np
from scipy.optimize import brentq  # type: ignore[import-untyped]

from bench.timing import said, say, seconds
from calc import Result, evaluate
from calc.questions.solve import Target, solve_each, solve_for
from calc.questions.sweep import levers, map_of, tornado

CELLS = 200
SOLVES = 10_000
SAMPLE = 12  # of the solves, one by one
NEAR = 1e-4  # dollars on the fee
FEE, BOOKED = "work.session_kinds.0.fee_per_session", "work.session_kinds.0.booked_per_week"


def report(result: Result) -> None:
    """The report; it ends the run where a solve of many differs from the same one alone."""
    scenario, rules = result.scenario, result.rules
    taxed = scenario.with_values({"household.state": "CA"})
    across = (BOOKED, np.linspace(8.0, 36.0, CELLS))
    up = (FEE, np.linspace(80.0, 300.0, CELLS))
    drawn = seconds(lambda: map_of(taxed, rules, across, up), 5)
    say(f"map of {CELLS} x {CELLS}, federal and CA: {said(drawn, 1.0, 's')} (wanted: under 0.6)")
    ranked = seconds(lambda: levers(result), 20)
    say(f"levers of one plan:    {said(ranked, 1e3, 'ms')} (wanted: under 30)")
    swung = seconds(lambda: tornado(result), 20)
    say(f"fields over their bands: {said(swung, 1e3, 'ms')}")
    one = Target("take_home_per_month", 7_500.0)
    alone = seconds(lambda: solve_for(scenario, "fee", one, rules), 10)
    say(f"one fee for one target:  {said(alone, 1e3, 'ms')}")
    many(result)


def many(result: Result) -> None:
    """Many targets at once, beside a root finder in a loop over some of them."""
    scenario, rules = result.scenario, result.rules
    limits = np.linspace(4_000.0, 12_000.0, SOLVES)
    target = Target("take_home_per_month", limits)
    batch = seconds(lambda: solve_each(scenario, "fee", target, rules), 3)
    say(f"{SOLVES:,} fees at once:    {said(batch, 1.0, 's')}")
    chosen = np.linspace(0, SOLVES - 1, SAMPLE).astype(int)

    def short(fee: float, limit: float) -> float:
        then = evaluate(scenario.with_values({FEE: fee}), rules)
        return float(then.take_home.amount) / 12 - limit

    found: list[float] = []
    (loop,) = seconds(
        lambda: found.extend(
            brentq(short, 0.0, 2_000.0, args=(limits[place],), xtol=1e-6) for place in chosen
        ),
        1,
    )
    loop *= SOLVES / SAMPLE
    together = solve_each(scenario, "fee", target, rules)[chosen]
    ratio = loop / statistics.median(batch)
    say(f"brentq in a loop:      {loop:.0f} s (from {SAMPLE}), {ratio:.0f} times (wanted: 80)")
    if np.abs(together - np.array(found)).max() > NEAR:
        sys.exit("a fee of many differs from the same one alone")
