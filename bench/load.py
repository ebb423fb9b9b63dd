"""What the load indicator costs: one practice, its range, its levers, and many practices at once.

Practices are drawn evenly within the range studied of each factor.
"""

import statistics
import sys

import numpy as np

from bench.timing import said, say, seconds
from calc import Result
from calc.burnout import FACTORS, LoadInputs, draws, factors, indicator
from calc.parameters import Rules
from calc.questions.levers import load_levers
from calc.questions.therapy import therapy_answers

PRACTICES = 100_000
SAMPLE = 200  # practices compared with single calls, and the length of the plain loop
ROUNDING = 1e-12


def report(result: Result, seed: int) -> None:
    """The report; it ends the run where a practice of many differs from the same one alone."""
    rules = result.rules
    inputs = result.load.inputs
    generator = np.random.default_rng(seed)
    made = seconds(lambda: draws(np.random.default_rng(seed), rules), 7)
    say(f"20,000 draws of weights, made once: {said(made, 1e3, 'ms')}")
    drawn = draws(generator, rules)
    alone = seconds(lambda: indicator(inputs, rules), 1_000)
    say(f"load of one practice:  {said(alone, 1e3, 'ms')} (wanted: under 0.2)")
    ranged = seconds(lambda: indicator(inputs, rules, drawn), 50)
    say(f"  with its range:      {said(ranged, 1e3, 'ms')} (wanted: under 25)")
    levers = seconds(lambda: load_levers(result, drawn), 7)
    say(f"levers of one plan:    {said(levers, 1e3, 'ms')}")
    answers = seconds(lambda: therapy_answers(result), 5)
    say(f"what pays for therapy: {said(answers, 1e3, 'ms')}")
    many(rules, generator)


def many(rules: Rules, generator: np.random.Generator) -> None:
    """Many practices in one call, beside a plain loop over some of them."""
    rows = {
        factor.name: generator.uniform(factor.at[0], factor.at[-1], PRACTICES)
        for factor in factors(rules)
    }
    practices = LoadInputs(**rows)
    batch = seconds(lambda: indicator(practices, rules), 7)
    say(f"load of {PRACTICES:,} practices: {said(batch, 1e3, 'ms')}")
    singles = [
        LoadInputs(**{name: float(rows[name][index]) for name in FACTORS})
        for index in range(SAMPLE)
    ]
    (loop,) = seconds(lambda: [indicator(single, rules) for single in singles], 1)
    loop *= PRACTICES / SAMPLE
    together = np.asarray(indicator(practices, rules).probability)
    apart = [
        abs(float(together[index]) - float(indicator(single, rules).probability))
        for index, single in enumerate(singles)
    ]
    ratio = loop / statistics.median(batch)
    say(f"plain loop over practices:  {loop:.0f} s (from {SAMPLE}), {ratio:.0f} times the batch")
    say(f"practices equal to single calls: all {SAMPLE}, within {max(apart):.0e}")
    if max(apart) > ROUNDING:
        sys.exit("a practice of many differs from the same one alone")
